"""What people call a file: by its title, also where it cannot be read; never by its path."""

import posixpath
import re
from collections.abc import Iterable

from generator.catalogue import words
from generator.desk.evidence_rows import evidence_called
from generator.desk.plan_paths import file_title
from generator.media import media
from generator.model.plan import Plan
from generator.model.revision import Revision
from generator.source.edits import NotEditableError
from generator.source.entries import values_at
from generator.text.starters import unwritten

_TITLE = re.compile(r"^(?:title|tên bài)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_EVIDENCE = "/evidence/"
_OF = re.compile(r"^of: *\[?([\w/-]+)", re.MULTILINE)
_FILES = (".md", ".yml", ".json")
_MARKS = "#*_>-`|:\"' \t"
_SHORT = 48  # characters


def title_in(path: str, data: bytes | None) -> str:
    """The title that stands in a file, else how its text begins, else its bare name."""
    text = (data or b"").removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    if "\0" in text or "\ufffd" in text:
        text = ""
    return _title(path, text) or _beginning(text) or _bare(path)


def title_of(path: str, plan: Plan, data: bytes | None = None) -> str:
    """What a file is called in a plan, else what stands in it."""
    pieces = plan.workspace.pieces.values()
    known = next((each.title for each in pieces if each.file == path), "")
    named = file_title(path, plan)
    if not known and _EVIDENCE in path:
        known = _evidence_title(path, plan, data)
    return known or (named if named != path else title_in(path, data))


def _evidence_title(path: str, plan: Plan, data: bytes | None) -> str:
    """What evidence is of, that a file records: of a file that has gone as its bytes say it."""
    records = plan.workspace.evidence.values()
    names = [each.id for each in records if each.record_file == path]
    text = (data or b"").decode("utf-8", "replace")
    found = filter(None, (evidence_called(plan, each) for each in names or _OF.findall(text)))
    return next((words("Evidence: {what}").format(what=each) for each in found), "")


def heading(path: str, plan: Plan, data: bytes | None) -> str:
    """What stands above a piece while it is written; of a new one that it has no title yet."""
    pieces = plan.workspace.pieces.values()
    there = next((each for each in pieces if each.file == path), None)
    if there and any(unwritten(media()[there.medium], "title", there.title)):
        return words("A piece without a title yet")
    return title_of(path, plan, data)


def titles_of(about: str, revisions: Iterable[Revision], plan: Plan) -> list[str]:
    """The pieces, plans and lists that a change is about, by their titles."""
    changed = {each.path: each.after or each.before for each in revisions}
    names = {campaign.id: campaign.title for campaign in plan.workspace.campaigns.values()}
    known = {line.activity.id: line.activity.title for line in plan.lines}
    items = plan.items.values()
    known |= {each.id: each.piece.title if each.piece else each.title for each in items}
    only = next(iter(changed)) if len(changed) == 1 else ""
    found = list[str]()
    is_evidence = bool(changed) and all(_EVIDENCE in path for path in changed)
    for name in about.split(", "):
        path = name if name in changed or name.endswith(_FILES) else only
        if is_evidence and (target := evidence_called(plan, name)):
            found.append(target)
        elif name in known:
            found.append(known[name])
        elif name in names or name == "…" or not path:
            found.append(names.get(name, name))
        else:
            found.append(title_of(path, plan, changed.get(path)))
    return list(dict.fromkeys(found))


def _title(path: str, text: str) -> str:
    try:
        value = values_at(path, text).get("title")
    except NotEditableError:
        value = None
    found = _TITLE.search(text)
    return value if isinstance(value, str) and value else found[1].strip(_MARKS) if found else ""


def _beginning(text: str) -> str:
    body = re.sub(r"\A---\r?\n.*?^---[ \t]*\r?$", "", text, count=1, flags=re.DOTALL | re.MULTILINE)
    line = next((line.strip(_MARKS) for line in body.splitlines() if line.strip(_MARKS)), "")
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rpartition(' ')[0] or line[:_SHORT]} …"


def _bare(path: str) -> str:
    name = posixpath.basename(path)
    if not path.startswith("content/"):
        return words("the file {name}").format(name=name)
    return words("a piece without a title ({name})").format(name=posixpath.splitext(name)[0])
