"""Parts make up their whole: «120 công nhân, gồm 70 nam và 50 nữ», shares no more than 100 %."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm
from generator.vietnamese.numbers import decimal_of, format_number
from generator.vietnamese.quantities import NUMBER, QUANTITY, SaidQuantity, read_quantity

PARTS_DIFFER = warning(
    "parts-differ",
    "“{said}”: the parts make {sum}.",
    "Look up which figure is wrong; where something else is counted as well, say so.",
)
_WHOLE: Final = RareForm(
    rf"(?<![\w.,/–-]){QUANTITY.format(0)}(?: [^\W\d_]+){{0,5}},? (?:bao )?gồm"
    rf"(?P<parts>(?:,| và|:)? (?:có )?(?:khoảng )?{NUMBER}"
    r"[^.;:()\n]*(?:(?<=[0-9])[.,][0-9][^.;:()\n]*)*)",
    r"gồm(?!\w)",
)
_JOINT: Final = re.compile(r",? và |, ")
_REST: Final = re.compile(r" ?(?:có |còn lại (?:là )?)*" + QUANTITY.format(0))
_SHARES: Final = RareForm(
    rf"(?P<parts>{NUMBER} ?%(?: (?!và [0-9])[^\W\d_]+)+(?:(?:,| và|, còn lại)(?: là"
    rf"| có)? {NUMBER} ?%"
    r"(?: (?!và [0-9])[^\W\d_]+)*){1,9})",
    r"[0-9] ?%|^%$",
)
_CENT: Final = re.compile(rf"(?P<rest>còn lại(?: là| có)? )?(?P<cent>{NUMBER}) ?%")
_IS: Final = re.compile(
    rf"{NUMBER} ?%(?: số lượng| lượng| số)? (?:là|từ|cho|dành cho|đến từ)(?!\w)"
)
_CHOICES: Final = re.compile(r"(?:gồm|cơ cấu|chia)(?!\w)[^.;\n]*$", re.IGNORECASE)
_ALL: Final = Decimal(100)
_ROUNDED: Final = Decimal(1)
_FEWEST: Final = 2


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    yield from _wholes(text)
    yield from _shares(text)


def _wholes(text: ReadText) -> Iterator[Diagnostic]:
    """A number of things, and how many of each kind; of a measure, each in a unit of it."""
    for found in _WHOLE.finditer(text.prose):
        whole, parts = read_quantity(found, "0"), _parts(found["parts"])
        if len(parts) < _FEWEST or {part.kind for part in parts} != {whole.kind}:
            continue
        total = sum((part.value for part in parts), Decimal(0))
        near = max(whole.step, *(part.step for part in parts)) / 2 if whole.kind else 0
        if abs(total - whole.value) > near:
            factor = whole.step * 10 ** len(found["number0"].partition(",")[2])
            named = {"said": found[0].rstrip(), "sum": format_number((total / factor).normalize())}
            yield PARTS_DIFFER.at(text.at(*found.span()), **named)


def _parts(said: str) -> Sequence[SaidQuantity]:
    """All of them, or none where one has no figure in front."""
    parts = list[SaidQuantity]()
    for part in _JOINT.split(said.strip(" ,:").removeprefix("và ")):
        found = _REST.match(part)
        if found is None or any(map(str.isdigit, part[found.end() :])):
            return ()
        parts.append(read_quantity(found, "0"))
    return parts


def _shares(text: ReadText) -> Iterator[Diagnostic]:
    """More than everything; or less, where the last is what is left."""
    for found in _SHARES.finditer(text.prose):
        shares = list(_CENT.finditer(found["parts"]))
        total = sum((decimal_of(each["cent"]) for each in shares), Decimal(0))
        has_rest = shares[-1]["rest"] is not None
        before = text.prose[max(0, found.start() - 80) : found.start()]
        are_parts = _CHOICES.search(before) or len(_IS.findall(found[0])) > _FEWEST
        too_much = total > _ALL + _ROUNDED and (has_rest or are_parts)
        if too_much or (has_rest and total < _ALL - _ROUNDED):
            named = {"said": found["parts"], "sum": f"{format_number(total)} %"}
            yield PARTS_DIFFER.at(text.at(*found.span("parts")), **named)
