"""Blocks of a document, and the Markdown that they are together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Location
from generator.text.imported.inline import Span, as_paragraph, markdown
from generator.text.imported.numbering import ListMark

_DEEPEST = 6  # levels of headings that Markdown has


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or table: what it is, its Markdown and its bare words.

    `level` is that of a heading; `item` the mark that Word gives it. `is_guess` says that only its
    look tells what it is.
    """

    part: str
    text: str
    words: str
    where: Location
    level: int = 0
    item: ListMark | None = None
    is_guess: bool = False

    @property
    def numbered_text(self) -> str:
        """Its Markdown behind the number that Word counts, for what is no list here."""
        label = "" if self.item is None else markdown([Span(self.item.label)])
        return f"{label} {self.text}".strip() if label else self.text

    def as_part(self, part: str, level: int = 0) -> "Block":
        """The same as another part."""
        return replace(self, part=part, level=level or self.level)

    def as_guess(self, *, is_short: bool) -> "Block":
        """A paragraph in bold: a heading if it is short, in any case perhaps a title."""
        return replace(self, part="heading" if is_short else "body", level=2, is_guess=True)


def bare(text: str) -> str:
    """Markdown without marks of weight, for what is set off as a whole."""
    return re.sub(r"(?<!\\)\*+", "", text).replace("\\\n", " ")


def markdown_of(blocks: list[Block]) -> str:
    """The Markdown of blocks as `with_ranks` gives them."""
    parts = _parts(blocks)
    return "\n\n".join(parts) + "\n" if parts else ""


def with_ranks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Headings and items by how many are around them, since a level of Word may hold nothing.

    «Heading 4» with «Heading 6» below is `##`, `###`; an item of the second level is of the first
    where nothing that Markdown lists is above it, as below «Điều 1.».
    """
    headings: list[int] = []
    items: list[int] = []
    for block in blocks:
        item = block.item
        if block.part == "heading":
            headings = [level for level in headings if level < block.level] + [block.level]
            yield replace(block, level=min(_DEEPEST, len(headings) + 1))
        elif item is not None:
            items = [depth for depth in items if depth < item.depth]
            yield replace(block, item=replace(item, depth=len(items)))
            items += [] if item.label and item.number is None else [item.depth]
        else:
            yield block
        items = items if item is not None else []


def _parts(blocks: list[Block]) -> list[str]:
    parts, index = [], 0
    while index < len(blocks):
        count, text = _next(blocks[index:])
        parts += [text] if text else []
        index += count
    return parts


def _next(blocks: list[Block]) -> tuple[int, str]:
    """How many blocks make the next one of Markdown, and that."""
    first = blocks[0]
    if first.part == "item" and first.item is not None:
        items = list(_run(blocks, "item"))
        return len(items), _list(items)
    if first.part == "quote":
        quoted = list(_run(blocks, "quote"))
        inner = [block.as_part("body" if block.item is None else "item") for block in quoted]
        lines = "\n\n".join(_parts(inner)).split("\n")
        return len(quoted), "\n".join(f"> {line}".rstrip() for line in lines)
    return 1, _alone(first)


def _run(blocks: list[Block], part: str) -> Iterator[Block]:
    for block in blocks:
        if block.part != part:
            return
        yield block


def _alone(block: Block) -> str:
    if block.part == "heading" and block.words:
        return f"{'#' * block.level} {bare(block.text)}"
    if block.part == "caption" and block.words:
        return f"*{bare(block.text)}*"
    if block.part == "table":
        return block.text
    return "---" if block.part == "rule" else as_paragraph(block.text)


def _list(blocks: list[Block]) -> str:
    """A list with lists in it; an item of more than one paragraph opens all of them up.

    A mark that Markdown cannot count, as b) or Điều 2., is written as words.
    """
    counters: list[tuple[bool, int]] = []
    lines: list[str] = []
    is_open = False
    for block in blocks:
        mark, text, item = "", block.text, block.item
        if item is None or (item.label and item.number is None):
            counters = counters if item is None else counters[: item.depth]
            text, is_open = block.numbered_text, True
            indent = sum(map(_width, counters))
        else:
            counters, begins = _counted(counters, item)
            indent, number = sum(map(_width, counters[:-1])), counters[-1][1]
            is_open = is_open or (begins and bool(lines) and number != 1)
            mark = "- " if item.number is None else f"{number}. "
        lines.append(_indented(mark, as_paragraph(text), indent))
    return ("\n\n" if is_open else "\n").join(lines)


def _counted(
    counters: list[tuple[bool, int]], item: ListMark
) -> tuple[list[tuple[bool, int]], bool]:
    """The counters of the lists around an item, its own the last; whether it begins one."""
    depth, is_ordered = min(item.depth, len(counters)), item.number is not None
    goes_on = len(counters) > depth and counters[depth][0] == is_ordered
    number = counters[depth][1] + 1 if goes_on else item.number or 0
    if not goes_on and item.number is None:
        number = 1
    return [*counters[:depth], (is_ordered, number)], not goes_on


def _width(counter: tuple[bool, int]) -> int:
    ordered, number = counter
    return len(f"{number}. ") if ordered else 2


def _indented(mark: str, text: str, indent: int) -> str:
    first, *rest = text.split("\n")
    inner = " " * (indent + len(mark))
    return "\n".join([f"{' ' * indent}{mark}{first}", *(inner + line for line in rest)])
