"""Files of letters: artwork takes none from the workspace, and a page only what browsers read."""

from collections.abc import Iterable
from typing import Final

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.brand import FAMILY
from generator.model.site import OWN_THEME

UNUSED_FONT = warning(
    "font-unused",
    "No page and no artwork takes its letters from this file: all is set in {family}.",
    "Delete it. A typeface for a page of your own lies in assets/theme/ as .woff2, with a style "
    "sheet beside it that names it.",
)
BROKEN_FONT = Rule(
    "font-broken",
    "This is no typeface as browsers read it (WOFF2), whatever its name says: they would leave it "
    "out.",
    "Make it anew from the .ttf or .otf file as WOFF2; another name alone changes nothing.",
)
_ENDINGS: Final = (".ttf", ".otf", ".ttc", ".woff", ".woff2", ".eot")
_LEAST: Final = 48  # bytes: the head of a WOFF2 file
_SIGN: Final = b"wOF2"


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every such file below assets/, once."""
    for path, asset in subject.workspace.assets.items():
        lower = path.casefold()
        if not lower.endswith(_ENDINGS):
            continue
        if not path.startswith(OWN_THEME):
            yield UNUSED_FONT.at(Location(path), family=FAMILY)
        elif lower.endswith(".woff2"):
            with asset.open() as stream:
                head = stream.read(_LEAST)
            if len(head) < _LEAST or not head.startswith(_SIGN):
                yield BROKEN_FONT.at(Location(path))
