"""The run list on paper and as a workbook, where many copies hang (all of it is test data)."""

import re
import shutil
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from generator.app.check import check
from generator.cli.world import world
from generator.model.placement import Placement
from generator.outputs import Context
from generator.outputs.print.piece_files import PieceFiles
from generator.outputs.print.run_list_files import run_lists
from generator.outputs.print.runlist import Point, RunList
from generator.outputs.print.sheets import table_pdf
from generator.outputs.print.workbook import workbook
from generator.outputs.printer_packs.delivery_slip import delivery_slip
from generator.outputs.printer_packs.print_job import PrintJob
from generator.press.orders import orders
from generator.testing import SameProcess
from generator.text.paper import Table
from generator.vietnamese.dates import HANOI

DEEDS = Path(__file__).parents[1] / "examples/deeds"
PLACES = 40


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    here = world(Path(shutil.copytree(DEEDS, tmp_path_factory.mktemp("list") / "deeds")))
    checked = check(here.files, datetime(2021, 6, 1, tzinfo=HANOI))
    return Context(checked.plan, checked.links, here.typesetter, SameProcess(), {})


@pytest.fixture(scope="module")
def long_list(context: Context) -> RunList:
    """That of the one banner, which hangs at many places."""
    every = [PieceFiles(context, each) for each in orders(context.plan, context.typesetter.digest)]
    found = next(run_lists(context, every))
    (row,) = found.rows
    names = [f"Cụm công nghiệp {number}" for number in range(1, PLACES + 1)]
    points = tuple(replace(row.points[0], place=name, copies=50) for name in names)
    return replace(found, rows=(replace(row, points=points),))


def test_a_long_list_goes_on_over_the_page_with_its_head(
    context: Context, long_list: RunList
) -> None:
    pages = pypdfium2.PdfDocument(table_pdf(context.typesetter, long_list))
    said = [page.get_textpage().get_text_bounded() for page in pages]
    held = [[int(found) for found in re.findall(r"công nghiệp (\d+)", text)] for text in said]
    assert list(chain.from_iterable(held)) == list(range(1, PLACES + 1))
    assert 1 in held[0]
    assert ["Địa điểm" in text for text in said] == [bool(each) for each in held]
    assert "Đại diện nhà in" in said[-1]
    marks = (page.get_textpage() for page in pages)
    feet = (each.get_charbox(at)[1] for each in marks for at in range(each.count_chars() - 4))
    assert min(feet) > 30  # points: nothing but the number of the page runs into the margin


@pytest.mark.parametrize("count", range(17, 24))
def test_the_sum_never_stands_alone_on_a_page(
    context: Context, long_list: RunList, count: int
) -> None:
    (row,) = long_list.rows
    cut = replace(long_list, rows=(replace(row, points=row.points[:count]),))
    *_, last = pypdfium2.PdfDocument(table_pdf(context.typesetter, cut))
    said = last.get_textpage().get_text_bounded()
    assert (f"công nghiệp {count}" in said, "Đại diện nhà in" in said) == (True, True)


def test_copies_that_nobody_named_are_in_no_sum(long_list: RunList) -> None:
    (row,) = long_list.rows
    entry = row.piece.rendering.entry
    piece = entry.piece.model_copy(update={"placements": ()})
    bare = replace(row.piece.rendering, entry=replace(entry, piece=piece), placements=())
    unknown = replace(row, piece=replace(row.piece, rendering=bare), points=())
    assert replace(long_list, rows=(unknown,)).totals == []
    assert replace(long_list, rows=(row, unknown)).totals == [("Băng rôn", row.copies)]


@pytest.mark.parametrize(("copies", "shown"), [(2000, "2.000"), (0, "–")])
def test_a_piece_without_a_place_is_told_as_its_delivery_slip_tells_it(
    context: Context, copies: int, shown: str
) -> None:
    """In both lists there is a line to be ticked, whether anybody has counted copies or not."""
    (banner,) = orders(context.plan, context.typesetter.digest)
    entry = banner.entry
    count = (Placement(place="khu-thu"),) if copies else ()  # by which the piece is a counted one
    bare_piece = entry.piece.model_copy(update={"placements": count})
    order = replace(banner.order, artwork=replace(banner.order.artwork, copies=copies))
    bare = replace(banner, entry=replace(entry, piece=bare_piece), order=order, placements=())
    (found,) = run_lists(context, [PieceFiles(context, bare)])
    when = "1/6/2021 – 10/6/2021"
    assert found.rows[0].points == (Point("–", "–", copies, when, is_proposed=False),)
    job = PrintJob(context.plan, found.quarter, (bare,), {order.name: {}})
    slip = (each.rows for each in delivery_slip(job).blocks if isinstance(each, Table))
    assert [("1", "–", "–", shown.replace("–", "………"), when)] in map(list, slip)
    sheet = load_workbook(BytesIO(workbook(found))).active
    assert sheet
    line = ["–", "–", copies or "–", when, None, "☐", "☐", "☐"]
    assert [cell.value or None for cell in sheet[4]][6:] == line
    (page,) = pypdfium2.PdfDocument(table_pdf(context.typesetter, found))
    assert f"– – {shown} {when}" in " ".join(page.get_textpage().get_text_bounded().split())


def test_each_line_of_the_workbook_is_as_high_as_what_stands_in_it(long_list: RunList) -> None:
    sheet = load_workbook(BytesIO(workbook(long_list))).active
    assert sheet
    finish = str(sheet["D4"].value)
    lines = 1 + len(finish.partition("\n")[2]) // sheet.column_dimensions["D"].width
    assert float(sheet.row_dimensions[4].height or 0) >= 16 * (lines + 1)
