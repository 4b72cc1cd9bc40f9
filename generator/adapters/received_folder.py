"""Files that were sent to the desk and are not yet anything: in the user's data folder.

Each lies under the SHA-256 of its bytes, with what it was called beside it; a power cut leaves it
whole or leaves nothing.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.adapters.disk import write
from generator.adapters.history import data_folder, make_private
from generator.adapters.opening import content
from generator.vietnamese.slugs import slugify

MOST = 300
"""Files that wait; who has more has forgotten them."""
_BYTES, _NAME = ".bytes", ".json"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file by the SHA-256 of its bytes, and what it was called."""

    key: str
    name: str
    size: int


class ReceivedFolder:
    """The files of one `kind` that wait for the workspace `root`."""

    def __init__(self, root: Path, kind: str, folder: Path | None = None) -> None:
        """Nothing is read or written yet."""
        name = slugify(root.name)[:40] or "loa"
        seal = sha256(os.fsencode(root.resolve())).hexdigest()[:12]
        self._folder = (folder or data_folder()) / "received" / f"{name}-{seal}" / kind

    def put(self, name: str, data: bytes) -> KeptFile | None:
        """Keep it, or find that it waits already; None where so many wait that no more are kept.

        Raises:
            OSError: the disk is full, or the system refuses.
        """
        key = sha256(data).hexdigest()
        place, waiting = self._folder / f"{key}{_BYTES}", self.files()
        if there := next((each for each in waiting if each.key == key), None):
            return there
        if len(waiting) >= MOST:
            return None
        for folder in (*reversed(self._folder.parents[:2]), self._folder):
            make_private(folder)
        number = max((n for n, _ in self._numbered()), default=0) + 1
        write(place, (data,))
        said = {"number": number, "name": name}
        write(place.with_suffix(_NAME), (json.dumps(said).encode(),))
        return KeptFile(key, name, len(data))

    def files(self) -> list[KeptFile]:
        """Those that wait, in the order in which they came; what is half there is not."""
        return [each for _, each in sorted(self._numbered(), key=lambda pair: pair[0])]

    def data(self, key: str) -> bytes | None:
        """The bytes of one that waits; of whatever is no key of ours None."""
        if len(key) != sha256().digest_size * 2 or not key.isalnum():
            return None
        with suppress(OSError):
            return content(self._folder / f"{key}{_BYTES}", self._folder)
        return None

    def drop(self, key: str) -> None:
        """It waits no more."""
        if key in {each.key for each in self.files()}:
            for ending in (_NAME, _BYTES):
                (self._folder / f"{key}{ending}").unlink(missing_ok=True)

    def _numbered(self) -> list[tuple[int, KeptFile]]:
        found = list[tuple[int, KeptFile]]()
        for place in self._folder.glob(f"*{_NAME}") if self._folder.is_dir() else ():
            with suppress(OSError, ValueError, KeyError, TypeError):
                said = json.loads(content(place, self._folder))
                size = place.with_suffix(_BYTES).stat().st_size
                found.append((int(said["number"]), KeptFile(place.stem, str(said["name"]), size)))
        return found
