"""What is handed out: its licence, a section for each leaf, pages that can be bound."""

from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic
from generator.model.handed_out import HandedOut
from generator.press.binding import binding_faults
from generator.press.book_text import book_faults
from generator.press.leaf_texts import leaf_faults
from generator.press.orders import printed_pieces
from generator.press.previews import NO_LICENCE, PUBLISHING_LAW


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every such piece; a licence that the piece itself says is awaited, the run list tells."""
    for _, medium, piece in printed_pieces(subject.plan):
        yield from leaf_faults(piece)
        yield from book_faults(piece)
        printer = subject.workspace.printer_of(medium.name, piece.printer, piece.any_printer)
        if not (printer.is_assumed and subject.workspace.has_unread_printers):
            yield from binding_faults(piece, printer)
        is_awaited = any(gap.what == "licence" for gap in piece.to_fill)
        if isinstance(piece, HandedOut) and not piece.licence_number and not is_awaited:
            yield NO_LICENCE.at(piece.where("id"), law=PUBLISHING_LAW)
