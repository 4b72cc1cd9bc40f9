"""What was done and what is proved: no figure exceeds its evidence. All of it is test data."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import chain
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.app.board_record import board_record
from generator.app.reporting.report_sections import official_of, result_rows, share_words
from generator.model.amount import Amount, Bound
from generator.model.attachment import Attachment
from generator.model.evidence import DONE_STAGES, Evidence, EvidenceKind, EvidenceStage
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.outputs.board.views import board_view
from generator.planning.board import Board, BoardLine, board_of
from generator.planning.board_words import (
    completion_words,
    figure,
    figures_in_words,
    line_sentences,
    sentences,
)
from generator.planning.expand import expand
from generator.planning.report_figures import report_of
from generator.planning.report_period import quarter_of, whole_of

Thu = Any
PLAN = """\
id: thu
title: Kế hoạch thử
period: 2021
budget: 100.000.000 đồng
report_due: 25/12/2021
activities:
  - id: bao
    title: Báo thử
    medium: newspaper
    quantity: 9 kỳ
    quarters: [II, III, IV]
    partner: bao-thu
    slots:
      - {id: bao-1, at: 6/4/2021}
      - {id: bao-2, at: 13/4/2021}
      - {id: bao-3, at: 20/4/2021}
      - {id: bao-4, at: 16/11/2021}
    source: https://a.example.org
  - id: lop
    title: Tập huấn thử
    quantity: dự kiến 05 lớp
    quarters: [II]
    source: https://a.example.org
