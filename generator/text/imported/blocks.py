"""Blocks of a document, and the Markdown that they are together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Location
from generator.text.imported.inline import begun

_RULES = frozenset({"***", "---", "___", "\\*\\*\\*"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or table: what it is, its Markdown and its bare words.

    `level` is that of a heading; `depth` that of an item from 0, None where it has no mark of its
    own. `guessed` says that only its look tells what it is.
    """

    part: str
    text: str
    words: str
    where: Location
    level: int = 0
    depth: int | None = None
    ordered: bool = False
    guessed: bool = False

    def as_part(self, part: str, level: int = 0) -> "Block":
        """The same as another part."""
        return replace(self, part=part, level=level or self.level)

    def as_guess(self, *, is_short: bool) -> "Block":
        """A paragraph in bold: a heading if it is short, in any case perhaps a title."""
        return replace(self, part="heading" if is_short else "body", level=2, guessed=True)


def bare(text: str) -> str:
    """Markdown without marks of weight, for what is set off as a whole."""
    return re.sub(r"(?<!\\)\*+", "", text).replace("\\\n", " ")


def written(blocks: list[Block]) -> str:
    """The Markdown of blocks; the highest heading becomes `##`."""
    levels = [block.level for block in blocks if block.part == "heading"]
    parts = _parts(blocks, min(levels, default=2) - 2)
    return "\n\n".join(parts) + "\n" if parts else ""


def _parts(blocks: list[Block], raised: int) -> list[str]:
    parts, index = [], 0
    while index < len(blocks):
        count, text = _next(blocks[index:], raised)
        parts += [text] if text else []
        index += count
    return parts


def _next(blocks: list[Block], raised: int) -> tuple[int, str]:
    """How many blocks make the next one of Markdown, and that."""
    first = blocks[0]
    if first.part == "item" and first.depth is not None:
        items = list(_run(blocks, "item"))
        return len(items), _list(items)
    if first.part == "quote":
        quoted = list(_run(blocks, "quote"))
        inner = [block.as_part("body" if block.depth is None else "item") for block in quoted]
        lines = "\n\n".join(_parts(inner, raised)).split("\n")
        return len(quoted), "\n".join(f"> {line}".rstrip() for line in lines)
    return 1, _alone(first, raised)


def _run(blocks: list[Block], part: str) -> Iterator[Block]:
    for block in blocks:
        if block.part != part:
            return
        yield block


def _alone(block: Block, raised: int) -> str:
    if block.part == "heading" and block.words:
        return f"{'#' * min(6, max(2, block.level - raised))} {bare(block.text)}"
    if block.part == "caption" and block.words:
        return f"*{bare(block.text)}*"
    if block.part == "table":
        return block.text
    return "---" if "".join(block.words.split()) in _RULES else begun(block.text)


def _list(items: list[Block]) -> str:
    """A list with lists in it; an item of more than one paragraph opens all of them up."""
    counters: list[tuple[bool, int]] = []
    lines: list[str] = []
    is_open = any(item.depth is None for item in items)
    for item in items:
        if item.depth is None:
            indent = sum(map(_width, counters))
        else:
            depth = min(item.depth, len(counters))
            same = len(counters) > depth and counters[depth][0] == item.ordered
            number = counters[depth][1] + 1 if same else 1
            counters = [*counters[:depth], (item.ordered, number)]
            indent = sum(map(_width, counters[:-1]))
        mark = "" if item.depth is None else f"{number}. " if item.ordered else "- "
        lines.append(_indented(mark, begun(item.text), indent))
    return ("\n\n" if is_open else "\n").join(lines)


def _width(counter: tuple[bool, int]) -> int:
    ordered, number = counter
    return len(f"{number}. ") if ordered else 2


def _indented(mark: str, text: str, indent: int) -> str:
    first, *rest = text.split("\n")
    inner = " " * (indent + len(mark))
    return "\n".join([f"{' ' * indent}{mark}{first}", *(inner + line for line in rest)])
