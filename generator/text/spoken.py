"""A radio script as lines: who says what, and what sounds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from generator.text.tree import CUE, cue_of, plain, tree

_SPEAKER = re.compile(r"^(?P<name>[^:]{1,40}):\s*$")
_UNSPOKEN = frozenset({"heading", "hr", "html_block"})


@dataclass(frozen=True, slots=True)
class Line:
    """Something that is heard: `speaker` is empty where nobody in particular speaks.

    Of a cue, `speaker` is empty and `words` are its label and what it says.
    """

    speaker: str
    words: str
    cue: bool = False


def lines(markdown: str) -> list[Line]:
    """Every line of a script in order; headings are not heard."""
    return list(_lines(tree(markdown).children))


def speaker(node: SyntaxTreeNode) -> str:
    """The name of who speaks a paragraph that begins with a bold «PTV 1:», or nothing."""
    inline = node.children[0] if node.type == "paragraph" and node.children else None
    parts = [part for part in inline.children if plain(part)] if inline else []
    first = parts[0] if parts else None
    if first is None or first.type != "strong":
        return ""
    match = _SPEAKER.match(plain(first).strip())
    return match["name"].strip() if match else ""


def _lines(nodes: list[SyntaxTreeNode]) -> Iterator[Line]:
    for node in nodes:
        words = " ".join(plain(node).split())
        if node.type == CUE:
            label = cue_of(node).label
            yield Line("", f"{label}: {words}" if words else label, cue=True)
        elif node.type not in _UNSPOKEN and words:
            name = speaker(node)
            yield Line(name, words.partition(":")[2].strip() if name else words)
