"""The board in words: figures with what is not sure of them, what lacks proof, what is in time.

Nothing is said to have been done that no evidence tells, and nothing is rounded up.
"""

from collections.abc import Iterator

from generator.catalogue import words
from generator.model.amount import Amount, Amounts, Bound
from generator.model.workspace import Workspace
from generator.planning.board import Board, BoardLine
from generator.planning.deed_counts import unit_of
from generator.planning.forecast import Forecast
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_money, format_number

_SHOWN = 5  # ids that a sentence lists


def figure(figures: Amounts) -> str:
    """The figure that is counted as the plan does, for a column: «≥ 286», «≈ 50», «?», «–»."""
    return amount_figure(figures[0]) if figures else "–"


def amount_figure(amount: Amount) -> str:
    """One figure without its unit."""
    if amount.number is None:
        return "?"
    least = "≥ " if amount.is_lower_bound else ""
    about = "≈ " if Bound.ABOUT in amount.bound else ""
    return least + about + format_number(amount.number)


def sentences(workspace: Workspace, board: Board) -> Iterator[str]:
    """What the figures mean, activity by activity; what was paid; what is to be verified."""
    for line in board.lines:
        yield from (f"{line.activity.title}: {said}" for said in line_sentences(board, line))
    yield from _partners(workspace, board)
    yield from _of_all(board)


def line_sentences(board: Board, line: BoardLine) -> Iterator[str]:
    """What lacks proof of an activity, what else it came to, and its forecast."""
    total, unit = line.total, unit_of(line.activity)
    if total.done and total.unproved:
        done, count = str(total.done[0]), format_number(total.unproved)
        yield words("{done}, of which {count} lack proof", done=done, count=count)
    more = [str(each) for each in total.done[1:]]
    if more:
        yield words("also {figures}", figures=", ".join(more))
    for stage, figures in line.stages.items():
        said = str(figures[0]) if figures else ""
        yield words(_STAGES[stage], figures=said)
    if line.forecast and (line.forecast.done or line.forecast.scheduled or line.forecast.overdue):
        yield forecast_words(line.forecast, unit, board)


def forecast_words(forecast: Forecast, unit: str, board: Board) -> str:
    """«9 kỳ: 6 đã làm, 2 đã lên lịch, thiếu 1; còn kịp nếu lên lịch trước 3/12/2021»."""
    parts = [
        words("{count} done", count=format_number(forecast.done)),
        *_part(forecast.scheduled, "{count} scheduled"),
        *_part(forecast.overdue, "{count} overdue without evidence"),
        *_part(forecast.lacking, "{count} lacking"),
    ]
    whole = f"{format_number(forecast.promised)} {unit}".rstrip()
    said = f"{whole}: {', '.join(parts)}"
    if not forecast.lacking or forecast.decide_by is None:
        return said
    day = format_date(forecast.decide_by)
    in_time = forecast.decide_by >= board.today
    message = "still in time if scheduled by {day}" if in_time else "too late since {day}"
    return f"{said}; {words(message, day=day)}"


def _part(count: int, message: str) -> list[str]:
    return [words(message, count=format_number(count))] if count else []


def _partners(workspace: Workspace, board: Board) -> Iterator[str]:
    for each in board.partners:
        known = workspace.partners.get(each.partner)
        name = known.name_on(board.today).name if known else words("nobody named")
        yield words(
            "{name}: {things} things, {ready} ready, {done} done, {proof} proved",
            name=name,
            things=each.things,
            ready=each.ready,
            done=each.done,
            proof=each.proof,
        )


def _of_all(board: Board) -> Iterator[str]:
    done, over = board.on_time
    if over:
        yield words("Done in time: {done} of {over} whose day is over", done=done, over=over)
    money = board.money
    if money.payments or money.contracts or money.invoices:
        yield words(
            "Paid: {payments} (proved: {proof}); contracts: {contracts}; invoices: {invoices}",
            payments=format_money(money.payments),
            proof=format_money(money.proof),
            contracts=format_money(money.contracts),
            invoices=format_money(money.invoices),
        )
    if money.budget is not None and money.left is not None and money.payments:
        message = "Of the budget of {budget} {left} are left"
        over_it = "The payments exceed the budget of {budget} by {left}"
        left = format_money(abs(money.left))
        text = message if money.left >= 0 else over_it
        yield words(text, budget=format_money(money.budget), left=left)
    if board.waiting:
        ids = [each.id for each in board.waiting]
        shown = ", ".join(ids[:_SHOWN]) + ("…" if len(ids) > _SHOWN else "")
        yield words("Not verified yet: {count} ({ids})", count=len(ids), ids=shown)


_STAGES = {
    "printed": "printed, not yet handed out or hung: {figures}",
    "delivered": "delivered, not yet hung or handed out: {figures}",
    "taken_down": "taken down again: {figures}",
}
