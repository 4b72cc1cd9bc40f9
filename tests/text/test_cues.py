"""Cues as stations write them, and what is to be heard but is no cue (test data)."""

from pathlib import Path

import pytest

from generator.text.cues import block, cue_for, cue_line, is_read
from generator.text.directions import directions
from generator.text.prose import spoken_prose
from generator.text.tree import cue_in
from generator.vietnamese.speech.spoken_dates import unclear

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("info", "typed"),
    [
        ("nhạc năm giây", "::: nhạc 5 giây"),
        ("nhạc hiệu mười lăm giây", "::: nhạc hiệu 15 giây"),
        ("nhạc 1 phút", "::: nhạc 60 giây"),
        ("nhạc 0:05", "::: nhạc 5 giây"),
        ("nhạc 5-7 giây", "::: nhạc 7 giây"),
        ("nhạc (khoảng 5 giây)", "::: nhạc 5 giây"),
        ("nhac cat 5 giay", "::: nhạc cắt 5 giây"),
        ("5 giây tiếng động", "::: tiếng động 5 giây"),
        ('tiếng động 5"', "::: tiếng động 5 giây"),
        ("hinh", "::: hình"),
        ("5 giây", "::: nhạc 5 giây"),
        ("nhạc", "::: nhạc 5 giây"),
    ],
)
def test_a_cue_that_is_not_read_is_told_with_one_that_is(info: str, typed: str) -> None:
    assert not is_read(cue_in(info))
    cue, _ = cue_for(info)
    assert cue_line(cue) == typed
    assert is_read(cue_in(typed.removeprefix("::: ")))


@pytest.mark.parametrize(
    "info",
    ["nhạc 5 giây", "Nhạc cắt 5s", "nhạc nền", "hình", "hình toàn cảnh", "tiếng chim 3 giây"],
)
def test_a_cue_that_is_read(info: str) -> None:
    assert is_read(cue_in(info))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("[Nhạc nổi 5 giây]", "::: nhạc 5 giây\nNhạc nổi.\n:::"),
        ("*(Nhạc nhỏ dần)*", "::: nhạc 5 giây\nNhạc nhỏ dần.\n:::"),
        ("(nhạc)", "::: nhạc 5 giây\n:::"),
        (":: nhạc ::", "::: nhạc 5 giây\n:::"),
        ("♪ Nhạc ♪", "::: nhạc 5 giây\n:::"),
        ("// NHẠC CẮT", "::: nhạc cắt 5 giây\n:::"),
        ("--- tiếng động 3 giây ---", "::: tiếng động 3 giây\n:::"),
        ("**NHẠC:** Nổi lên.", "::: nhạc 5 giây\nNhạc nổi lên.\n:::"),
        ("Nhạc hiệu: 10 giây", "::: nhạc hiệu 10 giây\n:::"),
        ("Hình: toàn cảnh xưởng", "::: hình\nHình toàn cảnh xưởng.\n:::"),
        ("**PTV 1:** Chào. [Nhạc nổi]", "::: nhạc 5 giây\nNhạc nổi.\n:::"),
        ("**PTV 1:** Chào (cười to) bạn.", "::: tiếng động 5 giây\nCười to.\n:::"),
    ],
)
def test_what_is_to_be_heard_becomes_a_cue(text: str, typed: str) -> None:
    (found,) = directions(spoken_prose(text))
    assert block(found.words) == typed


@pytest.mark.parametrize(
    "text",
    [
        "**PTV 1:** Sản xuất, ở đây là dệt, cần nước. Ông hỏi: bao nhiêu?",
        "**PTV 1:** *Rất* vui, nói *rất to* và/hoặc chậm. *Nước* là của chung.",
        "**PTV 1:** Chào.\n\nNhạc sĩ ấy nói tiếng Việt.\n\nTiếng Việt giàu và đẹp.",
        "![Vòi](a.png)\n\n*Vòi nước ở xưởng.*",
        "Nhạc nổi lên ở một bài không có người nói.",
        "::: nhạc 5 giây\n[Nhạc nổi]\n:::",
        "**PTV 1:** Xem [bài này](a.md)[^1].\n\n[^1]: [Sổ] của xưởng.",
        "**Nhạc sĩ:** Chào.\n\nNhạc sĩ: Chào.",
        "---\n\n## (Phần một)\n\n> Lời trích.",
    ],
)
def test_what_is_said_stays(text: str) -> None:
    assert list(directions(spoken_prose(text))) == []


def test_the_real_scripts_have_cues_and_words() -> None:
    scripts = [
        *(ROOT / "content/phat-thanh").glob("*.md"),
        *(ROOT / "content").rglob("truyen-*.md"),
    ]
    bodies = [path.read_text("utf-8").partition("\n---\n")[2] for path in scripts]
    assert len(bodies) > 4
    for body in bodies:
        assert list(directions(spoken_prose(body))) == []
        assert list(unclear(spoken_prose(body))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đổ 1/2 vào bể.", [("ngày một tháng Hai", "một phần hai")]),
        ("Mở 3/4 van.", [("ngày ba tháng Tư", "ba phần tư")]),
        ("Trực 7/7.", [("ngày bảy tháng Bảy", "bảy trên bảy")]),
        ("Trực 7/7 ngày.", []),
        ("Ngày 1/2, hôm 2/3, từ 1/4 đến 1/5, mùng 3/6 và 4/6.", []),
        ("Còn 1/2 lít, giảm 1/3, lễ 30/4 và 1/5, trực 24/7, tỷ lệ 1/2, 1/2/2021.", []),
    ],
)  # fmt: skip
def test_a_share_or_a_day(text: str, found: list[tuple[str, str]]) -> None:
    assert [(said, share) for _, _, said, share in unclear(text)] == found
