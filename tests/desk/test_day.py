"""The day of an editor, in Chromium and without a terminal: by mouse, and again by keyboard alone.

On a copy of the real workspace, as it stood on 20 September 2021; what is approved, published or
broken in it is test data.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.middleware import Middleware

from generator.adapters.web.server import application, running
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.piece_views import handle_of
from generator.desk.result_views import result_routes
from generator.desk.safety import START, Guard
from generator.vietnamese.dates import HANOI
from tests.desk.tabbing import tab_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

ROOT = Path(__file__).parents[2]
SEPTEMBER = datetime(2021, 9, 20, 9, tzinfo=HANOI)
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
PUBLISHED = (
    "content/phat-thanh/phat-thanh-2021-2-1.md",
    "content/bao-chi/bao-dong-nai-2021-2-1.md",
)
BANNER = "content/bang-ron/bang-ron-2021-3.md"
BROKEN = "content/hong.md"
MISTAKES = {
    "Xưởng  nhỏ tắt đèn.": "Xưởng nhỏ tắt đèn.",
    "Máy chạy , rồi nghỉ.": "Máy chạy, rồi nghỉ.",
    "Nhà máy,kho tắt đèn.": "Nhà máy, kho tắt đèn.",
    'Họ nói "tắt máy" rồi về.': "Họ nói “tắt máy” rồi về.",
    "Công ty (ở Biên Hòa )làm tốt.": "Công ty (ở Biên Hòa) làm tốt.",
    "Đèn đã tắt .": "Đèn đã tắt.",
    "Tắt đèn;khóa nước.": "Tắt đèn; khóa nước.",
    "Kho  lạnh đóng cửa.": "Kho lạnh đóng cửa.",
    "Van nước !Khóa lại.": "Van nước! Khóa lại.",
    "Nước ( sạch) đã về.": "Nước (sạch) đã về.",
}


COUNT = "document.querySelectorAll('#can-xem ul button.button').length"

DRAWN = "document.getElementById('phac').naturalWidth > 0"


class Mouse:
    """Whoever points and clicks."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    def reach(self, target: "Locator") -> None:
        """Put the cursor there."""
        target.click()

    def near(self, target: "Locator") -> None:
        """Go there and do nothing yet; a mouse is everywhere at once."""

    def press(self, target: "Locator") -> None:
        """Do what a button or a link does."""
        target.click()

    def choose(self, name: str) -> None:
        """A button of the editor's bar."""
        self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()

    def save(self) -> None:
        """Make what is typed the file."""
        self.page.get_by_role("button", name="Lưu", exact=True).click()


class Keys(Mouse):
    """Whoever has no mouse: Tab, Enter, arrows; Escape before Tab leaves the editor."""

    def reach(self, target: "Locator") -> None:
        tab_to(self.page, target)

    near = reach

    def press(self, target: "Locator") -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def choose(self, name: str) -> None:
        self.page.keyboard.press("Alt+F10")
        self.page.keyboard.press("Home")
        for _ in range(30):
            if self.page.evaluate("document.activeElement.textContent") == name:
                break
            self.page.keyboard.press("ArrowRight")
        self.page.keyboard.press("Enter")

    def save(self) -> None:
        self.page.keyboard.press("Control+s")


class Day:
    """One editor at the desk."""

    def __init__(self, page: "Page", hand: Mouse, root: Path, url: str) -> None:
        self.page, self.hand, self.root, self.url = page, hand, root, url

    def text(self, path: str) -> str:
        """What is in a file."""
        return (self.root / path).read_text("utf-8")

    def open(self, path: str) -> None:
        """A piece by its address; an editor finds it in the list."""
        self.page.goto(f"{self.url}bai/{handle_of(path)}")
        self.page.locator(".ProseMirror").wait_for()

    def button(self, name: str) -> "Locator":
        """A button by its words."""
        return self.page.get_by_role("button", name=name, exact=True)

    def link(self, name: str) -> "Locator":
        """The first link with these words."""
        return self.page.get_by_role("link", name=name).first

    def submit(self, target: "Locator") -> None:
        """Press a button that a page answers."""
        self.hand.near(target)
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.hand.press(target)

    def fill(self, target: "Locator", words: str) -> None:
        """Other words in a field."""
        self.hand.reach(target)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Tab")

    def write(self, *paragraphs: str) -> None:
        """Paragraphs where the cursor is."""
        for number, words in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.insert_text(words)

    def empty(self) -> None:
        """Nothing is left in the page."""
        self.hand.reach(self.page.locator(".ProseMirror"))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")

    def draft(self) -> str:
        """The draft once all is in it."""
        self.settle("!loaPage.sync.isDirty && !loaPage.sync.waiting")
        return str(self.page.evaluate("loaTrang.state.text"))

    def settle(self, condition: str) -> None:
        """Wait until something is so."""
        self.page.wait_for_function(f"() => {condition}")

    def save(self) -> None:
        """“Lưu”, until it is done."""
        self.hand.save()
        self.settle("loaTrang.state.is_saved")


