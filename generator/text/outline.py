"""What a text mentions, and in which lines: read once, however many checks ask."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from markdown_it.token import Token

from generator.diagnostics import Location
from generator.model.body import Body
from generator.text.autolinks import BARE
from generator.text.places import Places
from generator.text.prose import BLANK
from generator.text.tree import blocks, words_of
from generator.vietnamese.slugs import slugify

Lines = tuple[int, int]

_SAMPLE = 40  # characters of HTML that are quoted
_TELLING = re.compile(r"[<\[{&]")  # without one of these, words mention nothing
_BLOCK = re.compile(r"\||```|~~|:::|^(?: {4}|\t)", re.MULTILINE)  # as this does of blocks
_ITEM = r"[ ]*(?:[-+*]|1[.)])[ \t]"
# Markup that nearly is one and is read as bare words.
_UNREAD = re.compile(
    r"(?P<wiki>!?\[\[[^\[\]]+\]\])"
    r"|(?P<apart>!?\[[^\[\]]+\][ ]\((?:https?:|www\.|mailto:|[^\s()]+\.(?:md|png|jpe?g|svg|webp)\))"
    r"[^()]*\)?)"
    r"|(?P<spaces>!?\[[^\[\]]*\]\((?=[^)]*\s)(?:[^()]|\([^()]*\))*\))"
)
_DEFINITION = re.compile(r"[ >]*\[(?P<name>[^\]]+)\]:\s*<?(?P<address>[^\s<>]+)")
_DASH = "–—"
_SIGN = re.compile("[•▪■◦‣●○➢✓\uf0b7\uf0a7\uf0d8–—]")
_BULLET = re.compile(rf"^[ ]{{0,3}}(?P<sign>{_SIGN.pattern})[ \t\u00a0]", re.MULTILINE)
_START = re.compile(_ITEM)
_ITEM_BELOW = re.compile(rf"\n{_ITEM}")
_ATTRIBUTES = re.compile(r"\{:?\s*[.#][\w-][^{}]*\}|\{:?\s*[\w-]+=[^{}]*\}|\{:[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Mention:
    """`text` as the author wrote it, the `nth` (from 0) of its like between two 0-based lines.

    `words` are the alternative text of a picture, or the kind of what is not read as markup.
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
        if defined := _definition(body, mention, text):
            return defined
        if found := body.find(text, mention.lines, mention.nth):
            return found
    return body.at(mention.lines[0])


def _definition(body: Body, mention: Mention, address: str) -> Location | None:
    """Where the address of `[words][name]` stands: behind `[name]:`, on a line of its own."""
    lines = body.lines
    around = "\n".join(lines[slice(*mention.lines)]).casefold()
    for number, line in enumerate(lines):
        found = _DEFINITION.match(line)
        if found and found["address"] == address and f"[{found['name'].casefold()}]" in around:
            return body.at(number, found.start("address"), len(address))
    return None


@dataclass(slots=True)
class Outline:
    """Everything in a text that is to be checked.

    `crowded` are the lines of lists that follow a paragraph without an empty line; below the first
    line of an item a list needs none. `unread` is what nearly is a link or a picture;
    `bullets` are the signs that begin the lists of a word processor, one a paragraph. `nodes` are
    kinds that some writer may not know, at places where it may not (see `text/nodes.py`).
    """

    links: list[Mention] = field(default_factory=list)
    pictures: list[Mention] = field(default_factory=list)
    html: list[Mention] = field(default_factory=list)
    attributes: list[Mention] = field(default_factory=list)
    crowded: list[int] = field(default_factory=list)
    unread: list[Mention] = field(default_factory=list)
    bullets: list[Mention] = field(default_factory=list)
    nodes: list[Mention] = field(default_factory=list)


@lru_cache(maxsize=8192)
def outline(markdown: str) -> Outline:
    """The outline of a text."""
    drawn = _SIGN.search(markdown) and _BULLET.search(markdown)
    telling = _TELLING.search(markdown) or _BLOCK.search(markdown)
    if not (telling or drawn or _has_crowded(markdown)):
        return Outline()
    stream, inline = blocks(markdown)
    return _Reader(inline).read(stream)


