"""The earlier versions of one file: compared in two columns, and taken back into the draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.draft_edits import WholeText, with_edit
from generator.catalogue import words
from generator.desk import screens
from generator.desk.draft_views import path_of
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice
from generator.desk.text_comparison import compare
from generator.desk.today import change
from generator.model.draft import Draft, plain_text
from generator.model.plan import Plan
from generator.model.revision import Version
from generator.vietnamese.dates import moment_in_words

_FIRST = "0"
"""Names what was in the file before the first change that the history has."""
_MOST = 100
"""Versions of one file that are listed."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list; only what is saved has been in the file."""

    number: int
    when: str
    what: str
    who: str
    is_saved: bool


def version_routes(office: DraftOffice) -> list[Route]:
    """The screen of the versions of a piece, by its handle."""
    room = _Versions(office)
    return [
        Route("/bai/{handle}/ban", room.screen, methods=["GET"]),
        Route("/bai/{handle}/ban", room.restore, methods=["POST"]),
    ]


class _Versions:
    def __init__(self, office: DraftOffice) -> None:
        self._office = office

    def screen(self, request: Request) -> Response:
        """All versions, and what differs between one of them, or the file, and the draft."""
        return self._shown(request, request.query_params.get("lan", ""))

    async def restore(self, request: Request) -> Response:
        """A version becomes the draft; what was typed before lies in the history."""
        form = await form_of(request)
        return await run_in_threadpool(self._restored, request, form)

    def _restored(self, request: Request, form: Mapping[str, str]) -> Response:
        draft, number = self._draft(request), form.get("lan", "")
        text = self._text(draft, number) if draft else None
        if draft is None or text is None:
            return _lost()
        if not draft.is_saved:
            self._office.keep(draft.path, draft.text)
        now, was_seen = self._office.change(
            draft.path, form.get("dau", ""), lambda each: with_edit(each, WholeText(text))
        )
        if not was_seen or now is None or now.plain != text:
            refused = words("Nothing was changed.")
            return self._shown(request, number, refused=refused, status=409)
        return RedirectResponse(f"/bai/{request.path_params['handle']}", 303)

    def _shown(
        self, request: Request, number: str, *, refused: str = "", status: int = 200
    ) -> Response:
        draft = self._draft(request)
        if draft is None:
            return _lost()
        plan = self._office.last_report().plan
        versions = self._office.versions(draft.path, _MOST)
        chosen = next((each for each in versions if str(each.number) == number), None)
        is_known = chosen is not None or number == _FIRST
        text = self._text(draft, number) if is_known else plain_text((draft.base or b"").decode())
        html = screens.screen(
            "versions",
            done="",
            title=_title(draft, self._office),
            address=f"/bai/{request.path_params['handle']}",
            refused=refused,
            shown=is_known or not draft.is_saved,
            heading=words(_BEFORE) if number == _FIRST else _heading(chosen),
            rows=compare(text or "", draft.plain),
            before=_when(chosen)
            if chosen
            else words(_BEFORE if number == _FIRST else "In the file now"),
            after=words("Now") if draft.is_saved else words("What is typed and not saved yet"),
            number=number if is_known else "",
            seal=draft.seal,
            versions=[_line(each, plan) for each in versions],
            first=_FIRST if _first(versions, draft.path) is not None else "",
        )
        return HTMLResponse(html, status)

    def _draft(self, request: Request) -> Draft | None:
        path = path_of(self._office, request.path_params["handle"])
        return self._office.draft(path) if path else None

    def _text(self, draft: Draft, number: str) -> str | None:
        """The text of a version of this file, with plain line ends; None of none."""
        versions = self._office.versions(draft.path, _MOST)
        chosen = next((each for each in versions if str(each.number) == number), None)
        data = _content(chosen, draft.path) if chosen else None
        if number == _FIRST:
            data = _first(versions, draft.path)
        return None if data is None else plain_text(data.decode("utf-8", "replace"))


def _content(version: Version, path: str) -> bytes | None:
    """What a version says of a file; of a file that it took away what was there before."""
    found = next(each for each in version.changeset.revisions if each.path == path)
    return found.before if found.after is None else found.after


_BEFORE = "Before the first change here"


def _first(versions: Sequence[Version], path: str) -> bytes | None:
    """What was in a file before the oldest change of it that is kept; None where it began then."""
    changes = (each for version in reversed(versions) for each in version.changeset.revisions)
    return next((each.before for each in changes if each.path == path), None)


def _heading(version: Version | None) -> str:
    if version is None:
        return words("What is typed and not saved yet")
    return words("Version of {when}").format(when=_when(version))


def _when(version: Version) -> str:
    return moment_in_words(version.when.replace(second=0, microsecond=0))


def _line(version: Version, plan: Plan) -> VersionLine:
    told = change(version, plan)
    return VersionLine(told.number, told.when, told.what, version.who, told.is_saved)


def _title(draft: Draft, office: DraftOffice) -> str:
    pieces = office.last_report().plan.workspace.pieces.values()
    return next((each.title for each in pieces if each.file == draft.path), draft.path)


def _lost() -> Response:
    title = words("There is no such page.")
    return HTMLResponse(screens.screen("message", done="", title=title, saved=None), 404)
