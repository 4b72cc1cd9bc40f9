"""The desk as browsers and as hostile hands meet it. The workspace is test data."""

import html
import json
import re
from collections.abc import Iterator
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from starlette.middleware import Middleware

from generator.adapters.clock import SystemClock
from generator.adapters.web.server import application, running
from generator.app.editing.edit_kinds import ReleaseQuarter
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk import routes, unreachable
from generator.desk.piece_views import handle_of
from generator.desk.quarter_view import quarter_view
from generator.desk.safety import Guard
from generator.desk.today import groups
from generator.desk.unread_pieces import by_item, unread_pieces
from generator.model.quarter import Quarter
from generator.vietnamese.dates import HANOI

BANNER = "content/bang-ron.md"
TOKEN = "token-of-the-start"  # noqa: S105 - of a test


class Browser:
    """Asks as a browser does that was given the token."""

    def __init__(self, url: str) -> None:
        self.host = urlsplit(url).netloc
        self.cookie = f"loa={TOKEN}"

    def ask(
        self, path: str, form: dict[str, str] | None = None, **headers: str | None
    ) -> tuple[int, dict[str, str], str]:
        """What is answered; a header that is None is left out."""
        sent: dict[str, str | None] = {"Cookie": self.cookie, "Host": self.host}
        if form is not None:
            sent |= {"Origin": f"http://{self.host}"}
            sent |= {"Content-Type": "application/x-www-form-urlencoded"}
        sent |= {name.title(): value for name, value in headers.items()}
        connection = HTTPConnection(self.host, timeout=30)
        body = urlencode(form).encode() if form is not None else None
        told = {name: value for name, value in sent.items() if value is not None}
        connection.request("GET" if form is None else "POST", path, body, told)
        response = connection.getresponse()
        answer = response.read().decode("utf-8", "replace")
        connection.close()
        known = {name.lower(): value for name, value in response.getheaders()}
        return response.status, known, answer

    def post(self, path: str, body: str) -> tuple[int, str]:
        """What the door in JSON answers."""
        connection = HTTPConnection(self.host, timeout=30)
        ours = {"Cookie": self.cookie, "Origin": f"http://{self.host}"}
        connection.request("POST", path, body.encode(), ours)
        response = connection.getresponse()
        answer = response.read().decode("utf-8", "replace")
        connection.close()
        return response.status, answer

    def handle(self, title: str) -> str:
        """The address of a piece, as the list has it."""
        shown = self.ask("/bai")[2]
        return re.findall(rf'href="(/bai/\w+)">{re.escape(title)}<', shown)[0]

    def text(self, address: str) -> tuple[str, str]:
        """The text that is to be written in, and the seal of what is in the file."""
        shown = self.ask(address)[2]
        seal = re.findall(r'name="dau" value="(\w+)"', shown)[0]
        return html.unescape(
            re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", shown, re.DOTALL)[0]
        ), seal


