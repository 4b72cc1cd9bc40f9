"""Read the workspace, expand the plan and tell every problem."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from generator.app.echoes import without_echoes
from generator.diagnostics import Diagnostic, Location, in_order
from generator.model.edition import Edition
from generator.model.file import AuthoredFile
from generator.model.memory import Memory, PassingStore
from generator.model.plan import Plan
from generator.model.side_work import AFTERWARDS, SideWork
from generator.model.slips import MOST_TOLD, TOO_MANY
from generator.model.workspace import Workspace
from generator.planning.expand import expand
from generator.ports import Files
from generator.source.load import load, load_anew
from generator.text.links import Links, links_of
from generator.vietnamese.dates import HANOI

if TYPE_CHECKING:
    from generator.app.near import Near


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The plan as of a moment, and what is wrong with its files, sorted by file and line."""

    plan: Plan
    links: Links
    diagnostics: list[Diagnostic]

    @property
    def errors(self) -> list[Diagnostic]:
        """Everything that must be mended."""
        return [found for found in self.diagnostics if found.is_error]

    @property
    def blocking(self) -> list[Diagnostic]:
        """Errors that stop a build: all but those of drafts."""
        workspace = self.plan.workspace
        drafts = {piece.file for piece in workspace.pieces.values() if piece.status == "draft"}
        drafts |= workspace.broken_drafts
        return [found for found in self.errors if found.where.path not in drafts]

    def of(self, files: Collection[str]) -> list[Diagnostic]:
        """What is wrong with some files, by their paths."""
        return [found for found in self.diagnostics if found.where.path in files]


@dataclass(frozen=True, slots=True)
class CheckScope:
    """What is known and wanted beside the moment of a plan.

    `now` is the present: what is said to be done by then must be past. `last` are the results that
    readers have seen. With `only` some files are looked at, and what they are connected with.
    `side_work` does a part of it, where there is a core for it.
    """

    now: datetime | None = None
    last: Edition | None = None
    only: frozenset[str] = frozenset()
    side_work: SideWork = AFTERWARDS


def check(
    files: Files, as_of: datetime, memory: Memory | None = None, scope: CheckScope | None = None
) -> CheckReport:
    """All problems of all files in one run; `memory` saves it what it found out before."""
    scope = scope or CheckScope()
    memory = memory or Memory()
    workspace, problems = load(files.files(), files.assets(), memory, files.attachments())
    around = _around(workspace, scope.only) if scope.only else None
    close = around.close if around else None
    report = _report((workspace, problems), as_of.astimezone(HANOI), memory, scope, close)
    shown = [each for each in report.diagnostics if around is None or around.tells(each)]
    return replace(report, diagnostics=list(_first(shown)))


def _around(workspace: Workspace, only: frozenset[str]) -> "Near":
    from generator.app.near import near

    return near(workspace, only)


def survey(files: Files, as_of: datetime, memory: Memory) -> CheckReport:
    """What is there, with the problems of reading it alone: for whoever only counts."""
    workspace, problems = load(files.files(), files.assets(), memory, files.attachments())
    plan = expand(workspace, as_of.astimezone(HANOI))
    return CheckReport(plan, links_of(plan), in_order(without_echoes(problems)))


def recheck(
    last: CheckReport, file: AuthoredFile, close: frozenset[str], memory: Memory, scope: CheckScope
) -> CheckReport:
    """The problems of one file of `content/` that is read anew, all others as they were.

    What several files say together is looked at as well; of texts only that of this file and those
    of the pieces `close`, by their ids. Nothing of it is remembered.
    """
    passing = Memory(PassingStore(memory.store))
    workspace, problems = load_anew(file, last.plan.workspace, passing)
    own = {piece.id for piece in workspace.pieces.values() if piece.file == file.path}
    report = _report((workspace, problems), last.plan.as_of, passing, scope, close | own)
    return replace(report, diagnostics=list(_first(report.diagnostics)))


def check_otherwise(
    last: CheckReport,
    workspace: Workspace,
    close: frozenset[str],
    memory: Memory,
    scope: CheckScope,
) -> CheckReport:
    """What would be found in a workspace that is known, and is otherwise in some values.

    Of texts only those of the pieces `close` are looked at, and nothing of it is remembered.
    """
    passing = Memory(PassingStore(memory.store))
    report = _report((workspace, []), last.plan.as_of, passing, scope, close)
    return replace(report, diagnostics=list(_first(report.diagnostics)))


def _report(
    read: tuple[Workspace, list[Diagnostic]],
    as_of: datetime,
    memory: Memory,
    scope: CheckScope,
    close: frozenset[str] | None,
) -> CheckReport:
    """What is found in files that were read, and what was wrong with them."""
    from generator.checks import Subject, run  # who only counts waits for no rule

    workspace, problems = read
    plan = expand(workspace, as_of)
    links = links_of(plan)
    told = run(Subject(plan, links, memory, scope.now, close, scope.last), scope.side_work)
    return CheckReport(plan, links, in_order(without_echoes([*problems, *told])))


def _first(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Of each kind so many of a file as a person reads, and first that there are more."""
    for path, group in groupby(diagnostics, key=lambda each: each.where.path):
        every = list(group)
        found = [each for each in every if each.rule is not TOO_MANY]
        counts = Counter(each.rule.code for each in found)
        if len(found) < len(every) or max(counts.values()) > MOST_TOLD:
            yield TOO_MANY.at(Location(path), most=MOST_TOLD)
        seen: Counter[str] = Counter()
        for each in found:
            seen[each.rule.code] += 1
            if seen[each.rule.code] <= MOST_TOLD:
                yield each
