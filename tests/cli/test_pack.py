"""`loa pack` and `loa build handoff` (the workspace is test data)."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.app.build import Built
from generator.vietnamese.dates import HANOI

PACKS = Path(__file__).parents[1] / "examples" / "packs"
Loa = Callable[..., subprocess.CompletedProcess[str]]
APRIL = datetime(2021, 4, 25, tzinfo=HANOI)
NOW = ("--as-of", "2021-04-25")
PACK = "dist/handoff/dai-thu/dai-thu-2021-quy-2.zip"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS, tmp_path / "packs"))


def test_one_pack_is_made_and_nothing_else(root: Path, loa: Loa) -> None:
    done = loa("-C", str(root), "pack", "dai-thu", "II", *NOW)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        f"Made: {PACK}, with 2 of 5 pieces.\n"
        "Its times are proposals: loa release CAMPAIGN QUARTER makes them firm.\n"
    )
    made = [path for path in (root / "dist").rglob("*") if path.is_file()]
    assert {path.relative_to(root).as_posix() for path in made} == {PACK, "dist/edition.json"}


def test_building_packs_brings_their_parts_and_takes_old_ones_away(root: Path, loa: Loa) -> None:
    old = root / "dist/handoff/dai-thu/2020-quy-1/kich-ban/cu.pdf"
    assert loa("-C", str(root), "build", "handoff", *NOW).returncode == 0
    made = {path.relative_to(root / "dist").as_posix() for path in (root / "dist").rglob("*.*")}
    folder = "handoff/dai-thu/2021-quy-2"
    assert {f"{folder}/kich-ban/phat-1.pdf", f"{folder}/lich.xlsx"} <= made
    assert {"handoff/dai-thu/han-thu.ics", "handoff/bao-thu/bao-thu-2021-quy-2.zip"} <= made
    assert not {path for path in made if path.startswith(("public", "print"))}

    old.parent.mkdir(parents=True)
    old.write_bytes(b"")
    first = (root / PACK).read_bytes()
    assert loa("-C", str(root), "build", "handoff", *NOW).returncode == 0
    assert not old.exists()
    assert (root / PACK).read_bytes() == first


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("dai-thu", "V"), "“V” is no quarter; write II or II/2021."),
        (("dai-thu", "III"), "No single pack is meant by dai-thu III; there are: dai-thu II/2021."),
        (("so-thu", "II"), "there are: ban-thu II/2021, bao-thu II/2021, dai-thu II/2021."),
        (("../etc", "II"), "No single pack is meant by ../etc II"),
    ],
)
def test_what_is_no_pack(root: Path, loa: Loa, words: tuple[str, str], told: str) -> None:
    done = loa("-C", str(root), "pack", *words, *NOW)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("**PTV 1:** Hết", "**PTV 9:** Hết"), "unknown-speaker"),
        (("::: nhạc nền 20 giây\n:::\n", "::: nhạc nền 20 giây\n"), "unclosed-cue"),
        (("## Kết", "| a | b |\n|---|---|\n| 1 | 2 |"), "table-in-script"),
        (("duration: 48 giây", "duration: 0 phút"), "bad-duration"),
        (("#= thử", "#= \\u0007thử"), "invisible-character"),
    ],
)
def test_bad_scripts_make_no_pack(
    root: Path, make: Callable[..., Built], change: tuple[str, str], code: str
) -> None:
    piece = root / "content/phat-1.md"
    text = piece.read_text("utf-8")
    assert change[0] in text
    piece.write_text(text.replace(*change), "utf-8")
    built = make(root, "handoff", as_of=APRIL)
    assert code in {found.rule.code for found in built.blocking}
    assert not (root / "dist").exists()


def test_a_script_much_too_long_is_told_and_handed_on_with_the_figures(
    root: Path, loa: Loa
) -> None:
    piece = root / "content/phat-1.md"
    text = piece.read_text("utf-8").replace("duration: 48 giây", "duration: 5 phút")
    long = "Câu này chỉ để thử, và có mười âm tiết. " * 900
    piece.write_text(f"{text}\n**PTV 2:** {long}\n", "utf-8")
    done = loa("-C", str(root), "pack", "dai-thu", "II", *NOW)
    assert done.returncode == 0
    assert "warning[script-too-long]" in done.stderr
    assert re.search(r"Cut about \d{4} syllables", done.stderr)
