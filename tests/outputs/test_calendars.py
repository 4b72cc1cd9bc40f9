"""Calendar files: what goes in comes out of a strict parser, and the bytes obey RFC 5545."""

import shutil
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.adapters.files import FolderFiles
from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Audience, digest_of
from generator.model.uid import uid_of
from generator.outputs.calendars.ics import Vevent, calendar, clean, lines
from generator.planning.activity_forms import forms
from generator.planning.agenda import NOTE
from generator.testing import artifacts, memory_world
from generator.vietnamese.dates import HANOI

MOVES = Path(__file__).parents[1] / "examples" / "moves"
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=120) | st.sampled_from(
    ["Nghề gỗ, xưởng; “sạch”\\ hơn", "Ế" * 80, "a\nb\r\nc", "tiếng\u0000Việt"]
)


@given(TEXTS, MOMENTS, st.integers(0, 9), st.booleans())
def test_round_trip(text: str, moment: datetime, sequence: int, whole_day: bool) -> None:  # noqa: FBT001
    start: date | datetime = moment.date() if whole_day else moment.replace(tzinfo=HANOI)
    modified = moment.replace(tzinfo=UTC, microsecond=0)
    length = timedelta(minutes=7)
    event = Vevent(
        uid_of(text), modified, sequence, clean(text), start, length, None, ("Thử",), "TENTATIVE"
    )
    data = calendar(f"Lịch {text}", [lines(event)])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        line.decode()  # no letter is cut in two
    (again,) = Calendar.from_ical(data).walk("VEVENT")
    assert str(again["SUMMARY"]) == clean(text)
    assert again["SEQUENCE"] == sequence
    shown = again.decoded("DTSTART")
    if whole_day:
        assert shown == start
    else:
        assert shown.replace(tzinfo=HANOI) == moment.replace(microsecond=0, tzinfo=HANOI)


def made(as_of: datetime, root: Path = MOVES) -> dict[str, tuple[Audience, str]]:
    found = artifacts(memory_world(FolderFiles(root), as_of), "calendars")["calendars"]
    return {each.path: (each.audience, each.bytes().decode()) for each in found}


def events(text: str) -> dict[str, Event]:
    found = Calendar.from_ical(text).walk("VEVENT")
    return {str(event["UID"]): event for event in found}


@pytest.fixture(scope="module")
def now() -> dict[str, tuple[Audience, str]]:
    return made(datetime(2021, 5, 10, tzinfo=HANOI))


def test_which_calendars_there_are(now: dict[str, tuple[Audience, str]]) -> None:
    assert [(path, str(audience)) for path, (audience, _) in now.items()] == [
        ("lich/lich.ics", "public"),
        ("lich/phat-thanh.ics", "public"),
        ("lich/truyen-hinh.ics", "public"),
        ("lich/bao-chi.ics", "public"),
        ("lich/bang-ron.ics", "public"),
        ("lich/pano.ics", "public"),
        ("lich/ap-phich.ics", "public"),
        ("lich/to-roi.ics", "public"),
        ("lich/bang-hieu.ics", "public"),
        ("lich/chuyen-san.ics", "public"),
        ("lich/the-quay.ics", "public"),
        ("lich/bai-trinh-chieu.ics", "public"),
        ("lich/phat-tay.ics", "public"),
        ("lich/don-vi/bao-thu.ics", "public"),
        ("lich/don-vi/dai-thu.ics", "public"),
        ("lich/don-vi/so-thu.ics", "public"),
        ("lich/2021/quy-2/thu.ics", "public"),
        ("handoff/bao-thu/han-thu.ics", "internal"),
        ("handoff/dai-thu/han-thu.ics", "internal"),
        ("handoff/so-thu/han-thu.ics", "internal"),
    ]


def test_no_medium_has_the_calendar_of_what_publishes_nothing() -> None:
    paths = Counter(addresses.medium_calendar(form) for form in forms())
    assert [path for path, count in paths.items() if count > 1] == []


