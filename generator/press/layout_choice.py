"""Which layout a piece gets that names none, and which would take one that does not fit."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.model.artwork import Artwork
from generator.press.fit import plain
from generator.press.folds import sides_of
from generator.press.layouts import PrintLayout, lacking, layouts_of
from generator.press.page_rooms import text_in, text_slots
from generator.press.widths import overset

LARGE = frozenset({"slogan", "headline", "figure", "unit"})
"""The slots that are read from the viewing distance; all others are small print."""


@lru_cache(maxsize=1024)  # of the desk, where each piece is looked at after each key
def template_for(artwork: Artwork, medium: str) -> str:
    """The template of the first layout that takes a piece; else of the first that its size has."""
    able = list(_able(artwork, medium))
    fit = (each.name for each in able if _is_read(replace(artwork, template=each.name)))
    every = (each.name for each in (*able, *layouts_of(medium)))
    return next(fit, None) or next(every, medium)


def other_layouts(artwork: Artwork) -> tuple[str, ...]:
    """The layouts that would take a piece, as `layout:` names them, but for the one it has."""
    medium = artwork.template.partition("-")[0]
    return tuple(
        each.name.removeprefix(f"{medium}-")
        for each in _able(artwork, medium)
        if each.name != artwork.template and _is_read(replace(artwork, template=each.name))
    )


def _able(artwork: Artwork, medium: str) -> Iterator[PrintLayout]:
    """Those that are made for its proportion and of which it has all that they need."""
    for each in layouts_of(medium):
        if each.shape_of(artwork) and not any(lacking(each, artwork)):
            yield each


def _is_read(artwork: Artwork) -> bool:
    """Whether all that is not small print stands large enough."""
    return not any(
        overset(side, slot, text)
        for side in sides_of(artwork)
        for slot in text_slots(side)
        if slot.name in LARGE and plain(text := text_in(side, slot))
    )
