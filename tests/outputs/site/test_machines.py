"""What machines read: linked data, sitemap days, share pictures, icons, well-known files."""

import json
import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.adapters.files import FolderFiles
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.campaign import Activity, Campaign
from generator.model.plan_line import Item, PlanLine
from generator.model.record import Record
from generator.model.slips import BAD_CONTACT
from generator.model.slot import Slot
from generator.outputs.site import jsonld
from generator.outputs.site.last_change import changed_events, last_change
from generator.source.load import load
from generator.vietnamese.dates import HANOI

from .conftest import JUNE, Staged, article, checked, front

MORNING = datetime(2021, 5, 12, 6, 30, tzinfo=HANOI)
CAMPAIGN = Campaign(
    id="thu",
    title="Kế hoạch thử",
    period="2021",  # type: ignore[arg-type]
    activities=(Activity(id="phat-thanh", title="Phát thanh", medium="radio", source="a.txt:1"),),
)


def data(staged: dict[str, Artifact], path: str) -> list[dict[str, object]]:
    found = front(staged[path])["data"]
    assert isinstance(found, list)
    return [json.loads(text) for text in found]


def event(slot: Slot, *, release: int = 0, cancelled: bool = False) -> Item:
    day = datetime(2021, 4, 20, tzinfo=HANOI)
    return PlanLine(
        "a", CAMPAIGN, CAMPAIGN.activities[0], slot, 1, "", None, "radio", "Tên", day,
        release=release, is_cancelled=cancelled,
    )  # fmt: skip


def test_a_proposal_is_no_event(place: Path) -> None:
    plan = checked(place).plan
    proposed = event(Slot(None, MORNING, "proposed"))
    expected = event(Slot(None, MORNING, None))
    quarter = event(Slot(None, None, "source"))
    assert (
        list(jsonld.entries(plan, [proposed, expected, quarter], "lich/2021/quy-2/index.md")) == []
    )


def test_what_is_released_or_stated_is_one(place: Path) -> None:
    plan = checked(place).plan
    stated = event(Slot(None, date(2021, 5, 12), "source", date(2021, 5, 20)))
    told = event(Slot(None, MORNING, "proposed"), release=1)
    gone = event(Slot(None, MORNING, "proposed"), release=2, cancelled=True)
    found = list(jsonld.entries(plan, [stated, told, gone], "lich/2021/quy-2/index.md"))
    assert [(e["startDate"], e["endDate"], str(e["eventStatus"])[19:]) for e in found] == [
        ("2021-05-12", "2021-05-20", "EventScheduled"),
        ("2021-05-12T06:30:00+07:00", "", "EventScheduled"),
        ("2021-05-12T06:30:00+07:00", "", "EventCancelled"),
    ]
    assert found[0]["url"] == "https://thu.example.org/lich/2021/quy-2/"


def test_an_article_and_its_correction(place: Path, staged: Staged) -> None:
    more = "publish_on: 2/4/2021\ncorrections:\n  - {on: 3/4/2021, text: Sửa số.}\n"
    article(place, "bai-thu", f"{more}topics: [Nước]\nauthor: Tổ biên tập thử\n")
    made = staged(place)
    assert data(made, "bai-thu/index.md") == [
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "name": "Bài bai-thu",
            "headline": "Bài bai-thu",
            "description": "Dữ liệu thử.",
            "url": "https://thu.example.org/bai-thu/",
            "mainEntityOfPage": "https://thu.example.org/bai-thu/",
            "inLanguage": "vi",
            "datePublished": "2021-04-02T00:00:00+07:00",
            "dateModified": "2021-04-03T00:00:01+07:00",
            "image": "https://thu.example.org/assets/chia-se/trang.png",
            "author": "Tổ biên tập thử",
            "keywords": ["Nước"],
            "correction": [
                {"@type": "CorrectionComment", "text": "Sửa số.", "datePublished": "2021-04-03"}
            ],
        }
    ]
    assert front(made["bai-thu/index.md"])["revised"] == "2021-04-03"


def test_types_of_pieces() -> None:
    assert {name: medium.schema for name, medium in media().items()} == {
        "article": "Article",
        "banner": "Poster",
        "newspaper": "NewsArticle",
        "panel": "Poster",
        "poster": "Poster",
        "leaflet": "CreativeWork",
        "handbook": "Book",
        "signboard": "Poster",
        "placard": "Poster",
        "slides": "PresentationDigitalDocument",
        "handout": "DigitalDocument",
        "radio": "RadioEpisode",
        "tv": "TVEpisode",
    }


BASE = {"id": "bai", "title": "Bài", "campaign": "thu", "activity": "viec"}
PRINTED = {"medium": "newspaper", "issue": "5210", "slot": "12/5/2021", "author": "Lan"}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (PRINTED | {"basis": "source"}, "NewsArticle"),
        (PRINTED | {"basis": "proposed"}, "Article"),
        (PRINTED | {"basis": "source", "issue": ""}, "Article"),
        (PRINTED | {"basis": "source", "author": ""}, "CreativeWork"),
        ({"medium": "article", "author": "Lan", "publish_on": "2/4/2021"}, "Article"),
        ({"medium": "article", "author": "Lan"}, "CreativeWork"),
        ({"medium": "article", "publish_on": "2/4/2021"}, "CreativeWork"),
        ({"medium": "radio"}, "CreativeWork"),
        ({"medium": "radio", "as_aired": "7 phút"}, "RadioEpisode"),
        ({"medium": "tv", "as_aired": "7 phút"}, "TVEpisode"),
    ],
)
def test_a_type_claims_what_the_records_know(said: dict[str, str], kind: str, place: Path) -> None:
    medium = media()[said["medium"]]
    kept = {name: value for name, value in (BASE | said).items() if name in _fields(medium.record)}
    piece = medium.record.model_validate(kept)
    plan = replace(checked(place).plan, visible={"bai": piece}, appears={"bai": MORNING})
    found = jsonld.work(plan, piece, {})
    assert found["@type"] == kind
    assert found["author"] == said.get("author", "")


