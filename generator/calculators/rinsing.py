"""Rinsing after a bath: the same dilution with one, two or three tanks against the flow."""

from generator.model.calculator import Answer, Calculator, CalculatorSource, Variable
from generator.model.formula import variable

_dragged, _times = variable("keo-theo"), variable("loang")

CALCULATOR = Calculator(
    name="rua-nguoc-dong",
    variables=(
        Variable("keo-theo", "Solution dragged out of the bath", "lít/giờ", 1, 0.01, 1000),
        Variable("loang", "How many times thinner it must become", "lần", 1000, 100, 100_000),
    ),
    answers=(
        Answer("mot", "One tank", "lít/giờ", _dragged * _times),
        Answer("hai", "Two tanks, water against the flow", "lít/giờ", _dragged * _times.root(2)),
        Answer("ba", "Three tanks, water against the flow", "lít/giờ", _dragged * _times.root(3)),
    ),
    limits="Near enough from 100 times on, where water and dragged solution mix well in each tank.",
    sources=(
        CalculatorSource("Remco Engineering", "http://www.remco.com/an2.htm"),
        CalculatorSource("Poly Products", "https://poly-products.com/A-Rinsing-Less-Water.html"),
    ),
)
