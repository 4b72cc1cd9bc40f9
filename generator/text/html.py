"""The tree to HTML: the body of a piece as its page has it, and as feeds have it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from itertools import zip_longest
from typing import Literal

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from generator.model import addresses
from generator.model.memory import Memory, Ways
from generator.model.piece import Piece
from generator.text.anchors import Anchors
from generator.text.footnotes import NOTE, NoteHtml
from generator.text.links import Links, asset_path
from generator.text.picture_use import pictures_of
from generator.text.tree import CUE, cue_of, render, side_of, tokens, words_of

Address = Callable[[str], str | None]
Picture = Callable[[str, str], str | None]
_ATTRIBUTES = frozenset({"href", "title", "src", "alt", "start", "id", "class", "align"})
"""All that a tag may say: a site's policy lets no page bring styles or scripts of its own."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What HTML makes of what an author names.

    `link` gives the address of a link, `picture` the HTML of a picture from its address and its
    words; None where bare words must stand for it. `notes` is how the text leads to notes and back.
    `align` is the attribute that says where the words of a cell stand: a class where the site's own
    style sheet is, else what feed readers know.
    """

    link: Address
    picture: Picture
    notes: NoteHtml = field(default_factory=NoteHtml)
    align: Literal["class", "align"] = "class"


def html_of(
    nodes: Iterable[SyntaxTreeNode], targets: Targets, anchors: Anchors | None = None
) -> str:
    """The HTML of nodes of a tree; with `anchors` its headings can be linked to.

    Raw HTML is left out: the check refuses it.
    """
    stream = [token for node in nodes for token in node.to_tokens()]
    return _Writer(targets, anchors).write(stream)


def credit_of(piece: Piece) -> Callable[[str], str]:
    """The HTML of who is named beside a picture, by its path, where its caption does not say it."""
    added = cache(lambda: {picture.file: picture.credit_line for picture in pictures_of(piece)})

    def credit(path: str) -> str:
        named = added().get(path, "")
        return f' <small class="picture__credit">{escape(named)}</small>' if named else ""

    return credit


def html(piece: Piece, links: Links, base: str, pictures: frozenset[str], memory: Memory) -> str:
    """The body of a piece for feeds, its links absolute; `base` is the address of the site.

    A link to what is not visible yet, and a picture that is not among `pictures` (paths below
    `assets/`), leave their bare words.
    """

    def link(href: str) -> str | None:
        target = links.resolve(piece.file, href)
        if target.kind == "external":
            return href
        if target.kind not in {"piece", "page", "anchor"}:
            return None
        page = target.path or links.pages[piece.id]
        fragment = f"#{target.fragment}" if target.fragment else ""
        return addresses.absolute(base, page) + fragment

    def picture(source: str, words: str) -> str | None:
        path = asset_path(piece.file, source)
        if path not in pictures:
            return None
        address = escape(addresses.absolute(base, addresses.picture(path)))
        return f'<img src="{address}" alt="{escape(words)}" />{credit(path)}'

    page, credit = addresses.absolute(base, links.pages[piece.id]), credit_of(piece)
    notes = NoteHtml(piece.id, piece.lang, page)

    def make(ask: Ways) -> str:
        targets = Targets(ask["link"], ask["picture"], notes, "align")
        return _Writer(targets, None).write(tokens(piece.body.text))

    known = repr((notes, piece.body.text))
    return memory.recall_with("html", known, {"link": link, "picture": picture}, make)


class _Writer:
    def __init__(self, targets: Targets, anchors: Anchors | None) -> None:
        self.targets, self.notes, self.anchors = targets, targets.notes, anchors

    def write(self, stream: Sequence[Token]) -> str:
        kept = [token for token in _with_ways_back(stream) if token.type != "html_block"]
        if self.anchors:
            kept = [*_anchored(kept, self.anchors)]
        made = [changed for token in kept for changed in self._block(token)]
        return render([_harmless(token) for token in made])

    def _block(self, token: Token) -> list[Token]:
        if token.type == f"{CUE}_open":
            return _cue(token)
        if token.type == f"{CUE}_close":
            return [Token("blockquote_close", "blockquote", -1)]
        if token.type.startswith(NOTE):
            return [_raw(f"{self._note(token)}\n")]
        if token.children:
            return [token.copy(children=[*map(_harmless, self._inline(token.children))])]
        if side := side_of(token):
            said = f"align-{side}" if self.targets.align == "class" else side
            return [token.copy(attrs={self.targets.align: said})]
        return [token]

    def _note(self, token: Token) -> str:
        """The HTML around all notes, and around each."""
        match token.type:
            case "footnote_block_open":
                return f"{self.notes.opening}>\n<ol>"
            case "footnote_block_close":
                return "</ol>\n</section>"
            case "footnote_open":
                return f'<li id="{self.notes.note_id(token.meta["number"])}">'
            case _:
                return "</li>"

    def _inline(self, children: list[Token]) -> list[Token]:
        kept: list[Token] = []
        kept_links: list[bool] = []
        for token in children:
            match token.type:
                case "link_open":
                    address = self.targets.link(str(token.attrs["href"]))
                    kept_links.append(address is not None)
                    if address is not None:  # else it must not be a link
                        kept.append(token.copy(attrs={**token.attrs, "href": address}))
                case "link_close":
                    kept += [token] if kept_links.pop() else []
                case "image":
                    kept.append(self._picture(token))
                case "html_inline":
                    pass
                case "s_open" | "s_close":
                    kept.append(token.copy(tag="del"))
                case "footnote_ref":
                    kept.append(_raw(self.notes.mark(token.meta)))
                case "ways_back":
                    kept.append(_raw(self.notes.back(token.meta)))
                case _:
                    kept.append(token)
        return kept

    def _picture(self, token: Token) -> Token:
        words = words_of(token.children or ())
        made = self.targets.picture(str(token.attrs["src"]), words)
        return Token("text", "", 0, content=words) if made is None else _raw(made)


def _anchored(stream: Sequence[Token], anchors: Anchors) -> Iterator[Token]:
    """The same, headings with an id."""
    for token, content in zip_longest(stream, stream[1:]):
        if token.type == "heading_open":
            identity = anchors.of(words_of(content.children or ()))
            yield token.copy(attrs={"id": identity, **token.attrs})
        else:
            yield token


def _harmless(token: Token) -> Token:
    """The same without whatever the parser or a plugin of it writes into its tag besides."""
    if token.attrs.keys() <= _ATTRIBUTES:
        return token
    return token.copy(attrs={k: v for k, v in token.attrs.items() if k in _ATTRIBUTES})


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _with_ways_back(stream: Sequence[Token]) -> list[Token]:
    """The same; at the end of each note stands what leads back to the text."""
    made = list(stream)
    note, last = None, -1
    for number, token in enumerate(stream):
        if token.type == "footnote_open":
            note, last = token, -1
        elif token.type == "inline":
            last = number
        elif token.type == "footnote_close" and note and last >= 0:
            back = Token("ways_back", "", 0, meta=note.meta)
            made[last] = made[last].copy(children=[*(made[last].children or []), back])
    return made


def _cue(token: Token) -> list[Token]:
    label = Token("inline", "", 0, children=[Token("text", "", 0, content=cue_of(token).label)])
    opened = [Token("blockquote_open", "blockquote", 1), Token("paragraph_open", "p", 1)]
    return [*opened, label, Token("paragraph_close", "p", -1)]
