"""A report as an office sends it: its sections, tables, chart and annexes in words."""

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from generator.app.reporting.report_annexes import HARD_SPACE, NONE, annexes_of
from generator.app.reporting.report_lacks import BILLS, lacks
from generator.catalogue import words
from generator.model.amount import Amount, Bound
from generator.model.deed_report import DutyRow, Report, ReportFigures, ReportLine
from generator.planning.board_words import amount_figure
from generator.planning.money_words import money_words
from generator.text.official import (
    END,
    NUMBER,
    Bar,
    Chart,
    Grid,
    Heading,
    OfficialBlock,
    OfficialDocument,
    OfficialHead,
    Paragraph,
)
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money, format_number

KIND = "BÁO CÁO"
_WIDTHS = (9.0, 44.0, 27.0, 20.0, 22.0, 22.0, 16.0)
_WIDTHS_OF_PART = (9.0, 33.0, 21.0, 17.0, 21.5, 21.5, 21.5, 15.5)
_TOTAL = 6
"""The column of what was done since the beginning: it says nothing more where the period is all."""
_DUTY_WIDTHS = (9.0, 38.0, 58.0, 22.0, 33.0)


def official_of(report: Report) -> OfficialDocument:
    """The document; what no evidence tells stands nowhere in it."""
    return OfficialDocument(
        OfficialHead(
            report.heads[0] or words("(name of the parent body)"),
            report.heads[1] or words("(name of the body that reports)"),
            NUMBER,
        ),
        KIND,
        subject_of(report),
        report.issuer,
        (
            *_situation(report),
            *_results(report),
            *lacks(report),
            *_money(report),
            *_office(report),
        ),
        tuple(copies_of(report)),
        tuple(annexes_of(report)),
    )


def subject_of(report: Report) -> str:
    """What the report is about (trích yếu)."""
    return words("Results of {subject}", subject=report.subject)


def copies_of(report: Report) -> Iterator[str]:
    """The lines of Nơi nhận."""
    if report.issuer:
        yield "- Như trên;"
    yield from (f"- {each};" for each in report.recipients)
    yield "- Lưu: VT, …………."


def _situation(report: Report) -> Iterator[OfficialBlock]:
    yield Heading(words("I. HOW THE PLAN WAS CARRIED OUT"))
    given = words(" of {day}", day=report.issued_on) if report.issued_on else ""
    yield Paragraph(
        words(
            "Carrying out {plan}{given}, {owner} reports the results of {period}, as evidence "
            "tells them up to {day}.",
            plan=report.plan,
            given=given,
            owner=report.owner or words("(name of the body that reports)"),
            period=report.period,
            day=format_date(report.as_of),
        )
    )
    if report.is_empty and not report.is_silent:
        message = (
            "No source tells that anything of the plan was done in {period}; the figures below "
            "are of what was done before it."
        )
        yield Paragraph(words(message, period=report.period))
        return
    if report.is_empty:
        yield Paragraph(
            words(
                "No source tells that anything of the plan was done in {period}; so this report "
                "names no result.",
                period=report.period,
            )
        )
        return
    done = sum(any(f.done for f in line.figures) for line in report.lines)
    message = "Of {count} activities of the plan evidence tells something done of {done}."
    yield Paragraph(words(message, count=len(report.lines), done=done))
    yield Paragraph(
        words(
            "Every figure below is the sum of the evidence in annex I. Done is what evidence "
            "tells; proved is that of which the file is kept and another person than its sender "
            "has verified it."
        )
    )


def _results(report: Report) -> Iterator[OfficialBlock]:
    yield Heading(words("II. RESULTS"))
    heads = ["Row", "Content", "Plan", "Unit", "Done", "Proved"]
    heads += ["Since the beginning", "Share of the plan"] if report.is_part else ["Share"]
    widths = _WIDTHS_OF_PART if report.is_part else _WIDTHS
    rows = tuple(result_rows(report))
    if not report.is_part:
        rows = tuple(row[:_TOTAL] + row[_TOTAL + 1 :] for row in rows)
    figures = tuple(range(4, len(heads)))
    caption = words("Table 1. Plan and results, {period}", period=report.period)
    yield Grid(caption, tuple(map(words, heads)), widths, rows, figures, size=11)
    yield Paragraph(
        words(
            "In the table “–” means that no source tells anything, which is not zero; “?” that "
            "something was done and no source tells how much; “≥” at least, “≈” about so much."
        )
    )
    yield from _chart(report)
    for line in report.lines:
        yield from (Paragraph(f"- {line.title}: {each}.") for each in _more(line, report))
    yield from _duties(report)


def _more(line: ReportLine, report: Report) -> Iterator[str]:
    """What figures alone do not say of an activity."""
    yield from line.in_part
    for each in line.figures if report.is_part else ():
        if each.is_no_sum:
            yield words(
                "{before} before the period and {done} in it are {total} together, not their sum: "
                "what is told of the whole and what is told of its parts may be the same, so that "
                "only the larger figure counts",
                before=each.before,
                done=each.done,
                total=each.total,
            )
    if line.short_of_done:
        yield line.short_of_done


def _duties(report: Report) -> Iterator[Grid]:
    if report.duties:
        heads = ("Row", "Body", "Duty", "Due", "Piece of evidence")
        caption = words("Table 2. Duties")
        rows = tuple(duty_rows(report))
        yield Grid(caption, tuple(map(words, heads)), _DUTY_WIDTHS, rows, size=11)


