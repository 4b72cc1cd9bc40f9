"""A table becomes evidence row by row, or says of each row why not. All of it is test data."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckScope, check
from generator.app.evidence_import import TableImport, import_table
from generator.model.column import Column
from generator.model.memory import Memory
from generator.planning.visibility import start_of
from generator.testing import MemoryFiles, in_memory
from generator.text.imported.foreign_table import ForeignTable, read_table
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2] / "tests/examples/whole"
NOW = start_of(read_date("1/6/2021"))
PATH = "campaigns/thu-2021/evidence/bao-cao.yml"
SAME = {"kind": "unit-report", "received_from": "so-thu"}


@pytest.fixture(scope="module")
def files() -> MemoryFiles:
    return in_memory(FolderFiles(ROOT))


def imported(
    files: MemoryFiles, text: str, now: Mapping[str, Column] | None = None, **same: tuple[str, ...]
) -> TableImport:
    table = read_table("Báo cáo.csv", text.encode())
    assert isinstance(table, ForeignTable)
    scope, memory = CheckScope(NOW), Memory()
    report = check(files, NOW, memory, scope)
    return import_table(
        report, files, "thu-2021", table, now or {}, {**SAME, **same}, scope, memory
    )


def problems(found: TableImport) -> list[tuple[int, str]]:
    return [(each.where.line, each.rule.code) for each in found.problems]


def records(found: TableImport) -> Sequence[str]:
    return found.files[PATH].splitlines()[1:]


def test_rows_that_are_right_become_evidence(files: MemoryFiles) -> None:
    rows = ("Nội dung;Ngày;Số lượng;Ghi chú", "bao;12/5/2021;1;ổn", "Bài báo thử;19-5-2021;trên 1;")
    found = imported(files, "\n".join(rows))
    assert problems(found) == []
    head = "id: mc-2021-{n}, kind: unit-report, of: [{of}], on: {day}, measures: [{m}]"
    sent = "received_from: so-thu"
    first = head.format(n="0006", of="bao", day="12/5/2021", m="1 kỳ")
    assert records(found) == [
        f"- {{{first}, {sent}, note: ổn}}",
        f"- {{{head.format(n='0007', of='bao-1', day='19-5-2021', m='trên 1 kỳ')}, {sent}}}",
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("bao;12/5/2021;1 kỳ", ""),
        ("bao;2021-05-12;khoảng 50", ""),
        ("bao;ngày 12 tháng 5 năm 2021;1", ""),
        ("bao;5/12/2021;1", "evidence-to-come"),
        ("bao;5/20/2021;1", "impossible-date"),
        ("bao;12/5;1", "bad-date"),
        ("bao;12/5/21;1", "bad-date"),
        ("bao;12/5/2020;1", "evidence-of-another-year"),
        ("bao;12/5/2021;-1", "bad-quantity"),
        ("bao;12/5/2021;nhiều", "bad-quantity"),
        ("bao;=A1;1", "row-formula"),
        ("bao;;1", "row-incomplete"),
        (";12/5/2021;1", "row-incomplete"),
        ("hoi-cho;12/5/2021;1", "evidence-of-nothing"),
        ("bao-1/cho;12/5/2021;1", "evidence-of-no-place"),
    ],
)
def test_one_problem_of_a_row(files: MemoryFiles, row: str, code: str) -> None:
    found = imported(files, f"Nội dung;Ngày;Số lượng\n{row}\nbao;13/5/2021;1")
    assert problems(found) == ([(2, code)] if code else [])
    assert found.count == (1 if code else 2)
    assert len(records(found)) == found.count


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("bao;12/5/2021;1;", "bao;12/5/2021;1;"), [(3, "row-twice")]),
        (("bao;12/5/2021;1;", "bao;12-05-2021;01 kỳ;"), [(3, "row-twice")]),
        (("bao;12/5/2021;1;sáng", "bao;12/5/2021;1;chiều"), []),
        (("bao;30/5/2021;trên 1;", "bao;12/5/2021;1;"), [(2, "row-recorded")]),
        (("bao;30/5/2021;trên 1;x", "bao;12/5/2021;1;"), [(2, "row-recorded")]),
    ],
)
def test_a_row_that_is_there_already(
    files: MemoryFiles, rows: tuple[str, ...], told: list[tuple[int, str]]
) -> None:
    found = imported(files, "\n".join(("Nội dung;Ngày;Số lượng;Ghi chú", *rows)))
    assert (problems(found), found.count) == (told, len(rows) - len(told))
    assert [each for each in found.warnings if each.where.line in dict(told)] == []


@pytest.mark.parametrize(
    "heads", ["Số lớp;Số lớp", "Số lớp;Số lượng lớp", "Số kỳ;số kỳ", "Ngày;Ngày", "Ngày;Thời gian"]
)
def test_two_columns_that_say_the_same_are_told(files: MemoryFiles, heads: str) -> None:
    found = imported(files, f"Nội dung;Ngày tổ chức;{heads}\nbao;12/5/2021;1;2")
    assert [each.rule.code for each in found.problems] == ["column-twice"]
    assert (found.is_refused, found.files) == (True, {})


def test_a_row_of_sums_is_left_out_and_told(files: MemoryFiles) -> None:
    found = imported(files, "STT;Ngày;Số lượng\n1;12/5/2021;1\nTổng cộng;13/5/2021;1", of=("bao",))
    assert [(each.where.line, each.rule.code) for each in found.warnings] == [(3, "row-of-sums")]
    assert (found.count, problems(found)) == (1, [])


def test_what_columns_mean_is_kept(files: MemoryFiles) -> None:
    text = "Tin bài;Lên sóng;Kết quả đợt\nbao;12/5/2021;1"
    given = {
        "Tin bài": Column(head="Tin bài", key="of"),
        "Lên sóng": Column(head="Lên sóng", key="on"),
        "Kết quả đợt": Column(head="Kết quả đợt", key="measures", unit="kỳ"),
    }
    first = imported(files, text, given)
    assert (first.count, problems(first)) == (1, [])
    kept = files.plus({path: text for path, text in first.files.items() if path != PATH})
    assert "campaigns/columns.yml" in kept.texts
    again = imported(kept, text)
    assert (again.count, problems(again)) == (1, [])
    assert again.files.keys() == {PATH}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nội dung;Ngày;Họ và tên\nbao;12/5/2021;An", "table-private"),
        ("Nội dung;Ngày;Liên hệ\nbao;12/5/2021;0912345678", "table-private"),
    ],
)
def test_a_table_of_persons_is_refused_whole(files: MemoryFiles, text: str, code: str) -> None:
    found = imported(files, text)
    assert (problems(found), found.files) == ([(1, code)], {})


def test_one_table_is_imported_once(files: MemoryFiles) -> None:
    text = "Nội dung;Ngày\nbao-1;12/5/2021"
    there = files.plus(imported(files, text).files)
    assert problems(imported(there, text)) == [(0, "table-imported-already")]
