"""One artwork × many places: a file of its own only where the rendering differs."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Rule
from generator.model.artwork import IMPRINT, Artwork
from generator.model.grouping import groups_of
from generator.vietnamese.text import nfc

UNFILLED_FIELD = Rule(
    "field-unfilled",
    "“{field}” stands on the piece: its value is missing.",
    "Write arrow: or distance: at the placement, give the place a district, "
    "or correct the name of the field: {{place}}, {{district}}, {{distance}}, {{arrow}}.",
)
ARROWS = {"left": "rẽ trái", "right": "rẽ phải", "ahead": "đi thẳng", None: ""}
"""The way in words: the typeface has no arrows, and words are read aloud by a passenger."""

_FIELD = re.compile(r"\{\s*(\w*)\s*\}")


@dataclass(frozen=True, slots=True)
class HangingSite:
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
    """One distinct rendering, with its name among those of the piece.

    `sites` are positions in what `variants` was given: those that its copies are for; `places` are
    theirs, each once.
    """

    name: str
    artwork: Artwork
    places: tuple[str, ...] = ()
    sites: tuple[int, ...] = ()


def variants(artwork: Artwork, sites: Iterable[HangingSite]) -> tuple[Variant, ...]:
    """The distinct renderings, in the order of their first place; copies add up to the sites'."""
    every = tuple(sites)
    groups = groups_of((fill(artwork.texts, site.words), n) for n, site in enumerate(every))
    if not groups:
        return (Variant("chua-co-diem", artwork),)
    names = _names([_places(every, group) for group in groups.values()])
    return tuple(
        _variant(name, artwork, texts, every, group)
        for name, (texts, group) in zip(names, groups.items(), strict=True)
    )


def fill(texts: tuple[tuple[str, str], ...], words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The texts with their fields filled; what has no word stays as it is, and so do names."""

    def word(field: re.Match[str]) -> str:
        return words.get(field[1], field[0])

    return tuple(
        (name, nfc(text if name in IMPRINT else _FIELD.sub(word, text))) for name, text in texts
    )


def unfilled_fields(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Fields that no place has filled, as (slot, field)."""
    authored = [(name, text) for name, text in texts if name not in IMPRINT]
    return [(name, field[0]) for name, text in authored for field in _FIELD.finditer(text)]


def _places(every: Sequence[HangingSite], group: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(every[number].place for number in group))


def _names(groups: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """For names of files, each once: the place, «moi-diem» for one file of all places.

    Where a place has several renderings the second is «kcn-mau-ban-2».
    """
    used: Counter[str] = Counter()
    for places in groups:
        name = places[0]
        if len(places) > 1:
            name = "moi-diem" if len(groups) == 1 else f"{name}-va-{len(places) - 1}-diem"
        used[name] += 1
        yield name if used[name] == 1 else f"{name}-ban-{used[name]}"


def _variant(
    name: str,
    artwork: Artwork,
    texts: tuple[tuple[str, str], ...],
    every: Sequence[HangingSite],
    group: list[int],
) -> Variant:
    copies = sum(every[number].copies for number in group)
    drawn = replace(artwork, texts=texts, copies=copies)
    return Variant(name, drawn, _places(every, group), tuple(group))
