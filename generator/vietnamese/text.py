"""Characters: normal form, folding for search, and characters that deceive the eye."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from generator.vietnamese.forms import RareForm

TONES: Final = "\u0300\u0309\u0303\u0301\u0323"
"""The five tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng (no mark: ngang)."""

# Controls but tab and line ends, soft hyphen, fillers, zero-width, bidi, separators, BOM, tags.
_INVISIBLE = RareForm(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0001\U000e0020-\U000e007f]"
    # and strokes over letters, the second dot of an i, marks that stand on no letter
    "|[\u0332\u0333\u0335-\u0338]|(?<=i)\u0307|(?<!\\S)[\u0300-\u036f]",
    is_of_values=True,
)
# What programs write for a letter that they cannot read, and the signs of Word's symbol fonts.
_LOST = RareForm(
    r"[\ufffd\ufffc\ue000-\uf8ff]|[^\W\d_][□▢▯◻▫☐][^\W\d_]",
    sign="[\ufffd\ufffc\ue000-\uf8ff□▢▯◻▫☐]",
    is_of_values=True,
)
NAMED_CHARACTERS: Final = (
    "NO-BREAK SPACE",
    "NARROW NO-BREAK SPACE",
    "IDEOGRAPHIC SPACE",
    "THIN SPACE",
    "EM SPACE",
    "EN SPACE",
    "ZERO WIDTH SPACE",
    "ZERO WIDTH NON-JOINER",
    "ZERO WIDTH JOINER",
    "ZERO WIDTH NO-BREAK SPACE",
    "WORD JOINER",
    "SOFT HYPHEN",
    "LEFT-TO-RIGHT MARK",
    "RIGHT-TO-LEFT MARK",
    "LINE SEPARATOR",
    "PARAGRAPH SEPARATOR",
)
"""Characters that nobody sees and that word processors make: their names are translated."""

_ZERO_WIDTH_JOINER = "\u200d"
_EMOJI_PART = ("So", "Sk", "Mn")

_WORD = re.compile(r"[\w\u0300-\u036f]+")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-\u024f\u1e00-\u1eff]")
# Pairs of a Cyrillic or Greek letter and the Latin letter that it looks like.
_CYRILLIC = (
    "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ԛq ԝw ӏl кk ѐè ёë ӑă ӗĕ "
    "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY ЀÈ ЁË ӐĂ ӖĔ"
)
_GREEK = "οo αa νv ιi ρp υu κk γy χx ϲc ϳj ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX"
# What old fonts and keyboards have for Đ: right in Icelandic, wrong in a Vietnamese word.
_ETH = "ÐĐ ðđ ƉĐ ɖđ"
# Letters of other alphabets that differ from ours in a hook or an arc only.
_ARCHED = "ŏõ ĭĩ ŭũ ĕẽ"
"""Not in a name: the alphabets of Ê Đê, M'nông and X'tiêng have them («Kŏ Siêr», «Krông Bŭk»)."""
_HOOKED = f"ıi ƣư ƢƯ ǎă ǍĂ ǒõ ǑÕ ǐĩ ǏĨ ǔũ ǓŨ ěẽ ĚẼ {_ARCHED}"
# Letters that pass for ours in a Vietnamese word only: elsewhere they are signs of formulas.
_LIKE = (
    "пn тt вv гr иu нh мm бb дd лn ПN ЛN ИU ηn τt σo εe βb μu µu ςc ϑv δd θo "
    "օo ոn սu հh ցg զq ɑa ɡg ɩi ɴn ŋn ƅb ɓb ℓl ɭl ɫl ƙk ƥp ƭt ɦh ɱm ɲn ɳn ȵn ʋv ʂs"
)
_LATIN_OF: Final = {
    pair[0]: pair[1] for pair in f"{_LIKE} {_CYRILLIC} {_GREEK} {_ETH} {_HOOKED}".split()
}
_IN_VIETNAMESE = frozenset(f"{_LIKE} {_ETH} {_HOOKED}") & frozenset(_LATIN_OF)
_IN_NAMES = frozenset(pair[0] for pair in _ARCHED.split())
_ONLY_LIKE = frozenset(pair[0] for pair in _LIKE.split()) - frozenset(f"{_CYRILLIC} {_GREEK}")
_RUSSIAN = frozenset(pair[0] for pair in _CYRILLIC.split())
_FOREIGN = RareForm(f"[{''.join(_LATIN_OF)}]", is_of_values=True)
_TALL: Final = re.compile("(?<![^\\W_])[ІΙӀ](?=[à-éì-õù-ýăĩơũưạ-ệỉ-ỹ])(?![êếềểễệ])")
"""What is no I: of our words only those with iê begin with one before a vowel with a mark."""
_SHORTEST: Final = 2  # letters; «нос» may be a word of its own
_MARKED = re.compile("[À-ÖØ-öø-\u024f\u1ea0-\u1ef9\u0300-\u0323]")
_VIETNAMESE = re.compile("[a-eghik-vxyđ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]+")
# The noughts of other scripts; their nine digits follow (Unicode, category Nd).
_ZEROS: Final = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50"
    "\u0ed0\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50"
    "\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\U000104a0\U00010d30\U00011066\U000110f0"
    "\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U00011730"
    "\U000118e0\U00011950\U00011c50\U00011d50\U00011da0\U00016a60\U00016ac0\U00016b50"
    "\U0001e140\U0001e2f0\U0001e950\U0001fbf0"
)
_DIGITS: Final = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)
# Full-width signs, Roman numerals in one sign, ligatures of PDF, the bold letters of social media.
_CHINESE: Final = str.maketrans("、。", ",.")  # which Unicode takes for no other dress
# What programs read for two letters in one sign of the font Calibri: «Ɵết», «commiƩee», «soŌware».
_JOINED: Final = str.maketrans({"Ɵ": "ti", "Ʃ": "tt", "ƫ": "tti", "ƞ": "tf", "Ō": "ft"})
_DRESSED = RareForm(
    f"[\u3001\u3002\ufe50-\ufe57\ufe59-\ufe6b\uff01-\uff5e\u2160-\u217f\ufb00-\ufb06\U0001d400-\U0001d7ff{_DIGITS}]"
    r"|[ƟƩƫƞ](?=[^\W\d_])|(?<=[^\W\d_])[ƟƩƫƞ]|(?<=[a-z])Ō",
    is_of_values=True,
)


@dataclass(frozen=True, slots=True)
class Invisible:
    """A character that nobody sees: 0-based offset and Unicode name (`U+0007` if it has none)."""

    offset: int
    name: str


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A sign that passes for one of the keyboard: 0-based offset, itself, the one it looks like."""

    offset: int
    char: str
    latin: str


