"""Board, evidence and report on the desk, by mouse and by keyboard, and in hostile hands.

All of it is test data.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from errno import ENOSPC
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pikepdf
import pytest
from openpyxl import Workbook
from PIL import Image
from starlette.middleware import Middleware

from generator.adapters.clock import SystemClock
from generator.adapters.web.server import application, running
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.cli.proof_room import ProofRoom
from generator.cli.report_room import ReportRoom
from generator.desk import routes, unreachable
from generator.desk.proof_routes import proof_routes
from generator.desk.safety import START, Guard
from generator.desk.uploads import MOST_FILES, plain_name
from generator.vietnamese.dates import HANOI
from tests.desk.plain_hand import PlainHand, words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

    from tests.desk.conftest import Faults

ROOT = Path(__file__).parents[2]
TOKEN = "token-of-the-start"  # noqa: S105 - of a test
NOVEMBER = datetime(2021, 11, 20, 9, tzinfo=HANOI)
EVIDENCE = "campaigns/thu-2021/evidence"
OURS = {"Cookie": f"loa={TOKEN}"}
BOUNDARY = "ranh-gioi"
WAITING = "//fieldset[contains(@class, 'waits')]"
FIGURES = "//*[contains(@class, 'figure-line')]"

NOT_APPROVED = """\
---
id: phat-4
medium: radio
campaign: thu-2021
activity: phat-thanh
title: Bài phát thử số bốn
summary: Dữ liệu thử.
quarter: IV/2021
status: approved
approved_on: 1/11/2021
---

MC: Dữ liệu để kiểm thử.
"""


@dataclass
class Desk:
    """A running desk, and the workspace that it shows."""

    url: str
    root: Path
    found: list[str] = field(default_factory=list)
    """Where each answer led."""

    def opened(self, browser: "Browser", **asked: object) -> "Page":
        page = browser.new_page(locale="vi-VN", **asked)  # type: ignore[arg-type]
        page.request.get(f"{self.url}{START}{TOKEN}", max_redirects=0)
        return page

    def records(self) -> str:
        """What all files of evidence that the desk has written say."""
        files = sorted((self.root / EVIDENCE).glob("mc-2021-0*.yml"))
        return "\n".join(each.read_text("utf-8") for each in files)

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        host = urlsplit(self.url).netloc
        connection = HTTPConnection(host, timeout=60)
        sent = {**OURS, "Origin": self.url, "Content-Length": str(len(body)), **(headers or {})}
        connection.request(method, path, body or None, sent)
        answer = connection.getresponse()
        self.found.append(answer.headers.get("Location", ""))
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, text

    def send(self, *files: tuple[str, bytes], to: str = "/minh-chung/tep") -> tuple[int, str]:
        """Files as a browser sends them."""
        parts = b"".join(
            b'--%s\r\nContent-Disposition: form-data; name="tep"; filename="%s"\r\n\r\n%s\r\n'
            % (BOUNDARY.encode(), name.encode(), data)
            for name, data in files
        )
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self.ask("POST", to, parts + f"--{BOUNDARY}--\r\n".encode(), kind)


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    root = Path(copytree(ROOT / "tests/examples/deeds", folder / "kho"))
    here = Here(root, NOVEMBER)
    reports = ReportRoom(root, here)
    room = DraftRoom(root, here)
    screens = [
        *proof_routes(here, room, ProofRoom(root, here), reports),
        *routes(here, here.brand, room),
    ]
    app = application(screens, (), [Middleware(Guard, token=TOKEN)], {OSError: unreachable})
    with pytest.MonkeyPatch.context() as patch, closing(reports), running(app) as url:
        patch.setenv("LOA_DATA", str(folder / "data"))
        patch.setattr(SystemClock, "now", lambda _: NOVEMBER)
        yield Desk(url.rstrip("/"), root)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(tmp_path) as desk:
        yield desk


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk of which nothing is taken: one for all who only ask, or are refused."""
    with opened(tmp_path_factory.mktemp("asked")) as desk:
        yield desk


