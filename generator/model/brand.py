"""Colours and type, named once for screen and press: `assets/brand.yml`."""

from collections.abc import Mapping

from generator.model.fields import HexColour, Percent, Text, Weight
from generator.model.record import Record

FAMILY = "Be Vietnam Pro"
"""The family that everything is set in: letters, weights and line heights are measured for it."""

WEIGHTS = (400, 600, 700, 800)
"""The weights of it that lie in the package for websites."""

EMBLEMS = ("assets/brand/emblem-mono.svg", "assets/brand/emblem.svg")
"""The emblem in one colour, the first one that there is; what shows it gives it its colour."""

ICON = "assets/brand/emblem-favicon.svg"


class Colour(Record):
    """A named colour: #RRGGBB on screens, per cent of cyan, magenta, yellow, black in print."""

    name: Text
    screen: HexColour
    cmyk: tuple[Percent, Percent, Percent, Percent]
    use: Text = ""


class Weights(Record):
    """Font weights, 100 to 900."""

    body: Weight
    strong: Weight
    headline_screen: Weight
    headline_print: Weight


class Type(Record):
    """The type family."""

    family: Text
    weights: Weights


class Brand(Record):
    """How everything of a province looks."""

    colours: Mapping[str, Colour]
    type: Type

    @property
    def palette(self) -> dict[str, tuple[float, float, float, float]]:
        """The inks by name."""
        return {name: colour.cmyk for name, colour in self.colours.items()}
