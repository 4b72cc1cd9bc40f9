"""A Word document as a new draft: front matter to fill in, pictures saved beside it."""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.app.scaffold import PieceRequest, scaffold
from generator.diagnostics import Diagnostic
from generator.model.plan import Plan
from generator.model.scripted_piece import Scripted
from generator.text.imported import DraftPicture, WordDraft, read_word
from generator.text.imported.inline import Span, as_paragraph, markdown
from generator.text.turns import is_office, with_turns
from generator.vietnamese.slugs import slugify

_LONGEST_NAME = 48  # characters of a caption in the name of a picture
_SPEAKERS = re.compile(r"^speakers: .*$", re.MULTILINE)
_STARTERS_SPEAKER = re.compile(r"\*\*[^*\n]+:\*\* \Z")
_PLAIN = re.compile(r"[^\W\d_][\w ]*")
_CREDIT = re.compile(r"\b(?:Ảnh|Hình|Sơ đồ|Đồ họa|Minh họa)\s*:\s*([^:]+?)\.?\s*$")


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """What is to be written: the draft at `path` and the pictures by their paths.

    `remarks` tell what was lost on the way and what must be looked at.
    """

    path: str
    text: str
    pictures: Mapping[str, bytes]
    remarks: list[Diagnostic]


def import_word(plan: Plan, request: PieceRequest, name: str, data: bytes) -> ImportDraft:
    """The draft of a .docx file; `request.title` stands above the document's own.

    Raises:
        NotImportedError: the document cannot be read rightly; its diagnostics say why.
        NoActivityError: no plan promises such a piece.
    """
    draft, remarks = read_word(name, data)
    if request.medium.body == "script" and is_office(draft.title.rstrip(" :")):
        draft = replace(draft, title="", body=f"{draft.title}\n\n{draft.body}")
    title = request.title or draft.title
    path, form = scaffold(plan, replace(request, title=title))
    saved = dict(_saved(plan, path, draft))
    body = draft.body if "\nstandfirst:" in form else _with_lead(draft)
    for file, picture in saved.items():
        address = posixpath.relpath(file, posixpath.dirname(path))
        body = body.replace(f"({picture.mark})", f"({address})")
    speakers: tuple[str, ...] = ()
    if request.medium.body == "script":
        body, speakers = with_turns(body, _known_speakers(plan, request.medium.name))
    _, text = scaffold(plan, replace(request, title=title, body=body))
    text = _as_spoken(text, body, speakers)
    pictures = {file: picture.data for file, picture in saved.items()}
    return ImportDraft(path, _filled(text, draft, saved), pictures, remarks)


def _known_speakers(plan: Plan, medium: str) -> set[str]:
    """Who speaks in other scripts of the medium."""
    pieces = plan.workspace.pieces.values()
    mine = (each for each in pieces if isinstance(each, Scripted) and each.medium == medium)
    return {name for each in mine for name in each.speakers}


def _as_spoken(text: str, body: str, speakers: tuple[str, ...]) -> str:
    """A draft in which those speak whom the document names, and not those of the starter."""
    if not speakers:
        return text
    begun = text.rindex(body)
    text = _STARTERS_SPEAKER.sub("", text[:begun]) + text[begun:]
    return _SPEAKERS.sub(lambda _: f"speakers: [{', '.join(map(_listed, speakers))}]", text, 1)


def _listed(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else _quoted(name)


def _with_lead(draft: WordDraft) -> str:
    """The text of a medium that has no key for a standfirst, which stands first then."""
    lead = as_paragraph(markdown([Span(draft.standfirst)])) if draft.standfirst else ""
    return "\n\n".join(filter(None, (lead, draft.body)))


def _saved(plan: Plan, path: str, draft: WordDraft) -> Iterator[tuple[str, DraftPicture]]:
    """Pictures with names made of their captions; none takes the place of another."""
    folder = f"assets/anh/{posixpath.basename(path).removesuffix('.md')}"
    taken = {name.casefold() for name in plan.workspace.assets}
    for number, picture in enumerate(draft.pictures, 1):
        slug = slugify(picture.words) or "hinh"
        short = slug if len(slug) <= _LONGEST_NAME else slug[:_LONGEST_NAME].rpartition("-")[0]
        file, again = f"{folder}/{number}-{short}{picture.ending}", 1
        while file in taken:
            again += 1
            file = f"{folder}/{number}-{short}-{again}{picture.ending}"
        taken.add(file)
        yield file, picture


def _filled(text: str, draft: WordDraft, saved: Mapping[str, DraftPicture]) -> str:
    """The front matter with what the document says; what a medium has no key for is left out."""
    front, fence, body = text[len("---\n") :].partition("\n---\n")
    lines = [_known(line, draft) for line in front.split("\n")]
    lines += [f"author: {_quoted(draft.author)}"] if draft.author else []
    shown = {file: picture for file, picture in saved.items() if picture.is_shown}
    lines += ["rights:", *(_rights(*pair) for pair in shown.items())] if shown else []
    return "---\n" + "\n".join(lines) + fence + body


def _known(line: str, draft: WordDraft) -> str:
    is_standfirst = line.startswith("standfirst:") and draft.standfirst
    return f"standfirst: {_quoted(draft.standfirst)}" if is_standfirst else line


def _rights(file: str, picture: DraftPicture) -> str:
    credit = _CREDIT.search(picture.words)
    named = f"\n    credit: {_quoted(credit[1])}" if credit else ""
    return f"  - file: {file}{named}"


def _quoted(text: str) -> str:
    """JSON is YAML, whatever the text holds."""
    return json.dumps(text, ensure_ascii=False)
