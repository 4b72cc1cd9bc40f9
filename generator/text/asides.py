"""What a script sets apart from what is said, in no form of a cue: only its author knows why.

Listeners hear neither brackets nor italics, strokes or an empty line. What stands between such
signs at the beginning of a speech, or alone, is seldom meant to be said.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.text.prose import BLANK, passages
from generator.vietnamese.forms import RareForm

Aside = tuple[int, int, str, bool]
"""From where to where, its words, and whether nothing else stands in the paragraph."""

LONGEST: Final = 160
"""Characters between two signs; more is a text that happens to hold both."""
_SHORT: Final = 80  # characters of a paragraph that is no sentence
_WORD: Final = r"[^\W\d_]{2}"
SOUNDS: Final = (
    r"(?:nhạc|tiếng|âm thanh|hiệu ứng|chuông|im lặng|vỗ tay|cười|ngừng|dừng|jingle|sfx|music)"
)
"""How what is to be heard begins, where signs set it apart."""
_CALLS: Final = (
    r"(?:tiếng động|tiếng hiện trường|hiệu ứng|jingle|sfx|nhạc(?: (?:kết|mở|vui|buồn|nhẹ|tươi"
    r"|không lời|chương trình))?(?= *[-–—.,…:;!)\]]|\s*$)"
    r"|nhạc (?:hiệu|cắt|nền|dạo|chờ|nổi|nhỏ|to|lên|xen|đệm|chuyển|dứt|tắt))(?![^\W_])"
)
_SIGNED = RareForm(
    rf"\((?=[^()\n]*{_WORD})(?P<round>[^()\n]{{2,{LONGEST}}})\)(?! ?:\*\*)"
    rf"|（(?=[^（）\n]*{_WORD})(?P<wide>[^（）\n]{{2,{LONGEST}}})）"
    rf"|(?<![\w*_\\])(?P<star>[*_])(?![*_\s])(?=[^*_\n]{{0,{LONGEST}}}{_WORD})"
    rf"(?P<slanted>[^*_\n]{{2,{LONGEST}}}+)(?<!\s)(?P=star)(?![\w*_])"
    rf"|(?<![^\s*])(?P<slash>/{{1,2}})(?=[^/\n]*{_WORD})(?P<slashed>[^/\n]{{2,{LONGEST}}})(?P=slash)(?!\w)"
    rf"|(?<=\S )/{{1,2}}(?= \D)"
    rf"|(?<=[^|\s] )\|(?=[^|\n]*{_WORD})(?P<piped>[^|\n]{{2,{LONGEST}}})\|(?! *$)"
    rf"|(?<=\S )[-–—]{{1,2}} ?(?P<dashed>{_CALLS}[^-–—\n]{{0,{LONGEST}}})[-–—](?= )"
    rf"|(?<!\S)(?P<mark>[\^#+=$§@%])(?P<marked>(?=[^\W\d_])[^\n\^#+=$§@%]{{2,{_SHORT}}})(?P=mark)(?!\w)",
    r"[(（]|(?<![\w*_\\])[*_](?![*_\s])|(?<![^\s*])/|^\||(?:^|[-–—])(?i:tiếng|hiệu|jingle|sfx|nhạc)"
    r"|(?<!\S)[\^#+=$§@%][^\W\d_]",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS: Final = ("round", "wide", "slanted", "slashed", "piped", "dashed", "marked")
_TURN: Final = re.compile(r"\s*\*\*[^*\n]{1,40}:\s*\*\*\s*")
_GOES_ON: Final = re.compile(r"\s*[^\W\d_]")
_ALONE = re.compile(
    rf"^(?:[ >]*(?:[-+*] |\d{{1,2}}[.)] )?|#{{1,6}} |(?![\"<«]|“?\*\*[^*\n]+:)[^\w\n]{{1,4}})"
    rf"[*_“]{{0,3}}(?P<words>(?:{_CALLS}"
    rf"|tiếng (?!việt|anh|nói|dân|là|ấy|đó|này)\w+(?= \w)|âm thanh(?= )"
    rf"|(?:toàn|cận|trung|đại) cảnh|cảnh quay)(?![^\W_])"
    rf"[^\n:*_”\"{BLANK}]{{0,{LONGEST}}})[*_”.…]{{0,4}}[ ]*$",
    re.IGNORECASE,
)
_NO_SENTENCE: Final = re.compile(
    rf"(?:[^\W\d_]|@|\d+(?![.)\d]))[^\n|*_{BLANK}]{{0,{_SHORT}}}(?<![.!?…:;,”\"’)\]])[ ]*"
)
_CALL: Final = re.compile(rf"[\W_]*(?:{_CALLS}|tiếng \w+ \w)", re.IGNORECASE)
_SOUND: Final = re.compile(rf" *{SOUNDS}(?!\w)", re.IGNORECASE)
_ITEM: Final = re.compile(r"[ >]*(?:[-+*]|\d{1,2}[.)]|#{1,6}) ")
_LINE: Final = re.compile(r"[^\n]+")
_END: Final = re.compile(r"[\W_]*(?:hết|dứt|the end|end)[\W_]*", re.IGNORECASE)


def is_call(words: str) -> bool:
    """Whether some words begin as those do that call for a sound."""
    return _CALL.match(words) is not None


def is_sound(words: str) -> bool:
    """Whether some words between signs begin as what is to be heard."""
    return _SOUND.match(words) is not None


def is_end(words: str) -> bool:
    """Whether some words only say that nothing follows."""
    return _END.fullmatch(words) is not None


def asides(prose: str) -> Iterator[Aside]:
    """What of a script's spoken prose (its cues are blanked) is set apart, in order."""
    has_turns, above = "**" in prose and _TURN.search(prose), ""
    has_signs = _SIGNED.may_be_in(prose)
    if not has_turns and not has_signs:
        return
    for start, passage in _passages(prose):
        if has_turns and (line := _alone(passage)):
            yield start, start + len(passage.rstrip()), line, True
        elif has_signs and not passage.startswith("#"):
            yield from _signed(start, passage, is_caption="![" in above)
        above = passage


