"""What has become of the evidence and the figures of a frozen report since it was sent.

The report stays as it was. What came since is told apart from what is no longer as it was.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from generator.app.reporting.former_names import former_names
from generator.app.reporting.report_sections import figure
from generator.model.amount import Amount
from generator.model.deed_report import BillRow, EvidenceRow, Report
from generator.model.piece import day_of
from generator.model.workspace import Workspace
from generator.planning.board import board_of
from generator.planning.evidence_targets import valid_evidence
from generator.planning.expand import expand
from generator.planning.report_figures import report_of
from generator.planning.report_period import period_of
from generator.planning.visibility import start_of
from generator.source.frozen_report import FrozenReport, field_digest, records_of

Row = EvidenceRow | BillRow
_FIGURES = ("done", "proof", "total")


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """What was found out about a frozen report (a msgid with details); `is_wrong` if it differs."""

    message: str
    details: Mapping[str, object] = field(default_factory=dict)
    is_wrong: bool = True


def changes_since(workspace: Workspace, frozen: FrozenReport) -> list[ReportFinding]:
    """Evidence that is gone, changed or new; and figures that come out otherwise without that."""
    report = frozen.report
    now = _now(workspace, report)
    after = {row.evidence: row for row in _rows(now)} if now else {}
    before = {row.evidence: row for row in _rows(report)}
    found = [f for row in before.values() for f in _row(workspace, row, after.get(row.evidence))]
    found += _fields(workspace, frozen, {each.details.get("id") for each in found if each.is_wrong})
    found += _later(workspace, report, now)
    if now is None:
        message = "the plan {id} is no longer there, or is of other years"
        return [*found, ReportFinding(message, {"id": report.campaign})]
    if any(each.is_wrong for each in found):
        return found
    return [*found, *_figures(report, now, is_explained=bool(found))]


def _now(workspace: Workspace, report: Report) -> Report | None:
    """The same report as of the same day, as the files say it now; None without its plan."""
    campaign = workspace.campaigns.get(report.campaign)
    period = period_of(campaign, report.period_key) if campaign else None
    if campaign is None or period is None:
        return None
    plan = expand(workspace, start_of(report.as_of))
    return report_of(plan, board_of(plan, campaign), period, report.look)


def _rows(report: Report) -> tuple[Row, ...]:
    return (*report.evidence, *report.bills)


def _row(workspace: Workspace, row: Row, now: Row | None) -> Iterator[ReportFinding]:
    known = workspace.evidence.get(row.evidence)
    if known is None:
        yield ReportFinding("the evidence {id} is no longer there", {"id": row.evidence})
        return
    if known.is_withdrawn:
        yield ReportFinding("the evidence {id} was withdrawn since", {"id": row.evidence})
    file = workspace.attachments.get(known.attachment)
    if row.digest and file is None:
        message = "the file {file} of the evidence {id} is gone: it lies no more beside its record"
        yield ReportFinding(message, {"file": row.file, "id": row.evidence})
    elif row.digest and file and file.digest() != row.digest:
        message = "the file {file} of the evidence {id} is not the one that was frozen"
        yield ReportFinding(message, {"file": row.file, "id": row.evidence})
    elif now and not known.is_withdrawn:
        yield from _record(row, now)


def _record(row: Row, now: Row) -> Iterator[ReportFinding]:
    """What the record of a piece of evidence says, and whether it is still proof."""
    before, after = _said(row), _said(now)
    if before != after:
        message = "the record of the evidence {id} said “{before}” and says “{now}” now"
        yield ReportFinding(message, {"id": row.evidence, "before": before, "now": after})
    elif row.is_proof and not now.is_proof:
        message = "the evidence {id} was proof and is none any more: {state}"
        yield ReportFinding(message, {"id": row.evidence, "state": now.state})
    elif now.is_proof and not row.is_proof:
        message = "the evidence {id} was verified since"
        yield ReportFinding(message, {"id": row.evidence}, is_wrong=False)


_GROWS = frozenset({"file", "digest", "size", "verified_by", "verified_on"})
"""What is added to a record once its file has come, or somebody has looked at it."""


def _fields(
    workspace: Workspace, frozen: FrozenReport, told: Container[object]
) -> Iterator[ReportFinding]:
    """Fields that say something else than then; of what is told by itself nothing more."""
    now = records_of(workspace, frozen.report.campaign)
    for identity, before in frozen.records.items():
        after = now.get(identity)
        if after is None and identity not in told:
            yield ReportFinding("the evidence {id} is no longer there", {"id": identity})
        elif after is not None and identity not in told:
            changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
            if "of" in changed and _is_renamed(workspace, identity, before.get("of", "")):
                changed.remove("of")
            is_fuller = _GROWS.issuperset(changed) and before.keys().isdisjoint(changed)
            if "withdrawn_on" in changed and "withdrawn_on" not in before:
                message = "the evidence {id} was withdrawn since"
                yield ReportFinding(message, {"id": identity})
            elif changed and not is_fuller:
                message = "the record of the evidence {id} was changed since: {keys}"
                yield ReportFinding(message, {"id": identity, "keys": ", ".join(changed)})


def _is_renamed(workspace: Workspace, identity: str, before: str) -> bool:
    """Whether what it names are the same pieces, which got other ids since."""
    evidence = workspace.evidence[identity]
    known = former_names(workspace, evidence.campaign, evidence.of)
    return before in {field_digest(names) for names in known}


def _said(row: Row) -> str:
    """What a record says that counts."""
    if isinstance(row, BillRow):
        return f"{row.on}, {row.kind}, {row.amount}"
    return ", ".join(filter(None, (row.on, row.kind, row.stage, row.measures)))


def _later(workspace: Workspace, report: Report, now: Report | None) -> Iterator[ReportFinding]:
    """Evidence of its time that came since: the frozen report stays as it was sent."""
    campaign = workspace.campaigns.get(report.campaign)
    period = period_of(campaign, report.period_key) if campaign and now else None
    known = {row.evidence for row in _rows(report)}
    mine = (e for e in valid_evidence(workspace) if e.campaign == report.campaign)
    fresh = (e for e in mine if e.id not in known)
    new = sorted(e.id for e in fresh if period is None or day_of(e.on) <= period.last)
    if new:
        message = "evidence that the frozen report does not hold: {ids}"
        yield ReportFinding(message, {"ids": ", ".join(new)}, is_wrong=False)


def _figures(report: Report, now: Report, *, is_explained: bool) -> Iterator[ReportFinding]:
    """What comes out otherwise: by what came since, or else the plan was changed."""
    before, after = _amounts(report), _amounts(now)
    for key in dict.fromkeys((*before, *after)):
        told, tells = before.get(key), after.get(key)
        if told != tells:
            details = {"activity": key[0], "before": figure(told), "now": figure(tells)}
            message = "the figure of “{activity}” was {before} and comes out as {now} now"
            yield ReportFinding(message, details, is_wrong=not is_explained)


def _amounts(report: Report) -> dict[tuple[str, str, str], Amount]:
    """Every figure, by title, unit and what it is of."""
    return {
        (line.title, each.unit, name): amount
        for line in report.lines
        for each in line.figures
        for name in _FIGURES
        if (amount := getattr(each, name)) is not None
    }
