"""The site's pages as they are staged, before MkDocs: test data, changed by each test."""

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.app.check import CheckReport, check
from generator.cli.world import world
from generator.model.artifact import Artifact, Audience
from generator.outputs import Context
from generator.outputs.site import build
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[3]
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
Staged = Callable[..., dict[str, Artifact]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of the tiny workspace."""
    return Path(shutil.copytree(ROOT / "tests/examples/tiny", tmp_path / "tiny"))


def checked(root: Path, as_of: datetime = JUNE) -> CheckReport:
    found = check(world(root).files, as_of)
    assert found.blocking == []
    return found


@pytest.fixture
def staged() -> Staged:
    """Everything that the site stages, by path."""

    def run(root: Path, as_of: datetime = JUNE, **made: list[Artifact]) -> dict[str, Artifact]:
        here, found = world(root), checked(root, as_of)
        context = Context(found.plan, found.links, here.typesetter, here.workers, made)
        artifacts = list(build(context))
        assert {artifact.audience for artifact in artifacts} == {Audience.PUBLIC}
        paths = [artifact.path for artifact in artifacts]
        assert len(paths) == len(set(paths))
        return {artifact.path: artifact for artifact in artifacts}

    return run


def article(root: Path, identity: str, front: str = "", body: str = "Dữ liệu thử.") -> None:
    """Add an approved article of test data."""
    (root / "content" / f"{identity}.md").write_text(
        f"---\nid: {identity}\nmedium: article\ntitle: Bài {identity}\nsummary: Dữ liệu thử.\n"
        f"status: approved\napproved_by: Người thử\napproved_on: 1/4/2021\n{front}---\n\n{body}\n",
        encoding="utf-8",
    )


def front(artifact: Artifact) -> dict[str, object]:
    """The front matter of a staged page."""
    head = artifact.bytes().decode().split("---\n")[1]
    pairs = (line.partition(": ") for line in head.splitlines())
    return {key: json.loads(value) for key, _, value in pairs}