"""


def evidence(number: int, of: str, *measures: Amount, **more: object) -> Evidence:
    """One that is proved, unless something else is said."""
    given = {
        "kind": "clipping",
        "stage": "done",
        "on": date(2021, 5, 5),
        "file": "a.pdf",
        "digest": "dau",
        "received_from": "Người gửi",
        "verified_by": "Người xem",
    }
    made = Evidence.model_construct(id=f"mc-{number}", of=(of,), measures=measures, **given | more)
    made.read_from("thu", None)
    return made


def plan_of(
    thu: Thu, known: Sequence[Evidence], plan: str = PLAN, pieces: Sequence[Piece] = ()
) -> Plan:
    workspace = thu.workspace(pieces, plan=plan)
    file = Attachment("/a.pdf", 3, BytesIO, lambda: "dau")
    held = {each.id: each for each in known}
    with_it = replace(workspace, evidence=held, attachments={file.path: file})
    return expand(with_it, thu.at(1, 6))


def board(thu: Thu, *known: Evidence, plan: str = PLAN) -> Board:
    made = plan_of(thu, known, plan)
    return board_of(made, made.workspace.campaigns["thu"])


def line(made: Board, activity: str) -> BoardLine:
    return next(each for each in made.lines if each.activity.id == activity)


def figures(made: Board, activity: str) -> tuple[str, str]:
    total = line(made, activity).total
    return figure(total.done), figure(total.proof)


def on_time(made: Board) -> tuple[list[str], list[str]]:
    known = made.on_time
    return [each.id for each in known.done], [each.id for each in known.over]


def test_nothing_is_done_that_no_evidence_tells(thu: Thu) -> None:
    made = board(thu)
    assert [figures(made, each) for each in ("bao", "lop")] == [("–", "–"), ("–", "–")]
    assert on_time(made) == ([], ["bao-1", "bao-2", "bao-3"])


def test_done_and_proved(thu: Thu) -> None:
    made = board(
        thu,
        evidence(1, "bao-1", on=date(2021, 4, 6)),
        evidence(2, "bao-2", verified_by=""),
        evidence(3, "bao-3", stage="printed"),
        evidence(4, "bao-3", withdrawn_on=date(2021, 5, 6)),
        evidence(5, "lop", Amount(2, "lớp"), Amount(90, "người", Bound.LEAST | Bound.OVER)),
        evidence(6, "lop", Amount(1, "lớp", Bound.ABOUT), digest="khac"),
    )
    assert figures(made, "bao") == ("2", "1")
    assert figures(made, "lop") == ("≈ 3", "2")
    assert [*map(str, line(made, "lop").total.done)] == ["khoảng 3 lớp", "trên 90 người"]
    assert line(made, "bao").total.without_proof == (Amount(1, "kỳ"),)
    assert on_time(made) == (["bao-1"], ["bao-1", "bao-2", "bao-3"])
    assert [each.id for each in made.waiting] == ["mc-2", "mc-6"]
    words = [*line_sentences(made, line(made, "bao"))]
    assert words[0] == "2 kỳ, trong đó 1 chưa có minh chứng"
    assert words[-1] == (
        "9 kỳ: 2 đã làm, 1 mục có lịch, 1 quá ngày mà chưa có minh chứng, thiếu 5; "
        "còn kịp nếu lên lịch chậm nhất 17/12/2021; "
        "theo nhịp đến nay thì tới hạn báo cáo được khoảng 4"
    )


@pytest.mark.parametrize(
    ("day", "counted", "said"),
    [
        (date(2021, 6, 1), ["mc-2"], 0),
        (date(2021, 6, 2), ["mc-1"], 1),  # and nobody had what stands for it
    ],
)
def test_what_was_withdrawn_later_counts_on_the_day_before(
    thu: Thu, day: date, counted: list[str], said: int
) -> None:
    wrong = evidence(1, "lop", Amount(2, "lớp"), withdrawn_on=day)
    right = evidence(2, "lop", Amount(1, "lớp"), replaces="mc-1")
    made = board(thu, wrong, right, evidence(3, "lop", withdrawn_on=date(2021, 5, 9)))
    assert [use.evidence.id for use in line(made, "lop").uses] == counted
    workspace = plan_of(thu, ()).workspace
    told = [each for each in sentences(workspace, made) if "rút lại sau" in each.casefold()]
    assert [each.rpartition(": ")[2] for each in told] == ["mc-1"] * said


PARTS = (  # what was done, what of it is proved, what of it is not
    ("286", "14", "300 lớp, trong đó 14 chưa có minh chứng"),
    ("trên 286", "14", "trên 300 lớp, trong đó 14 chưa có minh chứng"),
    ("286", "trên 14", "trên 300 lớp, trong đó trên 14 chưa có minh chứng"),
    ("khoảng 286", "14", "khoảng 300 lớp, trong đó khoảng 14 chưa có minh chứng"),
    ("286", "", "286 lớp"),
    ("", "14", "14 lớp, chưa có minh chứng"),
)


@pytest.mark.parametrize(("proof", "more", "said"), PARTS)
def test_a_figure_is_as_strong_as_its_weakest_part(
    thu: Thu, proof: str, more: str, said: str
) -> None:
    known = [
        evidence(n, "lop", Amount.parse(f"{text} lớp"), verified_by=by)
        for n, (text, by) in enumerate(((proof, "Người xem"), (more, "")))
        if text
    ]
    total = line(board(thu, *known), "lop").total
    assert [*figures_in_words(total)] == [said]


def test_two_kinds_of_evidence_prove_one_thing_once(thu: Thu) -> None:
    one, other = evidence(1, "bao-1"), evidence(2, "bao-1", kind="photograph")
    assert figures(board(thu, one, other), "bao") == ("1", "1")
    assert figures(board(thu, one, evidence(2, "bao-1")), "bao") == ("1", "1")


def test_a_whole_and_its_parts_are_not_added_up(thu: Thu) -> None:
    parts = [evidence(1, "bao-1"), evidence(2, "bao-2")]
    whole = evidence(3, "bao", Amount(5, "kỳ", Bound.LEAST), kind="unit-report")
    assert figures(board(thu, *parts, whole), "bao") == ("≥ 5", "≥ 5")
    small = evidence(3, "bao", Amount(1, "kỳ"), kind="unit-report")
    assert figures(board(thu, *parts, small), "bao") == ("2", "2")


@pytest.mark.parametrize(
    "name",
    ["nguoi GUI", "Người  gửi.", "Ông Người-gửi", "Ngu\u031bo\u031b\u0300i gửi", "– người gửi"],
)
def test_who_verifies_his_own_evidence_proves_nothing(thu: Thu, name: str) -> None:
    assert figures(board(thu, evidence(1, "bao-1", verified_by=name)), "bao") == ("1", "–")


BANNERS = (
    PLAN
    + """\
  - id: bang
    title: Băng rôn thử
    medium: banner
    quantity: 6 cái
    quarters: [II]
    partner: so-thu
    source: https://a.example.org
