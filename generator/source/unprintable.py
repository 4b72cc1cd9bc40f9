"""What makes a picture, photograph or drawing, useless to a press."""

from generator.diagnostics import Refusal, Rule

BAD_PICTURE = Rule(
    "print-picture",
    "The picture “{file}” cannot be printed: {problem}.",
    "Save it as JPEG, PNG or TIFF, or as an SVG of plain shapes.",
)
NOT_THERE = BAD_PICTURE.with_hint("Put the file there, or correct its path.")
NO_INKS = BAD_PICTURE.with_hint(
    "Save it as JPEG or TIFF in CMYK. Or ask the print shop for its CMYK profile, put it into "
    "assets/icc/, and name it in campaigns/printers.yml, for example profile: assets/icc/in.icc"
)
TOO_FINE = BAD_PICTURE.with_hint(
    "In the drawing program simplify its paths (Inkscape: Path, Simplify; Illustrator: Object, "
    "Path, Simplify), without traced photographs; then save it again."
)
NOT_PLAIN = Rule(
    "drawing-not-plain",
    "The drawing “{file}” holds “{found}”, which cannot be printed as a plain shape.",
    "In the drawing program turn text into paths and effects into shapes, without pictures; "
    "gradients and transparency may stay. Then save it again.",
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
    "pattern": NOT_PLAIN.with_hint(
        "Turn the pattern into shapes (Inkscape: Object, Pattern, Pattern to Objects; Illustrator: "
        "Object, Expand), then save the drawing again."
    ),
    **dict.fromkeys(
        ("mask", "clip-path"),
        NOT_PLAIN.with_hint(
            "Cut the shapes themselves (Inkscape: Path, Intersection; Illustrator: Pathfinder, "
            "Crop) and release the mask, or let a gradient fade out; then save the drawing again."
        ),
    ),
    "filter": NOT_PLAIN.with_hint(
        "Take the effect off (Inkscape: Filters, Remove Filters; Illustrator: Appearance, Clear), "
        "and draw shadows and glows as gradients; then save the drawing again."
    ),
}
"""By the name of the part, where more can be said than in general."""


def unprintable(problem: str, rule: Rule = BAD_PICTURE) -> Refusal:
    """The refusal of a picture for print; `problem` is a message of ours."""
    return Refusal(rule, {"problem": problem})


UNREADABLE = unprintable("it is not a picture that can be read")
TOO_MANY_POINTS = unprintable("it has more points than a drawing for print needs", TOO_FINE)
