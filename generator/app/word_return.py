"""What was changed in Word, paragraph by paragraph, and how a text is with it.

A document says less than a text: it knows no cues, no links to pieces, no names of pictures. So
what came back is compared with the document that went out, and only what differs there is changed
in the text: words in their paragraph, paragraphs that came or went. What was changed here since is
kept, and told where it is the same place.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.app.word_blocks import (
    SeenBlock,
    WordText,
    block_text,
    merger,
    seen_blocks,
    translation,
    went,
)
from generator.app.word_exchange import FRONT, front_of
from generator.source.entries import KeyEntry, with_entry
from generator.text.imported import DraftPicture, WordDraft
from generator.text.splicing.alignment import pairs
from generator.text.splicing.body_blocks import CUE, BodyBlock, body_blocks
from generator.text.splicing.rewriting import rewrite
from generator.text.splicing.writing import RefusedError


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value above the text that was changed in Word."""

    key: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class BlockChange:
    """Blocks of the text as it is now, from `first` to before `last`, that become others.

    `is_shared` where somebody changed that place here, too, since the document went out.
    """

    first: int
    last: int
    old: tuple[BodyBlock, ...]
    new: tuple[BodyBlock, ...]
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class WordChanges:
    """All that differs, by number; `pictures` are those that are new, by their mark in words.

    `labels` are those of cues that are others in Word, or nothing: they are not taken.
    """

    changes: tuple[FieldChange | BlockChange, ...]
    pictures: Mapping[str, DraftPicture]
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WordReturn:
    """A piece and its documents: the text that went out, what it said in Word, what came back."""

    path: str
    text: str
    outgoing: WordDraft
    incoming: WordDraft

    def changes(self, now: str, keys: Collection[str]) -> WordChanges:
        """What differs, as changes of the text as it is `now`, which may have values of `keys`."""
        words = WordText.of(self.outgoing, self.incoming)
        given = body_blocks(self.text)
        edits = _edits(given, words)
        blocks = tuple(_onto(given, body_blocks(now), edits))
        labels = tuple(_labels(given, words))
        return WordChanges((*self._fields(now, keys), *blocks), words.new_pictures, labels)

    def _fields(self, now: str, keys: Collection[str]) -> Iterator[FieldChange]:
        there = front_of(self.path, now)
        for key in FRONT:
            was, after = getattr(self.outgoing, key), getattr(self.incoming, key)
            if key in keys and was != after and there[key] != after:
                yield FieldChange(key, there[key], after)


def with_changes(
    path: str, now: str, changes: Sequence[FieldChange | BlockChange]
) -> tuple[str, list[BlockChange]]:
    """The text with some of its changes; and those that it cannot be written with."""
    text, refused = now, list[BlockChange]()
    for field in (each for each in changes if isinstance(each, FieldChange)):
        text = with_entry(path, text, KeyEntry((field.key,), field.after or None, ("title",)))
    blocks = [each for each in changes if isinstance(each, BlockChange)]
    for each in sorted(blocks, key=lambda each: (each.first, each.last), reverse=True):
        try:
            text = rewrite(text, each.first, each.last, each.new)
        except RefusedError:
            refused.append(each)
    return text, refused


_Edit = tuple[int, int, tuple[BodyBlock, ...]]
"""Blocks of the text that went out, from one to before another, that become others."""


def _edits(given: Sequence[BodyBlock], words: WordText) -> Iterator[_Edit]:
    """What was done in Word, to the blocks that went out."""
    seen = seen_blocks(given)
    places = went(seen, words.outgoing)
    words = words.known_by(seen, places)
    there: SeenBlock | None = None
    changed: dict[int, list[BodyBlock | None]] = {}
    added: dict[int, list[BodyBlock]] = {}
    for old, new in pairs(words.outgoing, words.incoming):
        if old is None:
            after = there.top if there else -1
            added.setdefault(after, []).append(translation(words.incoming[new or 0], words))
            continue
        there = places.get(old, there)
        mine = places.get(old)
        if mine is None or (new is not None and words.outgoing[old] == words.incoming[new]):
            continue
        incoming = None if new is None else words.incoming[new]
        become = incoming and merger(mine.block, words.outgoing[old], incoming, words)
        _put(changed, given, mine, become)
    for top, blocks in changed.items():
        yield top, top + 1, tuple(_held(given[top], blocks))
    for top, new_blocks in added.items():
        yield top + 1, top + 1, tuple(new_blocks)


def _labels(given: Sequence[BodyBlock], words: WordText) -> Iterator[tuple[str, str]]:
    """The labels of cues that are others in Word, or gone while what they are above stays."""
    places = went(seen_blocks(given), words.outgoing)
    found = [(places[o], o, n) for o, n in pairs(words.outgoing, words.incoming) if o in places]
    alive = {place.top for place, _, new in found if place.inner >= 0 and new is not None}
    for place, old, new in found:
        if not place.is_inside or place.inner >= 0 or (new is None and place.top not in alive):
            continue
        before = block_text(words.outgoing[old or 0])
        after = "" if new is None else block_text(words.incoming[new])
        if before != after:
            yield before, after


def _put(
    changed: dict[int, list[BodyBlock | None]],
    given: Sequence[BodyBlock],
    place: SeenBlock,
    become: BodyBlock | None,
) -> None:
    """A block becomes another; within a cue the others stay, and its label is not changed."""
    inner = list[BodyBlock | None](given[place.top].blocks)
    known = changed.setdefault(place.top, inner if place.is_inside else [])
    if not place.is_inside:
        known.append(become)
    elif place.inner >= 0:
        known[place.inner] = become


def _held(old: BodyBlock, blocks: Sequence[BodyBlock | None]) -> Iterator[BodyBlock]:
    left = tuple(each for each in blocks if each is not None)
    if old.kind != CUE:
        yield from left
    elif left or not old.blocks:
        yield replace(old, blocks=left)


def _onto(
    given: Sequence[BodyBlock], now: Sequence[BodyBlock], edits: Iterator[_Edit]
) -> Iterator[BlockChange]:
    """The same edits of the text as it is now."""
    place = {old: new for old, new in pairs(given, now) if old is not None and new is not None}
    for first, last, new in sorted(edits, key=lambda each: each[:2]):
        if first == last or first not in place:
            at = max((place[n] for n in place if n < first), default=-1) + 1
            if new and now[at : at + len(new)] != new:
                yield BlockChange(at, at, (), new, is_shared=first != last)
            continue
        at = place[first]
        old = (now[at],)
        if old != new:
            yield BlockChange(at, at + 1, old, new, is_shared=now[at] != given[first])