@pytest.fixture
def browser_of(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    here = Here(tiny)
    guards = [Middleware(Guard, token=TOKEN)]
    app = application(
        routes(here, here.brand, DraftRoom(tiny, here)), (), guards, {OSError: unreachable}
    )
    with running(app) as url:
        yield Browser(url)


def opened(root: Path) -> str:
    """The text of the banner, waiting for approval: nothing of it is locked."""
    text = (root / BANNER).read_text("utf-8").replace("status: approved", "status: ready")
    (root / BANNER).write_text(re.sub(r"approved_\w+: .*\n", "", text), "utf-8")
    return (root / BANNER).read_text("utf-8")


def test_the_address_of_the_start_opens_it_and_nothing_else_does(browser_of: Browser) -> None:
    status, headers, _ = browser_of.ask(f"/mo/{TOKEN}", cookie=None)
    assert (status, headers["location"]) == (303, "/")
    assert headers["set-cookie"] == f"loa={TOKEN}; HttpOnly; Path=/; SameSite=strict"
    assert browser_of.ask("/")[0] == 200
    for path in ("/", "/bai", "/desk.css", "/mo/another", "/mo/"):
        assert browser_of.ask(path, cookie=None)[0] == 403
    assert browser_of.ask("/", cookie="loa=another")[0] == 403


def test_no_other_site_can_ask_through_the_browser(browser_of: Browser, tiny: Path) -> None:
    before = (tiny / BANNER).read_bytes()
    address = browser_of.handle("Băng rôn thử")
    form = {"viec": "rut", "ten": "Hết"}
    for origin in ("http://example.org", "null", None, f"https://{browser_of.host}"):
        assert browser_of.ask(address, form, origin=origin)[0] == 403
    assert browser_of.ask("/", host="example.org")[0] == 400
    assert (tiny / BANNER).read_bytes() == before


def test_every_answer_lets_nothing_in_from_elsewhere(browser_of: Browser) -> None:
    for path in ("/", "/bai", "/nothing", "/desk.css"):
        headers = browser_of.ask(path)[1]
        assert headers["content-security-policy"].startswith("default-src 'none'; ")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_a_browser_keeps_files_of_the_package_alone(browser_of: Browser) -> None:
    style = re.findall(r'"(/desk\.css\?\w+)"', browser_of.ask("/")[2])
    paths = ("/fonts/be-vietnam-pro-400.woff2", "/fonts/none.woff2", "/mau.css", "/desk.css?1")
    kept = [browser_of.ask(path)[1]["cache-control"] for path in (*style, *paths)]
    for_ever = "private, max-age=31536000, immutable"
    assert kept == [for_ever, "private, max-age=86400", "no-store", "no-store", "no-store"]


def test_no_path_comes_from_a_browser(browser_of: Browser) -> None:
    for path in ("/bai/..%2f..%2fmkdocs.yml", "/bai/content", "/fonts/..%2fsite.css", "/fonts/x"):
        assert browser_of.ask(path)[0] == 404
    assert browser_of.ask("/bai/moi", {"dong": "thu/nothing"})[0] == 404
    assert "Không có trang này." in browser_of.ask("/nothing/here")[2]
    assert browser_of.ask("/bai/moi", {"ten": "x" * 3_000_000})[0] == 413
    assert browser_of.ask("/doi/99", {})[0] == 409


def test_the_day_shows_what_waits_and_a_piece_is_approved(browser_of: Browser, tiny: Path) -> None:
    ready = opened(tiny)
    shown = browser_of.ask("/")[2]
    assert "Đọc và duyệt" in shown
    address = browser_of.handle("Băng rôn thử")
    form = {"viec": "duyet", "ten": "Tổ biên tập", "so": "", "dau": browser_of.text(address)[1]}
    status, headers, _ = browser_of.ask(address, form)
    assert (status, headers["location"].endswith(f"{address}?xong=duyet")) == (303, True)
    assert "status: approved\napproved_by: Tổ biên tập\n" in (tiny / BANNER).read_text("utf-8")
    assert "Duyệt: “Băng rôn thử”" in browser_of.ask("/")[2]
    assert browser_of.ask("/doi/1", {})[0] == 303
    assert (tiny / BANNER).read_text("utf-8") == ready


def test_a_text_is_saved_line_by_line(browser_of: Browser, tiny: Path) -> None:
    saved = "\ufeff" + opened(tiny).replace("\n", "\r\n")
    (tiny / BANNER).write_bytes(saved.encode())
    address = browser_of.handle("Băng rôn thử")
    text, seal = browser_of.text(address)
    form = {"viec": "luu", "dau": seal, "text": text.replace("\n", "\r\n")}
    assert browser_of.ask(address, form)[1]["location"].endswith("?xong=khong")
    assert (tiny / BANNER).read_bytes() == saved.encode()
    form["text"] = form["text"].replace("Một băng rôn", "Hai băng rôn")
    assert browser_of.ask(address, form)[1]["location"].endswith("?xong=luu")
    assert (tiny / BANNER).read_bytes() == saved.replace("Một băng rôn", "Hai băng rôn").encode()


def test_what_would_stop_the_build_is_not_saved_and_not_lost(
    browser_of: Browser, tiny: Path
) -> None:
    before = opened(tiny).encode()
    address = browser_of.handle("Băng rôn thử")
    text, seal = browser_of.text(address)
    form = {"viec": "luu", "dau": seal, "text": text.replace("(index.md)", "(nothing.md)") + "<b>"}
    status, _, shown = browser_of.ask(address, form)
    assert (status, (tiny / BANNER).read_bytes()) == (422, before)
    assert "Chưa lưu gì cả." in shown
    assert "(nothing.md)" in shown
    assert "&lt;b&gt;" in shown


def test_what_somebody_saved_meanwhile_is_shown_beside_what_was_typed(
    browser_of: Browser, tiny: Path
) -> None:
    opened(tiny)
    address = browser_of.handle("Băng rôn thử")
    text, seal = browser_of.text(address)
    by_word = (tiny / BANNER).read_text("utf-8").replace("Một băng rôn", "Ba băng rôn")
    (tiny / BANNER).write_text(by_word, "utf-8")
    form = {"viec": "luu", "dau": seal, "text": text.replace("Một băng rôn", "Hai băng rôn")}
    status, _, shown = browser_of.ask(address, form)
    assert (status, (tiny / BANNER).read_text("utf-8")) == (409, by_word)
    assert "Hai băng rôn" in shown
    assert "Ba băng rôn" in shown


def test_a_piece_is_begun_and_a_broken_one_opened(browser_of: Browser, tiny: Path) -> None:
    status, headers, _ = browser_of.ask("/bai/moi", {"dong": "thu/bang-ron-thu", "ten": "Mới"})
    assert status == 303
    text, _ = browser_of.text(headers["location"])
    assert ('\ntitle: "Mới"\n' in text, "summary:" in text) == (True, False)
    (tiny / "content/hong.md").write_text("Không có phần đầu.\n", "utf-8")
    address = browser_of.handle("Không có phần đầu.")
    assert browser_of.text(address)[0] == "Không có phần đầu.\n"
    for room in ("/", "/bai/moi"):
        shown = browser_of.ask(room)[2]
        assert "Không có phần đầu.</a>: không đọc được. Hãy sửa tệp ấy" in shown
    assert not [room for room in ("/", "/bai") if "hong.md" in browser_of.ask(room)[2]]
    assert "rồi lại một dòng ---" in browser_of.ask(address)[2]


def test_the_buttons_of_a_piece_do_what_they_say(browser_of: Browser, tiny: Path) -> None:
    def press(deed: str, **form: str) -> str:
        address = browser_of.handle("Băng rôn thử")
        seal = browser_of.text(address)[1]
        answer = browser_of.ask(address, {"viec": deed, "dau": seal, **form})[1]
        assert answer["location"].endswith(f"?xong={deed}")
        browser_of.ask(answer["location"])
        return (tiny / BANNER).read_text("utf-8") if (tiny / BANNER).exists() else ""

    signed = "status: approved\napproved_by: Người thử\napproved_on: 20/4/2021\n"
    text = (tiny / BANNER).read_text("utf-8")
    assert (
        "Bài đã duyệt: chữ và các ô đã khóa."
        in browser_of.ask(browser_of.handle("Băng rôn thử"))[2]
    )
    assert press("dinh", ten="Ghi nhầm khổ.").count("Ghi nhầm khổ.") == 1
    browser_of.ask("/doi/1", {})
    assert press("molai") == text.replace(signed, "status: draft\n")
    assert press("gui") == text.replace(signed, "status: ready\n")
    assert (
        "Duyệt xong thì chữ và mọi ô của bài khóa lại"
        in browser_of.ask(browser_of.handle("Băng rôn thử"))[2]
    )
    assert "status: approved\napproved_by: Tổ\n" in press("duyet", ten="Tổ")
    assert "  # Hết hạn\n" in press("rut", ten="Hết hạn", biet="1")
    assert press("molai").count("status: draft") == 1
    assert press("doiten", ten="Băng rôn đẹp") == ""
    assert "id: bang-ron-dep\n" in (tiny / "content/bang-ron-dep.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"ten": "Một “tên”"}, "hãy bấm “Viết bài” ở dòng của việc ấy."),
        ({"{": "}"}, "hãy bấm “Viết bài” ở dòng của việc ấy."),
        ({"dong": "rieng", "ten": "Trang <b>đậm</b>"}, "không có tác dụng gì"),
        ({"dong": "thu/bang-ron-thu", "ten": "x" * 12000}, "dài hơn 10.000 ký tự"),
        ({"dong": "rieng", "ten": "TRANG  dau"}, "Đã có một bài mang tên này:"),
    ],
)
def test_a_piece_is_not_begun_in_silence_nor_without_a_choice(
    browser_of: Browser, tiny: Path, form: dict[str, str], told: str
) -> None:
    before = sorted(tiny.rglob("*.md"))
    status, _, shown = browser_of.ask("/bai/moi", form)
    field = re.findall(r'name="ten" value="([^"]*)"', shown)
    assert (status, told in shown, shown.count(told)) == (422, True, 1)
    assert list(map(html.unescape, field)) == [form.get("ten", "")]
    assert sorted(tiny.rglob("*.md")) == before


