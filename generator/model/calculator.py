"""A calculator of the site (công cụ tính): what a reader types, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.formula import Formula


@dataclass(frozen=True, slots=True)
class Variable:
    """What a reader measures or reads from a bill.

    `label` and `hint` are English msgids; `unit` is Vietnamese as it is written everywhere (kWh,
    đồng/m³). `example` is what stands there at first: a made-up figure, and said to be one. From
    `least` to `most` the arithmetic holds.
    """

    name: str
    label: str
    unit: str
    example: float
    least: float
    most: float
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes of it, of variables and of answers before it; `label` is an English msgid."""

    name: str
    label: str
    unit: str
    formula: Formula


@dataclass(frozen=True, slots=True)
class CalculatorSource:
    """Where a formula comes from."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Calculator:
    """One calculator; the last answer is what the reader came for, the others lead to it.

    `limits` is an English msgid: for what the formula holds. `sources` are empty where nothing
    but plain arithmetic is in it.
    """

    name: str
    variables: Sequence[Variable]
    answers: Sequence[Answer]
    limits: str = ""
    sources: Sequence[CalculatorSource] = ()

    @property
    def example(self) -> Mapping[str, float]:
        """The figures that stand there at first, by variable."""
        return {each.name: each.example for each in self.variables}

    def results(self, values: Mapping[str, float]) -> Mapping[str, float]:
        """What each answer comes to.

        Raises:
            ZeroDivisionError: something is divided by nothing.
        """
        found: dict[str, float] = {}
        for each in self.answers:
            found[each.name] = each.formula.value({**values, **found})
        return found
