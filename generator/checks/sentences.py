"""Sentences of scripts are short enough to be understood when they are heard once."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checks import MOST, Subject
from generator.diagnostics import Diagnostic, warning
from generator.media import media
from generator.model.piece import Piece
from generator.text.piece_texts import over
from generator.text.prose import BLANK, passages, spoken_prose
from generator.vietnamese.sentences import cut, sentences
from generator.vietnamese.speech.aloud import Readings, count_syllables

LONG = warning(
    "sentence-too-long",
    "This sentence has {syllables} syllables; the ear follows {most}.",
    "Say it in two: end the first after “{words}”.",
)
VERY_LONG = LONG.with_hint("Say it in two or three sentences.")
LONGEST = 30
"""Syllables of a sentence that is heard (our choice, no standard).

At 220 a minute they take eight seconds: about one breath of the speaker, and as much as a listener
who cannot look back keeps in mind.
"""

# What is said in more syllables than it has words: figures, capitals, signs.
_GROWS = re.compile("[0-9%&+=/A-ZĐ](?:(?<=[0-9%&+=/])|[A-ZĐ])")
_SPEAKER = re.compile(r"\s*\*\*[^*\n]{1,40}:\*\*\s*")
_ITEM = re.compile(r"\n(?=[ >]*(?:[-+*]|[0-9]+[.)]) )")
_STOP = re.compile("[.!?…\n](?:(?<!\n)|(?=[-+*]))")
_UNHEARD = ("#", "|", BLANK)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every script; headings and cues are not heard."""
    workspace = subject.workspace
    for piece in subject.pieces:
        if media()[piece.medium].body == "script":
            yield from islice(_long(piece, workspace.abbreviations.readings), MOST)


def _long(piece: Piece, readings: Readings) -> Iterator[Diagnostic]:
    for offset, passage in passages(spoken_prose(piece.body.text)):
        name = _SPEAKER.match(passage)
        start = name.end() if name else 0
        said = passage[start:]
        if _is_short(said) or passage.lstrip().startswith(_UNHEARD):
            continue
        for at, sentence in _sentences(said):
            syllables = count_syllables(sentence, readings)
            if syllables > LONGEST:
                begin = offset + start + at
                where = over(piece, begin, begin + len(sentence))
                words = cut(sentence)
                rule = LONG if words else VERY_LONG
                yield rule.at(where, syllables=syllables, most=LONGEST, words=words)


def _is_short(said: str) -> bool:
    """Whether no sentence can be too long, seen by its spaces; figures and capitals grow."""
    if _GROWS.search(said):
        return False
    return all(part.count(" ") < LONGEST for part in _STOP.split(said))


def _sentences(passage: str) -> Iterator[tuple[int, str]]:
    """The sentences of a passage; an item of a list is one by itself."""
    start = 0
    for item in _ITEM.split(passage):
        for offset, sentence in sentences(item):
            yield start + offset, sentence
        start += len(item) + 1
