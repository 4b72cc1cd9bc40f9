"""What a text mentions, and in which lines: read once, however many checks ask."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import unquote

from markdown_it.token import Token

from generator.diagnostics import Location
from generator.model.body import Body
from generator.text.tree import blocks, words_of
from generator.vietnamese.slugs import slugify

Lines = tuple[int, int]

_SAMPLE = 40  # characters of HTML that are quoted
_TELLING = re.compile(r"[<\[{&]")  # without one of these, words mention nothing
_CROWDED = re.compile(r"[^\n]\n[ ]*(?:[-+*]|1[.)])[ \t]")
_ATTRIBUTES = re.compile(r"\{:?\s*[.#][\w-][^{}]*\}|\{:?\s*[\w-]+=[^{}]*\}|\{:[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Mention:
    """`text` as the author wrote it, the `nth` (from 0) of its like between two 0-based lines.

    `words` are the alternative text of a picture.
    """

    text: str
    lines: Lines
    nth: int = 0
    words: str = ""


def place(body: Body, mention: Mention) -> Location:
    """Where a mention stands; the first of its lines when it is written in another way there."""
    for text in filter(None, (mention.text, unquote(mention.text))):
        if link := body.find(f"]({text}", mention.lines, mention.nth):
            return replace(link, column=link.column + 2, width=link.width - 2)
        if found := body.find(text, mention.lines, mention.nth):
            return found
    return body.at(mention.lines[0])


@dataclass(slots=True)
class Outline:
    """Everything in a text that is to be checked.

    `crowded` are the lines of lists that follow a paragraph without an empty line.
    """

    anchors: list[str] = field(default_factory=list)
    links: list[Mention] = field(default_factory=list)
    pictures: list[Mention] = field(default_factory=list)
    html: list[Mention] = field(default_factory=list)
    attributes: list[Mention] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)


def outline(markdown: str) -> Outline:
    """The outline of a text."""
    if not _TELLING.search(markdown) and not _CROWDED.search(markdown):
        return Outline()
    return _read(markdown)


def anchors(markdown: str) -> tuple[str, ...]:
    """The fragments under which the site shows the headings of a text, in their order."""
    return tuple(outline(markdown).anchors or _read(markdown).anchors)


@lru_cache(maxsize=8192)
def _read(markdown: str) -> Outline:
    stream, inline = blocks(markdown)
    return _Reader(inline).read(stream)


class _Reader:
    """Goes through the tokens of a text once."""

    def __init__(self, inline: Callable[[str], list[Token]]) -> None:
        self.inline = inline
        self.found = Outline()
        self.lines: Lines = (0, 1)
        self.seen: Counter[tuple[str, Lines]] = Counter()

    def read(self, stream: list[Token]) -> Outline:
        before: Token | None = None
        for token in stream:
            if token.map:
                self._crowded(before, token)
                self.lines = (token.map[0], token.map[1])
            if token.type == "html_block":
                self._add(self.found.html, _sample(token))
            elif before is not None and before.type == "heading_open":
                self._heading(self.inline(token.content))
            elif token.type == "inline" and _TELLING.search(token.content):
                self._inline(self.inline(token.content))
            before = token
        return self.found

    def _crowded(self, before: Token | None, token: Token) -> None:
        is_list = token.type in {"bullet_list_open", "ordered_list_open"}
        follows = before is not None and before.type == "paragraph_close" and not before.hidden
        if is_list and follows and token.map and self.lines[1] == token.map[0]:
            self.found.crowded.append(token.map[0])

    def _heading(self, children: list[Token]) -> None:
        """Repeated headings get _1, _2, … as the site numbers them."""
        self._inline(children)
        name = base = slugify(words_of(children))
        number = 0
        while name in self.found.anchors or not name:
            number += 1
            name = f"{base}_{number}"
        self.found.anchors.append(name)

    def _inline(self, children: list[Token]) -> None:
        for token in children:
            match token.type:
                case "link_open":
                    self._add(self.found.links, str(token.attrs["href"]))
                case "image":
                    words = words_of(token.children or []).strip()
                    self._add(self.found.pictures, str(token.attrs["src"]), words)
                    self._inline(token.children or [])
                case "html_inline":
                    self._add(self.found.html, _sample(token))
                case "text":
                    for match in _braces(token.content):
                        self._add(self.found.attributes, match[0])

    def _add(self, to: list[Mention], text: str, words: str = "") -> None:
        to.append(Mention(text, self.lines, self.seen[text, self.lines], words))
        self.seen[text, self.lines] += 1


def _sample(token: Token) -> str:
    return token.content.strip().split("\n")[0][:_SAMPLE]


def _braces(text: str) -> Iterator[re.Match[str]]:
    return _ATTRIBUTES.finditer(text) if "{" in text else iter(())
