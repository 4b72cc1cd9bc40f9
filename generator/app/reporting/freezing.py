"""Freeze a report, find it again, and see years later that nothing of it was changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import sha256

from generator.app.reporting.report_changes import ReportFinding, changes_since
from generator.app.reporting.report_files import files_of, folder_of, form_digest
from generator.model.deed_report import Report
from generator.model.workspace import Workspace
from generator.ports import Typesetter, Workers
from generator.source.frozen_report import (
    FOLDER,
    FrozenReport,
    folder_of_plan,
    name_of,
    read_frozen,
    template_beside,
)
from generator.source.strays import FROZEN
from generator.text.word.office_template import OfficeTemplate


def frozen_path(workspace: Workspace, report: Report) -> str:
    """The file of a frozen report, in the folder of its plan."""
    return f"{folder_of_plan(workspace, report.campaign)}/{name_of(report)}"


def frozen_files(workspace: Workspace, campaign: str = "") -> Iterator[str]:
    """The files of frozen reports, of all plans or of one."""
    folder = f"{folder_of_plan(workspace, campaign)}/" if campaign else ""
    for path in sorted(workspace.attachments):
        if FROZEN.fullmatch(path) and path.startswith(folder):
            yield path


def unfrozen_folders(
    workspace: Workspace, paths: Iterable[str], results: Iterable[str], campaign: str
) -> list[str]:
    """Folders of results, below `dist/`, of reports that are not frozen, or no longer."""
    frozen = {
        path.rpartition(f"/{FOLDER}/")[0] + "/" + path.rpartition("/")[2].removesuffix(".json")
        for path in paths
    }
    folders = dict.fromkeys(path.rpartition("/")[0] for path in results)
    return [
        folder
        for folder in folders
        if folder.startswith(f"report/{campaign}")
        and folder_of_plan(workspace, folder.split("/")[1]) + "/" + folder.split("/")[-1]
        not in frozen
    ]


def frozen_report(workspace: Workspace, path: str) -> FrozenReport | None:
    """The report of a file; None where it was changed since, or is that of another place."""
    found = read_frozen(workspace.attachments[path].read())
    return found if found and frozen_path(workspace, found.report) == path else None


def template_of(workspace: Workspace, path: str, frozen: FrozenReport) -> OfficeTemplate | None:
    """The template that a report was frozen with, as it was; None where that is not there."""
    beside = template_beside(path)
    file = workspace.attachments.get(beside)
    is_it = file is not None and file.digest() == frozen.template
    return OfficeTemplate(beside, file.read()) if file and is_it else None


def freeze(
    report: Report,
    now: datetime,
    typesetter: Typesetter,
    workers: Workers,
    template: OfficeTemplate | None = None,
) -> FrozenReport:
    """A report with the digests of its files and of what gave them their form.

    The digests of the records are added by whoever knows the workspace (`records_of`).

    Raises:
        NotMadeError: the files cannot be made.
    """
    made = files_of(report, typesetter, workers, template)
    digests = {name: sha256(data).hexdigest() for name, data in made.items()}
    form = form_digest(typesetter, template)
    own = template.digest if template else ""
    return FrozenReport(report, now.replace(microsecond=0), form, digests, own)


def verify(
    workspace: Workspace,
    path: str,
    results: Mapping[str, bytes],
    typesetter: Typesetter,
    workers: Workers,
) -> Iterator[ReportFinding]:
    """All that differs from what was frozen; `results` are the files in `dist/`, by their paths."""
    frozen = read_frozen(workspace.attachments[path].read())
    if frozen is None:
        yield ReportFinding("this file was changed after it was frozen")
        return
    better = frozen_path(workspace, frozen.report)
    if better != path:
        yield ReportFinding("this is the frozen report {path}", {"path": better})
        return
    yield from changes_since(workspace, frozen)
    yield from _results(frozen, results)
    template = template_of(workspace, path, frozen)
    if frozen.template and template is None:
        message = "the template {path} is not there as it was frozen"
        yield ReportFinding(message, {"path": template_beside(path)})
    else:
        yield from _form(frozen, template, typesetter, workers)


def _results(frozen: FrozenReport, results: Mapping[str, bytes]) -> Iterator[ReportFinding]:
    """Files in `dist/` that are other ones; what lacks there is made again by loa report."""
    folder = folder_of(frozen.report)
    is_made = any(f"{folder}/{name}" in results for name in frozen.files)
    for name, digest in frozen.files.items():
        path = f"{folder}/{name}"
        data = results.get(path)
        if data is None and is_made:
            message = "dist/{path} is not there; loa report makes it again"
            yield ReportFinding(message, {"path": path}, is_wrong=False)
        elif data is not None and sha256(data).hexdigest() != digest:
            yield ReportFinding("dist/{path} is not the file that was frozen", {"path": path})


def _form(
    frozen: FrozenReport,
    template: OfficeTemplate | None,
    typesetter: Typesetter,
    workers: Workers,
) -> Iterator[ReportFinding]:
    """Whether the same files come of it again; another loa may give them another form."""
    if form_digest(typesetter, template) != frozen.form:
        message = "templates or loa are others than then: figures stay, files may look otherwise"
        yield ReportFinding(message, is_wrong=False)
        return
    for name, data in files_of(frozen.report, typesetter, workers, template).items():
        if sha256(data).hexdigest() != frozen.files.get(name):
            yield ReportFinding("{file} comes out otherwise than it was frozen", {"file": name})
