"""Misnamed files of `campaigns/`: each told once, with the name that was meant."""

import shutil
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.planning.visibility import start_of
from generator.source.strays import MISNAMED, TWICE, UNKNOWN, is_read, stray
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
    assert (told.rule, meant, is_read(meant)) == (MISNAMED, f"campaigns/{better}", True)


@pytest.mark.parametrize("path", ["partners.yaml", "partners - Bản sao.yml", "thu/Plan.yml"])
def test_where_the_right_file_is_there_it_is_the_one_that_is_read(path: str) -> None:
    assert stray(f"campaigns/{path}", THERE)[0].rule == TWICE


@pytest.mark.parametrize("path", ["ghi-chu.docx", "plan.yml", "thu/ghi-chu.yml", "2022.yml"])
def test_what_no_name_is_near_to_is_told_what_there_is(path: str) -> None:
    told, meant = stray(f"campaigns/{path}", THERE)
    assert (told.rule, meant) == (UNKNOWN, "")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("partners.yml", "partners.yaml"), ("ke-hoach-thu/plan.yml", "ke-hoach-thu/plan.yaml")],
)
def test_one_wrong_name_gives_one_message(right: str, wrong: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "w"))
    (root / "campaigns" / right).rename(root / "campaigns" / wrong)
    found = check(FolderFiles(root), start_of(read_date("1/6/2021"))).diagnostics
    assert [(str(item.where), item.rule.code) for item in found] == [
        (f"campaigns/{wrong}", "stray-file")
    ]
