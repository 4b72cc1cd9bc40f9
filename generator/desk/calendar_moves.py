"""What is being moved, and where to: as a browser names it, and as an edit."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from generator.app.editing.edit_kinds import MoveSlot, PlanSlot
from generator.app.editing.moving import holding
from generator.app.foresight import Foresight, meant_moment
from generator.app.propose import item_without_day
from generator.catalogue import words
from generator.desk.calendar_days import item_of_handle
from generator.desk.foresight_views import (
    ForesightView,
    foresight_view,
    in_titles,
    refusal_view,
    title_of_item,
)
from generator.desk.needs import DraftOffice, Office
from generator.desk.title_words import title_of
from generator.model.plan import ActivityLine, Plan
from generator.model.plan_line import Item
from generator.vietnamese.reasons import ReadingError


@dataclass(frozen=True, slots=True)
class Move:
    """A slot, or a line of a plan that lacks one, and the day that was typed for it: `text`.

    `origin` is where it is now: whoever moves it has seen it there. `view` tells what the day would
    bring; without a day that can be read there is none, and `error` says so. `stays` is why it
    cannot be moved at all.
    """

    handle: str
    item: Item
    line: ActivityLine | None
    text: str
    at: date | datetime | None = None
    view: ForesightView | None = None
    error: str = ""
    stays: str = ""

    @property
    def title(self) -> str:
        """What people call it."""
        return title_of_item(self.item)

    @property
    def now(self) -> str:
        """«thứ Tư, 11/8/2021, 6 giờ 30»; nothing of what has neither day nor quarter."""
        return self.item.slot.in_words(weekday=True)

    @property
    def origin(self) -> str:
        """Where whoever moves it has seen it."""
        return str(self.line.total.planned) if self.line else self.item.slot.in_words()

    def edit(self, origin: str) -> MoveSlot | PlanSlot:
        """The edit, by somebody who has seen it at `origin`."""
        at = self.at or self.item.campaign.issued_on or date.min
        if self.line is None:
            return MoveSlot(self.item.id, at, origin)
        planned = int(origin) if origin.isascii() and origin.isdecimal() else -1
        return PlanSlot(self.line.campaign.id, self.line.activity.id, at, planned)


def move_of(office: Office, plan: Plan, handle: str, text: str) -> Move | None:
    """What a browser names, with what the day would bring; None of what there is not."""
    found = item_of_handle(plan, handle) if handle else None
    if found is None:
        return None
    line = found if isinstance(found, ActivityLine) else None
    item = item_without_day(found) if isinstance(found, ActivityLine) else found
    keeps = None if line else holding(item)
    if keeps:
        told = in_titles(keeps, plan)
        return Move(handle, item, line, text, stays=f"{told.message('vi')} {told.hint('vi')}")
    if not text:
        return Move(handle, item, line, text)
    try:
        at = meant_moment(item, plan, text)
    except ReadingError:
        told_so = words("“{day}” is no day. Write one such as 2/9, +7 or “thứ tư sau”.")
        return Move(handle, item, line, text, error=told_so.format(day=text))
    move = Move(handle, item, line, text, at)
    seen = office.foresee(move.edit(move.origin))
    if isinstance(seen, Foresight):
        return replace(move, view=foresight_view(seen, item, plan))
    return replace(move, view=refusal_view(seen, plan))


def open_drafts(drafts: DraftOffice, plan: Plan, move: Move) -> list[str]:
    """The files of a slot in which something is typed and not saved: nobody knows what it is of."""
    piece = move.item.piece
    told = words("Something is typed in “{title}” and not saved: save it or drop it first.")
    paths = filter(None, (piece.file if piece else "", move.item.campaign.where().path))
    drafts_of = ((path, drafts.draft(path)) for path in paths)
    open_ones = [path for path, draft in drafts_of if draft and not draft.is_saved]
    return [told.format(title=title_of(path, plan)) for path in open_ones]
