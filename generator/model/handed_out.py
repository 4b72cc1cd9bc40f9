"""What printed deliverables say that are handed out, and so need a licence of publication."""

from typing import ClassVar

from generator.model.fields import Code, Copies, Day
from generator.model.headline_piece import HeadlinePiece
from generator.model.printed_piece import PrintedPiece
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_number


class HandedOut(HeadlinePiece):
    """Printed matter: a deliverable that people take home; it needs a licence of publication.

    `counted_in` is what its copies are called.
    """

    counted_in: ClassVar = "tờ"

    form_keys: ClassVar = (*(*PrintedPiece.form_keys, "headline", "fact_source", "licence_number"),)

    is_for_outdoors: ClassVar[bool] = False

    licence_number: Code = ""
    """Licence: the number of the licence by which this may be published, as its paper has it.
    Example: 12/GP-STTTT
    Effect: in small print. Without it the artwork bears the stamp BẢN XEM; loa check tells it,
    unless to_fill says that it is awaited."""
    licensed_on: Day | None = None
    """Day of the licence: the day on which it was given.
    Example: 1/6/2021
    Effect: in small print beside the number of the licence."""

    print_run: Copies | None = None
    """Print run: how many are printed, where no placements say it.
    Example: 2000
    Effect: in the run list, and in small print beside the licence."""

    @property
    def units(self) -> int:
        """The print run, or the copies placed."""
        return self.print_run or super().units

    @property
    def copies_placed(self) -> int:
        """The print run, which is handed out wherever people come, or the copies placed."""
        return self.print_run or super().copies_placed

    @property
    def is_counted(self) -> bool:
        """Whether anything says how many are printed."""
        return bool(self.print_run or self.placements)

    @property
    def licence_line(self) -> str:
        """The licence as it is printed; nothing as long as there is none."""
        if not self.licence_number:
            return ""
        day = f", ngày {format_date(self.licensed_on)}" if self.licensed_on else ""
        run = f" In {format_number(self.print_run)} {self.counted_in}." if self.print_run else ""
        return f"Giấy phép xuất bản số {self.licence_number}{day}.{run} Tài liệu không kinh doanh."
