"""The writing screen in a real browser: typing, mending, two windows, a server that dies."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.middleware import Middleware

from generator.adapters.history import SqliteHistory
from generator.adapters.web.server import Listening, application
from generator.catalogue import words
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.piece_views import handle_of
from generator.desk.result_views import result_routes
from generator.desk.safety import Guard
from generator.desk.writing_screen import SCRIPT_WORDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route

ROOT = Path(__file__).parents[2]
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
PIECE = "content/bang-ron.md"
DOT = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
"""Stands for the proof where it is not the point: to draw one takes long."""


class Desk:
    """A desk that can be killed and begun anew at the same port."""

    def __init__(self, root: Path) -> None:
        self.root, self.port = root, 0
        self.begin()

    def begin(self, token: str = TOKEN) -> None:
        here = Here(self.root)
        room = DraftRoom(self.root, here)
        self.results = DraftResults(self.root, room)
        screens = [*result_routes(room, self.results), *routes(here, here.brand, room)]
        guards = [Middleware(Guard, token=token)]
        self._listening = Listening(
            application(screens, (), guards, {OSError: unreachable}), self.port
        )
        self.port = self._listening.port
        self._thread = threading.Thread(target=self._listening.answer)
        self._thread.start()

    def end(self) -> None:
        self._listening.end()
        self._thread.join()
        self.results.close()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def file(self) -> Path:
        return self.root / PIECE


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    root = tmp_path / "tiny"
    shutil.copytree(ROOT / "tests/examples/tiny", root)
    text = (root / PIECE).read_text("utf-8").replace("status: approved", "status: draft")
    text = text.replace("quarter: II/2021", "slot: 2/6/2021")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("approved_")]
    (root / PIECE).write_text("".join(kept), "utf-8")
    started = Desk(root)
    yield started
    started.end()


@pytest.fixture(scope="module")
def context(browser: "Browser") -> Iterator["BrowserContext"]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, context: "BrowserContext") -> Iterator["Page"]:
    """The same window for all: another one reads the scripts anew, which takes long."""
    context.route("**/kich-ban/*", lambda route: route.abort())  # the editor has tests of its own
    context.route("**/phac?*", lambda route: route.fulfill(body=DOT, content_type="image/svg+xml"))
    context.request.get(f"{desk.address}/mo/{TOKEN}", max_redirects=0)
    opened = context.pages[0] if context.pages else context.new_page()
    with asked(opened):  # the test before may have left words there
        opened.goto(f"{desk.address}/bai/{handle_of(PIECE)}")
    opened.wait_for_selector("#cac-o fieldset")
    yield opened
    for each in context.pages[1:]:
        each.close()
    for each in (*context.pages, context):
        each.unroute_all()


@contextmanager
def asked(page: "Page") -> Iterator[list[str]]:
    """What a window asks meanwhile before it goes elsewhere: it may."""
    found = list[str]()

    def answer(dialog: "Dialog") -> None:
        found.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    yield found
    page.remove_listener("dialog", answer)


def typed(page: "Page", words: str) -> None:
    """At the end of the text, key by key; until the desk has it."""
    page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    page.keyboard.type(words)
    kept(page)


def kept(page: "Page") -> None:
    """Until the desk has what was typed."""
    page.wait_for_function("() => giu.textContent.startsWith('Đã giữ')")


def test_typing_mending_fields_and_saving(desk: Desk, page: "Page") -> None:
    before = desk.file.read_text("utf-8")
    typed(page, "\nMột  câu  nữa .\n")
    mends = page.get_by_role("button", name="Sửa giúp")
    mends.nth(2).wait_for()
    mends.evaluate_all("all => all.forEach(each => each.click())")  # faster than any answer
    page.wait_for_function("() => text.value.includes('Một câu nữa.')")
    page.get_by_label("Tóm tắt").fill("Một câu tóm tắt.")
    page.get_by_label("Tên bài").focus()
    page.wait_for_function("() => text.value.includes('summary: Một câu tóm tắt.')")
    assert desk.file.read_text("utf-8") == before
    page.keyboard.press("Control+s")
    page.wait_for_function("() => giu.textContent.startsWith('Đã lưu,')")
    saved = desk.file.read_text("utf-8")
    assert saved.endswith("\nMột câu nữa.\n")
    assert "summary: Một câu tóm tắt.\n" in saved


def test_where_the_file_has_gone_its_words_are_not_offered(desk: Desk, page: "Page") -> None:
    typed(page, "\nMột câu nữa.\n")
    desk.file.unlink()
    page.keyboard.type("Thêm.")
    page.get_by_role("button", name="Giữ chữ tôi gõ").click()
    assert page.get_by_role("button", name="Lấy bản trong tệp").count() == 0
    page.keyboard.press("Control+s")
    page.wait_for_function("() => giu.textContent.startsWith('Đã lưu,')")
    assert desk.file.read_text("utf-8").endswith("\nMột câu nữa.\nThêm.")


def test_a_server_that_dies_in_a_sentence_loses_none_of_it(desk: Desk, page: "Page") -> None:
    typed(page, "\nCâu đầu.")
    desk.end()
    page.keyboard.type(" Câu gõ khi máy chủ đã tắt.")
    page.wait_for_selector("[data-kind=offline]")
    desk.begin()
    page.wait_for_selector("[data-kind=offline]", state="detached")
    page.reload()
    page.wait_for_selector("#cac-o fieldset")
    assert page.input_value("#text").endswith("\nCâu đầu. Câu gõ khi máy chủ đã tắt.")


def test_a_desk_begun_anew_is_told_and_the_words_are_offered(desk: Desk, page: "Page") -> None:
    typed(page, "\nCâu đầu.")
    desk.end()
    desk.begin("another token")
    page.keyboard.type(" Câu gõ sau khi mở lại.")
    page.get_by_text("Bàn làm việc đã được mở lại từ đầu").wait_for()
    page.wait_for_function("() => JSON.stringify(localStorage).includes('sau khi mở lại.')")
    address = page.url
    other = page.context.new_page()
    page.close(run_before_unload=False)
    other.context.request.get(f"{desk.address}/mo/another token", max_redirects=0)
    other.goto(address)
    assert not other.input_value("#text").endswith("Câu gõ sau khi mở lại.\n")
    other.get_by_role("button", name="Lấy lại").click()
    other.wait_for_function("() => text.value.endsWith('Câu đầu. Câu gõ sau khi mở lại.')")
    kept(other)
    assert other.evaluate("localStorage.length") == 0


def test_what_the_page_kept_is_offered_at_the_top(page: "Page") -> None:
    """The editor keeps its own words, and offers them beside the page; here it is a stand-in."""
    note = "<p class=note>{}<button>Lấy lại</button><button>Bỏ qua</button></p>".format("Chữ. ")
    stand_in = f"document.getElementById('trang-viet').innerHTML = '{note}'"
    address, page = page.url, page.context.new_page()
    page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {stand_in} }})")
    page.goto(address)
    told = page.locator("#bao [data-kind=backup-page]")
    told.wait_for()
    assert told.locator("p").first.inner_text().startswith("Đây là chữ đã gõ trước khi mất kết nối")
    page.evaluate(
        "document.querySelector('#trang-viet button').onclick = () => { window.isTaken = true }"
    )
    told.get_by_role("button", name="Lấy lại").click()
    assert (page.evaluate("window.isTaken"), told.count()) == (True, 0)


def test_nothing_is_said_to_be_kept_where_nothing_is_typed(desk: Desk, page: "Page") -> None:
    desk.end()
    page.keyboard.press("Control+s")
    page.get_by_text("Ở đây không có chữ nào chưa lưu.").wait_for()
    page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    page.keyboard.type("Chữ")
    page.get_by_text("Chữ đang gõ vẫn ở đây").wait_for()
    desk.begin()
    kept(page)
    page.keyboard.press("Control+s")
    page.wait_for_function("() => giu.textContent.startsWith('Đã lưu')")
    page.get_by_label("Ai duyệt").fill("Tổ biên tập")
    page.locator("#duyet button[value=duyet]").click()
    page.get_by_text("chữ và các ô của bài đã khóa").wait_for()
    page.wait_for_function("() => giu.textContent")
    page.keyboard.press("Control+s")
    assert page.inner_text("#giu") == "Bài đã khóa: không có gì để lưu."


def test_the_line_of_state_is_true_in_every_state(page: "Page") -> None:
    names = ["isLocked", "isSaved", "isTyping", "isRefused", "isOffline", "hasOthers", "troubles"]
    states = [dict(zip(names, each, strict=True)) for each in product((False, True), repeat=7)]
    times = {"savedAt": "08:01", "keptAt": "08:00"}
    said = page.evaluate(
        "states => states.map(each => loaTrang.lineOf(each))", [{**s, **times} for s in states]
    )
    told = set[tuple[bool, str]]()
    for state, line in zip(states, said, strict=True):
        is_all_saved = state["isSaved"] and not (state["isTyping"] or state["isRefused"])
        told.add((is_all_saved or (state["isLocked"] and state["isSaved"]), line))
    assert told == {
        (True, "Đã lưu, 08:01"),
        (True, "Bài đã khóa: không có gì để lưu."),
        (False, "Đã lưu, trừ chỗ nói ở trên."),
        (False, "Đã giữ, chưa lưu, 08:00"),
        *((False, words(SCRIPT_WORDS[name])) for name in UNSAVED),
    }


UNSAVED = ("typing", "onlyHere", "notTaken", "othersFirst", "notKept", "lockedTyped")


def test_words_that_are_refused_are_never_said_to_be_saved(desk: Desk, page: "Page") -> None:
    answered = "status: approved\napproved_by: Trần Thị Hoa\napproved_on: 1/5/2021"
    text = desk.file.read_text("utf-8").replace("status: draft", answered)
    desk.file.write_text(text, "utf-8")
    page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    page.keyboard.type(" Chữ gõ sau khi duyệt.")
    page.get_by_text("chữ ấy nằm trong “Các bản trước”").first.wait_for()
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !giu.textContent.startsWith('Đang')")
    assert page.inner_text("#giu") == words(SCRIPT_WORDS["notTaken"])
    page.goto(f"{page.url}/ban")
    assert "Gõ rồi bỏ" in page.locator(".rows").inner_text()


def test_whoever_leaves_by_a_button_is_not_asked(desk: Desk, page: "Page") -> None:
    with asked(page) as told:
        page.get_by_label("Tóm tắt").press_sequentially(" Một câu nữa.")
        page.keyboard.press("Control+s")
        page.wait_for_function("() => giu.textContent.startsWith('Đã lưu')")
        page.get_by_role("button", name="Gửi duyệt").click()
        page.get_by_text("Đã gửi duyệt.").wait_for()
        page.wait_for_selector("#cac-o fieldset")
        page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
        page.keyboard.type("Chữ gõ rồi đi ngay.")
        page.get_by_role("link", name="Hôm nay").click()
        page.wait_for_url("**:*/")
        page.goto(f"{desk.address}/bai/{handle_of(PIECE)}")
        assert "Chữ gõ rồi đi ngay." in page.input_value("#text")
        assert told == []


def test_a_form_is_not_left_unasked_and_back_sends_none_again(desk: Desk, page: "Page") -> None:
    with asked(page) as told:
        page.goto(f"{desk.address}/bai/moi")
        page.locator("main [name=ten]").fill("Băng rôn thử")  # a name that a piece has
        page.get_by_role("button", name="Viết bài").last.click()
        page.get_by_text("Đã có một bài mang tên này").wait_for()
        assert told == []
        page.locator("h1").click()  # of a screen that nobody touches browsers do not ask
        page.goto(f"{desk.address}/bai?tim=zzz")  # what was refused lies nowhere else
        assert told == ["beforeunload"]
        page.go_back()
        page.locator("main [name=ten]").fill("Băng rôn nữa")
        page.goto(f"{desk.address}/bai?tim=zzz")
        assert told == ["beforeunload"] * 2


def test_a_text_that_was_not_taken_is_sent_again_by_saving(desk: Desk, page: "Page") -> None:
    page.route(
        "**/nhap", lambda route: route.fulfill(status=500, body="Lỗi", content_type="text/plain")
    )
    page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    page.keyboard.type(" Chữ cuối.")
    page.locator("[data-kind=refused]").wait_for()
    page.unroute("**/nhap")
    page.keyboard.press("Control+s")
    page.wait_for_function("() => giu.textContent.startsWith('Đã lưu,')")
    assert "Chữ cuối." in desk.file.read_text("utf-8")


def test_ones_own_field_and_text_never_stand_against_each_other(page: "Page") -> None:
    page.route("**/nhap", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.get_by_label("Tóm tắt").fill("Một câu mới.")
    page.wait_for_timeout(350)  # the field is on its way
    page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    for part in (" Một.", " Hai.", " Ba."):
        page.keyboard.type(part)
        page.wait_for_timeout(350)
    kept(page)
    page.unroute("**/nhap")
    text = page.evaluate("loaTrang.state.text")
    assert ("summary: Một câu mới." in text, " Một. Hai. Ba." in text) == (True, True)
    assert page.locator("#bao > *").all_inner_texts() == []


def test_a_double_click_begins_one_piece(desk: Desk, page: "Page") -> None:
    before = {*(desk.root / "content").rglob("*.md")}
    page.goto(f"{desk.address}/bai/moi")
    page.locator("main [name=ten]").fill("Một bài mới")
    page.get_by_role("button", name="Viết bài").last.dblclick(delay=40)
    page.wait_for_selector("#cac-o fieldset")
    assert len({*(desk.root / "content").rglob("*.md")} - before) == 1


def test_the_heading_is_the_title_that_is_typed(page: "Page") -> None:
    page.get_by_label("Tên bài").fill("Tên vừa đổi")
    page.wait_for_function("() => document.querySelector('h1').textContent === 'Tên vừa đổi'")
    assert page.title().startswith("Tên vừa đổi")
    page.get_by_label("Chủ đề").fill("nước; điện")
    page.get_by_label("Tên bài").focus()
    page.wait_for_function("() => loaTrang.state.text.includes('topics: [nước, điện]')")


def test_a_field_counts_while_it_is_typed_into_and_what_is_untrue_goes(
    desk: Desk, page: "Page"
) -> None:
    page.get_by_label("Tóm tắt").press_sequentially(" Một câu")
    kept(page)
    page.reload()  # the window was closed with the cursor in the field
    page.get_by_text("Đây là chữ đã gõ mà chưa lưu").wait_for()
    assert page.get_by_label("Tóm tắt").input_value() == "Dữ liệu thử. Một câu"
    page.get_by_role("button", name="Gửi duyệt").click()
    page.locator("#tu-choi").wait_for()
    page.get_by_label("Tóm tắt").press("End")
    page.keyboard.type(" dài hơn.")
    page.keyboard.press("Control+s")
    page.wait_for_function("() => giu.textContent.startsWith('Đã lưu,')")
    assert "summary: Dữ liệu thử. Một câu dài hơn.\n" in desk.file.read_text("utf-8")
    assert page.locator("#tu-choi, #lay-lai, #bao > *").count() == 0


def test_a_day_that_a_quarter_takes_out_is_told_and_comes_back(page: "Page") -> None:
    page.get_by_label("Quý", exact=True).select_option("IV/2021")
    told = page.locator("[data-kind=emptied]")
    told.wait_for()
    assert "“Khung giờ” nay để trống. Trước đó ô ấy ghi: 2/6/2021" in told.inner_text()
    told.get_by_role("button", name="Lấy lại").click()
    page.wait_for_function("() => text.value.includes('slot: 2/6/2021')")
    assert (told.count(), "quarter:" in page.locator("#text").input_value()) == (0, False)


def test_no_field_goes_while_one_types_into_it(page: "Page") -> None:
    """What the desk answers in the middle of a sentence takes neither the words nor the cursor."""
    held = list["Route"]()

    def hold(route: "Route") -> None:
        held.append(route)
        if len(held) > 1:
            route.continue_()

    page.route("**/loi", lambda route: route.abort())
    page.route("**/nhap", hold)
    page.reload()
    page.wait_for_selector("#cac-o fieldset")
    page.get_by_label("Tóm tắt").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("Một câu")
    while not held:
        page.wait_for_timeout(50)
    with page.expect_response("**/nhap"):
        held[0].continue_()
    page.wait_for_function("() => loaTrang.state.text.includes('summary: Một câu\\n')")
    page.keyboard.type(" tóm tắt.")
    page.wait_for_function("() => loaTrang.state.text.includes('summary: Một câu tóm tắt.\\n')")


def test_no_words_go_while_the_desk_is_asked_of_them(page: "Page") -> None:
    """The check of everything, asked before, answers while the words are on their way."""
    address, held, checks = page.url, list["Route"](), list["Route"]()
    page.goto("about:blank")  # so that nothing is asked by the page before
    page.route("**/nhap", lambda route: held.append(route) if not held else route.continue_())
    page.route("**/loi", lambda route: checks.append(route))  # noqa: PLW0108 - it is marked
    page.goto(address)
    page.wait_for_selector("#cac-o fieldset")
    while not checks:
        page.wait_for_timeout(50)
    page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    page.keyboard.type("\nMột câu.")
    while not held:
        page.wait_for_timeout(50)
    with page.expect_response("**/loi"):
        checks[0].continue_()
    page.wait_for_timeout(100)
    assert page.input_value("#text").endswith("\nMột câu.")
    assert page.inner_text("#giu") == "Đang gõ …"
    page.keyboard.type(" Câu nữa.")
    held[0].continue_()
    page.wait_for_function("() => loaTrang.state.text.endsWith('\\nMột câu. Câu nữa.')")
    kept(page)


def beside(page: "Page", words: str) -> "Page":
    """A second window, in which somebody types where this one has typed since it was opened."""
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector("#cac-o fieldset")
    typed(page, " Cửa sổ một.")
    other.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    other.keyboard.type(words)
    other.wait_for_selector("[data-kind=split]")
    return other


def test_two_windows_at_one_place_are_both_shown(page: "Page") -> None:
    other = beside(page, " Cửa sổ hai.")
    marked = other.locator("[data-kind=split] .compare mark")
    marked.first.wait_for()
    assert marked.all_inner_texts() == ["hai", "một"]
    shown = other.locator("[data-kind=split] .compare").inner_text()
    assert ("title:" in shown, "](" in shown) == (False, False)
    other.get_by_role("button", name="Giữ chữ tôi gõ").click()
    other.wait_for_selector("[data-kind=split]", state="detached")
    kept(other)
    other.goto(f"{page.url}/ban")
    assert "Gõ rồi bỏ" in other.locator(".rows").inner_text()


def test_a_text_beside_another_is_never_said_to_be_saved_and_stays_when_one_leaves(
    page: "Page",
) -> None:
    other = beside(page, " Quý giá.")
    line = "Chưa lưu: hãy xem chữ của người khác ở trên, rồi bấm Lưu lần nữa."
    assert other.inner_text("#giu") == line
    other.keyboard.press("Control+s")
    other.wait_for_timeout(300)
    assert (other.inner_text("#giu"), other.input_value("#text")[-9:]) == (line, " Quý giá.")
    with asked(other) as told:
        other.goto(page.url)
        other.wait_for_selector("[data-kind^=backup-]")
    assert told == ["beforeunload"]
    offered = other.locator("[data-kind^=backup-] textarea").first
    assert offered.input_value().endswith(" Quý giá.")


def test_what_others_typed_is_told_before_it_is_saved(desk: Desk, page: "Page") -> None:
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector("#cac-o fieldset")
    page.get_by_label("Tóm tắt").fill("Tóm tắt của người kia.")
    kept(page)
    typed(other, "\nCâu cuối.")
    told = other.locator("[data-kind=others] li")
    assert told.all_inner_texts() == ["Tóm tắt: Dữ liệu thử. → Tóm tắt: Tóm tắt của người kia."]
    other.keyboard.press("Control+s")
    other.get_by_text("Chưa lưu: hãy xem chữ của người khác").wait_for()
    assert "người kia" not in desk.file.read_text("utf-8")
    other.keyboard.press("Control+s")
    other.wait_for_function("() => giu.textContent.startsWith('Đã lưu,')")
    assert "summary: Tóm tắt của người kia.\n" in desk.file.read_text("utf-8")
    assert other.locator("#bao > *").count() == 0
    page.get_by_label("Tóm tắt").fill("Tóm tắt khác.")
    page.get_by_role("button", name="Tôi đã xem").click()
    page.keyboard.press("Control+s")
    page.wait_for_function("() => giu.textContent.startsWith('Đã lưu,')")
    typed(other, "\nCâu nữa.")
    other.get_by_role("button", name="Bỏ chữ kia").click()
    other.wait_for_function("() => !loaTrang.state.text.includes('Tóm tắt khác.')")
    kept(other)
    other.keyboard.press("Control+s")
    other.wait_for_function("() => giu.textContent.startsWith('Đã lưu,')")
    saved = desk.file.read_text("utf-8")
    assert ("Tóm tắt khác." in saved, saved.endswith("\nCâu nữa.")) == (False, True)
    page.get_by_label("Tóm tắt").fill("Chưa ai lưu.")
    kept(page)
    other.keyboard.press("Control+s")
    other.locator("[data-kind=others] li", has_text="Chưa ai lưu.").wait_for()
    other.get_by_label("Tóm tắt").fill("Không còn.")
    other.wait_for_function("() => loaTrang.state.text.includes('Không còn.')")
    with other.expect_response("**/giu"):  # taken out by hand, they stay in the earlier versions
        other.keyboard.press("Control+s")
    last = SqliteHistory(desk.root).versions(1, PIECE)[0].changeset.revisions[0].after or b""
    assert ("Chưa ai lưu." in last.decode(), "Không còn." in last.decode()) == (True, False)
    other.close()


def test_a_figure_leads_to_its_sources_which_are_chosen_by_title(desk: Desk, page: "Page") -> None:
    sources = 'sources:\n  - {id: "001.txt", title: "Kế hoạch: năm 2021"}\n'
    (desk.root / "campaigns/sources.yml").write_text(sources, "utf-8")
    page.goto(f"{desk.address}/")  # everything is looked at again
    page.goto(f"{desk.address}/bai/{handle_of(PIECE)}")
    page.wait_for_selector("#cac-o fieldset")
    typed(page, "\nBớt được 37 phần trăm nước.\n")
    page.get_by_role("button", name="Đến ô “Nguồn”").click()
    assert page.evaluate("document.activeElement.id") == "o-sources"
    page.keyboard.press("Tab")  # the documents, by their titles
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("57")
    page.keyboard.press("Enter")
    page.wait_for_function("() => text.value.includes('001.txt:57')")
    assert page.get_by_label("Nguồn", exact=True).input_value() == "Kế hoạch: năm 2021, dòng 57"
    assert page.locator("#can-xem .leads").count() == 0


def test_the_page_and_the_proof_show_what_is_typed(page: "Page") -> None:
    page.context.unroute("**/phac?*")
    typed(page, "\nCâu vừa gõ.\n")
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.locator("#mo-xem").click()
    frame = page.frame_locator("#xem iframe")
    frame.get_by_text("Câu vừa gõ.").wait_for()
    page.wait_for_function("() => phac.complete && phac.naturalWidth > 100")
    assert frame.get_by_role("heading", level=1).inner_text() == "[Bản nháp] Băng rôn thử"
    when = page.locator("dl.facts dt", has_text="Khi nào").locator("+ dd").inner_text()
    assert f"Khi nào\n{when} đề xuất" in frame.locator("main").inner_text()
    text, seen = page.locator(".sheet").bounding_box(), page.locator("#xem").bounding_box()
    assert text
    assert seen
    assert (text["x"] + text["width"] <= seen["x"], told) == (True, [])
    page.locator("#mo-xem").click()
    proof = page.locator("#phac").bounding_box()
    assert proof
    assert proof["width"] > 800  # of 1280: all words of a banner can be read
    page.locator("#mo-phac").click()
    page.wait_for_function(
        "() => document.querySelector('#phac-lon[open] img').naturalWidth === phac.naturalWidth"
    )
    page.keyboard.press("Escape")
    page.locator("#phac-lon").wait_for(state="hidden")


def test_what_is_said_of_the_text_stays_in_sight(page: "Page") -> None:
    page.evaluate("text.focus(); text.setSelectionRange(text.value.length, text.value.length)")
    page.keyboard.insert_text("\n" * 90)
    typed(page, "Cuối.")
    for width, height in ((1280, 900), (360, 740)):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        for name in ("#giu", "#tom-tat", "button[value=luu]"):
            box = page.locator(name).bounding_box()
            assert box
            assert 0 < box["y"] < 200
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.set_viewport_size({"width": 1280, "height": 900})
