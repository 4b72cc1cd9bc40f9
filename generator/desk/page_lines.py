"""A file as people read it, line by line: fields by their names, the text with its looks.

For comparing two texts: nobody meets the signs of a file there.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

from generator.catalogue import words
from generator.desk.change_words import CHOICES, chosen_words
from generator.desk.field_views import key_names
from generator.desk.page_words import picture_words
from generator.desk.text_comparison import CompareRow, Token, TokenLine, tokens_of
from generator.model.draft import Draft
from generator.model.plan import Plan
from generator.planning.source_names import SourceNames
from generator.source.edits import NotEditableError
from generator.source.entries import Value, values_at
from generator.text.splicing.block_words import HARD, Atom, Link, Unit, Words
from generator.text.splicing.body_blocks import (
    CUE,
    NOTE,
    QUOTE,
    TEXT_BLOCKS,
    BodyBlock,
    body_blocks,
)
from generator.text.tree import Cue

LABEL, TARGET = "label", "target"
"""How words look that say what a line is, and where a link leads."""
_ENTRY = re.compile(r"(?P<key>\w+)(?P<rest>:(?: .*)?)")
_INNER = re.compile(r"(?P<lead> *(?:- )?)(?P<key>\w+): (?P<rest>.*)")
_NAMES = frozenset({"campaign", "activity", "partner"})
"""Keys whose values are names of what a plan has."""
_SOURCE = re.compile(r"[^\s,\[\]\"']+:\d+(?:[-,]\d+)*")

_HEADINGS = {True: "Heading", False: "Smaller heading"}
_BIG = 2
"""A heading of this level, or above it, is no smaller one."""
_CELL = " │ "
Lead = tuple[Token, ...]


def page_lines(path: str, text: str, plan: Plan) -> list[TokenLine]:
    """The lines of a file with plain line ends; of what has no fields they are its own."""
    draft = Draft(path, None, text)
    names = key_names(draft)
    labels = {**names.fields, **names.others}
    head, fence, _ = text.removeprefix("---\n").partition("\n---\n")
    if not (text.startswith("---\n") and fence and labels):
        return [tokens_of(line) for line in text.splitlines()]
    shown = _Page(path, plan)
    try:
        values = values_at(path, text)
    except NotEditableError:
        values = {}
    return [
        *shown.fields(head, {**names.inner, **labels}, values),
        *shown.blocks(body_blocks(text), ()),
    ]


def row_json(row: CompareRow) -> dict[str, object]:
    """A row of two texts as a script shows it."""
    told = words("{count} lines that are the same").format(count=row.count)
    return {**asdict(row), "is_same": row.is_same, "text": f"… {told} …"}


class _Page:
    """What the lines of one file need to be shown: where it lies, and what others are called."""

    def __init__(self, path: str, plan: Plan) -> None:
        self._folder, self._sources = posixpath.dirname(path), SourceNames(plan.workspace.documents)
        workspace, today = plan.workspace, plan.today
        self._names = {key: each.title for key, each in workspace.campaigns.items()}
        self._names |= {line.activity.id: line.activity.title for line in plan.lines}
        self._names |= {key: p.name_on(today).name for key, p in workspace.partners.items()}
        self._titles = {piece.file: piece.title for piece in plan.workspace.pieces.values()}

    def fields(
        self, head: str, labels: Mapping[str, str], values: Mapping[str, Value]
    ) -> Iterator[TokenLine]:
        """The data: each field by its name, what has no field as it is written."""
        is_told = False
        for line in head.split("\n"):
            found = _ENTRY.fullmatch(line)
            if found is None:
                if not is_told or line.startswith("#"):
                    yield self._inner(line, labels)
                continue
            key, label = found["key"], labels.get(found["key"], found["key"])
            is_told = values.get(key) is not None
            value = self._value(key, values.get(key)) if is_told else found["rest"].lstrip(": ")
            yield (f"{label}: ", LABEL), *tokens_of(value)

    def _inner(self, line: str, labels: Mapping[str, str]) -> TokenLine:
        """A line of what has no field of its own, with titles of documents."""
        told = _SOURCE.sub(lambda each: self._sources.words(each[0]), line)
        found = _INNER.fullmatch(told)
        label = labels.get(found["key"], "") if found else ""
        if not (found and label):
            return tokens_of(told)
        return (f"{found['lead']}{label}: ", LABEL), *tokens_of(found["rest"].strip("\"'"))

    def _value(self, key: str, value: Value) -> str:
        items = [value] if isinstance(value, str) else value or ()
        if key in _NAMES:
            return ", ".join(self._names.get(each, each) for each in items)
        if key in CHOICES:
            return ", ".join(map(chosen_words, items))
        return ", ".join(map(self._sources.words, items))

    def blocks(self, blocks: Sequence[BodyBlock], lead: Lead) -> Iterator[TokenLine]:
        """The text; `lead` stands before the first line, and what is as wide before the others."""
        for block in blocks:
            for line in self._block(block, lead):
                yield line
                lead = _beside(lead)

    def _block(self, block: BodyBlock, lead: Lead) -> Iterator[TokenLine]:
        match block.kind:
            case "heading":
                label = words(_HEADINGS[int(block.fact("level")) <= _BIG])
                yield *lead, _label(label), *self._words(block.words, "heading")
            case "bullet_list" | "ordered_list":
                yield from self._items(block, lead)
            case "table":
                yield from (self._row(row, number, lead) for number, row in enumerate(block.blocks))
            case "raw":
                text = str(block.fact("text"))
                yield from ((*lead, *tokens_of(line, "code")) for line in text.splitlines())
            case "rule":
                yield *lead, ("———", "")
            case kind if kind in TEXT_BLOCKS:
                yield *lead, *self._words(block.words)
            case _:
                yield from self._box(block, lead)

    def _box(self, block: BodyBlock, lead: Lead) -> Iterator[TokenLine]:
        """A quotation, a cue or a note: what it is stands before its first line."""
        told = {
            QUOTE: words("Quotation"),
            NOTE: f"{words('Note')} {block.fact('label')}",
            CUE: Cue(str(block.fact("kind")), int(block.fact("seconds") or 0)).label,
        }
        before = (*lead, _label(told.get(block.kind, block.kind)))
        yield from self.blocks(block.blocks, before) if block.blocks else iter((before,))

    def _items(self, block: BodyBlock, lead: Lead) -> Iterator[TokenLine]:
        start = block.fact("start")
        for number, item in enumerate(block.blocks):
            sign = f"{int(start) + number}. " if block.kind == "ordered_list" else "• "
            before = (*lead, (sign, ""))
            yield from self.blocks(item.blocks, before) if item.blocks else iter((before,))
            lead = _beside(lead)

    def _row(self, row: BodyBlock, number: int, lead: Lead) -> TokenLine:
        cells = [self._words(cell.words, "" if number else "strong") for cell in row.blocks]
        between = (token for cell in cells for token in ((_CELL, ""), *cell))
        return (*lead, _label(words("Table")), *list(between)[1:])

    def _words(self, units: Words, look: str = "") -> TokenLine:
        found = list[Token]()
        for marks, run in groupby(units, lambda unit: unit.marks):
            names = sorted(mark for mark in marks if isinstance(mark, str))
            text = "".join(map(_shown, run))
            found += tokens_of(text, " ".join(filter(None, (look, *names))))
            links = (mark for mark in marks if isinstance(mark, Link))
            found += ((f" (→ {self._target(link)})", TARGET) for link in links)
        return tuple(found)

    def _target(self, link: Link) -> str:
        """Where it leads: a piece by its title."""
        path, _, place = link.href.partition("#")
        whole = posixpath.normpath(posixpath.join(self._folder, path))
        return self._titles.get(whole, path) + (f" #{place}" if place else "")


def _label(text: str) -> Token:
    return f"{text}: ", LABEL


def _beside(lead: Lead) -> Lead:
    """As wide as what stands before the first line."""
    return tuple((" " * min(len(text), 4), "") for text, _ in lead)


def _shown(unit: Unit) -> str:
    if not isinstance(unit.what, Atom):
        return unit.what
    if unit.what == HARD:
        return "\n"
    if unit.what.kind == "footnote_ref":
        return f" [{words('Note')} {unit.what.source[2:-1]}]"
    source = unit.what.source
    return f"[{words('Picture')}: {picture_words(source)}]" if unit.what.kind == "image" else source
