"""What goes to a print shop, without setting artwork: the files that stand for it are made up."""

import hashlib
import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document

from generator.app.check import check
from generator.cli.world import world
from generator.model.artifact import Artifact, Audience
from generator.model.placement import Placement
from generator.model.planned_slot import PlannedSlot
from generator.model.printer import Eyelets, Printer
from generator.model.quarter import Quarter
from generator.model.slot import Slot
from generator.outputs import Choice, Context
from generator.outputs.printer_packs import build, print_jobs
from generator.outputs.printer_packs.delivery_slip import delivery_slip
from generator.outputs.printer_packs.print_job import PrintJob
from generator.press.conditions import finishing
from generator.press.faults import Fault, fault
from generator.press.previews import RESERVED_SITE
from generator.testing import SameProcess
from generator.text.paper import Signs, Table, Words
from generator.text.word.paper_document import document
from generator.vietnamese.dates import HANOI

DEEDS = Path(__file__).parents[1] / "examples/deeds"
ORDER = "thu-2021_bang-ron-1_moi-diem_6000x800mm"
PACK = "print/thu-2021/ban-giao_nha-in-thu_quy-2-2021.zip"
FOLDER = "ban-giao_nha-in-thu_quy-2-2021"
MADE = (".pdf", "_ti-le-1-10.pdf", "_kiem-tra.html", "_kiem-tra.json", ".svg")


def made(name: str) -> Artifact:
    def chunks() -> Iterator[bytes]:
        yield f"Nội dung của {name}".encode()

    return Artifact(f"print/thu-2021/{name}", Audience.INTERNAL, f"so {name}", chunks)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    here = world(Path(shutil.copytree(DEEDS, tmp_path_factory.mktemp("packs") / "deeds")))
    checked = check(here.files, datetime(2021, 6, 1, tzinfo=HANOI))
    others = ("thu-2021_khac_moi-diem_6000x800mm.pdf", "danh-sach-in_quy-2-2021.pdf")
    files = [made(name) for name in (*(ORDER + ending for ending in MADE), *others)]
    setter, workers = here.typesetter, SameProcess()
    return Context(checked.plan, checked.links, setter, workers, {"print": files})


@pytest.fixture(scope="module")
def job(context: Context) -> PrintJob:
    (found,) = print_jobs(context)
    return found


def rows(job: PrintJob) -> list[tuple[str, ...]]:
    return [row for b in delivery_slip(job).blocks if isinstance(b, Table) for row in b.rows]


def test_a_pack_holds_what_belongs_to_its_order_and_no_more(context: Context) -> None:
    (pack,) = build(context)
    assert (pack.path, pack.audience) == (PACK, Audience.INTERNAL)
    data = pack.bytes()
    assert data == pack.bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name.removeprefix(f"{FOLDER}/"): archive.read(name) for name in archive.namelist()}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert sorted(held) == [
        f"kiem-tra/{ORDER}_kiem-tra.html",
        "ma-kiem-tra.txt",
        "phieu-giao-tep.docx",
        "phieu-giao-tep.pdf",
        f"tep-in/{ORDER}.pdf",
        f"tep-in/{ORDER}_ti-le-1-10.pdf",
    ]
    sums = dict(line.split("  ")[::-1] for line in held["ma-kiem-tra.txt"].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(data).hexdigest()
        for name, data in held.items()
        if name != "ma-kiem-tra.txt"
    }
    text = "\n".join(p.text for p in Document(io.BytesIO(held["phieu-giao-tep.docx"])).paragraphs)
    assert "Gửi nhà in: Nhà in thử" in text


def test_a_pack_is_another_when_one_of_its_files_is(context: Context) -> None:
    (before,) = build(context)
    files = [replace(each, digest=f"{each.digest}!") for each in context.artifacts["print"]]
    (after,) = build(replace(context, artifacts={"print": files}))
    (same,) = build(replace(context, artifacts={"print": [*files, made("khac.pdf")]}))
    assert before.digest != after.digest == same.digest


def test_nothing_is_packed_where_only_some_pieces_are_built(context: Context) -> None:
    assert list(build(replace(context, choice=Choice(piece="bang-ron-1")))) == []


