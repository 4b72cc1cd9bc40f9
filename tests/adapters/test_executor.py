"""Work in processes of its own."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.adapters.executor import Processes
from generator.ports import WorkLostError

ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal
from pathlib import Path
from generator.adapters.executor import Processes

def parent(stat):
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:  # it has just ended
        return 0

if __name__ == "__main__":
    pool = Processes()
    assert pool.run(abs, -5) == 5
    found = [path for path in Path("/proc").glob("[0-9]*/stat") if parent(path) == os.getpid()]
    Path("children").write_text(" ".join(path.parent.name for path in found))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are looked up in /proc")
def test_a_killed_command_leaves_no_process_behind(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED)
    done = subprocess.run(
        [sys.executable, "killed.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    children = (tmp_path / "children").read_text().split()
    assert len(children) > 1
    deadline = time.monotonic() + 30
    while any(Path("/proc", pid).exists() for pid in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in children if Path("/proc", pid).exists()] == []


def work(item: tuple[str, Path]) -> str:
    """As others do it: well, killed the first time, killed each time, or greedy."""
    name, mark = item
    if name == "once" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "always":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "greedy":
        return str(len(bytearray(1 << 40)))
    return name


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_of_many_only_what_kills_its_process_is_lost(tmp_path: Path) -> None:
    names = ["a", "once", "b", "always", "c", "greedy", "d", "once"]
    pool = Processes()

    def outcome(name: str) -> str:
        try:
            return pool.run(work, (name, tmp_path / name))
        except WorkLostError:
            return "lost"

    try:
        with ThreadPoolExecutor(len(names)) as threads:
            done = list(threads.map(outcome, names))
        after = pool.run(work, ("e", tmp_path))
    finally:
        pool.close()
    assert done == ["a", "once", "b", "lost", "c", "lost", "d", "once"]
    assert after == "e"


def test_what_takes_much_memory_is_done_in_a_process_that_ends_with_it() -> None:
    pool = Processes(patience=60)
    try:
        assert pool.run(current, None) == os.getpid()
        alone = {pool.run(current, None, alone=True) for _ in range(2)}
        assert len(alone - {os.getpid()}) == 2
    finally:
        pool.close()


def current(_: None) -> int:
    """The process that does this."""
    return os.getpid()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds what a process takes")
def test_memory_is_bounded_before_the_system_has_to_end_something() -> None:
    pool = Processes(memory=1 << 30)
    try:
        with pytest.raises(WorkLostError):
            pool.run(bytearray, 2 << 30)
        assert pool.run(len, bytearray(1 << 20)) == 1 << 20
    finally:
        pool.close()