"""
)
HANGS = """\
size: 6 x 0,8 m
slogan: Khóa vòi nước
quarter: II/2021
basis: source
placements:
  - {place: khu-mot, copies: 4, from: 1/5/2021, to: 10/5/2021, fixing: fence}
  - {place: khu-hai, copies: 2, from: 1/5/2021, to: 10/5/2021, fixing: fence}
"""
HUNG = {"kind": "photograph", "stage": "hung", "on": date(2021, 5, 1)}
IN_PART = (  # copies hung at two places, whether each is verified, and what the thing is then
    ("4 -", "An -", "làm một phần, phần đã làm có minh chứng (đã làm 4/6, có minh chứng 4/6)"),
    ("2 -", "x -", "làm một phần, chưa có minh chứng (đã làm 2/6, có minh chứng 0/6)"),
    ("3 2", "An x", "làm một phần, có minh chứng một phần (đã làm 5/6, có minh chứng 3/6)"),
    ("4 2", "An x", "đã làm, có minh chứng một phần (đã làm 6/6, có minh chứng 4/6)"),
    ("4 2", "x x", "đã làm, chưa có minh chứng"),
    ("4 2", "An An", "có minh chứng"),
)


@pytest.mark.parametrize(("copies", "lacking", "said"), IN_PART)
def test_what_hangs_in_part_is_neither_done_nor_proved(
    thu: Thu, copies: str, lacking: str, said: str
) -> None:
    hung = zip(("khu-mot", "khu-hai"), copies.split(), lacking.split(), strict=True)
    known = [
        evidence(n, f"bang-1/{place}", Amount(int(c), "cái"), verified_by=by.strip("x"), **HUNG)
        for n, (place, c, by) in enumerate(hung)
        if c != "-"
    ]
    piece = thu.piece("bang-1", HANGS, medium="banner", activity="bang")
    made = plan_of(thu, known, BANNERS, [piece])
    campaign = made.workspace.campaigns["thu"]
    found = board_of(made, campaign)
    deed = line(found, "bang").deeds["bang-1"]
    assert completion_words(deed) == said
    is_done, is_proof = said.startswith(("đã làm", "có")), said == "có minh chứng"
    (partner,) = [each for each in found.partners if each.partner == "so-thu"]
    assert (partner.done, partner.proof) == (is_done, is_proof)
    assert partner.done_in_part == (not is_done)
    assert ("bang-1" in on_time(found)[0]) == is_done
    assert (("thu", "bang-1") in made.deeds) == is_done
    whole = report_of(made, found, whole_of(campaign), {})
    (row,) = [each for each in whole.lines if each.activity == "bang"]
    assert row.in_part == ((f"Tên bang-1: {said}",) if deed.is_in_part else ())
    assert row.figures[0].state == said.partition(" (")[0]


@pytest.mark.parametrize(("status", "ready"), [("draft", [0, 0]), ("ready", [4, 2])])
def test_what_hangs_at_a_place_is_ready_with_its_piece(
    thu: Thu, status: str, ready: list[int]
) -> None:
    piece = thu.piece("bang-1", f"{HANGS}status: {status}", medium="banner", activity="bang")
    made = plan_of(thu, [], BANNERS, [piece])
    places = line(board_of(made, made.workspace.campaigns["thu"]), "bang").places
    tallies = [each.tally for each in places.values()]
    assert [(each.planned, each.ready) for each in tallies] == [*zip([4, 2], ready, strict=True)]


def test_what_replaces_another_counts_once(thu: Thu) -> None:
    wrong = evidence(1, "lop", Amount(4, "lớp"))
    right = evidence(2, "lop", Amount(3, "lớp"), replaces="mc-1")
    assert figures(board(thu, wrong, right), "lop") == ("3", "3")


def test_budget_against_payments(thu: Thu) -> None:
    made = board(
        thu,
        evidence(1, "lop", kind="payment", amount=30_000_000),
        evidence(2, "lop", kind="payment", amount=5_000_000, verified_by=""),
        evidence(3, "lop", kind="contract", amount=80_000_000),
        evidence(4, "lop", kind="payment"),
    )
    money = made.money
    assert (money.budget, money.contracts, money.invoices) == (100_000_000, 80_000_000, 0)
    assert (money.payments, money.proof, money.left) == (35_000_000, 30_000_000, 65_000_000)
    assert [each.id for each in money.without_amount] == ["mc-4"]
    assert figures(made, "lop") == ("–", "–")
    said = [*sentences(plan_of(thu, []).workspace, made)]
    assert "Trong kinh phí 100.000.000 đồng còn 65.000.000 đồng" in said


def test_what_is_told_of_a_line_as_a_whole_is_no_longer_overdue(thu: Thu) -> None:
    whole = evidence(1, "bao", Amount(2, "kỳ"), kind="unit-report")
    forecast = line(board(thu, whole), "bao").forecast
    assert forecast is not None
    assert (forecast.done, forecast.overdue, forecast.to_come, forecast.lacking) == (2, 1, 1, 5)


def test_what_else_the_plan_counts_is_held_against_what_was_done(thu: Thu) -> None:
    text = PLAN.replace("quantity: 9 kỳ", "quantity: 9 kỳ\n    further: [280 phút, trên 40 lần]")
    known = evidence(1, "bao-1", Amount(1, "kỳ"), Amount(7, "phút"))
    made = board(thu, known, plan=text)
    said = [*line_sentences(made, line(made, "bao"))]
    assert "kế hoạch còn ghi 280 phút: đã làm 7 phút" in said
    assert "kế hoạch còn ghi trên 40 lần: chưa nguồn nào ghi đã làm bao nhiêu" in said
    whole = plan_of(thu, [known], text)
    campaign = whole.workspace.campaigns["thu"]
    report = report_of(whole, made, whole_of(campaign), {})
    shares = {each.unit: share_words(report.lines[0], each) for each in report.lines[0].figures}
    assert shares == {"kỳ": "11,1%", "phút": "2,5%"}
    assert [row[2] for row in result_rows(report)][:2] == ["9 kỳ, trên 40 lần", "280 phút"]


NUMBERS = st.integers(0, 500)
BOUNDS = st.sampled_from([Bound.EXACT, Bound.LEAST, Bound.ABOUT])
MEASURES = st.lists(st.builds(Amount, NUMBERS, st.sampled_from(["kỳ", "lượt"]), BOUNDS), max_size=2)
EVIDENCE = st.builds(
    lambda of, measures, **more: (of, tuple(measures), more),
    st.sampled_from(["bao", "bao-1", "bao-2", "bao-4"]),
    MEASURES,
    kind=st.sampled_from(get_args(EvidenceKind)),
    stage=st.sampled_from(get_args(EvidenceStage)),
    verified_by=st.sampled_from(["", "Người xem", "Người gửi"]),
    digest=st.sampled_from(["dau", "khac"]),
    on=st.dates(date(2021, 4, 1), date(2021, 5, 31)),
)
KNOWN = st.lists(EVIDENCE, max_size=6).map(
    lambda drawn: [evidence(n, of, *m, **more) for n, (of, m, more) in enumerate(drawn)]
)


def numbers(made: Board) -> tuple[float, float]:
    total = line(made, "bao").total
    first = [each[0].number if each else 0 for each in (total.done, total.proof)]
    return float(first[0] or 0), float(first[1] or 0)


def carried(known: Sequence[Evidence], *, proved: bool) -> float:
    """All that evidence carries at most: what it states, or one thing."""
    found = 0.0
    for each in known:
        is_proof = each.verified_by == "Người xem" and each.digest == "dau"
        if each.stage in DONE_STAGES and (is_proof or not proved):
            stated = [m.number for m in each.measures if m.unit == "kỳ"]
            found += float((stated[0] if stated else 1) or 0)
    return found


@settings(max_examples=60)
@given(known=KNOWN, more=EVIDENCE)
def test_the_laws_of_the_board(thu: Thu, known: list[Evidence], more: tuple[Any, ...]) -> None:
    """Figures never exceed what evidence carries; more of it never makes them smaller."""
    before = board(thu, *known)
    done, proof = numbers(before)
    assert proof <= done <= carried(known, proved=False)
    assert proof <= carried(known, proved=True)
    of, measures, given_values = more
    after = board(thu, *known, evidence(99, of, *measures, **given_values))
    assert all(new >= old for new, old in zip(numbers(after), (done, proof), strict=True))
    whole = line(before, "bao")
    parts = [each.done[0].number or 0 for each in whole.quarters.values() if each.done]
    assert max(parts, default=0) <= done <= sum(parts)
    assert board_record(before)["activities"][0]["promised"] == 9


def test_what_a_second_slip_tells_in_another_unit_counts_in_its_quarter(thu: Thu) -> None:
    slip = evidence(1, "bao-1", Amount(1, "kỳ"), on=date(2021, 4, 6))
    more = evidence(2, "bao-1", Amount(1, "kỳ"), Amount(7, "phút"), on=date(2021, 3, 6))
    whole = line(board(thu, slip, more), "bao")
    parts = [[*map(str, each.done)] for each in whole.quarters.values() if each.done]
    assert ([*map(str, whole.total.done)], parts) == (
        ["1 kỳ", "7 phút"],
        [["0 kỳ", "7 phút"], ["1 kỳ"]],
    )


def test_why_quarters_add_up_to_more_than_all(thu: Thu) -> None:
    parts = [evidence(n, f"bao-{n}", on=date(2021, 3, 6)) for n in (1, 2)]
    found = board(thu, *parts, evidence(3, "bao", Amount(3, "kỳ")))
    counts = [figure(each.done) for each in line(found, "bao").quarters.values() if each.uses]
    assert (counts, figure(line(found, "bao").total.done)) == (["2", "3"], "3")
    assert next(line_sentences(found, line(found, "bao"))) == (
        "Các quý cộng lại được 5: việc được báo chung ở một quý, từng phần ở các quý khác, thì cả "
        "kỳ chỉ tính một lần"
    )


PLACES = ["bang-1", "bang-1/khu-mot", "bang-1/khu-hai"]
OF_BANNERS = st.lists(
    st.builds(
        lambda of, copies, **more: (of, copies, more),
        st.sampled_from(PLACES),
        st.lists(st.builds(Amount, st.integers(0, 7), st.just("cái")), max_size=1),
        kind=st.sampled_from(["photograph", "acceptance"]),
        on=st.dates(date(2021, 1, 1), date(2021, 5, 31)),
    ),
    max_size=6,
)


@settings(max_examples=60)
@given(OF_BANNERS)
def test_the_quarters_of_a_thing_and_its_places_add_up(thu: Thu, drawn: list[Any]) -> None:
    known = [
        evidence(n, of, *copies, stage="hung", **more) for n, (of, copies, more) in enumerate(drawn)
    ]
    piece = thu.piece("bang-1", HANGS, medium="banner", activity="bang")
    made = plan_of(thu, known, BANNERS, [piece])
    whole = line(board_of(made, made.workspace.campaigns["thu"]), "bang")
    parts = [each.done[0].number or 0 for each in whole.quarters.values() if each.done]
    assert sum(parts) == (whole.total.done[0].number or 0 if whole.total.done else 0)


def texts_in(value: object) -> Iterator[str]:
    """Every text of a document, wherever in it."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield from texts_in([getattr(value, each.name) for each in fields(value)])
    elif isinstance(value, Iterable):
        yield from chain.from_iterable(map(texts_in, value))