def test_two_pieces_have_one_title_when_that_is_meant(browser_of: Browser, tiny: Path) -> None:
    form = {"dong": "rieng", "ten": "Trang đầu", "biet": "Trang đầu"}
    assert browser_of.ask("/bai/moi", form)[0] == 303
    assert (tiny / "content/trang-dau-2.md").is_file()


def test_what_goes_out_soon_and_nobody_has_approved_is_due(tiny: Path) -> None:
    opened(tiny)
    now = datetime(2021, 4, 25, tzinfo=HANOI)
    text = (
        (tiny / "content/index.md")
        .read_text("utf-8")
        .replace("status: approved", "status: draft\npublish_on: 1/5/2021")
    )
    (tiny / "content/index.md").write_text(re.sub(r"approved_\w+: .*\n", "", text), "utf-8")
    lines = groups(Here(tiny, now).look().plan)[1].lines
    assert [(line.title, line.due) for line in lines] == [("Trang đầu", "Lên trang 1/5/2021")]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"viec": "duyet", "ten": "Tổ"}, ["Chưa duyệt được.", "<b>Tóm tắt:</b>", "ô “Tóm tắt”"]),
        ({"viec": "duyet", "ten": "Tổ", "dau": "cũ"}, ["Chưa duyệt được.", "Hãy đọc lại"]),
        ({"viec": "duyet", "ten": "Tổ", "dau": ""}, ["Chưa duyệt được.", "Hãy đọc lại"]),
        ({"viec": "duyet", "ten": " "}, ["Chưa duyệt được.", "Hãy điền ô “Ai duyệt”"]),
        ({"viec": "duyet"}, ["Chưa duyệt được.", "Hãy điền ô “Ai duyệt”"]),
        ({"viec": "gui"}, ["Chưa gửi duyệt được.", "<b>Tóm tắt:</b>", "Vẫn gửi duyệt"]),
        ({"viec": "dinh", "ten": "Sai ,dấu."}, ["Chưa đính chính được.", "Vẫn thêm"]),
        (
            {"viec": "dinh", "ten": "Sai <b>."},
            ["Chưa đính chính được.", "Chữ ở ô này hiện đúng như đã gõ"],
        ),
        (
            {"viec": "doiten", "ten": "trang dau"},
            ["Chưa đổi tên được.", 'value="trang dau"', "Đã có bài khác"],
        ),
        ({"viec": "doiten", "ten": "!"}, ["Chưa đổi tên được.", 'value="!"', 'group" open']),
    ],
)
def test_a_button_that_is_refused_says_what_was_asked_in_the_words_of_the_screen(
    browser_of: Browser, tiny: Path, form: dict[str, str], told: list[str]
) -> None:
    text = re.sub(
        "summary: .*", "summary: Một câu cho biết người đọc sẽ gặp gì ở đây.", opened(tiny)
    )
    text = text.replace("status: ready", "status: draft")
    (tiny / BANNER).write_text(text, "utf-8")
    address = browser_of.handle("Băng rôn thử")
    form = {"dau": browser_of.text(address)[1], **form}
    status, _, shown = browser_of.ask(f"{address}?xong=gui", form)
    refused = shown[shown.index('class="told wrong"') :]
    assert (status, [each for each in told if each not in refused]) == (422, [])
    assert not re.search(
        r"Chưa lưu gì cả|Đã gửi duyệt|summary:.*thì có thể bỏ", refused.partition("<textarea")[0]
    )
    assert (tiny / BANNER).read_text("utf-8") == text
    if form["viec"] == "gui":
        again = browser_of.ask(browser_of.handle("Băng rôn thử"), {**form, "biet": "1"})
        assert again[1]["location"].endswith("?xong=gui")


