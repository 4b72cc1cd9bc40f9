"""The fields of the office's own template, filled with what a report says."""

from collections.abc import Iterator, Mapping, Sequence

from generator.app.reporting.report_annexes import NONE, bill_rows, evidence_rows
from generator.app.reporting.report_lacks import lacking_sentences
from generator.app.reporting.report_sections import (
    copies_of,
    duty_rows,
    result_rows,
    subject_of,
)
from generator.catalogue import words
from generator.model.artifact import NotMadeError
from generator.model.deed_report import Report
from generator.planning.money_words import money_words
from generator.text.office_fields import LISTS
from generator.text.word.office_template import OfficeTemplate, Values, fill, problems
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money, format_number


def word_file(template: OfficeTemplate, report: Report) -> bytes:
    """The Word file of a report as the office has it.

    Raises:
        NotMadeError: something in the template is no field, or is not let in.
    """
    if found := problems(template):
        raise NotMadeError(*found)
    return fill(template, values_of(report))


def values_of(report: Report) -> Values:
    """What each field holds; a figure that no source tells is «–»."""
    done = sum(any(figures.done for figures in line.figures) for line in report.lines)
    return {
        "co_quan_chu_quan": report.heads[0] or words("(name of the parent body)"),
        "co_quan": report.heads[1] or words("(name of the body that reports)"),
        "ten_co_quan": report.owner or words("(name of the body that reports)"),
        "kinh_gui": report.issuer,
        "trich_yeu": subject_of(report),
        "ke_hoach": report.plan,
        "ngay_ke_hoach": report.issued_on,
        "ky_bao_cao": report.period,
        "den_ngay": format_date(report.as_of),
        "so_hoat_dong": format_number(len(report.lines)),
        "so_da_lam": format_number(done),
        "kinh_phi": NONE if report.budget is None else format_money(report.budget),
        "tong_hop_dong": _sum(report, "contract"),
        "tong_hoa_don": _sum(report, "invoice"),
        "tong_da_chi": _sum(report, "payment"),
        **{name: [*rows] for name, rows in _lists(report)},
    }


def _sum(report: Report, kind: str) -> str:
    known = any(bill.kind == kind for bill in report.bills)
    return money_words(report.sum_of(kind), report.proof_of(kind)) if known else NONE


def _lists(report: Report) -> Iterator[tuple[str, Iterator[Mapping[str, str]]]]:
    told: Mapping[str, Sequence[Sequence[str]]] = {
        "ket_qua": [*result_rows(report)],
        "thieu_minh_chung": [(each,) for each in lacking_sentences(report)],
        "nhiem_vu": [*duty_rows(report)],
        "minh_chung": [*evidence_rows(report)],
        "chung_tu": [*bill_rows(report)],
        "noi_nhan": [(each,) for each in copies_of(report)],
        "ghi_chu": [(each.mark, each.text, each.source) for each in report.notes],
    }
    for name, (_, fields) in LISTS.items():
        yield name, (dict(zip(fields, row, strict=True)) for row in told[name])
