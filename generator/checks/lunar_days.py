"""Days and years of the lunar calendar: «mùng 10 tháng Giêng (20/2/2021)», «Nhâm Dần 2021»."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from generator.checks.contrary_days import WEEKDAY_DIFFERS, weekday_number
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.dates import format_date, weekday_name
from generator.vietnamese.lunar_calendar import (
    BRANCHES,
    FIRST_YEAR,
    STEMS,
    LunarDay,
    format_lunar_day,
    lunar_day,
    solar_day,
    year_name,
)
from generator.vietnamese.lunar_words import (
    DayPair,
    SaidDay,
    SaidYear,
    day_pairs,
    lunar_weekdays,
    said_years,
)
from generator.vietnamese.reasons import ReadingError
from generator.vietnamese.stretches import Stretches

DAY_DIFFERS = warning(
    "lunar-day-differs",
    "“{said}”: {day} is {lunar}.",
    "Look up which of the two is right. If it is the lunar day, the other is {other}.",
)
NO_DAY = DAY_DIFFERS.with_hint(
    "Look up which of the two is right; that year has no such lunar day."
)
YEAR_DIFFERS = warning(
    "lunar-year-differs",
    "“{said}”: the lunar year {year} is {name}.",
    "Look up which of the two is right. If it is the year, write {name}.",
)
NO_YEAR = warning(
    "no-such-lunar-year",
    "No year is called “{said}”.",
    "Look it up: beside {stem} stands one of {known}.",
)
_CYCLE: Final = 60
_HALF_YEAR: Final = timedelta(days=183)
_SOON: Final = timedelta(days=75)
"""In which wishes for the next year are said."""


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    pairs = list(day_pairs(text.prose))
    yield from _days(text, pairs)
    told = Stretches((each.start, each.end) for each in pairs)
    yield from _years(text, told)
    yield from _weekdays(text)


def _days(text: ReadText, pairs: list[DayPair]) -> Iterator[Diagnostic]:
    for each in pairs:
        real = lunar_day(each.solar)
        if each.solar.year <= FIRST_YEAR or _agree(each.lunar, real, each.solar):
            continue
        said = {"said": text.text[each.start : each.end], "day": format_date(each.solar)}
        said["lunar"] = format_lunar_day(real)
        where, other = text.at(each.start, each.end), _meant(each.lunar, each.solar)
        if other:
            yield DAY_DIFFERS.at(where, **said, other=format_date(other))
        else:
            yield NO_DAY.at(where, **said)


def _weekdays(text: ReadText) -> Iterator[Diagnostic]:
    """A weekday before a lunar day, of the year that is said, else near the day of the piece."""
    for each in lunar_weekdays(text.prose):
        year = each.lunar.count
        near = date(year, 6, 30) if year and year > FIRST_YEAR else text.day
        day = _meant(each.lunar, near) if near else None
        if day and weekday_number(each.weekday) != day.weekday():
            where, said = text.at(each.start, each.end), text.text[each.start : each.end]
            named = {"day": format_date(day), "weekday": weekday_name(day)}
            yield WEEKDAY_DIFFERS.at(where, said=said, **named)


def _agree(said: SaidDay, real: LunarDay, solar: date) -> bool:
    return (
        (said.month, said.day) == (real.month, real.day)
        and (real.is_leap or not said.is_leap)
        and said.name in {None, (real.year - 4) % _CYCLE}
        and said.count in {None, real.year, solar.year}
    )


def _meant(said: SaidDay, solar: date) -> date | None:
    """The day that the lunar one is, in the year that is said, or else the nearest."""
    if said.name == -1:
        return None
    is_dated = said.name is not None or said.count is not None
    near = range(solar.year - _CYCLE // 2, solar.year + _CYCLE // 2)
    years = [year for year in near if said.name in {None, (year - 4) % _CYCLE}]
    years = [year for year in years if said.count in {None, year}] or years
    days = list[date]()
    for year in sorted(years, key=lambda year: abs(year - solar.year))[:3]:
        with suppress(ReadingError):
            days.append(solar_day(LunarDay(year, said.month, said.day, said.is_leap)))
    nearest = min(days, key=lambda day: abs(day - solar), default=None)
    return nearest if nearest and (is_dated or abs(nearest - solar) < _HALF_YEAR) else None


def _years(text: ReadText, told: Stretches) -> Iterator[Diagnostic]:
    for each in said_years(text.prose):
        if each.start in told or _is_right(each):
            if each.is_wished and text.day and text.day.year > FIRST_YEAR:
                yield from _wished(text, each, text.day)
            continue
        where, said = text.at(each.start, each.end), text.text[each.start : each.end]
        if each.year is not None:
            named = {"year": str(each.year), "name": year_name(each.year)}
            yield YEAR_DIFFERS.at(where, said=said, **named)
        else:
            yield NO_YEAR.at(where, said=said, stem=each.stem, known=_beside(each.stem))


def _wished(text: ReadText, each: SaidYear, day: date) -> Iterator[Diagnostic]:
    """A year that readers are wished: the one that is, or that soon begins."""
    years = {lunar_day(day).year, lunar_day(day + _SOON).year}
    if each.name not in {(year - 4) % _CYCLE for year in years}:
        where, said = text.at(each.start, each.end), text.text[each.start : each.end]
        year = max(years)
        yield YEAR_DIFFERS.at(where, said=said, year=str(year), name=year_name(year))


def _is_right(said: SaidYear) -> bool:
    if said.year is None:
        return said.name >= 0
    years = (said.year, said.year - 1) if said.may_be_before else (said.year,)
    return said.name in {(year - 4) % _CYCLE for year in years}


def _beside(stem: str) -> str:
    """The names that stand beside the first half of one."""
    at = next((at for at, name in enumerate(STEMS) if name[0] == stem[0].upper()), 0)
    at = next((n for n, name in enumerate(STEMS) if name.casefold() == stem.casefold()), at)
    return ", ".join(BRANCHES[at % 2 :: 2])
