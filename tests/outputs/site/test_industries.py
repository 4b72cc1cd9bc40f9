"""What readers make, and what they can do tomorrow: doors, pages of industries, the home page."""

import re
from pathlib import Path

import pytest

from .conftest import Staged, article, front

TIPS = """\
industry: Đúc
drawing: lo-gom
tips:
  - title: Bịt khe cửa lò
    text: Lò nguội mới làm.
    cost: một buổi
    figures:
      - {figure: 12%, about: nhiệt thoát qua khe, source: https://www.example.org/lo}
    to: cong-cu.md
    drawing: ro-hoi
  - title: Ghi nhật ký lò
"""
DRAWN = {"drawing": "assets/ve/lo-gom.svg", "ground": "dat"}
HOME = "content/index.md"
FIGURE = (
    '<p class="tip__figure"><b>12%</b> nhiệt thoát qua khe <small>Nguồn: '
    '<a href="https://www.example.org/lo" rel="noopener">example.org</a></small></p>'
)


@pytest.fixture
def foundry(place: Path) -> Path:
    """A workspace with a guide for one industry, a tool, and a piece that has no guide."""
    article(place, "duc", TIPS)
    article(place, "cong-cu", "calculator: ro-nuoc\ndrawing: voi-va-xo\n")
    article(place, "casting", "lang: en\nindustry: Dệt\n")
    home = place / HOME
    home.write_text(
        home.read_text("utf-8").replace(
            "status:",
            "question: Làm gì?\ncalculator: ro-nuoc\ntips: [{title: Khóa vòi}]\nstatus:",
            1,
        ),
        "utf-8",
    )
    return place


def test_each_industry_with_a_guide_is_a_door(foundry: Path, staged: Staged) -> None:
    made = staged(foundry)
    home = front(made["index.md"])
    door = {
        "title": "Đúc",
        "url": "chu-de/duc/",
        "drawing": "assets/ve/lo-gom.svg",
        "ground": "dat",
    }
    assert (home["question"], home["industries"]) == ("Làm gì?", [door])
    page = front(made["chu-de/duc/index.md"])
    assert (page["kicker"], page["lead"]) == ("Ngành", "Dữ liệu thử.")
    assert page["picture"]["url"] == "assets/ve/lo-gom.svg"  # type: ignore[index]
    assert "picture" not in front(made["chu-de/det/index.md"])


def test_what_to_do_stands_on_the_page_of_the_industry(foundry: Path, staged: Staged) -> None:
    made = staged(foundry)
    industry, guide = (made[f"{name}/index.md"].bytes().decode() for name in ("chu-de/duc", "duc"))
    assert FIGURE in industry
    assert '<p class="tip__cost"><b>Cần:</b> một buổi</p>' in industry
    assert '<a href="../../cong-cu/">Bài cong-cu</a>' in industry
    assert '<img src="../../assets/ve/ro-hoi.svg"' in industry
    assert "assets/ve/ro-hoi.svg" in made
    assert industry.count('class="tip__figure"') == 1  # none where no source says one
    assert "Ghi nhật ký lò" in guide
    assert 'id="duc-viec-2"' in industry


def test_the_home_page_has_its_own_things_to_do_and_a_tool(foundry: Path, staged: Staged) -> None:
    home = staged(foundry)["index.md"]
    body = home.bytes().decode()
    assert re.findall(r'tip__number" aria-hidden="true">1</span>([^<]+)<', body) == ["Khóa vòi"]
    assert '<h2 id="tinh-thu">Bài cong-cu</h2>' in body
    assert '<div class="band band--full ground--nuoc">' in body
    assert front(home)["scripts"] == ["assets/calculator.js"]


def test_without_industries_the_home_page_has_its_doors_alone(place: Path, staged: Staged) -> None:
    made = staged(place)
    home = front(made["index.md"])
    assert {"question", "industries", "scripts"} & home.keys() == set()
    assert "tip" not in re.findall(r'class="(\w+)', made["index.md"].bytes().decode())


def test_what_belongs_to_no_industry_is_told_on_its_own_page(place: Path, staged: Staged) -> None:
    article(place, "viec", "tips: [{title: Đóng cửa kho}]\n")
    page = staged(place)["viec/index.md"]
    body = page.bytes().decode().split("---\n", 2)[2]
    assert '<span class="tip__number" aria-hidden="true">1</span>Đóng cửa kho</h3>' in body
    assert body.index("Dữ liệu thử.") < body.index('<h2 id="viec-lam-ngay">Ngày mai làm gì?</h2>')
