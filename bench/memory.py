"""What a cold build holds, step by step: MiB when each step ends, and the most until then.

python bench/memory.py [PAGES]
"""

import gc
import sys
import tempfile
import threading
import time
from datetime import datetime
from pathlib import Path

from measure import table
from workspace import workspace

from generator.adapters.forks import BEAT
from generator.adapters.store import FolderStore
from generator.app.build import build
from generator.app.scope import Scope
from generator.cli.world import world
from generator.ports import Silent
from generator.vietnamese.dates import HANOI

AS_OF = datetime(2022, 1, 1, tzinfo=HANOI)  # all is to be seen
PAGE = 4096  # bytes, as the system counts memory
OFTEN = 0.05  # seconds between two looks


class Steps(Silent):
    """Notes what the process held when each step ended."""

    def __init__(self) -> None:
        """The first step is to begin."""
        self.rows: list[tuple[str, float, float]] = []
        self._step, self._most = "to begin", 0.0
        # of this name, so that the check is done by two processes, as it is by the command
        threading.Thread(target=self._watch, name=BEAT, daemon=True).start()

    def step(self, message: str, **details: object) -> None:
        """The step before has ended."""
        now = held()
        self.rows.append((self._step, now, max(now, self._most)))
        self._step, self._most = str(details.get("what", message)), 0.0

    def _watch(self) -> None:
        while True:
            self._most = max(self._most, held())
            time.sleep(OFTEN)


def held() -> float:
    """MiB of this process, shared libraries included; Linux tells."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 2**20


def main() -> None:
    """Build once and print the table."""
    gc.set_threshold(50_000, 20, 20)  # as the command does
    steps = Steps()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "workspace")
        workspace(root, int((sys.argv[1:] or ["5000"])[0]))
        store = FolderStore(root / "build")
        store.put("run", "", "")  # the command leaves a note before it begins, so there is a file
        store.save()
        build(world(root, store), Scope(("site",)), AS_OF, steps)
        steps.step("")
    table(("step", "MiB", "most"), [row for row in steps.rows if row[2] > 0])


if __name__ == "__main__":
    main()
