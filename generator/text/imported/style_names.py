"""What a paragraph is, by the name of its style: ours, Word's own, and those of LibreOffice."""

import re
from typing import Literal

from generator.vietnamese.text import fold
from generator.vietnamese.word_lists import word_lists

Part = Literal["title", "standfirst", "author", "caption", "quote", "item", "body", "heading", ""]

_PARTS: dict[str, Part] = {
    name: part for part, names in word_lists(__package__)["parts"].items() for name in names
}
_HEADING = re.compile(r"(?:heading|tieu de|muc)\s*(\d)")
_OURS = {"tieu de phu": 2, "tieu de nho": 3}
_NUMBERED = re.compile(r"(.+?) \d")


def part_of(style: str | None) -> Part:
    """The part that a style stands for; nothing where it is unknown."""
    name = fold(style or "normal").strip()
    if level_of(style):
        return "heading"
    if name in _PARTS:
        return _PARTS[name]
    numbered = _NUMBERED.fullmatch(name)  # «List Bullet 2»
    return _PARTS.get(numbered[1], "") if numbered else ""


def level_of(style: str | None) -> int:
    """The level of a heading from 1; 0 for all else. A story's own headings begin at 2."""
    name = fold(style or "").strip()
    match = _HEADING.fullmatch(name)
    return _OURS.get(name) or (int(match[1]) if match else 0)
