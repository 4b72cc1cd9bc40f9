"""Word documents and pictures that are brought to the desk, and hostile ones. Test data."""

import gc
import html
import io
import json
import re
import shutil
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from sys import getrefcount
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PIL import Image
from starlette.middleware import Middleware

from generator.adapters.clock import SystemClock
from generator.adapters.history import SqliteHistory
from generator.adapters.starter import starter
from generator.adapters.web.server import application, running
from generator.adapters.word_folder import FolderWordCopies
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk import picture_uploads, recording_room, routes, unreachable, word_files
from generator.desk.piece_views import handle_of
from generator.desk.safety import START, Guard
from generator.desk.word_files import DocumentReadings, remarks_of
from generator.desk.word_rooms import word_routes
from generator.model.word_copy import WordCopy
from generator.vietnamese.dates import HANOI
from tests.desk.hand import Hand
from tests.desk.uploading import TOKEN, Sender, words_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.desk.conftest import Faults


STORY = "content/hai-xuong-mot-viec.md"
MEGA = 1_000_000
"""What is too large here; one file of more than 100 MB is sent in `test_proof_rooms`."""
NOW = datetime(2021, 8, 2, tzinfo=HANOI)


@pytest.fixture(scope="module")
def _programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kho") / "kho"
    for path, data in starter("Thử", "https://thu.example.org/", SystemClock().now().year).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    return root


@pytest.fixture
def root(_programme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    return Path(shutil.copytree(_programme, tmp_path / "kho"))


@contextmanager
def served(root: Path) -> Iterator[Sender]:
    here = Here(root)
    room = DraftRoom(root, here)
    screens = [*word_routes(here, room, FolderWordCopies(root)), *routes(here, here.brand, room)]
    guards = [Middleware(Guard, token=TOKEN)]
    with running(application(screens, (), guards, {OSError: unreachable})) as url:
        yield Sender(url.rstrip("/"))


@pytest.fixture
def sender(root: Path) -> Iterator[Sender]:
    with served(root) as sender:
        yield sender


@dataclass(frozen=True)
class Asked:
    """A desk that has a story of Word, for all of whom nothing is taken."""

    root: Path
    sender: Sender
    story: str
    """The address of that story."""

    def kept(self) -> tuple[dict[str, bytes], list[WordCopy]]:
        """What is written, and which documents wait."""
        return files_of(self.root), [*FolderWordCopies(self.root).copies("")]


@pytest.fixture(scope="module")
def asked(_programme: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("asked")
    root = Path(shutil.copytree(_programme, folder / "kho"))
    with pytest.MonkeyPatch.context() as patch, served(root) as sender:
        patch.setenv("LOA_DATA", str(folder / "data"))
        yield Asked(root, sender, begun(sender, story()).removesuffix("/word"))


def photograph(colour: str = "navy") -> bytes:
    target, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (900, 600), colour).save(target, "JPEG", exif=exif)
    return target.getvalue()


@cache
def story(*, title: str = "Hai xưởng, một việc") -> bytes:
    """A story with a picture, and with a note in a text box that cannot come along."""
    document, target = Document(), io.BytesIO()
    document.add_paragraph(title, style="Title")
    document.add_paragraph("Hai xưởng cùng khóa vòi.")
    document.add_paragraph().add_run().add_picture(io.BytesIO(photograph()))
    document.add_paragraph("Xưởng nhuộm. Ảnh: Nguyễn Văn Thử", style="Caption")
    document.add_paragraph("Đoạn cuối.")
    document.add_comment(document.paragraphs[1].runs[0], "Hỏi lại con số", author="BBT")
    document.save(target)
    return target.getvalue()


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.name.endswith(".loa") and "build" not in path.parts
    }


def begun(sender: Sender, data: bytes, seen: str = "") -> str:
    """The address of the draft that a document becomes, as a page of its own."""
    seen = seen or sender.files("/bai/moi/tep", ("Bài gửi.docx", data))[1]
    status, place, _ = sender.form(seen, dong="rieng")
    assert status == 303
    return place.removesuffix("?xong=word")


