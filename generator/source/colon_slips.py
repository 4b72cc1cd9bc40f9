"""Keys with another sign behind them than a colon: «status — approved», «Tình trạng → approved».

YAML takes such a line for more of the text above it: what is not told here would go on with a
public summary, or be told as a line that is to be moved further in.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from generator.source.authored_keys import every_record, keys_of
from generator.source.leads import vietnamese_keys
from generator.source.lines import KEY, LINE, form, indent_of, without_signs
from generator.source.replacement_lines import scalar
from generator.source.slip import Slip
from generator.source.stop_reasons import NO_COLON
from generator.source.yaml_signs import BLOCK
from generator.vietnamese.text import fold

_SIGN: Final = r"\s*(?:[-=~]+>|[=;|~>–—―→⇒➔➜]|:(?=[^\s/]))\s*|\s+-{1,2}\s+"
_KEYED = re.compile(rf"\s*(?P<key>[^\W\d_][\w ]{{0,40}}?)(?:{_SIGN})(?P<value>[^\s=>].*)")
_BESIDE = re.compile(rf"\s*(?P<key>{KEY})(?:\s*[.,]\s+|\s+/\s+|\s+)(?P<value>[^\s=:/].*)")
"""Signs that may also stand in a text, where a line is no further in than a key."""
_SHORTEST: Final = 2  # letters of a key that may be a word of a text: «to»
_FAR: Final = 60  # lines above that are looked at: a file may have ten thousand such lines
_OPENED: Final = "\"'[{|>"  # what begins a value in which such a line is a part of it


def colon_slips(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """A slip for each such line; `first` is the number of the first line."""
    for number, line in enumerate(lines):
        found = _KEYED.fullmatch(line) or _BESIDE.fullmatch(line)
        above = _above(lines, number) if found else None
        if not found or above is None:
            continue
        depth = above.start("key")
        further = len(indent_of(line)) > depth
        key = _keys_beside(above["key"].rstrip(": ")).get(_plain(found["key"]))
        if further and above["value"][:1] in ("", *_OPENED):
            continue
        if key and _is_meant(found, key, further=further) and not is_text(lines, number):
            typed = f"{' ' * depth}{key}: {_value(without_signs(found['value']))}"
            yield form(first + number, found.end("key"), typed, NO_COLON)


def _is_meant(found: re.Match[str], key: str, *, further: bool) -> bool:
    """Whether no text begins so: with «Nguồn – » where it goes on, with «quy » or «to » at all."""
    is_key = found["key"].casefold() == key
    if found.re is _BESIDE:
        return is_key and not further and len(key) > _SHORTEST
    return is_key or not further or " " in found["key"]


def _above(lines: Sequence[str], number: int) -> re.Match[str] | None:
    """The nearest key above that is no further in."""
    depth = len(indent_of(lines[number]))
    for line in reversed(lines[max(0, number - _FAR) : number]):
        found = None if line.lstrip().startswith("#") else LINE.fullmatch(line)
        if found and found["key"] and found.start("key") <= depth:
            return found
    return None


def is_text(lines: Sequence[str], number: int) -> bool:
    """Whether a line belongs to a text below a key with | or >."""
    depth = len(indent_of(lines[number]))
    for line in reversed(lines[max(0, number - _FAR) : number]):
        if line.strip() and len(indent_of(line)) < depth:
            if BLOCK.fullmatch(line):
                return True
            depth = len(indent_of(line))
    return False


@cache
def _keys_beside(key: str) -> Mapping[str, str]:
    """The keys that may stand beside a key, by themselves and by their Vietnamese names."""
    kinds = sorted((k for k in every_record() if key in keys_of(k)), key=lambda k: k.__name__)
    names = {name: meant for kind in kinds for name, meant in vietnamese_keys(kind).items()}
    return names | {_plain(each): each for kind in kinds for each in keys_of(kind)}


def _plain(key: str) -> str:
    return fold(key).strip()


def _value(text: str) -> str:
    value, mark, remark = text.rstrip().partition(" # ")
    return (value if value[0] in _OPENED else scalar(value)) + mark + remark
