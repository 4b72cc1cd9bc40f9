"""What a date, time or number with a slip of typing was meant for.

A word processor sets its own signs («27–11–2026»), a form in English has the month first
(«2/29/2020»), an office writes years short («12/5/26»). Each function gives what is to be typed
and why, if the reader of that kind of value takes it; else nothing.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from generator.vietnamese.dates import (
    QUARTERS,
    format_date,
    read_date,
    read_datetime,
    read_day_of_year,
    read_quarter,
    read_time,
    read_weekday,
)
from generator.vietnamese.excel_days import day_of_excel
from generator.vietnamese.numbers import read_number
from generator.vietnamese.reasons import ReadingError, Reason
from generator.vietnamese.several_dates import first_of_several, without_words
from generator.vietnamese.text import fold, invisible

Why = Literal[
    "sign", "year", "order", "half", "weekday", "words", "era", "whole", "hour", "several"
]  # fmt: skip
"""Another sign stands there, the year has two digits, the month comes first, the hour is one of
twelve, a day of the week stands before it, the year is counted from Buddha's death, or so many are
meant in each part of a year, an hour stands beside it, or several stand where one belongs; or there
are only other words for it."""

_LONGEST: Final = 60
_DASHES: Final = "–—―−‐‑‒﹣－"
_SIGNS: Final = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys("⁄∕／\\|", "/"),
    **dict.fromkeys("：∶꞉ː", ":"),
    **dict.fromkeys("．。", "."),
    **dict.fromkeys("，、", ","),
    **dict.fromkeys("“”„‟«»‘’‚‛\"'`", ""),
}
_COMMAS = re.compile(r"(?<!\d)(\d\d?), ?(\d\d?), ?(\d{4})(?!\d)")
DIGITS: Final = str.maketrans("OoIl", "0011")
"""Letters that are typed for digits."""
_BUDDHIST: Final = 543  # years between the two ways of counting
_MARKS = re.compile(r"(?<=\d) ?([/.-]) ?(?=\d)")
_HALF = re.compile(
    r"(?<!\d)(?P<hour>\d\d?)(?:[:h.g](?P<minute>\d\d))? ?"
    r"(?P<half>am|pm|sa|ch|sang|trua|chieu|toi)\b"
)
_AFTERNOON: Final = frozenset({"pm", "ch", "chieu", "toi"})
_MORNING: Final = frozenset({"am", "sa", "sang"})
_NOON: Final = 12
_SHORT = re.compile(r"(?<![\d/.:-])(\d\d?)([/.-])(\d\d?)\2(\d\d)(?![\d:])")
_MONTH_FIRST = re.compile(r"(?<![\d/.-])(\d\d?)([/.-])(\d\d?)\2(\d{4})(?!\d)")
_POINTED_HOUR = re.compile(r"(?<![\d.])(\d\d?)\.(\d\d)(?![\d.])")
_WEEKDAY = re.compile(r"\s*(?P<name>[^\W\d]+(?: [^\W\d]+)?|[Tt][2-7])\s*[,:.]?\s+(?P<rest>\S.*)")
_QUARTER_WORDS: Final = {"mot": "I", "nhat": "I", "hai": "II", "ba": "III", "tu": "IV", "bon": "IV"}
_DEGREES = re.compile(
    r"(?P<whole>\d{1,3})°\s*(?:(?P<minutes>\d{1,2})['′’]\s*)?(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)[\"″”]\s*)?"
)


@dataclass(frozen=True, slots=True)
class IntendedText:
    """What is to be typed, why it was not read, and the sign that stands in the way, if any."""

    text: str
    why: Why
    sign: str = ""


def meant_date(value: str) -> IntendedText | None:
    """A day."""
    return _first(value, read_date) or _day(value)


def _day(value: str) -> IntendedText | None:
    """The day of «5/5/2021 08:00», without its hour."""
    meant = _first(value, read_datetime)
    try:
        moment = read_datetime(meant.text if meant else value)
    except ReadingError:
        return None
    return IntendedText(format_date(moment.date()), "hour")


def meant_moment(value: str) -> IntendedText | None:
    """A day, or a day and an hour."""
    return _first(value, _moment)


def meant_time(value: str) -> IntendedText | None:
    """A time of day."""
    return _first(value, read_time)


def meant_quarter(value: str) -> IntendedText | None:
    """A quarter, with its year or without; of several the first."""
    found = _first(value, read_quarter)
    if found:
        return found
    bare = fold(_signs(value)[0]).replace("quy", "").strip(" .,")
    number, _, year = bare.replace(".", "/").replace("-", "/").partition("/")
    if (meant := meant_year(year.strip())) and meant.text != year.strip():
        roman = QUARTERS[int(number) - 1] if number in {*"1234"} else number.strip().upper()
        return _taken(f"{roman}/{meant.text}", read_quarter, meant.why, meant.sign)
    year = year.strip() or (match[0] if (match := re.search(r"\b\d{4}\b", number)) else "")
    name = number.replace(year, "").replace("nam", "").strip()
    roman = _QUARTER_WORDS.get(name) or (QUARTERS[int(name) - 1] if name in {*"1234"} else name)
    text = f"{roman.upper()}/{year}" if year else roman.upper()
    return _taken(text, read_quarter, "words") if text != value else None


def meant_weekday(value: str) -> IntendedText | None:
    """A day of the week: «thứ 4», «T.4»."""
    found = re.search(r"\b(?:thu|t)[ .]?([2-7])\b", fold(_signs(value)[0]))
    return _taken(f"T{found[1]}", read_weekday, "words") if found else None


def meant_day_of_year(value: str) -> IntendedText | None:
    """A day that comes every year: «5–6», «5/6/2021»."""
    text, sign = _signs(value)
    bare = re.sub(r"(?<=\d)[/.-]\d{2,4}$", "", text)
    return _taken(bare, read_day_of_year, "sign" if sign else "words", sign)


def meant_number(value: str) -> IntendedText | None:
    """A whole number: «1,000», «1000 cái», «1000.»."""
    text, sign = _signs(value)
    figure = re.fullmatch(r"(\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:\s*[^\W\d]\D*|\s*%)?", text)
    bare = re.sub(r"[.,\s]", "", figure[1]) if figure else ""
    return _taken(bare, read_number, "sign" if sign else "words", sign)


def meant_year(value: str) -> IntendedText | None:
    """A year: «21», «2O21», «2564»."""
    text = value.strip().translate(DIGITS)
    if re.fullmatch(r"\d\d", text):
        return IntendedText(f"20{text}", "year")
    if re.fullmatch(r"2[45]\d\d", text):
        return IntendedText(str(int(text) - _BUDDHIST), "era")
    found = re.search(r"(?<!\d)20\d\d(?!\d)", text)
    if not found or found[0] == value:
        return None
    odd = next((one for one, other in zip(value, text, strict=False) if one != other), "")
    return IntendedText(found[0], "sign" if odd else "words", odd)


def meant_degrees(value: str) -> IntendedText | None:
    """Degrees with a decimal point: «10,95», «10°57'», «10.95° B»."""
    text = value.strip()
    parts = _DEGREES.match(text)
    if parts:
        minutes, seconds = parts["minutes"] or "0", (parts["seconds"] or "0").replace(",", ".")
        whole = int(parts["whole"]) + int(minutes) / 60 + float(seconds) / 3600
        return IntendedText(f"{whole:.6f}".rstrip("0").rstrip("."), "sign", "°")
    figure = re.fullmatch(r"([-−–]?)(\d{1,3})(?:[.,](\d{1,15}))?\s*°?\s*[A-Za-zĐđ]*", text)
    if not figure:
        return None
    sign = "-" if figure[1] else ""
    written = f"{sign}{figure[2]}" + (f".{figure[3]}" if figure[3] else "")
    return (
        IntendedText(written, "sign", "," if "," in text else text[-1]) if written != text else None
    )