def test_a_move_and_a_cancellation(now: dict[str, tuple[Audience, str]]) -> None:
    found = events(now["lich/don-vi/dai-thu.ics"][1])
    told = {
        number: (
            str(found[uid_of(f"phat-thanh-{number}")]["STATUS"]),
            found[uid_of(f"phat-thanh-{number}")]["SEQUENCE"],
            found[uid_of(f"phat-thanh-{number}")].decoded("DTSTART").replace(tzinfo=None),
        )
        for number in (1, 2, 3, 4)
    }
    assert told == {
        1: ("CONFIRMED", 2, datetime(2021, 5, 5, 6, 30)),  # noqa: DTZ001
        2: ("CANCELLED", 3, datetime(2021, 5, 12, 6, 30)),  # noqa: DTZ001
        3: ("CONFIRMED", 3, datetime(2021, 6, 9, 6, 30)),  # noqa: DTZ001
        4: ("CONFIRMED", 2, datetime(2021, 6, 16, 6, 30)),  # noqa: DTZ001
    }


def test_what_states_no_duration_has_no_end(now: dict[str, tuple[Audience, str]]) -> None:
    found = events(now["lich/lich.ics"][1])
    assert [
        number for number in (1, 2, 3, 4) if "DTEND" in found[uid_of(f"phat-thanh-{number}")]
    ] == []


def test_only_what_readers_may_see_has_its_title(now: dict[str, tuple[Audience, str]]) -> None:
    found = events(now["lich/lich.ics"][1])
    shown = str(found[uid_of("phat-thanh-1")]["SUMMARY"])
    hidden = str(found[uid_of("phat-thanh-3")]["SUMMARY"])
    assert shown == "Phát thanh: Chương trình thử số 1, có dấu phẩy; và chấm phẩy"
    assert hidden == "Phát thanh: Chương trình phát thanh thử"


def test_a_place_with_a_position(now: dict[str, tuple[Audience, str]]) -> None:
    before = events(now["lich/bang-ron.ics"][1])[uid_of("bang-ron-1")]
    assert (str(before["LOCATION"]), before.get("GEO")) == ("Treo thử", None)
    june = made(datetime(2021, 6, 1, tzinfo=HANOI))["lich/bang-ron.ics"][1]
    after = events(june)[uid_of("bang-ron-1")]
    assert (str(after["LOCATION"]), after["GEO"].to_ical()) == ("Khu thử", "10.95;106.82")
    assert (after.decoded("DTSTART"), after.decoded("DTEND")) == (
        date(2021, 5, 31),
        date(2021, 6, 15),
    )


def test_deadlines_of_a_partner(now: dict[str, tuple[Audience, str]]) -> None:
    found = Calendar.from_ical(now["handoff/so-thu/han-thu.ics"][1]).walk("VEVENT")
    told = [(event.decoded("DTSTART"), str(event["SUMMARY"])) for event in found]
    assert told == [
        (date(2021, 5, 26), "Hạn nộp ma-két: Băng rôn thử (31/5/2021)"),
        (date(2021, 5, 31), "Treo: Băng rôn thử (31/5/2021)"),
        (date(2021, 5, 31), "Đặt in: Băng rôn thử (31/5/2021)"),
        (date(2021, 6, 14), "Gỡ: Băng rôn thử (31/5/2021)"),
        (date(2021, 12, 24), "Hạn báo cáo: Kế hoạch thử"),
    ]


def test_a_cancelled_programme_takes_its_deadlines_with_it(
    now: dict[str, tuple[Audience, str]],
) -> None:
    found = events(now["handoff/dai-thu/han-thu.ics"][1])
    told = {
        (number, kind): (str(event["STATUS"]), event["SEQUENCE"], event.decoded("DTSTART"))
        for number in (2, 3, 4)
        for kind in ("script", "publish")
        if (event := found[uid_of(f"phat-thanh-{number}#{kind}")])
    }
    assert told == {
        (2, "script"): ("CANCELLED", 3, date(2021, 5, 5)),
        (2, "publish"): ("CANCELLED", 3, date(2021, 5, 12)),
        (3, "script"): ("CONFIRMED", 3, date(2021, 6, 2)),
        (3, "publish"): ("CONFIRMED", 3, date(2021, 6, 9)),
        (4, "script"): ("CONFIRMED", 2, date(2021, 6, 9)),
        (4, "publish"): ("CONFIRMED", 2, date(2021, 6, 16)),
    }


