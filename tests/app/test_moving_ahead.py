"""What is told before a slot is moved is what is told after it. On the real plans of 2021."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckReport, CheckScope, check
from generator.app.editing import apply
from generator.app.editing.edit_kinds import MoveSlot, PlanSlot
from generator.app.foresight import Foresight, at_hour, foresee, meant_moment
from generator.app.overlay import Overlay
from generator.app.propose import item_without_day
from generator.diagnostics import Diagnostic
from generator.model.memory import Memory
from generator.planning.free_days import fitting_days, item_on, neighbours
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
AUGUST = datetime(2021, 8, 2, 9, tzinfo=HANOI)
SCOPE = CheckScope(AUGUST)
MEMORY = Memory()
RADIO, STORY, TV = "phat-thanh-2021-3-1", "bao-dong-nai-2021-3-2", "truyen-hinh-2021-4-1"


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check(FolderFiles(ROOT), AUGUST, MEMORY, SCOPE)


def told(found: list[Diagnostic]) -> set[tuple[str, str]]:
    return {(each.rule.code, each.message("en")) for each in found}


@pytest.mark.parametrize(
    "edit",
    [
        MoveSlot(RADIO, datetime(2021, 9, 2, 6, 30, tzinfo=HANOI)),
        MoveSlot(RADIO, datetime(2021, 9, 23, 7, tzinfo=HANOI)),
        MoveSlot(STORY, date(2021, 9, 24)),
        MoveSlot(STORY, date(2021, 10, 12)),
        MoveSlot("bang-ron-2021-3", date(2021, 12, 24)),
        MoveSlot(TV, date(2021, 9, 2)),
        PlanSlot("dong-nai-2021", "tap-huan", date(2021, 9, 2)),
    ],
)
def test_what_is_foreseen_comes(report: CheckReport, edit: MoveSlot | PlanSlot) -> None:
    seen = foresee(edit, report, MEMORY, SCOPE)
    done = apply([edit], FolderFiles(ROOT), report, SCOPE, MEMORY)
    assert isinstance(seen, Foresight)
    assert done.changeset
    overlay = Overlay(FolderFiles(ROOT))
    for each in done.changeset.revisions:
        overlay.put(each.path, each.after)
    then = check(overlay, AUGUST, MEMORY, SCOPE).plan
    assert then.items[seen.after.id].slot == seen.after.slot
    assert told(seen.findings) == told(done.findings)


def test_days_that_fit_bring_no_warning(report: CheckReport) -> None:
    days = [AUGUST.date() + timedelta(days=step) for step in range(-30, 92)]
    for name in (RADIO, STORY):
        item = report.plan.items[name]
        fits = fitting_days(report.plan, item, days)
        foreseen = [
            foresee(MoveSlot(name, at_hour(item, report.plan, day)), report, MEMORY, SCOPE)
            for day in fits[::3]
        ]
        quiet = [isinstance(each, Foresight) and not _of_rules(each) for each in foreseen]
        assert fits
        assert quiet == [True] * len(quiet)


def _of_rules(seen: Foresight) -> list[str]:
    """What is told of the slot itself: its page may appear too early or late."""
    codes = [found.rule.code for found in seen.findings]
    return [code for code in codes if code.startswith(("slot", "outside"))]


def test_where_nobody_has_rules_no_day_fits_better(report: CheckReport) -> None:
    line = next(ln for ln in report.plan.lines if ln.activity.id == "tap-huan")
    assert fitting_days(report.plan, item_without_day(line), [date(2021, 9, 8)]) == []


def test_an_hour_stays_and_that_of_the_channel_comes(report: CheckReport) -> None:
    plan = report.plan
    radio = next(
        ln for ln in plan.lines if ln.activity.id == "phat-thanh" and ln.campaign.period == 2021
    )
    found = [
        meant_moment(plan.items[RADIO], plan, "+7"),
        meant_moment(plan.items[RADIO], plan, "2/9 7:15"),
        meant_moment(plan.items[STORY], plan, "thứ ba sau"),
        meant_moment(plan.items[TV], plan, "2/10"),
        meant_moment(item_without_day(radio), plan, "thứ tư"),
    ]
    assert found == [
        datetime(2021, 10, 6, 6, 30, tzinfo=HANOI),
        datetime(2021, 9, 2, 7, 15, tzinfo=HANOI),
        date(2021, 9, 28),
        date(2021, 10, 2),
        datetime(2021, 8, 4, 6, 30, tzinfo=HANOI),
    ]


def test_neighbours_are_those_of_the_channel(report: CheckReport) -> None:
    item = report.plan.items[RADIO]
    assert neighbours(report.plan, item) == (date(2021, 5, 12), date(2021, 10, 13))
    after = item_on(item, datetime(2021, 12, 31, 6, 30, tzinfo=HANOI))
    assert neighbours(report.plan, after) == (date(2021, 12, 8), None)