def photograph(number: int, day: str = "2021:06:02 08:00:00", *, hides: bool = True) -> bytes:
    """A photograph unlike the others, with its moment and where it was taken."""
    size = (90, 60)
    picture = Image.effect_noise((9, 6), 200).resize(size) if number else Image.new("L", size, 90)
    notes = Image.Exif()
    notes[0x8769] = {0x9003: day}
    if hides:
        notes[0x8825] = {1: "N", 2: (10.0, 57.0, 0.0), 3: "E", 4: (106.0, 49.0, 0.0)}
    target = BytesIO()
    picture.convert("RGB").save(target, "JPEG", quality=90, exif=notes)
    return target.getvalue()


def slip() -> bytes:
    target, paper = BytesIO(), pikepdf.new()
    paper.add_blank_page(page_size=(300, 400))
    paper.save(target)
    return target.getvalue()


def payload(name: str, data: bytes) -> "FilePayload":
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def test_what_is_typed_beside_a_file_outlives_the_next_that_comes(
    browser: "Browser", desk: Desk
) -> None:
    desk.send(("phiếu.pdf", slip()))
    page = desk.opened(browser)
    page.goto(f"{desk.url}/minh-chung/khay")
    page.get_by_label("Làm ngày").fill("10/11/2021")
    page.get_by_label("Loại").select_option("aired")
    page.get_by_label("Ai gửi").fill("Đài Thử nghiệm")
    page.locator("input[type=file]").set_input_files([payload("ảnh.jpg", photograph(1))])
    page.get_by_role("button", name="Nhận các tệp này").click()
    page.locator("fieldset.waits").nth(1).wait_for()
    page.wait_for_load_state()
    first = page.locator("fieldset.waits", has_text="phiếu.pdf")
    fields = ("Làm ngày", "Loại", "Ai gửi")
    assert [first.get_by_label(each).input_value() for each in fields] == [
        *("10/11/2021", "aired", "Đài Thử nghiệm"),
    ]
    first.get_by_label("Loại").select_option("")
    page.get_by_role("button", name="Ghi làm minh chứng").first.click()
    page.get_by_text("Chưa ghi gì cả.").wait_for()  # and what the answer shows is kept as well
    page.locator("input[type=file]").set_input_files([payload("hai.jpg", photograph(2))])
    page.get_by_role("button", name="Nhận các tệp này").click()
    page.locator("fieldset.waits").nth(2).wait_for()
    page.wait_for_load_state()
    assert [first.get_by_label(each).input_value() for each in fields] == [
        *("10/11/2021", "", "Đài Thử nghiệm"),
    ]
    page.close()


def test_from_a_drop_to_a_figure_and_back_to_its_proof(desk: Desk) -> None:
    """By the forms themselves; the week has them pressed in a browser, by mouse and by keyboard."""
    hand = PlainHand(desk.url, OURS["Cookie"])
    drop_and_record(hand, desk)
    verify(hand, pictures=2)
    assert desk.records().count("verified_by: Tổ thư ký\n") == 3
    hand.press("Bảng")
    hand.press("Chương trình phát thanh thử, Có minh chứng: 3")
    assert hand.all("//*[@class='figure']") == ["Có minh chứng: 3"]
    assert hand.all("//*[@class='adds']") == ["+ 1 chương trình"] * 3
    hand.press("Chương trình phát thanh thử, 10/11/2021")
    assert hand.all("//aside//*[contains(@class, 'state')]") == ["có minh chứng"]
    hand.fill("Lý do", "Phiếu của đài khác")
    hand.press("Rút minh chứng này")
    assert hand.told().startswith("Đã rút")
    hand.press("Bảng")
    hand.press("Chương trình phát thanh thử, Có minh chứng: 2")
    hand.press("Hôm nay")
    hand.press("Lấy lại Rút minh chứng")
    hand.press("Bảng")
    hand.press("Chương trình phát thanh thử, Có minh chứng: 3")