def test_a_story_comes_from_word_with_its_picture_and_what_is_lost(
    sender: Sender, root: Path
) -> None:
    before = files_of(root)
    status, place, _ = sender.files("/bai/moi/tep", ("Bài gửi.docx", story()))
    assert (status, files_of(root)) == (303, before)
    shown = words_in(sender.get(place)[1])
    assert "Hai xưởng, một việc" in shown
    assert "Không theo vào được 1 " in shown
    address = begun(sender, b"", place)
    came = {path: data for path, data in files_of(root).items() if path not in before}
    picture = "assets/anh/hai-xuong-mot-viec/1-xuong-nhuom-anh-nguyen-van-thu.jpg"
    assert [*came] == [picture, STORY]
    assert address == f"/bai/{handle_of(STORY)}/word"
    text = came[STORY].decode()
    assert 'credit: "Nguyễn Văn Thử"' in text
    assert f"](../{picture})" in text
    screen = sender.get(address)[1]
    assert "Hỏi lại con số" in words_in(screen)
    original = re.findall(rf'href="({address}/\w+/goc)"', screen)[0]
    copies = FolderWordCopies(root).copies(STORY)
    assert [(each.way, each.name, each.data) for each in copies] == [
        ("came", "Bài gửi.docx", story_of(copies[0].data))
    ]
    assert sender.form(original)[0] in {404, 405}
    assert sender.get(original)[0] == 200
    assert FolderWordCopies(root).copies("") == []


def story_of(data: bytes) -> bytes:
    """The very bytes, if a document can be read of them."""
    Document(io.BytesIO(data))
    return data


def test_the_import_is_an_edit_that_is_taken_back(sender: Sender, root: Path) -> None:
    before = files_of(root)
    begun(sender, story())
    last = SqliteHistory(root).versions(1)[0]
    assert sender.form(f"/doi/{last.number}")[0] == 303
    assert files_of(root) == before


def test_documents_follow_a_piece_that_gets_another_name(sender: Sender, root: Path) -> None:
    address = begun(sender, story())
    sender.form(address)
    at, new = address.removesuffix("/word"), "content/mot-ten-khac.md"
    assert sender.form(at, viec="doiten", ten="Mot ten khac")[0] == 303
    copies = FolderWordCopies(root)
    assert [each.way for each in copies.copies(new)] == ["gave", "came"]
    shown = sender.get(f"/bai/{handle_of(new)}/word")[1]
    assert "Bài gửi.docx" in words_in(shown)
    sender.form(f"/bai/{handle_of(new)}/word")
    assert sender.form(f"/doi/{SqliteHistory(root).versions(1)[0].number}")[0] == 303
    assert sorted(each.way for each in copies.copies(STORY)) == ["came", "gave", "gave"]


def test_a_second_document_with_its_title_is_compared_with_the_piece(sender: Sender) -> None:
    begun(sender, story())
    _, place, _ = sender.files("/bai/moi/tep", ("Bài gửi (2).docx", story()))
    shown = sender.get(place)[1]
    assert "So với bài ấy" in words_in(shown)
    key = place.rpartition("/")[2]
    status, place, _ = sender.form(f"/bai/{handle_of(STORY)}/word/nhan", ban=key)
    assert (status, place.startswith(f"/bai/{handle_of(STORY)}/word/")) == (303, True)
    assert sender.get(place)[0] == 200


def test_a_piece_goes_out_to_word_and_what_was_changed_comes_back(
    sender: Sender, root: Path
) -> None:
    address = begun(sender, story())
    status, _, given = sender.form(address)
    assert status == 200
    document, target = Document(io.BytesIO(given)), io.BytesIO()
    next(r for p in document.paragraphs for r in p.runs if "cuối" in r.text).text = "Đoạn kết."
    document.save(target)
    _, place, _ = sender.files(f"{address}/tep", ("sửa.docx", target.getvalue()))
    shown = sender.get(place)[1]
    assert re.findall(r'name="(lay-\d+)" value="1" checked', shown) == ["lay-0"]
    seal = re.findall(r'name="dau" value="(\w+)"', shown)[0]
    assert sender.form(place, dau=seal)[0] == 422
    assert sender.form(place, **{"dau": "0", "lay-0": "1"})[0] == 409
    before = files_of(root)
    status, back, _ = sender.form(place, **{"dau": seal, "lay-0": "1"})
    assert (status, back) == (303, f"{address.removesuffix('/word')}?xong=tuword")
    assert files_of(root) == before  # it is a draft, as if it had been typed
    draft = DraftRoom(root, Here(root)).draft(STORY)
    assert draft
    assert draft.text == before[STORY].decode().replace("Đoạn cuối.", "Đoạn kết.")


