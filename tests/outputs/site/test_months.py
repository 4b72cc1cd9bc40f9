"""What is read below the grids of months. The days are test data."""

from datetime import date

from generator.model.holidays import DayOff, GreenDay, HolidayFile
from generator.outputs.site.months import Months


def test_days_in_a_row_with_one_name_are_one() -> None:
    tet = DayOff.model_construct(since=date(2021, 2, 10), until=date(2021, 2, 16), name="Tết thử")
    other = DayOff.model_construct(since=date(2021, 2, 17), until=None, name="Khác")
    again = DayOff.model_construct(since=date(2021, 2, 19), until=None, name="Khác")
    green = GreenDay.model_construct(on=date(2021, 2, 18), every=None, name="Khác")
    file = HolidayFile.model_construct(days_off=(tet, other, again), green_days=(green,))
    found = Months(file, [], "lich/2021/").special_days(2021, (2,))
    assert [(row["kind"], row["day"], row["iso"], row["name"]) for row in found] == [
        ("holiday", "10/2 – 16/2/2021", "2021-02-10", "Tết thử"),
        ("holiday", "17/2/2021", "2021-02-17", "Khác"),
        ("green", "18/2/2021", "2021-02-18", "Khác"),
        ("holiday", "19/2/2021", "2021-02-19", "Khác"),
    ]
