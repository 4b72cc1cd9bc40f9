"""No two pieces of a section share an address, and none takes that of a page the site makes."""

import posixpath
import re
from collections.abc import Iterable

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model import addresses
from generator.model.piece import Piece

DUPLICATE_ADDRESS = Rule(
    "duplicate-address",
    "The address /{address} is taken: {first} has it already.",
    "Give one of the two another slug.",
)
RESERVED_ADDRESS = Rule(
    "reserved-address",
    "The address /{address} belongs to a page that the site makes by itself.",
    "Choose another slug.",
)


_FURTHER_LISTING = re.compile(r".+/trang-\d+/")  # how the site numbers the pages of a section
_FOLDER = re.compile(rf"(?:{'|'.join(sorted(addresses.FOLDERS))})/|.+/(?:nghe|kich-ban)/")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The page of every piece, whatever its status: it may appear some day."""
    taken: dict[str, Piece] = {}
    pieces = sorted(subject.workspace.pieces.values(), key=_is_odd)
    made = {addresses.url(page) for page in subject.links.result_paths}
    for piece in pieces:
        address = addresses.url(subject.links.pages[piece.id])
        if address in made or _FOLDER.fullmatch(address) or _FURTHER_LISTING.fullmatch(address):
            yield RESERVED_ADDRESS.at(_where(piece), address=address)
        elif address in taken:
            first = _where(taken[address])
            yield DUPLICATE_ADDRESS.at(_where(piece), address=address, first=first)
        taken.setdefault(address, piece)


def _is_odd(piece: Piece) -> bool:
    """Whether a piece has another address than its file is called: that it chose itself."""
    return piece.address != posixpath.basename(piece.file).removesuffix(".md")


def _where(piece: Piece) -> Location:
    return piece.where("slug" if piece.slug else "id")
