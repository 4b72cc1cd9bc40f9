"""Drafts as the writing screen's scripts meet them. The workspace is test data."""

import getpass
import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from generator.adapters import draft_folder as adapter
from generator.adapters.clock import SystemClock
from generator.adapters.draft_folder import (
    DAMAGED_DRAFT,
    TOO_MANY_DRAFTS,
    UNSAFE_DRAFT,
    FolderDrafts,
)
from generator.adapters.files import FolderFiles
from generator.adapters.history import SqliteHistory
from generator.adapters.web.server import application, running
from generator.app.check import CheckScope, check
from generator.app.draft_edits import earlier_text
from generator.app.editing.edit_kinds import Approve, Rename, Reopen
from generator.catalogue import words
from generator.cli import draft_room
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk.drafts import draft_routes
from generator.desk.others_words import others_words
from generator.desk.piece_views import handle_of
from generator.desk.versions import (
    _ALIKE,
    _LOCKED,
    _ONLY_APPROVAL,
    _ONLY_NAME,
    version_routes,
)
from generator.model.draft import Draft, seal_of
from generator.model.memory import Memory

BANNER = "content/bang-ron.md"
EXAMPLES = Path(__file__).parents[1] / "examples"
A = Draft("content/a.md", b"one\n", "two\n")
B = Draft("content/b.md", None, "b")


class Screen:
    """The writing screen of one browser: holds the seal of the draft that it has seen."""

    def __init__(self, root: Path, path: str = BANNER, room: DraftRoom | None = None) -> None:
        self.room, self._open = room or DraftRoom(root, Here(root)), ExitStack()
        routes = [*draft_routes(self.room), *version_routes(self.room)]
        self.host = urlsplit(self._open.enter_context(running(application(routes)))).netloc
        self.address, self.file = f"/bai/{handle_of(path)}", root / path
        self.state = self.send("GET", f"{self.address}/nhap")[1]
        OPEN.append(self._open)

    def send(self, method: str, path: str, body: bytes | None = None) -> tuple[int, Any]:
        connection = HTTPConnection(self.host, timeout=30)
        connection.request(method, path, body)
        response = connection.getresponse()
        data = response.read().decode()
        connection.close()
        is_json = response.getheader("content-type") == "application/json"
        return response.status, json.loads(data) if is_json else data

    def page(self, path: str) -> str:
        status, html = self.send("GET", path)
        assert status == 200
        return str(html)

    def ask(self, way: str, edit: object = None, **more: str) -> int:
        asked = {"seal": self.state["seal"], "edit": edit, **more}
        body = json.dumps(asked).encode()
        status, self.state = self.send("POST", f"{self.address}/{way}", body)
        return status

    def type(self, old: str, new: str) -> int:
        return self.ask("nhap", {"text": self.state["text"].replace(old, new)})

    def told(self) -> list[str]:
        return [each["message"] for each in self.state["problems"]]


OPEN: list[ExitStack] = []