@pytest.fixture(params=[Mouse, Keys], ids=["mouse", "keyboard"])
def day(
    request: pytest.FixtureRequest,
    browser: "Browser",
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Day]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    root = tmp_path / "real"
    for name in ("campaigns", "content", "assets"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    for path in PUBLISHED:
        text = (root / path).read_text("utf-8")
        (root / path).write_text(text.replace("approved_by: Ví dụ", "approved_by: Thử"), "utf-8")
    wrong = "---\nid: Bài hỏng\nmedium: article\ntitle: Bài hỏng\nstatus: draft\n---\n\nMột câu.\n"
    (root / BROKEN).write_text(wrong, "utf-8")
    with desk(root) as url:
        context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
        page = context.new_page()
        errors = list[str]()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{url.rstrip('/')}{START}{TOKEN}")
        yield Day(page, request.param(page), root, url)
        context.close()
        assert errors == []


@contextmanager
def desk(root: Path) -> Iterator[str]:
    """The desk as the command begins it."""
    here = Here(root, SEPTEMBER)
    room = DraftRoom(root, here)
    results = DraftResults(root, room)
    screens = [*result_routes(room, results), *routes(here, here.brand, room)]
    guards = [Middleware(Guard, token=TOKEN)]
    with closing(results), running(application(screens, (), guards, {OSError: unreachable})) as url:
        yield url


def test_the_day_of_an_editor(day: Day) -> None:
    finds_what_is_due(day)
    script = writes_the_next_script(day)
    sends_and_approves(day, script)
    mends_ten_mistakes_and_puts_a_table(day)
    replaces_a_slogan_and_takes_it_back(day)
    withdraws_one_and_corrects_another(day)
    renames_a_piece_without_breaking_a_link(day)
    opens_and_mends_a_broken_piece(day)
    closes_the_laptop_in_the_middle_of_a_sentence(day)


def finds_what_is_due(day: Day) -> None:
    soon = day.page.locator(".group", has=day.page.get_by_text("Trong 14 ngày tới"))
    line = soon.locator(".line", has_text="Một tuần dọn xưởng")
    assert line.locator(".due").inner_text().split("\n") == [
        "Lên sóng, lên báo 29/9/2021",
        "còn 9 ngày",
    ]
    day.hand.press(line.get_by_role("link", name="Đọc và duyệt"))
    day.page.get_by_label("Ai duyệt").wait_for()


def writes_the_next_script(day: Day) -> str:
    day.hand.press(day.link("Hôm nay"))
    day.hand.press(day.link("Viết bài mới"))
    assert "năm 2021" in day.page.locator("h2").first.inner_text()  # the plan that is at work
    day.hand.press(day.page.locator("details summary").first)
    day.hand.press(day.page.locator('button[value="dong-nai-2021/phat-thanh"]'))
    day.page.locator(".ProseMirror").wait_for()
    day.fill(day.page.get_by_label("Tên bài"), "Tiếng nước nhỏ giọt")
    day.fill(day.page.get_by_label("Tóm tắt"), "Một vòi nước rò trong giờ nghỉ trưa.")
    day.fill(day.page.get_by_label("Thời lượng"), "1 phút")
    day.empty()
    day.write("Mở đầu")
    day.hand.choose("Tiêu đề")
    day.page.keyboard.press("Enter")
    day.hand.choose("Hiệu lệnh")
    day.page.keyboard.type("nhạc hiệu")
    day.page.keyboard.press("Tab")
    day.page.keyboard.type("5")
    day.page.keyboard.press("Enter")
    day.write("Nhạc vui.", "", "")
    day.hand.choose("Người nói")
    day.page.keyboard.type("PTV 1")
    day.page.keyboard.press("Enter")
    day.write("Kính chào quý vị và các bạn.")
    fills_the_minute(day)
    day.hand.choose("Chú thích")
    day.page.keyboard.type("Lời kể thử.")
    day.page.keyboard.press("Tab")
    day.page.keyboard.press("Enter")
    day.write(" Mời quý vị nghe lại ")
    day.hand.choose("Liên kết tới bài…")
    day.page.locator(".found button").first.wait_for()
    day.page.keyboard.type("cai voi nuoc")
    day.page.keyboard.press("Enter")
    day.write(".")
    draft = day.draft()
    assert "Vừa khung" in day.page.locator("#do-dai").inner_text()
    assert "## Mở đầu\n\n::: nhạc hiệu 5 giây\nNhạc vui.\n:::\n\n**PTV 1:** Kính chào" in draft
    assert draft.endswith("](phat-thanh-2021-2-1.md).\n\n[^1]: Lời kể thử.\n")
    day.hand.press(day.link("Xem như bạn đọc"))
    shown = day.page.frame_locator("#xem iframe").locator("body")
    shown.get_by_text("Nhạc vui.").first.wait_for()
    day.save()
    path = re.findall(r"^id: (\S+)$", draft, re.MULTILINE)[0]
    file = f"content/phat-thanh/{path}.md"
    assert day.text(file) == draft
    return file


def fills_the_minute(day: Day) -> None:
    sentence = " Giờ nghỉ trưa, máy đã tắt, chỉ còn tiếng nước nhỏ giọt trên nền xưởng."
    day.write(sentence * 7)
    day.draft()
    assert "Còn ngắn" in day.page.locator("#do-dai").inner_text()
    for _ in range(5):
        day.write(sentence)
        day.draft()
        if "Vừa khung" in day.page.locator("#do-dai").inner_text():
            break


def sends_and_approves(day: Day, path: str) -> None:
    day.open(path)
    day.submit(day.button("Gửi duyệt"))
    assert "\nstatus: ready\n" in day.text(path), day.page.locator("main").inner_text()
    day.fill(day.page.get_by_label("Ai duyệt"), "Tổ biên tập")
    assert "khóa lại" in day.page.locator("#duyet").inner_text()
    day.hand.press(day.page.locator("#duyet button[value=duyet]"))
    day.page.get_by_text("chữ và các ô của bài đã khóa").wait_for()
    assert "\nstatus: approved\napproved_by: Tổ biên tập\napproved_on: " in day.text(path)
    assert day.page.locator(".ProseMirror").get_attribute("contenteditable") == "false"


def mends_ten_mistakes_and_puts_a_table(day: Day) -> None:
    day.page.goto(f"{day.url}bai/moi")
    day.hand.press(day.page.locator("button[name=dong][value=rieng]"))
    day.page.locator(".ProseMirror").wait_for()
    day.empty()
    day.write(*MISTAKES)
    day.draft()
    buttons = day.page.locator("#can-xem ul button.button", has_text="Sửa giúp")
    day.settle(f"{COUNT} >= {len(MISTAKES)}")
    while buttons.count():
        seal = day.page.evaluate("loaTrang.state.seal")
        day.hand.press(buttons.first)
        day.settle(f"loaTrang.state.seal !== '{seal}'")
    assert day.draft().endswith("\n\n" + "\n\n".join(MISTAKES.values()) + "\n")
    day.hand.reach(day.page.locator(".ProseMirror"))
    day.page.keyboard.press("Control+End")
    day.page.keyboard.press("Enter")
    day.hand.choose("Bảng")
    day.page.keyboard.type("2")
    day.page.keyboard.press("Tab")
    day.page.keyboard.type("2")
    day.page.keyboard.press("Enter")
    for words in ("Việc", "Ai làm", "Tắt đèn", "Bảo vệ"):
        day.write(words)
        day.page.keyboard.press("Tab")
    assert "| Việc | Ai làm |\n|---|---|\n| Tắt đèn | Bảo vệ |\n" in day.draft()
    day.save()


def replaces_a_slogan_and_takes_it_back(day: Day) -> None:
    texts = []
    day.open(BANNER)
    proof = day.page.locator("#phac")
    for slogan in ("Tắt đèn khi về", "Khóa vòi khi nghỉ"):
        first = proof.get_attribute("src")
        day.settle(DRAWN)
        day.fill(day.page.get_by_label("Khẩu hiệu").first, slogan)
        day.settle(f"document.getElementById('phac').getAttribute('src') !== '{first}'")
        day.settle(DRAWN)
        day.save()
        texts.append(day.text(BANNER))
        assert slogan in texts[-1]
    day.hand.press(day.link("Các bản trước"))
    day.hand.press(day.page.locator(".rows .button").nth(1))
    shown = day.page.locator("table.compare")
    assert "Khóa vòi khi nghỉ" in shown.inner_text()
    day.hand.press(day.page.locator("tfoot button"))
    day.page.locator(".ProseMirror").wait_for()
    day.save()
    assert day.text(BANNER) == texts[0]


def withdraws_one_and_corrects_another(day: Day) -> None:
    for path, act, words, sign in (
        (PUBLISHED[0], "Rút bài", "Sai số liệu", "status: withdrawn"),
        (PUBLISHED[1], "Đính chính", "Ngày đúng là 6/7/2021.", "Ngày đúng là 6/7/2021."),
    ):
        day.open(path)
        part = day.page.locator("details", has=day.page.locator("summary", has_text=act))
        day.hand.press(part.locator("summary"))
        day.fill(part.locator("input[name=ten]"), words)
        day.submit(part.locator("button"))
        if act == "Rút bài":
            day.page.get_by_text("Bài khác đang dẫn người đọc tới bài này").wait_for()
            day.submit(day.button("Rút bài này"))
        assert sign in day.text(path)


def renames_a_piece_without_breaking_a_link(day: Day) -> None:
    old = "content/san-xuat-sach-hon-la-gi.md"
    day.open(old)
    part = day.page.locator("details", has=day.page.locator("summary", has_text="Đổi tên"))
    day.hand.press(part.locator("summary"))
    day.fill(part.locator("input[name=ten]"), "The nao la sach hon")
    day.submit(part.locator("button"))
    day.page.get_by_text("Người đọc đã thấy bài này").wait_for()
    day.submit(day.button("Vẫn đổi tên"))
    assert not (day.root / old).exists()
    assert "the-nao-la-sach-hon" in day.text("content/the-nao-la-sach-hon.md")
    texts = [path.read_text("utf-8") for path in (day.root / "content").rglob("*.md")]
    assert not [text for text in texts if "san-xuat-sach-hon-la-gi.md" in text]


def opens_and_mends_a_broken_piece(day: Day) -> None:
    day.page.goto(f"{day.url}bai")
    day.hand.press(day.link("Bài hỏng"))
    day.page.locator(".ProseMirror").wait_for()
    day.hand.press(day.button("Xem như văn bản"))
    day.page.keyboard.press("Control+Home")
    for _ in range(2):
        day.page.keyboard.press("ArrowDown")
    day.page.keyboard.press("Home")
    day.page.keyboard.press("ArrowUp")
    day.page.keyboard.press("Shift+End")
    day.page.keyboard.insert_text("id: bai-lanh")
    day.settle("loaTrang.state.text.includes('id: bai-lanh')")
    day.save()
    assert day.text(BROKEN).startswith("---\nid: bai-lanh\nmedium: article\n")


def closes_the_laptop_in_the_middle_of_a_sentence(day: Day) -> None:
    before = day.text(BROKEN)
    day.open(BROKEN)
    day.hand.reach(day.page.locator(".ProseMirror"))
    day.page.keyboard.press("Control+End")
    day.write(" Câu đang viết dở thì")
    day.settle("loaTrang.state.text.includes('Câu đang viết dở thì')")
    day.page.goto("about:blank")
    with desk(day.root) as url:  # another start of the desk
        day.page.goto(f"{url.rstrip('/')}{START}{TOKEN}")
        day.page.goto(f"{url}bai/{handle_of(BROKEN)}")
        day.page.locator(".ProseMirror").wait_for()
        assert "Câu đang viết dở thì" in day.page.locator(".ProseMirror").inner_text()
        assert "Đây là chữ đã gõ mà chưa lưu" in day.page.locator("#lay-lai").inner_text()
    assert day.text(BROKEN) == before
