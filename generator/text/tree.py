"""Markdown to the one tree that everything is made from."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, block, normalize
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from generator.text.autolinks import autolinks
from generator.text.footnotes import notes_last
from generator.text.simple import simple_blocks
from generator.vietnamese.text_cache import text_cache

CUE = "container_cue"
_SECONDS = re.compile(r"\s(\d{1,5})\s*(?:giây|s)$")

# What a text must hold for a kind of block to be in it: half of the time goes into rules that
# cannot match, since markdown-it asks each of them at each line.
_SIGNS: Final = {
    "table": re.compile(r"\|"),
    "code": re.compile(r" {4}|\t"),
    "fence": re.compile("```|~~~"),
    "blockquote": re.compile(">"),
    "hr": re.compile(r"([-*_])(?:[ \t]*\1){2}"),
    "footnote_def": re.compile(r"\[\^"),
    "reference": re.compile(r"\]:"),
    "html_block": re.compile("<"),
    "heading": re.compile("#"),
    "lheading": re.compile(r"[-=][ \t]*$", re.MULTILINE),
    "container_cue": re.compile(":::"),
}
_IN_A_LINE: Final = frozenset({"inline", "strong", "em", "s", "link", "image"})
# Nearly every paragraph is words and bold words; the general reader takes ten times as long for it.
_MARKED: Final = re.compile(r"[\n!&*<>@\[\]\\_`~]|://")
_BOLD: Final = re.compile(r"(?:^|(?<=[ (“]))\*\*([^\W_](?:[^*]*[^\W_])?[.:,;]?)\*\*(?=[ .,:;)”]|$)")


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
    return cue_in(block.info)


def cue_in(info: str) -> Cue:
    """The cue of what stands behind `:::`."""
    words = " ".join(info.split())
    match = _SECONDS.search(words)
    return Cue(words[: match.start()], int(match[1])) if match else Cue(words)


def new_parser() -> MarkdownIt:
    """A parser with every rule, for whoever adds to it."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = _any_link  # type: ignore[method-assign] # harmful ones are told
    parser.use(container_plugin, "cue", validate=lambda *_: True)
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(autolinks)
    return parser


@cache
def _parser(without: tuple[str, ...] = ()) -> MarkdownIt:
    return new_parser().disable(without)


def _parser_for(markdown: str) -> MarkdownIt:
    """The parser without the rules of blocks that cannot be in a text: its tree is the same."""
    return _parser(tuple(name for name, sign in _SIGNS.items() if not sign.search(markdown)))


def _any_link(url: str) -> bool:  # noqa: ARG001 - markdown-it's signature
    return True


@text_cache(128)
def tokens(markdown: str) -> tuple[Token, ...]:
    """The token stream of a text, read once for all that use it at about the same time.

    Nobody may change a token; a writer copies what it says otherwise.
    """
    found, inline = blocks(markdown)
    stream = [
        token.copy(children=inline(token.content)) if token.type == "inline" else token
        for token in found
    ]
    return tuple(notes_last(stream) if "[^" in markdown else stream)


@text_cache(128)
def blocks(markdown: str) -> tuple[list[Token], Callable[[str], list[Token]]]:
    """The blocks of a text without their words, and what reads the words of one: half of the cost.

    The words are read with the link definitions of the whole text.
    """
    environment: dict[str, Any] = {}
    stream = read_blocks(markdown, environment)

    def inline(content: str) -> list[Token]:
        return _simple(content) or _parser().parseInline(content, environment)[0].children or []

    return stream, inline


def read_blocks(markdown: str, environment: dict[str, Any]) -> list[Token]:
    """The blocks of a text without their words; `environment` receives what they refer to."""
    return simple_blocks(markdown) or _blocks(markdown, environment)


def _blocks(markdown: str, environment: dict[str, Any]) -> list[Token]:
    # the container plugin reads one character too far
    state = StateCore(markdown + "\n", _parser_for(markdown), environment)
    normalize(state)
    block(state)
    return state.tokens


Lines = tuple[int, int]


def references(markdown: str) -> tuple[list[tuple[str, Lines]], list[tuple[str, Lines]]]:
    """The link definitions of a text that count, and those of a name that was defined before.

    Each with its name as markdown-it compares names, and its lines.
    """
    environment: dict[str, Any] = {}
    _blocks(markdown, environment)
    first = [
        (label, tuple(each["map"])) for label, each in environment.get("references", {}).items()
    ]
    again = [(each["label"], tuple(each["map"])) for each in environment.get("duplicate_refs", ())]
    return first, again


def _simple(content: str) -> list[Token]:
    """The tokens of words without other markup than bold; none where there is any."""
    parts = _BOLD.split(content) if "**" in content else [content]  # plain, bold, plain, …
    if not content or content[-1].isspace() or _MARKED.search("".join(parts)):
        return []
    found: list[Token] = []
    for number, words in enumerate(parts):
        if number % 2:
            found.append(Token("strong_open", "strong", 1, markup="**"))
        found.append(Token("text", "", 0, content=words, level=number % 2))
        if number % 2:
            found.append(Token("strong_close", "strong", -1, markup="**"))
    return found


def side_of(cell: Token | SyntaxTreeNode) -> str:
    """Where the words of a table's cell stand: `left`, `center`, `right`; nothing by default."""
    return str(cell.attrs.get("style", "")).removeprefix("text-align:")


def render(stream: list[Token]) -> str:
    """The HTML of a token stream."""
    return str(_parser().renderer.render(stream, _parser().options, {}))


def tree(markdown: str) -> SyntaxTreeNode:
    """The tree of a text; `node.map` gives 0-based lines of block nodes."""
    return SyntaxTreeNode(tokens(markdown))


def texts_of(markdown: str) -> Iterator[str]:
    """The words of every block: paragraphs, headings, cells, code."""
    for token in tokens(markdown):
        if token.type in {"inline", "fence", "code_block"}:
            yield words_of(token.children) if token.children else token.content


def plain(node: SyntaxTreeNode) -> str:
    """The words of a node, without any markup; a space is between two blocks."""
    if node.type in {"text", "code_inline", "fence", "code_block"}:
        return node.content
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return ("" if node.type in _IN_A_LINE else " ").join(plain(child) for child in node.children)


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
