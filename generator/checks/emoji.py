"""Pictures among letters: every machine draws another one, and no face of ours has any.

In print, and in what is read aloud, they are refused as signs that no face has
(`checks/build_refusals.py`); on the site they are told.
"""

from collections.abc import Iterator
from typing import Final

from generator.checks.superlatives import PRINTED_TEXTS
from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

EMOJI = warning(
    "emoji",
    "“{sign}” is drawn otherwise on each machine, and whoever listens to the page hears its name.",
    "Say it in words, or leave it out.",
)
_SIGN: Final = (
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2702-\u2712\u2714-\u2716\u2728-\u27bf\u2b05-\u2b55"
    "\u231a-\u231b\u23e9-\u23fa]"
)
_FORM: Final = RareForm(
    rf"(?:{_SIGN}[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+|[0-9#*]\ufe0f?\u20e3",
    rf"{_SIGN}|\u20e3",
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text but those of which a face of ours is asked for each sign."""
    is_drawn = text.key in PRINTED_TEXTS and text.is_of_artwork
    if not (text.is_script or is_drawn):
        for found in _FORM.finditer(text.prose):
            yield EMOJI.at(text.at(*found.span()), sign=found[0])