def zipped(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("bai.docx", b"", 415),
        ("bai.docx", b"MZ\x90\0" + b"\0" * 500, 415),
        ("bai.docx", photograph(), 415),
        ("bai.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, 415),
        ("bai.docx", zipped(a=b"x"), 415),
        ("../../../etc/passwd", b"root:x:0:0", 415),
        ("bai.docx", b"PK\x03\x04" + b"0" * MEGA, 413),
    ],
)
def test_what_is_no_document_is_told_and_nothing_is_written(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, status: int
) -> None:
    monkeypatch.setattr(word_files, "MOST_BYTES", MEGA)
    before = files_of(asked.root)
    found, place, answer = asked.sender.files("/bai/moi/tep", (name, data))
    assert (found, place) == (status, "")
    assert "Chưa nhận gì cả." in words_in(answer)
    assert asked.kept() == (before, [])


def test_names_with_paths_are_only_names(sender: Sender, root: Path, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if "data" not in path.parts}
    for name in ("../../../ngoai.docx", "C:\\Windows\\a.docx", "/etc/b.docx", "\x01\u202e.docx"):
        _, place, _ = sender.files("/bai/moi/tep", (name, story(title=repr(name))))
        assert place.startswith("/bai/moi/word/")
    assert {path for path in tmp_path.rglob("*") if "data" not in path.parts} == before
    names = {each.name for each in FolderWordCopies(root).copies("")}
    assert names == {"ngoai.docx", "a.docx", "b.docx", "docx"}
    assert {p.name.partition(".")[2] for p in (tmp_path / "data/word").rglob("*.*")} == {"word"}


def test_too_many_files_at_once_and_a_half_one_hinder_nobody(asked: Asked) -> None:
    before, sender = files_of(asked.root), asked.sender
    many = [(f"{n}.docx", b"PK\x03\x04") for n in range(1000)]
    status, _, answer = sender.files("/bai/moi/tep", *many)
    assert (status, "nhiều nhất 100 tệp" in words_in(answer)) == (413, True)
    two = (("a.docx", story()), ("b.docx", story()))
    assert sender.files("/bai/moi/tep", *two)[0] == 422
    sender.half("/bai/moi/tep", story())
    assert sender.files("/bai/moi/tep")[0] == 422
    assert sender.form("/bai/moi/tep", tep="x")[0] == 415
    assert asked.kept() == (before, [])
    assert sender.get("/")[0] == 200


def test_an_approved_piece_is_locked_for_what_comes_back(sender: Sender, root: Path) -> None:
    address = begun(sender, story())
    _, _, given = sender.form(address)
    document, target = Document(io.BytesIO(given)), io.BytesIO()
    next(r for p in document.paragraphs for r in p.runs if "cuối" in r.text).text = "Khác."
    document.save(target)
    text = (root / STORY).read_text("utf-8")
    approved = "status: approved\napproved_by: Tổ biên tập\napproved_on: 1/5/2021"
    (root / STORY).write_text(text.replace("status: draft", approved), "utf-8")
    sender.get("/")
    _, place, _ = sender.files(f"{address}/tep", ("sua.docx", target.getvalue()))
    shown = sender.get(place)[1]
    assert "Bài đã duyệt và đang khóa" in words_in(shown)
    seal = re.findall(r'name="dau" value="(\w+)"', shown)[0]
    assert sender.form(place, **{"dau": seal, "lay-0": "1"})[0] == 409


def seal(sender: Sender, address: str) -> str:
    return str(re.findall(r'name="dau" value="(\w+)"', sender.get(address)[1])[0])


