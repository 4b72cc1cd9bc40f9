"""What is undone is written as it was: with the ends of lines and the signs that no page shows."""

from collections.abc import Mapping, Sequence

from generator.text.splicing.body_blocks import BodyBlock, body_blocks, visible
from generator.text.splicing.leaves import Page, page

Spellings = Mapping[BodyBlock, str]
"""How blocks stand in a file, by what they say."""
_MOST = 200_000
"""Characters of all that is remembered: what a person changes in some days."""


def spellings_before(before: str, after: str) -> Spellings:
    """The blocks of a file that are not in it after an edit, as they were written."""
    now = set(_differing(after, before))
    was = page(before)
    gone = {b: _written(was, b) for b in _differing(before, after) if b not in now}
    return gone if body_blocks(after) else {**gone, _whole(before): _body(was)}


def both_spellings(older: Spellings, more: Spellings) -> Spellings:
    """Both, the newest last; of too many the oldest are forgotten."""
    found = {block: written for block, written in older.items() if block not in more} | {**more}
    size = sum(map(len, found.values()))
    for block in [*found]:
        if size <= _MOST:
            break
        size -= len(found.pop(block))
    return found


def as_once_written(before: str, after: str, spellings: Spellings) -> str:
    """The text after an edit; a block that comes with it, and was there once, as it was then."""
    if not body_blocks(before) and (body := spellings.get(_whole(after))):
        return after.removesuffix(_body(page(after))) + body
    was = set(_differing(before, after))
    done = after
    for block in reversed(_differing(after, before)):
        if block not in was and block in spellings:
            done = _spelled(done, block, spellings[block])
    return done


def _spelled(text: str, block: BodyBlock, written: str) -> str:
    read = page(text)
    start, stop = _place(read, block)
    done = text[:start] + written + text[stop:]
    is_same = page(done).first == read.first
    return done if is_same and visible(body_blocks(done)) == visible(body_blocks(text)) else text


def _differing(text: str, other: str) -> Sequence[BodyBlock]:
    """The blocks of a text in lines that another one does not have at its ends."""
    one, two = page(text).lines, page(other).lines
    least = min(len(one), len(two))
    head = next((n for n in range(least) if one[n] != two[n]), least)
    tail = next((n for n in range(least - head) if one[-1 - n] != two[-1 - n]), least - head)
    stop = len(one) - tail
    return [b for b in body_blocks(text) if b.lines[1] >= head and b.lines[0] <= stop]


def _whole(text: str) -> BodyBlock:
    """All that a body says: what comes back to an empty one."""
    return BodyBlock("body", (), (), visible(body_blocks(text)))


def _body(read: Page) -> str:
    return read.text[read.starts[read.first] :] if read.first < len(read.starts) else ""


def _written(read: Page, block: BodyBlock) -> str:
    return read.text[slice(*_place(read, block))]


def _place(read: Page, block: BodyBlock) -> tuple[int, int]:
    first, last = block.lines[0], block.lines[1] - 1
    return read.starts[first], read.starts[last] + len(read.lines[last])
