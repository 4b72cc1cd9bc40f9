"""A script as a whole: what is said, by whom, how long cues sound, and what cannot be read."""

import re
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.tree import SyntaxTreeNode

from generator.planning.duration import USUAL, Estimate, Rate, estimate
from generator.text.spoken import lines, speaker
from generator.text.tree import CUE, cue_of, tree
from generator.vietnamese.speech import NO_READINGS, Readings, count_syllables

BACKGROUND = "nhạc nền"
"""The kind of cue that sounds under the words and takes no time of its own."""


@dataclass(frozen=True, slots=True)
class Script:
    """`words` are everything that is said, a paragraph an item; headings and cues are not.

    `cues` is the length in seconds of what sounds by itself; `speakers` are the names in their
    order, each with its 0-based line, `tables` and `unclosed` (cues without an end) are such lines.
    """

    words: tuple[str, ...]
    cues: int
    speakers: tuple[tuple[str, int], ...]
    tables: tuple[int, ...]
    unclosed: tuple[int, ...]

    def estimate(self, readings: Readings = NO_READINGS, rate: Rate = USUAL) -> Estimate:
        """How long it takes, abbreviations being read as `readings` say."""
        return estimate(
            sum(count_syllables(words, readings) for words in self.words), self.cues, rate
        )


@lru_cache(maxsize=256)
def read_script(markdown: str) -> Script:
    """The script that a text is."""
    root = tree(markdown)
    written = markdown.split("\n")
    cues = [node for node in root.walk() if node.type == CUE]
    lengths = [cue_of(node) for node in cues]
    return Script(
        words=tuple(line.words for line in lines(markdown) if not line.cue),
        cues=sum(cue.seconds for cue in lengths if not cue.kind.casefold().startswith(BACKGROUND)),
        speakers=tuple((name, _line(node)) for node in root.children if (name := speaker(node))),
        tables=tuple(_line(node) for node in root.walk() if node.type == "table"),
        unclosed=tuple(_line(node) for node in cues if not _is_closed(node, written)),
    )


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0


def _is_closed(cue: SyntaxTreeNode, written: list[str]) -> bool:
    """Whether a line of colons ends it before the next cue begins."""
    end = cue.map[1] if cue.map else 0
    nested = any(node.type == CUE for node in cue.walk(include_self=False))
    return not nested and end < len(written) and _is_fence(written[end])


def _is_fence(line: str) -> bool:
    return re.fullmatch(r"[\s>]*:{3,}\s*", line) is not None