def test_whoever_withdraws_is_told_who_leads_there(browser_of: Browser, tiny: Path) -> None:
    form = {"viec": "rut", "ten": "Hết hạn"}
    before, address = (tiny / BANNER).read_bytes(), browser_of.handle("Băng rôn thử")
    told = "Bài khác đang dẫn người đọc tới bài này: “Trang đầu”."
    status, _, shown = browser_of.ask(address, form)
    assert (status, told in shown, (tiny / BANNER).read_bytes()) == (422, True, before)
    assert "<b>Rút bài “Băng rôn thử”?</b> Trang của bài không còn" in shown
    index = (tiny / "content/index.md").read_text("utf-8")
    (tiny / "content/index.md").write_text(index.replace("](bang-ron.md)", "](index.md)"), "utf-8")
    status, _, shown = browser_of.ask(address, form)
    assert (status, "Không bài nào khác dẫn người đọc tới đây." in shown) == (422, True)
    assert browser_of.ask(address, {**form, "biet": "1"})[1]["location"].endswith("?xong=rut")


def test_a_piece_whose_id_is_broken_is_opened_and_mended(browser_of: Browser, tiny: Path) -> None:
    text = (tiny / BANNER).read_text("utf-8").replace("id: bang-ron-thu-1", "id: Băng Rôn 1")
    (tiny / "content/hong.md").write_text(text, "utf-8")
    address = f"/bai/{handle_of('content/hong.md')}"
    assert browser_of.handle("Băng rôn thử") == address  # the broken one is told above the list
    assert browser_of.ask(address)[0] == 200
    answer = browser_of.ask(address, {"viec": "doiten", "ten": "Băng rôn hỏng"})[1]
    assert answer["location"].endswith("?xong=doiten")
    assert "id: bang-ron-hong\n" in (tiny / "content/bang-ron-hong.md").read_text("utf-8")
    status, to, _ = browser_of.ask(address)  # by Back, or from another window
    assert (status, f"{to['location']}?xong=doiten") == (303, answer["location"])
    status, _, shown = browser_of.ask(answer["location"])
    assert (status, "Trong địa chỉ, bài nay mang tên “bang-ron-hong”" in shown) == (200, True)


