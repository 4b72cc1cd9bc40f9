"""What differs between a text and its Word document, for the screen: one place below the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.app.word_return import BlockChange, FieldChange
from generator.catalogue import words
from generator.desk.field_views import key_names
from generator.desk.text_comparison import Part, compare
from generator.model.draft import Draft
from generator.model.word_copy import WordCopy
from generator.text.splicing.block_words import Atom, Unit
from generator.text.splicing.body_blocks import CUE, RAW, ROW, RULE, BodyBlock
from generator.text.tree import Cue
from generator.vietnamese.dates import moment_in_words

_WAYS = {
    "came": "The piece was begun with this document.",
    "gave": "Given out to be written in.",
    "back": "Came back.",
}
_ATOMS = {"image": "Picture", "footnote_ref": "Note"}


@dataclass(frozen=True, slots=True)
class WordRow:
    """A place that differs: its lines now and in Word, and whether it is taken."""

    number: int
    label: str
    before: tuple[tuple[Part, ...], ...]
    after: tuple[tuple[Part, ...], ...]
    note: str
    is_taken: bool


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A document in the list: its name, when, which way it went; `is_back` can be compared."""

    key: str
    name: str
    when: str
    way: str
    is_back: bool


def copy_lines(copies: Sequence[WordCopy]) -> list[CopyLine]:
    """The documents of a piece, the newest first."""
    return [
        CopyLine(
            each.key,
            each.name,
            moment_in_words(each.when.replace(second=0, microsecond=0)),
            words(_WAYS[each.way]),
            each.way == "back",
        )
        for each in copies
    ]


def rows_of(
    draft: Draft,
    changes: Sequence[FieldChange | BlockChange],
    choices: Mapping[int, bool] | None = None,
) -> list[WordRow]:
    """The rows; a place that was changed here, too, is taken only by whoever ticks it."""
    return [_row(draft, number, each, choices or {}) for number, each in enumerate(changes)]


def _row(
    draft: Draft, number: int, change: FieldChange | BlockChange, choices: Mapping[int, bool]
) -> WordRow:
    if isinstance(change, FieldChange):
        label = key_names(draft).fields.get(change.key, change.key)
        sides, is_shared = (change.before, change.after), False
    else:
        label, is_shared = words("Place {number}").format(number=number + 1), change.is_shared
        sides = "\n".join(_lines(change.old)), "\n".join(_lines(change.new))
    rows = compare(*sides)
    told = words("This place was changed here, too, since the document went out.")
    looks = words("The words are the same; bold, italics or the kind of paragraph differ.")
    return WordRow(
        number,
        label,
        tuple(row.before for row in rows if row.before) or _plain(sides[0]),
        tuple(row.after for row in rows if row.after) or _plain(sides[1]),
        told if is_shared else "" if rows else looks,
        choices.get(number, not is_shared),
    )


def _plain(text: str) -> tuple[tuple[Part, ...], ...]:
    return tuple((Part(line, differs=False),) for line in text.splitlines())


def _lines(blocks: Sequence[BodyBlock]) -> Iterator[str]:
    for block in blocks:
        if block.kind == RAW:
            yield str(block.fact("text"))
        elif block.kind == RULE:
            yield "* * *"
        elif block.kind == ROW:
            yield " | ".join(_text(cell) for cell in block.blocks)
        else:
            if block.kind == CUE:
                yield Cue(str(block.fact("kind")), int(block.fact("seconds") or 0)).label
            if block.words:
                yield _text(block)
            yield from _lines(block.blocks)


def _text(block: BodyBlock) -> str:
    return "".join(map(_shown, block.words))


def _shown(unit: Unit) -> str:
    if isinstance(unit.what, Atom):
        name = _ATOMS.get(unit.what.kind)
        return f"[{words(name)}]" if name else "\n"
    return unit.what