@pytest.fixture
def screen(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    text = (tiny / BANNER).read_text("utf-8").replace("status: approved", "status: ready")
    (tiny / BANNER).write_text(re.sub(r"approved_\w+: .*\n", "", text), "utf-8")
    yield Screen(tiny)
    while OPEN:
        OPEN.pop().close()


def test_what_is_typed_is_kept_and_the_file_stays_until_it_is_saved(screen: Screen) -> None:
    before = screen.file.read_bytes()
    assert screen.type("Một băng rôn", "Hai băng rôn") == 200
    assert (screen.state["is_saved"], screen.file.read_bytes()) == (False, before)
    again = Screen(screen.file.parents[1])  # the program was killed and is begun anew
    assert (again.state["text"], again.state["seal"]) == (
        screen.state["text"],
        screen.state["seal"],
    )
    assert again.ask("luu") == 200
    after = before.replace("Một băng rôn".encode(), "Hai băng rôn".encode())
    assert (again.state["is_saved"], screen.file.read_bytes()) == (True, after)
    assert again.room.paths() == []


@pytest.mark.parametrize(
    "form", [lambda text: text, lambda text: "\ufeff" + text.replace("\n", "\r\n")]
)
def test_a_draft_keeps_the_form_of_the_file(screen: Screen, form: Callable[[str], str]) -> None:
    saved = form(screen.file.read_text("utf-8"))
    screen.file.write_bytes(saved.encode())
    again = Screen(screen.file.parents[1])
    assert again.ask("nhap", {"text": again.state["text"]}) == 200
    assert again.state["is_saved"]
    again.ask("nhap", {"value": {"key": "title", "value": "Tên mới"}})
    assert again.ask("luu") == 200
    assert screen.file.read_bytes() == saved.replace("Băng rôn thử", "Tên mới").encode()


def test_a_plan_has_no_page_and_takes_no_blocks(screen: Screen) -> None:
    plan = "campaigns/thu/plan.yml"
    there = Screen(screen.file.parents[1], plan, screen.room)
    text = there.state["text"].removeprefix("# Test data.\n")
    assert there.ask("nhap", {"text": f"{text}\n# Hỏi lại.\n"}) == 200
    assert (there.state["page"], there.state["problems"]) == ([], [])
    words = {"type": "paragraph", "content": [{"type": "text", "text": "Câu."}]}
    assert there.ask("nhap", {"blocks": [{"at": [0, 0], "blocks": [words]}]}) == 422
    assert there.file.read_text("utf-8").endswith("ke-hoach\n")


def test_the_problems_of_a_draft_are_those_of_a_check_of_everything(screen: Screen) -> None:
    screen.ask("nhap", {"text": screen.state["text"] + "\n[bước](khong-co.md) và ,sai\n"})
    quick = screen.told()
    screen.file.write_text(screen.state["text"], "utf-8")
    whole = screen.room.look().of([BANNER])
    assert quick == [each.message("vi") for each in whole] != []


def test_of_texts_that_were_seen_as_many_are_kept_as_memory_bears(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_room, "_MOST_SEEN", 3 * len(screen.state["text"]))
    seals = [screen.state["seal"]]
    for number in range(5):
        screen.type("Một băng rôn", f"Một băng rôn {number}")
        seals.append(screen.state["seal"])
    known = [screen.room.draft_before(BANNER, seal) is not None for seal in seals]
    assert known == [False] * 4 + [True] * 2


def test_of_two_browsers_the_second_is_shown_what_the_first_has_typed(screen: Screen) -> None:
    other = Screen(screen.file.parents[1], room=screen.room)
    screen.type("Một băng rôn", "Hai băng rôn")
    assert other.type("Một băng rôn", "Ba băng rôn") == 409
    rows, alone = [["Một băng rôn thử.", "Hai băng rôn thử."]], screen.file.read_text("utf-8")
    assert other.state == {**screen.state, "others": rows, "alone": alone}
    screen.state = {**screen.state, "seal": seal_of(screen.file.read_bytes())}
    assert screen.ask("luu") == 409
    assert screen.state["refused"].startswith("Vừa có người khác viết vào bài này")
    assert other.type("Hai băng rôn", "Ba băng rôn") == 200


def test_what_two_browsers_type_at_different_places_is_both_there(screen: Screen) -> None:
    other = Screen(screen.file.parents[1], room=screen.room)
    screen.ask("nhap", {"value": {"key": "summary", "value": "Tóm tắt."}})
    assert other.ask("nhap", {"text": other.state["text"] + "\nCâu cuối.\n"}) == 200
    text = other.state["text"]
    assert ("summary: Tóm tắt." in text, text.endswith("\nCâu cuối.\n")) == (True, True)
    assert screen.ask("nhap", {"value": {"key": "foreign", "value": "Save"}}) == 200
    assert screen.state["text"].endswith("\nCâu cuối.\n")


def test_whoever_saves_has_been_told_what_others_typed(screen: Screen) -> None:
    other = Screen(screen.file.parents[1], room=screen.room)
    screen.type("Một băng rôn", "Một băng rôn mới")
    assert screen.state["others"] == []
    assert other.ask("nhap", {"text": other.state["text"] + "\nCâu cuối.\n"}) == 200
    assert other.state["others"] == [["Một băng rôn thử.", "Một băng rôn mới thử."]]
    assert screen.ask("luu") == 409
    assert screen.state["others"] == [["", "Câu cuối."]]
    assert (screen.ask("luu"), screen.state["others"]) == (200, [])


def test_words_of_others_are_left_out_and_own_ones_stay(screen: Screen) -> None:
    other = Screen(screen.file.parents[1], room=screen.room)
    screen.type("Một băng rôn", "Một băng rôn mới")
    assert screen.ask("luu") == 200
    assert other.ask("nhap", {"text": other.state["text"] + "\nCâu cuối.\n"}) == 200
    joined, alone = other.state["seal"], other.state["alone"]
    assert other.ask("nhap", {"value": {"key": "summary", "value": "Tóm tắt."}}) == 200
    other.state = {**other.state, "seal": joined}
    assert other.ask("nhap", {"text": alone}) == 200
    text = other.state["text"]
    told = [word in text for word in ("băng rôn mới", "\nCâu cuối.\n", "summary: Tóm tắt.\n")]
    assert told == [False, True, True]
    assert (other.ask("luu"), "băng rôn mới" in screen.file.read_text("utf-8")) == (200, False)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [("slot", "t3", "t3"), ("size", "rất to", "rất to"), ("quarter", "V", "V")],
)
def test_a_field_does_not_make_a_draft_unreadable(
    screen: Screen, key: str, value: str, told: str
) -> None:
    text = screen.file.read_text("utf-8").replace("status: ready", "status: draft")
    screen.file.write_text(text, "utf-8")
    screen.room.look()
    again = Screen(screen.file.parents[1], room=screen.room)
    assert again.ask("nhap", {"value": {"key": key, "value": value}}) == 200
    assert (again.ask("luu"), screen.file.read_text("utf-8")) == (422, text)
    assert told in again.state["refused"]
    assert f"{key}: {value}" in again.state["text"]


TYPED = {
    "approved": "status: approved\napproved_by: Tổ biên tập\napproved_on: 1/5/2021\n",
    "withdrawn": "status: withdrawn\nwithdrawn_on: 1/5/2021\n",
    "in marks": 'status: "approved"\n',
    "named alone": "status: ready\napproved_by: Tổ biên tập\n",
    "not to be read": "status: approved\nsummary: [\n",
}


@pytest.mark.parametrize("lines", TYPED.values(), ids=TYPED)
def test_nobody_approves_by_typing(screen: Screen, lines: str) -> None:
    before = screen.file.read_text("utf-8")
    assert screen.type("status: ready\n", lines) == 200
    (told,) = [each for each in screen.state["problems"] if each["code"] == "approval-typed"]
    assert "bấm nút “Duyệt”" in told["advice"]
    assert (screen.ask("luu"), screen.file.read_text("utf-8")) == (422, before)
    assert screen.state["refused"].startswith("Không ai duyệt hay rút một bài bằng cách gõ")
    if lines != TYPED["not to be read"]:
        assert screen.ask("nhap", {"mend": told["mend"]}) == 200
        assert screen.state["text"].replace('"ready"', "ready") == before


