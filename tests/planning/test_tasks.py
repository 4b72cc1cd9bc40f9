"""What a manager has to do now, and that it goes away once it is done. All of it is test data."""

from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.plan import Plan
from generator.model.workspace import Workspace
from generator.planning.deadlines import deadlines_of, is_done, outstanding
from generator.planning.expand import expand
from generator.planning.tasks import AHEAD, tasks_of

Thu = Any


def told(plan: Plan) -> list[tuple[object, ...]]:
    (campaign,) = plan.workspace.campaigns.values()
    return [(t.day, t.kind, t.item, t.who, t.lacking) for t in tasks_of(plan, campaign)]


def only_radio(thu: Thu) -> str:
    text: str = thu.plan_text.partition("  - id: bao")[0]
    return text


def test_late_lacking_and_coming(thu: Thu) -> None:
    pieces = [
        thu.piece("a", "slot: 12/5/2021 06:30", "status: draft"),
        thu.piece("b", "slot: 9/6/2021 06:30", "status: ready"),
        thu.piece("c", "slot: 18/8/2021 06:30", "status: draft"),
    ]
    plan = expand(thu.workspace(pieces, plan=only_radio(thu)), thu.at(1, 6))
    assert told(plan) == [
        (date(2021, 5, 5), "script", "a", "dai-thu", 0),
        (date(2021, 5, 12), "publish", "a", "dai-thu", 0),
        (date(2021, 6, 9), "publish", "b", "dai-thu", 0),
    ]


def test_what_the_plan_lacks_is_due_by_the_end_of_its_quarter(thu: Thu) -> None:
    workspace = thu.workspace(plan=only_radio(thu))
    assert told(expand(workspace, thu.at(1, 3))) == []  # the quarter is more than a month away
    assert told(expand(workspace, thu.at(2, 3))) == [
        (date(2021, 6, 30), "plan", "loa", "dai-thu", 1)
    ]
    assert told(expand(workspace, thu.at(1, 9))) == [
        (date(2021, 6, 30), "plan", "loa", "dai-thu", 1),
        (date(2021, 9, 30), "plan", "loa", "dai-thu", 1),
        (date(2021, 12, 31), "plan", "loa", "dai-thu", 2),
    ]


def test_what_another_quarter_holds_too_many_is_not_lacking(thu: Thu) -> None:
    pieces = [
        thu.piece(name, f"slot: {day}/2021 06:30", "status: approved")
        for name, day in (("a", "14/7"), ("b", "11/8"))
    ]
    plan = expand(thu.workspace(pieces, plan=only_radio(thu)), thu.at(15, 8))
    assert told(plan) == []


def test_a_plan_that_is_over_asks_for_nothing(thu: Thu) -> None:
    text = only_radio(thu).replace("owner:", "report_due: 25/12/2021\nowner:")
    workspace = thu.workspace(plan=text)
    assert (date(2021, 12, 24), "report", "thu", "so-thu", 0) in told(
        expand(workspace, thu.at(24, 12))
    )
    assert told(expand(workspace, thu.at(25, 12)))
    assert told(expand(workspace, thu.at(26, 12))) == []


DAYS = st.dates(date(2021, 4, 1), date(2021, 12, 20))


@settings(max_examples=60)
@given(
    st.lists(st.tuples(DAYS, st.sampled_from(("draft", "ready", "approved"))), max_size=4),
    DAYS,
)
def test_nothing_is_late_once_all_that_was_late_is_done(
    thu: Thu, written: list[tuple[date, str]], today: date
) -> None:
    now = datetime.combine(today, datetime.min.time(), thu.at(1, 1).tzinfo)
    plan = expand(_workspace(thu, written), now)
    late = outstanding(deadlines_of(plan), plan)
    assert all(deadline.day < today for deadline in late)
    mended = []
    for number, (day, status) in enumerate(written):
        kinds = {deadline.kind for deadline in late if deadline.item == f"p{number}"}
        better = "approved" if "publish" in kinds else "ready" if kinds else status
        mended.append((day, better))
    after = expand(_workspace(thu, mended), now)
    assert outstanding(deadlines_of(after), after) == []
    coming = [d for d in deadlines_of(after) if today <= d.day <= today + AHEAD]
    shown = [task for task in tasks_of(after, after.workspace.campaigns["thu"]) if not task.lacking]
    assert len(shown) == len([d for d in coming if not is_done(d, after)])
    assert all(task.day - today <= timedelta(days=30) for task in shown)


def _workspace(thu: Thu, written: list[tuple[date, str]]) -> Workspace:
    pieces = [
        thu.piece(f"p{number}", f"slot: {day:%d/%m/%Y} 06:30", f"status: {status}")
        for number, (day, status) in enumerate(written)
    ]
    workspace: Workspace = thu.workspace(pieces)
    return workspace
