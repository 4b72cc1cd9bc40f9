"""After how many months what was spent has come back, without interest."""

from generator.model.calculator import Answer, Calculator, Variable
from generator.model.formula import variable

CALCULATOR = Calculator(
    name="hoan-von",
    variables=(
        Variable("von", "Money spent once", "đồng", 30_000_000, 0, 1e12),
        Variable("bot", "Money saved a month", "đồng/tháng", 2_500_000, 1, 1e12),
        Variable("ton-them", "Upkeep that is added a month", "đồng/tháng", 0, 0, 1e12),
    ),
    answers=(
        Answer("con", "Left over a month", "đồng/tháng", variable("bot") - variable("ton-them")),
        Answer("thang", "Money back after", "tháng", variable("von") / variable("con")),
    ),
    limits="Simple payback: interest, taxes and changes of prices are left out.",
)
