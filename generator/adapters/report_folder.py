"""The files of a report in `dist/`, and in `build/` of what report they were made."""

from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from generator.adapters.disk import read_json, write, write_json
from generator.adapters.opening import content


class ReportFolder:
    """What lies of a report in the workspace `root`; `name` is its folder below `dist/`."""

    def __init__(self, root: Path, name: str) -> None:
        """Nothing is read yet."""
        self._root, self._place = root, root / "dist" / name
        self._record = root / "build" / f"{name}.json"

    def put(self, files: Mapping[str, bytes], mark: str) -> list[Path]:
        """Write them, and then of what report they are; where each of them lies.

        Raises:
            OSError: the disk is full, or the system refuses.
        """
        for name, data in files.items():
            write(self._place / name, (data,))
        digests = {name: sha256(data).hexdigest() for name, data in files.items()}
        write_json(self._record, {"report": mark, "files": digests})
        return [self._place / name for name in files]

    def digests(self, mark: str) -> Mapping[str, str]:
        """The SHA-256 of each file that was made of just this report; nothing of another one."""
        known = read_json(self._record)
        files = known.get("files")
        return files if known.get("report") == mark and isinstance(files, dict) else {}

    def files(self, digests: Mapping[str, str]) -> dict[str, bytes]:
        """Of the files with these names those that lie there as they were made."""
        lying = {name: data for name in digests if (data := self.content(name)) is not None}
        return {
            name: data for name, data in lying.items() if sha256(data).hexdigest() == digests[name]
        }

    def content(self, name: str) -> bytes | None:
        """A file as it lies there, of whatever report; None where none can be read."""
        with suppress(OSError):
            return content(self._place / name, self._root)
        return None
