"""What an editor does beside writing, by its forms and by keyboard alone. Test data."""

import re
from collections.abc import Iterator
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
from generator.desk.safety import COOKIE, START, Guard
from tests.desk.hand import Hand
from tests.desk.plain_hand import PlainHand

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TOKEN = "token-of-the-start"  # noqa: S105 - of a test
RADIO = "content/phat-thanh/phat-thanh-mau.md"
BANNER = "content/bang-ron/bang-ron-mau.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    year = SystemClock().now().year
    for path, data in starter("Thử", "https://thu.example.org/", year).items():
        (tmp_path / "kho" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kho" / path).write_bytes(data)
    return tmp_path / "kho"


@pytest.fixture
def url(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    here = Here(root)
    screens = routes(here, here.brand, DraftRoom(root, here))
    guards = [Middleware(Guard, token=TOKEN)]
    with running(application(screens, (), guards, {OSError: unreachable})) as address:
        yield address


def send(hand: PlainHand, name: str) -> None:
    """A button, not the heading that is called like it: what that opens is there by itself."""
    for each in hand.screen.xpath("//summary"):
        each.drop_tree()
    hand.press(name)


def test_a_piece_goes_from_the_plan_to_its_readers_and_back(url: str, root: Path) -> None:
    """By its forms; the day goes both ways in a browser."""
    hand = PlainHand(url, f"{COOKIE}={TOKEN}")

    def text(path: str) -> str:
        return (root / path).read_text("utf-8")

    hand.press("Viết bài mới")
    hand.fill("Tên bài", "Bảy giọt nước")
    hand.press("Viết bài: Chương trình phát thanh (mẫu)")
    assert hand.told().startswith("Bản nháp mới")
    begun = next(path for path in root.rglob("*.md") if "Bảy giọt nước" in path.read_text("utf-8"))
    hand.press("Hôm nay")
    hand.press("Đọc và duyệt: Cái vòi nước giữa giờ nghỉ trưa")
    hand.fill("Ai duyệt", "Tổ biên tập")
    hand.press("Duyệt")
    assert hand.told() == "Đã duyệt: chữ và các ô của bài đã khóa."
    assert "approved_by: Tổ biên tập\n" in text(RADIO)
    assert hand.screen.xpath("//textarea[@id='text'][@readonly]")
    hand.fill("Sai gì, đúng là gì", "Ghi nhầm tên xưởng.")
    hand.press("Thêm lời đính chính")
    assert "Ghi nhầm tên xưởng." in text(RADIO)
    hand.fill("Lý do", "Đổi kế hoạch")
    send(hand, "Rút bài")
    assert "Rút bài “Cái vòi nước giữa giờ nghỉ trưa”?" in hand.all("//main")[0]
    hand.press("Rút bài này")
    assert hand.path.partition("?")[2].startswith("xong=rut")
    assert "status: withdrawn\n" in text(RADIO)
    hand.press("Mở lại")
    assert "status: draft\n" in text(RADIO)
    hand.fill("Tên mới trong địa chỉ", "Cái vòi khóa chặt")
    send(hand, "Đổi tên")
    assert hand.path.partition("?")[2].startswith("xong=doiten")
    assert "phat-thanh/cai-voi-khoa-chat.md" in text("content/san-xuat-sach-hon-la-gi.md")
    hand.press("Hôm nay")
    hand.press("Lấy lại")
    assert hand.told() == "Đã lấy lại."
    assert ((root / RADIO).is_file(), begun.is_file()) == (True, True)


def test_a_piece_whose_name_is_broken_is_mended_and_one_is_opened_anew_by_keyboard(
    browser: "Browser", url: str, root: Path
) -> None:
    broken = (root / BANNER).read_text("utf-8").replace("id: bang-ron-mau", "id: Băng rôn!")
    (root / BANNER).write_text(broken, "utf-8")
    answered = "status: approved\napproved_by: Tổ biên tập\napproved_on: 1/5/2021\n"
    radio = re.sub(r"status: .*\n", answered, (root / RADIO).read_text("utf-8"))
    (root / RADIO).write_text(radio, "utf-8")
    page = browser.new_page(locale="vi-VN")
    hand = Hand(page, has_mouse=False)
    page.goto(f"{url.rstrip('/')}{START}{TOKEN}")
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
    hand.press("Cái vòi nước giữa giờ nghỉ trưa")
    hand.press("Mở lại")
    assert "status: draft\n" in (root / RADIO).read_text("utf-8")
    page.close()
