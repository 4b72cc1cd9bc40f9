"""The drawings of the print templates for screens: the same shapes, in screen colours."""

import json

from generator.model.brand import Brand
from generator.ports import Typesetter

TEMPLATE = "drawing"


def screen_drawing(typesetter: Typesetter, name: str, brand: Brand) -> bytes:
    """The drawing `name` as a square SVG on its field of leaf green; same brand, same bytes.

    Raises:
        TypesetError: the templates have no such drawing, or it calls a colour that the brand lacks.
    """
    palette = {each: colour.screen for each, colour in brand.colours.items()}
    job = {"illustration": name, "palette": palette}
    return typesetter.svg(TEMPLATE, {"job": json.dumps(job, sort_keys=True)})


def screen_digest(typesetter: Typesetter, name: str) -> str:
    """Names everything that the picture depends on beside the brand, for the cache."""
    return typesetter.digest(TEMPLATE, f"{TEMPLATE}-{name}")
