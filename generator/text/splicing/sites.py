"""Where blocks stand in a file: what stands before their lines, and how they are put there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from generator.text.splicing.block_lines import Environment, item_lines
from generator.text.splicing.body_blocks import CUE, ITEM, LISTS, NOTE, QUOTE, BodyBlock
from generator.text.splicing.leaves import Page
from generator.text.splicing.writing import RefusedError

Change = tuple[int, int, str]
Around = tuple[BodyBlock | None, BodyBlock | None]
_SIGN: Final = re.compile(r"( *)(?:([-+*])|(\d{1,9})([.)]))( *)")
_NOTE_INDENT: Final = 4


@dataclass(frozen=True)
class BlockSite:
    """A place for blocks that follow one another.

    `prefix` stands before each of their lines; `around` are the blocks before and behind them;
    those of a tight list and rows are close: no empty line is between them.
    """

    page: Page
    prefix: str
    around: Around = (None, None)
    is_close: bool = False
    numbering: "ItemSigns | None" = None
    fence: int = -1
    """The line of the fence above them, or -1."""
    is_item: bool = False
    """Whether they are in an item of a tight list: a list there follows its words closely."""

    def beside(self, blocks: Sequence[BodyBlock], number: int) -> "BlockSite":
        """The place of one of these blocks."""
        before, after = self.around
        before = blocks[number - 1] if number else before
        after = blocks[number + 1] if number + 1 < len(blocks) else after
        return replace(self, around=(before, after))

    def within(self, block: BodyBlock) -> "BlockSite":
        """The place of the blocks in a block."""
        if block.kind == ITEM:
            found = _SIGN.match(self.page.lines[block.lines[0]], len(self.prefix))
            width = len(found[0]) if found and len(found[5]) <= 4 else 0  # noqa: PLR2004 - else code
            is_item = bool(self.numbering and self.numbering.is_tight)
            return BlockSite(self.page, self.prefix + " " * width, is_item=is_item)
        if block.kind == QUOTE:
            return BlockSite(self.page, f"{self.prefix}> ")
        if block.kind == NOTE:
            return BlockSite(self.page, self.prefix + " " * _NOTE_INDENT)
        return BlockSite(self.page, self.prefix, fence=block.lines[0])

    def before(self, block: BodyBlock) -> "BlockSite":
        """The place, for what begins with this block."""
        return replace(self, is_close=True) if self.is_item and block.kind in LISTS else self

    def insertion(
        self, lines: Sequence[str], last: BodyBlock | None, following: BodyBlock | None
    ) -> Change:
        """The change that puts lines behind a block, or else before one."""
        text = self._joined(lines)
        if last is None and following is not None:
            start = self._start(following)
            return start, start, text + self._gap()
        if last is None:
            return self._first(text)
        end = self._end(last)
        is_next = following is not None and following.lines[0] == last.lines[1]
        tail = "" if self._is_tight or not is_next else self.page.line_end + self.prefix.rstrip()
        return end, end, self._gap() + text + tail

    def deletion(
        self, going: Sequence[BodyBlock], last: BodyBlock | None, following: BodyBlock | None
    ) -> Change:
        """The change that takes blocks away, with the empty lines that were between them."""
        start = self._start(going[0])
        if following is None:
            return (self._end(last) if last else start), self._end(going[-1]), ""
        joins = last is not None and last.lines[1] == going[0].lines[0] and not self._is_tight
        return start, self._start(following), self.page.line_end + self.prefix if joins else ""

    def replacement(self, lines: Sequence[str], old: BodyBlock, *, is_other: bool) -> Change:
        """The change that puts lines in the place of a block, apart from those beside it."""
        before, after = self.around
        text = self._joined(lines)
        if is_other and before is not None and before.lines[1] == old.lines[0]:
            text = self.page.line_end + self.prefix + text
        if is_other and after is not None and after.lines[0] == old.lines[1]:
            text += self.page.line_end + self.prefix.rstrip()
        return self._start(old), self._end(old), text

    def opening(self, cue: BodyBlock, text: str) -> Change:
        """The change of what stands behind the fence of a cue."""
        line = cue.lines[0]
        fence = re.compile(r"[ >\t]*:{3,}").match(self.page.lines[line])
        if fence is None:
            raise RefusedError(CUE)
        start = self.page.starts[line]
        return start + fence.end(), start + len(self.page.lines[line]), text

    @property
    def _is_tight(self) -> bool:
        return self.is_close or bool(self.numbering and self.numbering.is_tight)

    def _joined(self, lines: Sequence[str]) -> str:
        """Lines below one another; before the first one stands what was there."""
        head, *others = lines
        rest = (self.page.line_end + (self.prefix + line).rstrip() for line in others)
        return head + "".join(rest)

    def _gap(self) -> str:
        """What is between two blocks."""
        end = self.page.line_end
        return (
            end + self.prefix
            if self._is_tight
            else f"{end}{self.prefix.rstrip()}{end}{self.prefix}"
        )

    def _first(self, text: str) -> Change:
        """Blocks where there was none."""
        page, end = self.page, self.page.line_end
        if self.fence >= 0:
            at = page.starts[self.fence] + len(page.lines[self.fence])
            return at, at, end + self.prefix + text
        if self.prefix:
            raise RefusedError(self.prefix)
        at = len(page.text)
        head = "" if not page.lines[-1] else end
        apart = end if len(page.lines) > 1 and (head or page.lines[-2].strip()) else ""
        return at, at, head + apart + text + end

    def _start(self, block: BodyBlock) -> int:
        line = block.lines[0]
        return self.page.starts[line] + min(len(self.prefix), len(self.page.lines[line]))

    def _end(self, block: BodyBlock) -> int:
        line = block.lines[1] - 1
        return self.page.starts[line] + len(self.page.lines[line])


def sign_before(page: Page, block: BodyBlock) -> str:
    """The sign of the items of a list in a file; nothing of what is no list."""
    if block.kind not in LISTS:
        return ""
    found = re.compile(r"[ >\t]*(?:([-+*])|\d{1,9}([.)]))").match(page.lines[block.lines[0]])
    return (found[1] or found[2]) if found else ""


@dataclass(frozen=True)
class ItemSigns:
    """How the items of a list are marked in a file, and how they are to be."""

    page: Page
    outer: str
    old: BodyBlock
    new: BodyBlock
    matches: Mapping[int, re.Match[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Find the sign of each item."""
        found = {}
        for item in self.old.blocks:
            match = _SIGN.match(self.page.lines[item.lines[0]], len(self.outer))
            if match:
                found[item.lines[0]] = match
        object.__setattr__(self, "matches", found)

    @property
    def is_known(self) -> bool:
        """Whether every item of it begins as items do."""
        return bool(self.matches) and len(self.matches) == len(self.old.blocks)

    @property
    def is_tight(self) -> bool:
        """Whether no empty lines are between its items."""
        return self.old.is_tight

    @cached_property
    def _first(self) -> re.Match[str]:
        return next(iter(self.matches.values()))

    @property
    def prefix(self) -> str:
        """What stands before the signs of its items."""
        return self.outer + self._first[1]

    @cached_property
    def _numbers(self) -> list[int]:
        return [int(found[3] or 0) for found in self.matches.values()]

    def number(self, at: int) -> int | None:
        """The number of an item of the new list, counted from 0; None where any will do."""
        start, first = int(self.new.fact("start") or 0), self._numbers[0]
        if self._numbers == list(range(first, first + len(self._numbers))):
            return start + at
        return start if not at or len(set(self._numbers)) == 1 else None

    def sign(self, item: BodyBlock) -> str:
        """What stands before a new item."""
        if not self._first[3]:
            return self._first[2]
        at = next((n for n, each in enumerate(self._items) if each is item), 0)
        number = self.number(at)
        return f"{int(self.new.fact('start')) + at if number is None else number}{self._first[4]}"

    @cached_property
    def _items(self) -> list[BodyBlock]:
        return [item for item in self.new.blocks if not item.is_empty]

    def new_numbers(self, was: BodyBlock, item: BodyBlock) -> Iterator[Change]:
        """The change of the number of an item that stays, where it has another one now."""
        found = self.matches[was.lines[0]]
        at = next((n for n, each in enumerate(self._items) if each is item), 0)
        number = self.number(at)
        if not found[3] or number is None or int(found[3]) == number:
            return
        if len(str(number)) != len(found[3]) and was.lines[1] - was.lines[0] > 1:
            raise RefusedError(ITEM)  # what is below its words would stand elsewhere
        line = self.page.starts[was.lines[0]]
        yield line + found.start(3), line + found.end(3), str(number)

    def lines(self, items: Sequence[BodyBlock], environment: Environment) -> list[str]:
        """The lines of new items."""
        found: list[str] = []
        for item in items:
            if item.kind != ITEM:
                raise RefusedError(item.kind)
            found += [""] if found and not self.is_tight else []
            found += item_lines(item, environment, self.sign(item), self.is_tight)
        return found