SURE = re.compile(r"(?:trên|ít nhất|khoảng|nhiều nhất|có thể|[≥≈≤])[ \u00a0]?$")
DOUBTS = [Bound.LEAST, Bound.LEAST | Bound.OVER, Bound.ABOUT, Bound.LEAST | Bound.ABOUT]


@pytest.mark.parametrize("bound", DOUBTS)
@pytest.mark.parametrize("stated", ["dự kiến 500 lớp", "trên 500 lớp", "khoảng 500 lớp"])
@pytest.mark.parametrize("by", ["Người xem", ""])
def test_a_bound_stays_in_every_sentence(thu: Thu, bound: Bound, stated: str, by: str) -> None:
    """137 of it are done, 363 lack, which is 27,4%: none of these stands anywhere as if exact."""
    known = [evidence(1, "lop", Amount(137, "lớp", bound), verified_by=by)]
    made = plan_of(thu, known, PLAN.replace("dự kiến 05 lớp", stated))
    campaign = made.workspace.campaigns["thu"]
    found = board_of(made, campaign)
    periods = (whole_of(campaign), quarter_of(Quarter(2021, 2)))
    papers = [official_of(report_of(made, found, each, {})) for each in periods]
    view = board_view(made.workspace, found)["lines"]
    shown = [*sentences(made.workspace, found), *texts_in([each.values() for each in view])]
    said = [*shown, *texts_in(papers)]
    places = ((text, m.start()) for text in said for m in re.finditer("137|363|27,4", text))
    bare = [text for text, start in places if not SURE.search(text[:start])]
    assert (bare, sum("137" in text for text in said) > 10) == ([], True)