def _moment(value: str) -> object:
    try:
        return read_datetime(value)
    except ReadingError as error:
        if error.reason in {Reason.IMPOSSIBLE, Reason.YEAR}:
            raise
        return read_date(value)


def _first(value: str, read: Callable[[str], object]) -> IntendedText | None:
    """The first reading that is taken; slips come together, so that each builds on those before."""
    text, why, sign = value, None, ""
    for change, reason in _CHANGES:
        changed, found = change(text)
        if changed != text:
            text, sign = changed, sign or found
            why = reason if reason == "several" else why or reason
            if meant := _taken(text, read, why, sign):
                return meant
    return None


def _taken(
    text: str, read: Callable[[str], object], why: Why, sign: str = ""
) -> IntendedText | None:
    try:
        read(text)
    except (ReadingError, OverflowError):
        return None
    return IntendedText(text, "words" if why == "sign" and not sign else why, sign)


def _signs(value: str) -> tuple[str, str]:
    """With the signs of the keyboard, and the first that is none."""
    odd = ""
    parts = list[str]()
    for char in value[:_LONGEST]:
        right = "" if invisible(char) else _SIGNS.get(char, unicodedata.normalize("NFKC", char))
        odd = odd or (char if right != char and not char.isspace() else "")
        parts.append(right)
    text = _MARKS.sub(r"\1", " ".join("".join(parts).split()))
    text = _COMMAS.sub(r"\1/\2/\3", text)
    if text.rstrip(".,;") != text:
        odd = odd or text[-1]
    return text.rstrip(".,;"), odd


