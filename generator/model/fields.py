"""The types of authored values: each reads what an author typed, or names the rule it breaks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal, NoReturn, TypeVar

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticKnownError

from generator.diagnostics import Rule
from generator.model.quantity import Quantity
from generator.model.sizes import Size, parse_length, parse_size
from generator.model.slips import (
    BAD_ALIAS,
    BAD_COLOUR,
    BAD_CONTACT,
    BAD_DATE,
    BAD_DAY_OF_YEAR,
    BAD_DURATION,
    BAD_ID,
    BAD_IDENTITY,
    BAD_LENGTH,
    BAD_MOMENT,
    BAD_NUMBER,
    BAD_QUANTITY,
    BAD_QUARTER,
    BAD_SITE_LINK,
    BAD_SIZE,
    BAD_SOURCE,
    BAD_TIME,
    BAD_TIMECODE,
    BAD_WEB_ADDRESS,
    BAD_WEEKDAY,
    IMPOSSIBLE_DATE,
    INVISIBLE,
    LEGACY_TEXT,
    LOOKALIKE,
    LOST_LETTER,
    OUT_OF_RANGE,
    fault,
)
from generator.vietnamese.dates import (
    FORM,
    IMPOSSIBLE,
    read_date,
    read_datetime,
    read_day_of_year,
    read_quarter,
    read_time,
    read_weekday,
)
from generator.vietnamese.legacy import suspect
from generator.vietnamese.numbers import format_number, read_number
from generator.vietnamese.text import invisible, lookalikes, lost_letters, nfc

T = TypeVar("T")

_NO_TEXT: Literal["string_type"] = "string_type"
_SHOWN = 60  # characters of a wrong value in a message
_LONGEST_DURATION = 6 * 3600  # seconds

LAST_YEAR = 2100
"""Of a plan; what is no year is written with points between thousands."""

LONGEST = 500
"""No value but a text has more characters; the patterns below never see more."""


@dataclass(frozen=True, slots=True)
class PartialQuarter:
    """A quarter as written: the year may be left to the campaign."""

    number: int
    year: int | None = None


def _text(value: object) -> object:
    if not isinstance(value, str):
        return value  # pydantic names the type that was expected
    found = None if value.isascii() else suspect(value)
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
        for _, word in lost_letters(text):
            raise fault(LOST_LETTER, sample=word[:_SHOWN])
    return text


def _read(reader: Callable[[str], T], rule: Rule, **details: object) -> Callable[[object], object]:
    def read(value: object) -> object:
        text = _plain(value)
        if not isinstance(text, str):
            raise PydanticKnownError(_NO_TEXT)  # or pydantic would take a group for our own types
        try:
            return reader(text) if len(text) <= LONGEST else _reject(FORM)
        except ValueError as error:
            impossible = rule in {BAD_DATE, BAD_MOMENT} and error.args[0] == IMPOSSIBLE
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            raise fault(IMPOSSIBLE_DATE if impossible else rule, value=shown, **details) from None

    return read


def _number(low: int, high: int) -> BeforeValidator:
    """A whole number between two."""
    most = format_number(high) if high > LAST_YEAR else high
    return BeforeValidator(_read(_between(low, high), OUT_OF_RANGE, least=low, most=most))


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


def _timecode(value: str) -> int:
    match = re.fullmatch(r"(?:(\d{1,2}):(?=\d\d:))?(\d{1,3}):([0-5]\d)", value)
    return _seconds(match) if match else _reject(FORM)


def _seconds(match: re.Match[str]) -> int:
    return 3600 * int(match[1] or 0) + 60 * int(match[2]) + int(match[3])


def _alias(value: str) -> str:
    """Without the slashes around it: folders or an HTML page, so that none of it climbs up."""
    return _matching(r"[A-Za-z0-9_~-]+(?:/[A-Za-z0-9_~-]+)*(?:\.html?)?")(value.strip("/"))


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
Moment = Annotated[datetime | date, BeforeValidator(_read(_moment, BAD_MOMENT)), _STRING]
QuarterRef = Annotated[PartialQuarter, BeforeValidator(_read(_quarter, BAD_QUARTER)), _TYPED]
QuarterNumber = Annotated[int, BeforeValidator(_read(_quarter_number, BAD_QUARTER)), _TYPED]
Year = Annotated[int, _number(1990, LAST_YEAR), _TYPED]
Days = Annotated[int, _number(0, 366), _TYPED]
Clock = Annotated[time, BeforeValidator(_read(read_time, BAD_TIME)), _STRING]
Weekday = Annotated[int, BeforeValidator(_read(read_weekday, BAD_WEEKDAY)), _STRING]
DayOfYear = Annotated[
    tuple[int, int], BeforeValidator(_read(read_day_of_year, BAD_DAY_OF_YEAR)), _STRING
]
Copies = Annotated[int, _number(1, 10**7), _TYPED]
Degrees = Annotated[float, BeforeValidator(_read(_degrees, BAD_NUMBER)), _TYPED]
Percent = Annotated[
    float, BeforeValidator(_read(_percent, OUT_OF_RANGE, least=0, most=100)), _TYPED
]
Weight = Annotated[int, _number(100, 900), _TYPED]
HexColour = Annotated[
    str, BeforeValidator(_read(_matching(r"#[0-9A-Fa-f]{6}"), BAD_COLOUR)), _STRING
]
Money = Annotated[int, BeforeValidator(_read(_money, BAD_NUMBER)), _STRING]
Printed = Annotated[Quantity, BeforeValidator(_read(Quantity.parse, BAD_QUANTITY)), _STRING]
Timecode = Annotated[int, BeforeValidator(_read(_timecode, BAD_TIMECODE)), _STRING]
Identity = Annotated[
    str,
    BeforeValidator(_read(_matching(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), BAD_IDENTITY)),
    _STRING,
]
Duration = Annotated[int, BeforeValidator(_read(_duration, BAD_DURATION)), _STRING]
PrintSize = Annotated[Size, BeforeValidator(_read(parse_size, BAD_SIZE)), _STRING]
Length = Annotated[float, BeforeValidator(_read(parse_length, BAD_LENGTH)), _TYPED]
Resolution = Annotated[int, _number(10, 1200), _TYPED]
InkLimit = Annotated[int, _number(100, 400), _TYPED]
WebAddress = Annotated[
    str, BeforeValidator(_read(_matching(r"https?://[^\s<>\"]+"), BAD_WEB_ADDRESS)), _STRING
]
Contact = Annotated[
    str,
    BeforeValidator(
        _read(_matching(r"https://[^\s<>\"]+|mailto:[^\s<>@]+@[^\s<>@]+|tel:\+[\d-]+"), BAD_CONTACT)
    ),
    _STRING,
]
Alias = Annotated[str, BeforeValidator(_read(_alias, BAD_ALIAS)), _STRING]
SiteAddress = Annotated[
    str,
    BeforeValidator(
        _read(_matching(r"(?i:https?)://[^\s/?#\[\]<>\"'\\@]+[^\s?#<>\"'\\]*"), BAD_WEB_ADDRESS)
    ),
    _STRING,
]
SiteLink = Annotated[
    str,
    BeforeValidator(
        _read(
            _matching(r"https?://[^\s<>\"']+|(?!.*\.\./)[^\s<>\"':\\/][^\s<>\"':\\]*"),
            BAD_SITE_LINK,
        )
    ),
    _STRING,
]
SourceRef = Annotated[
    str,
    BeforeValidator(
        _read(_matching(r"https?://[^\s<>\"]+|[^\s:]+:\d+(?:[-,]\d+)*|\S[^:]*"), BAD_SOURCE)
    ),
    _STRING,
]
