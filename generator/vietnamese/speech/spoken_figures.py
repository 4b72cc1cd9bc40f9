"""How figures, units and signs are read aloud."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.vietnamese.number_words import in_words
from generator.vietnamese.word_lists import word_lists

_WORDS: Final = word_lists("generator.vietnamese")
UNITS: Final[Mapping[str, str]] = _WORDS["spoken_units"]
"""Symbols of units and the words for them."""

_ALSO_WORDS: Final[Sequence[str]] = _WORDS["spoken_alone"]
"""Symbols that may be something else where no figure stands before them."""

_SIGNS: Final[Mapping[str, str]] = _WORDS["spoken_signs"]
_PARTS: Final = {"½": "một phần hai", "¼": "một phần tư", "¾": "ba phần tư", "⅓": "một phần ba"}

_LONGEST: Final = 15  # digits that are read as one number
_PAIR: Final = 2  # decimals that are read as one number

_HALVED: Final = (
    "giờ|phút|ngày|tuần|tháng|năm|ca|vòng|tấn|tạ|lít|mét|cân|ký|trăm|nghìn|ngàn|triệu|tỷ|tỉ"
)
_GOES_ON: Final = re.compile(r"\s?[,;:)]|\s[a-zà-ỹđ]")
_POWERS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--", "⁺^")


@dataclass(frozen=True, slots=True)
class SpokenForm:
    """One way of writing: a pattern (unnamed groups, no references) and how a match is said."""

    pattern: str
    say: Callable[[re.Match[str]], str]


def number(digits: str) -> str:
    """Say a whole number without separators; leading zeros are silent."""
    if len(digits) > _LONGEST:
        return one_by_one(digits)
    return in_words(int(digits), comma="none")


def one_by_one(digits: str) -> str:
    """Say digit after digit, as telephone numbers are."""
    return " ".join(in_words(int(digit)) for digit in digits)


def ordinal(digits: str) -> str:
    """Say the number of a month or a share: 4 is «tư» and not «bốn»."""
    return "tư" if int(digits) == 4 else number(digits)  # noqa: PLR2004 - the one exception


def _figure(match: re.Match[str]) -> str:
    whole = number(re.sub(r"\D", "", match[1]))
    return f"{whole} phẩy {_decimals(match[2])}" if match[2] else whole


def _decimals(digits: str) -> str:
    zeros = digits[: len(digits) - len(digits.lstrip("0"))]
    rest = digits[len(zeros) :]
    said = number(rest) if 0 < len(rest) <= _PAIR else one_by_one(rest)
    return f"{one_by_one(zeros)} {said}".strip()


def _dollars(match: re.Match[str]) -> str:
    """«$5» is said behind its figure: «năm đô la»; «US$» names whose they are."""
    whose = " Mỹ" if match[0].startswith("US") else ""
    return f"{_figure(match)}{match[3] or ''} đô la{whose}"


def _and_so_on(match: re.Match[str]) -> str:
    """«v.v.»; its last point ends the sentence, too, where none goes on."""
    ends = match[0][-1] in ".…" and not _GOES_ON.match(match.string, match.end())
    return "vân vân." if ends else "vân vân"


def _and_a_half(match: re.Match[str]) -> str:
    """«2½ giờ» is «hai giờ rưỡi»; where nothing is counted, the half comes at once."""
    counted = match[2] and (UNITS.get(match[2]) or match[2])
    return " ".join(filter(None, (number(match[1]), counted, "rưỡi")))


def _power(match: re.Match[str]) -> str:
    digits = match[0].translate(_POWERS)
    return f" mũ {'âm ' if digits.startswith('-') else ''}{number(digits.lstrip('-'))}"


def _prime(match: re.Match[str]) -> str:
    """«15'» are minutes, unless the mark closes what another one opened."""
    quoted = match.string.count("'", 0, match.start()) % 2
    return match[0] if quoted else " phút"


def _any_of(symbols: list[str]) -> str:
    longest_first = sorted(symbols, key=lambda symbol: (-len(symbol), symbol))
    return "|".join(map(re.escape, longest_first))


_ALL = _any_of(list(UNITS))
ALONE: Final = _any_of([unit for unit in UNITS if unit not in _ALSO_WORDS])
"""Symbols of units that are read as such without a figure before them, as a pattern."""

