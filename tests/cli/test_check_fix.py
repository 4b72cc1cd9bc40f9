"""`loa check --fix` as an editor meets it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.forks import ended

ROOT = Path(__file__).parents[2]
BEFORE = "Dữ liệu  thử , để kiểm thử."
AFTER = "Dữ liệu thử, để kiểm thử."


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = tmp_path / "w"
    shutil.copytree(ROOT / "tests/examples/base", folder)
    text = f"---\nid: ban-thao\nmedium: article\ntitle: Bản thảo\nstatus: draft\n---\n\n{BEFORE}\n"
    (folder / "content/ban-thao.md").write_text(text, encoding="utf-8")
    return folder


def loa(here: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return ended("-C", here, "check", *words)


def test_a_dry_run_shows_and_writes_nothing(here: Path) -> None:
    done = loa(here, "--fix", "--dry-run")
    assert done.returncode == 0
    assert f"-{BEFORE}\n+{AFTER}\n1 files would change." in done.stdout
    assert "[double-space]" in done.stdout
    assert BEFORE in (here / "content/ban-thao.md").read_text(encoding="utf-8")


def test_the_fix_is_shown_written_and_checked(here: Path) -> None:
    done = loa(here, "--fix", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert f"-{BEFORE}\n+{AFTER}\n1 files mended.\n" in done.stderr
    assert (here / "content/ban-thao.md").read_text(encoding="utf-8").endswith(f"{AFTER}\n")
    assert "Nothing that can be mended by itself." in loa(here, "--fix").stdout
