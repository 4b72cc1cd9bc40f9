"""Names of files that every system can bear: a workspace is carried from one to another."""

import re

from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import invisible

LONGEST_ID = 60
"""Characters: names of print files join three ids, and no disk takes more than 255 bytes."""
LONGEST_NAME = 200
"""Bytes of an authored file's name: names of results made of it are longer."""

LONGEST_PATH = 180
"""Characters of an authored path: Windows takes 260, with the folders above the workspace in them.

https://learn.microsoft.com/en-us/windows/win32/fileio/maximum-file-path-limitation
"""

_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE
)
_SIGNS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')


_FILE = re.compile(
    r"[\w/.~-]+\.(?:xml|json|rss|atom|pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|webp|svg|mp[34]|zip|rar"
    r"|txt|csv|ics|js|css|php|aspx?|jsp)",
    re.IGNORECASE,
)


def is_file(address: str) -> bool:
    """Whether an address is by its ending that of something else than a page in HTML."""
    return bool(_FILE.fullmatch(address))


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device, with whatever ending.

    https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
    """
    return bool(_DEVICE.fullmatch(name))


def file_stem(words: str, other: str) -> str:
    """A name without ending that every system bears, made of words; of `other` where it must."""
    slug = slugify(words) or other
    return f"{other}-{slug}" if is_reserved(slug) else slug


def plain_name(name: str) -> str:
    """The name without signs that nobody sees, and with its ending as it is read: «bai .MD»."""
    seen = name
    if not (name.isascii() and name.isprintable()):
        seen = "".join(char for char in name if not invisible(char)).replace("\u00a0", " ")
    seen = seen.strip(" ").rstrip(" .")
    stem, dot, ending = seen.rpartition(".")
    return f"{stem.rstrip(' .')}.{ending.lower()}" if dot and stem.strip(" .") else seen


def is_portable(name: str) -> bool:
    """Whether every system can have a file of this name."""
    return not is_reserved(name) and not _SIGNS.search(name)
