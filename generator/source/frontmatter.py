"""A Markdown file: front matter between two fences, then the body."""

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Rule
from generator.model.body import Body
from generator.source.document import Document
from generator.vietnamese.numbers import format_number
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


TANGLED = Rule(
    "too-many-brackets",
    "This paragraph has more than {most} opening brackets [ that nothing closes.",
    "Remove what was pasted here by mistake.",
)
MOST_BRACKETS = 1000  # each is tried as a link: a file full of them takes half a minute


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
            return _tangled(source, number + 1) or Split(
                1, number, Body(text, source.path, number + 2, raw)
            )
    return OPEN_FENCE.at(source.at(0, 0, len(FENCE)))


def _tangled(source: Document, start: int) -> Diagnostic | None:
    """Where the first paragraph begins whose brackets cannot be read in a reasonable time."""
    if source.text.count("[") <= MOST_BRACKETS:
        return None
    count, first = 0, start
    for number, line in enumerate(source.lines[start:], start):
        if not line.strip():
            count, first = 0, number + 1
        count += line.count("[") - line.count("]")
        if count > MOST_BRACKETS:
            return TANGLED.at(source.at(first), most=format_number(MOST_BRACKETS))
    return None
