"""The week of an editor and of a manager at one office, in Chromium: by mouse, then by keyboard.

An editor writes, sends out, moves, records; a manager verifies, releases, reports, publishes. All
of it is test data, as of 20 November 2021.
"""

import io
import json
import re
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from docx import Document
from PIL import Image
from starlette.middleware import Middleware

from generator.adapters.clock import SystemClock
from generator.adapters.web.server import application, running
from generator.cli.desk import _screens
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.cli.making_rooms import MakingRooms
from generator.cli.report_room import ReportRoom
from generator.desk import unreachable
from generator.desk.office_door import OfficeDoor, OfficeHouse
from generator.desk.piece_views import handle_of
from generator.vietnamese.dates import HANOI
from tests.desk.office import AN, HOA, SECRET, Clock, People, Visitor
from tests.desk.test_calendar_room import drag, told
from tests.desk.test_day import Keys, Mouse
from tests.desk.test_making_rooms import work_here
from tests.desk.test_proof_rooms import payload, photograph, slip
from tests.desk.test_word_pictures import Desk as Hands
from tests.text.test_imported import bent

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
NOVEMBER = datetime(2021, 11, 20, 9, tzinfo=HANOI)
STORY, SCRIPT = "content/hai-xuong-mot-viec.md", "content/phat-5.md"
PLAN, RELEASE = "campaigns/thu-2021/plan.yml", "campaigns/thu-2021/releases/2021-4-1.yml"
PICTURE = "assets/anh/hai-xuong-mot-viec/1-xuong-nhuom-anh-nguyen-van-thu.jpg"
RADIO = "Một tuần dọn xưởng"
LOST_NOTE = (
    "Đoạn 5: Đoạn này có dấu ghi chú cuối trang, nhưng tài liệu không có ghi chú ấy: “Đoạn cuối.”."
)
STATION_NEWS = (
    "Đài Thử nghiệm\nMới: “Chương trình phát thanh thử”, 10/11/2021, 6 giờ 30\n"
    f"Mới: “{RADIO}”, 8/12/2021, 6 giờ 30"
)
MORE_LINES = """\
  - id: bang-ron-4
    title: Băng rôn cuối năm
    medium: banner
    quantity: 08 cái
    quarters: [IV]
    responsible: so-thu
    source: https://example.org/ke-hoach
"""
MORE_PLACES = """\
  - {id: khu-hai, kind: industrial-park, names: [{name: Khu Hai}]}
  - {id: khu-ba, kind: industrial-park, names: [{name: Khu Ba}]}
"""
HOLIDAY = """\
days_off:
  - {from: 22/12/2021, to: 22/12/2021, name: Ngày hội thử, source: "https://example.org/nghi"}
"""
PIECE = """\
---
id: phat-5
medium: radio
campaign: thu-2021
activity: phat-thanh
title: Một tuần dọn xưởng
summary: Dữ liệu thử.
slot: 8/12/2021 06:30
basis: proposed
status: ready
---

**PTV 1:** Kính chào quý vị và các bạn.
"""
PLACES = """\
placements:
  - {place: huyen-thu, copies: 3, from: 1/12/2021, to: 10/12/2021, fixing: fence}
  - {place: khu-thu, copies: 2, from: 1/12/2021, to: 10/12/2021, fixing: fence}
  - {place: khu-hai, copies: 2, from: 1/12/2021, to: 10/12/2021, fixing: wall}
  - {place: khu-ba, copies: 1, from: 1/12/2021, to: 10/12/2021, fixing: wall}
"""
WITHOUT_WORD = "<w:r><w:t>Đoạn cuối."
FOOTNOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:footnote w:id="9"><w:p><w:r><w:t>Nguồn thử</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def letter() -> bytes:
    """A story with a photograph and a comment."""
    document, target, picture = Document(), io.BytesIO(), io.BytesIO()
    Image.effect_noise((90, 60), 200).resize((900, 600)).convert("RGB").save(picture, "JPEG")
    document.add_paragraph("Hai xưởng, một việc", style="Title")
    document.add_paragraph("Hai xưởng cùng khóa vòi.")
    document.add_paragraph().add_run().add_picture(picture)
    document.add_paragraph("Xưởng nhuộm. Ảnh: Nguyễn Văn Thử", style="Caption")
    document.add_paragraph("Đoạn cuối.")
    document.add_comment(document.paragraphs[1].runs[0], "Hỏi lại con số", author="BBT")
    document.save(target)
    return target.getvalue()


