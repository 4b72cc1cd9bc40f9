"""Feeds without the site around them: what outputs make, before MkDocs."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator import testing
from generator.cli.world import world
from generator.model.artifact import Artifact
from generator.vietnamese.dates import HANOI

Feeds = Callable[..., dict[str, bytes]]
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)


def artifacts(root: Path, as_of: datetime) -> list[Artifact]:
    return testing.artifacts(testing.frozen_world(world(root), as_of), "feeds")["feeds"]


@pytest.fixture
def feeds() -> Feeds:
    """The files of the output "feeds" by path; the cover is left out, it takes seconds."""

    def run(root: Path, as_of: datetime = JUNE) -> dict[str, bytes]:
        made = artifacts(root, as_of)
        return {item.path: item.bytes() for item in made if not item.path.endswith(".png")}

    return run


@pytest.fixture
def cover() -> Callable[[Path], Artifact]:
    """The picture of the podcast, not drawn yet."""

    def run(root: Path) -> Artifact:
        return next(item for item in artifacts(root, JUNE) if item.path.endswith("podcast.png"))

    return run
