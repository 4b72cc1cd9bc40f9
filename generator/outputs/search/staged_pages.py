"""The staged pages as the search reads them: those that have settled, and the newest."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from generator.model.artifact import digest_of
from generator.model.memory import Memory
from generator.model.piece import Piece
from generator.model.webpage import Webpage
from generator.outputs import Context
from generator.outputs.search.index import IndexPage, index_page
from generator.outputs.search.search_entry import entry
from generator.planning.visibility import start_of
from generator.vietnamese.dates import HANOI

_LEAST = 8
"""Pieces at the least among the newest: one of last week may come after one of today."""
_TURN = 24
"""So many of them settle at once: until then what is added rewrites nothing of the others."""


@dataclass(frozen=True, slots=True)
class StagedPages:
    """The pages by their paths, in the order of the site, each with its digest.

    `base` are pages of pieces in the order in which those appeared. All others are the newest:
    few pieces, and what tells of pieces and may change with each.
    """

    pages: Mapping[str, tuple[str, Webpage]]
    base: Sequence[str]
    memory: Memory

    @property
    def newest(self) -> list[str]:
        """In the order of the site."""
        apart = {*self.base}
        return [path for path in self.pages if path not in apart]

    def digest(self, paths: Iterable[str]) -> str:
        """Names all that the search reads of some pages, and their order."""
        return digest_of(*(f"{path} {self.pages[path][0]}" for path in paths))

    def index_pages(self, paths: Iterable[str]) -> Iterator[IndexPage]:
        """What the index holds of them; nothing of pages that hide."""
        for path in paths:
            digest, page = self.pages[path]
            known = self.memory.recall("search-words", f"{path} {digest}", partial(_text, page))
            if known:
                yield IndexPage.read(known)


def staged_pages(context: Context) -> StagedPages:
    """All pages of the site."""
    made = ((each.digest, each.page) for each in context.artifacts["site"])
    pages = {page.path: (digest, page) for digest, page in made if page}
    appeared = {
        context.links.pages[piece.id]: _since(context, piece)
        for piece in context.plan.visible.values()
    }
    dated = sorted((since, path) for path, since in appeared.items() if path in pages)
    count = max(0, len(dated) - _LEAST) // _TURN * _TURN
    return StagedPages(pages, [path for _, path in dated[:count]], context.memory)


def _since(context: Context, piece: Piece) -> datetime:
    """When it appeared; what has no day of its own, when it was approved."""
    appeared = context.plan.appears[piece.id]
    is_dated = appeared > datetime.min.replace(tzinfo=HANOI)
    return appeared if is_dated or not piece.approved_on else start_of(piece.approved_on)


def _text(page: Webpage) -> str:
    known = entry(page)
    return index_page(known).text if known else ""
