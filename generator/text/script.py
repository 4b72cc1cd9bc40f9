"""A script as a whole: what is said, by whom, how long cues sound, and what cannot be read."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from markdown_it.token import Token

from generator.model.memory import Memory
from generator.planning.duration import USUAL, Estimate, Rate, estimate
from generator.text.script_lines import line_of, parts, speaker_of
from generator.text.tree import CUE, Cue, cue_of, tokens
from generator.vietnamese.speech.aloud import NO_READINGS, Readings, count_syllables
from generator.vietnamese.text_cache import text_cache

BACKGROUND = ("nhạc nền", "hình")
"""Kinds of cues that sound, or are seen, under the words and take no time of their own."""


@dataclass(frozen=True, slots=True)
class Script:
    """`words` are everything that is said, a paragraph an item; headings and cues are not.

    `cues` is the length in seconds of what sounds by itself; `speakers` are the names in their
    order, each with its 0-based line, `open_cues` (cues without an end) are such lines.
    """

    words: tuple[str, ...]
    cues: int
    speakers: tuple[tuple[str, int], ...]
    open_cues: tuple[int, ...]

    def estimate(self, readings: Readings = NO_READINGS, rate: Rate = USUAL) -> Estimate:
        """How long it takes, abbreviations being read as `readings` say."""
        return estimate(self.syllables(readings), self.cues, rate)

    def syllables(self, readings: Readings = NO_READINGS) -> int:
        """How many syllables are said."""
        return sum(count_syllables(words, readings) for words in self.words)


@text_cache(256)
def read_script(markdown: str) -> Script:
    """The script that a text is."""
    stream = tokens(markdown)
    blocks = list(parts(stream))
    heard = [line for block in blocks if (line := line_of(block))]
    cues = [token for token in stream if token.type == f"{CUE}_open"]
    lengths = [cue_of(token) for token in cues]
    return Script(
        words=tuple(line.words for line in heard if line.kind == "speech" and line.words),
        cues=sum(map(time_of, lengths)),
        speakers=tuple((name, _line(block[0])) for block in blocks if (name := speaker_of(block))),
        open_cues=tuple(_unclosed(cues, markdown)),
    )


def script_of(markdown: str, memory: Memory) -> Script:
    """The same, not read again where it was read before."""
    said: dict[str, Any] = memory.read("script", markdown, lambda: asdict(read_script(markdown)))
    speakers = tuple((name, line) for name, line in said["speakers"])
    lines = {name: tuple(said[name]) for name in ("words", "open_cues")}
    return Script(cues=said["cues"], speakers=speakers, **lines)


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


def short_end(lines: Sequence[str], start: int) -> int | None:
    """The line of too few colons with which a cue was meant to end, before the next cue begins."""
    for number, line in enumerate(lines[start + 1 :], start + 1):
        if re.fullmatch(r"[\s>]*:{1,2}\s*", line):
            return number
        if re.match(r"[\s>]*:{3,}", line):
            return None
    return None


def _is_fence(line: str) -> bool:
    return re.fullmatch(r"[\s>]*:{3,}\s*", line) is not None
