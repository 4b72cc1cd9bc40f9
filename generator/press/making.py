"""One order to its files: set, finished, held to its order; a whole job for one core."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.diagnostics import Refusal, RefusalError
from generator.model.typesetting import TypesetError
from generator.ports import Typesetter
from generator.press.book_making import book_files
from generator.press.faults import Fault, fault
from generator.press.finish import finish, reduction
from generator.press.impossible import too_many_pixels
from generator.press.order import Order
from generator.press.outlines import large_letters_as_paths, letters_as_paths
from generator.press.plates import cmyk_tiff
from generator.press.preflight import Result, preflight, together
from generator.press.preflight.delivery import Delivery
from generator.press.proof_pictures import PROOF_WIDTH, THUMB_WIDTH, proof, proof_with_lines
from generator.press.setting import delivery, page, slug_of
from generator.press.stamp import stamped_svg
from generator.press.studio_file import BAD_ARTWORK, StudioFile
from generator.press.studio_points import studio_results
from generator.press.tiles import tiles
from generator.press.tiling import panels_pdf
from generator.press.typesetting_faults import empty_texts, typeset_faults

REDUCED_SUFFIX = "_ti-le-1-10"
"""Ends the name of the 1:10 file."""

OUTLINED_SUFFIX = "_chu-thanh-net"
"""Ends the name of the file whose letters are paths."""

TILED_SUFFIX = "_ghep-tam"
"""Ends the name of the file of panels."""

IMPOSED_SUFFIX = "_binh-trang"
"""Ends the name of the file of sheets as they are printed, folded and bound."""

ENDINGS = {
    "pdf": ".pdf",
    "outlines": f"{OUTLINED_SUFFIX}.pdf",
    "reduced": f"{REDUCED_SUFFIX}.pdf",
    "tiles": f"{TILED_SUFFIX}.pdf",
    "imposed": f"{IMPOSED_SUFFIX}.pdf",
    "tiff": ".tif",
    "lines": ".png",
    "svg": ".svg",
}
"""How the name of each kind of file ends, after that of its order."""

OF_STUDIO = frozenset({"pdf", "plain", "proof", "thumb", "lines", "tiles"})
"""Kinds of files that are made of what a studio has delivered."""

_DRAWN = frozenset({"reduced", "svg"})
"""Kinds of files that are as large as the page is drawn; all others have the true size."""


_PICTURES = {"proof": PROOF_WIDTH, "thumb": THUMB_WIDTH}
"""How wide the pictures of a piece are."""

LINES_WIDTH = 2400
"""Pixels of the proof with trim and safe area drawn."""


@dataclass(frozen=True, slots=True)
class PressTask:
    """An order, who sets it, the kinds of files that are wanted, and the names beside it."""

    order: Order
    typesetter: Typesetter
    kinds: frozenset[str]
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PressFiles:
    """Files by kind, and what preflight says; no files when they may not be delivered."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    results: tuple[Result, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def errors(self) -> list[Fault]:
        """Why nothing may be delivered."""
        found = [fault for result in self.results for fault in result.faults]
        return [fault for fault in (*self.faults, *found) if fault.is_error]


def scales(order: Order, kinds: Collection[str]) -> dict[str, str]:
    """The scale of each file by its name: «1:1» or «1:10»."""
    return {
        order.name + ending: f"1:{order.sheet.scale if kind in _DRAWN else 1}"
        for kind, ending in ENDINGS.items()
        if kind in kinds and kind != "lines"
    }


def make(task: PressTask) -> PressFiles:
    """Set, finish, look, and only then give the files out of the hand."""
    order = task.order
    if order.studio is not None:
        return _of_studio(task, order.studio)
    if hopeless := (*empty_texts(order.artwork), *_hopeless(task)):
        return PressFiles(faults=hopeless)
    try:
        return _made(task)
    except TypesetError as error:
        return PressFiles(faults=tuple(typeset_faults(order, error)))
    except RefusalError as error:  # a template that draws another size, or what has no plates
        return PressFiles(faults=(at_template(error.refusal),))


def _of_studio(task: PressTask, studio: StudioFile) -> PressFiles:
    """The file as it came, or a stamped copy; pictures and panels are made from its page."""
    order = task.order
    made = PressFiles(results=studio_results(order, studio))
    if made.errors:
        return made
    drawn = page(order, task.typesetter)
    with_margins = delivery(order, drawn, task.typesetter)
    files = {"pdf": with_margins if order.preview else studio.data}
    files |= _others(replace(task, kinds=task.kinds & OF_STUDIO), drawn, with_margins)
    return PressFiles({kind: files[kind] for kind in task.kinds if kind in files}, made.results)


