"""The page of a script says how long it is, and how long reading takes."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from generator.app.check import check
from generator.cli.world import world
from generator.outputs import Context
from generator.outputs.site.pieces import pages
from generator.outputs.site.shelf import shelf_of
from generator.vietnamese.dates import HANOI

MOVES = Path(__file__).parents[1] / "examples/moves"
PIECE = "phat-thanh/phat-thanh-1.md"
PAGE = "phat-thanh/phat-thanh-1/index.md"
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
SLOT = "duration: 7 phút"
CUE = "::: nhạc hiệu 65 giây\n:::\n"


def page(root: Path) -> str:
    here = world(root)
    checked = check(here.files, JUNE)
    context = Context(checked.plan, checked.links, here.typesetter, here.workers, {})
    made = next(artifact for artifact in pages(shelf_of(context)) if artifact.path.endswith(PAGE))
    return b"".join(made.chunks()).decode()


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", "7 phút, ước đọc 10 giây"),
        (CUE, "7 phút, ước đọc 1 phút 10 giây"),
        (CUE * 7, "7 phút, ước đọc 7 phút 40 giây"),
    ],
)
def test_a_script_says_how_long_it_takes(script: str, expected: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(MOVES, tmp_path / "w"))
    piece = root / "content" / PIECE
    text = piece.read_text(encoding="utf-8").replace("medium: radio", "medium: radio\n" + SLOT)
    piece.write_text(f"{text}\n{script}", encoding="utf-8")
    assert expected in page(root)