@given(st.lists(st.builds(Amount, NUMBERS, st.just("kỳ"), BOUNDS), min_size=1, max_size=5))
def test_a_lower_bound_stays_one_through_sums(thu: Thu, stated: list[Amount]) -> None:
    known = [evidence(n, "bao", each, kind="unit-report") for n, each in enumerate(stated)]
    (done, *_) = line(board(thu, *known), "bao").total.done
    assert done.number == sum(each.number or 0 for each in stated)
    assert done.is_lower_bound == any(each.is_lower_bound for each in stated)


def test_what_went_further_is_not_told_as_delivered_only(thu: Thu) -> None:
    given = evidence(1, "lop", Amount(6, "lớp"), kind="delivery", stage="delivered")
    made = [
        board(thu, given, *(evidence(2, "lop", Amount(n, "lớp"), stage="done") for n in each))
        for each in ((), (4,), (6,))
    ]
    left = [dict(line(each, "lop").stages) for each in made]
    assert left == [{"delivered": (Amount(6, "lớp"),)}, {"delivered": (Amount(2, "lớp"),)}, {}]


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (Amount(Decimal("1.5"), "lớp"), "1,5 đã làm, thiếu 3,5"),
        (Amount.parse("gần 5 lớp"), "gần 5 đã làm, thiếu khoảng 1"),
        (Amount.parse("2,0 lớp"), "2 đã làm, thiếu 3"),
    ],
)
def test_parts_and_what_is_nearly_done_stay_so(thu: Thu, done: Amount, said: str) -> None:
    made = board(thu, evidence(1, "lop", done, kind="attendance"))
    assert [each for each in line_sentences(made, line(made, "lop")) if said in each] != []


