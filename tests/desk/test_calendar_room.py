"""The room Lịch, by mouse and again by keyboard alone: a day is changed, told before, taken back.

On the plans and the programmes of the real workspace, as it stood on 2 August 2021; what is
approved or broken in it, and its home page, is test data.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
from starlette.middleware import Middleware

from generator.adapters.web.server import application, running
from generator.app.draft_edits import WholeText, with_edit
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.calendar_days import handle_of_item, handle_of_line
from generator.desk.needs import SaveReport
from generator.desk.safety import START, Guard
from generator.model.quarter import Quarter
from generator.vietnamese.dates import HANOI
from tests.desk.plain_hand import PlainHand

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.desk.conftest import Faults

ROOT = Path(__file__).parents[2]
AUGUST = datetime(2021, 8, 2, 9, tzinfo=HANOI)
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
RADIO, PLAN = "phat-thanh-2021-3-1", "campaigns/dong-nai-2021/plan.yml"
SCRIPT = f"content/phat-thanh/{RADIO}.md"
APPROVED, WITHDRAWN = "phat-thanh-2021-4-1", "phat-thanh-2021-4-2"
SHOWN = ("campaigns", "assets", "content/phat-thanh", "content/truyen-hinh")
"""Entries of every kind, and no errors: to look at all other texts would take most of the time."""
HOME = """\
---
id: trang-chu
medium: article
slug: index
title: Trang để thử
summary: Để thử.
status: approved
approved_by: Tổ biên tập
approved_on: 1/8/2021
---

