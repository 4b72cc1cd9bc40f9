"""The file of each piece of evidence is there, is whole, is what was kept, and is there once."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Refusal, Rule, warning
from generator.model.attachment import Attachment, AttachmentFacts
from generator.model.evidence import Evidence
from generator.model.grouping import groups_of
from generator.model.memory import Memory
from generator.model.workspace import Workspace
from generator.source.attached_file import TABLES, facts_of
from generator.source.replacement_lines import instead, with_key
from generator.source.strays import REPORT_FILE
from generator.text.imported.foreign_table import read_table
from generator.text.imported.private_columns import PRIVATE_COLUMN, private_columns

FILE_MISSING = Rule(
    "evidence-file-missing",
    "There is no file “{file}” beside this evidence.",
    "Put it into the folder {folder}, or let loa evidence add put it there.",
)
FILE_NEAR = FILE_MISSING.with_hint("Did you mean “{near}”? Then type:\n{typed}")
FILE_OUTSIDE = Rule(
    "evidence-file-outside",
    "“{file}” is no file in the folder of this evidence.",
    "Copy the file into the folder {folder}, and write its name alone.",
)
NOT_KEPT = warning(
    "evidence-file-not-kept",
    "Nobody would notice if the file “{file}” were exchanged: its fingerprint is not written here.",
    "Add below this line:\n{added}",
)
FILE_CHANGED = Rule(
    "evidence-file-changed",
    "The file “{file}” is not the one that was kept as evidence: it was changed or exchanged.",
    "Put the file back as it was sent. A new file is new evidence: withdraw this one with "
    "loa evidence withdraw {id}, and add that with loa evidence add.",
)
SIZE_CHANGED = FILE_CHANGED.with_hint(
    "The fingerprint is that of the file, its size is not; write the size that it has:\n{typed}"
)
TWICE = Rule(
    "evidence-file-twice",
    "The same file proves something already: {first} ({id}).",
    "Remove one of the two; where one file shows several things, write them in one: of: [{of}].",
)
FILE_UNUSED = warning(
    "evidence-file-unused",
    "No evidence names this file: it counts as nothing.",
    "Add it with loa evidence add {file} --of …, or take it out of the folder.",
)
_LIKE = 0.75


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each file that evidence names, then those that none names."""
    workspace = subject.workspace
    for evidence in workspace.evidence.values():
        if evidence.file:
            yield from _file(workspace, evidence, subject.memory)
    yield from _twice(workspace)
    yield from _unused(workspace)


def _file(workspace: Workspace, evidence: Evidence, memory: Memory) -> Iterator[Diagnostic]:
    file = evidence.file
    folder = posixpath.dirname(evidence.record_file)
    if posixpath.normpath(file) != file or file.startswith(("/", "..")) or "\\" in file:
        yield FILE_OUTSIDE.at(evidence.where("file"), file=file, folder=folder)
        return
    attachment = workspace.attachments.get(evidence.attachment)
    if attachment is None:
        if not (evidence.is_withdrawn or workspace.is_closed(evidence.attachment)):
            yield _missing(workspace, evidence, folder)
        return
    found = facts_of(attachment, memory)
    if isinstance(found, AttachmentFacts):
        yield from _persons(evidence, attachment, found, memory)
    if evidence.is_withdrawn:  # it proves nothing more, and who withdrew it has said why
        return
    if isinstance(found, Refusal):
        yield _unfit(evidence, found)
    else:
        yield from _kept(evidence, attachment)


def _unfit(evidence: Evidence, found: Refusal) -> Diagnostic:
    """A file that proves nothing; once it is kept, one that is saved anew would be another."""
    rule = found.rule.with_hint(FILE_CHANGED.hint) if evidence.digest else found.rule
    details = {**found.details, "file": evidence.file, "id": evidence.id}
    return rule.at(evidence.where("file"), **details)


def _persons(
    evidence: Evidence, attachment: Attachment, facts: AttachmentFacts, memory: Memory
) -> Iterator[Diagnostic]:
    """The columns of a table that belong to persons: they are not kept, however useful."""
    if facts.form not in TABLES:
        return

    def look() -> list[tuple[str, str]]:
        table = read_table(evidence.file, attachment.read())
        return [] if isinstance(table, Refusal) else [*private_columns(table)]

    for head, what in memory.read("private-columns", attachment.digest(), look):
        yield PRIVATE_COLUMN.at(evidence.where("file"), name=evidence.file, head=head, what=what)


def _missing(workspace: Workspace, evidence: Evidence, folder: str) -> Diagnostic:
    names = {
        posixpath.relpath(path, folder)
        for path in workspace.attachments
        if path.startswith(f"{folder}/")
    }
    folded = {name.casefold(): name for name in names}
    near = get_close_matches(evidence.file.casefold(), folded, 1, _LIKE)
    where = evidence.where("file")
    if near:
        typed = instead(where, folded[near[0]])
        return FILE_NEAR.at(where, file=evidence.file, near=folded[near[0]], typed=typed)
    return FILE_MISSING.at(where, file=evidence.file, folder=folder)


def _kept(evidence: Evidence, attachment: Attachment) -> Iterator[Diagnostic]:
    """Whether the file is the one that was kept."""
    digest, size = attachment.digest(), str(attachment.size)
    if (evidence.digest, evidence.size or size) == (digest, size):
        return
    where = evidence.where("file")
    if not evidence.digest:
        below = with_key(evidence, "file", f"digest: {digest}").partition("\n")[2]
        yield NOT_KEPT.at(where, file=evidence.file, added=below or f"digest: {digest}")
    elif evidence.digest != digest:
        yield FILE_CHANGED.at(where, file=evidence.file, id=evidence.id)
    elif evidence.size and evidence.size != size:
        typed = instead(evidence.where("size"), size)
        yield SIZE_CHANGED.at(evidence.where("size"), file=evidence.file, typed=typed)


def _twice(workspace: Workspace) -> Iterator[Diagnostic]:
    """The same bytes under whatever name; evidence that was withdrawn proves nothing more."""
    files = groups_of(
        (attachment.digest(), each)
        for each in workspace.evidence.values()
        if not each.is_withdrawn and (attachment := workspace.attachments.get(each.attachment))
    )
    for same in files.values():
        first, *others = same
        for other in others:
            of = ", ".join(dict.fromkeys((*first.of, *other.of)))
            yield TWICE.at(other.where("file"), first=first.where("file"), id=first.id, of=of)


def _unused(workspace: Workspace) -> Iterator[Diagnostic]:
    """Files that nothing names, unless it may be meant where another one is named by mistake."""
    named = {each.attachment for each in workspace.evidence.values()} - {""}
    lost = workspace.broken_files | named - workspace.attachments.keys()
    doubtful = {_folder(path) for path in lost}
    for path in sorted(workspace.attachments.keys() - named):
        if _folder(path) not in doubtful and not REPORT_FILE.fullmatch(path):
            yield FILE_UNUSED.at(Location(path), file=path)


def _folder(path: str) -> str:
    """The folder of evidence of a plan, by a file in it."""
    return "/".join(path.split("/")[:3])


def readable(workspace: Workspace, memory: Memory) -> Mapping[str, AttachmentFacts]:
    """What each file is that evidence names and that can be opened, by the id of the evidence."""
    return {
        each.id: found
        for each in workspace.evidence.values()
        if (attachment := workspace.attachments.get(each.attachment))
        and isinstance(found := facts_of(attachment, memory), AttachmentFacts)
    }
