"""The built site for `loa desk`: what is recorded of it, and its files."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.cli.workplace import Workplace
    from generator.model.build_record import BuildRecord
    from generator.model.edition import Edition

_NO_NAME = re.compile(r"[\x00-\x1f\x7f/\\:]|\A\.{0,2}\Z")


class SiteRoom:
    """What lies in `dist` of the workspace `root`."""

    def __init__(self, root: Path, here: "Workplace") -> None:
        """Nothing is read yet."""
        self._root, self._here = root, here
        self._public = root / "dist" / "public"

    def edition(self) -> "Edition | None":
        """What is recorded of it; None where there is no site."""
        from generator.adapters.disk import read_json
        from generator.model.edition import Edition

        if not (self._public / "index.html").is_file():
            return None
        return Edition.read(read_json(self._root / "dist" / "edition.json"))

    def builds(self) -> "tuple[BuildRecord, ...]":
        """What was built from the desk, the last first."""
        from generator.adapters.build_journal import BuildJournal

        return BuildJournal(self._root).records()

    def digests(self) -> Mapping[str, str]:
        """Names what is in each file of the workspace now."""
        return self._here.files().digests()

    def file(self, path: str) -> bytes | None:
        """A file of it, by its path; of whatever leads elsewhere None."""
        from generator.adapters.opening import content

        if any(map(_NO_NAME.search, path.split("/"))):
            return None
        try:
            return content(self._public / path, self._public)
        except OSError:
            return None
