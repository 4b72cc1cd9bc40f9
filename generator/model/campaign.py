"""What was promised: a campaign and its activities, each line with its source."""

from pydantic import Field

from generator.model.fields import (
    Basis,
    Copies,
    Day,
    Id,
    Label,
    Moment,
    Money,
    PrintedQuantity,
    QuarterNumber,
    QuarterRef,
    Ref,
    SourceRef,
    Text,
    Year,
)
from generator.model.record import Record
from generator.model.unknown import Unknown


class Citation(Record):
    """Legal document: a document that the plan rests on."""

    cite: Text
    """Citation: kind and number of the document.
    Example: Quyết định số 76/QĐ-TTg
    Effect: on the page of the plan."""
    date: Day | None = None
    """Date: the day on which the document was signed.
    Example: 11/1/2016
    Effect: on the page of the plan."""
    title: Text = ""
    """Title: what the document is about.
    Example: Chương trình hành động quốc gia
    Effect: on the page of the plan."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: kept in the file, for whoever checks it."""


class Objective(Record):
    """Objective: an aim of the plan, in the plan's own words."""

    text: Text
    """Words: the words of the plan.
    Example: Nâng cao nhận thức của cơ sở sản xuất
    Effect: on the page of the plan."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: on the page of the plan."""


class Fact(Record):
    """Fact: a figure or date of the plan's head, as printed."""

    what: Text
    """What it is: the key of the plan that it belongs to.
    Example: issued_on
    Effect: kept in the file only."""
    as_printed: Text
    """As printed: how the document has it.
    Example: ngày 17 tháng 3 năm 2021
    Effect: kept in the file only."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: kept in the file, for whoever checks it."""


class Responsibility(Record):
    """Responsibility: what a body is to do."""

    body: Ref
    """Body: the id of the body.
    Example: so-cong-thuong
    Effect: the page of the plan groups duties by it."""
    text: Text
    """Words: the words of the plan.
    Example: Chủ trì, phối hợp thực hiện kế hoạch
    Effect: on the page of the plan and of the body."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: kept in the file, for whoever checks it."""


class Note(Record):
    """Note: a contradiction or a gap in the document; shown, never corrected."""

    id: Text
    """Mark: a short mark for the note.
    Example: X01
    Effect: on the page of the plan; notes of an activity name it."""
    text: Text
    """Words: what does not agree or is not said.
    Example: Văn bản không ghi số, ký hiệu
    Effect: on the page of the plan."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: stands behind the note on the page of the plan."""


class PlannedSlot(Record):
    """Planned slot: a slot that the plan holds for a piece; the piece of the same id takes it."""

    id: Id
    """Id: the id that the piece has or will have.
    Example: phat-thanh-2021-2-1
    Effect: the piece of this id takes the slot, and its line of the calendar stays the same."""
    at: Moment | None = None
    """Moment: the moment, or the first day.
    Example: 12/5/2021 06:30
    Effect: its line of the calendar, its deadlines."""
    until: Day | None = None
    """Last day: the day on which it is over.
    Example: 19/5/2021
    Effect: ends the line of the calendar."""
    quarter: QuarterRef | None = None
    """Quarter: the quarter, where the day is not known yet.
    Example: II/2021
    Effect: a line of the calendar over the whole quarter."""
    units: Copies = 1
    """Units: how much of the promised quantity it is for.
    Example: 1
    Effect: counted as planned."""
    basis: Basis | None = None
    """Basis: whether a source says the slot (source) or we propose it (proposed).
    Example: proposed
    Effect: what is proposed bears “đề xuất” on pages, in calendars and in papers."""


