"""What is in a pack (the workspaces are test data)."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.desk.release_views import pack_lines
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.outputs.handoff.papers import PackContents, slip, table, timetable
from generator.planning.expand import expand
from generator.planning.packs import Pack, packs_of
from generator.text.paper import Table, Words
from generator.vietnamese.dates import HANOI

EXAMPLES = Path(__file__).parents[1] / "examples"
APRIL, MAY, JULY = (datetime(2021, month, 25, tzinfo=HANOI) for month in (4, 5, 7))


def packs(name: str, as_of: datetime) -> dict[str, Pack]:
    return {pack.partner.id: pack for pack in packs_of(plan_of(name, as_of))}


def plan_of(name: str, as_of: datetime) -> Plan:
    return check(FolderFiles(EXAMPLES / name), as_of).plan


def test_who_owns_a_plan_receives_no_pack() -> None:
    found = packs("packs", APRIL)
    assert sorted(found) == ["ban-thu", "bao-thu", "dai-thu"]
    assert {pack.quarter for pack in found.values()} == {Quarter(2021, 2)}


def test_only_approved_pieces_are_handed_on_and_only_they_are_named() -> None:
    pack = packs("packs", APRIL)["dai-thu"]
    assert [(line.id, line.state, line.title) for line in pack.lines] == [
        ("phat-1", "handed", "Nước & < điện > {{ 0 }} #= thử"),
        ("phat-2", "unapproved", "Chương trình phát thanh thử"),
        ("phat-4", "unwritten", "Chương trình phát thanh thử"),
        ("phat-3", "draft", "Chương trình phát thanh thử"),
        ("tv-1", "handed", "Phóng sự thử"),
    ]
    assert [piece.id for piece in pack.handover] == ["phat-1", "tv-1"]
    assert not pack.is_released


def test_what_a_partner_receives_does_not_change_when_a_piece_appears() -> None:
    before, after = packs("packs", APRIL)["dai-thu"], packs("packs", JULY)["dai-thu"]
    assert [line.title for line in before.lines] == [line.title for line in after.lines]
    assert [line.is_visible for line in after.lines] == [False] * 5


def test_deadlines_are_those_of_the_partner_and_of_what_has_a_day() -> None:
    pack = packs("packs", APRIL)["dai-thu"]
    found = {(d.item, d.kind) for d in pack.deadlines}
    days = {"phat-1", "phat-2", "phat-4"}
    assert found == {(item, kind) for item in days for kind in ("script", "publish")}


def test_a_released_quarter_is_firm_and_cancellations_are_told() -> None:
    pack = packs("moves", MAY)["dai-thu"]
    assert pack.is_released
    assert {line.id: line.state for line in pack.lines}["phat-thanh-2"] == "cancelled"
    assert [release.number for release in pack.releases] == [2]


def test_pieces_are_wanted_for_what_is_to_happen_and_is_written() -> None:
    """A line that is cancelled wants none, nor a meeting, for which nobody writes."""
    pack = packs("moves", MAY)["dai-thu"]
    wanted = ["phat-thanh-1", "phat-thanh-3", "phat-thanh-4"]
    assert [line.id for line in pack.wanted_lines] == wanted
    last = pack.lines[-1]
    meeting = replace(last, activity=last.activity.model_copy(update={"medium": None}))
    other = replace(pack, lines=(*pack.lines[:-1], meeting))
    assert [line.id for line in other.wanted_lines] == wanted[:2]
    shown = [
        f"{line.pieces}/{line.count}" for line in pack_lines(plan_of("moves", MAY), pack.quarter)
    ]
    assert shown == ["2/2", "2/3"]


def followed(plan: Plan, partner: str, quarter: Quarter) -> set[str]:
    """Of what has a piece or had one, whose names are one letter here."""
    (pack,) = (p for p in packs_of(plan) if (p.partner.id, p.quarter) == (partner, quarter))
    return {identity for identity in pack.calendar_ids if len(identity.partition("#")[0]) == 1}


def of(*items: str) -> set[str]:
    """A line and both of its deadlines."""
    return {f"{item}{kind}" for item in items for kind in ("", "#script", "#publish")}


def test_calendars_follow_what_is_cancelled_or_goes_to_another_quarter(thu: Any) -> None:  # noqa: ANN401
    told = {"a": thu.at(5, 5), "b": thu.at(12, 5), "c": thu.at(19, 5)}
    releases = [thu.release(1, thu.at(1, 4), told)]
    releases.append(thu.release(2, thu.at(2, 4), {"a": thu.at(5, 5)}))
    pieces = [thu.piece("a", "slot: 5/5/2021", "status: ready")]
    pieces.append(thu.piece("c", "slot: 4/8/2021", "status: ready"))
    plan = expand(thu.workspace(pieces, releases), thu.at(3, 4))
    assert followed(plan, "dai-thu", Quarter(2021, 2)) == of("a", "b", "c")
    assert followed(plan, "dai-thu", Quarter(2021, 3)) == of("c")


def test_whoever_has_nothing_left_of_a_quarter_hears_where_it_is(thu: Any) -> None:  # noqa: ANN401
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5), "b": thu.at(12, 5)})
    taken = first.slots[1].model_copy(update={"partner": "bao-thu"})
    second = thu.release(2, thu.at(2, 4), {}).model_copy(update={"slots": (taken,)})
    piece = thu.piece("a", "slot: 4/8/2021", "status: ready")
    plan = expand(thu.workspace([piece], [first, second]), thu.at(3, 4))
    (pack,) = (p for p in packs_of(plan) if (p.partner.id, p.quarter.number) == ("dai-thu", 2))
    assert (pack.lines, pack.is_released, pack.releases) == ((), True, (second,))
    held = PackContents(thu.workspace([piece]), pack, {}, {})
    (*_, heading, left) = timetable(held).blocks
    assert (heading, left) == (
        Words("heading", "Không còn ở quý này"),
        table(
            ("Activity", "Told before", "Where it is now"),
            (70, 52, 52),
            (
                ("Phát thanh thử", "12/5/2021, 0 giờ", "giao nơi khác làm"),
                ("Phát thanh thử", "5/5/2021, 0 giờ", "thứ Tư, 4/8/2021 (dự kiến)"),
            ),
        ),
    )
    assert all(not isinstance(each, Table) for each in slip(held).blocks)


def test_a_line_that_only_its_hidden_piece_gives_to_a_partner_is_still_with_it(thu: Any) -> None:  # noqa: ANN401
    text = thu.plan_text.replace("    partner: dai-thu\n", "")
    told = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)})
    piece = thu.piece("a", "slot: 4/8/2021", "status: ready", "partner: dai-thu")
    again = thu.release(2, thu.at(2, 4), {})
    plan = expand(thu.workspace([piece], [told, again], plan=text), thu.at(3, 4))
    of_quarter = {p.quarter.number: p for p in packs_of(plan) if p.partner.id == "dai-thu"}
    assert [each.is_held for each in of_quarter[2].left] == [True]
    assert [line.id for line in of_quarter[3].lines] == ["a"]


def test_calendars_follow_what_another_partner_has_now(thu: Any) -> None:  # noqa: ANN401
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5), "b": thu.at(12, 5)})
    taken = first.slots[1].model_copy(update={"partner": "bao-thu"})
    second = thu.release(2, thu.at(2, 4), {}).model_copy(update={"slots": (first.slots[0], taken)})
    plan = expand(thu.workspace(releases=[first, second]), thu.at(3, 4))
    assert followed(plan, "dai-thu", Quarter(2021, 2)) == of("a", "b")
    assert followed(plan, "bao-thu", Quarter(2021, 2)) == of("b")


def test_no_calendar_tells_a_day_that_its_partner_has_not_received(thu: Any) -> None:  # noqa: ANN401
    first = thu.release(1, thu.at(1, 4), {"a": thu.at(5, 5)})
    pieces = [thu.piece(name, "slot: 12/5/2021", "status: ready") for name in ("a", "b")]
    plan = expand(thu.workspace(pieces, [first]), thu.at(3, 4))
    assert followed(plan, "dai-thu", Quarter(2021, 2)) == {*of("a"), "b"}


def test_each_of_several_who_air_a_line_receives_it(thu: Any) -> None:  # noqa: ANN401
    text = thu.plan_text.replace(
        "    partner: dai-thu\n", "    partner: dai-thu\n    also: [bao-thu]\n"
    )
    piece = thu.piece("a", "slot: 12/5/2021 06:30", "status: approved")
    plan = expand(thu.workspace([piece], plan=text), thu.at(1, 4))
    found = {pack.partner.id: [each.id for each in pack.handover] for pack in packs_of(plan)}
    assert found == {"dai-thu": ["a"], "bao-thu": ["a"]}
    assert [event.partners for event in plan.events] == [frozenset({"dai-thu", "bao-thu"})]
    due = {pack.partner.id: {(d.item, d.kind) for d in pack.deadlines} for pack in packs_of(plan)}
    assert due == {who: {("a", "script"), ("a", "publish")} for who in ("dai-thu", "bao-thu")}