_LATE: Final = ("\u0302", "\u0306", "\u031b")
"""The marks of â, ă and ơ, where no letter has taken them up."""
_TURNED: Final = re.compile(f"[^\\W\\d_][\u0300-\u036f]*?[{''.join(_LATE)}]")


def nfc(s: str) -> str:
    """Return `s` in Unicode normal form C, the only form that we keep.

    A tone before the mark of its letter (a, sharp, hat), which Unicode holds to be another one and
    nobody can tell from it, is put behind it.
    """
    composed = unicodedata.normalize("NFC", s)
    return _TURNED.sub(_in_order, composed) if any(map(composed.__contains__, _LATE)) else composed


def _in_order(found: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFD", found[0])
    marks = sorted(apart[1:], key=lambda mark: mark not in _LATE)
    letter = unicodedata.normalize("NFC", apart[0] + "".join(marks))
    return letter if len(letter) == 1 else found[0]


def fold(s: str) -> str:
    """Return `s` in lower case and without diacritics (đ becomes d): for search and near misses."""
    bare = (c for c in unicodedata.normalize("NFD", s.lower()) if unicodedata.category(c) != "Mn")
    return nfc("".join(bare).replace("đ", "d").replace("ð", "d"))


def column_in_raw(raw_line: str, nfc_column: int) -> int:
    """Return the offset in `raw_line` of what is at `nfc_column` of its NFC.

    Both are 0-based and count code points; the result is the length of the shortest raw prefix
    whose NFC reaches the column. A column past the end gives the end.
    """
    if nfc(raw_line) == raw_line:
        return min(nfc_column, len(raw_line))
    reached = nfc(raw_line)[:nfc_column]
    lengths = range(len(raw_line) + 1)
    return bisect_left(lengths, 1, key=lambda n: nfc(raw_line[:n]).startswith(reached))


def invisible(s: str) -> tuple[Invisible, ...]:
    """Find zero-width characters, soft hyphens, BOMs, bidi and other controls, in order.

    And marks that belong to no letter of ours: strokes over letters, accents behind a space.

    Tabs and line ends are text. So is the joiner that makes one emoji of two.
    """
    found = (match.start() for match in _INVISIBLE.finditer(s))
    return tuple(Invisible(at, name_of(s[at])) for at in found if not _joins_emoji(s, at))


def name_of(char: str) -> str:
    """The Unicode name of a character, `U+0007` if it has none."""
    return unicodedata.name(char, f"U+{ord(char):04X}")


def _joins_emoji(s: str, at: int) -> bool:
    around = (s[at - 1 : at], s[at + 1 : at + 2])
    return s[at] == _ZERO_WIDTH_JOINER and all(
        char and unicodedata.category(char) in _EMOJI_PART for char in around
    )


def lost_letters(s: str) -> tuple[tuple[int, str], ...]:
    """Find words of which letters were lost on the way from another program, each with its offset.

    Such letters are U+FFFD, U+FFFC and private ones, which only some font of one program draws, and
    the boxes that are drawn for a letter that no font has, where they stand in a word: «Ti□t».
    """
    if not _LOST.search(s):
        return ()
    return tuple((m.start(), m[0]) for m in re.finditer(r"\S+", s) if _LOST.pattern.search(m[0]))


def lookalikes(s: str) -> tuple[Lookalike, ...]:
    """Find what passes for letters, digits and signs of the keyboard, in order.

    Cyrillic and Greek letters in words that have Latin letters, and short words of nothing but such
    Cyrillic ones (any other word in one script is left alone, and so are letters that resemble no
    Latin one: `μm`), Ð for Đ, ƣ for ư and η for n in Vietnamese words, digits of other scripts, and
    what is a plain sign in another dress: «２０２１», «Ⅱ», «ﬁ», «𝗧𝗶𝗲𝘁».
    """
    dressed = [
        Lookalike(found.start(), found[0], _undressed(found[0])) for found in _DRESSED.finditer(s)
    ]
    if not _FOREIGN.search(s):
        return tuple(dressed)
    words = (word for word in _WORD.finditer(s) if _LATIN.search(word[0]) or _passes(word[0]))
    found = [
        Lookalike(word.start() + letter.start(), letter[0], _latin(letter))
        for word in words
        for letter in _FOREIGN.pattern.finditer(word[0])
        if letter[0] not in _IN_VIETNAMESE or _is_vietnamese(word[0])
        if letter[0] not in _IN_NAMES or word[0].islower()
    ]
    return tuple(sorted((*dressed, *found), key=lambda each: each.offset))


def _latin(letter: re.Match[str]) -> str:
    """The letter that it looks like; a tall stroke before a vowel with a mark is an l: «làm»."""
    return "l" if _TALL.match(letter.string, letter.start()) else _LATIN_OF[letter[0]]


def _undressed(sign: str) -> str:
    bare = unicodedata.normalize("NFKC", sign).translate(_CHINESE).translate(_JOINED)
    return str(unicodedata.decimal(bare)) if bare.isdecimal() else bare


def is_foreign_digit(sign: str) -> bool:
    """Whether it is a digit of another script, which does not look like ours."""
    return sign.isdecimal() and unicodedata.normalize("NFKC", sign) == sign and not sign.isascii()


def _passes(word: str) -> bool:
    """Whether a word is so short, and of such Cyrillic letters, that it passes for a Latin one."""
    letters = [char for char in word if not char.isdigit()]
    return 0 < len(letters) <= _SHORTEST and _RUSSIAN.issuperset(letters)


def _is_vietnamese(word: str) -> bool:
    """Whether a word has letters of the Vietnamese alphabet only, eth taken for đ.

    One with letters that are signs of formulas, too, has a letter with a mark: `điệп`, not `ηm`.
    """
    plain = "".join(_LATIN_OF.get(char, char) for char in word).lower()
    if not _ONLY_LIKE.isdisjoint(word) and not _MARKED.search(plain):
        return False
    return _VIETNAMESE.fullmatch(unicodedata.normalize("NFD", plain)) is not None


def plain(s: str) -> str:
    """Without invisible characters, and with the signs of the keyboard for what looks like them."""
    signs = list(s)
    for letter in lookalikes(s):
        signs[letter.offset] = letter.latin
    for hidden in invisible(s):
        signs[hidden.offset] = ""
    return "".join(signs)


def line_before(text: str, at: int) -> str:
    """The part of a line before an offset."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def without_tones(word: str) -> str:
    """Letters with all their marks but that of the tone."""
    return nfc("".join(char for char in unicodedata.normalize("NFD", word) if char not in TONES))
