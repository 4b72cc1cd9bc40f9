"""When something of a plan is to happen: a slot for a piece, or a session that people come to."""

from generator.model.fields import (
    Basis,
    Copies,
    Day,
    Id,
    Moment,
    PrintedAmount,
    QuarterRef,
    Ref,
    Text,
)
from generator.model.record import Record


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


class Session(PlannedSlot):
    """Session: a class, a seminar, a visit or whatever else people come to."""

    title: Text = ""
    """Title: what it is called, where that is not the title of the activity.
    Example: Lớp thứ nhất
    Effect: its line of the calendar."""
    place: Text = ""
    """Where: the room, the factory or the town, in words.
    Example: hội trường của đơn vị mẫu
    Effect: its line of the calendar, and the place that calendar apps show."""
    capacity: PrintedAmount | None = None
    """Capacity: how many people it is for, as the document has it.
    Example: khoảng 50 người
    Effect: on the page of the plan."""
    audience: Text = ""
    """Audience: who is to come, where that is not the audience of the activity.
    Example: cán bộ phụ trách môi trường
    Effect: on the page of the plan."""
    partner: Ref | None = None
    """Partner: the id of the body with which it is held.
    Example: dai-vi-du
    Effect: named in its line of the calendar; it finds the line in its own calendar and pack."""
