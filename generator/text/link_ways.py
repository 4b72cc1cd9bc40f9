"""How an author writes the way to what the site publishes: what a link that leads nowhere meant."""

import posixpath
import re
from difflib import get_close_matches

from generator.model import addresses
from generator.model.piece import Piece
from generator.text.links import Links

_NEAR = 0.8
_FOLDERS = tuple(f"/{folder}/" for folder in sorted(addresses.FOLDERS))


def to_address(links: Links, piece: Piece, address: str) -> str:
    """The way from a piece to what has this address on the site; or nothing.

    It leads to the file of another piece, to a page by its name as a file (`lich/2021.md`), or to a
    file of the site by its own.
    """
    page = posixpath.normpath(f"/{address.strip('/')}")[1:]
    file = next((p.file for p in links.pieces.values() if _address(links, p) == page), "")
    if not file and (made := links.result(page)):
        name = made if made in links.files else f"{posixpath.dirname(made)}.md"
        file = f"content/{name}"
    return posixpath.relpath(file, posixpath.dirname(piece.file)) if file else ""


def to_path(links: Links, piece: Piece, path: str) -> str:
    """The same for a path that is written from the root of the site, or from the piece's file."""
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(piece.file), path))
    return to_address(links, piece, joined.removeprefix("/content"))


def to_name(links: Links, piece: Piece, path: str) -> str:
    """The way to the piece whose file or id has the same name as the last part of a path."""
    name = posixpath.splitext(posixpath.basename(path.partition("#")[0].rstrip("/")))[0]
    for file, other in links.pieces.items():
        if name and name in {other.id, posixpath.splitext(posixpath.basename(file))[0]}:
            return posixpath.relpath(file, posixpath.dirname(piece.file))
    return ""


def to_owner(links: Links, piece: Piece, path: str) -> str:
    """The way to the piece that a file of the site belongs to: its page offers it to readers."""
    name = posixpath.basename(path)
    own = [p for p in links.pieces.values() if re.match(rf"{re.escape(p.address)}[-.]", name)]
    owner = max(own, key=lambda each: len(each.address), default=None)
    if owner is None or name.endswith(".md"):
        return ""
    return posixpath.relpath(owner.file, posixpath.dirname(piece.file))


def to_nearest(links: Links, piece: Piece, path: str) -> str:
    """The way to what the site makes by itself under the nearest address, if one is near."""
    start = next((at for each in _FOLDERS if (at := f"/{path}".find(each)) >= 0), -1)
    if start < 0:
        return ""
    known = sorted({*map(addresses.url, links.result_paths), *links.files})
    near = get_close_matches(path[start:].lstrip("/"), known, 1, _NEAR)
    return to_address(links, piece, near[0]) if near else ""


def _address(links: Links, piece: Piece) -> str:
    return addresses.url(links.pages[piece.id]).rstrip("/")
