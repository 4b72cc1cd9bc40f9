"""Spaces, quotation marks and dashes as they are set in print; `loa check --fix` mends them."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.read_words import Prose
from generator.text.piece_texts import ReadText, columns_of
from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.doubled_marks import doubled_marks
from generator.vietnamese.doubled_words import doubled_words
from generator.vietnamese.measures import unit_spaces
from generator.vietnamese.punctuation import (
    dashes,
    double_spaces,
    missing_spaces,
    spaces_at_strokes,
    stray_spaces,
    unpaired_brackets,
)
from generator.vietnamese.quotation_marks import CLOSING, OPENING, quotation_marks

DOUBLE_SPACE = warning(
    "double-space",
    "More than one space between two words.",
    "Write “{now}”; loa check --fix does it.",
)
STRAY_SPACE = warning(
    "stray-space",
    "A space where none belongs: “{was}”.",
    "Write “{now}”; loa check --fix does it.",
)
MISSING_SPACE = warning(
    "missing-space",
    "A space is missing here: “{was}”.",
    "Write “{now}”; loa check --fix does it.",
)
QUOTATION_MARK = warning(
    "quotation-mark",
    "This is not the right quotation mark: {was}",
    "Write {now}; loa check --fix does it.",
)
UNPAIRED_MARK = QUOTATION_MARK.with_hint(
    "Write “ before and ” after what is quoted; one of the two is missing in this paragraph."
)
HYPHEN = warning(
    "hyphen-for-dash",
    "A hyphen stands for a dash: “{was}”.",
    "Write “{now}”; loa check --fix does it.",
)
DOUBLED_MARK = warning(
    "double-mark",
    "Two marks stand here where one belongs: {was}",
    "Write {now} alone.",
)
STRAY_OR_GAP = STRAY_SPACE.with_hint(
    "If words are still to come here, write them; if somebody stops short, write the dots at the "
    "word before them."
)
DOUBLED_UNSURE = DOUBLED_MARK.with_hint("Keep one of them; where words are left out write …")
WORD_TWICE = warning(
    "word-twice",
    "A word stands here twice: “{was}”.",
    "Write “{now}”.",
)
WORDS_TWICE = warning(
    "words-twice",
    "The same words stand here twice, one behind the other.",
    "Keep them once: “{now}”",
)
BRACKET = warning(
    "bracket-unpaired",
    "This bracket has no other half in its paragraph: {was}",
    "Write the other half, or remove it.",
)
_BY_HAND: Final = {
    **{rule: rule.with_hint("Write “{now}”.") for rule in (DOUBLE_SPACE, STRAY_SPACE, HYPHEN)},
    MISSING_SPACE: MISSING_SPACE.with_hint("Write “{now}”."),
    QUOTATION_MARK: QUOTATION_MARK.with_hint("Write {now}."),
}
"""The same where a value is written otherwise than readers see it, so that no machine mends it."""
_SENTENCE = re.compile(r"[.!?…]\s")
_AROUND = 12  # characters that are shown on each side, at most
_BEFORE = re.compile(r"\S*\s?$")
_AFTER = re.compile(r"\s?\S*")

KINDS: Final[tuple[tuple[Rule, Callable[[str], Iterator[TextCorrection]]], ...]] = (
    (DOUBLE_SPACE, double_spaces),
    (STRAY_SPACE, stray_spaces),
    (STRAY_SPACE, spaces_at_strokes),
    (MISSING_SPACE, missing_spaces),
    (MISSING_SPACE, unit_spaces),
    (QUOTATION_MARK, quotation_marks),
    (HYPHEN, dashes),
)
"""What a machine can mend."""
_TOLD: Final = (
    *KINDS,
    (DOUBLED_MARK, doubled_marks),
    (WORD_TWICE, doubled_words),
    (BRACKET, unpaired_brackets),
)
_UNSURE: Final = {
    STRAY_SPACE: STRAY_OR_GAP,
    DOUBLED_MARK: DOUBLED_UNSURE,
    QUOTATION_MARK: UNPAIRED_MARK,
    BRACKET: BRACKET,
}


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text of every piece."""
    for text in alone.texts:
        for rule, find in _TOLD:
            for found in islice(_pairs(text, find(text.prose)), MOST):
                if not _is_told(rule, text, found):
                    yield _told(rule, text, found)


def _is_told(rule: Rule, text: ReadText, found: TextCorrection) -> bool:
    """Whether YAML reads such a value otherwise, or a script has it for what is to be heard."""
    if text.key:
        is_printed = rule is HYPHEN and text.kind is Prose.DOCUMENT  # a document is set in its way
        return is_printed or (rule is BRACKET and not found.start)
    is_heard = text.is_script
    if rule is WORD_TWICE and is_heard:  # whoever speaks may say a sentence again
        return bool(_SENTENCE.search(text.text, found.start, found.end - 1))
    return rule is QUOTATION_MARK and is_heard and text.text.startswith("<<", found.start)


def _pairs(text: ReadText, found: Iterable[TextCorrection]) -> Iterator[TextCorrection]:
    """Two marks or spaces that are both wrong around the same words, as one correction."""
    before: TextCorrection | None = None
    for each in found:
        if before is not None and _is_pair(text.prose, before, each):
            quoted = text.text[before.end : each.start]
            yield TextCorrection(before.start, each.end, f"{before.text}{quoted}{each.text}")
            before = None
            continue
        if before is not None:
            yield before
        before = each
    if before is not None:
        yield before


def _is_pair(prose: str, one: TextCorrection, other: TextCorrection) -> bool:
    within = prose[one.end : other.start]
    are_marks = ((one.text or "").strip(), (other.text or "").strip()) == (OPENING, CLOSING)
    around = prose[one.start - 1 : one.start] + prose[other.end : other.end + 1]
    are_spaces = one.text == other.text == "" and around in {"()", "“”"}
    return (are_marks or are_spaces) and not any(map(within.__contains__, "\n()"))


def _told(rule: Rule, text: ReadText, found: TextCorrection) -> Diagnostic:
    where = text.at(found.start, found.end)
    was = text.text[found.start : found.end]
    if found.text is None:
        was = was if was.strip() else was.join(_around(text.text, found))
        return _UNSURE[rule].at(where, was=was)
    if rule is QUOTATION_MARK and found.text != found.text.strip():
        rule = MISSING_SPACE
    if rule is WORD_TWICE and " " in found.text:
        rule = WORDS_TWICE
    told = rule if _is_written_so(text, where, found) else _BY_HAND.get(rule, rule)
    if rule in (QUOTATION_MARK, DOUBLED_MARK, WORDS_TWICE):
        return told.at(where, was=was, now=found.text)
    before, after = _around(text.text, found)
    return told.at(where, was=before + was + after, now=before + found.text + after)


def _is_written_so(text: ReadText, where: Location, found: TextCorrection) -> bool:
    """Whether the command mends it, too: in a piece, where the value stands as readers see it."""
    if not text.key:
        return True
    columns = columns_of(where.text, text.text, found.start, found.end)
    return text.piece is not None and columns is not None


def _around(text: str, found: TextCorrection) -> tuple[str, str]:
    """The words on both sides, not beyond the line."""
    before = text[max(0, found.start - _AROUND) : found.start].rpartition("\n")[2]
    after = text[found.end : found.end + _AROUND].partition("\n")[0]
    return _BEFORE.search(before)[0], _AFTER.match(after)[0]  # type: ignore[index] # any text matches
