"""Words in the letters of a language that readers here do not read, amid a Vietnamese sentence.

A program that writes or translates leaves them: «giảm 节约 nước». In brackets or quotation marks
behind a name they are meant.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

FOREIGN = warning(
    "foreign-letters",
    "“{text}” is in letters that readers here do not read.",
    "Say it in Vietnamese, or leave it out; behind a name it may stand in brackets.",
)
_LETTERS: Final = (
    "\u0400-\u04ff\u0590-\u074f\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3041-\u30ff\u3400-\u9fff"
    "\uac00-\ud7af"
)
_SAID: Final = RareForm(rf"[{_LETTERS}]{{2,}}(?: ?[{_LETTERS}]+)*", rf"[{_LETTERS}]{{2}}")
_PAIRS: Final = ("()", "[]", "“”", "‘’", "«»", "《》")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """The first of a Vietnamese body: whoever left one left more.

    Of what is typeset it is told that no typeface of ours has such letters.
    """
    if text.is_vietnamese and not (text.key or text.is_script):
        found = (
            each for each in _SAID.finditer(text.prose) if not _is_meant(text.prose, each.start())
        )
        for each in islice(found, 1):
            yield FOREIGN.at(text.at(*each.span()), text=each[0][:40])


def _is_meant(prose: str, at: int) -> bool:
    """Whether it stands in brackets or quotation marks, or begins a line as a list of words."""
    line = prose[prose.rfind("\n", 0, at) + 1 : at]
    is_opened = any(line.count(one) > line.count(other) for one, other in _PAIRS)
    return is_opened or not any(map(str.isalpha, line))