def test_a_slot_whose_piece_cannot_be_read_is_never_begun_anew(tiny: Path) -> None:
    text = (tiny / BANNER).read_text("utf-8")
    (tiny / BANNER).write_text(text.replace("id: bang-ron-thu-1", "id: [bang ron: thu]"), "utf-8")
    plan = (tiny / PLAN).read_text("utf-8").rstrip("\n")
    slot = "\n    slots: [{id: bang-ron, at: 1/5/2021, basis: proposed}]\n"
    (tiny / PLAN).write_text(plan + slot, "utf-8")
    here = Here(tiny, datetime(2021, 4, 25, tzinfo=HANOI))
    report = here.look()
    unread = by_item(unread_pieces(report, here.data))
    found = [line for group in groups(report.plan, unread) for line in group.lines]
    address = f"/bai/{handle_of(BANNER)}"
    assert found
    assert {(line.title, line.about, line.button, line.link, line.activity) for line in found} == {
        ("Băng rôn thử", "không đọc được tệp", "Mở tệp", address, "")
    }
    (mark,) = quarter_view(report.plan, unread).rows[0].marks
    assert (mark.link, mark.title.endswith("không đọc được tệp")) == (address, True)


def test_the_desk_leaves_nothing_beside_the_files_of_a_workspace(
    browser_of: Browser, tiny: Path
) -> None:
    opened(tiny)
    before = {path.name for path in tiny.iterdir()}
    address = browser_of.handle("Băng rôn thử")
    form = {"viec": "duyet", "ten": "Tổ biên tập", "dau": browser_of.text(address)[1]}
    assert browser_of.ask(address, form)[0] == 303
    assert {path.name for path in tiny.iterdir()} == before | {"build"}