def test_the_slip_says_all_that_a_print_shop_asks(job: PrintJob) -> None:
    said = {row[0]: row[1] for row in rows(job) if len(row) == 2}
    assert said["Tràn lề"] == "30\u00a0mm mỗi cạnh"
    assert said["Gấp biên"] == "không"
    assert said["Thời gian in"] == "5 ngày kể từ khi đặt"
    assert said["Đặt in chậm nhất ngày"] == "27/5/2021"
    assert said["Ngày giao hàng"].startswith("…")  # nobody knows it: to be filled in by hand
    first = rows(job)[0]
    assert first[2] == f"{ORDER}.pdf (1:1), {ORDER}_ti-le-1-10.pdf (1:10)"
    assert first[5] == job.renderings[0].order.digest[:8]
    assert isinstance(delivery_slip(job).blocks[-1], Signs)


def test_copies_that_nobody_named_are_left_to_be_filled_in(job: PrintJob) -> None:
    (rendering,) = job.renderings
    piece = rendering.entry.piece.model_copy(update={"placements": ()})
    bare = replace(rendering, entry=replace(rendering.entry, piece=piece), placements=())
    said = rows(replace(job, renderings=(bare,)))
    assert [row[4] for row in said[:1]] == ["………"]
    assert ("1", "–", "–", "………", "1/6/2021 – 10/6/2021") in said


SOURCE = {"basis": "source", "copies": "4", "place": "huyen-thu"}
OURS = {"basis": "proposed", "copies": "2", "place": "khu-thu"}
PLANNED = Slot(Quarter(2021, 2), date(2021, 6, 8), "proposed", date(2021, 6, 12), "plan")
RELEASED = replace(PLANNED, basis=None, origin="release")
IN_WORDS = "8/6/2021 – 12/6/2021"


@pytest.mark.parametrize(
    ("slot", "places", "told"),
    [
        (PLANNED, [SOURCE], ["3/6/2021 (đề xuất)", "8/6/2021 (đề xuất)", f"{IN_WORDS} (đề xuất)"]),
        (RELEASED, [SOURCE, OURS], ["3/6/2021", "8/6/2021", IN_WORDS, IN_WORDS]),
        (
            PLANNED,
            [SOURCE | {"from": "4/6/2021"}, SOURCE | {"quarter": "III"}],
            ["30/5/2021", "4/6/2021", "từ 4/6/2021", "Quý III/2021"],
        ),
        (replace(PLANNED, start=None), [SOURCE], ["…" * 12, "…" * 12, "Quý II/2021 (đề xuất)"]),
    ],
)
def test_a_shop_reads_which_piece_is_needed_when_and_what_is_proposed(
    job: PrintJob, slot: Slot, places: list[dict[str, str]], told: list[str]
) -> None:
    (rendering,) = job.renderings
    hung = tuple(map(Placement.model_validate, places))
    piece = rendering.entry.piece.model_copy(update={"placements": hung})
    planned = PlannedSlot.model_validate({"id": piece.id, "at": "8/6/2021"})
    activity = rendering.entry.activity.model_copy(update={"slots": (planned,)})
    entry = replace(rendering.entry, piece=piece, slot=slot, activity=activity)
    said = rows(replace(job, renderings=(replace(rendering, entry=entry, placements=hung),)))
    days = {row[0]: row[1] for row in said if len(row) == 2}
    first = [days["Đặt in chậm nhất ngày"], days["Treo, phát bản đầu tiên ngày"]]
    assert [*first, *(row[4] for row in said if len(row) == 5 and "×" not in row[1])] == told


def test_a_place_without_days_does_not_take_those_of_another(job: PrintJob) -> None:
    (rendering,) = job.renderings
    hung = tuple(map(Placement.model_validate, (SOURCE | {"from": "4/6/2021"}, OURS)))
    piece = rendering.entry.piece.model_copy(update={"placements": hung})
    entry = replace(rendering.entry, piece=piece, slot=replace(PLANNED, origin="piece"))
    said = rows(replace(job, renderings=(replace(rendering, entry=entry, placements=hung),)))
    assert [row[1:] for row in said if len(row) == 5 and "×" not in row[1]] == [
        ("huyện Thử", "–", "4", "từ 4/6/2021"),
        ("Khu công nghiệp Thử (đề xuất)", "–", "2", "Quý II/2021 (đề xuất)"),
    ]


