"""Pieces of evidence as the desk shows them: by what they are of and how far they prove it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from posixpath import basename

from generator.catalogue import words
from generator.desk.piece_views import handle_of
from generator.model.amount import in_words
from generator.model.campaign import Campaign
from generator.model.evidence import Evidence
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.evidence_targets import is_proof, target_of
from generator.planning.evidence_words import KINDS, STAGES, proof_words
from generator.source.attached_file import PICTURES
from generator.source.signatures import form_of_name
from generator.vietnamese.dates import format_date, moment_in_words
from generator.vietnamese.numbers import format_money


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A piece of evidence in a list; `adds` is what it gives to the figure that is listed.

    `is_picture` says that its file can be shown, `file` is what that is called.
    """

    handle: str
    title: str
    about: str
    day: str
    sender: str
    sign: str
    state: str
    file: str
    is_picture: bool
    adds: str = ""


def evidence_handle(evidence: Evidence) -> str:
    """By which a browser asks for a piece of evidence."""
    return handle_of(f"{evidence.record_file}#{evidence.id}")


def evidence_by_handle(plan: Plan, handle: str) -> Evidence | None:
    """The piece of evidence that a browser asks for."""
    every = plan.workspace.evidence.values()
    return next((each for each in every if evidence_handle(each) == handle), None)


def evidence_row(plan: Plan, evidence: Evidence, adds: str = "") -> EvidenceView:
    """A piece of evidence in a list."""
    return EvidenceView(
        evidence_handle(evidence),
        title_of_evidence(plan, evidence),
        ", ".join(_about(evidence)),
        moment_in_words(evidence.on),
        sender_name(plan, evidence),
        sign_of_evidence(plan, evidence),
        state_of_evidence(plan, evidence),
        basename(evidence.file),
        form_of_name(evidence.file) in PICTURES,
        adds,
    )


def _about(evidence: Evidence) -> Iterator[str]:
    yield words(KINDS[evidence.kind])
    if evidence.stage != "done":
        yield words(STAGES[evidence.stage])
    if evidence.measures:
        yield in_words(evidence.measures)
    if evidence.amount is not None:
        yield format_money(evidence.amount)


def state_of_evidence(plan: Plan, evidence: Evidence) -> str:
    """How far it proves anything, in words."""
    if evidence.withdrawn_on:
        return words("withdrawn on {day}", day=format_date(evidence.withdrawn_on))
    return proof_words(plan.workspace, evidence)


def sign_of_evidence(plan: Plan, evidence: Evidence) -> str:
    """The sign of its state."""
    if evidence.is_withdrawn:
        return "withdrawn"
    if is_proof(plan.workspace, evidence):
        return "approved"
    if plan.workspace.attachments.get(evidence.attachment) is None:
        return "unwritten"
    return "late" if evidence.verified_by else "waiting"


def is_to_verify(plan: Plan, evidence: Evidence) -> bool:
    """Whether its file is there, and nobody has said that it is right."""
    has_file = plan.workspace.attachments.get(evidence.attachment) is not None
    return has_file and not evidence.verified_by and not evidence.is_withdrawn


def sender_name(plan: Plan, evidence: Evidence) -> str:
    """Who sent it: a partner by name."""
    partner = plan.workspace.partners.get(evidence.received_from)
    return partner.name_on(day_of(evidence.on)).name if partner else evidence.received_from


def title_of_evidence(plan: Plan, evidence: Evidence) -> str:
    """What it is of, in words; several things are joined."""
    named = (name_of_target(plan, evidence.campaign, each) for each in evidence.of)
    return "; ".join(dict.fromkeys(named))


def evidence_called(plan: Plan, name: str) -> str:
    """What people call a piece of evidence, or what it is of; nothing of what is neither."""
    known = plan.workspace.evidence.get(name)
    if known:
        return title_of_evidence(plan, known)
    campaigns = plan.workspace.campaigns.values()
    found = next((each.id for each in campaigns if _is_target(plan, each, name)), "")
    return name_of_target(plan, found, name) if found else ""


def _is_target(plan: Plan, campaign: Campaign, name: str) -> bool:
    is_duty = any(each.id == name for each in campaign.responsibilities)
    return is_duty or target_of(plan, campaign, name) is not None


def name_of_target(plan: Plan, campaign_id: str, name: str) -> str:
    """What people call a piece, slot, activity, place or duty that evidence names."""
    campaign = plan.workspace.campaigns.get(campaign_id)
    target = target_of(plan, campaign, name) if campaign else None
    if target is None:
        duties = campaign.responsibilities if campaign else ()
        texts = (each.text for each in duties if each.id == name)
        is_report = campaign is not None and name == campaign.id
        return next(texts, words("Report on the plan") if is_report else name)
    title = item_title(target.item) if target.item else target.activity.title
    place = plan.workspace.places.get(target.place)
    return f"{title}, {place.name_on(plan.today)}" if place else title


def item_title(item: Item) -> str:
    """A thing of the plan by its title, with its day where only the line of the plan has one."""
    if item.piece:
        return item.piece.title
    when = item.slot.in_words()
    return f"{item.title}, {when}" if when else item.title


def rows_of(plan: Plan, evidence: Iterable[Evidence]) -> list[EvidenceView]:
    """Pieces of evidence in a list."""
    return [evidence_row(plan, each) for each in evidence]
