"""Small figures and signs of units that word processors make and plain text has not."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.number_plates import PLATE
from generator.vietnamese.quantities import NUMBER
from generator.vietnamese.unit_symbols import QUICK, unit_symbols

SIGN = warning(
    "unit-sign",
    "“{sample}” is not how this is set in print.",
    "Write {word}; copy the sign from here where the keyboard has none.",
)
SPOKEN_SIGN = SIGN.with_hint("Write in words what is to be said: {word}")
_TYPED: Final = {"<=": "≤", ">=": "≥", "+/-": "±", "+-": "±", "!=": "≠"}
_ARROWS: Final = {(True, True): "↔", (True, False): "←", (False, True): "→"}
"""By whether they have a head on the left, and on the right."""
_SIGN = re.compile(
    rf"(?<![\w.,])(?!{PLATE})(?P<degrees>[0-9]{{1,4}}?(?:,[0-9]+)?)"
    r"(?:(?: ?[oOº˚⁰ᵒ] ?| 0 ?|0)C| ?° ?c| ?℃)(?!\w)"
    r"|(?<![\w.,^])(?P<power>[0-9]{1,3}\^[-−]?[0-9]{1,2})(?![\w^])"
    r"|(?<![<>=!+\-\w])(?:(?P<typed><=|>=|\+/-|\+-(?=[0-9])|!=)(?=[ 0-9])"
    r"|(?P<arrow><?(?:-{1,3}|={1,3})>(?=[ 0-9\n]|$)|<(?:-{1,3}|={2,3})(?=[ \n]|$)))"
)
_OF_PLANT: Final = RareForm(
    r"(?<!\w)(?i:điện (?:mặt trời|gió|rác)|thủy điện|nhiệt điện|(?:áp )?mái|nhà máy)"
    rf"[^.,;\n|]{{0,40}} (?P<figure>{NUMBER}) ?m(?P<unit>Wp?)(?!\w)",
    r"(?:^|[0-9])mWp?(?!\w)",
)
"""A thousandth of a watt, where a million are meant."""
_QUICK: Final = re.compile(r"[<>=!]=|\+/?-|[-=]>|<-|[oOº˚⁰ᵒ0] ?C(?!\w)|[℃°^]")
_QUICK_UNITS: Final = re.compile(QUICK)
_RAISED: Final = str.maketrans("0123456789-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻", "^")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Each sign of a text once."""
    told: set[str] = set()
    for start, end, word in _slips(text.prose):
        sample = text.text[start:end]
        if sample not in told:
            told.add(sample)
            is_heard = text.is_script and word in _ARROWS.values()
            rule, said = (SPOKEN_SIGN, _said(text.prose, start)) if is_heard else (SIGN, word)
            yield rule.at(text.at(start, end), sample=sample, word=said)


def _said(prose: str, at: int) -> str:
    """What an announcer says for an arrow: «3 -> 5 người», «hở van -> mất nước»."""
    return "đến" if prose[:at].rstrip()[-1:].isdigit() else "thì"


def _slips(prose: str) -> Iterator[tuple[int, int, str]]:
    for found in _SIGN.finditer(prose) if _QUICK.search(prose) else ():
        yield *found.span(), _set(found)
    for found in _OF_PLANT.finditer(prose):
        yield found.start("figure"), found.end(), f"{found['figure']} M{found['unit']}"
    for each in unit_symbols(prose) if _QUICK_UNITS.search(prose) else ():
        yield each.start, each.end, each.text or ""


def _set(found: re.Match[str]) -> str:
    """As it is set in print."""
    if sign := found["typed"] or found["arrow"]:
        return _TYPED.get(sign) or _ARROWS[sign[0] == "<", sign[-1] == ">"]
    if found["degrees"]:
        return f"{found['degrees']} °C"
    base, _, exponent = found["power"].partition("^")
    return base + exponent.translate(_RAISED)
