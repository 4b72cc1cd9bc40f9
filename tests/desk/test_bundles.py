"""The scripts of the desk are what their sources in web/ make."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
STATIC = ROOT / "generator/desk/static"
LARGEST = 300_000  # bytes of both scripts on their way


def test_the_scripts_are_made_from_their_sources(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not (WEB / "node_modules").is_dir():
        pytest.skip("needs node, and npm ci --ignore-scripts in web/")
    made = subprocess.run([node, WEB / "build.mjs", tmp_path], check=False, capture_output=True)
    assert made.returncode == 0, made.stderr
    committed = {path.name: path.read_bytes() for path in STATIC.iterdir()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == committed


def test_they_are_small_and_free_and_their_versions_are_fixed() -> None:
    scripts = [path.read_bytes() for path in STATIC.glob("*.js")]
    assert len(scripts) == 2
    assert sum(len(gzip.compress(script)) for script in scripts) < LARGEST
    licences = re.findall(
        r"^\S+ [\d.]+ \((.+)\)$", (STATIC / "LICENSES.txt").read_text("utf-8"), re.MULTILINE
    )
    assert len(licences) > 15
    assert set(licences) == {"MIT"}
    lock = json.loads((WEB / "package-lock.json").read_text("utf-8"))
    assert not [name for name, each in lock["packages"].items() if "resolved" in each]
    needs = json.loads((WEB / "package.json").read_text("utf-8"))["devDependencies"]
    assert [each for each in needs.values() if not re.fullmatch(r"[\d.]+", each)] == []