def _fields(record: type[Record]) -> frozenset[str]:
    return frozenset(record.model_fields)


def test_a_script_says_that_nobody_has_recorded_it(podcast: Path, staged: Staged) -> None:
    piece = podcast / "content/so-1.md"
    text = re.sub(
        r"^(audio|times):.*\n(?:[ \t]+.*\n)*", "", piece.read_text("utf-8"), flags=re.MULTILINE
    )
    piece.write_text(text, "utf-8")
    made = staged(podcast)
    path = next(path for path in made if re.fullmatch(r"phat-thanh/so-1[^/]*/index\.md", path))
    said = data(made, path)[0]
    assert said["@type"] == "CreativeWork"
    assert said["creativeWorkStatus"] == "Kịch bản, chưa có bản ghi"
    assert "associatedMedia" not in said


def test_a_recording_is_an_episode(podcast: Path, staged: Staged) -> None:
    made = staged(podcast, JUNE)
    pages = [path for path in made if re.fullmatch(r"phat-thanh/[^/]*/index\.md", path)]
    said = [data(made, path)[0] for path in pages if "audio" in front(made[path])]
    assert said
    for episode in said:
        assert episode["@type"] == "PodcastEpisode"
        sound = episode["associatedMedia"]
        assert isinstance(sound, dict)
        assert sound["duration"].startswith("PT0M")
        assert sound["contentUrl"].startswith("https://")


def test_no_text_ends_its_element() -> None:
    text = jsonld.script_texts({"name": "</script><b>", "empty": "", "none": []})[0]
    assert "<" not in text
    assert json.loads(text) == {"@context": "https://schema.org", "name": "</script><b>"}


def test_days_to_come_are_not_told(place: Path) -> None:
    article(place, "bai-thu", "revised_on: 9/9/2021\n")
    plan = checked(place).plan
    assert last_change(plan, [plan.visible["bai-thu"]]) == "2021-04-01"
    assert last_change(plan, [], None) == ""
    assert last_change(plan, [], date(2021, 5, 1), date(2022, 1, 1)) == "2021-05-01"
    assert changed_events(plan, [event(Slot(None, MORNING, None))]) == "2021-04-20"


def test_pictures_of_links_are_made_once_and_the_same(place: Path, staged: Staged) -> None:
    first, again = staged(place), staged(place)
    names = sorted(path for path in first if path.startswith(("assets/chia-se/", "assets/bieu")))
    assert addresses.share() in names
    assert addresses.share("phat-thanh") in names
    for name in names:
        assert first[name].digest == again[name].digest
        made = Image.open(BytesIO(first[name].bytes()))
        assert (made.size, made.format) == (first[name].pixels, "PNG")
    picture = addresses.share("phat-thanh")
    assert first[picture].bytes() == again[picture].bytes()
    settings = place / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("Trang thử", "Trang Ế Ữ"), "utf-8")
    other = staged(place)[picture]
    assert other.digest != first[picture].digest
    assert other.bytes() != first[picture].bytes()


def test_the_manifest_names_icons_that_are_there(place: Path, staged: Staged) -> None:
    made = staged(place)
    said = json.loads(made[addresses.MANIFEST].bytes())
    sizes = {icon["src"]: icon["sizes"] for icon in said["icons"]}
    assert {name: f"{w}x{h}" for name in sizes for w, h in [made[name].pixels or (0, 0)]} == sizes
    assert (said["name"], said["start_url"], said["theme_color"]) == ("Trang thử", ".", "#0b6b4b")


def test_robots_and_security(place: Path, staged: Staged) -> None:
    made = staged(place)
    assert made[addresses.ROBOTS].bytes().decode().splitlines()[-1] == (
        "Sitemap: https://thu.example.org/sitemap.xml"
    )
    assert addresses.SECURITY not in made
    said = "  loa:\n    security: {contact: 'mailto:an@thu.example.org', expires: 1/2/2030}\n"
    with (place / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(said)
    assert staged(place)[addresses.SECURITY].bytes().decode() == (
        "Contact: mailto:an@thu.example.org\n"
        "Expires: 2030-02-01T23:59:59+07:00\n"
        "Preferred-Languages: vi, en\n"
        "Canonical: https://thu.example.org/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(
    "contact", ["an@thu.example.org", "javascript:alert(1)", "mailto:", "0251"]
)
def test_a_contact_says_its_kind(place: Path, contact: str) -> None:
    said = f"  loa:\n    security: {{contact: '{contact}', expires: 1/2/2030}}\n"
    with (place / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(said)
    files = FolderFiles(place)
    _, found = load(files.files(), files.assets())
    assert [problem.rule.code for problem in found] == [BAD_CONTACT.code]
