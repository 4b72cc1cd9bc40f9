"""A small good site of test data, harmed in one way at a time: each harm is named, alone."""

from collections.abc import Callable, Mapping
from datetime import datetime

import pytest

from generator.diagnostics import Diagnostic
from generator.model.artifact import Kind, ResultSubject, ready
from generator.model.plan import Plan
from generator.model.site import Site
from generator.model.workspace import Workspace
from generator.planning.expand import expand
from generator.verify import NextSite, calendars, feeds, pages, requests
from generator.verify import provenance as kinds
from generator.vietnamese.dates import HANOI

AS_OF = datetime(2021, 6, 1, tzinfo=HANOI)
EVENT = """\
BEGIN:VEVENT
UID:a@loa
DTSTAMP:20210501T000000Z
DTSTART;TZID=Asia/Ho_Chi_Minh:20210512T063000
DTEND;TZID=Asia/Ho_Chi_Minh:20210512T064500
SUMMARY:Bài
STATUS:TENTATIVE
END:VEVENT
"""
CALENDAR = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//thử//VI\n{EVENT}END:VCALENDAR\n"


def site(root: str) -> dict[str, str]:
    """The good site; `root` is the path of its address."""
    address = (
        '<link xmlns="http://www.w3.org/2005/Atom" rel="self" '
        f'href="https://thu.example.org{root}rss.xml"/>'
    )
    item = f"""<item><guid>a</guid><title>Bài</title><link>https://thu.example.org{root}bai/</link>
        <pubDate>Sat, 01 May 2021 00:00:00 +0700</pubDate></item>"""
    return {
        "index.html": """<link rel="stylesheet" href="assets/site.css"><a href="bai/#muc">Bài</a>
            <img src="tep/anh.png"> <a href="https://elsewhere.example.com/">Nơi khác</a>""",
        "bai/index.html": '<h2 id="muc">Mục</h2> <a href="..">Trang đầu</a> <a href="#muc">Mục</a>',
        "404.html": f'<a href="{root}">Trang đầu</a> <a href="{root}bai/">Bài</a>',
        "rss.xml": f'<rss version="2.0"><channel>{address}{item}</channel></rss>',
        "lich/lich.ics": CALENDAR.replace("\n", "\r\n"),
        "tep/anh.png": "",
        "assets/site.css": "body { background: url(data:image/png;base64,AA) }",
        "sitemap.xml": "<urlset/>",
    }


CALENDARS = ResultSubject(Kind.CALENDAR)
WANTED = [ready(p, "", of=CALENDARS if ".ics" in p else ResultSubject()) for p in site("/")]
"""What was to be made."""


def plan(root: str = "/") -> Plan:
    return expand(Workspace(site=Site("Thử", f"https://thu.example.org{root}")), AS_OF)


def told(files: Mapping[str, str], root: str = "/") -> list[Diagnostic]:
    readers: dict[str, Callable[[], bytes]] = {
        path: lambda text=text: text.encode()  # type: ignore[misc]
        for path, text in files.items()
    }
    produced = NextSite(readers, WANTED, plan(root))
    rules = (calendars, feeds, kinds, pages, requests)
    return [found for rule in rules for found in rule.verify(produced)]


def messages(files: Mapping[str, str], root: str = "/") -> list[tuple[str, str, str]]:
    return [(d.rule.code, d.where.path, d.message("en")) for d in told(files, root)]


@pytest.mark.parametrize("root", ["/", "/so/sxsh/"])
def test_a_good_site_has_nothing_to_tell(root: str) -> None:
    assert told(site(root), root) == []


@pytest.mark.parametrize("root", ["/", "/so/sxsh/"])
@pytest.mark.parametrize("lost", ["tep/anh.png", "404.html", "sitemap.xml"])
def test_what_was_prepared_is_missing(root: str, lost: str) -> None:
    files = site(root)
    del files[lost]
    codes = {(code, path) for code, path, _ in messages(files, root)}
    assert ("page-missing", lost) in codes


@pytest.mark.parametrize("root", ["/", "/so/sxsh/"])
def test_a_page_is_missing_and_so_is_every_link_to_it(root: str) -> None:
    files = site(root)
    del files["bai/index.html"]
    assert [found[:2] for found in messages(files, root)] == [
        ("feed-form", "rss.xml"),
        ("page-missing", "bai/index.html"),
        ("site-link", "index.html"),
        ("site-link", "404.html"),
    ]


