"""What the last build made and a preview shows as well: read from where it lies, not made again."""

from pathlib import Path

from generator.adapters.disk import STAGED, UNKNOWN, is_marked, read_state
from generator.adapters.opening import content
from generator.model.artifact import Artifact


class LastBuild:
    """The staged public results of the last build, as far as nobody has touched them."""

    def __init__(self, root: Path) -> None:
        """Read what was staged."""
        self._docs = root / "build" / "docs"
        self._staged = read_state(root / "build" / "staged.json", STAGED) or {}

    def bytes(self, artifact: Artifact) -> bytes | None:
        """An artifact's bytes, if the same lies there."""
        path = self._docs / artifact.path
        known, there = self._staged.get(artifact.path, ("", UNKNOWN))
        try:
            same = known == artifact.digest and is_marked(path, there)
            return content(path, self._docs) if same else None
        except OSError:  # a build is under way
            return None
