"""Runs of Word as Markdown: marks that hold in every reader, and no more escapes than needed."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)|~(?=~)|(?<=~)~")
_BLOCK = re.compile(
    r"(\s*)(#{1,6}(?=\s|$)|#(?=\w)|>|[-+](?=\s|$)|=+\s*$|-{2,}\s*$|:{3,}|~{3,}|\d+[.)](?=\s|$))"
)
_UNSEEN = str.maketrans(
    "",
    "",
    "\xad\u200b\u200c\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


@dataclass(frozen=True, slots=True)
class Span:
    """Words with the same marks; `ready` says that they are Markdown already."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    address: str = ""
    ready: bool = False

    @property
    def marks(self) -> tuple[bool, bool, bool, str, bool]:
        """What must be equal in spans that are written as one."""
        return self.bold, self.italic, self.struck, self.address, self.ready


def clean(text: str) -> str:
    """In normal form C, without characters that nobody sees."""
    return unicodedata.normalize("NFC", text.translate(_UNSEEN))


def superscript(text: str) -> str | None:
    """Superscript as characters of its own (m³), or None where there are none."""
    made = text.translate(_RAISED)
    return made if not set(made) & set(text) - {" "} else None


def subscript(text: str) -> str | None:
    """Subscript as characters of its own (CO₂), or None where there are none."""
    made = text.translate(_LOWERED)
    return made if not set(made) & set(text) - {" "} else None


def plain(spans: Iterable[Span]) -> str:
    """The words alone, on one line."""
    return " ".join("".join(span.text for span in spans if not span.ready).split())


def markdown(spans: Iterable[Span]) -> str:
    """The Markdown of a paragraph."""
    row = list(_joined(spans))
    text = ""
    for index, span in enumerate(row):
        after = row[index + 1].text[:1] if index + 1 < len(row) else ""
        made = span.text if span.ready else _written(span, text[-1:], after)
        text = _before(text, made) + _behind(text, made)
    lines = (re.sub(r"[ \t]+", " ", line).strip(" ") for line in text.split("\n"))
    kept = [line for line in lines if line.strip()]
    return "\\\n".join(kept[:1] + kept[1:]) if kept else ""


def _before(text: str, following: str) -> str:
    """An exclamation mark before a link is none of a picture, a tilde none of what is struck."""
    touches = following[:1] == {"!": "[", "~": "~"}.get(text[-1:], "") != ""
    is_sign = touches and not text.endswith(("~~", "\\~"))
    return f"{text[:-1]}\\{text[-1]}" if is_sign else text


def _behind(text: str, following: str) -> str:
    """The same for a tilde behind struck words."""
    is_sign = text.endswith("~~") and re.match("~(?!~)", following)
    return f"\\{following}" if is_sign else following


def as_paragraph(text: str) -> str:
    """A paragraph that begins no other block of Markdown: no heading, list or quotation."""
    return "\n".join(_begun(line) for line in text.split("\n"))


def _begun(line: str) -> str:
    match = _BLOCK.match(line)
    if match is None:
        return line
    at = match.end() - 1 if match[2][0].isdigit() else match.start(2)
    return f"{line[:at]}\\{line[at:]}"


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Neighbours with the same marks as one; spaces between marked words are marked as they are."""
    last: Span | None = None
    for span in spans:
        if not span.text:
            continue
        if last is not None and last.marks == span.marks and not span.ready:
            last = replace(last, text=last.text + span.text)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _written(span: Span, before: str, after: str) -> str:
    mark = "**" * span.bold + "*" * span.italic + "~~" * span.struck
    if not mark and not span.address:
        return _escaped(span.text)
    lead, core, tail = _parted(span.text, before, after)
    if not core:
        return _escaped(span.text)
    said = [_escaped(line) for line in core.split("\n")]
    if span.struck:  # «~» beside the mark would be a part of it
        said = [re.sub(r"(?<!\\)~", r"\\~", line) for line in said]
    lines = (f"{mark}{line}{mark[::-1]}" if line else "" for line in said)
    words = "\n".join(lines)
    if span.address:
        words = f"[{words}](<{span.address.replace('<', '%3C').replace('>', '%3E')}>)"
    return f"{_before(_escaped(lead), words)}{words}{_escaped(tail)}"


def _parted(text: str, before: str, after: str) -> tuple[str, str, str]:
    """Spaces stay outside of marks; so do signs that touch a letter, or the mark would not hold."""
    core = text.strip()
    start = text.index(core) if core else 0
    lead, tail = text[:start], text[start + len(core) :]
    if not lead and before.isalnum():
        bare = core.lstrip("".join(sign for sign in set(core) if not sign.isalnum()))
        lead, core = core[: len(core) - len(bare)], bare
    if not tail and after.isalnum():
        bare = core.rstrip("".join(sign for sign in set(core) if not sign.isalnum()))
        tail, core = core[len(bare) :], bare
    return lead, core, tail


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)
