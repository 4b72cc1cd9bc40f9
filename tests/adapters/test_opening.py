"""Only regular files inside the workspace are opened, and nobody waits for what is none."""

import os
import shutil
import socket
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.adapters.lastrun import LastRun
from generator.adapters.lock import workspace_lock
from generator.adapters.opening import ClosedError, content
from generator.adapters.store import FolderStore
from generator.adapters.typesetter import TypstTypesetter
from generator.adapters.workspace_folder import find_workspace
from generator.app.check import check
from generator.vietnamese.dates import HANOI

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
BASE = Path(__file__).parents[1] / "examples/base"
NOW = datetime(2021, 6, 1, tzinfo=HANOI)
PIECE = """---
id: bai-thu
medium: article
title: Bài thử
status: draft
---

![Ảnh thử](../assets/x.png)
"""
SECRET = b"outside of the workspace"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "secret").write_bytes(SECRET)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/x.typ").write_bytes(SECRET)
    return Path(shutil.copytree(BASE, tmp_path / "w"))


def listen(path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have some hundred letters
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(here)
    os.close(folder)


THINGS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "pipe": ("special", os.mkfifo),
    "socket": ("special", listen),
    "device": ("symlink", lambda path: path.symlink_to("/dev/zero")),
    "kernel": ("symlink", lambda path: path.symlink_to("/proc/kmsg")),
    "outside": ("symlink", lambda path: path.symlink_to("../../secret")),
    "folder": ("symlink", lambda path: path.symlink_to("../../folder")),
    "itself": ("symlink", lambda path: path.symlink_to(path.name)),
    "nothing": ("symlink", lambda path: path.symlink_to("khong-co")),
}
THING = pytest.mark.parametrize("thing", THINGS)
CODES = {"special": "special-file", "symlink": "symlink"}


def told(root: Path) -> list[tuple[str, str]]:
    found = check(FolderFiles(root), NOW).diagnostics
    return [(found.where.path, found.rule.code) for found in found]


@THING
def test_it_is_never_opened(root: Path, thing: str) -> None:
    path = root / "assets/x.png"
    THINGS[thing][1](path)
    with pytest.raises(OSError) as caught:  # noqa: PT011 - whichever way it is missing
        content(path, root)
    is_link_in = thing in {"itself", "nothing"}
    assert is_link_in or isinstance(caught.value, ClosedError)


@THING
@pytest.mark.parametrize("place", ["assets/x.png", "content/x.md", "campaigns/places.yml"])
def test_it_is_told_once_and_where_it_lies(root: Path, thing: str, place: str) -> None:
    (root / place).unlink(missing_ok=True)
    THINGS[thing][1](root / place)
    (root / "content/tot.md").write_text(PIECE, "utf-8")
    expected = [(place, CODES[THINGS[thing][0]])]
    if place != "assets/x.png":
        expected = [*expected, ("content/tot.md", "picture-missing")]
    assert sorted(told(root)) == sorted(expected)


@THING
def test_no_reader_waits_for_it(root: Path, thing: str) -> None:
    """Those that read before anything is checked: state of the last run, lock, templates."""
    made = THINGS[thing][1]
    for folder in ("build/typst/files", "assets/print", "assets/theme"):
        (root / folder).mkdir(parents=True)
    for place in ("lock", "store.db", "store.db-journal", "typst/x.typ", "typst/files/x.png"):
        made(root / "build" / place)
    for place in ("assets/print/x.typ", "assets/theme/x.html", "assets/anh.png", "content/x.md"):
        made(root / place)
    known = LastRun(root, FolderStore(root / "build"))
    assert known.input_stamps() == LastRun(root, FolderStore(root / "build")).input_stamps()
    assert FolderFiles(root).fingerprint() == FolderFiles(root).fingerprint()
    assert check(FolderFiles(root), NOW).plan.workspace.site.html == {}
    typst = root / "build/typst"
    TypstTypesetter(typst, root / "assets/print", inside=root)
    assert not (typst / "x.typ").exists()
    assert not (typst / "files/x.png").exists()
    with workspace_lock(root):
        assert (root / "build/lock").is_file()


@pytest.mark.parametrize("folder", ["content", "campaigns", "assets", "assets/print"])
def test_a_folder_that_is_a_link_out_is_not_entered(root: Path, folder: str) -> None:
    shutil.rmtree(root / folder, ignore_errors=True)
    (root / folder).symlink_to(root.parent / "folder")
    assert (folder, "symlink") in told(root)
    assert [asset.path for asset in FolderFiles(root).assets() if "x.typ" in asset.path] == []
    typesetter = TypstTypesetter(root / "build/typst", root / "assets/print", inside=root)
    assert SECRET not in {path.read_bytes() for path in (root / "build/typst").glob("*.typ")}
    assert typesetter


FOLDERS = (
    *("mkdocs.yml", "assets/brand.yml", "assets/theme/foot.html", "assets/print/banner.typ"),
    *("assets/anh/x.jpg", "campaigns/plan.yml", "campaigns/partners.yml", "content/x.md"),
    "content/words.txt",
)


@pytest.mark.parametrize("place", FOLDERS)
def test_a_folder_named_like_a_file_is_told_once_and_not_entered(root: Path, place: str) -> None:
    (root / place).unlink(missing_ok=True)
    (root / place / "trong").mkdir(parents=True)
    (root / place / "trong/x.md").write_text(PIECE, "utf-8")
    (root / place / "la.xyz").write_text("", "utf-8")
    assert told(root) == [(place, "directory-named-like-file")]


@pytest.mark.parametrize("folder", ["content", "campaigns", "assets"])
def test_a_file_where_a_folder_must_be_is_one_mistake(root: Path, folder: str) -> None:
    shutil.rmtree(root / folder)
    (root / folder).write_text("", "utf-8")
    assert told(root) == [(folder, "no-folder")]


@pytest.mark.parametrize("thing", THINGS)
def test_a_workspace_is_found_whatever_has_the_name_of_its_file(root: Path, thing: str) -> None:
    (root / "mkdocs.yml").unlink()
    THINGS[thing][1](root / "mkdocs.yml")
    assert find_workspace(root / "content") == root
    assert told(root) == [("mkdocs.yml", CODES[THINGS[thing][0]])]


def test_a_folder_that_may_not_be_read_hides_no_piece_in_silence(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "content/kin").mkdir()
    refused = str(root / "content/kin")
    asked = os.access
    monkeypatch.setattr(os, "access", lambda path, how: str(path) != refused and asked(path, how))
    assert told(root) == [("content/kin", "unreadable")]


def test_what_takes_the_place_of_a_file_meanwhile_makes_nobody_wait(root: Path) -> None:
    (asset,) = [each for each in FolderFiles(root).assets() if each.path == "assets/brand.yml"]
    (root / "assets/brand.yml").unlink()
    os.mkfifo(root / "assets/brand.yml")
    with pytest.raises(ClosedError):
        asset.open()


def test_a_link_within_the_workspace_is_a_file_like_others(root: Path) -> None:
    (root / "content/khac.md").symlink_to("tot.md")
    (root / "assets/khac.yml").symlink_to("brand.yml")
    assert {code for _, code in told(root)} == {"duplicate-id"}
    assert "assets/khac.yml" in [asset.path for asset in FolderFiles(root).assets()]


def test_the_name_of_the_site_is_not_read_from_elsewhere(root: Path) -> None:
    shutil.move(root / "mkdocs.yml", root.parent / "mkdocs.yml")
    (root / "mkdocs.yml").symlink_to("../mkdocs.yml")
    assert told(root) == [("mkdocs.yml", "symlink")]
