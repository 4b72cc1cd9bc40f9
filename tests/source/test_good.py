"""What is written oddly is read rightly, and every value knows where it stands."""

import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.model.piece import Piece
from generator.model.workspace import Workspace
from generator.planning.visibility import start_of
from generator.vietnamese.dates import HANOI, read_date

EXAMPLES = Path(__file__).parents[1] / "examples"
SECOND = {"number": 2, "year": None}
SECOND_OF_2021 = {"number": 2, "year": 2021}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("good") / "w"
    shutil.copytree(EXAMPLES / "base", root)
    shutil.copytree(EXAMPLES / "good", root, dirs_exist_ok=True)
    checked = check(FolderFiles(root), start_of(read_date("1/6/2021")))
    assert checked.errors == []
    return checked.plan.workspace


def quantity(value: int, unit: str, qualifiers: tuple[str, ...], printed: str) -> dict[str, Any]:
    return {"value": value, "unit": unit, "qualifiers": qualifiers, "as_printed": printed}


def said(piece: Piece) -> dict[str, Any]:
    """All that the author wrote, but the four keys that every example shares."""
    written = piece.model_dump(exclude_unset=True)
    shared = ("medium", "campaign", "activity")
    assert [written.pop(key) for key in shared] == ["radio", "ke-hoach-thu", "phat-thanh"]
    return written


@pytest.mark.parametrize("name", ["bom", "crlf", "cr"])
def test_bytes_that_editors_add(workspace: Workspace, name: str) -> None:
    piece = workspace.pieces[name]
    assert said(piece) == {"id": name, "title": "Bài thử", "quarter": SECOND}
    assert piece.body.text == "\nDữ liệu để kiểm thử.\n"
    where = piece.where("title")
    assert (where.path, where.line, where.column, where.width) == (f"content/{name}.md", 6, 8, 7)
    assert (piece.body.at(1).line, piece.body.at(1).text) == (10, "Dữ liệu để kiểm thử.")


def test_decomposed_letters(workspace: Workspace) -> None:
    piece = workspace.pieces["nfd"]
    assert said(piece) == {
        "id": "nfd",
        "title": "Tiết kiệm nước ở xưởng",
        "summary": "Đổi cách làm",
        "quarter": SECOND_OF_2021,
        "duration": 450,
    }
    assert piece.file == "content/bài-nfd.md"
    title = piece.where("title")
    assert (title.line, title.column, title.width) == (6, 8, 34)
    assert title.text[title.column - 1 :][:3] == "Tie"
    body = piece.body.find("bài-nfd.md", (1, 2))
    assert body is not None
    assert (body.line, body.column, body.width) == (12, 17, 11)


def test_hours_without_quotes(workspace: Workspace) -> None:
    assert said(workspace.pieces["gio"]) == {
        "id": "gio",
        "title": "Giờ không có dấu nháy",
        "slot": datetime(2021, 5, 12, 15, 30, tzinfo=HANOI),
        "publish_on": datetime(2021, 5, 12, 6, 5, tzinfo=HANOI),
        "embargo": datetime(2021, 5, 12, 6, 5, tzinfo=HANOI),
    }


def test_both_orders_of_dates(workspace: Workspace) -> None:
    day = date(2021, 3, 17)
    assert said(workspace.pieces["ngay"]) == {
        "id": "ngay",
        "title": "Ngày viết hai kiểu",
        "quarter": SECOND,
        "status": "approved",
        "approved_by": "Người thử",
        "approved_on": day,
        "publish_on": day,
        "revised_on": day,
    }


def test_words_stay_words_and_figures_keep_their_zeros(workspace: Workspace) -> None:
    assert said(workspace.pieces["chu"]) == {
        "id": "chu",
        "title": "no",
        "summary": "null",
        "slug": "007-on",
        "author": "on",
        "approval_number": "0251123",
        "approved_by": "1_000",
        "quarter": SECOND_OF_2021,
        "speakers": ("yes", "~", "1e3", "0x1F"),
    }


def test_every_spelling_of_a_quarter(workspace: Workspace) -> None:
    found = [piece for name, piece in workspace.pieces.items() if name.startswith("quy-")]
    assert len(found) == 12
    quarters = [said(piece)["quarter"] for piece in found]
    assert quarters == [SECOND] * 7 + [SECOND_OF_2021] * 5


def test_quantities_as_plans_print_them(workspace: Workspace) -> None:
    plan = workspace.campaigns["so-luong"]
    assert plan.model_dump(exclude_unset=True) == {
        "id": "so-luong",
        "title": "Số lượng",
        "period": 2021,
        "budget": 958_079_880,
        "report_due": date(2021, 12, 25),
        "activities": (
            {
                "id": "a",
                "title": "A",
                "quantity": quantity(4, "chương trình", (), "04"),
                "quarters": (2, 3, 4),
                "source": "tai-lieu-thu.txt:1",
            },
            {
                "id": "b",
                "title": "B",
                "quantity": quantity(2000, "cuốn", ("dự kiến", "khoảng"), "2.000"),
                "quarters": (1,),
                "source": "tai-lieu-thu.txt:2",
            },
            {
                "id": "c",
                "title": "C",
                "quantity": quantity(40, "lần/năm", ("trên",), "40"),
                "source": "tai-lieu-thu.txt:3,5-7",
            },
            {
                "id": "d",
                "title": "D",
                "size": quantity(50, "người/lớp", ("hơn",), "50"),
                "source": "https://example.org/a?b=c&d=1",
            },
        ),
    }
    where = plan.activities[1].where("quantity")
    assert (where.line, where.column, where.width) == (10, 33, 25)
