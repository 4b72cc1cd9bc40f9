"""One order to its files: set, finished, held to its order; a whole job for one core."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Rule
from generator.model.typesetting import TypesetError
from generator.ports import Typesetter
from generator.press.eyelets import finishing_marks
from generator.press.faults import Fault, fault
from generator.press.finish import Margin, finish, reduced
from generator.press.job import drawn_text
from generator.press.order import Order
from generator.press.plates import cmyk_tiff
from generator.press.preflight import Result, preflight
from generator.press.preflight.file import Delivered
from generator.press.proof import proof, proof_with_lines
from generator.press.slug import TEMPLATE, slug_job
from generator.press.tiling import tiled

PROOF_WIDTH = 1600
"""Pixels of the proof on the site."""

LINES_WIDTH = 2400
"""Pixels of the proof with trim and safe area drawn."""

THUMB_WIDTH = 360
"""Pixels of the picture in the run list."""

OVERSET = Rule(
    "text-too-long",
    "The text does not fit: its letters would be {fits} mm high, and {least} mm is the least.",
    "Shorten it to about {room} characters (now {characters}), break it with | "
    "or choose a larger size.",
)
NO_GLYPH = Rule(
    "missing-glyph",
    "The font has no glyph for {characters}.",
    "Write the text with letters, digits and common signs only.",
)
BAD_TEMPLATE = Rule(
    "template-error",
    "The print template cannot be set: {problem}.",
    "Mend the template at this line, or remove it to use the default one.",
)
NO_DRAWING = Rule(
    "no-such-drawing",
    "The templates have no drawing “{name}”.",
    "Write the name of one in illustrations.typ, or draw it there (assets/print/ overrides).",
)
NO_PLATES = Rule(
    "no-plates",
    "No TIFF can be made: the page holds what cannot be taken apart into four inks ({problem}).",
    "Draw opaque shapes in the inks of assets/brand.yml; deliver the PDF instead.",
)


@dataclass(frozen=True, slots=True)
class Task:
    """An order, who sets it, the kinds of files that are wanted, and the names beside it."""

    order: Order
    typesetter: Typesetter
    kinds: frozenset[str]
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """Files by kind, and what preflight says; no files when they may not be delivered."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    results: tuple[Result, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def errors(self) -> list[Fault]:
        """Why nothing may be delivered."""
        found = [fault for result in self.results for fault in result.faults]
        return [fault for fault in (*self.faults, *found) if fault.is_error]


def make(task: Task) -> Made:
    """Set, finish, look, and only then give the files out of the hand."""
    order = task.order
    try:
        drawn = task.typesetter.pdf(order.artwork.template, {"job": order.job}, order.pictures)
        pdf = delivery(order, drawn, task.typesetter)
        tiff = _tiff(order, pdf) if "tiff" in task.kinds else b""
    except TypesetError as error:
        return Made(faults=tuple(typeset_faults(order, error)))
    except ValueError as error:  # a template that draws another size, or what has no plates
        return Made(faults=(_refused(order, str(error)),))
    results = preflight(Delivered(pdf, order, tiff, task.siblings))
    made = Made(results=results)
    if made.errors:
        return made
    files = {"pdf": pdf, "tiff": tiff, **_others(task, drawn, pdf)}
    return Made({kind: files[kind] for kind in task.kinds if kind in files}, results)


def delivery(order: Order, drawn: bytes, typesetter: Typesetter) -> bytes:
    """The file for the print shop, from the page that the template drew."""
    sheet = order.sheet
    if not sheet.margin:
        return finish(drawn, sheet, order.facts, order.intent, photo=order.photo)
    slug = typesetter.pdf(TEMPLATE, {"job": slug_job(order.slug, sheet, order.family)})
    margin = Margin(slug, finishing_marks(sheet, order.printer))
    return finish(drawn, sheet, order.facts, order.intent, margin, order.photo)


def typeset_faults(order: Order, error: TypesetError) -> list[Fault]:
    """What the author or the designer can do about a page that could not be set."""
    if error.overset:
        return [
            fault(
                OVERSET,
                "piece",
                over.slot,
                fits=f"{over.fits:g}",
                least=f"{over.least:g}",
                characters=over.characters,
                room=over.room,
            )
            for over in error.overset
        ]
    if error.missing:
        lacking = set(error.missing)
        slots = [
            name
            for name, text in order.artwork.texts
            if lacking & set(drawn_text(order.artwork, name, text))
        ]
        return [fault(NO_GLYPH, "piece", *(slots[:1] or ["title"]), characters=" ".join(lacking))]
    if _unknown_drawing(order, error.message):
        return [fault(NO_DRAWING, "piece", "illustration", name=order.artwork.illustration)]
    where = ("template", error.template, str(error.line), str(error.column))
    return [fault(BAD_TEMPLATE, *where, problem=error.message)]


def _unknown_drawing(order: Order, message: str) -> bool:
    """Whether the template says that it has no such drawing."""
    name = order.artwork.illustration
    return bool(name) and "does not contain key" in message and f'"{name}"' in message


def _refused(order: Order, problem: str) -> Fault:
    if problem in {"pages", "size"}:
        words = {"pages": "it draws more than one page", "size": "it draws another size"}
        return fault(BAD_TEMPLATE, "template", problem=words[problem])
    return fault(NO_PLATES, "template", f"{order.artwork.template}.typ", problem=problem)


def _tiff(order: Order, pdf: bytes) -> bytes:
    icc = order.intent.icc if order.intent else b""
    return b"".join(cmyk_tiff(pdf, order.sheet, order.printer.resolution, icc))


def _others(task: Task, drawn: bytes, pdf: bytes) -> dict[str, bytes]:
    """Everything that is made from a page that passed."""
    order, kinds = task.order, task.kinds
    files: dict[str, bytes] = {}
    if "reduced" in kinds:
        files["reduced"] = reduced(pdf)
    if kinds & {"plain", "proof", "thumb"}:
        plain = finish(drawn, order.plain_sheet, order.facts, photo=order.photo)
        files["plain"] = plain
        for kind, width in (("proof", PROOF_WIDTH), ("thumb", THUMB_WIDTH)):
            if kind in kinds:
                files[kind] = proof(plain, order.plain_sheet, width)
    if "lines" in kinds:
        files["lines"] = proof_with_lines(pdf, order.sheet, LINES_WIDTH, order.artwork.safe)
    if "svg" in kinds:
        inputs = {"job": order.job}
        files["svg"] = task.typesetter.svg(order.artwork.template, inputs, order.pictures)
    if "tiles" in kinds:
        files["tiles"] = tiled(pdf, order, task.typesetter)
    return files
