"""Files that lie somewhere, held to the orders of the workspace as it is now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.app.check import CheckReport
from generator.diagnostics import Diagnostic, Location
from generator.model.plan import Plan
from generator.ports import SILENT, Advance, Progress, Typesetter
from generator.press.faults import Fault
from generator.press.making import ENDINGS, pages_of
from generator.press.orders import Rendering, diagnostic_of, orders
from generator.press.preflight import Result, preflight
from generator.press.preflight.delivery import Delivery
from generator.press.studio_points import results_of_copy
from generator.vietnamese.text import nfc


class Verdict(StrEnum):
    """Whether a file may be delivered, is only to be looked at (bản xem), or neither."""

    DELIVER = "deliver"
    LOOK = "look"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """What was found in a file; `rendering` is None where no piece has a file of this name."""

    name: str
    rendering: Rendering | None
    results: tuple[Result, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def verdict(self) -> Verdict:
        """What may be done with the file."""
        if not all(result.is_passed for result in self.results):
            return Verdict.REFUSE
        preview = self.rendering and self.rendering.order.preview
        return Verdict.LOOK if preview else Verdict.DELIVER


def look(
    report: CheckReport,
    typesetter: Typesetter,
    files: Mapping[str, bytes],
    beside: Collection[str] = (),
    progress: Progress = SILENT,
) -> tuple[FileVerdict, ...]:
    """Preflight of PDFs by name (without folder); a TIFF of the same name is looked at with it.

    So is, of a file whose letters are paths, the one with live text. A 1:10 file is held to the
    order of the true one; a file of panels to the rules for all files. A TIFF alone is no PDF.
    `beside` are the names of all that lies in their folders: what a piece lacks there is told.
    """
    found = orders(report.plan, typesetter.digest)
    known = {
        each.order.name + ending: (each, kind) for each in found for kind, ending in ENDINGS.items()
    }
    there = {known[name][0].order.name for name in map(nfc, (*files, *beside)) if name in known}
    data_of = {nfc(name): data for name, data in files.items()}
    book = _OrderBook(report.plan, found, known, data_of, there)
    progress.step("Looking at the files")
    looked: list[FileVerdict] = []
    for number, (name, data) in enumerate(sorted(files.items()), start=1):
        if not (name.endswith(".tif") and f"{name.removesuffix('.tif')}.pdf" in files):
            looked.append(_looked(book, name, data))
            progress.advance(Advance(number, len(files), name=name))
    return tuple(looked)


@dataclass(frozen=True, slots=True)
class _OrderBook:
    """The orders; which of them a file is of, and of what kind, by its name; files that are there.

    `there` are the names of the orders of which there is any file.
    """

    plan: Plan
    orders: Sequence[Rendering]
    known: Mapping[str, tuple[Rendering, str]]
    files: Mapping[str, bytes]
    there: Collection[str]

    def missing(self, rendering: Rendering) -> tuple[str, ...]:
        """Places at which this piece hangs, and for which no file is there."""
        piece = rendering.entry.piece
        every = (one for one in self.orders if one.entry.piece is piece)
        absent = (one for one in every if one.order.name not in self.there)
        return tuple(dict.fromkeys(place for one in absent for place in one.places))


def _looked(book: _OrderBook, name: str, data: bytes) -> FileVerdict:
    ordered, kind = book.known.get(nfc(name), (None, ""))
    stem = ordered.order.name if ordered else nfc(name).removesuffix(".pdf")
    studio = ordered.order.studio if ordered and kind == "pdf" else None
    if ordered and studio:
        results = results_of_copy(ordered.order, studio, data)
    elif ordered and (pages := pages_of(ordered.order, kind)) > 1:
        results = preflight(Delivery.of_pages(data, ordered.order, pages))
    else:
        results = preflight(_delivery(book, ordered, kind, stem, data))
    told = (_told(book.plan, name, fault, ordered) for result in results for fault in result.faults)
    return FileVerdict(name, ordered, results, tuple(told))


def _delivery(
    book: _OrderBook, ordered: Rendering | None, kind: str, stem: str, data: bytes
) -> Delivery:
    return Delivery(
        data,
        ordered.order if ordered else None,
        book.files.get(stem + ENDINGS["tiff"], b""),
        ordered.siblings if ordered else (),
        book.missing(ordered) if ordered else (),
        is_outlined=kind == "outlines",
        live=book.files.get(stem + ENDINGS["pdf"], b""),
        is_reduced=kind == "reduced",
    )


def _told(plan: Plan, name: str, fault: Fault, rendering: Rendering | None) -> Diagnostic:
    if rendering is None or fault.change[0] == "file":
        return fault.rule.at(Location(name), **dict(fault.details))
    return diagnostic_of(fault, rendering, plan)
