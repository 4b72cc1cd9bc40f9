"""Blocks of a text and of the Word document that was made of it: which is which, word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import groupby

from generator.text.imported import DraftPicture, WordDraft
from generator.text.splicing.alignment import pairs
from generator.text.splicing.block_words import STRONG, Atom, Unit, Words, plain
from generator.text.splicing.body_blocks import CUE, NOTE, RAW, BodyBlock, all_of, body_blocks
from generator.text.splicing.word_steps import word_steps
from generator.text.tree import Cue, new_parser

PICTURE, REFERENCE = "image", "footnote_ref"
_MARK = re.compile(r"\[\^(\w+)\]")
_NOTE = re.compile(r"^\[\^(\d+)\]: (.*)$", re.MULTILINE)
_HEAD = "---\nid: word\n---\n\n"
"""Data above a text that has none, so that it is read as a file is."""


@dataclass(frozen=True, slots=True)
class SeenBlock:
    """A block as a document shows it: a cue is its label (`inner` is -1) and the blocks in it."""

    top: int
    block: BodyBlock
    inner: int = -1
    is_inside: bool = False


@dataclass(frozen=True, slots=True)
class WordText:
    """What a document said and what it says now, with names for pictures and notes in both.

    `new_pictures` are pictures that were not there; `names` are what names mean in the text.
    """

    outgoing: tuple[BodyBlock, ...]
    incoming: tuple[BodyBlock, ...]
    new_pictures: Mapping[str, DraftPicture]
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, outgoing: WordDraft, incoming: WordDraft) -> "WordText":
        """Both documents; a picture that Word saved anew is known by its words."""
        known = {picture.mark: _name(picture) for picture in outgoing.pictures}
        said = {
            picture.words: known[picture.mark] for picture in outgoing.pictures if picture.words
        }
        found = {
            each.mark: name
            if (name := _name(each)) in known.values()
            else said.get(each.words, name)
            for each in incoming.pictures
        }
        are_many = len(_NOTE.findall(outgoing.body)) != len(_NOTE.findall(incoming.body))
        bodies = (
            _named(draft.body, marks, by_words=are_many)
            for draft, marks in ((outgoing, known), (incoming, found))
        )
        blocks = [body_blocks(_HEAD + body) for body in bodies]
        new = {found[each.mark]: each for each in incoming.pictures}
        new_pictures = {name: each for name, each in new.items() if name not in known.values()}
        return cls(blocks[0], blocks[1], new_pictures)

    def known_by(self, view: Sequence[SeenBlock], places: Mapping[int, SeenBlock]) -> "WordText":
        """The same, with what the names of pictures and notes are in the text."""
        names = dict[str, str]()
        for number, place in places.items():
            mine, theirs = all_of([place.block]), all_of([self.outgoing[number]])
            for one, other in zip(mine, theirs, strict=False):
                if one.kind == other.kind == NOTE:
                    names[str(other.fact("label"))] = str(one.fact("label"))
                pictures = zip(_pictures(one.words), _pictures(other.words), strict=False)
                names |= {_address(his): _address(my) for my, his in pictures}
        used = {str(each.block.fact("label")) for each in view}
        labels = [str(each.fact("label")) for each in self.incoming if each.kind == NOTE]
        free = (str(n) for n in range(1, 10_000) if str(n) not in used)
        names |= {label: next(free) for label in labels if label not in names}
        return replace(self, names=names)


def seen_blocks(blocks: Sequence[BodyBlock]) -> list[SeenBlock]:
    """The blocks of a text as a document shows them, one below the other."""
    found = list[SeenBlock]()
    for top, block in enumerate(blocks):
        if block.kind != CUE:
            found.append(SeenBlock(top, block))
            continue
        if label := Cue(str(block.fact("kind")), int(block.fact("seconds") or 0)).label:
            head = BodyBlock("paragraph", words=plain(label, STRONG))
            found.append(SeenBlock(top, head, is_inside=True))
        inside = enumerate(block.blocks)
        found += [SeenBlock(top, each, number, is_inside=True) for number, each in inside]
    return found


def went(view: Sequence[SeenBlock], outgoing: Sequence[BodyBlock]) -> dict[int, SeenBlock]:
    """Which block of a text each block of its document is, by number, as far as they say the same.

    What stands between two that are known is what is left of both, in order.
    """
    mine, theirs = (
        [block_text(each) for each in side] for side in ([s.block for s in view], outgoing)
    )
    steps = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    spans = ((range(a, b), range(c, d)) for _, a, b, c, d in steps)
    return {new: view[old] for span in spans for old, new in zip(*span, strict=False)}


def merger(mine: BodyBlock, outgoing: BodyBlock, incoming: BodyBlock, words: WordText) -> BodyBlock:
    """A block of the text with what was changed in Word; links and names in it stay."""
    facts = (
        mine.facts
        if outgoing.facts == incoming.facts and mine.kind == incoming.kind
        else incoming.facts
    )
    if not incoming.blocks and not mine.blocks:
        said = _words(mine.words, outgoing.words, incoming.words, words)
        return replace(translation(incoming, words), facts=facts, words=said)
    same = mine.kind == outgoing.kind == incoming.kind and len(mine.blocks) == len(outgoing.blocks)
    if not same:
        return translation(incoming, words)
    inner = list[BodyBlock]()
    for old, new in pairs(outgoing.blocks, incoming.blocks):
        if old is None:
            inner.append(translation(incoming.blocks[new or 0], words))
        elif new is not None:
            is_same = outgoing.blocks[old] == incoming.blocks[new]
            one, other = mine.blocks[old], incoming.blocks[new]
            inner.append(one if is_same else merger(one, outgoing.blocks[old], other, words))
    return replace(mine, facts=_renamed(facts, words), blocks=tuple(inner), leaf=-1)


def translation(block: BodyBlock, words: WordText) -> BodyBlock:
    """A block of a document with the names that pictures and notes have in the text."""
    said = tuple(_unit(each, words.names) for each in block.words)
    inner = tuple(translation(each, words) for each in block.blocks)
    facts = _renamed(block.facts, words)
    return replace(block, facts=facts, words=said, blocks=inner, leaf=-1, lines=(0, 0))


def _words(mine: Words, outgoing: Words, incoming: Words, words: WordText) -> Words:
    """Words of the text in which those are others that were changed in Word."""
    theirs = tuple(_unit(each, words.names) for each in incoming)
    if [_what(each) for each in mine] != [_what(each) for each in outgoing]:
        return theirs
    old, new = _parts(outgoing), _parts(incoming)
    found = list[Unit]()
    for step in word_steps(_named_parts(outgoing, old), _named_parts(incoming, new)):
        spans, side = (new[step.new], theirs) if step.differs else (old[step.old], mine)
        found += [each for start, stop in spans for each in side[start:stop]]
    return tuple(found)


def _named_parts(words: Words, parts: Sequence[tuple[int, int]]) -> list[tuple[Words, Words]]:
    """Each part; a space with the word before it, since spaces alone are all alike."""
    said = [words[a:b] for a, b in parts]
    return [(part, said[n - 1] if n and part[0].is_space else ()) for n, part in enumerate(said)]


def _parts(words: Words) -> list[tuple[int, int]]:
    """Where words and the spaces between them begin and end."""
    found, at = list[tuple[int, int]](), 0
    for _, units in groupby(words, lambda each: each.is_space):
        stop = at + len(list(units))
        found.append((at, stop))
        at = stop
    return found


def _what(unit: Unit) -> str:
    """A character, or what kind of thing stands there; its name is another in a document."""
    return unit.what.kind if isinstance(unit.what, Atom) else unit.what


def _unit(unit: Unit, names: Mapping[str, str]) -> Unit:
    if not isinstance(unit.what, Atom):
        return unit
    source = unit.what.source
    if unit.what.kind == REFERENCE:
        source = f"[^{names.get(source[2:-1], source[2:-1])}]"
    if unit.what.kind == PICTURE and (address := _address(unit.what)) in names:
        source = source.replace(f"({address})", f"({names[address]})")
    return replace(unit, what=Atom(unit.what.kind, source))


def _renamed(
    facts: tuple[tuple[str, str | int], ...], words: WordText
) -> tuple[tuple[str, str | int], ...]:
    return tuple(
        (name, words.names.get(str(value), value) if name == "label" else value)
        for name, value in facts
    )


def _pictures(words: Words) -> Iterator[Atom]:
    whats = (unit.what for unit in words)
    yield from (each for each in whats if isinstance(each, Atom) and each.kind == PICTURE)


def _address(picture: Atom) -> str:
    found = new_parser().parseInline(picture.source)[0].children or []
    return next((str(each.attrs["src"]) for each in found if each.type == PICTURE), "")


def block_text(block: BodyBlock) -> str:
    """What is read in a block, whatever it is."""
    if block.kind == RAW:
        return str(block.fact("text"))
    parts = ("".join(map(_what, each.words)) for each in all_of([block]))
    return " ".join(" ".join(parts).split()) or block.kind


def _name(picture: DraftPicture) -> str:
    return f"loa-hinh-{sha256(picture.data).hexdigest()[:12]}"


def _named(body: str, pictures: Mapping[str, str], *, by_words: bool) -> str:
    """A text in which pictures are named by what they show, and notes, if so, by their words."""
    for mark, name in pictures.items():
        body = body.replace(f"({mark})", f"({name})")
    if not by_words:
        return body
    labels = {
        number: f"w{sha256(text.encode()).hexdigest()[:8]}" for number, text in _NOTE.findall(body)
    }
    return _MARK.sub(lambda mark: f"[^{labels.get(mark[1], mark[1])}]", body)
