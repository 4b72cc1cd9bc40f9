"""The board in words: figures with what is not sure of them, what lacks proof, what is in time.

Nothing is said to have been done that no evidence tells, and nothing is rounded up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.catalogue import words
from generator.model.amount import Amount, Amounts, Bound, in_words
from generator.model.campaign import Activity, Campaign
from generator.model.evidence import Evidence
from generator.model.workspace import Workspace
from generator.planning.board import Board, BoardLine, DeedFigures
from generator.planning.deed_counts import unit_of
from generator.planning.forecast import Forecast
from generator.planning.items import name_of_body
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money, format_number

_SHOWN = 5  # ids that a sentence lists


def figure(figures: Amounts) -> str:
    """The figure that is counted as the plan does, for a column: «≥ 286», «≈ 50», «?», «–»."""
    return amount_figure(figures[0]) if figures else "–"


def column_figure(activity: Activity, figures: Amounts) -> str:
    """The same, with its unit where the plan names none."""
    unit = figures[0].unit if figures and activity.quantity is None else ""
    return f"{figure(figures)} {unit}".rstrip()


def plan_words(activity: Activity) -> str:
    """How much the plan states, in its own words: «dự kiến 300 cái»."""
    return str(activity.quantity) if activity.quantity else words("not stated")


def whole_of(campaign: Campaign) -> str:
    """What all of the plan's quarters are together."""
    return words("All years" if campaign.begins else "Whole year")


def amount_figure(amount: Amount) -> str:
    """One figure without its unit."""
    if amount.number is None:
        return "?"
    least = "≥ " if amount.is_lower_bound else ""
    about = "≈ " if Bound.ABOUT in amount.bound else ""
    return least + about + format_number(amount.number)


def sentences(workspace: Workspace, board: Board) -> Iterator[str]:
    """What the figures mean, activity by activity; what was paid; what is to be verified."""
    if not board.is_begun:
        yield words("No evidence of this plan is there yet. Next: loa evidence add --help")
    for line in board.lines:
        yield from (f"{line.activity.title}: {said}" for said in line_sentences(board, line))
    yield from _partners(workspace, board)
    yield from on_time_words(board)
    yield from money_sentences(board)
    if board.waiting:
        count = format_number(len(board.waiting))
        yield words("Not verified yet: {count} ({ids})", count=count, ids=_listed(board.waiting))


def line_sentences(board: Board, line: BoardLine) -> Iterator[str]:
    """What lacks proof of an activity, what else it came to, and its forecast."""
    said = [*figures_in_words(line.total)]
    if line.total.done and not line.total.proof:
        yield words("{done}: no proof of it yet", done=in_words(line.total.done))
    elif line.total.without_proof or len(said) > 1:
        yield "; ".join(said)
    yield from _further(line)
    for stage, figures in line.stages.items():
        yield words(_STAGES[stage], figures=in_words(figures))
    if line.forecast and (line.forecast.is_begun or line.forecast.decide_by):
        yield forecast_words(line.forecast, unit_of(line.activity), board)


def _further(line: BoardLine) -> Iterator[str]:
    """What the plan states in other units than its first, against what was done in them."""
    done = {each.kind: each for each in line.total.done}
    for plan in map(Amount.of, line.activity.further if done else ()):
        told = done.get(plan.kind)
        if told:
            yield words("of {plan} in the plan {done} are done", plan=plan, done=told)
        else:
            yield words("of {plan} in the plan no source tells how much is done", plan=plan)


def figures_in_words(figures: DeedFigures) -> Iterator[str]:
    """What was done in each unit, and of how much of that there is no proof."""
    lacking = {each.kind: each for each in figures.without_proof}
    for done in figures.done:
        yield _with_proof(done, lacking.get(done.kind))