Để thử.
"""
TITLE = "Một tuần dọn xưởng"
SEPTEMBER = "/lich?ngay=2021-09-15"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("lich") / "real"
    for name in SHOWN:
        shutil.copytree(ROOT / name, root / name)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    (root / "content/index.md").write_text(HOME, "utf-8")
    for path in (root / "content/phat-thanh").glob("*.md"):  # nobody has approved these yet
        text = re.sub(r"(?m)^approved_\w+: .*\n", "", path.read_text("utf-8"))
        path.write_text(re.sub(r"(?m)^status: \w+", "status: ready", text), "utf-8")
    script = root / SCRIPT
    script.write_text(script.read_text("utf-8").replace("status: ready", "status: draft"), "utf-8")
    approval = "status: approved\napproved_by: Tổ biên tập\napproved_on: 1/8/2021"
    for name, state in ((APPROVED, approval), (WITHDRAWN, "status: withdrawn")):
        path = root / f"content/phat-thanh/{name}.md"
        path.write_text(path.read_text("utf-8").replace("status: ready", state), "utf-8")
    return root


@pytest.fixture(scope="module")
def here(root: Path) -> Here:
    return Here(root, AUGUST)


@pytest.fixture(scope="module")
def url(root: Path, here: Here) -> Iterator[str]:
    screens = routes(here, here.brand, DraftRoom(root, here))
    guards = [Middleware(Guard, token=TOKEN)]
    with running(application(screens, (), guards, {OSError: unreachable})) as url:
        yield url.rstrip("/")


def opened(browser: "Browser", url: str) -> "Page":
    page = browser.new_page(locale="vi-VN", viewport={"width": 1280, "height": 1500})
    page.request.get(f"{url}{START}{TOKEN}", max_redirects=0)
    return page


@pytest.fixture(scope="module")
def page(browser: "Browser", url: str) -> Iterator["Page"]:
    page = opened(browser, url)
    wrong = list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    page.close()
    assert wrong == []


def told(page: "Page") -> list[str]:
    """What is told of a day before it is so."""
    page.locator(".ahead li").first.wait_for()
    return [re.sub("^Lưu ý:\\s*", "", each) for each in page.locator(".ahead li").all_inner_texts()]


def entry(page: "Page", title: str) -> "Locator":
    return page.locator(".entry", has_text=title).first


def drag(page: "Page", title: str, day: str) -> None:
    """To a day, without letting go."""
    entry(page, title).hover()
    page.mouse.down()
    box = page.locator(f"#d-{day}").bounding_box()
    assert box
    for step in (20, 24):
        page.mouse.move(box["x"] + step, box["y"] + 60)


HOLIDAY = "2/9/2021 là ngày nghỉ: Quốc khánh."
NEWS = f"“{TITLE}” nay vào thứ Năm, 2/9/2021, 6 giờ 30."
GAPS = "Cách lần trước 113 ngày, lần sau 41 ngày."
DUE = "Hạn nộp bài 26/8/2021, còn 24 ngày."
UNTOLD = (
    "Lịch quý III/2021 chưa phát hành; phát hành thì Đài PT-TH Đồng Nai, Đài phát thanh cấp huyện "
    "nhận ngày này."
)


def undo(page: "Page") -> None:
    with page.expect_navigation():
        page.locator(".told.done").get_by_role("button", name="Lấy lại").click()


def test_by_mouse_a_holiday_is_told_before_the_drop_and_the_move_is_undone(
    page: "Page", url: str, root: Path
) -> None:
    before = (root / SCRIPT).read_bytes()
    page.goto(f"{url}{SEPTEMBER}")
    drag(page, TITLE, "2021-09-02")
    assert told(page) == [HOLIDAY, DUE, GAPS, UNTOLD]
    fits = page.locator(".free").evaluate_all("all => all.map(one => one.dataset.date)")
    assert fits == [f"2021-09-{day:02}" for day in (1, 8, 15, 22, 29)]
    page.keyboard.press("Escape")
    page.mouse.up()
    page.locator(".ahead").wait_for(state="detached")
    assert (root / SCRIPT).read_bytes() == before
    drag(page, TITLE, "2021-09-02")
    told(page)
    page.mouse.up()
    with page.expect_navigation():
        page.get_by_role("button", name="Dời sang thứ Tư, 1/9/2021").click()
    assert (root / SCRIPT).read_bytes() == before.replace(b"29/9/2021 06:30", b"1/9/2021 06:30")
    undo(page)
    drag(page, TITLE, "2021-09-22")
    told(page)
    with page.expect_navigation():
        page.mouse.up()  # nothing warns: it is so at once
    assert (root / SCRIPT).read_bytes() == before.replace(b"29/9/2021 06:30", b"22/9/2021 06:30")
    undo(page)
    assert (root / SCRIPT).read_bytes() == before


def test_a_desk_that_does_not_answer_is_told(page: "Page", url: str, root: Path) -> None:
    before = (root / SCRIPT).read_bytes()
    page.goto(f"{url}{SEPTEMBER}")
    page.route("**/truoc?*", lambda route: route.abort())
    drag(page, TITLE, "2021-09-22")
    page.mouse.up()
    page.locator(".ahead p", has_text="Bàn làm việc không trả lời, chưa dời gì cả.").wait_for()
    page.unroute("**/truoc?*")
    assert (root / SCRIPT).read_bytes() == before


def test_a_day_is_typed_told_before_and_taken_back(url: str, root: Path) -> None:
    """By the forms themselves; the week types it in a browser, by keyboard alone."""
    before = (root / SCRIPT).read_bytes()
    hand = PlainHand(url, f"loa={TOKEN}")
    hand.go(SEPTEMBER)
    hand.press(f"Đổi ngày …: {TITLE}")
    hand.fill("Đổi ngày: ", "2/9")
    hand.press("Xem trước")
    lines = [each.removeprefix("Lưu ý: ") for each in hand.all("//*[@id='truoc']//li")]
    assert lines == [HOLIDAY, DUE, GAPS, UNTOLD]
    hand.press("Vẫn dời sang thứ Năm, 2/9/2021")
    assert (root / SCRIPT).read_bytes() == before.replace(b"29/9/2021 06:30", b"2/9/2021 06:30")
    assert hand.all("//*[@class='told done']/p") == [NEWS]
    hand.press("Lấy lại")
    assert hand.told() == "Đã lấy lại."
    assert (root / SCRIPT).read_bytes() == before


def test_what_has_no_day_is_put_on_one(page: "Page", url: str, root: Path) -> None:
    before = (root / PLAN).read_text("utf-8")
    page.goto(f"{url}{SEPTEMBER}")
    entry(page, "Lớp tập huấn nâng cao nhận thức").scroll_into_view_if_needed()
    drag(page, "Lớp tập huấn nâng cao nhận thức", "2021-09-23")
    with page.expect_navigation():
        page.mouse.up()
    line = '      - {id: tap-huan-2021-3-1, at: "23/9/2021", basis: proposed}\n'
    after = (root / PLAN).read_text("utf-8")
    assert after.replace(f"    slots:\n{line}", "") == before
    undo(page)
    assert (root / PLAN).read_text("utf-8") == before


class Asking:
    """What a browser asks without its pages."""

    def __init__(self, url: str) -> None:
        self._host = urlsplit(url).netloc

    def __call__(self, method: str, path: str, **form: str) -> tuple[int, str]:
        connection = HTTPConnection(self._host, timeout=60)
        headers = {"Cookie": f"loa={TOKEN}", "Origin": f"http://{self._host}"}
        connection.request(method, path, urlencode(form) if form else None, headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        where = answer.getheader("Location", "")
        connection.close()
        return answer.status, where or re.sub(r"<[^>]*>", "", text)


@pytest.fixture
def ask(url: str) -> Asking:
    return Asking(url)


NOW = "29/9/2021, 6 giờ 30"


@pytest.mark.parametrize(
    ("name", "day", "origin", "status", "words"),
    [
        ("khong-co", "2/9", "", 404, "Không có trang này"),
        (WITHDRAWN, "2/9", "8/12/2021, 6 giờ 30", 404, "Không có trang này"),
        (APPROVED, "20/10", "13/10/2021, 6 giờ 30", 422, "Tổ biên tập đã duyệt bài"),
        (RADIO, "1/8/2021", NOW, 422, "Ngày 1/8/2021 đã qua"),
        (RADIO, "31/2/2021", NOW, 422, "không phải một ngày"),
        (RADIO, "<script>", NOW, 422, "không phải một ngày"),
        (RADIO, "9" * 5000, NOW, 422, "không phải một ngày"),
        (RADIO, "", NOW, 422, "không phải một ngày"),
        (RADIO, "6/10/2021", "22/9/2021, 6 giờ 30", 409, "Vừa có người dời"),
        (RADIO, "6/10/2021", "", 409, "Vừa có người dời"),
    ],
)
def test_what_is_not_to_be_is_refused(  # noqa: PLR0913, PLR0917 - a row
    ask: Asking, root: Path, name: str, day: str, origin: str, status: int, words: str
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    found, text = ask("POST", f"/lich/{handle_of_item(name)}", sang=day, dau=origin)
    assert (found, words in text) == (status, True)
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/lich?xem=x&ngay=2021-99-99&doi=../../etc&sang=%00", 200),
        ("GET", "/lich?ngay=9999-12-31", 200),
        ("GET", "/lich?ngay=0001-01-01&xem=quy", 200),
        ("GET", f"/lich/{handle_of_item('x')}/truoc?sang=2/9", 404),
        ("GET", "/lich/..%2f..%2fetc/vua", 404),
        ("GET", "/lich/phat-hanh/2021-5", 404),
        ("GET", "/lich/phat-hanh/1/../../", 404),
        ("GET", "/lich/phat-hanh/2021-3/x", 404),
        ("GET", "/lich/ho-so/2021-3/x", 404),
        ("POST", "/lich/lay-lai/999999", 409),
        ("POST", f"/doi/{'9' * 40}", 409),
        ("POST", f"/lich/lay-lai/{'9' * 40}", 409),
        ("POST", "/lich/phat-hanh/2021-3/x", 404),
        ("POST", "/lich/ho-so/2021-3/x", 404),
    ],
)
def test_foreign_addresses_lead_nowhere(ask: Asking, method: str, path: str, status: int) -> None:
    form = {"dau": "x"} if method == "POST" else {}
    assert ask(method, path, **form)[0] == status


def test_a_better_day_is_another_day(ask: Asking) -> None:
    status, text = ask("GET", f"/lich/{handle_of_item(RADIO)}/truoc?sang=30/9")
    assert (status, re.findall("sang thứ .*", text)) == (
        200,
        [
            "sang thứ Năm, 30/9/2021, 6 giờ 30",
            "sang thứ Tư, 22/9/2021",
            "sang thứ Năm, 30/9/2021",
        ],
    )


def test_two_windows_move_the_same_slot(ask: Asking, root: Path) -> None:
    before, path = (root / SCRIPT).read_bytes(), f"/lich/{handle_of_item(RADIO)}"
    assert ask("POST", path, sang="6/10/2021", dau=NOW)[0] == 303
    status, text = ask("POST", path, sang="22/9/2021", dau=NOW)
    assert (status, "Vừa có người dời “Một tuần dọn xưởng” sang thứ Tư, 6/10/2021" in text) == (
        409,
        True,
    )
    assert (root / SCRIPT).read_bytes() == before.replace(b"29/9/2021", b"6/10/2021")
    (root / SCRIPT).write_bytes(before)
    line, kept = handle_of_line("dong-nai-2021", "tham-quan"), (root / PLAN).read_bytes()
    days = ("8/9/2021", "9/9/2021")
    both = [ask("POST", f"/lich/{line}", sang=day, dau="0")[0] for day in days]
    assert both == [303, 409]
    (root / PLAN).write_bytes(kept)


def test_what_is_typed_elsewhere_and_not_saved_is_not_overwritten(
    ask: Asking, root: Path, here: Here
) -> None:
    room, before = DraftRoom(root, here), (root / SCRIPT).read_bytes()
    draft = room.draft(SCRIPT)
    assert draft
    more = WholeText(f"{draft.plain}\nMột câu gõ thêm.\n")
    kept = room.change(SCRIPT, draft.seal, lambda each: with_edit(each, more)).draft
    status, text = ask("POST", f"/lich/{handle_of_item(RADIO)}", sang="6/10/2021", dau=NOW)
    assert (status, f"Trong “{TITLE}” còn chữ chưa lưu" in text) == (409, True)
    assert (root / SCRIPT).read_bytes() == before
    assert kept
    assert room.drop(SCRIPT, kept.seal)


def test_axe_finds_nothing(browser: "Browser", url: str, faults: "Faults") -> None:
    move, stays = f"{SEPTEMBER}&doi={handle_of_item(RADIO)}", handle_of_item(APPROVED)
    whole = ("/lich?xem=quy", "/lich?xem=danh-sach&ngay=2021-09-15", f"{move}&sang=2/9")
    parts = (f"{move}&sang=x", f"{SEPTEMBER}&doi={stays}")
    screens = [(each, "") for each in (*whole, "/lich/phat-hanh/2021-3")]
    screens += [(each, "#doi") for each in parts]
    wrong = list[object]()
    page = opened(browser, url)
    for address, part in screens:
        page.goto(f"{url}{address}")
        wrong += faults(page, part)
    page.close()
    assert wrong == []


def test_the_quarter_is_released_and_who_is_told_is_read(url: str, root: Path, ask: Asking) -> None:
    """By the forms themselves; the week goes both ways."""
    hand = PlainHand(url, f"loa={TOKEN}")
    hand.go("/lich?xem=quy&ngay=2021-09-15")
    hand.press("Phát hành lịch quý III/2021 …")
    groups = hand.all("//*[@class='news']/li")
    heads = [
        "Báo Đồng Nai",
        "Đài phát thanh các huyện, thành phố Long Khánh và thành phố Biên Hòa",
        "Đài Phát thanh - Truyền hình Đồng Nai",
        "Sở Công Thương Đồng Nai (cơ quan chủ trì)",
    ]
    assert [
        name for each, name in zip(groups, heads, strict=True) if each.startswith(name)
    ] == heads
    assert f"Mới: “{TITLE}”, 29/9/2021, 6 giờ 30" in groups[2]
    (stale,) = hand.screen.xpath("//input[@name='dau']/@value")
    (form,) = hand.screen.xpath("//form[button[contains(., 'Phát hành bản 1')]]/@action")
    hand.press("Phát hành bản 1")
    assert "Đã phát hành" in hand.told()
    made = root / "campaigns/dong-nai-2021/releases/2021-3-1.yml"
    assert made.is_file()
    assert ask("POST", form, dau=stale)[0] == 409
    hand.go(f"{SEPTEMBER}&doi={handle_of_item(RADIO)}&sang=22/9")
    was = "(đã được báo là 29/9/2021, 6 giờ 30)"
    assert [each for each in hand.all("//*[@id='truoc']//li") if "Cần báo" in each] == [
        f"Cần báo: {name} {was}." for name in heads[1:3]
    ]
    made.unlink()


def test_what_a_line_lacks_against_the_plan_is_seen_where_one_begins(ask: Asking) -> None:
    begin, today = ask("GET", "/bai/moi")[1], ask("GET", "/")[1]
    missing = "Thiếu 1 so với kế hoạch: 3 trong 4 có khung giờ. Chọn ngày: Chương trình phát thanh"
    assert begin.index(missing) < begin.index("Dòng không còn khung giờ trống")
    _, group, lines = today.partition("Thiếu so với kế hoạch")
    assert (group != "", "Chọn ngày: Chương trình phát thanh" in lines) == (True, True)
    assert "3 trong 4 có khung giờ" in lines


def test_of_a_draft_of_a_plan_no_release_is_offered(ask: Asking, root: Path) -> None:
    before = (root / PLAN).read_text("utf-8")
    decision = "decisions:\n  - {about: title, ask: title}\n"
    (root / PLAN).write_text(before + decision, "utf-8")
    status, text = ask("GET", "/lich/phat-hanh/2021-3")
    (root / PLAN).write_text(before, "utf-8")
    told = "Kế hoạch này còn là bản thảo" in text, "Phát hành bản 1" in text
    assert (status, told) == (200, (True, False))


def test_a_pack_is_made_and_taken_along(
    page: "Page", url: str, here: Here, ask: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.goto(f"{url}/lich/phat-hanh/2021-3")
    form = page.locator(".packs form").first.get_attribute("action") or ""
    status, text = ask("GET", form)
    assert (status, "Chưa làm bộ hồ sơ này" in text) == (404, True)
    wanted = list[tuple[str, Quarter]]()

    def make(partner: str, quarter: Quarter) -> SaveReport:
        wanted.append((partner, quarter))
        return SaveReport(is_written=True)

    monkeypatch.setattr(here, "make_pack", make)
    monkeypatch.setattr(here, "pack", lambda *_: b"PK of a test")
    with page.expect_navigation():
        page.locator(".packs button").first.click()
    with page.expect_download() as loading:
        page.locator("a[download]", has_text="Tải bộ hồ sơ: Báo Đồng Nai").click()
    assert loading.value.suggested_filename == "bao-dong-nai-2021-quy-3.zip"
    assert Path(loading.value.path()).read_bytes() == b"PK of a test"
    assert wanted == [("bao-dong-nai", Quarter(2021, 3))]
    busy = SaveReport(is_written=False, troubles=("Một lệnh loa khác đang làm việc ở đây.",))
    monkeypatch.setattr(here, "make_pack", lambda *_: busy)
    status, text = ask("POST", form, nothing="")
    assert (status, busy.troubles[0] in text) == (422, True)
