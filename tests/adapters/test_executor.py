"""Work in processes of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal
from generator.adapters.executor import Processes
if __name__ == "__main__":
    pool = Processes()
    assert pool.run(abs, -5) == 5
    os.system(f"ps -o pid= --ppid {os.getpid()} > children")
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
