"""What is to be heard or seen in a script and was not written as a cue: it would be read aloud.

Scripts of stations have it in brackets («[Nhạc nổi 5 giây]», «(Nhạc nhỏ dần)»), behind a kind and a
colon («NHẠC: …»), or between signs («:: nhạc ::»).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.text.prose import BLANK

_KINDS: Final = (
    r"(?:nhạc|âm nhạc|tiếng động|tiếng hiện trường|âm thanh|hiệu ứng|hình|hình ảnh|cảnh quay"
    r"|phỏng vấn|trích băng|jingle|sfx|music)"
    r"(?: (?:hiệu|cắt|nền|mở đầu|kết|dạo|kết thúc|\d{1,3} ?(?:giây|s)))?"
)
_SOUNDS: Final = (
    r"(?:nhạc|tiếng|âm thanh|hiệu ứng|chuông|im lặng|vỗ tay|cười|ngừng|dừng|jingle|sfx|music)"
)
_STARS: Final = r"[*_]{0,3}"


_BRACKETS: Final = BLANK + r"\[\](){}"


def _said(name: str, without: str) -> str:
    """A pattern for words that hold a letter and none of some signs; they are few, to be quick."""
    return rf"(?P<{name}>[^{without}\n]{{0,99}}[^\W\d_][^{without}\n]{{0,99}}?)"


_FORMS = re.compile(
    rf"^(?:[ >]*{_STARS}(?:"
    rf"[\[(（{{]{_said('held', _BRACKETS)}[\])）}}]"
    rf"|:{{1,2}}(?!:) ?{_said('colons', ':')} ?:{{0,2}}"
    rf"|//+ ?{_said('slashes', '/')} ?/*"
    rf"|-{{2,}} ?{_said('dashes', '-')} ?-{{2,}}"
    rf")[.]?{_STARS}[.]?[ ]*)$"
    rf"|^[ >]*{_STARS}(?P<kind>{_KINDS}){_STARS} ?[:：] ?{_STARS}(?P<words>[^\n]*)$"
    rf"|(?P<within>\[(?!\d{{1,3}}\]|sic\])(?=[^\]\n]*[^\W\d_])[^\[\]\n]{{2,80}}\](?![\[(:{BLANK}])"
    rf"|\({_SOUNDS}(?!\w)[^()\n]*\))",
    re.MULTILINE | re.IGNORECASE,
)
_LABEL = re.compile(_KINDS, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Direction:
    """Where it stands; `words` say what is to be heard; `alone` if the line says nothing else."""

    start: int
    end: int
    words: str
    alone: bool


def directions(spoken: str) -> Iterator[Direction]:
    """What of a script's spoken prose (its cues are blanked) is nothing to be said."""
    for found in _FORMS.finditer(spoken):
        if found["within"]:
            yield Direction(*found.span("within"), found["within"][1:-1], alone=False)
            continue
        parts = (found[name] for name in ("held", "colons", "slashes", "dashes"))
        words = next(filter(None, parts), None) or _labelled(found)
        yield Direction(*found.span(), words, alone=True)


def is_kind(name: str) -> bool:
    """Whether the name of a speaker is that of a sound: «NHẠC»."""
    return _LABEL.fullmatch(name) is not None


def _labelled(found: re.Match[str]) -> str:
    """«Nhạc: Nổi lên.» without its colon."""
    words = found["words"].strip(" *_.")
    same = words.casefold().startswith(found["kind"].casefold())
    kind = found["kind"].capitalize()
    return words if same else f"{kind} {words[:1].lower()}{words[1:]}".strip()