def test_a_quarter_without_deeds_says_nothing_of_proof_that_is_not_so(thu: Thu) -> None:
    made = plan_of(thu, [evidence(1, "bao-1", Amount(1, "kỳ"), on=date(2021, 4, 6), file="")])
    found = board_of(made, made.workspace.campaigns["thu"])
    report = report_of(made, found, quarter_of(Quarter(2021, 1)), {})
    later = report_of(made, found, quarter_of(Quarter(2021, 3)), {})
    said = [str(official_of(each)) for each in (report, later)]
    words_of_nothing = "không có phần nào thiếu minh chứng"
    assert [words_of_nothing in each for each in said] == [True, False]
    assert ["không nêu kết quả nào" in each for each in said] == [True, False]


def test_a_second_slip_of_a_slot_counts_in_no_other_quarter(thu: Thu) -> None:
    known = [
        evidence(n, "bao-1", Amount(1, "kỳ"), on=day)
        for n, day in enumerate((date(2021, 3, 6), date(2021, 4, 6), date(2021, 4, 7)))
    ]
    made = plan_of(thu, known)
    found = board_of(made, made.workspace.campaigns["thu"])
    counts = [figure(each.done) for each in line(found, "bao").quarters.values() if each.uses]
    quarters = [report_of(made, found, quarter_of(Quarter(2021, n)), {}) for n in (1, 2)]
    done = [each.lines[0].figures[0].done for each in quarters[1:]]
    assert (counts, done) == (["1"], [Amount(1, "kỳ")])
