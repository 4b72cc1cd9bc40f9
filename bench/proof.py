"""From saving a template to its new picture: `python bench/proof.py [WORKSPACE ID TEMPLATE]`.

Watches a piece of a copy of the workspace as a designer does (`loa proof ID --watch`), saves its
template again and again, and compares the times of the two files. Asserts nothing.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from measure import LOA, table

from generator.press.templates import default_names

ROOT = Path(__file__).parents[1]
PATIENCE = 30  # seconds for a picture


def saved(template: Path, text: str, picture: Path) -> float:
    """Seconds from saving a template until the picture is there."""
    before, began = picture.stat().st_mtime_ns, time.time_ns()
    template.write_text(text, "utf-8")
    while picture.stat().st_mtime_ns == before and time.time_ns() - began < PATIENCE * 1e9:
        time.sleep(0.005)
    return (picture.stat().st_mtime_ns - began) / 1e9


def watched(root: Path, identity: str, name: str, runs: int) -> list[float]:
    """The seconds of every save but the first, with which Typst warms up."""
    picture = root / "build" / "proof" / f"{identity}.png"
    default = ROOT / "generator" / "templates" / "print" / name
    template = root / "assets" / "print" / name
    template.parent.mkdir(parents=True, exist_ok=True)
    text = default.read_text("utf-8")
    command = [*LOA, "-C", str(root), "proof", identity, "--watch"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        while not picture.is_file() and process.poll() is None:
            time.sleep(0.05)
        time.sleep(1)
        inks = ("nuoc", "dat", "mam")
        texts = (f'{text}\n#put(0, 0, rect(fill: ink("{inks[n % 3]}")))\n' for n in range(runs))
        seconds = [saved(template, each, picture) for each in texts]
        process.terminate()
    return seconds[1:]


def main() -> None:
    """Measure one piece, and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", nargs="?", type=Path, default=ROOT)
    parser.add_argument("identity", nargs="?", default="pano-2021-1")
    parser.add_argument("template", nargs="?", choices=default_names(), metavar="template",
                        default="panel-beside.typ")  # fmt: skip
    parser.add_argument("--runs", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("content", "campaigns", "assets", "mkdocs.yml"):
            source, target = asked.workspace / name, Path(folder) / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        found = watched(Path(folder), asked.identity, asked.template, asked.runs)
    load = os.getloadavg()[0]
    head = ("piece", "median s", "slowest s", "load", "goal on two idle cores")
    table(head, [(asked.identity, median(found), max(found), load, "0.5 s")])


if __name__ == "__main__":
    sys.exit(main())
