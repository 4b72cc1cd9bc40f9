"""Wall time and peak memory of a whole command, as a person who waits for it sees them."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

LOA = (sys.executable, "-m", "generator")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall time and of the processors, and MiB of the largest process.

    On a busy machine only the processors' seconds can be compared.
    """

    seconds: float
    cpu: float
    memory: float


def run(*command: str, cwd: Path | None = None) -> Cost:
    """Run a command that must succeed. The peak of children only grows: each runs in its own."""
    began = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment()
    )
    told = child.stderr.read() if child.stderr else b""
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}:\n{told.decode()[-2000:]}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, _mebibytes(usage))


def typical(runs: int, *command: str) -> Cost:
    """The median of some runs, after one that warms the disk's memory."""
    run(*command)
    costs = [run(*command) for _ in range(runs)]
    return Cost(*(median(values) for values in zip(*map(astuple, costs), strict=True)))


def size(folder: Path) -> float:
    """MB of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table that is Markdown as well."""
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        cells = (f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row)
        print("| " + " | ".join(cells) + " |")


def environment() -> dict[str, str]:
    """What a command needs to find this engine and to keep the theme silent."""
    here = str(Path(__file__).parents[1])
    return {**os.environ, "PYTHONPATH": here, "NO_MKDOCS_2_WARNING": "1"}


def _mebibytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