def test_a_picture_is_cut_described_and_owned(sender: Sender, root: Path) -> None:
    address = begun(sender, story()).removesuffix("/word")
    seen = json.loads(sender.files(f"{address}/hinh/xem/tep", ("IMG_1.JPG", photograph()))[2])
    assert (seen["is_cut"], seen["is_here"]) == (True, True)
    asked = {
        "alt": "Công nhân khóa vòi",
        "credit": "Tổ biên tập, 2021",
        "source": "Tổ biên tập tự chụp",
        "people": "recognisable",
        "consent": "Giấy lưu tại: văn phòng",
        "crop": "100,0,600,500",
        "seal": seal(sender, address),
    }
    before = files_of(root)
    status, _, answer = sender.files(
        f"{address}/hinh/tep", ("../IMG_1.JPG", photograph("teal")), **asked
    )
    told = json.loads(answer)
    path = "assets/anh/hai-xuong-mot-viec/cong-nhan-khoa-voi.jpg"
    new = {each: data for each, data in files_of(root).items() if each not in before}
    assert (status, told["src"], [*new]) == (200, f"../{path}", [path])
    with Image.open(io.BytesIO(new[path])) as shown:
        assert (shown.size, dict(shown.getexif())) == ((450, 300), {})
    entry = (
        f'  - {{file: {path}, credit: "Tổ biên tập, 2021", source: Tổ biên tập tự chụp, '
        'people: recognisable, consent: "Giấy lưu tại: văn phòng"}'
    )
    assert entry in told["text"].splitlines()
    again = {**asked, "seal": told["seal"]}
    _, _, answer = sender.files(f"{address}/hinh/tep", ("khac.jpg", photograph("teal")), **again)
    assert json.loads(answer)["src"] == f"../{path}"
    assert json.loads(answer)["text"] == told["text"]
    last = SqliteHistory(root).versions(1)[0]
    assert [each.path for each in last.changeset.revisions] == [path]


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("anh.jpg", b"", 422),
        ("anh.jpg", b"MZ\x90\0" + b"\0" * 500, 415),
        ("anh.png", b"%!PS-Adobe-3.0 EPSF-3.0\n", 415),
        ("anh.jpg", b"\xff\xd8\xff" + b"\0" * 500, 415),
        ("anh.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', 415),
        ("anh.heic", b"\0\0\0\x18ftypheic" + b"\0" * 100, 415),
        ("anh.jpg", b"\xff\xd8\xff" + b"0" * MEGA, 413),
    ],
)
def test_what_is_no_picture_is_told_and_nothing_is_written(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, status: int
) -> None:
    monkeypatch.setattr(picture_uploads, "MOST_BYTES", MEGA)
    before = files_of(asked.root)
    for way in ("hinh/xem/tep", "hinh/tep"):
        fields = {"alt": "Hình", "seal": seal(asked.sender, asked.story)}
        found, _, answer = asked.sender.files(f"{asked.story}/{way}", (name, data), **fields)
        assert (found, bool(json.loads(answer)["refused"])) == (status, True)
    assert files_of(asked.root) == before


def test_a_picture_without_words_or_of_a_text_that_went_on_is_told(asked: Asked) -> None:
    sender, address = asked.sender, asked.story
    before, now = files_of(asked.root), seal(sender, address)
    picture = ("a.jpg", photograph("red"))
    assert sender.files(f"{address}/hinh/tep", picture, alt=" ", seal=now)[0] == 422
    assert sender.files(f"{address}/hinh/tep", picture, alt="Hình", seal="x")[0] == 409
    two = (picture, ("b.jpg", photograph("lime")))
    assert sender.files(f"{address}/hinh/tep", *two, alt="Hình")[0] == 422
    assert sender.files("/bai/0/hinh/tep", picture, alt="Hình")[0] == 404
    assert files_of(asked.root) == before


DROP = """([where, name, kind, data]) => {
  const bytes = Uint8Array.from(atob(data), each => each.charCodeAt(0)), files = new DataTransfer();
  files.items.add(new File([bytes], name, {type: kind}));
  const at = document.querySelector(where), {left, top} = at.getBoundingClientRect();
  for (const type of ["dragenter", "dragover", "drop"]) at.dispatchEvent(new DragEvent(type, {
    dataTransfer: files, bubbles: true, cancelable: true, clientX: left + 40, clientY: top + 40,
  }));
}"""


