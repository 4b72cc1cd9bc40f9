"""Some events of a calendar file, each byte of them as it was."""

import re
from collections.abc import Iterable

from generator.model.uid import uid_of
from generator.text.ics_reader import EVENT

_FOLD = re.compile(rb"\r\n[ \t]")
_UID = re.compile(rb"^UID:(.*?)\r$", re.MULTILINE)


def only(calendar: bytes, identities: Iterable[str]) -> bytes:
    """The calendar with no other events than those made of these ids."""
    wanted = {uid_of(identity).encode() for identity in identities}

    def kept(match: re.Match[bytes]) -> bytes:
        uid = _UID.search(_FOLD.sub(b"", match[0]))
        return match[0] if uid and uid[1] in wanted else b""

    return EVENT.sub(kept, calendar)