_DENOMINATOR = rf"(?:{_any_of([*UNITS, *_WORDS['spoken_per']])})(?!\w)"
_GROUPED = r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:[ \u00a0\u2009\u202f][0-9]{3})+)(?![0-9]|\.[0-9])"

FIGURES: Final = (
    SpokenForm(
        rf"(?:US)?\$ ?({_GROUPED}|[0-9]++)(?:,([0-9]++)(?!,[0-9]))?(?! ?[.,]?[0-9])"
        r"( (?:nghìn|ngàn|triệu|tỷ|tỉ))?(?!\w)",
        _dollars,
    ),
    SpokenForm(r"(?<![\w#])#(?=[0-9])", lambda _: "số "),
    SpokenForm(r"[ΦφØø⌀] ?(?=[0-9])", lambda _: "phi "),
    SpokenForm(r"(?<![^\W_])(?:v\.{1,2} ?v|vv(?=[.,;:)…]|\s*$))(?:\.{1,3}|…)?(?!\w)", _and_so_on),
    SpokenForm(rf"([0-9]{{1,4}})\s?½(?:\s?({_ALL}|{_HALVED})(?!\w))?", _and_a_half),
    SpokenForm(
        r"(?<=[0-9])\^[-−]?[0-9]{1,4}|(?<=[0-9)]|\b[a-z])[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}",
        _power,
    ),
    SpokenForm(r"(?<=[0-9%]) ?(?:[-=]+>|[→⇒]) ?(?=[0-9])", lambda _: " đến "),
    SpokenForm(r"(?<![<>=-]) ?(?:[-=]{1,3}>|[→⇒])(?=[ \n]|$)", lambda _: " thì"),
    SpokenForm(r"(?<![\w)%])[-−–](?=[0-9])", lambda _: "âm "),
    SpokenForm(
        r"(?<=[0-9])-(?=[0-9])|(?<=[0-9%]) - (?=[0-9])|(?<=[\w%])[–—](?=[0-9IVX])"
        r"|(?:(?<=[0-9%])|(?<=°C)) ?[–—÷] ?(?=[0-9])|(?:(?<=%)|(?<=[0-9]h))-(?=[0-9])"
        r"|(?<=[IVX])-(?=[IVX]+(?!\w))",
        lambda _: " đến ",
    ),
    SpokenForm(r"(?<=[0-9])(?:″|'')", lambda _: " giây"),
    SpokenForm(r"(?<=[0-9])(?:'(?![^\W\d])|′)", _prime),
    SpokenForm(
        rf"({_GROUPED}|[0-9]++(?!\.[0-9]))(?:,([0-9]++)(?!,[0-9]))?",
        _figure,
    ),
    SpokenForm(
        r"([0-9]+)((?:\.[0-9]+)+)",
        lambda match: " chấm ".join(number(part) for part in match[0].split(".")),
    ),
    SpokenForm(
        rf"(?:(?<=[0-9])|(?<=[0-9]\s)|(?<=/))(?:{_ALL})(?!\w)", lambda match: UNITS[match[0]]
    ),
    SpokenForm(r"(?<=[0-9]\s)A(?!\w)", lambda _: "am-pe"),  # «quốc lộ 1A» has no current
    SpokenForm(rf"(?<!\w)(?:{ALONE})(?!\w)", lambda match: UNITS[match[0]]),
    SpokenForm(rf"(?<=[\w%°])\s?/\s?(?={_DENOMINATOR})", lambda _: " mỗi "),
    SpokenForm(r"(?<=[^\W\d_])/(?:hoặc(?!\w)|(?=[^\W\d_]))", lambda _: " hoặc"),
    SpokenForm(r"(?<=[0-9]):(?=[0-9])|(?<=\w)\s?/\s?(?=[0-9])", lambda _: " trên "),
    SpokenForm(r"(?<=[0-9])\s?[x×]\s?(?=[0-9])|(?<=m)\s[x×]\s(?=[0-9])", lambda _: " nhân "),
    SpokenForm(f"[{re.escape(''.join(_SIGNS))}]", lambda match: _SIGNS[match[0]]),
    SpokenForm(f"[{''.join(_PARTS)}]", lambda match: _PARTS[match[0]]),
)
"""Numbers, ranges, units, rates and signs, the special before the general."""
