"""A tap or pipe that leaks: caught in a bucket, timed, paid twice."""

from generator.model.calculator import Answer, Calculator, Variable
from generator.model.formula import variable

_PER_HOUR, _LITRES = 3600, 1000  # seconds of an hour; litres of a cubic metre
_litres, _seconds, _hours, _days = map(variable, ("lit", "giay", "gio", "ngay"))
_monthly = _litres / _seconds * _PER_HOUR * _hours * _days / _LITRES
_twice = variable("mua") + variable("xu-ly")

CALCULATOR = Calculator(
    name="ro-nuoc",
    variables=(
        Variable("lit", "Water caught", "lít", 0.5, 0.001, 1000),
        Variable("giay", "In how long", "giây", 60, 1, 86_400),
        Variable("gio", "Hours a day that it leaks", "giờ/ngày", 24, 0.1, 24),
        Variable("ngay", "Days a month", "ngày/tháng", 30, 1, 31),
        Variable("mua", "Price of the water", "đồng/m³", 10_000, 0, 1_000_000),
        Variable("xu-ly", "Price of treating it", "đồng/m³", 10_000, 0, 1_000_000),
    ),
    answers=(
        Answer("nuoc", "Water lost", "m³/tháng", _monthly),
        Answer("tien", "Money lost", "đồng/tháng", variable("nuoc") * _twice),
    ),
)
