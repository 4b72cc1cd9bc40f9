"""An abbreviation has one meaning, and readers learn it where they meet it first."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.checks import MOST, Alone, Subject
from generator.diagnostics import Diagnostic, Location, Rule, Severity, warning
from generator.model.abbreviations import Abbreviation
from generator.model.scripted_piece import Scripted
from generator.model.workspace import Workspace
from generator.source.loader import FILE_MISSING
from generator.text.piece_texts import ReadText
from generator.text.placeholders import WORDS
from generator.text.prose import is_vietnamese
from generator.vietnamese.speech.spoken_figures import UNITS
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.text import fold
from generator.vietnamese.tone import newer
from generator.vietnamese.unit_symbols import ends_formula

TWO_MEANINGS = Rule(
    "abbreviation-twice",
    "“{short}” is explained already: {first}.",
    "Keep one meaning; write the other one out in full wherever it is used.",
)
OTHER_MEANING = warning(
    "abbreviation-other-meaning",
    "“{short}” means “{full}” here, and “{other}” elsewhere.",
    "Keep one meaning; write this one out in full.",
)
UNEXPLAINED_SHORT_FORM = warning(
    "abbreviation-unexplained",
    "“{short}” is not explained where readers meet it first.",
    "Write “{full} ({short})” here.",
)
UNKNOWN = UNEXPLAINED_SHORT_FORM.with_hint(
    "Write it out, explain it in brackets, or add it to campaigns/abbreviations.yml."
)

NO_LIST = FILE_MISSING.with_hint(
    "{count} abbreviations are explained nowhere, first {first}. Put the file back, or begin it "
    "anew:\nabbreviations:\n  - {{short: SXSH, full: sản xuất sạch hơn}}",
    Severity.WARNING,
)
_LIST = "campaigns/abbreviations.yml"
_FEW = 3  # places that are told one by one

# Not in a number («889/QĐ-TTg»), not before one («TCVN 6909:2001»).
# Several in a row are one: «Công ty SX-TM-DV».
_SHORT = re.compile(
    r"(?:[A-ZĐ]{2,5}-){1,3}[A-ZĐ]{2,5}(?![\w/-])"
    r"|[A-ZĐ][A-ZĐ]{1,6}(?![\w/]|-(?![0-9]))(?! [0-9]+:)"
)
_CAPITALS = re.compile("[A-ZĐ]{2}")
_WITHIN = re.compile(r"[\w/.&-]")
_ROMAN = re.compile("[IVXLC]+")
_EXPLAINS = re.compile(r"[*_]{0,3}(?: \(|: | là | nghĩa là | – |, tức )")
_GIVEN = re.compile(r"\(([A-ZĐ]{2,7})\)")
_UNITS = frozenset(unit.casefold() for unit in UNITS)
_FIGURE = re.compile(r"[0-9] ?\Z")  # «10 KG»: that a unit has wrong letters is told as such
_CODE = re.compile(r":? (?:số )?\d{6,}")
_LONGEST = 80  # characters before a bracket that may be its words


@dataclass(frozen=True, slots=True)
class ListedForms:
    """The list of abbreviations, and whether it is what its author wrote."""

    entries: tuple[Abbreviation, ...]
    is_there: bool

    def by_short(self) -> dict[str, Abbreviation]:
        """The first entry of each."""
        return {each.short: each for each in reversed(self.entries)}


def register(workspace: Workspace) -> ListedForms:
    """What is listed."""
    is_there = _LIST not in {*workspace.absent, *workspace.broken_files}
    return ListedForms(tuple(workspace.abbreviations.abbreviations), is_there)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every entry of the list of abbreviations; where it is gone, all that it would explain."""
    first: dict[str, Location] = {}
    for each in subject.workspace.abbreviations.abbreviations:
        before = first.setdefault(each.short, each.where("short"))
        if before is not each.where("short"):
            yield TWO_MEANINGS.at(each.where("short"), short=each.short, first=before)
    if _LIST in subject.workspace.absent:
        lost = [told for text in _with_short(subject.texts) for told in _unexplained(text, {})]
        yield from lost if len(lost) <= _FEW else [_all_lost(lost)]


