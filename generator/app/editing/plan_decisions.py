"""What a person has to decide of a plan that was copied for other years: nothing is guessed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.app.editing.plan_changes import PlanCopy
from generator.app.editing.plan_names import (
    bodies_that_end,
    gone_places,
    is_city_by_then,
    name_form,
    old_names,
    plan_texts,
)
from generator.catalogue import words
from generator.model.holidays import HolidayFile
from generator.model.piece import day_of
from generator.model.place import Place
from generator.planning.activity_forms import placings
from generator.planning.body_ends import BodyEnd, body_ends
from generator.planning.working_days import is_worked
from generator.planning.year_shift import LEAP_DAY
from generator.vietnamese.dates import format_date, weekday_name
from generator.vietnamese.numbers import format_money

_GONE = "By then it is a name no more. Which words are to be changed? In: {where}."
_ENDED = (
    "It ended on {day} ({source}): who does its work, and which words are to be changed? In: "
    "{where}."
)
_FOLLOWS = "Its work went to “{other}”."
_CITY = "By then the province is a city. Which words are to be changed? In: {where}."
_PROVINCE = re.compile(r"(?<!các )(?<!\w)(?:cấp )?tỉnh(?!\w)(?! thành| phía)", re.IGNORECASE)
_RESULTS = re.compile(r"(?<!\w)(?:kết quả (?:đã )?(?:thực hiện|đạt)|đã\s[^.;]*\d)", re.IGNORECASE)
"""What an old plan tells to be done: «Kết quả thực hiện …», «đã phát hành 20 chương trình»."""
_SHOWN = 6  # places that a question lists


@dataclass(frozen=True, slots=True)
class PlanDecision:
    """A question, and what of the plan it is about."""

    about: str
    ask: str


def decisions_of(
    copy: PlanCopy, places: Iterable[Place], holidays: HolidayFile
) -> list[PlanDecision]:
    """Every question, in the order in which plans are written; each about something else.

    What a draft has left open stays open.
    """
    asked = _Questions(copy, [*places], holidays)
    fresh = {about: ask for about, ask in asked.every() if ask}
    left = {each.about: each.ask for each in copy.campaign.decisions if each.about not in fresh}
    return [PlanDecision(about, ask) for about, ask in {**fresh, **left}.items()]


class _Questions:
    """Asks; an empty question is none."""

    def __init__(self, copy: PlanCopy, places: list[Place], holidays: HolidayFile) -> None:
        self._copy, self._plan, self._shift = copy, copy.campaign, copy.shift
        self._places, self._holidays = places, holidays

    def every(self) -> Iterator[tuple[str, str]]:
        """What each is about, and the question."""
        plan, old = self._plan, self._plan.id
        yield (
            "title",
            words(
                "Is the title right? The plan {old} is called: {title}.", old=old, title=plan.title
            ),
        )
        yield (
            "source",
            words(
                "Which document is this plan? When it is there, add it to campaigns/sources.yml "
                "and write its lines in the place of “chưa có”: they were lines of the plan {old}.",
                old=old,
            ),
        )
        yield "issued_on", words("Who issues it, and on which day?")
        owner = words("Who leads the plan? The plan {old} names nobody.", old=old)
        yield "owner", "" if plan.owner else owner
        yield "legal_basis", self._legal_basis()
        yield "budget", self._budget()
        yield from self._days_due()
        yield "objectives", self._targets()
        yield "facts", self._recipients()
        yield from self._amounts()
        yield "slots", self._days()
        yield "holidays", self._days_off()
        yield from self._bodies()
        yield from self._names()
        yield "results", self._results()
        yield "text", self._years()

    def _legal_basis(self) -> str:
        cited = "; ".join(each.cite for each in self._plan.legal_basis)
        if not cited:
            return words("On which documents does the plan rest?")
        return words(
            "On which documents does the plan rest? The plan {old} rests on: {cited}. Which of "
            "them are still in force, which are new?",
            old=self._plan.id,
            cited=cited,
        )

    def _budget(self) -> str:
        plan = self._plan
        amount = [format_money(plan.budget)] if plan.budget else []
        told = "; ".join([*amount, *(fact.as_printed for fact in plan.facts_of("funding"))])
        known = words("The plan {old} has: {told}.", old=plan.id, told=told) if told else ""
        return f"{words('How much money is there, and from where?')} {known}".strip()

    def _days_due(self) -> Iterator[tuple[str, str]]:
        day = self._plan.report_due
        if day is None:
            yield "report_due", words("Before which day is the report due?")
        else:
            yield (
                "report_due",
                words(
                    "Is the report due before {day}? In the plan {old} it is {before}.",
                    day=self._day(self._shift.day(day)),
                    old=self._plan.id,
                    before=format_date(day),
                ),
            )
        told = "; ".join(
            f"{duty.id or duty.body}: {self._day(self._shift.day(duty.due))}"
            for duty in self._plan.responsibilities
            if duty.due
        )
        yield "due", told and words("Are the days of the duties right? Copied: {told}.", told=told)

    def _targets(self) -> str:
        told = "; ".join(
            f"{each.target} ({self._shift.year(each.by)})" if each.by else str(each.target)
            for each in self._plan.objectives
            if each.target
        )
        return told and words("Are the targets right? Copied: {told}.", told=told)

    def _recipients(self) -> str:
        """To whom it is sent, and who signs it."""
        kept = self._plan.facts_of("addressee", "recipient")
        signed = "; ".join(fact.as_printed for fact in self._plan.facts_of("signatory"))
        told = [words("Are those to whom it is sent the same?")] if kept else []
        if signed:
            asked = "Who signs it? The plan {old} is signed by {told}."
            told.append(words(asked, old=self._plan.id, told=signed))
        return " ".join(told)

    def _amounts(self) -> Iterator[tuple[str, str]]:
        """How much of what, and when."""
        lines, dated = self._plan.activities, placings()
        told = "; ".join(f"{line.id}: {line.quantity}" for line in lines if line.quantity)
        yield (
            "quantity",
            told
            and words(
                "Are the quantities right, in quantity: and in the words of text:? Copied from the "
                "plan {old}: {told}.",
                old=self._plan.id,
                told=told,
            ),
        )
        bare = [line for line in lines if not line.quarters and not line.days]
        ids = ", ".join(line.id for line in bare if line.form in dated)
        yield "quarters", ids and words("In which quarters? Not stated: {ids}.", ids=ids)

    def _days(self) -> str:
        slots = [slot.at for line in self._plan.activities for slot in line.days if slot.at]
        if not slots:
            return ""
        days = sorted({self._shift.day(day_of(at)) for at in slots})
        off = "; ".join(self._day(day) for day in days if not is_worked(self._holidays, day))
        told = words(
            "Are the days right? {count} were copied from the plan {old}, each as the same day of "
            "the year, as a proposal.",
            count=len(slots),
            old=self._plan.id,
        )
        leap = ", ".join(
            slot.id
            for line in self._plan.activities
            for slot in line.days
            if slot.at and (day_of(slot.at).month, day_of(slot.at).day) == LEAP_DAY
        )
        more = [words("Not worked: {days}.", days=off)] if off else []
        more += [words("Of 29/2 came 28/2: {ids}.", ids=leap)] if leap else []
        return " ".join((told, *more))

    def _days_off(self) -> str:
        first = self._shift.first + self._shift.years
        known = {each.since.year for each in self._holidays.days_off}
        years = [*range(first, self._shift.ends_on.year + 1)]
        missing = ", ".join(str(year) for year in years if year not in known)
        question = (
            "When is Tết off, and which days are exchanged? Of {years} campaigns/holidays.yml "
            "holds nothing yet: days that were copied may be days off."
        )
        return missing and words(question, years=missing)

    def _bodies(self) -> Iterator[tuple[str, str]]:
        """Bodies that are there no more: who follows them, or that nobody is known to."""
        for each in bodies_that_end(self._copy):
            details = {"name": each.name, "where": _listed(each.where)}
            details["day"] = format_date(each.last) if each.last else "?"
            if each.follower:
                question = (
                    "“{name}” ends on {day}: is it right that “{other}” does its work? In: {where}."
                )
                yield each.id, words(question, other=each.follower, **details)
            else:
                question = (
                    "“{name}” ends on {day}, and nobody is known to follow it: who does its work? "
                    "In: {where}."
                )
                yield each.id, words(question, **details)

    def _names(self) -> Iterator[tuple[str, str]]:
        """Names in words that are names no more; of one within a longer one only that is told."""
        texts = [*plan_texts(self._plan)]
        for name, now in old_names(self._copy, self._places):
            form = name_form(name)
            where = [place for place, text in texts if form.search(text)]
            texts = [(place, form.sub("", text)) for place, text in texts]
            if where and now:
                changed = (
                    "By then it is called “{now}”. Which words are to be changed? In: {where}."
                )
                yield f"“{name}”", words(changed, now=now, where=_listed(where))
            elif where:
                yield f"“{name}”", words(_GONE, where=_listed(where))
        yield from self._short_names(texts)

    def _short_names(self, texts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Places by their short names, bodies that no list knows, a province that is a city."""
        for name in gone_places(self._copy, self._places):
            form = re.compile(
                rf"(?<!\w)(?:(?:TP|TX|H)\.? ?)?{re.escape(name)}(?!\w)", re.IGNORECASE
            )
            where = [place for place, text in texts if form.search(text)]
            texts = [(place, form.sub("", text)) for place, text in texts]
            if where:
                yield f"“{name}”", words(_GONE, where=_listed(where))
        found: dict[str, tuple[str, BodyEnd, list[str]]] = {}
        for place, text in texts:
            for name, body in body_ends(text, self._shift.ends_on):
                found.setdefault(name.casefold(), (name, body, []))[2].append(place)
        for name, body, where in found.values():
            details = {"day": format_date(body.until), "source": body.source}
            asked = words(_ENDED, where=_listed(where), **details)
            then = words(_FOLLOWS, other=body.follower) if body.follower else ""
            yield f"“{name}”", f"{asked} {then}".rstrip()
        bare = [place for place, text in texts if _PROVINCE.search(text)]
        if bare and is_city_by_then(self._copy, self._places):
            yield "“tỉnh”", words(_CITY, where=_listed(bare))

    def _results(self) -> str:
        """Of the new years nothing is done."""
        where = _listed(place for place, text in plan_texts(self._plan) if _RESULTS.search(text))
        question = "Which words tell what was done under the plan {old}? In: {where}."
        return where and words(question, old=self._plan.id, where=where)

    def _years(self) -> str:
        texts = [each for each in plan_texts(self._plan) if each[0] != "title"]
        where = _listed(place for place, text in texts if self._shift.names_old_years(text))
        question = "Which words still speak of the years of the plan {old}? In: {where}."
        return where and words(question, old=self._plan.id, where=where)

    def _day(self, day: date) -> str:
        """A day with its weekday, and whether it is off as far as is known."""
        off = "" if is_worked(self._holidays, day) else f", {words('not worked')}"
        return f"{format_date(day)} ({weekday_name(day)}{off})"


def _listed(places: Iterable[str]) -> str:
    known = list(dict.fromkeys(places))
    return ", ".join(known[:_SHOWN]) + (f"… ({len(known)})" if len(known) > _SHOWN else "")
