"""Footnotes: where they stand in the tree, and how HTML leads to them and back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from markdown_it.token import Token

from generator.catalogue import translate

MARK: Final = "footnote_ref"
NOTES: Final = "footnote_block"
NOTE: Final = "footnote"
_DEFINITION: Final = "footnote_reference"

Meta = dict[Any, Any]


def notes_last(stream: list[Token]) -> list[Token]:
    """The token stream with its notes as last block, in the order in which they are marked.

    Marks bear the `number` of their note and which of its marks they are (`nth`, from 1); a note
    bears its `number` and how many `marks` lead to it. A note that nothing marks is left out: the
    check tells it.
    """
    body, notes = _parted(stream)
    marks = _number(body, notes)
    if not marks:
        return body
    found = [Token(f"{NOTES}_open", "section", 1, block=True)]
    for number, (label, count) in enumerate(marks.items(), 1):
        found += _note(notes[label], {"number": number, "marks": count})
    return [*body, *found, Token(f"{NOTES}_close", "section", -1, block=True)]


def _parted(stream: list[Token]) -> tuple[list[Token], dict[str, list[Token]]]:
    """The text, and the tokens of each note by its label; the first note of a label counts."""
    body: list[Token] = []
    notes: dict[str, list[Token]] = {}
    around = [body]
    for token in stream:
        if token.type == f"{_DEFINITION}_open":
            around.append([token])
            notes.setdefault(str(token.meta["label"]), around[-1])
        elif token.type == f"{_DEFINITION}_close":
            around.pop()
        else:
            around[-1].append(token)
    return body, notes


def _number(body: list[Token], notes: dict[str, list[Token]]) -> dict[str, int]:
    """Give every mark its numbers; how many marks each note has, in the order of the notes."""
    marks: dict[str, int] = {}
    waiting = [body]
    for part in waiting:
        for token in _marks(part):
            label = str(token.meta["label"])
            if label not in marks:
                waiting.append(notes[label])
            marks[label] = marks.get(label, 0) + 1
            token.meta = {"number": list(marks).index(label) + 1, "nth": marks[label]}
    return marks


def _marks(stream: Sequence[Token]) -> Iterator[Token]:
    for token in stream:
        if token.type == MARK:
            yield token
        yield from _marks(token.children or ())


def _note(held: list[Token], meta: Meta) -> Iterator[Token]:
    """A note below the text, as deep in it as an item of a list."""
    definition, *content = held
    yield Token(f"{NOTE}_open", "li", 1, map=definition.map, level=1, meta=meta, block=True)
    for token in content:
        yield token.copy(level=token.level - definition.level + 1)
    yield Token(f"{NOTE}_close", "li", -1, level=1, block=True)


@dataclass(frozen=True, slots=True)
class NoteHtml:
    """The HTML around the notes of a piece, by ids that no other piece and no heading has.

    `page` stands before the fragments of links, for HTML that leaves its page.
    """

    piece: str = ""
    lang: str = "vi"
    page: str = ""

    @property
    def opening(self) -> str:
        """Begins the notes; its tag is still open."""
        return f'<section class="notes" role="doc-endnotes" aria-label="{self._say("Notes")}"'

    def mark(self, meta: Meta) -> str:
        """A mark in the text, which leads to its note."""
        number = meta["number"]
        words = self._say("Note {number}").format(number=number)
        identity = self._mark_id(number, meta["nth"])
        return (
            f'<sup class="note-mark"><a id="{identity}" href="{self.page}#{self.note_id(number)}"'
            f' role="doc-noteref" aria-label="{words}">{number}</a></sup>'
        )

    def note_id(self, number: int) -> str:
        """The id of a note."""
        return f"fn:{self.piece}:{number}"

    def back(self, meta: Meta) -> str:
        """The links at the end of a note to its marks."""
        words = self._say("Back to the text")
        return "".join(
            f'\u00a0<a class="note-back" href="{self.page}#{self._mark_id(meta["number"], nth)}"'
            f' role="doc-backlink" aria-label="{words}">↩\ufe0e</a>'
            for nth in range(1, meta["marks"] + 1)
        )

    def _mark_id(self, number: int, nth: int) -> str:
        return f"fnref:{self.piece}:{number}" + (f":{nth}" if nth > 1 else "")

    def _say(self, message: str) -> str:
        return escape(translate(message, self.lang))
