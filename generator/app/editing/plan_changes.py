"""What a plan copied for other years says otherwise, key by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.campaign import Activity, Campaign
from generator.model.fields import PartialQuarter
from generator.model.partner import Partner
from generator.model.plan_document import Responsibility
from generator.model.plan_source import NO_SOURCE
from generator.model.planned_slot import PlannedSlot, Session
from generator.model.quarter import ROMAN
from generator.planning.succession import successor_on
from generator.planning.year_shift import YearShift
from generator.source.entries import Route
from generator.source.many_entries import NewValue, RemarkLine
from generator.source.release_file import moment
from generator.vietnamese.dates import format_date

KEPT_FACTS = frozenset({"purpose", "addressee", "recipient"})
"""What of a document its successor is likely to say as well; all else it says of itself alone."""
_OF_THE_DOCUMENT = ("source", "issued_on", "budget", "legal_basis")
"""What only the new document can say: its place stays, as a remark."""
Changes = Iterator[tuple[Route, NewValue]]


@dataclass(frozen=True, slots=True)
class PlanCopy:
    """A plan copied into other years under another id, with the bodies that there are then."""

    campaign: Campaign
    shift: YearShift
    identity: str
    partners: Mapping[str, Partner]

    def changes(self) -> dict[Route, NewValue]:
        """All that is not copied as it is."""
        return dict(self._all())

    def successor(self, identity: str) -> str | None:
        """Who does the work of a body at the end of the new period."""
        return successor_on(self.partners, identity, self.shift.ends_on)

    def _all(self) -> Changes:
        plan, shift = self.campaign, self.shift
        yield ("id",), self.identity
        yield ("title",), shift.title(plan.title)
        yield ("period",), str(plan.period + shift.years)
        if plan.begins:
            yield ("begins",), str(plan.begins + shift.years)
        if plan.report_due:
            yield ("report_due",), format_date(shift.day(plan.report_due))
        for key in _OF_THE_DOCUMENT:
            if getattr(plan, key):
                yield (key,), RemarkLine(f"# {key}:")
        yield from _gone(plan, (), "unknown", "notes", "decisions")
        yield from self._bodies(plan, (), "owner", "issuer")
        yield from self._document()
        for index, activity in enumerate(plan.activities):
            yield from self._activity(activity, ("activities", index))

    def _document(self) -> Changes:
        plan = self.campaign
        for index, objective in enumerate(plan.objectives):
            route: Route = ("objectives", index)
            yield (*route, "source"), NO_SOURCE
            if objective.by:
                yield (*route, "by"), str(self.shift.year(objective.by))
        kept = [fact.what in KEPT_FACTS for fact in plan.facts]
        if plan.facts and not any(kept):
            yield ("facts",), None
        for index, stays in enumerate(kept if any(kept) else ()):
            yield (("facts", index, "source"), NO_SOURCE) if stays else (("facts", index), None)
        for index, duty in enumerate(plan.responsibilities):
            yield from self._duty(duty, ("responsibilities", index))

    def _duty(self, duty: Responsibility, route: Route) -> Changes:
        yield (*route, "source"), NO_SOURCE
        if duty.due:
            yield (*route, "due"), format_date(self.shift.day(duty.due))
            yield (*route, "basis"), "proposed"
        other = self.successor(duty.body)
        if other and other != duty.body:  # a duty of nobody is none: it keeps whom it names
            yield (*route, "body"), other

    def _activity(self, activity: Activity, route: Route) -> Changes:
        yield (*route, "source"), NO_SOURCE
        yield from _gone(activity, route, "sources", "notes")
        yield from self._bodies(activity, route, "partner", "responsible")
        yield from self._also(activity, route)
        for key in ("slots", "sessions"):
            for index, slot in enumerate(getattr(activity, key)):
                yield from self._slot(slot, (*route, key, index))

    def _bodies(self, record: Campaign | Activity | Session, route: Route, *keys: str) -> Changes:
        for key in keys:
            identity = getattr(record, key)
            if identity and (other := self.successor(identity)) != identity:
                yield (*route, key), other

    def _also(self, activity: Activity, route: Route) -> Changes:
        """Each body once, and not beside itself."""
        known = {self.successor(activity.partner) if activity.partner else None, None}
        gone: list[int] = []
        for index, identity in enumerate(activity.also):
            other = self.successor(identity)
            if other in known:
                gone.append(index)
            elif other != identity:
                yield (*route, "also", index), other
            known.add(other)
        if gone and len(gone) == len(activity.also):
            yield (*route, "also"), None
        else:
            yield from (((*route, "also", index), None) for index in gone)

    def _slot(self, slot: PlannedSlot, route: Route) -> Changes:
        """Its id, and its days as proposals: nobody has said yet that they are right."""
        shift = self.shift
        yield (*route, "id"), shift.identity(slot.id)
        if slot.at:
            yield (*route, "at"), moment(shift.day(slot.at))
        if slot.until:
            yield (*route, "until"), format_date(shift.until(slot.until, slot.at))
        if slot.quarter and slot.quarter.year:
            yield (*route, "quarter"), _quarter(slot.quarter, shift)
        if slot.basis != "proposed":
            yield (*route, "basis"), "proposed"
        if isinstance(slot, Session):
            yield from self._bodies(slot, route, "partner")


def _gone(record: Campaign | Activity, route: Route, *keys: str) -> Changes:
    yield from (((*route, key), None) for key in keys if getattr(record, key))


def _quarter(quarter: PartialQuarter, shift: YearShift) -> str:
    return f"{ROMAN[quarter.number - 1]}/{shift.year(quarter.year or 0)}"
