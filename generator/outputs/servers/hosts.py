"""`_headers` and `_redirects`, as hosts of static sites read them."""

from generator.model import addresses
from generator.model.filetypes import TYPES
from generator.outputs.servers.policy import headers

_UNKNOWN = (".ics", ".webmanifest", ".woff2", ".avif")
"""What a host may take for a download or for text; the rest it knows."""


def hosts(root: str) -> str:
    """The rules for all files below `root`, the path of the site's address."""
    lines = [f"{root}*", *(f"  {name}: {value}" for name, value in headers().items())]
    lines.append("  # once https works for good: Strict-Transport-Security: max-age=31536000")
    for ending in _UNKNOWN:
        lines += ["", f"{root}*{ending}", f"  Content-Type: {TYPES[ending]}"]
    return "\n".join(lines) + "\n"


def redirects(root: str) -> str:
    """Where former addresses lead, for good."""
    lines = (
        f"{root}{old.replace('*', ':part')} {root}{new.replace('*', ':part')} 301"
        for old, new in addresses.FORMER_ADDRESSES
    )
    return "\n".join(lines) + "\n"
