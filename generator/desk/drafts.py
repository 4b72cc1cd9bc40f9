"""The door to drafts, in JSON: what scripts of the writing screen ask and are answered.

A browser names the draft that it has seen by its seal. Whatever is refused, the answer holds the
draft as it is now, and what was typed stays with whoever typed it.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.app.draft_edits import Mending, NewBase, join_edits, lock_of
from generator.app.problem_mending import is_mendable
from generator.app.typed_approvals import typed_approvals
from generator.catalogue import words
from generator.desk.deed_routes import Deed
from generator.desk.draft_views import state
from generator.desk.draft_wishes import Undoing, edit_of, is_after_mending, whole, with_wish
from generator.desk.moved_pieces import Addresses
from generator.desk.needs import DraftOffice, SaveReport
from generator.desk.others_words import others_words
from generator.desk.page_lines import page_lines, row_json
from generator.desk.page_links import page_links
from generator.desk.page_words import PageError
from generator.desk.presence import Writers
from generator.desk.save_words import file_sentence
from generator.desk.screen_words import screen_problem
from generator.desk.text_comparison import compare_lines
from generator.model.draft import Draft, seal_of
from generator.model.person import Role
from generator.source.edits import NotEditableError
from generator.source.text_merge import merge_towards
from generator.text.splicing.writing import RefusedError

Wish = Mapping[str, Any]
Answer = Callable[[str, Wish], Response]


def draft_routes(office: DraftOffice, writers: Writers | None = None) -> list[Route]:
    """What scripts may ask of a piece, by its handle."""
    door = _Door(office, writers or Writers())
    return [
        Deed("/bai/{handle}/nhap", _asked(door.edit), Role.WRITES),
        Route("/bai/{handle}/nhap", door.now, methods=["GET"]),
        Deed("/bai/{handle}/luu", _asked(door.save), Role.WRITES),
        Deed("/bai/{handle}/giu", _asked(door.keep), Role.WRITES),
        Deed("/bai/{handle}/khac", _asked(door.differences), Role.WRITES),
        Deed("/bai/{handle}/bo", _asked(door.drop), Role.WRITES),
        Deed("/bai/{handle}/dang", _asked(door.write), Role.WRITES),
        Route("/bai/{handle}/loi", door.all_checks, methods=["GET"]),
        Route("/bai/{handle}/lien-ket", door.links, methods=["GET"]),
    ]


_REFUSALS: Mapping[type[Exception], str] = {
    PageError: "This cannot be done here.",
    NotEditableError: "The data at the top of this file is written in a way that cannot be changed "
    "here. Look at it as text.",
    RefusedError: "This cannot stand in the file so that it is read the same way. It stays on the "
    "page: write it otherwise there, or look at the piece as text.",
}
"""What is said of an edit that cannot be made."""


_BY_HAND = (
    "No machine can mend this here: it stands in the lines at the top of the file, which are "
    "written with other signs there. Type it anew yourself, in its field."
)
_MOVED = "What is to be mended has been written anew meanwhile. Look at the list as it is now."
_IN_HISTORY = "What was typed since then is not in it: it lies under “Earlier versions”."
_RENAMED = (
    "This piece has been renamed in another window. What you type here is kept under its new name: "
    "open it there to go on."
)
_OTHERS = (
    "Somebody else has written in this piece, in another window or in Word; that is here now. Look "
    "at it, then save again."
)


class _Door:
    """Edits, saving, dropping; each answers with the draft as it is then."""

    def __init__(self, office: DraftOffice, writers: Writers) -> None:
        self._office, self._writers, self._undoing = office, writers, Undoing()
        self._addresses = Addresses(office)

    def edit(self, handle: str, asked: Wish) -> Response:
        """One edit of the draft that the browser has seen."""
        path = self._path(handle)
        if path is None:
            return self._nothing(handle)
        asked = self._omitting(path, asked)
        asked_edit = asked.get("edit")
        edit = edit_of(asked_edit) or self._of_draft(path, asked)
        if edit is None:
            return self._state(path, 422, refused=words(_no_edit(asked_edit)))
        plan = self._office.last_report().plan
        by_letters = isinstance(edit, Mending) or is_after_mending(asked_edit)
        try:
            change = self._office.change(
                path,
                _seal(asked),
                lambda draft: with_wish(draft, edit, plan, self._undoing),
                by_letters=by_letters,
            )
        except tuple(_REFUSALS) as error:
            return self._state(path, 422, refused=words(_REFUSALS[type(error)]))
        draft, was_seen = change.draft, change.was_seen
        if was_seen:
            self._writers.note(path)
        if draft and was_seen and (held := lock_of(draft, self._office.last_report())):
            refused = f"{held[0].message('vi')} {words(_IN_HISTORY)}"
            return self._of(draft, 422, refused=refused)
        if isinstance(edit, Mending) and change.alone and change.alone.seal == _seal(asked):
            return self._of(draft, 422, refused=words(_BY_HAND))
        alone = self._known(path, asked, change.alone, by_letters=by_letters)
        is_joined = change.alone and draft and change.alone.seal != draft.seal
        own = {"own": change.alone.seal} if change.alone and is_joined else {}
        if isinstance(edit, Mending) and not was_seen:
            own = {"refused": words(_MOVED)}
        return self._of(draft, 200 if was_seen else 409, **own, **others_words(alone, draft, plan))

    def _known(
        self, path: str, asked: Wish, alone: Draft | None, *, by_letters: bool
    ) -> Draft | None:
        """What one window knows: its edit, joined with what it has heard since it began to type."""
        seen = self._office.draft_before(path, _seal(asked))
        heard = self._office.draft_before(path, str(asked.get("heard", "")))
        if not (seen and alone and heard):
            return alone or seen
        return join_edits(seen, alone, heard, by_letters=by_letters) or alone

    def _omitting(self, path: str, asked: Wish) -> Wish:
        """What others wrote goes out of the draft as it is now; what is typed there stays."""
        match asked:
            case {"seal": str(seal), "edit": {"omit": str(text)}}:
                seen, now = self._office.draft_before(path, seal), self._office.draft(path)
                if seen and now:
                    left = merge_towards(seen.plain, whole(text), now.plain)
                    return {"seal": now.seal, "edit": {"text": left}}
        return asked

    def write(self, handle: str, asked: Wish) -> Response:
        """A window says that somebody is writing in it, or has left; and hears who else is."""
        path = self._path(handle)
        if path is None:
            return self._nothing(handle)
        if asked.get("leaves"):
            self._writers.leave(path)
        elif asked.get("writes"):
            self._writers.note(path)
        return JSONResponse({"others": self._writers.others(path)})

    def now(self, request: Request) -> Response:
        """The draft as it is, with what is told of its next state."""
        handle = request.path_params["handle"]
        path = self._path(handle)
        draft = self._office.draft(path) if path else None
        if path is None or draft is None:
            return self._of(None, 422) if path else self._nothing(handle)
        return JSONResponse(state(self._office, draft))

    def all_checks(self, request: Request) -> Response:
        """The same after a look at every file."""
        self._office.look()
        return self.now(request)

    def links(self, request: Request) -> Response:
        """The pieces that this one can lead to."""
        handle = request.path_params["handle"]
        path, report = self._path(handle), self._office.last_report()
        return JSONResponse(page_links(path, report.plan)) if path else self._nothing(handle)

    def save(self, handle: str, asked: Wish) -> Response:
        """The draft becomes the file."""
        path = self._path(handle)
        if path is None:
            return self._nothing(handle)
        saved = self._office.save(path, _seal(asked))
        status = 200 if saved.is_written else 409 if saved.conflicts else 422
        draft = self._office.draft(path)
        told = [*saved.troubles, *self._reasons(saved, draft)]
        if not told and saved.conflicts and draft and draft.seal != _seal(asked):
            told = [words(_OTHERS)]
        plan = self._office.last_report().plan
        others = others_words(self._office.draft_before(path, _seal(asked)), draft, plan)
        refused = "" if saved.is_written else " ".join(told)
        return self._of(draft, status, refused=refused, **others)

    def _reasons(self, saved: SaveReport, draft: Draft | None) -> Iterable[str]:
        """Why nothing was written; what to do stands in the list, but for that of other files."""
        own = draft.path if draft else ""
        plan = self._office.last_report().plan
        return dict.fromkeys(
            screen_problem(each, draft).message
            if each.where.path == own
            else file_sentence(each, plan)
            for each in saved.findings
        )

    def keep(self, handle: str, asked: Wish) -> Response:
        """Words that are not taken lie in the history."""
        path, text = self._path(handle), asked.get("text")
        if path is None:
            return self._nothing(handle)
        if isinstance(text, str):
            self._office.keep(path, whole(text))
        return self._state(path)

    def differences(self, handle: str, asked: Wish) -> Response:
        """Two texts of a piece beside each other, as people read them; nothing is changed."""
        path, texts = self._path(handle), asked.get("texts")
        match texts:
            case [str(mine), str(other)] if path is not None:
                plan = self._office.last_report().plan
                sides = (page_lines(path, whole(each), plan) for each in (mine, other))
                return JSONResponse({"rows": [row_json(row) for row in compare_lines(*sides)]})
        return self._nothing(handle)

    def drop(self, handle: str, asked: Wish) -> Response:
        """The file is as it is; what was typed lies in the history."""
        path = self._path(handle)
        if path is None:
            return self._nothing(handle)
        return self._state(path, 200 if self._office.drop(path, _seal(asked)) else 409)

    def _of_draft(self, path: str, asked: Wish) -> Mending | NewBase | None:
        """What follows from the draft: a problem that was told of it, the file that was shown."""
        match asked.get("edit"):
            case {"mend": {"code": str(code), "line": int(line), "column": int(column)}}:
                return self._mending(self._seen(path, asked), (code, line, column))
            case {"onto": str(seal)}:
                data = self._office.data(path)
                return NewBase(data) if seal_of(data) == seal else None
        return None

    def _seen(self, path: str, asked: Wish) -> Draft | None:
        """The draft of which somebody speaks, however much was typed since."""
        now = self._office.draft(path)
        is_now = now is not None and now.seal == _seal(asked)
        return now if is_now else self._office.draft_before(path, _seal(asked))

    def _mending(self, draft: Draft | None, meant: tuple[str, int, int]) -> Mending | None:
        if draft is None:
            return None
        found = [*self._office.check(draft).of([draft.path]), *typed_approvals(draft)]
        places = {(f.rule.code, f.where.line, f.where.column): f for f in found if is_mendable(f)}
        return Mending(places[meant]) if meant in places else None

    def _path(self, handle: str) -> str | None:
        return self._addresses.path(handle)

    def _nothing(self, handle: str) -> Response:
        """There is no such file; of one that was renamed it is said where it is."""
        now = self._addresses.next(handle)
        if now is None:
            return JSONResponse({"refused": words("There is no such page.")}, 404)
        return JSONResponse({"refused": words(_RENAMED), "moved": now}, 410)

    def _state(self, path: str, status: int = 200, **more: object) -> Response:
        return self._of(self._office.draft(path), status, **more)

    def _of(self, draft: Draft | None, status: int, **more: object) -> Response:
        """What becomes of an edit is answered at once; the next state is asked for afterwards."""
        if draft is None:
            refused = words("This file is no text that can be shown.")
            return JSONResponse({"refused": refused}, 422)
        return JSONResponse({**state(self._office, draft, has_later=False), **more}, status)


def _asked(answer: Answer) -> Callable[[Request], Any]:
    """An endpoint that reads an object in JSON; of what is none it reads an empty one."""

    async def endpoint(request: Request) -> Response:
        try:
            asked = json.loads(await request.body())
        except (ValueError, RecursionError):
            asked = None
        if not isinstance(asked, dict):
            return JSONResponse({"refused": words("This cannot be done here.")}, 400)
        return await run_in_threadpool(answer, request.path_params["handle"], asked)

    return endpoint


def _no_edit(asked: object) -> str:
    """Why there is nothing to be done; of a mending, whose place is another one now."""
    return _MOVED if isinstance(asked, dict) and "mend" in asked else "This cannot be done here."


def _seal(asked: Wish) -> str:
    return str(asked.get("seal", ""))
