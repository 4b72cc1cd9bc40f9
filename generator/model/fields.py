"""The types of authored values: each reads what an author typed, or names the rule it breaks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from generator.model.amount import Amount
from generator.model.intended_values import (
    DOCUMENT,
    meant_address,
    meant_amount,
    meant_colour,
    meant_contact,
    meant_duration,
    meant_id,
    meant_one_quarter,
    meant_quantity,
    meant_size,
    meant_source,
    meant_web_address,
)
from generator.model.names import LONGEST_ID, is_file, is_reserved
from generator.model.percentages import Percentages
from generator.model.quantity import Quantity
from generator.model.read_words import Prose
from generator.model.reading import LAST_YEAR, reading, reject, whole_number, words
from generator.model.sizes import Size, parse_distance, parse_length, parse_size
from generator.model.slips import (
    BAD_ALIAS,
    BAD_COLOUR,
    BAD_CONTACT,
    BAD_DATE,
    BAD_DAY_OF_YEAR,
    BAD_DEGREES,
    BAD_DURATION,
    BAD_ID,
    BAD_IDENTITY,
    BAD_LENGTH,
    BAD_MOMENT,
    BAD_MONEY,
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
    FILE_ALIAS,
    LONG_ID,
    ONLY_FIGURES,
    OUT_OF_RANGE,
    RESERVED_NAME,
    fault,
)
from generator.vietnamese.dates import (
    read_date,
    read_datetime,
    read_day_of_year,
    read_quarter,
    read_time,
    read_weekday,
)
from generator.vietnamese.intended_dates import (
    meant_date,
    meant_day_of_year,
    meant_degrees,
    meant_moment,
    meant_number,
    meant_time,
    meant_weekday,
    meant_year,
)
from generator.vietnamese.numbers import read_number
from generator.vietnamese.reasons import ReadingError, Reason

_LONGEST_DURATION = 6 * 3600  # seconds
ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_WEB = r"https?://[^\s<>\"/?#,]*(?<!\.)[/?#][^\s<>\"]*|https?://[^\s<>\"/?#,]+(?<!\.)"

Basis = Literal["source", "proposed"]
"""Who says so: a source, or we propose it."""


@dataclass(frozen=True, slots=True)
class PartialQuarter:
    """A quarter as written: the year may be left to the campaign."""

    number: int
    year: int | None = None


def _moment(value: str) -> date | datetime:
    try:
        return read_datetime(value)
    except ReadingError as error:
        if error.reason is not Reason.FORM:
            raise
        return read_date(value)


def _quarter(value: str) -> PartialQuarter:
    year, number = read_quarter(value)
    return PartialQuarter(number, year)


def _quarter_number(value: str) -> int:
    return read_quarter(value)[1]


def _percent(value: str) -> float:
    number = float(read_number(value))
    return number if 0 <= number <= 100 else reject()  # noqa: PLR2004 - per cent


def _degrees(value: str) -> float:
    number = float(_matching(r"-?\d{1,3}(?:\.\d{1,15})?")(value))
    return number if abs(number) <= 180 else reject()  # noqa: PLR2004 - half of the globe


def _money(value: str) -> int:
    figure = re.fullmatch(r"([\d.\s]+?)(?:,00?)?\s*(?:đồng|đ|VND)", value, re.IGNORECASE)
    return int(read_number(figure[1] if figure else ""))


def _duration(value: str) -> int:
    match = re.fullmatch(r"(?:(\d{1,5})\s*phút)?\s*(?:(\d{1,5})\s*giây)?", value, re.IGNORECASE)
    seconds = 60 * int(match[1] or 0) + int(match[2] or 0) if match else 0
    return seconds if 1 <= seconds <= _LONGEST_DURATION else reject()


def _timecode(value: str) -> int:
    match = re.fullmatch(r"(?:(\d{1,2}):(?=\d\d:))?(\d{1,3}):([0-5]\d)", value)
    return _seconds(match) if match else reject()


def _seconds(match: re.Match[str]) -> int:
    return 3600 * int(match[1] or 0) + 60 * int(match[2]) + int(match[3])


def _borne(value: str) -> str:
    """Ids and addresses are names of files, which every system must bear."""
    for part in value.split("/"):
        if len(part) > LONGEST_ID:
            raise fault(LONG_ID, value=f"{part[:LONGEST_ID]}…", most=LONGEST_ID)
        if is_reserved(part):
            raise fault(RESERVED_NAME, value=part)
    return value


def _worded(value: str) -> str:
    if any(map(str.isdecimal, value)) and not any(map(str.isalpha, value)):
        raise fault(ONLY_FIGURES, value=value)
    return value


def _alias(value: str) -> str:
    """Without the slashes around it: folders or an HTML page, so that none of it climbs up."""
    if is_file(value):
        raise fault(FILE_ALIAS, value=value)
    return _matching(r"[A-Za-z0-9_~-]+(?:/[A-Za-z0-9_~-]+)*(?:\.html?)?")(value.strip("/"))


def _matching(pattern: str) -> Callable[[str], str]:
    return lambda value: value if re.fullmatch(pattern, value) else reject()


read_source = _matching(rf"(?:{_WEB})|{DOCUMENT}")

_TYPED = WithJsonSchema({"type": ["string", "number"]})
_STRING = WithJsonSchema({"type": "string"})
_PLAIN = WithJsonSchema({"type": ["string", "number", "boolean"]})

Text = Annotated[str, BeforeValidator(words), Prose.OURS, _PLAIN]
"""Words that readers read: every rule on words looks at them."""
DocumentText = Annotated[Text, Prose.DOCUMENT]
Foreign = Annotated[Text, Prose.FOREIGN]
Code = Annotated[Text, Prose.NONE]
"""What is no prose: the name of a file, a number, a note for whoever keeps the file."""
Label = Annotated[Text, AfterValidator(_worded)]
"""A text in a list, where a comma is easily meant otherwise: «1,5» are two figures."""

Id = Annotated[
    str,
    reading(_matching(ID), BAD_ID, "phat-thanh-2021-2-1", meant_id),
    AfterValidator(_borne),
    WithJsonSchema(
        {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": LONGEST_ID}
    ),
]
Slug = Id
Ref = Annotated[
    str,
    reading(str, BAD_ID, "phat-thanh-2021-2-1"),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}),
]
"""The id of another record: any words are read; whether there is one is told later."""
Day = Annotated[date, reading(read_date, BAD_DATE, "17/3/2021", meant_date), _STRING]
Moment = Annotated[
    datetime | date, reading(_moment, BAD_MOMENT, "12/5/2021 06:30", meant_moment), _STRING
]
QuarterRef = Annotated[
    PartialQuarter, reading(_quarter, BAD_QUARTER, "II/2021", meant_one_quarter), _TYPED
]
QuarterNumber = Annotated[
    int, reading(_quarter_number, BAD_QUARTER, "II", meant_one_quarter), _TYPED
]
Year = Annotated[int, whole_number(1990, LAST_YEAR, "2021", meant_year), _TYPED]
Days = Annotated[int, whole_number(0, 366, "7"), _TYPED]
Clock = Annotated[time, reading(read_time, BAD_TIME, "06:30", meant_time), _STRING]
Weekday = Annotated[int, reading(read_weekday, BAD_WEEKDAY, "T4", meant_weekday), _STRING]
DayOfYear = Annotated[
    tuple[int, int], reading(read_day_of_year, BAD_DAY_OF_YEAR, "5/6", meant_day_of_year), _STRING
]
Pages = Annotated[int, whole_number(4, 400, "24"), _TYPED]
Copies = Annotated[int, whole_number(1, 10**7, "1"), _TYPED]
Degrees = Annotated[float, reading(_degrees, BAD_DEGREES, "10.95", meant_degrees), _TYPED]
Percent = Annotated[
    float, reading(_percent, OUT_OF_RANGE, "50", meant_number, least=0, most=100), _TYPED
]
Weight = Annotated[int, whole_number(100, 900, "400"), _TYPED]
HexColour = Annotated[
    str, reading(_matching(r"#[0-9A-Fa-f]{6}"), BAD_COLOUR, "#0B6B4B", meant_colour), _STRING
]
Money = Annotated[int, reading(_money, BAD_MONEY, "958.079.880 đồng", meant_amount), _STRING]
PrintedQuantity = Annotated[
    Quantity,
    reading(Quantity.parse, BAD_QUANTITY, "dự kiến 04 chương trình/năm", meant_quantity),
    _STRING,
]
PrintedAmount = Annotated[
    Amount, reading(Amount.parse, BAD_QUANTITY, "khoảng 50 người", meant_quantity), _STRING
]
PrintedPercentages = Annotated[Percentages, reading(Percentages.parse, BAD_NUMBER, "90%"), _STRING]
Timecode = Annotated[int, reading(_timecode, BAD_TIMECODE, "0:05"), _STRING]
Identity = Annotated[
    str,
    reading(_matching(_UUID), BAD_IDENTITY, "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
    _STRING,
]
Duration = Annotated[
    int, reading(_duration, BAD_DURATION, "6 phút 30 giây", meant_duration), _STRING
]
PrintSize = Annotated[Size, reading(parse_size, BAD_SIZE, "6 x 0,8 m", meant_size), _STRING]
Length = Annotated[float, reading(parse_length, BAD_LENGTH, "30 mm", meant_size), _TYPED]
Distance = Annotated[float, reading(parse_distance, BAD_LENGTH, "30 m", meant_size), _TYPED]
Resolution = Annotated[int, whole_number(10, 1200, "300"), _TYPED]
InkLimit = Annotated[int, whole_number(100, 400, "300"), _TYPED]
WebAddress = Annotated[
    str,
    reading(_matching(_WEB), BAD_WEB_ADDRESS, "https://example.org/", meant_web_address),
    _STRING,
]
Contact = Annotated[
    str,
    reading(
        _matching(r"https://[^\s<>\"]+|mailto:[^\s<>@]+@[^\s<>@]+|tel:\+[\d-]+"),
        BAD_CONTACT,
        "mailto:ten@example.org",
        meant_contact,
    ),
    _STRING,
]
Alias = Annotated[
    str,
    reading(_alias, BAD_ALIAS, "tin-tuc/bai-cu", meant_address),
    AfterValidator(_borne),
    _STRING,
]
SiteAddress = Annotated[
    str,
    reading(
        _matching(r"(?i:https?)://[^\s/?#\[\]<>\"'\\@]+[^\s?#<>\"'\\]*"),
        BAD_WEB_ADDRESS,
        "https://example.org/",
        meant_web_address,
    ),
    _STRING,
]
SiteLink = Annotated[
    str,
    reading(
        _matching(r"https?://[^\s<>\"']+|(?!.*\.\./)[^\s<>\"':\\/][^\s<>\"':\\]*"),
        BAD_SITE_LINK,
        "rss.xml",
        meant_web_address,
    ),
    _STRING,
]
SourceRef = Annotated[
    str, reading(read_source, BAD_SOURCE, "https://example.org/", meant_source), _STRING
]