LINKS = (
    '<a href="mat/">x</a>',
    '<a href="bai/#mat">x</a>',
    '<a href="#mat">x</a>',
    '<a href="../bai/">x</a>',
    '<a href="/mat/">x</a>',
    '<a href="bai">x</a>',
    '<img src="mat.png">',
    '<img src="tep/anh.png" srcset="tep/anh.png 1x, mat.png 2x">',
    '<script src="mat.js"></script>',
    '<link rel="stylesheet" href="mat.css">',
    '<link rel="alternate" href="mat.xml">',
    '<svg><use href="mat.svg#a"/></svg>',
    '<video poster="mat.jpg"></video>',
    '<object data="mat.pdf"></object>',
    '<form action="."></form><iframe src="mat/"></iframe>',
)


@pytest.mark.parametrize("root", ["/", "/so/sxsh/"])
@pytest.mark.parametrize("link", LINKS)
def test_a_link_that_leads_nowhere_is_named(root: str, link: str) -> None:
    files = site(root)
    files["index.html"] += link
    assert [found[:2] for found in messages(files, root)] == [("site-link", "index.html")]


def test_under_a_sub_path_a_link_from_the_root_must_begin_with_it() -> None:
    files = site("/so/")
    files["404.html"] = '<a href="/bai/">x</a>'
    assert messages(files, "/so/") == [
        ("site-link", "404.html", "The link “/bai/” on this page of the site leads nowhere.")
    ]


def test_a_link_with_encoded_letters_and_a_query_is_followed() -> None:
    files = site("/")
    files["index.html"] += '<a href="b%C3%A0i.html?q=1#m%E1%BB%A5c">x</a>'
    files["bài.html"] = '<p id="mục">x</p>'
    assert [found for found in told(files) if found.rule is pages.LINK_MISSING] == []


ELSEWHERE = "https://elsewhere.example.com/a"
REQUESTS = (
    f'<link rel="stylesheet" href="{ELSEWHERE}">',
    f'<link rel="preload" as="font" href="{ELSEWHERE}">',
    f'<link rel="preconnect" href="{ELSEWHERE}">',
    f'<link rel="shortcut icon" href="{ELSEWHERE}">',
    f'<script src="{ELSEWHERE}"></script>',
    f'<img src="{ELSEWHERE}">',
    f'<img srcset="../tep/anh.png 1x, {ELSEWHERE} 2x">',
    f'<iframe src="{ELSEWHERE}"></iframe>',
    f'<video poster="{ELSEWHERE}"></video>',
    f'<audio><source src="{ELSEWHERE}"></audio>',
    f'<object data="{ELSEWHERE}"></object>',
    f'<svg><use href="{ELSEWHERE}"/></svg>',
    f'<svg><image href="{ELSEWHERE}"/></svg>',
    f'<p style="background: url({ELSEWHERE})">x</p>',
    f"<style>@font-face {{ src: url('{ELSEWHERE}') }}</style>",
    f'<style>@import "{ELSEWHERE}";</style>',
    f'<meta http-equiv="refresh" content="0; url={ELSEWHERE}">',
)


@pytest.mark.parametrize("markup", REQUESTS)
def test_a_request_to_another_server_is_named(markup: str) -> None:
    files = site("/")
    files["bai/index.html"] += markup
    assert messages(files) == [
        (
            "outside-request",
            "bai/index.html",
            (
                f"This page would load “{ELSEWHERE}” from another server, "
                "which then knows its readers."
            ),
        )
    ]


def test_a_request_without_a_scheme_leaves_as_well() -> None:
    files = site("/")
    files["index.html"] += '<img src="//elsewhere.example.com/a">'
    assert [found[:2] for found in messages(files)] == [("outside-request", "index.html")]


def test_a_style_sheet_that_loads_from_another_server_is_named() -> None:
    files = site("/")
    files["assets/site.css"] = f"@font-face {{ src: url({ELSEWHERE}) }}"
    assert [found[:2] for found in messages(files)] == [("outside-request", "assets/site.css")]


def test_links_that_a_reader_follows_may_leave() -> None:
    files = site("/")
    files["index.html"] += (
        f'<a href="{ELSEWHERE}">x</a> <a href="mailto:a@example.org">x</a>'
        '<link rel="canonical" href="https://thu.example.org/">'
        '<script src="https://thu.example.org/assets/site.js"></script>'
    )
    assert told(files) == []