def _passages(spoken: str) -> Iterator[tuple[int, str]]:
    """The paragraphs, and each line of a list, or below a heading."""
    for start, passage in passages(spoken):
        if not _ITEM.match(passage):
            yield start, passage
            continue
        for line in _LINE.finditer(passage):
            yield start + line.start(), line[0]


def _alone(passage: str) -> str:
    """The words of a paragraph without a speaker that calls for something, or is no sentence."""
    bare = passage.rstrip()
    if any(bare.count(first) != bare.count(last) for first, last in ("()", "[]", "{}")):
        return ""  # told as such
    called = _ALONE.match(bare) if len(bare) <= LONGEST else None
    if called and called.end() == len(bare):
        return called["words"].strip()
    is_title = bare.isupper() and " " in bare  # told as a heading
    is_line = _NO_SENTENCE.fullmatch(bare) and not is_title
    return bare.strip() if is_line or is_end(bare) else ""


def _signed(start: int, passage: str, *, is_caption: bool) -> Iterator[Aside]:
    if not any(map(passage.__contains__, "(（*_/|–—-^#+=$§@%")):
        return
    turn = _TURN.match(passage)
    first = turn.end() if turn else len(passage) - len(passage.lstrip(" >"))
    for found in _SIGNED.pattern.finditer(passage):
        alone = not turn and found.start() <= first and not passage[found.end() :].strip(" .\n")
        is_stress = found["slanted"] and not _is_apart(passage, found, first)
        if not is_stress and not (alone and is_caption):
            words = next(filter(None, (found[name] for name in _PARTS)), "")
            yield start + found.start(), start + found.end(), words.strip(), alone


def _is_apart(passage: str, found: re.Match[str], first: int) -> bool:
    """Whether italics are no stress on some words of a sentence."""
    if found.start() > first:
        return is_call(found["slanted"])
    after = _GOES_ON.match(passage, found.end())
    return not passage[found.end() :].strip(" .") or bool(after and after[0][-1].isupper())
