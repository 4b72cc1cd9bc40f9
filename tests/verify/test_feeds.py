"""The feeds of a small good site of test data, harmed in one way at a time."""

import json
from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest

from generator.model.artifact import page_artifact
from generator.model.site import Site
from generator.model.webpage import Webpage
from generator.model.workspace import Workspace
from generator.planning.expand import expand
from generator.verify import NextSite
from generator.verify.feeds import verify
from generator.vietnamese.dates import HANOI

BASE = "https://thu.example.org/sxsh/"
HTML = f"""&lt;p&gt;&lt;a href="{BASE}bai/#x"&gt;a&lt;/a&gt;
&lt;img src="{BASE}tep/m%E1%BB%99t.png"&gt;&lt;/p&gt;"""
RSS = f"""<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<atom:link rel="self" href="{BASE}rss.xml"/><atom:link rel="prev-archive" href="{BASE}cu.xml"/>
<item><guid>a</guid><title>Bài</title><link>{BASE}bai/</link>
<pubDate>Sat, 01 May 2021 00:00:00 +0700</pubDate><content:encoded>{HTML}</content:encoded>
<enclosure url="{BASE}tep/m%E1%BB%99t.png" length="3" type="image/png"/></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="{BASE}atom.xml"/>
<entry><id>urn:a</id><title>Bài</title><link rel="alternate" href="{BASE}bai/"/>
<published>2021-05-01T00:00:00+07:00</published><updated>2021-05-01T00:00:00+07:00</updated>
<content type="html">{HTML}</content></entry></feed>"""
JSON = json.dumps(
    {
        "feed_url": f"{BASE}feed.json",
        "items": [
            {
                "id": "a",
                "url": f"{BASE}bai/",
                "title": "Bài",
                "date_published": "2021-05-01T00:00:00+07:00",
            }
        ],
    }
)
PAGE = '<link rel="alternate" href="{}rss.xml">'
GOOD = {
    "index.html": PAGE.format(""),
    "bai/index.html": PAGE.format("../"),
    "tep/một.png": "png",
    "cu.xml": "",
    "rss.xml": RSS,
    "atom.xml": ATOM,
    "feed.json": JSON,
}

PAGES = [page_artifact(Webpage(path, {}, "")) for path in ("index.md", "bai/index.md")]
WANTED = [replace(page, path=page.path.replace(".md", ".html")) for page in PAGES]
"""What is said of a feed: that every page announces it."""


def told(files: dict[str, str]) -> list[tuple[str, str, str]]:
    readers = {path: partial(str.encode, text) for path, text in files.items()}
    as_of = datetime(2021, 6, 1, tzinfo=HANOI)
    plan = expand(Workspace(site=Site("Thử", BASE)), as_of)
    found = verify(NextSite(readers, WANTED, plan))
    return [(d.rule.code, d.where.path, d.details.get("problem", "")) for d in found]


def test_good_feeds_are_good() -> None:
    assert told(GOOD) == []


@pytest.mark.parametrize(
    ("path", "before", "after", "problem"),
    [
        ("rss.xml", f"{BASE}rss.xml", f"{BASE}rss", f"it calls itself {BASE}rss"),
        ("rss.xml", f"{BASE}cu.xml", f"{BASE}mat.xml", f"no archive at {BASE}mat.xml"),
        ("rss.xml", "Sat, 01 May 2021", "1/5/2021", "the date of a cannot be read"),
        ("rss.xml", " +0700", "", "the date of a cannot be read"),
        ("rss.xml", "01 May 2021", "01 May 2022", "a is of the future"),
        ("rss.xml", f'href="{BASE}bai/#x"', 'href="../bai/"', "a leads to ../bai/"),
        ("rss.xml", f"{BASE}bai/#x", f"{BASE}mat/", f"a leads to {BASE}mat/"),
        ("rss.xml", 'length="3"', 'length="4"', f"{BASE}tep/m%E1%BB%99t.png has 3 bytes, not 4"),
        ("rss.xml", 'length="3"', "", f"{BASE}tep/m%E1%BB%99t.png has 3 bytes, not -1"),
        ("rss.xml", 'type="image/png"', "", f"{BASE}tep/m%E1%BB%99t.png is of no type"),
        (
            "rss.xml",
            f'url="{BASE}tep',
            'url="https://e.org/tep',
            "no file at https://e.org/tep/m%E1%BB%99t.png",
        ),
        ("atom.xml", "<id>urn:a</id>", "", "an entry without id"),
        (
            "atom.xml",
            "<updated>2021-05-01T00:00:00+07:00</updated>",
            "",
            "an entry without updated",
        ),
        ("atom.xml", f"{BASE}bai/", f"{BASE}mat/", f"no page at {BASE}mat/"),
        ("feed.json", '"title": "B', '"t": "B', "an entry without title"),
        ("feed.json", "+07:00", "", "the date of a cannot be read"),
        ("feed.json", f"{BASE}feed.json", "", "it calls itself –"),
    ],
)
def test_a_harm_is_named(path: str, before: str, after: str, problem: str) -> None:
    assert before in GOOD[path]
    harmed = GOOD[path].replace(before, after)
    assert ("feed-form", path, problem) in told({**GOOD, path: harmed})


@pytest.mark.parametrize("path", ["rss.xml", "atom.xml", "feed.json", "phat-thanh/podcast.xml"])
def test_what_cannot_be_read_is_named(path: str) -> None:
    assert [found[:2] for found in told({**GOOD, path: "<"})] == [("feed-form", path)]


def test_every_page_announces_the_feed() -> None:
    assert told({**GOOD, "bai/index.html": ""}) == [("feed-not-announced", "bai/index.html", "")]
