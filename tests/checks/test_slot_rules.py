"""What is wrong with slots, releases and lead times, in copies of `examples/moves` (test data)."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.checks import (
    air_time,
    channel_rules,
    hanging,
    lateness,
    plan_quarters,
    releases,
    slot_rules,
)
from generator.diagnostics import Diagnostic, Rule
from generator.source import release_file as release_files
from generator.vietnamese.dates import HANOI
from tests import edits

MOVES = Path(__file__).parents[1] / "examples" / "moves"
AS_OF = datetime(2021, 5, 10, tzinfo=HANOI)
PLAN = "campaigns/thu/plan.yml"
PARTNERS = "campaigns/partners.yml"
FIRST = "campaigns/thu/releases/2021-2-1.yml"
SECOND = "campaigns/thu/releases/2021-2-2.yml"
RADIO = "content/phat-thanh/phat-thanh-{}.md"

Edit = Callable[[str, str, str], None]


@pytest.fixture
def moves(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MOVES, tmp_path / "moves"))


@pytest.fixture
def edit(moves: Path) -> Edit:
    return lambda path, old, new: edits.edit(moves / path, old, new, 1)


OURS = {
    rule
    for module in (
        air_time,
        channel_rules,
        hanging,
        lateness,
        plan_quarters,
        release_files,
        releases,
        slot_rules,
    )
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}
"""What these tests are about; texts and printers have tests of their own."""


def found(root: Path, as_of: datetime = AS_OF) -> list[Diagnostic]:
    return [d for d in check(FolderFiles(root), as_of).diagnostics if d.rule in OURS]


def told(root: Path, as_of: datetime = AS_OF) -> list[tuple[str, str, int]]:
    return [(d.rule.code, d.where.path, d.where.line) for d in found(root, as_of)]


def without_releases(root: Path) -> None:
    shutil.rmtree(root / "campaigns/thu/releases")


def test_the_example_is_fine(moves: Path) -> None:
    assert told(moves) == []


def test_a_pinned_date_on_a_holiday(moves: Path, edit: Edit) -> None:
    without_releases(moves)
    edit(RADIO.format(1), "slot: 5/5/2021", "slot: 21/4/2021")
    (item,) = found(moves)
    assert item.rule == slot_rules.ON_HOLIDAY
    assert (item.where.path, item.where.line) == (RADIO.format(1), 8)
    assert item.message("en") == "21/4/2021 is a day off: Ngày Giỗ Tổ Hùng Vương."


def test_a_pinned_date_outside_its_quarter(moves: Path, edit: Edit) -> None:
    without_releases(moves)
    edit(RADIO.format(1), "basis: proposed", "quarter: III/2021\nbasis: proposed")
    assert told(moves) == [(slot_rules.OUTSIDE_QUARTER.code, RADIO.format(1), 9)]
    edit(RADIO.format(1), "quarter: III/2021\n", "")
    edit(PLAN, 'at: "16/6/2021 06:30"', 'at: "16/6/2021 06:30", quarter: IV')
    assert told(moves) == [(slot_rules.OUTSIDE_QUARTER.code, PLAN, 16)]


BANNER = "content/bang-ron-9.md"


@pytest.mark.parametrize(
    ("days", "line"),
    [
        ("slot: 5/6/2021\nquarter: I/2021", 9),
        ("placements:\n  - {place: a, from: 5/6/2021, quarter: I}", 9),
        ("placements:\n  - {place: a, from: 5/6/2021}\nquarter: I/2021", 9),
        ("placements: [{place: a, from: 5/6/2021},\n  {place: b, from: 5/8/2021}]\nquarter: II", 9),
    ],
)
def test_what_hangs_outside_its_quarter(moves: Path, edit: Edit, days: str, line: int) -> None:
    edit(PLAN, "02 băng rôn\n    quarters: [II]", "02 băng rôn\n    quarters: [II, III]")
    (moves / BANNER).write_text(
        "---\nid: bang-ron-9\nmedium: banner\ncampaign: thu\nactivity: bang-ron\ntitle: Thử\n"
        f"slogan: Thử\n{days}\nsize: 6 x 0,8 m\n---\n",
        encoding="utf-8",
    )
    codes = {slot_rules.OUTSIDE_QUARTER.code, slot_rules.PLACE_OUTSIDE.code}
    outside = [item for item in found(moves) if item.rule.code in codes]
    assert [(item.where.path, item.where.line) for item in outside] == [(BANNER, line)]


def test_a_piece_whose_slot_was_moved_in_the_plan_to_another_quarter(
    moves: Path, edit: Edit
) -> None:
    without_releases(moves)
    edit(RADIO.format(1), "id: phat-thanh-1", "id: phat-thanh-4")
    edit(RADIO.format(1), "slot: 5/5/2021 06:30", "quarter: III/2021")
    (moves / RADIO.format(1)).rename(moves / RADIO.format(4))
    outside = [item for item in found(moves) if item.rule == slot_rules.OUTSIDE_QUARTER]
    assert [(item.where.path, item.where.line) for item in outside] == [(RADIO.format(4), 8)]


def test_more_is_promised_than_a_year_has_room_for(moves: Path, edit: Edit) -> None:
    edit(PLAN, "quantity: 02 kỳ", "quantity: 9.000.000 kỳ")
    assert told(moves) == [(slot_rules.BEYOND_YEAR.code, PLAN, 21)]


def test_more_pinned_than_promised(moves: Path, edit: Edit) -> None:
    edit(PLAN, "quantity: 02 kỳ", "quantity: 01 kỳ")
    assert told(moves) == [(slot_rules.TOO_MANY.code, PLAN, 21)]


def test_a_quantity_not_stated_promises_nothing_and_breaks_nothing(moves: Path, edit: Edit) -> None:
    edit(PLAN, "    quantity: 02 kỳ\n", "")
    assert told(moves) == []
    (line,) = [x for x in check(FolderFiles(moves), AS_OF).plan.lines if x.activity.id == "bao"]
    assert (line.total.promised, line.total.planned) == (None, 2)


def test_a_channel_without_a_slot(moves: Path, edit: Edit) -> None:
    edit(PARTNERS, ", rules: {weekdays: [T3], gap: 7, script: 7}", "")
    edit(PLAN, "quantity: 02 kỳ", "quantity: 03 kỳ")
    assert told(moves) == [(slot_rules.NO_RULES.code, PARTNERS, 22)]


def test_a_printer_without_a_lead_time(moves: Path) -> None:
    printers = moves / "campaigns" / "printers.yml"
    text = "printers:\n  - {id: in-thu, name: In thử, media: [banner], hem: 30 mm}\n"
    printers.write_text(text, encoding="utf-8")
    assert slot_rules.NO_LEAD.code in [code for code, _, _ in told(moves)]
    printers.write_text(text.replace("hem:", "lead: 7, hem:"), encoding="utf-8")
    assert slot_rules.NO_LEAD.code not in [code for code, _, _ in told(moves)]


def test_two_in_one_channel_within_its_gap(moves: Path, edit: Edit) -> None:
    without_releases(moves)
    edit(RADIO.format(3), "slot: 9/6/2021", "slot: 11/6/2021")
    off = (channel_rules.OTHER_DAY.code, RADIO.format(3), 8)  # a Friday
    assert told(moves) == [(air_time.TOO_CLOSE.code, PLAN, 16), off]


def test_two_pieces_at_the_same_moment_at_a_station_without_rules(moves: Path, edit: Edit) -> None:
    without_releases(moves)
    edit(PARTNERS, ', rules: {weekdays: [T4], time: "06:30", gap: 7, script: 7}', "")
    edit(RADIO.format(3), "slot: 9/6/2021", "slot: 5/5/2021")
    edit(RADIO.format(1), "slot: 5/5/2021 06:30", "slot: 5/5/2021 07:00")
    assert air_time.SAME_SLOT not in [item.rule for item in found(moves)]
    edit(RADIO.format(1), "slot: 5/5/2021 07:00", "slot: 5/5/2021 06:30")
    same = [item for item in found(moves) if item.rule == air_time.SAME_SLOT]
    assert [(item.where.path, item.where.line) for item in same] == [(RADIO.format(3), 8)]


@pytest.mark.parametrize("gap", ["", ", rules: {gap: 7}"])
def test_a_piece_that_begins_while_another_is_on_the_air(moves: Path, edit: Edit, gap: str) -> None:
    without_releases(moves)
    edit(PARTNERS, ', rules: {weekdays: [T4], time: "06:30", gap: 7, script: 7}', gap)
    edit(RADIO.format(3), "slot: 9/6/2021 06:30", "slot: 5/5/2021 06:33\nduration: 1 phút")
    edit(PLAN, "16/6/2021 06:30", "5/5/2021 06:40")
    edit(RADIO.format(1), "slot: 5/5/2021 06:30", "slot: 5/5/2021 06:30\nduration: 30 phút")
    at_one_time = [item for item in found(moves) if item.rule.code.startswith("slots-")]
    assert [(item.rule, item.where.path, item.details["end"]) for item in at_one_time] == [
        (air_time.ON_AIR, PLAN, "7 giờ"),
        (air_time.ON_AIR, RADIO.format(3), "7 giờ"),
    ]


def test_two_plans_at_the_same_moment_at_one_station(moves: Path) -> None:
    without_releases(moves)
    other = moves / "campaigns/khac/plan.yml"
    other.parent.mkdir()
    text = (moves / PLAN).read_text(encoding="utf-8").partition("  - id: bao\n")[0]
    for old, new in (("id: thu\n", "id: khac\n"), ("phat-thanh-4", "khac-1")):
        text = text.replace(old, new)
    other.write_text(text, encoding="utf-8")
    same = [item for item in found(moves) if item.rule == air_time.SAME_SLOT]
    assert [(item.where.path, item.where.line) for item in same] == [(PLAN, 16)]


def test_a_banner_that_hangs_too_long(moves: Path, edit: Edit) -> None:
    without_releases(moves)
    edit(
        PLAN,
        "    responsible: so-thu\n",
        "    responsible: so-thu\n    slots:\n"
        "      - {id: bang-ron-2, at: 7/6/2021, until: 22/6/2021}\n",
    )
    codes = [code for code, path, _ in told(moves) if path == PLAN]
    assert hanging.TOO_LONG.code in codes


def test_two_slots_with_one_id_and_a_slot_of_another_activity(moves: Path, edit: Edit) -> None:
    without_releases(moves)
    edit(
        PLAN,
        "    partner: bao-thu\n",
        "    partner: bao-thu\n    slots:\n      - {id: phat-thanh-4, quarter: II}\n"
        "      - {id: phat-thanh-1, quarter: II}\n",
    )
    assert [(code, line) for code, path, line in told(moves) if path == PLAN] == [
        (slot_rules.FOREIGN_SLOT.code, 25),
        (slot_rules.SLOT_TWICE.code, 25),
        (slot_rules.FOREIGN_SLOT.code, 26),
    ]


def test_a_withdrawn_piece_that_a_release_still_announces(moves: Path) -> None:
    (moves / SECOND).unlink()
    assert told(moves) == [
        (releases.WITHDRAWN.code, RADIO.format(2), 11 - 1),
        (releases.UNRELEASED_CHANGE.code, RADIO.format(3), 8),
    ]


def test_two_releases_with_one_number(moves: Path) -> None:
    shutil.copy(moves / SECOND, moves / "campaigns/thu/releases/2021-2-3.yml")
    assert [(code, path) for code, path, _ in told(moves)] == [
        (releases.BAD_NAME.code, "campaigns/thu/releases/2021-2-3.yml"),
        (releases.TWICE.code, "campaigns/thu/releases/2021-2-3.yml"),
    ]


def test_a_release_is_missing(moves: Path) -> None:
    (moves / FIRST).unlink()
    assert [(code, path) for code, path, _ in told(moves)] == [(releases.GAP.code, SECOND)]


def test_an_edited_release(moves: Path, edit: Edit) -> None:
    edit(SECOND, "9/6/2021 06:30", "9/6/2021 07:30")
    (item, *_) = found(moves)
    assert (item.rule, item.where.path) == (release_files.EDITED_RELEASE, SECOND)
    assert item.is_error


def test_a_release_that_is_older_than_the_one_before(moves: Path, edit: Edit) -> None:
    edit(SECOND, "released_on: 8/5/2021", "released_on: 8/4/2021")
    codes = {code for code, _, _ in told(moves)}
    assert codes == {release_files.EDITED_RELEASE.code, releases.BACKWARDS.code}


def test_a_broken_release_is_one_mistake(moves: Path) -> None:
    (moves / SECOND).write_text("campaign: thu\nquarter: II/2021\n", encoding="utf-8")
    assert {path for _, path, _ in told(moves)} <= {SECOND, RADIO.format(2), RADIO.format(3)}
    (errors, *_) = [d for d in check(FolderFiles(moves), AS_OF).diagnostics if d.is_error]
    assert errors.where.path == SECOND


def test_what_cannot_be_read_is_not_told_as_a_difference_too(moves: Path, edit: Edit) -> None:
    edit(RADIO.format(3), "slot: 9/6/2021 06:30", "slot: 9/6/2021 25:30")
    assert told(moves) == []
    edit(PLAN, "title: Kế hoạch thử", 'title: "Kế\\a hoạch thử"')
    assert told(moves) == []
    assert [d.where.path for d in check(FolderFiles(moves), AS_OF).diagnostics if d.is_error] == [
        PLAN,
        RADIO.format(3),
    ]


def test_late_while_the_campaign_runs(moves: Path) -> None:
    june = datetime(2021, 6, 10, tzinfo=HANOI)
    assert told(moves, june) == [(lateness.LATE.code, PLAN, 9)]
    (item,) = found(moves, june)
    assert "9/6/2021 (phat-thanh-4)" in item.message("en")
    assert told(moves, datetime(2022, 1, 1, tzinfo=HANOI)) == []


def test_what_has_only_a_quarter_is_missed_when_that_is_over(moves: Path, edit: Edit) -> None:
    without_releases(moves)
    edit(RADIO.format(1), "slot: 5/5/2021 06:30", "quarter: II/2021")
    edit(RADIO.format(1), "status: approved", "status: draft")
    july = datetime(2021, 7, 1, tzinfo=HANOI)
    before = [item.rule for item in found(moves, datetime(2021, 6, 30, tzinfo=HANOI))]
    missed = [item for item in found(moves, july) if item.rule == lateness.MISSED_DAY]
    assert lateness.MISSED_DAY not in before
    assert "30/6/2021 (phat-thanh-1)" in missed[0].message("en")


def test_what_should_be_out_and_is_not_approved_is_told_once(moves: Path, edit: Edit) -> None:
    june = datetime(2021, 6, 17, tzinfo=HANOI)
    edit(RADIO.format(3), "status: approved", "status: ready")
    found_now = found(moves, june)
    assert [(item.rule, item.where.path, item.where.line) for item in found_now] == [
        (lateness.LATE, PLAN, 9),
        (lateness.MISSED_DAY, PLAN, 9),
    ]
    assert "1 of quarter II/2021" in found_now[1].message("en")  # the unwritten one is late alone
    assert "9/6/2021 (phat-thanh-3)" in found_now[1].message("en")


def test_what_is_done_is_no_longer_due(moves: Path) -> None:
    """Whoever writes the piece that is late is told nothing more."""
    june = datetime(2021, 6, 10, tzinfo=HANOI)
    piece = (moves / RADIO.format(3)).read_text(encoding="utf-8")
    piece = piece.replace("phat-thanh-3", "phat-thanh-4").replace("slot: 9/6/2021 06:30\n", "")
    piece = piece.replace("status: approved", "status: ready")
    (moves / RADIO.format(4)).write_text(piece, encoding="utf-8")
    assert lateness.LATE.code not in [code for code, _, _ in told(moves, june)]
