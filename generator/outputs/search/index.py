"""The index: where in which pages each syllable stands, in files by its first letters."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import sub
from typing import Final

from generator.model.artifact import digest_of
from generator.outputs.search.search_entry import SearchEntry, SearchResult
from generator.outputs.search.terms import END, Term, term, words

_PAIRS: Final = ("ch", "kh", "ng", "nh", "ph", "th", "tr")
_VOWELS: Final = "aeiouy"
_INITIALS: Final = (*"bcdfghjklmnpqrstvwxz", *_PAIRS)
SHARDS: Final = ("0", *_VOWELS, *(i + rest for i in _INITIALS for rest in (*_VOWELS, "_")))
"""What the files of the index are called: a syllable's initial and first vowel.

`_` stands where no vowel follows; what begins with no letter is in `0`.
"""

GAP: Final = 8
"""Between the title, the headings and the text, so that no phrase reaches across."""


@dataclass(frozen=True, slots=True)
class IndexPage(SearchResult):
    """A page in the index.

    `title_end` and `head_end` are the positions after its title and its headings. `terms` are its
    places by «bare exact»: how often, the first, and each other as the step from the one before; as
    texts, since there are hundreds of thousands.
    """

    title_end: int
    head_end: int
    terms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Index:
    """The pages without their terms, and the files by name.

    These hold of each term its pages, as the step from the one before, and its places there.
    """

    pages: Sequence[IndexPage]
    files: Mapping[str, str]


def shard_of(bare: str) -> str:
    """The file that holds a syllable."""
    if bare[:1] in _VOWELS:
        return bare[:1]
    initial = bare[:2] if bare[:2] in _PAIRS else bare[:1]
    rest = bare[len(initial) : len(initial) + 1]
    return initial + (rest if rest and rest in _VOWELS else "_") if initial in _INITIALS else "0"


def index_of(pages: Iterable[IndexPage]) -> Index:
    """The index of pages that come one after the other: of each only what is shown is kept."""
    rows: list[IndexPage] = []
    found: dict[str, bytearray] = defaultdict(bytearray)
    last: dict[str, int] = defaultdict(int)
    for number, page in enumerate(pages):
        rows.append(replace(page, terms={}))
        for each, places in page.terms.items():
            found[each] += f",{number - last[each]},{places}".encode()
            last[each] = number
    return Index(rows, _shards(stamp_of(rows), found))


def _shards(stamp: str, found: dict[str, bytearray]) -> Mapping[str, str]:
    files: dict[str, dict[str, list[str]]] = {name: {} for name in SHARDS}
    for each in sorted(found):
        bare, exact = each.split(" ")
        forms = files[shard_of(bare)].setdefault(bare, [])
        forms += ["0" if exact == bare else f'"{exact}"', f"[{found.pop(each)[1:].decode()}]"]
    return {name: _shard(stamp, files.pop(name)) for name in SHARDS}


def _shard(stamp: str, held: Mapping[str, Sequence[str]]) -> str:
    """As JSON; terms are letters and digits, so that nothing needs to be escaped."""
    terms = ",".join(f'"{bare}":[{",".join(forms)}]' for bare, forms in held.items())
    return f'{{"stamp":"{stamp}","terms":{{{terms}}}}}\n'


def catalogue(pages: Sequence[IndexPage], short: Iterable[tuple[str, str]]) -> str:
    """The file that is read first: every page as a result shows it, and the abbreviations."""
    groups = list(dict.fromkeys(page.group for page in pages))
    return _json(
        {
            "stamp": stamp_of(pages),
            "short": [[brief, full] for brief, full in short],
            "groups": groups,
            "pages": [_row(page, groups) for page in pages],
        }
    )


def stamp_of(pages: Sequence[IndexPage]) -> str:
    """Names the numbering of the pages: files of two editions must not be read together."""
    return digest_of(*(page.url for page in pages))[:12]


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
            found[term(word)] = sorted(same + places)
    terms = {f"{bare} {exact}": _steps(places) for (bare, exact), places in found.items()}
    shown = {each.name: getattr(entry, each.name) for each in fields(SearchResult)}
    return IndexPage(**shown, title_end=title, head_end=head, terms=terms)


def _count(written: dict[str, list[int]], at: int, texts: Iterable[str]) -> int:
    """Note the words of some texts from a position on; gives the position after them."""
    found = words("".join(f"{text}{END}" for text in texts))
    for place, word in enumerate(found, at):
        written[word].append(place)
    return at + len(found) + GAP


def _steps(places: list[int]) -> str:
    if len(places) == 1:
        return f"1,{places[0]}"
    return ",".join(map(str, (len(places), places[0], *map(sub, places[1:], places))))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
