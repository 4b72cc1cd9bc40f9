"""What the document of a plan says as a whole: what it rests on, its aims, who does what."""

from typing import Final, Literal

from generator.model.fields import (
    Basis,
    Code,
    Day,
    DocumentText,
    Id,
    PrintedPercentages,
    Ref,
    SourceRef,
    Year,
)
from generator.model.plan_source import PlanSource
from generator.model.record import Record


class Citation(Record):
    """Legal document: a document that the plan rests on."""

    cite: DocumentText
    """Citation: kind and number of the document.
    Example: Quyết định số 76/QĐ-TTg
    Effect: on the page of the plan."""
    date: Day | None = None
    """Date: the day on which the document was signed.
    Example: 11/1/2016
    Effect: on the page of the plan."""
    title: DocumentText = ""
    """Title: what the document is about.
    Example: Chương trình hành động quốc gia
    Effect: on the page of the plan."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: kept in the file, for whoever checks it."""


class Objective(Record):
    """Objective: an aim of the plan, in the plan's own words."""

    text: DocumentText
    """Words: the words of the plan.
    Example: Nâng cao nhận thức của cơ sở sản xuất
    Effect: on the page of the plan."""
    target: PrintedPercentages | None = None
    """Target: what part is to be reached, in per cent, where the plan says one.
    Example: 8-13%
    Effect: on the page of the plan, before the words."""
    by: Year | None = None
    """By: the year by which the target is to be reached.
    Example: 2020
    Effect: on the page of the plan, beside the target."""
    source: PlanSource
    """Source: the document and the line, or the page, that say it; “chưa có” before there is one.
    Example: https://example.org/ke-hoach
    Effect: on the page of the plan."""


FACTS: Final = {
    "purpose": "Purpose",
    "title": "Title as printed",
    "date": "Date as printed",
    "author": "Author",
    "period": "Period",
    "budget": "Budget as printed",
    "budget_in_words": "Budget in words",
    "funding": "Source of funding",
    "schedule": "Schedule",
    "report": "Report",
    "addressee": "To whom it is addressed",
    "recipient": "Recipients",
    "signatory": "Signed by",
    "caption": "Caption",
    "text": "The document also says",
}
"""What a fact may be, and what the page of the plan calls it (msgids)."""
FactName = Literal[
    "purpose", "title", "date", "author", "period", "budget", "budget_in_words", "funding",
    "schedule", "report", "addressee", "recipient", "signatory", "caption", "text",
]  # fmt: skip


class Fact(Record):
    """Fact: something that the document of a plan says, as printed."""

    what: FactName
    """What it is: purpose, budget, funding, recipient, signatory or another of these words.
    Example: purpose
    Effect: where it stands on the page of the plan."""
    as_printed: DocumentText
    """As printed: how the document has it.
    Example: ngày 17 tháng 3 năm 2021
    Effect: on the page of the plan; nothing is corrected."""
    source: PlanSource
    """Source: the document and the line, or the page, that say it; “chưa có” before there is one.
    Example: https://example.org/ke-hoach
    Effect: on the page of the plan."""


DutyKind = Literal["unit-report", "interim-review", "final-review", "report"]


class Responsibility(Record):
    """Responsibility: what a body is to do."""

    id: Id | None = None
    """Id: the name of the duty within the plan, where something else names it.
    Example: bao-cao-quy
    Effect: evidence says with it that the duty is done."""
    kind: DutyKind | None = None
    """Kind: a report of a unit to the lead body (unit-report), sơ kết (interim-review), tổng kết
    (final-review) or the report on the plan (report).
    Example: unit-report
    Effect: what the deadline is called; the page of the plan lists such duties with their days."""
    due: Day | None = None
    """Due: the last day for it.
    Example: 10/12/2021
    Effect: loa plan and the calendar of deadlines tell it; it is late after this day."""
    basis: Basis | None = None
    """Basis: whether a source says the day (source) or we propose it (proposed).
    Example: proposed
    Effect: what is proposed bears “đề xuất” on the page of the plan."""
    body: Ref
    """Body: the id of the body.
    Example: so-cong-thuong
    Effect: the page of the plan groups duties by it."""
    text: DocumentText
    """Words: the words of the plan.
    Example: Chủ trì, phối hợp thực hiện kế hoạch
    Effect: on the page of the plan and of the body."""
    source: PlanSource
    """Source: the document and the line, or the page, that say it; “chưa có” before there is one.
    Example: https://example.org/ke-hoach
    Effect: kept in the file, for whoever checks it."""


class Note(Record):
    """Note: a contradiction or a gap in the document; shown, never corrected."""

    id: Code
    """Mark: a short mark for the note.
    Example: X01
    Effect: on the page of the plan; notes of an activity name it."""
    text: DocumentText
    """Words: what does not agree or is not said.
    Example: Văn bản không ghi số, ký hiệu
    Effect: on the page of the plan."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: stands behind the note on the page of the plan."""


class Decision(Record):
    """Decision: something that a person has still to decide before the plan is one."""

    about: Code
    """About: what of the plan it is about: a key, or the id of a body.
    Example: budget
    Effect: loa check tells it before the question."""
    ask: Code
    """Question: what is to be decided, and what is known.
    Example: Kinh phí năm nay là bao nhiêu?
    Effect: loa check tells it until the item is removed; until then nothing of the plan is
    public."""