def _made(task: PressTask) -> PressFiles:
    """The files, held to their order. Raises TypesetError and RefusalError."""
    order = task.order
    if order.artwork.pages > 1:
        book = book_files(order, task.typesetter, task.kinds)
        return PressFiles(book.files, book.results, book.faults)
    drawn = page(order, task.typesetter)
    set_live = delivery(order, drawn, task.typesetter)
    pdf = large_letters_as_paths(set_live)
    tiff = _tiff(order, pdf) if "tiff" in task.kinds else b""
    twin = letters_as_paths(set_live) if "outlines" in task.kinds else b""
    results = preflight(Delivery(pdf, order, tiff, task.siblings, live=set_live, fresh=True))
    files = {"pdf": pdf, "tiff": tiff}
    if twin:
        files["outlines"] = twin
        others = preflight(Delivery(twin, order, is_outlined=True, live=set_live, fresh=True))
        results = tuple(map(together, results, others))
    made = PressFiles(results=results)
    if made.errors:
        return made
    files |= _others(task, drawn, pdf, has_large=pdf is not set_live)
    for also in _held_alone(order, files):
        results = tuple(map(together, results, preflight(also)))
    made = PressFiles({kind: files[kind] for kind in task.kinds if kind in files}, results)
    return PressFiles(results=results) if made.errors else made


def _held_alone(order: Order, files: Mapping[str, bytes]) -> Iterator[Delivery]:
    """Files that are made from one that passed, and may still have gone wrong on the way."""
    if "tiles" in files:
        yield Delivery.of_pages(files["tiles"], order, pages_of(order, "tiles"))
    if "reduced" in files:
        yield Delivery(files["reduced"], order, is_reduced=True, fresh=True)


def pages_of(order: Order, kind: str) -> int:
    """How many pages a file of a kind has: panels after the key drawing, sides of sheets."""
    if kind == "tiles":
        return 1 + len(tiles(order))
    pages = order.artwork.pages
    return pages // 2 if kind == "imposed" else pages


def at_template(refusal: Refusal) -> Fault:
    """What is wrong with a page lies with who drew it."""
    if refusal.rule is BAD_ARTWORK:
        return fault(refusal.rule, "piece", "artwork", **refusal.details)
    return fault(refusal.rule, "template", **refusal.details)


def _hopeless(task: PressTask) -> Iterator[Fault]:
    if "tiff" in task.kinds:
        yield from too_many_pixels(task.order.artwork, task.order.printer)


def _tiff(order: Order, pdf: bytes) -> bytes:
    icc = order.intent.icc if order.intent else b""
    return b"".join(cmyk_tiff(pdf, order.sheet, order.printer.resolution, icc))


def _others(
    task: PressTask, drawn: bytes, pdf: bytes, *, has_large: bool = False
) -> dict[str, bytes]:
    """Everything that is made from a page that passed; whether it has letters above LARGE."""
    order, kinds = task.order, task.kinds
    files: dict[str, bytes] = {}
    if "reduced" in kinds:
        files["reduced"] = _reduced(order, pdf, task.typesetter)
    shown = drawn
    if "plain" in kinds or (kinds & _PICTURES.keys() and (order.stand_ins or has_large)):
        finished = finish(drawn, order.plain_sheet, order.facts, stand_ins=order.stand_ins)
        files["plain"] = shown = large_letters_as_paths(finished) if has_large else finished
    for kind in sorted(kinds & _PICTURES.keys()):
        files[kind] = proof(shown, order.plain_sheet, _PICTURES[kind])
    if "lines" in kinds:
        files["lines"] = proof_with_lines(pdf, order.sheet, LINES_WIDTH, order.artwork.safe)
    if "svg" in kinds:
        files["svg"] = _svg(order, task.typesetter)
    if "tiles" in kinds:
        files["tiles"] = panels_pdf(pdf, order, task.typesetter)
    return files


def _reduced(order: Order, pdf: bytes, typesetter: Typesetter) -> bytes:
    """The 1:10 file, which says that it is one."""
    sheet = order.sheet
    return reduction(pdf, slug_of(order, typesetter, sheet.scale) if sheet.margin else b"")


def _svg(order: Order, typesetter: Typesetter) -> bytes:
    template, inputs = order.artwork.template, {"job": order.job}
    svg = typesetter.svg(template, inputs, order.pictures)
    if not order.preview:
        return svg
    return stamped_svg(order, typesetter.pdf(template, inputs, order.pictures), svg, typesetter)
