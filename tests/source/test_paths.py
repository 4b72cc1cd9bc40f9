"""A workspace is carried from one system to another: its names must be borne by each."""

import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.model.names import file_stem, is_portable
from generator.source.load import load
from generator.source.paths import unfit
from generator.vietnamese.dates import HANOI

LONG = "a" * 201
DEEP = "/".join(["thu-muc" * 4] * 6)


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["assets/anh/xuong.jpg", "assets/anh/Xưởng 1.JPG", "content/a.md"], []),
        (["assets/x.jpg", "assets/X.jpg"], [("assets/X.jpg", "same-name")]),
        (["assets/A/x.jpg", "assets/a/x.jpg"], [("assets/a/x.jpg", "same-name")]),
        (["content/a.md", "content/A.MD"], []),  # it is no piece: told as a file that nothing reads
        (["assets/con.jpg"], [("assets/con.jpg", "name-not-portable")]),
        (["assets/aux/a.jpg", "assets/aux/b.jpg"], [("assets/aux", "name-not-portable")]),
        (["assets/a.jpg "], [("assets/a.jpg ", "name-with-hidden-sign")]),
        (["content/a .md"], [("content/a .md", "name-with-hidden-sign")]),
        (["content/a\u202e.md"], [("content/a\u202e.md", "name-with-hidden-sign")]),
        (["content/a\u00a0b.md"], [("content/a\u00a0b.md", "name-with-hidden-sign")]),
        ([f"content/{DEEP}/a.md"], [(f"content/{DEEP}/a.md", "path-too-long")]),
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


def test_two_pieces_with_one_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for form, identity in (("NFC", "bai-a"), ("NFD", "bai-b")):
        text = f"---\nid: {identity}\nmedium: article\ntitle: Bài\nstatus: draft\n---\n\nLời.\n"
        (tmp_path / "content" / unicodedata.normalize(form, "bài.md")).write_text(text, "utf-8")
    found = check(FolderFiles(tmp_path), datetime(2026, 11, 1, tzinfo=HANOI)).diagnostics
    assert ("content/bài.md", "same-name") in [(f.where.path, f.rule.code) for f in found]


@given(st.text() | st.sampled_from(["con", "NUL", "aux", "Com1", "…"]))
def test_a_name_that_is_made_of_words_is_borne_by_every_system(words: str) -> None:
    assert is_portable(file_stem(words, "tep"))


def test_words_that_windows_keeps_for_itself_stay_readable() -> None:
    names = ("Con", "ảnh Zalo", "…")
    assert [file_stem(each, "tep") for each in names] == ["tep-con", "anh-zalo", "tep"]
