"""Small figures and signs of units that word processors make and plain text has not."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import PieceText

SIGN = warning(
    "unit-sign",
    "“{sample}” is not how this is set in print.",
    "Write {word}; copy the sign from here where the keyboard has none.",
)
_SLIP: Final = {"2": "_?[2²]_?", "3": "_?[3³]_?", "4": "_?[4⁴]_?"}
_CHEMICALS: Final = "CO2|SO2|SO3|NO2|N2O|CH4|H2O|NH3|H2S|H2SO4|O2|O3|N2|H2"
_SLIPS: Final = re.sub(r"[0-9]", lambda figure: _SLIP[figure[0]], _CHEMICALS)
# Signs of which only the size of letters can be wrong, as they are set.
_UNITS: Final = {
    unit.casefold(): unit
    for unit in (
        *("kg", "mg", "km", "cm", "mm", "ml", "kWh", "MWh", "kW", "kWp", "kV", "kVA", "Hz", "kHz"),
        *("MHz", "kPa", "MPa", "dB", "ha", "kcal", "ppm", "psi", "kJ", "GJ", "Wh", "mAh"),
    )
}
_TYPED: Final = {"<=": "≤", ">=": "≥", "+/-": "±", "+-": "±", "!=": "≠"}
_ARROWS: Final = {(True, True): "↔", (True, False): "←", (False, True): "→"}
"""By whether they have a head on the left, and on the right."""
_SIGN = re.compile(
    r"(?<![\w.,])(?P<degrees>[0-9]{1,4}?(?:,[0-9]+)?)"
    r"(?:(?: ?[oOº˚⁰ᵒ] ?| 0 ?|0)C| ?° ?c| ?℃)(?!\w)"
    r"|(?<![^\W\d_])(?P<measure>(?:[kcdm]?m|Nm)(?:\^?[23]|[₂₃]))(?![\w^])"
    r"|(?<![\w.,^])(?P<power>[0-9]{1,3}\^[-−]?[0-9]{1,2})(?![\w^])"
    rf"|(?<![\w-])(?P<chemical>{_SLIPS})(?![\w-])"
    rf"|(?<![\w.,])(?P<figure>[0-9](?:[0-9.,]*[0-9])?) ?(?P<unit>(?i:{'|'.join(_UNITS)}))(?![\w/-])"
    r"|(?<![<>=!+\-\w])(?:(?P<typed><=|>=|\+/-|\+-(?=[0-9])|!=)(?=[ 0-9])"
    r"|(?P<arrow><?(?:-{1,3}|={1,3})>(?=[ 0-9\n]|$)|<(?:-{1,3}|={2,3})(?=[ \n]|$)))"
)
_QUICK = re.compile(
    r"[0-9] ?[A-Za-z]{2}|[<>=!]=|\+/?-|[-=]>|<-"
    r"|[oOº˚⁰ᵒ0] ?C(?!\w)|[℃°^]|m[23₂₃](?!\w)|[OHNS]_?[234²³⁴]"
)
"""Without this there is none: a set of letters is found far quicker than what stands before it."""
_RAISED: Final = str.maketrans("0123456789-−₂₃", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻²³", "^")
_LOWERED: Final = str.maketrans("234²³⁴", "₂₃₄₂₃₄", "_")


def check_text(text: PieceText) -> Iterator[Diagnostic]:
    """Each sign of a text once."""
    told: set[str] = set()
    for found in _SIGN.finditer(text.prose) if _QUICK.search(text.prose) else ():
        is_right = found["unit"] and found["unit"] in {*_UNITS.values(), "mL"}
        if found[0] not in told and not is_right:
            told.add(found[0])
            yield SIGN.at(text.at(*found.span()), sample=found[0], word=_set(found))


def _set(found: re.Match[str]) -> str:
    """As it is set in print."""
    if found["unit"]:
        return f"{found['figure']} {_UNITS[found['unit'].casefold()]}"
    if sign := found["typed"] or found["arrow"]:
        return _TYPED.get(sign) or _ARROWS[sign[0] == "<", sign[-1] == ">"]
    if found["degrees"]:
        return f"{found['degrees']} °C"
    if found["measure"]:
        return found["measure"].translate(_RAISED)
    if found["power"]:
        base, _, exponent = found["power"].partition("^")
        return base + exponent.translate(_RAISED)
    return found[0].translate(_LOWERED)