def test_words_do_not_slip_into_what_somebody_approved_meanwhile(screen: Screen) -> None:
    screen.type("(index.md)", "(index.md) Chữ chưa ai duyệt.")
    text = screen.file.read_text("utf-8")
    day = "status: approved\napproved_by: Trần Thị Hoa\napproved_on: 1/5/2021\n"
    approved = text.replace("status: ready\n", day)
    screen.file.write_text(approved, "utf-8", newline="")
    said = [screen.ask("luu"), screen.ask("luu"), screen.ask("luu")]
    assert 200 not in said
    assert screen.file.read_text("utf-8") == approved
    assert "Trần Thị Hoa" in screen.state["refused"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: bang-ron-thu", "id: Pano 2021/8 ợ"),
        ("id: bang-ron-thu", "id: "),
        ("status: approved", "status: aproved"),
        ("approved_on: 1/5/2021", "approved_on: 45/7/6/2021"),
        ("title: Băng rôn thử", 'title: "Băng rôn thử'),
    ],
)
def test_a_file_that_cannot_be_read_stays_locked_where_it_says_approved(
    screen: Screen, old: str, new: str
) -> None:
    answered = "status: approved\napproved_by: Trần Thị Hoa\napproved_on: 1/5/2021\n"
    text = screen.file.read_text("utf-8").replace("status: ready\n", answered)
    assert old in text
    screen.file.write_text(text.replace(old, new), "utf-8")
    root = screen.file.parents[1]
    again, before = Screen(root), screen.file.read_text("utf-8")
    assert again.state["is_locked"]
    assert again.type("Một băng rôn", "Hai băng rôn") == 422
    assert (again.ask("luu"), screen.file.read_text("utf-8")) == (422, before)
    assert again.room._here.edit([Reopen(BANNER)]).is_written  # noqa: SLF001
    assert "Trần Thị Hoa" not in screen.file.read_text("utf-8")
    again.state = again.send("GET", f"{again.address}/nhap")[1]
    assert (again.type(new, old), again.ask("luu")) == (200, 200)


def test_words_that_nobody_has_saved_can_be_left_out_too(screen: Screen) -> None:
    other = Screen(screen.file.parents[1], room=screen.room)
    screen.type("Một băng rôn", "Một băng rôn CHƯA LƯU")
    assert other.ask("nhap", {"text": other.state["text"] + "\nCâu cuối.\n"}) == 200
    assert other.state["others"] == [["Một băng rôn thử.", "Một băng rôn CHƯA LƯU thử."]]
    assert other.state["alone"] == f"{screen.file.read_text('utf-8')}\nCâu cuối.\n"


def test_nobody_is_asked_to_leave_out_an_approval(screen: Screen) -> None:
    mine = screen.file.read_text("utf-8").replace("ready", "approved\napproved_by: Ví dụ")
    now = mine.replace("Ví dụ", "Trần Thị Hoa")
    plan = screen.room.look().plan
    told = others_words(Draft(BANNER, b"", mine), Draft(BANNER, b"", now), plan)
    assert told == {"others": []}
    told = others_words(Draft(BANNER, b"a", mine), Draft(BANNER, b"", f"{now}\nThêm.\n"), plan)
    assert told == {"others": [["", "Thêm."]], "alone": now}


def test_what_is_typed_after_somebody_approved_lies_in_the_history(screen: Screen) -> None:
    day = "status: approved\napproved_by: Trần Thị Hoa\napproved_on: 1/5/2021\n"
    approved = screen.file.read_text("utf-8").replace("status: ready\n", day)
    other = Screen(screen.file.parents[1], room=screen.room)
    screen.file.write_text(approved, "utf-8", newline="")
    assert other.type("Một băng rôn", "Hai băng rôn") in {409, 422}
    assert other.type("Một băng rôn", "Hai băng rôn") == 422
    assert other.state["refused"].endswith("chữ ấy nằm trong “Các bản trước”.")
    assert screen.file.read_text("utf-8") == approved
    kept = SqliteHistory(screen.file.parents[1]).versions(9)[0]
    assert (kept.is_saved, b"Hai b\xc4\x83ng" in (kept.changeset.revisions[0].after or b"")) == (
        False,
        True,
    )


def test_of_a_long_place_the_words_around_a_change_are_told(screen: Screen) -> None:
    long = "---\nmedium: article\n---\n\n" + "a " * 60 + "{} [b](c.md)" + " z" * 60 + "\n"
    texts = [Draft(BANNER, b"", long.format(word)) for word in ("cũ", "mới")]
    told = others_words(*texts, screen.room.look().plan)["others"]
    sides = [f"… {'a ' * 20}{word} b{' z' * 20} …" for word in ("cũ", "mới")]
    assert told == [sides]


def test_what_would_stop_the_build_is_not_saved_and_stays_a_draft(screen: Screen) -> None:
    before = screen.file.read_bytes()
    screen.type("(index.md)", "(nothing.md)")
    assert screen.ask("luu") == 422
    assert (screen.state["is_saved"], screen.file.read_bytes()) == (False, before)
    assert screen.state["refused"] in screen.told()
    assert "(nothing.md)" in screen.state["text"]


def test_a_line_that_was_broken_is_broken_again_by_undoing(screen: Screen) -> None:
    screen.type("\n---\n", "\n---\n\nMột hai\nba bốn.\n")
    before, first = screen.state["text"], screen.state["page"][0]
    other = {"type": "paragraph", "content": [{"type": "text", "text": "Một bốn."}]}
    for block in (other, first):
        assert screen.ask("nhap", {"blocks": [{"at": [0, 1], "blocks": [block]}]}) == 200
    assert screen.state["text"] == before


def test_a_draft_that_is_dropped_lies_in_the_history(screen: Screen) -> None:
    before = screen.state["text"]
    screen.type("Một băng rôn", "Hai băng rôn")
    typed = screen.state["text"]
    assert screen.ask("bo") == 200
    assert (screen.state["text"], screen.state["is_saved"]) == (before, True)
    (kept,) = SqliteHistory(screen.file.parents[1]).versions(9)
    assert (kept.is_saved, kept.changeset.revisions[0].after) == (False, typed.encode())


