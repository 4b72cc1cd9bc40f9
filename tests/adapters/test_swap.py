import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.adapters import swap as module
from generator.adapters.swap import is_cut_off, recover, swap

ROOT = Path(__file__).parents[2]
SEED = 20_210_601


def folder(path: Path, edition: str) -> Path:
    path.mkdir(parents=True)
    for name in ("a", "b"):
        (path / name).write_text(edition)
    return path


def edition(path: Path) -> set[str]:
    """What the files say: one word when the folder is whole, no matter which."""
    said = {file.read_text() for file in path.iterdir()}
    assert sorted(file.name for file in path.iterdir()) == ["a", "b"]
    return said


@pytest.fixture
def by_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that knows no exchange."""
    monkeypatch.setattr(module, "_exchange", lambda *_: False)


def test_the_first_edition_has_nothing_to_exchange(tmp_path: Path) -> None:
    swap(folder(tmp_path / "next", "new"), tmp_path / "dist")
    assert edition(tmp_path / "dist") == {"new"}
    assert not (tmp_path / "next").exists()


def test_both_folders_change_places(tmp_path: Path) -> None:
    swap(folder(tmp_path / "next", "new"), folder(tmp_path / "dist", "old"))
    assert edition(tmp_path / "dist") == {"new"}
    assert edition(tmp_path / "next") == {"old"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges in one call")
def test_linux_needs_no_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_rename_twice", lambda *_: pytest.fail("not one call"))
    swap(folder(tmp_path / "nèxt", "new"), folder(tmp_path / "dist", "old"))
    assert edition(tmp_path / "dist") == {"new"}


@pytest.mark.usefixtures("by_journal")
def test_the_journal_gives_the_same_end(tmp_path: Path) -> None:
    swap(folder(tmp_path / "next", "new"), folder(tmp_path / "dist", "old"))
    assert edition(tmp_path / "dist") == {"new"}
    assert edition(tmp_path / "next") == {"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "next"]


class KilledError(BaseException):
    """Stands for the end of the process: nothing may clean up after it."""


def steps(monkeypatch: pytest.MonkeyPatch, deadly: int) -> Iterator[int]:
    """Let the call number `deadly` of those that change the disk be the one not made."""
    made = 0
    for owner, name in ((Path, "rename"), (Path, "write_text"), (Path, "unlink")):
        original: Callable[..., object] = getattr(owner, name)

        def call(
            *args: object, original: Callable[..., object] = original, **more: object
        ) -> object:
            nonlocal made
            made += 1
            if made == deadly:
                raise KilledError
            return original(*args, **more)

        monkeypatch.setattr(owner, name, call)
    yield made


@pytest.mark.usefixtures("by_journal")
@pytest.mark.parametrize("again", [0, 1, 2])
@pytest.mark.parametrize("deadly", range(1, 7))
def test_killed_before_any_step_the_next_command_makes_it_whole(
    tmp_path: Path, deadly: int, again: int
) -> None:
    """`again` kills the recovery too, before its first or second step."""
    new, current = folder(tmp_path / "next", "new"), folder(tmp_path / "dist", "old")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_exchange", lambda *_: False)
        next(steps(patch, deadly))
        if deadly <= 5:
            with pytest.raises(KilledError):
                swap(new, current)
        else:
            swap(new, current)
    if again:
        with pytest.MonkeyPatch.context() as patch:
            next(steps(patch, again))
            try:
                recover(new, current)
            except KilledError:
                assert is_cut_off(new, current)
    recover(new, current)
    assert edition(current) in ({"new"}, {"old"})
    assert not is_cut_off(new, current)
    assert not new.with_name("next.old").exists()


@pytest.mark.usefixtures("by_journal")
def test_a_refusal_of_the_system_leaves_the_last_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, current = folder(tmp_path / "next", "new"), folder(tmp_path / "dist", "old")
    original = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == new:
            raise PermissionError(13, "held open", str(target))
        return original(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PermissionError):
        swap(new, current)
    assert edition(current) == {"old"}


def test_without_a_journal_nothing_is_touched(tmp_path: Path) -> None:
    recover(folder(tmp_path / "next", "new"), folder(tmp_path / "dist", "old"))
    assert edition(tmp_path / "dist") == {"old"}
    assert edition(tmp_path / "next") == {"new"}


LOOP = """
import sys
from pathlib import Path
from generator.adapters import swap
swap._exchange = lambda *_: False
root = Path(sys.argv[1])
print("begun", flush=True)
while True:
    swap.swap(root / "next", root / "dist")
"""


def test_a_process_that_only_swaps_is_killed_at_fifty_moments(tmp_path: Path) -> None:
    """Almost every moment of this process lies between two renames."""
    chance = random.Random(SEED)  # noqa: S311 - the same moments each time
    folder(tmp_path / "next", "new")
    folder(tmp_path / "dist", "old")
    cut_off = 0
    for _ in range(50):
        process = subprocess.Popen(
            [sys.executable, "-c", LOOP, str(tmp_path)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
        )
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.005))
            process.send_signal(signal.SIGKILL)
        cut_off += is_cut_off(tmp_path / "next", tmp_path / "dist")
        recover(tmp_path / "next", tmp_path / "dist")
        assert edition(tmp_path / "dist") in ({"new"}, {"old"})
        if not (tmp_path / "next").exists():
            folder(tmp_path / "next", ({"new", "old"} - edition(tmp_path / "dist")).pop())
    assert cut_off > 10  # else the test looked at nothing


def test_the_first_results_come_from_another_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, current, rename = folder(tmp_path / "other/new", "1"), tmp_path / "dist", Path.rename

    def within_one_disk(self: Path, target: Path) -> Path:
        if (tmp_path / "other" in self.parents) != (tmp_path / "other" in target.parents):
            raise OSError(errno.EXDEV, "another disk")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", within_one_disk)
    swap(new, current)
    assert edition(current) == {"1"}
    assert not new.exists()
