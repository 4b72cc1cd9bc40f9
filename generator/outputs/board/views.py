"""What the pages of a board show, as values for their templates."""

from collections.abc import Iterator
from typing import Any

from generator.catalogue import words
from generator.model.amount import Amounts, in_words
from generator.model.campaign import Activity
from generator.model.evidence import Evidence
from generator.model.piece import day_of
from generator.model.plan_line import Item
from generator.model.workspace import Workspace
from generator.planning.board import Board, BoardLine, DeedFigures
from generator.planning.board_words import (
    column_figure,
    completion_words,
    duty_sentences,
    line_sentences,
    on_time_words,
    partner_name,
    plan_words,
    whole_of,
)
from generator.planning.completion import Completion
from generator.planning.evidence_words import KINDS, proof_words
from generator.planning.items import decision_time
from generator.planning.money_words import money_sentences
from generator.planning.quarter_shares import quarter_plan, shares_note
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money, format_number

View = dict[str, Any]


def summary(board: Board) -> View:
    """A plan in the list of plans: how many of its lines have something done, and proved."""
    lines = board.lines
    return {
        "title": board.campaign.title,
        "name": board.campaign.short_name,
        "url": f"{board.campaign.id}/index.html",
        "day": format_date(board.today),
        "lines": format_number(len(lines)),
        "done": format_number(sum(bool(line.total.done) for line in lines)),
        "proof": format_number(sum(bool(line.total.proof) for line in lines)),
        "waiting": format_number(len(board.waiting)),
    }


def board_view(workspace: Workspace, board: Board) -> View:
    """The page of a plan."""
    return {
        "title": board.campaign.title,
        "name": board.campaign.short_name,
        "day": format_date(board.today),
        "begun": board.is_begun,
        "on_time": [*on_time_words(board)],
        "lines": [_line(workspace, board, line) for line in board.lines],
        "partners": [*_partners(workspace, board)],
        "money": [*money_sentences(board)],
        "bills": [_evidence(workspace, each) for each in board.money.bills],
        "duties": [_evidence(workspace, each) for each in board.duties],
        "duty_notes": [*duty_sentences(workspace, board)],
        "waiting": [_evidence(workspace, each) for each in board.waiting],
    }


def _line(workspace: Workspace, board: Board, line: BoardLine) -> View:
    activity = line.activity
    quarters = [(str(q), each) for q, each in line.quarters.items() if q and each.says_anything]
    places = [(_place(workspace, board, key), each) for key, each in line.places.items()]
    every = {use.evidence.id: use.evidence for use in line.uses}
    return {
        "id": activity.id,
        "title": activity.title,
        **_row(whole_of(board.campaign), activity, line.total),
        "stated": plan_words(activity),
        "bar": _bar(line.total),
        "said": [*line_sentences(board, line)],
        "quarters": [
            {**_row(name, activity, each), "stated": quarter_plan(activity, each.tally.promised)}
            for name, each in quarters
        ],
        "note": shares_note([activity]),
        "places": [_row(name, activity, each) for name, each in places],
        "pieces": [*_items(line)],
        "evidence": [_evidence(workspace, each) for each in every.values()],
    }


def _row(name: str, activity: Activity, figures: DeedFigures) -> View:
    tally = figures.tally
    return {
        "name": name,
        "stated": "–" if tally.promised is None else format_number(tally.promised),
        "planned": format_number(tally.planned),
        "ready": format_number(tally.ready),
        "done": column_figure(activity, figures.done),
        "proof": column_figure(activity, figures.proof),
    }


def _bar(figures: DeedFigures) -> View | None:
    """Shares of what the plan states, in per cent; None where it states nothing."""
    whole = figures.tally.promised
    if not whole:
        return None
    return {"done": _share(figures.done, whole), "proof": _share(figures.proof, whole)}


def _share(figures: Amounts, whole: int) -> str:
    number = (figures[0].number or 0) if figures else 0
    return f"{min(100.0, float(100 * number / whole)):g}"


def _items(line: BoardLine) -> Iterator[View]:
    for item in line.total.items:
        yield {
            "id": item.id,
            "title": item.piece.title if item.piece else item.title,
            "when": item.slot.in_words(),
            "state": _state(item, line.deeds.get(item.id)),
        }


def _state(item: Item, deed: Completion | None) -> str:
    if deed:
        return completion_words(deed)
    return words("ready" if item.piece and item.is_ready else "planned")


def _evidence(workspace: Workspace, evidence: Evidence) -> View:
    return {
        "id": evidence.id,
        "day": format_date(day_of(evidence.on)),
        "kind": words(KINDS[evidence.kind]),
        "of": ", ".join(evidence.of),
        "measures": in_words(evidence.measures),
        "amount": "" if evidence.amount is None else format_money(evidence.amount),
        "state": proof_words(workspace, evidence),
        "file": evidence.attachment or evidence.record_file,
    }


def _partners(workspace: Workspace, board: Board) -> Iterator[View]:
    for each in board.partners:
        counts = (each.things, each.ready, each.done, each.proof)
        parts = (0, 0, each.done_in_part, each.proved_in_part)
        yield {
            "name": partner_name(workspace, board, each.partner),
            "counts": [*map(_with_part, counts, parts)],
        }


def _with_part(count: int, in_part: int) -> str:
    """A count of whole things, and beside it those of which only a part is."""
    whole = format_number(count)
    return words("{count} (+{part} in part)", count=whole, part=in_part) if in_part else whole


def _place(workspace: Workspace, board: Board, identity: str) -> str:
    place = workspace.places.get(identity)
    day = decision_time(board.campaign).date()
    return place.name_on(day) if place else identity
