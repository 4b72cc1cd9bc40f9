"""`loa status` with thousands of pieces of evidence: what the head of an office waits for.

    python bench/deeds.py [EVIDENCE] [--times NUMBER]

Prints how long the first reading takes, and each further one; wanted is 1 s. All of it is test
data: every piece of evidence has a file of its own, and one of fifteen waits to be verified.
"""

import subprocess
import tempfile
import time
from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from statistics import median

from measure import LOA, environment, table

TINY = Path(__file__).parents[1] / "tests" / "examples" / "tiny"
IN_A_FILE = 1000  # no text of a workspace is larger than 400 kB
HEAD = ("what", "seconds", "wanted")
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
        times = [status(root) for _ in range(chosen.times + 1)]
    rows = [("the first time", f"{times[0]:.2f}", "–")]
    rows.append((f"after that, median of {chosen.times}", f"{median(times[1:]):.2f}", "1.00"))
    table(HEAD, rows)


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
    return text if number % 15 == 0 else f"{text}  verified_by: Tổ thư ký\n"


def status(root: Path) -> float:
    """Seconds of one `loa status`."""
    began = time.perf_counter()
    subprocess.run(
        [*LOA, "-C", root, "status", "thu"],
        env=environment(),
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
