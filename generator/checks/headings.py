"""A title and a heading end with no full stop and no colon."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText

MARK = warning(
    "heading-mark",
    "A title or a heading ends with “{mark}” here.",
    "Leave it out: {word}",
)
_HEADING: Final = re.compile(r"^#{1,6}[ ]+(?P<words>[^\n]*?)[ ]*#*[ ]*$", re.MULTILINE)
_MARK: Final = re.compile(r"(?<=[^\W\d_]{2})(?P<mark>[.:;,])[*_ ]*$(?<!v\.v\.)(?<!\.\.)")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """The title of a piece, and the headings of its body."""
    if text.is_main and text.key == "title":
        yield from _marked(text, 0, len(text.text))
    elif not text.key and "#" in text.prose:
        for found in _HEADING.finditer(text.prose):
            yield from _marked(text, *found.span("words"))


def _marked(text: ReadText, start: int, end: int) -> Iterator[Diagnostic]:
    words = text.text[start:end]
    if found := _MARK.search(words):
        yield MARK.at(
            text.at(start, end), mark=found["mark"], word=_without(words, found.start("mark"))
        )


def _without(words: str, at: int) -> str:
    return words[:at] + words[at + 1 :]