def _letters(value: str) -> tuple[str, str]:
    """«1O/5/2021»: letters for digits, where nothing else is there."""
    text = value.translate(DIGITS)
    odd = next((one for one, other in zip(value, text, strict=True) if one != other), "")
    return (text, odd) if re.fullmatch(r"[\d/.:hT -]+", text) else (value, "")


def _weekday(value: str) -> tuple[str, str]:
    """«thứ Tư, 12/5/2021»: the day of the week follows from the date."""
    found = _WEEKDAY.fullmatch(value)
    if found:
        try:
            read_weekday(found["name"])
        except ReadingError:
            return value, ""
        return found["rest"], ""
    return value, ""


def _half(value: str) -> tuple[str, str]:
    """«6:30 PM», «6 giờ 30 chiều»: the hour of 24."""
    bare = re.sub(r" ?(?:gio|h) ?(?=\d\d)", ":", fold(value)).replace(" gio", ":00")
    found = _HALF.search(bare)
    if not found:
        return value, ""
    hour, half = int(found["hour"]), found["half"]
    if half in _AFTERNOON and hour < _NOON:
        hour += _NOON
    elif half in _MORNING and hour == _NOON:
        hour = 0
    rest = f"{bare[: found.start()]} {bare[found.end() :]}".strip(" ,")
    return f"{' '.join(rest.split())} {hour:02}:{found['minute'] or '00'}".strip(), ""


def _pointed_hour(value: str) -> tuple[str, str]:
    """«06.30», where it is no part of a date."""
    return _POINTED_HOUR.sub(r"\1:\2", value), "."


def _century(value: str) -> tuple[str, str]:
    """«12/5/26»."""
    return _SHORT.sub(r"\1\g<2>\3\g<2>20\4", value), ""


def _christian(value: str) -> tuple[str, str]:
    """«12/5/2564»: years as Buddhists count them."""
    count = r"(?<![\d])(\d\d?[/.-]\d\d?[/.-])(2[45]\d\d)(?!\d)"
    return re.sub(count, lambda m: f"{m[1]}{int(m[2]) - _BUDDHIST}", value), ""


def _day_first(value: str) -> tuple[str, str]:
    """«2/29/2020»."""
    found = _MONTH_FIRST.search(value)
    if not found or int(found[3]) <= _NOON:  # there are as many months
        return value, ""
    return value[: found.start()] + f"{found[3]}/{found[1]}/{found[4]}" + value[found.end() :], ""


def _serial(value: str) -> tuple[str, str]:
    """«44328»: what Excel has in a cell that does not show it as a date."""
    if not re.fullmatch(r"[34]\d{4}", value):
        return value, ""
    return day_of_excel(value), ""


_CHANGES: Final[tuple[tuple[Callable[[str], tuple[str, str]], Why], ...]] = (
    (_signs, "sign"),
    (_letters, "sign"),
    (_weekday, "weekday"),
    (_pointed_hour, "sign"),
    (_half, "half"),
    (_century, "year"),
    (_christian, "era"),
    (_day_first, "order"),
    (_serial, "words"),
    (without_words, "words"),
    (first_of_several, "several"),
)
