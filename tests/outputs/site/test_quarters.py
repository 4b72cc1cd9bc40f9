"""The page of a quarter, whose parts are chosen on it, and what lies at their former addresses."""

import re
import shutil
from pathlib import Path

import pytest

from generator.model.artifact import Artifact
from generator.outputs.site.parts import style

from .conftest import ROOT, Staged, front

QUARTER = "lich/2021/quy-2"
PARTS = ["phat-thanh", "bao-chi", "bang-ron", "don-vi-bao-thu", "don-vi-dai-thu", "don-vi-so-thu"]


@pytest.fixture
def made(staged: Staged) -> dict[str, Artifact]:
    return staged(ROOT / "tests/examples/moves")


def text(made: dict[str, Artifact], path: str) -> str:
    return made[path].bytes().decode()


def test_a_quarter_is_one_page_and_former_ones_lead_to_its_parts(
    made: dict[str, Artifact],
) -> None:
    below = {path: artifact for path, artifact in made.items() if path.startswith(f"{QUARTER}/")}
    assert [path for path, artifact in below.items() if artifact.page] == [f"{QUARTER}/index.md"]
    anchors = re.findall(r'class="part part--\d+" id="([^"]+)"', text(made, f"{QUARTER}/index.md"))
    assert below.keys() == {f"{QUARTER}/index.md"} | {
        f"{QUARTER}/{name}/index.html" for name in anchors
    }
    for name in anchors:
        former = below[f"{QUARTER}/{name}/index.html"].bytes().decode()
        assert f'<meta http-equiv="refresh" content="0; url=../#{name}">' in former
        assert '<meta name="robots" content="noindex">' in former
        assert len(former.encode()) < 1000


def test_every_line_tells_its_parts_and_every_part_has_its_calendar(
    made: dict[str, Artifact],
) -> None:
    page = text(made, f"{QUARTER}/index.md")
    anchors = re.findall(r'class="part part--\d+" id="([^"]+)"', page)
    assert anchors == PARTS
    rows = re.findall(r'<tr id="muc-\w+" data-of="([\d ]*)"', page)
    assert len(rows) == page.count('<tr id="muc-')
    assert {name for row in rows for name in row.split()} == {str(n + 1) for n in range(len(PARTS))}
    files = re.findall(r'<div data-only="(\d+)"><h3>.*?href="([^"]+)" download', page)
    assert [anchors[int(number) - 1] for number, _ in files] == PARTS
    assert [file for _, file in files] == [
        "../../phat-thanh.ics",
        "../../bao-chi.ics",
        "../../bang-ron.ics",
        "../../don-vi/bao-thu.ics",
        "../../don-vi/dai-thu.ics",
        "../../don-vi/so-thu.ics",
    ]


ALL = "Mọi ngày giờ ở đây do tổ biên tập đề xuất, chưa phải lịch của đài, báo hay nhà in nào."
SOME = "Ngày giờ mang chữ “đề xuất” là của tổ biên tập, chưa phải lịch của đài, báo hay nhà in nào."


@pytest.mark.parametrize(
    ("basis", "said", "marks"), [("proposed", ALL, 0), ("source", "", 0), ("mixed", SOME, 1)]
)
def test_what_is_proposed_is_said_once(
    tmp_path: Path, staged: Staged, basis: str, said: str, marks: int
) -> None:
    """Of all days together where all are; beside the day where others are the plan's own."""
    root = Path(shutil.copytree(ROOT / "tests/examples/moves", tmp_path / "moves"))
    shutil.rmtree(root / "campaigns/thu/releases", ignore_errors=True)
    kept = 0 if basis == "source" else 1 if basis == "mixed" else 99
    for path in sorted([*root.rglob("*.md"), *root.rglob("plan.yml")]):
        text = path.read_text("utf-8")
        while "basis: proposed" in text and kept < text.count("basis: proposed"):
            text = text.replace("basis: proposed", "basis: source", 1)
        kept -= text.count("basis: proposed") if basis == "mixed" else 0
        path.write_text(text, "utf-8")
    page = staged(root)[f"{QUARTER}/index.md"]
    lead = str(front(page).get("lead", ""))
    assert lead.partition(" Kế hoạch chỉ ghi quý.")[0] == said
    assert page.bytes().decode().count("badge--proposed") == marks


def test_there_are_styles_for_as_many_parts_as_any_quarter_has(made: dict[str, Artifact]) -> None:
    assert made["assets/lich.css"].bytes().decode() == style(len(PARTS))
    assert ".part--7:target ~ .parted [data-of]:not([data-of~='7'])" in style(7)
    assert ".part--7" not in style(6)


def test_a_quarter_without_a_choice_offers_none(place: Path, staged: Staged) -> None:
    """The tiny plan has one medium, and its banner no other partner."""
    made = staged(place)
    page = text(made, f"{QUARTER}/index.md")
    assert page.count('<tr id="muc-') == 1
    assert not re.search(r'data-of|class="(?:part |filters)|assets/lich', page)
    assert not made["assets/lich.css"].bytes()
