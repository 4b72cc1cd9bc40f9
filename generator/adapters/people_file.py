"""The people of a workspace: a file in the user's data folder that nobody else may read.

Exchanged whole: whoever reads meanwhile sees the old one or the new one. A damaged file lets
nobody in, and is told.
"""

import json
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from generator.adapters.history import data_folder, make_private
from generator.adapters.lock import file_lock
from generator.adapters.opening import content
from generator.diagnostics import Refusal
from generator.model.person import Colleague, PasswordSeal, Role
from generator.ports import PeopleError
from generator.vietnamese.slugs import slugify

_MOST_BYTES = 1_000_000
_KEY = re.compile("[0-9a-f]{0,32}")
"""Also the name of a folder (`cli/account_data.py`)."""
_OWN = 0o600  # nobody else reads or writes it


class PeopleFile:
    """The people of the workspace `root`, in a folder for the user's data."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        """Nothing is read or written yet."""
        name = slugify(root.name)[:40] or "loa"
        seal = sha256(os.fsencode(root.resolve())).hexdigest()[:12]
        self._folder = (folder or data_folder()) / "people"
        self.place = self._folder / f"{name}-{seal}.json"

    def every(self) -> Sequence[Colleague]:
        """All of them, in the order in which they came."""
        try:
            data = content(self.place, self._folder, _MOST_BYTES)
        except FileNotFoundError:
            return ()
        except OSError as error:
            raise PeopleError(str(self.place)) from error
        try:
            people = tuple(_person(each) for each in json.loads(data)["people"])
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise PeopleError(str(self.place)) from error
        if not all(each.password.is_sound and _KEY.fullmatch(each.key) for each in people):
            raise PeopleError(str(self.place))
        return people

    def replace(
        self, work: Callable[[Sequence[Colleague]], Sequence[Colleague] | Refusal]
    ) -> Refusal | None:
        """Keep what `work` makes of all of them.

        Raises:
            BusyError: another command does so now.
            OSError: the disk is full, or the system refuses.
        """
        make_private(self._folder)
        with file_lock(self.place.with_suffix(".lock")):
            people = work(self.every())
            if isinstance(people, Refusal):
                return people
            _exchange(self.place, json.dumps({"people": [*map(_record, people)]}).encode())
        return None


def _record(person: Colleague) -> dict[str, object]:
    password = person.password
    return {
        "name": person.name,
        "role": person.role.value,
        "key": person.key,
        "salt": b64encode(password.salt).decode(),
        "seal": b64encode(password.seal).decode(),
        "n": password.cost,
        "r": password.block,
        "p": password.lanes,
    }


def _person(said: dict[str, object]) -> Colleague:
    """Raises ValueError, TypeError or KeyError where it is none of ours."""
    salt, seal = (b64decode(str(said[key]), validate=True) for key in ("salt", "seal"))
    cost, block, lanes = (int(str(said[key])) for key in ("n", "r", "p"))
    password = PasswordSeal(salt, seal, cost, block, lanes)
    key = str(said.get("key", ""))
    return Colleague(str(said["name"]), Role(str(said["role"])), password, key)


def _exchange(place: Path, data: bytes) -> None:
    """Write beside for the owner alone, safe on the disk, then replace."""
    beside = place.with_suffix(".part")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(place)
