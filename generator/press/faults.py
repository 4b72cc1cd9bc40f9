"""What is wrong with a printed piece, and what to change: a diagnostic that has no place yet."""

from dataclasses import dataclass

from generator.diagnostics import Rule

_TO_VIETNAMESE = str.maketrans(",.", ".,")

Change = tuple[str, ...]
"""What to change: a key of "piece", "printer", "partner" or "brand"; "file", or "template".

A template is named with its file, line and column, where they are known.
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that a file breaks; `point` is the number of the point of preflight, 0 before it."""

    rule: Rule
    change: Change
    details: tuple[tuple[str, str], ...] = ()
    point: int = 0

    @property
    def is_error(self) -> bool:
        """Whether the file may not be delivered."""
        return self.rule.severity == "error"


def figure(value: float) -> str:
    """A measure for a message: «1.250», «12», «2,5», «0,35», as finely as it can be seen."""
    places = 0 if abs(value) >= 9.95 else 1 if abs(value) >= 0.95 else 2  # noqa: PLR2004 - rounded up
    text = f"{value:,.{places}f}"
    text = text.rstrip("0").rstrip(".") if places else text
    return text.translate(_TO_VIETNAMESE)


def fault(rule: Rule, *change: str, **details: object) -> Fault:
    """A fault; the details fill the rule's message and hint."""
    return Fault(rule, change, tuple((name, str(value)) for name, value in details.items()))
