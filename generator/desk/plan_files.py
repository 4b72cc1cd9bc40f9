"""The room of the plans: how far each line of them is, and their files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk.piece_views import handle_of
from generator.desk.plan_paths import FILE_NAMES, editable, file_title
from generator.model.plan import ActivityLine, Plan, Tally
from generator.planning.deadlines import runs
from generator.planning.site_counts import shown_figure
from generator.vietnamese.dates import HANOI


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A file to be opened; `problems` counts what loa check tells of it."""

    handle: str
    title: str
    problems: int


@dataclass(frozen=True, slots=True)
class PromiseProgress:
    """How far a line of a plan is, in words and counts; a dash where the plan says no number."""

    title: str
    counts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan: its file, whether it is over, and how far each line is."""

    file: PlanFile
    is_over: bool
    lines: tuple[PromiseProgress, ...]


def plan_views(report: CheckReport) -> list[PlanView]:
    """The plans, the newest first, those that are over last."""
    plan = report.plan
    today = plan.as_of.astimezone(HANOI).date()
    found = sorted(plan.workspace.campaigns.values(), key=lambda c: (-c.period, c.id))
    told = [
        PlanView(
            _file(report, campaign.where().path),
            not runs(campaign, today),
            tuple(_progress(plan, campaign.id)),
        )
        for campaign in found
    ]
    return sorted(told, key=lambda each: each.is_over)


def list_files(report: CheckReport) -> list[PlanFile]:
    """The lists beside the plans; and plans that cannot be read, first."""
    known = {campaign.where().path for campaign in report.plan.workspace.campaigns.values()}
    return [_file(report, path) for path in sorted(editable(report) - known, key=_place)]


def _place(path: str) -> tuple[int, str]:
    return ([*FILE_NAMES].index(path) if path in FILE_NAMES else -1), path


def _file(report: CheckReport, path: str) -> PlanFile:
    return PlanFile(handle_of(path), file_title(path, report.plan), len(report.of([path])))


def _progress(plan: Plan, campaign: str) -> Iterator[PromiseProgress]:
    for line in plan.lines:
        if line.campaign.id == campaign:
            yield PromiseProgress(line.activity.title, tuple(_counts(line)))


def _counts(line: ActivityLine) -> Iterable[tuple[str, str]]:
    total: Tally = line.total
    promised = line.activity.quantity
    yield (
        words("promised"),
        " ".join((*promised.qualifiers, promised.as_printed)) if promised else "–",
    )
    if line.activity.medium:
        for name, count in (
            ("planned", total.planned),
            ("ready", total.ready),
        ):
            yield words(name), str(count)
        yield words("published"), shown_figure(line, total)
    elif total.planned:
        yield words("planned"), str(total.planned)
