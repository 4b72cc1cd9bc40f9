"""A board as other programs read it: plain values, whose names stay the same."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from generator.model.amount import Amount, Amounts, Bound
from generator.model.evidence import Evidence
from generator.model.plan_line import Item
from generator.planning.board import Board, BoardLine, DeedFigures, PartnerFigures
from generator.planning.board_money import Money
from generator.planning.completion import Completion
from generator.planning.deed_counts import EvidenceUse
from generator.planning.duties import DutyState
from generator.planning.quarter_shares import is_shared_out

_BOUNDS = {
    Bound.LEAST: "least",
    Bound.ABOUT: "about",
    Bound.UNKNOWN: "not stated",
    Bound.NEARLY: "nearly",
}


def board_record(board: Board) -> dict[str, Any]:
    """All that a board tells; days as ISO 8601 writes them, amounts of money in đồng."""
    return {
        "campaign": board.campaign.id,
        "as_of": board.today.isoformat(),
        "activities": [_line(line) for line in board.lines],
        "partners": [_partner(each) for each in board.partners],
        "money": _money(board.money),
        "on_time": {"done": _ids(board.on_time.done), "over": _ids(board.on_time.over)},
        "duties": _ids(board.duties),
        "duty_states": [*map(_duty, board.duty_states)],
        "to_verify": [each.id for each in board.waiting],
    }


def _line(line: BoardLine) -> dict[str, Any]:
    forecast = asdict(line.forecast) if line.forecast else None
    if forecast and line.forecast:
        forecast["decide_by"] = line.forecast.decide_by and line.forecast.decide_by.isoformat()
        forecast["bounds"] = _bounds(forecast.pop("bound"))
        del forecast["is_shared"]
        parts = {key: float(each) for key, each in forecast.items() if isinstance(each, Decimal)}
        forecast |= parts  # of what is done in part, as 1,5 of 5
    return {
        "activity": line.activity.id,
        "title": line.activity.title,
        "quantity": str(line.activity.quantity) if line.activity.quantity else None,
        "further": _amounts(tuple(map(Amount.of, line.activity.further))),
        **_figures(line.total),
        "quarters": _each({str(q): each for q, each in line.quarters.items() if q}),
        "quarters_are_shares": is_shared_out(line.activity),
        "places": _each(line.places),
        "stages": {stage: _amounts(each) for stage, each in line.stages.items()},
        "forecast": forecast,
        "things": [_thing(key, deed) for key, deed in line.deeds.items()],
    }


def _duty(duty: DutyState) -> dict[str, Any]:
    named = {"duty": duty.id, "body": duty.body, "text": duty.text}
    due = duty.due.isoformat() if duty.due else None
    shown = {"evidence": _ids(duty.evidence), "proof": _ids(duty.proof)}
    late = {"is_overdue": duty.is_overdue, "days_late": duty.days_late}
    return {**named, "due": due, **late, **shown}


def _thing(identity: str, deed: Completion) -> dict[str, Any]:
    """How far a thing is: of how many copies something is done, and proved."""
    done, proof = (_amount(each) if each else None for each in (deed.done, deed.proof))
    counts = {"copies": deed.copies, "done": done, "proved": proof}
    whole = {"is_done": deed.is_done, "is_proved": deed.is_proof}
    return {"piece": identity, **counts, **whole, "state": deed.state}


def _each(figures: Mapping[str, DeedFigures]) -> dict[str, Any]:
    return {name: _figures(each) for name, each in figures.items()}


def _figures(figures: DeedFigures) -> dict[str, Any]:
    tally = figures.tally
    return {
        "promised": tally.promised,
        "planned": tally.planned,
        "ready": tally.ready,
        "done": _amounts(figures.done),
        "proved": _amounts(figures.proof),
        "without_proof": _amounts(figures.without_proof),
        "pieces": _ids(figures.items),
        "evidence": _evidence(figures.uses),
        "proof": _evidence(use for use in figures.uses if use.is_proof),
    }


def _partner(figures: PartnerFigures) -> dict[str, Any]:
    counts = ("partner", "things", "ready", "done", "proof", "done_in_part", "proved_in_part")
    return {name: getattr(figures, name) for name in counts} | {
        "pieces": _ids(figures.items),
        "evidence": _evidence(figures.uses),
    }


def _money(money: Money) -> dict[str, Any]:
    sums = ("budget", "contracts", "invoices", "payments", "proof", "left")
    return {name: getattr(money, name) for name in sums} | {
        "evidence": _ids(money.bills),
        "without_amount": _ids(money.without_amount),
    }


def _ids(known: Iterable[Item | Evidence]) -> list[str]:
    return [each.id for each in known]


def _evidence(uses: Iterable[EvidenceUse]) -> list[str]:
    return sorted({use.evidence.id for use in uses})


def _amounts(amounts: Amounts) -> list[dict[str, Any]]:
    return [_amount(each) for each in amounts]


def _amount(amount: Amount) -> dict[str, Any]:
    number = None if amount.number is None else float(amount.number)
    whole = int(number) if number is not None and number.is_integer() else number
    return {"number": whole, "unit": amount.unit, "bounds": _bounds(amount.bound)}


def _bounds(bound: Bound) -> list[str]:
    return [name for each, name in _BOUNDS.items() if each in bound]
