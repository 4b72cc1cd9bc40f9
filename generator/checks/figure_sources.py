"""Every figure that readers meet has a source, and is one that the source is known to say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from itertools import islice

from generator.checks import MOST, Alone
from generator.checks.speakers import stray_speakers
from generator.diagnostics import Diagnostic, warning
from generator.model.article import Article
from generator.model.memory import Memory
from generator.model.piece import Deliverable, Piece
from generator.model.quotations import QuotationFile
from generator.model.sizes import Size
from generator.model.workspace import Workspace
from generator.text.directions import directions
from generator.text.piece_texts import ReadText
from generator.text.printed_contents import contents_lines
from generator.text.prose import is_vietnamese, passages, spoken_prose
from generator.vietnamese.figures import Figure, figures, spoken_figures
from generator.vietnamese.stretches import Stretches
from generator.vietnamese.unit_symbols import ends_formula

NO_SOURCE = warning(
    "figure-without-source",
    "“{figure}” has no source: the piece has no sources:.",
    "Add sources: with document:line or a web address; where it is an example, "
    "say “ví dụ giả định”.",
)
NOT_SAID = warning(
    "figure-not-in-source",
    "None of the sources of the piece is known to say “{figure}”.",
    "Correct the figure, cite the line that says it, or add what the source says to "
    "campaigns/quotations.yml.",
)
_EXAMPLE = re.compile(r"ví dụ|giả định|thí dụ|for example|assumed", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}(#{1,6}) ")
_ITEMS = re.compile(r"[ >]*(?:[-+*]|[0-9]+[.)]|\|)")
_SPEAKER = re.compile(r"^(?P<bold>\*\*|__)[^*_\n]{1,40}:(?P=bold)", re.MULTILINE)  # «PTV 2»
_MARKED_UP = re.compile(
    r"<(su[bp])>[^<\n]*</\1>|\\\([^\n]*?\\\)|\\\[[^\n]*?\\\]|\$[^$\n]*[\\^_={}][^$\n]*\$"
    r"|(?<=\w)(?P<sign>[~^])[\w+−-]{1,6}(?P=sign)|(?<=\w)\^\d"
    r"|~~(?=[^\s~])(?:(?!\n\n)[^~])+~~"
)
_DIGITS = tuple("0123456789")
_PICTURE = re.compile(r"!\[[^\]\n]*\]")


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of the sources; `names` are places whose names hold digits."""

    quotations: QuotationFile | None
    names: tuple[str, ...]

    def figures_of(self, text: ReadText, memory: Memory) -> list[Figure]:
        """Every figure of a text, which is not read again where it was read before."""
        if not text.is_script and not any(map(text.text.__contains__, _DIGITS)):
            return []
        beside = text.body.text if text.is_script else ""
        found = memory.read(
            "figures",
            repr((text.text, text.is_script, beside, self.names)),
            lambda: [astuple(figure) for figure in figures_in(text, self.names)],
        )
        return [Figure(*each) for each in found]

    def coverage(self, piece: Piece) -> set[str]:
        """Figures of the sources, computed ones, and those of its own record."""
        if self.quotations is None:
            return _own(piece)
        found = set(self.quotations.computed.get(piece.id, {})) | _own(piece)
        for source in sources_of(piece):
            document, _, line = source.rpartition(":")
            quoted = self.quotations.quotation(document, line) or ""
            found |= {figure.value for figure in figures(quoted, self.names)}
            found |= set(self.quotations.web.get(source, ()))
        return found


def register(workspace: Workspace) -> Sources:
    """What the sources say; without `campaigns/quotations.yml`, any source will do."""
    return Sources(workspace.quotations, _names(workspace))


def check_against(alone: Alone, register: Sources) -> Iterable[Diagnostic]:
    """Every text of every piece."""
    coverage: dict[str, set[str]] = {}
    for text in alone.texts:
        is_read = text.is_main or text.key == "picture.caption" or text.keys[:1] == ("tips",)
        if text.piece and is_read and (found := register.figures_of(text, alone.memory)):
            if text.piece.id not in coverage:
                coverage[text.piece.id] = register.coverage(text.piece)
            yield from islice(_uncovered(text, found, register, coverage[text.piece.id]), MOST)


