"""One module or package per family of results. Discovered, no list is edited.

A module exports `OUTPUT`; `needs` names the outputs whose artifacts it receives, so that outputs
never import each other.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pkgutil import iter_modules

from generator.model.artifact import Artifact
from generator.model.memory import Memory
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.model.workspace import Workspace
from generator.ports import Typesetter, Workers
from generator.text.links import Links


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the printed pieces, or whose pack, is wanted; nothing chosen means all.

    `formats` are added to those that the printer asks for.
    """

    piece: str = ""
    place: str = ""
    formats: tuple[str, ...] = ()
    partner: str = ""
    quarter: Quarter | None = None

    def __bool__(self) -> bool:
        return bool(self.piece or self.place or self.formats or self.partner)

    def takes(self, partner: str, quarter: Quarter) -> bool:
        """Whether a partner's quarter is wanted."""
        return not self.partner or (self.partner, self.quarter) == (partner, quarter)


ALL = Choice()


class ChoiceError(Exception):
    """Nothing answers to what was chosen: a msgid and what fills it."""

    def __init__(self, message: str, **details: str) -> None:
        super().__init__(message)
        self.message, self.details = message, details


@dataclass(frozen=True, slots=True)
class Context:
    """What an output works from. `artifacts` are the artifacts of the outputs that it needs.

    `faces` names all of this but the texts of pieces; without it nothing is laid out as before.
    `bytes_of` reads an artifact where it lies already, instead of making it.
    """

    plan: Plan
    links: Links
    typesetter: Typesetter
    workers: Workers
    artifacts: Mapping[str, Sequence[Artifact]]
    choice: Choice = ALL
    memory: Memory = field(default_factory=Memory)
    faces: str = ""
    bytes_of: Callable[[Artifact], bytes] = Artifact.bytes

    @property
    def workspace(self) -> Workspace:
        """What authors wrote."""
        return self.plan.workspace


@dataclass(frozen=True, slots=True)
class Output:
    """A family of results; `title` is a msgid.

    `apart` says that its internal results can be made without touching the public site, and the
    site without them. Public results are always made together: a feed is never newer than the pages
    it tells of. One that shows nothing of the `texts` of pieces is laid out again only when
    something else has changed. One that lies `within` the folder of another is made whenever that
    is: what it packs may have changed.
    """

    name: str
    title: str
    build: Callable[[Context], Iterable[Artifact]]
    needs: tuple[str, ...] = ()
    apart: bool = False
    texts: bool = True
    within: str = ""


@cache
def outputs() -> Mapping[str, Output]:
    """Every output by name, each after those that it needs."""
    names = sorted(module.name for module in iter_modules(__path__))
    found = {name: import_module(f"{__name__}.{name}").OUTPUT for name in names}
    order = TopologicalSorter({name: found[name].needs for name in names}).static_order()
    return {name: found[name] for name in order}
