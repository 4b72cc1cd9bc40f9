"""Addresses that nobody can open from the street: reserved for examples, or of a network inside."""

from ipaddress import ip_address
from urllib.parse import urlsplit

_ENDINGS = frozenset(
    ("example", "invalid", "localhost", "test", "local", "internal", "lan", "home", "alt", "onion")
)
"""RFC 2606 and 6761; then what is answered for only inside a house (RFC 6762, ICANN 2024), and what
no common browser opens (RFC 9476, RFC 7686)."""
_SECOND = frozenset(("com", "org", "net", "edu", "gov"))


def is_reserved(address: str) -> bool:
    """Whether an absolute web address leads nowhere for a telephone in the street."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        labels = host.split(".")
    if len(labels) > 2 and labels[-2] in _SECOND:  # noqa: PLR2004 - example.com.vn
        labels = [*labels[:-2], labels[-1]]
    inside = labels[-1] in _ENDINGS or host.endswith(".home.arpa")
    return inside or len(labels) == 1 or labels[-2] == "example"
