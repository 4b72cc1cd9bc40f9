"""Where every text and picture of an artwork stands, by its layout and its frame.

Templates are given these rooms and draw into them (`press/job.py`); what does not fit them is told
before anything is drawn (`press/foreseen.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from generator.model.artwork import Artwork
from generator.press.layouts import MAIN, LayoutBox, PageShape, layout_of
from generator.press.print_frames import PrintFrame, frame_of, leaves_of, margin
from generator.press.strips import left_of, sponsor_room
from generator.press.text_slots import PageRoom, TextSlot

FIGURES = 2.0
"""A figure stands so many times as high as the letters beside it."""
_PICTURES = ("picture", "before", "after", "mark")
_LARGE = frozenset({"main", "first", "second", "figure", "unit", *_PICTURES})
_OPEN = 0.5  # thousandths: what ends so near to an edge reaches to the bleed


def text_slots(artwork: Artwork) -> tuple[TextSlot, ...]:
    """Those of the texts of an artwork, the main words first; none of a template not known here."""
    return tuple(slot for slot in _page(artwork)[0] if text_in(artwork, slot))


def rooms_of(artwork: Artwork) -> Mapping[str, PageRoom]:
    """Those of emblem, code and pictures, in millimetres."""
    return _page(artwork)[1]


def text_in(artwork: Artwork, slot: TextSlot) -> str:
    """The words that stand in a slot, as authored: of a half, its own."""
    text = dict(artwork.texts).get(slot.name, "")
    if not slot.part:
        return text
    lines = text.split("|")
    middle = (len(lines) + 1) // 2
    return "|".join(lines[:middle] if slot.part == 1 else lines[middle:]).strip()


def kept_clear(artwork: Artwork) -> float:
    """How far from the edges all words stand for certain, in millimetres."""
    (wide, high), slots = left_of(artwork), text_slots(artwork)
    sides = (
        min(one.x, one.y, wide - one.x - one.width, high - one.y - one.height)
        for one in slots
        if one.name != "sponsor"
    )
    return min(sides, default=0.0)


@lru_cache(maxsize=256)
def _page(artwork: Artwork) -> tuple[tuple[TextSlot, ...], Mapping[str, PageRoom]]:
    layout = layout_of(artwork)
    shape = layout.shape_of(artwork) if layout else None
    if shape is None:
        return (), {}
    frame = frame_of(artwork, shape)
    slots = (*_words(artwork, shape, frame), *_others(artwork, shape, frame), *frame.slots)
    places = {**_pictures(artwork, shape, frame), **frame.places}
    found = tuple(one.by(frame.unit) for one in slots)
    return (
        (*found, *_sponsor(artwork)),
        {name: place.by(frame.unit) for name, place in places.items()},
    )


def _words(artwork: Artwork, shape: PageShape, frame: PrintFrame) -> Iterator[TextSlot]:
    """The main words, in one room or in halves, with the lines below them; a figure, its unit."""
    boxes, kind = _boxes(artwork, shape), _kind(artwork, frame)
    halves = [name for name in ("main", "first", "second") if name in boxes]
    below = list(_below(artwork, frame, _at(boxes[halves[-1]], shape, frame))) if halves else []
    for name in halves:
        slot = _slot(artwork, kind, _at(boxes[name], shape, frame), frame)
        slot = _sized(slot, boxes[name])
        if name == halves[-1] and below:
            slot = replace(slot, height=below[0].y - slot.y)
        part = 0 if name == "main" else halves.index(name) + 1
        yield replace(slot, part=part, figures=shape.figures)
    yield from below
    if "figure" in boxes:
        is_bare = not any(char.isalpha() for char in dict(artwork.texts).get("figure", ""))
        slot = _slot(
            artwork, replace(kind, name="figure"), _at(boxes["figure"], shape, frame), frame
        )
        slot = _sized(slot, boxes["figure"])
        yield replace(slot, least=slot.least / (FIGURES if is_bare else 1), figures=FIGURES)
    if "unit" in boxes:
        slot = _slot(artwork, replace(kind, name="unit"), _at(boxes["unit"], shape, frame), frame)
        yield _sized(slot, boxes["unit"])


def _others(artwork: Artwork, shape: PageShape, frame: PrintFrame) -> Iterator[TextSlot]:
    """The texts of a piece that its layout gives a box of their name: «heading-1», «text-1»."""
    texts = dict(artwork.texts)
    for name, box in _boxes(artwork, shape).items():
        if name not in _LARGE and texts.get(name):
            kind = TextSlot(name, 0, 0, box.least, 0, weight=box.weight, pitch=1.25)
            yield _sized(_slot(artwork, kind, _at(box, shape, frame), frame), box)


def _boxes(artwork: Artwork, shape: PageShape) -> Mapping[str, LayoutBox]:
    """Those of a shape; some stand elsewhere where there is a figure: “main-with-figure”."""
    end, has_figure = "-with-figure", bool(dict(artwork.texts).get("figure"))
    plain = {name: box for name, box in shape.boxes.items() if not name.endswith(end)}
    other = {name.removesuffix(end): box for name, box in shape.boxes.items() if name not in plain}
    return plain | other if has_figure else plain


def _kind(artwork: Artwork, frame: PrintFrame) -> TextSlot:
    """How main words are set; capitals with marks above and below stand further apart."""
    texts, least = dict(artwork.texts), artwork.letter / frame.unit
    main = next((name for name in MAIN if texts.get(name)), MAIN[0])
    if artwork.capitals:
        return TextSlot(main, 0, 0, least, 0, 1, 800, 1.35, 0.02)
    return TextSlot(main, 0, 0, least, 0, 1, 800, 1.25)


def _below(artwork: Artwork, frame: PrintFrame, main: PageRoom) -> Iterator[TextSlot]:
    """Another language and the way to a place, at the foot of the room of the main words."""
    texts, high = dict(artwork.texts), frame.line
    names = [name for name in ("foreign", "place") if texts.get(name)]
    y = main.y + main.height - len(names) * high
    for name in names:
        room = (main.width, high, 0.2 * high, 0.58 * high)
        yield TextSlot(name, *room, weight=600, share=0.7, x=main.x, y=y)
        y += high


def _slot(artwork: Artwork, kind: TextSlot, at: PageRoom, frame: PrintFrame) -> TextSlot:
    """The room of large words: that of the layout, but for what a printer's hem takes of it."""
    page, hem = frame.page, margin(artwork, frame.unit, 0)
    x, y = max(at.x, hem), max(at.y, hem)
    width, height = min(at.x + at.width, page.width - hem) - x, at.y + at.height - y
    return replace(kind, x=x, y=y, width=max(width, 0.0), height=max(height, 0.0))


