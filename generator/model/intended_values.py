"""What a value that is no date and no number was meant for, where that can be known."""

import re
from dataclasses import replace
from decimal import Decimal
from urllib.parse import urlsplit

from generator.model.quantity import MULTIPLES, PARTS_OF_A_YEAR
from generator.vietnamese.intended_dates import DIGITS, IntendedText, meant_quarter
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import fold

_QUOTES = "“”„‟«»‘’\"'` "
_MINUTES = r"(?:phut|ph|p|min(?:ute)?s?|m|'|′|’)"
_SECONDS = r"(?:giay|gi|s(?:ec(?:ond)?s?)?|''|″|\"|”)"
_QUARTERS = 4  # of a year
_LENGTH = re.compile(
    rf"(?:(?P<minutes>\d{{1,3}}) ?{_MINUTES})? ?(?:(?P<seconds>\d{{1,4}}) ?{_SECONDS}?)?"
)
_CLOCK = re.compile(r"(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/:?#]\S*)?")
DOCUMENT = (
    r"[^\s:]+:[1-9]\d*(?:[-,]\d+)*"
    r"|(?!.*\s(?:dòng|line) ?\d|(?:[\w-]+\.)+(?:vn|com|org|net|info|edu|gov)(?:/|$))\S[^:]*"
)
"""A document of the list of sources and its lines, or one alone; the name of a site is none."""
_SITE = re.compile(r"(?:[\w-]+\.)+(?:vn|com|org|net|info|edu|gov)(?:/\S*)?")
_SCHEME = re.compile(
    r"(?:[htps]{3,8}\s*(?:[:;]\s*[/\\]*|[/\\]+:?[/\\]*)\s*)+(?=\S)|[/\\]{2,}(?=\S)", re.IGNORECASE
)
_LINK = re.compile(r"!?\[[^\[\]]*\]\(\s*<?([^()\s<>]+)>?\s*\)|<([^<>\s]+)>")
_FIGURE = re.compile(r"(?<!\w)(?=[\dOoIl]*\d)[\dOoIl.]+(?!\w)")
_MULTIPLE = re.compile(
    rf"(?P<figure>\d+(?:,\d+)?)\s+(?P<word>{'|'.join(MULTIPLES)})\b\s*(?P<unit>.*)", re.IGNORECASE
)
_DONG = re.compile(r"(?:đồng|đ|vnđ|vnd|₫)?\W*", re.IGNORECASE)
_MULTIPLES = {**MULTIPLES, "tr": 10**6, "k": 1000, "ty": 10**9}
_IN_WORDS = re.compile(
    rf"(?P<figure>\d{{1,3}}(?:\.\d{{3}})*(?:[,.]\d{{1,3}})?)\s*(?P<word>{'|'.join(_MULTIPLES)})"
    r"\s*(?:đồng|đ|vnđ|vnd)?\.?",
    re.IGNORECASE,
)
"""Money: «200 triệu đồng», «2 tỷ», «1,5 triệu»; «khoảng 200 triệu đồng» is no amount of a bill."""
_WHOLE = re.compile(
    r"(\d+|\d{1,3}(?:[. ]\d{3})+)(?:,00?)?|(\d{1,3}(?:,\d{3})+|\d{4,})(?:\.00?)?", re.ASCII
)
"""Money has no decimals: «1.500.000,00», «1,500,000.00» are whole, of others nobody knows it."""
_EACH = re.compile(
    r"(?P<before>(?:\D+\s)?)(?P<figure>[\d.]+)\s+(?P<unit>\D+?)\s*"
    rf"(?:/|\b(?:(?:trong|theo)\s+)?(?:mỗi|hằng|hàng|một|từng|trong|theo)\s)\s*(?P<part>{'|'.join(PARTS_OF_A_YEAR)})\W*",
    re.IGNORECASE,
)
_NUMERALS = re.compile(r"(?<!\w)(?:I{1,3}|IV|Q?[1-4])(?![\w.])", re.IGNORECASE)
_PART = re.compile(r"(?P<figure>\d[\d.]*)\s+(?P<unit>[^\d,;+]*[^\d\s,;+.])")
_BETWEEN_PARTS = re.compile(r"\s*(?:[,;+]|\bvà\b|\bcộng\b)\s*")
_GAPS = re.compile(r"\s+")
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)", re.IGNORECASE)


