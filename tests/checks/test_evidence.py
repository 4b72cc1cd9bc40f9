"""Evidence among its files: what only bytes can tell. Rows on its data are in `mistakes.csv`."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from generator.app.check import CheckScope, check
from generator.model.amount import Amount
from generator.model.attachment import Attachment
from generator.model.evidence import Evidence, texts_of
from generator.planning.board import board_of
from generator.planning.visibility import start_of
from generator.testing import MemoryFiles
from generator.vietnamese.dates import read_date
from generator.vietnamese.private_words import private_words

AS_OF = start_of(read_date("1/6/2021"))
FOLDER = "campaigns/thu-2021/evidence"
KNOWN = frozenset({"bad-profile", "picture-missing"})  # of the workspace without its assets


def photograph(seed: int, turn: int = 0, place: tuple[float, float] | None = None) -> bytes:
    dots = np.random.default_rng(seed).random((9, 12, 3)) * 255
    made = Image.fromarray(dots.astype("uint8")).resize((240, 180)).rotate(turn, expand=True)
    target, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "test data"
    exif[0x8769] = {0x9003: "2021:05:20 08:12:33"}
    if place:
        exif[0x8825] = {1: "N", 2: (place[0], 0.0, 0.0), 3: "E", 4: (place[1], 0.0, 0.0)}
    made.save(target, "JPEG", exif=exif)
    return target.getvalue()


def attached(files: Mapping[str, bytes]) -> list[Attachment]:
    return [
        Attachment(f"{FOLDER}/{name}", len(data), partial(BytesIO, data), sha256(data).hexdigest)
        for name, data in files.items()
    ]


def record(number: int, name: str, data: bytes, more: str = "", kind: str = "photograph") -> str:
    kept = f"digest: {sha256(data).hexdigest()}, size: {len(data)}" if data else "digest: x"
    of = "bang-ron-1/huyen-thu"
    return (
        f"- {{id: mc-{number}, kind: {kind}, of: {of}, on: 20/5/2021, file: {name}, {kept}{more}}}"
    )


@pytest.fixture
def told(whole: Mapping[str, bytes]) -> Callable[..., list[tuple[str, str]]]:
    def tell(files: Mapping[str, bytes], *records: str) -> list[tuple[str, str]]:
        text = "\n".join(("# Test data.", *records))
        kept = {path: text for path, text in whole.items() if not path.startswith(FOLDER)}
        texts = {**kept, f"{FOLDER}/thu.yml": text.encode()}
        found = check(MemoryFiles(texts, (), attached(files)), AS_OF, None, CheckScope(AS_OF))
        return [
            (each.rule.code, each.where.path.removeprefix(f"{FOLDER}/") + f":{each.where.line}")
            for each in found.diagnostics
            if each.rule.code not in KNOWN
        ]

    return tell


ONE, OTHER, TURNED = photograph(1), photograph(2), photograph(1, 90)


@pytest.mark.parametrize(
    ("files", "records", "found"),
    [
        ({"a.jpg": ONE, "b.jpg": OTHER}, ("a.jpg", "b.jpg"), []),
        ({"a.jpg": ONE, "b.jpg": ONE}, ("a.jpg", "b.jpg"), [("evidence-file-twice", "thu.yml:3")]),
        ({"a.jpg": ONE, "b.jpg": TURNED}, ("a.jpg", "b.jpg"), [("photograph-again", "thu.yml:3")]),
        ({"a.jpg": ONE[:3000]}, ("a.jpg",), [("picture-truncated", "thu.yml:2")]),
        ({"a.jpg": b""}, ("a.jpg",), [("picture-empty-file", "thu.yml:2")]),
        (
            {"a.jpg": photograph(3, place=(21.0, 106.0))},
            ("a.jpg",),
            [("photograph-elsewhere", "thu.yml:2")],
        ),
        ({"a.jpg": photograph(3, place=(10.9, 106.8))}, ("a.jpg",), []),
        ({"a.jpg": ONE, "la.csv": b"a;b"}, ("a.jpg",), [("evidence-file-unused", "la.csv:0")]),
    ],
)
def test_files_of_evidence(
    files: Mapping[str, bytes],
    records: tuple[str, ...],
    found: list[tuple[str, str]],
    told: Callable[..., list[tuple[str, str]]],
) -> None:
    written = (record(number, name, files[name]) for number, name in enumerate(records))
    assert told(files, *written) == found


def test_a_file_that_was_withdrawn_may_prove_something_anew(
    told: Callable[..., list[tuple[str, str]]],
) -> None:
    old = record(1, "a.jpg", ONE, ", withdrawn_on: 21/5/2021")
    assert told({"a.jpg": ONE}, old, record(2, "a.jpg", ONE, ", replaces: mc-1")) == []


def test_what_a_useless_file_asks_for_ends_its_message(
    whole: Mapping[str, bytes], told: Callable[..., list[tuple[str, str]]]
) -> None:
    """Saved anew it would be another file than the one that was kept: it is withdrawn instead."""
    bad = ONE[:3000]
    text = record(1, "a.jpg", bad)
    files = {**whole, f"{FOLDER}/thu.yml": text.encode()}
    found = check(MemoryFiles(files, (), attached({"a.jpg": bad})), AS_OF).diagnostics
    (hint,) = [each.hint("en") for each in found if each.rule.code == "picture-truncated"]
    assert "loa evidence withdraw mc-1, and add that with loa evidence add" in hint
    gone = record(1, "a.jpg", bad, ", withdrawn_on: 21/5/2021")
    assert told({"a.jpg": bad}, gone) == []
    assert told({"b.jpg": ONE}, gone, record(2, "b.jpg", ONE, ", replaces: mc-1")) == []
    changed = record(1, "a.jpg", OTHER, ", withdrawn_on: 21/5/2021")
    assert told({"a.jpg": ONE}, changed) == []


def test_evidence_of_a_plan_that_cannot_be_read_is_not_blamed(
    whole: Mapping[str, bytes],
) -> None:
    texts = {**whole, "campaigns/thu-2021/plan.yml": b"id: thu-2021\nactivities: [\n"}
    found = check(MemoryFiles(texts), AS_OF).diagnostics
    assert [each for each in found if each.where.path.startswith(FOLDER) and each.is_error] == [
        each for each in found if each.rule.code == "evidence-file-missing"
    ]


def test_evidence_may_be_of_a_duty_and_of_any_year_of_a_plan(whole: Mapping[str, bytes]) -> None:
    plan = "campaigns/thu-2021/plan.yml"
    duty = "responsibilities: [{id: bao-cao, body: so-thu, text: Báo cáo., source: ke-hoach.txt:1}]"
    head = whole[plan].decode().replace("period: 2021", f"period: 2021\nbegins: 2020\n{duty}")
    head = head.replace("issued_on: 17/3/2021", "issued_on: 17/3/2020")
    of = "kind: document, on: 12/5/2020"
    records = f"- {{id: a, of: bao-cao, {of}}}\n- {{id: b, of: thu-2021, {of}}}\n"
    texts = {**whole, plan: head.encode(), f"{FOLDER}/2021-q2.yml": records.encode()}
    found = check(MemoryFiles(texts), AS_OF).diagnostics
    assert [each.rule.code for each in found if each.where.path.startswith(FOLDER)] == []


def test_evidence_of_another_day_than_a_slot_that_is_no_proposal(
    whole: Mapping[str, bytes],
) -> None:
    piece = "content/bao/bao-1.md"
    sourced = whole[piece].decode().replace("basis: proposed", "basis: source").encode()
    record = b"- {id: a, kind: clipping, of: bao-1, on: 12/5/2021}\n"
    texts = {**whole, piece: sourced, f"{FOLDER}/2021-q2.yml": record}
    found = check(MemoryFiles(texts), AS_OF).diagnostics
    told = [(each.rule.code, each.where.line) for each in found if FOLDER in each.where.path]
    assert told == [("evidence-outside-slot", 1)]


NOVEMBER = start_of(read_date("20/11/2021"))


def test_evidence_outside_its_slot_is_told_to_add_nothing_where_the_board_counts_nothing(
    whole: Mapping[str, bytes],
) -> None:
    """The snippet: one of two banners was shown to hang in a district, both of two in the city."""
    piece = "content/in/bang-ron-1.md"
    sourced = whole[piece].decode().replace("basis: proposed", "basis: source").encode()
    photo = b"%PDF-1.4 thu"
    proof = f", file: anh.pdf, digest: {sha256(photo).hexdigest()}, size: {len(photo)}"
    proof += ", verified_by: Trần Thị Hoa, verified_on: 3/6/2021"
    rows = [("huyen-thu", "1/6", 1), ("tinh-thu", "2/6", 2)]
    rows += [(place, "12/11", 1) for place, _, _ in rows]
    records = "".join(
        f"- {{id: mc-{n}, kind: photograph, of: bang-ron-1/{place}, stage: hung, on: {day}/2021, "
        f"measures: [{count} cái], received_from: dai-thu{proof if n == 2 else ''}}}\n"
        for n, (place, day, count) in enumerate(rows, 1)
    )
    kept = {path: text for path, text in whole.items() if not path.startswith(FOLDER)}
    texts = {**kept, piece: sourced, f"{FOLDER}/2021-q2.yml": records.encode()}
    held = attached({"anh.pdf": photo})
    report = check(MemoryFiles(texts, attachment_list=held), NOVEMBER)
    rules = {"evidence-outside-slot", "evidence-told-already"}
    found = [each for each in report.diagnostics if each.rule.code in rules]
    told = [(each.rule.code, each.where.line, each.details.get("others")) for each in found]
    assert told == [("evidence-outside-slot", 3, None), ("evidence-told-already", 4, "mc-2")]
    board = board_of(report.plan, report.plan.workspace.campaigns["thu-2021"])
    line = next(each for each in board.lines if each.activity.id == "bang-ron")
    uses = {str(q): [use.evidence.id for use in of.uses] for q, of in line.quarters.items()}
    assert uses == {"II/2021": ["mc-1", "mc-2"], "IV/2021": ["mc-3"]}
    texts[f"{FOLDER}/2021-q2.yml"] = records.replace(proof, "").encode()
    later = check(MemoryFiles(texts, attachment_list=held), NOVEMBER)
    codes = [each.rule.code for each in later.diagnostics if FOLDER in each.where.path]
    assert "evidence-told-already" not in codes  # it may become the only proof


def test_whatever_text_of_evidence_tells_a_telephone_is_told() -> None:
    """A field that comes later is looked at by itself: it follows from its type."""
    typed = {"measures": (Amount(1, "kỳ gọi 0912345678"),), "of": ("a-0912345678",)}
    fields = Evidence.model_fields.items()
    texts = [key for key, field in fields if field.annotation is str or key in typed]
    given = {key: typed.get(key, f"x 0912345678 {key}") for key in texts}
    made = Evidence.model_construct(
        **{"id": "a", "kind": "aired", "stage": "done", "on": date(2021, 5, 5), **given}
    )
    told = {key for key, text in texts_of(made) if [*private_words(text)]}
    assert told == {*texts} >= {"id", "file", "note", "received_from", "verified_by", "of"}
