"""Some blocks of a body become others: paragraphs, lists, tables, cues, notes come, go and change.

What is the same on both sides stays as it was saved. Of the rest as little is written as can be:
the words of a paragraph, one item, one row; then whole blocks. The file is read again each time:
the first form that reads exactly as it was meant is taken, else the edit is refused.
"""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from generator.text.splicing import splice
from generator.text.splicing.block_words import Words
from generator.text.splicing.body_blocks import BodyBlock, all_of, body_blocks, visible
from generator.text.splicing.leaves import Page, page
from generator.text.splicing.merging import Merging, environment_for
from generator.text.splicing.writing import RefusedError, normal

_DEPTHS: Final = (9, 2, 1, 0)
"""How deep in the blocks only a part of them is written anew: the finest first."""


def rewrite(text: str, first: int, last: int, new: Sequence[BodyBlock]) -> str:
    """The text of a file in which the blocks from `first` to before `last` are others.

    Raises:
        RefusedError: they would be read as something else, or change other blocks.
        IndexError: there are no such blocks.
    """
    before = page(text)
    old = body_blocks(before.text)
    if not 0 <= first <= last <= len(old):
        raise IndexError(first, last)
    known = {block.words for block in all_of(old[first:last])}
    shall = [_held(block, known) for block in new]
    meant = visible((*old[:first], *shall, *old[last:]))
    if visible(old) == meant:
        return text
    for depth in _DEPTHS:
        done = _attempt(lambda d=depth: _merged(before, (first, last), shall, meant, d))  # type: ignore[misc]
        if done is not None and _is_meant(before, done, meant):
            return done
    raise RefusedError(", ".join(block.kind for block in new))


def _held(block: BodyBlock, known: AbstractSet[Words]) -> BodyBlock:
    """A block with what Markdown can hold of its words; those that are there already it can."""
    words = block.words
    if words not in known:
        words = normal(words, one_line=block.kind != "paragraph")
    return replace(block, words=words, blocks=tuple(_held(each, known) for each in block.blocks))


def _attempt(way: Callable[[], str]) -> str | None:
    try:
        return way()
    except RefusedError:
        return None


def _merged(
    before: Page,
    span: tuple[int, int],
    new: Sequence[BodyBlock],
    meant: Sequence[BodyBlock],
    depth: int,
) -> str:
    merging = Merging(before, environment_for(before, meant), depth)
    merging.body(body_blocks(before.text), span, new)
    if len(merging.leaves) == 1 and not merging.changes:
        return splice(before.text, *merging.leaves[0])
    return merging.text()


def _is_meant(before: Page, done: str, meant: Sequence[BodyBlock]) -> bool:
    """Whether the body says what it shall, and all that stands above it is as it was."""
    after = page(done)
    head = [lines[: before.first] for lines in (before.lines, after.lines)]
    return (
        after.first == before.first and head[0] == head[1] and visible(body_blocks(done)) == meant
    )
