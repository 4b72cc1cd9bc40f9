"""The files of one order, made in one go by a worker when the first of them is asked for."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.diagnostics import Diagnostic
from generator.model.artifact import NotMadeError
from generator.model.inputs import Digest
from generator.model.printed_piece import PrintedPiece
from generator.outputs import Context
from generator.ports import WorkLostError
from generator.press.lost import lost
from generator.press.making import OF_STUDIO, PressFiles, PressTask, make
from generator.press.orders import Rendering, diagnostics_of
from generator.press.tiles import seams

FORMATS = {
    "pdf": ("pdf",),
    "pdf-outlines": ("outlines",),
    "tiff": ("tiff",),
    "png": ("lines",),
    "svg": ("svg",),
}
"""What a format that a person asks for is, in kinds of files."""


BOOK_KINDS = frozenset({"pdf", "imposed", "thumb"})
"""What is made of the pages of a bound piece, whatever is asked for."""


@dataclass
class PieceFiles:
    """An order with everything that is made of it; the work is done once, in a worker."""

    context: Context
    rendering: Rendering
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _made: PressFiles | None = field(default=None, repr=False)
    _left: dict[str, bytes] = field(default_factory=dict, repr=False)
    _refused: NotMadeError | None = field(default=None, repr=False)

    @property
    def piece(self) -> PrintedPiece:
        """The piece as authored."""
        piece = self.rendering.entry.piece
        if not isinstance(piece, PrintedPiece):
            raise TypeError(piece.medium)
        return piece

    @property
    def is_chosen(self) -> bool:
        """Whether the person who builds wants this one."""
        choice = self.context.choice
        return choice.piece in {"", self.piece.id} and (
            not choice.place or choice.place in self.rendering.places
        )

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Every kind of file that is made of this order."""
        order, choice = self.rendering.order, self.context.choice
        if order.artwork.pages > 1:
            return BOOK_KINDS | ({"plain", "proof"} if self.is_public else set())
        formats = {"pdf", *order.printer.formats, *choice.formats}
        kinds = {kind for name in formats for kind in FORMATS[name]} | {"thumb"}
        if order.printer.text == "outlines":
            kinds.add("outlines")
        if order.sheet.scale > 1:
            kinds.add("reduced")
        if seams(order):
            kinds.add("tiles")
        if self.is_public:
            kinds |= {"plain", "proof"}
        return frozenset(kinds & OF_STUDIO if order.studio else kinds)

    @property
    def is_public(self) -> bool:
        """Whether the site shows it: the first rendering of a piece stands for all."""
        return self.rendering.entry.is_visible and self.rendering.first

    @property
    def digest(self) -> Digest:
        """Names everything that the files depend on."""
        return self.rendering.order.digest.of(*sorted(self.kinds))

    def chunks(self, kind: str) -> Iterator[bytes]:
        """A file; it is let go once it is written."""
        with self._lock:
            if self._made is None or (kind in self.kinds and kind not in self._left):
                self._work()
            data = self._left[kind] if kind == "thumb" else self._left.pop(kind)
        yield data  # outside: where the disk is full, nobody comes back to open the lock

    def press_files(self) -> PressFiles:
        """What preflight said."""
        with self._lock:
            return self._made or self._work()

    def diagnostics(self, files: PressFiles) -> list[Diagnostic]:
        """What speaks against delivery, at the lines to change."""
        plan = self.context.plan
        return [*diagnostics_of(files.errors, self.rendering, plan)]

    def _work(self) -> PressFiles:
        """Once: what cannot be made for one of its files cannot be made for the others."""
        if self._refused:
            raise self._refused
        try:
            made = self._done()
        except NotMadeError as error:
            self._refused = error
            raise
        self._made, self._left = PressFiles(results=made.results), dict(made.files)
        return self._made

    def _done(self) -> PressFiles:
        order, setter = self.rendering.order, self.context.typesetter
        try:
            made = self.context.workers.run(
                make, PressTask(order, setter, self.kinds, self.rendering.siblings)
            )
        except WorkLostError:
            title = self.rendering.entry.piece.where("title")
            raise lost(title, f"{order.artwork.template}.typ") from None
        if made.errors:
            raise NotMadeError(*self.diagnostics(made))
        return made
