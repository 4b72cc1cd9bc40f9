"""The office: several people at one desk, each by a name and a password, in two roles."""

import io
import json
import re
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from hashlib import sha256
from http.client import HTTPConnection, HTTPSConnection
from importlib import resources
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from docx import Document
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from generator.adapters.web.server import Certificate, application, running
from generator.adapters.word_folder import FolderWordCopies
from generator.app import colleagues as book
from generator.app.authority import asks_for_approver
from generator.cli.desk import _screens
from generator.cli.desk_workplace import Here
from generator.cli.draft_results import DraftResults
from generator.cli.draft_room import DraftRoom
from generator.cli.making_rooms import MakingRooms
from generator.cli.report_room import ReportRoom
from generator.desk.acting import acting
from generator.desk.deed_routes import Deed, without_role
from generator.desk.entrance import entrance
from generator.desk.office_door import account_of
from generator.desk.piece_views import handle_of
from generator.desk.sessions import Tries
from generator.desk.sign_in import safe_place
from generator.desk.word_files import waiting
from generator.model.person import Account, Role
from generator.model.revision import Changeset, Revision
from generator.model.word_copy import WordCopy
from tests.desk.office import (
    AN,
    BINH,
    CHEAP,
    HOA,
    MORNING,
    SECRET,
    Clock,
    Office,
    Visitor,
    office,
    person,
)

BANNER = "content/bang-ron.md"
_FORM = re.compile(r"<form\b[^>]*>")
_SAMPLE = "status: approved\napproved_by: Ví dụ"
AT = f"/bai/{handle_of(BANNER)}"
WHO = {
    name: Account(name, role, (HOA,)) for name, role in ((HOA, Role.APPROVES), (AN, Role.WRITES))
}


