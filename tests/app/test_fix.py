"""`loa check --fix`: what it changes, what it never touches. The texts are test data."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.app.fix import fixes
from generator.model.file import AuthoredFile
from generator.model.revision import Revision
from generator.model.settings import Settings
from generator.model.site import Site
from generator.source.load import load
from generator.text.prose import BLANK, prose

HEAD = "---\nid: bai-thu\nmedium: article\ntitle: Bài thử\nstatus: draft\n---\n\n"


class Given:
    """Files in memory, of which `fixes` reads only the authored ones."""

    def __init__(self, *texts: bytes) -> None:
        self.texts = texts

    def files(self) -> list[AuthoredFile]:
        return [
            AuthoredFile(f"content/{index}.md", lambda data=data: data)  # type: ignore[misc] # bound
            for index, data in enumerate(self.texts)
        ]

    def assets(self) -> Iterable[object]:
        raise NotImplementedError

    def fingerprint(self) -> str:
        raise NotImplementedError

    def digests(self) -> dict[str, str]:
        raise NotImplementedError


def found(*texts: bytes, tone: str | None = None) -> list[Revision]:
    files = Given(*texts)
    site = Site(settings=Settings.model_validate({"tone": tone} if tone else {}))
    workspace, _ = load(files.files(), ())
    return fixes(replace(workspace, site=site), files)  # type: ignore[arg-type] # only the files are read


def fixed(body: str, head: str = HEAD, tone: str | None = None) -> str:
    """The body after the fix."""
    text = head + body
    made = found(text.encode(), tone=tone)
    return (made[0].after.decode() if made else text).removeprefix(head)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hai  cách , và ( ngoặc ).\n", "Hai cách, và (ngoặc).\n"),
        ('Anh nói  "khóa vòi" .\n', "Anh nói “khóa vòi”.\n"),
        ("Giảm 8-13% - theo sổ, 2016-2020.\n", "Giảm 8–13% – theo sổ, 2016–2020.\n"),
        (
            "Xưởng hóa chất, hóa đơn, hoá học, tòan bộ.\n",
            "Xưởng hóa chất, hóa đơn, hóa học, toàn bộ.\n",
        ),
        ("Tên riêng Thuỷ, Hòa, hóa.\n", "Tên riêng Thuỷ, Hòa, hóa.\n"),
        (
            'Mã `a  b , "x"`, [chữ  x](http://a.vn/a--b "t  t").\n',
            'Mã `a  b , "x"`, [chữ x](http://a.vn/a--b "t  t").\n',
        ),
        ("```\na  b , c\n```\n", "```\na  b , c\n```\n"),
        ("-   mục  một\n-   mục hai\n", "-   mục một\n-   mục hai\n"),
        ("Cuối dòng  \nxuống dòng.\n", "Cuối dòng  \nxuống dòng.\n"),
        ('Lẻ một dấu " thôi.\n', 'Lẻ một dấu " thôi.\n'),
        ('Ghi "tòan bộ - 8-13%"  , hết.\n', "Ghi “tòan bộ - 8-13%”, hết.\n"),
        (
            "| Cột  | 8-13 % |\n|---|---|\n| a  | x , y |\n",
            "| Cột  | 8–13 % |\n|---|---|\n| a  | x, y |\n",
        ),
        ("Bớt ”nước“, bớt ‘than’, bớt „điện“ nhé.\n", "Bớt “nước”, bớt “than”, bớt “điện” nhé.\n"),
        ("Khóa vòi,tắt đèn.Hết giờ ,về.\n", "Khóa vòi, tắt đèn. Hết giờ, về.\n"),
        ("Đài Phát thanh - Truyền hình  Đồng Nai.\n", "Đài Phát thanh - Truyền hình Đồng Nai.\n"),
    ],
)
def test_a_body(before: str, after: str) -> None:
    assert fixed(before) == after


def test_the_chosen_style() -> None:
    assert fixed("Hóa chất, hóa đơn, hoá học.\n", tone="hoà") == "Hóa chất, hoá đơn, hoá học.\n"


def test_the_style_of_most_texts_of_the_workspace() -> None:
    other = HEAD.replace("bai-thu", "bai-kia")
    made = found((HEAD + "Xưởng hoá, hoá, hoá.\n").encode(), (other + "Xưởng hóa.\n").encode())
    assert [fix.path for fix in made] == ["content/1.md"]
    assert made[0].after.decode() == other + "Xưởng hoá.\n"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("title: Bài  thử , hay", "title: Bài thử, hay"),
        ("title: 'Bài  \"thử\"'", "title: 'Bài “thử”'"),
        ('title: "Bài  thử: hay"', 'title: "Bài thử: hay"'),
        ("title:   Bài  thử   # ghi  chú", "title:   Bài thử   # ghi  chú"),
        ("title: >-\n  Bài  thử\n  hai dòng", "title: >-\n  Bài  thử\n  hai dòng"),
        ('title: "Bài  \\"thử\\""', 'title: "Bài  \\"thử\\""'),
        ("title: Bài thử\nauthor: Tên  thử", "title: Bài thử\nauthor: Tên thử"),
        ("title: Bài thử\napproval_number: 1  2", "title: Bài thử\napproval_number: 1  2"),
    ],
)
def test_front_matter(line: str, after: str) -> None:
    text = HEAD.replace("title: Bài thử", line) + "Chữ.\n"
    made = found(text.encode())
    assert (made[0].after.decode() if made else text) == HEAD.replace(
        "title: Bài thử", after
    ) + "Chữ.\n"


BODY = 'Tiếng Việt  "tử tế" , hóa , hoá, hóa.\n\n`mã  "ế"` và [nối](http://a.vn/ế).\n'
AFTER = 'Tiếng Việt “tử tế”, hóa, hóa, hóa.\n\n`mã  "ế"` và [nối](http://a.vn/ế).\n'


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_form_of_the_file_stays(form: str, mark: str, end: str) -> None:
    def saved(text: str) -> bytes:
        written = unicodedata.normalize(form, text)  # type: ignore[arg-type] # one of the two
        return (mark + written.replace("\n", end)).encode()

    made = found(saved(HEAD + BODY))
    assert made[0].after == saved(HEAD + AFTER)


def test_loose_marks_among_composed_letters_are_composed() -> None:
    loose = unicodedata.normalize("NFD", "việt")
    body = f"Tiếng {loose} `{loose}` [{loose}](http://a.vn/{loose})\n"
    assert fixed(body) == f"Tiếng việt `{loose}` [việt](http://a.vn/{loose})\n"


def test_a_file_with_errors_is_left_alone() -> None:
    broken = HEAD.replace("status: draft", "status: dở") + "Hai  cách.\n"
    other = HEAD.replace("bai-thu", "bai-kia") + "Hai  cách.\n"
    made = found(broken.encode(), b"\xff\xfe", other.encode())
    assert [fix.path for fix in made] == ["content/2.md"]


WORDS = st.lists(
    st.sampled_from(
        [
            "hóa", "hoá", "tòan", "chữ", "8-13%", "2016-2020", " - ", "--", ",", ".", ":", '"',
            "“", "”", "(", ")", "  ", "\n", "\n\n", "`", "*", "**", "[a](b  c)", "`x  y`", "|", "-",
            "1. ", "> ", "#", "    ", "\\", "<b>", "http://a.vn/a--b", ":::", "---", "\u0301",
        ]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(WORDS)
def test_twice_is_once_and_nothing_else_changes(parts: list[str]) -> None:
    text = HEAD + " ".join(parts) + "\n"
    for fix in found(text.encode()):
        after = fix.after.decode()
        assert found(after.encode()) == []
        assert hidden(after) == hidden(text)
        assert said(after) == said(text)
        assert after.count("\n") == text.count("\n")


def said(text: str) -> list[str]:
    """The letters in their order without their marks, and the figures."""
    return re.findall(r"[^\W_]", unicodedata.normalize("NFD", text))


def hidden(text: str) -> list[str]:
    """What is no prose, as it is written."""
    body = text.removeprefix(HEAD)
    return [char for char, shown in zip(body, prose(body), strict=True) if shown == BLANK]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ðồng Nai, Ðức và QÐ-UBND", "Đồng Nai, Đức và QĐ-UBND"),
        ("Khóa vòi nướс lại", "Khóa vòi nước lại"),  # Cyrillic с
        ("Dữ\u00ad liệu", "Dữ liệu"),
        ("Tiết\u00adkiệm\u200bnước", "Tiết kiệm nước"),
        ("Nƣớc và nǎm", "Nước và năm"),
        ("Số １２ và Ⅱ", "Số 12 và II"),
        ("`Ðồng` giữ trong mã", "`Ðồng` giữ trong mã"),
        ("[Ðồng](https://vi-du.vn/Ðồng)", "[Đồng](https://vi-du.vn/Ðồng)"),
        ("Þórður ðə", "Þórður ðə"),
    ],
)
def test_signs_that_only_look_right_are_put_right(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: Ðồng Nai", "title: Đồng Nai"),
        ("title：Bài thử", "title: Bài thử"),
        ("title:\u00a0Bài thử", "title: Bài thử"),
        ("title: “Nước rò: chuyện nhỏ”", 'title: "Nước rò: chuyện nhỏ"'),
        ("title: Nước\u200b rò", "title: Nước rò"),
        (
            "title: Bài thử\nsources:\n  • https://vi-du.vn",
            "title: Bài thử\nsources:\n  - https://vi-du.vn",
        ),
        # what only an author knows stays
        ("title: Bể mạ: ba chỗ", "title: Bể mạ: ba chỗ"),
        ("title Bài thử", "title Bài thử"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_signs_among_the_data_are_put_right(before: str, after: str, end: str, mark: str) -> None:
    text = mark + HEAD.replace("title: Bài thử", "{}") + "Dữ liệu.\n"
    was, now = (text.format(line).replace("\n", end) for line in (before, after))
    made = found(was.encode())
    assert (made[0].after.decode() if made else was) == now


def test_fences_are_put_right() -> None:
    text = "—\nid: bai\nmedium: article\ntitle: Bài\nstatus: draft\n----\n\nDữ  liệu.\n"
    assert found(text.encode())[0].after.decode() == (
        "---\nid: bai\nmedium: article\ntitle: Bài\nstatus: draft\n---\n\nDữ liệu.\n"
    )


@pytest.mark.parametrize(
    "body",
    ["Bít n\u00adíc s¹ch .", "C«ng ty «th«ng tin» c¸c ®¬n vÞ.", "Ngµy xưa , xưởng dùng “nước” ."],
)
def test_signs_of_an_old_encoding_are_letters(body: str) -> None:
    assert fixed(body) == body
    head = HEAD.replace("Bài thử", "Bít n\u00adíc s¹ch")
    assert fixed("Hết.", head=head) == "Hết."


def test_a_file_in_another_encoding_is_left_alone() -> None:
    assert found("---\nid: bai\ntitle: Ðồng  thử\n---\n".encode("utf-16")) == []