def _with_proof(done: Amount, lacking: Amount | None) -> str:
    if lacking is None:
        return str(done)
    if lacking == done:
        return words("{done}, all without proof", done=done)
    if lacking.number is None:
        return words("{done}, some of it without proof", done=done)
    count = str(replace(lacking, unit=""))
    return words("{done}, of which {count} lack proof", done=done, count=count)


def forecast_words(forecast: Forecast, unit: str, board: Board) -> str:
    """«9 kỳ: 6 đã làm, 2 đã lên lịch, thiếu 1; còn kịp nếu lên lịch trước 3/12/2021»."""
    parts = [
        words("{count} done", count=format_number(forecast.done)),
        *_part(forecast.to_come, "{count} scheduled"),
        *_part(forecast.overdue, "{count} overdue without evidence"),
        *_part(forecast.lacking, "{count} lacking"),
    ]
    whole = f"{format_number(forecast.promised)} {unit}".rstrip()
    said = f"{whole}: {', '.join(parts)}"
    return "; ".join([said, *_to_come(forecast, board)])


def _to_come(forecast: Forecast, board: Board) -> Iterator[str]:
    """Until when what lacks can still be scheduled, and what comes of it at the pace so far."""
    if forecast.is_reached or forecast.decide_by is None:
        return
    if forecast.lacking:
        in_time = forecast.decide_by >= board.today
        message = "still in time if scheduled by {day}" if in_time else "too late since {day}"
        yield words(message, day=format_date(forecast.decide_by))
    if forecast.pace is not None:
        count = format_number(forecast.pace)
        yield words("at the pace so far about {count} by the report", count=count)


def _part(count: int, message: str) -> list[str]:
    return [words(message, count=format_number(count))] if count else []


def _partners(workspace: Workspace, board: Board) -> Iterator[str]:
    for each in board.partners:
        yield words(
            "{name}: {things} things, {ready} ready, {done} done, {proof} proved",
            name=partner_name(workspace, board, each.partner),
            things=format_number(each.things),
            ready=format_number(each.ready),
            done=format_number(each.done),
            proof=format_number(each.proof),
        )


def partner_name(workspace: Workspace, board: Board, identity: str) -> str:
    """What a partner was called when the plan was made."""
    return name_of_body(workspace, board.campaign, identity) or words("nobody named")


def on_time_words(board: Board) -> Iterator[str]:
    """How many were done by their day; nothing while no day is over."""
    done, over = (format_number(len(each)) for each in (board.on_time.done, board.on_time.over))
    if board.on_time.over:
        yield words("Done in time: {done} of {over} whose day is over", done=done, over=over)


def money_sentences(board: Board) -> Iterator[str]:
    """What was paid of the budget; nothing where no bill tells."""
    money = board.money
    for kind, message in _BILLS.items():
        if money.of_kind(kind):
            yield words(message, amount=format_money(money.sum_of(kind)))
    if money.payments:
        yield words("Proved of what was paid: {amount}", amount=format_money(money.proof))
    if money.budget is not None and money.left is not None and money.payments:
        message = "Of the budget of {budget} {left} are left"
        over_it = "The payments exceed the budget of {budget} by {left}"
        left = format_money(abs(money.left))
        text = message if money.left >= 0 else over_it
        yield words(text, budget=format_money(money.budget), left=left)
    if money.without_amount:
        yield words("Bills that do not say how much: {ids}", ids=_listed(money.without_amount))


def _listed(evidence: Sequence[Evidence]) -> str:
    ids = [each.id for each in evidence]
    return ", ".join(ids[:_SHOWN]) + ("…" if len(ids) > _SHOWN else "")


_BILLS = {
    "contract": "Contracts: {amount}",
    "invoice": "Invoices: {amount}",
    "payment": "Paid: {amount}",
}
_STAGES = {
    "printed": "printed, not yet handed out or hung: {figures}",
    "delivered": "delivered, not yet hung or handed out: {figures}",
    "taken_down": "taken down again: {figures}",
}
