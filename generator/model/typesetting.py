"""What can go wrong when a template is set: values that an output turns into diagnostics."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overset:
    """A text too long for its slot.

    At `fits` millimetres its capitals would stand in the slot; `least` is the smallest allowed.
    `characters` counts the text.
    """

    slot: str
    fits: float
    least: float
    characters: int

    @property
    def room(self) -> int:
        """About how many characters would fit one line deep at the least size."""
        return int(self.characters * self.fits / self.least)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a template names and that is not there.

    `kind` is "font", "ink", "template" or "drawing"; `available` are those that there are.
    """

    kind: str
    name: str
    available: tuple[str, ...] = ()


@dataclass(eq=False)
class TypesetError(Exception):
    """A template that could not be set, with the place in the template where there is one.

    `overset` names the texts that are too long; `missing` the characters that the font cannot draw.
    `line` and `column` start at 1; line 0 means the template as a whole. `own` says that it lies in
    the workspace: then it is to blame, else the piece or the brand that it cannot serve.
    """

    message: str
    template: str
    line: int = 0
    column: int = 0
    hints: tuple[str, ...] = ()
    overset: tuple[Overset, ...] = ()
    missing: tuple[str, ...] = ()
    lack: Lack | None = None
    own: bool = True

    @property
    def path(self) -> tuple[str, ...]:
        """Its place as that of a change (`press/faults.py`)."""
        return "template", self.template, str(self.line), str(self.column)

    def __str__(self) -> str:
        place = f"{self.template}:{self.line}:{self.column}" if self.line else self.template
        return f"{place}: {self.message}"
