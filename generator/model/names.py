"""Names of files that every system can bear: a workspace is carried from one to another."""

import re

LONGEST_ID = 60
"""Characters: names of print files join three ids, and no disk takes more than 255 bytes."""
LONGEST_NAME = 200
"""Bytes of an authored file's name: names of results made of it are longer."""

_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE
)
_SIGNS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device, with whatever ending.

    https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
    """
    return bool(_DEVICE.fullmatch(name))


def is_portable(name: str) -> bool:
    """Whether every system can have a file of this name."""
    return not is_reserved(name) and not _SIGNS.search(name)
