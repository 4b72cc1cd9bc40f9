"""Words that are no syllable of Vietnamese, and words of which letters became question marks."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checks import MOST, Alone
from generator.diagnostics import Diagnostic, warning
from generator.model.read_words import Prose
from generator.model.slips import LOST_LETTER
from generator.text.piece_texts import ReadText
from generator.vietnamese.confused_words import confused_words
from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.legacy import suspect
from generator.vietnamese.spelling import misspellings
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.torn_words import torn_words

SLIP_OF_SYLLABLE = warning(
    "no-syllable",
    "“{sample}” is no syllable of Vietnamese.",
    "Type it again: {word}",
)
UNKNOWN = SLIP_OF_SYLLABLE.with_hint(
    "Type the word again: a letter, a mark or a space is wrong in it."
)
WRONG_WORD = warning(
    "word-for-another",
    "“{sample}” is not how this is written.",
    "Type: {word}",
)
TORN = warning(
    "word-torn",
    "The letters of a word stand apart here: “{sample}”.",
    "Type: {better}",
)
TORN_LETTERS = TORN.with_hint("Type the words again, without spaces within them.")
# A sentence that ends without a space has a capital behind its mark; VIQR has ^ and ( besides.
_QUESTIONED = re.compile(
    r"(?<![^\s“(])(?:(?P<before>[^\W\d_]+)\?+(?P<behind>[^\W\d_][^\s^(+]*)"
    r"|\?(?i:[aăâeêioôơuưy])[^\s^(+]*|[^\W\d_]*¿[^\s^(+]*"
    r"|(?i:[bcdđghklmnpqrstvx]|[cgknpt]h|ng|ngh|tr)\?(?=\s[^\W\d_]))"
)
_REST = re.compile(r"(?:C|CH|M|N|NG|NH|P|T|I|Y|O|U|A)(?![^\W\d_])")
"""What a syllable in capitals ends with: «KI?M» is one word, «GÌ?KHÔNG» are two."""


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text in Vietnamese."""
    for text in alone.texts:
        if text.is_vietnamese:
            yield from islice(_questioned(text), MOST)
            torn = list(torn_words(text.prose))
            yield from islice(_misspelt(text, torn), MOST)
            if text.kind is not Prose.DOCUMENT:  # whose slips are not ours
                yield from islice(_confused(text), MOST)
            yield from islice(_torn(text, torn), MOST)


def _misspelt(text: ReadText, torn: list[TextCorrection]) -> Iterator[Diagnostic]:
    told: set[str] = set()
    parts = Stretches((each.start, each.end) for each in torn)
    wrong = [each for each in misspellings(text.prose) if each.start not in parts]
    for found in wrong if wrong and suspect(text.text) is None else ():
        sample = text.text[found.start : found.end]
        if sample not in told:
            told.add(sample)
            where = text.at(found.start, found.end)
            rule = SLIP_OF_SYLLABLE if found.text else UNKNOWN
            yield rule.at(where, sample=sample, **({"word": found.text} if found.text else {}))


def _torn(text: ReadText, torn: list[TextCorrection]) -> Iterator[Diagnostic]:
    for found in torn:
        sample = text.text[found.start : found.end].replace("\n", " ")
        where = text.at(found.start, found.end)
        if found.text:
            yield TORN.at(where, sample=sample, better=found.text)
        else:
            yield TORN_LETTERS.at(where, sample=sample)


def _confused(text: ReadText) -> Iterator[Diagnostic]:
    for found in confused_words(text.prose):
        sample = text.text[found.start : found.end]
        yield WRONG_WORD.at(text.at(found.start, found.end), sample=sample, word=found.text)


def _questioned(text: ReadText) -> Iterator[Diagnostic]:
    """Letters that a program could not write became question marks: the first of each line."""
    if not any(map(text.prose.__contains__, "?¿")):
        return
    if suspect(text.prose):
        return  # signs of a wrong encoding, which is told
    lines: set[int] = set()
    for found in _QUESTIONED.finditer(text.prose):
        line = text.prose.count("\n", 0, found.start())
        if _is_lost(found) and line not in lines:
            lines.add(line)
            yield LOST_LETTER.at(text.at(*found.span()), sample=found[0][:60])


def _is_lost(found: re.Match[str]) -> bool:
    """Whether a letter was there: else the mark ends a sentence that has no space behind it."""
    if found["behind"] is None or found["behind"][0].islower():
        return True
    return found["before"].isupper() and _REST.match(found["behind"]) is not None
