"""The room of evidence: what waits to be verified, what lacks proof, each with its one button."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from generator.catalogue import words
from generator.desk.board_table import campaign_handle
from generator.desk.evidence_form import APART
from generator.desk.evidence_rows import (
    EvidenceView,
    evidence_row,
    is_to_verify,
    item_title,
    rows_of,
)
from generator.model.campaign import Campaign
from generator.model.evidence import Evidence
from generator.model.plan import Plan
from generator.model.plan_line import Item
from generator.planning.board import Board
from generator.planning.evidence_targets import is_proof
from generator.planning.forecast import last_day
from generator.vietnamese.dates import format_date

MOST = 12
"""Rows of each group on the first screen; all of them are in its list."""
OF_A_PAGE = 60
GROUPS = {
    "cho": "To verify",
    "thieu": "Without a file that proves it",
    "chung": "Proved",
    "rut": "Withdrawn",
}
"""The lists by their words in addresses, and what they are called (msgids)."""


@dataclass(frozen=True, slots=True)
class BareThing:
    """Something whose day is over and of which no evidence tells; `of` is what to choose then."""

    title: str
    when: str
    about: str
    of: str


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """A page of a list: `count` rows in all; the addresses of the pages around, if any."""

    rows: tuple[EvidenceView, ...]
    count: int
    before: str
    after: str


def evidence_groups(plan: Plan, campaign: Campaign) -> Mapping[str, list[Evidence]]:
    """All evidence of a plan by how far it is, the last first."""
    found: dict[str, list[Evidence]] = {key: [] for key in GROUPS}
    mine = (each for each in plan.workspace.evidence.values() if each.campaign == campaign.id)
    for each in sorted(mine, key=lambda one: (one.on.isoformat(), one.id), reverse=True):
        found[_group(plan, each)].append(each)
    return found


def _group(plan: Plan, evidence: Evidence) -> str:
    if evidence.is_withdrawn:
        return "rut"
    if is_proof(plan.workspace, evidence):
        return "chung"
    return "cho" if is_to_verify(plan, evidence) else "thieu"


def bare_things(board: Board) -> list[BareThing]:
    """What was to be done by now, and no evidence tells that it was; the last first."""
    found = [
        (line.activity.title, item)
        for line in board.lines
        for item in _bare(line.total.items, line.deeds, board)
    ]
    found.sort(key=lambda pair: (last_day(pair[1]) or board.today, pair[1].id), reverse=True)
    return [
        BareThing(
            item_title(item), item.slot.in_words(), title, f"{board.campaign.id}{APART}{item.id}"
        )
        for title, item in found
    ]


def _bare(items: Iterable[Item], done: Mapping[str, object], board: Board) -> Iterator[Item]:
    for item in items:
        day = last_day(item)
        if day and day < board.today and item.id not in done:
            yield item


def evidence_page(
    plan: Plan, campaign: Campaign, group: str, number: int, evidence: Sequence[Evidence]
) -> EvidencePage:
    """A page of the list of a group."""
    pages = max((len(evidence) + OF_A_PAGE - 1) // OF_A_PAGE, 1)
    number = min(max(number, 1), pages)
    shown = evidence[(number - 1) * OF_A_PAGE : number * OF_A_PAGE]
    return EvidencePage(
        tuple(rows_of(plan, shown)),
        len(evidence),
        list_address(campaign, group, number - 1) if number > 1 else "",
        list_address(campaign, group, number + 1) if number < pages else "",
    )


def list_address(campaign: Campaign, group: str, number: int = 1) -> str:
    """Where the list of a group is."""
    values = {"ke": campaign_handle(campaign), "loc": group}
    page = {"trang": str(number)} if number > 1 else {}
    return f"/minh-chung/danh-sach?{urlencode(values | page)}"


def facts_of_evidence(plan: Plan, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """What whoever verifies it wants to know at one look."""
    row = evidence_row(plan, evidence)
    yield words("Shows"), row.title
    yield words("Kind"), row.about
    yield words("Done on"), row.day
    yield words("Who sent it"), row.sender or words("not said")
    if row.file:
        yield words("File"), row.file
    if evidence.verified_by:
        day = format_date(evidence.verified_on) if evidence.verified_on else ""
        yield words("Verified"), ", ".join(filter(None, (evidence.verified_by, day)))
    if evidence.note:
        yield words("Note"), evidence.note
