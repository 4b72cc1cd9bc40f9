"""Rules over what was produced, before anything is swapped in.

One rule family = one file that exports `verify(produced)`. Discovered, no list is edited.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pkgutil import iter_modules

from generator.diagnostics import Diagnostic
from generator.model.artifact import Artifact, Kind
from generator.model.memory import Memory
from generator.model.plan import Plan
from generator.ports import SILENT, Advance, Progress
from generator.text.html_page import Facts, HtmlPage


@dataclass(frozen=True)
class NextSite:
    """The next public site: its files as they lie there, what was to be made, and the plan.

    `page_facts` is what was read before of pages that are the same, `memory` what of all else.
    """

    files: Mapping[str, Callable[[], bytes]]
    artifacts: Sequence[Artifact]
    plan: Plan
    page_facts: Mapping[str, Facts] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def pages(self) -> Mapping[str, HtmlPage]:
        """Every page of the site, read."""
        return {
            path: HtmlPage.from_facts(self.page_facts[path])
            if path in self.page_facts
            else HtmlPage.read(read().decode("utf-8", "replace"))
            for path, read in self.files.items()
            if path.endswith(".html")
        }

    @cached_property
    def calendars(self) -> Mapping[str, Callable[[], bytes]]:
        """Every calendar file of the site."""
        made = (item.path for item in self.artifacts if item.of.kind is Kind.CALENDAR)
        return {path: self.files[path] for path in made if path in self.files}


Verifier = Callable[[NextSite], Iterable[Diagnostic]]


@cache
def verifiers() -> tuple[Verifier, ...]:
    """Every verifier, by the name of its file."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").verify for name in names)


def verify(site: NextSite, progress: Progress = SILENT) -> list[Diagnostic]:
    """The findings of every verifier."""
    found: list[Diagnostic] = []
    for number, verifier in enumerate(verifiers(), start=1):
        found += verifier(site)
        progress.advance(Advance(number, len(verifiers())))
    return found
