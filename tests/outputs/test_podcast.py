"""The podcast as apps read it; the recordings are a hum that the tests make."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import podcastparser
import pytest
from PIL import Image

from generator.model.artifact import Artifact
from generator.model.body import Body
from generator.model.segment import Segment
from generator.outputs.feeds.transcript import as_srt

Feeds = Callable[..., dict[str, bytes]]
Cover = Callable[[Path], Artifact]
BASE = "https://thu.example.org/"
FEED = "phat-thanh/podcast.xml"
SPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}


def channel(data: bytes) -> ET.Element:
    found = ET.fromstring(data).find("channel")  # noqa: S314 - our own
    assert found is not None
    return found


def texts(parent: ET.Element, *names: str) -> list[str | None]:
    return [parent.findtext(name, None, SPACES) for name in names]


def test_an_app_reads_every_episode(podcast: Path, feeds: Feeds) -> None:
    made = podcastparser.parse(f"{BASE}{FEED}", BytesIO(feeds(podcast)[FEED]))
    assert made["title"] == "Chương trình thử"
    assert made["type"] == "episodic"
    assert made["cover_url"] == f"{BASE}phat-thanh/podcast.png"
    assert made["itunes_owner"] == {"name": "Sở thử", "email": "thu@thu.example.org"}
    assert [
        (e["guid"], e["title"], e["number"], e["season"], e["total_time"], e["published"])
        for e in made["episodes"]
    ] == [
        ("podcast:so-3", "Một ngày không có giờ", 3, 2021, 5, 1621011600),
        ("podcast:so-2", "Nóng < lạnh]]> và “ngoặc”", 2, 2021, 4, 1620430200),
        ("podcast:so-1", "Tiếng máy & tiếng nước", 1, 2021, 3, 1619825400),
    ]
    assert [e["enclosures"] for e in made["episodes"]] == [
        [
            {
                "url": f"{BASE}phat-thanh/nghe/so-{n}.mp3",
                "file_size": (podcast / f"assets/am-thanh/so-{n}.mp3").stat().st_size,
                "mime_type": "audio/mpeg",
            }
        ]
        for n in (3, 2, 1)
    ]


def test_the_channel_has_what_the_podcast_standard_asks_for(podcast: Path, feeds: Feeds) -> None:
    head = channel(feeds(podcast)[FEED])
    assert texts(head, "link", "language", "itunes:author", "itunes:explicit") == [
        f"{BASE}phat-thanh/",
        "vi",
        "Sở thử",
        "false",
    ]
    assert texts(head, "podcast:locked", "podcast:medium", "podcast:guid") == [
        "yes",
        "podcast",
        "1e07e1f9-94e5-5071-9106-dfce9eb2cecb",  # of thu.example.org/phat-thanh/podcast.xml
    ]
    category, link = head.find("itunes:category", SPACES), head.find("atom:link", SPACES)
    assert category is not None and category.get("text") == "Government"  # noqa: PT018
    assert link is not None and link.get("href") == f"{BASE}{FEED}"  # noqa: PT018


def test_an_episode_says_its_season_its_transcripts_and_who_is_heard(
    podcast: Path, feeds: Feeds
) -> None:
    made = feeds(podcast)
    item = channel(made[FEED]).findall("item")[-1]
    assert texts(item, "itunes:season", "itunes:episode", "itunes:explicit", "podcast:person") == [
        "2021",
        "1",
        "false",
        "Người thử",
    ]
    display = item.find("podcast:episode", SPACES)
    assert display is not None and display.get("display") == "Quý II/2021, số 1"  # noqa: PT018
    scripts = [found.attrib for found in item.findall("podcast:transcript", SPACES)]
    page, captions = f"{BASE}phat-thanh/nghe/so-1.html", f"{BASE}phat-thanh/nghe/so-1.srt"
    assert scripts == [
        {"url": page, "type": "text/html", "language": "vi"},
        {"url": captions, "type": "application/x-subrip", "language": "vi", "rel": "captions"},
    ]
    assert made["phat-thanh/nghe/so-1.srt"].decode() == (
        "1\n00:00:00,000 --> 00:00:01,000\n[Nhạc hiệu (1 giây)]\n\n"
        "2\n00:00:01,000 --> 00:00:03,000\nNgười đọc: Đây là lời thử số 1 & hơn thế <\nnữa.\n"
    )
    said = re.findall(r"<(cite|time)>([^<]*)", made["phat-thanh/nghe/so-1.html"].decode())
    assert said == [("time", "0:00"), ("cite", "Người đọc:"), ("time", "0:01")]
    assert "phat-thanh/nghe/so-2.srt" not in made


def test_without_a_recording_there_is_no_podcast(podcast: Path, feeds: Feeds) -> None:
    for path in (podcast / "content").glob("so-*.md"):
        text = re.sub(r"(?m)^(audio|times):.*\n", "", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    made = feeds(podcast)
    assert not [path for path in made if "podcast" in path or "nghe" in path]
    assert b"podcast" not in made["nguon-tin.opml"]


@pytest.mark.parametrize("name", ["mot", "hai"])
def test_numbers_stay_when_another_segment_is_withdrawn(
    podcast: Path, feeds: Feeds, name: str
) -> None:
    text = (podcast / "content/so-1.md").read_text(encoding="utf-8")
    withdrawn = text.replace("status: approved", "status: withdrawn").replace("so-1\n", f"{name}\n")
    path = podcast / "content/so-1.md" if name == "mot" else podcast / "content/khac.md"
    path.write_text(withdrawn.replace("id: mot", "id: so-1"), encoding="utf-8")
    numbers = [
        texts(item, "guid", "itunes:episode")
        for item in channel(feeds(podcast)[FEED]).findall("item")
    ]
    shift = 1 if name == "hai" else 0  # "hai" stands before them all: that is a new segment
    assert numbers[0] == ["podcast:so-3", str(3 + shift)]


def test_captions_share_the_time_of_a_long_line_by_its_length() -> None:
    segment = Segment.model_construct(id="a", medium="radio", title="Thử", times=(0, 3))
    words = "Một câu dài " * 20
    segment.read_from("content/a.md", Body(f"**A:** {words}\n\n**B:** Hết."))
    shown = as_srt(segment, 5)
    times = re.findall(r"(\S+) --> (\S+)", shown)
    assert times[0][0] == "00:00:00,000"
    assert times[-1] == ("00:00:03,000", "00:00:05,000")
    assert [end for _, end in times[:-1]] == [start for start, _ in times[1:]]
    assert all(len(line) <= 42 for line in shown.splitlines())
    assert " ".join(shown.split()).count("câu") == 20


DISC = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
)


def test_the_cover_is_a_square_with_the_emblem_and_the_name(podcast: Path, cover: Cover) -> None:
    made = cover(podcast)
    data = made.bytes()
    assert data == made.bytes()
    assert len(data) < 512_000  # bytes; directories refuse larger ones
    with Image.open(BytesIO(data)) as picture:
        assert (picture.size, picture.mode, picture.format) == ((3000, 3000), "RGB", "PNG")
        title = picture.crop((240, 1800, 2760, 2580)).getcolors(1 << 20) or []
        assert len(title) > 3
    (podcast / "assets/brand").mkdir()
    (podcast / "assets/brand/emblem.svg").write_text(DISC, encoding="utf-8")
    other = cover(podcast)
    assert other.digest != made.digest
    assert other.bytes() != data
    settings = podcast / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("Chương trình thử", "Ế Ặ"), "utf-8")
    assert cover(podcast).digest not in {made.digest, other.digest}