ODD: list[tuple[Any, int]] = [
    ({"text": 5}, 422),
    ({"blocks": [{}]}, 422),
    ({"value": {"key": "title"}}, 422),
    ({"value": {"key": "corrections", "value": "a"}}, 200),
    (None, 422),
    ({"text": "a\ud800"}, 200),
    ({"text": ""}, 200),
    ({"text": "\x00"}, 200),
]


@pytest.mark.parametrize(("edit", "status"), ODD)
def test_whatever_is_asked_is_answered(screen: Screen, edit: object, status: int) -> None:
    before = screen.file.read_bytes()
    assert screen.ask("nhap", edit) == status
    assert "seal" in screen.state
    assert screen.file.read_bytes() == before


def test_what_is_no_edit_is_refused(screen: Screen) -> None:
    address = f"{screen.address}/nhap"
    for body in (b"", b"[]", b"{", b"\xff", b"[" * 100_000):
        assert screen.send("POST", address, body)[0] == 400
    assert screen.send("POST", "/bai/0123/nhap", b"{}")[0] == 404


def test_drafts_are_found_again(tmp_path: Path) -> None:
    drafts = FolderDrafts(tmp_path / "w", tmp_path)
    assert (drafts.put(A), drafts.put(B)) == (True, True)
    again = FolderDrafts(tmp_path / "w", tmp_path)
    assert ({*again.paths()}, again.get(A.path), again.get(B.path)) == ({A.path, B.path}, A, B)
    again.drop(A.path)
    assert (drafts.get(A.path), drafts.paths(), again.troubles) == (None, [B.path], [])
    assert FolderDrafts(tmp_path / "other", tmp_path).paths() == []


@pytest.mark.parametrize("data", [b"", b"\xff", b"{}", b'{"path": "content/a.md"}', b"[1]"])
def test_a_damaged_draft_is_told_and_kept(tmp_path: Path, data: bytes) -> None:
    drafts = FolderDrafts(tmp_path / "w", tmp_path)
    drafts.put(A)
    (place,) = (tmp_path / "drafts").glob("*/*.draft")
    place.write_bytes(data)
    assert (drafts.get(A.path), [each for each, _ in drafts.troubles]) == (None, [DAMAGED_DRAFT])
    assert drafts.put(A)
    assert [each.read_bytes() for each in place.parent.glob("*.damaged")] == [data]
    assert drafts.get(A.path) == A


def test_what_cannot_be_written_is_told_and_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = FolderDrafts(tmp_path / "w", tmp_path)
    with monkeypatch.context() as full:

        def refuse(*_: object) -> None:
            raise OSError(28, "No space left on device")

        full.setattr(adapter.os, "fsync", refuse)
        assert (drafts.put(A), drafts.get(A.path), drafts.paths()) == (False, A, [A.path])
        assert [each for each, _ in drafts.troubles] == [UNSAFE_DRAFT]
    assert (drafts.put(A), drafts.troubles) == (True, [])
    monkeypatch.setattr(adapter, "MOST", 1)
    assert (drafts.put(B), drafts.get(B.path)) == (False, B)
    assert [each for each, _ in drafts.troubles] == [TOO_MANY_DRAFTS]


def test_a_seal_names_the_bytes() -> None:
    assert A.seal == seal_of(b"two\n") != seal_of(A.base)


SLIPS = {
    "Hai  khoảng trắng.": "Hai khoảng trắng.",
    "Dấu ,sai chỗ.": "Dấu, sai chỗ.",
    'Ngoặc "thẳng" đây.': "Ngoặc “thẳng” đây.",
    "Năm 2020 - 2021.": "Năm 2020–2021.",
    "Chữ tòan sai.": "Chữ toàn sai.",
}


def test_what_a_machine_can_mend_is_mended_by_one_click(screen: Screen) -> None:
    whole = screen.state["text"] + "\n" + "\n\n".join(SLIPS) + "\n"
    screen.ask("nhap", {"text": whole})
    rounds = 0
    while mends := [each["mend"] for each in screen.state["problems"] if each["mend"]]:
        assert screen.ask("nhap", {"mend": mends[0]}) == 200
        assert (rounds := rounds + 1) < 9
    lines = [line for line in screen.state["text"].splitlines() if line.strip()]
    assert lines[-len(SLIPS) :] == list(SLIPS.values())


@pytest.mark.parametrize("between", ["\n\n", " "], ids=["paragraphs", "one line"])
def test_a_mending_is_meant_where_it_was_told(screen: Screen, between: str) -> None:
    """However much was mended since: nobody waits with the next button for the last one."""
    screen.ask("nhap", {"text": f"{screen.state['text']}\n{between.join(SLIPS)}\n"})
    told, mends = screen.state["seal"], [each["mend"] for each in screen.state["problems"]]
    answers = [
        (screen.ask("nhap", {"mend": mend}, seal=told, heard=heard), screen.state["others"])
        for mend in mends
        for heard in [screen.state["seal"]]
    ]
    assert answers == [(200, [])] * len(SLIPS)
    assert screen.state["text"].endswith(f"\n{between.join(SLIPS.values())}\n")
    assert screen.ask("nhap", {"mend": mends[0]}) == 422
    assert screen.state["refused"].startswith("Chỗ cần sửa vừa được viết lại")


