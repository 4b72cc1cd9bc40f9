"""Lists that stand apart in Word and are one list in Markdown, which has nothing to part them."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, warning
from generator.text.imported.blocks import Block

JOINED_LISTS = warning(
    "word-lists-joined",
    "A list follows another one, with nothing between them; they are one list now: “{text}”.",
    "Write a sentence between the two, or number on.",
)
_SHOWN = 60  # characters of what is quoted


def joined_lists(blocks: Iterable[Block]) -> Iterator[Diagnostic]:
    """The first item of every numbered list right below another one, which it does not go on."""
    last: dict[int, int] = {}
    for block in blocks:
        item = block.item if block.part == "item" else None
        if item is None:
            last = last if block.part == "item" else {}
            continue
        before = last.get(item.depth)
        last = {depth: number for depth, number in last.items() if depth < item.depth}
        if item.number is None:
            continue
        last[item.depth] = item.number
        if before is not None and item.number != before + 1:
            yield JOINED_LISTS.at(block.where, text=block.words[:_SHOWN])
