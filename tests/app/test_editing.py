"""Edits as values: what each changes, and what it refuses. Test data."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckScope, check
from generator.app.editing import NOT_EDITABLE, Outcome, apply
from generator.app.editing.approvals import (
    APPROVAL_LOCK,
    APPROVED_ALREADY,
    APPROVED_WITHDRAWN,
    EXAMPLE_APPROVER,
    OPEN_ALREADY,
    UNSEEN,
    WITHDRAWN,
)
from generator.app.editing.edit_kinds import (
    Approve,
    Attach,
    Correct,
    Edit,
    MoveSlot,
    NewPiece,
    PlanSlot,
    ReleaseQuarter,
    Rename,
    Reopen,
    ReplaceBody,
    ReplaceText,
    SetValue,
    Withdraw,
)
from generator.app.editing.moving import DONE, INTO_PAST, MEANWHILE, NO_SLOT, OF_PLACES
from generator.app.editing.planning import NO_LINE, RELEASED_LATER
from generator.app.editing.renaming import FILE_TAKEN, ID_TAKEN, NO_ID, RELEASED_SO, SEEN_BY_READERS
from generator.app.editing.target import PieceTarget, target
from generator.app.scaffold import PieceRequest
from generator.diagnostics import Rule
from generator.media import media
from generator.model.quarter import Quarter
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[2]
NOON = datetime(2021, 6, 1, 12, tzinfo=HANOI)
BANNER = "content/bang-ron.md"
HOME = "content/index.md"


def outcome(root: Path, *edits: Edit) -> Outcome:
    files, asked = FolderFiles(root), CheckScope(NOON)
    return apply(edits, files, check(files, NOON, scope=asked), asked)


def texts(root: Path, *edits: Edit) -> dict[str, str | None]:
    """Each file that changes, as it would be."""
    done = outcome(root, *edits)
    assert done.changeset, [found.message("en") for found in done.findings]
    revisions = done.changeset.revisions
    return {each.path: each.after.decode() if each.after else None for each in revisions}


def codes(root: Path, *edits: Edit) -> list[str]:
    done = outcome(root, *edits)
    assert done.changeset is None
    return [found.rule.code for found in done.findings]


def replace(root: Path, path: str, before: str, after: str) -> str:
    """Write a file otherwise; what it holds then."""
    text = (root / path).read_bytes().decode()
    assert before in text
    (root / path).write_bytes(text.replace(before, after).encode())
    return text.replace(before, after)


def test_a_value_is_set_and_everything_else_stays(tiny: Path) -> None:
    text = replace(tiny, BANNER, "status: approved", "status: ready")
    assert texts(tiny, SetValue(BANNER, "title", "Băng rôn: mới")) == {
        BANNER: text.replace("title: Băng rôn thử", 'title: "Băng rôn: mới"')
    }
    assert texts(tiny, SetValue(BANNER, "title", "Băng rôn thử")) == {}
    assert texts(tiny, SetValue(BANNER, "summary", None)) == {
        BANNER: text.replace("summary: Dữ liệu thử.\n", "")
    }


def test_a_value_that_harms_is_refused_with_what_is_wrong(tiny: Path) -> None:
    replace(tiny, BANNER, "status: approved", "status: ready")
    assert codes(tiny, SetValue(BANNER, "publish_on", "31/2/2021")) == ["impossible-date"]
    assert codes(tiny, SetValue(BANNER, "medium", "radioo")) == ["wrong-choice"]


def test_a_piece_is_approved(tiny: Path) -> None:
    ready = replace(
        tiny,
        BANNER,
        "status: approved\napproved_by: Người thử\napproved_on: 20/4/2021\n",
        "status: ready # chờ\r\n",
    )
    signed = "approved\r\napproved_by: Tổ biên tập\r\napproved_on: 1/6/2021\r\n"
    lines = signed.replace("approved\r\n", "approved # chờ\r\n", 1)
    assert texts(tiny, Approve(BANNER, "Tổ biên tập", "12/TB")) == {
        BANNER: ready.replace("ready # chờ\r\n", f"{lines}approval_number: 12/TB\r\n")
    }


def test_what_is_approved_or_withdrawn_is_not_approved_again(tiny: Path) -> None:
    done = outcome(tiny, Approve(BANNER, "Tổ"))
    assert [found.rule for found in done.findings] == [APPROVED_ALREADY]
    assert done.findings[0].details == {"name": "Người thử", "day": "20/4/2021"}
    replace(tiny, BANNER, "status: approved", "status: withdrawn")
    assert codes(tiny, Approve(BANNER, "Tổ")) == [APPROVED_WITHDRAWN.code]


def test_an_example_of_an_approval_is_none(tiny: Path) -> None:
    text = replace(tiny, BANNER, "approved_by: Người thử", "approved_by: Ví dụ")
    assert texts(tiny, Approve(BANNER, "Tổ")) == {
        BANNER: text.replace("approved_by: Ví dụ", "approved_by: Tổ").replace(
            "approved_on: 20/4/2021", "approved_on: 1/6/2021"
        )
    }


@pytest.mark.parametrize("name", ["Ví dụ", "Vi du", "Ví dụ.", "ví dụ: Trần Thị Hoa"])
def test_an_example_of_a_name_approves_nothing(tiny: Path, name: str) -> None:
    replace(tiny, BANNER, "status: approved", "status: ready")
    assert codes(tiny, Approve(BANNER, name)) == [EXAMPLE_APPROVER.code]


def test_a_draft_with_errors_is_not_approved(tiny: Path) -> None:
    replace(tiny, BANNER, "status: approved", "status: draft")
    replace(tiny, BANNER, "(index.md)", "(nothing.md)")
    assert codes(tiny, Approve(BANNER, "Tổ")) == ["dead-link"]


def test_all_are_approved_or_none(tiny: Path) -> None:
    replace(tiny, BANNER, "status: approved", "status: ready")
    assert codes(tiny, Approve(BANNER, "Tổ"), Approve(HOME, "Tổ")) == [APPROVED_ALREADY.code]


def test_a_piece_is_withdrawn_with_its_reason(tiny: Path) -> None:
    text = (tiny / BANNER).read_text("utf-8")
    shown = text.replace("status: approved", "status: withdrawn").replace(
        "20/4/2021\n", "20/4/2021\nwithdrawn_on: 1/6/2021  # đổi kế hoạch\n"
    )
    assert texts(tiny, Withdraw(BANNER, "đổi kế hoạch")) == {BANNER: shown}
    (tiny / BANNER).write_text(shown, "utf-8")
    assert codes(tiny, Withdraw(BANNER, "nữa")) == [WITHDRAWN.code]
    replace(tiny, BANNER, "status: withdrawn", "status: draft")
    assert codes(tiny, Withdraw(BANNER, "nữa")) == [UNSEEN.code]


@pytest.mark.parametrize(
    "edit", [SetValue(BANNER, "title", "Mới"), ReplaceBody(BANNER, "Mới"), ReplaceText(BANNER, "")]
)
def test_what_is_approved_is_locked(tiny: Path, edit: Edit) -> None:
    done = outcome(tiny, edit)
    assert [found.rule for found in done.findings] == [APPROVAL_LOCK]
    assert done.findings[0].details == {"name": "Người thử"}
    text = replace(tiny, BANNER, "approved_by: Người thử", "approved_by: Ví dụ")
    changed = text.replace("title: Băng rôn thử", "title: Mới")
    assert texts(tiny, SetValue(BANNER, "title", "Mới")) == {BANNER: changed}
    assert HOME in texts(tiny, SetValue(HOME, "title", "Mới"))


def test_a_piece_is_opened_again(tiny: Path) -> None:
    text = (tiny / BANNER).read_text("utf-8")
    signed = "status: approved\napproved_by: Người thử\napproved_on: 20/4/2021\n"
    draft = text.replace(signed, "status: draft\n")
    assert texts(tiny, Reopen(BANNER)) == {BANNER: draft}
    gone = "status: withdrawn\napproved_by: Ai\napproval_number: 1\nwithdrawn_on: 1/6/2021  # lỗi\n"
    replace(tiny, BANNER, signed, gone)
    assert texts(tiny, Reopen(BANNER)) == {BANNER: draft}
    (tiny / BANNER).write_text(draft, "utf-8")
    assert codes(tiny, Reopen(BANNER)) == [OPEN_ALREADY.code]
    assert "home-missing" in codes(tiny, Reopen(HOME))


def test_the_home_page_cannot_be_withdrawn(tiny: Path) -> None:
    assert "home-missing" in codes(tiny, Withdraw(HOME, "hết"))


def test_a_correction_is_added(tiny: Path) -> None:
    text = replace(
        tiny, BANNER, "approved_on: 20/4/2021\n", "approved_on: 20/4/2021\ncorrections:\n"
    )
    assert texts(tiny, Correct(BANNER, "Sai: tên, nay đúng.")) == {
        BANNER: text.replace(
            "corrections:\n", 'corrections: [{on: 1/6/2021, text: "Sai: tên, nay đúng."}]\n'
        )
    }


def test_a_text_is_replaced_line_by_line(tiny: Path) -> None:
    text = (tiny / HOME).read_bytes().replace(b"\n", b"\r\n").decode()
    (tiny / HOME).write_bytes(text.encode())
    body = "\nMột trang thử. Xem [băng rôn thử](bang-ron.md).\n\nThêm.\n"
    assert texts(tiny, ReplaceBody(HOME, body)) == {HOME: text + "\r\nThêm.\r\n"}


def test_a_slot_moves_in_the_piece_or_in_the_plan(tiny: Path) -> None:
    plan, day = "campaigns/thu/plan.yml", date(2021, 6, 24)
    text = replace(tiny, BANNER, "approved_by: Người thử", "approved_by: Ví dụ")
    assert texts(tiny, MoveSlot("bang-ron-thu-1", day)) == {
        BANNER: text.replace("quarter: II/2021\n", "slot: 24/6/2021\n")
    }
    slots = (
        "    quarters: [II]\n    slots:\n"
        "      - {id: cho-1, at: 14/6/2021, until: 20/6/2021, basis: source}  # theo công văn\n"
    )
    planned = replace(tiny, plan, "    quarters: [II]\n", slots)
    moved = "at: 24/6/2021, until: 30/6/2021, basis: proposed"
    assert texts(tiny, MoveSlot("cho-1", day, "14/6/2021 – 20/6/2021")) == {
        plan: planned.replace("at: 14/6/2021, until: 20/6/2021, basis: source", moved)
    }


def test_a_slot_goes_to_another_quarter_with_what_its_piece_says_of_it(tiny: Path) -> None:
    plan = "campaigns/thu/plan.yml"
    slots = (
        '    quarters: [II, III]\n    slots:\n      - id: bang-ron-thu-1\n        at: "8/6/2021"\n'
    )
    planned = replace(tiny, plan, "    quarters: [II]\n", slots)
    assert codes(tiny, MoveSlot("bang-ron-thu-1", date(2021, 7, 6))) == [APPROVAL_LOCK.code]
    text = replace(tiny, BANNER, "approved_by: Người thử", "approved_by: Ví dụ")
    assert texts(tiny, MoveSlot("bang-ron-thu-1", date(2021, 7, 6))) == {
        plan: planned.replace('at: "8/6/2021"', 'at: "6/7/2021"'),
        BANNER: text.replace("quarter: II/2021", "quarter: III/2021"),
    }


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (MoveSlot("nothing", date(2021, 6, 24)), NO_SLOT),
        (MoveSlot("bang-ron-thu-1", date(2021, 6, 24)), APPROVAL_LOCK),
        (MoveSlot("bang-ron-thu-1", date(2021, 5, 31)), INTO_PAST),
        (MoveSlot("bang-ron-thu-1", date(2021, 6, 24), "20/5/2021"), MEANWHILE),
    ],
)
def test_a_slot_is_not_moved(tiny: Path, edit: MoveSlot, code: Rule) -> None:
    assert codes(tiny, edit) == [code.code]


def test_what_a_line_promises_gets_a_day(tiny: Path) -> None:
    plan = "campaigns/thu/plan.yml"
    text = (tiny / plan).read_text("utf-8")
    line = '      - {id: bang-ron-thu-2021-1, at: "24/6/2021", basis: proposed}\n'
    made = texts(tiny, PlanSlot("thu", "bang-ron-thu", date(2021, 6, 24)))
    assert [*made] == [plan]
    assert (made[plan] or "").replace(f"    slots:\n{line}", "") == text
    assert codes(tiny, PlanSlot("thu", "bang-ron-thu", date(2021, 5, 31))) == [INTO_PAST.code]
    assert codes(tiny, PlanSlot("thu", "khong-co", date(2021, 6, 24))) == [NO_LINE.code]


def test_a_quarter_is_released_once(tiny: Path) -> None:
    release = ReleaseQuarter("thu", Quarter(2021, 2))
    made = texts(tiny, release)
    assert [*made] == ["campaigns/thu/releases/2021-2-1.yml"]
    for path, text in made.items():
        (tiny / path).parent.mkdir()
        (tiny / path).write_text(text or "", "utf-8")
    assert codes(tiny, release) == [RELEASED_LATER.code]


def test_what_is_done_withdrawn_or_at_places_is_not_moved(tiny: Path) -> None:
    text = replace(tiny, BANNER, "approved_by: Người thử", "approved_by: Ví dụ")
    at_place = "placements:\n  - {place: cho-thu, from: 14/6/2021}\n"
    (tiny / BANNER).write_text(text.replace("basis: proposed\n", f"basis: proposed\n{at_place}"))
    move = MoveSlot("bang-ron-thu-1", date(2021, 6, 24))
    assert codes(tiny, move) == [OF_PLACES.code]
    (tiny / BANNER).write_text(text.replace("status: approved", "status: withdrawn"))
    assert codes(tiny, move) == [NO_SLOT.code]
    (tiny / BANNER).write_text(text.replace("quarter: II/2021", "slot: 1/6/2021"))
    evidence = tiny / "campaigns/thu/evidence/da-treo.yml"
    evidence.parent.mkdir()
    evidence.write_text(
        "id: da-treo\nkind: photograph\nof: bang-ron-thu-1\non: 1/6/2021\n", "utf-8"
    )
    assert codes(tiny, move) == [DONE.code]


def test_a_piece_is_begun_and_a_picture_put_beside_it(tiny: Path, paper: Path) -> None:
    made = texts(tiny, NewPiece(PieceRequest(media()["article"], "Bài mới")))
    assert list(made) == ["content/bai-moi.md"]
    data = (paper / "assets/anh/nguoi.jpg").read_bytes()
    done = outcome(tiny, Attach(BANNER, "Người Thợ.JPG", data))
    assert done.changeset
    assert [(each.path, each.after) for each in done.changeset.revisions] == [
        ("assets/anh/bang-ron/nguoi-tho.jpg", data)
    ]
    assert codes(tiny, Attach(BANNER, "a.jpg", b"no picture")) == ["picture-form"]


@pytest.fixture
def linked(tiny: Path, paper: Path) -> Path:
    """The banner has a slot in the plan, a folder of pictures, and links to it from everywhere."""
    slots = "    quarters: [II]\n    slots:\n      - {id: bang-ron-thu-1, quarter: II}\n"
    replace(tiny, "campaigns/thu/plan.yml", "    quarters: [II]\n", slots)
    (tiny / "assets/anh/bang-ron-thu-1").mkdir(parents=True)
    shutil.copy(paper / "assets/anh/nguoi.jpg", tiny / "assets/anh/bang-ron-thu-1/a.jpg")
    rights = (
        "rights:\n  - {file: assets/anh/bang-ron-thu-1/a.jpg, credit: Ai đó, source: Tự chụp, "
        "people: none}\n---\n\n![Ảnh thử](../assets/anh/bang-ron-thu-1/a.jpg)\n\n"
        "Xem [lại](bang-ron.md#mot).\n\n## Một\n"
    )
    replace(tiny, BANNER, "---\n\nMột băng", f"{rights}\nMột băng")
    replace(tiny, HOME, "Xem [", 'Xem [tên](./bang-ron.md), [một](bang-ron.md#mot "Một") [a][b], [')
    text = (tiny / HOME).read_text("utf-8")
    (tiny / HOME).write_text(f"{text}\n[b]: <bang-ron.md>\n", "utf-8")
    return tiny


def test_a_piece_is_renamed_with_all_that_hangs_on_it(linked: Path) -> None:
    text, home = ((linked / path).read_text("utf-8") for path in (BANNER, HOME))
    plan = (linked / "campaigns/thu/plan.yml").read_text("utf-8")
    picture = (linked / "assets/anh/bang-ron-thu-1/a.jpg").read_bytes()
    done = outcome(linked, Rename(BANNER, "bang-moi"))
    assert done.changeset, [found.message("en") for found in done.findings]
    assert {each.path: each.after for each in done.changeset.revisions} == {
        BANNER: None,
        "content/bang-moi.md": text.replace(
            "id: bang-ron-thu-1\n", "id: bang-moi\naliases: [bang-ron/bang-ron-thu-1]\n"
        )
        .replace("anh/bang-ron-thu-1/", "anh/bang-moi/")
        .replace("(bang-ron.md#mot)", "(bang-moi.md#mot)")
        .encode(),
        HOME: home.replace("bang-ron.md", "bang-moi.md").encode(),
        "campaigns/thu/plan.yml": plan.replace("id: bang-ron-thu-1", "id: bang-moi").encode(),
        "assets/anh/bang-ron-thu-1/a.jpg": None,
        "assets/anh/bang-moi/a.jpg": picture,
    }
    assert [(told.rule, told.details) for told in done.findings] == [
        (SEEN_BY_READERS, {"id": "bang-ron-thu-1", "new": "bang-moi"})
    ]


def test_what_partners_were_told_is_said_of_a_rename(tiny: Path) -> None:
    replace(tiny, BANNER, "status: approved", "status: ready")
    [(path, text)] = texts(tiny, ReleaseQuarter("thu", Quarter(2021, 2))).items()
    (tiny / path).parent.mkdir()
    (tiny / path).write_text(text or "", "utf-8")
    done = outcome(tiny, Rename(BANNER, "bang-moi"))
    told = [(each.rule, each.details) for each in done.findings if each.rule is RELEASED_SO]
    assert told == [(RELEASED_SO, {"id": "bang-ron-thu-1", "new": "bang-moi"})]


def test_a_folder_of_which_others_speak_stays(linked: Path) -> None:
    replace(linked, HOME, "Một trang", "![Ảnh](../assets/anh/bang-ron-thu-1/a.jpg) Một trang")
    done = outcome(linked, Rename(BANNER, "bang-moi"))
    assert done.changeset
    assert [e.path for e in done.changeset.revisions if e.path.startswith("assets")] == []


def test_a_piece_comes_back_to_its_old_name(tiny: Path) -> None:
    for path, text in texts(tiny, Rename(BANNER, "bang-moi")).items():
        (tiny / path).unlink(missing_ok=True)
        if text is not None:
            (tiny / path).write_text(text, "utf-8")
    again = texts(tiny, Rename("content/bang-moi.md", "bang-ron-thu-1"))
    text = (tiny / "content/bang-moi.md").read_text("utf-8")
    assert again["content/bang-ron-thu-1.md"] == text.replace(
        "id: bang-moi\naliases: [bang-ron/bang-ron-thu-1]",
        "id: bang-ron-thu-1\naliases: [bang-ron/bang-moi]",
    )


def test_a_draft_leaves_no_address_behind(tiny: Path) -> None:
    replace(tiny, BANNER, "status: approved", "status: draft")
    text = (tiny / BANNER).read_text("utf-8")
    assert texts(tiny, Rename(BANNER, "moi"))["content/moi.md"] == text.replace(
        "id: bang-ron-thu-1", "id: moi"
    )


@pytest.mark.parametrize("identity", ["Băng rôn", "", "trang-dau", "a_b"])
def test_a_broken_or_doubled_id_is_mended_by_its_file(tiny: Path, identity: str) -> None:
    replace(tiny, BANNER, "id: bang-ron-thu-1", f"id: {identity}")
    text = (tiny / BANNER).read_text("utf-8")
    renamed = texts(tiny, Rename(BANNER, "bang-ron-thu-2"))["content/bang-ron-thu-2.md"]
    assert renamed == text.replace(f"id: {identity}".rstrip(), "id: bang-ron-thu-2")


@pytest.mark.parametrize(
    ("new", "rule", "details"),
    [
        ("Băng Rôn Mới", NO_ID.code, {"name": "Băng Rôn Mới", "word": "bang-ron-moi"}),
        ("../ra", NO_ID.code, {"name": "../ra", "word": "ra"}),
        ("…", NO_ID.code, {"name": "…", "word": "bai-moi"}),
        ("trang-dau", ID_TAKEN.code, {"name": "trang-dau", "first": HOME}),
        ("cho", FILE_TAKEN.code, {"path": "content/cho.md"}),
        ("con", "reserved-name", {"value": "con"}),
        ("a" * 61, "id-too-long", {"value": "a" * 61, "most": "60"}),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    tiny: Path, new: str, rule: str, details: dict[str, str]
) -> None:
    (tiny / "content/cho.md").write_text("Không có phần đầu.\n", "utf-8")
    done = outcome(tiny, Rename(BANNER, new))
    assert done.changeset is None
    assert [(f.rule.code, f.where.path, f.details) for f in done.findings] == [
        (rule, BANNER, details)
    ]


def test_data_that_cannot_be_changed_line_by_line_is_left_alone(tiny: Path) -> None:
    (tiny / BANNER).write_text("---\n[id, x]\n---\n\nThân.\n", "utf-8")
    assert codes(tiny, SetValue(BANNER, "title", "x")) == [NOT_EDITABLE.code]
    (tiny / BANNER).write_bytes(b"\xff\xfe---")
    assert codes(tiny, SetValue(BANNER, "title", "x")) == [NOT_EDITABLE.code]


def found(root: Path, name: str) -> PieceTarget:
    return target(check(FolderFiles(root), NOON), name)


def test_a_piece_is_found_by_what_people_call_it(tiny: Path) -> None:
    for name in ("bang-ron-thu-1", BANNER, "bang-ron.md", "bang-ron", "Băng Rôn thử"):
        assert found(tiny, name) == PieceTarget(BANNER)
    assert found(tiny, "bang-ron-thu-2") == PieceTarget(near=("bang-ron-thu-1",))
    assert found(tiny, "zzz") == PieceTarget()
    shutil.copy(tiny / BANNER, tiny / "content/bang-ron-copy.md")
    assert found(tiny, "bang-ron-thu-1").several == (BANNER, "content/bang-ron-copy.md")
    assert found(tiny, "content/bang-ron-copy.md") == PieceTarget("content/bang-ron-copy.md")
    (tiny / "content/hong.md").write_text("Không có phần đầu.\n", "utf-8")
    assert found(tiny, "hong") == PieceTarget("content/hong.md")