def test_a_name_becomes_a_speaker_and_never_another_one(screen: Screen) -> None:
    root = screen.file.parents[1]
    shutil.copy2(EXAMPLES / "bad/unknown-speaker/content/unknown-speaker.md", root / "content")
    script = Screen(root, "content/unknown-speaker.md")
    for typed, is_same in {"ptv2": True, "PTV 3": False, "PVT 2": False}.items():
        before = script.state["text"]
        script.type("Khách mời", typed)
        (told,) = [each for each in script.state["problems"] if each["code"] == "unknown-speaker"]
        assert (told["mend"] is not None, "loa check" in told["advice"]) == (is_same, False)
        if not is_same:
            assert script.ask("nhap", {"value": told["offer"]["value"]}) == 200
            assert f"speakers: [PTV 1, PTV 2, {typed}]\n" in script.state["text"]
            assert f"**{typed}:** Câu thử." in script.state["text"]
        script.ask("nhap", {"text": before})


def test_what_is_sent_is_told_beforehand(screen: Screen) -> None:
    root = screen.file.parents[1]
    text = (EXAMPLES / "bad/unknown-speaker/content/unknown-speaker.md").read_text("utf-8")
    text = text.replace("Khách mời", "PTV 2").replace("status:", "duration: 7 phút\nstatus:")
    (root / "content/ngan.md").write_text(text, "utf-8")
    script = Screen(root, "content/ngan.md")
    told = [(each["code"], each["later"]) for each in script.state["problems"]]
    assert ("script-too-short", "Trước khi gửi duyệt:") in told
    assert {later for _, later in told} == {"", "Trước khi gửi duyệt:"}
    assert (script.type("Khách", "Bạn"), script.state["has_later"]) == (200, False)
    assert {each["later"] for each in script.state["problems"]} == {""}  # it is asked for then


def test_what_no_machine_can_mend_is_refused_with_its_reason(screen: Screen) -> None:
    assert screen.type("title: Băng rôn thử", 'title: "Băng \\"rôn\\" thử"') == 200
    (mend,) = [each["mend"] for each in screen.state["problems"] if each["mend"]]
    assert screen.ask("nhap", {"mend": mend}) == 422
    assert screen.state["refused"].startswith("Máy không tự sửa được chỗ này")


def test_what_nobody_has_written_is_told_to_whoever_writes(screen: Screen) -> None:
    screen.type("status: ready", "status: draft")
    assert screen.told() == []
    starter = "Một câu cho biết người đọc sẽ gặp gì ở đây."
    screen.ask("nhap", {"value": {"key": "summary", "value": starter}})
    assert screen.ask("nhap", {"text": screen.state["text"] + "\nViết bài ở đây.\n"}) == 200
    screen.state = screen.send("GET", f"{screen.address}/nhap")[1]
    told = [(each["message"], each["advice"]) for each in screen.state["problems"]]
    assert told == [
        (
            f"Chỗ này chưa ai viết: “{starter.rstrip('.')}”.",
            "Viết lời của mình vào đây; ô “Tóm tắt” thì có thể bỏ.",
        ),
        ("Chỗ này chưa ai viết: “Viết bài ở đây”.", "Viết lời của mình vào đây."),
    ]
    (summary,) = [each for each in screen.state["fields"] if each["key"] == "summary"]
    assert (summary["value"], summary["example"]) == ("", starter)


def test_what_is_pasted_into_a_field_is_one_line_of_signs_that_are_seen(screen: Screen) -> None:
    pasted = "Tên\tmới\x0bcủa\u2028bài\x01 "
    assert screen.ask("nhap", {"value": {"key": "title", "value": pasted}}) == 200
    assert "\ntitle: Tên mới của bài\n" in screen.state["text"]


def test_fields_are_words_and_change_their_lines_only(screen: Screen) -> None:
    fields = {field["key"]: field for field in screen.state["fields"]}
    assert list(fields) == [
        *("title", "summary", "slogan", "slot", "quarter", "topics", "size", "sources", "foreign")
    ]
    assert fields["size"]["label"] == "Khổ"
    before = screen.state["text"].splitlines()
    for key, value in {"topics": ["nước", "điện"], "summary": "Một\n câu.", "foreign": ""}.items():
        assert screen.ask("nhap", {"value": {"key": key, "value": value}}) == 200
    after = screen.state["text"].splitlines()
    assert set(after) - set(before) == {"topics: [nước, điện]", "summary: Một câu."}


DOCUMENTS = """\
sources:
  - {id: "001.txt", title: "Kế hoạch: năm 2021", issuer: UBND tỉnh}
  - {id: hai, title: Báo cáo, issuer: Sở, date: 4/6/2019}
  - {id: ba, title: Báo cáo, issuer: Sở, date: 5/6/2019}
"""
SOURCES = {
    "001.txt:57": "Kế hoạch: năm 2021, dòng 57",
    "hai:5-7,9": "Báo cáo, Sở, 4/6/2019, dòng 5-7, 9",
    "ba": "Báo cáo, Sở, 5/6/2019",
    "https://example.org/a": "https://example.org/a",
}


def test_sources_are_documents_by_their_titles(screen: Screen) -> None:
    root = screen.file.parents[1]
    (root / "campaigns/sources.yml").write_text(DOCUMENTS, "utf-8")
    again = Screen(root)
    again.ask("nhap", {"text": again.state["text"] + "\nBớt được 37 phần trăm nước.\n"})
    (told,) = again.state["problems"]
    assert (told["fields"], told["place"]) == ([{"key": "sources", "label": "Nguồn"}], "")
    assert "sources:" not in told["message"] + told["advice"]
    assert again.ask("nhap", {"value": {"key": "sources", "value": ["Sách lạ"]}}) == 200
    assert (again.told()[0], again.state["problems"][0]["example"]) == (
        "“Sách lạ” không có trong danh sách tài liệu.",
        "",
    )
    typed = [*SOURCES.values(), "ke hoach: nam 2021, Dòng 8"]
    assert again.ask("nhap", {"value": {"key": "sources", "value": typed}}) == 200
    written = ", ".join([*SOURCES, "001.txt:8"])
    assert again.state["text"].count("\nsources: [") == 1
    line = next(each for each in again.state["text"].split("\n") if each.startswith("sources:"))
    assert line.replace('"', "") == f"sources: [{written}]"
    field = next(each for each in again.state["fields"] if each["key"] == "sources")
    assert field["value"] == [*SOURCES.values(), "Kế hoạch: năm 2021, dòng 8"]
    assert [each["title"] for each in field["choices"]] == [
        *("Báo cáo, Sở, 4/6/2019", "Báo cáo, Sở, 5/6/2019", "Kế hoạch: năm 2021")
    ]
    assert again.told() == []


