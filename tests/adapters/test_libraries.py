import re
import sys
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from generator.adapters.libraries import LIBRARIES, installed_libraries

ROOT = Path(__file__).parents[2]


def test_the_list_is_what_the_dependencies_bring_and_no_more() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    left = [Requirement(line) for line in settings["project"]["dependencies"]]
    brought: set[str] = set()
    while left:
        needed = left.pop()
        name = re.sub(r"[-_.]+", "-", needed.name).lower()
        if name not in brought and (needed.marker is None or needed.marker.evaluate({"extra": ""})):
            brought.add(name)
            left += [Requirement(line) for line in requires(name) or []]
    assert brought == LIBRARIES


def test_only_a_library_that_is_used_makes_results_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site-packages"
    for name in ("PyYAML-6.0.dist-info", "pytest-9.2.dist-info", "markdown_it_py-4.3.dist-info"):
        (folder / name).mkdir(parents=True)
    (folder / "notes.pth").touch()
    monkeypatch.setattr(sys, "path", [str(folder)])
    assert installed_libraries() == ["PyYAML-6.0.dist-info", "markdown_it_py-4.3.dist-info"]
