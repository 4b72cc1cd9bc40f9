"""Sentences that are torn into paragraphs, as what is copied from a PDF is."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.text.torn_sentences import torn_lines

TORN = warning(
    "line-torn",
    "The sentence breaks off here, and goes on with a small letter in the line below: so do "
    "{count} lines of this text.",
    "Where one sentence was torn, join its lines: remove the empty line, or the backslash, between "
    "them.",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """The body of every text to read, once."""
    if text.key or not text.medium or text.medium.body != "text":
        return
    if torn := torn_lines(text.prose):
        yield TORN.at(text.at(*torn[0]), count=len(torn))
