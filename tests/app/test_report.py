"""Reports of what was done: `tests/examples/deeds`, all of it test data."""

import io
import math
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook

from generator.adapters.executor import Processes
from generator.adapters.files import FolderFiles
from generator.adapters.typesetter import TypstTypesetter
from generator.app.check import check
from generator.app.reporting.report_changes import changes_since
from generator.app.reporting.report_files import ANNEX, PDF, WORD, files_of
from generator.app.reporting.report_sections import figure, official_of
from generator.model.amount import Amount, Bound
from generator.model.deed_report import Report
from generator.model.evidence import Evidence
from generator.model.palette import look
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.planning.board import board_of
from generator.planning.report_figures import report_of
from generator.planning.report_period import half_of, quarter_of, whole_of, year_of
from generator.planning.report_quotes import quotes_of
from generator.source.frozen_report import FrozenReport, frozen_text, read_frozen, records_of
from generator.source.load import load
from generator.vietnamese.dates import HANOI

EXAMPLES = Path(__file__).parents[1] / "examples"
DECEMBER = datetime(2021, 12, 20, tzinfo=HANOI)
PERIODS = ("2021", "2021-quy-2", "2021-quy-3", "2021-nua-1", "2021-nua-2")


def plan_of(example: str) -> Plan:
    return check(FolderFiles(EXAMPLES / example), DECEMBER).plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of("deeds")


def report(plan: Plan, key: str = "2021") -> Report:
    (campaign,) = plan.workspace.campaigns.values()
    periods = [
        whole_of(campaign),
        year_of(campaign, 2021),
        *(quarter_of(Quarter(2021, number)) for number in (2, 3)),
        *(half_of(2021, number) for number in (1, 2)),
    ]
    (period,) = {each for each in periods if each.key == key}
    return report_of(plan, board_of(plan, campaign), period, look(None))


@pytest.fixture(scope="module")
def files(plan: Plan, typesetter: TypstTypesetter) -> Mapping[str, bytes]:
    return files_of(report(plan), typesetter, Processes(math.inf))


def test_a_report_holds_what_evidence_tells_and_nothing_else(plan: Plan) -> None:
    rows = [
        (line.activity, each.unit, figure(each.done), figure(each.proof))
        for line in report(plan).lines
        for each in line.figures
    ]
    assert rows == [
        ("phat-thanh", "chương trình", "3", "2"),
        ("phat-thanh", "phút", "21", "14"),
        ("bao", "kỳ", "2", "2"),
        ("bang-ron", "cái", "4", "2"),
        ("lop", "lớp", "2", "2"),
        ("lop", "người", "≈ 98", "≈ 98"),
        ("tu-van", "cơ sở", "5", "5"),
    ]


def test_a_quarter_holds_what_was_done_in_it_and_all_until_then(plan: Plan) -> None:
    (line,) = (each for each in report(plan, "2021-quy-3").lines if each.activity == "phat-thanh")
    first = line.figures[0]
    assert [figure(each) for each in (first.done, first.proof, first.total)] == ["1", "1", "3"]


RESULTS = {
    "2": ["2016-2020"],
    "4": ["1419/QĐ-TTg ngày 07/09/2009", "2010 – 2015", "05 năm"],
    "6": ["25 lớp", "trên 2.000 cán bộ", "hơn 1.500 cơ sở"],
    "14": [
        "khoảng 150",
        "15 lớp",
        "khoảng 750",
        "05 lớp",
        "05 doanh nghiệp",
        "50 người",
        "25 cơ sở",
    ],
    "16": ["trên 10.000 cuốn", "trên 1.500 doanh nghiệp"],
    "18": ["20 chương trình"],
    "19": [
        "32 bản tin",
        "trên 16 số",
        "khoảng 80.000 bản",
        "năm 2018",
        "4 số/quý",
        "12 số",
        "4 quý",
    ],
    "20": ["20 chương trình", "khoảng 07 phút", "02 lần/tháng", "trên 40 lần", "khoảng 280 phút"],
    "21": ["2.200 cái", "22 cái", "11 huyện"],
    "22": ["năm 2014", "06 năm", "trên 760.000 lượt"],
    "26": ["2020"],
    "27": ["2021 - 2025"],
    "28": ["2016 – 2020"],
    "32": ["Năm 2020", "2021 – 2030"],
    "36": ["10 năm"],
    "40": ["2021 - 2025"],
    "45": ["2016 – 2020", "2021 – 2025"],
    "47": ["2021 – 2030"],
}
"""The figures of the real document of results, by its lines (003_425cdfac5e4f03ff.txt)."""