@pytest.mark.parametrize(
    "name",
    ["bai.md", "assets/site.css.part", ".htpasswd", "tep/anh.psd", "bai/khac.html", "a/.b/c.txt"],
)
def test_a_file_that_nobody_has_prepared_is_named(name: str) -> None:
    files = {**site("/"), name: ""}
    assert [found[:2] for found in messages(files)] == [("unexpected-file", name)]


FEEDS = {
    "": "no element found: line 1, column 0",
    "<rss>": "no element found: line 1, column 5",
    "<rss/>": "no channel",
    "<rss><channel><item><guid>a</guid><title>b</title><pubDate>c</pubDate></item></channel>"
    "</rss>": "an entry without link",
}


@pytest.mark.parametrize("feed", FEEDS)
def test_a_broken_feed_is_named(feed: str) -> None:
    files = {**site("/"), "rss.xml": feed}
    assert messages(files) == [("feed-form", "rss.xml", f"This feed is not right: {FEEDS[feed]}.")]


def test_each_entry_needs_its_parts_a_guid_of_its_own_and_a_page() -> None:
    files = site("/")
    entry = files["rss.xml"].partition("<item>")[2].partition("</item>")[0]
    files["rss.xml"] = files["rss.xml"].replace("</item>", f"</item><item>{entry}</item>")
    assert [found[2] for found in messages(files)] == [
        "This feed is not right: two entries with one guid."
    ]
    for part in ("guid", "title", "pubDate"):
        files = site("/")
        files["rss.xml"] = (
            files["rss.xml"].replace(f"<{part}>", "<x>").replace(f"</{part}>", "</x>")
        )
        assert [found[2] for found in messages(files)] == [
            f"This feed is not right: an entry without {part}."
        ]
    files = site("/")
    files["rss.xml"] = files["rss.xml"].replace("/bai/", "/mat/")
    assert [found[2] for found in messages(files)] == [
        "This feed is not right: no page at https://thu.example.org/mat/."
    ]


CALENDARS = {
    "a bare line feed": (
        CALENDAR.replace("\n", "\r\n").replace("\r\nEND:VEVENT", "\nEND:VEVENT"),
        "line ends",
    ),
    "no line end at the end": (CALENDAR.replace("\n", "\r\n").rstrip(), "line ends"),
    "a long line": (
        CALENDAR.replace("SUMMARY:Bài", f"SUMMARY:{'à' * 40}").replace("\n", "\r\n"),
        "a line of more than 75 octets",
    ),
    "no UID": (CALENDAR.replace("UID:a@loa\n", "").replace("\n", "\r\n"), "an event without UID"),
    "no summary": (
        CALENDAR.replace("SUMMARY:Bài\n", "").replace("\n", "\r\n"),
        "an event without SUMMARY",
    ),
    "a start that is no moment": (
        CALENDAR.replace("20210512T063000", "hôm nay").replace("\n", "\r\n"),
        "a DTSTART that cannot be read",
    ),
    "two of one UID": (
        CALENDAR.replace(EVENT, EVENT * 2).replace("\n", "\r\n"),
        "two events with one UID",
    ),
    "a strange state": (
        CALENDAR.replace("TENTATIVE", "MAYBE").replace("\n", "\r\n"),
        "the status MAYBE",
    ),
    "an end before its start": (
        CALENDAR.replace("20210512T064500", "20210512T061500").replace("\n", "\r\n"),
        "an end before its start",
    ),
    "an end at its start": (
        CALENDAR.replace("20210512T064500", "20210512T063000").replace("\n", "\r\n"),
        "an end before its start",
    ),
    "a day and an hour": (
        CALENDAR.replace(";TZID=Asia/Ho_Chi_Minh:20210512T063000", ";VALUE=DATE:20210512").replace(
            "\n", "\r\n"
        ),
        "a start and an end of different kinds",
    ),
}


@pytest.mark.parametrize("harm", CALENDARS)
def test_a_broken_calendar_is_named(harm: str) -> None:
    calendar, problem = CALENDARS[harm]
    files = {**site("/"), "lich/lich.ics": calendar}
    assert messages(files) == [
        ("calendar-form", "lich/lich.ics", f"This calendar is not right: {problem}.")
    ]


def test_what_is_no_calendar_at_all_is_named() -> None:
    files = {**site("/"), "lich/lich.ics": "no calendar\r\n"}
    assert [found[:2] for found in messages(files)] == [("calendar-form", "lich/lich.ics")]