def test_both_papers_have_columns_that_break_no_word(job: PrintJob) -> None:
    paper = delivery_slip(job)
    wanted = [block.columns for block in paper.blocks if isinstance(block, Table)]
    assert wanted[0][0] > 9  # «TT» takes more than was asked for
    assert [block.get("widths", ()) for block in paper.data["blocks"]] == [  # type: ignore[attr-defined]
        block.columns if isinstance(block, Table) else () for block in paper.blocks
    ]
    tables = Document(io.BytesIO(document(paper))).tables
    in_word = [[column.width.mm for column in table.columns] for table in tables]
    assert [each for each in in_word if len(each) > 2] == [
        pytest.approx(each, abs=0.05) for each in wanted if len(each) > 2
    ]


def test_finishing_is_told_of_each_file(job: PrintJob) -> None:
    order = job.renderings[0].order
    eyelets = Eyelets.model_validate({"every": "50 cm", "inset": "15 mm"})
    shop = order.printer.model_copy(update={"hem": 30, "eyelets": eyelets, "roll": 600})
    changed = replace(job.renderings[0], order=replace(order, printer=shop))
    found = rows(replace(job, renderings=(changed,)))
    said = {row[0]: row[1] for row in found if len(row) == 2}
    assert said["Gấp biên"] == "30\u00a0mm mỗi cạnh"
    assert said["Khoen"].startswith("đường kính 20\u00a0mm, tâm cách mép 15\u00a0mm")
    assert "cạnh trên, cạnh dưới" in said["Khoen"]
    sheet = next(row for row in found if row[1].startswith("6.1"))
    assert sheet == ("1", "6.140 × 940\u00a0mm", "26", "2, mí chồng 20\u00a0mm", "–")


def warnings(job: PrintJob, printer: Printer, *preview: Fault) -> list[str]:
    order = replace(job.renderings[0].order, printer=printer, preview=preview)
    changed = replace(job, renderings=(replace(job.renderings[0], order=order),))
    blocks = delivery_slip(changed).blocks
    return [b.text for b in blocks if isinstance(b, Words) and b.style == "warning"]


def test_what_may_not_be_printed_and_what_is_assumed_is_told(job: PrintJob) -> None:
    stamped = fault(RESERVED_SITE, "site", url="https://mau.example/")
    assert [text.split(":")[0] for text in warnings(job, job.printer, stamped)] == [
        "CHƯA ĐƯỢC IN",
        "Điều kiện in ở mục 2 do bên đặt in giả định, chưa phải của nhà in",
    ]
    shop = job.printer.model_copy(update={"basis": "source"})
    assert warnings(job, shop) == []


def test_both_sides_of_a_sheet_are_counted_once(job: PrintJob) -> None:
    front, back = (
        replace(each, order=replace(each.order, artwork=replace(each.order.artwork, side=side)))
        for each in job.renderings
        for side in (1, 2)
    )
    found = rows(replace(job, renderings=(front, back)))
    assert [row[4] for row in found if len(row) == 6] == [str(front.copies), "–"]
    placed = [row for row in found if len(row) == 5 and "×" not in row[1]]
    assert sum(int(row[3]) for row in placed) == front.copies


def test_check_sheet_and_run_list_say_how_a_copy_is_finished() -> None:
    shop = Printer.model_validate(
        {
            "id": "mau",
            "name": "Mẫu",
            "hem": "30 mm",
            "eyelets": {"every": "50 cm", "sides": ["top"]},
        }
    )
    assert dict(finishing(shop)) == {
        "Gấp biên": "30\u00a0mm mỗi cạnh",
        "Túi luồn cây": "không",
        "Khoen": "đường kính 20\u00a0mm, tâm cách mép 25\u00a0mm, cách nhau khoảng 500\u00a0mm, "
        "ở cạnh trên",
    }
