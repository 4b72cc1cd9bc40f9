"""What the last build made and a preview shows as well: read from where it lies, not made again."""

from pathlib import Path

from generator.adapters.disk import mark, read_json
from generator.adapters.opening import content
from generator.model.artifact import Artifact


class LastBuild:
    """The staged public results of the last build, as far as nobody has touched them."""

    def __init__(self, root: Path) -> None:
        """Read what was staged."""
        self._docs = root / "build" / "docs"
        self._staged = read_json(root / "build" / "staged.json")

    def bytes(self, artifact: Artifact) -> bytes | None:
        """An artifact's bytes, if the same lies there."""
        path, known = self._docs / artifact.path, self._staged.get(artifact.path)
        if not known or known != [artifact.digest, *mark(path)]:
            return None
        try:
            return content(path, self._docs)
        except OSError:  # a build is under way
            return None