def drop_and_record(hand: PlainHand, desk: Desk) -> None:
    """A slip and two photographs; nothing is recorded before all of it is said."""
    hand.press("Minh chứng")
    assert "Bài báo thử, 2/11/2021" in words(hand.screen)  # past, and nothing tells
    pictures = [(f"ảnh {number}.jpg", photograph(number)) for number in (1, 2)]
    hand.attach(("Phiếu tháng 11.pdf", slip()), *pictures)
    assert hand.told().startswith("Đã nhận 3 tệp.")
    paper, *shown = hand.screen.xpath(WAITING)
    hand.fill("Làm chứng cho", "thu-2021|phat-4", paper)
    hand.fill("Loại", "aired", paper)
    hand.fill("Làm ngày", "10/11/2021 06:30", paper)
    hand.fill("Ai gửi", "Đài Thử nghiệm", paper)
    for one in shown:
        assert hand.field("Làm ngày", one).value == "2/6/2021 08:00"
        hand.fill("Làm chứng cho", "thu-2021|bang-ron-1/khu-thu", one)
        hand.fill("Bao nhiêu", "1 cái", one)
    hand.press("Ghi làm minh chứng")
    told = hand.all("//*[@class='problems']/li")
    assert (told, desk.records()) == (["Ghi ai gửi: người khác sẽ kiểm tra."] * 2, "")
    for one in hand.screen.xpath(WAITING)[1:]:
        hand.fill("Ai gửi", "Người treo thử", one)
    hand.press("Ghi làm minh chứng")
    assert hand.told().startswith("Đã ghi làm minh chứng.")
    assert re.findall(r"^(?:of|stage|received_from): .*$", desk.records(), re.MULTILINE) == [
        *("of: phat-4", "received_from: dai-thu"),
        *["of: bang-ron-1/khu-thu", "stage: hung", "received_from: Người treo thử"] * 2,
    ]


def verify(hand: PlainHand, pictures: int) -> None:
    """Who sent the slip is refused, somebody else is not; then so many photographs."""
    hand.press("Xem và kiểm tra: Chương trình phát thanh thử, 10/11/2021")
    hand.fill("Tên anh chị", "Đài Thử nghiệm")
    hand.press("Đúng, đã kiểm tra")
    (refused,) = hand.all("//*[@class='told wrong']")
    assert "“Đài Thử nghiệm” đã gửi minh chứng này thì không tự kiểm tra được nữa." in refused
    hand.fill("Tên anh chị", "Tổ thư ký")
    hand.press("Đúng, đã kiểm tra")
    assert hand.told() == "Đã kiểm tra: từ nay tính là có minh chứng."
    for _ in range(pictures):
        hand.press("Minh chứng")
        hand.press("Xem và kiểm tra: Băng rôn thử, Khu công nghiệp Thử, ảnh, đã treo, 1 cái")
        hand.fill("Tên anh chị", "Tổ thư ký")
        hand.press("Đúng, đã kiểm tra")


def test_a_report_is_made_frozen_and_verified(desk: Desk) -> None:
    hand = PlainHand(desk.url, OURS["Cookie"])
    hand.press("Báo cáo")
    hand.fill("Thời gian báo cáo", "2021")
    hand.press("Xem")
    (shown,) = hand.all("//*[contains(@class, 'sheet')]")
    assert "- Băng rôn thử: đã làm 4 cái, trong đó 2 chưa có minh chứng." in shown
    report = hand.path
    hand.press("Làm báo cáo")
    assert hand.told().startswith("Đã làm báo cáo")
    made = desk.root / "dist/report/thu-2021/2021"
    hand.press("Word, để ký")
    assert hand.data == (made / "bao-cao.docx").read_bytes()
    assert 'filename="bao-cao-thu-2021-2021.docx"' in hand.headers["content-disposition"]
    hand.go(report)
    hand.press("Chốt báo cáo")
    assert hand.all("//aside//*[@class='state']") == ["Đã chốt 20/11/2021, 9 giờ"]
    hand.press("Kiểm tra có gì bị sửa không")
    assert hand.told() == "Từ khi chốt đến nay không có gì bị sửa."
    (made / "bao-cao.pdf").write_bytes(b"%PDF")
    hand.press("Kiểm tra có gì bị sửa không")
    assert hand.told().startswith("Từ khi chốt đến nay:dist/report/thu-2021/2021/bao-cao.pdf")
    hand.press("Hôm nay")
    hand.press("Lấy lại")
    assert not (desk.root / "campaigns/thu-2021/reports").exists()


