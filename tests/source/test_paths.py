"""A workspace is carried from one system to another: its names must be borne by each."""

import unicodedata
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.model.names import is_portable
from generator.source.load import load
from generator.source.paths import unfit

LONG = "a" * 201


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["assets/anh/xuong.jpg", "assets/anh/Xưởng 1.JPG", "content/a.md"], []),
        (["assets/x.jpg", "assets/X.jpg"], [("assets/X.jpg", "same-name")]),
        (["assets/A/x.jpg", "assets/a/x.jpg"], [("assets/a/x.jpg", "same-name")]),
        (["content/a.md", "content/A.MD"], [("content/A.MD", "same-name")]),
        (["assets/con.jpg"], [("assets/con.jpg", "name-not-portable")]),
        (["assets/aux/a.jpg", "assets/aux/b.jpg"], [("assets/aux", "name-not-portable")]),
        (["assets/a.jpg "], [("assets/a.jpg ", "name-not-portable")]),
        (["assets/a:b.jpg"], [("assets/a:b.jpg", "name-not-portable")]),
        ([f"assets/{LONG}"], [(f"assets/{LONG}", "name-too-long")]),
        ([f"assets/{'ế' * 67}"], [(f"assets/{'ế' * 67}", "name-too-long")]),
    ],
)
def test_each_name(paths: list[str], told: list[tuple[str, str]]) -> None:
    assert [(found.where.path, found.rule.code) for found in unfit(paths)] == told


@pytest.mark.parametrize(
    "name", ["con", "CON.txt", "Aux .md", "lpt1", "com³.x", "a.", "a?", "a\\b"]
)
def test_what_windows_cannot_bear(name: str) -> None:
    assert not is_portable(name)


@pytest.mark.parametrize("name", ["conc", "com10", "console.md", "a.b.c", "nul-1", "ống nước.png"])
def test_what_it_can(name: str) -> None:
    assert is_portable(name)


def test_names_that_are_composed_in_two_ways_are_one(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for form in ("NFC", "NFD"):
        (tmp_path / "assets" / unicodedata.normalize(form, "ống.txt")).write_bytes(b"")
    here = FolderFiles(tmp_path)
    _, found = load(here.files(), here.assets())
    assert ("assets/ống.txt", "same-name") in [(f.where.path, f.rule.code) for f in found]
