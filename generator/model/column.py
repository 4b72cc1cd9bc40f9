"""What the columns of tables mean that others send: asked once, kept for the next table."""

from typing import Literal

from generator.model.fields import Code
from generator.model.record import Record

ColumnKey = Literal[
    "of", "place", "kind", "stage", "on", "measures", "received_from", "amount", "file", "note"
]
"""The keys of evidence that a column can hold, and the place that stands behind the piece."""


class Column(Record):
    """Column: what a column of tables means."""

    head: Code
    """Head: the name of the column, as the table has it.
    Example: Ngày phát sóng
    Effect: columns of this name are read so in every table."""
    key: ColumnKey
    """Key: the key of evidence that stands in the column.
    Example: on
    Effect: what loa evidence import makes of its cells."""
    unit: Code = ""
    """Unit: the unit of figures that stand there alone.
    Example: lớp
    Effect: 5 in the column is read as 5 lớp."""


class ColumnFile(Record):
    """Columns: what the columns of tables mean that partners send."""

    columns: tuple[Column, ...] = ()
    """Columns: a group for each.
    Effect: loa evidence import reads tables by them, and adds what it was told."""

    def of(self, head: str) -> Column | None:
        """What a column of this name means."""
        return next((each for each in self.columns if each.head == head), None)
