"""The types of authored values: each reads the text that an author typed, or names the rule it breaks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, NoReturn, TypeVar

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from generator.diagnostics import Rule
from generator.model.quantity import Quantity
from generator.model.sizes import Size, parse_size
from generator.vietnamese.dates import FORM, IMPOSSIBLE, read_date, read_datetime, read_quarter
from generator.vietnamese.legacy import suspect
from generator.vietnamese.numbers import read_number
from generator.vietnamese.text import invisible, lookalikes, nfc

T = TypeVar("T")

LONGEST = 500
"""No value but a text has more characters; the patterns below never see more."""

BAD_DATE = Rule(
    "bad-date",
    "“{value}” is not a date.",
    "Write day/month/year, for example 17/3/2021, or 2021-03-17.",
)
IMPOSSIBLE_DATE = Rule(
    "impossible-date",
    "There is no such day or hour: “{value}”.",
    "Check the day, the month and the hour against a calendar.",
)
BAD_QUARTER = Rule(
    "bad-quarter",
    "“{value}” is not a quarter of a year.",
    "Write I, II, III or IV, with the year where it is not clear: II/2021.",
)
BAD_QUANTITY = Rule(
    "bad-quantity",
    "“{value}” is not a quantity.",
    "Write the figure and its unit as the plan prints them, for example: dự kiến 04 chương trình/năm.",
)
BAD_NUMBER = Rule(
    "bad-number",
    "“{value}” is not a number that fits here.",
    "Write a whole number such as 2.000 or 2000; degrees with a point, for example 10.95.",
)
BAD_ID = Rule(
    "bad-id",
    "“{value}” cannot be an id.",
    "Use small letters a–z without diacritics, digits and hyphens, for example phat-thanh-2021-2-1.",
)
BAD_SOURCE = Rule(
    "bad-source",
    "“{value}” is not a source.",
    "Write document:line with a document of campaigns/sources.yml, or a web address.",
)
BAD_WEB_ADDRESS = Rule(
    "bad-web-address",
    "“{value}” is not a web address.",
    "Write the whole address, beginning with https:// or http://.",
)
LEGACY_TEXT = Rule(
    "legacy-encoding",
    "This text is in the old encoding {encoding}: “{sample}”.",
    "Replace it with Unicode text. It probably reads: “{converted}”.",
)
INVISIBLE = Rule(
    "invisible-character",
    "An invisible character ({name}) hides in this text.",
    "Delete the word and type it again.",
)
LOOKALIKE = Rule(
    "lookalike-letter",
    "The letter “{letter}” is not a Latin letter; it only looks like “{latin}”.",
    "Type the word again with the keyboard set to Vietnamese or English.",
)
BAD_COLOUR = Rule(
    "bad-colour",
    "“{value}” is not a colour of the screen.",
    'Write # and six digits 0–9 or A–F in quotes, for example "#0B6B4B".',
)
BAD_DURATION = Rule(
    "bad-duration",
    "“{value}” is not a length of time.",
    "Write minutes and seconds, for example 7 phút or 6 phút 30 giây.",
)
BAD_SIZE = Rule(
    "bad-size",
    "“{value}” is not a size that can be printed.",
    "Write width x height and the unit, for example 6 x 0,8 m; a side has 5 cm to 50 m.",
)

RULES = {
    rule.code: rule
    for rule in (
        BAD_DATE,
        IMPOSSIBLE_DATE,
        BAD_QUARTER,
        BAD_QUANTITY,
        BAD_NUMBER,
        BAD_ID,
        BAD_SOURCE,
        BAD_WEB_ADDRESS,
        LEGACY_TEXT,
        INVISIBLE,
        LOOKALIKE,
        BAD_COLOUR,
        BAD_DURATION,
        BAD_SIZE,
    )
}

_SHOWN = 60  # characters of a wrong value in a message
_LONGEST_DURATION = 6 * 3600  # seconds


def fault(rule: Rule, **details: object) -> PydanticCustomError:
    """The error by which a field tells the reader which rule its value breaks."""
    return PydanticCustomError("loa", rule.code, {"rule": rule.code, **details})  # type: ignore[arg-type] # a code needs no LiteralString


@dataclass(frozen=True, slots=True)
class PartialQuarter:
    """A quarter as written: the year may be left to the campaign."""

    number: int
    year: int | None = None


def _text(value: object) -> object:
    if not isinstance(value, str):
        return value  # pydantic names the type that was expected
    found = suspect(value)
    if found:
        raise fault(
            LEGACY_TEXT,
            encoding=found.encoding,
            sample=found.sample,
            converted=found.converted[:80],
        )
    return nfc(value.strip())


def _plain(value: object) -> object:
    """A text that readers see: no invisible characters, no letters of other scripts in a word."""
    text = _text(value)
    if isinstance(text, str):
        for hidden in invisible(text):
            raise fault(INVISIBLE, name=hidden.name)
        for letter in lookalikes(text):
            raise fault(LOOKALIKE, letter=letter.char, latin=letter.latin)
    return text


def _read(reader: Callable[[str], T], rule: Rule) -> Callable[[object], object]:
    def read(value: object) -> object:
        text = _plain(value)
        if not isinstance(text, str):
            raise PydanticKnownError("string_type")  # or pydantic takes a group for our own types
        try:
            return reader(text) if len(text) <= LONGEST else _reject(FORM)
        except ValueError as error:
            impossible = rule is BAD_DATE and error.args[0] == IMPOSSIBLE
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            raise fault(IMPOSSIBLE_DATE if impossible else rule, value=shown) from None

    return read


def _reject(reason: str) -> NoReturn:
    raise ValueError(reason)


def _moment(value: str) -> date | datetime:
    try:
        return read_date(value)
    except ValueError as error:
        return read_datetime(value) if error.args[0] == FORM else _reject(error.args[0])


def _quarter(value: str) -> PartialQuarter:
    year, number = read_quarter(value)
    return PartialQuarter(number, year)


def _quarter_number(value: str) -> int:
    return read_quarter(value)[1]


def _between(low: int, high: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        number = read_number(value)
        return number if isinstance(number, int) and low <= number <= high else _reject(FORM)

    return read


def _percent(value: str) -> float:
    number = float(read_number(value))
    return number if 0 <= number <= 100 else _reject(FORM)  # noqa: PLR2004 - per cent


def _degrees(value: str) -> float:
    number = float(_matching(r"-?\d{1,3}(?:\.\d{1,15})?")(value))
    return number if abs(number) <= 180 else _reject(FORM)  # noqa: PLR2004 - half of the globe


def _money(value: str) -> int:
    figure = re.fullmatch(r"([\d.\s]+?)\s*(?:đồng|đ|VND)", value, re.IGNORECASE)
    return int(read_number(figure[1] if figure else ""))


def _duration(value: str) -> int:
    match = re.fullmatch(r"(?:(\d{1,5})\s*phút)?\s*(?:(\d{1,5})\s*giây)?", value, re.IGNORECASE)
    seconds = 60 * int(match[1] or 0) + int(match[2] or 0) if match else 0
    return seconds if 1 <= seconds <= _LONGEST_DURATION else _reject(FORM)


def _matching(pattern: str) -> Callable[[str], str]:
    return lambda value: value if re.fullmatch(pattern, value) else _reject(FORM)


_TYPED = WithJsonSchema({"type": ["string", "number"]})
_STRING = WithJsonSchema({"type": "string"})

Text = Annotated[
    str, BeforeValidator(_plain), WithJsonSchema({"type": ["string", "number", "boolean"]})
]
Id = Annotated[
    str,
    BeforeValidator(_read(_matching(r"[a-z0-9]+(?:-[a-z0-9]+)*"), BAD_ID)),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
]
Slug = Id
Day = Annotated[date, BeforeValidator(_read(read_date, BAD_DATE)), _STRING]
Moment = Annotated[datetime | date, BeforeValidator(_read(_moment, BAD_DATE)), _STRING]
QuarterRef = Annotated[PartialQuarter, BeforeValidator(_read(_quarter, BAD_QUARTER)), _TYPED]
QuarterNumber = Annotated[int, BeforeValidator(_read(_quarter_number, BAD_QUARTER)), _TYPED]
Year = Annotated[int, BeforeValidator(_read(_between(1990, 2100), BAD_NUMBER)), _TYPED]
Copies = Annotated[int, BeforeValidator(_read(_between(1, 10**7), BAD_NUMBER)), _TYPED]
Degrees = Annotated[float, BeforeValidator(_read(_degrees, BAD_NUMBER)), _TYPED]
Percent = Annotated[float, BeforeValidator(_read(_percent, BAD_NUMBER)), _TYPED]
Weight = Annotated[int, BeforeValidator(_read(_between(100, 900), BAD_NUMBER)), _TYPED]
HexColour = Annotated[
    str, BeforeValidator(_read(_matching(r"#[0-9A-Fa-f]{6}"), BAD_COLOUR)), _STRING
]
Money = Annotated[int, BeforeValidator(_read(_money, BAD_NUMBER)), _STRING]
Printed = Annotated[Quantity, BeforeValidator(_read(Quantity.parse, BAD_QUANTITY)), _STRING]
Duration = Annotated[int, BeforeValidator(_read(_duration, BAD_DURATION)), _STRING]
PrintSize = Annotated[Size, BeforeValidator(_read(parse_size, BAD_SIZE)), _STRING]
WebAddress = Annotated[
    str, BeforeValidator(_read(_matching(r"https?://[^\s<>\"]+"), BAD_WEB_ADDRESS)), _STRING
]
SourceRef = Annotated[
    str,
    BeforeValidator(
        _read(_matching(r"https?://[^\s<>\"]+|[^\s:]+:\d+(?:[-,]\d+)*|\S[^:]*"), BAD_SOURCE)
    ),
    _STRING,
]