class Activity(Record):
    """Activity: a promised line of the plan."""

    id: Id
    """Id: the name of the activity within the plan.
    Example: phat-thanh
    Effect: pieces name it; ids of its slots begin with it."""
    title: Text
    """Title: what is promised, in a few words.
    Example: Tuyên truyền trên sóng phát thanh
    Effect: on the page of the plan, in the calendar and in loa plan."""
    medium: Ref | None = None
    """Medium: what is made of it; left out where nothing is published.
    Example: radio
    Effect: pieces of this medium are counted here."""
    quantity: PrintedQuantity | None = None
    """Quantity: how many are promised, as printed.
    Example: dự kiến 04 chương trình/năm
    Effect: what counts are held against; on the page of the plan."""
    size: PrintedQuantity | None = None
    """Size: the size or length of each, as printed.
    Example: 7 phút/chương trình
    Effect: on the page of the plan, beside the quantity."""
    quarters: tuple[QuarterNumber, ...] = ()
    """Quarters: the quarters in which it is to happen.
    Example: [II, III, IV]
    Effect: the quantity is spread over them; a slot in another quarter is told."""
    partner: Ref | None = None
    """Partner: the id of the body that airs, prints or hangs it.
    Example: dai-vi-du
    Effect: receives packs and calendar; its channel says when it takes pieces."""
    audience: Text = ""
    """Audience: whom the activity is to reach.
    Example: người lao động trong khu công nghiệp
    Effect: on the page of the plan."""
    responsible: Ref | None = None
    """Responsible: the id of the body that answers for the activity.
    Example: trung-tam-khuyen-cong
    Effect: stands in print before the owner of the plan; named where there is no partner."""
    place: Text = ""
    """Where: where it happens, in the plan's own words.
    Example: các khu công nghiệp
    Effect: on the page of the plan."""
    slots: tuple[PlannedSlot, ...] = ()
    """Slots: days for pieces that may not be written yet.
    Effect: lines of the calendar and deadlines; the piece of the same id takes its slot."""
    source: SourceRef
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: on the page of the plan; loa check tells a document that campaigns/sources.yml does not
    have."""
    sources: tuple[SourceRef, ...] = ()
    """Further sources: other lines that say something about it.
    Example: [https://example.org/ke-hoach]
    Effect: loa check tells a document that campaigns/sources.yml does not have."""
    notes: tuple[Label, ...] = ()
    """Notes: marks of notes of the plan that concern it.
    Example: [X01]
    Effect: on the page of the plan, where its line leads to them."""


class Campaign(Record):
    """Plan: a plan with a period, an owner, a legal basis, a budget and a report deadline."""

    id: Id
    """Id: the permanent name of the plan; its folder bears it too.
    Example: sxsh-2021
    Effect: pieces name it; addresses and calendars are made of it."""
    title: Text
    """Title: the title of the plan, as the document has it.
    Example: Kế hoạch sản xuất sạch hơn năm 2021
    Effect: on the page of the plan, in calendars, letters and scripts."""
    period: Year
    """Year: the year of the plan.
    Example: 2021
    Effect: a quarter without a year is one of this year."""
    owner: Ref | None = None
    """Owner: the id of the body that leads the plan.
    Example: so-cong-thuong
    Effect: answers for what is printed, sends the packs, and stands on the page of the plan."""
    unknown: tuple[Unknown, ...] = ()
    """Not known: what no source says about the plan yet, and why.
    Effect: loa check does not ask for it as a mistake; the run list says why it is missing."""
    issuer: Ref | None = None
    """Issuer: the id of the body that issued the plan.
    Example: ubnd-tinh
    Effect: on the page of the plan and of that body, and in letters."""
    issued_on: Day | None = None
    """Day of issue: the day on which the plan was issued.
    Example: 17/3/2021
    Effect: before this day nothing of the plan is public; bodies are named as they were then."""
    report_due: Day | None = None
    """Report due: the day before which the report must be there.
    Example: 25/12/2021
    Effect: loa plan and the calendar of deadlines tell it; no slot is proposed that would not be
    over by then."""
    budget: Money | None = None
    """Budget: the amount, as printed.
    Example: 958.079.880 đồng
    Effect: on the page of the plan."""
    audience: Text = ""
    """Audience: whom the plan is to reach, in its own words.
    Example: cơ sở sản xuất công nghiệp
    Effect: on the page of the plan."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: on the page of the plan."""
    legal_basis: tuple[Citation, ...] = ()
    """Legal basis: the documents that the plan rests on.
    Effect: listed on the page of the plan."""
    objectives: tuple[Objective, ...] = ()
    """Objectives: the aims of the plan, in its own words.
    Effect: on the page of the plan, with their lines; nothing is corrected."""
    facts: tuple[Fact, ...] = ()
    """Facts: figures and dates of the plan's head, as printed.
    Effect: kept in the file only."""
    responsibilities: tuple[Responsibility, ...] = ()
    """Responsibilities: what each body is to do.
    Effect: on the page of the plan and of each body."""
    notes: tuple[Note, ...] = ()
    """Notes: contradictions and gaps of the document.
    Effect: on the page of the plan, with their lines; nothing is corrected."""
    activities: tuple[Activity, ...] = Field(min_length=1)
    """Activities: what the plan promises, line by line.
    Effect: every count of promised, planned and published; the page of the plan; loa plan."""
