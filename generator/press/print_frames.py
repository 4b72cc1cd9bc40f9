"""The frame of a piece: whose it is and what stands in small print, and what is left for the rest.

All is counted in thousandths of the shorter side of the page, so that a piece looks the same at
every size. Small print is for whoever stands before it: no viewing distance counts for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model.artwork import Artwork
from generator.press.layouts import PageShape
from generator.press.strips import left_of
from generator.press.text_slots import PageRoom, TextSlot

_CLEAR = 6.0  # mm between the hem and words
_NARROW = 1300  # thousandths: a page on which the imprint has no room beside the emblem


@dataclass(frozen=True, slots=True)
class PrintFrame:
    """What a frame holds: `slots` of texts, `places` of emblem and code; what it leaves `free`.

    `unit` is a thousandth of the page's shorter side, in millimetres; all else is counted in it.
    `page` is the whole page, `line` the room of a line below the main words.
    """

    unit: float
    page: PageRoom
    free: PageRoom
    line: float
    slots: tuple[TextSlot, ...] = ()
    places: Mapping[str, PageRoom] = field(default_factory=dict)


def frame_of(artwork: Artwork, shape: PageShape) -> PrintFrame:
    """The frame of an artwork on a page of this shape."""
    wide, high = left_of(artwork)
    unit = min(wide, high) / 1000
    page = PageRoom(0, 0, wide / unit, high / unit)
    if shape.frame == "none":
        return PrintFrame(unit, page, page, 0.75 * shape.row)
    if leaf := leaves_of(page, shape).get(shape.frame):
        return _in_leaf(artwork, leaf, PrintFrame(unit, page, page, 0.75 * shape.row))
    if shape.frame in {"left", "right"}:
        return _column(artwork, PrintFrame(unit, page, page, 131), at_left=shape.frame == "left")
    return _across(artwork, shape, PrintFrame(unit, page, page, 0.75 * shape.row))


def leaves_of(page: PageRoom, shape: PageShape) -> Mapping[str, PageRoom]:
    """The leaves of a page that is folded, from the left, by “leaf-1”, “leaf-2” and so on."""
    starts = [sum(shape.leaves[:at]) for at in range(len(shape.leaves))]
    return {
        f"leaf-{number}": PageRoom(page.width * start, 0, page.width * share, page.height)
        for number, (start, share) in enumerate(zip(starts, shape.leaves, strict=True), 1)
    }


def margin(artwork: Artwork, unit: float, usual: float) -> float:
    """How far from the edges words stand: further where a printer's hem asks for it."""
    return max(usual, (artwork.safe + _CLEAR) / unit)


def _across(artwork: Artwork, shape: PageShape, frame: PrintFrame) -> PrintFrame:
    """Who speaks at the foot or at the head; fact and source and the code always at the foot."""
    page, size = frame.page, shape.row / 60
    side, edge = (margin(artwork, frame.unit, usual) for usual in (75, 55 * size))
    right = min(shape.foot[0] * page.width + shape.foot[1], page.width - side)
    code = 130 * size * max(1.0, (page.width / 1500) ** 0.5) if artwork.link else 0.0
    inner, is_narrow = right - side - (code + 20 * size if code else 0), right < _NARROW
    who, told = _who(artwork, size, inner, is_narrow=is_narrow), _told(artwork, size, inner)
    at_head, bottom = shape.frame == "head", page.height - edge
    end = bottom - (0 if at_head else who.height + 12 * size)
    top = end - told.height if told.slots else end
    who_top = edge if at_head else bottom - who.height
    slots = (*who.down(who_top, side), *told.down(top, side))
    row = 60 * size
    places = {"emblem": PageRoom(side - 0.04 * row, who_top + who.height - row, row, row)}
    if code:
        places["qr"] = PageRoom(right - code, bottom - code, code, code)
    above = edge + who.height + 10 * size if at_head else 0.0
    below = min(top, bottom - code if code else top) - 25 * size
    free = PageRoom(0, above, page.width, below - above)
    return replace(frame, free=free, slots=slots, places=places)


def _in_leaf(artwork: Artwork, leaf: PageRoom, frame: PrintFrame) -> PrintFrame:
    """All of it at the foot of one leaf, which is held in a hand: the code is small."""
    side = max(48.0, artwork.safe / frame.unit)
    left, right, bottom = leaf.x + side, leaf.x + leaf.width - side, leaf.height - side
    code = 115.0 if artwork.link else 0.0
    who = _who(artwork, 1, right - left - (code + 20 if code else 0), is_narrow=True)
    told = _told(artwork, 1, right - left, gap=7)
    top = bottom - max(who.height, code) - 18 - told.height
    places = {"emblem": PageRoom(left - 2.4, bottom - 60, 60, 60)}
    if code:
        places["qr"] = PageRoom(right - code, bottom - code, code, code)
    slots = (*who.down(bottom - who.height, left), *told.down(top, left))
    free = PageRoom(leaf.x, 0, leaf.width, top - 25)
    return replace(frame, free=free, slots=slots, places=places)


