"""An office in Chromium: signing in, two accounts on one piece, by mouse and by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.desk.office import AN, BINH, SECRET, Office, office
from tests.desk.test_day import Keys, Mouse
from tests.desk.test_office import AT, BANNER, state

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.desk.conftest import Faults


@pytest.fixture
def at(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    state(tiny, "draft")
    with office(tiny) as made:
        yield made


def signed_in(browser: "Browser", at: Office, name: str, hand: type[Mouse]) -> Mouse:
    """Somebody who has opened the piece, in a browser of their own."""
    page = browser.new_context(locale="vi-VN").new_page()
    page.goto(at.url.rstrip("/") + AT)
    hands = hand(page)
    for field, value in (("ten", name), ("mat-khau", SECRET)):
        hands.reach(page.locator(f"[name={field}]"))
        page.keyboard.type(value)
    hands.press(page.get_by_role("button", name="Đăng nhập"))
    page.locator(".ProseMirror").wait_for()
    return hands


@pytest.mark.parametrize("hand", [Mouse, Keys])
def test_two_write_in_one_piece_and_nothing_is_lost(
    browser: "Browser", at: Office, tiny: Path, hand: type[Mouse]
) -> None:
    an = signed_in(browser, at, AN, hand)
    an.reach(an.page.locator(".ProseMirror"))
    an.page.keyboard.press("Control+End")
    an.page.keyboard.press("Enter")
    an.page.keyboard.type("Câu của An.")
    an.page.get_by_text("Đã giữ").wait_for()

    binh = signed_in(browser, at, BINH, hand)
    told = binh.page.locator("#ai-viet")
    assert told.inner_text().startswith(f"{AN} đang viết bài này từ 8:00. Bạn vẫn viết được")
    assert "Câu của An." not in binh.page.locator(".ProseMirror").inner_text()
    title = binh.page.get_by_label("Tên bài")
    binh.reach(title)
    binh.page.keyboard.press("Control+A")
    binh.page.keyboard.type("Tên của Bình")
    save = "Lưu"
    binh.press(binh.page.get_by_role("button", name=save, exact=True))
    binh.page.get_by_text("Đã lưu,").wait_for()
    assert "Tên của Bình" in (tiny / BANNER).read_text("utf-8")

    an.press(an.page.get_by_role("button", name=save, exact=True))
    an.page.locator("[data-kind=others]").wait_for()
    an.press(an.page.get_by_role("button", name="Tôi đã xem"))
    an.press(an.page.get_by_role("button", name=save, exact=True))
    an.page.get_by_text("Đã lưu,").wait_for()
    text = (tiny / BANNER).read_text("utf-8")
    assert ("Tên của Bình" in text, "Câu của An." in text) == (True, True)

    an.press(an.page.locator(".account summary"))
    an.press(an.page.get_by_role("button", name="Đăng xuất"))
    an.page.get_by_role("heading", name="Đăng nhập").wait_for()
    for each in (an, binh):
        each.page.context.close()


def test_words_outlive_the_night_in_which_one_was_signed_out(
    browser: "Browser", at: Office, tiny: Path
) -> None:
    an = signed_in(browser, at, AN, Mouse)
    an.reach(an.page.locator(".ProseMirror"))
    an.page.keyboard.press("Control+End")
    at.clock.wait(hours=9)
    an.page.keyboard.type(" Câu của buổi tối.")
    told = an.page.locator("[data-kind=offline]")
    told.wait_for()
    assert told.inner_text().startswith("Ở đây bạn không còn đăng nhập nữa")
    morning = an.page.context.new_page()
    morning.goto(at.url)
    morning.locator("[name=ten]").fill(AN)
    morning.locator("[name=mat-khau]").fill(SECRET)
    morning.get_by_role("button", name="Đăng nhập").click()
    morning.locator(".account summary").wait_for()
    told.wait_for(state="detached")
    an.press(an.page.get_by_role("button", name="Lưu", exact=True))
    an.page.get_by_text("Đã lưu,").wait_for()
    assert "Câu của buổi tối." in (tiny / BANNER).read_text("utf-8")
    _leaves_no_words_behind(an.page, at)
    an.page.context.close()


def _leaves_no_words_behind(page: "Page", at: Office) -> None:
    """What the desk never heard is asked about; once it is heard it is the account's draft."""
    page.context.route("**/nhap", lambda route: route.abort())
    page.locator(".ProseMirror").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Chưa ai nghe.")
    page.wait_for_function("() => localStorage.getItem(loaPage.sync.store)")
    page.goto(at.url)
    page.locator(".account summary").click()
    leave = page.get_by_role("button", name="Đăng xuất", exact=True)
    leave.click()
    page.get_by_role("button", name="Bỏ chữ ấy và đăng xuất").wait_for()
    assert "chưa nhận" in page.locator(".account [role=alert]").inner_text()
    page.context.unroute("**/nhap")
    leave.click()
    page.get_by_role("heading", name="Đăng nhập").wait_for()
    assert page.evaluate("localStorage.length") == 0
    page.evaluate("""() => {
        sessionStorage.setItem('loa-ra', 'a')  // other windows kept words as this one left
        const kept = ['loaa/bai/1#2', 'loa-tranga/bai/1', 'loaab/bai/1#2']
        for (const key of kept) localStorage.setItem(key, '{}')
    }""")
    page.reload()
    assert page.evaluate("Object.keys(localStorage)") == ["loaab/bai/1#2"]  # another account's stay
    assert "Chưa ai nghe." in at.browser(AN).ask(f"{AT}/nhap")[2]


def test_axe_finds_nothing_on_the_way_in(browser: "Browser", at: Office, faults: "Faults") -> None:
    page = browser.new_page(locale="vi-VN")
    wrong = list[object]()
    page.goto(f"{at.url}vao")
    wrong += faults(page)
    page.fill("[name=ten]", AN)
    page.fill("[name=mat-khau]", "sai mật khẩu")
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("alert").wait_for()
    wrong += faults(page)
    page.fill("[name=mat-khau]", SECRET)
    page.get_by_role("button", name="Đăng nhập").click()
    page.locator(".account summary").click()
    wrong += faults(page)
    page.goto(at.url.rstrip("/") + AT)
    page.locator(".ProseMirror").wait_for()
    wrong += faults(page)
    page.close()
    assert wrong == []