def _uncovered(
    text: ReadText, found: list[Figure], register: Sources, coverage: set[str]
) -> Iterator[Diagnostic]:
    """The figures of a text that are not covered; each is told once for a piece."""
    sources = bool(text.piece and text.piece.sources)
    if sources and register.quotations is None:
        return
    for figure in found:
        if figure.value not in coverage:
            coverage.add(figure.value)
            rule = NOT_SAID if sources else NO_SOURCE
            written = text.text[figure.start : figure.end]
            yield rule.at(text.at(figure.start, figure.end), figure=written)


def sources_of(piece: Piece) -> set[str]:
    """The sources of a piece, each line of a document by itself."""
    found: set[str] = set()
    tips = piece.tips if isinstance(piece, Article) else ()
    shown = (figure.source for tip in tips for figure in tip.figures)
    for source in (*piece.sources, *shown, getattr(piece, "fact_source", None) or ""):
        document, _, lines = source.rpartition(":")
        if source.startswith("http") or not document:
            found |= {source} - {""}
        else:
            found |= {f"{document}:{line}" for line in re.split("[,-]", lines)}
    return found


def figures_in(text: ReadText, names: tuple[str, ...] = ()) -> list[Figure]:
    """Every figure of a text but those of examples."""
    found = list(_all(text, names))
    asserted = Stretches(_asserted(text.prose) if found else ())
    return [each for each in found if each.start in asserted]


def _all(text: ReadText, names: tuple[str, ...]) -> Iterator[Figure]:
    script = text.is_script
    if any(map(text.prose.__contains__, _DIGITS)):
        beside = (*_marked_up(text.text), *contents_lines(text.prose))
        labels = Stretches((*beside, *(_unsaid(text) if script else ())))
        for figure in figures(text.prose, names, english=not is_vietnamese(text.text)):
            if figure.start not in labels and not ends_formula(text.prose, figure.start):
                yield figure
    if script:
        yield from spoken_figures(text.prose)


def _marked_up(text: str) -> Iterator[tuple[int, int]]:
    """Small figures and formulas of other dialects, which are told as such; what is struck out."""
    if any(map(text.__contains__, "<\\$^~")):
        yield from (found.span() for found in _MARKED_UP.finditer(text))


def _unsaid(text: ReadText) -> Iterator[tuple[int, int]]:
    """Where a script names who speaks, or what is to be heard."""
    yield from (found.span() for found in _SPEAKER.finditer(text.prose))
    starts = [0, *(found.end() for found in re.finditer("\n", text.text))]
    for line, (start, name) in (stray_speakers(text.piece) if text.piece else {}).items():
        yield starts[line] + start, starts[line] + start + len(name)
    yield from ((found.start, found.end) for found in directions(spoken_prose(text.text)))


def _asserted(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where the passages go but those that say that they are an example.

    A heading that says so speaks for everything below it, a paragraph for the table or list that
    follows. The alternative text of a picture says again what it shows.
    """
    below: int | None = None
    example_before = False
    for offset, passage in passages(prose):
        heading = _HEADING.match(passage)
        level = len(heading[1]) if heading else None
        example = _EXAMPLE.search(passage)
        if level and (below is None or level <= below):
            below = level if example else None
        follows = example_before and _ITEMS.match(passage)
        if below is None and not follows and not example:
            yield from _without_pictures(passage, offset)
        example_before = bool(follows or example)


def _without_pictures(passage: str, offset: int) -> Iterator[tuple[int, int]]:
    start = 0
    for picture in _PICTURE.finditer(passage):
        yield offset + start, offset + picture.start()
        start = picture.end()
    yield offset + start, offset + len(passage)


def _own(piece: Piece) -> set[str]:
    """How much of a piece there is, and how large."""
    if not isinstance(piece, Deliverable):
        return set()
    counts = [piece.units, len(piece.placements), *(each.copies for each in piece.placements)]
    size = getattr(piece, "size", None)
    sides = (size.width, size.height) if isinstance(size, Size) else ()
    return {*map(str, counts), *(f"{side / 1000:g}" for side in sides)}


def _names(workspace: Workspace) -> tuple[str, ...]:
    """Names of places that hold a digit, the longest first."""
    names = {name.name for place in workspace.places.values() for name in place.names}
    numbered = {name for name in names if any(char.isdigit() for char in name)}
    return tuple(sorted(numbered, key=lambda name: (-len(name), name)))