@pytest.fixture
def at(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    with office(tiny) as made:
        yield made


def state(root: Path, status: str) -> None:
    """Let the banner be a draft, or wait for approval."""
    text = (root / BANNER).read_text("utf-8").replace("status: approved", f"status: {status}")
    (root / BANNER).write_text(re.sub(r"approved_\w+: .*\n", "", text), "utf-8")


def seal_of(who: Visitor) -> str:
    """What the screen of the banner shows."""
    return str(json.loads(who.ask(f"{AT}/nhap")[2])["seal"])


def approve(who: Visitor, **form: str) -> int:
    return who.ask(AT, {"viec": "duyet", "dau": seal_of(who), **form})[0]


def screens(root: Path) -> list[Route]:
    """All addresses of a desk, as the command puts them together."""
    here = Here(root)
    room = DraftRoom(root, here)
    making = MakingRooms(root, here)
    with closing(DraftResults(root, room)) as results, closing(ReportRoom(root, here)) as reports:
        return _screens(root, here, room, results, reports, making, Clock())


def test_every_address_that_changes_something_says_who_may(tiny: Path) -> None:
    routes = [*screens(tiny), *entrance(None, 2021, "")]  # type: ignore[arg-type] # nobody asks it
    assert without_role(routes) == []
    assert without_role([*routes, Route("/moi", lambda _: None, methods=["POST"])]) == ["/moi"]
    assert len([each for each in routes if isinstance(each, Deed)]) > 25


def test_nobody_does_what_the_role_may_not_at_any_address(at: Office, tiny: Path) -> None:
    routes = [each for each in screens(tiny) if isinstance(each, Deed)]
    asked = {each.path: (each.by, each.acts) for each in routes}
    before, found = (tiny / BANNER).read_bytes(), {}
    writer, stranger = at.browser(AN), at.browser()
    for path, (by, acts) in asked.items():
        address = re.sub(r"\{\w+(:\w+)?\}", "1", path)
        barred = [each for each, role in acts.items() if role is Role.APPROVES]
        barred += [""] if by is Role.APPROVES else []
        for act in barred:
            found[address, act] = writer.ask(address, {"viec": act, "ten": "X"})[0]
        found[address, "nobody"] = stranger.ask(address, {"viec": "luu"})[0]
    assert set(found.values()) == {403}
    assert {act for _, act in found} >= {"duyet", "molai", "rut", "dinh", "xacminh", "chot"}
    assert (tiny / BANNER).read_bytes() == before


def test_who_has_not_signed_in_sees_the_way_in_and_nothing_else(at: Office, tiny: Path) -> None:
    stranger, seen = at.browser(), {}
    for route in screens(tiny):
        address = re.sub(r"\{\w+(:\w+)?\}", "1", route.path)
        if "GET" in (route.methods or ()):
            status, headers, _ = stranger.ask(address)
            seen.setdefault((status, headers.get("location", "").partition("?")[0]), address)
    assert set(seen) == {(303, "/vao"), (200, ""), (204, ""), (404, "")}
    assert seen[404, ""] == "/fonts/1"
    assert stranger.ask("/vao", form={"ten": HOA}, origin="http://example.org")[0] == 403
    assert stranger.ask("/", accept="*/*")[0] == 403
    assert "quay lại đây gửi lần nữa" in stranger.ask(AT, {"viec": "luu"})[2]
    assert stranger.ask("/", host="example.org")[0] == 400


async def _done(request: Request) -> Response:
    del request
    return PlainTextResponse("done")


@pytest.mark.parametrize(
    ("who", "act", "status"),
    [
        ("", "duyet", 200),
        (HOA, "duyet", 200),
        (AN, "gui", 200),
        (AN, "duyet", 403),
        (AN, "gui&viec=duyet", 403),
    ],
)
def test_a_button_asks_for_its_role(who: str, act: str, status: int) -> None:
    deed = Deed("/bai", _done, Role.WRITES, {"duyet": Role.APPROVES})

    async def acted(request: Request) -> Response:
        with acting(WHO.get(who)):
            return await deed.endpoint(request)

    with running(application([Route("/bai", acted, methods=["POST"])])) as url:
        connection = HTTPConnection(urlsplit(url).netloc, timeout=30)
        connection.request("POST", "/bai", f"viec={act}")
        answer = connection.getresponse()
        told = answer.read().decode()
        connection.close()
    assert answer.status == status
    assert (f"Việc này chỉ người duyệt làm được: {HOA}." in told) is (status == 403)


def test_a_name_and_its_password_open_the_desk(at: Office) -> None:
    browser = at.browser()
    status, headers, _ = browser.sign_in("bà TRAN THI HOA", SECRET, tiep="/bai?tim=a")
    assert (status, headers["location"]) == (303, "/bai?tim=a")
    form = r"loa-office=[\w-]{43}; HttpOnly; Path=/; SameSite=strict"
    assert re.fullmatch(form, headers["set-cookie"])
    assert f"Tài khoản của bạn: {HOA}" in browser.ask("/bai")[2]
    assert browser.ask("/vao")[1]["location"] == "/"


def test_of_a_wrong_password_nobody_learns_whether_there_is_such_a_name(at: Office) -> None:
    told = [
        at.browser().sign_in(name, "sai mật khẩu")
        for name in (HOA, "Không Có Ai", "", "x" * 5000, "ten\r\nSet-Cookie: loa=1")
    ]
    assert [status for status, _, _ in told] == [403] * 5
    assert [each for each in told if "set-cookie" in each[1]] == []
    shown = [re.sub(r'value="[^"]*"|\sautofocus', "", text, count=2) for *_, text in told[:2]]
    assert shown[0] == shown[1]
    assert len(told[3][2]) < 4000
    assert at.browser().ask("/vao", {"ten": HOA, "mat-khau": "x" * 1_000_000})[0] == 413


def test_wrong_passwords_wait_longer_and_longer(at: Office) -> None:
    browser = at.browser()
    found = [browser.sign_in(HOA, "sai mật khẩu")[0] for _ in range(6)]
    assert found == [403] * 5 + [429]
    status, headers, told = browser.sign_in(HOA, SECRET)
    assert (status, headers["retry-after"]) == (429, "3")
    assert "Hãy đợi 2 giây rồi thử lại." in told
    at.clock.wait(seconds=2)
    assert browser.sign_in(HOA, "sai mật khẩu")[0] == 403
    assert "Hãy đợi 4 giây" in browser.sign_in(HOA, SECRET)[2]
    for _ in range(20):
        at.clock.wait(minutes=15)
        browser.sign_in(HOA, "sai mật khẩu")
    assert "Hãy đợi 15 phút" in browser.sign_in("trần thị hòa", SECRET)[2]
    at.clock.wait(minutes=15)
    assert browser.sign_in(HOA, SECRET)[0] == 303
    assert at.browser().sign_in(HOA, "sai mật khẩu")[0] == 403


@pytest.mark.parametrize(
    ("addresses", "name", "address", "wait"),
    [
        (["1.1.1.1"] * 5, AN, "1.1.1.1", 2),
        (["1.1.1.1"] * 5, AN, "2.2.2.2", 0),
        ([f"1.1.1.{number}" for number in range(90)], AN, "2.2.2.2", 30),
        ([f"1.1.1.{number}" for number in range(90)], AN, "3.3.3.3", 0),
        ([f"2001:db8::{number:x}" for number in range(5)], AN, "2001:db8::ffff", 2),
        ([f"2001:db8::{number:x}" for number in range(20)], HOA, "2001:db8::ffff", 2),
        ([f"2001:db8::{number:x}" for number in range(20)], HOA, "2001:db8:0:1::1", 0),
        (["::ffff:1.1.1.1"] * 5, AN, "1.1.1.1", 2),
        (["3.3.3.3"] * 5, AN, "3.3.3.3", 2),
    ],
)
def test_nobody_is_kept_out_by_what_others_guess_elsewhere(
    addresses: list[str], name: str, address: str, wait: int
) -> None:
    tries = Tries()
    tries.forget(AN, "3.3.3.3")
    for each in addresses:
        tries.fail(AN, each, MORNING)
    assert tries.wait(name, address, MORNING).total_seconds() == wait
    tries.forget(AN, "9.9.9.9")
    assert tries.wait(name, address, MORNING).total_seconds() == wait


def test_one_computer_does_not_guess_names_either(at: Office) -> None:
    browser = at.browser()
    found = [browser.sign_in(f"Tên {number} nào đó", "sai mật khẩu")[0] for number in range(21)]
    assert found == [403] * 20 + [429]
    assert browser.sign_in(AN, SECRET)[0] == 429


def test_a_hundred_sign_in_at_once_and_none_is_lost(at: Office) -> None:
    with ThreadPoolExecutor(100) as many:
        found = list(many.map(lambda _: at.browser().sign_in(AN, SECRET)[0], range(100)))
        wrong = list(many.map(lambda _: at.browser().sign_in(HOA, "sai mật khẩu")[0], range(100)))
    assert found == [303] * 100
    assert (wrong.count(403), wrong.count(429)) == (5, 95)


def test_a_session_ends_by_time_by_leaving_and_with_its_password(at: Office) -> None:
    idle, busy, left = (at.browser(AN) for _ in range(3))
    for _ in range(7):
        at.clock.wait(hours=2)
        assert busy.ask("/bai")[0] == 200
    assert idle.ask("/bai")[0] == 303
    assert left.ask("/vao")[0] == 200
    at.clock.wait(hours=2)
    assert busy.ask("/bai")[0] == 303

    stays, goes = at.browser(HOA), at.browser(HOA)
    status, headers, _ = goes.ask("/ra", {})
    assert (status, headers["location"], "Max-Age=0" in headers["set-cookie"]) == (
        303,
        "/vao",
        True,
    )
    assert (goes.ask("/bai")[0], stays.ask("/bai")[0]) == (303, 200)
    other = person(HOA, Role.APPROVES, "năm cây dừa xanh").password
    at.people.replace(lambda every: book.change(every, HOA, None, other))
    assert stays.ask("/bai")[0] == 303
    assert at.browser(HOA, "năm cây dừa xanh").ask("/bai")[0] == 200


def test_a_role_holds_at_once_and_who_is_removed_is_out(at: Office, tiny: Path) -> None:
    state(tiny, "ready")
    browser = at.browser(AN)
    assert browser.ask(AT, {"viec": "duyet"})[0] == 403
    at.people.replace(lambda every: book.change(every, AN, Role.APPROVES, None))
    assert approve(browser) == 303
    at.people.replace(lambda every: book.removal(every, AN))
    assert browser.ask("/bai")[0] == 303


@pytest.mark.parametrize(
    "cookie",
    ["", "loa-office=", "loa-office=abc", "loa=x", "__Host-loa=x", "loa-office=\xe9" + "x" * 4000],
)
def test_a_cookie_that_was_not_given_out_opens_nothing(at: Office, cookie: str) -> None:
    assert at.browser().ask("/bai", cookie=cookie or None)[0] == 303


def test_no_session_is_begun_that_somebody_else_has_chosen(at: Office) -> None:
    browser = at.browser()
    browser.cookie = "loa-office=chosen-by-another-one"
    assert browser.sign_in(AN, SECRET)[0] == 303
    assert browser.cookie != "loa-office=chosen-by-another-one"
    assert browser.ask("/bai", cookie="loa-office=chosen-by-another-one")[0] == 303
    first = browser.cookie
    browser.sign_in(HOA, SECRET)
    assert (browser.ask("/bai")[0], browser.ask("/bai", cookie=first)[0]) == (200, 303)


@pytest.mark.parametrize(
    "place",
    [
        "//example.org",
        "/\\example.org",
        "https://example.org",
        "/bai\r\nSet-Cookie: loa=1",
        "javascript:alert(1)",
        "/vao?tiep=/vao",
        "/" + "a" * 600,
        "/\t/example.org",
    ],
)
def test_nobody_is_led_to_another_site(place: str) -> None:
    assert (safe_place(place), safe_place("/lich?xem=quy&ngay=2021-05-01")) == (
        "/",
        "/lich?xem=quy&ngay=2021-05-01",
    )


def test_the_account_is_the_name_whatever_is_typed(at: Office, tiny: Path) -> None:
    state(tiny, "draft")
    writer, chief = at.browser(AN), at.browser(HOA)
    assert writer.ask(AT, {"viec": "gui"})[0] == 303
    assert 'value="duyet"' not in writer.ask(AT)[2]
    assert f"chỉ người duyệt làm được: {HOA}, {BINH}." in writer.ask(AT)[2]
    assert [approve(chief, dau=dau) for dau in ("", "0" * 64)] == [422, 422]
    assert chief.ask(AT, {"viec": "duyet"})[0] == 422
    assert approve(chief, ten="Giám đốc") == 303
    assert f"approved_by: {HOA}\n" in (tiny / BANNER).read_text("utf-8")
    assert [name in chief.ask("/")[2] for name in (f", {HOA}</time>", f", {AN}</time>")] == [
        True
    ] * 2
    assert HOA in chief.ask(f"{AT}/ban")[2]


def test_no_window_acts_in_the_name_of_who_signed_in_after_it(at: Office, tiny: Path) -> None:
    state(tiny, "ready")
    chief, other = at.browser(HOA), at.browser(BINH)
    before, found = (tiny / BANNER).read_bytes(), set()
    for route in screens(tiny):
        address = re.sub(r"\{\w+(:\w+)?\}", "1", route.path)
        for key in (other.key, None, "x") if isinstance(route, Deed) else ():
            status, _, told = chief.ask(address, {"viec": "luu"}, x_account=key)
            found.add((status, f"nay là {HOA}" in told, f"khi {BINH} đang" in told))
    assert found == {(403, True, True), (403, True, False)}
    assert chief.ask(f"{AT}?cua={other.key}", {"viec": "gui"}, x_account=None)[0] == 403
    assert (tiny / BANNER).read_bytes() == before

    forms = dict[str, list[str]]()
    for place in ("/", AT, f"{AT}/word", "/bai/moi", "/minh-chung", "/bao-cao", "/dung", "/ma-ket"):
        forms[place] = re.findall(r'<form[^>]*method="post"[^>]*>', chief.ask(place)[2])
    every = [each for found in forms.values() for each in found]
    assert [each for each in every if f'cua={chief.key}"' not in each] == []
    assert len(every) > 2 * len(forms)
    form = next(each for each in forms[AT] if 'class="act"' in each)
    address = re.findall(r'action="([^"]*)', form)[0]
    asked = {"viec": "duyet", "dau": seal_of(chief)}
    assert chief.ask(AT + address, asked, x_account=None)[0] == 303


def test_every_form_and_script_says_whose_window_it_is_of() -> None:
    folder = resources.files("generator") / "templates" / "desk"
    texts = [each.read_text("utf-8") for each in folder.iterdir() if each.is_file()]
    ways = [re.search(r'\bmethod="(\w+)"', form) for text in texts for form in _FORM.findall(text)]
    assert {way and way[1] for way in ways} == {"get", "post", "dialog", None}
    assert [way for way in ways if way is None] == [None]  # the fields, which are never sent
    posts = [line for text in texts for line in re.findall(r'"POST"[^;]*', text)]
    assert (len(posts), [each for each in posts if "ours" not in each]) == (5, [])
    drops = [
        form
        for text in texts
        for form in re.findall(r"(?s)<form\b[^>]*\bdata-drop\b.*?</form>", text)
    ]
    assert [form for form in drops if 'type="file"' not in form] == []  # a file lands in its field
    assert len(drops) == 3


def test_no_other_way_leads_around_an_approval(at: Office, tiny: Path) -> None:
    state(tiny, "ready")
    writer, chief = at.browser(AN), at.browser(HOA)
    assert approve(chief) == 303
    approved = (tiny / BANNER).read_bytes()
    status, _, told = writer.ask("/doi/1", {})
    assert (status, "Việc này chỉ người duyệt làm được" in told) == (409, True)
    offered = ['action="/doi/1?' in who.ask("/")[2] for who in (writer, chief)]
    assert offered == [False, True]
    assert ['value="doiten"' in who.ask(AT)[2] for who in (writer, chief)] == [False, True]
    assert writer.ask(AT, {"viec": "doiten", "ten": "ten khac", "biet": "1"})[0] == 422
    assert (tiny / BANNER).read_bytes() == approved
    assert chief.ask("/doi/1", {})[0] == 303


@pytest.mark.parametrize(
    ("path", "before", "after", "asks"),
    [
        (BANNER, "status: draft", "status: ready", False),
        (BANNER, "status: ready", "status: approved\napproved_by: A", True),
        (BANNER, "status: approved\napproved_by: A", "status: draft", True),
        (BANNER, "status: approved\napproved_by: A", None, True),
        (BANNER, "status: approved\napproved_by: Ví dụ", "status: draft", True),
        (BANNER, _SAMPLE, _SAMPLE.replace("approved\n", "aproved\n"), True),
        (BANNER, _SAMPLE, "approved_by: Ví dụ", True),
        (BANNER, _SAMPLE, "status: approved", True),
        (BANNER, _SAMPLE, None, True),
        (BANNER, _SAMPLE, f"{_SAMPLE}\ntitle: b", False),
        (BANNER, "status: withdrawn", "status: draft", True),
        ("content/index.md", "status: approved\napproved_by: A\ntitle: a", "title: b", False),
        ("campaigns/thu/plan.yml", "a: 1", "a: 2", False),
        ("campaigns/thu/releases/2021-2-1.yml", None, "a: 2", True),
        ("campaigns/thu/reports/2021.json", None, "{}", True),
        ("campaigns/thu/evidence/mc.yml", None, "id: a\nkind: aired", False),
        ("campaigns/thu/evidence/mc.yml", "id: a", "id: a\nverified_by: B", True),
        ("campaigns/thu/evidence/mc.yml", "id: a\nverified_by: B", None, True),
        ("campaigns/thu/evidence/mc.yml", "id: a\nverified_by: B", "id: b\nverified_by: B", True),
        ("campaigns/thu/evidence/mc.yml", "- id: a", "- id: a\n- id: b", False),
        ("campaigns/thu/evidence/mc.yml", "id: a", "id: [", True),
    ],
)
def test_what_asks_for_who_approves(path: str, before: str, after: str, *, asks: bool) -> None:
    def data(text: str | None) -> bytes | None:
        if text is None:
            return None
        return f"---\n{text}\n---\n\nA\n".encode() if path.endswith(".md") else text.encode()

    changeset = Changeset("", "", (Revision(path, data(before), data(after)),))
    assert asks_for_approver(changeset) is asks


def test_a_sample_is_written_on_by_all_and_that_is_told(at: Office, tiny: Path) -> None:
    text = re.sub("approved_by: .*", "approved_by: Ví dụ", (tiny / BANNER).read_text("utf-8"))
    (tiny / BANNER).write_text(text, "utf-8")
    writer = at.browser(AN)
    assert "Chưa ai duyệt bài này, mà bạn đọc vẫn thấy" in writer.ask(AT)[2]
    typed = {"viec": "luu", "dau": seal_of(writer), "text": f"{text}\nCâu thêm.\n"}
    assert writer.ask(AT, typed)[0] == 303
    assert "Câu thêm." in (tiny / BANNER).read_text("utf-8")


def test_nobody_verifies_what_the_same_account_recorded(at: Office, tiny: Path) -> None:
    plan = (tiny / "campaigns/thu/plan.yml").read_text("utf-8")
    name = re.findall(r"^    *- id: (\S+)|^  - id: (\S+)", plan, re.MULTILINE)[0]
    target = next(filter(None, name))
    folder = tiny / "campaigns/thu/evidence"
    folder.mkdir()
    data = b"%PDF-1.4 thu"
    (folder / "phieu.pdf").write_bytes(data)
    (folder / "mc.yml").write_text(
        f"id: mc-2021-0001\nkind: aired\nof: [{target}]\non: 1/5/2021\nfile: phieu.pdf\n"
        f"digest: {sha256(data).hexdigest()}\nsize: {len(data)}\n"
        f"received_from: Đài nào đó\nrecorded_by: {HOA}\n",
        "utf-8",
    )
    for number, who in ((2, AN), (3, HOA)):
        other = (folder / "mc.yml").read_text("utf-8").replace("0001", f"000{number}")
        (folder / f"mc-{number}.yml").write_text(other.replace(HOA, who), "utf-8")
    handle = handle_of("campaigns/thu/evidence/mc.yml#mc-2021-0001")
    second = handle_of("campaigns/thu/evidence/mc-2.yml#mc-2021-0002")
    asked = at.browser(HOA).ask(f"/minh-chung/{handle}")[2]
    assert ("Chính bạn đã gửi hoặc ghi" in asked, 'value="xacminh"' in asked) == (True, False)
    assert at.browser(HOA).ask(f"/minh-chung/{second}", {"viec": "xacminh"})[0] == 303
    chain = at.browser(HOA).ask(f"/minh-chung/{second}?xong=xacminh")[2]
    assert "chờ kiểm tra" not in chain.partition("<aside")[2]  # what waits is all her own
    status, _, told = at.browser(HOA).ask(f"/minh-chung/{handle}", {"viec": "xacminh", "ten": BINH})
    assert (status, f"“{HOA}” đã gửi minh chứng này" in told) == (422, True)
    assert at.browser(BINH).ask(f"/minh-chung/{handle}", {"viec": "xacminh"})[0] == 303
    assert f"verified_by: {BINH}\n" in (folder / "mc.yml").read_text("utf-8")


def test_a_document_that_waits_is_opened_by_who_brought_it(at: Office, tiny: Path) -> None:
    data = io.BytesIO()
    document = Document()
    document.add_paragraph("Hai xưởng cùng khóa vòi.")
    document.save(data)
    copy = WordCopy("waits", "Bài.docx", data.getvalue(), MORNING)
    an = next(each for each in at.people.known if each.name == AN)
    with acting(account_of(an, at.people.known)):
        FolderWordCopies(tiny).put(waiting(), copy)
    place = f"/bai/moi/word/{copy.key}"
    seen = [each.ask(place)[0] for each in (at.browser(AN), at.browser(HOA), at.browser())]
    assert seen == [200, 404, 303]
    assert at.browser(HOA).ask(place, {"dong": "rieng/bai"})[0] == 404


def test_drafts_are_of_their_author_and_the_others_see_who_writes(at: Office, tiny: Path) -> None:
    state(tiny, "draft")
    writer, chief = at.browser(AN), at.browser(BINH)

    def ask(who: object, way: str, **wish: object) -> dict[str, str]:
        account = who.account  # type: ignore[attr-defined]
        answer = who.ask(f"{AT}/{way}", json.dumps(wish), x_account=account)  # type: ignore[attr-defined]
        found: dict[str, str] = json.loads(answer[2])
        return {"status": answer[0], **found}

    def now(who: object) -> str:
        return str(json.loads(who.ask(f"{AT}/nhap")[2])["text"])  # type: ignore[attr-defined]

    before = now(chief)
    seal = json.loads(writer.ask(f"{AT}/nhap")[2])["seal"]
    typed = ask(writer, "nhap", seal=seal, edit={"text": before + "\nCâu của An.\n"})
    assert "Câu của An." in now(writer)
    assert now(chief) == before
    told = f"{AN} đang viết bài này từ 8:00."
    assert [told in chief.ask(path)[2] for path in (AT, "/bai")] == [True, True]
    assert (told in writer.ask(AT)[2], ask(chief, "dang")["others"]) == (False, told)
    for form in (json.dumps({"seal": seal}), None):
        assert writer.ask(f"{AT}/nhap", form, x_account=chief.account, accept="*/*")[0] == 403

    at.clock.wait(seconds=119)
    ask(writer, "dang", writes=True)
    at.clock.wait(seconds=119)
    assert ask(chief, "dang")["others"] == told
    at.clock.wait(seconds=1)
    assert ask(chief, "dang")["others"] == ""
    ask(writer, "dang", writes=True)
    assert ask(chief, "dang")["others"] == f"{AN} đang viết bài này từ 8:03."
    ask(writer, "dang", leaves=True)
    assert ask(chief, "dang")["others"] == ""

    theirs = ask(chief, "nhap", seal=seal, edit={"text": before.replace("title: ", "title: Mới ")})
    assert ask(writer, "luu", seal=typed["seal"])["status"] == 200
    saved = ask(chief, "luu", seal=theirs["seal"])
    assert saved["status"] == 409
    assert ask(chief, "luu", seal=saved["seal"])["status"] == 200
    text = (tiny / BANNER).read_text("utf-8")
    assert ("Câu của An." in text, "title: Mới " in text) == (True, True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    program = shutil.which("openssl") or pytest.skip("needs openssl, to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    made = Certificate(folder / "may.pem", folder / "khoa.pem")
    asked = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=thu"
    names = ["-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-out", made.certificate, "-keyout", made.key]
    subprocess.run([program, *asked.split(), *names, *files], check=True, capture_output=True)
    return made


def test_over_tls_the_cookie_never_goes_without_it(tiny: Path, certificate: Certificate) -> None:
    with office(tiny, tls=certificate) as at:
        host = urlsplit(at.url).netloc
        trust = ssl.create_default_context(cafile=certificate.certificate)
        connection = HTTPSConnection(host, timeout=30, context=trust)
        form = urlencode({"ten": AN, "mat-khau": SECRET})
        found = []
        for origin in (f"http://{host}", f"https://{host}"):
            headers = {
                "Origin": origin,
                "Content-Type": "application/x-www-form-urlencoded",
            }
            connection.request("POST", "/vao", form, headers)
            answer = connection.getresponse()
            answer.read()
            found.append((answer.status, answer.headers.get("set-cookie", "")))
        connection.close()
    assert at.url.startswith("https://")
    assert (found[0], found[1][0]) == ((403, ""), 303)
    form = r"__Host-loa=[\w-]{43}; HttpOnly; Path=/; SameSite=strict; Secure"
    assert re.fullmatch(form, found[1][1])


def test_behind_a_proxy_its_name_counts_and_who_asks_it(tiny: Path) -> None:
    with office(tiny, origin="https://ten-may", hosts=("ten-may",)) as at:
        browser = at.browser()
        names = {"host": "ten-may", "origin": "https://ten-may"}
        form = {"ten": AN, "mat-khau": SECRET}
        status, headers, _ = browser.ask("/vao", form, **names)
        assert (status, headers["set-cookie"].startswith("__Host-loa=")) == (303, True)
        assert browser.ask("/vao", form, host="ten-may", origin="http://ten-may")[0] == 403
        assert (
            browser.ask("/vao", form, host="ten-may.example.org", origin="https://ten-may")[0]
            == 400
        )
        wrong = {**names, "x_forwarded_for": "127.0.0.1, 192.168.1.7"}
        found = [
            browser.ask("/vao", {"ten": f"Tên {number}", "mat-khau": "sai"}, **wrong)[0]
            for number in range(21)
        ]
        assert found == [403] * 20 + [429]
        other = {**names, "x_forwarded_for": "192.168.1.7, 192.168.1.8"}
        assert browser.ask("/vao", form, **other)[0] == 303


@pytest.mark.parametrize(
    "name",
    [
        "Trần Thị Ноа",
        "Trần Thị H0a",
        "Trần Thị Ｈoa",
        "Lê: B # c",
        'Lê "A" B',
        "null null",
        "Lê\nAn",
        "Tổ biên tập",
        "to bien tap",
        "Giám đốc",
        "Phó phòng Văn hóa",
        "UBND xã",
        "admin",
        "Đài Thử",
    ],
)
def test_who_is_no_person_has_no_account(name: str) -> None:
    found = book.addition([], person(name, Role.WRITES), {"dai thu"})
    assert isinstance(found, book.Refusal)


@pytest.mark.parametrize(
    "name",
    [
        "Phó Đức An",
        "Trương Phong",
        "Văn Phong",
        "Đoàn Thị Báo",
        "H'Hen Niê",
        "Chu Tích",
        "Ban Mai",
        "Trần Thị Hoa (tổ 2)",
        "Nguyễn Văn Đội",
        "Trần Thi\u0323 Hoa",
        "Anne-Marie Müller",
    ],
)
def test_who_is_a_person_has_one(name: str) -> None:
    who = person(name, Role.WRITES)
    assert book.addition([], who, {"dai thu"}) == [who]


def test_who_is_taken_up_and_what_a_password_needs() -> None:
    every = [person(HOA, Role.APPROVES)]

    def code(found: object) -> str:
        return found.rule.code if isinstance(found, book.Refusal) else ""

    names = ("", "A", "12", "x" * 61, "Tên\nhai dòng", "  Hai  cách", "Nguyễn Văn An")
    assert [code(book.addition(every, person(name, Role.WRITES))) for name in names] == [
        *["person-unnamed"] * 6,
        "",
    ]
    assert code(book.addition(every, person("TRẦN THỊ HÒA", Role.WRITES))) == "person-known"
    assert code(book.removal(every, HOA)) == "person-last-approver"
    assert code(book.change(every, HOA, Role.WRITES, None)) == "person-last-approver"
    assert code(book.removal(every, "Ai đó")) == "person-unknown"
    passwords = ("ngắn", "x" * 1001, "aaaaaaaaaaaa", "Trần Thị Hoa", "có\tdấu lạ đây", SECRET)
    found = [book.weakness(each, HOA) for each in passwords]
    assert [code(each) for each in found] == [
        "password-short",
        "password-long",
        "password-plain",
        "password-plain",
        "password-unreadable",
        "",
    ]
    seal = book.password_seal("mật khẩu có dấu", b"salt of a test.", CHEAP)
    assert book.is_right("mật khẩu có dấu", seal)
    assert not book.is_right("mat khau co dau", seal)
