"""A radio script as lines: who says what, and what sounds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from generator.text.tree import CUE, cue_of, tokens, words_of

_SPEAKER = re.compile(r"^(?P<name>[^:]{1,40}):\s*$")
_UNSPOKEN = frozenset({"heading_open", "hr", "html_block"})


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
    return [line for block in parts(tokens(markdown)) if (line := line_of(block))]


def speaker(node: SyntaxTreeNode) -> str:
    """The name of who speaks a paragraph that begins with a bold «PTV 1:», or nothing."""
    return speaker_of(node.to_tokens())


def parts(stream: Iterable[Token]) -> Iterator[list[Token]]:
    """The blocks of a text, each with all that is in it."""
    block: list[Token] = []
    for token in stream:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []


def speaker_of(block: Sequence[Token]) -> str:
    """As `speaker`, of the tokens of a block."""
    children = (block[1].children or []) if block[0].type == "paragraph_open" else []
    said = [token for token in children if token.type != "text" or token.content]
    if not said or said[0].type != "strong_open":
        return ""
    bold = takewhile(lambda token: (token.type, token.level) != ("strong_close", 0), said)
    match = _SPEAKER.match(words_of(bold).strip())
    return match["name"].strip() if match else ""


def line_of(block: Sequence[Token]) -> Line | None:
    """What is heard of a block, if anything."""
    words = " ".join(" ".join(map(_words, block)).split())
    if block[0].type == f"{CUE}_open":
        label = cue_of(block[0]).label
        return Line("", f"{label}: {words}" if words else label, cue=True)
    if block[0].type in _UNSPOKEN or not words:
        return None
    name = speaker_of(block)
    return Line(name, words.partition(":")[2].strip() if name else words)


def _words(token: Token) -> str:
    read = token.type in {"fence", "code_block"}
    return token.content if read else words_of(token.children or ())
