"""The index: where in which pages each syllable stands.

That of settled pages lies in many small files by first letters. The newest pages have a few of
their own, by the letter alone: a page which is added rewrites no others.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import sub
from typing import Final

from generator.model.artifact import digest_of
from generator.outputs.search.search_entry import SearchEntry, SearchResult
from generator.outputs.search.terms import END, Term, term, tied_words, words

_PAIRS: Final = ("ch", "kh", "ng", "nh", "ph", "th", "tr")
_VOWELS: Final = "aeiouy"
_INITIALS: Final = (*"bcdfghjklmnpqrstvwxz", *_PAIRS)
SHARDS: Final = ("0", *_VOWELS, *(i + rest for i in _INITIALS for rest in (*_VOWELS, "_")))
"""What the files of the index are called: a syllable's initial and first vowel.

`_` stands where no vowel follows; what begins with no letter is in `0`.
"""

_LETTERS: Final = 4
"""The initials of so many letters of the alphabet share a file of the newest pages."""

GAP: Final = 8
"""Between the title, the headings and the text, so that no phrase reaches across."""


@dataclass(frozen=True, slots=True)
class IndexPage(SearchResult):
    """A page in the index.

    `title_end` and `head_end` are the positions after its title and its headings. `terms` are its
    places, «bare exact:places;» and so on: how often, the first, and each other as the step from
    the one before; as one text, since there are hundreds of thousands.
    """

    title_end: int
    head_end: int
    terms: str

    @property
    def text(self) -> str:
        """All of it, as it is remembered."""
        shown = [getattr(self, each.name) for each in fields(self)[:-1]]
        return f"{json.dumps(shown, ensure_ascii=False)}\n{self.terms}"

    @classmethod
    def read(cls, text: str) -> "IndexPage":
        """What `text` gave."""
        shown, _, terms = text.partition("\n")
        return cls(*[*json.loads(shown), terms])


def shard_of(bare: str) -> str:
    """The file that holds a syllable."""
    if bare[:1] in _VOWELS:
        return bare[:1]
    initial = bare[:2] if bare[:2] in _PAIRS else bare[:1]
    rest = bare[len(initial) : len(initial) + 1]
    return initial + (rest if rest and rest in _VOWELS else "_") if initial in _INITIALS else "0"


def newest_of(bare: str) -> str:
    """The file that holds a syllable of the newest pages."""
    initial = shard_of(bare)[0]
    letter = ord(initial) - ord("a")
    group = initial if initial == "0" else chr(ord("a") + letter // _LETTERS * _LETTERS)
    return f"newest-{group}"


NEWEST: Final = tuple(dict.fromkeys(map(newest_of, sorted(SHARDS))))
"""What the files of the newest pages are called."""


def base_files(pages: Iterable[IndexPage]) -> Mapping[str, str]:
    """The files of settled pages by name; each page is read once, and not held.

    They hold of each term its pages, as the step from the one before, and its places there.
    """
    return _files(SHARDS, shard_of, pages)


def newest_files(pages: Iterable[IndexPage]) -> Mapping[str, str]:
    """The same of all other pages."""
    return _files(NEWEST, newest_of, pages)


def _files(
    names: Iterable[str], name_of: Callable[[str], str], pages: Iterable[IndexPage]
) -> Mapping[str, str]:
    files: dict[str, dict[str, list[str]]] = {name: {} for name in names}
    urls, terms = _terms(pages)
    for bare, forms in terms.items():
        files[name_of(bare)][bare] = forms
    stamp = stamp_of(urls)
    return {name: _shard(stamp, files.pop(name)) for name in names}


def _terms(pages: Iterable[IndexPage]) -> tuple[list[str], dict[str, list[str]]]:
    """The addresses of the pages, and of each syllable its forms with their places."""
    urls: list[str] = []
    found: dict[str, bytearray] = defaultdict(bytearray)
    last: dict[str, int] = defaultdict(int)
    for number, page in enumerate(pages):
        urls.append(page.url)
        for each in filter(None, page.terms.split(";")):
            name, _, places = each.partition(":")
            found[name] += f",{number - last[name]},{places}".encode()
            last[name] = number
    terms: dict[str, list[str]] = {}
    for name in sorted(found):
        bare, exact = name.split(" ")
        forms = terms.setdefault(bare, [])
        forms += ["0" if exact == bare else f'"{exact}"', f"[{found.pop(name)[1:].decode()}]"]
    return urls, terms


def _shard(stamp: str, held: Mapping[str, Sequence[str]]) -> str:
    """As JSON; terms are letters and digits, so that nothing needs to be escaped."""
    terms = ",".join(f'"{bare}":[{",".join(forms)}]' for bare, forms in held.items())
    return f'{{"stamp":"{stamp}","terms":{{{terms}}}}}\n'


def catalogue(
    pages: Sequence[IndexPage], base: Sequence[int], short: Iterable[tuple[str, str]]
) -> str:
    """The file that is read first: every page as a result shows it, and the abbreviations.

    `base` are the numbers of the settled pages, in the order in which their files have them.
    """
    groups = list(dict.fromkeys(page.group for page in pages))
    apart = {*base}
    newest = [page.url for number, page in enumerate(pages) if number not in apart]
    return _json(
        {
            "stamps": [stamp_of(pages[number].url for number in base), stamp_of(newest)],
            "base": base,
            "short": [[brief, full] for brief, full in short],
            "groups": groups,
            "pages": [_row(page, groups) for page in pages],
        }
    )


def stamp_of(urls: Iterable[str]) -> str:
    """Names the numbering of the pages: files of two editions must not be read together."""
    return digest_of(*urls)[:12]


def _row(page: IndexPage, groups: list[str]) -> list[object]:
    group, length = groups.index(page.group), page.title_end - GAP - 1
    shown = (page.url, page.title, page.note, group, page.year)
    return [*shown, length, page.head_end, page.lang]


def index_page(entry: SearchEntry) -> IndexPage:
    """What the index holds of an entry."""
    written: dict[str, list[int]] = defaultdict(list)
    title = _count(written, 0, (entry.title,))
    head = _count(written, title, (*entry.keys, *entry.headings))
    _count(written, head, entry.lines)
    del written[END]
    found: dict[Term, list[int]] = {}
    for word, places in written.items():
        same = found.setdefault(term(word), places)
        if same is not places:
            found[term(word)] = same + places
    found = {each: sorted({*places}) for each, places in found.items()}
    terms = (f"{bare} {exact}:{_steps(places)}" for (bare, exact), places in found.items())
    shown = {each.name: getattr(entry, each.name) for each in fields(SearchResult)}
    return IndexPage(**shown, title_end=title, head_end=head, terms=";".join(terms))


def _count(written: dict[str, list[int]], at: int, texts: Iterable[str]) -> int:
    """Note the words of some texts from a position on; gives the position after them."""
    whole = "".join(f"{text}{END}" for text in texts)
    found = words(whole)
    for place, word in enumerate(found, at):
        written[word].append(place)
    for number, word in tied_words(whole):
        written[word].append(at + number)
    return at + len(found) + GAP


def _steps(places: list[int]) -> str:
    if len(places) == 1:
        return f"1,{places[0]}"
    return ",".join(map(str, (len(places), places[0], *map(sub, places[1:], places))))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
