"""From every page of a piece: the way to what can be done tomorrow, and to another language."""

from pathlib import Path

import pytest

from .conftest import Staged, article, front

GUIDE = """\
industry: Đúc
tips: [{title: Bịt khe cửa lò}, {title: Ghi nhật ký lò}]
"""
QUESTION = {
    "kicker": "Bạn làm nghề gì?",
    "title": "Chọn ngành để xem ngày mai làm gì",
    "url": "./#nganh",
}


def test_a_guide_lists_what_to_do_and_leads_to_how(place: Path, staged: Staged) -> None:
    article(place, "duc", GUIDE)
    assert front(staged(place)["duc/index.md"])["to_do"] == {
        "title": "Ngày mai làm gì?",
        "tips": [
            {"title": "Bịt khe cửa lò", "url": "chu-de/duc/#duc-viec-1"},
            {"title": "Ghi nhật ký lò", "url": "chu-de/duc/#duc-viec-2"},
        ],
        "more": "Xem cách làm và bớt được bao nhiêu",
        "url": "chu-de/duc/#ngay-mai",
    }


def test_every_other_piece_leads_to_its_industry_or_to_the_question(
    place: Path, staged: Staged
) -> None:
    article(place, "duc", GUIDE)
    article(place, "chuyen", "industry: Đúc\n")
    article(place, "khac", "industry: Dệt\nlang: en\n")  # an industry that has no guide
    article(place, "len", "industry: Dệt\ncalculator: ro-nuoc\n")
    article(place, "foot", "menu: about\n")
    made = staged(place)
    told = {path: front(page).get("to_do") for path, page in made.items() if page.page}
    assert told["chuyen/index.md"] == {
        "kicker": "Đúc",
        "title": "Ngày mai làm gì, bớt được bao nhiêu?",
        "url": "chu-de/duc/#ngay-mai",
    }
    none = {"index.md", "khac/index.md", "foot/index.md"}
    assert [told[path] for path in sorted(none)] == [None, None, None]
    pieces = {
        p for p in told if front(made[p])["template"] == "piece.html" and p != "theo-doi/index.md"
    }
    others = pieces - none - {"duc/index.md", "chuyen/index.md"}
    assert {"len/index.md", "phat-thanh/phat-thanh-2021-2-1/index.md"} & others
    assert [told[path] for path in others] == [QUESTION] * len(others)


def test_without_industries_nothing_asks(place: Path, staged: Staged) -> None:
    article(place, "bai")
    assert [
        path for path, page in staged(place).items() if page.page and "to_do" in front(page)
    ] == []


def test_what_has_no_industry_is_done_on_its_own_page_in_its_language(
    place: Path, staged: Staged
) -> None:
    article(place, "english", "lang: en\ntips: [{title: Shut the door, cost: nothing}]\n")
    page = staged(place)["english/index.md"]
    told = front(page)["to_do"]
    assert told == {
        "title": "What to do tomorrow",
        "tips": [{"title": "Shut the door", "url": "#english-viec-1"}],
        "more": "See how, and what it saves",
        "url": "#viec-lam-ngay",
    }
    text = page.bytes().decode()
    assert '<h2 id="viec-lam-ngay">What to do tomorrow</h2>' in text
    assert "<b>Takes:</b> nothing" in text


@pytest.mark.parametrize("start", ["menu: language\n", ""])
def test_readers_of_another_language_begin_where_an_author_says(
    place: Path, staged: Staged, start: str
) -> None:
    article(place, "start", f"lang: en\n{start}")
    article(place, "more", "lang: en\n")
    made = staged(place)
    above = (
        {"title": "English", "url": "start/"}
        if start
        else {"title": "Cẩm nang", "url": "cam-nang/"}
    )
    crumbs = front(made["more/index.md"])["breadcrumbs"]
    assert isinstance(crumbs, list)
    assert crumbs[1:] == [above, {"title": "Bài more"}]
    assert len(front(made["start/index.md"])["breadcrumbs"]) == (2 if start else 3)  # type: ignore[arg-type]
