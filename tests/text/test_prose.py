import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.prose import BLANK, is_vietnamese, passages, prose, spoken_prose


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ("chữ `mã  x` chữ", "chữ _ chữ"),
        ("``a ` b`` chữ", "_ chữ"),
        ("```\nmã\n```\nchữ", "_\n_\n_\nchữ"),
        ("~~~ py\nmã\n", "_\n_\n"),
        ("a\n\n    mã\n\nchữ", "a\n\n_\n\nchữ"),
        ('[chữ](a_b(c).md "tựa") chữ', "[chữ]_ chữ"),
        ("![tả](a.svg) [b][c]\n\n[c]: http://a.vn x", "![tả]_ [b]_\n\n_"),
        ("<https://a.vn/b> <b>chữ</b> 5 < 6 > 4", "_ _chữ_ 5 < 6 > 4"),
        ("xem http://a.vn/b-c. Xem www.a.vn, a.b@c.vn", "xem _. Xem _, _"),
        ("a &nbsp; b \\* c", "a _ b _ c"),
        ("::: nhạc 5 giây\nNhạc.\n:::", "_\nNhạc.\n_"),
        ("chữ[^1] và [^hai].\n\n[^1]: Ghi chú", "chữ_ và _.\n\n_ Ghi chú"),
        ("| a | b |\n|---|:-:|\n| c | d |", "| a | b |\n_\n| c | d |"),
        ("chữ thường, không có gì", "chữ thường, không có gì"),
    ],
)
def test_prose(markdown: str, left: str) -> None:
    blanked = prose(markdown)
    assert len(blanked) == len(markdown)
    while BLANK * 2 in blanked:
        blanked = blanked.replace(BLANK * 2, BLANK)
    assert blanked.replace(BLANK, "_") == left


def test_cues_are_not_spoken() -> None:
    markdown = "Nói.\n\n::: nhạc\nNhạc.\n:::\n\nNói nữa."
    assert spoken_prose(markdown).replace(BLANK, "") == "Nói.\n\n\n\n\n\nNói nữa."


def test_neither_notes_nor_what_is_crossed_out_is_spoken() -> None:
    markdown = "Nói ~~bỏ~~ tiếp[^1].\n\n[^1]: Ghi chú\n\n    nữa.\n\nHết."
    assert spoken_prose(markdown).replace(BLANK, "") == "Nói  tiếp.\n\n\n\n\n\nHết."


def test_passages() -> None:
    text = "\n \nmột\nhai\n\n> ba\n>\n> bốn\n \n\nnăm"
    found = list(passages(text))
    assert [each for _, each in found] == ["một\nhai", "> ba\n>\n> bốn", "năm"]
    assert all(text[at : at + len(each)] == each for at, each in found)


def test_languages() -> None:
    assert is_vietnamese("Khóa vòi, vá ống, tắt đèn thừa")
    assert not is_vietnamese("Cleaner production in Đồng Nai: turn off the tap, mend the pipe")


@given(st.text(alphabet="ab `~\\[]()<>&;:/.@|-\n\t "))
def test_the_length_and_the_lines_stay(markdown: str) -> None:
    blanked = prose(markdown)
    assert len(blanked) == len(markdown)
    assert [i for i, c in enumerate(blanked) if c == "\n"] == [
        i for i, c in enumerate(markdown) if c == "\n"
    ]
