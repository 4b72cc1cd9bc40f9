"""Lamps that are exchanged for thriftier ones, or switched off."""

from generator.model.calculator import Answer, Calculator, Variable
from generator.model.formula import variable

_watts = (variable("cu") - variable("moi")) * variable("so-den")
_energy = _watts * variable("gio") * variable("ngay") / 1000

CALCULATOR = Calculator(
    name="den",
    variables=(
        Variable("so-den", "How many lamps", "đèn", 20, 1, 100_000),
        Variable("cu", "Power of one lamp now", "W", 44, 0.1, 5000),
        Variable("moi", "Power of one lamp afterwards", "W", 18, 0, 5000),
        Variable("gio", "Hours a day that they burn", "giờ/ngày", 10, 0.1, 24),
        Variable("ngay", "Days a month", "ngày/tháng", 26, 1, 31),
        Variable("gia-dien", "Price of electricity", "đồng/kWh", 2000, 0, 100_000),
    ),
    answers=(
        Answer("dien", "Electricity saved", "kWh/tháng", _energy),
        Answer("tien", "Money saved", "đồng/tháng", variable("dien") * variable("gia-dien")),
    ),
    limits="Lamps that are only switched off: 0 W afterwards, and the hours without anybody there.",
)
