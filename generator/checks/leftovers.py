"""What is left around a text from a chat, a mail or a document is not published with it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.class_paper import ClassPaper
from generator.model.piece import Piece
from generator.text.leftovers import leftovers, names_nobody
from generator.text.piece_texts import ReadText

CHAT = Rule(
    "chat-leftover",
    "“{text}” is said by a chat program to whoever asked it, not to readers.",
    "Remove it. Check every figure and name of the text: such programs invent them.",
)
CITATION = Rule(
    "chat-citation",
    "“{text}” is the mark of a source within a chat program: readers cannot follow it.",
    "Remove it, open the source yourself, and list it in sources: at the top of the file.",
)
MAIL = Rule(
    "mail-leftover",
    "“{text}” belongs to the mail with which the text came.",
    "Remove it, and whatever else of that mail is here.",
)
PAGE = Rule(
    "page-leftover",
    "“{text}” belongs to a page of the document from which the text was copied.",
    "Remove this line.",
)
JUMP = PAGE.with_hint("Remove it: readers have the whole text before them.")
WEB = Rule(
    "web-leftover",
    "“{text}” belongs to the website or the program from which the text was copied.",
    "Remove this line.",
)
AGENCY = WEB.with_hint(
    "Remove it, the sign of another paper. If the text is theirs, ask them whether it may be "
    "published, and name them in a sentence."
)
STORIES = WEB.with_hint("Remove this line, and the list below it.", Severity.WARNING)
PAPER = Rule(
    "paper-leftover",
    "“{text}” belongs to the head or the foot of an official paper.",
    "Remove it, and whatever else of that paper is here; say in a sentence who decided what.",
)
LABEL = Rule(
    "label-in-text",
    "“{text}” names a part of a form: readers see it, and no list and no search knows it.",
    "Move what stands behind it to the data at the top of the file (title:, summary:, topics:, "
    "author:), and remove the line here.",
)
END = Rule(
    "end-leftover",
    "“{text}” says that a document ends; readers see where the text ends.",
    "Remove this line.",
)
ORIGIN = Rule(
    "origin-unnamed",
    "“{text}” names nobody: the Internet is no source.",
    "Name the page or the person from whom it is, or leave it out; a picture without an owner "
    "cannot be published.",
)
FILE = Rule(
    "title-of-file",
    "“{text}” is the name of a file, not what readers call the piece.",
    "Write the title as readers are to see it.",
)
REMARK = Rule(
    "remark-left",
    "“{text}” is said among those who write the text, not to readers.",
    "Do what it asks for, and remove it. Behind # in the data at the top of the file a remark may "
    "stay: # hỏi lại chị Lan",
)
CONTENTS = Rule(
    "contents-of-paper",
    "These are the contents of a printed document: no page here has such numbers.",
    "Remove them; a page makes the list of its headings by itself.",
)
_OF: Final[Mapping[str, Rule]] = {
    "chat": CHAT,
    "contents": CONTENTS,
    "citation": CITATION,
    "mail": MAIL,
    "page": PAGE,
    "web": WEB,
    "agency": AGENCY,
    "paper": PAPER,
    "label": LABEL,
    "end": END,
    "origin": ORIGIN,
    "file": FILE,
    "remark": REMARK,
}
_MAYBE: Final = {kind: replace(rule, severity=Severity.WARNING) for kind, rule in _OF.items()}
_APPROVER: Final = "approved_by"  # starter_text.py
_OWNERS: Final = (".credit", ".source")
_SPEAKS: Final = re.compile(r"[^\d:][^:]*:")
_SHOWN: Final = 60  # characters that are quoted


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text that readers read of every piece that is written, or is said to be."""
    for text in alone.texts:
        if text.status in {"ready", "approved"} and text.key != _APPROVER:
            yield from islice(_left(text), MOST)
    for piece in alone.pieces:
        if piece.status in {"ready", "approved"}:
            for value, *keys in _origins(piece):
                if names_nobody(value):
                    yield ORIGIN.at(piece.where(*keys), text=value[:_SHOWN])


def _left(text: ReadText) -> Iterator[Diagnostic]:
    for each in leftovers(text.text, text.prose, text.key, is_heard=text.is_script):
        said = " ".join(text.text[each.start : each.end].split())
        if not _is_meant(text, each.kind, said):
            is_sure = each.sure and text.status == "approved"
            rule = _OF[each.kind] if is_sure else _MAYBE[each.kind]
            if each.kind == "web" and "\n" in text.text[each.start : each.end].strip():
                rule = STORIES
            if each.kind == "page" and text.prose[: each.start].rpartition("\n")[2].strip(
                " >*_.…»("
            ):
                rule = JUMP
            yield rule.at(text.at(each.start, each.end), text=said[:_SHOWN])


def _is_meant(text: ReadText, kind: str, said: str) -> bool:
    """Whether it may stand there, or is told by another rule."""
    if kind in {"label", "web"} and text.is_script and _SPEAKS.match(said):
        return True  # who speaks is named so, too
    if kind in {"mail", "paper"} and isinstance(text.piece, ClassPaper):
        return True  # it greets and thanks those whom it is written to
    if kind == "origin" and text.key.endswith(_OWNERS):
        return True
    return (kind == "label" and bool(text.key)) or (
        kind in {"web", "agency", "paper"} and not text.is_main
    )


def _origins(piece: Piece) -> Iterator[tuple[str, *tuple[str | int, ...]]]:
    """Who is named as the maker of pictures, and where from, each with the keys that say it."""
    if piece.picture:
        yield piece.picture.credit, "picture", "credit"
    for number, rights in enumerate(piece.rights):
        for key in ("credit", "source"):
            yield getattr(rights, key), "rights", number, key
