"""One mistake gives one message: what other rules see in a word that is lost as it stands.

A word of an old font has soft hyphens and quotation marks for letters, one that was typed in
capitals without the keyboard passes for an abbreviation: who mends the word mends that, too. And
nobody looks for the source of a figure that is to be removed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Location

_OF_WORDS: Final = frozenset(
    {
        *{"invisible-character", "lookalike-letter", "quotation-mark", "double-mark"},
        *{"stray-space", "missing-space", "abbreviation-unexplained"},
        *{"no-syllable", "tone-misplaced", "tone-mixed", "sign-unsaid"},
    }
)
_OF_NOTHING: Final = frozenset(
    {
        *_OF_WORDS,
        *{"figure-without-source", "figure-not-in-source", "unit-sign", "english-figure"},
        *{"figure-separators", "double-space", "sentence-too-long"},
        *{"points-at-nothing", "said-to-others"},
    }
)
"""What is told of words that are to be removed."""
_ECHOES: Final = {
    **dict.fromkeys(
        ("chat-leftover", "title-of-file"), _OF_NOTHING | {"colon-in-value", "speaker-read-aloud"}
    ),
    "page-leftover": _OF_NOTHING | {"cue-or-words", "cue-read-aloud", "line-without-speaker"},
    "web-leftover": _OF_NOTHING
    | {"lines-run-together", "heading-by-looks", "hyphen-for-dash", "site-without-link"},
    "contents-of-paper": _OF_NOTHING | {"heading-by-looks", "tabs-for-table", "heading-alone"},
    "paper-leftover": _OF_NOTHING | {"heading-by-looks", "hyphen-for-dash"},
    "answer-shown": _OF_NOTHING
    | {"all-in-capitals", "heading-by-looks", "letters-for-list", "star-open"},
    "question-numbered": _OF_NOTHING,
    "end-leftover": _OF_NOTHING | {"heading-by-looks", "list-without-space"},
    "mail-leftover": _OF_NOTHING | {"site-without-link", "colon-in-value", "lines-run-together"},
    "private-data": _OF_NOTHING | {"heading-by-looks"},
    "placeholder": _OF_NOTHING
    | {"yaml-form", "remark-left", "no-such-telephone", "typing-residue"},
    "remark-left": _OF_NOTHING
    | {"heading-by-looks", "hyphen-for-dash", "cue-or-words", "cue-read-aloud"},
    "approver-unnamed": frozenset({"yaml-form"}),  # to quote what is nobody's name helps nobody
    "chat-citation": _OF_NOTHING | {"placeholder", "foreign-markup", "missing-glyph"},
    "day-number": _OF_NOTHING,
    "figure-unrounded": _OF_NOTHING,
    "foreign-markup": _OF_NOTHING | {"placeholder", "bracket-unpaired", "quotation-mark"},
    "mail-address": frozenset({"missing-space", "stray-space", "double-mark", "site-without-link"}),
    "site-without-link": _OF_NOTHING | {"placeholder"},
    "dead-link": frozenset(
        {
            *{"figure-without-source", "figure-not-in-source", "figure-separators"},
            *{"site-without-link", "placeholder"},
        }
    ),
    "origin-unnamed": frozenset({"abbreviation-unexplained"}),
    **dict.fromkeys(
        ("legacy-encoding", "lost-letter", "typing-residue", "marks-missing"), _OF_WORDS
    ),
    "stray-space": frozenset({"figure-without-source", "figure-not-in-source"}),
    "no-syllable": frozenset(
        {"tone-misplaced", "word-for-another", "figure-without-source", "figure-not-in-source"}
    ),
    "tone-misplaced": frozenset({"word-for-another"}),
    "attribute-list": frozenset({"figure-without-source", "figure-not-in-source", "sign-unsaid"}),
    "picture-missing": frozenset({"yaml-tag"}),
    "yaml-tag": frozenset({"foreign-markup", "placeholder"}),
    "bullet-of-word": frozenset({"no-syllable", "emoji"}),
    "missing-glyph": frozenset({"emoji"}),
    "lookalike-letter": frozenset({"host-foreign"}),
    "emoji": frozenset({"figure-without-source", "figure-not-in-source", "invisible-character"}),
}
"""By the code of a cause: the codes of what it leads to."""
_OF_LINE: Final = "legacy-encoding"  # of which the first words are shown
_LOST = re.compile(r"\S*[?¿\ufffd]\S*")
_Span = tuple[int, int]


def without_echoes(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """All but what is told of a word beside its cause; an error is never left out for a warning."""
    found = list(diagnostics)
    causes: dict[tuple[str, int], list[Diagnostic]] = defaultdict(list)
    for each in found:
        if each.rule.code in _ECHOES:
            causes[each.where.path, each.where.line].append(each)
    beside = [causes.get((each.where.path, each.where.line), []) for each in found]
    return [each for each, near in zip(found, beside, strict=True) if not _is_echo(each, near)]


def _is_echo(told: Diagnostic, causes: Iterable[Diagnostic]) -> bool:
    start, end = _span(told.where)
    return any(
        told.rule.code in _ECHOES[cause.rule.code]
        and (cause.is_error or not told.is_error)
        and any(first < end and start < last for first, last in _words(cause))
        for cause in causes
    )


def _span(where: Location) -> _Span:
    return where.column, where.column + where.width


def _words(cause: Diagnostic) -> Iterator[_Span]:
    """The places of the words that a message is about."""
    where, line = cause.where, cause.where.text
    start, end = _span(where)
    if cause.rule.code == _OF_LINE:
        yield 0, max(end, _units(line) + 2)
        return
    before = line.encode("utf-16-le")[: 2 * start - 2].decode("utf-16-le", "ignore")
    after = line.encode("utf-16-le")[2 * end - 2 :].decode("utf-16-le", "ignore")
    yield start - _units(before.split(" ")[-1]), end + _units(after.split(" ")[0])
    if cause.rule.code == "lost-letter":  # the first of its line
        for word in _LOST.finditer(line):
            yield _units(line[: word.start()]) + 1, _units(line[: word.end()]) + 1


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
