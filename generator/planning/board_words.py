"""The board in words: figures with what is not sure of them, what lacks proof, what is in time.

Nothing is said to have been done that no evidence tells, and nothing is rounded up.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.catalogue import words
from generator.model.amount import Amount, Amounts, Bound, in_words
from generator.model.campaign import Activity, Campaign
from generator.model.plan_line import Item
from generator.model.workspace import Workspace
from generator.planning.board import Board, BoardLine, DeedFigures, PartnerFigures
from generator.planning.completion import Completion
from generator.planning.evidence_words import id_list
from generator.planning.forecast import Forecast
from generator.planning.items import name_of_body
from generator.planning.money_words import money_sentences
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_number

_AT_LEAST = Bound.LEAST | Bound.OVER | Bound.UNKNOWN


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
    yield from duty_sentences(workspace, board)
    yield from money_sentences(board)
    yield from withdrawn_later_words(board)
    if board.waiting:
        count = format_number(len(board.waiting))
        yield words("Not verified yet: {count} ({ids})", count=count, ids=id_list(board.waiting))


def withdrawn_later_words(board: Board) -> Iterator[str]:
    """What counts on a day of the past though it was found wrong after it."""
    if later := [each for each in board.evidence if each.is_withdrawn]:
        day, ids = format_date(board.today), id_list(later)
        yield words("Withdrawn only after {day}, so counted on that day: {ids}", day=day, ids=ids)


def line_sentences(board: Board, line: BoardLine) -> Iterator[str]:
    """What lacks proof of an activity, what else it came to, and its forecast."""
    said = [*figures_in_words(line.total)]
    if line.total.done and not line.total.proof:
        yield words("{done}: no proof of it yet", done=in_words(line.total.done))
    elif line.total.without_proof or len(said) > 1:
        yield "; ".join(said)
    yield from _in_part(line)
    yield from _beyond(line)
    yield from _further(line)
    for stage, figures in line.stages.items():
        yield words(_STAGES[stage], figures=in_words(figures))
    if line.forecast and (line.forecast.is_begun or line.forecast.decide_by):
        yield forecast_words(line.forecast, line.activity, board)


def _beyond(line: BoardLine) -> Iterator[str]:
    """Why its quarters come to more than all of it does, where they do."""
    figures = [each.done[0].number or 0 for each in line.quarters.values() if each.done]
    if line.total.done and sum(figures) > (line.total.done[0].number or 0):
        yield words(
            "The quarters add up to {sum}: what is told of all of it in one quarter and of its "
            "parts in others counts once in the whole",
            sum=format_number(sum(figures)),
        )


def _in_part(line: BoardLine) -> Iterator[str]:
    """Each of its things of which not all is done, or not all of what is done is proved."""
    for item in line.total.items:
        deed = line.deeds.get(item.id)
        if deed and deed.is_in_part:
            yield thing_words(item, completion_words(deed))


def thing_words(item: Item, state: str) -> str:
    """What is said of a thing, after what it is called beside the title of its activity.

    That is its own title, or its day where it has none of its own; never its id.
    """
    title = item.piece.title if item.piece else item.title
    name = item.slot.in_words() if title == item.activity.title else title
    return f"{name}: {state}" if name else state


def completion_words(deed: Completion) -> str:
    """How far a thing is; of one that is in part, of how many copies: «(đã làm 4/6, …)»."""
    if not deed.is_in_part:
        return words(deed.state)
    of_done, of_proof = (
        f"{amount_figure(each) if each else 0}/{format_number(deed.copies)}"
        for each in (deed.done, deed.proof)
    )
    return words(
        "{state} ({done} done, {proof} proved)",
        state=words(deed.state),
        done=of_done,
        proof=of_proof,
    )


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


def forecast_words(forecast: Forecast, activity: Activity, board: Board) -> str:
    """«9 kỳ: 6 đã làm, 2 đã lên lịch, thiếu 1; còn kịp nếu lên lịch trước 3/12/2021»."""
    quantity = activity.quantity
    of_things = _left(forecast.bound if forecast.is_shared else Bound.EXACT, Bound.EXACT)
    of_whole = _left(forecast.bound, Amount.of(quantity).bound if quantity else Bound.EXACT)
    parts = [
        words("{count} done", count=Amount(forecast.done, "", forecast.bound)),
        *_part(forecast.to_come, "{count} scheduled", of_things),
        *_part(forecast.overdue, "{count} overdue without evidence", of_things),
        *_part(forecast.lacking, "{count} lacking", of_whole),
    ]
    said = f"{plan_words(activity)}: {', '.join(parts)}"
    return "; ".join([said, *_to_come(forecast, board)])


def _left(done: Bound, stated: Bound) -> str:
    """How sure it is what is left: of a least that is done, and of a least that is planned."""
    if Bound.ABOUT in done | stated:
        return "about {count}"
    most, least = done & _AT_LEAST, stated & _AT_LEAST
    if most and least:
        return "perhaps {count}"
    return "at most {count}" if most else "at least {count}" if least else "{count}"


def _to_come(forecast: Forecast, board: Board) -> Iterator[str]:
    """Until when what lacks can still be scheduled, and what comes of it at the pace so far."""
    if forecast.is_reached or forecast.decide_by is None:
        return
    if forecast.lacking:
        in_time = forecast.decide_by >= board.today
        message = "still in time if scheduled by {day}" if in_time else "too late since {day}"
        yield words(message, day=format_date(forecast.decide_by))
    if forecast.pace is not None:
        count = Amount(forecast.pace, "", forecast.bound | Bound.ABOUT)
        yield words("at the pace so far {count} by the report", count=count)


def _part(count: int | Decimal, message: str, sure: str) -> list[str]:
    figure = words(sure, count=format_number(count))
    return [words(message, count=figure)] if count else []


def _partners(workspace: Workspace, board: Board) -> Iterator[str]:
    for each in board.partners:
        yield words(
            "{name}: {things} things, {ready} ready, {done} done, {proof} proved",
            name=partner_name(workspace, board, each.partner),
            things=format_number(each.things),
            ready=format_number(each.ready),
            done=format_number(each.done),
            proof=format_number(each.proof),
        ) + partner_parts(each)


def duty_sentences(workspace: Workspace, board: Board) -> Iterator[str]:
    """Duties whose day is over without evidence, that were done late, or are not proved."""
    for duty in board.duty_states:
        body = name_of_body(workspace, board.campaign, duty.body)
        about = f"{body}: {duty.text}".removeprefix(": ").rstrip(".")
        due = format_date(duty.due) if duty.due else ""
        if duty.is_overdue:
            yield words("Overdue since {due}, without evidence: {duty}", due=due, duty=about)
        if duty.days_late and duty.done_on:
            day, count = format_date(duty.done_on), format_number(duty.days_late)
            message = "Done on {day}, {count} days late: {duty}"
            yield words(message, day=day, count=count, duty=about)
        if duty.evidence and not duty.proof:
            message = "Done, without proof: {duty} ({ids})"
            yield words(message, duty=about, ids=id_list(duty.evidence))


def partner_parts(figures: PartnerFigures) -> str:
    """What of a partner's things is done or proved in part; nothing where none is."""
    said = [
        *_part(figures.done_in_part, "{count} done in part", "{count}"),
        *_part(figures.proved_in_part, "{count} proved in part", "{count}"),
    ]
    return "".join(f", {each}" for each in said)


def partner_name(workspace: Workspace, board: Board, identity: str) -> str:
    """What a partner was called when the plan was made."""
    return name_of_body(workspace, board.campaign, identity) or words("nobody named")


def on_time_words(board: Board) -> Iterator[str]:
    """How many were done by their day; nothing while no day is over."""
    done, over = (format_number(len(each)) for each in (board.on_time.done, board.on_time.over))
    if board.on_time.over:
        yield words("Done in time: {done} of {over} whose day is over", done=done, over=over)


_STAGES = {
    "printed": "printed, not yet handed out or hung: {figures}",
    "delivered": "delivered, not yet hung or handed out: {figures}",
    "taken_down": "taken down again: {figures}",
}
