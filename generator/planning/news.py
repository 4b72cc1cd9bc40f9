"""What feeds tell of: pieces with a day, when each appeared and when it last changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.media import media
from generator.model.piece import Correction, Deliverable, Piece
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.planning.items import activity_of
from generator.planning.visibility import start_of, visible_from


@dataclass(frozen=True, slots=True)
class News:
    """A piece in the feeds (tin): moments of appearance and of the last change that readers see.

    Of a `withdrawn` piece nothing but its title may be told.
    """

    piece: Piece
    published_at: datetime
    updated_at: datetime
    corrections: tuple[Correction, ...] = ()
    quarter: Quarter | None = None
    campaign: str = ""
    partner: str = ""
    withdrawn: bool = False


def news_of(plan: Plan) -> tuple[News, ...]:
    """Every piece that readers were told of, the last change first."""
    found = [
        news for piece in plan.workspace.pieces.values() for news in news_of_piece(plan, piece)
    ]
    return tuple(
        sorted(found, key=lambda n: (n.updated_at, n.published_at, n.piece.id), reverse=True)
    )


def withdrawal(piece: Piece) -> tuple[datetime, datetime] | None:
    """When a piece appeared and was withdrawn; None for one that readers never saw."""
    if piece.status != "withdrawn" or piece.withdrawn_on is None:
        return None
    slot = piece.slot if isinstance(piece, Deliverable) else None
    appeared = visible_from(piece.model_copy(update={"status": "approved"}), slot)
    gone = start_of(piece.withdrawn_on)
    end = gone + timedelta(days=1)
    return (appeared, gone) if appeared and _dated(piece) and appeared < end else None


def news_of_piece(plan: Plan, piece: Piece) -> Iterator[News]:
    """The news of one piece: none of one without a day, a page like the home page is no news."""
    if piece.id in plan.visible and _dated(piece):
        published = plan.appears[piece.id]
        shown = tuple(c for c in piece.corrections if start_of(c.on) <= plan.as_of)
        updated = _updated(published, [c.on for c in shown], piece.revised_on, plan.as_of)
        yield News(piece, published, updated, shown, *_belongs(plan, piece, published))
    gone = withdrawal(piece)
    if gone and gone[1] <= plan.as_of:
        published, updated = gone[0], max(gone)
        yield News(piece, published, updated, (), *_belongs(plan, piece, published), withdrawn=True)


def _dated(piece: Piece) -> bool:
    return bool(media()[piece.medium].section) or piece.publish_on is not None


def _updated(
    published: datetime, corrected: list[date], revised: date | None, as_of: datetime
) -> datetime:
    """A day has no hour: each correction adds a second, so that two in one day are two changes."""
    days = [*corrected, *([revised] if revised else [])]
    moments = [moment for day in days if (moment := start_of(day)) <= as_of]
    return max([published, *moments]) + timedelta(seconds=len(corrected))


def _belongs(plan: Plan, piece: Piece, published: datetime) -> tuple[Quarter, str, str]:
    """Quarter, campaign and partner; what has no slot is of the quarter that it appeared in."""
    appeared = Quarter.of(published.date())
    if not isinstance(piece, Deliverable):
        return appeared, "", ""
    campaign = plan.workspace.campaigns.get(piece.campaign)
    activity = activity_of(campaign, piece.activity)
    own = piece.quarter_in(campaign.period) if campaign else None
    item = plan.items.get(piece.id)
    partner = piece.partner or (activity.partner if activity else "") or ""
    return (item.slot.quarter if item else own) or appeared, piece.campaign, partner