@dataclass(frozen=True, slots=True)
class _Block:
    """Texts that stand together, counted from the upper left corner of them all."""

    height: float
    slots: tuple[TextSlot, ...]

    def down(self, y: float, x: float) -> tuple[TextSlot, ...]:
        """Its texts where the block stands at x and y."""
        return tuple(replace(one, x=one.x + x, y=one.y + y) for one in self.slots)


def _who(artwork: Artwork, size: float, width: float, *, is_narrow: bool) -> _Block:
    """The campaign beside its emblem; who answers for the piece beside it, or above."""
    row = 60 * size
    name = width - 1.2 * row if is_narrow else min(290 * size, 0.4 * width)
    wanted = {name for name, text in artwork.texts if text}
    lines = _stacked([one for one in _imprint(size) if one.name in wanted])
    x = 0.0 if is_narrow else 1.2 * row + name + 20 * size
    y = 0.0 if is_narrow else max(0.0, row - lines.height)
    imprint = [replace(one, width=width - x) for one in lines.down(y, x)]
    height = lines.height + 6 * size + row if is_narrow and imprint else max(row, lines.height)
    programme = TextSlot("programme", name, row, 10 * size, 17 * size, 3, 700, 1.3)
    programme = replace(programme, x=1.2 * row, y=height - row)
    return _Block(height, (programme, *imprint))


def _told(artwork: Artwork, size: float, width: float, gap: float = 0) -> _Block:
    """What is told in small print: the fact and its source, the licence."""
    wanted = {name for name, text in artwork.texts if text}
    fact = TextSlot("fact", width, 40 * size, 8 * size, 13.5 * size, 0)
    source = TextSlot("source", width, 26 * size, 5 * size, 9.5 * size, 2)
    licence = TextSlot("licence", width, 26 * size, 6 * size, 9 * size, 2)
    return _stacked([one for one in (fact, source, licence) if one.name in wanted], gap)


def _imprint(size: float) -> Iterator[TextSlot]:
    """Of whoever answers for the piece."""
    least = 5 * size
    yield TextSlot("contact", 0, 18 * size, least, 13 * size, weight=700)
    yield TextSlot("body", 0, 24 * size, least, 10 * size, 2, weight=600)
    yield TextSlot("address", 0, 24 * size, least, 8.5 * size, 2)


def _stacked(texts: Sequence[TextSlot], gap: float = 0) -> _Block:
    """One below the other."""
    tops = [sum(one.height + gap for one in texts[:at]) for at in range(len(texts) + 1)]
    return _Block(tops[-1], tuple(replace(one, y=y) for one, y in zip(texts, tops, strict=False)))


def _column(artwork: Artwork, frame: PrintFrame, *, at_left: bool) -> PrintFrame:
    """Beside the words of a long piece: emblem and name, the code; who answers, below the words."""
    page, texts = frame.page, dict(artwork.texts)
    side, safe = margin(artwork, frame.unit, 187), margin(artwork, frame.unit, 88)
    code = 390.0 if artwork.link else 0.0
    column = 560.0 if at_left else 820.0
    x = side if at_left else page.width - side - column
    free, right = (side + column + 120, page.width) if at_left else (side - 12, x - 110)
    block = 262.0 + (300 if texts.get("programme") else 0)
    top = (page.height - block) / 2
    places = {"emblem": PageRoom(x - 10, top, 262, 262)}
    slots = [TextSlot("programme", column, 250, 25, 52, 4, 700, 1.3, x=x, y=top + 310)]
    if code:
        right = min(right, page.width - side) - code - (90 if at_left else 0)
        places["qr"] = PageRoom(right, (page.height - code) / 2 - 35, code, code)
        slots.append(
            TextSlot("contact", code, 75, 15, 37, weight=700, x=right, y=(page.height + code) / 2)
        )
        right -= 90
    shares = {n: s for n, s in (("body", 0.46), ("address", 0.54)) if texts.get(n)}
    bottom = page.height - safe
    if shares:
        bottom -= 120
        wide, at = right - free - 12, free + 12
        for name, share in shares.items():
            part = wide if len(shares) == 1 else share * (wide - 75)
            weight = 600 if name == "body" else 400
            slots.append(
                TextSlot(name, part, 58, 15, 30, weight=weight, x=at, y=page.height - safe - 58)
            )
            at += part + 75
    left = PageRoom(free, safe, right - free, bottom - safe)
    return replace(frame, free=left, slots=tuple(slots), places=places)
