"""A quarter in fast motion: `loa publish --due` every hour from 1 April to 30 June 2021.

    python bench/quarter.py [WORKSPACE]

Works on a copy. Beside each full hour it looks one minute before and at every moment at which
something is due. Prints what appeared when, and ends with 1 if a piece was seen before its moment
or later than the first look after it.
"""

import shutil
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.app.publish import publish_due
from generator.cli.world import world
from generator.media import media
from generator.model import addresses
from generator.ports import World
from generator.vietnamese.dates import HANOI

FIRST = datetime(2021, 4, 1, tzinfo=HANOI)
LAST = datetime(2021, 6, 30, 23, tzinfo=HANOI)
ROOT = Path(__file__).parents[1]
PARTS = ("mkdocs.yml", "content", "campaigns", "assets")


class Silent:
    """No progress."""

    def step(self, message: str, **details: object) -> None:
        """Say nothing."""


def main() -> int:
    """Print the trace and the verdict."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "workspace")
        for part in PARTS:
            if (source / part).is_dir():
                shutil.copytree(source / part, root / part)
            else:
                root.mkdir(exist_ok=True)
                shutil.copy2(source / part, root / part)
        return run(root)


def run(root: Path) -> int:
    """Move the clock; compare what is on disk with what should be."""
    here = world(root)
    plan = check(FolderFiles(root), LAST).plan
    pages = {
        identity: addresses.url(addresses.page(media()[piece.medium], piece)) + "index.html"
        for identity, piece in plan.workspace.pieces.items()
        if identity in plan.appears
    }
    due = {moment for moment in plan.appears.values() if FIRST < moment <= LAST}
    began, builds, wrong = time.monotonic(), 0, 0
    shown: set[str] = set()
    looks = sorted(hours() | due | {moment - timedelta(minutes=1) for moment in due})
    for now in looks:
        builds += look(here, now)
        there = {key for key, page in pages.items() if (root / "dist/public" / page).is_file()}
        for key in sorted(there - shown):
            late = now - plan.appears[key]
            print(f"{now:%d/%m/%Y %H:%M}  {key}" + ("" if now == FIRST else f"  (+{late})"))
        wrong += there != {key for key in pages if plan.appears[key] <= now}
        shown = there
    seconds = time.monotonic() - began
    print(
        f"{len(looks)} looks, {builds} builds, {seconds:.0f} s, {wrong} looks not as they should be"
    )
    here.workers.close()
    return 1 if wrong else 0


def hours() -> set[datetime]:
    """Every full hour of the quarter."""
    count = int((LAST - FIRST) / timedelta(hours=1)) + 1
    return {FIRST + timedelta(hours=number) for number in range(count)}


def look(here: World, now: datetime) -> bool:
    """Publish what is due; whether anything was built."""
    done = publish_due(here, now, Silent())
    if done.built is not None and done.built.blocking:
        message = f"{now}: {[found.rule.code for found in done.built.blocking]}"
        raise SystemExit(message)
    return done.built is not None


if __name__ == "__main__":
    sys.exit(main())
