"""The search: its page, and an index that a browser reads in parts, made from the staged pages.

What is not staged for readers cannot be found: the index is made of nothing but the site's own
pages, each entry from its page alone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache, partial

from generator.catalogue import translate
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of, page_artifact
from generator.model.inputs import Digest, Input, made_from
from generator.model.memory import Memory
from generator.model.plan import Plan
from generator.model.webpage import Webpage
from generator.outputs import Context, Output
from generator.outputs.search.index import SHARDS, Index, IndexPage, catalogue, index_of, index_page
from generator.outputs.search.search_entry import entry
from generator.vietnamese.word_lists import word_lists

_FORM = "3"
"""Counts up when entries or files come out otherwise from the same pages."""


def build(context: Context) -> Iterable[Artifact]:
    """The search page and the index; the words around a match come from the pages themselves."""
    pages_of_site = [(made.digest, made.page) for made in context.artifacts["site"] if made.page]
    short = tuple(_short(context.plan))
    known = made_from(
        {
            Input.FORM: _FORM,
            Input.WORDS: repr(short),
            Input.PAGES: digest_of(*(f"{page.path} {digest}" for digest, page in pages_of_site)),
        }
    )
    index = cache(lambda: index_of(_pages(pages_of_site, context.memory)))
    digests = context.memory.read(
        "index", known, lambda: {name: digest_of(text) for name, text in index().files.items()}
    )
    yield _page(addresses.SEARCH, "vi")
    yield _page(addresses.SEARCH_IN_ENGLISH, "en")
    yield _late("pages.json", known, lambda: catalogue(index().pages, short))
    for name in SHARDS:  # the words of one piece stand in few of them
        held = made_from({Input.FORM: _FORM, Input.PAGES: digests[name]})
        yield _late(f"{name}.json", held, partial(_taken, index, name))


def _taken(index: Callable[[], Index], name: str) -> str:
    return index().files[name]


def _pages(staged: Sequence[tuple[str, Webpage]], memory: Memory) -> Iterator[IndexPage]:
    for digest, page in staged:
        known = memory.read("search", f"{page.path} {digest}", partial(_page_of, page))
        if known:
            yield IndexPage(*known)


def _page_of(webpage: Webpage) -> tuple[object, ...]:
    """What the index holds of a page, in the order of `IndexPage`."""
    known = entry(webpage)
    page = known and index_page(known)
    return tuple(getattr(page, each.name) for each in fields(page)) if page else ()


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