def meant_id(value: str) -> IntendedText | None:
    """An id made of what was written instead."""
    return _words(slugify(value))


def meant_colour(value: str) -> IntendedText | None:
    """«0B6B4B», «#fff», «rgb(11, 107, 75)» as # and six digits."""
    bare = value.strip(_QUOTES).lstrip("#")
    if re.fullmatch(r"[0-9A-Fa-f]{3}", bare):
        bare = "".join(2 * digit for digit in bare)
    if parts := _RGB.fullmatch(value.strip()):
        bare = "".join(f"{min(255, int(part)):02X}" for part in parts.groups())
    return _words(f"#{bare}")


def meant_amount(value: str) -> IntendedText | None:
    """An amount without its unit, or with commas, or in words: «958,079,880», «1,5 triệu»."""
    if re.search(r"\d[Ee][+-]?\d", value):  # as Excel shortens it: digits are lost
        return None
    if found := _IN_WORDS.fullmatch(value.strip(_QUOTES)):
        return _words(_multiple(found, "đồng"))
    figure = re.match(r"\d[\d.,\s]*", value)
    is_one = figure and _DONG.fullmatch(value[figure.end() :])
    whole = _WHOLE.fullmatch(figure[0].strip(" .,")) if figure and is_one else None
    digits = re.sub(r"\D", "", whole[1] or whole[2]) if whole else ""
    return _words(f"{int(digits):,} đồng".replace(",", ".")) if digits else None


def meant_quantity(value: str) -> IntendedText | None:
    """«10kỳ», «2,000 tờ», «1O kỳ», «9 triệu tờ», «10 kỳ/quý», «3 cái và 2 cái»."""
    text = _FIGURE.sub(lambda found: found[0].translate(DIGITS), value.strip(_QUOTES))
    text = re.sub(r"(?<=\d)[, ](?=\d{3}\b)", ".", text)
    text = re.sub(r"(?<=\d)(?=[^\W\d])", " ", text)
    if re.search(r"\d\s*[Ee][+-]?\d", text):  # as Excel shortens it: digits are lost
        return None
    if found := _MULTIPLE.match(text):
        text = _multiple(found, found["unit"] or "cái")
    if found := _EACH.fullmatch(text):
        figure = int(found["figure"].replace(".", "")) * PARTS_OF_A_YEAR[found["part"].casefold()]
        in_all = f"{figure:,}".replace(",", ".")
        return IntendedText(f"{found['before']}{in_all} {found['unit'].strip()}/năm", "whole")
    return _words(_sum(text) or text.rstrip(" .,;"))


def _multiple(found: re.Match[str], unit: str) -> str:
    """«1,5 triệu» is 1.500.000; nothing where that is no whole number: «0,0001 nghìn»."""
    figure = Decimal(re.sub(r"\.(?=\d{3}(?!\d))", "", found["figure"]).replace(",", "."))
    whole = figure * _MULTIPLES[found["word"].casefold()]
    return f"{int(whole):,}".replace(",", ".") + f" {unit}" if whole == int(whole) else ""


def meant_one_quarter(value: str) -> IntendedText | None:
    """A quarter; of several the first, and that only one belongs there."""
    found = meant_quarter(value)
    are_several = len(_NUMERALS.findall(value)) > 1
    return replace(found, why="several", sign="") if found and are_several else found


def in_quarters(in_a_year: str, quarters: int) -> str:
    """What «16 chương trình/năm» is in so many quarters of the year."""
    return _FIGURE.sub(
        lambda found: f"{round(int(found[0].replace('.', '')) * quarters / _QUARTERS):,}".replace(
            ",", "."
        ),
        in_a_year,
        count=1,
    )


