"""What a paragraph is, by the name of its style: ours, Word's own, and those of LibreOffice."""

import re
from typing import Literal

from generator.vietnamese.text import fold

Part = Literal["title", "standfirst", "author", "caption", "quote", "item", "body", "heading", ""]

_PARTS: dict[str, Part] = {
    **dict.fromkeys(("tit", "title", "tieu de", "tua de", "dau de"), "title"),
    **dict.fromkeys(("sapo", "sa po", "subtitle", "phu de", "lead"), "standfirst"),
    **dict.fromkeys(("tac gia", "author", "but danh"), "author"),
    **dict.fromkeys(("chu thich", "chu thich anh", "caption", "figure"), "caption"),
    **dict.fromkeys(
        ("trich dan", "quote", "intense quote", "quotations", "block text"),
        "quote",
    ),
    **dict.fromkeys(
        ("danh sach", "list paragraph", "list", "list bullet", "list number", "list continue"),
        "item",
    ),
    **dict.fromkeys(("noi dung", "normal", "body text", "text body", "body text indent"), "body"),
    **dict.fromkeys(("no spacing", "normal (web)", "default", "standard", "anh", "o bang"), "body"),
    **dict.fromkeys(
        ("first paragraph", "compact", "ghi chu", "table contents", "table heading"), "body"
    ),
    **dict.fromkeys(
        (
            "frame contents",
            "list contents",
            "list heading",
            "footnote text",
            "endnote text",
            "plain text",
            "body",
            "default style",
        ),
        "body",
    ),
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
