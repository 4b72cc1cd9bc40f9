from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.dates import (
    HANOI,
    format_date,
    format_long_date,
    format_quarter,
    format_time,
    moment_in_words,
    read_date,
    read_datetime,
    read_quarter,
    read_time,
    weekday_name,
)
from generator.vietnamese.reasons import ReadingError

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=st.just(HANOI))  # noqa: DTZ001
PARTY = date(2021, 3, 17)


@pytest.mark.parametrize(
    "text",
    ["17/3/2021", "17/03/2021", "17-3-2021", "17.3.2021", "2021-03-17", "2021-3-17", "2021/03/17",
     " 17/3/2021 ", "ngày 17/3/2021", "Ngày 17 tháng 3 năm 2021", "17 tháng 03 năm 2021",
     "nga\u0300y 17 tha\u0301ng 3 na\u0306m 2021"],
)  # fmt: skip
def test_read_date(text: str) -> None:
    assert read_date(text) == PARTY


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/02/2021", "impossible"),
        ("29/2/2021", "impossible"),
        ("31-4-2021", "impossible"),
        ("2021-02-30", "impossible"),
        ("3/17/2021", "impossible"),
        ("0/1/2021", "impossible"),
        ("1/13/2021", "impossible"),
        ("1/1/0021", "year"),
        ("1/1/3021", "year"),
        ("17/3/21", "short year"),
        ("21-03-17", "short year"),
        ("17 tháng 3 năm 21", "short year"),
        ("17/3/202", "form"),
        ("17/3/20211", "form"),
        ("17/3-2021", "form"),
        ("17/3", "form"),
        ("17032021", "form"),
        ("March 17, 2021", "form"),
        ("hôm nay", "form"),
        ("17/3/2021 06:30", "form"),
        ("١٧/٣/٢٠٢١", "form"),
        ("", "form"),
        ("1" * 100_000, "form"),
    ],
)
def test_read_date_refuses(text: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=f"^{reason}$"):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15:30", time(15, 30)),
        ("6:05", time(6, 5)),
        ("06:30", time(6, 30)),
        ("06:30:15", time(6, 30, 15)),
        ("00:00", time(0)),
        ("6h30", time(6, 30)),
        ("6H30", time(6, 30)),
        ("6h", time(6)),
        ("6g30", time(6, 30)),
        ("6 h 30", time(6, 30)),
        ("6 giờ 30", time(6, 30)),
        ("6 giờ 05 phút", time(6, 5)),
        ("6 giờ", time(6)),
        ("6 GIỜ 30", time(6, 30)),
    ],
)
def test_read_time(text: str, expected: time) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("24:00", "impossible"),
        ("25:10", "impossible"),
        ("6:60", "impossible"),
        ("12h99", "impossible"),
        ("6:5", "form"),
        ("930", "form"),
        ("6", "form"),
        ("6.30", "form"),
        ("sáng", "form"),
        ("06:30 PM", "form"),
        ("", "form"),
    ],
)
def test_read_time_refuses(text: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=f"^{reason}$"):
        read_time(text)


@pytest.mark.parametrize(
    "text",
    ["12/5/2021 06:30", "12/05/2021 6:30", "06:30 12/5/2021", "06:30, 12/5/2021",
     "2021-05-12 06:30", "2021-05-12T06:30", "2021-05-12T06:30:00", "2021-05-12T06:30:00+07:00",
     "6h30 12/5/2021", "6h30 ngày 12/5/2021", "6 giờ 30 ngày 12/5/2021",
     "6 giờ 30 phút ngày 12 tháng 5 năm 2021", "12/5/2021, lúc 6 giờ 30", "12.5.2021  06:30",
     "ngày 12/5/2021 lúc 6h30", "ngày 12 tháng 5 năm 2021 6 giờ 30"],
)  # fmt: skip
def test_read_datetime(text: str) -> None:
    moment = read_datetime(text)
    assert moment == datetime(2021, 5, 11, 23, 30, tzinfo=UTC)
    assert moment.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-01-01T17:00:00.000Z", datetime(2026, 1, 2, tzinfo=HANOI)),
        ("2026-01-01t17:00z", datetime(2026, 1, 2, tzinfo=HANOI)),
        ("2026-01-01 17:00:00+00:00", datetime(2026, 1, 2, tzinfo=HANOI)),
        ("2021-05-12T06:30+08:00", datetime(2021, 5, 12, 5, 30, tzinfo=HANOI)),
        ("2021-05-11T18:30:00-0500", datetime(2021, 5, 12, 6, 30, tzinfo=HANOI)),
        ("2021-05-12T06:30:00+07:00", datetime(2021, 5, 12, 6, 30, tzinfo=HANOI)),
    ],
)
def test_moments_that_programs_write_are_read_as_those_of_hanoi(
    text: str, moment: datetime
) -> None:
    assert read_datetime(text) == moment
    assert read_datetime(text).utcoffset() == timedelta(hours=7)
    assert read_date(text) == moment.date()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31/02/2021 06:30", "impossible"),
        ("25:00 12/5/2021", "impossible"),
        ("12/5/21 06:30", "short year"),
        ("12/5/2021", "form"),
        ("06:30", "form"),
        ("2021-05-12T06:30+25:00", "impossible"),
        ("2021-13-12T06:30Z", "impossible"),
        ("12/5/2021 06:30Z", "form"),
        ("12/5/2021 sáng", "form"),
        ("ngày mai 06:30", "form"),
        ("", "form"),
    ],
)
def test_read_datetime_refuses(text: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=f"^{reason}$"):
        read_datetime(text)


