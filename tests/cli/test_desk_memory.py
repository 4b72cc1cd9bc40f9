"""What the desk finds out of texts lasts until it is opened again."""

import shutil
from pathlib import Path

import pytest

from generator.cli.desk_workplace import Here
from generator.model.memory import NearStore

TINY = Path(__file__).parents[1] / "examples/tiny"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace of test data."""
    return shutil.copytree(TINY, tmp_path / "tiny")


def test_a_desk_that_opens_again_finds_nothing_out_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Here(root).look().diagnostics
    made = list[str]()
    monkeypatch.setattr(NearStore, "put", lambda _, kind, *__: made.append(kind))
    assert (Here(root).look().diagnostics, made) == (found, [])
    with (root / "content/index.md").open("a", encoding="utf-8") as page:
        page.write("\nMột câu thêm.\n")
    Here(root).look()
    assert made