class Desk(Hand):
    """A person with files: dropped with the mouse, or chosen with the keyboard."""

    def __init__(self, page: "Page", faults: "Faults", *, has_mouse: bool) -> None:
        super().__init__(page, has_mouse=has_mouse)
        self._faults, self.has_mouse, self.wrong = faults, has_mouse, list[object]()

    def bring(self, name: str, data: bytes) -> None:
        """A document for the screen that is open."""
        with self.page.expect_navigation():
            if self.has_mouse:
                self.page.evaluate(DROP, ["main", name, "", b64encode(data).decode()])
                return
            self._choose("form[data-drop] input[type=file]", name, "", data)
            self.page.keyboard.press("Tab")
            self.page.keyboard.press("Enter")

    def picture(self, data: bytes) -> None:
        """A photograph for the text that is open: its dialogue opens."""
        editor = self.page.locator(".ProseMirror")
        if self.has_mouse:
            photo = ["IMG_1.JPG", "image/jpeg", b64encode(data).decode()]
            self.page.evaluate(DROP, [".ProseMirror > p", *photo])
        else:
            editor.press("Alt+F10")
            while self.page.locator(":focus").inner_text() != "Hình":
                self.page.keyboard.press("ArrowRight")
            self.page.keyboard.press("Enter")
            self._choose("dialog input[type=file]", "IMG_1.JPG", "image/jpeg", data)
        self.page.locator(".new-picture textarea:focus").wait_for()

    def cut(self) -> None:
        """A fifth of the left goes."""
        if self.has_mouse:
            box = self.page.locator(".crop").bounding_box()
            assert box
            y, right = box["y"] + 1, box["x"] + box["width"] - 1
            self.page.mouse.move(box["x"] + box["width"] / 5, y)
            self.page.mouse.down()
            self.page.mouse.move(right, y + box["height"] - 2, steps=4)
            self.page.mouse.up()
        else:
            for _ in range(4):
                self.page.keyboard.press("Shift+Tab")
            self.page.keyboard.type("20")

    def looks(self, part: str = "") -> None:
        """What axe finds here, and whatever is wider than the window."""
        self.wrong += self._faults(self.page, part)

    def _choose(self, field: str, name: str, kind: str, data: bytes) -> None:
        self.page.locator(field).first.focus()
        chosen = {"name": name, "mimeType": kind, "buffer": data}
        self.page.locator(field).first.set_input_files(chosen)  # type: ignore[arg-type]


@pytest.mark.parametrize("has_mouse", [True], ids=["mouse"])  # the week goes both ways
def test_from_word_out_to_word_and_back_with_a_photograph(
    browser: "Browser", sender: Sender, root: Path, faults: "Faults", *, has_mouse: bool
) -> None:
    page = browser.new_page(locale="vi-VN", accept_downloads=True)
    desk = Desk(page, faults, has_mouse=has_mouse)
    page.goto(f"{sender.url}{START}{TOKEN}")
    page.goto(f"{sender.url}/bai/moi")
    desk.bring("Bài gửi.docx", story())
    desk.looks()
    desk.press("Viết bài: Một trang riêng")
    assert "Hỏi lại con số" in page.locator(".remarks").inner_text()
    desk.looks()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Mở bằng Word").press("Enter")
    document, target = Document(taken.value.path()), io.BytesIO()
    next(r for p in document.paragraphs for r in p.runs if "cuối" in r.text).text = "Đoạn kết."
    document.save(target)
    desk.bring("sửa.docx", target.getvalue())
    desk.looks()
    desk.press("Lấy các chỗ đã đánh dấu vào bài")
    page.locator(".ProseMirror").get_by_text("Đoạn kết.").wait_for()
    desk.picture(photograph("teal"))
    desk.looks(".new-picture")
    page.locator(".new-picture textarea").focus()
    desk.cut()
    page.locator(".new-picture textarea").fill("Khóa vòi giữa ca")
    page.get_by_label("Ảnh của ai").fill("Tổ biên tập")
    page.get_by_role("button", name="Đặt vào").press("Enter")
    page.locator(".ProseMirror .picture textarea").nth(1).wait_for()
    page.keyboard.press("Control+s")
    page.get_by_text("Đã lưu,").wait_for()
    page.close()
    text = (root / STORY).read_text("utf-8")
    path = "assets/anh/hai-xuong-mot-viec/khoa-voi-giua-ca.jpg"
    assert desk.wrong == []
    assert f"![Khóa vòi giữa ca](../{path})" in text
    assert f"{{file: {path}, credit: Tổ biên tập}}" in text
    assert "Đoạn kết." in text
    with Image.open(root / path) as shown:
        assert (abs(shown.width - 720) < 20, shown.height > 580) == (True, True)


RADIO = "content/phat-thanh/phat-thanh-mau.md"


