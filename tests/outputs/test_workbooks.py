"""Workbooks: text stays text, equal lines are equal bytes. All of it is test data."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from generator.catalogue import words
from generator.model.palette import look
from generator.model.quarter import Quarter
from generator.model.slot import Slot
from generator.outputs.workbooks import Timetable
from generator.outputs.workbooks import workbook as workbook_of
from generator.planning.agenda import NOTE, AgendaLine
from generator.vietnamese.dates import HANOI

II = Quarter(2021, 2)


def workbook(quarter: Quarter, lines: list[AgendaLine]) -> bytes:
    return workbook_of(Timetable(quarter, tuple(lines), look(None)))


def line(title: str, start: date | datetime | None = None) -> AgendaLine:
    return AgendaLine(
        "0123abcd",
        Slot(II, start, "proposed"),
        title,
        "radio",
        "Phát thanh",
        "Kế hoạch",
        "Đài thử",
        "đề xuất",
        1,
        is_cancelled=False,
    )


@pytest.mark.parametrize("title", ["=1+1", "+84", "-x", "@a", '=HYPERLINK("x")', "0012", "1/2"])
def test_whatever_a_title_begins_with_it_is_text(title: str) -> None:
    sheet = load_workbook(io.BytesIO(workbook(II, [line(title)]))).worksheets[0]
    cell = sheet.cell(3, 5)
    assert (cell.value, cell.data_type) == (title, "s")


def test_days_are_days_and_every_column_is_wide_enough() -> None:
    lines = [line("a", datetime(2021, 5, 12, 6, 30, tzinfo=HANOI)), line("b")]
    sheet = load_workbook(io.BytesIO(workbook(II, lines))).worksheets[0]
    first = sheet.cell(3, 1)
    assert (first.value, first.number_format) == (datetime(2021, 5, 12), "dd/mm/yyyy")  # noqa: DTZ001
    assert sheet.cell(4, 1).value == "trong Quý II/2021"
    assert min(sheet.column_dimensions[letter].width for letter in "ABCD") >= 10


def test_the_mark_of_a_proposal_is_explained() -> None:
    for proposed, note in ((True, words(NOTE)), (False, None)):
        lines = [replace(line("a"), is_proposed=proposed)]
        sheet = load_workbook(io.BytesIO(workbook(II, lines))).worksheets[0]
        assert sheet.cell(1, 5).value == note


def test_equal_lines_are_equal_bytes() -> None:
    assert workbook(II, [line("a")]) == workbook(II, [line("a")])
    assert workbook(II, [line("a")]) != workbook(II, [line("b")])


def test_a_heading_has_the_face_and_the_colours_of_the_brand() -> None:
    named = {"family": "Chữ thử", "brand": "#112233", "field": "#445566", "field-text": "#fedcba"}
    made = workbook_of(Timetable(II, (line("a"),), named))
    sheet = load_workbook(io.BytesIO(made)).worksheets[0]
    shown = [
        (cell.font.name, cell.font.color.rgb if cell.font.color else "", cell.fill.fgColor.rgb)
        for cell in (sheet.cell(1, 1), sheet.cell(2, 1), sheet.cell(3, 1))
    ]
    none = "00000000"
    assert shown == [
        ("Chữ thử", "00112233", none),
        ("Chữ thử", "00fedcba", "00445566"),
        ("Chữ thử", "", none),
    ]


def test_without_a_brand_a_workbook_is_black_on_white() -> None:
    sheet = load_workbook(io.BytesIO(workbook(II, [line("a")]))).worksheets[0]
    head = sheet.cell(2, 1)
    assert (head.font.color.rgb, head.fill.fgColor.rgb) == ("00000000", "00ffffff")
