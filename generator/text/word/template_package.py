"""What lies in a Word file that somebody wants to fill: nothing that acts, fetches or swells."""

import re
from collections.abc import Iterator
from typing import Any

from generator.text.imported.package import Package, W

_MOST_FIELDS = 1000
_TEXT_PART = re.compile(r"word/[^/]+\.xml")
_FIELD = re.compile(r"\{\{[^{}%#]*\}\}|\{%[^{}%#]*%\}|\{#[^{}%#]*#\}")
_OPENING = re.compile(r"\{[{%#]")
_HARMLESS = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "SEQ", "REF", "PAGEREF", "NOTEREF", "STYLEREF"}
    | {"TOC", "TC", "HYPERLINK", "TITLE", "SUBJECT", "AUTHOR", "FILENAME", "DATE", "TIME"}
    | {"CREATEDATE", "SAVEDATE", "PRINTDATE", "SYMBOL", "ADVANCE", "EQ"}
)
"""Fields of Word that take nothing from elsewhere and start nothing."""
_PARTS = {
    "vbaproject": "macros",
    "activex": "controls",
    "embeddings/": "embedded objects",
    "afchunk": "another document",
}


def active_content(package: Package) -> Iterator[str]:
    """What of a document acts by itself, or is fetched from elsewhere (msgids)."""
    for part in package.parts:
        lower = part.casefold()
        yield from (what for sign, what in _PARTS.items() if sign in lower)
        if lower.endswith(".rels"):
            yield from _relations(package, part)
        elif lower.startswith("word/") and lower.endswith(".xml"):
            yield from _codes(package, part)


def forget_template(document: Any) -> None:  # noqa: ANN401 - docx'
    """Take out which template it was written with: Word would fetch that when it is opened."""
    element = document.settings.element
    for each in element.findall(f"{W}attachedTemplate"):
        element.remove(each)
    kept = (each for each in document.part.rels.values() if not each.is_external)
    for part in [each.target_part for each in kept]:
        for name, each in [*part.rels.items()]:
            if each.reltype.rpartition("/")[2] == "attachedTemplate":
                del part.rels[name]


def stray_braces(package: Package) -> Iterator[str]:
    """Braces that are not those of a field within one paragraph: what reads them would search long.

    Nor may a document have more fields than any report needs.
    """
    left = _MOST_FIELDS
    for part in package.parts:
        root = package.root(part) if _TEXT_PART.fullmatch(part) else None
        for each in root.iter() if root is not None else ():
            if each.tag == f"{W}p":
                text = "".join(node.text or "" for node in each.iter(f"{W}t"))
                rest, count = _FIELD.subn("", text)
                left -= count
                if left < 0 or "{" in rest or "}" in rest:
                    yield text
            elif each.tag != f"{W}t" and _OPENING.search(f"{each.text or ''} {[*each.values()]}"):
                yield each.text or ""


def _relations(package: Package, part: str) -> Iterator[str]:
    root = package.root(part)
    for each in root if root is not None else ():
        kind = str(each.get("Type", "")).rpartition("/")[2]
        if kind.casefold() == "afchunk":
            yield "another document"
        elif each.get("TargetMode") == "External" and kind not in {"hyperlink", "attachedTemplate"}:
            yield "a file from elsewhere"


def _codes(package: Package, part: str) -> Iterator[str]:
    """Codes of Word that are none of the harmless ones."""
    root = package.root(part)
    if root is None:
        return
    simple = (str(each.get(f"{W}instr", "")) for each in root.iter(f"{W}fldSimple"))
    for code in (*simple, *_complex(root)):
        word = code.split()[0].upper() if code.split() else "?"
        if word not in _HARMLESS:
            yield word


def _complex(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's
    """The codes between marks, in whatever pieces Word has cut them."""
    codes: list[str] = []
    for node in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            codes.append("")
        elif kind == "end" and codes:
            yield codes.pop()
        elif kind is None:
            codes[-1:] = [(codes[-1] if codes else "") + (node.text or "")]
    yield from codes
