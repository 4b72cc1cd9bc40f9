"""The annexes of a report: every piece of evidence with its fingerprint, bills, and notes."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.catalogue import words
from generator.model.amount import Amount
from generator.model.deed_report import EvidenceRow, Report
from generator.planning.evidence_words import KINDS, STAGES
from generator.text.official import Annex, Grid, OfficialBlock, Paragraph
from generator.vietnamese.numbers import format_number

NONE, HARD_SPACE = "–", "\u00a0"
_EVIDENCE_WIDTHS = (10.0, 30.0, 48.0, 32.0, 44.0, 37.0, 46.0)
_BILL_WIDTHS = (10.0, 32.0, 40.0, 42.0, 40.0, 37.0, 46.0)
_QUOTE_WIDTHS = (14.0, 40.0, 106.0)
_SMALL = 10
_DIGEST_LINE = 22  # characters of a fingerprint in a line of a cell


def annexes_of(report: Report) -> Iterator[Annex]:
    """Evidence, bills, what the document of the plan says, and what does not agree in it."""
    numbers = iter(("I", "II", "III", "IV"))
    yield _annex(next(numbers), words("EVIDENCE"), *_evidence(report), is_wide=True)
    if report.bills:
        yield _annex(
            next(numbers), words("CONTRACTS, INVOICES, PAYMENTS"), _bills(report), is_wide=True
        )
    if report.quotes:
        subject = words("FIGURES IN THE WORDS OF THE DOCUMENT OF THE PLAN")
        yield _annex(next(numbers), subject, *_quotes(report))
    if report.notes:
        notes = (Paragraph(f"- {each.mark}: {each.text} ({each.source})") for each in report.notes)
        yield _annex(
            next(numbers), words("WHAT DOES NOT AGREE IN THE DOCUMENT OF THE PLAN"), *notes
        )


def _annex(number: str, subject: str, *blocks: OfficialBlock, is_wide: bool = False) -> Annex:
    return Annex(words("ANNEX {number}", number=number), subject, blocks, is_wide=is_wide)


def _evidence(report: Report) -> Iterator[OfficialBlock]:
    if not report.evidence:
        yield Paragraph(words("No evidence is recorded up to the end of the period."))
        return
    heads = (
        "Row",
        "Evidence, day",
        "Of what",
        "Kind, stage, sender",
        "As recorded; counted",
        "State",
    )
    rows = tuple(
        (
            number,
            f"{identity}\n{_unbroken(day)}",
            of,
            f"{kind}\n{source}".rstrip(),
            counted,
            f"{file}\n{state}".strip(),
            digest_lines(digest),
        )
        for number, identity, day, of, kind, source, counted, file, state, digest in evidence_rows(
            report
        )
    )
    yield Grid("", (*map(words, heads), "SHA-256"), _EVIDENCE_WIDTHS, rows, size=_SMALL)


def _unbroken(moment: str) -> str:
    """A day, and in the next line if need be its hour as a whole."""
    return moment.replace(" ", HARD_SPACE).replace(f",{HARD_SPACE}", ", ")


def evidence_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Number, id, day, of what, kind and stage, sender, figures, file, state and fingerprint."""
    for number, row in enumerate(report.evidence, 1):
        kind = f"{words(KINDS[row.kind])}; {words(STAGES[row.stage])}"
        said = kind, row.source, _counted(report, row), row.file, row.state, row.digest
        yield str(number), row.evidence, row.on, row.of, *said


def _counted(report: Report, row: EvidenceRow) -> str:
    """What a row says itself, and how much of the figures of the tables comes from it."""
    done, total = (_parts(getattr(part, name) for part in row.parts) for name in ("done", "total"))
    said = [row.measures, words("counted: {parts}", parts=done or NONE)]
    if report.is_part and total != done:
        said.append(words("since the beginning: {parts}", parts=total))
    return "\n".join(filter(None, said))


def _parts(amounts: Iterable[Amount | None]) -> str:
    """What is added; nothing of what only makes a figure less sure."""
    return ", ".join(str(each) for each in amounts if each and each.number != 0)


def _quotes(report: Report) -> Iterator[OfficialBlock]:
    """Line by line as printed, document by document."""
    for title, quotes in groupby(report.quotes, key=lambda quote: quote.title):
        yield Paragraph(words("{document}, as printed; nothing is corrected:", document=title))
        rows = tuple((quote.line or NONE, quote.about, quote.text) for quote in quotes)
        heads = ("Line", "What it is about", "Words of the document")
        yield Grid("", tuple(map(words, heads)), _QUOTE_WIDTHS, rows, size=_SMALL)


def _bills(report: Report) -> Grid:
    heads = ("Row", "Piece of evidence", "Kind", "Day", "Amount (đồng)", "State")
    rows = [
        (number, identity, kind, day, amount, f"{file}\n{state}".strip(), digest_lines(digest))
        for number, identity, kind, day, amount, file, state, digest in bill_rows(report)
    ]
    return Grid("", (*map(words, heads), "SHA-256"), _BILL_WIDTHS, tuple(rows), (4,), size=_SMALL)


def bill_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Number, id, kind, day, amount in đồng, file, state and fingerprint of each bill."""
    for number, bill in enumerate(report.bills, 1):
        amount = format_number(bill.amount) if bill.amount is not None else NONE
        facts = bill.evidence, words(KINDS[bill.kind]), bill.on, amount
        yield str(number), *facts, bill.file, bill.state, bill.digest


def digest_lines(digest: str) -> str:
    """A fingerprint in lines that fit a cell; what was not kept has none."""
    starts = range(0, len(digest), _DIGEST_LINE)
    return "\n".join(digest[start : start + _DIGEST_LINE] for start in starts) or NONE
