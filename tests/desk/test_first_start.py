"""The first start: a folder is opened, or a programme begun by answers. The names are test data."""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.middleware import Middleware

from generator.adapters.files import FolderFiles
from generator.adapters.starter import settings_and_brand
from generator.adapters.web.server import application, running
from generator.app.check import check
from generator.app.first_programme import (
    PlannedMedium,
    ProgrammeAnswers,
    first_programme,
    planned_media,
)
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.cli.programmes import FirstStart, put_shortcut
from generator.desk import routes
from generator.desk.entrance import read_answers
from generator.desk.safety import Guard
from generator.desk.shortcut import shortcut
from generator.model.file import AuthoredFile
from generator.planning.expand import expand
from generator.source.load import load
from generator.vietnamese.dates import HANOI
from tests.conftest import Make

from .test_desk import TOKEN, Browser

JANUARY = datetime(2027, 1, 5, tzinfo=HANOI)
HARD = """Sở “Công Thương” & <b>'Mẫu'</b>: 100 % "sạch" #1 {x}"""
ANSWERS = {
    "ten": "Sản xuất sạch hơn",
    "noi": "tỉnh Thử",
    "co-quan": "Sở Thử",
    "nam": "2027",
    "so-radio": "4",
    "quy-radio-II": "on",
    "quy-radio-IV": "on",
    "so-banner": "20",
    "dai": "Đài Thử",
    "bao": "",
    "trang": "https://thu.gov.vn",
    "thu-muc": "Chương trình 2027",
}
PLAN = """\
id: tinh-thu-2027
title: "Kế hoạch Sản xuất sạch hơn, tỉnh Thử, năm 2027"
period: 2027
owner: so-thu
source: van-ban-ke-hoach:1

activities:
  - id: phat-thanh
    title: "Phát thanh"
    medium: radio
    quantity: 04 chương trình
    quarters: [II, IV]
    partner: dai-thu
    responsible: so-thu
    source: van-ban-ke-hoach:2
  - id: bang-ron
    title: "Băng rôn"
    medium: banner
    quantity: 20 băng rôn
    quarters: [I, II, III, IV]
    responsible: so-thu
    source: van-ban-ke-hoach:3
"""


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "noi-lam-viec"
    folder.mkdir()
    (folder / "anh.txt").write_text("của tôi", "utf-8")
    return folder


