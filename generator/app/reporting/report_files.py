"""The files of a report: Word, PDF and workbook, all of one value."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO

from generator.app.reporting.annex_workbook import workbook
from generator.app.reporting.report_sections import official_of
from generator.app.reporting.template_values import word_file
from generator.diagnostics import Location
from generator.model.artifact import digest_of
from generator.model.deed_report import Report
from generator.ports import Executor, Typesetter, Workers
from generator.press import office
from generator.source.frozen_report import report_digest
from generator.text.official import Chart
from generator.text.word import official_document
from generator.text.word.office_template import OfficeTemplate, template_program

TEMPLATES = ("report", "chart")
WORD, PDF, ANNEX = "bao-cao.docx", "bao-cao.pdf", "phu-luc.xlsx"
WORDING = "3"
"""Raised when the same report is put into other words, or its workbook is written otherwise."""
_ZOOM = 300 / 72  # dots of a printer in a point


def files_of(
    report: Report,
    typesetter: Typesetter,
    workers: Workers,
    template: OfficeTemplate | None = None,
    executor: Executor | None = None,
) -> Mapping[str, bytes]:
    """The bytes of each file by its name; equal reports are equal bytes.

    `template` is the office's own Word document, which the Word file then follows. With an
    `executor` all are made at once: the typesetter works outside of the interpreter. Charts come
    before: behind the long PDF the Word file would wait for them.

    Raises:
        NotMadeError: a template of the office has an error, or a typeface lacks a character.
    """
    official = official_of(report)
    where = partial(_place, report)
    page = partial(_page, typesetter, workers, where)
    charts = () if template else official.charts
    pictures = {chart: _picture(report, page, chart) for chart in charts}
    makers: dict[str, Callable[[], bytes]] = {
        PDF: lambda: page("report", {**official.data, "look": report.look}),
        WORD: lambda: (
            word_file(template, report)
            if template
            else official_document.document(official, pictures.__getitem__)
        ),
        ANNEX: lambda: workbook(report),
    }
    every = list(makers.values())
    made = executor.map(_made, every) if executor else [make() for make in every]
    return dict(zip(makers, made, strict=True))


def _made(make: Callable[[], bytes]) -> bytes:
    return make()


def form_digest(typesetter: Typesetter, template: OfficeTemplate | None = None) -> str:
    """Names the templates, typefaces and programs that give a report its form."""
    own = [template.digest, template_program()] if template else []
    return json.dumps([WORDING, official_document.FORM, typesetter.digest(*TEMPLATES), *own])


def mark_of(report: Report, template: OfficeTemplate | None = None) -> str:
    """Tells what the files of a report say from what those of any other one do.

    How the templates of loa set them is no part of it: no figure and no word depends on that.
    """
    own = [template.digest, template_program()] if template else []
    return digest_of(WORDING, official_document.FORM, *own, report_digest(report))


def folder_of(report: Report) -> str:
    """Where its files lie, below `dist/`: never among what is public."""
    return f"report/{report.campaign}/{report.period_key}"


def _place(report: Report, _characters: tuple[str, ...]) -> Location:
    return Location(f"campaigns/{report.campaign}/plan.yml")


def _page(
    typesetter: Typesetter,
    workers: Workers,
    where: office.Where,
    template: str,
    data: office.Data,
) -> bytes:
    return office.page(typesetter, workers, template, data, where)


def _picture(report: Report, page: Callable[[str, office.Data], bytes], chart: Chart) -> bytes:
    """A chart as PNG, drawn by the template that draws it in the PDF."""
    import pypdfium2

    data = page("chart", {"chart": chart.data, "look": report.look})
    document = pypdfium2.PdfDocument(data)
    try:
        picture = document[0].render(scale=_ZOOM).to_pil().convert("RGB")
    finally:
        document.close()
    target = BytesIO()
    picture.save(target, "PNG", optimize=False, compress_level=6)
    return target.getvalue()