@pytest.mark.parametrize(
    ("text", "quarter"),
    [
        ("II", (None, 2)),
        ("ii", (None, 2)),
        ("IV", (None, 4)),
        ("2", (None, 2)),
        ("02", (None, 2)),
        ("Q2", (None, 2)),
        ("q3", (None, 3)),
        ("Q.1", (None, 1)),
        ("QII", (None, 2)),
        ("Quý II", (None, 2)),
        ("quý 4", (None, 4)),
        ("Qúy III", (None, 3)),
        ("II/2021", (2021, 2)),
        ("II-2021", (2021, 2)),
        ("II / 2021", (2021, 2)),
        ("Q2/2021", (2021, 2)),
        ("Q2 2021", (2021, 2)),
        ("2021-Q2", (2021, 2)),
        ("2021Q2", (2021, 2)),
        ("2021 quý II", (2021, 2)),
        ("Quý II/2021", (2021, 2)),
        ("QUÝ II/2021", (2021, 2)),
        ("quý II năm 2021", (2021, 2)),
        ("quy 2 nam 2021", (2021, 2)),
        ("Quý 2/2021", (2021, 2)),
        ("Quy\u0301 II na\u0306m 2021", (2021, 2)),
    ],
)
def test_read_quarter(text: str, quarter: tuple[int | None, int]) -> None:
    assert read_quarter(text) == quarter


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Quý V", "impossible"),
        ("V", "impossible"),
        ("IIII", "impossible"),
        ("VI/2021", "impossible"),
        ("5", "impossible"),
        ("0", "impossible"),
        ("Q5/2021", "impossible"),
        ("2021-Q0", "impossible"),
        ("II/1021", "year"),
        ("13/2021", "impossible"),
        ("II/21", "short year"),
        ("2/2021", "ambiguous"),
        ("2021", "form"),
        ("II/202", "form"),
        ("quý", "form"),
        ("tháng 5", "form"),
        ("II, III", "form"),
        ("", "form"),
    ],
)
def test_read_quarter_refuses(text: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=f"^{reason}$"):
        read_quarter(text)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2021, 3, 5), "ngày 05 tháng 3 năm 2021"),
        (date(2021, 3, 17), "ngày 17 tháng 3 năm 2021"),
        (date(2021, 1, 10), "ngày 10 tháng 01 năm 2021"),
        (date(2021, 2, 9), "ngày 09 tháng 02 năm 2021"),
        (date(2021, 9, 30), "ngày 30 tháng 9 năm 2021"),
        (date(2021, 12, 1), "ngày 01 tháng 12 năm 2021"),
    ],
)
def test_format_long_date(day: date, text: str) -> None:
    assert format_long_date(day) == text


def test_short_formats() -> None:
    assert [
        format_date(PARTY),
        format_time(time(6)),
        format_time(time(6, 5)),
        format_time(time(15, 30)),
        format_quarter(2021, 2),
        format_quarter(None, 4),
    ] == ["17/3/2021", "6 giờ", "6 giờ 05", "15 giờ 30", "Quý II/2021",
          "Quý IV"]  # fmt: skip


def test_a_moment_has_one_form() -> None:
    moment, last = datetime(2021, 5, 11, 23, 30, tzinfo=UTC), date(2021, 5, 19)
    assert [
        moment_in_words(moment),
        moment_in_words(moment, weekday=True),
        moment_in_words(moment, last),
        moment_in_words(date(2021, 5, 12), last, weekday=True),
        moment_in_words(last, last),
        moment_in_words(moment, weekday=True, language="en"),
    ] == [
        "12/5/2021, 6 giờ 30",
        "thứ Tư, 12/5/2021, 6 giờ 30",
        "12/5/2021 – 19/5/2021, 6 giờ 30",
        "thứ Tư, 12/5/2021 – 19/5/2021",
        "19/5/2021",
        "Wednesday, 12/5/2021, 06:30",
    ]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"^form$"):
        moment_in_words(datetime(2021, 5, 12, 6, 30))  # noqa: DTZ001


def test_weekday_names() -> None:
    week = [weekday_name(date(2021, 3, 15 + day)) for day in range(7)]
    assert week == [
        "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật",
    ]  # fmt: skip


@given(DAYS)
def test_written_dates_read_back(day: date) -> None:
    written = (format_date(day), format_long_date(day), day.isoformat())
    assert [read_date(text) for text in written] == [day] * 3


@given(MOMENTS)
def test_written_moments_read_back(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    forms = (minute.isoformat(), *(moment_in_words(minute, language=it) for it in ("vi", "en")))
    assert [*map(read_datetime, forms)] == [minute] * 3


@given(st.none() | st.integers(1900, 2199), st.integers(1, 4))
def test_written_quarters_read_back(year: int | None, number: int) -> None:
    assert read_quarter(format_quarter(year, number)) == (year, number)
