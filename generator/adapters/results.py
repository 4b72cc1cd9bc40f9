"""The results on disk: `build/` while they are made, `dist/` when they are whole.

`dist/edition.json` lists what `dist` was made from, so that what has not changed is taken over
from it and not made again.
"""

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from generator.adapters.look import look, theme
from generator.adapters.sitebuilder import MkDocsSiteBuilder
from generator.adapters.swap import recover, swap
from generator.diagnostics import Diagnostic
from generator.model.artifact import Artifact, Audience, NotMadeError, digest_of
from generator.ports import Executor, Report

T = TypeVar("T")

EDITION = "edition.json"


class FolderResults:
    """`build/` and `dist/` of a workspace."""

    def __init__(self, root: Path) -> None:
        self.root, self.build, self.dist = root, root / "build", root / "dist"
        self.docs, self.next = self.build / "docs", self.build / "next"
        self._edition = _read_json(self.dist / EDITION)
        self._staged = _read_json(self.build / "staged.json")
        self._files: dict[str, str] = {}
        self._site = ""

    def recover(self) -> None:
        """Complete or undo a swap that was cut off."""
        recover(self.next, self.dist)
        self._edition = _read_json(self.dist / EDITION)

    def stage(self, artifacts: Sequence[Artifact], executor: Executor) -> list[Diagnostic]:
        """Bring `build/docs` and the next `dist` to exactly these artifacts, writing only changes."""
        self._clear_next()
        public = [artifact for artifact in artifacts if artifact.audience is Audience.PUBLIC]
        public += look()
        self._remove_unknown({artifact.path for artifact in public})
        marks = executor.map(_told(self._stage_one), public)
        staged = {a.path: mark for a, mark in zip(public, marks, strict=True)}
        self._staged = {path: mark for path, mark in staged.items() if isinstance(mark, list)}
        _write(self.build / "staged.json", json.dumps(self._staged).encode())
        return [found for found in marks if isinstance(found, Diagnostic)] + self._place(
            artifacts, executor
        )

    def stage_apart(self, artifacts: Sequence[Artifact], executor: Executor) -> list[Diagnostic]:
        """Bring only the internal ones of these artifacts into the next `dist`; keep all else."""
        self._clear_next()
        found = self._place(artifacts, executor)
        for path, digest in self._edition.get("files", {}).items():
            if path not in self._files and (self.dist / path).is_file():
                _link(self.dist / path, self.next / path)
                self._files[path] = digest
        _link_tree(self.dist / "public", self.next / "public")
        self._site = self._edition.get("site", "")
        return found

    def _place(self, artifacts: Sequence[Artifact], executor: Executor) -> list[Diagnostic]:
        inside = [artifact for artifact in artifacts if artifact.audience is not Audience.PUBLIC]
        placed = executor.map(_told(self._place_one), inside)
        self._files = {artifact.path: artifact.digest for artifact in inside}
        return [found for found in placed if isinstance(found, Diagnostic)]

    def _clear_next(self) -> None:
        shutil.rmtree(self.next, ignore_errors=True)
        self.next.mkdir(parents=True)

    def build_site(self, nav: Sequence[Mapping[str, str]], timestamp: int) -> Report:
        """Build the next public site from the staged folder, unless nothing has changed."""
        config = self.root / "mkdocs.yml"
        parts = [f"{path} {mark[0]}" for path, mark in sorted(self._staged.items())]
        overrides = theme()
        parts += [f"{name} {digest_of(data)}" for name, data in sorted(overrides.items())]
        self._site = digest_of(config.read_bytes(), json.dumps(list(nav)), str(timestamp), *parts)
        if self._site == self._edition.get("site") and (self.dist / "public").is_dir():
            _link_tree(self.dist / "public", self.next / "public")
            return Report(0)
        folder = self.build / "theme"
        _replace_folder(folder, overrides)
        made = MkDocsSiteBuilder().build(
            config, self.docs, folder, self.next / "public", nav, timestamp
        )
        return Report(len(made.pages), made.warnings)

    def public(self) -> Mapping[str, Callable[[], bytes]]:
        """Every file of the next public site."""
        folder = self.next / "public"
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes for path in files}

    def publish(self, valid_until: str) -> None:
        """Swap the next results in, whole; the last ones stay until then."""
        edition = {"site": self._site, "valid_until": valid_until, "files": self._files}
        _write(self.next / EDITION, json.dumps(edition, indent=1, sort_keys=True).encode())
        swap(self.next, self.dist)
        shutil.rmtree(self.next, ignore_errors=True)
        self._edition = edition

    def _stage_one(self, artifact: Artifact) -> list[Any]:
        """Write a public artifact unless the same one lies there untouched."""
        path = self.docs / artifact.path
        known = self._staged.get(artifact.path)
        if known and known[0] == artifact.digest and path.is_file() and _mark(path) == known[1:]:
            return list(known)
        _write_chunks(path, artifact)
        return [artifact.digest, *_mark(path)]

    def _place_one(self, artifact: Artifact) -> None:
        """Put an artifact into the next `dist`: linked from the last one where that is the same."""
        last = self.dist / artifact.path
        known = self._edition.get("files", {}).get(artifact.path)
        if known == artifact.digest and last.is_file():
            _link(last, self.next / artifact.path)
        else:
            _write_chunks(self.next / artifact.path, artifact)

    def _remove_unknown(self, wanted: set[str]) -> None:
        for path in sorted(self.docs.rglob("*"), reverse=True):
            if path.is_dir():
                with suppress(OSError):  # not empty
                    path.rmdir()
            elif path.relative_to(self.docs).as_posix() not in wanted:
                path.unlink()


def _told(work: Callable[[Artifact], T]) -> Callable[[Artifact], T | Diagnostic]:
    """The same work, but an artifact that cannot be made gives its diagnostic."""

    def made(artifact: Artifact) -> T | Diagnostic:
        try:
            return work(artifact)
        except NotMadeError as error:
            return error.diagnostic

    return made


def _write_chunks(path: Path, artifact: Artifact) -> None:
    """Write beside, then replace: whoever reads meanwhile sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    with beside.open("wb") as stream:
        stream.writelines(artifact.chunks())
    beside.replace(path)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    beside.write_bytes(data)
    beside.replace(path)


def _replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        _write(folder / name, data)


def _mark(path: Path) -> list[int]:
    """Size and time of a file: whether somebody has touched it since it was written."""
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]


def _link_tree(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            _link(path, target / path.relative_to(source))


def _link(source: Path, target: Path) -> None:
    """The same file under a second name; a copy where the disk knows no such thing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}
