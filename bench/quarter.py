"""A quarter in fast motion: `loa publish --due` every hour from 1 April to 30 June 2021.

    python bench/quarter.py [WORKSPACE] [--first 2021-04-01] [--last 2021-06-30]

Works on a copy; a whole quarter takes some minutes, a few days tell whether it runs. Beside each
full hour it looks one minute before and at every moment at which something is due. Prints what
appeared when, and ends with 1 if a piece was seen before its moment or later than the first look
after it.
"""

import argparse
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
from generator.ports import SILENT, World
from generator.vietnamese.dates import HANOI

FIRST = datetime(2021, 4, 1, tzinfo=HANOI)
LAST = datetime(2021, 6, 30, tzinfo=HANOI)
ROOT = Path(__file__).parents[1]
PARTS = ("mkdocs.yml", "content", "campaigns", "assets")


def main() -> int:
    """Print the trace and the verdict."""
    options = _options()
    source = options.workspace
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "workspace")
        for part in PARTS:
            if (source / part).is_dir():
                shutil.copytree(source / part, root / part)
            else:
                root.mkdir(exist_ok=True)
                shutil.copy2(source / part, root / part)
        return run(root, options.first.replace(tzinfo=HANOI), _end(options.last))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workspace", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--first", type=datetime.fromisoformat, default=FIRST)
    parser.add_argument("--last", type=datetime.fromisoformat, default=LAST)
    return parser.parse_args()


def _end(day: datetime) -> datetime:
    """The last full hour of a day."""
    return day.replace(hour=23, tzinfo=HANOI)


def run(root: Path, first: datetime, last: datetime) -> int:
    """Move the clock; compare what is on disk with what should be."""
    here = world(root)
    plan = check(FolderFiles(root), last).plan
    pages = {
        identity: addresses.url(addresses.page(media()[piece.medium], piece)) + "index.html"
        for identity, piece in plan.workspace.pieces.items()
        if identity in plan.appears
    }
    due = {moment for moment in plan.appears.values() if first < moment <= last}
    began, builds, wrong = time.monotonic(), 0, 0
    shown: set[str] = set()
    looks = sorted(hours(first, last) | due | {moment - timedelta(minutes=1) for moment in due})
    for now in looks:
        builds += look(here, now)
        there = {key for key, page in pages.items() if (root / "dist/public" / page).is_file()}
        for key in sorted(there - shown):
            late = now - plan.appears[key]
            print(f"{now:%d/%m/%Y %H:%M}  {key}" + ("" if now == first else f"  (+{late})"))
        wrong += there != {key for key in pages if plan.appears[key] <= now}
        shown = there
    seconds = time.monotonic() - began
    print(
        f"{len(looks)} looks, {builds} builds, {seconds:.0f} s, {wrong} looks not as they should be"
    )
    here.workers.close()
    return 1 if wrong else 0


def hours(first: datetime, last: datetime) -> set[datetime]:
    """Every full hour."""
    count = int((last - first) / timedelta(hours=1)) + 1
    return {first + timedelta(hours=number) for number in range(count)}


def look(here: World, now: datetime) -> bool:
    """Publish what is due; whether anything was built."""
    done = publish_due(here, now, SILENT)
    if done.outcome is not None and done.outcome.blocking:
        message = f"{now}: {[found.rule.code for found in done.outcome.blocking]}"
        raise SystemExit(message)
    return done.outcome is not None


if __name__ == "__main__":
    sys.exit(main())