def _sum(text: str) -> str:
    """«3 cái và 2 cái» as «5 cái»; nothing where the parts are of different things."""
    parts = [_PART.fullmatch(part) for part in _BETWEEN_PARTS.split(text)]
    units = {part["unit"].casefold() if part else "" for part in parts}
    if len(parts) == 1 or len(units) > 1 or not parts[0]:
        return ""
    total = sum(int(part["figure"].replace(".", "")) for part in parts if part)
    return f"{total:,}".replace(",", ".") + f" {parts[0]['unit']}"


def meant_duration(value: str) -> IntendedText | None:
    """«7'», «7p30», «6:30», «7 min» as minutes and seconds."""
    bare = " ".join(fold(value).split()).strip()
    found = _CLOCK.fullmatch(bare) or _LENGTH.fullmatch(bare)
    if not found or bare.isdecimal():  # nobody knows of what
        return None
    parts = ((found["minutes"], "phút"), (found["seconds"], "giây"))
    return _words(" ".join(f"{int(figure)} {unit}" for figure, unit in parts if figure))


def meant_size(value: str) -> IntendedText | None:
    """Units in words: «6 mét x 0,8 mét»."""
    short = re.sub(r"\b(?:mét|met)\b", "m", value.strip(_QUOTES), flags=re.IGNORECASE)
    short = re.sub(r"\b(?:phân|xentimét|cen)\b", "cm", short, flags=re.IGNORECASE)
    return _words(re.sub(r"\s*[X✕✖]\s*", " x ", short))


def meant_web_address(value: str) -> IntendedText | None:
    """«www.vi-du.vn», «htpps:/vi-du.vn», «https: //vi-du.vn», «[trang này](https://vi-du.vn)»."""
    bare = value.strip(_QUOTES)
    if linked := _LINK.fullmatch(bare):
        bare = linked[1] or linked[2]
    begun = _SCHEME.match(bare)
    rest = (bare[begun.end() :] if begun else bare).rstrip(".,;")
    host, sign, path = re.split(r"([/:?#]|$)", rest, maxsplit=1)[:3]
    rest = re.sub(r"[.,]+", ".", host) + sign + path
    return _words(f"https://{rest}") if _DOMAIN.fullmatch(rest) else None


def meant_contact(value: str) -> IntendedText | None:
    """A bare e-mail address, telephone number or web address."""
    bare = value.strip(_QUOTES)
    digits = re.sub(r"[^\d+]", "", bare)
    if re.fullmatch(r"[^\s<>@:]+@[^\s<>@]+", bare):
        return _words(f"mailto:{bare}")
    if re.fullmatch(r"[\d .()+-]{9,}", bare):
        return _words(f"tel:+84{digits[1:]}" if digits.startswith("0") else f"tel:{digits}")
    return meant_web_address(value)


def meant_address(value: str) -> IntendedText | None:
    """The path of a whole address, with words as addresses have them."""
    path = urlsplit(value.strip(_QUOTES)).path if "://" in value else value.partition("?")[0]
    stem, dot, ending = path.partition(".htm")
    folders = [slug for part in stem.strip("/ ").split("/") if (slug := slugify(part))]
    return _words("/".join(folders) + dot + ending) if folders else None


def meant_source(value: str) -> IntendedText | None:
    """A document and its line with spaces between, or with the word for it: «ke-hoach: dòng 5»."""
    if "://" in value or _LINK.fullmatch(value.strip(_QUOTES)) or _SCHEME.match(value):
        return meant_web_address(value)
    if _SITE.fullmatch(value):
        return meant_web_address(value)
    found = re.fullmatch(
        r"([^\s:,]+)\s*(?::\s*(?:dòng\s*)?|[,\s]\s*(?:dòng|line)\s*)([1-9][\d,\s–-]*)", value
    )
    return _words(f"{found[1]}:{re.sub(_GAPS, '', found[2]).replace('–', '-')}") if found else None


def _words(text: str) -> IntendedText | None:
    return IntendedText(text, "words") if text else None
