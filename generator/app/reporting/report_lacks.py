"""What of a report lacks proof: its figures, its duties and its money, each in words."""

from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue import words
from generator.model.amount import Amount
from generator.model.deed_report import Report
from generator.planning.money_words import money_words
from generator.text.official import Heading, OfficialBlock, Paragraph

BILLS = {"contract": "Contracts", "invoice": "Invoices", "payment": "Payments"}
"""What the bills of each kind are called together (msgids)."""


def lacks(report: Report) -> Iterator[OfficialBlock]:
    """The section that says so."""
    yield Heading(words("III. WHAT LACKS PROOF"))
    said = [*lacking_sentences(report)]
    yield from (Paragraph(f"- {each}.") for each in said)
    if not said and report.is_silent:
        yield Paragraph(words("Nothing is claimed, so nothing lacks proof."))
    elif not said:
        yield Paragraph(words("Every figure above is proved."))
    silent = [line.title for line in report.lines if not any(f.done for f in line.figures)]
    if silent:
        message = "No source tells anything done in the period of: {titles}."
        yield Paragraph(words(message, titles="; ".join(silent)))


def lacking_sentences(report: Report) -> Iterator[str]:
    """Of each figure a part of which lacks proof, of how much; of money and of duties as well."""
    for line in report.lines:
        for each in line.figures:
            if each.done and each.without_proof:
                said = _lacking(each.done, each.without_proof)
                in_it = words("in the period {said}", said=said) if report.is_part else said
                yield f"{line.title}: {in_it}"
            if (
                report.is_part
                and each.total
                and each.lacking
                and each.lacking != each.without_proof
            ):
                said = _lacking(each.total, each.lacking)
                yield f"{line.title}: {words('since the beginning {said}', said=said)}"
    for duty in report.duties:
        about = f"{duty.body}: {duty.text}".removeprefix(": ").rstrip(".")
        if duty.is_overdue:
            message = "Overdue since {due}, without evidence: {duty}"
            yield words(message, due=duty.due, duty=about)
        elif duty.evidence and not duty.is_proof:
            ids = ", ".join(duty.evidence)
            yield words("Done, without proof: {duty} ({ids})", duty=about, ids=ids)
    for kind, name in BILLS.items():
        if report.proof_of(kind) != report.sum_of(kind):
            amount = money_words(report.sum_of(kind), report.proof_of(kind))
            since = words("since the beginning {said}", said=amount) if report.is_part else amount
            yield f"{words(name)}: {since}"


def _lacking(done: Amount, lacking: Amount) -> str:
    if lacking == done:
        return words("{done} done, all of it without proof", done=done)
    count = words("some") if lacking.number is None else str(replace(lacking, unit=""))
    return words("{done} done, of which {count} lack proof", done=done, count=count)
