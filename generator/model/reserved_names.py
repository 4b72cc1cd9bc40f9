"""Addresses that nobody can open from the street: reserved for examples, or of a network inside."""

import re
from ipaddress import ip_address
from typing import Final, Literal
from urllib.parse import urlsplit

EXAMPLES: Final = frozenset(("example", "invalid", "test"))
"""Endings that nobody can have (RFC 2606)."""
INSIDE: Final = frozenset(
    [
        "localhost",
        "local",
        "internal",
        "lan",
        "home",
        "alt",
        "onion",
        "intranet",
        "corp",
        "localdomain",
    ]
)
"""RFC 6761; then what is answered for only inside a house or an office (RFC 6762, ICANN 2018 and
2024), and what no common browser opens (RFC 9476, RFC 7686)."""
_SECOND = frozenset(("com", "org", "net", "edu", "gov"))
_THIS = re.compile(r"127(?:\.\d+){0,2}")  # this computer, as some write it


def is_reserved(address: str) -> bool:
    """Whether an absolute web address, or one of mail, leads nowhere for whoever is outside."""
    return bool(reserved_for(address))


def reserved_for(address: str) -> Literal["", "examples", "inside"]:
    """What its name is kept for; nothing where it may lead somewhere."""
    try:
        host = _host(address)
    except ValueError:
        return "inside"
    try:
        return "" if ip_address(host).is_global else "inside"
    except ValueError:
        labels = host.split(".")
    if len(labels) > 2 and labels[-2] in _SECOND:  # noqa: PLR2004 - example.com.vn
        labels = [*labels[:-2], labels[-1]]
    if labels[-1] in EXAMPLES or labels[-2:-1] == ["example"]:
        return "examples"
    is_inside = labels[-1] in INSIDE or host.endswith(".home.arpa") or len(labels) == 1
    return "inside" if is_inside or _THIS.fullmatch(host) else ""


def _host(address: str) -> str:
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        return rest.partition("?")[0].rpartition("@")[2].strip("[].").lower()
    return (urlsplit(address).hostname or "").rstrip(".")
