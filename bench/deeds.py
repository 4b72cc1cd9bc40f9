"""`loa status`, `loa report` with thousands of pieces of evidence: what an office waits for.

    python bench/deeds.py [EVIDENCE] [--times NUMBER]

Prints how long the first reading takes, and each further one, by the clock and in CPU seconds;
wanted are 1 s and 5 s. All of it is test data: every piece of evidence has a file of its own, and
one of fifteen waits to be verified.
"""

import subprocess
import tempfile
import time
from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from shutil import copytree
from statistics import median

from measure import LOA, environment, table

TINY = Path(__file__).parents[1] / "tests" / "examples" / "tiny"
WANTED = {"status": "1.00", "report": "5.00"}
"""Seconds of each command, once it has read everything."""
IN_A_FILE = 1000  # no text of a workspace is larger than 400 kB
HEAD = ("what", "seconds", "cpu seconds", "wanted")
PLAN = """\
id: thu
title: Kế hoạch thử
period: 2021
owner: so-thu
report_due: 25/12/2021
activities:
  - id: lop
    title: Lớp tập huấn thử
    kind: session
    quantity: 2.000 lớp
    quarters: [II, III, IV]
    source: https://thu.example.org/ke-hoach
  - id: tu-van
    title: Tư vấn thử
    kind: advice
    source: https://thu.example.org/ke-hoach
"""
ENTRY = """\
- id: mc-{number:05}
  kind: attendance
  of: {of}
  on: {day}/{month}/2021
  measures: [1 {unit}, {size} người]
  file: {file}
  digest: {digest}
  size: {bytes}
  received_from: so-thu
"""


def main() -> None:
    """Print the table."""
    parser = ArgumentParser()
    parser.add_argument("evidence", nargs="?", type=int, default=5000)
    parser.add_argument("--times", type=int, default=5)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(copytree(TINY, Path(folder) / "kho"))
        write(root, chosen.evidence)
        subprocess.run([*LOA, "-C", root, "build", "site"], env=environment(), check=False)
        rows = [row for what in WANTED for row in rows_of(root, what, chosen.times)]
    table(HEAD, rows)


def rows_of(root: Path, what: str, times: int) -> list[tuple[str, ...]]:
    """How long a command takes at first, and after that."""
    first, *later = [run(root, what) for _ in range(times + 1)]
    usual = [median(each) for each in zip(*later, strict=True)]
    return [
        (f"loa {what}, the first time", *(f"{each:.2f}" for each in first), "–"),
        (f"after that, median of {times}", *(f"{each:.2f}" for each in usual), WANTED[what]),
    ]


def write(root: Path, number: int) -> None:
    """The plan, its evidence and their files."""
    campaign = root / "campaigns" / "thu"
    (root / "content" / "bang-ron.md").unlink()  # of an activity that this plan does not have
    (campaign / "plan.yml").write_text(PLAN, "utf-8")
    (campaign / "evidence").mkdir()
    for first in range(0, number, IN_A_FILE):
        some = range(first, min(first + IN_A_FILE, number))
        entries = (entry(campaign / "evidence", each) for each in some)
        (campaign / "evidence" / f"tap-{first}.yml").write_text("".join(entries), "utf-8")


def entry(folder: Path, number: int) -> str:
    """One piece of evidence, whose file is written."""
    file, data = f"tep-{number}.csv", f"stt;noi dung\n{number};buoi thu {number}\n".encode()
    (folder / file).write_bytes(data)
    is_advice = number % 7 == 0
    text = ENTRY.format(
        number=number,
        of="tu-van" if is_advice else "lop",
        unit="cơ sở" if is_advice else "lớp",
        day=1 + number % 28,
        month=4 + number % 8,
        size="trên 40" if number % 20 == 0 else 40,
        file=file,
        digest=sha256(data).hexdigest(),
        bytes=len(data),
    )
    return (
        text if number % 15 == 0 else f"{text}  verified_by: Tổ thư ký\n  verified_on: 30/11/2021\n"
    )


def run(root: Path, what: str) -> tuple[float, float]:
    """Seconds of one command by the clock, and those of its processes."""
    before, began = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(
        [*LOA, "-C", root, what, "thu"],
        env=environment(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    seconds, after = time.perf_counter() - began, getrusage(RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
