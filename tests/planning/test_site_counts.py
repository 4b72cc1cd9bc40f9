"""What can be seen on the site is said as what it is: designs are no banners. All is test data."""

from typing import Any

import pytest

from generator.model.plan import ActivityLine, Tally
from generator.model.quarter import Quarter
from generator.planning.site_counts import shown_figure, shown_in_words, shown_mark

Thu = Any


def line(thu: Thu, medium: str, tally: Tally, quantity: str) -> ActivityLine:
    text = f"""\
id: thu
title: Kế hoạch thử
period: 2021
activities:
  - id: viec
    title: Việc thử
{medium}    quantity: {quantity}
    quarters: [II]
    source: https://a.example.org
"""
    campaign = thu.campaign(text)
    return ActivityLine(campaign, campaign.activities[0], {Quarter(2021, 2): tally})


@pytest.mark.parametrize(
    ("medium", "quantity", "tally", "words", "figure"),
    [
        (
            "banner",
            "dự kiến 300 cái",
            Tally(300, 300, 300, 300, 6),
            "có mẫu cho 300 cái (6 mẫu)",
            "300 (6 mẫu)",
        ),
        ("banner", "dự kiến 300 cái", Tally(300, 300, 300), "chưa có trên trang này", "0"),
        ("radio", "04 chương trình/năm", Tally(4, 4, 4, 4, 4), "4 có trên trang này", "4"),
        ("", "05 lớp/năm", Tally(5, 2), "chưa có trên trang này", "–"),
    ],
)
def test_what_is_shown(  # noqa: PLR0913, PLR0917 - a row of the table
    thu: Thu, medium: str, quantity: str, tally: Tally, words: str, figure: str
) -> None:
    made = line(thu, f"    medium: {medium}\n" if medium else "", tally, quantity)
    assert (shown_in_words(made, made.total), shown_figure(made, made.total)) == (words, figure)


def test_a_mark_of_the_calendar_claims_no_deed() -> None:
    assert [shown_mark(each) for each in ("banner", "panel", "radio", "newspaper")] == [
        "có mẫu",
        "có mẫu",
        "có trên trang",
        "có trên trang",
    ]
