"""What stands in the foot of every page stands there from the day on which it may be seen."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.app.build import BuildOutcome
from generator.vietnamese.dates import HANOI

Make = Callable[..., BuildOutcome]

ABOUT = """---
id: ve-trang-thu
medium: article
menu: about
title: Về trang thử
status: approved
approved_by: Người thử
approved_on: 1/5/2021
publish_on: 15/5/2021
---

Chữ để kiểm thử.
"""
LINK = '<li><a href="../ve-trang-thu/">Về trang thử</a></li>'


@pytest.mark.parametrize(("day", "times"), [(14, 0), (15, 1)])
def test_an_article_in_the_foot(make: Make, tiny: Path, day: int, times: int) -> None:
    (tiny / "content/ve-trang-thu.md").write_text(ABOUT, encoding="utf-8")
    assert make(tiny, as_of=datetime(2021, 5, day, tzinfo=HANOI)).blocking == []
    page = (tiny / "dist/public/lich/index.html").read_text("utf-8")
    assert page.count(LINK) == times
