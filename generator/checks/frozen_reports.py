"""Frozen reports are as they were sent, each where it is looked for, and none lacks a part."""

from collections.abc import Iterable, Iterator, Mapping

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.attachment import Attachment
from generator.model.memory import Memory
from generator.model.workspace import Workspace
from generator.source.frozen_report import folder_of_plan, read_frozen, template_beside
from generator.source.strays import FROZEN, REPORT_FILE

EDITED_REPORT = Rule(
    "report-edited",
    "This report was changed after it was frozen, or the file is damaged.",
    "Put the file back as it was: loa undo, or a copy that somebody kept. What came since belongs "
    "into another report; to freeze this one anew, remove the file and type: loa report freeze.",
)
MISPLACED_REPORT = Rule(
    "report-misplaced",
    "This is the frozen report {better}: where it lies, no command finds it.",
    "Move it there; if one lies there already, remove this copy.",
)
NO_TEMPLATE = Rule(
    "report-half-frozen",
    "This report was frozen with a template of the office, which lay beside it: {template}.",
    "Put the template back, so that the same Word file can be made again.",
)
OTHER_TEMPLATE = Rule(
    "report-template-edited",
    "This is not the template that {report} was frozen with: it was changed or exchanged.",
    "Put the template back as it was: loa undo, or a copy that somebody kept.",
)
NO_REPORT = Rule(
    "report-lost",
    "This template belongs to a frozen report that is not there: {report}.",
    "Put the report back as it was; or, if it was taken back, remove this file as well.",
)
_KIND = "frozen-report"
Files = Mapping[str, Attachment]


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every frozen report, then every template that lies there."""
    workspace = subject.workspace
    kept = {
        path: file for path, file in workspace.attachments.items() if REPORT_FILE.fullmatch(path)
    }
    for path in sorted(kept):
        if FROZEN.fullmatch(path):
            yield from _report(workspace, kept, path, subject.memory)
        elif not _has_report(kept, path) and not workspace.is_closed(path):
            report = f"{path.rpartition('.')[0]}.json"
            yield NO_REPORT.at(Location(path), report=report)


def _report(workspace: Workspace, kept: Files, path: str, memory: Memory) -> Iterator[Diagnostic]:
    file = kept[path]

    def look() -> list[str]:
        frozen = read_frozen(file.read())
        return [frozen.report.campaign, frozen.name, frozen.template] if frozen else []

    found = memory.read(_KIND, file.digest(), look)
    if not found:
        yield EDITED_REPORT.at(Location(path))
        return
    campaign, name, template = found
    better = f"{folder_of_plan(workspace, campaign)}/{name}"
    if path != better:
        yield MISPLACED_REPORT.at(Location(path), better=better)
    elif template:
        yield from _template(kept, path, template)


def _template(kept: Files, path: str, digest: str) -> Iterator[Diagnostic]:
    beside = template_beside(path)
    file = kept.get(beside)
    if file is None:
        yield NO_TEMPLATE.at(Location(path), template=beside)
    elif file.digest() != digest:
        yield OTHER_TEMPLATE.at(Location(beside), report=path)


def _has_report(kept: Files, path: str) -> bool:
    return any(FROZEN.fullmatch(each) and template_beside(each) == path for each in kept)
