"""What is to be heard or seen in a script and was not written as a cue: it would be read aloud.

Scripts of stations have it in brackets («[Nhạc nổi 5 giây]», «(Nhạc nhỏ dần)»), behind a kind and a
colon («NHẠC: …»), or between signs («:: nhạc ::»).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.text.asides import SOUNDS, asides, is_end
from generator.text.prose import BLANK
from generator.vietnamese.stretches import Stretches

_KINDS: Final = (
    r"(?:nhạc|âm nhạc|tiếng động|tiếng hiện trường|âm thanh|hiệu ứng|hình|hình ảnh|cảnh quay"
    r"|phỏng vấn|trích băng|jingle|sfx|music|(?:toàn|cận|trung|đại) cảnh|cảnh \d{1,2})"
    r"(?: (?:hiệu|cắt|nền|mở đầu|kết|dạo|kết thúc|\d{1,3} ?(?:giây|s)))?"
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
    rf"|♪ ?{_said('notes', '♪')} ?♪?"
    rf"|//+ ?{_said('slashes', '/')} ?/*"
    rf"|-{{2,}} ?{_said('dashes', '-')} ?-{{2,}}"
    rf")[.]?{_STARS}[.]?[ ]*)$"
    rf"|^[ >]*(?:[-+*] |\d{{1,2}}[.)] )?{_STARS}(?P<kind>{_KINDS}){_STARS} ?[:：] ?"
    rf"{_STARS}(?P<words>[^\n]*)$"
    rf"|(?P<within>\[(?!\d{{1,3}}\]|sic\])(?=[^\]\n]*[^\W\d_])[^\[\]\n]{{2,80}}\](?![\[(:{BLANK}])"
    rf"|\({SOUNDS}(?!\w)[^()\n]*\)(?! ?:\*\*)"
    r"|(?<=\S )\{(?![#.:=%])(?=[^{}\n]*[^\W\d_]{2})[^{}\n]{2,80}\})",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNS: Final = "(（*_/|"
_LABEL = re.compile(_KINDS, re.IGNORECASE)


Form = Literal["alone", "within", "apart", "line", "end"]


@dataclass(frozen=True, slots=True)
class Direction:
    """Where it stands; `words` say what is to be heard.

    It is surely one where it is `alone` in its line or `within` one. Only its author knows where it
    is set `apart` by signs, or a `line` that nobody speaks; `end` only says that nothing follows.
    """

    start: int
    end: int
    words: str
    form: Form


def directions(prose: str) -> Iterator[Direction]:
    """What of a script's spoken prose (its cues are blanked) is nothing to be said."""
    sure = list(_sure(prose))
    yield from sure
    taken = Stretches(sorted((each.start, each.end) for each in sure))
    for start, end, words, alone in asides(prose):
        if start not in taken and not any(start <= each.start < end for each in sure):
            signed = prose[start] in _SIGNS
            form: Form = (
                "end" if alone and is_end(words) else "line" if alone and not signed else "apart"
            )
            yield Direction(start, end, words, form)


def _sure(spoken: str) -> Iterator[Direction]:
    for found in _FORMS.finditer(spoken):
        if found["within"]:
            yield Direction(*found.span("within"), found["within"][1:-1], "within")
            continue
        parts = (found[name] for name in ("held", "colons", "notes", "slashes", "dashes"))
        words = next(filter(None, parts), None) or _labelled(found)
        yield Direction(*found.span(), words, "end" if is_end(words) else "alone")


def is_kind(name: str) -> bool:
    """Whether the name of a speaker is that of a sound: «NHẠC»."""
    return _LABEL.fullmatch(name) is not None


def _labelled(found: re.Match[str]) -> str:
    """«Nhạc: Nổi lên.» without its colon."""
    words = found["words"].strip(" *_.")
    same = words.casefold().startswith(found["kind"].casefold())
    kind = found["kind"].capitalize()
    return words if same else f"{kind} {words[:1].lower()}{words[1:]}".strip()
