"""The results on disk: `build/` while they are made, `dist/` when they are whole.

`dist/edition.json` lists what `dist` was made from; `build/dist.json` remembers size, times and
digest of each of its files. What has not changed, and nobody has touched, is taken over and not
made again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from generator import __version__
from generator.adapters.disk import (
    STAGED,
    UNKNOWN,
    below,
    is_marked,
    make_folder,
    mark,
    read_state,
    remove,
    replace_folder,
    times,
    write,
    write_json,
    write_state,
)
from generator.adapters.lastrun import engine
from generator.adapters.look import look, theme
from generator.adapters.page_facts import packed, unpacked
from generator.adapters.page_memory import LastSite, SiteRecord
from generator.adapters.published import EDITION, SHAPE, Published, see_that_it_is_ours
from generator.adapters.site_config import site_config, staged_config
from generator.adapters.sitebuilder import MAKERS, MkDocsSiteBuilder
from generator.adapters.swap import recover
from generator.adapters.why import Made, read_made, write_made
from generator.diagnostics import Diagnostic
from generator.model.artifact import Artifact, Audience, NotMadeError, digest_of
from generator.model.edition import Edition
from generator.model.site import Site
from generator.ports import (
    SILENT,
    Executor,
    Facts,
    NavEntry,
    Progress,
    Report,
    Why,
    Workers,
)

T = TypeVar("T")

PUBLIC = "public"
_STATE = f"{{marks: {{{SHAPE}}}, warnings: [[page, message]], site, facts, engine}}"


class FolderResults:
    """`build/` and `dist/` of a workspace."""

    def __init__(self, root: Path) -> None:
        self.root, self.build, self.dist = root, root / "build", root / "dist"
        self.docs, self.next = self.build / "docs", self.build / "next"
        self._last: dict[str, Any] = {}
        self._published = Published(self.dist, {})
        self._warnings: list[tuple[str, str]] = []
        self._staged: dict[str, list[Any]] = {}
        self._edition: dict[str, Any] = {}
        self._site = SiteRecord()
        self._facts: Mapping[str, Facts] = {}
        self._made = Made()

    def recover(self) -> None:
        """Complete or undo a swap that was cut off, then see what lies there."""
        see_that_it_is_ours(self.dist)
        recover(self.next, self.dist)
        self._staged = read_state(self.build / "staged.json", STAGED) or {}
        state = read_state(self.build / "dist.json", _STATE) or {}
        self._published = Published(self.dist, state.get("marks", {}))
        self._warnings = [(page, message) for page, message in state.get("warnings", [])]
        self._site = SiteRecord.read(state.get("site", {}))
        self._facts = unpacked(state.get("facts", {}))
        self._last = self._published.record()
        self._made = read_made(self.build)
        if state.get("engine") != engine():  # the same facts may give other bytes now
            self._last, self._staged = self._last | {"files": {}}, {}

    def stage(
        self, artifacts: Sequence[Artifact], executor: Executor, stays: Sequence[str] = ()
    ) -> list[Diagnostic]:
        """Bring `build/docs` and the next `dist` to exactly these artifacts; write only changes.

        What else lies in the folders of the outputs that stay is kept.
        """
        self._begin()
        public = [artifact for artifact in artifacts if artifact.audience is Audience.PUBLIC]
        public += look()
        self._made.note(public)
        self._remove_unknown({artifact.path for artifact in public})
        marks = executor.map(_told(self._stage_one), public)
        staged = {a.path: mark for a, mark in zip(public, marks, strict=True)}
        self._staged = {path: mark for path, mark in staged.items() if isinstance(mark, list)}
        write_state(self.build / "staged.json", STAGED, self._staged)
        found = _faults(marks) + self._place(artifacts, executor)
        self._keep_all(lambda path: path.partition("/")[0] in stays)
        return found

    def stage_apart(
        self, names: Sequence[str], artifacts: Sequence[Artifact], executor: Executor
    ) -> list[Diagnostic]:
        """Bring only internal results into the next `dist`; keep all else.

        The folders of the named outputs hold nothing but these artifacts.
        """
        self._begin()
        found = self._place(artifacts, executor)
        self._keep_all(lambda path: path.partition("/")[0] not in names)
        stays = self.edition()
        self._edition |= {"site": self._last.get("site", "")} | (stays.written() if stays else {})
        return found

    def build_site(
        self,
        site: Site,
        nav: Sequence[NavEntry],
        timestamp: int,
        workers: Workers,
        progress: Progress = SILENT,
    ) -> Report:
        """Build the next public site from the staged folder, unless nothing has changed."""
        config, folder = site_config(site), self.build / "theme"
        overrides = theme(site.html)
        self._edition["site"] = digest_of(
            __version__,
            *map(version, MAKERS),
            json.dumps([config, *nav, timestamp]),
            *(f"{path} {mark[0]}" for path, mark in sorted(self._staged.items())),
            *(f"{name} {digest_of(data)}" for name, data in sorted(overrides.items())),
        )
        if self._edition["site"] == self._last.get("site") and self._published.are_untouched(
            PUBLIC
        ):
            self._published.keep_all(lambda path: path.startswith(f"{PUBLIC}/"), self.next)
            return Report(0, tuple(self._warnings), same=True)
        replace_folder(folder, overrides)
        write(self.build / "mkdocs.yml", [staged_config(site, nav).encode()])
        made = MkDocsSiteBuilder().build(
            config,
            self.docs,
            folder,
            self.next / PUBLIC,
            nav,
            timestamp,
            last=LastSite(self._site, self._take_over),
            workers=workers,
            progress=progress,
        )
        self._warnings, self._site = list(made.warnings), made.record
        return Report(len(made.pages), made.warnings)

    def public(self) -> Mapping[str, Callable[[], bytes]]:
        """Every file of the next public site."""
        folder = self.next / PUBLIC
        return {path: (folder / path).read_bytes for path in below(folder)}

    def known_pages(self) -> Mapping[str, Facts]:
        """What was remembered of those pages of the next site that are taken over as they are."""
        return {
            p: facts for p, facts in self._facts.items() if f"{PUBLIC}/{p}" in self._published.kept
        }

    def remember(self, pages: Mapping[str, Facts]) -> None:
        """Keep what was read of the pages of the next site, with that site."""
        self._facts = dict(pages)

    def edition(self) -> Edition | None:
        """What is recorded of the last results, after `recover`."""
        return Edition.read(self._last)

    def publish(self, edition: Edition) -> None:
        """Swap the next results in, whole; the last ones stay until then.

        What was made apart leaves the site as it was, and the moments between which it is right.
        """
        self._edition = edition.written() | self._edition
        write_json(self.next / EDITION, self._edition)
        marks = self._published.exchange(self.next)
        state = {"marks": marks, "warnings": self._warnings, "site": self._site.as_json()}
        state |= {"facts": packed(self._facts), "engine": engine()}
        write_state(self.build / "dist.json", _STATE, state)
        self._made.note_pages(self._site)
        self._made.kept = self._published.kept
        write_made(self.build, self._made)

    def why(self, path: str) -> Why:
        """Why the last build made a result, by its path below `dist/`, or took it over."""
        return self._made.why(path)

    def _begin(self) -> None:
        remove(self.next)
        make_folder(self.next)
        self._published.kept, self._edition = {}, {}

    def _place(self, artifacts: Sequence[Artifact], executor: Executor) -> list[Diagnostic]:
        inside = [artifact for artifact in artifacts if artifact.audience is not Audience.PUBLIC]
        self._made.note(inside)
        placed = executor.map(_told(self._place_one), inside)
        self._edition["files"] = {artifact.path: artifact.digest for artifact in inside}
        return _faults(placed)

    def _place_one(self, artifact: Artifact) -> None:
        """Put an artifact into the next `dist`: linked from the last one where that is the same."""
        known = self._last.get("files", {}).get(artifact.path)
        if known == artifact.digest and self._published.is_untouched(artifact.path):
            self._published.keep(artifact.path, self.next)
        else:
            write(self.next / artifact.path, artifact.chunks())

    def _keep_all(self, stays: Callable[[str], bool]) -> None:
        """Take over what was not made now."""
        made, files = self._edition["files"], self._last.get("files", {})
        kept = self._published.keep_all(lambda p: p not in made and stays(p), self.next)
        made |= {path: files[path] for path in kept if path in files}

    def _take_over(self, path: str) -> bool:
        """Put a file of the last public site into the next one, if nobody has touched it."""
        if not self._published.is_untouched(f"{PUBLIC}/{path}"):
            return False
        self._published.keep(f"{PUBLIC}/{path}", self.next)
        return True

    def _stage_one(self, artifact: Artifact) -> list[Any]:
        """Write a public artifact unless the same one lies there untouched."""
        path = self.docs / artifact.path
        known, there = self._staged.get(artifact.path, ("", UNKNOWN))
        if known != artifact.digest or not is_marked(path, there):
            write(path, artifact.chunks())
            return [artifact.digest, mark(path)]
        return [known, [*times(path), there[3]]]

    def _remove_unknown(self, wanted: set[str]) -> None:
        for path in sorted(self.docs.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                with suppress(OSError):  # not empty
                    path.rmdir()
            elif path.relative_to(self.docs).as_posix() not in wanted:
                path.unlink()


def _told(work: Callable[[Artifact], T]) -> Callable[[Artifact], T | tuple[Diagnostic, ...]]:
    """The same work, but an artifact that cannot be made gives its diagnostics."""

    def made(artifact: Artifact) -> T | tuple[Diagnostic, ...]:
        try:
            return work(artifact)
        except NotMadeError as error:
            return error.diagnostics

    return made


def _faults(done: Sequence[object]) -> list[Diagnostic]:
    """What could not be made, each reason once: files of one piece have it in common."""
    found: list[Diagnostic] = []
    for diagnostics in done:
        if isinstance(diagnostics, tuple):
            found += [each for each in diagnostics if each not in found]
    return found
