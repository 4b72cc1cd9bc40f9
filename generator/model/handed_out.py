"""What printed deliverables say that are handed out, and so need a licence of publication."""

from typing import ClassVar

from generator.model.fields import Code, Day
from generator.model.headline_piece import HeadlinePiece
from generator.model.printed_piece import PrintedPiece
from generator.vietnamese.dates import format_date


class HandedOut(HeadlinePiece):
    """Printed matter: a deliverable that people take home; it needs a licence of publication."""

    form_keys: ClassVar = (*(*PrintedPiece.form_keys, "headline", "fact_source", "licence_number"),)

    licence_number: Code = ""
    """Licence: the number of the licence by which this may be published, as its paper has it.
    Example: 12/GP-STTTT
    Effect: in small print. Without it the artwork bears the stamp BẢN XEM; loa check tells it,
    unless to_fill says that it is awaited."""
    licensed_on: Day | None = None
    """Day of the licence: the day on which it was given.
    Example: 1/6/2021
    Effect: in small print beside the number of the licence."""

    @property
    def licence_line(self) -> str:
        """The licence as it is printed; nothing as long as there is none."""
        if not self.licence_number:
            return ""
        day = f", ngày {format_date(self.licensed_on)}" if self.licensed_on else ""
        return f"Giấy phép xuất bản số {self.licence_number}{day}. Tài liệu không kinh doanh."
