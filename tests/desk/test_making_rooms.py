"""Printing and building on the desk, and in hostile hands.

All of it is test data.
"""

import json
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from shutil import copytree
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from openpyxl import load_workbook
from starlette.middleware import Middleware

from generator.adapters import executor
from generator.adapters.executor import Processes
from generator.adapters.lock import workspace_lock
from generator.adapters.web.server import application, running
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.cli.making_rooms import MakingRooms
from generator.cli.workshop import BackgroundWorkshop
from generator.desk import routes, unreachable
from generator.desk.making_needs import Making
from generator.desk.making_routes import making_routes
from generator.desk.piece_views import handle_of
from generator.desk.press_list import PressFilter, press_page
from generator.desk.safety import START, Guard
from generator.ports import Advance
from generator.vietnamese.dates import HANOI
from tests.desk.plain_hand import PlainHand

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.desk.conftest import Faults

ROOT = Path(__file__).parents[2]
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
JUNE = datetime(2021, 6, 5, 9, tzinfo=HANOI)
BANNER, STORY = "content/in/bang-ron-1.md", "content/bao/bao-1.md"
AT = f"/ma-ket/{handle_of(BANNER)}"
PRINTED = "print/thu-2021/thu-2021_bang-ron-1_"
DRAWN = "[...document.querySelectorAll('main img')].map(one => one.naturalWidth > 1)"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}

IN_SIGHT = """() => {
  const open = document.querySelector('.head nav [aria-current]').getBoundingClientRect()
  return open.left >= 0 && open.right <= innerWidth
}"""


