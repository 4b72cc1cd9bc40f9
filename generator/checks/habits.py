"""Lines that look right in a word processor only, with the line to type."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.checks.speakers import stray_speakers
from generator.diagnostics import Diagnostic, Rule, Severity, warning
from generator.model.intended_values import meant_web_address
from generator.text.asides import is_call
from generator.text.habits import Kind, habits
from generator.text.piece_texts import ReadText
from generator.text.prose import BLANK
from generator.vietnamese.capitals import sentence_case, words_in_capitals
from generator.vietnamese.forms import RareForm

_HEADING: Final = warning(
    "heading-by-looks",
    "This line only looks like a heading: no list of contents and no search knows it.",
    "Type it so, or end it with a full stop if it is a sentence: {typed}",
)
_SPACE: Final = "A space of a word processor stands here, which makes no list and no heading."
RULES: Final[dict[Kind, Rule]] = {
    "heading-space": Rule(
        "space-of-word",
        _SPACE,
        "Type: {typed}",
    ),
    "list-space": Rule(
        "space-of-word",
        _SPACE,
        "Type each item with a plain space, and an empty line before the first: {typed}",
    ),
    "indent-space": warning(
        "space-of-word",
        _SPACE,
        "Type it without them: {typed}",
    ),
    "list-touching": warning(
        "list-without-space",
        "The sign touches the words: this is no list.",
        "Type each item with a space, and an empty line before the first: {typed}",
    ),
    "letters-for-list": warning(
        "letters-for-list",
        "“{text}” makes no list here.",
        "Type each item with a hyphen, or with 1. 2. 3.; say a letter in words where it matters: "
        "{typed}",
    ),
    "divider": warning(
        "line-across",
        "Readers see these very signs, and no line across the page.",
        "Type, with an empty line before and after it: {typed}",
    ),
    "heading-in-bold": _HEADING,
    "heading-in-capitals": _HEADING,
    "heading-numbered": _HEADING,
    "hashtag": warning(
        "hashtag",
        "“{text}” is neither a heading nor a link here: readers see the sign #.",
        "Leave it out, or, for a heading, type: {typed}",
    ),
    "star-open": warning(
        "star-open",
        "This star has no other half in its paragraph: readers see it.",
        "Remove it, or put a star on both sides of the words, within one paragraph: *khóa van*.",
    ),
    "note-by-hand": warning(
        "note-by-hand",
        "“{text}” leads to no footnote.",
        "Write [^1] behind the word that the note belongs to, and the note on a line of its own: "
        "[^1]: Theo báo cáo năm 2020.",
    ),
}
SITE = warning(
    "site-without-link",
    "“{text}” is no link here.",
    "Write the whole address: {word}",
)
_SITE: Final = re.compile(
    r"(?<!\]\()(?<![\w/.@<:`\[-])www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>()\"“”]*[\w/])?", re.IGNORECASE
)

_ENDINGS: Final = r"(?:vn|com|net|org|info|edu|gov|asia|eu|ly)"
_BARE: Final = RareForm(
    rf"(?<![\w/.@:`\\{BLANK}-])(?:[a-z0-9-]+\.)+{_ENDINGS}"
    r"(?:/[^\s<>()\"“”]*[\w/])?(?![\w@-]|\.\w)",
    rf"(?i:[a-z0-9-]\.{_ENDINGS})(?!\w)",
    re.IGNORECASE,
)
"""A name of a site alone: «sxsh.vn»."""
_LABEL: Final = re.compile(rf"[^\[\]\n]*\]{BLANK}")  # the words of a link, up to its address
_NOT_SITES: Final = frozenset({"asp.net", "vb.net"})

_WWW: Final = RareForm(
    r"(?<![\w/.@<:`\[-])(?=[\w.-]*(?:,|\.\.))www(?:[.,]{1,2}(?! )[a-z0-9-]+){1,4}[.,]{1,2}"
    rf"{_ENDINGS}(?!\w)",
    r"(?i:www)",
    re.IGNORECASE,
)
"""A name of a site with a comma, or with a dot too many: «www.vi-du,vn»."""
BROKEN_SITE: Final = replace(SITE, severity=Severity.ERROR)
_SIGN: Final = re.compile(rf"[HTPShtps][:;]? ?[/{BLANK}]")
_NEARLY: Final = re.compile(
    rf"(?<![\w/.@`(-])[htps]{{3,8}} ?(?:[:;] ?[/{BLANK}]{{1,3}}|/{{2}}:?) ?"
    r"(?:[\w-]+[.,])+[^\W\d_]{2,}(?:/[^\s<>()\"“”]*[\w/])?",
    re.IGNORECASE,
)
"""An address with a slip before the name of the site, so that it is no link: «htpps://vi-du.vn»."""


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """The body of every piece."""
    for text in alone.texts:
        if not text.key:
            yield from islice(_found(text), MOST)
            if text.medium and text.medium.body == "text":
                yield from islice(_sites(text), MOST)


def _found(text: ReadText) -> Iterator[Diagnostic]:
    is_script = text.is_script
    for habit in habits(text.prose):
        is_heading = is_script and habit.kind.startswith("heading")
        if is_heading and is_call(text.text[habit.start : habit.end]):
            continue  # told as what is to be heard
        where = text.at(habit.start, habit.end)
        if is_heading and text.piece and where.line - text.body.first in stray_speakers(text.piece):
            continue  # told as a name that would be read aloud
        said = text.text[habit.start : habit.end]
        typed = habit.replacement(text.text).strip()
        if habit.kind.startswith("heading-") and words_in_capitals(typed):
            typed = sentence_case(typed)
        details = {"typed": typed} if typed else {}
        yield RULES[habit.kind].at(where, text=said, **details)


def _sites(text: ReadText) -> Iterator[Diagnostic]:
    """Bare names of sites: only their author knows whether they are to be reached by https."""
    for found in _SITE.finditer(text.text) if "www." in text.text.lower() else ():
        yield SITE.at(text.at(*found.span()), text=found[0], word=f"https://{found[0]}")
    for found in _BARE.finditer(text.prose):
        is_label = _LABEL.match(text.prose, found.end())
        if not (is_label or found[0].casefold() in _NOT_SITES or _is_linked(text, found[0])):
            yield SITE.at(text.at(*found.span()), text=found[0], word=f"https://{found[0]}")
    for found in _WWW.finditer(text.text):
        word = "https://" + re.sub("[.,]+", ".", found[0])
        yield BROKEN_SITE.at(text.at(*found.span()), text=found[0], word=word)
    for found in _NEARLY.finditer(text.prose) if _SIGN.search(text.prose) else ():
        said = text.text[found.start() : found.end()]
        if meant := meant_web_address(said):
            yield BROKEN_SITE.at(text.at(*found.span()), text=said, word=meant.text)


def _is_linked(text: ReadText, site: str) -> bool:
    """Whether a name of a site is one that a link or a source of the piece leads to."""
    addresses = ("//" + site, "//www." + site)
    known = (text.text, *(text.piece.sources if text.piece else ()))
    return any(
        address in each.casefold() for address in map(str.casefold, addresses) for each in known
    )
