"""The site of growing numbers of pages, against stock MkDocs Material in the same run.

    python bench/site.py [PAGES…] [--ours]

Both get the same Markdown. Ours is the whole command, with reading, checks and verification.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from measure import LOA, Cost, run, size, table
from workspace import plain, workspace

HEAD = (
    "pages",
    "build",
    "seconds",
    "cpu seconds",
    "MiB",
    "output MB",
    "times ours, cold (cpu)",
    "times the first (cpu)",
)
STOCK = (sys.executable, "-m", "mkdocs", "build", "-q")


def main() -> None:
    """Print seconds, memory, output size, ratios and growth."""
    counts = [int(word) for word in sys.argv[1:] if word.isdigit()] or [100, 1000]
    rows: list[tuple[object, ...]] = []
    first: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            found = ours(Path(folder, f"loa-{count}"), count)
            if "--ours" not in sys.argv:
                found["Material"] = stock(Path(folder, f"material-{count}"), count)
            cold = found["loa, cold"][0].cpu
            for name, (cost, output) in found.items():
                growth = cost.cpu / first.setdefault(name, cost.cpu)
                figures = (cost.seconds, cost.cpu, cost.memory, output, cost.cpu / cold, growth)
                rows.append((count, name, *figures))
    table(HEAD, rows)


def ours(root: Path, count: int) -> dict[str, tuple[Cost, float]]:
    """A cold build, one after which nothing has changed, and one after an edit of one piece."""
    workspace(root, count)
    build = (*LOA, "-C", str(root), "build", "site")
    found = {}
    for name in ("loa, cold", "loa, nothing changed", "loa, one piece edited"):
        if name.endswith("edited"):
            with (root / "content/bao-chi/bao-do-0.md").open("a", encoding="utf-8") as stream:
                stream.write("\nMột câu thêm vào cuối bài.\n")
        found[name] = (run(*build), size(root / "dist/public"))
    shutil.rmtree(root)
    return found


def stock(root: Path, count: int) -> tuple[Cost, float]:
    """Stock Material, cold."""
    plain(root, count)
    cost = run(*STOCK, cwd=root)
    output = size(root / "site")
    shutil.rmtree(root)
    return cost, output


if __name__ == "__main__":
    main()