def _all_lost(lost: Sequence[Diagnostic]) -> Diagnostic:
    return NO_LIST.at(Location(_LIST), count=len(lost), first=lost[0].where)


def check_against(alone: Alone, register: ListedForms) -> Iterable[Diagnostic]:
    """Every text that uses some."""
    listed = register.by_short()
    for text in _with_short(alone.texts):
        yield from islice(_meanings(text, listed), MOST)
        if register.is_there:
            yield from islice(_unexplained(text, listed), MOST)


def _with_short(texts: Iterable[ReadText]) -> Iterator[ReadText]:
    bodies = (each for each in texts if not each.key)
    return (each for each in bodies if _has_short(each) and is_vietnamese(each.text))


def _has_short(text: ReadText) -> bool:
    """Most texts have none, which is seen before they are read as prose."""
    return bool(_CAPITALS.search(text.text) and _SHORT.search(text.prose))


def _meanings(text: ReadText, listed: Mapping[str, Abbreviation]) -> Iterator[Diagnostic]:
    """Explanations in brackets that differ from the list, or from one before in the text."""
    given = {short: each.full for short, each in listed.items()}
    for found in _GIVEN.finditer(text.prose):
        short, before = found[1], text.prose[max(0, found.start() - _LONGEST) : found.start()]
        words = before.split()[-len(short) :]
        full = " ".join(words)
        other = given.setdefault(short, full)
        if _same("".join(word[0] for word in words), short) and not _same(full, other):
            yield OTHER_MEANING.at(text.at(*found.span(1)), short=short, full=full, other=other)


def _same(one: str, other: str) -> bool:
    return newer(one).casefold() == newer(other).casefold()


def _unexplained(text: ReadText, listed: Mapping[str, Abbreviation]) -> Iterator[Diagnostic]:
    names = " ".join(text.piece.speakers) if isinstance(text.piece, Scripted) else ""
    seen: set[str] = {*_SHORT.findall(names)}  # who speaks is called so
    for found in _SHORT.finditer(text.prose):
        short = found[0]
        if short in seen or _WITHIN.match(text.prose, found.start() - 1):
            continue
        if _CODE.match(text.prose, found.end()) or ends_formula(text.prose, found.end() + 1):
            continue  # «CCCD 075190001234», which is told as such
        if short.casefold() in _UNITS and _FIGURE.search(
            text.prose[max(0, found.start() - 2) : found.start()]
        ):
            continue
        seen.add(short)
        entry = listed.get(short)
        is_plain = _is_plain(short, entry, spoken=text.is_script)
        if is_plain or _is_explained(text.prose, found, entry):
            continue
        where = text.at(found.start(), found.end())
        yield (
            UNEXPLAINED_SHORT_FORM.at(where, short=short, full=entry.full)
            if entry
            else UNKNOWN.at(where, short=short)
        )


def _is_plain(short: str, entry: Abbreviation | None, *, spoken: bool) -> bool:
    """Needs no explanation: what everybody knows, units, numerals, words; when heard, the list."""
    if entry is not None:
        return spoken or entry.explain == "never"
    return (
        short in UNITS
        or short in WORDS
        or short in {"YY", "ABC", "XYZ"}  # a figure or a name to come: «YY triệu», «Công ty ABC»
        or bool(_ROMAN.fullmatch(short))
        or is_syllable(fold(short))
    )


def _is_explained(prose: str, found: re.Match[str], entry: Abbreviation | None) -> bool:
    """Whether it stands in brackets after words, with words after it, or in one passage with them.

    The words may also have been used before.
    """
    if _GIVEN.match(prose, found.start() - 1) or _EXPLAINS.match(prose, found.end()):
        return True
    if entry is None:
        return False
    end = prose.find("\n\n", found.end())
    before = prose[: end if end >= 0 else None]
    return newer(entry.full).casefold() in newer(before).casefold()