@pytest.fixture
def browser_of(empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    guards = [Middleware(Guard, token=TOKEN)]

    def desk_of(root: Path) -> object:
        here = Here(root, JANUARY)
        return application(routes(here, here.brand, DraftRoom(root, here)), (), guards)

    with running(FirstStart(empty, desk_of, guards)) as url:  # type: ignore[arg-type]
        yield Browser(url)


def test_a_programme_is_begun_by_answers(browser_of: Browser, empty: Path, make: Make) -> None:
    assert "Ở đây chưa mở chương trình nào" in browser_of.ask("/")[2]
    assert browser_of.ask("/bai")[0] == 303
    status, headers, _ = browser_of.ask("/tao", ANSWERS)
    root = empty / "chuong-trinh-2027"
    told = f"Đã tạo chương trình. Chương trình nằm trong thư mục {root}."
    assert (status, told in browser_of.ask(headers["location"])[2]) == (303, True)
    plan = (root / "campaigns/tinh-thu-2027/plan.yml").read_text("utf-8")
    assert plan.partition("\nid: ")[2] == PLAN.partition("id: ")[2]
    assert "Thứ Ba, 5/1/2027" in browser_of.ask("/")[2]
    assert re.findall(r'name="dong" value="([^"]*)"', browser_of.ask("/bai/moi")[2]) == [
        "tinh-thu-2027/phat-thanh",
        "tinh-thu-2027/bang-ron",
        "rieng",
    ]
    assert check(FolderFiles(root), JANUARY).diagnostics == []
    assert make(root, as_of=JANUARY).blocking == []
    texts = [
        t for t in (root / "dist/public").rglob("*.html") if "Đồng Nai" in t.read_text("utf-8")
    ]
    assert texts == []
    assert (empty / "anh.txt").read_text("utf-8") == "của tôi"


def test_what_is_missing_is_told_and_what_was_typed_stays(browser_of: Browser, empty: Path) -> None:
    status, _, shown = browser_of.ask(
        "/tao",
        {**ANSWERS, "noi": " ", "nam": "mai", "trang": "x", "dai": "Đài Thử！", "so-tv": "bốn"},
    )
    assert status == 422
    told = re.findall(r"<p>(.*?)</p>", shown.partition('role="alert"')[2].partition("</div>")[0])
    assert told == [
        "“Tỉnh hoặc thành phố” cần một dòng chữ.",
        "“！” không phải ký tự “!” trên bàn phím, chỉ trông giống.",
        "Năm là một số, ví dụ 2026.",
        "Viết đủ cả địa chỉ, mở đầu bằng https:// hoặc http://.",
        "Số lượng gõ bằng chữ số, ví dụ 4, nhiều nhất là 9999.",
    ]
    assert 'value="Đài Thử！"' in shown
    assert 'name="so-tv" inputmode="numeric" maxlength="4" value="bốn"' in shown
    assert [path.name for path in empty.iterdir()] == ["anh.txt"]
    (empty / "chuong-trinh-2027").mkdir()
    (empty / "chuong-trinh-2027/x").touch()
    assert "đã có tệp khác" in browser_of.ask("/tao", ANSWERS)[2]


def test_a_folder_is_opened_by_its_handle_alone(
    browser_of: Browser, empty: Path, tiny: Path
) -> None:
    tiny.rename(empty / "thu")
    shown = browser_of.ask("/thu-muc")[2]
    handles = re.findall(r'name="o" value="(\w+)"', shown)
    assert len(handles) == 1
    for handle in (str(empty / "thu"), "../thu", ""):
        assert browser_of.ask("/mo-thu-muc", {"o": handle})[1]["location"] == "/thu-muc"
    assert browser_of.ask("/thu-muc?o=nothing")[0] == 303
    assert browser_of.ask("/mo-thu-muc", {"o": handles[0]})[1]["location"] == "/"
    assert "Băng rôn thử" in browser_of.ask("/bai")[2]


def test_the_name_of_a_folder_counts_in_an_empty_one_too(browser_of: Browser, empty: Path) -> None:
    (empty / "anh.txt").unlink()
    assert browser_of.ask("/tao", ANSWERS)[0] == 303
    assert [path.name for path in empty.iterdir()] == ["chuong-trinh-2027"]


def test_a_programme_that_does_not_fit_leaves_nothing_behind(
    browser_of: Browser, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "mkdocs.yml":
            raise OSError(28, "No space left on device")
        return write(path, data)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "write_bytes", full)
        status, _, shown = browser_of.ask("/tao", ANSWERS)
    assert (status, f"Không ghi được vào {empty}: ổ đĩa đã đầy." in shown) == (422, True)
    assert [path.name for path in empty.iterdir()] == ["anh.txt"]
    assert browser_of.ask("/tao", ANSWERS)[0] == 303


@settings(max_examples=50)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_answered_makes_no_error(title: str, place: str, owner: str) -> None:
    form = {**ANSWERS, "ten": title, "noi": place, "co-quan": owner, "dai": owner}
    answers, wrong = read_answers(form)
    assert (answers is None) == bool(wrong)
    if answers:
        assert errors_of(answers) == []


@pytest.mark.parametrize("name", [HARD, "null", "- x", "Đ" * 190, "2027", "CON", "a: b"])
def test_hard_names_make_no_error(name: str) -> None:
    media = tuple(PlannedMedium(each.name, 1) for each in planned_media())
    answers = ProgrammeAnswers(name, name, name, 2027, "https://thu.gov.vn", media, name, name)
    assert errors_of(answers) == []


def errors_of(answers: ProgrammeAnswers) -> list[str]:
    settings = settings_and_brand(answers.title, answers.url, "Thử.", answers.owner)
    data = {path: text.encode() for path, text in first_programme(answers).items()}
    data |= {path: text for path, text in settings.items() if path.endswith((".yml", ".md"))}
    authored = [AuthoredFile(path, partial(bytes, text)) for path, text in data.items()]
    workspace, problems = load(authored, ())
    if not [each for each in problems if each.is_error]:
        assert len(expand(workspace, JANUARY).lines) == len([p for p in answers.planned if p.count])
    return [each.message("vi") for each in problems if each.is_error]


ENTRY = """\
[Desktop Entry]
Type=Application
Name=loa Đồng   x
Exec="/opt/py thon" "-m" "generator" "-C" "/nhà/a \\\\$b%% \\\\`c\\\\`" "desk" "--open"
Terminal=true
"""
BATCH = """\
@echo off\r
chcp 65001 >nul\r
"C:\\py.exe" "-m" "generator" "-C" "D:\\100%% x" "desk" "--open"\r
"""
COMMAND = "#!/bin/sh\nexec '/opt/py thon' -m generator -C '/nhà/a $b% `c`' desk --open\n"


def test_a_shortcut_is_what_each_system_reads() -> None:
    python, folder = "/opt/py thon", "/nhà/a $b% `c`"
    assert shortcut("linux", python, folder, 'Đồng: "x"') == ("loa Đồng   x.desktop", ENTRY)
    assert shortcut("darwin", python, folder, "x") == ("loa x.command", COMMAND)
    assert shortcut("win32", "C:\\py.exe", "D:\\100% x", "x") == ("loa x.bat", BATCH)


def test_a_shortcut_is_put_on_the_screen_and_replaces_nothing(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.programmes.user_desktop_path", lambda: tmp_path / "man-hinh")
    (tmp_path / "man-hinh").mkdir()
    put_shortcut(tiny)
    (found,) = (tmp_path / "man-hinh").iterdir()
    assert str(tiny) in found.read_text("utf-8")
    found.write_text("của tôi", "utf-8")
    with pytest.raises(SystemExit):
        put_shortcut(tiny)
    assert found.read_text("utf-8") == "của tôi"
