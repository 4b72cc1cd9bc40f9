"""What the head of a picture says, or why it is not used."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Location, Rule


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be used: its pixels as it is seen, turned as its camera noted.

    A drawing (SVG) has the size of its field in CSS pixels. `form` is Pillow's name of what the
    file really is, or SVG; `mode` is Pillow's name of its colours, with `alpha` where parts are
    transparent.
    """

    width: int
    height: int
    form: str
    mode: str = ""
    alpha: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a picture is not used: the rule that it breaks, and what its message tells."""

    rule: Rule
    details: Mapping[str, object] = field(default_factory=dict)

    def at(self, where: Location, **details: object) -> Diagnostic:
        """The diagnostic; `details` are what only the caller knows, such as the path as written."""
        return self.rule.at(where, **{**self.details, **details})
