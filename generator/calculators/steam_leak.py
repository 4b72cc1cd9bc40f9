"""Steam that leaks from a hole: Napier's rule, for saturated steam into the open air."""

from generator.model.calculator import Answer, Calculator, CalculatorSource, Variable
from generator.model.formula import variable

_NAPIER = 0.247
"""kg an hour, bar and mm²: 24.24 lb/h per psi and square inch, times 0.45359 kg, 14.504 psi a bar,
divided by 645.16 mm². The 24.24 is already that of a hole, not of a rounded nozzle."""
_AIR = 1.013  # bar of the open air, which gauges leave out
_across = variable("duong-kinh")
_hourly = _across * _across * (variable("ap-suat") + _AIR) * _NAPIER
_monthly = variable("hoi") * variable("gio") * variable("ngay") / 1000

CALCULATOR = Calculator(
    name="ro-hoi",
    variables=(
        Variable("duong-kinh", "Hole across", "mm", 2, 0.2, 20),
        Variable("ap-suat", "Pressure that the gauge shows", "bar", 7, 1, 20),
        Variable("gio", "Hours a day that there is steam", "giờ/ngày", 16, 0.1, 24),
        Variable("ngay", "Days a month", "ngày/tháng", 26, 1, 31),
        Variable("gia-hoi", "Price of a tonne of steam", "đồng/tấn", 600_000, 0, 10_000_000),
    ),
    answers=(
        Answer("hoi", "Steam lost an hour", "kg/giờ", _hourly),
        Answer("thang", "Steam lost a month", "tấn/tháng", _monthly),
        Answer("tien", "Money lost", "đồng/tháng", variable("thang") * variable("gia-hoi")),
    ),
    limits="For saturated steam of 1 bar and more that blows into the open air. Look from afar.",
    sources=(
        CalculatorSource(
            "Henry Manczyk, CPE, CEM", "https://www.essaydepot.com/doc/63110/Steam-Loss"
        ),
    ),
)
