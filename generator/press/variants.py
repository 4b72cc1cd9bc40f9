"""One artwork × many places: a file of its own only where the rendering differs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model.artwork import Artwork
from generator.vietnamese.text import nfc

ARROWS = {"left": "rẽ trái", "right": "rẽ phải", "ahead": "đi thẳng", None: ""}
"""The way in words: the typeface has no arrows, and words are read aloud by a passenger."""

_FIELD = re.compile(r"\{\s*(\w*)\s*\}")


@dataclass(frozen=True, slots=True)
class Site:
    """Where copies hang: the names of the place and its district as of the day, and the way."""

    place: str
    name: str
    district: str = ""
    arrow: str = ""
    distance: str = ""
    copies: int = 1

    @property
    def words(self) -> dict[str, str]:
        """What the fields of a text stand for; a field without a value stays unfilled."""
        known = {
            "place": self.name,
            "district": self.district,
            "arrow": self.arrow,
            "distance": self.distance,
        }
        return {name: word for name, word in known.items() if word}


@dataclass(frozen=True, slots=True)
class Variant:
    """One distinct rendering and the places at which its copies hang."""

    artwork: Artwork
    places: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """For names of files: the place, «moi-diem» for one file of all places."""
        if not self.places:
            return "chua-co-diem"
        return self.places[0] if len(self.places) == 1 else "moi-diem"


def variants(artwork: Artwork, sites: Iterable[Site]) -> tuple[Variant, ...]:
    """The distinct renderings, in the order of their first place; copies add up to the sites'."""
    groups: dict[tuple[tuple[str, str], ...], list[Site]] = {}
    for site in sites:
        groups.setdefault(fill(artwork.texts, site.words), []).append(site)
    if not groups:
        return (Variant(artwork),)
    return tuple(_variant(artwork, texts, group) for texts, group in groups.items())


def fill(texts: tuple[tuple[str, str], ...], words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The texts with their fields filled; what has no word stays as it is."""

    def word(field: re.Match[str]) -> str:
        return words.get(field[1], field[0])

    return tuple((name, nfc(_FIELD.sub(word, text))) for name, text in texts)


def unfilled(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Fields that no place has filled, as (slot, field)."""
    return [(name, field[0]) for name, text in texts for field in _FIELD.finditer(text)]


def _variant(artwork: Artwork, texts: tuple[tuple[str, str], ...], group: list[Site]) -> Variant:
    copies = sum(site.copies for site in group)
    places = tuple(dict.fromkeys(site.place for site in group))
    return Variant(replace(artwork, texts=texts, copies=copies), places)
