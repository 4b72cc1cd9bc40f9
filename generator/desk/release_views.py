"""What releasing a quarter would tell whom, what the last release told, and what is to be sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.app.release import (
    ReleaseDraft,
    TooEarlyError,
    by_partner,
    name_of,
    prepare,
    sentence,
)
from generator.catalogue import words
from generator.desk.foresight_views import title_of_item
from generator.desk.piece_views import handle_of
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.planning.packs import Pack, packs_of
from generator.planning.release_history import ReleaseChange, latest
from generator.planning.release_words import changes_of
from generator.vietnamese.dates import moment_in_words


@dataclass(frozen=True, slots=True)
class PartnerNews:
    """What one partner is told, line by line."""

    partner: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackLine:
    """What a partner receives for the quarter: so many of the `count` pieces that it is to have.

    `examples` are those of them whose approval only shows where a name goes.
    """

    handle: str
    partner: str
    pieces: int
    count: int
    examples: int
    is_released: bool

    @property
    def sign(self) -> str:
        """How far it is."""
        is_whole = self.pieces == self.count and not self.examples
        return "approved" if is_whole else "waiting" if self.pieces else "unwritten"


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """A quarter of one plan: `number` is that of the next release, `mark` tells it from any other.

    `news` is what partners would be told, `last` the release that holds, `last_news` what it told.
    Of a plan that `is_draft` nothing is handed on.
    """

    handle: str
    plan: str
    number: int
    mark: str
    is_first: bool
    is_draft: bool
    news: tuple[PartnerNews, ...]
    last: str
    last_news: tuple[PartnerNews, ...]
    open_pieces: tuple[str, ...]

    @property
    def is_new(self) -> bool:
        """Whether a release would tell anybody anything."""
        return self.is_first or bool(self.news)


def release_views(plan: Plan, quarter: Quarter) -> list[ReleaseView]:
    """The plans that have anything in a quarter."""
    mine = {item.campaign.id for item in plan.items.values() if item.slot.quarter == quarter}
    mine |= {campaign for campaign, of in latest(plan.releases) if of == quarter}
    return [_view(plan, campaign, quarter) for campaign in sorted(mine)]


def handle_of_plan(campaign: str) -> str:
    """By which a browser names a plan."""
    return handle_of(f"plan {campaign}")


def release_draft(plan: Plan, campaign: str, quarter: Quarter) -> ReleaseDraft | None:
    """What would be released now; None within the very moment of the last one."""
    try:
        return prepare(plan, campaign, quarter, plan.as_of)
    except TooEarlyError:
        return None


def pack_lines(plan: Plan, quarter: Quarter) -> list[PackLine]:
    """The packs of a quarter, by partner."""
    return [_pack(pack) for pack in packs_of(plan) if pack.quarter == quarter]


def pack_of_handle(plan: Plan, quarter: Quarter, handle: str) -> Pack | None:
    """The pack that a browser names."""
    known = (pack for pack in packs_of(plan) if pack.quarter == quarter)
    return next((pack for pack in known if _handle(pack) == handle), None)


def _view(plan: Plan, campaign: str, quarter: Quarter) -> ReleaseView:
    draft = release_draft(plan, campaign, quarter)
    last = latest(plan.releases).get((campaign, quarter))
    record = plan.workspace.campaigns.get(campaign)
    told = f"{name_of(last)}, {moment_in_words(last.released_on)}" if last else ""
    return ReleaseView(
        handle_of_plan(campaign),
        record.title if record else campaign,
        draft.release.number if draft else 0,
        draft.mark if draft else "",
        last is None,
        record is not None and record.is_draft,
        _news(plan, campaign, draft.changes if draft else []),
        told,
        _news(plan, campaign, changes_of(plan, last)) if last else (),
        tuple(_open(plan, campaign, quarter)),
    )


def _news(plan: Plan, campaign: str, found: list[ReleaseChange]) -> tuple[PartnerNews, ...]:
    return tuple(
        PartnerNews(
            _called(plan, campaign, partner),
            tuple(_sentence(plan, campaign, each) for each in mine),
        )
        for partner, mine in by_partner(plan, found)
    )


def _called(plan: Plan, campaign: str, partner: str) -> str:
    """A partner by its name; whoever leads the plan is told to do so."""
    record = plan.workspace.campaigns.get(campaign)
    owner = plan.workspace.partners.get(record.owner or "") if record else None
    if owner and partner in {each.name for each in owner.names}:
        return words("{partner} (which leads the plan)").format(partner=partner)
    return partner


def _sentence(plan: Plan, campaign: str, change: ReleaseChange) -> str:
    item = plan.items.get(change.id)
    return sentence(plan, campaign, change, f"“{title_of_item(item)}”" if item else "")


def _open(plan: Plan, campaign: str, quarter: Quarter) -> Iterator[str]:
    """What nobody has approved yet, or nobody has written."""
    for item in plan.items_of(campaign):
        if item.slot.quarter == quarter and item.activity.medium and item.state != "handed":
            yield title_of_item(item)


def _pack(pack: Pack) -> PackLine:
    pieces, count = pack.handover, len(pack.wanted_lines)
    examples = sum(piece.is_example for piece in pieces)
    name = pack.name.name
    return PackLine(_handle(pack), name, len(pieces), count, examples, pack.is_released)


def _handle(pack: Pack) -> str:
    return handle_of(f"pack {pack.partner.id}")
