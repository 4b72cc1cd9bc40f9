"""Units and formulas as they are typed, and how they are set: «5 KM/H», «m 3», «CO 2», «kw/h»."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.vietnamese.corrections import TextCorrection
from generator.vietnamese.word_lists import word_lists

_LISTS: Final = word_lists(__package__)
_POWERS: Final[Sequence[str]] = _LISTS["unit_powers"]
_KNOWN: Final = {
    each.casefold(): each for each in (*_LISTS["unit_letters"], *_LISTS["unit_symbols"])
}
_SAME: Final = {"mL", "L"}  # as right as with a small letter
_COUNTED: Final = frozenset(_LISTS["after_figures"])


def _any(names: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


def _figure(digit: str) -> str:
    return f"_?[{digit}{'²³⁴'['234'.index(digit)]}]_?"


_POWER: Final = rf"(?:{_any(_POWERS)})(?:\^?[23]|[₂₃²³])"
_UNIT: Final = rf"{_POWER}|{_any(_LISTS['unit_symbols'])}"
_PART: Final = rf"(?:{_UNIT}|{_any(_LISTS['unit_letters'])})(?!\w)"
_FIRST: Final = rf"{_UNIT}|m [23](?![\w.,])(?=\W|$)|(?:{_any(_LISTS['unit_letters'])})(?=/{_PART})"
_FORMULA: Final = "|".join(
    re.sub("[0-9]", lambda figure: _figure(figure[0]), each) for each in _LISTS["formulas"]
)
_SHORT_FORMULA: Final = "|".join(
    re.sub("[0-9]", lambda figure: _figure(figure[0]), each) for each in _LISTS["short_formulas"]
)
_APART: Final = "|".join(" ?".join(each) for each in _LISTS["formulas"])


_TYPED: Final = re.compile(
    rf"(?<![\w.,])[0-9](?:[0-9.,]*[0-9])?(?P<gap> ?)(?P<unit>(?i:(?:{_FIRST})(?:/{_PART})*))"
    r"(?![\w-]|/[A-ZĐ])"
    rf"|(?<=[a-zđ²³]/)(?P<per>(?i:{_UNIT}))(?![\w/-])"
    rf"|(?<=\()(?P<head>(?i:(?:{_UNIT})(?:/{_PART})*))(?=[)/])"
    r"|(?<![\w/.-])(?P<alone>(?i:[km]wh|kwp|k?w/h)|(?:[kcdm]?m|Nm)(?:\^?[23]|[₂₃]))(?![\w^-])"
    rf"|(?<![\w-])(?P<formula>(?i:{_FORMULA})|{_SHORT_FORMULA}|{_APART})(?![\w-])"
)
QUICK: Final = (
    r"[0-9] ?[A-Za-z]{2}|[0-9] ?[A-Za-z][/23^ ]|m[23₂₃]|[OHNSohns][ _]?[234²³⁴]"
    r"|[^\W\d]/[A-Za-z]|(?i:kw)|\([A-Za-z]"
)
"""Without this there is none: a set of letters is found far quicker than what stands before it."""
_RAISED: Final = str.maketrans("23₂₃", "²³²³", "^ ")
_LOWERED: Final = str.maketrans("234²³⁴", "₂₃₄₂₃₄", "_ ")
_NEXT: Final = re.compile(r" ?(\w+)")


def unit_symbols(prose: str) -> Iterator[TextCorrection]:
    """Every unit and formula that is not set as in print, with its figure."""
    for found in _TYPED.finditer(prose):
        better = _set(found)
        if better != found[0] and not _is_count(prose, found):
            yield TextCorrection(*found.span(), better)


def _set(found: re.Match[str]) -> str:
    if found["formula"]:
        return found[0].upper().translate(_LOWERED)
    if found["unit"] is None:
        sign = found[0]
        if found["head"] and sign in {"HA", "DB"}:  # short forms of something else
            return sign
        return sign if found["alone"] and sign.isupper() and sign.isalpha() else _unit(sign)
    figure, unit = found[0][: found.start("unit") - found.start()].rstrip(), _unit(found["unit"])
    return found[0] if unit == found["unit"] else f"{figure} {unit}"


def _unit(typed: str) -> str:
    """Part by part; power in an hour is work."""
    parts = "/".join(map(_part, typed.split("/")))
    return re.sub(r"([kM]?W)/h", r"\1h", parts)


def _part(typed: str) -> str:
    power = typed.translate(_RAISED)
    exponent = power[-1] if power[-1] in "²³" or typed[-1] in "23" else ""
    if not exponent:
        return typed if typed in _SAME else _KNOWN.get(typed.casefold(), typed)
    exponent = {"2": "²", "3": "³"}.get(exponent, exponent)
    base = power[:-1]
    return next((each for each in _POWERS if each.casefold() == base.casefold()), base) + exponent


def _is_count(prose: str, found: re.Match[str]) -> bool:
    """Whether the last figure, which stands apart, counts what follows."""
    if found[0][-2:-1] != " ":
        return False
    following = _NEXT.match(prose, found.end())
    return following is not None and following[1].casefold() in _COUNTED


def ends_formula(prose: str, at: int) -> bool:
    """Whether a figure that stands apart belongs to the letters before it: «NH 3»."""
    return prose[max(0, at - 3) : at + 1].strip().replace(" ", "") in _LISTS["formulas"]
