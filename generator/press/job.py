"""A template's job: everything that it draws from, as one JSON text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache, partial

from generator.model.artwork import Artwork
from generator.press.fit import plain, proposals
from generator.press.folds import leaf_widths
from generator.press.geometry import PressSheet
from generator.press.page_rooms import rooms_of, text_in, text_slots
from generator.press.qr_masks import best_mask
from generator.press.text_slots import TextSlot
from generator.vietnamese.capitals import capitals
from generator.vietnamese.text import nfc
from generator.vietnamese.typography import PHRASES, bind

Palette = Mapping[str, Sequence[float]]
"""Inks by name: percentages of cyan, magenta, yellow and black."""

LEAF = "la"
"""The field that drawings are made for."""

CAPITALS_IN = "slogan"
"""The only slot that may be set in capitals."""


def job(  # noqa: PLR0913, PLR0917 - all that a template draws
    artwork: Artwork,
    palette: Palette,
    family: str,
    margin: float = 0.0,
    drawing: Mapping[str, object] | None = None,
    logo: Mapping[str, object] | None = None,
) -> str:
    """What the template of `artwork` reads from `sys.inputs.job`; same artwork, same text.

    `drawing` is an author's own, in inks; so is the sponsor's `logo`.
    """
    sheet = PressSheet(artwork.trim, artwork.bleed, margin)
    running = frozenset(
        slot.name for slot in text_slots(artwork) if artwork.side and not slot.lines
    )
    content = {
        "title": plain(artwork.title),
        "trim": {"width": artwork.trim.width, "height": artwork.trim.height},
        "bleed": artwork.bleed,
        "safe": artwork.safe,
        "scale": sheet.scale,
        "palette": {name: list(inks) for name, inks in palette.items()},
        "family": family,
        "letter": artwork.letter,
        "field": artwork.field,
        "drawing_palette": _of_drawings(palette, artwork.field),
        "slots": {slot.key: _slot(slot) for slot in text_slots(artwork)},
        "order": [slot.key for slot in text_slots(artwork)],
        "places": {name: asdict(place) for name, place in rooms_of(artwork).items()},
        "capitals": artwork.capitals,
        "texts": {
            **{name: _text(artwork, name, text, running) for name, text in artwork.texts},
            **{each.key: _half(artwork, each) for each in text_slots(artwork) if each.part},
        },
        "side": artwork.side,
        "leaves": leaf_widths(artwork),
        "book": _book(artwork),
        "qr": qr_rows(artwork.link) if artwork.link else None,
        "illustration": artwork.illustration or None,
        "drawing": drawing,
        "sponsor": artwork.sponsor and asdict(artwork.sponsor) | {"drawing": logo},
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _book(artwork: Artwork) -> object:
    """What the pages of a bound piece are set from, and how many there are."""
    bound = artwork.book
    if bound is None or artwork.side < 2:  # noqa: PLR2004 - the cover is the first
        return None
    return json.loads(bound.text) | {"count": bound.count}


def drawn_text(artwork: Artwork, name: str, text: str) -> str:
    """The words of a slot as they stand on the piece, on one line, without bindings."""
    return plain(_written(artwork, name, text))


def _slot(slot: TextSlot) -> dict[str, object]:
    """A room as templates know it: `min` and `max` are heights of a capital."""
    said = asdict(slot)
    return said | {"min": said.pop("least"), "max": said.pop("most")}


def _half(artwork: Artwork, slot: TextSlot) -> dict[str, object]:
    return _text(artwork, slot.name, text_in(artwork, slot))


def _of_drawings(palette: Palette, field: str) -> Palette:
    """Inks of drawings, which are made for a field of leaf: another takes its place, and is paler.

    As on the site (`press/package_drawings.py`).
    """
    if field == LEAF or not {field, LEAF, "giay"} <= palette.keys():
        return palette
    paler = [round((a + b) / 2) for a, b in zip(palette[field], palette["giay"], strict=True)]
    return {**palette, LEAF: palette[field], field: paler}


def _text(
    artwork: Artwork, name: str, text: str, running: frozenset[str] = frozenset()
) -> dict[str, object]:
    """A text and how its lines may break; running text breaks where it will."""
    bound = bound_text(artwork, name, text)
    return {
        "text": bound.replace("|", " "),
        "lines": [
            {"lines": proposal.lines, "penalty": proposal.penalty}
            for proposal in (() if name in running else proposals(bound))
        ],
    }


def bound_text(artwork: Artwork, name: str, text: str) -> str:
    """The words of a slot as they stand on the piece, with what must not be parted bound."""
    return _written(artwork, name, bind(nfc(text), (*PHRASES, *artwork.phrases)))


def _written(artwork: Artwork, name: str, text: str) -> str:
    """The letters of a slot: some in capitals; micro as fonts have it, whoever typed it."""
    text = nfc(text).replace("\N{GREEK SMALL LETTER MU}", "\N{MICRO SIGN}")
    return capitals(text) if artwork.capitals and name == CAPITALS_IN else text


def qr_rows(link: str) -> list[str]:
    """The QR code of `link`, one text of 0 and 1 for each row, without quiet zone.

    Error correction of 25 % (level Q): banners crease and fade.
    """
    return list(_modules(link))


@lru_cache(maxsize=64)
def _modules(link: str) -> tuple[str, ...]:
    import segno

    made = partial(segno.make, link, error="q", boost_error=False, micro=False)
    code = made(mask=0)
    best = best_mask(code.matrix)
    code = made(mask=best) if best else code
    return tuple("".join(str(int(bit)) for bit in row) for row in code.matrix)
