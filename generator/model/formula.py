"""Arithmetic as a value: computed here, written in words, and computed again by a reader's browser.

One `Formula` is the only place where an arithmetic stands, so that what is shown, what is computed
in Python and what is computed in JavaScript can never differ. Both reckon with IEEE 754 doubles.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from generator.vietnamese.numbers import format_number

Value: TypeAlias = "Formula | float"
Data: TypeAlias = "float | str | list[Data]"
"""As JSON: a number, the name of a variable, or a sign with the two sides that it joins."""

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷", "root": "√"}
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2, "root": 3}
_LEAF = 4
SIGNIFICANT = 3
"""Figures of a result that are shown: what is measured with a bucket and a watch bears no more."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A name, a number, or two formulas that a sign joins; built with + - * / and `root`."""

    sign: str
    sides: tuple["Formula", ...] = ()
    name: str = ""
    number: float = 0

    def __add__(self, other: Value) -> "Formula":
        """Both together."""
        return Formula("+", (self, _formula(other)))

    def __sub__(self, other: Value) -> "Formula":
        """Without the other."""
        return Formula("-", (self, _formula(other)))

    def __mul__(self, other: Value) -> "Formula":
        """So many times."""
        return Formula("*", (self, _formula(other)))

    def __truediv__(self, other: Value) -> "Formula":
        """Divided by the other."""
        return Formula("/", (self, _formula(other)))

    def root(self, degree: int) -> "Formula":
        """The root of a degree, 2 or more."""
        return Formula("root", (self, _formula(degree)))

    def value(self, values: Mapping[str, float]) -> float:
        """What it comes to.

        Raises:
            ZeroDivisionError: something is divided by nothing.
            KeyError: a variable has no value.
        """
        if self.sign in _SIGNS:
            return _joined(self.sign, *(side.value(values) for side in self.sides))
        return values[self.name] if self.name else self.number

    def text(self, names: Mapping[str, str]) -> str:
        """«(giá mua + giá xử lý) × 24»: with names, or with figures in the place of variables."""
        if self.sign == "root":
            inner, degree = self.sides
            return f"căn bậc {degree.text(names)} của {_braced(inner, names, _LEAF)}"
        if self.sign in _SIGNS:
            left, right = self.sides
            strict = _BINDS[self.sign] + (self.sign in "-/")
            sides = _braced(left, names, _BINDS[self.sign]), _braced(right, names, strict)
            return f" {_SIGNS[self.sign]} ".join(sides)
        return names[self.name] if self.name else figure(self.number)

    def data(self) -> Data:
        """As JSON, for the script of the page."""
        if self.sign in _SIGNS:
            return [self.sign, *(side.data() for side in self.sides)]
        return self.name or self.number


def variable(name: str) -> Formula:
    """What a reader types."""
    return Formula("", name=name)


def _formula(value: Value) -> Formula:
    return value if isinstance(value, Formula) else Formula("", number=value)


def _joined(sign: str, left: float, right: float) -> float:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
    return float(left ** (1 / right))


def _braced(side: Formula, names: Mapping[str, str], least: int) -> str:
    text = side.text(names)
    return f"({text})" if _BINDS.get(side.sign, _LEAF) < least else text


def figure(number: float) -> str:
    """A figure as it is typed: 3600 is «3.600», 0.5 is «0,5»."""
    exact = Decimal(repr(number))
    return format_number(int(exact) if exact == int(exact) else exact)


def figure_of_result(number: float, significant: int = SIGNIFICANT) -> str:
    """A result in so many significant figures: 431 867 is «432.000», 0.01234 is «0,0123».

    Halves are rounded up from the exact value of the double, as JavaScript's `toPrecision` does.
    """
    exact = Decimal(number)
    if not exact:
        return "0"
    unit = Decimal(1).scaleb(exact.adjusted() - significant + 1)
    near = (exact / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit
    whole = near == near.to_integral_value()
    return format_number(int(near) if whole else near.normalize())
