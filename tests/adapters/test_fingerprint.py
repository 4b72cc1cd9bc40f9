"""The state of a workspace by the content of its files, of which few are read. All is test data."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from generator.adapters import file_stamp, opening
from generator.adapters.files import FolderFiles
from generator.adapters.store import FolderStore


def workspace(root: Path) -> Path:
    (root / "content").mkdir(parents=True)
    (root / "content/a.md").write_text("một", "utf-8")
    (root / "mkdocs.yml").write_text("site_name: Thử\n", "utf-8")
    return root


def named(root: Path) -> str:
    return FolderFiles(root, FolderStore(root / "build")).fingerprint()


def same_size_same_time(path: Path) -> None:
    times = path.stat()
    path.write_text("mốt", "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter": same_size_same_time,
    "another name": lambda path: path.rename(path.with_name("b.md")),
    "one more": lambda path: path.with_name("b.md").write_text("hai", "utf-8"),
    "gone": Path.unlink,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("tick", [0, 2_000_000_000])
def test_every_change_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], tick: int
) -> None:
    monkeypatch.setattr(file_stamp, "_TICK", tick)
    root = workspace(tmp_path / "a")
    before = named(root)
    assert named(root) == before == FolderFiles(root).fingerprint()
    change(root / "content/a.md")
    assert named(root) == FolderFiles(root).fingerprint() != before


def test_what_stays_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_stamp, "_TICK", 0)
    root = workspace(tmp_path / "a")
    before, read = named(root), list[Path]()
    opened = opening.open_inside

    def noted(path: Path, inside: Path) -> BinaryIO:
        read.append(path)
        return opened(path, inside)

    monkeypatch.setattr(opening, "open_inside", noted)
    assert (named(root), read) == (before, [])
    (root / "content/b.md").write_text("hai", "utf-8")
    assert (named(root) != before, read) == (True, [root / "content/b.md"])


def test_the_same_files_elsewhere_are_the_same(tmp_path: Path) -> None:
    assert named(workspace(tmp_path / "a")) == named(workspace(tmp_path / "b"))
