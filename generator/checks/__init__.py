"""Rules over the plan: what `loa check` tells beyond the form of single values.

One rule family = one file that exports `check(subject)`. Discovered, no list is edited.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from generator.diagnostics import Diagnostic
from generator.model.edition import Edition
from generator.model.memory import Memory
from generator.model.piece import Piece
from generator.model.plan import Plan
from generator.model.slips import MOST_TOLD
from generator.text.links import Links
from generator.text.written import Written, written


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
    texts: tuple[Written, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Collect the texts."""
        texts = tuple(text for piece in self.pieces for text in written(piece))
        object.__setattr__(self, "texts", texts)

    @property
    def pieces(self) -> Iterable[Piece]:
        """The pieces that are read themselves."""
        known = self.plan.workspace.pieces
        if self.close is None:
            return known.values()
        return [piece for identity, piece in known.items() if identity in self.close]


MOST = MOST_TOLD + 1
"""Problems of one kind that a check looks for in one text: one more than are told, so that it is
known that there are more.
"""
Check = Callable[[Subject], Iterable[Diagnostic]]


@cache
def checks() -> tuple[Check, ...]:
    """Every check, by the name of its file."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").check for name in names)


def run(subject: Subject) -> list[Diagnostic]:
    """The findings of every check."""
    return [found for check in checks() for found in check(subject)]
