"""`loa check` on growing numbers of pieces: python bench/check.py [PIECES…]."""

import sys
import tempfile
from pathlib import Path

from measure import LOA, table, typical
from workspace import workspace


def main() -> None:
    """Print seconds, memory and growth."""
    counts = [int(word) for word in sys.argv[1:]] or [100, 1000]
    rows: list[tuple[object, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        first = None
        for count in counts:
            root = Path(folder, str(count))
            workspace(root, count)
            cost = typical(3, *LOA, "-C", str(root), "check")
            first = first or cost.cpu
            rows.append((count, cost.seconds, cost.cpu, cost.memory, cost.cpu / first))
    table(("pieces", "seconds", "cpu seconds", "MiB", "times the first (cpu)"), rows)


if __name__ == "__main__":
    main()
