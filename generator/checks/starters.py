"""What a new file holds for its author to replace is not published."""

from collections.abc import Iterable

from generator.checks import Alone
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.media import media
from generator.text.starters import unwritten

STARTER = Rule(
    "starter-text",
    "“{text}” is what loa wrote into the new file: nobody has written this yet.",
    "Write your own words here; a summary: may also be left out.",
)
STARTER_LEFT = Rule(STARTER.code, STARTER.message, STARTER.hint, Severity.WARNING)
_RULES = {"approved": STARTER, "ready": STARTER_LEFT}
_SHOWN = 60  # characters that are quoted


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text that readers read of every piece that is written, or is said to be."""
    for text in alone.texts:
        rule = _RULES.get(text.piece.status)
        if rule is not None:
            for start, end in unwritten(media()[text.piece.medium], text.key, text.text):
                said = " ".join(text.text[start:end].split())
                yield rule.at(text.at(start, end), text=said[:_SHOWN])
