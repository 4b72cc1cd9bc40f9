"""What it takes to publish a large site of which one page has changed.

    python bench/publishing.py [PAGES…]

Pages of 12 KB that are ready, so that nothing is counted but the looking, the laying and the
exchange: of all that a build does, its first and its last steps.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TypeVar

from measure import table

from generator.adapters.executor import Threads
from generator.adapters.results import FolderResults
from generator.adapters.store import FolderStore
from generator.model.artifact import Artifact, ready
from generator.model.edition import Edition

HEAD = ("pages", "looking and laying, cpu ms", "publishing, cpu ms", "publishing, ms")
EDITION = Edition(datetime(2021, 6, 1, tzinfo=UTC), "", None, (), (), {})
TEXT = "Tắt máy khi nghỉ ca. " * 460
ROUNDS = 7
T = TypeVar("T")


def main() -> None:
    """Print what staging and publishing cost, the median of some rounds with one change each."""
    counts = [int(word) for word in sys.argv[1:]] or [1000, 5000]
    with tempfile.TemporaryDirectory() as folder:
        table(HEAD, [(count, *published(Path(folder, str(count)), count)) for count in counts])


def published(root: Path, count: int) -> tuple[float, float, float]:
    """The costs of one change among so many pages."""
    pages = [ready(f"bai-{number}/index.html", f"{number} {TEXT}") for number in range(count)]
    costs = [_round(root, pages, str(number)) for number in range(ROUNDS + 2)][2:]
    staging, working, waiting = (median(each) for each in zip(*costs, strict=True))
    return staging, working, waiting


def _round(root: Path, pages: list[Artifact], word: str) -> tuple[float, float, float]:
    pages[0] = ready("bai-0/index.html", f"{word} {TEXT}")
    store = FolderStore(root / "build")
    last = FolderResults(root, store).recover()
    staged, staging, _ = _timed(lambda: last.stage([pages], Threads()))
    _, working, waiting = _timed(lambda: (staged.publish(EDITION), store.save()))
    store.close()
    return staging, working, waiting


def _timed(work: Callable[[], T]) -> tuple[T, float, float]:
    began = time.process_time(), time.perf_counter()
    done = work()
    ended = time.process_time(), time.perf_counter()
    processor, clock = (1000 * (after - before) for before, after in zip(began, ended, strict=True))
    return done, processor, clock


if __name__ == "__main__":
    main()
