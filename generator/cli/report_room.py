"""Reports for `loa desk`: made, frozen and verified as `loa report` does."""

from dataclasses import replace
from errno import EACCES
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from generator.cli.console import _
from generator.cli.failures import REFUSALS

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.adapters.report_folder import ReportFolder
    from generator.cli.workplace import Workplace
    from generator.desk.proof_needs import ReportOutcome, ReportState
    from generator.model.deed_report import Report
    from generator.model.plan import Plan
    from generator.model.workspace import Workspace
    from generator.ports import World
    from generator.source.frozen_report import FrozenReport
    from generator.text.word.office_template import OfficeTemplate


class ReportRoom:
    """The reports of the workspace `root`; one is made at a time."""

    def __init__(self, root: Path, here: "Workplace") -> None:
        """Nothing is read or begun yet."""
        self._root, self._here, self._lock = root, here, RLock()
        self._world: World | None = None

    def state(self, report: "Report") -> "ReportState":
        """What is there of it."""
        from generator.app.reporting.report_files import ANNEX, PDF, WORD
        from generator.desk.proof_needs import ReportState

        folder, kept = self._folder(report), self._frozen(report)
        own = self._files(report, kept)
        is_damaged = kept is None and self._path(report) in self._space().attachments
        return ReportState(
            {name: len(data) for name, data in own.items()},
            kept[0].frozen_on if kept else None,
            is_damaged,
            any(folder.content(each) for each in (WORD, PDF, ANNEX) if each not in own),
        )

    def frozen(self, report: "Report") -> "Report | None":
        """The report of the same plan and period as it was frozen; None where none is."""
        kept = self._frozen(report)
        return kept[0].report if kept else None

    def make(self, report: "Report") -> "ReportOutcome":
        """Write its files; those of a frozen one as they were frozen."""
        from generator.cli.report_forms import template_of_plan

        if self.state(report).is_damaged:
            return _refused("The frozen report was changed since: look at it before it is made.")
        kept = self._frozen(report)
        if kept:
            return self._done(lambda: self._write(kept[0].report, kept[1]))
        form = template_of_plan(self._space(), report.campaign)
        return self._done(lambda: self._write(report, form))

    def freeze(self, report: "Report", plan: "Plan") -> "ReportOutcome":
        """Keep it as it is sent, with the evidence of the plan that it is of; write its files."""
        if self.state(report).is_frozen:
            return _refused("This report is frozen already.")
        return self._done(lambda: self._freeze(report, plan))

    def differences(self, report: "Report") -> list[tuple[str, bool]]:
        """All that differs from what was frozen, in words, and whether that is wrong."""
        from generator.adapters.opening import files_below
        from generator.app.reporting.freezing import verify

        space, path = self._space(), self._path(report)
        if path not in space.attachments:
            return []
        lying = files_below(self._root / "dist" / "report", self._root)
        results = {f"report/{path}": each for path, each in lying}
        with self._lock:
            world = self._open()
            found = [*verify(space, path, results, world.typesetter, world.workers)]
        return [(_(each.message, **each.details), each.is_wrong) for each in found]

    def file(self, report: "Report", name: str) -> bytes | None:
        """One of its files; of whatever is no name of ours None."""
        return self._files(report, self._frozen(report)).get(name)

    def close(self) -> None:
        """End what draws."""
        if self._world:
            self._world.workers.close()

    def _done(self, work: "Callable[[], ReportOutcome]") -> "ReportOutcome":
        from generator.adapters.lock import BusyError
        from generator.desk.proof_needs import ReportOutcome
        from generator.model.artifact import NotMadeError

        if blocking := self._here.look().blocking:
            return ReportOutcome(tuple(blocking))
        try:
            with self._lock:
                return work()
        except NotMadeError as error:
            return ReportOutcome(tuple(error.diagnostics))
        except BusyError:
            return _refused("Another loa is at work here; try again.")
        except OSError as error:
            reason = _(REFUSALS.get(error.errno or 0, REFUSALS[EACCES]))
            return ReportOutcome(troubles=(f"{reason[0].upper()}{reason[1:]}.",))

    def _write(self, report: "Report", form: "OfficeTemplate | None") -> "ReportOutcome":
        from generator.adapters.lock import workspace_lock

        with workspace_lock(self._root):
            return self._put(report, form)

    def _put(self, report: "Report", form: "OfficeTemplate | None") -> "ReportOutcome":
        """Whoever calls holds the results."""
        from generator.app.reporting.report_files import files_of, mark_of
        from generator.desk.proof_needs import ReportOutcome

        world = self._open()
        made = files_of(report, world.typesetter, world.workers, form)
        self._folder(report).put(made, mark_of(report, form))
        return ReportOutcome()

    def _freeze(self, report: "Report", plan: "Plan") -> "ReportOutcome":
        from generator.adapters.lock import workspace_lock
        from generator.app.reporting.freezing import freeze
        from generator.cli.report_forms import template_of_plan
        from generator.desk.proof_needs import ReportOutcome
        from generator.model.revision import Changeset, Revision
        from generator.source.frozen_report import frozen_text, records_of, template_beside

        world, path = self._open(), self._path(report)
        form = template_of_plan(plan.workspace, report.campaign)
        frozen = freeze(report, world.clock.now(), world.typesetter, world.workers, form)
        frozen = replace(frozen, records=records_of(plan.workspace, report.campaign))
        new = {path: frozen_text(frozen).encode()}
        new |= {template_beside(path): form.data} if form else {}
        revisions = [Revision(each, None, data) for each, data in new.items()]
        kept = Changeset.of("Report frozen: {about}", revisions, [report.campaign])
        with workspace_lock(self._root):  # else a build could leave it frozen without its files
            saved = self._here.write(kept)
            if not saved.is_written:
                told = saved.troubles or (_("This report is frozen already."),)
                return ReportOutcome(troubles=told)
            return self._put(frozen.report, form)

    def _frozen(self, report: "Report") -> "tuple[FrozenReport, OfficeTemplate | None] | None":
        """The report as it was frozen, with its template; None where not all of it is there."""
        from generator.app.reporting.freezing import frozen_report, template_of

        space, path = self._space(), self._path(report)
        frozen = frozen_report(space, path) if path in space.attachments else None
        form = template_of(space, path, frozen) if frozen else None
        return None if frozen is None or (frozen.template and form is None) else (frozen, form)

    def _path(self, report: "Report") -> str:
        from generator.app.reporting.freezing import frozen_path

        return frozen_path(self._space(), report)

    def _space(self) -> "Workspace":
        return self._here.last_report().plan.workspace

    def _files(
        self, report: "Report", kept: "tuple[FrozenReport, OfficeTemplate | None] | None"
    ) -> dict[str, bytes]:
        """Its files that are made and still right: as frozen, or else with what it says now."""
        from generator.app.reporting.report_files import mark_of
        from generator.cli.report_forms import template_of_plan

        folder = self._folder(report)
        if kept:
            return folder.files(kept[0].files)
        form = template_of_plan(self._space(), report.campaign)
        return folder.files(folder.digests(mark_of(report, form)))

    def _folder(self, report: "Report") -> "ReportFolder":
        from generator.adapters.report_folder import ReportFolder
        from generator.app.reporting.report_files import folder_of

        return ReportFolder(self._root, folder_of(report))

    def _open(self) -> "World":
        from generator.cli.world import world

        if self._world is None:
            staging = self._root / "build" / "desk" / "report"
            self._world = world(self._root, staging=staging)
        return self._world


def _refused(message: str) -> "ReportOutcome":
    from generator.desk.proof_needs import ReportOutcome

    return ReportOutcome(troubles=(_(message),))
