"""What a person says of a file that was dropped, and the keys of the record that follow from it."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from generator.catalogue import words
from generator.desk.acting import acting_name
from generator.desk.board_table import campaigns_of
from generator.desk.evidence_rows import item_title
from generator.desk.proof_needs import ReceivedFile
from generator.media import media
from generator.model.amount import read_amounts
from generator.model.campaign import Campaign
from generator.model.evidence import EvidenceKind, EvidenceStage
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.evidence_targets import AT_PLACE, target_of
from generator.planning.evidence_words import KINDS, STAGES
from generator.source.release_file import moment
from generator.vietnamese.dates import format_date
from generator.vietnamese.reasons import ReadingError
from generator.vietnamese.text import fold

APART = "|"
"""Stands between a plan and what is named of it, in the values of a choice."""
_NEEDED = {
    "of": "Say what it shows.",
    "kind": "Say what sort of evidence it is.",
    "on": "Say on which day it was done: the file does not tell.",
    "sender": "Say who sent it: another person verifies it.",
    "measures": "Say how much as a number with its unit, such as 1 chương trình, 7 phút.",
}
Choice = tuple[str, str]
"""The value of a choice, and its words."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is typed beside a file; empty where nothing is."""

    of: str = ""
    kind: str = ""
    stage: str = ""
    on: str = ""
    measures: str = ""
    sender: str = ""
    amount: str = ""
    note: str = ""

    @classmethod
    def of_form(cls, form: Mapping[str, str], key: str) -> "Answers":
        """The fields of one file in the form of all."""
        names = cls.__dataclass_fields__
        return cls(**{each: _line(form.get(f"{each}-{key}", "")) for each in names})


def kind_choices() -> list[Choice]:
    """The kinds of evidence."""
    return [(each, words(KINDS[each])) for each in get_args(EvidenceKind)]


def stage_choices() -> list[Choice]:
    """How far something can be."""
    return [(each, words(STAGES[each])) for each in get_args(EvidenceStage)]


def sender_names(plan: Plan) -> list[str]:
    """The partners, as they are called now."""
    return sorted(each.name_on(plan.today).name for each in plan.workspace.partners.values())


def target_choices(plan: Plan) -> list[tuple[str, list[Choice]]]:
    """All that evidence can show, by activity; the plans that run first."""
    return [group for campaign in campaigns_of(plan) for group in _of_campaign(plan, campaign)]


def _of_campaign(plan: Plan, campaign: Campaign) -> Iterator[tuple[str, list[Choice]]]:
    items = sorted(plan.items_of(campaign.id), key=_first_day)
    for activity in campaign.activities:
        mine = [item for item in items if item.activity is activity]
        named = [pair for item in mine for pair in _of_item(plan, item)]
        whole = activity.id, words("{title} (all of it)", title=activity.title)
        shown = [(f"{campaign.id}{APART}{name}", text) for name, text in (*named, whole)]
        yield f"{activity.title} ({campaign.short_name})", shown
    duties = [(each.id, each.text) for each in campaign.responsibilities if each.id]
    named = [*duties, (campaign.id, words("Report on the plan"))]
    group = words("Duties ({plan})", plan=campaign.short_name)
    yield group, [(f"{campaign.id}{APART}{name}", text) for name, text in named if name]


def _of_item(plan: Plan, item: Item) -> Iterator[Choice]:
    when = item.slot.in_words()
    title = f"{item.piece.title}, {when}" if item.piece and when else item_title(item)
    yield item.id, title
    for hung in item.piece.placements if item.piece else ():
        place = plan.workspace.places.get(hung.place)
        if place:
            yield f"{item.id}{AT_PLACE}{hung.place}", f"{title}: {place.name_on(plan.today)}"


def _first_day(item: Item) -> tuple[date, str]:
    return item.slot.last_day or date.max, item.id


def first_answers(plan: Plan, file: ReceivedFile, of: str, sender: str) -> Answers:
    """What a file and what is asked for tell by themselves; nothing is guessed."""
    taken = file.facts.shot.taken_at
    return Answers(
        of=of,
        kind="photograph" if file.facts.turns else "",
        on=moment(taken.replace(second=0, microsecond=0)) if taken else "",
        sender=sender or _partner_of(plan, of) or acting_name(""),
    )


def _partner_of(plan: Plan, of: str) -> str:
    """Whoever airs or prints what is named sends the slip."""
    campaign_id, _, name = of.partition(APART)
    campaign = plan.workspace.campaigns.get(campaign_id)
    target = target_of(plan, campaign, name) if campaign else None
    partner = plan.workspace.partners.get(target.item.partner) if target and target.item else None
    return partner.name_on(plan.today).name if partner else ""


def lacking(targets: Container[str], answers: Answers) -> list[str]:
    """What has to be said and is not, in words; `targets` are all that evidence can show."""
    given = {
        "of": answers.of in targets,
        "kind": answers.kind in get_args(EvidenceKind),
        "on": bool(answers.on),
        "sender": bool(answers.sender),
        "measures": not answers.measures or bool(_measures(answers.measures)),
    }
    return [words(told) for key, told in _NEEDED.items() if not given[key]]


def values_of(plan: Plan, answers: Answers) -> dict[str, str | tuple[str, ...]]:
    """The keys of the record, as they are typed, of answers to which nothing is lacking."""
    campaign, _, name = answers.of.partition(APART)
    values: dict[str, str | tuple[str, ...]] = {
        "kind": answers.kind,
        "of": (name,),
        "stage": _stage(plan, campaign, name, answers),
        "on": answers.on,
        "measures": _measures(answers.measures),
        "received_from": sender_of(plan, answers.sender),
        **recorder(),
        "amount": answers.amount,
        "note": answers.note,
    }
    return {key: value for key, value in values.items() if value}


def recorder() -> dict[str, str]:
    """The key that says which account records it; none where there are no accounts."""
    name = acting_name("")
    return {"recorded_by": name} if name else {}


def _stage(plan: Plan, campaign_id: str, name: str, answers: Answers) -> str:
    """As it is said; a photograph of what is printed to hang shows it hung."""
    if answers.stage:
        return answers.stage if answers.stage in get_args(EvidenceStage) else ""
    target = target_of(plan, plan.workspace.campaigns[campaign_id], name)
    medium = media().get(target.activity.medium or "") if target else None
    hangs = medium is not None and bool(medium.artwork) and answers.kind == "photograph"
    return "hung" if hangs else ""


def _measures(typed: str) -> tuple[str, ...]:
    """«1 chương trình, 7 phút» as two; nothing of what cannot be read."""
    try:
        return tuple(map(str, read_amounts(typed))) if typed else ()
    except ReadingError:
        return ()


def sender_of(plan: Plan, name: str) -> str:
    """A partner by the id that it has in the files; anybody else by the name that is typed."""
    sought = fold(name)
    for partner in plan.workspace.partners.values():
        named = (part for each in partner.names for part in (each.name, each.short) if part)
        if sought in {fold(each) for each in named}:
            return partner.id
    return name


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if line.isprintable() else ""


def taken_in_words(file: ReceivedFile) -> str:
    """When a photograph was taken; nothing where its file does not tell."""
    taken = file.facts.shot.taken_at
    return words("taken {day}", day=format_date(taken.date())) if taken else ""
