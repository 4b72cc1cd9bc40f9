"""What was found of drafts since the workspace was looked at last: a text is looked at once."""

from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.app.check import CheckReport
    from generator.cli.workplace import Workplace
    from generator.model.draft import Draft

_MOST = 12
"""Reports that are kept: of the drafts of some people, and of what would become of each."""


class _Found:
    """What was found after one look: reports by path and text, and what is close to a file."""

    def __init__(self, last: "CheckReport | None") -> None:
        self.last = last
        self.reports: dict[tuple[str, str], CheckReport] = {}
        self.close: dict[str, frozenset[str]] = {}


class DraftChecks:
    """The reports of the last texts of some drafts.

    One text at a time: side by side none would be done sooner, and who saves would wait for all.
    """

    def __init__(self, here: "Workplace") -> None:
        """Nothing is known yet."""
        self._here, self._lock, self._checking = here, RLock(), RLock()
        self._found = _Found(None)

    def of(self, draft: "Draft", last: "CheckReport") -> "CheckReport":
        """What is found with a draft in the place of its file, after the `last` look."""
        if known := self._known(draft, last):
            return known
        with self._checking:
            if known := self._known(draft, last):
                return known
            found = self._found
            report = self._checked(draft, last, found)
            with self._lock:
                found.reports[draft.path, draft.text] = report
                while len(found.reports) > _MOST:
                    del found.reports[next(iter(found.reports))]
            return report

    def _known(self, draft: "Draft", last: "CheckReport") -> "CheckReport | None":
        """The report of a text; what was asked for last is forgotten last."""
        with self._lock:
            if self._found.last is not last:
                self._found = _Found(last)
            reports, key = self._found.reports, (draft.path, draft.text)
            if known := reports.pop(key, None):
                reports[key] = known
            return known

    def go_on(self, path: str, report: "CheckReport", last: "CheckReport") -> None:
        """What was found of texts of a file that was written holds, where nothing else was."""
        with self._lock:
            before, self._found = self._found, _Found(last)
            if last.plan is report.plan:
                mine = {key: each for key, each in before.reports.items() if key[0] == path}
                self._found.reports.update(mine)

    def _checked(self, draft: "Draft", last: "CheckReport", found: _Found) -> "CheckReport":
        from generator.app.check import check, recheck
        from generator.app.near import near
        from generator.model.file import AuthoredFile
        from generator.model.memory import Memory, PassingStore

        scope = self._here.check_scope()
        if not draft.path.startswith("content/"):
            passing = Memory(PassingStore(self._here.memory.store))
            return check(self._here.with_text(draft), last.plan.as_of, passing, scope)
        if draft.path not in found.close:
            found.close[draft.path] = near(last.plan.workspace, {draft.path}).close
        file = AuthoredFile(draft.path, draft.text.encode)
        return recheck(last, file, found.close[draft.path], self._here.memory, scope)
