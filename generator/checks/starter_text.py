"""What waits for its author, in a new file or in any, is not published."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, Location, Rule, Severity, warning
from generator.model.piece import Piece
from generator.model.read_words import Prose
from generator.text.empty_words import says_nothing, says_nothing_of_picture
from generator.text.machine_words import is_file_name, is_machine_description
from generator.text.mentions import place
from generator.text.outline import outline
from generator.text.piece_texts import ReadText
from generator.text.placeholders import placeholders
from generator.text.starters import unwritten
from generator.vietnamese.person_names import is_nobodys_name

STARTER = Rule(
    "starter-text",
    "“{text}” is what loa wrote into the new file: nobody has written this yet.",
    "Write your own words here.",
)
STARTER_SUMMARY = STARTER.with_hint("Write your own words here; a summary: may also be left out.")
PLACEHOLDER = Rule(
    "placeholder",
    "“{text}” stands for something that is still to be written.",
    "Write it, or remove it. What only the office can add is listed at to_fill: in the data at the "
    "top of the file.",
)
OF_SHEET = PLACEHOLDER.with_hint(
    "Excel shows this where it cannot work a cell out, where a column is too narrow, or instead of "
    "what it works out. Open the sheet, mend the cell, and write the figure that it gives."
)
OF_WORD = PLACEHOLDER.with_hint(
    "Word shows this where what it points at is gone. Open the document, look up what was meant, "
    "and write that."
)
OF_PROMPT = PLACEHOLDER.with_hint(
    "A program asks so for what nobody has typed yet. Write it here, or remove the line."
)
OF_FIELD = PLACEHOLDER.with_hint(
    "Word puts something else in the place of this field: a name out of a list, a number, a day. "
    "Write here what is printed there."
)
_OF_MAKERS = {"sheet": OF_SHEET, "word": OF_WORD, "prompt": OF_PROMPT, "field": OF_FIELD}
PLACEHOLDER_LEFT = replace(PLACEHOLDER, severity=Severity.WARNING)
NOTHING_SEEN = warning(
    "alt-says-nothing",
    "“{text}” does not say what is seen in the picture.",
    "Say it in a few words, for those who do not see it: Công nhân khóa vòi nước trong xưởng nhuộm",
)
BY_MACHINE = NOTHING_SEEN.with_hint(
    "A program wrote this, and knows nothing of your work. Look at the picture and say what it "
    "shows: Công nhân khóa vòi nước trong xưởng nhuộm"
)
OF_FILE = NOTHING_SEEN.with_hint(
    "It is how a telephone, a program or a seller of pictures calls the file. Say what is seen: "
    "Công nhân khóa vòi nước trong xưởng nhuộm"
)
NOBODY = Rule(
    "approver-unnamed",
    "“{text}” is nobody's name: nobody is said to have approved this piece.",
    "Write the name of whoever approved it; until somebody has, set status: ready.",
)
_OF_RECORDS = PLACEHOLDER.with_hint("Write it, or remove it.")
_RULES = {"approved": PLACEHOLDER, "ready": PLACEHOLDER_LEFT}
_SHOWN = 60  # characters that are quoted


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text that readers read of every piece that is written, or is said to be."""
    for text in alone.texts:
        if text.status in _RULES and not _is_told(text):
            placeholder = _RULES[text.status] if text.piece else _OF_RECORDS
            left = list(_unwritten(text))
            yield from (_starter(text, *span) for span in left)
            if not left:
                yield from islice(_placeholders(text, placeholder), MOST)
    for piece in alone.pieces:
        name = piece.approved_by if piece.status == "approved" else ""
        is_real = not name or piece.is_example or not names_nobody(name)
        if not is_real:
            yield NOBODY.at(piece.where("approved_by"), text=name[:_SHOWN])
        if piece.status in _RULES:
            yield from _pictures(piece, _RULES[piece.status])


@lru_cache(maxsize=4096)
def names_nobody(name: str) -> bool:
    """Whether a name is that of nobody, or one that is still to be written."""
    blanks = placeholders(name, name, is_value=True, is_heard=False)
    return is_nobodys_name(name) or any(blanks)


def _starter(text: ReadText, start: int, end: int) -> Diagnostic:
    rule = STARTER_SUMMARY if text.key == "summary" else STARTER
    told = replace(rule, severity=Severity.WARNING) if text.status == "ready" else rule
    return told.at(text.at(start, end), text=_said(text, start, end))


def _is_told(text: ReadText) -> bool:
    """Whether it is looked at for itself, or has the blanks of a document."""
    return text.key == "approved_by" or text.kind is Prose.DOCUMENT


def _unwritten(text: ReadText) -> Iterator[tuple[int, int]]:
    return unwritten(text.medium, text.key, text.text) if text.medium else iter(())


def _pictures(piece: Piece, placeholder: Rule) -> Iterator[Diagnostic]:
    """The words instead of a picture: what programs give it, and what tells nobody what is seen."""
    for words, where, file in _words_of_pictures(piece):
        is_body, stem = where.line >= piece.body.first, PurePosixPath(file).stem
        is_file = words.casefold() in {stem.casefold(), re.sub("[-_]+", " ", stem).casefold()}
        hint = (OF_FILE if is_file_name(words) else NOTHING_SEEN).hint
        if words and is_body and says_nothing(words):
            yield placeholder.with_hint(hint).at(where, text=words[:_SHOWN])
        elif not words or says_nothing(words):
            continue
        elif is_file_name(words) or is_file or says_nothing_of_picture(words, piece.title):
            yield NOTHING_SEEN.with_hint(hint).at(where, text=words[:_SHOWN])
        elif is_machine_description(words):
            yield BY_MACHINE.at(where, text=words[:_SHOWN])


def _words_of_pictures(piece: Piece) -> Iterator[tuple[str, Location, str]]:
    """Words instead of a picture, where they stand, and its file."""
    if piece.picture:
        yield piece.picture.alt, piece.where("picture", "alt"), piece.picture.file
    for mention in outline(piece.body.text).pictures if "![" in piece.body.text else ():
        said = piece.body.find(f"[{mention.words}]", mention.lines)
        where = replace(said, column=said.column + 1, width=said.width - 2) if said else None
        yield mention.words, where or place(piece.body, mention), mention.text


def _placeholders(text: ReadText, rule: Rule) -> Iterator[Diagnostic]:
    is_value, is_heard = bool(text.key), text.is_script
    found = placeholders(text.text, text.prose, is_value=is_value, is_heard=is_heard)
    for each in found:
        if text.piece is None and text.text[each.start] == "<":
            continue  # a name may have such signs
        where = text.at(each.start, each.end)
        chosen = rule if each.sure else PLACEHOLDER_LEFT
        if each.maker:
            chosen = chosen.with_hint(_OF_MAKERS[each.maker].hint)
        yield chosen.at(where, text=_said(text, each.start, each.end))


def _said(text: ReadText, start: int, end: int) -> str:
    return " ".join(text.text[start:end].split())[:_SHOWN]
