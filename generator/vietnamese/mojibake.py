"""UTF-8 that was read as Windows-1252 or Latin-1: «Sáº£n xuáº¥t»."""

import re
from typing import Final

from generator.vietnamese.forms import RareForm
from generator.vietnamese.text import nfc


def _byte_of() -> dict[str, int]:
    """Map each character to the byte from 0x80 that it was read from, in either encoding."""
    bytes_of = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        bytes_of[bytes([byte]).decode("cp1252", "replace")] = byte
    del bytes_of["\ufffd"]
    return bytes_of


_BYTE: Final = _byte_of()
_TAIL_BYTES: Final = range(0x80, 0xC0)
_TAIL: Final = f"[{''.join(char for char, byte in _BYTE.items() if byte in _TAIL_BYTES)}]"

# What Vietnamese text, its punctuation and its emoji can look like. Word processors turn the
# no-break space that belongs to «à» (Ã + U+00A0) into a plain one.
_SEQUENCE = RareForm(
    f"[ÃÄÅ]{_TAIL}|Æ[\xa0¡¯°]|Â[\xa0-\xbf]|Ì[\x80-\x83\x86\x89\x9b€‚ƒ†‰›£]"
    f"|á[¸¹º»]{_TAIL}|[âï]{_TAIL}{{2}}|ð{_TAIL}{{3}}|Ã |áº ",
    sign=f"[ÃÄÅ](?:{_TAIL}|$)|Æ[\xa0¡¯°]|Â[\xa0-\xbf]|Ì[\x80-\x9b€‚ƒ†‰›£]|á[¸¹º»]|[âïð]{_TAIL}",
    is_of_values=True,
)
_CLOSING: Final = "”’…–—»› \xa0"
_CERTAIN: Final = 2


def mojibake_hits(s: str) -> list[tuple[re.Match[str], int]]:
    """Find the garbled sequences, each with its weight as evidence: 2 certain, 1 possible."""
    weighed = ((match, _weight(match)) for match in _SEQUENCE.finditer(s))
    return [(match, weight) for match, weight in weighed if weight]


def _weight(match: re.Match[str]) -> int:
    """Weigh a sequence: correct text has «XÃ…» and «(cá»…», never «xÃ£» nor «áº£»."""
    lead, last = match[0][0], match[0][-1]
    before = match.string[max(match.start() - 1, 0) : match.start()]
    if lead in "âïð" or "\x80" <= last < "\xa0" or (lead.isupper() and before.islower()):
        return _CERTAIN
    if last in _CLOSING:
        return int(lead == "á" and last != " ")
    return 1 if lead in "ÃÄÅÆÌ" or before.isupper() else _CERTAIN


def from_mojibake(text: str) -> str:
    """Read every garbled sequence of `text` as the UTF-8 that it was."""
    return nfc(_SEQUENCE.pattern.sub(_decoded, text))


def _decoded(match: re.Match[str]) -> str:
    raw = bytes(_BYTE.get(char, 0xA0) for char in match[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
