"""The rows of a script's sheet (the scripts are test data)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.script import read_script
from generator.text.sheet import LONGEST_ROW, SheetRow, SpokenPart, rows, sentences

HEARD = """\
## Mở đầu

::: nhạc hiệu 12 giây
Nhạc thử.
:::

**PTV 1:** Giảm 5–8 %, và đo 12,5 m³/tấn.

::: nhạc nền 20 giây
:::

Không ai nói câu này.
"""


def test_a_part_is_said_as_its_sentence_has_it() -> None:
    (row,) = rows("**PTV 1:** Khoảng 1/3 số hộ đã khóa vòi, lễ 1/5 thì nghỉ.")
    assert row.parts == (
        SpokenPart("Khoảng 1/3", "một phần ba"),
        SpokenPart(" số hộ đã khóa vòi, lễ 1/5", "ngày một tháng Năm"),
        SpokenPart(" thì nghỉ."),
    )


def test_each_cue_and_each_speech_is_a_row() -> None:
    spoken = "Giảm năm đến tám phần trăm, và đo mười hai phẩy năm mét khối mỗi tấn."
    parts = (
        SpokenPart("Giảm 5–8 %", "năm đến tám phần trăm"),
        SpokenPart(", và đo 12,5 m³/tấn", "mười hai phẩy năm mét khối mỗi tấn"),
        SpokenPart("."),
    )
    last = "Không ai nói câu này."
    assert rows(HEARD) == [
        SheetRow(0, heading="Mở đầu"),
        SheetRow(0, cues=(("Nhạc hiệu (12 giây)", "Nhạc thử."),)),
        SheetRow(12, speaker="PTV 1", parts=parts, speech=spoken),
        SheetRow(16, cues=(("Nhạc nền (20 giây)", ""),)),
        SheetRow(16, parts=(SpokenPart(last),), speech=last),
    ]


def test_pictures_stand_beside_words_and_what_takes_time_by_itself() -> None:
    script = """\
::: hình
Vòi nước.
:::

**Lời bình:** Một hai ba bốn năm sáu bảy tám chín mười một.

**Lời bình:** Hết.

::: hình 5 giây
Bể.
:::

::: phỏng vấn 10 giây
Lời đáp.
:::

::: hình
Cổng.
:::
"""
    found = [
        (r.start, [label for label, _ in r.cues], r.speech) for r in rows(script, has_picture=True)
    ]
    assert found == [
        (0, ["Hình"], "Một hai ba bốn năm sáu bảy tám chín mười một."),
        (3, [], "Hết."),
        (3, ["Hình (5 giây)", "Phỏng vấn (10 giây)"], ""),
        (13, ["Hình"], ""),
    ]
    assert read_script(script).cues == 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một. Hai! Ba?", ["Một. ", "Hai! ", "Ba?"]),
        ("Đi “nhé.” Được.", ["Đi “nhé.” ", "Được."]),
        ("Khoảng 1.000. ừ thì thôi. Đúng.", ["Khoảng 1.000. ừ thì thôi. ", "Đúng."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.lists(st.text("ab cđê 12", min_size=1, max_size=90), min_size=1, max_size=12))
def test_a_long_speech_is_cut_after_sentences_and_nothing_is_lost(parts: list[str]) -> None:
    words = [" ".join(part.split()) for part in parts if part.strip()]
    text = " ".join(f"A{part}." for part in words)
    made = [row for row in rows(f"**PTV:** {text}") if row.parts]
    written = ["".join(part.text for part in row.parts) for row in made]
    assert " ".join(written).split() == text.split()
    assert all(line.endswith(".") for line in written)
    assert all(len(line) <= LONGEST_ROW for line in written)
    assert [row.speaker for row in made] == (["PTV"] + [""] * len(made))[: len(made)]
    assert [row.start for row in made] == sorted(row.start for row in made)
