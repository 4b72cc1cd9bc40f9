"""All that is to be seen, found once and looked up by every page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.media import media, of_kind
from generator.model.article import Article
from generator.model.artifact import Artifact, Kind
from generator.model.asset import Asset
from generator.model.medium import Medium
from generator.model.picture import PictureFacts
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.workspace import Workspace
from generator.outputs import Context
from generator.text.rates import Rates, rates_of
from generator.vietnamese.collation import sort_key
from generator.vietnamese.slugs import slugify


@dataclass(frozen=True, slots=True)
class Label:
    """An industry or a topic: the pieces that bear it, in the order of listings."""

    slug: str
    title: str
    is_industry: bool
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The visible pieces in order, by medium and by label.

    `places` is where each piece stands in its medium, `proofs` the picture of its artwork, `backs`
    that of the other side of a sheet, all by id. `page_pictures` gathers the pictures of pages
    while those are staged, so that no text is read twice: pictures are made last. `sizes` holds
    those that were measured.
    """

    context: Context
    entries: Mapping[str, Entry]
    by_medium: Mapping[str, list[Piece]]
    places: Mapping[str, int]
    labels: Mapping[str, Label]
    proofs: Mapping[str, Artifact]
    backs: Mapping[str, Artifact]
    rates: Rates
    page_pictures: set[str] = field(default_factory=set)
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        """The plan as of its moment."""
        return self.context.plan

    @property
    def workspace(self) -> Workspace:
        """What authors wrote."""
        return self.plan.workspace

    def show(self, asset: Asset | None) -> tuple[int, int] | None:
        """Note that a page shows a picture; gives its width and height in pixels.

        None of one that is not there or cannot be read: pages of drafts do without.
        """
        if asset is None:
            return None
        if asset.path not in self.sizes:
            seen = asset.picture()
            if not isinstance(seen, PictureFacts):
                return None
            self.sizes[asset.path] = seen.size
        self.page_pictures.add(asset.path)
        return self.sizes[asset.path]

    def articles(self) -> list[Article]:
        """What no plan promised, in the order of its listing."""
        pieces = (piece for medium in of_kind(Article) for piece in self.by_medium[medium.name])
        return [piece for piece in pieces if isinstance(piece, Article)]

    def industries(self) -> list[Label]:
        """Every industry, in Vietnamese order."""
        return [label for label in self.labels.values() if label.is_industry]

    def topics(self) -> list[Label]:
        """Every other label, in Vietnamese order."""
        return [label for label in self.labels.values() if not label.is_industry]


def _pictures(context: Context, kind: Kind) -> Mapping[str, Artifact]:
    return {a.of.piece: a for a in context.artifacts.get("print", ()) if a.of.kind is kind}


def shelf_of(context: Context) -> Shelf:
    """Everything visible as of the plan's moment."""
    timetable = context.plan.timetable
    rank = {entry.piece.id: number for number, entry in enumerate(timetable)}
    by_medium: dict[str, list[Piece]] = {name: [] for name in media()}
    for piece in context.plan.visible.values():
        by_medium[piece.medium].append(piece)
    for name, pieces in by_medium.items():
        pieces.sort(key=lambda piece: (-rank.get(piece.id, -1), *_reading(media()[name], piece)))
    return Shelf(
        context,
        {entry.piece.id: entry for entry in timetable},
        by_medium,
        {piece.id: at for pieces in by_medium.values() for at, piece in enumerate(pieces)},
        _labels(by_medium),
        _pictures(context, Kind.PROOF),
        _pictures(context, Kind.BACK),
        rates_of(context.plan),
    )


def _reading(medium: Medium, piece: Piece) -> tuple[object, ...]:
    """Pages without a slot as one reads them, language by language; the rest by id."""
    if medium.placing == "none":
        return piece.lang != "vi", piece.approved_on or date.max, sort_key(piece.title)
    return (piece.id,)


def _labels(by_medium: Mapping[str, list[Piece]]) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for pieces in by_medium.values():
        for piece in pieces:
            for title in piece.labels:
                slug = slugify(title)
                label = found.setdefault(slug, Label(slug, title, title == piece.industry, []))
                label.pieces.append(piece)
    return dict(sorted(found.items(), key=lambda pair: sort_key(pair[1].title)))
