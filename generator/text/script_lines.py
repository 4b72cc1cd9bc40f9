"""A script as lines: who says what, and what sounds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from generator.text.footnotes import NOTE, NOTES
from generator.text.passage import RULE, Passage, passages
from generator.text.tree import CUE, cue_of, tokens, words_of

_SPEAKER = re.compile(r"^(?P<name>[^:]{1,40}):\s*$")


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """Something of a script: `speaker` is empty where nobody in particular speaks.

    `words` are what is heard, and of a cue its label and what it says; blocks within a line, such
    as items of a list, are lines of the text. `plain_text` are all words that are written, in plain
    letters. Headings, rules and notes are not heard.
    """

    speaker: str
    words: str
    kind: Literal["speech", "cue", "heading", "note"] = "speech"
    plain_text: str = ""

    @property
    def cue(self) -> bool:
        """Whether it sounds, or is seen, and nobody says it."""
        return self.kind == "cue"


def lines(markdown: str) -> list[ScriptLine]:
    """Every line that is heard, in order."""
    blocks = parts(tokens(markdown))
    return [line for block in blocks if (line := line_of(block)) and line.words]


def written_lines(markdown: str) -> list[ScriptLine]:
    """Everything that is written, in order, whether it is heard or not."""
    found: list[ScriptLine] = []
    for block in parts(tokens(markdown)):
        if block[0].type == f"{NOTES}_open":
            found += notes(block)
        elif line := line_of(block):
            found.append(line)
    return found


def notes(block: Iterable[Token]) -> Iterator[ScriptLine]:
    """The notes below a script, each after its number."""
    held: list[Token] = []
    for token in block:
        held = [token] if token.type == f"{NOTE}_open" else [*held, token]
        if token.type == f"{NOTE}_close":
            shown = "\n".join(passage.plain_text for passage in passages(held))
            yield ScriptLine("", "", "note", f"[{held[0].meta['number']}] {shown}")


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


def line_of(block: Sequence[Token]) -> ScriptLine | None:
    """The line that a block is, if it has any words; notes are no line of their place."""
    kind = block[0].type
    if kind in {f"{NOTES}_open", "html_block"}:
        return None
    if kind == "hr":
        return ScriptLine("", "", "heading", RULE)
    held = list(passages(block))
    if kind == f"{CUE}_open":
        words = cue_words(cue_of(block[0]).label, held)
        return ScriptLine("", words, "cue", words)
    shown = _joined(passage.plain_text for passage in held)
    if kind == "heading_open":
        return ScriptLine("", "", "heading", shown) if shown else None
    name = speaker_of(block)
    heard = _joined(passage.spoken_text for passage in held)
    return ScriptLine(name, _said(name, heard), "speech", _said(name, shown)) if shown else None


def cue_words(label: str, passages: Iterable[Passage]) -> str:
    """A cue in one line: its label, and what it says."""
    said = " ".join(passage.plain_text for passage in passages if passage.runs)
    return ": ".join(filter(None, (label, said)))


def _said(name: str, words: str) -> str:
    """The words of a speech without the name before them."""
    return words.partition(":")[2].strip() if name else words


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))


def without_name(speech: Passage, name: str) -> Passage:
    """A speech without the name of who says it."""
    start = speech.text.index(":") + 1 if name else 0
    return speech.part(start, len(speech.text))
