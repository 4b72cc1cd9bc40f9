"""Markdown to the one tree that everything is made from."""

import re
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from generator.vietnamese.slugs import slugify

CUE = "container_cue"
_SECONDS = re.compile(r"^(?P<kind>.*?)(?:\s+(?P<seconds>\d+)\s*(?:giây|s))?$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of a script: `::: nhạc cắt 5 giây`; `seconds` is 0 where the author gives none."""

    kind: str
    seconds: int = 0

    @property
    def label(self) -> str:
        """What the page shows above the cue."""
        length = f" ({self.seconds} giây)" if self.seconds else ""
        return f"{self.kind[:1].upper()}{self.kind[1:]}{length}"


def cue_of(block: Token | SyntaxTreeNode) -> Cue:
    """The cue of a `:::` block."""
    match = _SECONDS.match(block.info.strip())
    return Cue(match["kind"], int(match["seconds"] or 0)) if match else Cue("")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = lambda _: True  # type: ignore[method-assign] # harmful links are told, not hidden
    return parser.use(container_plugin, "cue", validate=lambda *_: True)


def tokens(markdown: str) -> list[Token]:
    """The token stream of a text."""
    return _parser().parse(markdown)


def render(stream: list[Token]) -> str:
    """The HTML of a token stream."""
    return str(_parser().renderer.render(stream, _parser().options, {}))


def tree(markdown: str) -> SyntaxTreeNode:
    """The tree of a text; `node.map` gives 0-based lines of block nodes."""
    return SyntaxTreeNode(tokens(markdown))


def plain(node: SyntaxTreeNode) -> str:
    """The words of a node, without any markup."""
    if node.type in {"text", "code_inline", "fence", "code_block"}:
        return node.content
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    if node.type == "image":
        return str(node.attrs.get("alt", "")) or "".join(plain(child) for child in node.children)
    return "".join(plain(child) for child in node.children)


def anchors(root: SyntaxTreeNode) -> dict[str, SyntaxTreeNode]:
    """The headings by the fragment under which the site shows them; repeated ones get _1, _2, …"""
    found: dict[str, SyntaxTreeNode] = {}
    for heading in (node for node in root.walk() if node.type == "heading"):
        name = base = slugify(plain(heading))
        number = 0
        while name in found:
            number += 1
            name = f"{base}_{number}"
        found[name] = heading
    return found


def lines_of(node: SyntaxTreeNode) -> tuple[int, int]:
    """The 0-based lines, first and past the last, of the block that a node stands in."""
    block: SyntaxTreeNode | None = node
    while block is not None and not block.map:
        block = block.parent
    return block.map if block is not None and block.map else (0, 1)