def test_what_google_and_outlook_show_of_the_rest(
    now: dict[str, tuple[Audience, str]], undated: Path
) -> None:
    """They leave out URL; a file that was downloaded says from where it can be refreshed."""
    found = events(now["lich/don-vi/dai-thu.ics"][1])[uid_of("phat-thanh-1")]
    page = "https://example.org/sxsh/phat-thanh/phat-thanh-1/"
    assert str(found["DESCRIPTION"]).splitlines() == ["Kế hoạch thử", page]
    loose = made(datetime(2021, 5, 10, tzinfo=HANOI), undated)["lich/don-vi/dai-thu.ics"][1]
    told = str(events(loose)[uid_of("phat-thanh-4")]["DESCRIPTION"]).splitlines()
    assert told == ["Kế hoạch thử", words(NOTE), "https://example.org/sxsh/lich/2021/quy-2/"]
    source = "https://example.org/sxsh/lich/don-vi/dai-thu.ics"
    assert str(Calendar.from_ical(loose)["SOURCE"]) == source


@pytest.fixture
def undated(tmp_path: Path) -> Path:
    """The workspace with no release, and with a slot of which only the quarter is known."""
    root = Path(shutil.copytree(MOVES, tmp_path / "moves"))
    shutil.rmtree(root / "campaigns/thu/releases")
    plan = root / "campaigns/thu/plan.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace('at: "16/6/2021 06:30"', "quarter: II"), encoding="utf-8")
    return root


def test_what_has_only_a_quarter_lasts_it_and_takes_no_time(undated: Path) -> None:
    found = made(datetime(2021, 5, 10, tzinfo=HANOI), undated)["lich/don-vi/dai-thu.ics"][1]
    event = events(found)[uid_of("phat-thanh-4")]
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (
        date(2021, 4, 1),
        date(2021, 7, 1),
    )
    title = "Phát thanh: Chương trình phát thanh thử (trong Quý II/2021, đề xuất)"
    assert str(event["SUMMARY"]) == title
    assert (str(event["STATUS"]), str(event["TRANSP"])) == ("TENTATIVE", "TRANSPARENT")
    assert event.walk("VALARM") == []


def test_the_calendar_of_a_partner_that_lost_a_line_says_so(tmp_path: Path) -> None:
    root = Path(shutil.copytree(MOVES, tmp_path / "moves"))
    second = root / "campaigns/thu/releases/2021-2-2.yml"
    line = 'medium: radio, partner: dai-thu, at: "9/6/2021 06:30"'
    text = second.read_text(encoding="utf-8").rpartition("digest:")[0]
    assert line in text
    text = text.replace(line, line.replace("dai-thu", "bao-thu"))
    digest = digest_of(text.rstrip())[:32]
    second.write_text(f"{text}digest: {digest}\n", encoding="utf-8")
    files = made(datetime(2021, 5, 10, tzinfo=HANOI), root)
    told = {
        partner: [str(events(files[path][1])[uid_of(identity)][key]) for key in KEYS]
        for partner, path, identity in (
            ("former", "lich/don-vi/dai-thu.ics", "phat-thanh-3"),
            ("present", "lich/don-vi/bao-thu.ics", "phat-thanh-3"),
            ("former deadline", "handoff/dai-thu/han-thu.ics", "phat-thanh-3#script"),
        )
    }
    title = "Phát thanh: Chương trình phát thanh thử"
    assert told == {
        "former": ["CANCELLED", "3", f"{title} (đã hủy)"],
        "present": ["CONFIRMED", "3", title],
        "former deadline": [
            "CANCELLED",
            "3",
            "Hạn nộp bài: Chương trình phát thanh thử (2/6/2021, 6 giờ 30, đã hủy)",
        ],
    }


KEYS = ("STATUS", "SEQUENCE", "SUMMARY")


def test_addresses_below_a_sub_path(now: dict[str, tuple[Audience, str]]) -> None:
    found = events(now["lich/lich.ics"][1])
    addresses = {str(event["URL"]) for event in found.values()}
    assert addresses == {
        "https://example.org/sxsh/phat-thanh/phat-thanh-1/",
        "https://example.org/sxsh/lich/2021/quy-2/",
    }