def test_a_piece_is_begun_from_a_line_of_the_plan(browser_of: Browser, tiny: Path) -> None:
    shown = browser_of.ask("/bai/moi")[2]
    assert re.findall(r'name="dong" value="([^"]*)"', shown) == ["thu/bang-ron-thu", "rieng"]
    assert "Không còn khung giờ trống" in shown
    plan = tiny / "campaigns/thu/plan.yml"
    lines = plan.read_text("utf-8").rstrip("\n")
    slot = "\n    slots: [{id: moi-1, at: 20/6/2021, quarter: II/2021, basis: proposed}]\n"
    plan.write_text(lines + slot, "utf-8")
    assert "Khung giờ đã qua mà chưa có bài: 20/6/2021." in browser_of.ask("/bai/moi")[2]


def test_what_partners_were_told_is_said_before_another_name(
    browser_of: Browser, tiny: Path
) -> None:
    opened(tiny)
    assert Here(tiny).edit([ReleaseQuarter("thu", Quarter(2021, 2))]).is_written
    address = browser_of.handle("Băng rôn thử")
    status, _, shown = browser_of.ask(address, {"viec": "doiten", "ten": "khac"})
    told = "Các đơn vị đã có bài này trong lịch đã phát hành: ở bản phát hành sau, với họ"
    assert (status, told in shown) == (422, True)
    form = {"viec": "doiten", "ten": "khac", "biet": "1"}
    assert browser_of.ask(address, form)[0] == 303


def test_no_button_acts_on_a_text_that_is_not_saved(browser_of: Browser, tiny: Path) -> None:
    before = opened(tiny)
    address = browser_of.handle("Băng rôn thử")
    text, seal = browser_of.text(address)
    wish = json.dumps({"seal": seal, "edit": {"text": text + "Câu chưa lưu.\n"}})
    assert browser_of.post(f"{address}/nhap", wish)[0] == 200
    seal = browser_of.text(address)[1]
    for form in ({"viec": "duyet", "ten": "Tổ", "dau": seal}, {"viec": "doiten", "ten": "khac"}):
        status, _, shown = browser_of.ask(address, form)
        assert (status, "chưa lưu: hãy lưu, hoặc bỏ đi" in shown) == (422, True)
        assert ('id="lay-lai"' in shown, 'id="bo-ban-nhap"' in shown) == (True, True)
    assert ((tiny / BANNER).read_text("utf-8"), "Câu chưa lưu." in shown) == (before, True)


def test_what_is_locked_is_opened_again_with_what_was_typed(
    browser_of: Browser, tiny: Path
) -> None:
    opened(tiny)
    address = browser_of.handle("Băng rôn thử")
    text, seal = browser_of.text(address)
    wish = json.dumps({"seal": seal, "edit": {"text": text + "Câu chưa lưu.\n"}})
    assert browser_of.post(f"{address}/nhap", wish)[0] == 200
    answered = "status: approved\napproved_by: Trần Thị Hoa\napproved_on: 1/5/2021"
    approved = (tiny / BANNER).read_text("utf-8").replace("status: ready", answered)
    (tiny / BANNER).write_text(approved, "utf-8")
    assert browser_of.ask(address, {"viec": "molai"})[0] == 303
    text, seal = browser_of.text(address)
    assert ("Trần Thị Hoa" in text, "Câu chưa lưu." in text) == (False, True)
    assert browser_of.post(f"{address}/luu", json.dumps({"seal": seal}))[0] == 200
    assert (tiny / BANNER).read_text("utf-8") == text


