"""What to do with a picture that is not printed: ways that its printer can go, and no others.

A page shows what no press prints, and a printer without a profile has no inks for RGB: what a rule
says of pages would lead an author from one error to the next.
"""

from generator.diagnostics import Refusal
from generator.source.raster import (
    COLOURS,
    MOVING,
    NO_PICTURE,
    OTHER_FORM,
    PHONE_FORM,
)
from generator.source.svg import ACTIVE, LINKED_PICTURE, SWELLING
from generator.source.unprintable import BAD_PICTURE, OF_PARTS

_ANY = (
    "Open it in a picture program and save it as JPEG, PNG or TIFF, in RGB or CMYK, without "
    "transparency; to change its name is not enough."
)
_INKED = (
    "Open it in a picture program and save it as JPEG or TIFF in CMYK, without transparency. RGB "
    "is printed once campaigns/printers.yml names a CMYK profile of the print shop at profile:."
)
_OF_DRAWING = (
    "Save it as plain SVG of shapes alone, or as JPEG or PNG on a ground of its own, without "
    "transparency."
)
_OF_DRAWING_INKED = (
    "Save it as plain SVG of shapes alone, or as JPEG or TIFF in CMYK, without transparency. RGB "
    "is printed once campaigns/printers.yml names a CMYK profile of the print shop at profile:."
)
_WITHIN = (
    "A photograph within a drawing is not printed. Use that photograph itself, as JPEG, PNG or "
    "TIFF without transparency, or draw it in shapes."
)
_WITHIN_INKED = (
    "A photograph within a drawing is not printed. Use that photograph itself, as JPEG or TIFF in "
    "CMYK, or draw it in shapes. RGB is printed once campaigns/printers.yml names a CMYK profile "
    "of the print shop at profile:."
)
_OF_FILE = (COLOURS, MOVING, NO_PICTURE, OTHER_FORM, PHONE_FORM, BAD_PICTURE)
_WAYS = {
    **dict.fromkeys(_OF_FILE, (_ANY, _INKED)),
    **dict.fromkeys((ACTIVE, SWELLING), (_OF_DRAWING, _OF_DRAWING_INKED)),
    **dict.fromkeys((LINKED_PICTURE, OF_PARTS["image"]), (_WITHIN, _WITHIN_INKED)),
}


def for_press(refusal: Refusal, *, has_profile: bool) -> Refusal:
    """The same, with what can be done where the printer has a profile, or has none."""
    ways = _WAYS.get(refusal.rule)
    if ways is None:
        return refusal
    return Refusal(refusal.rule.with_hint(ways[not has_profile]), refusal.details)
