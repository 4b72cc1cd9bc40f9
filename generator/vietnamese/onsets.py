"""Which letters begin a syllable before which vowel: «nghe» and «nga», «ghi» and «ga», «kế», «cá».

One sound has two spellings: ngh, gh, k before e, ê, i (k before y, too), else ng, g, c; q stands
before a u only, as every primer has it. Gi is an onset of its own: «gì», «giếng».
"""

import re
import unicodedata
from typing import Final

from generator.vietnamese.syllables import is_syllable

_RULES: Final = (
    (re.compile("ng(?=[ei])"), "ngh"),
    (re.compile("ngh(?=[aouy])"), "ng"),
    (re.compile("g(?=e)"), "gh"),
    (re.compile("gh(?=[aouy])"), "g"),
    (re.compile("c(?=[eiy])"), "k"),
    (re.compile("k(?=[aou])"), "c"),
    (re.compile("q(?=[aeioy])"), "qu"),
)
"""By letters without marks: the wrong onset, and what stands there."""
ASCII: Final = "ng[ei][a-z]*|ngh[aou][a-z]*|gh[aou][a-z]*|q[aeio][a-z]{2,}"
"""Such words without a mark that are hardly English; «gen», «kali», «can» are right."""

_OFTEN_NAMES: Final = ("k", "c", "g")  # Kà Tu, Cét: not ng
_NEXT = re.compile(r"[ -]+([^\W\d_])")
_BEGINS = re.compile(r"(?:^|[.!?:…\n][”\"’)*]*[ \n]+[“\"‘(*]*|[\n>#*-] ?)$")


def respelt(word: str) -> str:
    """A word in small letters with its right onset; nothing where it has it, or none makes one."""
    bare = "".join(unicodedata.normalize("NFD", char)[0] for char in word)  # a letter for a letter
    for wrong, right in _RULES:
        if found := wrong.match(bare):
            meant = right + word[found.end() :]
            return meant if is_syllable(meant) else ""
    return ""


def is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word whose onset is seldom so in Vietnamese is a name: «Kà Tu», «ở Kôn Plông»."""
    word = match[0]
    if not word[0].isupper() or not word.lower().startswith(_OFTEN_NAMES):
        return False
    if not respelt(word.lower()) or word.lower().startswith("gh"):
        return False
    if word.isupper() and len(word) > 1:
        return True
    following = _NEXT.match(text, match.end())
    before = text[max(0, match.start() - 8) : match.start()]
    return bool(following and following[1].isupper()) or _BEGINS.search(before) is None