class Week:
    """An office for a week: where it is, and who sits where."""

    def __init__(self, root: Path, url: str, browser: "Browser", *, has_mouse: bool) -> None:
        self.root, self.url = root, url.rstrip("/")
        self._browser, self._has_mouse = browser, has_mouse
        self.hand: type[Mouse] = Mouse if has_mouse else Keys
        self.editor, self.manager = self.sits(AN), self.sits(HOA)

    def sits(self, name: str) -> Hands:
        """Somebody who has signed in, in a browser of their own."""
        context = self._browser.new_context(locale="vi-VN", accept_downloads=True)
        form, ours = {"ten": name, "mat-khau": SECRET}, {"Origin": self.url}
        came = context.request.post(f"{self.url}/vao", form=form, headers=ours, max_redirects=0)
        assert came.status == 303
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 1500})
        return Hands(page, "", has_mouse=self._has_mouse)

    def text(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def records(self) -> str:
        files = sorted((self.root / "campaigns/thu-2021/evidence").glob("mc-2021-0*.yml"))
        return "\n".join(each.read_text("utf-8") for each in files)

    def asks(self, who: Hands, path: str, **form: str) -> tuple[int, str]:
        """What somebody's browser would get that sends a form which no screen offers."""
        cookies = who.page.context.cookies()
        cookie = "; ".join(f"{each['name']}={each['value']}" for each in cookies)  # type: ignore[typeddict-item]
        key = who.page.locator("body").get_attribute("data-account") or ""
        status, _, answer = Visitor(urlsplit(self.url).netloc, cookie, key).ask(path, form)
        return status, answer


@pytest.fixture(params=[True, False], ids=["mouse", "keyboard"])
def week(
    request: pytest.FixtureRequest,
    browser: "Browser",
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Week]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(SystemClock, "now", lambda _: NOVEMBER)
    work_here(monkeypatch)
    root = Path(copytree(ROOT / "tests/examples/deeds", tmp_path / "kho"))
    for path, more in ((PLAN, MORE_LINES), ("campaigns/places.yml", MORE_PLACES)):
        (root / path).write_text((root / path).read_text("utf-8") + more, "utf-8")
    (root / "campaigns/holidays.yml").write_text(HOLIDAY, "utf-8")
    (root / SCRIPT).write_text(PIECE, "utf-8")
    here = Here(root, NOVEMBER, is_shared=True)
    room, making, clock = DraftRoom(root, here), MakingRooms(root, here, NOVEMBER), Clock(NOVEMBER)
    results, reports = DraftResults(root, room), ReportRoom(root, here)
    screens = _screens(root, here, room, results, reports, making, clock)
    guards = [Middleware(OfficeDoor, house=OfficeHouse(People(), clock))]
    with ExitStack() as stack:
        for each in (results, reports, making):
            stack.enter_context(closing(each))
        url = stack.enter_context(running(application(screens, (), guards, {OSError: unreachable})))
        one = Week(root, url, browser, has_mouse=request.param)
        errors = list[str]()
        for who in (one.editor, one.manager):
            who.page.on("pageerror", lambda error: errors.append(str(error)))
        yield one
        for who in (one.editor, one.manager):
            who.page.context.close()
        assert errors == []


def test_the_week_of_an_editor_and_of_a_manager(week: Week) -> None:
    brings_a_story_from_word(week)
    sends_it_out_to_word_and_compares(week)
    moves_a_slot_across_a_holiday_and_back(week)
    is_refused_what_only_the_manager_may(week)
    releases_the_quarter(week)
    adds_a_banner_with_four_places(week)
    has_a_slip_and_photographs_verified(week)
    follows_a_number_to_its_proof(week)
    writes_and_freezes_the_report(week)
    two_write_in_one_piece(week)
    publishes(week)


def brings_a_story_from_word(week: Week) -> None:
    an = week.editor
    note = f'<w:r><w:footnoteReference w:id="2"/></w:r>{WITHOUT_WORD}'
    data = bent(bent(letter(), WITHOUT_WORD, note), "", FOOTNOTES, "word/footnotes.xml")
    an.page.goto(f"{week.url}/bai/moi")
    an.bring("Bài gửi.docx", data)
    an.press("Viết bài: Một trang riêng")
    lost = an.page.locator(".remarks li").all_inner_texts()
    assert [each.split("\n")[0] for each in lost] == [
        LOST_NOTE,
        "Đoạn 2: Nhận xét của BBT không được mang sang: “Hỏi lại con số”.",
    ]
    assert f"](../{PICTURE})" in week.text(STORY)
    assert (week.root / PICTURE).is_file()


def sends_it_out_to_word_and_compares(week: Week) -> None:
    an = week.editor
    with an.page.expect_download() as taken:
        an.page.get_by_role("button", name="Mở bằng Word").press("Enter")
    document, target = Document(taken.value.path()), io.BytesIO()
    next(r for p in document.paragraphs for r in p.runs if "cuối" in r.text).text = "Đoạn kết."
    document.save(target)
    an.bring("sửa.docx", target.getvalue())
    shown = an.page.locator("main").inner_text()
    assert re.findall(r"Bây giờ\s+(.*)\s+Trong Word\s+(.*)", shown) == [("Đoạn cuối.", "Đoạn kết.")]
    an.press("Lấy các chỗ đã đánh dấu vào bài")
    an.page.locator(".ProseMirror").get_by_text("Đoạn kết.").wait_for()
    an.page.locator(".ProseMirror .picture textarea").first.focus()
    an.page.keyboard.type("Công nhân đứng bên bể nhuộm")
    an.page.keyboard.press("Control+s")
    an.page.get_by_text("Đã lưu,").wait_for()
    assert f"![Công nhân đứng bên bể nhuộm](../{PICTURE})" in week.text(STORY)
    assert "Đoạn kết." in week.text(STORY)


def moves_a_slot_across_a_holiday_and_back(week: Week) -> None:
    an, before = week.editor, week.text(SCRIPT)
    an.page.goto(f"{week.url}/lich?ngay=2021-12-08")
    if week.hand is Mouse:
        drag(an.page, RADIO, "2021-12-22")
    else:
        an.press(f"Đổi ngày …: {RADIO}")
        an.page.locator("#sang:focus").wait_for()
        an.page.keyboard.type("22/12")
        with an.page.expect_navigation():
            an.page.keyboard.press("Enter")
    assert told(an.page) == [
        "22/12/2021 là ngày nghỉ: Ngày hội thử.",
        "Cách lần trước 42 ngày.",
        "Lịch quý IV/2021 chưa phát hành; phát hành thì Đài thử nhận ngày này.",
    ]
    if week.hand is Mouse:
        an.page.mouse.up()
    an.press("Vẫn dời sang thứ Tư, 22/12/2021")
    assert week.text(SCRIPT) == before.replace("8/12/2021", "22/12/2021")
    an.press("Lấy lại")
    assert week.text(SCRIPT) == before


def is_refused_what_only_the_manager_may(week: Week) -> None:
    an = week.editor
    an.press("Dựng trang")
    assert an.page.get_by_role("button", name="Dựng", exact=True).count() == 0
    assert f"Việc này chỉ người duyệt làm được: {HOA}" in an.page.locator("main").inner_text()
    for path, act in (("/dung", "dung"), ("/bao-cao?ke=&ky=2021", "chot")):
        status, answer = week.asks(an, path, viec=act)
        assert (status, "Việc này chỉ người duyệt làm được" in answer) == (403, True)
    assert not (week.root / "dist").exists()


def releases_the_quarter(week: Week) -> None:
    hoa = week.manager
    hoa.page.goto(f"{week.url}/lich")
    hoa.press("Phát hành lịch quý IV/2021")
    assert hoa.page.locator(".release .news > li").all_inner_texts() == [
        "Báo Thử nghiệm\nMới: “Bài báo thử”, 2/11/2021",
        STATION_NEWS,
    ]
    hoa.press("Phát hành bản 1")
    assert hoa.told().startswith("Đã phát hành")
    days = re.findall(r'at: "([^"]*)"', week.text(RELEASE))
    assert sorted(days) == ["10/11/2021 06:30", "2/11/2021", "8/12/2021 06:30"]


def adds_a_banner_with_four_places(week: Week) -> None:
    an = week.editor
    an.press("Bài")
    an.press("Viết bài mới")
    an.press("Viết bài: Băng rôn cuối năm")
    an.page.locator(".ProseMirror").wait_for()
    hand = week.hand(an.page)
    hand.press(an.page.get_by_role("button", name="Xem như văn bản", exact=True))
    text = str(an.page.evaluate("loaTrang.state.text"))
    head, _, _ = text.partition("---\n\n")
    own = re.sub(r"(?m)^(?:title|summary|slogan|size|placements).*\n(?:  .*\n)*", "", head)
    words = "title: Khóa vòi cuối ca\nsummary: Dữ liệu thử.\nslogan: Khóa vòi cuối ca\n"
    an.page.locator(".cm-content").focus()
    an.page.keyboard.press("Control+a")
    an.page.keyboard.insert_text(f"{own}{words}size: 6 x 0,8 m\n{PLACES}---\n\nDữ liệu thử.\n")
    an.page.wait_for_function("() => loaTrang.state.text.includes('khu-ba')")
    hand.save()
    an.page.wait_for_function("() => loaTrang.state.is_saved")
    an.press("Gửi duyệt")
    an.page.goto(f"{week.url}/ma-ket/danh-sach")
    assert an.page.locator("table.runs .number").all_inner_texts()[1:] == ["8", *"3221", "8"]
    assert an.page.locator(".sum").all_inner_texts() == [
        "Băng rôn cuối năm: kế hoạch đặt 8, đã có chỗ đủ 8."
    ]


def has_a_slip_and_photographs_verified(week: Week) -> None:
    an, hoa = week.editor, week.manager
    an.press("Minh chứng")
    files = [payload("Phiếu tháng 11.pdf", slip())]
    files += [payload(f"ảnh {number}.jpg", photograph(number)) for number in (1, 2, 3)]
    an.page.locator("input[type=file]").set_input_files(files)
    an.press("Nhận các tệp này")
    paper, *pictures = an.page.locator("fieldset.waits").all()
    paper.get_by_label("Làm chứng cho").select_option("thu-2021|phat-4")
    paper.get_by_label("Loại").select_option("aired")
    paper.get_by_label("Làm ngày").fill("10/11/2021 06:30")
    paper.get_by_label("Ai gửi").fill("Đài Thử nghiệm")
    for one in pictures:
        one.get_by_label("Làm chứng cho").select_option("thu-2021|bang-ron-1/khu-thu")
        one.get_by_label("Bao nhiêu").fill("1 cái")
        one.get_by_label("Ai gửi").fill("Người treo thử")
    an.press("Ghi làm minh chứng")
    assert an.told().startswith("Đã ghi làm minh chứng.")
    assert week.records().count("verified_by") == 0
    hoa.press("Minh chứng")
    hoa.press("Xem và kiểm tra: Chương trình phát thanh thử, 10/11/2021")
    hoa.press("Đúng, đã kiểm tra")
    assert hoa.told() == "Đã kiểm tra: từ nay tính là có minh chứng."
    for left in (6, 5, 4):
        assert f"Còn {left} mục chờ kiểm tra." in hoa.page.locator("aside").inner_text()
        hoa.press("Xem và kiểm tra: Băng rôn thử, Khu công nghiệp Thử, ảnh, đã treo, 1 cái")
        hoa.press("Đúng, đã kiểm tra")
    assert week.records().count(f"verified_by: {HOA}\n") == 4


def follows_a_number_to_its_proof(week: Week) -> None:
    hoa = week.manager
    hoa.press("Bảng")
    hoa.press("Chương trình phát thanh thử, Có minh chứng: 3")
    assert hoa.page.locator(".behind .figure").inner_text() == "Có minh chứng: 3"
    assert hoa.page.locator(".behind .adds").all_inner_texts() == ["+ 1 chương trình"] * 3
    hoa.press("Chương trình phát thanh thử, 10/11/2021")
    assert hoa.page.locator("aside .state").inner_text() == "có minh chứng"


def writes_and_freezes_the_report(week: Week) -> None:
    hoa = week.manager
    hoa.press("Báo cáo")
    hoa.page.get_by_label("Thời gian báo cáo").select_option("2021")
    hoa.press("Xem")
    shown = hoa.page.locator(".sheet").inner_text()
    done = "- Chương trình phát thanh thử: đã làm 4 chương trình, trong đó 1 chưa có minh chứng."
    assert done in shown
    hoa.press("Chốt báo cáo")
    assert hoa.page.locator("aside .state").inner_text() == "Đã chốt 20/11/2021, 9 giờ"
    made = week.root / "dist/report/thu-2021/2021"
    names = sorted(each.name for each in made.iterdir())
    assert names == ["bao-cao.docx", "bao-cao.pdf", "phu-luc.xlsx"]
    assert (week.root / "campaigns/thu-2021/reports/2021.json").is_file()


def two_write_in_one_piece(week: Week) -> None:
    an, hoa = (week.hand(who.page) for who in (week.editor, week.manager))
    at = f"{week.url}/bai/{handle_of(STORY)}"
    an.page.goto(at)
    an.reach(an.page.locator(".ProseMirror"))
    an.page.keyboard.press("Control+End")
    an.page.keyboard.press("Enter")
    an.page.keyboard.type("Câu của An.")
    an.page.get_by_text("Đã giữ").wait_for()
    hoa.page.goto(at)
    writes = hoa.page.locator("#ai-viet").inner_text()
    assert writes.startswith(f"{AN} đang viết bài này từ 9:00. Bạn vẫn viết được")
    assert "Câu của An." not in hoa.page.locator(".ProseMirror").inner_text()
    hoa.reach(hoa.page.get_by_label("Tóm tắt"))
    hoa.page.keyboard.press("Control+A")
    hoa.page.keyboard.type("Hai xưởng, một cái van.")
    hoa.save()
    hoa.page.get_by_text("Đã lưu,").wait_for()
    an.save()
    an.page.locator("[data-kind=others]").wait_for()
    an.press(an.page.get_by_role("button", name="Tôi đã xem"))
    an.save()
    an.page.get_by_text("Đã lưu,").wait_for()
    text = week.text(STORY)
    assert ("Hai xưởng, một cái van." in text, "Câu của An." in text) == (True, True)


def publishes(week: Week) -> None:
    hoa = week.manager
    hoa.page.goto(f"{week.url}/bai/{handle_of(STORY)}")
    hoa.press("Gửi duyệt")
    week.hand(hoa.page).press(hoa.page.locator("#duyet button[value=duyet]"))
    hoa.page.get_by_text("chữ và các ô của bài đã khóa").wait_for()
    assert f"approved_by: {HOA}" in week.text(STORY)
    hoa.press("Dựng trang")
    assert "Chưa dựng lần nào." in hoa.page.locator("main").inner_text()
    hand, build_it = week.hand(hoa.page), hoa.page.get_by_role("button", name="Dựng", exact=True)
    hand.near(build_it)
    with hoa.page.expect_navigation():
        hand.press(build_it)
    hoa.page.locator(".working").wait_for(state="detached", timeout=60_000)
    assert "Đã dựng xong" in hoa.told()
    edition = json.loads(week.text("dist/edition.json"))
    assert "hai-xuong-mot-viec" in edition["shown"].split()
    assert hoa.page.goto(f"{week.url}/dung/trang/hai-xuong-mot-viec/")
    shown = hoa.page.locator("article, main").first.inner_text()
    assert ("Câu của An." in shown, "Đoạn kết." in shown) == (True, True)
