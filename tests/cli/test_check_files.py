"""`loa check FILE…`: what concerns some files, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest

from tests.forks import ended

ROOT = Path(__file__).parents[2]
WHOLE = ROOT / "tests/examples/whole"
HEAD = "---\nid: {id}\nmedium: article\ntitle: Bài  thử\nstatus: draft\n---\n\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The workspace without mistakes, and five pieces that are wrong."""
    folder = Path(shutil.copytree(WHOLE, tmp_path / "w"))
    (folder / "assets/icc").mkdir()
    shutil.copy(ROOT / "assets/icc/FOGRA39-derived.icc", folder / "assets/icc/thu.icc")
    for name, text in {
        "a": "Xem [b](b.md#khong-co) và [phát thanh](phat/phat-1.md).",
        "b": "Xem [không có](khong-co.md).",
        "c": "Xem [b](b.md#cung-khong-co) và [khác](khac.md).",
        "d": "Không dẫn đến đâu , cả.",
    }.items():
        head = HEAD.format(id=name)
        (folder / f"content/{name}.md").write_text(f"{head}{text}\n", encoding="utf-8")
    return folder


def told(here: Path, *words: str) -> list[str]:
    done = ended("check", "--as-of", "2021-06-01", *words, cwd=here)
    if "json" not in words:
        return [done.stdout, done.stderr]
    return [f"{row['path']}:{row['line']}: {row['code']}" for row in json.loads(done.stdout)]


def test_one_piece_and_what_links_to_it(here: Path) -> None:
    assert told(here, "content/b.md", "--format", "json") == [
        "content/a.md:8: dead-anchor",
        "content/b.md:4: double-space",
        "content/b.md:8: dead-link",
        "content/c.md:8: dead-anchor",
        "content/c.md:8: dead-link",  # in the line that mentions it
    ]


def test_files_of_a_folder_and_paths_from_where_one_is(here: Path) -> None:
    every = told(here, "content", "--format", "json")
    assert every == told(here, "--format", "json")
    assert told(here / "content", "d.md", "--format", "json") == [
        "content/d.md:4: double-space",
        "content/d.md:8: stray-space",
    ]
    assert told(here / "campaigns", "content/d.md", "--format", "json") == [
        "content/d.md:4: double-space",
        "content/d.md:8: stray-space",
    ]


def test_what_hangs_on_a_plan_or_a_list(here: Path) -> None:
    plan = here / "campaigns/thu-2021/plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("- id: bao\n", "- id: bao-khac\n"), "utf-8")
    assert told(here, "campaigns/thu-2021/plan.yml", "--format", "json") == [
        "content/bao/bao-1.md:5: unknown-activity"
    ]
    assert told(here, "content/bao/bao-1.md", "--format", "json") == [
        "content/bao/bao-1.md:5: unknown-activity"
    ]
    assert told(here, "campaigns/thu-2022/plan.yml", "--format", "json") == []
    places = here / "campaigns/places.yml"
    places.write_text(places.read_text("utf-8").replace("- id: huyen-thu", "- id: huyen"), "utf-8")
    assert told(here, "campaigns/places.yml", "--format", "json") == [
        "content/bao/bao-1.md:5: unknown-activity",
        "content/in/bang-ron-1.md:15: unknown-place",
    ]


def test_what_shows_a_picture(here: Path) -> None:
    (here / "assets/anh/xuong.svg").unlink()
    (here / "assets/anh/xuong.svg").write_text("<svg/>")
    found = told(here, "assets/anh/xuong.svg", "--format", "json")
    assert [line.partition(":")[0] for line in found] == ["content/cach-lam.md"]


def test_the_sum_tells_how_many_files(here: Path) -> None:
    out, _ = told(here, "content/d.md")
    end = "Files looked at with all that is connected: 1. 0 errors, 2 warnings.\nNext: loa build\n"
    assert out.endswith(end)


def test_only_the_named_files_are_mended(here: Path) -> None:
    told(here, "--fix", "content/d.md")
    assert "Không dẫn đến đâu, cả." in (here / "content/d.md").read_text("utf-8")
    assert "Bài  thử" in (here / "content/a.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["khong-co.md", "../ngoai.md", "/etc/passwd"])
def test_what_is_not_there_is_a_mistake_of_the_command(here: Path, name: str) -> None:
    (here.parent / "ngoai.md").write_text("x")
    _, said = told(here, name)
    assert f"There is no file “{name}” in this workspace." in said
