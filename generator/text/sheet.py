"""A script as the rows of a sheet: when, what sounds or is seen, who says what, and how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from generator.planning.duration import USUAL, Rate
from generator.text.script import time_of
from generator.text.spoken import speaker
from generator.text.tree import CUE, cue_of, plain, tree
from generator.vietnamese.speech import NO_READINGS, Readings, count_syllables, forms_in, speak

LONGEST_ROW = 420
"""Characters of a row; a longer speech goes on in the next one, after a sentence."""

_UNSPOKEN = frozenset({"hr", "html_block"})
_WORD = re.compile(r"\w*")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?(?P<next>\S))")


@dataclass(frozen=True, slots=True)
class Part:
    """Words as they are written, and after them what is said for the last of them, if different."""

    text: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet: it begins at `start` seconds and is never split between pages.

    `cues` are labels with what they describe. `speaker` is empty where a speech goes on.
    """

    start: int
    heading: str = ""
    cues: tuple[tuple[str, str], ...] = ()
    speaker: str = ""
    parts: tuple[Part, ...] = ()
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    readings: Readings
    rate: Rate
    seen: bool


def rows(
    markdown: str,
    readings: Readings = NO_READINGS,
    rate: Rate = USUAL,
    *,
    seen: bool = False,
) -> list[Row]:
    """The rows of a script; cues that are `seen` stand beside the words that follow them."""
    return list(_Rows(_Reading(readings, rate, seen)).of(tree(markdown).children))


def sentences(text: str) -> list[str]:
    """A text cut after each sentence."""
    found = _SENTENCE.finditer(text)
    ends = [match.end() for match in found if not match["next"].islower()]
    cuts = [0, *ends, len(text)]
    return [part for start, end in pairwise(cuts) if (part := text[start:end])]


class _Rows:
    def __init__(self, how: _Reading) -> None:
        self.how = how
        self.time = 0.0
        self.waiting: list[tuple[str, str]] = []
        self.since = 0  # when the first waiting cue began

    def of(self, nodes: list[SyntaxTreeNode]) -> Iterator[Row]:
        for node in nodes:
            words = " ".join(plain(node).split())
            if node.type == CUE:
                yield from self._cue(node, words)
            elif node.type == "heading":
                yield from self._left()
                yield Row(self._now, heading=words)
            elif node.type not in _UNSPOKEN and words:
                yield from self._speech(speaker(node), words)
        yield from self._left()

    @property
    def _now(self) -> int:
        return round(self.time)

    def _cue(self, node: SyntaxTreeNode, words: str) -> Iterator[Row]:
        """What takes time of its own has a row of its own, with the pictures before it."""
        cue, start = cue_of(node), self._now
        self.since = self.since if self.waiting else start
        self.waiting.append((cue.label, words))
        self.time += time_of(cue)
        if time_of(cue) or not self.how.seen:
            yield from self._left()

    def _left(self) -> Iterator[Row]:
        """Pictures that nobody speaks over."""
        if self.waiting:
            yield Row(self.since, cues=self._taken())

    def _taken(self) -> tuple[tuple[str, str], ...]:
        taken, self.waiting = tuple(self.waiting), []
        return taken

    def _speech(self, name: str, words: str) -> Iterator[Row]:
        said = words.partition(":")[2].strip() if name else words
        for index, text in enumerate(_portions(said)):
            start = self.since if self.waiting else self._now
            yield Row(
                start,
                cues=self._taken(),
                speaker="" if index else name,
                parts=tuple(_parts(text, self.how.readings)),
                spoken=speak(text, self.how.readings),
            )
            self.time += 60 * count_syllables(text, self.how.readings) / self.how.rate.usual


def _portions(text: str) -> Iterator[str]:
    """A speech in rows of whole sentences."""
    held = ""
    for sentence in sentences(text):
        if held and len(held) + len(sentence) > LONGEST_ROW:
            yield held.strip()
            held = ""
        held += sentence
    yield held.strip()


def _parts(text: str, readings: Readings) -> Iterator[Part]:
    end = 0
    for start, until in _spans(text, readings):
        said = speak(text[start:until], readings).strip()
        if said.casefold() != text[start:until].casefold():
            yield Part(text[end:until], said)
            end = until
    if text[end:]:
        yield Part(text[end:])


def _spans(text: str, readings: Readings) -> list[tuple[int, int]]:
    """Where words stand that are said otherwise; «5–8 %» is one, though it has three."""
    found: list[tuple[int, int]] = []
    for start, end, _ in forms_in(text, readings):
        until = _end(text, end) if text[:end].endswith("/") else end  # «m³/tấn»
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], until)
        else:
            found.append((start, until))
    return found


def _end(text: str, start: int) -> int:
    """Where the word that begins at `start` ends."""
    match = _WORD.match(text, start)
    return match.end() if match else start
