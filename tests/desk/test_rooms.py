"""What an editor does beside writing, by mouse and again by keyboard alone. Test data."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.middleware import Middleware

from generator.adapters.clock import SystemClock
from generator.adapters.starter import starter
from generator.adapters.web.server import application, running
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.safety import START, Guard
from tests.desk.tabbing import tab_to_name

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TOKEN = "token-of-the-start"  # noqa: S105 - of a test
RADIO = "content/phat-thanh/phat-thanh-mau.md"
BANNER = "content/bang-ron/bang-ron-mau.md"


class Hand:
    """Does what a person does with the mouse, or with the keyboard alone."""

    def __init__(self, page: "Page", *, has_mouse: bool) -> None:
        self.page, self._has_mouse = page, has_mouse

    def press(self, name: str) -> None:
        """A link, a button or a heading that opens, by the words that it begins with."""
        if not self._has_mouse:
            tab_to_name(self.page, name)
        chosen = self.page.locator("a, button, summary").filter(has_text=name).first
        target = chosen if self._has_mouse else self.page.locator(":focus")
        do = target.click if self._has_mouse else partial(target.press, "Enter")
        if target.evaluate("one => one.tagName") == "SUMMARY":
            do()
            return
        with self.page.expect_navigation():
            do()

    def fill(self, name: str, value: str) -> None:
        """A field, by its label."""
        if self._has_mouse:
            self.page.get_by_label(name).locator("visible=true").first.fill(value)
        else:
            tab_to_name(self.page, name)
            self.page.keyboard.type(value)

    def told(self) -> str:
        """What the screen says of what was done."""
        return self.page.locator(".told[role=status]").inner_text()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    year = SystemClock().now().year
    for path, data in starter("Thử", "https://thu.example.org/", year).items():
        (tmp_path / "kho" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kho" / path).write_bytes(data)
    return tmp_path / "kho"


@pytest.fixture
def start(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    here = Here(root)
    screens = routes(here, here.brand, DraftRoom(root, here))
    guards = [Middleware(Guard, token=TOKEN)]
    with running(application(screens, (), guards, {OSError: unreachable})) as url:
        yield f"{url.rstrip('/')}{START}{TOKEN}"


@pytest.mark.parametrize("has_mouse", [False], ids=["keyboard"])  # the day goes both ways
def test_a_piece_goes_from_the_plan_to_its_readers_and_back(
    browser: "Browser", start: str, root: Path, *, has_mouse: bool
) -> None:
    page = browser.new_page(locale="vi-VN")
    hand = Hand(page, has_mouse=has_mouse)
    page.goto(start)

    def text(path: str) -> str:
        return (root / path).read_text("utf-8")

    hand.press("Viết bài mới")
    hand.fill("Tên bài", "Bảy giọt nước")
    hand.press("Dòng không còn khung giờ trống")
    hand.press("Viết bài: Chương trình phát thanh (mẫu)")
    assert hand.told().startswith("Bản nháp mới")
    begun = next(path for path in root.rglob("*.md") if "Bảy giọt nước" in path.read_text("utf-8"))
    hand.press("Hôm nay")
    hand.press("Đọc và duyệt: Cái vòi nước giữa giờ nghỉ trưa")
    hand.fill("Ai duyệt", "Tổ biên tập")
    hand.press("Duyệt")
    assert hand.told() == "Đã duyệt: chữ và các ô của bài đã khóa."
    assert "approved_by: Tổ biên tập\n" in text(RADIO)
    assert page.locator("textarea#text").get_attribute("readonly") is not None
    hand.press("Đính chính")
    hand.fill("Sai gì, đúng là gì", "Ghi nhầm tên xưởng.")
    hand.press("Thêm lời đính chính")
    assert "Ghi nhầm tên xưởng." in text(RADIO)
    hand.press("Rút bài")
    hand.fill("Lý do", "Đổi kế hoạch")
    page.keyboard.press("Enter")
    page.get_by_text("Rút bài “Cái vòi nước giữa giờ nghỉ trưa”?").wait_for()
    hand.press("Rút bài này")
    page.wait_for_url("**?xong=rut*")
    assert "status: withdrawn\n" in text(RADIO)
    hand.press("Mở lại")
    assert "status: draft\n" in text(RADIO)
    hand.press("Đổi tên trong địa chỉ")
    hand.fill("Tên mới trong địa chỉ", "Cái vòi khóa chặt")
    page.keyboard.press("Enter")
    page.wait_for_url("**?xong=doiten*")
    assert "phat-thanh/cai-voi-khoa-chat.md" in text("content/san-xuat-sach-hon-la-gi.md")
    hand.press("Hôm nay")
    hand.press("Lấy lại")
    assert hand.told() == "Đã lấy lại."
    assert ((root / RADIO).is_file(), begun.is_file()) == (True, True)
    page.close()


@pytest.mark.parametrize("has_mouse", [True, False], ids=["mouse", "keyboard"])
def test_a_piece_whose_name_is_broken_is_found_and_mended(
    browser: "Browser", start: str, root: Path, *, has_mouse: bool
) -> None:
    broken = (root / BANNER).read_text("utf-8").replace("id: bang-ron-mau", "id: Băng rôn!")
    (root / BANNER).write_text(broken, "utf-8")
    page = browser.new_page(locale="vi-VN")
    hand = Hand(page, has_mouse=has_mouse)
    page.goto(start)
    hand.press("Bài")
    page.locator(".told a").wait_for()
    hand.press(re.findall(r"^title: (.*)$", broken, re.MULTILINE)[0])
    hand.press("Đổi tên trong địa chỉ")
    hand.fill("Tên mới trong địa chỉ", "Băng rôn mẫu")
    page.keyboard.press("Enter")
    page.wait_for_url("**?xong=doiten*")
    assert (root / BANNER).read_text("utf-8") == broken.replace("Băng rôn!", "bang-ron-mau")
    hand.press("Bài")
    assert page.locator(".told.wrong").count() == 0
    page.close()
