"""Commands tell the problems of what they do, not those of drafts that have no part in it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
DRAFT = """---
id: khac
medium: article
title: Bài khác
status: draft
---

Xem [không có](khong-co.md).
"""
APRIL = ("--as-of", "2021-04-25")
Loa = Callable[..., CompletedProcess[str]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with a draft that has a mistake."""
    folder = Path(shutil.copytree(EXAMPLES / "packs", tmp_path / "packs"))
    (folder / "content/khac.md").write_text(DRAFT, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ("pack", "dai-thu", "II", *APRIL),
        ("release", "thu", "II", *APRIL),
        ("diff", *APRIL),
        ("proof", "pano-1"),
    ],
    ids=lambda words: words[0],
)
def test_a_draft_without_a_part_in_it_is_not_told_of(
    root: Path, loa: Loa, words: tuple[str, ...]
) -> None:
    assert "[dead-link]" in loa("-C", str(root), "check").stdout
    done = loa("-C", str(root), *words)
    assert "khac.md" not in done.stdout + done.stderr
    assert "Problems that have no part in this: " in done.stderr
    assert done.returncode == 0


def test_a_pack_tells_of_its_own_pieces(root: Path, loa: Loa) -> None:
    piece = root / "content/phat-2.md"
    piece.write_text(piece.read_text("utf-8").replace("còn giữ", "còn  giữ"), "utf-8")
    done = loa("-C", str(root), "pack", "dai-thu", "II", *APRIL)
    assert done.stderr.count("[double-space]") == 2  # in its title and in its text
    assert done.returncode == 0


def test_a_proof_of_a_piece_that_cannot_be_read_says_why(root: Path, loa: Loa) -> None:
    piece = root / "content/pano-1.md"
    piece.write_text(piece.read_text("utf-8").replace("size: 3 x 2 m", "size: to"), "utf-8")
    done = loa("-C", str(root), "proof", "pano-1")
    assert "content/pano-1.md:9:7: error[bad-size]" in done.stderr
    assert "khac.md" not in done.stderr
