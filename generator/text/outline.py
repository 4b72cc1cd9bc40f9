"""What a text mentions, and in which lines: read once, however many checks ask."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from markdown_it.token import Token

from generator.text.anchors import Anchors
from generator.text.autolinks import BARE
from generator.text.definitions import lost
from generator.text.footnotes import MARK
from generator.text.layout import Layout
from generator.text.mentions import Bare, Lines, Mention, Outline
from generator.text.odd_signs import is_odd
from generator.text.places import NodePlaces
from generator.text.prose import BLANK
from generator.text.tree import blocks, words_of
from generator.vietnamese.columns import columns
from generator.vietnamese.forms import RareForm
from generator.vietnamese.text import line_before
from generator.vietnamese.text_cache import text_cache

_SAMPLE = 40  # characters of HTML that are quoted
_TELLING = ("<", "[", "{", "&", "@", "://")  # without one of these, words mention nothing
_BLOCKS = ("|", "```", "~~", ":::", "\n    ", "\t")  # as blocks do without one of these
# What may look otherwise than its author sees it: underlined headings, numbers, lines in a row. All
# of it begins with the end of a line, which is found far quicker than the beginning of one.
_LAID = re.compile(
    r"\n(?:#+[ \t]*$|[ >]*(?:[-+*>]|\d{1,9}[.)])[ \t]*$|[ >]*\d{1,9}[.)][ \t]"
    r"|[ ]*[-+*>][ \xa0]+\d"
    r"|(?<=[^\n]\n)[-=]+[ \t]*$"
    r"|(?!:::)[^\n]+\n(?![-*+#>|:\s]|\d{1,9}[.)]\s)[^\n]"
    r"|[ ]*[-*+\d][^\n]*\n[ ]+(?![-*+>|#:\d])\S|#{1,6}[ ]+#{1,6}[ ]"
    r"|[ ]*([-+*])[ ](?:[ ]*[-+*][ ]|[^\n]*\n[ ]*(?!\1)(?:[-+*]|\d{1,9}[.)])[ ])"
    r"| {0,3}>[^\n]*[^\s>][^\n]*\n {0,3}>[ ]?(?![-*+#>|:\s]|\d{1,9}[.)]\s)[^\n])",
    re.MULTILINE,
)
_BREAK = re.compile(r"\\[ \t]*$", re.MULTILINE)
_SECOND = re.compile(  # data between two lines of hyphens, as at the top of a file
    r"^---[ \t]*\n[a-z_]+:[^\n]*\n(?:(?:[a-z_]+:|[ \t]|-[ \t])[^\n]*\n|\n)*?---[ \t]*$",
    re.MULTILINE,
)
_HEADING = re.compile(r"\n {0,3}(#{1,6})(?=[ \t]|$)", re.MULTILINE)
_ITEM = r"[ ]*(?:[-+*]|1[.)])[ \t]"
# Markup that nearly is one and is read as bare words.
_UNREAD = re.compile(
    r"(?P<wiki>!?\[\[[^\[\]]+\]\])"
    rf"|(?P<within>\[[^\[\]\n]*{BLANK}{{3,}}[^\[\]\n]*\]\([^()\s]+\))"
    r"|(?P<swapped>\[(?:https?://|www\.)[^\s\[\]]+\]\([^()\n]+\))"
    r"|(?P<turned>\([^()\n]+\)\[(?:https?:[^\[\]\s]+|[^\[\]\s]+\.(?:md|png|jpe?g|svg|webp))\])"
    r"|(?P<apart>!?\[[^\[\]]+\][ \n]\("
    r"(?:https?:|www\.|mailto:|[^\s()]+\.(?:md|png|jpe?g|svg|webp)\))"
    r"[^()]*\)?)"
    r"|(?P<spaces>!?\[[^\[\]]*\]\((?=[^)]*\s)(?:[^()]|\([^()]*\))*\))"
)
_APART = 2  # lines from one list to another
_DASH = "–—"
_SIGN = "[•·▪■◆❖◦‣●○➢✓►▶▸▹→⇒➔➜✔✅☑★☆✦\uf0b7\uf0a7\uf0d8–—]"
_BULLET = RareForm(
    rf"^[ ]{{0,3}}(?P<sign>{_SIGN})[ \t\u00a0]", rf"^{_SIGN}(?:$|[\t\u00a0])", re.MULTILINE
)
_LETTER = "[o§Øüvq]"
_LETTERS = RareForm(
    rf"^[ ]{{0,3}}(?P<sign>{_LETTER})[ \t\u00a0]+(?=\S)",
    rf"^{_LETTER}(?:$|[\t\u00a0])",
    re.MULTILINE,
)
"""What bullets of Wingdings are in another font; only where two lines or more begin so."""
_START = re.compile(_ITEM)
_ITEM_BELOW = re.compile(rf"\n{_ITEM}")
_ATTRIBUTES = re.compile(r"\{:?\s*[.#][\w-][^{}]*\}|\{:?\s*[\w-]+=[^{}]*\}|\{:[^{}]*\}")


@text_cache(8192)
def outline(markdown: str) -> Outline:
    """The outline of a text."""
    if not _may_mention(markdown):
        return Outline()
    second = _SECOND.search(markdown)
    if second:  # the rest is read as if it were not there
        markdown = _blanked(markdown, *second.span())
    stream, inline = blocks(markdown)
    found = _Reader(markdown, inline).read(stream)
    if second:
        line = markdown.count("\n", 0, second.start())
        found.layout.insert(0, Mention("---", (line, line + 1), 0, "second-front-matter"))
    found.lost += lost(markdown, stream, found.marks) if "]:" in markdown else ()
    return found


def _may_mention(markdown: str) -> bool:
    """Whether there may be anything in the outline of a text: quick, and rarely wrong."""
    below = f"\n{markdown}"
    return (
        any(map(markdown.__contains__, _TELLING))
        or any(map(below.__contains__, _BLOCKS))
        or is_odd(markdown)
        or _is_laid(below)
        or _BULLET.search(markdown) is not None
        or _LETTERS.search(markdown) is not None
        or _has_crowded(markdown)
        or _has_odd_heading(below)
        or bool(columns(markdown))
    )


def _is_laid(below: str) -> bool:
    return _LAID.search(below) is not None or ("\\" in below and _BREAK.search(below) is not None)


def _blanked(markdown: str, start: int, end: int) -> str:
    return markdown[:start] + "\n" * markdown.count("\n", start, end) + markdown[end:]


def _has_odd_heading(below: str) -> bool:
    """Whether a heading below a line end may be higher or deeper than the ones before allow."""
    level = 1
    for marks in _HEADING.findall(below):
        if not 1 < len(marks) <= level + 1:
            return True
        level = len(marks)
    return False


def _has_crowded(markdown: str) -> bool:
    """Whether an item may stand right below a text; told apart from lists by the blocks."""
    for item in _ITEM_BELOW.finditer(markdown):
        before = line_before(markdown, item.start())
        if before and not _START.match(before):
            return True
    return False


@lru_cache(maxsize=1024)
def anchors(markdown: str) -> Mapping[str, int]:
    """The fragments under which the site shows the headings of a text, with their 0-based lines."""
    stream, inline = blocks(markdown)
    ids = Anchors()
    return {
        ids.of(words_of(inline(token.content))): before.map[0] if before.map else 0
        for before, token in pairwise(stream)
        if before.type == "heading_open"
    }


class _Reader:
    """Goes through the tokens of a text once."""

    def __init__(self, markdown: str, inline: Callable[[str], list[Token]]) -> None:
        self.inline, self.is_odd = inline, is_odd(markdown)
        self.found = Outline()
        self.lines: Lines = (0, 1)
        self.item = -1  # the first line of the list item that began last
        self.seen: Counter[tuple[str, Lines]] = Counter()
        self.places = NodePlaces(self._node)
        self.layout = Layout(markdown.split("\n"), self._laid)
        letters = Counter(found["sign"] for found in _LETTERS.finditer(markdown))
        self.letters = {sign for sign, count in letters.items() if count > 1}
        self.listed = ("", -_APART)  # the sign and the end of the last paragraph that is a list

    def read(self, stream: list[Token]) -> Outline:
        before: Token | None = None
        for token in stream:
            if token.map:
                self._crowded(before, token)
                self.lines = (token.map[0], token.map[1])
            if token.type == "list_item_open":
                self.item = self.lines[0]
            self.places.block(token)
            self.layout.block(token)
            if token.type == "html_block":
                self._add(self.found.html, _sample(token))
            elif token.type == "inline":
                self._words(token.content)
            if token.type == "inline" and before is not None and before.type == "paragraph_open":
                self._paragraph(token.content)
            before = token
        return self.found

    def _words(self, source: str) -> None:
        odd = self.is_odd and is_odd(source)
        if not odd and not any(map(source.__contains__, _TELLING)):
            return
        children = self.inline(source)
        self.places.line(children)
        self.layout.links(children)
        if odd and "*" in source:
            self.layout.stars(children, source)
        self.found.marks.update(_marks(children))
        self._inline(children)
        if odd:
            self.found.bare.append(Bare(bare_words(children), source, self.lines))

    def _node(self, kind: str, text: str = "") -> None:
        self.found.nodes.append(Mention(text, self.lines, self.seen[text, self.lines], kind))

    def _laid(self, kind: str, text: str = "", line: int = -1, better: object = "") -> None:
        lines = self.lines if line < 0 else (line, line + 1)
        self.found.layout.append(Mention(text, lines, 0, kind, str(better)))

    def _paragraph(self, source: str) -> None:
        if not self._bullets(source.split("\n")):
            self.layout.paragraph(source, self.lines[0])

    def _bullets(self, lines: list[str]) -> bool:
        """Whether it is a list, told once; two dashes may begin one, one a conversation's line."""
        begun = [(number, sign) for number, line in enumerate(lines) if (sign := self._sign(line))]
        dashes = sum(sign in _DASH for _, sign in begun)
        if dashes == len(begun) < 2:  # noqa: PLR2004
            return False
        number, sign = begun[0]
        line = self.lines[0] + number
        if self.listed[0] != sign or line - self.listed[1] >= _APART:
            better = f"- {lines[number].lstrip()[1:].lstrip()}"
            self.found.bullets.append(Mention(sign, (line, line + 1), better=better))
        self.listed = sign, self.lines[1]
        return True

    def _sign(self, line: str) -> str:
        """The bullet of a word processor with which a line begins, or nothing."""
        if match := _BULLET.pattern.match(line):
            return match["sign"]
        match = _LETTERS.pattern.match(line) if self.letters else None
        return match["sign"] if match and match["sign"] in self.letters else ""

    def _crowded(self, before: Token | None, token: Token) -> None:
        is_list = token.type in {"bullet_list_open", "ordered_list_open"}
        follows = before is not None and before.type == "paragraph_close" and not before.hidden
        touches = token.map is not None and self.lines[1] == token.map[0]
        if is_list and follows and touches and self.lines[0] != self.item and token.map:
            self.found.crowded_lines.append(token.map[0])

    def _inline(self, children: list[Token]) -> None:
        for token in children:
            match token.type:
                case "link_open":
                    href = str(token.attrs["href"])
                    self._add(self.found.links, href, BARE if token.info == BARE else "")
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
        key = (f"{BARE} {text}" if words == BARE else text, self.lines)
        to.append(Mention(text, self.lines, self.seen[key], words))
        self.seen[key] += 1


def _marks(children: Iterable[Token]) -> Iterator[str]:
    """The labels of the notes that are marked."""
    yield from (str(token.meta["label"]) for token in children if token.type == MARK)


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
