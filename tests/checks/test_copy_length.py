"""Stories against the space of their paper, and pictures against the law: `examples/paper`."""

from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.diagnostics import Diagnostic
from generator.planning.visibility import start_of
from generator.vietnamese.dates import read_date
from tests.edits import edit

AS_OF = start_of(read_date("1/4/2021"))


def found(root: Path, *changes: tuple[str, str]) -> list[Diagnostic]:
    for old, new in changes:
        edit(root / "content/bai-thu.md", old, new)
    return [d for d in check(FolderFiles(root), AS_OF).diagnostics if d.rule.code in CODES]


CODES = {
    "copy-too-long",
    "copy-too-short",
    "copy-pictures",
    "photograph-too-coarse",
    "credit-missing",
    "picture-source-missing",
    "people-unsaid",
    "consent-missing",
    "rights-unused",
}


def told(root: Path, *changes: tuple[str, str]) -> list[tuple[str, bool, int, str]]:
    return [
        (d.rule.code, d.is_error, d.where.line, d.message("en").partition(":")[0])
        for d in found(root, *changes)
    ]


def test_the_example_fits(paper: Path) -> None:
    assert found(paper) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "title: Tít của bài thử & chữ < 5",
            "title: một hai ba bốn năm sáu bảy tám chín mười mười một",
            "",
        ),
        (
            "title: Tít của bài thử & chữ < 5",
            "title: một hai ba bốn năm sáu bảy tám chín mười mười một – mười hai",
            "Headline: 14 words; the paper takes at most 12, so it is over by 2.",
        ),
        (
            "standfirst: Sapo của bài thử, viết để kiểm tra.",
            "standfirst: Sapo ngắn.",
            "Standfirst: 2 words; the paper wants at least 5, so it is under by 3.",
        ),
        (
            "Đoạn cuối.",
            "x" * 300,
            "Text of the story: 391 characters; the paper takes at most 300, so it is over by 91.",
        ),
        (
            "*Hình vẽ của bài thử.*",
            "*Hình vẽ của bài thử có chú thích dài đến mười hai chữ.*",
            "Caption: 13 words; the paper takes at most 10, so it is over by 3.",
        ),
        (
            "credit: Sở Thử nghiệm",
            "credit: Một hai ba bốn năm",
            "Credit: 5 words; the paper takes at most 4, so it is over by 1.",
        ),
    ],
)
def test_over_and_under(old: str, new: str, message: str, paper: Path) -> None:
    assert [d.message("en") for d in found(paper, (old, new))] == ([message] if message else [])


def test_a_draft_may_be_short(paper: Path) -> None:
    short = ("standfirst: Sapo của bài thử, viết để kiểm tra.", "standfirst: Sapo ngắn.")
    assert found(paper, short, ("status: approved", "status: draft")) == []


def test_a_photograph_below_print_resolution(paper: Path) -> None:
    edit(paper / "campaigns/partners.yml", "picture: 60 mm", "picture: 120 mm")
    (coarse,) = found(paper)
    assert (coarse.rule.code, coarse.where.line) == ("photograph-too-coarse", 42)
    assert coarse.message("en") == (
        "“assets/anh/nguoi.jpg” is 600 pixels wide: in print it is sharp up to 76 mm, not 120 mm."
    )
    assert "at least 945 pixels" in coarse.hint("en")


def test_pictures_that_are_too_many(paper: Path) -> None:
    (paper / "assets/so-do/hai.svg").write_bytes((paper / "assets/so-do/hinh.svg").read_bytes())
    more = ("Đoạn cuối.", "![Hai](../assets/so-do/hai.svg)")
    rights = ("rights:", "rights:\n  - {file: assets/so-do/hai.svg, credit: A, source: B}")
    assert told(paper, more, rights) == [
        ("copy-pictures", False, 6, "The story has 3 pictures; the paper takes 1 to 2.")
    ]


@pytest.mark.parametrize(
    ("status", "old", "new", "code", "is_error"),
    [
        ("approved", "    credit: Sở Thử nghiệm\n", "", "credit-missing", True),
        ("draft", "    credit: Sở Thử nghiệm\n", "", "credit-missing", False),
        ("approved", "    source: Vẽ để thử\n", "", "picture-source-missing", False),
        ("approved", "    people: recognisable\n", "", "people-unsaid", False),
        ("approved", "    consent: Văn bản thử ngày 1/5/2021\n", "", "consent-missing", True),
        ("ready", "    consent: Văn bản thử ngày 1/5/2021\n", "", "consent-missing", False),
        (
            "approved",
            "rights:\n",
            "rights:\n  - {file: assets/anh/la.jpg, credit: A}\n",
            "rights-unused",
            False,
        ),
    ],
)
def test_rights(  # noqa: PLR0913, PLR0917 - what pytest passes
    status: str,
    old: str,
    new: str,
    code: str,
    is_error: bool,  # noqa: FBT001
    paper: Path,
) -> None:
    changes = [(old, new), ("status: approved", f"status: {status}")]
    assert [(c, e) for c, e, _, _ in told(paper, *changes)] == [(code, is_error)]


def in_lines(root: Path, line: str) -> list[str]:
    wanted = "body: {least: 1, most: 4, unit: lines}"
    old = "body: {least: 20, most: 300, unit: characters}"
    edit(root / "campaigns/partners.yml", old, f"{line}{wanted}")
    codes = {"copy-too-long", "space-without-line"}
    told = check(FolderFiles(root), AS_OF).diagnostics
    return [d.message("en") for d in told if d.rule.code in codes]


def test_lines_of_a_column_are_reckoned(paper: Path) -> None:
    """Of eleven blocks one takes two lines of 24 characters; no block shares a line."""
    assert in_lines(paper, "line: 24\n          ") == [
        "Text of the story: 12 lines; the paper takes at most 4, so it is over by 8."
    ]


def test_lines_need_to_know_what_a_line_holds(paper: Path) -> None:
    assert in_lines(paper, "") == [
        "A length is given in lines, but not how many characters a line holds."
    ]