def test_every_figure_of_the_real_results_stands_with_its_line() -> None:
    files = [each for each in FolderFiles(EXAMPLES.parents[1]).files() if "campaigns/" in each.path]
    workspace, _ = load(files, ())
    said: dict[str, str] = {}
    for quote in quotes_of(workspace, workspace.campaigns["dong-nai-2016-2020"]):
        assert quote.document == "003_425cdfac5e4f03ff.txt"
        said[quote.line] = f"{said.get(quote.line, '')}\n{quote.text}"
    assert list(said) == list(RESULTS)
    told = {line: [each for each in RESULTS[line] if each in said[line]] for line in said}
    assert told == RESULTS
    about = {
        quote.about for quote in quotes_of(workspace, workspace.campaigns["dong-nai-2016-2020"])
    }
    assert "Băng rôn về SXSH; Pano về SXSH" in about  # one line, told once


@pytest.mark.parametrize("key", PERIODS)
@pytest.mark.parametrize("name", ["done", "proof", "total"])
def test_every_figure_is_the_sum_of_the_annex(plan: Plan, key: str, name: str) -> None:
    made = report(plan, key)
    for line in made.lines:
        for figures in line.figures:
            parts = [
                getattr(part, name)
                for row in made.evidence
                if row.activity == line.activity
                for part in row.parts
                if part.unit == figures.unit
            ]
            added = [part for part in parts if part is not None]
            total = sum(added[1:], added[0]) if added else None
            assert total == getattr(figures, name), (line.activity, figures.unit)


def test_every_figure_of_the_document_is_a_sum_of_the_workbook(
    plan: Plan, files: Mapping[str, bytes]
) -> None:
    table = Document(io.BytesIO(files[WORD])).tables[1]
    in_word = [
        tuple(cell.text.removeprefix("≥\u00a0").removeprefix("≈\u00a0") for cell in row.cells[4:6])
        for row in table.rows[1:]
    ]
    sums, evidence, _ = load_workbook(io.BytesIO(files[ANNEX])).worksheets
    added = list(evidence.iter_rows(min_row=3, values_only=True))

    def value(row: tuple[object, ...], cell: object, column: int) -> str:
        if not str(cell).startswith("="):
            return str(cell)
        numbers = (each[column] for each in added if (each[1], each[2]) == (row[1], row[5]))
        return str(sum(Decimal(str(number)) for number in numbers if number is not None))

    in_book = [
        (value(row, row[6], 3), value(row, row[8], 4))
        for row in sums.iter_rows(min_row=3, values_only=True)
    ]
    assert in_word == in_book
    assert {each[16] for each in added if each[16]} == {
        each.digest for each in plan.workspace.evidence.values() if each.kind not in BILLS
    } - {"", *withdrawn(plan)}


BILLS = {"contract", "invoice", "payment"}


def withdrawn(plan: Plan) -> set[str]:
    return {each.digest for each in plan.workspace.evidence.values() if each.is_withdrawn}


def test_a_plan_of_which_nothing_is_told_says_so(typesetter: TypstTypesetter) -> None:
    made = report(plan_of("packs"))
    said = [getattr(block, "text", "") for block in official_of(made).blocks]
    assert made.is_empty
    assert said[2].startswith("Chưa có nguồn nào ghi việc gì của kế hoạch đã được làm")
    assert files_of(made, typesetter, Processes(math.inf)).keys() == {WORD, PDF, ANNEX}


def test_recipients_are_those_of_the_plan_but_for_where_it_is_filed(plan: Plan) -> None:
    made = replace(report(plan), recipients=("Thường trực thử",), issuer="Ủy ban thử")
    assert official_of(made).copies == ("- Như trên;", "- Thường trực thử;", "- Lưu: VT, ………….")


def test_what_lacks_proof_is_told_plainly(plan: Plan) -> None:
    said = "\n".join(getattr(block, "text", "") for block in official_of(report(plan)).blocks)
    assert "- Băng rôn thử: đã làm 4 cái, trong đó 2 chưa có minh chứng." in said
    assert "Trong kỳ chưa có nguồn nào ghi việc đã làm của: Chuyên san thử." in said


def test_a_frozen_report_is_read_as_it_was_and_any_change_of_it_is_seen(plan: Plan) -> None:
    unsure = Amount(Decimal("2.5"), "giờ", Bound.LEAST | Bound.ABOUT)
    line = replace(report(plan).lines[0], figures=())
    figures = replace(report(plan).lines[0].figures[0], done=unsure)
    made = replace(report(plan), lines=(replace(line, figures=(figures,)),))
    frozen = FrozenReport(made, DECEMBER, "mau", {"a": "b"})
    text = frozen_text(frozen)
    assert read_frozen(text.encode()) == frozen
    assert read_frozen(text.replace('"number": "2.5"', '"number": "2.6"').encode()) is None
    assert [read_frozen(data) for data in (b"", b"\xff", b"{}", b"[1]", b"null")] == [None] * 5


