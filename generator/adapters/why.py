"""Why a result was made again, or was not: what it was made from, now and the last time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.adapters.disk import read_state, write_state
from generator.adapters.page_memory import SiteRecord
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.inputs import Input, inputs_of
from generator.ports import Why

PUBLIC = "public/"
_SHAPE = "path below dist: {input: digest}"
Inputs = Mapping[str, str]


@dataclass
class Made:
    """The inputs of every result by its path below `dist/`, kept in `build/inputs.json`.

    `kept` are the results that were taken over.
    """

    last: dict[str, Inputs] = field(default_factory=dict)
    now: dict[str, Inputs] = field(default_factory=dict)
    kept: Mapping[str, Any] = field(default_factory=dict)

    def note(self, artifacts: Iterable[Artifact]) -> None:
        """Remember what results are made from; a page is more than its text: `note_pages`."""
        for artifact in artifacts:
            inside = artifact.audience is not Audience.PUBLIC
            if not addresses.is_page(artifact.path):
                place = artifact.path if inside else PUBLIC + artifact.path
                self.now[place] = inputs_of(artifact.digest)

    def note_pages(self, site: SiteRecord) -> None:
        """Remember what pages are made from, of those that do not have to be made each time."""
        for name, page in site.pages.items():
            self.now[f"{PUBLIC}{addresses.url(name)}index.html"] = {
                Input.WORDS: page.source,
                Input.LINKS: digest_of(repr(sorted(page.answers.items()))),
                Input.NAVIGATION: site.nav,
                Input.THEME: site.common,
            }

    def why(self, path: str) -> Why:
        """Why a result was made in this build, or was not."""
        before, after = self.last.get(path), self.now.get(path)
        if path in self.kept:
            return Why(made=False, inputs=tuple(after or ()))
        if after is None:
            return Why(made=True)
        if before is None:
            return Why(made=True, inputs=tuple(after), first=True)
        names = dict.fromkeys((*before, *after))
        changed = tuple(name for name in names if before.get(name) != after.get(name))
        return Why(made=True, inputs=tuple(after), changed=changed)


def read_made(build: Path) -> Made:
    """What the last build noted."""
    return Made(last=read_state(build / "inputs.json", _SHAPE) or {})


def write_made(build: Path, made: Made) -> None:
    """Keep it for the next build; what was not made then has the inputs that it had."""
    stays = {path: made.last[path] for path in made.kept if path in made.last}
    write_state(build / "inputs.json", _SHAPE, stays | made.now)
