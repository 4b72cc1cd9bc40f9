"""A script as the rows of a sheet: when, what sounds or is seen, who says what, and how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from generator.planning.duration import USUAL, Rate
from generator.text.footnotes import NOTES
from generator.text.passage import RULE, Kind, Passage, Run, passages_of
from generator.text.script import time_of
from generator.text.script_lines import speaker, without_name
from generator.text.tree import cue_of, tree
from generator.vietnamese.speech.aloud import (
    NO_READINGS,
    Readings,
    count_syllables,
    forms_in,
    speak,
    speak_part,
)

LONGEST_ROW = 420
"""Characters of a row; a longer speech goes on in the next one, after a sentence."""

_WORD = re.compile(r"\w*")
_SENTENCE = re.compile(r"[.!?…][\"”’)]*(?:\[\d+\])*\s+(?=[\"“‘(]?(?P<next>\S))")
_BEFORE_MARK = re.compile(r" +(?=[.,;:!?…])")


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """Words as they are written, and after them what is said for the last of them, if different.

    What is crossed out and the number of a note (`kind`) are not read.
    """

    text: str
    speech: str = ""
    kind: Kind = ""

    @property
    def plain_text(self) -> str:
        """The words in plain letters, with brackets around what is not read."""
        return Run(self.text, self.kind).plain_text


@dataclass(frozen=True, slots=True)
class SheetNote:
    """A note below the script, which is not read."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the sheet: it begins at `start` seconds and is never split between pages.

    `cues` are labels with what they describe. `speaker` is empty where a speech goes on. `speech`
    is what is said; what is written and not read stands in brackets there.
    """

    start: int
    heading: str = ""
    cues: tuple[tuple[str, str], ...] = ()
    speaker: str = ""
    parts: tuple[SpokenPart, ...] = ()
    speech: str = ""


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
    has_picture: bool = False,
) -> list[SheetRow]:
    """The rows of a script; cues that are `has_picture` stand beside the words that follow them."""
    return list(_Rows(_Reading(readings, rate, has_picture)).of(tree(markdown).children))


def notes(markdown: str) -> list[SheetNote]:
    """The notes of a script, in the order of their numbers."""
    return [
        SheetNote(number, "\n".join(passage.plain_text for passage in passages_of(node)))
        for below in tree(markdown).children
        if below.type == NOTES
        for number, node in enumerate(below.children, 1)
    ]


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

    def of(self, nodes: list[SyntaxTreeNode]) -> Iterator[SheetRow]:
        for node in nodes:
            match node.type:
                case "container_cue":
                    yield from self._cue(node)
                case "heading":
                    yield from self._heading(_joined(node))
                case "hr":
                    yield from self._heading(RULE)
                case "footnote_block" | "html_block":
                    pass  # notes stand below the script; HTML is refused
                case _:
                    yield from self._speeches(node)
        yield from self._left()

    def _heading(self, words: str) -> Iterator[SheetRow]:
        if words:
            yield from self._left()
            yield SheetRow(self._now, heading=words)

    @property
    def _now(self) -> int:
        return round(self.time)

    def _cue(self, node: SyntaxTreeNode) -> Iterator[SheetRow]:
        """What takes time of its own has a row of its own, with the pictures before it."""
        cue, start = cue_of(node), self._now
        self.since = self.since if self.waiting else start
        self.waiting.append((cue.label, _joined(node)))
        self.time += time_of(cue)
        if time_of(cue) or not self.how.seen:
            yield from self._left()

    def _left(self) -> Iterator[SheetRow]:
        """Pictures that nobody speaks over."""
        if self.waiting:
            yield SheetRow(self.since, cues=self._taken())

    def _taken(self) -> tuple[tuple[str, str], ...]:
        taken, self.waiting = tuple(self.waiting), []
        return taken

    def _speeches(self, node: SyntaxTreeNode) -> Iterator[SheetRow]:
        """A paragraph, or the items of a list, the paragraphs of a quotation one by one."""
        name = speaker(node)
        for passage in passages_of(node):
            yield from self._speech(name, without_name(passage, name))

    def _speech(self, name: str, said: Passage) -> Iterator[SheetRow]:
        for index, portion in enumerate(_portions(said)):
            start = self.since if self.waiting else self._now
            yield SheetRow(
                start,
                cues=self._taken(),
                speaker="" if index else name,
                parts=tuple(_parts(portion, self.how.readings)),
                speech=_spoken(portion, self.how.readings),
            )
            syllables = count_syllables(portion.spoken_text, self.how.readings)
            self.time += 60 * syllables / self.how.rate.usual


def _joined(node: SyntaxTreeNode) -> str:
    return " ".join(passage.plain_text for passage in passages_of(node) if passage.runs)


def _portions(said: Passage) -> Iterator[Passage]:
    """A speech in rows of whole sentences."""
    start = end = 0
    for sentence in sentences(said.text):
        if end > start and end + len(sentence) - start > LONGEST_ROW:
            yield said.part(start, end)
            start = end
        end += len(sentence)
    if said.runs:
        yield said.part(start, end)


def _spoken(portion: Passage, readings: Readings) -> str:
    """What is said, with what is written and not read in brackets."""
    if all(not run.kind for run in portion.runs):
        return speak(portion.text, readings)
    said = (
        run.plain_text if run.kind else speak(run.text, readings).strip() for run in portion.runs
    )
    return _BEFORE_MARK.sub("", " ".join(filter(None, said)))


def _parts(portion: Passage, readings: Readings) -> Iterator[SpokenPart]:
    for run in portion.runs:
        if run.kind:
            yield SpokenPart(run.text, kind=run.kind)
        else:
            yield from _said(run.text, readings)


def _said(text: str, readings: Readings) -> Iterator[SpokenPart]:
    end = 0
    for start, until in _spans(text, readings):
        said = speak_part(text, start, until, readings).strip()
        if said.casefold() != text[start:until].casefold():
            yield SpokenPart(text[end:until], said)
            end = until
    if text[end:]:
        yield SpokenPart(text[end:])


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