@pytest.mark.parametrize(
    ("room", "button"),
    [("/lich/phat-hanh/2021-4", "Phát hành bản 1"), ("/bao-cao", "Làm báo cáo")],
)
def test_whatever_stops_a_release_or_a_report_is_named_with_the_way_to_it(
    desk: Desk, room: str, button: str
) -> None:
    """The snippet: a piece that is approved, and nobody says by whom."""
    piece = desk.root / "content/phat-4.md"
    piece.write_text(NOT_APPROVED, "utf-8")
    hand = PlainHand(desk.url, OURS["Cookie"])
    hand.go(room)
    hand.press(button)
    (told,) = hand.all("//*[contains(@class, 'told wrong')]/p[a]")
    assert told == (
        "Bài phát thử số bốn: Bài đã duyệt nhưng thiếu “Người duyệt”. Bấm “Mở lại”; ai duyệt bài "
        "thì sau đó bấm “Duyệt”. Mở ra sửa: Bài phát thử số bốn"
    )
    hand.press("Mở ra sửa: Bài phát thử số bốn")
    assert hand.all("//h1") == ["Bài phát thử số bốn"]


def test_a_report_that_was_frozen_by_half_is_told_and_made_whole(desk: Desk) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    (mark,) = re.findall(r'name="dau" value="(\w+)"', desk.ask("GET", "/bao-cao")[1])
    freeze = f"viec=chot&dau={mark}".encode()
    assert desk.ask("POST", "/bao-cao", freeze, form)[0] == 303
    made, frozen = desk.root / "dist/report/thu-2021/2021", desk.root / "campaigns/thu-2021/reports"
    whole = {each.name: each.read_bytes() for each in made.iterdir()}
    for each in made.iterdir():
        each.unlink()
    assert "Đã chốt, nhưng các tệp không còn ở đây: hãy làm lại." in desk.ask("GET", "/bao-cao")[1]
    assert desk.ask("POST", "/bao-cao", b"viec=lam", form)[0] == 303
    assert {each.name: each.read_bytes() for each in made.iterdir()} == whole
    assert desk.ask("POST", "/bao-cao", freeze, form)[0] == 422
    cut = (frozen / "2021.json").read_bytes()[:-500]
    (frozen / "2021.json").write_bytes(cut)
    assert "Báo cáo đã chốt bị sửa sau khi chốt" in desk.ask("GET", "/bao-cao")[1]
    for act in (b"viec=lam", freeze):
        assert desk.ask("POST", "/bao-cao", act, form)[0] == 422
    assert (frozen / "2021.json").read_bytes() == cut


MADE = ["Word, để ký", "PDF, để xem", "Excel, các số và tổng"]
OUTDATED = ["Các tệp làm trước đây có thể không còn khớp với trang này: hãy làm lại."]


def test_files_of_a_report_say_what_its_page_says(desk: Desk) -> None:
    """The snippet: a report is made and frozen before and after a piece of evidence goes."""
    hand = PlainHand(desk.url, OURS["Cookie"])
    record = desk.root / EVIDENCE / "2021-q2.yml"
    whole = record.read_text("utf-8")
    less = f"{whole.rstrip()}\n  withdrawn_on: 19/11/2021\n"

    def beside(act: str = "", *, says: str = "") -> list[str]:
        if says:
            record.write_text(says, "utf-8")
        hand.go("/bao-cao")
        if act:
            hand.press(act)
        return hand.all("//aside//li/a | //aside//*[@class='empty']")

    assert beside("Làm báo cáo") == MADE
    word = hand.screen.xpath("//aside//li/a/@href")[0]
    assert beside(says=less) == OUTDATED
    hand.go(word)
    assert hand.status == 404
    assert beside(says=whole) == MADE
    first = (beside("Chốt báo cáo"), beside(says=less))
    frozen = (desk.root / "campaigns/thu-2021/reports/2021.json").read_bytes()
    assert first == (MADE, MADE)
    hand.press("Hôm nay")
    hand.press("Lấy lại")
    assert beside() == OUTDATED
    assert beside("Chốt báo cáo") == MADE
    (desk.root / "campaigns/thu-2021/reports/2021.json").write_bytes(frozen)
    assert beside() == OUTDATED
    assert beside("Làm lại các tệp") == MADE


