"""Texts of the front matter are shown as they are: Markdown in them is nothing but signs."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.checks import Alone
from generator.checks.dialects import CODE, MESSAGE
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.piece import Piece
from generator.text.written import front

PLAIN = Rule(
    CODE,
    MESSAGE,
    "The data at the top of the file is shown as it is, without Markdown: remove the signs, or say "
    "it in the text below.",
)
_TAGS: Final = "[abisup]|h[1-6]|em|del|sub|sup|font|span|small|strong|center"
_MARKUP: Final = re.compile(
    r"\*\*[^*\n]+\*\*|~~[^~\n]+~~|!?\[[^\[\]\n]*\]\([^()\n]*\)|\[\^[^\]\n]+\]|`[^`\n]+`"
    r"|(?<![\w_])(?P<line>_{1,3})(?=[^\s_])[^_\n]+(?<=\S)(?P=line)(?![\w_])"
    rf"|<(?P<tag>{_TAGS})(?:\s[^<>]*)?>[^<>]*</(?P=tag)>|<br\s*/?>",
    re.IGNORECASE,
)


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """The texts that readers see before and beside the body of each piece."""
    for piece in alone.pieces:
        for key in piece.read_keys:
            text = str(getattr(piece, key, ""))
            for found in _MARKUP.finditer(text):
                yield PLAIN.at(front(piece, key, *found.span()), sample=found[0])
        for text, where in _beside(piece):
            for found in _MARKUP.finditer(text):
                yield PLAIN.at(where, sample=found[0])


def _beside(piece: Piece) -> Iterator[tuple[str, Location]]:
    """Captions, and corrections, with their places."""
    if piece.picture:
        for name in ("alt", "caption"):
            yield getattr(piece.picture, name), piece.where("picture")
    for number, correction in enumerate(piece.corrections):
        yield correction.text, piece.where("corrections", number)
