"""The search: its page, and an index that a browser reads in parts, made from the staged pages.

What is not staged for readers cannot be found: the index is made of nothing but the site's own
pages, each entry from its page alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from generator.catalogue import translate
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of, ready
from generator.model.inputs import Digest, Input, made_from
from generator.model.plan import Plan
from generator.outputs import Context, Output
from generator.outputs.search.entry import Entry, entry
from generator.outputs.search.index import SHARDS, catalogue, shards

_FORM = "1"
"""Counts up when entries or files come out otherwise from the same pages."""


def build(context: Context) -> Iterable[Artifact]:
    """The search page, the index, and the text of every page for the words around a match."""
    staged = [made for made in context.made["site"] if made.path.endswith(".md")]
    short = tuple(_short(context.plan))
    known = made_from(
        {
            Input.FORM: _FORM,
            Input.WORDS: repr(short),
            Input.PAGES: digest_of(*(f"{made.path} {made.digest}" for made in staged)),
        }
    )
    entries = cache(partial(_entries, staged))
    files = cache(lambda: shards(entries()))
    yield ready(addresses.SEARCH, _page("vi"))
    yield ready(addresses.SEARCH_IN_ENGLISH, _page("en"))
    yield _late("pages.json", known, lambda: catalogue(entries(), short))
    for name in SHARDS:
        yield _late(f"{name}.json", known, partial(_taken, files, name))
    for page in staged:
        path = f"text/{addresses.url(page.path).rstrip('/') or 'index'}.txt"
        yield _late(
            path, made_from({Input.FORM: _FORM, Input.PAGES: page.digest}), partial(_text, page)
        )


def _taken(files: Callable[[], Mapping[str, str]], name: str) -> str:
    return files()[name]


def _entries(staged: Sequence[Artifact]) -> list[Entry]:
    found = (entry(page.path, page.bytes().decode()) for page in staged)
    return [known for known in found if known]


def _text(page: Artifact) -> str:
    known = entry(page.path, page.bytes().decode())
    return "".join(f"{line}\n" for line in known.lines) if known else ""


def _late(name: str, known: Digest, make: Callable[[], str]) -> Artifact:
    def chunks() -> Iterator[bytes]:
        yield make().encode()

    path = f"{addresses.SEARCH_INDEX}/{name}"
    return Artifact(path, Audience.PUBLIC, known.of(path), chunks)


def _short(plan: Plan) -> Iterator[tuple[str, str]]:
    """Abbreviations and what they stand for; quarters as they are noted in a diary."""
    for each in plan.workspace.abbreviations.abbreviations:
        yield each.short, each.full
    for number in range(1, 5):
        yield f"Q{number}", f"quý {number}"


def _page(lang: str) -> str:
    """Staged as every page is; its form is in the theme."""
    title = translate("Search", lang)
    head = f'title: "{title}"\ntemplate: "search.html"\nrobots: "noindex"\nlang: "{lang}"'
    return f"---\n{head}\n---\n"


OUTPUT = Output("search", "Search", build, needs=("site",))
