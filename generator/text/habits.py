"""Lines that are laid out as in a word processor, and that Markdown reads as bare words.

A no-break space behind a hyphen, a heading in bold, a row of dashes, a note numbered by hand: each
looks right on the screen of who writes, and is something else for who reads.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from generator.text.prose import BLANK, passages
from generator.vietnamese.text_cache import text_cache

Kind = Literal[
    "heading-space", "list-space", "indent-space", "list-touching", "divider", "heading-in-bold",
    "heading-in-capitals", "heading-numbered", "hashtag", "letters-for-list", "note-by-hand",
    "star-open",
]  # fmt: skip

_WIDE: Final = "\u00a0\u2000-\u200a\u202f\u3000"
_BEGUN = re.compile(
    rf"^[ >]*(?:(?P<sign>#{{1,6}}|[-+*]|\d{{1,9}}[.)])(?P<space>[ ]*[{_WIDE}][ {_WIDE}]*)"
    rf"|(?P<indent>[{_WIDE}][ {_WIDE}]*)"
    r"|(?P<touching>[-+]|\*(?=[^*\n]+$)|\d{1,3}[.)]|(?<![^\n]\n)(?:\d{1,3}/|[a-zđ]\)))"
    r"(?=[^\W\d_][^\W\d_A-ZĐ]))(?P<rest>\S[^\n]*)",
    re.MULTILINE,
)
_DIVIDER = re.compile(
    r" {0,3}(?:[—–=•·+#~]{3,}|(?:[—–=•·~] ){2,}[—–=•·~]"
    r"|[-–—=_*~•]{2,} ?[oO0*•]{1,5} ?[-–—=_*~•]{2,}) *"
)
_BOLD = re.compile(r"(\*{2,3}|__)(?P<words>[^*_\n]+)\1")
_NUMBER = re.compile(
    r"(?:(?:Phần|Chương|Mục|Bài|Điều) (?:[IVX]{1,5}|\d{1,2})[.:]?"
    r"|(?:[IVX]{1,5}|[A-HĐ])(?:[.)/]| ?[-–—])|\d{1,2}(?:\.\d{1,2})+[.)]?) ?(?P<words>[^\W\d_].*)"
)
_LETTER = re.compile(
    r"(?:[a-zđ][.)/]|\((?:[a-zđ]|\d{1,2})\)|\d{1,2}/) (?=\S)|\d{1,2} ?[-–—] (?=[^\W\d_])"
)
_NAMED_ITEM = re.compile(r"(?<!\w)(?:điểm|mục|ý|tiết) (?:\([a-zđ]\)|[a-zđ](?!\w))", re.IGNORECASE)
"""An item that the text names by its letter: «điểm b»."""
_HASHTAG = re.compile(r"#(?P<words>[^\W\d_]\S*)")
_MARK = re.compile(rf"\[\d{{1,3}}\](?![\[(:{BLANK}])")
_NOTE = re.compile(
    r"(?P<mark>\(\d{1,2}\)|[¹²³⁴-⁹]{1,2}|\(\*{1,3}\)|(?P<star>\*{1,3}) ?(?=[^*]+\Z)) ?(?=\S)"
)
_STARS = re.compile(r"\*+")
_STARRED = re.compile(r"(?<=[\w%‰°)”’\".!?…])[ ]?\*{1,3}(?![\w*])")
_PAIR = re.compile(
    r"(\*{1,3})(?=[^\s*])[^*\n]*(?:\n(?![ \t]*(?:\n|[-+*>#]+ |\d+[.)] ))[^*\n]*)*?(?<=[^\s*])\1"
)
_OPENED = re.compile(r"(?:^|(?P<within>(?<=[ (“])))\*(?=[^\W_])", re.MULTILINE)
_CLOSED = re.compile(r"(?<=[\w.,:;!?…”)])\*(?![\w*])")
_APART: Final = 2  # lines from an item to the next, with an empty one between
_ENDS: Final = ".!?…:;,"
_LONGEST: Final = 90  # characters of a heading


@dataclass(frozen=True, slots=True)
class Habit:
    """Such a line: where its sign is in the prose, and what is to be typed there, if known.

    That is `sign`, and the words of the text from the first to the second of `words`.
    """

    kind: Kind
    start: int
    end: int
    sign: str = ""
    words: tuple[int, int] = (0, 0)

    def replacement(self, text: str) -> str:
        """The line as it is to be typed; `text` is what the prose was made of."""
        return self.sign + text[slice(*self.words)]


@text_cache(1024)
def habits(prose: str) -> tuple[Habit, ...]:
    """Every such line of a body, in order; of lines in a row with the same sign the first."""
    notes = [*_notes(prose)]
    notes += [each for each in _open_stars(prose) if not notes]
    starts = {note.start for note in notes}
    signs = (sign for sign in _signs(prose) if sign.start not in starts)
    return tuple(sorted((*signs, *_alone(prose), *notes), key=lambda habit: habit.start))


def _signs(prose: str) -> Iterator[Habit]:
    """Lines that begin with a sign and no plain space."""
    last, before, line, at = -_APART - 1, "", 0, 0
    for match in _BEGUN.finditer(prose):
        line, at = line + prose.count("\n", at, match.start()), match.start()
        sign = re.sub(r"\d+", "1", match["sign"] or match["touching"] or "")
        if sign != before or line > last + _APART:
            yield _sign(match)
        last, before = line, sign


def _sign(match: re.Match[str]) -> Habit:
    before, words = match[0][: -len(match["rest"])], match.span("rest")
    quoted = before[: len(before) - len(before.lstrip(" >"))]
    if match["sign"]:
        kind: Kind = "heading-space" if match["sign"][0] == "#" else "list-space"
        return Habit(kind, *match.span("space"), f"{quoted}{match['sign']} ", words)
    if match["indent"]:
        return Habit("indent-space", *match.span("indent"), quoted, words)
    sign = match["touching"]
    sign = f"{sign[:-1]}." if sign[-1] == "/" else "-" if sign[0].isalpha() else sign
    return Habit("list-touching", *match.span("touching"), f"{quoted}{sign} ", words)


def _alone(prose: str) -> Iterator[Habit]:
    """Paragraphs of one short line that are headings or rules to who typed them; lettered ones."""
    lettered = 0
    pieces = [(at, text) for at, text in passages(prose) if text.strip()]
    for number, (at, text) in enumerate(pieces):
        line = text.rstrip()
        lettered = lettered + 1 if _LETTER.match(line) else 0
        if lettered == 2:  # noqa: PLR2004 - one alone may be anything
            start, first = pieces[number - 1]
            end = start + len(first.partition("\n")[0])
            sign = len(first) - len(_LETTER.sub("", first, count=1))
            typed = "1. " if any(map(str.isdigit, first[:sign])) else "- "
            if typed == "- " and _NAMED_ITEM.search(prose):
                continue  # in a list, its letter would be lost
            yield Habit("letters-for-list", start, start + sign - 1, typed, (start + sign, end))
        if "\n" in line or len(line) > _LONGEST or BLANK in line:
            continue
        if _DIVIDER.fullmatch(line):
            yield Habit("divider", at, at + len(line), "---")
        elif (habit := _heading(line, at)) and (
            number + 1 < len(pieces) or habit.kind == "hashtag"
        ):
            below = pieces[number + 1][1] if number + 1 < len(pieces) else ""
            if habit.kind != "heading-in-bold" or not below.lstrip().startswith("|"):
                yield habit  # else it is what a table is called


def _heading(line: str, at: int) -> Habit | None:
    """What is a heading by its looks, and has words below it."""
    kind: Kind | None = None
    if match := _HASHTAG.fullmatch(line):
        kind = "hashtag"
    elif match := _BOLD.fullmatch(line):
        kind = "heading-in-bold"
    elif (match := _NUMBER.fullmatch(line)) and match["words"][0].isupper():
        kind = "heading-numbered"
    elif line.isupper() and " " in line and line[0].isalpha():
        kind = "heading-in-capitals"
    start, end = match.span("words") if match and kind != "heading-numbered" else (0, len(line))
    is_one = kind and line[start:end].rstrip()[-1:] not in _ENDS
    return (
        Habit(kind, at, at + len(line), "## ", (at + start, at + end)) if kind and is_one else None
    )


def _open_stars(prose: str) -> Iterator[Habit]:
    """The first star that opens words in italics which no star ends in the same paragraph."""
    left = _PAIR.sub(lambda pair: BLANK * len(pair[0]), prose) if "*" in prose else ""
    for opened in _OPENED.finditer(left):
        is_list = opened["within"] is None and not _CLOSED.search(left, opened.end())
        if not is_list:
            yield Habit("star-open", *opened.span())
            return


def _notes(prose: str) -> Iterator[Habit]:
    """The first mark of a note that is none here, or else the first note below."""
    if mark := _MARK.search(prose) if "[" in prose else None:
        yield Habit("note-by-hand", *mark.span())
        return
    tried, starred = set[str](), set[str]()
    for at, text in passages(prose):
        stars = [*map(str.strip, _STARRED.findall(text))] if "*" in text else []
        starred |= set(stars) if stars == _STARS.findall(text) else set()
        note = _NOTE.match(text)
        if not note or note["mark"] in tried:
            continue
        if note["star"]:
            if note["star"] in starred:
                yield Habit("note-by-hand", at, at + len(note["star"]))
                return
            continue
        tried.add(note["mark"])
        if re.search(rf"(?<=\w)[ ]?{re.escape(note['mark'])}(?!\w)", prose[:at]):
            yield Habit("note-by-hand", at, at + len(note["mark"]))
            return
