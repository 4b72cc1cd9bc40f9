"""Scripts as a whole; all of them are test data."""

import pytest

from generator.media import media
from generator.model.scripted_piece import Scripted
from generator.planning.duration import Estimate
from generator.text.script import read_script

WHOLE = """\
## Mở đầu

::: nhạc hiệu 12 giây
Nhạc hiệu của bài thử.
:::

**PTV 1:** Xin chào. Có 05 lớp.

Nói tiếp **một** câu.

::: nhạc nền 25 giây
:::

**PTV 2:** SXSH là gì?

::: tiếng động
Nước chảy.
:::
"""


def test_read_script() -> None:
    script = read_script(WHOLE)
    assert script.words == ("Xin chào. Có 05 lớp.", "Nói tiếp một câu.", "SXSH là gì?")
    assert script.cues == 12
    assert script.speakers == (("PTV 1", 6), ("PTV 2", 13))
    assert script.open_cues == ()


def test_estimate() -> None:
    script = read_script(WHOLE)
    assert script.estimate({"SXSH": "sản xuất sạch hơn"}) == Estimate(12 + 4, 12 + 4, 12 + 4)
    assert script.estimate({"SXSH": "bảy " * 209}) == Estimate(12 + 60, 12 + 55, 12 + 66)


@pytest.mark.parametrize(
    ("markdown", "unclosed"),
    [
        ("::: nhạc 5 giây\nMột.\n:::\n\nHai.", ()),
        ("::: nhạc 5 giây\n:::", ()),
        ("::: nhạc\n  :::::\n", ()),
        ("::: nhạc 5 giây\nMột.\n\n**A:** Hai.", (0,)),
        ("Một.\n\n::: nhạc", (2,)),
        ("::: nhạc\nMột.\n\n::: tiếng động\n:::\n\n**A:** Hai.", (0,)),
        ("::: a\n:::\n\n::: b\nMột.\n", (3,)),
        (":::", (0,)),  # a cue without a name, and not the end of one
    ],
)
def test_unclosed_cues(markdown: str, unclosed: tuple[int, ...]) -> None:
    assert read_script(markdown).open_cues == unclosed


def test_nothing() -> None:
    script = read_script("")
    assert (script.words, script.cues, script.speakers) == ((), 0, ())
    assert script.estimate() == Estimate(0, 0, 0)


def test_who_writes_scripts_has_records_that_are_read_aloud() -> None:
    scripts = {medium.name for medium in media().values() if medium.body == "script"}
    read = {medium.name for medium in media().values() if issubclass(medium.record, Scripted)}
    assert scripts == read == {"radio", "tv"}
