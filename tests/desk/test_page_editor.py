"""The page-like editor in Chromium: what is put or typed there is in the draft as meant.

By mouse and by keyboard; as Vietnamese keyboards type; while answers are late, refused or meet
another window. The workspace is test data.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from starlette.middleware import Middleware

from generator.adapters.web.server import application, running
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.piece_views import handle_of
from generator.desk.safety import START, Guard
from tests.desk.pasting import cut_and_put_back, dropped_into_a_cell, pasted
from tests.desk.tabbing import tab_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

ROOT = Path(__file__).parents[2]
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
SCRIPT = "content/kich-ban.md"
ARTICLE = "content/trang-moi.md"
UNREADABLE = "content/hong.md"
PLAN = "campaigns/thu/plan.yml"
HEADS = {
    SCRIPT: "---\nid: kich-ban\nmedium: radio\ncampaign: thu\nactivity: phat-thanh\n"
    "title: Kịch bản thử\nquarter: II/2021\nspeakers: [PTV 1, PTV 2]\nstatus: draft\n---\n\n",
    ARTICLE: "---\nid: trang-moi\nmedium: article\ntitle: Trang thử\nstatus: draft\n---\n\n",
}


_BEGUN = """text => {
  const {view} = loaPage
  view.dom.focus()
  const settled = new Promise(done => setTimeout(done, 25))
  return Promise.all([loaTrang.send({text}), settled]).then(() => { view.input.lastFocus = 0 })
}"""
"""Another text under the cursor, as late as a hand comes: for 20 ms after the focus ProseMirror
puts the cursor back from where it was then, for 200 ms it takes the beginning for a slip."""


class Editor:
    """The writing screen of one piece, and what is in its draft."""

    def __init__(self, page: "Page", url: str, path: str) -> None:
        self.page, self.head, self.address = page, HEADS[path], f"{url}bai/{handle_of(path)}"
        page.goto(self.address)
        page.locator(".ProseMirror").wait_for()

    def body(self) -> str:
        """The body of the draft with all that was typed, now rather than after a pause."""
        self.page.evaluate("loaPage.sync.flush()")
        self.page.wait_for_function("() => !loaPage.sync.isDirty && !loaPage.sync.waiting")
        text: str = self.page.evaluate("loaTrang.state.text")
        assert text.startswith(self.head)
        return text.removeprefix(self.head)

    def start(self, body: str) -> None:
        """Begin with another body, and the cursor at its end."""
        self.page.evaluate(_BEGUN, self.head + body)
        self.body()
        self.page.keyboard.press("Control+End")

    def elsewhere(self, body: str, *, is_saved: bool = False) -> None:
        """Another body, by another window."""
        request, ours = self.page.context.request, {"Origin": self.address.partition("/bai/")[0]}
        state = request.get(f"{self.address}/nhap").json()
        for way, edit in [("nhap", {"text": self.head + body}), ("luu", None)][: 1 + is_saved]:
            asked = {"seal": state["seal"], "edit": edit}
            answer = request.post(f"{self.address}/{way}", data=asked, headers=ours)
            assert answer.ok
            state = answer.json()

    def to_first_line(self) -> None:
        """The cursor at its end."""
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.press("End")

    def push(self, name: str) -> None:
        """A button of the toolbar, by mouse."""
        self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()

    def reach(self, name: str) -> None:
        """A button of the toolbar, by keyboard alone."""
        keys = self.page.keyboard
        keys.press("Alt+F10")
        keys.press("Home")
        for _ in range(30):
            if self.page.evaluate("document.activeElement.textContent") == name:
                break
            keys.press("ArrowRight")
        keys.press("Enter")

    def type(self, *words: str) -> None:
        """Words, with Enter between them; a tab is the key."""
        for number, each in enumerate(words):
            if number:
                self.page.keyboard.press("Enter")
            for place, part in enumerate(each.split("\t")):
                if place:
                    self.page.keyboard.press("Tab")
                self.page.keyboard.type(part)


def until(page: "Page", found: list[Any]) -> None:
    """Until something is in a list."""
    while not found:
        page.wait_for_timeout(20)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("desk") / "tiny"
    shutil.copytree(ROOT / "tests/examples/tiny", root)
    for path, head in HEADS.items():
        (root / path).write_text(f"{head}Câu đầu.\n", "utf-8")
    (root / "assets/anh").mkdir()
    Image.linear_gradient("L").resize((300, 200)).save(root / "assets/anh/thu.png")
    (root / UNREADABLE).write_text("Không có phần đầu.\n", "utf-8")
    plan = (root / PLAN).read_text("utf-8")
    plan = plan.removeprefix("# Test data.\n")
    (root / PLAN).write_text(f"{plan}# Câu hỏi thử.\n", "utf-8")
    here = Here(root)
    app = application(
        routes(here, here.brand, DraftRoom(root, here)),
        (),
        [Middleware(Guard, token=TOKEN)],
        {OSError: unreachable},
    )
    with running(app) as address:
        yield address


@pytest.fixture(scope="module")
def context(browser: "Browser", url: str) -> Iterator["BrowserContext"]:
    made = browser.new_context(locale="vi-VN")
    wrong = list[str]()
    made.on("weberror", lambda told: wrong.append(str(told.error)))
    made.request.get(f"{url.rstrip('/')}{START}{TOKEN}", max_redirects=0)
    yield made
    made.close()
    assert wrong == []


@pytest.fixture(scope="module")
def page(context: "BrowserContext") -> "Page":
    return context.new_page()


@pytest.fixture
def script(page: "Page", url: str) -> Editor:
    return Editor(page, url, SCRIPT)


@pytest.fixture
def article(page: "Page", url: str) -> Editor:
    return Editor(page, url, ARTICLE)


Way = Callable[[Editor, str], None]
WAYS = pytest.mark.parametrize("way", [Editor.push, Editor.reach], ids=["mouse", "keyboard"])


def test_every_part_of_a_script_is_put(script: Editor) -> None:
    """By mouse; the day puts each of them by keyboard as well."""
    way, keys = Editor.push, script.page.keyboard
    script.start("Câu đầu.\n")
    keys.press("Enter")
    script.type("Mở đầu")
    way(script, "Tiêu đề")
    keys.press("Enter")
    way(script, "Hiệu lệnh")
    script.type("nhạc hiệu\t12\tNhạc vui.", "")
    keys.press("Enter")
    keys.press("Enter")
    way(script, "Người nói")
    script.type("PTV 1", "Xin chào.")
    way(script, "Chú thích")
    script.type("Nguồn: báo cáo.\t", "")
    script.type(" Xem ")
    way(script, "Liên kết tới bài…")
    script.page.locator(".found button").first.wait_for()
    script.type("bang ron", "")
    script.type(".")
    assert script.body() == (
        "Câu đầu.\n\n## Mở đầu\n\n::: nhạc hiệu 12 giây\nNhạc vui.\n:::\n\n"
        "**PTV 1:** Xin chào.[^1] Xem [Băng rôn thử](bang-ron.md).\n\n[^1]: Nguồn: báo cáo.\n"
    )


def test_every_part_of_a_page_is_put(article: Editor) -> None:
    way, keys = Editor.reach, article.page.keyboard
    article.start("Câu đầu.\n")
    keys.press("Enter")
    way(article, "Danh sách")
    article.type("một", "hai")
    keys.press("Tab")
    keys.press("Enter")
    keys.press("Enter")
    keys.press("Enter")
    way(article, "Danh sách số")
    article.type("thứ nhất", "thứ nhì", "", "")
    way(article, "Trích dẫn")
    article.type("Lời trích", "", "")
    article.type("Chữ ")
    way(article, "Đậm")
    article.type("đậm")
    way(article, "Đậm")
    article.type(" và ")
    way(article, "Nghiêng")
    article.type("nghiêng")
    way(article, "Nghiêng")
    article.type(".", "")
    way(article, "Bảng")
    article.type("2\t2", "")
    article.type("Tên\tSố\tNước\t12\tĐiện")
    assert article.body() == (
        "Câu đầu.\n\n- một\n  - hai\n\n1. thứ nhất\n2. thứ nhì\n\n> Lời trích\n\n"
        "Chữ **đậm** và *nghiêng*.\n\n"
        "| Tên | Số |\n|---|---|\n| Nước | 12 |\n| Điện |  |\n"
    )
    way(article, "Xóa cả phần này")
    assert article.body().endswith("*nghiêng*.\n")


TELEX = {"tạo": ("tao", 2, "ạo"), "người": ("nguoi", 3, "ười"), "đẹp": ("dep", 3, "đẹp")}


def test_vietnamese_keyboards_type_into_it(article: Editor) -> None:
    keys = article.page.keyboard
    article.start("Câu\n")
    for raw, back, new in TELEX.values():  # Unikey and EVKey: backspaces, then the letters
        keys.type(f" {raw}")
        for _ in range(back):
            keys.press("Backspace")
        keys.insert_text(new)
    assert article.body() == "Câu tạo người đẹp\n"
    keys.press("Enter")
    session = article.page.context.new_cdp_session(article.page)
    for word in TELEX:  # Windows' own Telex: composition
        for stop in range(1, len(word) + 1):
            told = {"text": word[:stop], "selectionStart": stop, "selectionEnd": stop}
            session.send("Input.imeSetComposition", told)
            article.page.wait_for_timeout(60)
        session.send("Input.insertText", {"text": word})
        keys.type(" ")
    assert article.body() == "Câu tạo người đẹp\n\ntạo người đẹp\n"


PASTE = """([type, words]) => { const data = new DataTransfer(); data.setData(type, words);
document.querySelector('.ProseMirror').dispatchEvent(
  new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})) }"""
TOLD = (
    "Đã lấy chữ, chữ đậm, chữ nghiêng, tiêu đề, danh sách, bảng, chú thích và liên kết; để lại "
    "hoặc thành chữ thường: "
)
LEFT = {
    "word.html": "chữ đã xóa khi theo dõi sửa đổi, lời góp ý, chữ nhỏ nâng lên, hạ xuống, "
    "hình, gạch chân, màu, ô gộp, xuống dòng, xuống đoạn trong ô (nay là một dòng).",
    "plain-styles.html": "số thứ tự bằng chữ hoặc nhiều cấp.",
    "web-office.html": "",
}
"""What is said of each of `clipboard/` when it is pasted; its body lies beside it."""


@pytest.mark.parametrize("name", LEFT)
def test_what_comes_from_word_keeps_its_form_and_the_rest_is_told(
    article: Editor, name: str
) -> None:
    article.start("Câu[^1].\n\nx\n\n[^1]: Có sẵn.\n")
    article.page.locator(".ProseMirror > p").nth(1).dblclick()
    html = Path(__file__).parent / "clipboard" / name
    article.page.evaluate(PASTE, ["text/html", html.read_text("utf-8")])
    body, told = html.with_suffix(".md").read_text("utf-8"), LEFT[name] and TOLD + LEFT[name]
    assert article.body() == f"Câu[^1].\n\n{body}"
    assert article.page.locator("#trang-viet .note").first.inner_text() == told


def item(level: int, sign: str, words: str) -> str:
    """An item of a list as Word writes it."""
    return (
        f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'>"
        f"<span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span>{words}</p>"
    )


LISTS = {
    item(1, "·", "a") + item(3, "§", "sâu") + item(1, "·", "b"): "- a\n  - - sâu\n- b\n",
    item(1, "1.", "a") + "<p>xen</p>" + item(1, "2.", "b"): "1. a\n\nxen\n\n2. b\n",
    item(1, "1.", "a") + "<p class=MsoListParagraph>thêm</p>": "1. a\n\n   thêm\n",
    f"<table><tr><td>A</td></tr><tr><td>{item(1, '·', 'x')}{item(1, '·', 'y')}</td></tr></table>": (
        "| A |\n|---|\n| x; y |\n"
    ),
    "<ul><li>a</li></ul><p></p><ul><li>b</li></ul>": "- a\n- b\n",
}


def test_lists_of_word_that_are_pasted_first_stay_lists(article: Editor) -> None:
    made = list[str]()
    for html in LISTS:
        article.start("")
        article.page.evaluate(PASTE, ["text/html", html])
        made.append(article.body())
    assert made == list(LISTS.values())
    article.type("!")
    article.page.evaluate("loaTrang.send({text: loaTrang.state.text + '\\nSau.\\n'}).then(() => 0)")
    assert article.body() == "- a\n- b!\n\nSau.\n"  # what a file joins, the page has joined, too


def test_a_place_that_was_emptied_between_two_lists_stays_one(article: Editor) -> None:
    article.start("- a\n\nx\n\n- b\n")
    article.page.get_by_text("x", exact=True).click()
    article.page.keyboard.press("Backspace")
    assert "x" not in article.body()
    article.type("y")
    assert article.body() == "- a\n\ny\n\n- b\n"
    for _ in range(2):
        article.push("Hoàn tác")
    assert article.body() == "- a\n\nx\n\n- b\n"


def test_pasted_and_typed_names_become_speakers(script: Editor) -> None:
    script.start("")
    lines = "PTV 1: Chào bạn.\nptv 2 : Chào.\nKhách mời: Vâng.\nGiờ: 6 giờ.\n"
    script.page.evaluate(PASTE, ["text/plain", lines])
    said = "**PTV 1:** Chào bạn.\n\n**PTV 2:** Chào.\n\n**Khách mời:** Vâng.\n\nGiờ: 6 giờ.\n"
    assert script.body() == said
    script.start("")
    script.type("PTV 1: Chào: bạn.", "ptv 2: Chào.", "Giờ: 6 giờ.")
    typed = "**PTV 1:** Chào: bạn.\n\n**ptv 2:** Chào.\n\nGiờ: 6 giờ.\n"
    assert script.body() == typed
    script.start("")
    html = "<p><b>PTV 1: </b>Một.<br>PTV 2: <i>Hai</i>, rồi<br>xuống dòng.</p>"
    script.page.evaluate(PASTE, ["text/html", html])
    assert script.body() == "**PTV 1:** Một.\n\n**PTV 2:** *Hai*, rồi\\\nxuống dòng.\n"


def test_a_picture_stands_in_the_page_and_its_words_are_written_there(article: Editor) -> None:
    article.start("Một.\n\n![Mô tả \\[cũ\\]](../assets/anh/thu.png)\n\nHai.\n")
    article.page.wait_for_function(
        "() => document.querySelector('.ProseMirror .picture img')?.naturalWidth > 0"
    )
    said = article.page.locator(".ProseMirror .picture textarea")
    assert said.input_value() == "Mô tả [cũ]"
    said.fill("Hai *người* đứng [bên] máy")
    article.page.get_by_role("button", name="Viết chú thích dưới hình").click()
    article.type("Ảnh thử.")
    shown = "![Hai \\*người\\* đứng \\[bên\\] máy](../assets/anh/thu.png)"
    assert article.body() == f"Một.\n\n{shown}\n\n*Ảnh thử.*\n\nHai.\n"
    assert article.page.locator(".ProseMirror .caption").inner_text() == "Ảnh thử."
    assert article.page.locator(".add-caption").count() == 0


@WAYS
def test_a_picture_is_put(article: Editor, way: Way) -> None:
    article.start("Một.\n")
    way(article, "Hình")
    article.page.locator(".found img").first.wait_for()
    article.type("thu", "")
    article.type("Máy bơm.", "")
    article.type("Sau.")
    assert article.body() == "Một.\n\n![Máy bơm.](../assets/anh/thu.png)\n\nSau.\n"


def test_a_name_that_is_typed_is_enough_and_one_that_is_not_there_is_told(article: Editor) -> None:
    article.start("Xem\n")
    for name in ("Băng", "không có"):
        article.push("Liên kết tới bài…")
        article.page.locator(".found button").first.wait_for()
        article.type(name)
        article.page.get_by_role("button", name="Đặt vào").click()
    told = article.page.locator("#trang-viet .note").first.inner_text()
    assert told == "Chưa đặt gì vào, vì không có gì mang tên này: “không có”."
    assert article.body() == "Xem [Băng rôn thử](bang-ron.md)\n"


def test_no_link_leads_to_what_runs(article: Editor) -> None:
    article.start("Một.\n")
    article.page.keyboard.press("Control+k")
    article.page.get_by_label("Hoặc một địa chỉ trên mạng").fill("javascript:alert(1)")
    article.page.keyboard.press("Enter")
    article.page.get_by_text("Chưa đặt liên kết").wait_for()
    assert article.body() == "Một.\n"


def test_a_link_is_led_elsewhere_and_taken_off(article: Editor) -> None:
    article.start("Xem [ở đây](bang-ron.md) nhé.\n")
    page, keys = article.page, article.page.keyboard
    keys.press("Control+Home")
    for _ in range(6):
        keys.press("ArrowRight")
    page.wait_for_function("() => loaPage.view.state.selection.head === 7")
    keys.press("Control+k")
    page.get_by_label("Hoặc một địa chỉ trên mạng").fill("moit.gov.vn/tin?a=1")
    keys.press("Enter")
    assert article.body() == "Xem [ở đây](https://moit.gov.vn/tin?a=1) nhé.\n"
    keys.press("Control+k")
    page.get_by_role("button", name="Bỏ liên kết").click()
    assert article.body() == "Xem ở đây nhé.\n"
    keys.press("Control+z")
    assert "](https:" in article.body()
    keys.press("Control+k")
    page.get_by_label("Hoặc một địa chỉ trên mạng").fill("")
    keys.press("Enter")
    assert article.body() == "Xem ở đây nhé.\n"


DROP = """() => {
    const place = document.createElement('form'), sent = []
    const dataTransfer = new DataTransfer(), how = {dataTransfer, bubbles: true, cancelable: true}
    place.dataset.drop = ''  // its field is not there yet
    document.body.prepend(place)
    HTMLFormElement.prototype.submit = function () { sent.push(this.action) }
    dataTransfer.items.add(new File(['x'], 'Bài.docx'))
    place.dispatchEvent(new DragEvent('drop', how))
    return loaTrang.settle().then(() => new Promise(done => setTimeout(() => done(sent))))
}"""


def test_a_file_is_dropped_into_a_form_that_has_its_field(article: Editor) -> None:
    (sent,) = article.page.evaluate(DROP)
    assert sent.endswith("/word/tep")


def test_what_cannot_become_a_quotation_is_told(article: Editor) -> None:
    article.start("Một[^1].\n\n[^1]: Lời.\n")
    article.page.keyboard.press("Control+a")
    article.push("Trích dẫn")
    told = article.page.locator("#trang-viet .note").first.inner_text()
    assert told.startswith("Chỗ đang chọn không đổi được như thế")
    assert article.body() == "Một[^1].\n\n[^1]: Lời.\n"


def test_a_script_says_why_it_has_no_table(script: Editor) -> None:
    script.start("Câu.\n")
    script.push("Bảng")
    told = script.page.locator("#trang-viet .note").first.inner_text()
    assert told.startswith("Kịch bản để đọc thành lời nên không có bảng")
    assert script.body() == "Câu.\n"


def test_a_link_stands_apart_from_the_words_beside_it(article: Editor) -> None:
    article.start("Xemthêm (\n")
    keys = article.page.keyboard
    keys.press("Control+Home")
    for _ in range(3):
        keys.press("ArrowRight")
    for place in ("=== 4", "=== loaPage.view.state.doc.content.size - 1"):
        article.page.wait_for_function(f"() => loaPage.view.state.selection.head {place}")
        article.push("Liên kết tới bài…")
        article.page.locator(".found button").first.wait_for()
        article.type("bang ron", "")
        keys.press("Control+End")
    link = "[Băng rôn thử](bang-ron.md)"
    assert article.body() == f"Xem {link} thêm ({link}\n"


BOXES = {"Chú thích": "textarea", "Hiệu lệnh": "label:last-of-type input", "Người nói": "input"}


def test_enter_puts_and_escape_drops_nothing_unasked(script: Editor) -> None:
    page = script.page
    for name, field in BOXES.items():
        script.start("Câu đầu.\n")
        before, words = script.body(), page.locator(f"dialog {field}").last
        script.push(name)
        words.fill("Chữ trong ô")
        words.press("Escape")
        page.get_by_text("Chữ vừa gõ chưa vào bài.").wait_for()
        words.press("Enter")
        page.locator("dialog").wait_for(state="detached")
        assert "Chữ trong ô" in script.body(), name
        page.keyboard.press("Control+z")
        script.push(name)
        words.fill("Bỏ đi")
        words.press("Escape")
        words.press("Escape")
        page.locator("dialog").wait_for(state="detached")
        assert ("Bỏ đi" in script.body(), script.body()) == (False, before), name


def test_what_a_new_piece_says_goes_when_one_types(script: Editor) -> None:
    script.start("**PTV 1:** Viết bài ở đây.\n")
    script.page.locator(".starter").click()
    script.page.wait_for_function("() => getSelection().toString().includes('Viết bài')")
    script.page.keyboard.type("Xin chào.")
    assert script.body() == "**PTV 1:** Xin chào.\n"


def test_keys_that_select_more_than_a_new_piece_says_begin_where_one_came(script: Editor) -> None:
    found = list[str]()
    for keys in (("Control+End", "Shift+Home"), ("Control+End",), ("Control+Home", "Shift+End")):
        script.start("Viết bài ở đây.\n\n**PTV 1:** Viết bài ở đây.\n")
        script.page.keyboard.press("Control+Home" if "Control+End" in keys else "Control+End")
        for key in keys:
            script.page.keyboard.press(key)
        script.page.keyboard.press("Delete")
        found.append(script.body())
    assert found == [
        "Viết bài ở đây.\n",
        "Viết bài ở đây.\n\n**PTV 1:**\n",
        "**PTV 1:** Viết bài ở đây.\n",
    ]


def test_nothing_that_is_typed_goes_when_the_draft_changes_elsewhere(article: Editor) -> None:
    article.start("Một.\n\nHai.\n")
    head, body = article.head, "Một, ở nơi khác.\n\nHai.\n"
    article.elsewhere(body)
    article.type(" Thêm.")
    assert article.body() == "Một, ở nơi khác.\n\nHai. Thêm.\n"
    assert article.page.locator(".ProseMirror").inner_text().split("\n") == [
        "Một, ở nơi khác.",
        "",
        "Hai. Thêm.",
    ]
    article.type(" Nữa.")
    article.page.evaluate("loaTrang.send({value: {key: 'title', value: 'Tên mới'}}).then(() => 0)")
    article.type(" Hết.")
    article.head = head.replace("Trang thử", "Tên mới")
    assert article.body() == "Một, ở nơi khác.\n\nHai. Thêm. Nữa. Hết.\n"
    article.page.evaluate("loaTrang.send({value: {key: 'title', value: 'Trang thử'}})")


def test_a_sentence_that_one_deletes_stays_away_when_another_writes_beside_it(
    article: Editor,
) -> None:
    article.start("Một. Hai ba. Bốn.\n")
    article.elsewhere("Hai ba. Bốn.\n")
    for typed, there in ((" Năm.", "Hai ba. Bốn. Năm."), (" Sáu.", "Hai ba. Bốn. Năm. Sáu.")):
        article.type(typed)
        assert article.body() == f"{there}\n"
        assert article.page.locator(".ProseMirror").inner_text() == there
    assert article.page.locator("[data-kind=others]").count() == 1


def test_what_others_wrote_goes_with_the_picture_that_stands_double(article: Editor) -> None:
    picture = "![Máy bơm.](../assets/anh/thu.png)"
    article.start(f"{picture}\n\nSau.\n")
    article.page.keyboard.press("Control+s")
    article.page.wait_for_function("() => giu.textContent.startsWith('Đã lưu')")
    article.elsewhere(f"{picture} Chữ kia.\n\nSau.\n", is_saved=True)
    article.page.locator(".ProseMirror img:not(.ProseMirror-separator)").click()
    article.page.keyboard.press("ArrowRight")
    article.type(" Chữ này.")
    assert article.body() == f"{picture} Chữ này.\n\n{picture} Chữ kia.\n\nSau.\n"
    article.page.get_by_role("button", name="Bỏ chữ kia").click()
    article.page.wait_for_function("() => !loaTrang.state.text.includes('Chữ kia.')")
    assert article.body() == f"{picture} Chữ này.\n\nSau.\n"


def test_late_answers_and_refused_ones_lose_nothing(article: Editor) -> None:
    article.start("Một[^1].\n\n[^1]: Nguồn.\n\nCuối.\n")
    held = list[Any]()
    article.page.route("**/nhap", lambda route: bool(held.append(route)))
    article.type(" a")
    until(article.page, held)
    article.type(" b")
    for route in held:
        route.continue_()
    article.page.unroute("**/nhap")
    assert article.body() == "Một[^1].\n\n[^1]: Nguồn.\n\nCuối. a b\n"
    failing = list[Any]()
    article.page.route("**/nhap", lambda route: (failing.append(1), route.abort()))
    article.type(" c")
    until(article.page, failing)
    article.page.locator("#bao", has_text="chưa trả lời").wait_for()
    article.page.unroute("**/nhap")
    assert article.body().endswith("Cuối. a b c\n")


def test_words_of_the_page_and_of_the_text_are_joined_whichever_came_first(article: Editor) -> None:
    article.start("Một.\n\nHai.\n")
    held, page = list[Any](), article.page
    page.route("**/nhap", lambda route: bool(held.append(route)))
    article.to_first_line()
    article.type(" Của trang.")
    until(page, held)
    page.locator("#cach-xem").click()
    page.wait_for_function("() => window.loaText")
    page.evaluate("text.focus(); text.setSelectionRange(0, 0)")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nCủa văn bản.\n")
    for route in held:
        route.continue_()
    page.unroute("**/nhap")
    page.wait_for_function("() => loaTrang.state.text.includes('Của văn bản.')")
    page.locator("#cach-xem").click()
    page.locator(".ProseMirror").get_by_text("Của văn bản.").wait_for()
    assert article.body() == "Một. Của trang.\n\nHai.\n\nCủa văn bản.\n"


@pytest.mark.parametrize(("status", "told"), [(413, "Quá dài."), (500, "Lỗi này của loa.")])
def test_what_the_desk_cannot_take_at_all_is_told_and_taken_the_next_time(
    article: Editor, status: int, told: str
) -> None:
    article.start("Một.\n")
    page, kind = article.page, "text/plain; charset=utf-8"
    page.route("**/nhap", lambda route: route.fulfill(status=status, body=told, content_type=kind))
    article.type(" Hai.")
    page.locator("[data-kind=refused-page]", has_text=told).wait_for()
    assert (
        page.locator("#giu").inner_text() == "Chữ gõ sau cùng chưa được nhận: xem điều báo ở trên."
    )
    page.unroute("**/nhap")
    article.type(" Ba.")
    assert article.body() == "Một. Hai. Ba.\n"
    page.locator("[data-kind=refused-page]").wait_for(state="detached")


_MARKED = """() => {
  const {doc, selection: {from, to}} = loaPage.view.state
  return doc.textBetween(from, to, '|')
}"""


def test_what_was_marked_stays_so_while_one_mends_by_keys(article: Editor) -> None:
    article.start("Đoạn một , sai.\n\n- mục\n\n> trích\n\nĐoạn cuối.\n")
    page, keys = article.page, article.page.keyboard
    page.locator("#can-xem li button.button").first.wait_for()
    keys.press("Control+Home")
    for key in ("ArrowRight",) * 5 + ("Shift+ArrowDown",) * 2:
        keys.press(key)
    page.locator("#can-xem li button.button").first.focus()
    keys.press("Enter")
    page.wait_for_function("() => loaTrang.state.text.includes('Đoạn một, sai.')")
    tab_to(page, page.locator(".ProseMirror"))
    page.wait_for_timeout(60)  # what the browser tells of the focus comes later
    assert page.evaluate(_MARKED).startswith("một, sai.|")


def test_what_is_refused_at_one_place_keeps_nothing_else_from_the_file(article: Editor) -> None:
    article.start("Một.\n\nHai.\n\nBa.\n")

    def answer(route: "Route") -> None:
        if "KHÔNG" not in (route.request.post_data or ""):
            route.continue_()
            return
        now = article.page.context.request.get(route.request.url).json()
        route.fulfill(status=422, json={**now, "refused": "Không ghi được."})

    article.page.route("**/nhap", answer)
    article.to_first_line()
    article.page.keyboard.insert_text(" KHÔNG")  # what is sent in between would be taken
    told = article.page.locator("[data-kind=refused-blocks]")
    told.wait_for()
    article.page.keyboard.press("Control+End")
    article.type(" Sau.")
    article.page.wait_for_function("() => loaTrang.state.text.includes(' Sau.')")
    assert article.body() == "Một.\n\nHai.\n\nBa. Sau.\n"
    assert told.inner_text() == "“Một. KHÔNG”: Không ghi được."
    article.page.unroute("**/nhap")
    article.to_first_line()
    article.type(" rồi.")
    told.wait_for(state="detached")
    assert article.body() == "Một. KHÔNG rồi.\n\nHai.\n\nBa. Sau.\n"


def test_an_emptied_note_is_named_and_keeps_nothing_else_from_the_file(article: Editor) -> None:
    article.start("Một[^1].\n\nHai.\n\n[^1]: Nguồn.\n")
    article.page.keyboard.press("Shift+Home")
    article.page.keyboard.press("Backspace")
    article.page.locator(".ProseMirror > p").nth(1).click()
    article.page.keyboard.press("End")
    article.type(" Thêm.")
    assert article.body() == "Một[^1].\n\nHai. Thêm.\n\n[^1]: Nguồn.\n"
    told = article.page.locator("[data-kind=refused-blocks]")
    assert told.inner_text().startswith("Chú thích 1 chưa có chữ: viết vào, hoặc xóa")
    assert article.page.locator(".ProseMirror section").inner_text().strip() == ""
    article.page.locator(".ProseMirror section p").click()
    article.type("Mới.")
    assert article.body() == "Một[^1].\n\nHai. Thêm.\n\n[^1]: Mới.\n"
    told.wait_for(state="detached")


def test_a_window_follows_a_piece_that_is_renamed(article: Editor, url: str) -> None:
    article.start("Một.\n")
    page, now = article.page, f"bai/{handle_of(ARTICLE)}"
    moved = {"moved": f"/{now}", "refused": "Bài đã đổi tên."}
    page.route(f"{url}bai/cu", lambda route: route.fulfill(response=route.fetch(url=url + now)))
    page.route(f"{url}bai/cu/*", lambda route: route.fulfill(status=410, json=moved))
    page.goto(f"{url}bai/cu")
    page.locator(".ProseMirror p").click()
    page.keyboard.press("End")
    article.type(" Hai.")
    page.locator("[data-kind=moved]").get_by_role("button", name="Mở bài ở tên mới").wait_for()
    assert article.body() == "Một. Hai.\n"
    assert (page.url, page.evaluate("localStorage.length")) == (url + now, 0)
    page.unroute_all()


def test_a_numbered_list_in_an_item_may_begin_with_any_number(article: Editor) -> None:
    article.start("Một.\n")
    article.page.keyboard.press("Enter")
    article.page.evaluate(PASTE, ["text/html", "<ul><li>a<ol start=5><li>b</li></ol></li></ul>"])
    article.page.keyboard.press("Control+Home")
    article.type("Gõ sau. ")
    assert article.body() == "Gõ sau. Một.\n\n- a\n\n  5. b\n"


def test_what_a_button_mended_is_undone_by_keys_as_well(article: Editor) -> None:
    article.start('Một.\n\nHai "có nháy" nhé.\n')
    article.page.get_by_role("button", name="Sửa giúp").first.click()
    article.page.wait_for_function("() => loaTrang.state.text.includes('“có nháy”')")
    article.page.locator(".ProseMirror").focus()
    article.page.keyboard.press("Control+z")
    article.page.wait_for_function("() => !loaTrang.state.text.includes('“')")
    assert article.body() == 'Một.\n\nHai "có nháy" nhé.\n'


_AT_LINE = "document.activeElement.closest('li')?.querySelector('button').textContent"


def test_whoever_mends_by_keys_goes_from_one_mistake_to_the_next(article: Editor) -> None:
    article.start("Một  câu.\n\nHai , câu.\n")
    page = article.page
    mend = page.locator("#can-xem").get_by_role("button", name="Sửa giúp")
    mend.nth(1).wait_for()
    mend.first.focus()
    found = list[object]()
    for words in ("Một câu.", "Hai, câu."):
        found.append(page.evaluate(_AT_LINE))
        page.keyboard.press("Enter")
        page.wait_for_function("words => loaTrang.state.text.includes(words)", arg=words)
    assert found == ["Một  câu.:", "Hai , câu.:"]
    assert page.evaluate("document.activeElement.id") == "can-xem"
    assert article.body() == "Một câu.\n\nHai, câu.\n"


def test_a_place_in_a_table_or_a_list_is_called_by_its_words_one_by_one(article: Editor) -> None:
    table = "| Tên | Số |\n|---|---|\n| Nước , đá | ít |\n"
    article.start(f"{table}\n- Một\n- Hai , ba\n\nBốn\\\nnăm , sáu\n")
    places = article.page.locator("#can-xem li button.plain")
    shown = ["Tên Số Nước , đá ít:", "Một Hai , ba:", "Bốn năm , sáu:"]
    for number, words in enumerate(shown):
        places.nth(number).get_by_text(words, exact=True).wait_for()
    assert places.all_text_contents() == shown


def test_a_finger_on_the_words_of_a_new_piece_selects_them(
    article: Editor, browser: "Browser", url: str
) -> None:
    article.start("Viết bài ở đây.\n")
    state = article.page.context.storage_state()
    shape = {"width": 360, "height": 740}
    context = browser.new_context(
        viewport=shape, has_touch=True, is_mobile=True, storage_state=state
    )
    phone = Editor(context.new_page(), url, ARTICLE)
    phone.page.locator(".starter").tap()
    phone.page.wait_for_function("() => getSelection().toString().includes('Viết bài')")
    phone.type("Câu hai.")
    assert phone.body() == "Câu hai.\n"
    context.close()


def test_one_leaves_the_editor_by_escape_and_tab(article: Editor) -> None:
    article.start("Câu.\n")
    article.type("\tMột.")  # nobody's words go beside the text
    told = article.page.locator("#trang-viet .note").first.inner_text()
    assert (article.body(), "Esc rồi Tab" in told) == ("Câu.Một.\n", True)
    article.start("- một\n- hai\n")
    keys = article.page.keyboard
    keys.press("Tab")
    assert article.body() == "- một\n  - hai\n"
    keys.press("Escape")
    keys.press("Tab")
    inside = "document.querySelector('.ProseMirror').contains(document.activeElement)"
    assert article.page.evaluate(inside) is False
    assert article.body() == "- một\n  - hai\n"
    article.page.get_by_text("Phím tắt").click()
    told = article.page.locator(".keys dl").inner_text()
    assert ("Alt+F10" in told, "Esc rồi Tab" in told.replace("\n", " ")) == (True, True)


def test_the_file_as_text_is_the_same_draft(article: Editor) -> None:
    article.start("Một.\n")
    way = article.page.locator("#cach-xem")
    way.click()
    article.page.locator(".ProseMirror").wait_for(state="hidden")
    article.page.wait_for_function("() => window.loaText")
    article.page.evaluate("loaText.view.focus()")
    article.page.keyboard.press("Control+End")
    article.page.keyboard.type("\n## Hai\n")
    way.click()
    article.page.locator(".ProseMirror h2").wait_for()
    assert article.body().rstrip() == "Một.\n\n## Hai"


def test_where_the_head_is_broken_one_stays_with_the_text_until_it_is_mended(
    article: Editor,
) -> None:
    article.start("Một.\n\nHai.\n")
    page, way = article.page, article.page.locator("#cach-xem")
    way.click()
    page.wait_for_function("() => window.loaText")
    page.evaluate("text.focus(); text.setSelectionRange(0, 0)")
    page.keyboard.press("Delete")
    page.locator("#cach-xem:disabled", has_text="Phần đầu tệp này đang hỏng").wait_for()
    page.keyboard.type("-")
    page.locator("#cach-xem:enabled").click()
    page.locator(".ProseMirror").get_by_text("Hai.").wait_for()
    page.keyboard.press("Control+End")
    article.type(" Thêm.")
    assert article.body() == "Một.\n\nHai. Thêm.\n"


def test_a_file_that_cannot_be_read_is_shown_as_text(page: "Page", url: str) -> None:
    page.goto(f"{url}bai/{handle_of(UNREADABLE)}")
    page.locator("#cach-xem:disabled", has_text="Phần đầu tệp này đang hỏng").wait_for()
    page.locator(".ProseMirror").wait_for(state="hidden")
    assert "Không có phần đầu." in page.locator(".cm-content").inner_text()
    page.goto(f"{url}bai/{handle_of(PLAN)}")
    page.locator(".cm-content").wait_for()
    assert page.locator(".ProseMirror").count() == 0  # all of a plan is text
    page.locator("#cach-xem").wait_for(state="hidden")


def test_a_note_goes_with_its_marks_and_comes_back_with_them(article: Editor) -> None:
    article.start("Một[^1], hai.\n\n[^1]: Nguồn.\n")
    article.push("Xóa cả phần này")
    assert article.body() == "Một, hai.\n"
    article.push("Hoàn tác")
    assert article.body() == "Một[^1], hai.\n\n[^1]: Nguồn.\n"


def test_a_written_paragraph_becomes_a_speaker_s(script: Editor) -> None:
    script.start("PTV 2: Chào các bạn.\n\nLời chưa có tên.\n")
    script.push("Người nói")
    script.type("PTV 1", " Thêm.")
    script.page.locator(".ProseMirror p").first.click()
    script.push("Người nói")
    script.type("PTV 2", "")
    assert script.body() == "**PTV 2:** Chào các bạn.\n\n**PTV 1:** Lời chưa có tên. Thêm.\n"
    script.page.locator(".ProseMirror p").first.click(click_count=3, position={"x": 140, "y": 12})
    script.type("Khác hẳn.")
    assert script.body().startswith("**PTV 2:** Khác hẳn.\n")


def test_a_name_that_would_be_read_aloud_becomes_a_speaker_by_its_button(script: Editor) -> None:
    script.start("**PTV 1:** Chào.\n\nptv2 : Mùn cưa.\n")
    script.page.locator("#can-xem").get_by_role("button", name="Người nói", exact=True).click()
    assert script.body() == "**PTV 1:** Chào.\n\n**PTV 2:** Mùn cưa.\n"


SIGNS = {
    "**Lưu ý:** khóa van": "**Lưu ý:** khóa van",
    "## Kết": "## Kết",
    "- một": "- một",
    "- hai": "- hai",
    "1. thứ nhất": "1. thứ nhất",
    "> lời": "> lời",
    "*nghiêng* và [bài](bang-ron.md)": "*nghiêng* và [bài](bang-ron.md)",
}


def test_signs_that_are_typed_are_told_and_made_what_they_stand_for(article: Editor) -> None:
    note = article.page.locator("#trang-viet .note").last
    article.start("Câu.\n")
    for words in SIGNS:
        article.start("")
        article.page.keyboard.insert_text(words)
        note.get_by_role("button").wait_for()
        article.body()
    article.start("")
    article.type(*SIGNS)
    article.body()
    article.page.reload()
    note.get_by_role("button", name="Đổi giúp").click()
    made = "\n\n".join(SIGNS.values()).replace("- một\n\n- hai", "- một\n- hai")
    assert article.body() == f"{made}\n"
    assert note.inner_text() == ""
    article.start("")
    article.type("Giá 2*3*4, a_b_c và 5 - 3.")
    assert note.inner_text() == ""
    article.body()
    for words in ("::: nhạc 5 giây", "| a | b |", "Câu[^3]"):
        article.start("")
        article.page.keyboard.insert_text(words)
        note.get_by_text("hiện nguyên như đã gõ").wait_for()
        article.body()


TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n"


def test_enter_in_the_last_row_of_a_table_begins_another_one(article: Editor) -> None:
    article.start(f"{TABLE}\nSau bảng.\n")
    article.page.locator(".ProseMirror td").last.click()
    article.type("", "", "3", "", "4")  # an empty row at the end stays the last one
    assert article.body() == "| a | b |\n|---|---|\n| 1 | 2 |\n|  | 3 |\n|  | 4 |\n\nSau bảng.\n"


def test_one_writes_on_below_a_table_at_the_end(article: Editor) -> None:
    page = article.page
    for way in ("ArrowDown", "Control+Enter", "click"):
        article.start(TABLE)
        page.locator(".ProseMirror td").last.click()
        if way == "click":
            box = page.locator(".ProseMirror").bounding_box()
            assert box
            page.locator(".ProseMirror").click(position={"x": 60, "y": box["height"] - 10})
        else:
            page.keyboard.press(way)
        article.type("Dưới bảng.")
        assert article.body() == f"{TABLE}\nDưới bảng.\n", way


LATE = """() => {
  const fetched = window.fetch
  window.fetch = async (...asked) => {
    const answer = await fetched(...asked)
    await new Promise(done => setTimeout(done, 300))
    return answer
  }
}"""


def test_what_is_typed_before_mendings_are_answered_is_joined_with_them(article: Editor) -> None:
    page = article.page
    article.start("Đoạn một có lỗi ở đây ,và sai  nữa.\n\nĐoạn hai.\n")
    mends = page.locator("#can-xem").get_by_role("button", name="Sửa giúp")
    mends.nth(1).wait_for()
    page.evaluate(LATE)
    mends.evaluate_all("all => all.forEach(each => each.click())")
    page.locator(".ProseMirror > p").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" Tôi gõ thêm.", delay=20)
    page.wait_for_function("() => loaPage.sync.seal === loaTrang.state.seal")
    assert article.body() == "Đoạn một có lỗi ở đây, và sai nữa. Tôi gõ thêm.\n\nĐoạn hai.\n"
    shown = page.locator(".ProseMirror > p").all_inner_texts()
    assert shown == ["Đoạn một có lỗi ở đây, và sai nữa. Tôi gõ thêm.", "Đoạn hai."]
    assert page.locator("[data-kind=others], [data-kind=both]").count() == 0


def test_of_what_two_changed_only_the_same_place_stands_there_twice(article: Editor) -> None:
    article.start("Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba\n\nCuối.\n")
    article.elsewhere("Đoạn một. Của Bình.\n\nĐoạn hai.\n\nĐoạn ba của Bình\n\nCuối.\n")
    article.page.locator(".ProseMirror > p").nth(2).click()
    article.page.keyboard.press("End")
    article.page.keyboard.type(" tôi thêm")
    article.page.locator(".ProseMirror > p").nth(4).wait_for()
    assert article.body() == (
        "Đoạn một. Của Bình.\n\nĐoạn hai.\n\nĐoạn ba tôi thêm\n\nĐoạn ba của Bình\n\nCuối.\n"
    )


BESIDE = {
    "Đoạn ,sai\n\nCuối.\n": ("p", "Đoạn, sai thêm\n\nCuối.\n"),
    "- Mục ,sai\n- Hai\n": ("li", "- Mục, sai thêm\n- Hai\n"),
    f"{TABLE}| ô ,sai | 2 |\n": ("td >> nth=2", f"{TABLE}| ô, sai thêm | 2 |\n"),
}


@pytest.mark.parametrize("body", BESIDE, ids=("paragraph", "list", "table"))
def test_words_beside_what_is_mended_are_joined_with_it(article: Editor, body: str) -> None:
    page, (place, expected) = article.page, BESIDE[body]
    article.start(body)
    mend = page.locator("#can-xem").get_by_role("button", name="Sửa giúp")
    mend.wait_for()
    page.evaluate(LATE)
    mend.click()
    page.locator(f".ProseMirror {place}").first.click()
    page.keyboard.press("End")
    page.keyboard.type(" thêm", delay=20)
    page.wait_for_function("() => loaPage.sync.seal === loaTrang.state.seal")
    assert article.body() == expected


LINE, GRID = "xuống dòng, xuống đoạn trong ô (nay là một dòng).", "<table><tr><td>A<td>B</table>"
IN_A_CELL = {
    "<p>a</p><p>b</p>": ("2a b", LINE),
    "một\nhai": ("2một hai", LINE),
    "<h2>a</h2>": ("2a", ""),
    "<p>0</p><ul><li>a</li><li>b</li></ul><p>c</p>": ("20 a; b c", LINE),
    f"<p>a</p>{GRID}<p>b</p>": ("2a A B b", LINE),
    "<span>a<br>b</span>": ("2a b", LINE),
    "<pre data-raw='&lt;b&gt;x'>x</pre>": ("2\\<b>x", ""),
    "<table><tr><td>A</table>": ("2A", ""),
}
COVERED = "Bảng vừa dán thay chữ của {} ô đã có chữ (Ctrl+Z để lấy lại)."


def test_whatever_is_put_into_a_cell_is_a_line_of_it(article: Editor) -> None:
    article.start(TABLE)
    text = article.head + TABLE
    found = pasted(article.page, text, [*IN_A_CELL], "table_cell")
    assert found == [
        (TABLE.replace("| 2 |", f"| {line} |"), told) for line, told in IN_A_CELL.values()
    ]
    dropped = dropped_into_a_cell(article.page, text, "<p>a</p><p>b</p>")
    assert dropped == (TABLE.replace("| 2 |", "| a b2 |"), LINE)
    taken = "Đã lấy chữ, chữ đậm, chữ nghiêng, chú thích và liên kết; "
    assert article.page.locator("#trang-viet .note").first.inner_text().startswith(taken)


def test_no_line_begins_where_the_file_can_have_one_alone(article: Editor) -> None:
    page, told = article.page, article.page.locator("#trang-viet .note").first
    seen = list[tuple[str, int, str]]()
    for body, keys in {
        "## Mục\n": ("Shift+Enter",),
        TABLE: ("Shift+Enter",),
        "Một\\\nhai.\n": ("Control+Alt+2",),
        "Một\\\nhai.\n\nBa.\n": ("ArrowUp", "End", "Control+Alt+3", "Control+z"),
        "Một\\\nhai.\n===\n\nBa.\n": ("ArrowUp", "End"),
    }.items():
        page.reload()
        page.locator(".ProseMirror").wait_for()
        article.start(body)
        if body == TABLE:
            page.locator(".ProseMirror td").last.click()
        for key in keys:
            page.keyboard.press(key)
        article.type(" thử")
        lines = page.locator(".ProseMirror br:not(.ProseMirror-trailingBreak)").count()
        seen.append((article.body(), lines, told.inner_text()))
    one = "Tiêu đề và ô của bảng chỉ có một dòng."
    assert seen == [
        ("## Mục thử\n", 0, one),
        (TABLE.replace("2", "2 thử"), 0, one),
        ("## Một hai. thử\n", 0, one),
        ("Một\\\nhai. thử\n\nBa.\n", 1, one),
        ("Một hai. thử\n===\n\nBa.\n", 0, one),
    ]


def test_a_table_that_covers_words_says_so(article: Editor) -> None:
    article.start(TABLE)
    grid = "<table><tr><td>1<td>B<tr><td>C<td>D</table>"
    found = pasted(article.page, article.head + TABLE, [GRID, grid], "table_row")
    assert found == [
        ("| a | b |  |\n|---|---|---|\n| 1 | A | B |\n", COVERED.format(1)),
        ("| a | b |  |\n|---|---|---|\n| 1 | 1 | B |\n|  | C | D |\n", COVERED.format(1)),
    ]
    article.page.locator(".ProseMirror th").first.click()
    article.page.evaluate(PASTE, ["text/html", grid])
    assert article.body() == "| 1 | B |\n|---|---|\n| C | D |\n"
    told = article.page.locator("#trang-viet .note").first.inner_text()
    assert told == COVERED.format(4)


def test_of_what_is_bold_in_part_all_becomes_bold(article: Editor) -> None:
    article.start("Một **hai** ba.\n")
    keys, bold = article.page.keyboard, article.page.get_by_role("button", name="Đậm", exact=True)
    keys.press("Control+a")
    assert bold.get_attribute("aria-pressed") == "false"
    article.push("Đậm")
    assert (article.body(), bold.get_attribute("aria-pressed")) == ("**Một hai ba.**\n", "true")
    keys.press("Control+b")
    assert article.body() == "Một hai ba.\n"


def test_parts_of_a_page_are_put_by_mouse_as_well(article: Editor) -> None:
    article.start("Một.\n")
    article.page.keyboard.press("Enter")
    article.push("Danh sách")
    article.type("hai", "", "")
    article.push("Danh sách số")
    article.type("ba", "", "")
    article.push("Nghiêng")
    article.type("bốn")
    assert article.body() == "Một.\n\n- hai\n\n1. ba\n\n*bốn*\n"


FORM_WORDS = "ô điền (chữ trong ô nay là chữ thường)"
FROM_PAGES = {
    "<p>Tên: <input value=An> tuổi <select><option>20<option selected>30</select><button>Gửi": (
        "Tên: An tuổi 30\n",
        f"{FORM_WORDS}, nút bấm.",
    ),
    "<form><p>Việc</p><textarea>Một\nHai</textarea></form>": (
        "Việc\n\nMột\\\nHai\n",
        f"{FORM_WORDS}.",
    ),
    "<p><input type=radio checked>Có<input type=radio>Không": ("Có Không\n", "ô đánh dấu."),
    "<ul><li role=checkbox><img src=x><p>Khóa van": ("- Khóa van\n", "ô đánh dấu."),
    "<h2><button>Câu hỏi</button></h2>Đáp": ("## Câu hỏi\n\nĐáp\n", ""),
    "<pre>một\n  hai\n\nba</pre>": ("một\\\nhai\n\nba\n", "khoảng thụt đầu dòng."),
    "<div style='white-space: pre-wrap'>một\nhai</div>": ("một\\\nhai\n", ""),
    "<table><tr><td>1<td><table><tr><td>A<td>B<tr><td>C<td>D</table><tr><td>2<td>3</table>": (
        "| 1 | A, B; C, D |\n|---|---|\n| 2 | 3 |\n",
        "bảng lồng trong bảng.",
    ),
    f"<table><tr><td><p>Đầu thư</p>{GRID}<tr><td>Chân thư</table>": (
        "Đầu thư\n\n| A | B |\n|---|---|\n\nChân thư\n",
        "",
    ),
    "<table><tr><td>A</td></tr><tr><td>x<br>y</td></tr></table>": ("| A |\n|---|\n| x y |\n", LINE),
    "<table><tr><td>A<tr><td>x<p>y</p>z</table>": ("| A |\n|---|\n| x y z |\n", LINE),
    "<p><a href='file:///C:/a.doc'>tệp</a>, <a href=#_Toc1>mục</a>, <a href=#_x></a>": (
        "tệp, mục,\n",
        "liên kết tới tệp trong máy, tới chỗ khác của văn bản cũ.",
    ),
    "<tr><td>A</td><td>B</td></tr>": ("| A | B |\n|---|---|\n", ""),
    "<details><summary>Tóm</summary>Chữ<p>Đoạn</p></details>": ("Tóm\n\nChữ\n\nĐoạn\n", ""),
    "<fieldset><legend>Nhãn</legend>Chữ</fieldset><main>A</main><nav>B</nav>": (
        "Nhãn\n\nChữ\n\nA\n\nB\n",
        "",
    ),
    "<dl><dt>Van<dt>Vòi<dd>Khóa nước</dl>": ("Van\n\nVòi\n\nKhóa nước\n", ""),
    "<div style='display:flex'><b>A</b><span>B</span></div><span style='display:block'>C</span>": (
        "**A** B\n\nC\n",
        "",
    ),
    "<div>Một.<br><br>Hai.<br> <br>Ba.<br>Bốn.</div>": ("Một.\n\nHai.\n\nBa.\\\nBốn.\n", ""),
    "<span>a<br><br>b</span>": ("a\n\nb\n", ""),
    "<ul><ul><li>sâu</li></ul><li>nông</li></ul>": ("- - sâu\n- nông\n", ""),
    "<blockquote><ul><li>a</ul>b</blockquote>": ("> - a\n>\n> b\n", ""),
    "<table><tr><td>a<tr><td>b<td>c</table>": ("| a |  |\n|---|---|\n| b | c |\n", ""),
    "<p>Xong <span style='font-family:Wingdings'>ü</span>": (
        "Xong\n",
        "dấu của phông Wingdings, Webdings, Symbol.",
    ),
    "<ol type=a><li>x</ol>": ("1. x\n", "số thứ tự bằng chữ hoặc nhiều cấp."),
    "<ol><li>x<li value=9>y</ol>": ("1. x\n2. y\n", "số thứ tự bằng chữ hoặc nhiều cấp."),
    "<p>a<span hidden>b</span><b style='visibility:hidden'>c</b></p>": ("a\n", ""),
    "<div style='font-style:italic'><p>Nghiêng</p></div>": ("*Nghiêng*\n", ""),
    "<p><q>Lời</q> <img alt=😀 src=x></p>": ("“Lời” 😀\n", ""),
    "<p>a<video></video>b<iframe></iframe> <math><mi>x</mi></math></p>": (
        "ab x\n",
        "công thức, khung của trang khác nằm trong trang, phim và bản ghi âm.",
    ),
    "<p>Câu<sup data-note=7>7</sup> sau</p>": ("Câu sau\n", "chú thích của Word."),
}


def test_of_what_pages_and_forms_hold_all_words_are_kept_or_told(article: Editor) -> None:
    article.start("Câu.\n")
    found = pasted(article.page, f"{article.head}Câu.\n", [*FROM_PAGES])
    assert dict(zip(FROM_PAGES, found, strict=True)) == FROM_PAGES


WHOLE = (
    '# Tít\n\nCâu **đậm**, 10\u00a0kg, [neo](#tit) và [bài](bang-ron.md "Tên")[^1].\\\nDòng.\n\n'
    f"- một\n  - hai\n\n3. ba\n\n> Trích\n\n{TABLE}\n::: nhạc 5 giây\nNhạc.\n:::\n\n"
    "<div>chữ  thô</div>\n\n***\n\n```\nmã   x\n```\n\n[^1]: Nguồn.\n"
)


def test_what_is_cut_comes_back_as_it_was_and_replaces_nothing(article: Editor) -> None:
    article.start(WHOLE)
    *blocks, whole = cut_and_put_back(article.page, article.head + WHOLE)
    assert blocks[:-1] == [WHOLE] * 10
    assert blocks[-1] == WHOLE.replace("[^1].", ".")  # a note takes its marks along
    assert whole == WHOLE


def test_one_writes_above_a_table_and_between_two(article: Editor) -> None:
    article.start(f"{TABLE}\n---\n\n{TABLE}")
    article.page.locator(".ProseMirror th").first.click()
    article.page.keyboard.press("Control+Enter")
    article.type("Giữa.")
    article.page.locator(".ProseMirror th").first.click()
    article.page.keyboard.press("ArrowUp")
    article.type("Trên.")
    assert article.body() == f"Trên.\n\n{TABLE}\nGiữa.\n\n---\n\n{TABLE}"


def test_what_was_sent_and_not_answered_is_nobody_else_s(article: Editor) -> None:
    article.start("Một AAA.\n")
    lost = list[Any]()

    def swallow(route: "Route") -> None:
        route.fetch()
        lost.append(1)
        route.abort()

    article.page.route("**/nhap", swallow, times=1)
    article.type(" BBB")
    until(article.page, lost)
    article.type(" CCC")
    assert article.body() == "Một AAA. BBB CCC\n"


def test_what_the_desk_never_heard_is_offered_again(article: Editor, url: str) -> None:
    article.start("Một.\n")
    article.page.context.route("**/nhap", lambda route: route.abort())
    article.type(" Chưa ai nghe.")
    article.page.wait_for_function("() => localStorage.getItem(loaPage.sync.store)")
    article.page.context.unroute("**/nhap")
    article.page.goto("about:blank")
    again = Editor(article.page, url, ARTICLE)
    if "Chưa ai nghe" not in again.body():
        again.page.get_by_role("button", name="Lấy lại").first.click()
    assert again.body() == "Một. Chưa ai nghe.\n"
    assert again.page.evaluate("localStorage.length") == 0


def test_what_is_taken_back_leaves_what_others_wrote_since(article: Editor, url: str) -> None:
    article.start("Hai.\n\nMột.\n")
    article.page.context.route("**/nhap", lambda route: route.abort())
    article.type(" Chưa ai nghe.")
    article.page.evaluate("loaPage.sync.keep()")  # as after a second and a half
    article.page.context.unroute("**/nhap")
    kept = article.page.evaluate("localStorage.getItem(loaPage.sync.store)")
    store = article.page.evaluate("loaPage.sync.store")
    article.page.goto(f"{article.address}/nhap")  # of the same browser, and nothing runs in it
    article.elsewhere("Hai, người khác.\n\nMột.\n")
    article.page.evaluate("localStorage.clear()")
    article.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [store, kept])
    again = Editor(article.page, url, ARTICLE)
    again.page.get_by_role("button", name="Lấy lại").first.click()
    assert again.body() == "Hai, người khác.\n\nMột. Chưa ai nghe.\n"


_HEARD_AT_ONCE = """() => {
  const {state} = loaTrang, page = JSON.parse(JSON.stringify(state.page).replace('Hai.', 'Hai ba.'))
  getSelection().setPosition(document.querySelector('.ProseMirror p').firstChild, 2)
  loaPage.sync.merge({...state, page})
  return [loaPage.sync.view.state.selection.head, loaPage.sync.view.state.doc.textContent]
}"""


def test_where_a_key_has_led_stays_when_others_words_come_in_the_same_moment(
    article: Editor,
) -> None:
    article.start("Một.\n\nHai.\n")
    assert article.page.evaluate(_HEARD_AT_ONCE) == [3, "Một.Hai ba."]


def test_what_changes_elsewhere_leaves_the_cursor_where_it_is(article: Editor) -> None:
    article.start("Một.\n\n- a\n- b\n\nBa.\n")
    article.page.get_by_text("a", exact=True).click()
    article.page.keyboard.press("End")
    body = "Một, khác.\n\n- a\n\n- b, khác\n\nBa, khác.\n"
    article.page.evaluate("text => loaTrang.send({text}).then(() => 0)", article.head + body)
    article.type("!")
    assert article.body() == body.replace("- a", "- a!")
