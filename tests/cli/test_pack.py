"""`loa pack` and `loa build handoff` (the workspace is test data)."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.app.build import BuildOutcome
from generator.cli import loa as group
from generator.vietnamese.dates import HANOI
from tests.edits import edit

PACKS = Path(__file__).parents[1] / "examples" / "packs"
Loa = Callable[..., subprocess.CompletedProcess[str]]
APRIL = datetime(2021, 4, 25, tzinfo=HANOI)
NOW = ("--as-of", "2021-04-25")
PACK = "dist/handoff/dai-thu/dai-thu-2021-quy-2.zip"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PACKS, tmp_path / "packs"))


def test_one_pack_is_made_and_then_all_with_their_parts(root: Path, loa: Loa) -> None:
    done = loa("-C", str(root), "pack", "dai-thu", "II", *NOW)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        f"Made: {PACK}, with 2 of 5 pieces.\n"
        "Its times are proposals: loa release CAMPAIGN QUARTER makes them firm.\n"
    )
    assert files_of(root) == {PACK, "dist/edition.json"}
    first = (root / PACK).read_bytes()

    old = root / "dist/handoff/dai-thu/2020-quy-1/kich-ban/cu.pdf"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"")
    assert loa("-C", str(root), "build", "handoff", *NOW).returncode == 0
    made, folder = files_of(root), "dist/handoff/dai-thu/2021-quy-2"
    assert {f"{folder}/kich-ban/phat-1.pdf", f"{folder}/lich.xlsx"} <= made
    assert {
        "dist/handoff/dai-thu/han-thu.ics",
        "dist/handoff/bao-thu/bao-thu-2021-quy-2.zip",
    } <= made
    assert not {path for path in made if path.startswith(("dist/public", "dist/print"))}
    assert not old.exists()
    assert (root / PACK).read_bytes() == first


def files_of(root: Path) -> set[str]:
    found = (path for path in (root / "dist").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix() for path in found}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("dai-thu", "V"), "“V” không phải là quý; viết II hoặc II/2021."),
        (("dai-thu", "III"), "Không rõ bộ hồ sơ nào: dai-thu III; có các bộ: dai-thu II/2021."),
        (("so-thu", "II"), "có các bộ: ban-thu II/2021, bao-thu II/2021, dai-thu II/2021."),
        (
            ("../etc", "II"),
            "Không có đối tác “../etc”. Các đối tác có bộ hồ sơ: ban-thu, bao-thu, dai-thu.",
        ),
        (("khong", "II/2021"), "Không có đối tác “khong”."),
    ],
)
def test_what_is_no_pack(root: Path, words: tuple[str, str], told: str) -> None:
    done = CliRunner().invoke(group, ["-C", str(root), "pack", *words, *NOW])
    assert done.exit_code == 2
    assert told in " ".join(done.output.split())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("**PTV 1:** Hết", "**PTV 9:** Hết"), "unknown-speaker"),
        (("::: nhạc nền 20 giây\n:::\n", "::: nhạc nền 20 giây\n"), "unclosed-cue"),
        (("## Kết", "| a | b |\n|---|---|\n| 1 | 2 |"), "table-in-script"),
        (("duration: 48 giây", "duration: 0 phút"), "bad-duration"),
        (("#= thử", "#= \\u0007thử"), "yaml-form"),
    ],
)
def test_bad_scripts_make_no_pack(
    root: Path, make: Callable[..., BuildOutcome], change: tuple[str, str], code: str
) -> None:
    edit(root / "content/phat-1.md", *change)
    built = make(root, "handoff", as_of=APRIL)
    assert code in {found.rule.code for found in built.blocking}
    assert not (root / "dist").exists()