def test_the_same_report_is_the_same_bytes(
    plan: Plan, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    again = files_of(report(plan), TypstTypesetter(tmp_path / "khac"), Processes(math.inf))
    assert {name: again[name] == data for name, data in files.items()} == dict.fromkeys(files, True)


def test_a_validator_of_open_xml_accepts_the_document(
    files: Mapping[str, bytes], open_xml_errors: Callable[[bytes], list[object]]
) -> None:
    assert open_xml_errors(files[WORD]) == []


def test_libreoffice_shows_document_and_workbook(
    files: Mapping[str, bytes], tmp_path: Path
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    for name in (WORD, ANNEX):
        (tmp_path / name).write_bytes(files[name])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    paths = [tmp_path / WORD, tmp_path / ANNEX]
    subprocess.run([*command, *paths], check=True, capture_output=True)
    in_word, sums = (text_of((tmp_path / name).read_bytes()) for name in (PDF, "phu-luc.pdf"))
    ours = text_of(files[PDF])
    for words in ("Biểuđồ1.", "PHỤLỤCI", "mc-2021-0001", "≈98", "66,6%"):
        assert (words in in_word, words in ours) == (True, True), words
    assert "lop Lớp tập huấn thử lớp 2 2 2".replace(" ", "") in sums.replace("05lớp5", "")


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)


OTHERS: dict[str, object] = {
    "id": "mc-khac",
    "kind": "document",
    "of": ("bao",),
    "stage": "delivered",
    "on": date(2021, 5, 13),
    "measures": (Amount(2, "chương trình"),),
    "amount": 5,
    "verified_on": date(2021, 5, 15),
    "withdrawn_on": date(2021, 6, 1),
}


@pytest.mark.parametrize("key", Evidence.model_fields)
def test_a_frozen_report_tells_whatever_field_of_a_record_was_changed(plan: Plan, key: str) -> None:
    """Those that nobody counts or prints as well; a field that comes later is told by itself."""
    space = plan.workspace
    frozen = FrozenReport(report(plan), DECEMBER, "", {}, "", records_of(space, "thu-2021"))
    assert changes_since(space, frozen) == []
    first = space.evidence["mc-2021-0001"]
    other = first.model_copy(update={key: OTHERS.get(key, "khac")})
    changed = replace(space, evidence={**space.evidence, "mc-2021-0001": other})
    if key == "id":
        rest = {name: each for name, each in space.evidence.items() if each is not first}
        changed = replace(space, evidence={**rest, "mc-khac": other})
    found = changes_since(changed, frozen)
    assert [each.details["id"] for each in found if each.is_wrong] == ["mc-2021-0001"]


def test_what_comes_after_freezing_is_no_change(plan: Plan) -> None:
    """Somebody looks at what was not verified then."""
    space = plan.workspace
    frozen = FrozenReport(report(plan), DECEMBER, "", {}, "", records_of(space, "thu-2021"))
    later = {"verified_by": "Tổ thư ký thử", "verified_on": date(2021, 12, 24)}
    known = space.evidence["mc-2021-0002"].model_copy(update=later)
    found = changes_since(replace(space, evidence={**space.evidence, known.id: known}), frozen)
    assert [each for each in found if each.is_wrong] == []


def renamed(plan: Plan, old: str, new: str) -> Workspace:
    """As the desk leaves it: the old address leads to the piece, and its evidence follows."""
    space = plan.workspace
    piece = space.pieces[old].model_copy(update={"id": new, "aliases": (f"bang-ron/{old}",)})
    pieces = {**space.pieces, new: piece}
    del pieces[old]
    evidence = {
        each.id: each.model_copy(update={"of": tuple(n.replace(old, new) for n in each.of)})
        for each in space.evidence.values()
    }
    return replace(space, pieces=pieces, evidence=evidence)


def named_otherwise(space: Workspace, frozen: FrozenReport) -> list[object]:
    """Evidence that is told to name something else than then."""
    found = changes_since(space, frozen)
    return [each.details["id"] for each in found if each.details.get("keys") == "of"]


def test_a_frozen_report_knows_a_piece_that_was_renamed_and_no_other_one(plan: Plan) -> None:
    space = plan.workspace
    frozen = FrozenReport(report(plan), DECEMBER, "", {}, "", records_of(space, "thu-2021"))
    after = renamed(plan, "bang-ron-1", "vong-treo")
    mine = [each.id for each in space.evidence.values() if "bang-ron-1" in each.of[0]]
    assert (len(mine), changes_since(after, frozen)) == (6, [])
    piece = after.pieces["vong-treo"]
    others: tuple[Mapping[str, object], ...] = (
        {"aliases": ()},
        {"aliases": ("bang-ron-1",)},
        {"aliases": ("ap-phich/bang-ron-1",)},
        {"campaign": "khac"},
    )
    for other in others:
        pieces = {**after.pieces, piece.id: piece.model_copy(update=other)}
        assert named_otherwise(replace(after, pieces=pieces), frozen) == mine
    first = space.pieces["bang-ron-1"]
    for twin in (first, piece.model_copy(update={"id": "khac"})):
        both = replace(after, pieces={**after.pieces, twin.id: twin})
        assert named_otherwise(both, frozen) == mine
    known = after.evidence[mine[0]]
    moved = known.model_copy(update={"of": ("vong-treo/khu-thu",)})
    elsewhere = replace(after, evidence={**after.evidence, moved.id: moved})
    assert named_otherwise(elsewhere, frozen) == [moved.id]
