"""The search: its page, and an index that a browser reads in parts, made from the staged pages.

What is not staged for readers cannot be found: the index is made of nothing but the site's own
pages, each entry from its page alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, partial

from generator.catalogue import translate
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of, ready
from generator.model.inputs import Digest, Input, made_from
from generator.model.memory import Memory
from generator.model.plan import Plan
from generator.outputs import Context, Output
from generator.outputs.search.entry import entry
from generator.outputs.search.index import SHARDS, Page, catalogue, indexed, shards
from generator.outputs.search.loans import LOANS

_FORM = "2"
"""Counts up when entries or files come out otherwise from the same pages."""


def build(context: Context) -> Iterable[Artifact]:
    """The search page and the index; the words around a match come from the pages themselves."""
    staged = [made for made in context.made["site"] if addresses.is_page(made.path)]
    short = tuple(_short(context.plan))
    known = made_from(
        {
            Input.FORM: _FORM,
            Input.WORDS: repr(short),
            Input.PAGES: digest_of(*(f"{made.path} {made.digest}" for made in staged)),
        }
    )
    pages = cache(partial(_pages, staged, context.memory))
    files = cache(lambda: shards(pages()))
    digests = context.memory.read(
        "index", known, lambda: {name: digest_of(text) for name, text in files().items()}
    )
    yield ready(addresses.SEARCH, _page("vi"))
    yield ready(addresses.SEARCH_IN_ENGLISH, _page("en"))
    yield _late("pages.json", known, lambda: catalogue(pages(), short))
    for name in SHARDS:  # the words of one piece stand in few of them
        held = made_from({Input.FORM: _FORM, Input.PAGES: digests[name]})
        yield _late(f"{name}.json", held, partial(_taken, files, name))


def _taken(files: Callable[[], Mapping[str, str]], name: str) -> str:
    return files()[name]


def _pages(staged: Sequence[Artifact], memory: Memory) -> list[Page]:
    found = (
        memory.read("search", f"{page.path}\n{text}", partial(_page_of, page.path, text))
        for page in staged
        for text in (page.bytes().decode(),)
    )
    return [Page(*known) for known in found if known]


def _page_of(path: str, text: str) -> tuple[object, ...]:
    """What the index holds of a staged page, in the order of `Page`."""
    known = entry(path, text)
    page = known and indexed(known)
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
    for usual, *others in LOANS:
        yield from ((other, usual) for other in others)


def _page(lang: str) -> str:
    """Staged as every page is; its form is in the theme."""
    title = translate("Search", lang)
    head = f'title: "{title}"\ntemplate: "search.html"\nrobots: "noindex"\nlang: "{lang}"'
    return f"---\n{head}\n---\n"


OUTPUT = Output("search", "Search", build, needs=("site",))
