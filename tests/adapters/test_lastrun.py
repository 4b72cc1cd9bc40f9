"""A build that has nothing to do ends at once; whatever was touched makes it look at everything."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters import file_stamp, lastrun
from generator.adapters.lastrun import LastRun
from generator.adapters.store import FolderStore
from generator.vietnamese.dates import HANOI

NOON = datetime(2021, 6, 1, 12, tzinfo=HANOI)
SAID = [("Đã làm.\n", "Đã làm.\n", False)]


def opened(root: Path) -> LastRun:
    return LastRun(root, FolderStore(root / "build"))


def made(root: Path) -> Path:
    """A workspace of test data as it is after a build at noon."""
    for path in (
        "content/a.md",
        "campaigns/k/plan.yml",
        "assets/a.png",
        "dist/public/a/index.html",
    ):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: Thử\n", "utf-8")
    last = opened(root)
    last.remember(last.input_stamps(), (), NOON, datetime(2021, 6, 1, 18, tzinfo=HANOI), SAID)
    return root


def again(root: Path, names: tuple[str, ...] = (), moment: datetime = NOON) -> object:
    last = opened(root)
    return last.transcript(last.input_stamps(), names, moment)


def same_size_same_time(path: Path) -> None:
    times = path.stat()
    path.write_text(path.read_text("utf-8").replace("a", "b"), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


TOUCHED: dict[str, Callable[[Path], object]] = {
    "a byte": lambda root: same_size_same_time(root / "content/a.md"),
    "a byte of dist": lambda root: same_size_same_time(root / "dist/public/a/index.html"),
    "a file more": lambda root: (root / "content/b.md").write_text(""),
    "a file less": lambda root: (root / "assets/a.png").unlink(),
    "another name": lambda root: (root / "content/a.md").rename(root / "content/c.md"),
    "a folder": lambda root: (root / "content/x.md").mkdir(),
    "the settings": lambda root: (root / "mkdocs.yml").write_text("site_name: Khác\n"),
    "a page of dist": lambda root: (root / "dist/public/a/index.html").write_text("x"),
    "a lost page": lambda root: (root / "dist/public/a/index.html").unlink(),
    "a secret in dist": lambda root: (root / "dist/public/x").write_text(""),
    "no dist": lambda root: shutil.rmtree(root / "dist"),
    "the record": lambda root: (root / "build/store.db").write_bytes(b"x" * 5000),
    "a folder in its place": lambda root: folder(root / "build/store.db"),
    "half a record": lambda root: os.truncate(root / "build/store.db", 5000),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_whatever_was_touched_is_seen(touch: Callable[[Path], object], tmp_path: Path) -> None:
    root = made(tmp_path)
    assert again(root) == SAID
    touch(root)
    assert again(root) is None


def test_only_the_same_day_until_something_appears(tmp_path: Path) -> None:
    root = made(tmp_path)
    assert again(root, moment=NOON.replace(hour=17, minute=59)) == SAID
    assert again(root, moment=NOON.replace(hour=18)) is None
    assert again(root, moment=NOON.replace(hour=11)) is None
    assert again(root, moment=NOON.replace(day=2)) is None


def test_another_language_engine_or_choice_is_another_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = made(tmp_path)
    assert again(root, names=("print",)) is None
    with monkeypatch.context() as patch:
        patch.setenv("LOA_LANG", "fr")
        assert again(root) is None
    with monkeypatch.context() as patch:
        patch.setattr(lastrun, "__version__", "9")
        assert again(root) is None
    assert again(root) == SAID


def test_a_file_of_long_ago_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_stamp, "_TICK", -(10**12))
    root = made(tmp_path)
    states = opened(root).input_stamps()
    assert {state[4] for path, state in states.items() if path.endswith("a.md")} == {""}
    assert again(root) == SAID


def test_who_begins_to_build_forgets_what_the_last_one_said(tmp_path: Path) -> None:
    root = made(tmp_path)
    opened(root).forget()
    assert again(root) is None