def test_of_a_report_that_is_frozen_no_more_nothing_is_said_to_be_unchanged(asked: Desk) -> None:
    """From a screen of before: somebody else took the freezing back meanwhile."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    status, screen = asked.ask("POST", "/bao-cao", b"viec=soat", form)
    assert (status, "Chưa chốt" in screen, "không có gì bị sửa.</div>" in screen) == (
        *(200, True, False),
    )


@pytest.mark.parametrize("name", ["..%2f..%2fmkdocs.yml", "edition.json", "bao-cao.pdf"])
def test_only_files_of_the_report_are_given_out(asked: Desk, name: str) -> None:
    assert asked.ask("GET", f"/bao-cao/tep/{name}")[0] == 404


ROWS = """Hoạt động;Ngày;Số lớp;Đơn vị gửi;Kết luận
Lớp tập huấn thử;5/7/2021;1;Phòng Kinh tế huyện A;tốt
Lớp tập huấn thử;32/7/2021;1;Phòng Kinh tế huyện A;
Lớp không có;6/7/2021;1;Phòng Kinh tế huyện A;
Lớp tập huấn thử;8/7/2021;2;Phòng Kinh tế huyện A;
"""


def test_a_table_is_looked_at_and_its_good_rows_are_kept(desk: Desk) -> None:
    hand = PlainHand(desk.url, OURS["Cookie"])
    hand.press("Minh chứng")
    hand.press("Nhập từ bảng")
    hand.attach(("Lớp quý III.csv", ROWS.encode()))
    assert hand.all(FIGURES) == ["0 dòng ghi được, 4 dòng không."]
    hand.fill("Loại", "unit-report")
    hand.fill("Cột Kết luận là gì", "note")
    hand.press("Đọc lại như vậy")
    assert hand.all(FIGURES) == ["2 dòng ghi được, 2 dòng không."]
    told = hand.all("//*[@class='problems']/li/b")
    kept = desk.root / EVIDENCE / "lop-quy-iii.yml"
    assert (told, kept.exists()) == (["dòng 3", "dòng 4"], False)
    assert [each for each in hand.all("//button") if each.endswith("làm minh chứng")] == []
    hand.press("Chỉ ghi 2 dòng đúng")
    assert hand.told().startswith("Đã ghi các dòng làm minh chứng.")
    assert kept.read_text("utf-8").count("note: tốt") == 1
    assert kept.read_text("utf-8").count("received_from: Phòng Kinh tế huyện A") == 2
    assert "{head: Kết luận, key: note}" in (desk.root / "campaigns/columns.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "rows", "told"),
    [
        ("ten.csv", "Họ và tên;Số điện thoại\nA;0912345678\n", "là dữ liệu cá nhân"),
        ("hong.xlsx", "PK\x03\x04", "không phải là bảng đọc được"),
        ("trong.csv", "", "không"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(
    asked: Desk, name: str, rows: str, told: str
) -> None:
    status, answer = asked.send((name, rows.encode()), to="/minh-chung/bang/tep")
    if status == 303:
        key = asked.found[-1].rpartition("khoa=")[2]
        status, answer = asked.ask("GET", f"/minh-chung/bang?khoa={key}")
    assert (told in answer, "ghidung" in answer) == (True, False), (status, answer)


def test_a_workbook_tells_which_sheet_is_read_and_what_excel_hides(desk: Desk) -> None:
    book, target = Workbook(), BytesIO()
    for row in (("Nội dung", "Ngày"), ("bao", "12/5/2021")):
        book.active.append(row)  # type: ignore[union-attr] # a sheet
    book.active.row_dimensions[2].hidden = True  # type: ignore[union-attr]
    book.save(target)
    desk.send(("hai.xlsx", target.getvalue()), to="/minh-chung/bang/tep")
    key = desk.found[-1].rpartition("khoa=")[2]
    _, shown = desk.ask("GET", f"/minh-chung/bang?khoa={key}")
    notes = ("Đọc trang tính “Sheet”.", "Các dòng đang ẩn trong Excel cũng được đọc: 2")
    assert [note in shown for note in notes] == [True, True]


def test_a_full_disk_is_told(asked: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr("generator.adapters.received_folder.write", full)
    status, told = asked.send(("a.pdf", slip()))
    assert (status, "Lúc này không giữ được “a.pdf”" in told) == (422, True)


def test_every_figure_of_the_board_leads_to_what_it_counts(asked: Desk) -> None:
    _, board = asked.ask("GET", "/bang")
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/bang\?[^"#]*)#so"', board)]
    assert len(links) > 30
    for link in links:
        status, shown = asked.ask("GET", link)
        listed = shown.partition('id="so"')[2]
        assert status == 200
        assert "<li>" in listed or "cot=ke" in link, link


AT_PLACES = "//h3[following-sibling::*[1][@class='places']] | //*[@class='places']/li"


def test_figures_at_places_are_those_of_the_column_and_say_so(desk: Desk) -> None:
    """The snippet: four banners hang at two places, two are proved; then the piece is withdrawn."""
    hand = PlainHand(desk.url, OURS["Cookie"])

    def at_places(column: str) -> list[str]:
        hand.go(f"/bang?viec=bang-ron&cot={column}")
        return hand.all(AT_PLACES)

    assert [at_places("lam"), at_places("chung"), at_places("ngay")] == [
        ["Đã làm ở từng nơi / số ghi trong bài", "huyện Thử 2 / 4", "Khu công nghiệp Thử 2 / 2"],
        [
            *("Có minh chứng ở từng nơi / số ghi trong bài", "huyện Thử 2 / 4"),
            "Khu công nghiệp Thử – / 2",
        ],
        [],
    ]
    piece = desk.root / "content/bang-ron-1.md"
    text = piece.read_text("utf-8").replace(
        "status: approved", "status: withdrawn\nwithdrawn_on: 19/11/2021"
    )
    piece.write_text(text, "utf-8")
    assert [at_places("lam"), at_places("chung")] == [
        ["Đã làm ở từng nơi", "huyện Thử 2", "Khu công nghiệp Thử 2"],
        ["Có minh chứng ở từng nơi", "huyện Thử 2"],
    ]


def test_same_file_and_same_picture_are_told(desk: Desk) -> None:
    first = photograph(1)
    with Image.open(BytesIO(first)) as picture:
        turned = BytesIO()
        picture.rotate(90, expand=True).save(turned, "JPEG", quality=80)
    kept = (desk.root / EVIDENCE / "anh-go.jpg").read_bytes()
    status, told = desk.send(("a.jpg", first), ("b.jpg", first), ("c.jpg", kept))
    assert (status, told.count("fieldset class")) == (422, 1)
    assert "“b.jpg” đã nằm chờ ở đây, tên là “a.jpg”." in told
    assert "“c.jpg” đã là minh chứng rồi: Băng rôn thử, huyện Thử." in told
    status, told = desk.send(("quay.jpg", turned.getvalue()))
    assert (status, told.count("cũng đang chờ ở đây")) == (200, 1)


def test_no_picture_that_is_sent_says_where_it_was_taken(desk: Desk) -> None:
    desk.send(("a.jpg", photograph(1)))
    host = urlsplit(desk.url).netloc
    key = re.findall(r"/minh-chung/khay/(\w+)", desk.ask("GET", "/minh-chung/khay")[1])[0]
    connection = HTTPConnection(host, timeout=30)
    connection.request("GET", f"/minh-chung/khay/{key}", headers=OURS)
    with Image.open(BytesIO(connection.getresponse().read())) as seen:
        assert (seen.format, dict(seen.getexif())) == ("WEBP", {})
    connection.close()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("anh.jpg", b"MZ\x90\x00" + b"\0" * 400, "không phải là ảnh đọc được"),
        ("anh.jpg", b"#!/bin/sh\nrm -rf /\n", "không phải là ảnh đọc được"),
        ("phieu.exe", b"MZ\x90\x00", "không phải là loại tệp"),
        ("phieu.pdf", b"%PDF-1.7\n%%EOF", "hỏng"),
        ("trong.pdf", b"", "rỗng"),
        ("../../../mkdocs.yml", b"site_name: x\n", "“mkdocs.yml” không phải là loại tệp"),
    ],
)
def test_what_is_no_proof_is_not_taken(asked: Desk, name: str, data: bytes, told: str) -> None:
    before = (asked.root / "mkdocs.yml").read_bytes()
    status, answer = asked.send((name, data))
    assert (status, told in answer, "fieldset class" in answer) == (422, True, False), answer
    assert (asked.root / "mkdocs.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\Ảnh 1.jpg", "Ảnh 1.jpg"),
        ("..", "tep"),
        ("a\0b\n.pdf", "ab.pdf"),
        (".jpg", "jpg"),
        ("a" * 300 + ".pdf", "a" * 100 + ".pdf"),
    ],
)
def test_names_are_shown_and_lead_nowhere(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_a_name_with_a_path_becomes_a_file_of_its_folder(desk: Desk) -> None:
    desk.send(("../../../../thoat ra.pdf", slip()))
    key = re.findall(r"take-(\w+)", desk.ask("GET", "/minh-chung/khay")[1])[0]
    typed = f"take-{key}=1&of-{key}=thu-2021%7Cphat-4&kind-{key}=aired&on-{key}=10/11/2021"
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    before = {each for each in desk.root.parent.rglob("*") if each.is_file()}
    asked = f"{typed}&sender-{key}=dai-thu".encode()
    assert desk.ask("POST", "/minh-chung/khay", asked, form)[0] == 303
    new = {each for each in desk.root.parent.rglob("*") if each.is_file()} - before
    names = {each.relative_to(desk.root).as_posix() for each in new if "kho" in each.parts}
    assert f"{EVIDENCE}/thoat-ra.pdf" in names
    assert all(name.startswith((EVIDENCE, "build/")) for name in names)


def test_too_much_at_once_is_read_and_told(desk: Desk) -> None:
    many = [(f"{number}.pdf", b"%PDF") for number in range(1000)]
    status, told = desk.send(*many)
    assert (status, f"nhiều nhất {MOST_FILES} tệp" in told) == (413, True)
    status, told = desk.send(("lon.pdf", b"%PDF" + bytes(100_000_000)), ("b.pdf", slip()))
    assert (status, "nặng hơn 100 MB" in told, "b.pdf</legend>" in told) == (422, True, True), told


def test_only_our_own_pages_send_files(asked: Desk) -> None:
    found = asked.ask("POST", "/minh-chung/tep", b"x", {"Origin": "https://example.org"})[0]
    assert (found, asked.ask("POST", "/minh-chung/tep", b"x")[0]) == (403, 415)


def test_axe_finds_nothing_in_the_rooms(browser: "Browser", desk: Desk, faults: "Faults") -> None:
    desk.send(("Phiếu.pdf", slip()), ("a.jpg", photograph(1)))
    desk.send(("Lớp.csv", ROWS.encode()), to="/minh-chung/bang/tep")
    table = desk.found[-1]
    page, wrong = desk.opened(browser), list[object]()
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.goto(f"{desk.url}/bang")
    figure = page.locator(".figures td.number a").last.get_attribute("href") or ""
    figure = figure.removesuffix("#so")  # the head of the page lies over what is scrolled below it
    page.goto(f"{desk.url}/minh-chung")
    ones = [link.get_attribute("href") or "" for link in page.locator(".proofs b a").all()[:2]]
    whole = ("/bang", "/minh-chung", *ones, "/minh-chung/khay", table, "/bao-cao")
    for address, part in (*((each, "") for each in whole), (figure, ".behind")):
        page.goto(f"{desk.url}{address}")
        wrong += faults(page, part)
    page.close()
    assert wrong == []
