"""Addresses whose names lead nowhere outside an office, or are kept for examples.

As links they are judged where links are (`destinations.py`), with `name_fault`; here those that no
program takes for a link: «192.168.1.20/lich» in a body, and all that stand in other texts, or are a
value of whatever is kept: the website of a partner, a source.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, Rule
from generator.model.piece import Piece
from generator.model.read_words import values
from generator.model.record import Record
from generator.model.reserved_names import EXAMPLES, INSIDE, reserved_for
from generator.model.site import SiteFile
from generator.text.autolinks import addresses, target
from generator.text.piece_texts import ReadText
from generator.text.prose import BLANK
from generator.vietnamese.forms import RareForm

NEAR_ONLY = Rule(
    "dead-link",
    "The link “{href}” leads nowhere.",
    "Only this computer or this office's network has it. Write the address under which readers "
    "find the page, or the path from this file to the other Markdown file.",
)
NEAR_MAILBOX = NEAR_ONLY.with_hint(
    "Only this office's network has such a mailbox. Write the address at which readers reach it."
)
FOR_EXAMPLES = NEAR_ONLY.with_hint(
    "This name is kept for examples, and nobody has it. Write the address that is meant."
)
_HAS_NAME: Final = re.compile(
    r"(?i:https?)://(?:[^\s/?#@]+@)?(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-fA-F:]+\])(?::\d+)?(?:[/?#]|$)"
    r"|(?i:mailto):[^\s@]+@[\w.-]+(?:\?|$)"
)
_NAMES: Final = "|".join(sorted({*INSIDE, *EXAMPLES}))
_NUMBER: Final = r"\d{1,3}(?:\.\d{1,3}){3}"
_WAY: Final = r"(?::\d{2,5}(?!\d)(?:/[^\s<>()\"“”]*[\w/])?|/[^\s<>()\"“”]*[\w/])"
_BARE: Final = RareForm(
    rf"(?<![\w/.@:`\\{BLANK}-])(?:(?:192\.168|127\.0)(?:\.\d{{1,3}}){{2}}{_WAY}?|{_NUMBER}{_WAY}|localhost{_WAY}"
    rf"|(?:[a-z0-9-]+\.)+(?:{_NAMES}){_WAY}|(?-i:(?:[a-z0-9-]+\.)+(?:local|localdomain|intranet)))"
    r"(?![\w@-]|\.\w)",
    rf"{_NUMBER}|(?i:localhost|\.(?:{_NAMES})(?!\w))",
    re.IGNORECASE,
)
"""A name without https:// before it, which is none of anything else."""


def name_fault(href: str) -> Rule | None:
    """What is told of a whole address whose name leads nowhere outside."""
    kept = reserved_for(href) if _HAS_NAME.match(href) else ""
    if kept == "inside":
        return NEAR_MAILBOX if href[:7].lower() == "mailto:" else NEAR_ONLY
    return FOR_EXAMPLES if kept else None


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """What records have for a value, and what is no link in texts, or stands in no body."""
    for record in (*alone.pieces, *alone.records):
        yield from islice(_of_values(record), MOST)
    for text in alone.texts:
        yield from islice(_of_text(text), MOST)


def _of_values(record: Record) -> Iterator[Diagnostic]:
    """But names for examples: messages show them, and what they show may be typed.

    The site's own address is judged by itself.
    """
    if isinstance(record, SiteFile):
        return
    read = record.read_keys if isinstance(record, Piece) else ()
    for keys, value in values(record):
        is_told = keys[-1] == "to" or keys in {(key,) for key in read}  # as a link, or as a text
        rule = name_fault(value) if isinstance(value, str) and ":" in value else None
        if rule and rule is not FOR_EXAMPLES and not is_told:
            yield rule.at(record.where(*keys), href=value)


def _of_text(text: ReadText) -> Iterator[Diagnostic]:
    if text.piece is None:
        return
    for found in _BARE.finditer(text.prose):
        if rule := name_fault(f"http://{found[0]}"):
            yield rule.at(text.at(*found.span()), href=found[0])
    for start, end in addresses(text.text) if text.key and text.is_main else ():
        address = text.text[start:end]
        if rule := name_fault(target(address)):
            yield rule.at(text.at(start, end), href=address)
