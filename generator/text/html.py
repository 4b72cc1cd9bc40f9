"""The tree to HTML with absolute links, for feeds."""

from collections.abc import Callable

from markdown_it.token import Token

from generator.model import addresses
from generator.model.memory import Memory, Ways
from generator.model.piece import Piece
from generator.text.footnotes import NOTE, NoteHtml
from generator.text.links import Links, asset_path
from generator.text.tree import CUE, cue_of, render, tokens, words_of

Address = Callable[[str], str | None]


def html(piece: Piece, links: Links, base: str, pictures: frozenset[str], memory: Memory) -> str:
    """The body of a piece as HTML; `base` is the absolute address of the site.

    A link to what is not visible yet, and a picture that is not among `pictures` (paths below
    `assets/`), leave their bare words; raw HTML is dropped.
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

    def picture(source: str) -> str | None:
        path = asset_path(piece.file, source)
        return addresses.absolute(base, addresses.picture(path)) if path in pictures else None

    page = addresses.absolute(base, links.pages[piece.id])
    notes = NoteHtml(piece.id, piece.lang, page)

    def make(ask: Ways) -> str:
        return _Writer(ask["link"], ask["picture"], notes).write(tokens(piece.body.text))

    known = repr((notes, piece.body.text))
    return memory.asked("html", known, {"link": link, "picture": picture}, make)


class _Writer:
    def __init__(self, link: Address, picture: Address, notes: NoteHtml) -> None:
        self.link, self.picture, self.notes = link, picture, notes

    def write(self, stream: list[Token]) -> str:
        _add_ways_back(stream)
        kept = [token for token in stream if token.type != "html_block"]
        return render([changed for token in kept for changed in self._block(token)])

    def _block(self, token: Token) -> list[Token]:
        if token.type == f"{CUE}_open":
            return _cue(token)
        if token.type == f"{CUE}_close":
            return [Token("blockquote_close", "blockquote", -1)]
        if token.type.startswith(NOTE):
            return [_raw(f"{self._note(token)}\n")]
        if token.children:
            token.children = self._inline(token.children)
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
                    kept_links.append(_point(token, "href", self.link))
                    kept += [token] if kept_links[-1] else []
                case "link_close":
                    kept += [token] if kept_links.pop() else []
                case "image" if not _point(token, "src", self.picture):
                    kept.append(Token("text", "", 0, content=words_of(token.children or ())))
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


def _point(token: Token, name: str, address: Address) -> bool:
    """Give a link or picture its absolute address; False when it must not be one."""
    found = address(str(token.attrs[name]))
    if found is None:
        return False
    token.attrs = {**token.attrs, name: found}
    return True


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)


def _add_ways_back(stream: list[Token]) -> None:
    """At the end of each note, what leads back to the text."""
    note = last = None
    for token in stream:
        if token.type == "footnote_open":
            note, last = token, None
        elif token.type == "inline":
            last = token
        elif token.type == "footnote_close" and note and last:
            back = Token("ways_back", "", 0, meta=note.meta)
            last.children = [*(last.children or []), back]


def _cue(token: Token) -> list[Token]:
    label = Token("inline", "", 0, children=[Token("text", "", 0, content=cue_of(token).label)])
    opened = [Token("blockquote_open", "blockquote", 1), Token("paragraph_open", "p", 1)]
    return [*opened, label, Token("paragraph_close", "p", -1)]
