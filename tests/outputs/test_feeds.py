"""Feeds as those who read them see them; all pieces are test data."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import get_args

import feedparser
import pytest
from PIL import Image

from generator.outputs.feeds.entry import legal
from generator.outputs.feeds.opml import GROUPS
from generator.planning.feed_list import Kind
from generator.vietnamese.dates import HANOI
from tests.edits import edit

Feeds = Callable[..., dict[str, bytes]]
ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
BASE = "https://thu.example.org/"
RADIO = ("so-1", "so-2", "so-3")
PARTS = [
    "rss.xml",
    "lich/rss.xml",
    "phat-thanh/rss.xml",
    "bao-chi/rss.xml",
    "bang-ron/rss.xml",
    "pano/rss.xml",
    "ap-phich/rss.xml",
    "to-roi/rss.xml",
    "bang-hieu/rss.xml",
    "chuyen-san/rss.xml",
    "the-quay/rss.xml",
    "bai-trinh-chieu/rss.xml",
    "phat-tay/rss.xml",
    "truyen-hinh/rss.xml",
    "ke-hoach/thu/rss.xml",
    "don-vi/dai-thu/rss.xml",
    "lich/2021/quy-2/rss.xml",
    "atom.xml",
    "feed.json",
    "nguon-tin.opml",
]


def day(month: int, number: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2021, month, number, hour, minute, second, tzinfo=HANOI)


def piece(root: Path, name: str, *fields: str, body: str = "Chữ thử.") -> Path:
    """An article that is news: it has a day of its own."""
    head = ["medium: article", "status: approved", "approved_by: Người thử"]
    head += ["approved_on: 1/4/2021", *fields]
    said = {field.partition(":")[0] for field in fields}
    head += [] if "title" in said else ["title: Bài thử"]
    head += [] if "publish_on" in said else ["publish_on: 20/4/2021"]
    path = root / "content" / f"{name}.md"
    text = "\n".join(["---", f"id: {name}", *head, "---", "", body, ""])
    path.write_text(text, encoding="utf-8")
    return path


def read(data: bytes) -> feedparser.FeedParserDict:
    found = feedparser.parse(data)
    assert not found.bozo, found.bozo_exception
    return found


def ids(data: bytes) -> list[str]:
    return [entry.id for entry in read(data).entries]


def test_there_is_a_feed_for_each_thing_to_follow(podcast: Path, feeds: Feeds) -> None:
    made = feeds(podcast)
    sounds = {path for path in made if path.startswith(("phat-thanh/nghe/", "phat-thanh/podcast"))}
    assert made.keys() - sounds == set(PARTS)
    shown = {path: ids(made[path]) for path in PARTS if path.endswith("rss.xml")}
    radio = ["so-4", "so-3", "so-2", "so-1"]
    media = (
        "bao-chi",
        "bang-ron",
        "pano",
        "ap-phich",
        "to-roi",
        "bang-hieu",
        "chuyen-san",
        "the-quay",
        "bai-trinh-chieu",
        "phat-tay",
        "truyen-hinh",
        "lich",
    )
    empty = {f"{name}/rss.xml" for name in media}
    assert shown == {path: [] if path in empty else radio for path in shown}


def test_an_entry_tells_everything_that_a_reader_needs(podcast: Path, feeds: Feeds) -> None:
    entry = read(feeds(podcast)["rss.xml"]).entries[2]
    assert (entry.id, entry.guidislink) == ("so-2", False)
    assert entry.title == "Nóng < lạnh]]> và “ngoặc”"
    assert entry.link == f"{BASE}phat-thanh/so-2/"
    assert entry.published == "Sat, 08 May 2021 06:30:00 +0700"
    assert entry.updated == "2021-05-10T00:00:01+07:00"
    assert entry.author == "Sở thử"
    assert [tag.term for tag in entry.tags] == ["Phát thanh", "Quý II/2021"]
    note = "Đính chính 10/5/2021: Số đo đúng là 5, không phải 50."
    assert entry.summary == f"{note}\nDữ liệu thử, số 2."
    assert entry.content[0].value.startswith(f"<p><strong>{note}</strong></p>\n<blockquote>")
    assert "lời thử số 2 &amp; hơn thế &lt; nữa." in entry.content[0].value


def test_the_three_forms_tell_the_same(podcast: Path, feeds: Feeds) -> None:
    made = feeds(podcast)
    rss, atom = read(made["rss.xml"]), read(made["atom.xml"])
    feed = json.loads(made["feed.json"])
    told = [(e.title, e.link, e.published_parsed, e.content[0].value) for e in rss.entries[1:]]
    also = [(e.title, e.link, e.published_parsed, e.content[0].value) for e in atom.entries]
    assert told == also
    items = [(item["id"], item["title"], item["url"]) for item in feed["items"]]
    assert [(e.id, e.title, e.link) for e in rss.entries] == items
    texts = [e.text for e in ET.fromstring(made["atom.xml"]).iter(f"{ATOM}content")]  # noqa: S314
    assert texts == [item["content_html"] for item in feed["items"][1:]]
    assert rss.feed.language == atom.feed.language == feed["language"] == "vi"


def test_a_withdrawn_piece_is_told_once_and_says_nothing(podcast: Path, feeds: Feeds) -> None:
    made = feeds(podcast)
    for path in ("rss.xml", "phat-thanh/rss.xml", "ke-hoach/thu/rss.xml"):
        gone = [entry for entry in read(made[path]).entries if entry.id == "so-4"]
        assert [(entry.title, entry.summary, entry.link) for entry in gone] == [
            ("Đã rút: Bài đã rút", "Bài này đã rút ngày 25/5/2021.", f"{BASE}phat-thanh/")
        ]
    tombs = ET.fromstring(made["atom.xml"]).findall(TOMBSTONE)  # noqa: S314 - our own
    assert [tomb.get("when") for tomb in tombs] == ["2021-05-25T00:00:00+07:00"]
    alive = {entry.id for entry in read(made["atom.xml"]).entries}
    assert alive.isdisjoint({tomb.get("ref") for tomb in tombs})
    assert all("lời thử số 4" not in data.decode() for data in made.values())
    assert "podcast:so-4" not in ids(made["phat-thanh/podcast.xml"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("withdrawn_on: 25/5/2021", ""),  # nobody had seen it
        ("withdrawn_on: 25/5/2021", "withdrawn_on: 21/5/2021"),  # before it appeared
        ("withdrawn_on: 25/5/2021", "withdrawn_on: 2/6/2021"),  # not yet
    ],
)
def test_what_readers_never_saw_leaves_no_trace(
    podcast: Path, feeds: Feeds, before: str, after: str
) -> None:
    edit(podcast / "content/so-4.md", before, after)
    assert all("Bài đã rút" not in data.decode() for data in feeds(podcast).values())


def test_withdrawal_of_a_known_entry_keeps_its_id_in_every_form(
    podcast: Path, feeds: Feeds
) -> None:
    before = feeds(podcast)
    known = read(before["atom.xml"]).entries[0].id
    edit(podcast / "content/so-3.md", "status: approved", "status: withdrawn")
    edit(podcast / "content/so-3.md", "---\n\n", "withdrawn_on: 30/5/2021\n---\n\n")
    after = feeds(podcast)
    assert ids(after["rss.xml"])[0] == "so-3"
    tombs = ET.fromstring(after["atom.xml"]).findall(TOMBSTONE)  # noqa: S314 - our own
    assert known in {tomb.get("ref") for tomb in tombs}


def test_a_correction_comes_on_its_day_and_brings_the_entry_to_the_top(
    podcast: Path, feeds: Feeds
) -> None:
    before = feeds(podcast, day(5, 9, 23, 59, 59))["rss.xml"]
    assert "Đính chính" not in before.decode()
    after = feeds(podcast, day(5, 10))["rss.xml"]
    assert ids(before) == ids(after) == ["so-2", "so-1"]
    assert [e.published for e in read(before).entries] == [e.published for e in read(after).entries]
    two = "  - {on: 10/5/2021, text: Một điều nữa.}\ncorrections:"
    edit(podcast / "content/so-2.md", "corrections:", "corrections:\n" + two[:-13])
    changed = read(feeds(podcast, day(5, 10))["rss.xml"]).entries[0]
    assert changed.updated == "2021-05-10T00:00:02+07:00"  # two corrections are two changes


def test_two_builds_at_different_moments_with_nothing_new_are_the_same(
    podcast: Path, feeds: Feeds
) -> None:
    assert feeds(podcast, day(5, 25)) == feeds(podcast, datetime(2031, 1, 1, tzinfo=HANOI))


def test_every_address_is_right_below_a_path(podcast: Path, feeds: Feeds) -> None:
    edit(podcast / "mkdocs.yml", BASE, "https://example.org/sxsh/")
    for path, data in feeds(podcast).items():
        if path.endswith((".xml", ".json", ".opml")):
            found = set(re.findall(r'https://example\.org/[^"<\s&]*', data.decode()))
            assert found
            assert [a for a in found if not a.startswith("https://example.org/sxsh/")] == []
            assert "thu.example.org/" not in data.decode()
            own = f"https://example.org/sxsh/{path}"
            assert path.endswith(".opml") or own in found


def test_summaries_only_if_the_owner_wants(podcast: Path, feeds: Feeds) -> None:
    edit(podcast / "mkdocs.yml", "  loa:", "  loa:\n    feeds: {text: summary}")
    made = feeds(podcast)
    assert all("lời thử" not in made[path].decode() for path in PARTS)
    assert json.loads(made["feed.json"])["items"][1]["content_text"] == "Dữ liệu thử, số 3."
    assert "content" not in read(made["rss.xml"]).entries[1]
    read(made["atom.xml"])


HOSTILE = [
    "A & B < C > D",
    "x]]>y",
    """'đơn' và "kép" """.strip(),
    "&amp &lt b &#x41",
    "½ … 🌱",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_arrives_as_it_was_written(podcast: Path, feeds: Feeds, title: str) -> None:
    piece(podcast, "la", f"title: {json.dumps(title, ensure_ascii=False)}", "publish_on: 31/5/2021")
    made = feeds(podcast)
    for path in ("rss.xml", "atom.xml"):
        read(made[path])
        root = ET.fromstring(made[path])  # noqa: S314 - our own
        titles = [e.text for e in root.iter() if e.tag in {"title", f"{ATOM}title"}]
        assert title in titles
    assert json.loads(made["feed.json"])["items"][0]["title"] == title


def test_no_character_takes_a_feed_down(podcast: Path, feeds: Feeds) -> None:
    assert legal("a\0b\x0bc\x1bd\ud800e\ufffef\tg\n🌱") == "abcdef\tg\n🌱"
    body = "Một [đoạn](index.md) có `<b>` & ]]> &nbsp; và\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    piece(podcast, "bang", body=body)
    entry = next(e for e in read(feeds(podcast)["atom.xml"]).entries if e.link.endswith("/bang/"))
    assert f'<a href="{BASE}">đoạn</a>' in entry.content[0].value
    assert "<table>" in entry.content[0].value


def test_a_picture_is_an_enclosure_with_the_length_of_the_published_file(
    podcast: Path, feeds: Feeds
) -> None:
    folder = podcast / "assets/anh"
    folder.mkdir()
    shown = Image.linear_gradient("L").resize((40, 30))
    shown.save(folder / "một ảnh.jpg", exif=b"Exif\0\0" + bytes(200))
    picture = "picture: {file: assets/anh/một ảnh.jpg, alt: Ảnh thử}"
    piece(
        podcast,
        "co-anh",
        picture,
        "publish_on: 31/5/2021",
        body="![Ảnh thử](../assets/anh/một%20ảnh.jpg)",
    )
    made = feeds(podcast)
    url = f"{BASE}tep/anh/m%E1%BB%99t%20%E1%BA%A3nh.jpg"
    enclosure = read(made["rss.xml"]).entries[0].enclosures[0]
    assert (enclosure.href, enclosure.type) == (url, "image/jpeg")
    original = (folder / "một ảnh.jpg").stat().st_size
    assert 0 < int(enclosure.length) < original  # without what the camera wrote into it
    assert read(made["atom.xml"]).entries[0].enclosures[0].length == enclosure.length
    attachment = json.loads(made["feed.json"])["items"][0]["attachments"][0]
    assert attachment == {
        "url": url,
        "mime_type": "image/jpeg",
        "size_in_bytes": int(enclosure.length),
    }
    assert f'<img alt="Ảnh thử" src="{url}" />' in read(made["rss.xml"]).entries[0].content[0].value


def many(root: Path, count: int) -> Iterator[str]:
    for number in range(count):
        moment = day(1, 1, 8) + timedelta(hours=number) - timedelta(days=366)
        piece(root, f"bai-{number:04}", f"publish_on: {moment:%d/%m/%Y %H:%M}")
        yield f"bai-{number:04}"


def test_a_long_feed_is_bounded_and_its_archives_hold_the_rest(podcast: Path, feeds: Feeds) -> None:
    edit(podcast / "mkdocs.yml", "  loa:", "  loa:\n    feeds: {newest: 10}")
    names = set(many(podcast, 60)) | set(RADIO)
    made = feeds(podcast)
    assert len(ids(made["rss.xml"])) == 10
    found, path = set[str](), "atom.xml"
    while path:
        entries = read(made[path]).entries
        found |= {entry.link.removeprefix(BASE) for entry in entries}
        links = ET.fromstring(made[path]).iter(f"{ATOM}link")  # noqa: S314 - our own
        named = {link.get("rel"): link.get("href") or "" for link in links}
        assert (b"history/1.0" in made[path]) == (path != "atom.xml")
        assert named.get("current", f"{BASE}atom.xml") == f"{BASE}atom.xml"
        assert all(e.summary and ("content" in e) == (path == "atom.xml") for e in entries)
        path = named.get("prev-archive", "").removeprefix(BASE)
    assert found == {f"phat-thanh/{n}/" if n in RADIO else f"{n}/" for n in names}
    archives = {name for name in made if name.startswith("luu-tru/")}
    assert {name.rpartition("/")[2] for name in archives} == {"atom.xml"}


def test_the_feed_of_a_part_holds_twenty_entries_at_most(podcast: Path, feeds: Feeds) -> None:
    activity = (podcast / "content/so-1.md").read_text("utf-8")
    for number in range(25):
        text = re.sub(r"(?m)^id: .*$", f"id: them-{number:02}", activity)
        (podcast / f"content/them-{number:02}.md").write_text(text, "utf-8")
    made = feeds(podcast)
    assert len(ids(made["phat-thanh/rss.xml"])) == 20
    assert len(ids(made["rss.xml"])) > 20


def test_an_archive_does_not_change_when_there_is_news(podcast: Path, feeds: Feeds) -> None:
    edit(podcast / "mkdocs.yml", "  loa:", "  loa:\n    feeds: {newest: 10}")
    list(many(podcast, 40))
    archives = re.compile(r"luu-tru/.*atom\.xml")
    before = {path: ids(data) for path, data in feeds(podcast).items() if archives.match(path)}
    piece(podcast, "moi", "publish_on: 31/5/2021")
    after = feeds(podcast)
    assert len(before) == 8
    assert {path: ids(after[path]) for path in before} == before


def test_every_kind_of_feed_has_its_group_in_the_list_of_all() -> None:
    assert {*GROUPS} == {*get_args(Kind)}