def test_what_the_plan_says_is_no_value_of_the_piece(screen: Screen) -> None:
    fields = {field["key"]: field for field in screen.state["fields"]}
    assert fields["slot"]["example"].startswith("ví dụ: ")
    root = screen.file.parents[1]
    plan = (root / "campaigns/thu/plan.yml").read_text("utf-8").rstrip("\n")
    slot = "\n    slots: [{id: bang-ron-thu-1, at: 20/6/2021, basis: proposed}]\n"
    (root / "campaigns/thu/plan.yml").write_text(plan + slot, "utf-8")
    text = re.sub(r"(slot|quarter): .*\n", "", screen.file.read_text("utf-8"))
    screen.file.write_text(text, "utf-8")
    fields = {field["key"]: field for field in Screen(root).state["fields"]}
    told = [(fields[key]["planned"], fields[key]["example"]) for key in ("slot", "quarter")]
    assert told == [("Theo kế hoạch: 20/6/2021", ""), ("Theo kế hoạch: Quý II/2021", "")]


def test_a_plan_that_is_typed_is_checked_as_one_that_is_saved(screen: Screen) -> None:
    root, path = screen.file.parents[1], "campaigns/thu/plan.yml"
    data = (root / path).read_bytes()
    draft = Draft(path, data, data.decode().replace("period: 2021", "period: 2020"))
    found = screen.room.check(draft)
    (root / path).write_text(draft.text, "utf-8")
    scope = CheckScope(SystemClock().now())
    saved = check(FolderFiles(root), found.plan.as_of, Memory(), scope)
    assert found.diagnostics == saved.diagnostics
    assert BANNER in {each.where.path for each in found.diagnostics}  # it is of another year now


def test_what_an_approval_locks_is_not_typed_over(screen: Screen) -> None:
    approved = "status: approved\napproved_by: Tổ biên tập\napproved_on: 1/5/2021\n"
    text = screen.file.read_text("utf-8").replace("status: ready\n", approved)
    screen.file.write_text(text, "utf-8")
    locked = Screen(screen.file.parents[1])
    assert locked.type("Một băng rôn", "Hai băng rôn") == 422
    assert "Tổ biên tập" in locked.state["refused"]
    assert (locked.state["text"], locked.ask("luu")) == (text, 422)


def test_a_text_that_is_not_taken_lies_in_the_history(screen: Screen) -> None:
    body = json.dumps({"text": "Chữ của cửa sổ kia.\n"}).encode()
    assert screen.send("POST", f"{screen.address}/giu", body)[0] == 200
    (kept,) = SqliteHistory(screen.file.parents[1]).versions(9)
    assert kept.changeset.revisions[0].after == "Chữ của cửa sổ kia.\n".encode()


def test_a_file_that_was_changed_beneath_is_shown_and_nothing_is_lost(screen: Screen) -> None:
    screen.type("Một băng rôn", "Hai băng rôn")
    by_word = screen.file.read_text("utf-8").replace("Một băng rôn", "Ba băng rôn")
    screen.file.write_text(by_word, "utf-8")
    assert screen.ask("luu") == 409
    assert (screen.state["beneath"], screen.file.read_text("utf-8")) == (by_word, by_word)
    assert screen.ask("nhap", {"onto": screen.state["beneath_seal"]}) == 200
    assert (screen.state["beneath"], screen.ask("luu")) == (None, 200)
    assert "Hai băng rôn" in screen.file.read_text("utf-8")
    versions = SqliteHistory(screen.file.parents[1]).versions(9)
    assert versions[0].changeset.revisions[0].before == by_word.encode()


def test_versions_are_compared_and_one_is_taken_back(screen: Screen) -> None:
    first = screen.state["text"]
    screen.type("Một băng rôn", "Hai băng rôn")
    screen.ask("luu")
    screen.type("Hai băng rôn", "Ba băng rôn")
    shown = screen.page(f"{screen.address}/ban?lan=1")
    assert "<mark>Hai</mark>" in shown
    assert "<mark>Ba</mark>" in shown
    assert "<mark>Một</mark>" in screen.page(
        f"{screen.address}/ban?lan=0"
    )  # before the first change
    screen.ask("luu")
    both = screen.page(f"{screen.address}/ban?lan=1&voi=2")
    assert re.findall("<mark>(.*?)</mark>", both) == ["Hai", "Ba"]
    assert (screen.file.name in both, getpass.getuser() in both) == (False, False)
    assert "1 chỗ trong bài" in both
    screen.type("Ba băng rôn", "Bốn băng rôn")
    typed = screen.state["text"]
    form = f"dau={screen.state['seal']}&lan=1".encode()
    assert screen.send("POST", f"{screen.address}/ban", form)[0] == 303
    screen.state = screen.send("GET", f"{screen.address}/nhap")[1]
    assert screen.state["text"] == first.replace("Một băng rôn", "Hai băng rôn")
    kept = SqliteHistory(screen.file.parents[1]).versions(9, BANNER)[0]
    assert (kept.is_saved, kept.changeset.revisions[0].after) == (False, typed.encode())
    assert screen.send("POST", f"{screen.address}/ban", b"dau=x&lan=2")[0] == 409
    assert screen.send("POST", f"{screen.address}/ban", b"dau=x&lan=99")[0] == 404


