"""The stamps of files as long as a program runs: what `FolderStore` keeps for the next run."""

from collections.abc import Mapping


class StampMemory:
    """Entries by kind and key; nothing of it is ever written."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._kinds: dict[str, dict[str, str]] = {}

    def all(self, kind: str) -> Mapping[str, str]:
        """Every entry of a kind."""
        return self._kinds.get(kind, {}).copy()

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep an entry."""
        self._kinds.setdefault(kind, {})[key] = text

    def replace(self, kind: str, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Let a kind, of which `before` is known, hold exactly these entries."""
        del before
        self._kinds[kind] = dict(after)

    def save(self) -> None:
        """Nothing is written."""