def duty_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Number, body, words, day and evidence of each duty."""
    for number, duty in enumerate(report.duties, 1):
        yield str(number), duty.body, duty.text, duty.due or NONE, _done(duty)


def _done(duty: DutyRow) -> str:
    """What shows that a duty was done, and how late that was; or that it is overdue."""
    if not duty.evidence:
        return words("overdue") if duty.is_overdue else NONE
    late = words("done {count} days late", count=format_number(duty.days_late))
    return "; ".join((", ".join(duty.evidence), *([late] if duty.days_late else ())))


def result_rows(report: Report) -> Iterator[tuple[str, ...]]:
    """Number, title, plan, unit, done, proved, since the beginning, share: a row for each unit."""
    for number, line in enumerate(report.lines, 1):
        for index, each in enumerate(line.figures or (ReportFigures(line.activity, line.unit),)):
            is_first = index == 0
            figures = map(figure, (each.done, each.proof, each.total))
            yield (
                str(number) if is_first else "",
                line.title if is_first else "",
                _plan(line, each, is_first=is_first),
                each.unit,
                *(text.replace(" ", HARD_SPACE) for text in figures),
                share_words(line, each).replace(" ", HARD_SPACE),
            )


def _plan(line: ReportLine, figures: ReportFigures, *, is_first: bool) -> str:
    """What the plan states: first in its own unit and in those of which nothing is told."""
    told = {Amount(None, each.unit).kind for each in line.figures}
    own = Amount(None, figures.unit).kind
    if not is_first:
        return ", ".join(str(each) for each in line.further if each.kind == own)
    untold = (str(each) for each in line.further if each.kind not in told or each.kind == own)
    return ", ".join((line.plan or words("no figure stated"), *untold))


def figure(amount: Amount | None) -> str:
    """A figure in a table: «≥ 286», «–» where no source tells anything."""
    return amount_figure(amount) if amount else NONE


def share_of(line: ReportLine, figures: ReportFigures) -> Decimal | None:
    """What part of the plan is done, in per cent; None where nobody can tell. Never rounded up."""
    total, promised = figures.total, line.promised_in(figures.unit)
    if not promised or total is None or total.number is None:
        return None
    exact = Decimal(total.number) * 100 / promised
    return exact.quantize(Decimal("0.1"), ROUND_FLOOR)


def share_words(line: ReportLine, figures: ReportFigures) -> str:
    """«95,3%», «≥ 95,3%»; of a least that is planned it is at most so much: «≤ 95,3%»."""
    share, stated = share_of(line, figures), line.promise_in(figures.unit)
    if share is None or figures.total is None or stated is None:
        return NONE
    number = int(share) if share == int(share) else share
    done, plan = figures.total, stated.bound
    if stated.is_lower_bound and done.is_lower_bound:
        return f"≈ {amount_figure(Amount(number, ''))}%"
    if stated.is_lower_bound and Bound.ABOUT not in done.bound | plan:
        return f"≤ {amount_figure(Amount(number, ''))}%"
    bound = done.bound | (plan & Bound.ABOUT)
    return f"{amount_figure(Amount(number, '', bound))}%"


def _chart(report: Report) -> Iterator[Chart]:
    bars, said = [], []
    for line in report.lines:
        for each in line.figures:
            share = share_of(line, each)
            promised = line.promise_in(each.unit)
            if share is not None and each.total and promised:
                label = f"{figure(each.total)}/{amount_figure(promised)} {each.unit}"
                bars.append(Bar(line.title, _part(share), _proof(line, each), label))
                said.append(f"{line.title}: {label} ({share_words(line, each)})")
    if bars:
        keys = (words("the whole plan"), words("done"), words("proved in the period"))
        caption = words("Chart 1. What is done, as a share of the plan")
        yield Chart(caption, f"{caption}. {'; '.join(said)}.", keys, tuple(bars))


def _part(share: Decimal) -> float:
    return float(min(share, Decimal(100)) / 100)


def _proof(line: ReportLine, figures: ReportFigures) -> float:
    number, promised = (
        figures.proof.number if figures.proof else None,
        line.promised_in(figures.unit),
    )
    return float(min(Decimal(1), Decimal(number) / promised)) if number and promised else 0.0


def _money(report: Report) -> Iterator[OfficialBlock]:
    yield Heading(words("IV. MONEY"))
    if report.budget is not None:
        yield Paragraph(words("Budget of the plan: {budget}.", budget=format_money(report.budget)))
    if not report.bills:
        yield Paragraph(words("No contract, invoice or payment is recorded."))
    for kind, name in BILLS.items():
        if any(bill.kind == kind for bill in report.bills):
            amount = money_words(report.sum_of(kind), report.proof_of(kind))
            yield Paragraph(words("{kind}: {amount} (annex II).", kind=words(name), amount=amount))
    if any(bill.amount is None for bill in report.bills):
        ids = ", ".join(bill.evidence for bill in report.bills if bill.amount is None)
        yield Paragraph(words("Bills that do not say how much: {ids}", ids=ids) + ".")


def _office(report: Report) -> Iterator[OfficialBlock]:
    yield Heading(words("V. ASSESSMENT, OUTLOOK AND PROPOSALS"))
    yield Paragraph(words("(To be written by who reports: no evidence tells it.)"))
    closing = words("These are the results of {subject}.", subject=report.subject)
    yield Paragraph(closing.rstrip(".") + END)
