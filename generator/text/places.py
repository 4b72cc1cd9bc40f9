"""Where in a text kinds of nodes stand that a writer may not know, there or anywhere."""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Final

from markdown_it.token import Token

from generator.text.footnotes import MARK

_BLOCKS: Final = {
    "table_open": "table",
    "fence": "fence",
    "code_block": "code_block",
    "container_cue_open": "container_cue",
}
_OF_NOTES: Final = frozenset({"paragraph_open", "paragraph_close", "inline"})
_REST_OF_LINK: Final = re.compile(r"[^\[\]]*\]\(")
Report = Callable[[str, str], None]


class NodePlaces:
    """Goes through the tokens of a text before its notes are moved; tells each kind and place.

    `report` takes the kind as `text/nodes.py` names it, and what to look for in its lines.
    """

    def __init__(self, report: Report) -> None:
        self.found = report
        self.within = ""  # "heading", "footnote" or nothing

    def block(self, token: Token) -> None:
        """The next token of the blocks."""
        if kind := _BLOCKS.get(token.type):
            self.found(kind, "")
        if token.type == "footnote_reference_open":
            self.within = "footnote"
            if token.level:
                self.found("footnote in block", "[^")
        elif token.type == "footnote_reference_close":
            self.within = ""
        elif self.within == "footnote":
            if token.type not in _OF_NOTES:
                self.found("block in footnote", "")
                self.within = ""
        elif token.type in {"heading_open", "heading_close"}:
            self.within = "heading" if token.nesting > 0 else ""

    def line(self, children: Sequence[Token]) -> None:
        """The words of the block that was told last; with a mark in its words a link is none."""
        for token, after in zip_longest(children, children[1:]):
            in_link = after is not None and _REST_OF_LINK.match(after.content)
            self._mark(token, "link" if in_link else self.within)
            if token.type == "image":
                self.found("image", str(token.attrs["src"]))
                for inside in token.children or ():
                    self._mark(inside, "image")

    def _mark(self, token: Token, place: str) -> None:
        if token.type == MARK and place:
            self.found(f"{MARK} in {place}", f"[^{token.meta['label']}]")
        elif token.type == "s_open" and place in {"heading", "image"}:
            self.found(f"s in {place}", "~~")
