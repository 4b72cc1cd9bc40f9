"""What is shown of a link that somebody shares: the drawing with the title, or the artwork."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.model.artifact import Artifact, Kind, ResultSubject, ready
from generator.outputs.site.artworks import thumbnail_width

from .conftest import Staged, article, front


def shown(made: dict[str, Artifact], identity: str) -> Image.Image:
    return Image.open(BytesIO(made[f"assets/chia-se/bai/{identity}.png"].bytes())).convert("RGB")


def test_a_drawn_piece_shows_its_drawing_on_its_ground(place: Path, staged: Staged) -> None:
    article(place, "rua", "drawing: voi-va-xo\n")
    article(place, "khong-hinh")
    made = staged(place)
    share = {"url": "assets/chia-se/bai/rua.png", "alt": "Bài rua"}
    assert front(made["rua/index.md"])["share"] == share
    assert "share" not in front(made["khong-hinh/index.md"])
    assert "assets/chia-se/bai/khong-hinh.png" not in made
    picture = shown(made, "rua")
    assert picture.size == (1200, 630)
    assert picture.getpixel((600, 300)) == (0x1F, 0x6F, 0xA8)
    assert made["assets/chia-se/bai/rua.png"].digest == staged(place)[share["url"]].digest


def test_a_banner_shows_itself(place: Path, staged: Staged) -> None:
    target = BytesIO()
    Image.new("RGB", (600, 80), "#b4552d").save(target, "PNG")
    of = ResultSubject(Kind.PROOF, piece="bang-ron-thu-1")
    proof = replace(ready("bang-ron/thu.png", target.getvalue(), of=of), pixels=(600, 80))
    picture = shown(staged(place, print=[proof]), "bang-ron-thu-1")
    clay, paper = (0xB4, 0x55, 0x2D), (0xFB, 0xFA, 0xF4)
    assert (picture.getpixel((600, 315)), picture.getpixel((600, 40))) == (clay, paper)


@pytest.mark.parametrize(
    ("pixels", "across"), [((1600, 213), 1280), ((1600, 1067), 720), ((1600, 5000), 400)]
)
def test_a_small_picture_is_as_wide_as_it_is_shown(pixels: tuple[int, int], across: int) -> None:
    assert thumbnail_width(pixels) == across
