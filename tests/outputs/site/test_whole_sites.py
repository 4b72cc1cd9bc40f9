"""A site is whole with whatever its workspace lacks: drawings, industries, a brand of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.adapters.starter import starter
from generator.app.build import build
from generator.app.scope import Scope
from generator.cli.world import world
from generator.ports import SILENT

from .conftest import JUNE, article

GUIDE = """\
industry: Đúc
drawing: lo-gom
tips: [{title: Bịt khe cửa lò, drawing: ro-hoi}]
"""
BRAND = "assets/brand.yml"


def without_drawings(root: Path) -> None:
    article(root, "duc", GUIDE.replace("drawing: lo-gom\n", "").replace(", drawing: ro-hoi", ""))


def without_industries(root: Path) -> None:
    article(root, "duc", GUIDE.replace("industry: Đúc\n", ""))


def of_another_brand(root: Path) -> None:
    article(root, "duc", GUIDE)
    (root / BRAND).write_bytes(starter("a", "https://b", 2021)[BRAND])


DRAWN = ["lo-gom.svg", "ro-hoi.svg"]


@pytest.mark.parametrize(
    ("change", "drawings"),
    [
        (without_drawings, []),
        (without_industries, DRAWN),
        (of_another_brand, DRAWN),
    ],
)
def test_it_builds_whole(place: Path, change: Callable[[Path], None], drawings: list[str]) -> None:
    change(place)
    done = build(world(place), Scope(), JUNE, SILENT)  # with its own verification
    assert done.blocking == []
    public = place / "dist/public"
    assert "Bịt khe cửa lò" in (public / "duc/index.html").read_text("utf-8")
    assert sorted(path.name for path in (public / "assets/ve").glob("*")) == drawings
