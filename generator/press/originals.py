"""Pictures as papers print them: drawings as PNG and PDF, photographs as they were taken."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import Location, Refusal, RefusalError
from generator.model.artifact import NotMadeError, digest_of
from generator.model.asset import Asset
from generator.model.brand import Brand
from generator.model.inputs import Digest, Input, made_from
from generator.model.picture import PictureFacts
from generator.model.piece import Piece
from generator.model.space import Space
from generator.ports import Typesetter, Workers, WorkLostError
from generator.press.figure_inks import figure_in_grey, figure_in_inks
from generator.press.lost import lost
from generator.source.raster import PAGE, screen
from generator.source.signatures import form_of
from generator.source.srgb import flat
from generator.source.svg import Drawing, drawing
from generator.text.picture_use import pictures_of

if TYPE_CHECKING:
    from PIL.Image import Image

TEMPLATE = "picture"
FORM = "2"
"""Raised when a drawing comes out otherwise from the same file."""

GREY_ENDING = "-xam.pdf"
"""Ends the name of a drawing in black alone, for pages without colour."""

INCH = 25.4  # mm
PREVIEW = 1000
"""Pixels: the widest side of the picture in the Word file, which only shows what goes where."""


@dataclass(frozen=True, slots=True)
class Printable:
    """A picture ready for print: its files by their ending, and a small one for Word."""

    files: dict[str, bytes]
    preview: bytes


USUAL = Space()
"""What is assumed of pictures on paper."""


def originals_of(
    typesetter: Typesetter,
    workers: Workers,
    assets: Mapping[str, Asset],
    piece: Piece,
    space: Space = USUAL,
) -> "dict[str, Original]":
    """The pictures of a text by their file; one that cannot be read is told by a check."""
    return {
        use.file: Original(typesetter, workers, asset, space)
        for use in pictures_of(piece)
        if use.line is not None
        and (asset := assets.get(use.file))
        and isinstance(asset.picture(), PictureFacts)
    }


@dataclass
class Original:
    """A picture of `assets/`; what is printed of it is made once, when it is asked for.

    A drawing is in the inks of `brand`.
    """

    typesetter: Typesetter
    workers: Workers
    asset: Asset
    space: Space
    brand: Brand | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _made: Printable | None = field(default=None, repr=False)

    def digest(self) -> Digest:
        """Names everything that the files depend on."""
        size = f"{self.space.picture} {self.space.resolution}"
        return made_from(
            {
                Input.TEMPLATE: self.typesetter.digest(TEMPLATE),
                Input.FORM: f"{FORM} {size}",
                Input.BRAND: repr(self.brand and sorted(self.brand.colours.items())),
                Input.PICTURES: self._data(),
            }
        )

    def printable(self) -> Printable:
        """Its files."""
        with self._lock:
            if self._made is None:
                task = (self.typesetter, self._data(), self._size(), self._dots(), self.brand)
                work = draw if self._size() else photograph
                try:
                    made = self.workers.run(work, task)
                except WorkLostError:
                    raise lost(Location(self.asset.path), self.asset.path) from None
                if isinstance(made, Refusal):  # exchanged since it was checked
                    path = self.asset.path
                    raise NotMadeError(made.at(Location(path), file=path))
                self._made = made
            return self._made

    def chunks(self, ending: str) -> Iterator[bytes]:
        """One of its files."""
        yield self.printable().files[ending]

    def _data(self) -> bytes:
        """The file; of a drawing only what draws."""
        data = self.asset.read()
        drawn = drawing(data) if self._size() else None
        return drawn.data if isinstance(drawn, Drawing) else data

    def _size(self) -> tuple[float, float] | None:
        """Width and height in mm of a drawing; a photograph keeps its pixels."""
        if not self.asset.path.casefold().endswith(".svg"):
            return None
        seen = self.asset.picture()
        if isinstance(seen, Refusal):
            raise TypeError(self.asset.path)
        return self.space.picture, round(self.space.picture * seen.height / seen.width, 3)

    def _dots(self) -> int:
        return self.space.resolution


Task = tuple[Typesetter, bytes, tuple[float, float] | None, int, Brand | None]


def draw(task: Task) -> Printable:
    """A drawing as PDF in inks and in grey, and as PNG as fine as the paper; made in a worker."""
    import pypdfium2

    typesetter, data, size, dots, brand = task
    width, height = size or (0, 0)
    name = f"{digest_of(data)}.svg"
    inputs = {"file": name, "width": str(width), "height": str(height)}
    pdf = typesetter.pdf(TEMPLATE, inputs, {name: data})
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=dots / 72).to_pil().convert("RGB")
    document.close()
    made = {".pdf": pdf, GREY_ENDING: _grey(picture, dots), ".png": _png(picture, dots)}
    with suppress(RefusalError):  # of what has no inks of its own the picture in grey is enough
        inked = {".pdf": figure_in_inks(pdf, brand), GREY_ENDING: figure_in_grey(pdf, brand)}
        made |= inked
    return Printable(made, _small(picture))


def photograph(task: Task) -> Printable | Refusal:
    """A photograph with all of its pixels, without what cameras hide in it; made in a worker."""
    _, data, _, dots, _ = task
    seen = screen(data, PAGE)
    if isinstance(seen, Refusal):
        return seen
    made = {".png": _png(seen, dots)} if form_of(data) == "PNG" else {".jpg": _jpeg(seen, dots)}
    return Printable(made, _small(seen))


def _grey(picture: "Image", dots: int) -> bytes:
    target = BytesIO()
    picture.convert("L").save(target, "PDF", resolution=dots)
    return target.getvalue()


def _png(picture: "Image", dots: int) -> bytes:
    target = BytesIO()
    picture.save(target, "PNG", dpi=(dots, dots))
    return target.getvalue()


def _jpeg(picture: "Image", dots: int) -> bytes:
    target = BytesIO()
    options = {"quality": 95, "subsampling": 0, "dpi": (dots, dots)}
    flat(picture).save(target, "JPEG", **options)
    return target.getvalue()


def _small(picture: "Image") -> bytes:
    """Enough to see on a screen and on a sheet of paper."""
    small = flat(picture).copy()
    small.thumbnail((PREVIEW, PREVIEW))
    target = BytesIO()
    small.save(target, "PNG")
    return target.getvalue()
