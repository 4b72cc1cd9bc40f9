"""What a text points at is with it: an annex, a table, a comment below, what only readers see."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.diagnostics import Diagnostic, Rule, warning
from generator.text.piece_texts import ReadText
from generator.text.pointers import Kind, pointers

ANNEX = warning(
    "points-at-nothing",
    "“{text}” points at what is not with this text.",
    "It came with a letter or a paper. Say here what it says, or make it a link to where it is.",
)
POST = ANNEX.with_hint(
    "A post has comments and buttons below, and nothing of ours has. Say whom to ask, and where: a "
    "telephone, an address; leave the rest out."
)
MISSING_TABLE = ANNEX.with_hint("Put the table or the picture here, or say in words what it shows.")
MISSING_PART = ANNEX.with_hint("Name the heading by its words, and make them a link to it.")
LISTENER = ANNEX.with_hint(
    "Who listens sees nothing, and is no reader. Say in words what is to be seen there, and an "
    "address as it is spoken."
)
_OF: Final[Mapping[Kind, Rule]] = {
    "annex": ANNEX,
    "post": POST,
    "shown": MISSING_TABLE,
    "part": MISSING_PART,
    "heard": LISTENER,
}


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that a piece says itself, in Vietnamese."""
    if not (text.is_main and text.is_vietnamese):
        return
    is_heard = text.is_script and text.medium is not None and text.medium.cues == "heard"
    seen = bool(text.key or text.is_script)
    found = pointers(text.text, text.prose, is_heard=is_heard, has_pictures=seen)
    for kind, start, end in found:
        said = text.text[start:end]
        if kind != "shown" or not _is_at_the_top(text, said):
            yield _OF[kind].at(text.at(start, end), text=said)


def _is_at_the_top(text: ReadText, said: str) -> bool:
    """Whether it is the picture with which a piece begins."""
    has_picture = text.piece is not None and text.piece.picture is not None
    return has_picture and any(map(said.casefold().__contains__, ("hình", "ảnh")))