def test_a_piece_is_shown_as_open_or_locked_as_its_file_is_now(
    browser_of: Browser, tiny: Path
) -> None:
    address = browser_of.handle("Băng rôn thử")
    assert 'value="molai"' in browser_of.ask(address)[2]
    opened(tiny)
    shown = browser_of.ask(address)[2]
    assert ('value="luu"' in shown, 'value="duyet"' in shown) == (True, True)


def test_whose_later_change_keeps_one_from_being_taken_back_is_said(
    browser_of: Browser, tiny: Path
) -> None:
    opened(tiny)
    address = browser_of.handle("Băng rôn thử")

    def told() -> str:
        status, _, shown = browser_of.ask("/doi/1", {})
        assert status == 409
        return html.unescape(shown)

    def save(old: str, new: str) -> None:
        text, seal = browser_of.text(address)
        form = {"viec": "luu", "text": text.replace(old, new), "dau": seal}
        assert browser_of.ask(address, form)[0] == 303

    save("Một băng rôn", "Hai băng rôn")
    save("Hai băng rôn", "Ba băng rôn")
    assert "Sau đó chính bạn đã sửa “Băng rôn thử”, lúc " in told()
    text = (tiny / BANNER).read_text("utf-8")
    (tiny / BANNER).write_text(text.replace("Ba băng", "Bốn băng"), "utf-8")
    assert "đã được sửa ngoài bàn làm việc" in told()
    (tiny / BANNER).write_text(text.replace("Ba băng", "Một băng"), "utf-8")
    assert "đang đúng như trước thay đổi này rồi" in told()
    (tiny / BANNER).write_text(text, "utf-8")
    assert browser_of.ask(address, {"viec": "doiten", "ten": "khac", "biet": "1"})[0] == 303
    assert "Sau đó chính bạn đã sửa " in told()


PLAN, PARTNERS = "campaigns/thu/plan.yml", "campaigns/partners.yml"


def test_plans_and_lists_are_opened_as_text_and_nothing_else_is(
    browser_of: Browser, tiny: Path
) -> None:
    shown = browser_of.ask("/ke-hoach")[2]
    assert re.findall(r'<b><a href="/bai/\w+">(.*?)</a>', shown) == ["Đơn vị phối hợp"]
    assert "Kế hoạch thử" in shown
    for path in ("mkdocs.yml", "campaigns/thu/releases/2021-2-1.yml", "assets/brand.yml"):
        assert browser_of.ask(f"/bai/{handle_of(path)}")[0] == 404
    address = f"/bai/{handle_of(PARTNERS)}"
    text, seal = browser_of.text(address)
    assert text == (tiny / PARTNERS).read_text("utf-8")
    form = {"viec": "luu", "dau": seal, "text": text + "# Thử thêm.\n"}
    assert browser_of.ask(address, form)[1]["location"].endswith("?xong=luu")
    assert (tiny / PARTNERS).read_text("utf-8") == text + "# Thử thêm.\n"
    text, seal = browser_of.text(address)
    form = {"viec": "luu", "dau": seal, "text": text.replace("id: ", "id ", 1)}
    assert browser_of.ask(address, form)[0] == 422


def test_a_broken_plan_is_opened_and_mended(browser_of: Browser, tiny: Path) -> None:
    whole = (tiny / PLAN).read_text("utf-8")
    (tiny / PLAN).write_text(whole.replace("id: thu", "id: [thu", 1), "utf-8")
    address = f"/bai/{handle_of(PLAN)}"
    assert PLAN in browser_of.ask("/ke-hoach")[2]
    text, seal = browser_of.text(address)
    form = {"viec": "luu", "dau": seal, "text": text.replace("id: [thu", "id: thu")}
    assert browser_of.ask(address, form)[1]["location"].endswith("?xong=luu")
    assert (tiny / PLAN).read_text("utf-8") == whole
    assert "Kế hoạch thử" in browser_of.ask("/ke-hoach")[2]


