"""What makes a picture, photograph or drawing, useless to a press."""

from generator.diagnostics import Refusal, Rule

BAD_PICTURE = Rule(
    "print-picture",
    "The picture “{file}” cannot be printed: {problem}.",
    "Save it as JPEG, PNG or TIFF in CMYK or RGB, whole and without transparency, "
    "or as an SVG of plain shapes, or name a drawing of the templates.",
)
NOT_PLAIN = Rule(
    "drawing-not-plain",
    "The drawing “{file}” holds “{found}”, which cannot be printed as a plain shape.",
    "In the drawing program turn text into paths and effects into shapes, "
    "without transparency, gradients and pictures; then save it again.",
)
OF_PARTS = {
    "use": NOT_PLAIN.with_hint(
        "It is a clone of another part. Make it a part of its own (Inkscape: Edit, Clone, Unlink "
        "Clone; Illustrator: Break Link to Symbol), then save the drawing again."
    ),
    "text": NOT_PLAIN.with_hint(
        "Turn the words into paths (Inkscape: Path, Object to Path; Illustrator: Create Outlines), "
        "then save the drawing again; or leave them out, since the piece has its own words."
    ),
    "image": NOT_PLAIN.with_hint(
        "It holds a picture made of dots. Give that picture itself, as JPEG or PNG, or draw it in "
        "shapes."
    ),
}
"""By the name of the part, where more can be said than in general."""


def unprintable(problem: str) -> Refusal:
    """The refusal of a picture for print; `problem` is a message of ours."""
    return Refusal(BAD_PICTURE, {"problem": problem})


UNREADABLE = unprintable("it is not a picture that can be read")
TOO_MANY_POINTS = unprintable("it has more points than a drawing for print needs")
