"""Fields of Word: words that it computes, links, and the boxes of old forms."""

import re
import sys
from dataclasses import dataclass, field
from typing import Final

from generator.diagnostics import Rule
from generator.text.imported.change_log import CONTENTS, FIELD, FIELD_BROKEN, FIELD_LOST, LINK_LOST
from generator.text.imported.losses import EQUATION
from generator.text.imported.package import Node, W
from generator.text.imported.paragraph_places import FALLBACK
from generator.text.imported.sign_fonts import sign
from generator.text.imported.tags import value_of

_LINK: Final = re.compile(
    r'\s*HYPERLINK\s+(?:\\[mnt]\s+)*(?:"([^"]*)"|([^\\\s]\S*))', re.IGNORECASE
)
_SYMBOL: Final = re.compile(
    r'\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})\b(?:.*\\f\s*"?([^"\\]+))?', re.IGNORECASE
)
_BUTTON: Final = re.compile(
    r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s?(.*)", re.IGNORECASE | re.DOTALL
)
_MESSAGE: Final = re.compile(r"Error! |L[ỗô]i! |!\w")
UNSEEN: Final = frozenset({"XE", "TC", "TA", "RD", "ADVANCE", "SET", "ASK", "PRIVATE", "NOTEREF"})
"""Fields that show nothing, or what stands beside them already."""
SILENT: Final = frozenset(
    {"HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "SYMBOL", "INCLUDEPICTURE", "EMBED"}
    | {"SHAPE", "LINK", "MACROBUTTON", "GOTOBUTTON", "QUOTE"}
)
"""Fields whose words are no figure of Word's own."""
_SHOWN: Final = 60
LISTS: Final = frozenset({"TOC", "INDEX", "TOA"})
_MOST_FIGURES: Final = 3
EQUATIONS: Final = frozenset({"EQ"})


@dataclass
class Field:
    """A field that is open: its instruction, and whether what follows is its result.

    `is_outer_seen` and `outer_link` are what the fields around it say; a text may hold thousands.
    """

    begin: Node
    is_outer_seen: bool = True
    outer_link: str | None = None
    instruction: str = ""
    has_result: bool = False
    text: str = field(default="")

    @property
    def name(self) -> str:
        """The word that it begins with: DATE, REF …; a formula is «=»."""
        words = self.instruction.split()
        return ("=" if words[0].startswith("=") else words[0].upper()) if words else ""

    @property
    def is_seen(self) -> bool:
        """Whether what is in it now is to be read."""
        return self.is_outer_seen and self.has_result and self.name not in LISTS

    @property
    def link(self) -> str | None:
        """Where the words in it lead, "" to no address of the web; None where they are no link."""
        return self.address if self.name == "HYPERLINK" else self.outer_link

    @property
    def address(self) -> str:
        """Where a link leads; a place in the same document is none."""
        match = _LINK.match(self.instruction)
        return (match[1] or match[2] or "") if match else ""

    @property
    def visible_text(self) -> str:
        """What a field shows that holds no result: a box, the choice made, a sign."""
        if self.name == "FORMCHECKBOX":
            return "☑" if _is_checked(self.begin) else "☐"
        if self.name == "FORMDROPDOWN":
            return _choice(self.begin)
        if match := _SYMBOL.match(self.instruction):
            code = int(match[1], 0 if match[1].startswith("0x") else 10)
            font = (match[2] or "").strip()
            plain = chr(code) if code <= sys.maxunicode and chr(code).isprintable() else ""
            return sign(font, code) if font and sign(font, code) else plain
        button = _BUTTON.match(self.instruction)
        return button[1].strip() if button else ""


def remark(field: Field, text: str) -> tuple[Rule, dict[str, str]] | None:
    """What is to be told of a field that showed these words."""
    name = field.name
    if name in LISTS:
        return CONTENTS, {}
    if name == "HYPERLINK":
        return (LINK_LOST, {"text": text}) if text and not is_address(field.address) else None
    if not name or name in SILENT:
        return None
    if text:
        return FIELD_BROKEN if _MESSAGE.match(text) else FIELD, {"name": name, "text": text}
    if name in EQUATIONS:
        return EQUATION, {"text": " ".join(field.instruction.split())[:_SHOWN]}
    return None if name in UNSEEN else (FIELD_LOST, {"name": name})


def is_address(text: str) -> bool:
    """Whether a link leads to the web or to a mailbox."""
    return text.casefold().startswith(("http://", "https://", "mailto:"))


def ended_fields(root: Node) -> frozenset[Node]:
    """The beginnings of fields that have an end; the others hide nothing."""
    opened: list[Node] = []
    found: set[Node] = set()
    for mark in root.iter(f"{W}fldChar"):
        if next(mark.iterancestors(f"{W}del", f"{W}moveFrom", FALLBACK), None) is not None:
            continue
        kind = mark.get(f"{W}fldCharType", "")
        if kind == "begin":
            opened.append(mark)
        elif kind == "end" and opened:
            found.add(opened.pop())
    return frozenset(found)


def _is_checked(begin: Node) -> bool:
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return False
    state = box.find(f"{W}checked")
    state = box.find(f"{W}default") if state is None else state
    return state is not None and state.get(f"{W}val", "1") not in {"0", "false", "off"}


def _choice(begin: Node) -> str:
    """The entry that was chosen from a list, else its first, as Word shows it."""
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is None:
        return ""
    entries = [value_of(entry) for entry in choices.iterfind(f"{W}listEntry")]
    chosen = choices.find(f"{W}result")
    chosen = choices.find(f"{W}default") if chosen is None else chosen
    index = "0" if chosen is None else chosen.get(f"{W}val", "0")
    at = int(index) if index.isascii() and index.isdecimal() and len(index) <= _MOST_FIGURES else 0
    return entries[at] if at < len(entries) else ""
