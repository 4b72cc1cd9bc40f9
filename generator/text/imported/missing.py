"""The last net: no word of the document is missing from the draft, or welded to another, untold.

It reads the document by itself, and takes from the record only what was left out and told.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from markdown_it.tree import SyntaxTreeNode

from generator.diagnostics import Diagnostic, warning
from generator.text.imported.change_log import ChangeLog
from generator.text.imported.inline import clean
from generator.text.imported.package import Node, Package, W
from generator.text.imported.paragraph_places import FALLBACK, ParagraphPlaces, is_double
from generator.text.imported.word_draft import WordDraft
from generator.text.tree import plain, tree

MISSING = warning(
    "word-text-missing",
    "This text could not be carried over: “{text}”.",
    "Copy it from Word into the new file.",
)

_NOTE: Final = "\ufdd0"
"""Stands for the mark of a footnote: no character of any text."""
_NOTE_SIGN: Final = r"(?: ?\([0-9]{1,3}\) ?)?"  # where the draft speaks of a footnote in a title
_SHOWN: Final = {
    **dict.fromkeys((f"{W}{name}" for name in ("tab", "ptab", "br", "cr")), " "),
    **dict.fromkeys((f"{W}{name}" for name in ("footnoteReference", "endnoteReference")), _NOTE),
    f"{W}noBreakHyphen": "-",
}
_UNSEEN: Final = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "p", "tbl")}
    | {FALLBACK}
)
_SAME: Final = str.maketrans("‐‑‒–—−;", "------ ")
"""Dashes are one sign; a semicolon may stand where Word begins a paragraph within a cell."""
_SCENE: Final = "* * *"
"""Between two scenes: a rule in the draft."""
_GONE: Final = ord("\0")


def missing_from(
    package: Package, draft: WordDraft, record: ChangeLog, places: ParagraphPlaces
) -> Iterator[Diagnostic]:
    """Paragraphs whose words are not in the draft, one beside the other; each takes its own."""
    nodes = tree(draft.body).walk()
    body = (_without_pictures(node) for node in nodes if node.type == "inline")
    said = [draft.title, draft.standfirst, draft.author, *body]
    left = bytearray(_words(" ".join(said)))
    at = 0
    for paragraph, text in _paragraphs(package, record):
        found = _search(_sought(text), left, at)
        if found is None:
            shown = " ".join(text.replace(_NOTE, "").split())
            yield MISSING.at(places.of(paragraph), text=shown[:80])
            continue
        at = found.end() - 1
        left[found.start() + 1 : at] = bytes([_GONE]) * (at - found.start() - 1)


def _search(sought: bytes, left: bytearray, at: int) -> re.Match[bytes] | None:
    """From where the last one ended, or from the beginning: titles stand elsewhere."""
    pattern = re.compile(sought)
    return pattern.search(left, at) or pattern.search(left)


def _sought(text: str) -> bytes:
    """A pattern for words; where a note is marked, the draft may say (1)."""
    parts = [re.escape(_words(part).strip(b" ")) for part in text.split(_NOTE)]
    gaps = [b" ?" if part[-1:].isspace() else b"" for part in text.split(_NOTE)]
    made = parts[0]
    for gap, part in zip(gaps, parts[1:], strict=False):
        made += gap + _NOTE_SIGN.encode() + b" ?" * (part != b"") + part
    return b" " + made + b" "


def _words(text: str) -> bytes:
    """Words in one form, with a space before, between and after them."""
    form = unicodedata.normalize("NFKC", clean(text)).translate(_SAME).casefold()
    return f" {' '.join(form.split())} ".encode()


def _paragraphs(package: Package, record: ChangeLog) -> Iterator[tuple[Node, str]]:
    """The paragraphs of the text and their words; what became one is one."""
    root = package.document
    texts = [*(() if root is None else (root,)), *_marked_notes(package, record)]
    olds = [p for text in texts for p in text.iter(f"{W}p") if _is_seen(p, record)]
    for _, group in groupby(olds, key=lambda old: record.became.get(old, old)):
        row = list(group)
        text = "".join(_visible(child, record) for old in row for child in old)
        if text.replace(_NOTE, "").strip() not in {"", _SCENE}:
            yield row[-1], text


def _marked_notes(package: Package, record: ChangeLog) -> Iterator[Node]:
    for kind in ("footnote", "endnote"):
        root = package.root(f"word/{kind}s.xml")
        notes = root.iterfind(f"{W}{kind}") if root is not None else ()
        yield from (note for note in notes if note in record.notes)


def _is_seen(paragraph: Node, record: ChangeLog) -> bool:
    around = list(paragraph.iterancestors())
    left_out = any(element in record.substitutes or element.tag in _HIDDEN for element in around)
    return not left_out and not is_double(paragraph)


_HIDDEN: Final = frozenset({f"{W}del", f"{W}moveFrom"})


def _visible(element: Node, record: ChangeLog) -> str:
    """The words of an element as they are to be read, with spaces for all that parts words."""
    if element in record.substitutes:
        return record.substitutes[element]
    if element.tag in _SHOWN:
        return _SHOWN[element.tag]
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in _UNSEEN or not isinstance(element.tag, str):
        return ""
    return "".join(_visible(child, record) for child in element)


def _without_pictures(node: SyntaxTreeNode) -> str:
    """The words of a paragraph; those that describe a picture are no part of it."""
    if node.type == "image":
        return ""
    if node.type == "inline" or node.nester_tokens:
        return "".join(map(_without_pictures, node.children))
    return plain(node)
