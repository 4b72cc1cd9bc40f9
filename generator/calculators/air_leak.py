"""Compressed air that leaks: how long the compressor works while nothing uses air."""

from generator.model.calculator import Answer, Calculator, CalculatorSource, Variable
from generator.model.formula import variable

_on, _off = variable("co-tai"), variable("khong-tai")
_hours = variable("gio") * variable("ngay")
_energy = variable("cong-suat") * variable("phan") / 100 * _hours

CALCULATOR = Calculator(
    name="ro-khi-nen",
    variables=(
        Variable("co-tai", "Time that the compressor works under load", "phút", 8, 0.1, 1440),
        Variable("khong-tai", "Time that it runs without load or rests", "phút", 48, 0, 1440),
        Variable("cong-suat", "Power under load", "kW", 22, 0.1, 5000),
        Variable("gio", "Hours a day that the pipes are under pressure", "giờ/ngày", 24, 0.1, 24),
        Variable("ngay", "Days a month", "ngày/tháng", 26, 1, 31),
        Variable("gia-dien", "Price of electricity", "đồng/kWh", 2000, 0, 100_000),
    ),
    answers=(
        Answer("phan", "Share of the compressor that leaks away", "%", _on / (_on + _off) * 100),
        Answer("dien", "Electricity lost", "kWh/tháng", _energy),
        Answer("tien", "Money lost", "đồng/tháng", variable("dien") * variable("gia-dien")),
    ),
    limits=(
        "For compressors that load and unload, or start and stop; tried while no machine uses air."
    ),
    sources=(
        CalculatorSource("August Compressor", "http://augustcompressor.com/2013/07/1516/"),
        CalculatorSource("EXAIR", "https://blog.exair.com/tag/finding-leaks/"),
    ),
)
