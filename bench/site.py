"""The site of growing numbers of pages, against other generators in the same run.

    python bench/site.py [PAGES…] [--ours]

All get the same Markdown. Ours is the whole command, with reading, checks and verification. The
others are stock MkDocs Material, Zensical, and Hugo with pages of a few lines, where they are here.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from measure import LOA, Cost, run, size, table
from workspace import YEAR, plain, workspace

if TYPE_CHECKING:
    from collections.abc import Callable

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
PAGE = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
LIST = "<!doctype html>{{ range .Pages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}"
MOST = 1000
"""Pages for Material: its cost grows with their square, 5,000 would take half an hour."""
Found = dict[str, tuple[Cost, float]]


def main() -> None:
    """Print seconds, memory, output size, ratios and growth."""
    counts = [int(word) for word in sys.argv[1:] if word.isdigit()] or [100, 1000]
    rows: list[tuple[object, ...]] = []
    first: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            found = ours(Path(folder, f"loa-{count}"), count)
            if "--ours" not in sys.argv:
                found |= others(Path(folder, f"plain-{count}"), count)
            cold = found["loa, cold"][0].cpu
            for name, (cost, output) in found.items():
                growth = cost.cpu / first.setdefault(name, cost.cpu)
                figures = (cost.seconds, cost.cpu, cost.memory, output, cost.cpu / cold, growth)
                rows.append((count, name, *figures))
    table(HEAD, rows)


def ours(root: Path, count: int) -> Found:
    """Cold, with nothing changed, after an edit of one piece, after a new piece."""
    workspace(root, count)
    piece = root / "content/bao-chi/bao-do-0.md"
    changes: dict[str, Callable[[], object]] = {
        "loa, cold": lambda: None,
        "loa, nothing changed": lambda: None,
        "loa, one piece edited": lambda: _edit(piece),
        "loa, one piece added": lambda: _add(piece),
    }
    found: Found = {}
    for name, change in changes.items():
        change()
        cost = run(*LOA, "-C", str(root), "build", "site")
        found[name] = (cost, size(root / "dist/public"))
    shutil.rmtree(root)
    return found


def _edit(piece: Path) -> None:
    with piece.open("a", encoding="utf-8") as stream:
        stream.write("\nMột câu thêm vào cuối bài.\n")


def _add(piece: Path) -> None:
    """After all others, as what is added is."""
    text = piece.read_text(encoding="utf-8").replace("bao-do-0", "bao-do-moi")
    for old, new in ((f"II/{YEAR}", f"IV/{YEAR}"), (f": 1/4/{YEAR}", f": 29/12/{YEAR}")):
        text = text.replace(old, new)
    piece.with_stem("bao-do-moi").write_text(text, encoding="utf-8")


def others(root: Path, count: int) -> Found:
    """The same texts, cold, by each generator that is here."""
    plain(root, count)
    found: Found = {}
    if count <= MOST:
        found["Material"] = _cold(root, "site", sys.executable, "-m", "mkdocs", "build", "-q")
    if zensical := shutil.which("zensical"):
        found["Zensical"] = _cold(root, "site", zensical, "build", "-f", "mkdocs.yml")
    if hugo := shutil.which("hugo"):
        for name, text in (("single", PAGE), ("list", LIST)):
            layout = root / f"layouts/_default/{name}.html"
            layout.parent.mkdir(parents=True, exist_ok=True)
            layout.write_text(text, encoding="utf-8")
        (root / "docs/index.md").rename(root / "docs/_index.md")  # else the pages are its parts
        (root / "config.toml").write_text('contentDir = "docs"\n', encoding="utf-8")
        found["Hugo"] = _cold(root, "public", hugo, "--quiet")
    shutil.rmtree(root)
    return found


def _cold(root: Path, output: str, *command: str) -> tuple[Cost, float]:
    cost = run(*command, cwd=root)
    made = size(root / output)
    shutil.rmtree(root / output)
    return cost, made


if __name__ == "__main__":
    main()
