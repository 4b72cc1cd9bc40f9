"""Misnamed files of `campaigns/`: each told once, with the name that was meant."""

import shutil
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.adapters.workspace_folder import find_workspace
from generator.app.check import check
from generator.planning.visibility import start_of
from generator.source.strays import (
    FOLDER,
    FOLDER_TWICE,
    MISNAMED_FILE,
    TWICE,
    UNKNOWN,
    folder_meant,
    is_read,
    stray,
)
from generator.testing import MemoryFiles, in_memory
from generator.vietnamese.dates import read_date

BASE = Path(__file__).parents[1] / "examples/base"
THERE = {"campaigns/partners.yml", "campaigns/thu/plan.yml"}


@pytest.mark.parametrize(
    ("path", "better"),
    [
        ("place.yml", "places.yml"),
        ("places.txt", "places.yml"),
        ("places.yml.txt", "places.yml"),
        ("Nhà in.yml", "printers.yml"),
        ("sources (1).yml", "sources.yml"),
        ("thu/holidays.yml", "holidays.yml"),
        ("moi/Plan.yml", "moi/plan.yml"),
        ("moi/ke-hoach-2022.yml", "moi/plan.yml"),
        ("thu/2021-2-1.yml", "thu/releases/2021-2-1.yml"),
        ("thu/releases/2021-2-1.yaml", "thu/releases/2021-2-1.yml"),
        ("thu/release/2021-2-1.yml", "thu/releases/2021-2-1.yml"),
    ],
)
def test_the_name_that_was_meant(path: str, better: str) -> None:
    told, meant = stray(f"campaigns/{path}", THERE)
    assert (told.rule, meant, is_read(meant)) == (MISNAMED_FILE, f"campaigns/{better}", True)


@pytest.mark.parametrize("path", ["partners.yaml", "partners - Bản sao.yml", "thu/Plan.yml"])
def test_where_the_right_file_is_there_it_is_the_one_that_is_read(path: str) -> None:
    assert stray(f"campaigns/{path}", THERE)[0].rule == TWICE


@pytest.mark.parametrize("name", ["brand (1).yml", "brand - Bản sao.yml", "brand copy.yml"])
def test_a_copy_of_the_brand_is_read_by_nothing(name: str) -> None:
    told, meant = stray(f"assets/{name}", {"assets/brand.yml"})
    assert (told.rule, meant, is_read(f"assets/{name}")) == (TWICE, "assets/brand.yml", False)


@pytest.mark.parametrize("path", ["ghi-chu.docx", "plan.yml", "thu/ghi-chu.yml", "2022.yml"])
def test_what_no_name_is_near_to_is_told_what_there_is(path: str) -> None:
    told, meant = stray(f"campaigns/{path}", THERE)
    assert (told.rule, meant) == (UNKNOWN, "")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("partners.yml", "partners.yaml"), ("ke-hoach-thu/plan.yml", "ke-hoach-thu/plan.yaml")],
)
def test_one_wrong_name_gives_one_message(right: str, wrong: str) -> None:
    texts = dict(in_memory(FolderFiles(BASE)).texts)
    texts[f"campaigns/{wrong}"] = texts.pop(f"campaigns/{right}")
    found = check(MemoryFiles(texts), start_of(read_date("1/6/2021"))).diagnostics
    assert [(str(item.where), item.rule.code) for item in found] == [
        (f"campaigns/{wrong}", "stray-file")
    ]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Campaigns", "campaigns"),
        ("campaign", "campaigns"),
        ("Content", "content"),
        ("contents", "content"),
        ("CONTENT", "content"),
        ("asset", "assets"),
        ("Assets", "assets"),
    ],
)
def test_a_folder_that_is_called_nearly_like_one_that_is_read(
    wrong: str, right: str, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "w"))
    (root / right).mkdir(exist_ok=True)
    (root / right).rename(root / "x")  # on a disk that does not tell capitals apart, too
    (root / "x").rename(root / wrong)
    assert find_workspace(root) == root
    assert _told(root) == [(wrong, FOLDER.code, FOLDER.hint)]
    if not (root / right).exists():
        shutil.copytree(root / wrong, root / right)
        assert _told(root) == [(wrong, FOLDER_TWICE.code, FOLDER_TWICE.hint)]


def _told(root: Path) -> list[tuple[str, str, str]]:
    found = check(FolderFiles(root), start_of(read_date("1/6/2021"))).diagnostics
    return [(item.where.path, item.rule.code, item.rule.hint) for item in found]


@pytest.mark.parametrize("name", ["content", "docs", "build", "dist", "contacts", "context", "anh"])
def test_other_folders_at_the_top_are_nobodys_business(name: str) -> None:
    assert (folder_meant(name), is_read(name)) == ("", True)
