"""Freeze a report, find it again, and see years later that nothing of it was changed."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from generator.app.reporting.report_files import files_of, folder_of, form_digest
from generator.model.deed_report import BillRow, EvidenceRow, Report
from generator.model.workspace import Workspace
from generator.ports import Typesetter, Workers
from generator.source.frozen_report import FrozenReport, read_frozen
from generator.source.strays import FROZEN


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """What was found out about a frozen report (a msgid with details); `is_wrong` if it differs."""

    message: str
    details: Mapping[str, object] = field(default_factory=dict)
    is_wrong: bool = True


def frozen_path(workspace: Workspace, report: Report) -> str:
    """The file of a frozen report, in the folder of its plan."""
    folder = posixpath.dirname(workspace.campaigns[report.campaign].where().path)
    return f"{folder}/reports/{report.period_key}.json"


def frozen_files(workspace: Workspace, campaign: str = "") -> Iterator[tuple[str, bytes]]:
    """The files of frozen reports, of all plans or of one."""
    plan = workspace.campaigns.get(campaign)
    folder = f"{posixpath.dirname(plan.where().path)}/" if plan else ""
    for path, file in sorted(workspace.attachments.items()):
        if FROZEN.fullmatch(path) and path.startswith(folder):
            yield path, file.read()


def freeze(report: Report, now: datetime, typesetter: Typesetter, workers: Workers) -> FrozenReport:
    """A report with the digests of its files and of what gave them their form.

    Raises:
        NotMadeError: the files cannot be made.
    """
    made = files_of(report, typesetter, workers)
    digests = {name: sha256(data).hexdigest() for name, data in made.items()}
    return FrozenReport(report, now.replace(microsecond=0), form_digest(typesetter), digests)


def verify(
    workspace: Workspace,
    data: bytes,
    results: Mapping[str, bytes],
    typesetter: Typesetter,
    workers: Workers,
) -> Iterator[ReportFinding]:
    """All that differs from what was frozen; `results` are the files in `dist/`, by their paths."""
    frozen = read_frozen(data)
    if frozen is None:
        yield ReportFinding("this file was changed after it was frozen")
        return
    for row in {row.evidence: row for row in _rows(frozen.report)}.values():
        yield from _evidence(workspace, row)
    yield from _later(workspace, frozen)
    yield from _results(frozen, results)
    yield from _form(frozen, typesetter, workers)


def _rows(report: Report) -> tuple[EvidenceRow | BillRow, ...]:
    return (*report.evidence, *report.bills)


def _evidence(workspace: Workspace, row: EvidenceRow | BillRow) -> Iterator[ReportFinding]:
    known = workspace.evidence.get(row.evidence)
    if known is None:
        yield ReportFinding("the evidence {id} is no longer there", {"id": row.evidence})
        return
    if known.is_withdrawn:
        yield ReportFinding("the evidence {id} was withdrawn since", {"id": row.evidence})
    file = workspace.attachments.get(known.attachment)
    if row.digest and (file is None or file.digest() != row.digest):
        message = "the file {file} of the evidence {id} is not the one that was frozen"
        yield ReportFinding(message, {"file": row.file, "id": row.evidence})


def _later(workspace: Workspace, frozen: FrozenReport) -> Iterator[ReportFinding]:
    """Evidence that came since: the frozen report stays as it was sent."""
    report = frozen.report
    known = {row.evidence for row in _rows(report)}
    mine = (e for e in workspace.evidence.values() if e.campaign == report.campaign)
    new = sorted(each.id for each in mine if each.id not in known and not each.is_withdrawn)
    if new:
        message = "evidence that the frozen report does not hold: {ids}"
        yield ReportFinding(message, {"ids": ", ".join(new)}, is_wrong=False)


def _results(frozen: FrozenReport, results: Mapping[str, bytes]) -> Iterator[ReportFinding]:
    for name, digest in frozen.files.items():
        path = f"{folder_of(frozen.report)}/{name}"
        data = results.get(path)
        if data is not None and sha256(data).hexdigest() != digest:
            yield ReportFinding("dist/{path} is not the file that was frozen", {"path": path})


def _form(
    frozen: FrozenReport, typesetter: Typesetter, workers: Workers
) -> Iterator[ReportFinding]:
    """Whether the same files come of it again; another loa may give them another form."""
    if form_digest(typesetter) != frozen.form:
        message = "templates or loa are others than then: figures stay, files may look otherwise"
        yield ReportFinding(message, is_wrong=False)
        return
    for name, data in files_of(frozen.report, typesetter, workers).items():
        if sha256(data).hexdigest() != frozen.files.get(name):
            yield ReportFinding("{file} comes out otherwise than it was frozen", {"file": name})
