"""The words of a block, with what in them is crossed out and where notes are marked.

A writer that has neither a line through words nor small figures puts both into brackets; who reads
aloud reads neither.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from generator.catalogue import words
from generator.text.footnotes import MARK

Kind = Literal["", "struck", "note"]
RULE: Final = "* * *"
"""What stands for a rule between two parts, in plain letters."""
_SPACES: Final = re.compile(r"\s+")
_BEFORE_MARK: Final = re.compile(r" +(?=[.,;:!?…])")  # where words between were crossed out
_MARKS: Final = frozenset({"s_open", "s_close", MARK})
_CODE: Final = frozenset({"fence", "code_block"})


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are alike: plain ones, crossed out ones, or the number of a note."""

    text: str
    kind: Kind = ""

    @property
    def plain_text(self) -> str:
        """In plain letters."""
        if self.kind == "struck":
            return f"[{words('struck out')}: {self.text}]"
        return f"[{self.text}]" if self.kind == "note" else self.text


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a block in runs, with single spaces between them."""

    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """All words, without the numbers of notes; offsets count in this."""
        return "".join(run.text for run in self.runs if run.kind != "note")

    @property
    def plain_text(self) -> str:
        """In plain letters, with brackets around what is crossed out and the marks of notes."""
        return "".join(run.plain_text for run in self.runs)

    @property
    def spoken_text(self) -> str:
        """What is read aloud."""
        plain = "".join(run.text for run in self.runs if not run.kind)
        return _BEFORE_MARK.sub("", _spaced(plain)).strip()

    def part(self, start: int, end: int) -> "Passage":
        """The words from an offset to another, without spaces around them.

        A note belongs to the words before its mark.
        """
        return _trimmed(list(self._between(start, end)))

    def _between(self, start: int, end: int) -> Iterator[Run]:
        at = 0
        for run in self.runs:
            if run.kind == "note":
                if start < at <= end or at == start == 0:
                    yield run
                continue
            text = run.text[max(0, start - at) : max(0, end - at)]
            at += len(run.text)
            if text:
                yield replace(run, text=text)


def passages_of(node: SyntaxTreeNode) -> Iterator[Passage]:
    """The words of each paragraph, heading, cell and code in a block."""
    yield from passages(node.to_tokens())


def passages(stream: Iterable[Token]) -> Iterator[Passage]:
    """The same of the tokens of blocks."""
    for token in stream:
        if token.type in _CODE:
            yield _trimmed([Run(token.content)])
        elif token.type == "inline":
            yield passage(token.children or ())


def passage(children: Sequence[Token]) -> Passage:
    """The words of inline tokens."""
    if not any(token.type in _MARKS for token in children):  # nearly always
        text = " ".join("".join(map(_words, children)).split())
        return Passage((Run(text),) if text else ())
    return _trimmed(list(_runs(children)))


def _runs(children: Iterable[Token]) -> Iterator[Run]:
    struck = 0
    for token in children:
        if token.type in {"s_open", "s_close"}:
            struck += token.nesting
        elif token.type == MARK:
            yield Run(str(token.meta["number"]), "note")
        elif text := _words(token):
            yield Run(text, "struck" if struck else "")


def _words(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return " "
    if token.type == "image":
        return passage(token.children or ()).text
    return token.content if token.type in {"text", "code_inline"} else ""


def _trimmed(runs: Iterable[Run]) -> Passage:
    """Runs of one kind together, single spaces, none at the ends."""
    kept: list[Run] = []
    for run in runs:
        text = _spaced(run.text)
        if not kept or kept[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if kept and run.kind != "note" and kept[-1].kind == run.kind:
            kept[-1] = replace(run, text=kept[-1].text + text)
        elif text:
            kept.append(replace(run, text=text))
    if kept and not (last := kept[-1].text.rstrip(" ")):
        kept.pop()
    elif kept:
        kept[-1] = replace(kept[-1], text=last)
    return Passage(tuple(kept))


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text)
