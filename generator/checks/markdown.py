"""What a body may hold: no raw HTML, no attributes, no letters that were lost."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.odd import odd_words
from generator.model.piece import Piece
from generator.model.slips import LEGACY_TEXT, LOST_LETTER
from generator.model.tracking import trackers
from generator.text.mentions import Outline, place
from generator.text.outline import outline
from generator.vietnamese.legacy import suspect
from generator.vietnamese.text import invisible, lookalikes, lost_letters

RAW_HTML = Rule(
    "raw-html",
    "HTML is not allowed in a text: {sample}",
    "Use Markdown: **bold**, *italic*, [words](address), ![picture](path).",
)
_HINTS = {
    "!--": "Remove it; a remark for colleagues is a line that begins with # in the data at the top "
    "of the file.",
    "br": "End the line with a backslash (\\), or begin a new paragraph after an empty line.",
    "sub": "Write the small figure itself: H₂O, CO₂.",
    "sup": "Write the small figure itself: m², m³.",
    "u": "Write what is to stand out in bold: **khóa van**.",
    "mark": "Write what is to stand out in bold: **khóa van**.",
    "s": "Cross words out with two signs on both sides: ~~giá cũ~~.",
    "del": "Cross words out with two signs on both sides: ~~giá cũ~~.",
    "strike": "Cross words out with two signs on both sides: ~~giá cũ~~.",
    "table": "Write a table: | Tháng | Nước |, below it |---|---|, and then a line for each row.",
}
HTML = {tag: RAW_HTML.with_hint(hint) for tag, hint in _HINTS.items()}
"""By the tag, where more can be said than in general."""
IN_CELL = RAW_HTML.with_hint(
    "In a table no line can be ended: write “; ” between the two, or a row for each."
)
_OF_LINES = frozenset({"br", "p", "ul", "ol", "li", "div"})
ATTRIBUTES = Rule(
    "attribute-list",
    "Attributes in braces are not allowed in a text: {sample}",
    "Remove the braces and what is between them.",
)
LIST_AFTER_TEXT = warning(
    "list-after-text",
    "A list follows a text without an empty line between them.",
    "Put an empty line before the first item.",
)
EMPTY_BODY = Rule(
    "empty-body",
    "The piece is approved, but it has no text.",
    "Write the text below the second ---.",
)
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8")  # of Word, which `checks/markup.py` tells
_CITED = re.compile(r"turn\d+[a-z]+\d")
_TAG = re.compile(r"<(/?)([A-Za-z0-9-]+|!--)")


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """The body of every piece."""
    for piece in alone.pieces:
        if piece.status == "approved" and not piece.body.text.strip():
            yield EMPTY_BODY.at(piece.where("status"))
        yield from _old_encoding(piece)
        yield from islice(_letters(piece), MOST)
        yield from _forbidden(piece, outline(piece.body.text))


def _old_encoding(piece: Piece) -> Iterator[Diagnostic]:
    if found := suspect(piece.body.text):
        before = piece.body.text[: found.offset]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        yield LEGACY_TEXT.at(
            piece.body.at(line, column, found.length),
            encoding=found.encoding,
            sample=found.sample,
            converted=found.unicode_text.strip(),
        )


def _letters(piece: Piece) -> Iterator[Diagnostic]:
    """Signs that deceive the eye, counters in addresses, and what stands for a lost letter."""
    text = piece.body.text
    if not (invisible(text) or lookalikes(text) or lost_letters(text) or trackers(text)):
        return
    for number, line in enumerate(text.split("\n")):
        for odd in odd_words(line) if suspect(line) is None else ():  # where signs are letters
            where = piece.body.at(number, odd.start, odd.end - odd.start)
            yield odd.rule.at(where, **odd.details)
        is_cited = _CITED.search(line) is not None  # told as the mark of a chat program
        found = () if is_cited else lost_letters(line)
        lost = (each for each in found if not _is_bullet(line, *each))
        for offset, word in islice(lost, 1):  # who has lost one has lost more in this line
            yield LOST_LETTER.at(piece.body.at(number, offset, len(word)), sample=word[:60])


def _is_bullet(line: str, offset: int, word: str) -> bool:
    """Whether a sign of Word begins a line; within a line it stands for nothing that is read."""
    return word in _BULLETS and not line[:offset].strip()


def _forbidden(piece: Piece, found: Outline) -> Iterator[Diagnostic]:
    opened: set[str] = set()
    for html in found.html[:MOST]:
        closing, tag = _tag(html.text)
        if not (closing and tag in opened):  # an end is told with its beginning
            where = place(piece.body, html)
            is_in_cell = tag in _OF_LINES and "|" in where.text
            rule = IN_CELL if is_in_cell else HTML.get(tag, RAW_HTML)
            yield rule.at(where, sample=html.text)
        opened.add(tag)
    of_chat = "oaicite" in piece.body.text  # that is told as such
    for braces in () if of_chat else found.attributes[:MOST]:
        yield ATTRIBUTES.at(place(piece.body, braces), sample=braces.text[:40])
    for line in found.crowded_lines[:MOST]:
        yield LIST_AFTER_TEXT.at(piece.body.at(line))


def _tag(html: str) -> tuple[bool, str]:
    """Whether a tag is an end, and its name in small letters."""
    match = _TAG.match(html)
    return (bool(match[1]), match[2].casefold()) if match else (False, "")
