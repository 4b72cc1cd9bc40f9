"""The words of one block as characters with their marks, each with its place in the source.

markdown-it keeps no places of what stands within a line. Its rules are used as they are; only its
loop is ours: a rule moves `state.pos`, so that what it made lies between its start and its end.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.text.tree import new_parser

SOFT: Final = "\n"
"""A line that is broken in the source, and goes on for readers."""
STRONG, EM, STRUCK, CODE = "strong", "em", "s", "code"


@dataclass(frozen=True, slots=True)
class Link:
    """A mark of words that lead somewhere; how it was written is no part of what it is."""

    href: str
    title: str = ""
    source: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Atom:
    """What is no character: a hard break, a picture, HTML, the mark of a footnote.

    `kind` is the type of its token; `source` is how it is written, and what it is.
    """

    kind: str
    source: str


HARD: Final = Atom("hardbreak", "\\\n")
_BREAKS: Final = frozenset({SOFT, HARD})
Mark = str | Link


@dataclass(frozen=True, slots=True)
class Unit:
    """A character or an atom with its marks; where it stands is no part of what it is."""

    what: str | Atom
    marks: frozenset[Mark] = frozenset()
    start: int = field(default=-1, compare=False)
    end: int = field(default=-1, compare=False)

    @property
    def is_break(self) -> bool:
        """Whether a line ends with it."""
        return self.what in _BREAKS

    @property
    def is_space(self) -> bool:
        """Whether nothing is seen of it."""
        return self.is_break or (isinstance(self.what, str) and self.what.isspace())


Words = tuple[Unit, ...]


def plain(text: str, *marks: Mark) -> Words:
    """Words that all have the same marks."""
    return tuple(Unit(char, frozenset(marks)) for char in text)


def words(content: str, environment: Mapping[str, Any]) -> Words:
    """The words of a block, with their places in its content."""
    if environment.get("references") or environment.get("footnotes"):
        return _words(content, deepcopy(dict(environment)))
    return _known(content)


def normal_address(href: str) -> str:
    """An address as the tree has it."""
    return str(_placed().normalizeLink(href))


@lru_cache(5000)
def _known(content: str) -> Words:
    return _words(content, {})


def _words(content: str, environment: dict[str, Any]) -> Words:
    reader = _placed()
    environment.setdefault("references", {})
    stream = reader.inline.parse(content, reader, environment, [])
    return tuple(_units(content, stream))


def _units(content: str, stream: Sequence[Token]) -> Iterator[Unit]:
    opened: list[Mark] = []
    sources = _closings(content, stream)
    for number, token in enumerate(stream):
        start, end = token.meta["start"], token.meta["end"]
        if token.nesting > 0:
            opened.append(_mark(token, sources.get(number, "")))
        elif token.nesting < 0:
            opened.pop()
        elif token.type == "text":
            at = token.meta.get("at") or range(start, start + len(token.content))
            marks = frozenset(opened)
            for place, char in zip(at, token.content, strict=True):
                yield Unit(char, marks, place, place + 1)
        elif token.type == "text_special":
            for char in token.content:
                yield Unit(char, frozenset(opened), start, end)
        elif token.type == "code_inline":
            for char in token.content:
                yield Unit(char, frozenset((*opened, CODE)), start, end)
        else:
            yield Unit(_atom(token, content[start:end]), frozenset(opened), start, end)


def _mark(token: Token, source: str) -> Mark:
    if token.type != "link_open":
        return token.tag if token.tag in {STRONG, EM, STRUCK} else token.type
    return Link(str(token.attrs["href"]), str(token.attrs.get("title", "")), source)


def _atom(token: Token, source: str) -> str | Atom:
    if token.type == "softbreak":
        return SOFT
    return HARD if token.type == "hardbreak" else Atom(token.type, source)


def _closings(content: str, stream: Sequence[Token]) -> dict[int, str]:
    """How the end of each link is written, by the number of its first token."""
    opened: list[int] = []
    found: dict[int, str] = {}
    for number, token in enumerate(stream):
        if token.type == "link_open":
            opened.append(number)
        elif token.type == "link_close":
            begun = opened.pop()
            if not stream[begun].info:  # a bare address, or one in <…>, has no such end
                found[begun] = content[token.meta["start"] : token.meta["end"]]
    return found


class _State(StateInline):
    """Remembers for each character that waits for a token where it stands."""

    def __init__(self, *args: Any) -> None:  # noqa: ANN401 - markdown-it's signature
        super().__init__(*args)
        self.at: list[int] = []

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        token = super().pushPending()
        token.meta = {"at": self.at[: len(token.content)], "start": 0, "end": 0}
        self.at = []
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:  # noqa: ANN401 - as above
        token = super().push(ttype, tag, nesting)
        token.meta = {"pos": self.pos, **(token.meta or {})}
        return token


class _Placed(ParserInline):
    """markdown-it's loop over its rules, which notes where each token begins and ends."""

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        while state.pos < state.posMax:
            start, known, waiting = state.pos, len(state.tokens), len(state.pending)
            is_deep = state.level >= state.md.options["maxNesting"]
            if is_deep or not any(rule(state, False) for rule in rules):  # noqa: FBT003 - markdown-it's signature
                state.append_pending(state.src[state.pos])
                state.pos += 1
            made = [t for t in state.tokens[known:] if "start" not in t.meta]
            if made:
                _place(made, start, state.pos)
            else:
                self._wait(state, start, len(state.pending) - waiting)
        if state.pending:
            state.pushPending()

    @staticmethod
    def _wait(state: Any, start: int, grown: int) -> None:  # noqa: ANN401 - a _State
        is_one = grown == state.pos - start
        state.at += [start + n if is_one else start for n in range(grown)]

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: Any,  # noqa: ANN401 - as above
        tokens: list[Token],
    ) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place(made: Sequence[Token], start: int, stop: int) -> None:
    """Tokens of one rule: the signs of emphasis one by one, else opened first, closed last."""
    are_signs = all(token.type == "text" for token in made)
    for number, token in enumerate(made):
        here = token.meta.get("pos", start)
        if are_signs:
            first, last = start + number, start + number + len(token.content)
        elif token.nesting:
            first, last = (start, here) if token.nesting > 0 else (here, stop)
        else:
            first, last = start, stop
        token.meta |= {"start": first, "end": last}


@lru_cache(1)
def _placed() -> MarkdownIt:
    reader = new_parser()
    placed = _Placed()
    placed.ruler, placed.ruler2 = reader.inline.ruler, reader.inline.ruler2
    reader.inline = placed
    return reader.disable("fragments_join")
