"""Several people at one desk at the very same time: nothing of anybody is lost. Test data."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from html import unescape
from pathlib import Path
from shutil import copytree
from threading import Event, RLock, Thread

import pytest

from generator.adapters.clock import SystemClock
from generator.cli.desk_workplace import Here
from generator.desk.calendar_days import handle_of_item
from generator.desk.piece_views import handle_of
from generator.vietnamese.dates import HANOI
from tests.desk.office import AN, BINH, HOA, Office, Visitor, office
from tests.desk.test_office import AT, BANNER, state

ROOT = Path(__file__).parents[2]
NOVEMBER = datetime(2021, 11, 20, 9, tzinfo=HANOI)
OCTOBER = datetime(2021, 10, 1, 9, tzinfo=HANOI)
EVIDENCE = "campaigns/thu-2021/evidence"
_WAIT = 30  # seconds, of what is not as it should be


@pytest.fixture
def deeds(tmp_path: Path) -> Path:
    return Path(copytree(ROOT / "tests/examples/deeds", tmp_path / "kho"))


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))


@pytest.fixture
def at(deeds: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(SystemClock, "now", lambda _: NOVEMBER)
    with office(deeds) as made:
        yield made


class _Watched:
    """A lock that tells when somebody has to wait for it."""

    def __init__(self, lock: RLock, told: Event) -> None:
        self._lock, self._told = lock, told

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            self._told.set()
            self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


@contextmanager
def meanwhile(act: Callable[[], object]) -> Iterator[None]:
    """Somebody acts just before the first edit is made, or as soon as the desk lets them."""
    edit, threads = Here.edit, list[Thread]()

    def edited(here: Here, edits: object) -> object:
        if not threads:
            told = Event()
            here._lock = _Watched(here._lock, told)  # type: ignore[assignment]  # noqa: SLF001
            threads.append(Thread(target=lambda: (act(), told.set())))
            threads[0].start()
            assert told.wait(_WAIT)
        return edit(here, edits)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Here, "edit", edited)
        yield
        threads[0].join(_WAIT)


def drop(who: Visitor, name: str, text: str, to: str = "/minh-chung/tep") -> str:
    """A file is sent; where that leads, or its key."""
    line = f'Content-Disposition: form-data; name="tep"; filename="{name}"'
    body = f"--ranh\r\n{line}\r\n\r\n{text}\r\n--ranh--\r\n"
    status, headers, told = who.ask(to, body, Content_Type="multipart/form-data; boundary=ranh")
    assert status in {200, 303}, told
    return headers.get("location", sha256(text.encode()).hexdigest())


def record(who: Visitor, key: str) -> str:
    """What waits is recorded; where that leads."""
    told = {"of": "thu-2021|phat-4", "kind": "aired", "on": "10/11/2021", "sender": "Đài thử"}
    form = {f"{name}-{key}": value for name, value in told.items()}
    return who.ask("/minh-chung/khay", {"viec": "ghi", f"take-{key}": "on", **form})[1]["location"]


def records(root: Path) -> list[tuple[str, ...]]:
    """Who has recorded what under which number."""
    made = (each.read_text("utf-8") for each in sorted((root / EVIDENCE).glob("*.yml")))
    found = re.compile(r"\bid: (\S+?),?\n(?:.*\n)*?file: (\S+)\n(?:.*\n)*?recorded_by: (.*)\n")
    return [each for text in made for each in found.findall(text)]


def test_two_record_evidence_at_once_and_each_gets_a_number(at: Office, deeds: Path) -> None:
    an, hoa = at.browser(AN), at.browser(HOA)
    of_an, of_hoa = drop(an, "an.csv", "a,b\n1,2"), drop(hoa, "hoa.csv", "a,b\n3,4")
    found = list[str]()
    with meanwhile(lambda: found.append(record(hoa, of_hoa))):
        found.append(record(an, of_an))
    assert found.count("/minh-chung?xong=ghi") == 2
    made = [("mc-2021-0027", "an.csv", AN), ("mc-2021-0028", "hoa.csv", HOA)]
    assert records(deeds) == made


def test_what_is_sent_twice_is_recorded_once(at: Office, deeds: Path) -> None:
    an, found = at.browser(AN), list[str]()
    key = drop(an, "an.csv", "a,b\n1,2")
    with meanwhile(lambda: found.append(record(an, key))):
        found.append(record(an, key))
    assert sorted(found) == ["/minh-chung?xong=ghi", "/minh-chung?xong=khong"]
    assert records(deeds) == [("mc-2021-0027", "an.csv", AN)]


def bring(who: Visitor, address: str) -> str:
    """A table is imported; where that leads."""
    given = dict(pair.split("=") for pair in address.partition("?")[2].split("&"))
    columns = {f"col-{number}": key for number, key in enumerate(("of", "on", "measures"))}
    form = {"viec": "ghi", **given, **columns, "kind": "aired", "sender": "Đài thử"}
    return who.ask("/minh-chung/bang", form)[1]["location"]


def test_two_import_tables_at_once_and_each_row_gets_a_number(at: Office, deeds: Path) -> None:
    an, hoa, found = at.browser(AN), at.browser(HOA), list[str]()
    head, to = "Nội dung,Ngày,Số chương trình", "/minh-chung/bang/tep"
    of_an = drop(an, "an.csv", f"{head}\nphat-1,12/5/2021,1 chương trình", to)
    of_hoa = drop(hoa, "hoa.csv", f"{head}\nphat-2,9/6/2021,1 chương trình", to)
    with meanwhile(lambda: found.append(bring(hoa, of_hoa))):
        found.append(bring(an, of_an))
    tables = ((deeds / EVIDENCE / f"{name}.yml").read_text("utf-8") for name in ("an", "hoa"))
    assert [re.findall(r"id: ([^,]+).*?of: \[(.+?)\]", text) for text in tables] == [
        [("mc-2021-0027", "phat-1")],
        [("mc-2021-0028", "phat-2")],
    ]


@pytest.mark.parametrize(
    ("act", "told"), [("duyet", ""), ("doiten", "Ten moi"), ("rut", "Nhầm"), ("dinh", "Sai: a.")]
)
def test_nothing_is_done_to_words_that_nobody_has_seen(tiny: Path, act: str, told: str) -> None:
    is_draft, is_asked = act in {"duyet", "doiten"}, {"biet": "1"}
    if is_draft:
        state(tiny, "draft")
    with office(tiny) as at:
        hoa, binh = at.browser(HOA), at.browser(BINH)
        shown = re.findall(r'name="dau" value="(\w+)"', hoa.ask(AT)[2])
        text = {"text": f"{(tiny / BANNER).read_text('utf-8')}Mới.\n"}
        more = {"viec": "luu", **text} if is_draft else {"viec": "dinh", "ten": "Mới.", **is_asked}
        with meanwhile(lambda: binh.ask(AT, {"dau": shown[0], **more})):
            answer = hoa.ask(AT, {"viec": act, "dau": shown[-1], "ten": told, **is_asked})
    saved = (tiny / BANNER).read_text("utf-8")
    assert (answer[0], "Bài đã được sửa sau lúc trang này mở" in answer[2]) == (422, True)
    assert len(shown) == (3 if is_draft else 4)  # of the text, and of each button that needs it
    status = "status: draft" if is_draft else "status: approved"
    assert (status in saved, "Mới." in saved, saved.count("Sai:")) == (True, True, 0)


def test_no_quarter_is_released_with_a_day_that_nobody_has_seen(
    at: Office, deeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemClock, "now", lambda _: OCTOBER)
    an, hoa, quarter = at.browser(AN), at.browser(HOA), "/lich/phat-hanh/2021-4"
    page = hoa.ask(quarter)[2]
    form = re.compile(r'action="(.+?)"><input type="hidden" name="dau" value="(\w+)"')
    ((button, mark),) = form.findall(page)
    move, found = {"sang": "17/11/2021 06:30", "dau": "10/11/2021, 6 giờ 30"}, list[int]()
    with meanwhile(lambda: found.append(an.ask(f"/lich/{handle_of_item('phat-4')}", move)[0])):
        status, _, told = hoa.ask(button, {"dau": mark})
    assert (found, status, "Lịch vừa đổi từ lúc trang này mở ra." in told) == ([303], 409, True)
    assert [*deeds.glob("campaigns/thu-2021/releases/2021-4-*.yml")] == []
    ((_, now),) = form.findall(told)
    assert hoa.ask(button, {"dau": now})[0] == 303


def test_no_report_is_frozen_that_nobody_has_seen(at: Office, deeds: Path) -> None:
    an, hoa = at.browser(AN), at.browser(HOA)
    form = re.compile(r'action="(.+?)">.*?name="viec" value="chot">.*?name="dau" value="(\w+)"')
    ((button, mark),) = form.findall(hoa.ask("/bao-cao")[2])
    assert record(an, drop(an, "an.csv", "a,b\n1,2")) == "/minh-chung?xong=ghi"
    status, _, told = hoa.ask(unescape(button), {"viec": "chot", "dau": mark})
    assert (status, "Số liệu của báo cáo vừa đổi" in told) == (422, True)
    assert not (deeds / "campaigns/thu-2021/reports").exists()
    ((button, mark),) = form.findall(told)
    assert hoa.ask(unescape(button), {"viec": "chot", "dau": mark})[0] == 303


def test_nobody_verifies_what_evidence_said_before(at: Office, deeds: Path) -> None:
    an, hoa, name = at.browser(AN), at.browser(HOA), f"{EVIDENCE}/mc-2021-0027"
    record(an, drop(an, "an.csv", "a,b\n1,2"))
    file, page = deeds / f"{name}.yml", f"/minh-chung/{handle_of(f'{name}.yml#mc-2021-0027')}"
    marks = re.findall(r'name="dau" value="(\w+)"', hoa.ask(page)[2])
    other = file.read_text("utf-8").replace("10/11/2021", "10/11/2021 06:30")
    with meanwhile(lambda: file.write_text(other, "utf-8")):  # as whoever works in the folder does
        status, _, told = hoa.ask(page, {"viec": "xacminh", "dau": marks[0]})
    assert (status, "Minh chứng đã được sửa sau lúc trang này mở" in told) == (422, True)
    assert (file.read_text("utf-8"), len(marks), len({*marks})) == (other, 2, 1)


def test_whoever_approves_twice_hears_that_it_is_done(tiny: Path) -> None:
    with office(tiny) as here:
        state(tiny, "ready")
        hoa = here.browser(HOA)
        mark = re.findall(r'name="dau" value="(\w+)"', hoa.ask(AT)[2])[-1]
        answers = [hoa.ask(AT, {"viec": "duyet", "dau": mark}) for _ in range(2)]
    assert [status for status, _, _ in answers] == [303, 422]
    assert "đã duyệt bài này rồi" in answers[1][2]