def test_a_version_that_brings_nothing_back_says_why(screen: Screen) -> None:
    screen.type("Một băng rôn", "Hai băng rôn")
    screen.ask("luu")

    def refused(number: int) -> tuple[int, str]:
        form = f"dau={screen.state['seal']}&lan={number}".encode()
        status, shown = screen.send("POST", f"{screen.address}/ban", form)
        (told,) = re.findall(r'role="alert">(.*?)</p>', shown) if shown else ("",)
        return status, told

    assert refused(1) == (422, f"Chưa đổi gì cả. {words(_ALIKE)}")
    approve = [Approve(BANNER, "Trần Thị Hoa")]
    assert screen.room._here.edit(approve).is_written  # noqa: SLF001 - as another window does
    screen.state = screen.send("GET", f"{screen.address}/nhap")[1]
    assert refused(1) == (422, f"Chưa đổi gì cả. {words(_ONLY_APPROVAL)}")
    status, told = refused(0)
    assert (status, "Trần Thị Hoa" in told, told.endswith(words(_LOCKED))) == (422, True, True)


def test_no_version_that_is_taken_back_brings_its_approval(screen: Screen) -> None:
    draft = screen.file.read_text("utf-8")
    answered = "status: approved\napproved_by: Người thử\napproved_on: 1/5/2021\n"
    approved = re.sub(r"status: .*\n", answered, draft)
    assert approved != draft
    assert earlier_text(Draft(BANNER, draft.encode(), draft), approved) == draft
    assert earlier_text(Draft(BANNER, approved.encode(), approved), draft) == approved
    assert earlier_text(Draft(BANNER, draft.encode(), draft), "no data") == "no data"


def test_a_draft_goes_on_from_a_file_that_others_changed_elsewhere(screen: Screen) -> None:
    screen.ask("nhap", {"text": screen.state["text"] + "\nCâu cuối.\n"})
    pulled = screen.file.read_text("utf-8").replace("title: Băng rôn thử", "title: Tên mới")
    screen.file.write_text(pulled, "utf-8")
    assert screen.ask("luu") == 409  # the text that the browser saw is another one
    assert (screen.state["beneath"], screen.ask("luu")) == (None, 200)
    assert screen.file.read_text("utf-8") == pulled + "\nCâu cuối.\n"


def test_a_file_that_another_program_writes_in_its_form_is_gone_on_from(screen: Screen) -> None:
    screen.ask("nhap", {"text": screen.state["text"] + "\nCâu cuối.\n"})
    by_word = "\ufeff" + screen.file.read_text("utf-8").replace("Một băng rôn", "Ba băng rôn")
    screen.file.write_bytes(by_word.replace("\n", "\r\n").encode())
    assert screen.ask("luu") == 409
    assert screen.state["others"] == [["Một băng rôn thử.", "Ba băng rôn thử."]]
    assert (screen.state["beneath"], screen.ask("luu")) == (None, 200)
    assert screen.file.read_bytes() == f"{by_word}\nCâu cuối.\n".replace("\n", "\r\n").encode()


def test_a_file_that_has_gone_is_told_and_written_again(screen: Screen) -> None:
    screen.type("Một băng rôn", "Hai băng rôn")
    typed = screen.state["text"]
    screen.file.unlink()
    screen.room.look()
    assert screen.ask("luu") == 409
    assert (screen.state["is_gone"], screen.state["text"]) == (True, typed)
    assert screen.ask("nhap", {"onto": screen.state["beneath_seal"]}) == 200
    assert (screen.ask("luu"), screen.file.read_text("utf-8")) == (200, typed)