class Desk:
    """A running desk, and the workspace that it shows."""

    def __init__(self, url: str, root: Path, making: MakingRooms) -> None:
        self.url, self.root, self.making = url.rstrip("/"), root, making

    def opened(self, browser: "Browser", **asked: object) -> "Page":
        page = browser.new_page(locale="vi-VN", **asked)  # type: ignore[arg-type]
        page.request.get(f"{self.url}{START}{TOKEN}", max_redirects=0)
        return page

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, bytes, str]:
        """Status, answer and its type."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=120)
        own = {"Cookie": f"loa={TOKEN}", "Origin": self.url, "Content-Length": str(len(body))}
        connection.request(method, path, body or None, {**own, **FORM})
        answer = connection.getresponse()
        told = answer.status, answer.read(), answer.headers.get("Content-Type", "")
        connection.close()
        return told

    def text(self, path: str) -> str:
        return self.ask("GET", path)[1].decode()

    def built(self, act: str = "dung", to: str = "/dung") -> str:
        """The screen once all of it is made."""
        assert self.ask("POST", to, f"viec={act}")[0] == 303
        self.making.workshop.wait()
        return self.text(to)

    def there(self) -> None:
        """Some site, whichever."""
        if not (self.root / "dist/public/index.html").is_file():
            self.built()

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        """What somebody types into a file."""
        text = (self.root / path).read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (self.root / path).write_text(text, "utf-8")

    @contextmanager
    def typed(self, path: str, *changes: tuple[str, str]) -> Iterator[None]:
        """Somebody has typed, and takes it back at the end."""
        before = (self.root / path).read_bytes()
        self.edit(path, *changes)
        try:
            yield
        finally:
            (self.root / path).write_bytes(before)

    def changes(self) -> dict[str, list[str]]:
        """What the screen says that a build would change: titles by heading."""
        shown = self.text("/dung").partition("Dựng bây giờ thì đổi gì")[2].partition("Còn chờ")[0]
        parts = re.findall(r"<h2>([^<]*) <span.*?</section>", shown, re.DOTALL)
        sections = re.findall(r"<h2>.*?</section>", shown, re.DOTALL)
        titles = [re.findall(r"<b>(?:<a [^>]*>)?([^<]+)", each) for each in sections]
        return dict(zip(parts, titles, strict=True))

    def dist(self, path: str) -> bytes:
        return (self.root / "dist" / path).read_bytes()


def work_here(patch: pytest.MonkeyPatch) -> None:
    """Draw in this process, one at a time: to begin others takes longer than all that is drawn."""
    here = Processes(patience=3600)
    patch.setattr(executor, "Processes", lambda: here)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("making")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOA_DATA", str(folder / "data"))
        work_here(patch)
        root = Path(copytree(ROOT / "tests/examples/whole", folder / "kho"))
        here = Here(root, JUNE)
        room, making = DraftRoom(root, here), MakingRooms(root, here, JUNE)
        screens = [*making_routes(here, room, making), *routes(here, here.brand, room)]
        app = application(screens, (), [Middleware(Guard, token=TOKEN)], {OSError: unreachable})
        with closing(making), running(app) as url:
            one = Desk(url, root, making)
            one.edit(
                "campaigns/printers.yml",
                ("[pdf, tiff]", "[pdf]"),
                ("    profile: assets/icc/thu.icc\n    condition: FOGRA39\n", ""),
            )
            yield one


def test_a_banner_is_looked_at_made_and_fetched(desk: Desk) -> None:
    hand = PlainHand(desk.url, f"loa={TOKEN}")
    hand.go("/ma-ket")
    hand.fill("Loại", "banner")
    hand.press("Xem")
    shown = hand.screen.xpath("//*[@class='artworks']//li//text()[normalize-space()]")
    assert [each.strip() for each in shown] == [
        *("Băng rôn thử", "Băng rôn thử, Quý II/2021", "6 × 0,8 m, 4 cái, 2 nơi", "Đã duyệt mẫu")
    ]
    hand.press("Băng rôn thử")
    assert hand.all("//*[contains(@class, 'hung')]//tbody//td") == ["2", "2"]
    assert hand.all("//*[@class='sum']") == ["Băng rôn thử: kế hoạch đặt 4, đã có chỗ đủ 4."]
    hand.press("các tệp")
    desk.making.workshop.wait()
    hand.go(AT)
    hand.press("PDF cho nhà in")
    made = next((desk.root / "dist").glob(f"{PRINTED}*mm.pdf"))
    assert hand.data == made.read_bytes()
    hand.press("Mở bài")
    assert hand.path == f"/bai/{handle_of(BANNER)}"


def test_a_run_list_adds_up_and_tells_what_does_not(desk: Desk) -> None:
    at = "/ma-ket/danh-sach?bo=thu-2021_II-2021"
    shown = desk.built("lam", at)
    assert re.findall(r'class="number"><b>(\d+)</b>', shown) == ["4", "4"]
    assert "Băng rôn thử: kế hoạch đặt 4, đã có chỗ đủ 4." in shown
    key = re.findall(r'/ma-ket/tep/(\w+)" download>Danh mục in, Excel', shown)[0]
    status, data, _ = desk.ask("GET", f"/ma-ket/tep/{key}")
    assert (status, data) == (200, desk.dist("print/thu-2021/danh-sach-in_quy-2-2021.xlsx"))
    sheet = load_workbook(BytesIO(data)).worksheets[0]
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[6]]
    assert [(row[6], row[8]) for row in rows] == [("huyện Thử", 2), ("tỉnh Thử", 2)]
    with desk.typed(BANNER, ("huyen-thu, copies: 2", "huyen-thu, copies: 1")):
        shown = desk.text(at)
        assert "Băng rôn thử: kế hoạch đặt 4, mới có chỗ 3, còn thiếu 1." in shown
        assert "Chưa làm danh mục in nào theo kế hoạch hiện nay." in shown
    assert key in desk.text(at)
    assert desk.ask("GET", "/ma-ket/tep/" + "0" * 16)[0] == 404


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("approved_by: Người thử\napproved_on: 20/4/2021\n", ""),
            [
                "Tệp đúng, nhưng chỉ để xem: mang dấu BẢN XEM, chưa được in.",
                "Người duyệt mẫu mở bài rồi bấm “Duyệt”.",
            ],
        ),
        (
            ("slogan: Khóa vòi nước | khi nghỉ tay", f"slogan: {'Khóa vòi nước ' * 12}"),
            [
                "Chưa được gửi tệp này cho nhà in.",
                "Chưa làm được tệp:",
                f'href="/bai/{handle_of(BANNER)}#o-slogan">Tới ô “Khẩu hiệu”',
            ],
        ),
    ],
    ids=["not approved", "too long"],
)
def test_what_is_wrong_is_told_with_the_way_to_its_field(
    desk: Desk, change: tuple[str, str], told: list[str]
) -> None:
    with desk.typed(BANNER, change, ("status: approved", "status: ready")):
        shown = desk.text(f"{AT}/soat")
        assert [each for each in told if each not in shown] == [], shown


def test_without_colours_and_type_no_file_is_called_right(desk: Desk) -> None:
    brand, away = desk.root / "assets/brand.yml", desk.root / "brand.yml.away"
    brand.rename(away)
    shown = desk.text(f"{AT}/soat")
    away.rename(brand)
    assert "Chưa được gửi tệp này cho nhà in." in shown
    assert "Chưa vẽ được: chương trình chưa có màu và kiểu chữ riêng." in shown


def test_what_is_typed_and_not_saved_is_told_before_a_build(desk: Desk) -> None:
    at = f"/bai/{handle_of(STORY)}"
    with desk.typed(STORY, ("status: approved", "status: draft")):
        desk.text("/dung")
        seal = json.loads(desk.text(f"{at}/nhap"))["seal"]
        wish = {"seal": seal, "edit": {"value": {"key": "title", "value": "Tên đang gõ"}}}
        desk.ask("POST", f"{at}/nhap", json.dumps(wish))
        shown = desk.text("/dung")
        wish = {"seal": json.loads(desk.text(f"{at}/nhap"))["seal"]}
        desk.ask("POST", f"{at}/bo", json.dumps(wish))
        assert "Đã gõ mà chưa lưu, nên bạn đọc chưa thấy:" in shown
        assert "Đã gõ mà chưa lưu" not in desk.text("/dung")


def test_the_site_is_built_changes_and_is_seen(desk: Desk) -> None:
    desk.built()
    now = desk.text("/dung")
    assert "Không đổi gì: bạn đọc đang thấy đúng như hiện nay." in now
    title = re.findall(r"^title: (.*)$", (desk.root / STORY).read_text("utf-8"), re.MULTILINE)[0]
    assert desk.changes() == {}
    with desk.typed(STORY, ("status: approved", "status: withdrawn")):
        assert desk.changes() == {"Không còn thấy": [title]}
        with desk.typed(BANNER, ("Dữ liệu để kiểm thử.", "Đã sửa một câu.")):
            both = {"Đã đổi": ["Băng rôn thử"], "Không còn thấy": [title]}
            assert desk.changes() == both
            told = desk.built()
            assert f"Không còn thấy: {title}" in told
    assert desk.changes() == {"Mới": [title], "Đã đổi": ["Băng rôn thử"]}
    with desk.typed("campaigns/partners.yml", ("# Test data.", "# Dữ liệu thử.")):
        assert "Đơn vị phối hợp" in desk.text("/dung")
    status, shown, kind = desk.ask("GET", "/dung/trang/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert "<script" not in shown.decode()
    assert "Băng rôn thử" in desk.text("/dung/trang/bang-ron/")


def test_a_failed_build_tells_why_and_leaves_the_last_one(desk: Desk) -> None:
    desk.there()
    before = desk.dist("edition.json"), desk.dist("public/index.html")
    with desk.typed(BANNER, ("size: 6 x 0,8 m", "size: rất to")):
        shown = desk.built()
        assert "Chưa dựng được: bạn đọc vẫn thấy trang của lần trước." in shown
        assert f'href="/bai/{handle_of(BANNER)}' in shown
    assert (desk.dist("edition.json"), desk.dist("public/index.html")) == before
    with workspace_lock(desk.root):
        shown = desk.built()
        (desk.root / "dist").rename(desk.root / "dist-khac")
        unbuilt = desk.built()
        (desk.root / "dist-khac").rename(desk.root / "dist")
    assert "Một lệnh loa khác đang làm việc ở đây; hãy thử lại sau." in shown
    assert ("Chưa dựng được." in unbuilt, "bạn đọc vẫn thấy" in unbuilt) == (True, False)
    assert (desk.dist("edition.json"), desk.dist("public/index.html")) == before


def test_two_things_are_never_made_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop, begun, go_on = desk.making.workshop, Event(), Event()

    def slow(making: Making) -> Making:
        begun.set()
        workshop.step("Making what has changed")
        workshop.advance(Advance(3, 10))
        go_on.wait(60)
        return making

    monkeypatch.setattr(workshop, "_done", slow)
    assert desk.ask("POST", "/dung", "viec=dung")[0] == 303
    begun.wait(60)
    told = json.loads(desk.text("/tien-do"))
    for path, act in (("/dung", "dung"), (AT, "lam"), ("/ma-ket/danh-sach", "lam")):
        status, shown, _ = desk.ask("POST", path, f"viec={act}")
        assert (status, "Đang có việc dựng dở" in shown.decode()) == (409, True), path
    go_on.set()
    workshop.wait()
    assert told == {
        "running": True,
        "step": "Làm những gì đã đổi",
        "count": "3 trên 10",
        "done": 3,
        "total": 10,
    }
    assert json.loads(desk.text("/tien-do"))["running"] is False


def test_what_is_due_is_built_once_while_somebody_wants_it(desk: Desk) -> None:
    with desk.typed(STORY, ("status: approved", "embargo: 1/9/2021\nstatus: approved")):
        desk.built()
    workshop = BackgroundWorkshop(desk.root, JUNE)
    late = BackgroundWorkshop(desk.root, datetime(2021, 12, 1, 9, tzinfo=HANOI))
    for each, watches in ((workshop, True), (late, False), (late, True), (late, True)):
        each.is_watching = watches
        each.look()
        each.wait()
    assert workshop.last() == Making()
    assert (late.last().task, late.last().findings, late.last().troubles) == ("due", (), ())
    assert "2021-12-01" in json.loads(desk.dist("edition.json"))["as_of"]


@pytest.mark.parametrize(
    "path",
    [
        *("../edition.json", "..%2fedition.json", "%2e%2e/edition.json", "assets/search.js"),
        *("/etc/passwd", "assets/../../edition.json", ".", "..", "a%00b", "C:%5cx", "khong-co/"),
    ],
)
def test_only_files_of_the_site_are_shown(desk: Desk, path: str) -> None:
    desk.there()
    assert desk.ask("GET", f"/dung/trang/{path}")[0] == 404


@pytest.mark.parametrize("path", ["/ma-ket/xyz", "/ma-ket/xyz/hinh", "/ma-ket/xyz/soat"])
def test_only_printed_pieces_have_a_screen(desk: Desk, path: str) -> None:
    assert desk.ask("GET", path)[0] == 404
    assert desk.ask("GET", path.replace("xyz", handle_of(STORY)))[0] == 404


def test_axe_finds_nothing(browser: "Browser", desk: Desk, faults: "Faults") -> None:
    page, wrong = desk.opened(browser), list[object]()
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    for path in ("/ma-ket", "/ma-ket?quy=I/2030", AT, "/ma-ket/danh-sach", "/dung"):
        part = "main" if "?" in path else ""  # its head is that of the first
        page.set_viewport_size({"width": 360, "height": 800})
        page.goto(desk.url + path)
        wrong += [] if page.evaluate(IN_SIGHT) else [(path, "the open room is out of sight")]
        if path == AT:
            page.locator(".points").wait_for()
            said = page.locator(".points .said").all_inner_texts()
            verdict = page.locator(".verdict").inner_text()
        wrong += faults(page, part)
        if path in {"/ma-ket", AT}:
            assert set(page.evaluate(DRAWN)) == {True}, path
    page.close()
    assert verdict == "Tệp đúng: gửi nhà in được."
    assert said == [
        *["đạt"] * 2,
        "nên xem lại",
        *["đạt"] * 7,
        *["không áp dụng ở đây"] * 2,
        *["đạt"] * 3,
    ]
    assert wrong == []


def test_pieces_are_narrowed_and_come_page_by_page(desk: Desk) -> None:
    plan = Here(desk.root, JUNE).look().plan
    counts = {
        asked: press_page(plan, PressFilter.of(dict([asked]))).count
        for asked in (
            *(("loai", "banner"), ("loai", "radio"), ("viec", "thu-2021/bang-ron")),
            *(("quy", "II/2021"), ("quy", "III/2021"), ("tinh", "in"), ("tinh", "xem")),
            *(("tinh", "draft"), ("trang", "99"), ("trang", "x")),
        )
    }
    assert list(counts.values()) == [1, 0, 1, 2, 0, 1, 1, 1, 2, 2]
