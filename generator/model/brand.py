"""Colours and type, named once for screen and press: `assets/brand.yml`."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from generator.model.fields import Code, HexColour, Percent, Text, Weight
from generator.model.inks import figures_of
from generator.model.record import Record

FAMILY = "Be Vietnam Pro"
"""The family that everything is set in: letters, weights and line heights are measured for it."""

WEIGHTS = (400, 600, 700, 800)
"""The weights of it that lie in the package for websites."""

EMBLEMS = ("assets/brand/emblem-mono.svg", "assets/brand/emblem.svg")
"""The emblem in one colour, the first one that there is; what shows it gives it its colour."""

ICON = "assets/brand/emblem-favicon.svg"


class Colour(Record):
    """Colour: a named colour, for screens and for print."""

    name: Code
    """Name: what people call the colour.
    Example: lá
    Effect: in messages about colours."""
    screen: HexColour
    """On screens: the colour as screens show it.
    Example: "#0B6B4B"
    Effect: pages and drawings of the site."""
    cmyk: Annotated[tuple[Percent, Percent, Percent, Percent], BeforeValidator(figures_of)]
    """In print: per cent of cyan, magenta, yellow and black.
    Example: [90, 25, 75, 35]
    Effect: the inks of artwork."""
    topics: tuple[Text, ...] = ()
    """Topics: what pieces are about that are printed on this colour.
    Example: [Nước]
    Effect: the field of banners and panels whose first such topic it is."""
    use: Code = ""
    """Use: what the colour is for.
    Example: màu chính, nền, đề mục
    Effect: kept in the file only."""


class Weights(Record):
    """Weights: how bold words are, 100 to 900."""

    body: Weight
    """Text: the weight of running text.
    Example: 400
    Effect: on the site."""
    strong: Weight
    """Bold text: the weight of bold words.
    Example: 700
    Effect: on the site."""
    headline_screen: Weight
    """Headings on screens: the weight of headings on the site.
    Example: 700
    Effect: on the site."""
    headline_print: Weight
    """Headings in print: the weight of large words.
    Example: 800
    Effect: on the site where it shows large words as print has them."""


class Type(Record):
    """Type: the typeface and its weights."""

    family: Code
    """Typeface: the name of the typeface.
    Example: Be Vietnam Pro
    Effect: pages and artwork; letters are measured for Be Vietnam Pro."""
    weights: Weights
    """Weights: how bold words are.
    Effect: pages and artwork."""


class Brand(Record):
    """Brand: how everything looks."""

    colours: Mapping[str, Colour]
    """Colours: each under a name of its own; seven names have a meaning (la, mam, nang, nuoc, dat,
    muc, giay).
    Example: {la: {name: lá, screen: "#0B6B4B", cmyk: [90, 25, 75, 35]}}
    Effect: pages, drawings, artwork and covers take their colours from here."""
    type: Type
    """Type: the typeface and its weights.
    Effect: pages and artwork are set in it."""

    def colour_of(self, topic: str) -> str:
        """The key of the colour on which a topic is printed; nothing where none is named for it."""
        return next((key for key, colour in self.colours.items() if topic in colour.topics), "")

    @property
    def palette(self) -> dict[str, tuple[float, float, float, float]]:
        """The inks by name."""
        return {name: colour.cmyk for name, colour in self.colours.items()}
