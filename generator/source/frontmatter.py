"""A Markdown file: front matter between two fences, then the body."""

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Rule
from generator.model.body import Body
from generator.source.document import Document
from generator.vietnamese.text import nfc

FENCE = "---"
NO_FENCE = Rule(
    "front-matter-missing",
    "The file does not begin with its data (the lines between two “---”).",
    "Begin the file with --- on a line of its own, then id:, medium:, title: and so on, "
    "then --- again.",
)
OPEN_FENCE = Rule(
    "front-matter-open",
    "The data at the beginning of the file is not closed.",
    "Put a line with only --- after the last key: value line.",
)


@dataclass(frozen=True, slots=True)
class Split:
    """Lines `start` to `stop` of the document are the front matter; the body follows."""

    start: int
    stop: int
    body: Body


def split(source: Document) -> Split | Diagnostic:
    """Where the front matter lies, and the body; or what is wrong with the fences."""
    if source.lines[0].rstrip() != FENCE:
        return NO_FENCE.at(source.at(0, 0, len(source.lines[0])))
    for number, line in enumerate(source.lines[1:], 1):
        if line.rstrip() == FENCE:
            raw = source.lines[number + 1 :]
            text = nfc("\n".join(raw))
            return Split(1, number, Body(text, source.path, number + 2, raw))
    return OPEN_FENCE.at(source.at(0, 0, len(FENCE)))
