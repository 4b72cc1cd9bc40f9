"""How an authored value is read, and what is told where it cannot be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, NoReturn

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.diagnostics import Rule
from generator.model.odd import odd_words
from generator.model.slips import (
    BAD_DATE,
    BAD_MOMENT,
    FAR_YEAR,
    HINTS_BY_REASON,
    IMPOSSIBLE_DATE,
    LEGACY_TEXT,
    LONG_TEXT,
    LONG_WORD,
    LONGEST_TEXT,
    LONGEST_WORD,
    LOST_LETTER,
    OUT_OF_RANGE,
    fault,
)
from generator.vietnamese.intended_dates import IntendedText, meant_number
from generator.vietnamese.legacy import convert, suspect
from generator.vietnamese.numbers import format_number, read_number
from generator.vietnamese.reasons import ReadingError, Reason
from generator.vietnamese.text import lost_letters, nfc

_NO_TEXT: Literal["string_type"] = "string_type"
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")
_SHOWN = 60  # characters of a wrong value in a message

LAST_YEAR = 2100
"""Of a plan; what is no year is written with points between thousands."""

LONGEST = 500
"""No value but a text has more characters; patterns never see more."""

Guess = Callable[[str], IntendedText | None]


def _text(value: object) -> object:
    if not isinstance(value, str):
        return value  # pydantic names the type that was expected
    if len(value) > LONGEST_TEXT:
        raise fault(LONG_TEXT, most=format_number(LONGEST_TEXT))
    if _LONG.search(value):
        raise fault(LONG_WORD, most=format_number(LONGEST_WORD))
    found = None if value.isascii() else suspect(value)
    if found:
        raise fault(
            LEGACY_TEXT,
            encoding=found.encoding,
            sample=found.sample,
            converted=convert(value, found.encoding)[:LONGEST],
        )
    return nfc(value.strip().replace("\t", " "))


_LINE_ENDS = re.compile(r" *[\t\n\r]\s*")


def words(value: object) -> object:
    """A text that readers see: no invisible characters, no letters of other scripts in a word.

    It is one line, however it was typed: the end of a line would end a line of a calendar, too.
    """
    text = _text(value)
    if isinstance(text, str):
        text = _LINE_ENDS.sub(" ", text)
        for word in odd_words(text):
            raise fault(word.rule, **word.details)
        for _, lost in lost_letters(text):
            raise fault(LOST_LETTER, sample=lost[:_SHOWN])
    return text


@dataclass(frozen=True, slots=True)
class Reading(BeforeValidator):
    """Reads what was typed before pydantic sees it; `example` is a value as it is typed.

    `form` says how it is written, in the words of the message about a wrong one, and `details` are
    what these words leave open.
    """

    example: str = ""
    form: str = ""
    details: tuple[tuple[str, object], ...] = ()


_OF_DAYS = {Reason.IMPOSSIBLE: IMPOSSIBLE_DATE, Reason.YEAR: FAR_YEAR}


def reading(
    reader: Callable[[str], object],
    rule: Rule,
    example: str,
    guess: Guess | None = None,
    **details: object,
) -> Reading:
    """A value by its reader; where that gives up, what was meant is told, or an example."""

    def read(value: object) -> object:
        text = words(value)
        if not isinstance(text, str):
            raise PydanticKnownError(_NO_TEXT)  # or pydantic would take a group for our own types
        try:
            return reader(text) if len(text) <= LONGEST else reject()
        except ReadingError as error:
            is_day = rule in {BAD_DATE, BAD_MOMENT}
            broken = _OF_DAYS.get(error.reason, rule) if is_day else rule
            meant = guess(text) if guess and len(text) <= _SHOWN else None
            if meant and _takes(reader, meant.text):
                raise _meant(broken, text, meant) from None
            raise _refused(broken, text, example, details) from None

    return Reading(read, example=example, form=rule.hint, details=tuple(details.items()))


def _takes(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except ReadingError:
        return False
    return True


def _meant(rule: Rule, text: str, meant: IntendedText) -> PydanticCustomError:
    return fault(
        HINTS_BY_REASON[f"{rule.code} {meant.why}"], value=text, word=meant.text, sign=meant.sign
    )


def _refused(
    rule: Rule, text: str, example: str, details: Mapping[str, object]
) -> PydanticCustomError:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return fault(rule, value=shown, word=example, **details)


def whole_number(low: int, high: int, example: str, guess: Guess = meant_number) -> Reading:
    """A whole number between two."""
    most = format_number(high) if high > LAST_YEAR else high
    return reading(between(low, high), OUT_OF_RANGE, example, guess, least=low, most=most)


def between(low: int, high: int) -> Callable[[str], int]:
    """A reader of whole numbers from `low` to `high`."""

    def read(value: str) -> int:
        number = read_number(value)
        return number if isinstance(number, int) and low <= number <= high else reject()

    return read


def reject() -> NoReturn:
    """End a reader: what was typed has not its form."""
    raise ReadingError
