"""What was promised: a campaign and its activities, each line with its source."""

from pydantic import Field

from generator.model.fields import (
    Copies,
    Day,
    Id,
    Label,
    Moment,
    Money,
    Printed,
    QuarterNumber,
    QuarterRef,
    Ref,
    SourceRef,
    Text,
    Year,
)
from generator.model.piece import Basis
from generator.model.record import Record
from generator.model.unknown import Unknown


class Citation(Record):
    """A legal document that the plan rests on (căn cứ)."""

    cite: Text
    date: Day | None = None
    title: Text = ""
    source: SourceRef


class Objective(Record):
    """An aim of the plan, in the plan's own words, with its source line."""

    text: Text
    source: SourceRef


class Fact(Record):
    """A figure or date of the plan's head, as printed."""

    what: Text
    as_printed: Text
    source: SourceRef


class Responsibility(Record):
    """What a body is to do (tổ chức thực hiện)."""

    body: Ref
    text: Text
    source: SourceRef


class Note(Record):
    """A contradiction or a gap in the source: shown, never corrected."""

    id: Text
    text: Text
    source: SourceRef


class PlannedSlot(Record):
    """A slot that the plan holds for a piece (khung giờ); the piece of the same id takes it.

    `at` is its moment or first day, `until` its last day; or only `quarter` is known. `units` is
    how much of the promised quantity it is for.
    """

    id: Id
    at: Moment | None = None
    until: Day | None = None
    quarter: QuarterRef | None = None
    units: Copies = 1
    basis: Basis | None = None


class Activity(Record):
    """A promised line of the plan (nội dung). `medium` is absent where nothing is published."""

    id: Id
    title: Text
    medium: Ref | None = None
    quantity: Printed | None = None
    size: Printed | None = None
    quarters: tuple[QuarterNumber, ...] = ()
    partner: Ref | None = None
    audience: Text = ""
    responsible: Ref | None = None
    place: Text = ""
    slots: tuple[PlannedSlot, ...] = ()
    source: SourceRef
    sources: tuple[SourceRef, ...] = ()
    notes: tuple[Label, ...] = ()


class Campaign(Record):
    """A plan with a period, an owner, a legal basis, a budget and a report deadline (kế hoạch)."""

    id: Id
    title: Text
    period: Year
    owner: Ref | None = None
    unknown: tuple[Unknown, ...] = ()
    issuer: Ref | None = None
    issued_on: Day | None = None
    report_due: Day | None = None
    budget: Money | None = None
    audience: Text = ""
    source: SourceRef | None = None
    legal_basis: tuple[Citation, ...] = ()
    objectives: tuple[Objective, ...] = ()
    facts: tuple[Fact, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    notes: tuple[Note, ...] = ()
    activities: tuple[Activity, ...] = Field(min_length=1)
