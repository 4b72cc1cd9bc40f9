"""What pure functions gave, kept in the store as long as the engine stays the same."""

from dataclasses import dataclass

from generator.adapters.engine import engine
from generator.adapters.store import FolderStore

_KIND = "made "


@dataclass(frozen=True, slots=True)
class StoredTexts:
    """Texts by kind and key, for `model.memory`."""

    store: FolderStore

    def get(self, kind: str, key: str) -> str | None:
        """What was put there by this engine."""
        return self.store.get(_KIND + kind, _named(key))

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it."""
        self.store.put(_KIND + kind, _named(key), text)

    def save(self) -> None:
        """The run has ended well: what it used is worth keeping for the next."""
        for kind in self.store.kinds():
            if kind.startswith(_KIND):
                self.store.forget_unused(kind)
        self.store.save()


def _named(key: str) -> str:
    return f"{engine()[:16]} {key}"
