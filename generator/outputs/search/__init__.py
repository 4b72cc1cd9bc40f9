"""The search: its page, and an index that a browser reads in parts, made from the staged pages.

What is not staged for readers cannot be found: the index is made of nothing but the site's own
pages, each entry from its page alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from generator.catalogue import translate
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of, page_artifact
from generator.model.inputs import Digest, Input, made_from
from generator.model.plan import Plan
from generator.model.webpage import Webpage
from generator.outputs import Context, Output
from generator.outputs.search.index import (
    NEWEST,
    SHARDS,
    IndexPage,
    base_files,
    catalogue,
    newest_files,
)
from generator.outputs.search.staged_pages import StagedPages, staged_pages
from generator.vietnamese.word_lists import word_lists

_FORM = "5"
"""Counts up when entries or files come out otherwise from the same pages."""


def build(context: Context) -> Iterable[Artifact]:
    """The search page and the index; the words around a match come from the pages themselves."""
    staged, short = staged_pages(context), tuple(_short(context.plan))
    yield _page(addresses.SEARCH, "vi")
    yield _page(addresses.SEARCH_IN_ENGLISH, "en")
    every, words = staged.digest(staged.pages), repr((short, staged.base))
    known = made_from({Input.FORM: _FORM, Input.WORDS: words, Input.PAGES: every})
    yield _late("pages.json", known, partial(_catalogue, staged, short))
    yield from _files(SHARDS, base_files, staged, staged.base)
    yield from _files(NEWEST, newest_files, staged, staged.newest)


def _catalogue(staged: StagedPages, short: Iterable[tuple[str, str]]) -> str:
    pages = [replace(page, terms="") for page in staged.index_pages(staged.pages)]
    numbers = {page.url: number for number, page in enumerate(pages)}
    base = [numbers[url] for url in map(addresses.url, staged.base) if url in numbers]
    return catalogue(pages, base, short)


def _files(
    names: Iterable[str],
    write: Callable[[Iterable[IndexPage]], Mapping[str, str]],
    staged: StagedPages,
    paths: Iterable[str],
) -> Iterator[Artifact]:
    """Each file again only where it comes out otherwise: words of one piece stand in some."""
    files = cache(lambda: write(staged.index_pages(paths)))
    known = digest_of(_FORM, write.__name__, staged.digest(paths))
    digests = staged.memory.read(
        "index", known, lambda: {name: digest_of(text) for name, text in files().items()}
    )
    for name in names:
        held = made_from({Input.FORM: _FORM, Input.PAGES: digests[name]})
        yield _late(f"{name}.json", held, partial(_taken, files, name))


def _taken(files: Callable[[], Mapping[str, str]], name: str) -> str:
    return files()[name]


def _late(name: str, known: Digest, make: Callable[[], str]) -> Artifact:
    def chunks() -> Iterator[bytes]:
        yield make().encode()

    path = f"{addresses.SEARCH_INDEX}/{name}"
    return Artifact(path, Audience.PUBLIC, known.of(path), chunks)


def _short(plan: Plan) -> Iterator[tuple[str, str]]:
    """Abbreviations and what they stand for, quarters as in a diary, spellings of loan words."""
    for each in plan.workspace.abbreviations.abbreviations:
        yield each.short, each.full
    for number in range(1, 5):
        yield f"Q{number}", f"quý {number}"
    for usual, *others in word_lists(__name__)["loans"]:
        yield from ((other, usual) for other in others)


def _page(path: str, lang: str) -> Artifact:
    """Its form is in the theme."""
    head = {"title": translate("Search", lang), "template": "search.html", "robots": "noindex"}
    return page_artifact(Webpage(path, {**head, "lang": lang}, ""))


OUTPUT = Output("search", "Search", build, needs=("site",))
