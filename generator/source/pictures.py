"""A picture of `assets/`, be it of pixels or drawn."""

from generator.model.picture import Picture, Refused
from generator.source.forms import form_of_name
from generator.source.raster import PAGE, refusal, whole
from generator.source.svg import Drawing, drawing


def picture(name: str, data: bytes) -> Picture | Refused:
    """What it is, decoded to its end; `name` must end as its form does."""
    if form_of_name(name) == "SVG":
        seen = refusal(data, {"SVG"}, name) or drawing(data)
        return seen.picture if isinstance(seen, Drawing) else seen
    return whole(data, PAGE, name)
