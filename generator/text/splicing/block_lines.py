"""Blocks that are new in a file, as the lines that say them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from generator.text.cues import cue_line
from generator.text.splicing.block_words import Words, words
from generator.text.splicing.body_blocks import (
    CUE,
    ITEM,
    LISTS,
    NOTE,
    QUOTE,
    RAW,
    RULE,
    TABLE,
    TEXT_BLOCKS,
    BodyBlock,
    as_read,
    visible,
)
from generator.text.splicing.writing import RefusedError, guard, heading_words, normal, spellings
from generator.text.tree import Cue

Environment = Mapping[str, Any]
_BULLETS: Final = ("-", "*", "+")
_DASHES: Final = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def signs(kind: str, others: Sequence[str] = ()) -> str:
    """The sign of a new list beside lists that have others: with theirs it would be one of them."""
    every = _BULLETS if kind == "bullet_list" else (".", ")")
    return next((sign for sign in every if sign not in others), every[0])


def spelling(text: Words, environment: Environment, *, one_line: bool) -> str:
    """Words as they are written by themselves.

    Raises:
        RefusedError: no spelling of them is read as them.
    """
    meant = normal(text, one_line=one_line)
    for way in spellings(meant):
        lines = "\n".join(guard(line) for line in way.split("\n"))
        if as_read(words(lines, environment)) == meant:
            return lines
    raise RefusedError("".join(str(unit.what) for unit in text))


def lines_of(block: BodyBlock, environment: Environment, sign: str = "") -> list[str]:
    """The lines of a block, as they stand where nothing is around it; `sign` is that of a list."""
    if block.kind in TEXT_BLOCKS:
        return _text(block, environment)
    if block.kind == RAW:
        return str(block.fact("text")).split("\n")
    if block.kind == RULE:
        return ["***"]
    if block.kind == TABLE:
        return list(_table(block, environment))
    if block.kind in LISTS:
        return list(_list(block, environment, sign or signs(block.kind)))
    return _container(block, environment)


def _text(block: BodyBlock, environment: Environment) -> list[str]:
    if block.kind == "paragraph":
        return spelling(block.words, environment, one_line=False).split("\n")
    line = spelling(block.words, environment, one_line=True)
    return [f"{'#' * int(block.fact('level'))} {heading_words(line)}"]


def _container(block: BodyBlock, environment: Environment) -> list[str]:
    inner = among(block.blocks, environment, is_tight=False)
    if block.kind == QUOTE:
        return [f"> {line}".rstrip() for line in inner]
    if block.kind == CUE:
        cue = Cue(str(block.fact("kind")), int(block.fact("seconds") or 0))
        return [cue_line(cue), *inner, ":::"]
    if block.kind == NOTE:
        return with_indent(inner, f"[^{block.fact('label')}]: ", 4)
    raise RefusedError(block.kind)


def among(
    blocks: Sequence[BodyBlock],
    environment: Environment,
    *,
    is_tight: bool = False,
    others: Sequence[str] = (),
) -> list[str]:
    """The lines of blocks that follow one another; `others` are the signs of lists around them."""
    found: list[str] = []
    before: BodyBlock | None = None
    sign = ""
    for block in visible(blocks):
        if block.kind in LISTS:
            is_beside = before is not None and before.kind == block.kind
            sign = signs(block.kind, [*others, sign] if is_beside else others)
        follows_words = before is not None and before.kind == "paragraph"
        is_close = is_tight and follows_words and _may_follow_words(block)
        found += [] if before is None or is_close else [""]
        found += lines_of(block, environment, sign)
        before = block
    return found


def _may_follow_words(block: BodyBlock) -> bool:
    """Whether no blank line is needed: a list that does not begin with 1 would be words there."""
    return block.kind in LISTS and (block.kind == "bullet_list" or int(block.fact("start")) == 1)


def _list(block: BodyBlock, environment: Environment, sign: str) -> Iterator[str]:
    for number, item in enumerate(block.blocks):
        if item.kind != ITEM:
            raise RefusedError(item.kind)
        if number and not block.is_tight:
            yield ""
        yield from item_lines(item, environment, sign_of(block, number, sign), block.is_tight)


def sign_of(block: BodyBlock, number: int, sign: str) -> str:
    """What stands before an item of a list, counted from 0."""
    return f"{int(block.fact('start')) + number}{sign}" if block.kind == "ordered_list" else sign


def item_lines(item: BodyBlock, environment: Environment, sign: str, is_tight: bool) -> list[str]:  # noqa: FBT001 - a fact of the list
    """The lines of an item."""
    inner = among(item.blocks, environment, is_tight=is_tight)
    return with_indent(inner, f"{sign} ", len(sign) + 1)


def with_indent(lines: Sequence[str], first: str, width: int) -> list[str]:
    """Lines of which the first has a sign before it and all others stand below its words."""
    head, *others = lines or [""]
    return [f"{first}{head}".rstrip(), *(f"{' ' * width}{line}".rstrip() for line in others)]


def _table(table: BodyBlock, environment: Environment) -> Iterator[str]:
    head = table.blocks[0]
    for number, row in enumerate(table.blocks):
        if len(row.blocks) != len(head.blocks):
            raise RefusedError(row.kind)
        yield row_line(row, environment)
        if not number:
            yield f"|{'|'.join(_DASHES[str(cell.fact('align'))] for cell in head.blocks)}|"


def row_line(row: BodyBlock, environment: Environment) -> str:
    """The line of a row."""
    cells = [spelling(cell.words, environment, one_line=True) for cell in row.blocks]
    return f"| {' | '.join(_barred(cell) for cell in cells)} |"


def _barred(cell: str) -> str:
    """A cell: its bars are no borders, and a sign before the border is none of it."""
    return cell.replace("|", "\\|") + (" " if cell.endswith("\\") else "")
