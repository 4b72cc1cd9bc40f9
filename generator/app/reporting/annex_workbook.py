"""The annex of a report as a workbook: its tables with real numbers, and sums over the evidence."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.model.amount import Amount, Bound
from generator.model.deed_report import EvidencePart, EvidenceRow, Report, ReportFigures, ReportLine
from generator.planning.evidence_words import KINDS, STAGES
from generator.text.sheet_rows import Plain
from generator.text.spreadsheet import TOTAL, Spreadsheet, Value

NONE, UNKNOWN = "–", "?"
_SUMS = (
    ("Row", 6),
    ("Code", 20),
    ("Content", 46),
    ("Plan", 26),
    ("Figure of the plan", 12),
    ("Unit", 16),
    ("Done", 12),
    ("How sure", 10),
    ("Proved", 14),
    ("Since the beginning", 14),
    ("State", 30),
)
_EVIDENCE = (
    ("Row", 6),
    ("Code", 14),
    ("Unit", 12),
    ("Done", 9),
    ("Proved", 11),
    ("Since the beginning", 9),
    ("How sure", 7),
    ("Piece of evidence", 15),
    ("Of what", 28),
    ("Kind", 16),
    ("Stage", 10),
    ("Day", 13),
    ("As recorded", 22),
    ("Sender", 20),
    ("File", 22),
    ("State", 14),
    ("SHA-256", 34),
)
_BILLS = (
    ("Row", 6),
    ("Piece of evidence", 22),
    ("Kind", 24),
    ("Day", 20),
    ("Amount (đồng)", 18),
    ("File", 30),
    ("State", 20),
    ("SHA-256", 68),
)
_FIRST = 3
_CODE, _UNIT = "B", "C"
_COLUMNS = {"done": "D", "proof": "E", "total": "F"}
"""Where a sheet of evidence has what is added."""


def workbook(report: Report) -> bytes:
    """The bytes of the workbook; equal reports are equal bytes."""
    title = words("Results of {subject}", subject=report.subject)
    sums = Spreadsheet(words("Sums"), title, _SUMS, report.look)
    evidence = sums.another(words("Evidence sheet"), title, _EVIDENCE)
    rows = list(_evidence(report))
    evidence.put_rows(_FIRST, rows)
    last = max(_FIRST, _FIRST + len(rows) - 1)
    for number, (of_plan, figures) in enumerate(_lines(report)):
        _put_sums(sums, number + _FIRST, _sums(number + 1, of_plan, figures), figures, last)
    if report.bills:
        _put_bills(sums.another(words("Bills sheet"), title, _BILLS), report)
    return sums.xlsx_bytes()


def _lines(report: Report) -> Iterator[tuple[ReportLine, ReportFigures]]:
    for line in report.lines:
        for figures in line.figures or (ReportFigures(line.activity, line.unit),):
            yield line, figures


def _sums(number: int, line: ReportLine, figures: ReportFigures) -> tuple[Value, ...]:
    promised = line.promised_in(figures.unit)
    unit = figures.unit or NONE
    return number, line.activity, line.title, line.plan or NONE, promised, unit


def _put_sums(
    sheet: Spreadsheet, line: int, values: tuple[Value, ...], figures: ReportFigures, last: int
) -> None:
    sheet.put_row(line, values)
    for column, name in ((7, "done"), (9, "proof"), (10, "total")):
        amount: Amount | None = getattr(figures, name)
        if amount is None or amount.number is None:
            sheet.put(line, column, NONE if amount is None else UNKNOWN)
        else:
            sheet.put_formula(line, column, _sum_of(_COLUMNS[name], line, last))
    sheet.put(line, 8, _sureness_of(figures.done, figures.proof, figures.total))
    sheet.put(line, 11, figures.state)


def _sum_of(column: str, line: int, last: int) -> str:
    name = words("Evidence sheet")
    added, codes, units = (
        f"'{name}'!${each}${_FIRST}:${each}${last}" for each in (column, _CODE, _UNIT)
    )
    return f"=SUMIFS({added},{codes},$B{line},{units},$F{line})"


def _evidence(report: Report) -> Iterator[tuple[Plain, ...]]:
    number = 0
    for row in report.evidence:
        for part in row.parts or (EvidencePart(""),):
            number += 1
            yield number, row.activity, part.unit or NONE, *_numbers(part), *_facts(row)


def _numbers(part: EvidencePart) -> Iterator[Plain]:
    for amount in (part.done, part.proof, part.total):
        yield amount.number if amount else None
    yield _sureness_of(part.done, part.proof, part.total)


def _sureness_of(done: Amount | None, proof: Amount | None, total: Amount | None) -> str:
    """What stands before the three figures of a row: once where it is the same for all."""
    named = (("Done", done), ("Proved", proof), ("Since the beginning", total))
    signs = {name: sureness(each) for name, each in named if each}
    if len({*signs.values()}) <= 1:
        return next(iter(signs.values()), "")
    return "; ".join(f"{words(name)} {sign}" for name, sign in signs.items() if sign)


def sureness(amount: Amount | None) -> str:
    """What stands before a figure that is not exact; nothing before one that is."""
    if amount is None:
        return ""
    least = "≥" if amount.is_lower_bound else ""
    return least + ("≈" if Bound.ABOUT in amount.bound else "")


def _facts(row: EvidenceRow) -> tuple[Plain, ...]:
    kind, stage = words(KINDS[row.kind]), words(STAGES[row.stage])
    facts = (row.evidence, row.of, kind, stage, row.on, row.measures)
    return *facts, row.source, row.file, row.state, row.digest


def _put_bills(sheet: Spreadsheet, report: Report) -> None:
    for number, bill in enumerate(report.bills, 1):
        kind = words(KINDS[bill.kind])
        values = (number, bill.evidence, kind, bill.on, bill.amount, bill.file, bill.state)
        sheet.put_row(number + _FIRST - 1, (*values, bill.digest))
    last = len(report.bills) + _FIRST - 1
    for line, kind in enumerate(dict.fromkeys(bill.kind for bill in report.bills), last + 1):
        sheet.put(line, 3, words(KINDS[kind]), TOTAL)
        kinds, amounts = f"$C${_FIRST}:$C${last}", f"$E${_FIRST}:$E${last}"
        sheet.put_formula(line, 5, f"=SUMIFS({amounts},{kinds},$C{line})", TOTAL)
    after = last + 1 + len({bill.kind for bill in report.bills})
    for line, kind in enumerate(dict.fromkeys(bill.kind for bill in report.bills), after):
        sheet.put(line, 3, words(KINDS[kind]), TOTAL)
        sheet.put(line, 4, words("is proof"), TOTAL)
        kinds, amounts, states = (f"${c}${_FIRST}:${c}${last}" for c in "CEG")
        formula = f"=SUMIFS({amounts},{kinds},$C{line},{states},$D{line})"
        sheet.put_formula(line, 5, formula, TOTAL)
