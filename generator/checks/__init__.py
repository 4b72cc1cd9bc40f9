"""Rules over the plan: what `loa check` tells beyond the form of single values.

One rule family = one file that exports `check(subject)`, or `check_alone(alone)` if what it says of
a piece follows from the file of that piece alone: a piece of which such checks said nothing is not
looked at again until it changes. Where each piece, or each text that readers read, is looked at by
itself, the file exports `check_piece(piece)` or `check_text(text)`. What follows from the file of a
piece and from something that all pieces are compared with, as a list of names, is told by
`check_against(alone, register)`; `register(workspace)` gives that. Discovered, no list is edited.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, partial
from importlib import import_module
from itertools import islice
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Protocol, TypeVar, cast

from generator.diagnostics import Diagnostic
from generator.model.artifact import digest_of
from generator.model.edition import Edition
from generator.model.memory import Memory
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.record import Record
from generator.model.side_work import AFTERWARDS, SideWork
from generator.model.slips import MOST_TOLD
from generator.model.workspace import Workspace
from generator.text.links import Links
from generator.text.piece_texts import ReadText, piece_texts, read_records, record_texts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Alone:
    """Pieces, each looked at as if it were the only one.

    `texts` are those that readers read, also of plans, partners and whatever else is shown: of the
    `records`.
    """

    pieces: Sequence[Piece]
    texts: Sequence[ReadText]
    memory: Memory = field(default_factory=Memory)
    records: Sequence[Record] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What checks look at; `texts` are those of every piece, read once for all checks.

    `memory` is what was made out of texts before; `now` the present, where it is known: the plan
    may be seen as of another moment. `close` are the ids of the pieces that are read themselves, if
    not all are; what follows from several pieces is looked at in any case. `last` are the results
    that readers have seen.
    """

    plan: Plan
    links: Links
    memory: Memory = field(default_factory=Memory)
    now: datetime | None = None
    close: frozenset[str] | None = None
    last: Edition | None = None
    texts: tuple[ReadText, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Collect the texts."""
        texts = tuple(text for piece in self.pieces for text in self._texts_of(piece))
        object.__setattr__(self, "texts", texts)

    def _texts_of(self, piece: Piece) -> tuple[ReadText, ...]:
        """Those of a piece; of one that was read before in this run, with what is known of them."""
        made_from, known = self.memory.pieces.get(piece.file, ("", None))
        if known is not piece:
            return tuple(piece_texts(piece))
        return self.memory.latest("texts", piece.file, made_from, lambda: tuple(piece_texts(piece)))

    @property
    def workspace(self) -> Workspace:
        """What authors wrote."""
        return self.plan.workspace

    @property
    def public_edition(self) -> Edition | None:
        """The results that readers have seen; None where they are of a moment to come."""
        return self.last if self.last and self.last.as_of <= self.plan.as_of else None

    @property
    def pieces(self) -> Iterable[Piece]:
        """The pieces that are read themselves."""
        known = self.workspace.pieces
        if self.close is None:
            return known.values()
        return [piece for identity, piece in known.items() if identity in self.close]


MOST = MOST_TOLD + 1
"""Problems of one kind that a check looks for in one text: one more than are told, so that it is
known that there are more.
"""
Check = Callable[[Subject], Iterable[Diagnostic]]
CheckAlone = Callable[[Alone], Iterable[Diagnostic]]


class CheckAgainst(Protocol):
    """A file that compares each piece with a register: what it holds stands in its `repr`."""

    def register(self, workspace: Workspace) -> Hashable:
        """What pieces are compared with."""

    def check_against(self, alone: Alone, register: Any) -> Iterable[Diagnostic]:  # noqa: ANN401 - its own
        """What is wrong with pieces by that."""


_CLEAN = "clean"
_AT_ONCE = 50
"""Pieces: what one check found out of a text is known still when the next one asks for it."""
_MANY = 150
"""Pieces from which it is faster to look at them in two processes."""
_HERE = 0.3
"""The part of them that is looked at beside what several pieces say together."""


@cache
def checks() -> tuple[Check, ...]:
    """Every check of the whole, by the name of its file."""
    return tuple(module.check for module in _modules() if hasattr(module, "check"))


@cache
def checks_alone() -> tuple[CheckAlone, ...]:
    """Every check of single pieces, by the name of its file."""
    return tuple(check for module in _modules() if (check := _alone(module)))


@cache
def checks_against() -> tuple[CheckAgainst, ...]:
    """Every check of single pieces by a register, by the name of its file."""
    found = (module for module in _modules() if hasattr(module, "check_against"))
    return tuple(cast("CheckAgainst", module) for module in found)


def _alone(module: ModuleType) -> CheckAlone | None:
    """The check of single pieces that a file exports, of however little of them."""
    if hasattr(module, "check_piece"):
        return lambda alone: _each(module.check_piece, alone.pieces)
    if hasattr(module, "check_text"):
        return lambda alone: _each(module.check_text, alone.texts)
    return getattr(module, "check_alone", None)


def _each(look: Callable[[T], Iterable[Diagnostic]], several: Sequence[T]) -> Iterator[Diagnostic]:
    """What is told of each, up to `MOST`."""
    for one in several:
        yield from islice(look(one), MOST)


def run(subject: Subject, side_work: SideWork = AFTERWARDS) -> list[Diagnostic]:
    """The findings of every check; those of single pieces partly beside the others."""
    store = subject.memory.store
    keys = {piece.file: _key(piece) for piece in subject.pieces}
    rest = [piece for piece in subject.pieces if store.get(_CLEAN, keys[piece.file]) is None]
    is_shared = side_work is not AFTERWARDS and len(rest) >= _MANY
    here = int(len(rest) * _HERE) if is_shared else len(rest)
    there = _begun(side_work, subject, rest[here:]) if is_shared else list
    found = [each for check in checks() for each in check(subject)]
    found += _against(subject, keys)
    alone = [*_of_pieces(subject, rest[:here]), *there()]
    for file in {piece.file for piece in rest} - {each.where.path for each in alone}:
        store.put(_CLEAN, keys[file], "")
    return found + alone + _of_records(subject)


def _begun(
    side_work: SideWork, subject: Subject, pieces: Sequence[Piece]
) -> Callable[[], Sequence[Diagnostic]]:
    """The look at these pieces elsewhere, which remembers nothing of it here."""
    return side_work.begin(partial(_of_pieces, replace(subject, memory=Memory()), pieces))


def _of_pieces(subject: Subject, pieces: Sequence[Piece]) -> list[Diagnostic]:
    """What is wrong with single pieces."""
    return [
        each
        for alone in _several(subject, pieces)
        for check in checks_alone()
        for each in check(alone)
    ]


def _against(subject: Subject, keys: Mapping[str, str]) -> list[Diagnostic]:
    """What is wrong with single pieces by the registers of the workspace."""
    store = subject.memory.store
    registers = [(each, each.register(subject.workspace)) for each in checks_against()]
    compared = digest_of(*(repr(value) for _, value in registers))
    as_known = {piece.file: digest_of(keys[piece.file], compared) for piece in subject.pieces}
    rest = [each for each in subject.pieces if store.get(_CLEAN, as_known[each.file]) is None]
    found = [
        each
        for alone in _several(subject, rest)
        for check, value in registers
        for each in check.check_against(alone, value)
    ]
    for file in {piece.file for piece in rest} - {each.where.path for each in found}:
        store.put(_CLEAN, as_known[file], "")
    return found


def _several(subject: Subject, pieces: Sequence[Piece]) -> Iterator[Alone]:
    """Pieces with their texts, some at a time."""
    texts = dict[str, list[ReadText]]()
    for text in subject.texts if pieces else ():
        texts.setdefault(text.piece.file if text.piece else "", []).append(text)
    for at in range(0, len(pieces), _AT_ONCE):
        few = pieces[at : at + _AT_ONCE]
        read = [text for piece in few for text in texts.get(piece.file, ())]
        yield Alone(few, read, subject.memory)


def _of_records(subject: Subject) -> list[Diagnostic]:
    """What is wrong with the words of everything else that readers read, in the same way."""
    store = subject.memory.store
    found: list[Diagnostic] = []
    for record in read_records(subject.workspace):
        key = digest_of(record.where().path, record.model_dump_json())
        if store.get(_CLEAN, key) is not None:
            continue
        alone = Alone((), list(record_texts(record)), subject.memory, (record,))
        told = [each for check in checks_alone() for each in check(alone)]
        found += told
        if not told:
            store.put(_CLEAN, key, "")
    return found


def _key(piece: Piece) -> str:
    """All that a check of a piece alone can see."""
    return digest_of(type(piece).__name__, piece.file, piece.model_dump_json(), piece.body.text)


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}") for name in names)
