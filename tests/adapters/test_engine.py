"""The mark of the engine: of what its files hold, wherever and whenever they were installed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.adapters.engine import content_mark

CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter": lambda root: (root / "checks/a.py").write_text("x = 2\n"),
    "a name": lambda root: (root / "checks/a.py").rename(root / "checks/c.py"),
    "a place": lambda root: (root / "checks/a.py").rename(root / "a.py"),
    "a file more": lambda root: (root / "empty.typ").touch(),
    "a file less": lambda root: (root / "b.html").unlink(),
    "the same letters in other files": lambda root: swap(root / "b.html", root / "checks/a.py"),
}


def swap(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    (tmp_path / "one/checks").mkdir(parents=True)
    (tmp_path / "one/checks/a.py").write_text("x = 1\n")
    (tmp_path / "one/b.html").write_text("<p>")
    return tmp_path / "one"


def test_the_same_engine_elsewhere_and_of_another_day_is_the_same(engine: Path) -> None:
    other = Path(shutil.copytree(engine, engine.with_name("another place")))
    os.utime(other / "b.html", (0, 0))
    (other / "checks/__pycache__").mkdir()
    (other / "checks/__pycache__/a.pyc").touch()
    assert content_mark(str(other)) == content_mark(str(engine))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_makes_it_another_one(engine: Path, change: Callable[[Path], object]) -> None:
    before = content_mark(str(engine))
    change(engine)
    assert content_mark(str(engine)) != before
