"""Markdown to the one tree that everything is made from."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, block, normalize
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

CUE = "container_cue"
_SECONDS = re.compile(r"\s(\d{1,5})\s*(?:giây|s)$")


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
    words = " ".join(block.info.split())
    match = _SECONDS.search(words)
    return Cue(words[: match.start()], int(match[1])) if match else Cue(words)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = _any_link  # type: ignore[method-assign] # harmful ones are told
    return parser.use(container_plugin, "cue", validate=lambda *_: True)


def _any_link(url: str) -> bool:  # noqa: ARG001 - markdown-it's signature
    return True


def tokens(markdown: str) -> list[Token]:
    """The token stream of a text."""
    return _parser().parse(markdown + "\n")  # the container plugin reads one character too far


def blocks(markdown: str) -> tuple[list[Token], Callable[[str], list[Token]]]:
    """The blocks of a text without their words, and what reads the words of one: half of the cost.

    The words are read as `tokens` reads them, with the link definitions of the whole text.
    """
    parser, environment = _parser(), dict[str, Any]()
    state = StateCore(markdown + "\n", parser, environment)
    normalize(state)
    block(state)

    def inline(content: str) -> list[Token]:
        return parser.parseInline(content, environment)[0].children or []

    return state.tokens, inline


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
    return "".join(plain(child) for child in node.children)


def words_of(stream: Iterable[Token]) -> str:
    """The words of inline tokens, without any markup."""
    return "".join(
        " "
        if token.type in {"softbreak", "hardbreak"}
        else token.content
        if token.type in {"text", "code_inline"}
        else words_of(token.children or ())
        for token in stream
    )
