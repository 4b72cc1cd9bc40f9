"""Word documents and pictures that are brought to the desk, and hostile ones. Test data."""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from starlette.middleware import Middleware

from generator.adapters.clock import SystemClock
from generator.adapters.history import SqliteHistory
from generator.adapters.starter import starter
from generator.adapters.web.server import application, running
from generator.adapters.word_folder import FolderWordCopies
from generator.cli.desk import Here
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.piece_views import handle_of
from generator.desk.safety import Guard
from generator.desk.word_rooms import word_routes
from tests.desk.uploading import TOKEN, Sender, words_in

STORY = "content/hai-xuong-mot-viec.md"
MEGA = 1_000_000


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


@pytest.fixture
def sender(root: Path) -> Iterator[Sender]:
    here = Here(root)
    room = DraftRoom(root, here)
    screens = [*word_routes(here, room, FolderWordCopies(root)), *routes(here, here.brand, room)]
    guards = [Middleware(Guard, token=TOKEN)]
    with running(application(screens, (), guards, {OSError: unreachable})) as url:
        yield Sender(url.rstrip("/"))


def photograph(colour: str = "navy") -> bytes:
    target, exif = io.BytesIO(), Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (900, 600), colour).save(target, "JPEG", exif=exif)
    return target.getvalue()


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
        ("bai.docx", b"PK\x03\x04" + b"0" * (100 * MEGA), 413),
    ],
)
def test_what_is_no_document_is_told_and_nothing_is_written(
    sender: Sender, root: Path, name: str, data: bytes, status: int
) -> None:
    before = files_of(root)
    found, place, answer = sender.files("/bai/moi/tep", (name, data))
    assert (found, place) == (status, "")
    assert "Chưa nhận gì cả." in words_in(answer)
    assert (files_of(root), FolderWordCopies(root).copies("")) == (before, [])


def test_names_with_paths_are_only_names(sender: Sender, root: Path, tmp_path: Path) -> None:
    before = {path for path in tmp_path.rglob("*") if "data" not in path.parts}
    for name in ("../../../ngoai.docx", "C:\\Windows\\a.docx", "/etc/b.docx", "\x01\u202e.docx"):
        _, place, _ = sender.files("/bai/moi/tep", (name, story(title=repr(name))))
        assert place.startswith("/bai/moi/word/")
    assert {path for path in tmp_path.rglob("*") if "data" not in path.parts} == before
    names = {each.name for each in FolderWordCopies(root).copies("")}
    assert names == {"ngoai.docx", "a.docx", "b.docx", "docx"}
    assert {p.name.partition(".")[2] for p in (tmp_path / "data/word").rglob("*.*")} == {"word"}


def test_too_many_files_at_once_and_a_half_one_hinder_nobody(sender: Sender, root: Path) -> None:
    before = files_of(root)
    many = [(f"{n}.docx", b"PK\x03\x04") for n in range(1000)]
    status, _, answer = sender.files("/bai/moi/tep", *many)
    assert (status, "nhiều nhất 100 tệp" in words_in(answer)) == (413, True)
    two = (("a.docx", story()), ("b.docx", story()))
    assert sender.files("/bai/moi/tep", *two)[0] == 422
    sender.half("/bai/moi/tep", story())
    assert sender.files("/bai/moi/tep")[0] == 422
    assert sender.form("/bai/moi/tep", tep="x")[0] == 415
    assert (files_of(root), FolderWordCopies(root).copies("")) == (before, [])
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
