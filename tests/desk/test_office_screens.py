"""An office in Chromium: signing in and out; the week has two accounts on one piece."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.desk.office import AN, SECRET, Office, office
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


def signs_in(page: "Page") -> None:
    page.locator("[name=ten]").fill(AN)
    page.locator("[name=mat-khau]").fill(SECRET)
    page.get_by_role("button", name="Đăng nhập").click()


def test_words_outlive_the_night_in_which_one_was_signed_out(
    browser: "Browser", at: Office, tiny: Path
) -> None:
    an = browser.new_context(locale="vi-VN").new_page()
    an.goto(at.url.rstrip("/") + AT)
    signs_in(an)
    an.locator(".ProseMirror").click()
    an.keyboard.press("Control+End")
    at.clock.wait(hours=9)
    an.keyboard.type(" Câu của buổi tối.")
    told = an.locator("[data-kind=offline]")
    told.wait_for()
    assert told.inner_text().startswith("Ở đây bạn không còn đăng nhập nữa")
    morning = an.context.new_page()
    morning.goto(at.url)
    signs_in(morning)
    morning.locator(".account summary").wait_for()
    told.wait_for(state="detached")
    an.get_by_role("button", name="Lưu", exact=True).click()
    an.get_by_text("Đã lưu,").wait_for()
    assert "Câu của buổi tối." in (tiny / BANNER).read_text("utf-8")
    _leaves_no_words_behind(an, at)
    an.context.close()


def _leaves_no_words_behind(page: "Page", at: Office) -> None:
    """What the desk never heard is asked about; once it is heard it is the account's draft."""
    page.context.route("**/nhap", lambda route: route.abort())
    page.locator(".ProseMirror").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Chưa ai nghe.")
    page.evaluate("loaPage.sync.keep()")  # as after a second and a half
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
    wrong += faults(page, "main")
    page.fill("[name=mat-khau]", SECRET)
    page.get_by_role("button", name="Đăng nhập").click()
    page.locator(".account summary").click()
    wrong += faults(page, "header")
    page.goto(at.url.rstrip("/") + AT)
    page.locator(".ProseMirror").wait_for()
    wrong += faults(page)
    page.close()
    assert wrong == []
