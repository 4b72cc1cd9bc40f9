"""Pages and proofs of drafts for `loa desk`, made when a browser asks for them."""

import posixpath
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.adapters.typesetter import TypstTypesetter
    from generator.app.preview.view import EditorView
    from generator.cli.draft_room import DraftRoom
    from generator.diagnostics import Diagnostic
    from generator.model.artifact import Artifact
    from generator.model.draft import Draft
    from generator.ports import World

_KEPT = 64  # files and proofs that are kept as they were made
_VIEWS = 8  # accounts whose site with their draft is kept; who looks again waits a moment


class DraftResults:
    """What readers will see of drafts; nothing is made before somebody looks."""

    def __init__(self, root: Path, room: "DraftRoom") -> None:
        """Nothing is read yet."""
        self._root, self._room, self._lock = root, room, RLock()
        self._world: World | None = None
        self._theme: Mapping[str, Artifact] = {}
        self._views: dict[str, tuple[Draft, EditorView]] = {}
        self._made: dict[str, bytes] = {}

    def show(self, draft: "Draft") -> str:
        """Show a draft from now on; the path of its page, nothing of what cannot be read."""
        from generator.app.preview.view import look_at

        with self._lock:
            report = self._room.check(draft)
            shown, view = self._views.pop(_who(), (None, None))
            if view is None or shown != draft:
                view = look_at(self._here(), report.plan, report.diagnostics, {}, view)
            self._views[_who()] = draft, view
            while len(self._views) > _VIEWS:
                self._views.pop(next(iter(self._views)))
            pieces = report.plan.workspace.pieces.values()
            mine = next((each for each in pieces if each.file == draft.path), None)
            return view.links.pages.get(mine.id, "") if mine else ""

    def page(self, path: str) -> str:
        """A page of the site, by its folder; nothing where there is none."""
        from generator.model import addresses

        with self._lock:
            view = self._view()
            artifact = view.page(posixpath.join(path, addresses.PAGE)) if view else None
            page = artifact.page if artifact else None
            return view.frame.html(page) if view and page else ""

    def file(self, path: str) -> bytes | None:
        """A picture, style sheet or proof of the site."""
        from generator.model.artifact import NotMadeError

        with self._lock:
            view = self._view()
            artifact = self._theme.get(path) or (view.file(path) if view else None)
            if artifact is None:
                return None
            try:
                return self._kept(artifact.digest) or self._keep(artifact.digest, artifact.bytes())
            except NotMadeError:
                return None

    def proof(self, draft: "Draft") -> "bytes | list[Diagnostic]":
        """The proof of a printed piece, or what keeps it from being drawn."""
        from generator.app.proof import draw_sheet, sheet

        with self._lock:
            if data := self._kept(f"proof {draft.seal}"):
                return data
            report, world = self._room.check(draft), self._here()
            typesetter: TypstTypesetter = world.typesetter  # type: ignore[assignment] # the real one
            pieces = report.plan.workspace.pieces.values()
            mine = next((each for each in pieces if each.file == draft.path), None)
            sides = sheet(report, mine.id, typesetter.digest) if mine else []
            if not sides:
                return report.of([draft.path])
            drawn = draw_sheet(report, sides, typesetter, world.workers)
            return self._keep(f"proof {draft.seal}", drawn) if isinstance(drawn, bytes) else drawn

    def close(self) -> None:
        """End what draws."""
        if self._world:
            self._world.workers.close()

    def _view(self) -> "EditorView | None":
        """What was shown last to whoever acts."""
        return self._views.get(_who(), (None, None))[1]

    def _here(self) -> "World":
        from generator.cli.world import world
        from generator.outputs.site.look import look

        if self._world is None:
            self._world = world(self._root, staging=self._root / "build" / "desk" / "typst")
            self._world.typesetter.stage()  # type: ignore[attr-defined] # the real one
            self._theme = {artifact.path: artifact for artifact in look()}
        return self._world

    def _kept(self, name: str) -> bytes | None:
        return self._made.get(name)

    def _keep(self, name: str, data: bytes) -> bytes:
        self._made[name] = data
        while len(self._made) > _KEPT:
            self._made.pop(next(iter(self._made)))
        return data


def _who() -> str:
    from generator.desk.acting import account

    who = account()
    return who.key if who else ""
