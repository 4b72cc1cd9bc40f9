"""Pages by medium, labels, related pieces, former addresses, languages, diagrams."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.adapters.starter import starter
from generator.model.article import Article
from generator.model.piece import Piece
from generator.outputs.site.listing import LENGTH, Listing

from .conftest import JUNE, Staged, article, front


def titles(links: object) -> list[str]:
    assert isinstance(links, list)
    return [link["title"] for link in links]


def test_listings_are_numbered_from_the_oldest(place: Path, staged: Staged) -> None:
    for number in range(3 * LENGTH - 1):
        article(place, f"thu-{number:02}", "topics: [Nước thử]\n")
    made = staged(place)
    first, oldest = made["chu-de/nuoc-thu/index.md"], made["chu-de/nuoc-thu/trang-1/index.md"]
    assert front(first)["title"] == "Nước thử"
    assert front(first)["next"] == {"title": "Trang 1", "url": "chu-de/nuoc-thu/trang-1/"}
    assert front(oldest)["previous"] == {"title": "Nước thử", "url": "chu-de/nuoc-thu/"}
    assert front(oldest)["position"] == "Trang 1"
    assert "next" not in front(oldest)
    assert first.bytes().count(b'class="card"') == 2 * LENGTH - 1
    assert oldest.bytes().count(b'class="card"') == LENGTH


def test_what_is_added_moves_no_page_of_a_listing() -> None:
    def pages(count: int) -> Mapping[int, list[Piece]]:
        pieces = [Article.model_construct(id=f"a{number}") for number in reversed(range(count))]
        return Listing("Thử", pieces, str).pages

    for count in range(5 * LENGTH):
        now, then = pages(count), pages(count + 1)
        assert {number: then[number] for number in now if number} == {
            number: part for number, part in now.items() if number
        }
        assert [piece.id for part in now.values() for piece in part] == [
            f"a{number}" for number in reversed(range(count))
        ]
        assert min(count, LENGTH) <= len(now[0]) < 2 * LENGTH


def test_former_numbers_of_pages_lead_to_the_first(place: Path, staged: Staged) -> None:
    for number in range(2 * LENGTH + 1):
        article(place, f"thu-{number:02}", "topics: [Nước thử]\n")
    made = staged(place)
    listed = {path for path in made if path.startswith("chu-de/nuoc-thu/")}
    former = {f"chu-de/nuoc-thu/trang-{number}/index.html" for number in (2, 3)}
    assert listed - former == {f"chu-de/nuoc-thu/{part}index.md" for part in ("", "trang-1/")}
    assert all('href="../"' in made[path].bytes().decode() for path in former)


def test_no_heading_stands_above_nothing(place: Path, staged: Staged) -> None:
    """As of a plan that states no figure: what is not there has no heading either."""
    empty = re.compile(r"</h(\d)>\s*(?:<h(?:[1\1])\b|$)")
    pages = {path: each.page.body for path, each in staged(place).items() if each.page}
    assert [path for path, body in pages.items() if empty.search(body)] == []


def test_labels_stand_in_vietnamese_order(place: Path, staged: Staged) -> None:
    for number, topic in enumerate(["Điện", "Dầu", "Ẩm", "An toàn"]):
        article(place, f"thu-{number}", f"topics: [{topic}]\n")
    article(place, "thu-nghe", "industry: Đúc\n")
    page = front(staged(place)["chu-de/dien/index.md"])
    assert titles(page["section"]) == ["An toàn", "Ẩm", "Dầu", "Điện"]
    assert page["kicker"] == "Chủ đề"


def test_related_pieces_share_labels_and_the_language(place: Path, staged: Staged) -> None:
    article(place, "thu-a", "industry: Gỗ\ntopics: [Nước, Điện]\n")
    article(place, "thu-b", "topics: [Điện]\n")
    article(place, "thu-c", "industry: Gỗ\ntopics: [Nước]\n")
    article(place, "thu-d", "topics: [Nước]\nlang: en\n")
    article(place, "thu-e")
    page = front(staged(place)["thu-a/index.md"])
    assert titles(page["related"]) == ["Bài thu-c", "Bài thu-b"]
    assert titles(page["labels"]) == ["Gỗ", "Nước", "Điện"]


def test_a_former_address_leads_on(place: Path, staged: Staged) -> None:
    article(place, "thu-moi", "aliases: [/tin/cu/, cu.html]\n")
    made = staged(place)
    folder = made["tin/cu/index.html"].bytes().decode()
    assert '<meta http-equiv="refresh" content="0; url=../../thu-moi/">' in folder
    assert '<link rel="canonical" href="https://thu.example.org/thu-moi/">' in folder
    assert 'content="0; url=thu-moi/"' in made["cu.html"].bytes().decode()


def test_nothing_is_told_at_the_former_address_of_a_hidden_piece(
    place: Path, staged: Staged
) -> None:
    article(place, "thu-sau", "aliases: [tin/sau]\npublish_on: 1/7/2021\n")
    assert "tin/sau/index.html" not in staged(place)
    assert "tin/sau/index.html" in staged(place, JUNE.replace(month=7))


def test_an_english_page_says_so_and_has_english_words(place: Path, staged: Staged) -> None:
    article(place, "thu-en", "lang: en\nsources: [https://example.org/a]\n")
    article(place, "thu-vi", "sources: [https://example.org/a]\n")
    made = staged(place)
    assert front(made["thu-en/index.md"])["lang"] == "en"
    assert "lang" not in front(made["thu-vi/index.md"])
    assert '<h2 id="nguon">Sources</h2>' in made["thu-en/index.md"].bytes().decode()
    assert '<h2 id="nguon">Nguồn</h2>' in made["thu-vi/index.md"].bytes().decode()


@pytest.mark.parametrize("shape", ["ring", "tiles"])
def test_numbered_headings_are_drawn_and_lead_to_their_parts(
    place: Path, staged: Staged, shape: str
) -> None:
    text = "## Bước 1. Đo\n\nThử.\n\n## Bước 2. Sửa\n\nThử.\n\n## Không số\n\nThử."
    article(place, "thu-hinh", f"diagram: {shape}\n", text)
    made = staged(place)
    page, guide = (
        made[name].bytes().decode() for name in ("thu-hinh/index.md", "cam-nang/index.md")
    )
    assert page.count(f'<span class="{shape}__title">') == 2
    assert '<a href="#buoc-1-do">' in page
    assert '<a href="../thu-hinh/#buoc-2-sua">' in guide


def test_a_script_can_be_taken_along_as_text(tmp_path: Path, staged: Staged) -> None:
    for path, data in starter("Trang thử", "https://thu.example.org/", 2021).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    made = staged(tmp_path)
    text = made["phat-thanh/kich-ban/phat-thanh-mau.txt"].bytes().decode("utf-8-sig")
    assert text.startswith("CÁI VÒI NƯỚC GIỮA GIỜ NGHỈ TRƯA\r\n\r\nKịch bản mẫu.")
    assert "[Nhạc hiệu (10 giây): Nhạc hiệu chương trình, nhỏ dần.]\r\n\r\nPTV 1: Kính chào" in text
    page = front(made["phat-thanh/phat-thanh-mau/index.md"])
    assert titles(page["downloads"]) == ["Kịch bản để đọc"]


def test_the_same_workspace_gives_the_same_bytes(place: Path, staged: Staged) -> None:
    article(place, "thu-a", "industry: Gỗ\ntopics: [Nước, Điện]\naliases: [cu]\n")
    first, second = staged(place), staged(place)
    assert {p: a.digest for p, a in first.items()} == {p: a.digest for p, a in second.items()}


def test_a_plan_is_told_in_its_own_words(place: Path, staged: Staged) -> None:
    """Its aims and whom it is for, with their lines; an activity leads to the notes on it."""
    path, source = place / "campaigns/thu/plan.yml", "source: https://thu.example.org/ke-hoach"
    more = (
        f"audience: cơ sở thử\n{source}\nobjectives:\n  - {{text: Mục tiêu thử, {source}}}\n"
        f"notes:\n  - {{id: X01, text: Chỗ chưa rõ, {source}}}\nactivities:\n"
    )
    text = path.read_text("utf-8").replace("activities:\n", more)
    path.write_text(
        text.replace("    quarters", "    place: nơi thử\n    notes: [X01]\n    quarters")
    )
    made = staged(place)["ke-hoach/thu/index.md"].bytes().decode()
    for told in (
        "Mục tiêu thử",
        "cơ sở thử",
        "nơi thử",
        '<a href="#ghi-chu-X01">',
        'id="ghi-chu-X01"',
    ):
        assert told in made


def test_a_document_is_linked_where_it_can_be_read(place: Path, staged: Staged) -> None:
    (place / "campaigns/sources.yml").write_text(
        "sources:\n  - {id: tai-lieu, title: Tài liệu thử, url: https://thu.example.org/tai-lieu}\n"
    )
    article(place, "thu-nguon", "sources: ['tai-lieu:1']\n")
    made = staged(place)["thu-nguon/index.md"].bytes().decode()
    assert '<a href="https://thu.example.org/tai-lieu" rel="noopener">Tài liệu thử' in made
