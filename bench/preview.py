"""`loa preview` in Chromium: from saving a file to seeing the sentence in the browser.

    python bench/preview.py [PAGES…] [--edits NUMBER] [--pause SECONDS]

Another file is saved each time, with a sentence more in its text; every fifth time its title is
changed instead. `--pause` is the time between two edits: with less than a whole look takes, edits
meet a program that is still busy with the last one. Needs Playwright and `chromium`.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGINT
from statistics import median

from measure import LOA, environment, table
from playwright.sync_api import Page, sync_playwright
from workspace import workspace

HEAD = (
    "pages",
    "edits",
    "ready after, s",
    "text, median s",
    "text, slowest s",
    "title, median s",
    "title, slowest s",
    "MiB",
)
SEEN = "(wanted) => document.querySelector('#noi-dung')?.textContent.includes(wanted)"
TITLES = 5
"""Every so many edits one of a title."""


def main() -> None:
    """Print a row for each size."""
    parser = ArgumentParser()
    parser.add_argument("pages", nargs="*", type=int, default=[1000])
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--pause", type=float, default=2.0)
    chosen = parser.parse_args()
    table(HEAD, [measured(count, chosen.edits, chosen.pause) for count in chosen.pages])


def measured(count: int, edits: int, pause: float) -> tuple[object, ...]:
    """Seconds until the first page can be asked for, and from each save to what is seen."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        workspace(root, count)
        began = time.perf_counter()
        with preview(root) as (process, address), browser_page() as page:
            ready = time.perf_counter() - began
            taken: dict[bool, list[float]] = {False: [], True: []}
            for number in range(edits):
                is_title = number % TITLES == TITLES - 1
                taken[is_title].append(edit(root, page, address, number, is_title=is_title))
                time.sleep(pause)
            memory = peak(process.pid)
    times = [figure(values) for values in taken.values() for figure in (median, max) if values]
    return (count, edits, ready, *times, memory)


def edit(root: Path, page: Page, address: str, number: int, *, is_title: bool) -> float:
    """Save one piece while its page is open; seconds until the change is seen there."""
    section, kind = (("bao-chi", "bao"), ("phat-thanh", "phat-thanh"))[number % 2]
    name = f"{kind}-do-{number}"
    page.goto(f"{address}{section}/{name}/")
    page.wait_for_load_state("load")
    path, wanted = root / f"content/{section}/{name}.md", f"Câu vừa lưu số {number}"
    text = path.read_text("utf-8")
    changed = text.replace('title: "', f'title: "{wanted}: ', 1) if is_title else text
    changed = changed if is_title else f"{text}\n{wanted}.\n"
    began = time.perf_counter()
    path.write_text(changed, "utf-8")
    page.wait_for_function(SEEN, arg=wanted, polling="raf", timeout=120_000)
    return time.perf_counter() - began


@contextmanager
def preview(root: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The running command, and the address that it says."""
    command = (*LOA, "-C", str(root), "preview", "--port", "0")
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=pipe, stderr=quiet, text=True, env=environment())
    try:
        line = process.stdout.readline() if process.stdout else ""
        if not line:
            sys.exit("loa preview ended")
        yield process, next(word for word in line.split() if word.startswith("http://"))
    finally:
        process.send_signal(SIGINT)
        process.wait()


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of Chromium."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_page()
        browser.close()


def peak(process: int) -> float:
    """MiB that the process held at most (Linux)."""
    told = Path(f"/proc/{process}/status").read_text("utf-8")
    line = next(line for line in told.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