def test_a_full_disk_saves_nothing_and_loses_nothing(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = screen.file.read_bytes()
    screen.type("Một băng rôn", "Hai băng rôn")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(adapter.os, "fsync", refuse)
        assert screen.ask("luu") == 422
        assert screen.state["refused"] == "Ổ đĩa đã đầy."
        assert screen.type("Hai băng rôn", "Ba băng rôn") == 200
        assert "đĩa đầy" in screen.state["troubles"][0]
    assert screen.file.read_bytes() == before
    assert screen.ask("luu") == 200
    assert "Ba băng rôn" in screen.file.read_text("utf-8")


def renamed(screen: Screen, *names: str) -> Screen:
    """The screen of the piece under the last of the names that it is given."""
    path = BANNER
    for name in names:
        saved = screen.room._here.edit([Rename(path, name)])  # noqa: SLF001 - as the button does
        assert saved.is_written, saved
        path = f"content/{name}.md"
    return Screen(screen.file.parents[1], path, screen.room)


def test_versions_follow_a_piece_that_is_renamed(screen: Screen) -> None:
    screen.type("Một băng rôn", "Hai băng rôn")
    screen.ask("luu")
    now = renamed(screen, "ten-hai", "ten-ba")
    now.type("Hai băng rôn", "Ba băng rôn")
    now.ask("luu")
    numbers = re.findall(r"ban\?lan=(\d)", now.page(f"{now.address}/ban"))
    assert [*dict.fromkeys(numbers)] == ["4", "3", "2", "1", "0"]
    both = now.page(f"{now.address}/ban?lan=1&voi=4")
    assert re.findall("<mark>(.*?)</mark>", both)[-2:] == ["Hai", "Ba"]
    assert "<mark>Một</mark>" in now.page(f"{now.address}/ban?lan=0")
    form = f"dau={now.state['seal']}&lan=0".encode()
    assert now.send("POST", f"{now.address}/ban", form)[0] == 303
    now.state = now.send("GET", f"{now.address}/nhap")[1]
    last = now.file.read_text("utf-8")  # its name stays: links, slot and pictures hang on it
    assert now.state["text"] == last.replace("Ba băng rôn", "Một băng rôn") != last
    assert now.ask("luu") == 200


def test_a_window_is_told_where_a_piece_lies_that_was_renamed(screen: Screen) -> None:
    assert screen.send("GET", "/bai/0000/nhap")[0] == 404
    now = renamed(screen, "ten-hai", "ten-ba")
    assert screen.ask("nhap", {"value": {"key": "summary", "value": "x"}}) == 410
    assert screen.state["moved"] == now.address
    assert screen.state["refused"].startswith("Bài đã đổi tên")


def test_a_version_before_a_renaming_that_says_the_same_brings_nothing(screen: Screen) -> None:
    screen.type("Một băng rôn", "Hai băng rôn")
    screen.ask("luu")
    now = renamed(screen, "ten-hai")
    form = f"dau={now.state['seal']}&lan=1".encode()
    status, shown = now.send("POST", f"{now.address}/ban", form)
    assert (status, words(_ONLY_NAME) in shown) == (422, True)


def test_another_piece_at_the_old_place_has_versions_of_its_own(screen: Screen) -> None:
    other = screen.file.read_text("utf-8").replace("id: bang-ron-thu-1", "id: bang-ron")
    screen.type("Một băng rôn", "Hai băng rôn")
    screen.ask("luu")
    now = renamed(screen, "ten-hai")
    screen.file.write_text(other, "utf-8")
    screen.room.look()
    new = Screen(screen.file.parents[1], BANNER, screen.room)
    assert "ban?lan=" not in new.page(f"{new.address}/ban")
    new.type("Một băng rôn", "Bốn băng rôn")
    new.ask("luu")
    numbers = re.findall(r"ban\?lan=(\d)", new.page(f"{new.address}/ban"))
    assert [*dict.fromkeys(numbers)] == ["3", "0"]
    numbers = re.findall(r"ban\?lan=(\d)", now.page(f"{now.address}/ban"))
    assert [*dict.fromkeys(numbers)] == ["2", "1", "0"]


def test_pictures_that_moved_with_a_piece_are_led_to_where_they_are() -> None:
    now = "---\nid: moi\nmedium: article\n---\n\n![a](../assets/anh/moi/a.png)\n"
    then = now.replace("moi", "cu")
    moves = (("assets/anh/cu/a.png", "assets/anh/moi/a.png"), ("content/cu.md", "content/moi.md"))
    assert earlier_text(Draft("content/moi.md", now.encode(), now), then, moves) == now
    assert earlier_text(Draft("content/moi.md", now.encode(), now), "no data", moves) == "no data"


@pytest.mark.parametrize(
    "lines",
    [
        'title: "Băng rôn thử"\n',
        "title: 'Băng rôn thử'   # tên tạm\n",
        "# Tên của bài\ntitle: Băng rôn thử\n",
        "title: >-\n  Băng rôn\n  thử\n",
        "title: Băng rôn\n  thử\n",
    ],
)
def test_a_field_that_says_again_what_the_file_says_is_written_as_there(
    screen: Screen, lines: str
) -> None:
    text = screen.file.read_text("utf-8").replace("title: Băng rôn thử\n", lines)
    both = (text, _with_title_first(text, lines))
    for saved in (*both, *("\ufeff" + each.replace("\n", "\r\n") for each in both)):
        screen.file.write_bytes(saved.encode())
        again = Screen(screen.file.parents[1])
        for value in (None, "B", "Băng: rôn", "Băng rôn thử"):
            assert again.ask("nhap", {"value": {"key": "title", "value": value}}) == 200
        assert again.state["is_saved"]
        again.ask("nhap", {"value": {"key": "summary", "value": "Khác."}})
        for value in (None, "B", "Băng rôn thử"):
            again.ask("nhap", {"value": {"key": "title", "value": value}})
        assert again.ask("luu") == 200
        assert screen.file.read_bytes() == saved.replace("Dữ liệu thử.", "Khác.").encode()


def _with_title_first(text: str, lines: str) -> str:
    return text.replace(lines, "", 1).replace("---\n", f"---\n{lines}", 1)


def test_what_a_field_holds_on_the_way_leaves_no_trace(screen: Screen) -> None:
    before = screen.file.read_text("utf-8")
    for value in ("Băng: rôn", None, "Tên mới"):
        screen.ask("nhap", {"value": {"key": "title", "value": value}})
    assert screen.state["text"] == before.replace("Băng rôn thử", "Tên mới")
    screen.ask("nhap", {"value": {"key": "slot", "value": "1/5/2021"}})
    screen.ask("nhap", {"value": {"key": "quarter", "value": "II/2021"}})
    assert screen.state["text"] == before.replace("Băng rôn thử", "Tên mới")
    screen.type("title: Tên mới", "title: 'Tên mới'  # tạm")  # as text: whoever wrote it meant it
    screen.ask("nhap", {"value": {"key": "title", "value": "Tên khác"}})
    assert "title: 'Tên khác'  # tạm\n" in screen.state["text"]


def test_a_key_that_stood_empty_stands_so_again(screen: Screen) -> None:
    empty = screen.file.read_text("utf-8").replace("summary: Dữ liệu thử.", "summary:  # sau")
    screen.file.write_text(empty, "utf-8")
    again = Screen(screen.file.parents[1])
    for value in ("Một câu.", None):
        again.ask("nhap", {"value": {"key": "summary", "value": value}})
    assert again.state["text"] == empty