def test_a_recording_is_measured_named_and_heard(
    sender: Sender, root: Path, tone: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording_room, "MOST_BYTES", MEGA)
    address = f"/bai/{handle_of(RADIO)}"
    sound = tone(5)
    assert "Chưa có bản ghi." in words_in(sender.get(address)[1])
    for name, data, status in (
        ("a.mp3", photograph(), 422),
        ("a.wav", b"RIFF" + b"\0" * 100, 422),
        ("a.mp3", b"", 422),
        ("a.mp3", b"\xff\xfb" + b"\0" * MEGA, 413),
    ):
        assert sender.files(f"{address}/nghe/tep", (name, data))[0] == status
    before = files_of(root)
    status, place, _ = sender.files(f"{address}/nghe/tep", ("../Bản thu 12.wav", sound))
    new = {path: data for path, data in files_of(root).items() if path not in before}
    assert (status, place) == (303, f"{address}?xong=ghiam")
    assert new == {"assets/am-thanh/phat-thanh-mau.mp3": sound}
    shown = sender.get(address)[1]
    assert "5 giây" in words_in(shown)
    assert "audio: assets/am-thanh/phat-thanh-mau.mp3\n" in html.unescape(shown)
    heard = re.findall(rf'<audio [^>]*src="({address}/nghe\?\w+)"', shown)[0]
    ranges = {"Range": "bytes=10-19"}
    assert sender.ask("GET", heard, b"", {})[::2] == (200, sound)
    assert sender.ask("GET", heard, b"", ranges)[::2] == (206, sound[10:20])
    assert sender.ask("GET", heard, b"", {"Range": f"bytes={len(sound)}-"})[0] == 416
    assert sender.files(f"{address}/nghe/tep", ("khac.mp3", sound))[1] == place  # the same again
    assert {path for path in files_of(root) if path.startswith("assets/am-thanh")} == {*new}


def test_what_came_back_is_compared_with_the_document_it_was_made_of(
    sender: Sender, root: Path
) -> None:
    """Given out twice, with a text that went on between: the first one comes back."""
    address = begun(sender, story())
    _, _, first = sender.form(address)
    text = (root / STORY).read_text("utf-8")
    (root / STORY).write_text(
        text.replace("Hai xưởng cùng khóa vòi.", "Ba xưởng khóa van."), "utf-8"
    )
    sender.get("/")
    assert sender.form(address)[0] == 200
    document, target = Document(io.BytesIO(first)), io.BytesIO()
    next(r for p in document.paragraphs for r in p.runs if "cuối" in r.text).text = "Đoạn kết."
    document.save(target)
    _, place, _ = sender.files(f"{address}/tep", ("sửa.docx", target.getvalue()))
    assert len(re.findall(r'name="lay-\d+"', sender.get(place)[1])) == 1


def test_what_was_read_of_documents_is_kept_without_them_and_not_beyond_what_is_told() -> None:
    documents = [WordCopy("waits", f"{n}.docx", story(title=f"Bài số {n}"), NOW) for n in range(4)]
    titles = [remarks_of(each)[0].title for each in documents]
    assert titles == [f"Bài số {n}" for n in range(4)]
    before = [getrefcount(each.data) for each in documents]
    readings = DocumentReadings(most=20_000)
    found = [readings.of(each) for each in documents]
    assert [getrefcount(each.data) for each in documents] == before
    assert 0 < readings.size <= 20_000
    assert readings.of(documents[-1]) is found[-1]  # read once
    none = DocumentReadings(most=10)
    assert (none.of(documents[0])[0].title, none.size) == ("Bài số 0", 0)


def test_nothing_of_a_document_stays_in_memory_once_it_is_begun(sender: Sender) -> None:
    begun(sender, story(title="Bài đầu tiên"))  # what is loaded once stays
    before = held_documents()
    gc.disable()
    try:
        begun(sender, story(title="Bài thứ hai"))
        assert held_documents() == before
    finally:
        gc.enable()


def held_documents() -> int:
    """Trees of XML, and packages of documents, that somebody or only they themselves hold."""
    names = [f"{type(each).__module__}.{type(each).__qualname__}" for each in gc.get_objects()]
    return sum(name in {"lxml.etree._Document", "xml.dom.minidom.Document"} for name in names)