def _sized(slot: TextSlot, box: LayoutBox) -> TextSlot:
    least = max(slot.least, box.least)
    return replace(slot, least=least, most=max(box.most, least), lines=box.lines)


def _at(box: LayoutBox, shape: PageShape, frame: PrintFrame) -> PageRoom:
    """A box of a layout on the page: within what the frame leaves, or within a leaf."""
    page = frame.page
    beside = PageRoom(frame.free.x, 0, frame.free.width, page.height)
    rooms = {"page": page, "free": frame.free, "beside": beside, **leaves_of(page, shape)}
    return _in(box, rooms.get(box.of, frame.free))


def _in(box: LayoutBox, room: PageRoom) -> PageRoom:
    """A box of a layout within a room of the page, in thousandths of the shorter side."""
    x, width = (share * room.width + units for share, units in (box.x, box.width))
    y, height = (share * room.height + units for share, units in (box.y, box.height))
    return PageRoom(room.x + x, room.y + y, max(width, 0.0), max(height, 0.0))


def _pictures(artwork: Artwork, shape: PageShape, frame: PrintFrame) -> Mapping[str, PageRoom]:
    """Places of pictures, which reach over an edge to the bleed."""
    boxes, bleed = _boxes(artwork, shape), artwork.bleed / frame.unit
    found = {name: boxes[name] for name in _PICTURES if name in boxes}
    places = {name: _at(box, shape, frame) for name, box in found.items()}
    return {name: _to_bleed(place, frame.page, bleed) for name, place in places.items()}


def _to_bleed(place: PageRoom, page: PageRoom, bleed: float) -> PageRoom:
    left = bleed if place.x <= _OPEN else 0.0
    top = bleed if place.y <= _OPEN else 0.0
    right = bleed if place.x + place.width >= page.width - _OPEN else 0.0
    bottom = bleed if place.y + place.height >= page.height - _OPEN else 0.0
    wide, high = place.width + left + right, place.height + top + bottom
    return PageRoom(place.x - left, place.y - top, wide, high)


def _sponsor(artwork: Artwork) -> Iterator[TextSlot]:
    if artwork.sponsor is None:
        return
    side, width, height = sponsor_room(artwork)
    least, most = min(0.06 * side, 0.2 * artwork.letter), min(0.3 * side, 0.6 * artwork.letter)
    yield TextSlot("sponsor", width, height, least, most, 3, 700, 1.3)
