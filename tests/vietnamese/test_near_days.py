"""Days as people say them beside another one."""

from datetime import date, time

import pytest

from generator.vietnamese.near_days import read_near
from generator.vietnamese.reasons import ReadingError, Reason

NEAR = date(2021, 8, 11)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [
        ("2/9", date(2021, 9, 2), None),
        ("ngày 2 tháng 9", date(2021, 9, 2), None),
        ("5/1", date(2022, 1, 5), None),
        ("29/2", date(2020, 2, 29), None),
        ("+7", date(2021, 8, 18), None),
        ("- 7 ngày", date(2021, 8, 4), None),
        ("thứ tư", date(2021, 8, 18), None),
        ("Thứ Tư sau", date(2021, 8, 18), None),
        ("thứ tư trước", date(2021, 8, 4), None),
        ("thứ sáu", date(2021, 8, 13), None),
        ("thứ sáu sau", date(2021, 8, 13), None),
        ("thứ sáu trước", date(2021, 8, 6), None),
        ("CN", date(2021, 8, 15), None),
        ("2/9 7 giờ", date(2021, 9, 2), time(7)),
        ("t4, 06:30", date(2021, 8, 18), time(6, 30)),
        ("2/9/2022 lúc 6h05", date(2022, 9, 2), time(6, 5)),
        ("2021-09-02", date(2021, 9, 2), None),
    ],
)
def test_a_day_is_read_beside_another(said: str, day: date, hour: time | None) -> None:
    assert read_near(said, NEAR) == (day, hour)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("", Reason.FORM),
        ("hôm nào", Reason.FORM),
        ("thứ", Reason.FORM),
        ("+9999", Reason.FORM),
        ("31/2", Reason.IMPOSSIBLE),
        ("2/9/21", Reason.SHORT_YEAR),
        ("2/9 25:00", Reason.IMPOSSIBLE),
        ("2" * 90, Reason.FORM),
    ],
)
def test_what_is_no_day_is_told(said: str, reason: Reason) -> None:
    with pytest.raises(ReadingError) as told:
        read_near(said, NEAR)
    assert told.value.reason is reason


def test_no_day_lies_beyond_the_calendar() -> None:
    with pytest.raises(ReadingError):
        read_near("+7", date.max)
