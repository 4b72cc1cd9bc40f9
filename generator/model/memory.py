"""What pure functions gave before, so that nothing is worked out again that is known."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from generator.model.artifact import digest_of
from generator.model.piece import Piece

T = TypeVar("T")

Ways = Mapping[str, Callable[..., str | None]]
"""What a function may ask about the rest of the workspace, by name."""


class TextStore(Protocol):
    """Texts by kind and key, such as one that lasts until the next run."""

    def get(self, kind: str, key: str) -> str | None:
        """What was put there, if it is still known."""

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it."""

    def save(self) -> None:
        """The run has ended well: what it used is worth keeping for the next."""


@dataclass(frozen=True, slots=True)
class RunStore:
    """A store that lasts as long as the run."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, kind: str, key: str) -> str | None:
        """What was put there."""
        return self.texts.get((kind, key))

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it."""
        self.texts[kind, key] = text

    def save(self) -> None:
        """There is no next run."""


@dataclass(frozen=True, slots=True)
class PassingStore:
    """A store over another one: it knows what that one knows, and leaves nothing in it."""

    below: TextStore
    own: RunStore = field(default_factory=RunStore)

    def get(self, kind: str, key: str) -> str | None:
        """What was put here, or lies below."""
        known = self.own.get(kind, key)
        return self.below.get(kind, key) if known is None else known

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it here."""
        self.own.put(kind, key, text)

    def save(self) -> None:
        """Nothing of it lasts."""


@dataclass(frozen=True, slots=True)
class NearStore:
    """A store over one that lasts, for a program that runs long: each text is asked there once."""

    lasting: TextStore
    own: RunStore = field(default_factory=RunStore)

    def get(self, kind: str, key: str) -> str | None:
        """What was put here, or there in an earlier run."""
        known = self.own.get(kind, key)
        if known is None and (known := self.lasting.get(kind, key)) is not None:
            self.own.put(kind, key, known)
        return known

    def put(self, kind: str, key: str, text: str) -> None:
        """Keep it, here and there."""
        self.own.put(kind, key, text)
        self.lasting.put(kind, key, text)

    def save(self) -> None:
        """What was put there is worth keeping for the next run."""
        self.lasting.save()


@dataclass(frozen=True, slots=True)
class Memory:
    """What pure functions gave (trí nhớ), by kind and by all that it was made from.

    To lose it costs time and nothing else: the same comes out. `pieces` are those of the files that
    were read last in this run, by path, each with what it was read from; `values` are all others
    that were made of a file, by kind and path.
    """

    store: TextStore = field(default_factory=RunStore)
    pieces: dict[str, tuple[str, Piece]] = field(default_factory=dict)
    values: dict[tuple[str, str], tuple[str, Any]] = field(default_factory=dict)

    def latest(self, kind: str, path: str, made_from: str, make: Callable[[], T]) -> T:
        """What `make` gives of a file; the same value as long as that is `made_from` the same.

        Of each file the last value alone is kept, as long as the run lasts.
        """
        known = self.values.get((kind, path))
        if known is None or known[0] != made_from:
            known = self.values[kind, path] = made_from, make()
        return known[1]

    def forget_files(self) -> None:
        """Let go of what is known of files in this run: nobody reads them again."""
        self.pieces.clear()
        self.values.clear()

    def recall(self, kind: str, made_from: bytes | str, make: Callable[[], str]) -> str:
        """What `make` gives, which may depend on nothing but `made_from`."""
        key = digest_of(made_from)
        known = self.store.get(kind, key)
        if known is None:
            known = make()
            self.store.put(kind, key, known)
        return known

    def read(self, kind: str, made_from: bytes | str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - as JSON has it
        """The same of a value that JSON can hold; lists stand for what were tuples."""
        return json.loads(self.recall(kind, made_from, lambda: json.dumps(make())))

    def bytes(self, kind: str, made_from: str, make: Callable[[], bytes]) -> bytes:
        """The same of bytes, few of which are worth keeping."""
        return b64decode(self.recall(kind, made_from, lambda: b64encode(make()).decode()))

    def recall_with(
        self, kind: str, made_from: str, ways: Ways, make: Callable[[Ways], str]
    ) -> str:
        """What `make` gives from `made_from` and from the answers that it gets on these ways.

        It is made again when one of the answers would be another.
        """
        key = digest_of(made_from)
        known = self.store.get(kind, key)
        if known is not None:
            answers, given = json.loads(known)
            if all(ways[name](*about) == answer for name, about, answer in answers):
                return str(given)
        noted: list[tuple[str, tuple[str, ...], str | None]] = []
        given = make({name: _noting(name, way, noted) for name, way in ways.items()})
        self.store.put(kind, key, json.dumps([noted, given], ensure_ascii=False))
        return given


def _noting(
    name: str,
    way: Callable[..., str | None],
    noted: list[tuple[str, tuple[str, ...], str | None]],
) -> Callable[..., str | None]:
    def ask(*about: str) -> str | None:
        answer = way(*about)
        noted.append((name, about, answer))
        return answer

    return ask
