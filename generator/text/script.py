"""A script as a whole: what is said, by whom, how long cues sound, and what cannot be read."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from generator.model.memory import Memory
from generator.planning.duration import USUAL, Estimate, Rate, estimate
from generator.text.script_lines import ScriptLine, lines_of, parts, speaker_of
from generator.text.tree import CUE, Cue, cue_of, tokens
from generator.vietnamese.speech.aloud import NO_READINGS, Readings, count_syllables

BACKGROUND = ("nhạc nền", "hình")
"""Kinds of cues that sound, or are seen, under the words and take no time of their own."""


@dataclass(frozen=True, slots=True)
class Script:
    """`lines` are everything that is written, in order, whether it is heard or not.

    `cues` is the length in seconds of what sounds by itself; `speakers` are the names in their
    order, each with its 0-based line, `open_cues` (cues without an end) are such lines.
    """

    lines: tuple[ScriptLine, ...]
    cues: int
    speakers: tuple[tuple[str, int], ...]
    open_cues: tuple[int, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is said, a paragraph an item; headings and cues are not."""
        return tuple(line.words for line in self.lines if line.kind == "speech" and line.words)

    def estimate(self, readings: Readings = NO_READINGS, rate: Rate = USUAL) -> Estimate:
        """How long it takes, abbreviations being read as `readings` say."""
        return estimate(self.syllables(readings), self.cues, rate)

    def syllables(self, readings: Readings = NO_READINGS) -> int:
        """How many syllables are said."""
        return sum(count_syllables(words, readings) for words in self.words)


@lru_cache(maxsize=256)
def read_script(markdown: str) -> Script:
    """The script that a text is."""
    stream = tokens(markdown)
    blocks = list(parts(stream))
    cues = [token for token in stream if token.type == f"{CUE}_open"]
    lengths = [cue_of(token) for token in cues]
    return Script(
        lines=tuple(line for block in blocks for line in lines_of(block)),
        cues=sum(map(time_of, lengths)),
        speakers=tuple((name, _line(block[0])) for block in blocks if (name := speaker_of(block))),
        open_cues=tuple(_unclosed(cues, markdown)),
    )


def script_of(markdown: str, memory: Memory) -> Script:
    """The same, not read again where it was read before."""
    lines, cues, speakers, open_cues = memory.read("script", markdown, lambda: _plain(markdown))
    written = tuple(ScriptLine(*line) for line in lines)
    return Script(written, cues, tuple((name, line) for name, line in speakers), tuple(open_cues))


def _plain(markdown: str) -> tuple[Any, ...]:
    """A script as JSON holds it."""
    script = read_script(markdown)
    lines = [(line.speaker, line.words, line.kind, line.plain_text) for line in script.lines]
    return lines, script.cues, script.speakers, script.open_cues


def time_of(cue: Cue) -> int:
    """The seconds that a cue takes for itself."""
    return 0 if cue.kind.casefold().startswith(BACKGROUND) else cue.seconds


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _unclosed(cues: list[Token], markdown: str) -> Iterator[int]:
    """The lines of cues that no line of colons ends before the next cue begins."""
    written = markdown.split("\n") if cues else []
    begun = sorted(_line(cue) for cue in cues)
    for cue in cues:
        start, end = cue.map or (0, 0)
        after = bisect_right(begun, start)
        nested = after < len(begun) and begun[after] < end
        if nested or end >= len(written) or not _is_fence(written[end]):
            yield start


def _is_fence(line: str) -> bool:
    return re.fullmatch(r"[\s>]*:{3,}\s*", line) is not None