def _has_crowded(markdown: str) -> bool:
    """Whether an item may stand right below a text; told apart from lists by the blocks."""
    for item in _ITEM_BELOW.finditer(markdown):
        before = markdown[markdown.rfind("\n", 0, item.start()) + 1 : item.start()]
        if before and not _START.match(before):
            return True
    return False


@lru_cache(maxsize=1024)
def anchors(markdown: str) -> Mapping[str, int]:
    """The fragments under which the site shows the headings of a text, with their 0-based lines.

    Repeated headings get _1, _2, … as the site numbers them.
    """
    stream, inline = blocks(markdown)
    found: dict[str, int] = {}
    repeated: Counter[str] = Counter()
    for before, token in pairwise(stream):
        if before.type == "heading_open":
            name = base = slugify(words_of(inline(token.content)))
            while name in found or not name:
                repeated[base] += 1
                name = f"{base}_{repeated[base]}"
            found[name] = before.map[0] if before.map else 0
    return found


class _Reader:
    """Goes through the tokens of a text once."""

    def __init__(self, inline: Callable[[str], list[Token]]) -> None:
        self.inline = inline
        self.found = Outline()
        self.lines: Lines = (0, 1)
        self.item = -1  # the first line of the list item that began last
        self.seen: Counter[tuple[str, Lines]] = Counter()
        self.places = Places(self._node)

    def read(self, stream: list[Token]) -> Outline:
        before: Token | None = None
        for token in stream:
            if token.map:
                self._crowded(before, token)
                self.lines = (token.map[0], token.map[1])
            if token.type == "list_item_open":
                self.item = self.lines[0]
            self.places.block(token)
            if token.type == "html_block":
                self._add(self.found.html, _sample(token))
            elif token.type == "inline" and (
                _TELLING.search(token.content) or "~~" in token.content
            ):
                children = self.inline(token.content)
                self.places.line(children)
                self._inline(children)
            if token.type == "inline" and before is not None and before.type == "paragraph_open":
                self._bullets(token.content.split("\n"))
            before = token
        return self.found

    def _node(self, kind: str, text: str = "") -> None:
        self.found.nodes.append(Mention(text, self.lines, self.seen[text, self.lines], kind))

    def _bullets(self, lines: list[str]) -> None:
        """Two dashes may begin a list, one a line of a conversation."""
        begun = [
            (n, match["sign"]) for n, line in enumerate(lines) if (match := _BULLET.match(line))
        ]
        dashes = sum(sign in _DASH for _, sign in begun)
        if dashes < len(begun) or dashes > 1:
            number, sign = begun[0]
            line = self.lines[0] + number
            self.found.bullets.append(Mention(sign, (line, line + 1)))

    def _crowded(self, before: Token | None, token: Token) -> None:
        is_list = token.type in {"bullet_list_open", "ordered_list_open"}
        follows = before is not None and before.type == "paragraph_close" and not before.hidden
        touches = token.map is not None and self.lines[1] == token.map[0]
        if is_list and follows and touches and self.lines[0] != self.item and token.map:
            self.found.crowded.append(token.map[0])

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

        text = bare_words(children)
        for match in _ATTRIBUTES.finditer(text) if "{" in text else ():
            self._add(self.found.attributes, match[0])
        for match in _UNREAD.finditer(text) if "[" in text else ():
            self._add(self.found.unread, match[0], match.lastgroup or "")

    def _add(self, to: list[Mention], text: str, words: str = "") -> None:
        to.append(Mention(text, self.lines, self.seen[text, self.lines], words))
        self.seen[text, self.lines] += 1


def bare_words(children: Iterable[Token]) -> str:
    """What was read as nothing but words, line by line; a sign stands for all else."""
    found: list[str] = []
    is_bare = True
    for token in children:
        if token.type in {"link_open", "link_close"} and token.info == BARE:
            continue
        if token.type in {"link_open", "link_close"}:
            is_bare = token.type == "link_close"
        if token.type == "text" and is_bare:
            found.append(token.content)
        else:
            found.append("\n" if token.type in {"softbreak", "hardbreak"} else BLANK)
    return "".join(found)


def _sample(token: Token) -> str:
    return token.content.strip().split("\n")[0][:_SAMPLE]
