"""Preflight of a printed piece point by point, drafts included, before any file is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.app.check import CheckReport
from generator.app.preflight import Verdict
from generator.app.proof import press_files, why_preview
from generator.diagnostics import Diagnostic, in_order
from generator.ports import Typesetter, Workers, WorkLostError
from generator.press.lost import lost
from generator.press.making import PressFiles
from generator.press.orders import Rendering, diagnostic_of, diagnostics_of


@dataclass(frozen=True, slots=True)
class PointVerdict:
    """One point: its title (a msgid), what was found, and whether there was anything to look at.

    `is_stamped` says that it passes only for a file that is to be looked at, `is_attested` that a
    studio answers for it.
    """

    title: str
    faults: tuple[Diagnostic, ...]
    applies: bool = True
    is_stamped: bool = False
    is_attested: bool = False

    @property
    def is_passed(self) -> bool:
        """Whether nothing speaks against delivery."""
        return not any(each.is_error for each in self.faults)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What preflight says of all renderings of a piece together.

    `obstacles` kept a file from being made at all; `reasons` tell why it bears the stamp BẢN XEM.
    """

    points: tuple[PointVerdict, ...]
    obstacles: tuple[Diagnostic, ...]
    reasons: tuple[Diagnostic, ...]

    @property
    def verdict(self) -> Verdict:
        """What may be done with its files."""
        if not self.points or not all(point.is_passed for point in self.points):
            return Verdict.REFUSE
        if self.obstacles:  # of one of several renderings
            return Verdict.REFUSE
        return Verdict.LOOK if self.reasons else Verdict.DELIVER


def inspect(
    report: CheckReport, renderings: Sequence[Rendering], typesetter: Typesetter, workers: Workers
) -> Inspection:
    """Make the file for the print shop of each rendering, as a build would, and look at it."""
    made: list[tuple[Rendering, PressFiles]] = []
    obstacles: list[Diagnostic] = []
    for each in renderings:
        try:
            files = press_files(each, typesetter, workers)
        except WorkLostError:
            template = f"{each.order.artwork.template}.typ"
            obstacles += lost(each.entry.piece.where("title"), template).diagnostics
            continue
        obstacles += diagnostics_of(files.faults, each, report.plan)
        made.append((each, files))
    reasons = why_preview(report, renderings[0]) if renderings else []
    return Inspection(
        tuple(_points(report, made)), tuple(in_order(obstacles)), tuple(in_order(reasons))
    )


def _points(
    report: CheckReport, made: Sequence[tuple[Rendering, PressFiles]]
) -> Iterator[PointVerdict]:
    """Each point of all files that were made, with each fault once."""
    rendered = [each for each, files in made if files.results]
    known = {fault.rule for each in rendered for fault in each.order.preview}
    for results in zip(*(files.results for _, files in made if files.results), strict=False):
        pairs = zip(rendered, results, strict=True)
        faults = [(each, fault) for each, result in pairs for fault in result.faults]
        found = in_order(
            diagnostic_of(fault, each, report.plan)
            for each, fault in faults
            if fault.rule not in known
        )
        applies = any(result.applies for result in results)
        is_stamped = any(fault.rule in known for _, fault in faults)
        attested = any(result.is_attested for result in results)
        yield PointVerdict(results[0].title, tuple(found), applies, is_stamped, attested)