def test_a_plan_is_begun_from_an_older_one(browser_of: Browser, tiny: Path) -> None:
    assert 'href="/ke-hoach/moi"' in browser_of.ask("/ke-hoach")[2]
    assert '<option value="thu">2021: Kế hoạch thử</option>' in browser_of.ask("/ke-hoach/moi")[2]
    for years, told in (("27", "không phải là năm"), ("2021", "Ghi năm sau nữa, chẳng hạn 2022.")):
        status, _, shown = browser_of.ask("/ke-hoach/moi", {"tu": "thu", "nam": years})
        assert (status, f'name="nam" value="{years}"' in shown, told in shown) == (422, True, True)
    assert browser_of.ask("/ke-hoach/moi", {"tu": "khac", "nam": "2027"})[0] == 404
    status, headers, _ = browser_of.ask("/ke-hoach/moi", {"tu": "thu", "nam": "2027"})
    path = "campaigns/thu-2027/plan.yml"
    assert (status, headers["location"]) == (303, f"/bai/{handle_of(path)}?xong=nammoi")
    assert (tiny / path).is_file()
    shown = browser_of.ask(headers["location"])[2]
    assert "Còn phải quyết định (title): Tên kế hoạch đã đúng chưa?" in shown


def test_days_are_chosen_for_what_is_promised(browser_of: Browser, tiny: Path) -> None:
    year = SystemClock().now().year + 1
    plan = (tiny / PLAN).read_text("utf-8").replace("id: thu", "id: sau", 1)
    plan = plan.replace("period: 2021", f"period: {year}").replace(
        "quarters:", "quantity: 2 cái\n    quarters:"
    )
    (tiny / "campaigns/sau").mkdir()
    (tiny / "campaigns/sau/plan.yml").write_text(plan, "utf-8")
    address = f"/ke-hoach/{handle_of('campaigns/sau/plan.yml')}"
    shown = browser_of.ask(address)[2]
    assert re.findall(r"<b>(.*?)</b></div><div>(.*?)</div>", shown) == [
        ("Băng rôn thử", f"Quý II/{year}")
    ]
    assert browser_of.ask(address, {})[1]["location"].endswith("?xong=ngay")
    assert f"/{year}" in (tiny / "campaigns/sau/plan.yml").read_text("utf-8").partition("slots:")[2]
    assert "Mọi việc kế hoạch nêu cho từng quý đều có ngày." in browser_of.ask(address)[2]
    assert browser_of.ask("/doi/1", {})[0] == 303
    assert (tiny / "campaigns/sau/plan.yml").read_text("utf-8") == plan
    assert browser_of.ask("/ke-hoach/nothing")[0] == 404


def test_the_list_is_narrowed(browser_of: Browser) -> None:
    def shown(**asked: str) -> list[str]:
        page = browser_of.ask(f"/bai?{urlencode(asked)}")[2]
        return re.findall(r'<b><a href="/bai/\w+">(.*?)</a>', page)

    assert shown() == ["Băng rôn thử", "Trang đầu"]
    assert shown(tim="BANG RON") == shown(tim="thu  rôn") == ["Băng rôn thử"]
    assert shown(tim="bang dau") == []
    assert shown(loai="article") == ["Trang đầu"]
    assert shown(tinh="draft") == []
    assert shown(quy="II/2021") == ["Băng rôn thử"]
    assert shown(xep="ngay") == ["Băng rôn thử", "Trang đầu"]
    assert shown(trang="9" * 9) == shown(trang="9") == shown()
    assert shown(tim='"><script>') == []


def test_a_folder_that_has_gone_is_told(browser_of: Browser, tiny: Path) -> None:
    away = tiny.rename(tiny.with_name("away"))
    status, _, shown = browser_of.ask("/")
    assert (status, "Lúc này không mở được thư mục chương trình." in shown) == (503, True)
    away.rename(tiny)
    assert browser_of.ask("/")[0] == 200
