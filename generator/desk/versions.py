"""The earlier versions of one file: compared in two columns, and taken back into the draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.draft_edits import WholeText, earlier_text, lock_of, with_edit
from generator.catalogue import words
from generator.desk import screens
from generator.desk.change_words import change_words
from generator.desk.deed_routes import Deed
from generator.desk.draft_views import path_of
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice
from generator.desk.page_lines import page_lines
from generator.desk.text_comparison import compare_lines
from generator.desk.title_words import title_of
from generator.desk.today import change
from generator.model.draft import Draft, plain_text
from generator.model.person import Role
from generator.model.plan import Plan
from generator.model.revision import FileVersion, Version, file_versions
from generator.vietnamese.dates import moment_in_words

_FIRST, _NOW, _FILE = "0", "nay", "tep"
"""Name what was in the file before the first change that the history has; what is there now, with
what is typed; and the file as it is saved, where something is typed."""
_BEFORE = "Before the first change here"
_ALIKE = "It says what is here now: nothing is to be taken back."
_ONLY_APPROVAL = (
    "Its text and its fields are what is here now. Only who approved or withdrew the piece "
    "differs, and no version brings that back: press “Approve”, “Open again” or “Withdraw” for it."
)
_ONLY_NAME = (
    "Its text and its fields are what is here now. Only its name in the address differs, and no "
    "version brings that back: press “Rename” for it."
)
_LOCKED = "Press “Open again” first."
_UNSEEN = "Somebody has written in it meanwhile: look at what differs now, then press again."
_MOST = 100
"""Versions of one file that are listed."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version in the list; only what is saved has been in the file."""

    number: int
    when: str
    what: str
    is_saved: bool
    who: str


def version_routes(office: DraftOffice) -> list[Route]:
    """The screen of the versions of a piece, by its handle."""
    room = _Versions(office)
    return [
        Route("/bai/{handle}/ban", room.screen, methods=["GET"]),
        Deed("/bai/{handle}/ban", room.restore, Role.WRITES),
    ]


class _Versions:
    def __init__(self, office: DraftOffice) -> None:
        self._office = office

    def screen(self, request: Request) -> Response:
        """All versions, and what differs between two of them, or one and what is there now."""
        return self._shown(request, request.query_params.get("lan", ""))

    async def restore(self, request: Request) -> Response:
        """A version becomes the draft; what was typed before lies in the history."""
        form = await form_of(request)
        return await run_in_threadpool(self._restored, request, form)

    def _restored(self, request: Request, form: Mapping[str, str]) -> Response:
        draft, number = self._draft(request), form.get("lan", "")
        texts = self._texts(draft) if draft else None
        if draft is None or texts is None or not texts.is_old(number):
            return _lost()
        text = earlier_text(draft, texts.text(number), texts.moves(number))
        if why := self._nothing_in(draft, texts.text(number), text):
            return self._shown(request, number, refused=why, status=422)
        if not draft.is_saved:
            self._office.keep(draft.path, draft.text)
        change = self._office.change(
            draft.path, form.get("dau", ""), lambda each: with_edit(each, WholeText(text))
        )
        if not change.was_seen or change.draft is None or change.draft.plain != text:
            return self._shown(request, number, refused=words(_UNSEEN), status=409)
        return RedirectResponse(f"/bai/{request.path_params['handle']}?xong=ban", 303)

    def _nothing_in(self, draft: Draft, was: str, text: str) -> str:
        """Why a version brings nothing back; nothing where it brings a `text`."""
        if text == draft.plain:
            is_approval = earlier_text(draft, was) != was
            return words(_ALIKE if was == text else _ONLY_APPROVAL if is_approval else _ONLY_NAME)
        held = lock_of(draft, self._office.last_report())
        return f"{held[0].message('vi')} {words(_LOCKED)}" if held else ""

    def _shown(
        self, request: Request, left: str, *, refused: str = "", status: int = 200
    ) -> Response:
        draft = self._draft(request)
        if draft is None:
            return _lost()
        plan, right = self._office.last_report().plan, request.query_params.get("voi", _NOW)
        texts = self._texts(draft)
        left = left if left in texts.names else "" if draft.is_saved else _FILE
        right = right if right in texts.names else _NOW
        sides = [texts.text(each) for each in (left, right)] if left else ["", ""]
        html = screens.screen(
            "versions",
            done="",
            title=title_of(draft.path, plan, draft.text.encode()),
            address=f"/bai/{request.path_params['handle']}",
            refused=f"{words('Nothing was changed.')} {refused}" if refused else "",
            sides=[(each, texts.names[each]) for each in (left, right)] if left else [],
            rows=compare_lines(*(page_lines(draft.path, each, plan) for each in sides)),
            is_alike=len({*sides}) < 2,  # noqa: PLR2004 - two sides
            restorable=[each if texts.is_old(each) else "" for each in (left, right)],
            choices=[*texts.names.items()],
            seal=draft.seal,
            versions=[_line(each, plan) for each in texts.versions],
            first=_FIRST if _FIRST in texts.names else "",
        )
        return HTMLResponse(html, status)

    def _draft(self, request: Request) -> Draft | None:
        path = path_of(self._office, request.path_params["handle"])
        return self._office.draft(path) if path else None

    def _texts(self, draft: Draft) -> "_Texts":
        plan = self._office.last_report().plan
        return _Texts(draft, self._office.versions(draft.path, _MOST), plan)


class _Texts:
    """The texts of one file that can be laid side by side: `names` are their names by a word."""

    def __init__(self, draft: Draft, versions: Sequence[Version], plan: Plan) -> None:
        found = list(file_versions(draft.path, versions))
        self.versions, self._draft = [each.version for each in found], draft
        self._old = {str(each.version.number): _content(each) for each in found}
        self._moves = {str(each.version.number): each.moves for each in found}
        named = {_NOW: "Now" if draft.is_saved else "What is typed and not saved yet"}
        if not draft.is_saved:
            named[_FILE] = "In the file now"
        self.names = {key: words(each) for key, each in named.items()}
        self.names |= {str(each.number): _name(each, plan) for each in self.versions}
        if found and (first := found[-1].revision.before) is not None:
            self._old[_FIRST], self.names[_FIRST] = first, words(_BEFORE)
            self._moves[_FIRST] = found[-1].moves_from_before

    def is_old(self, key: str) -> bool:
        """Whether it is a version that can be taken back."""
        return key in self._old

    def text(self, key: str) -> str:
        """One of them, with plain line ends."""
        if key == _NOW:
            return self._draft.plain
        data = self._draft.base if key == _FILE else self._old[key]
        return plain_text((data or b"").decode("utf-8", "replace"))

    def moves(self, key: str) -> tuple[tuple[str, str], ...]:
        """From where to where files were moved since one that can be taken back."""
        return self._moves[key]


def _content(found: FileVersion) -> bytes | None:
    """What a version says of a file; of a file that it took away what was there before."""
    each = found.revision
    return each.before if each.after is None else each.after


def _name(version: Version, plan: Plan) -> str:
    """When it was saved, and what it changed: several are saved within a minute."""
    when = moment_in_words(version.when.replace(second=0, microsecond=0))
    details = change_words(version.changeset, plan)
    return words("Version of {when}").format(when=f"{when}: {details}" if details else when)


def _line(version: Version, plan: Plan) -> VersionLine:
    told = change(version, plan)
    return VersionLine(
        told.number,
        told.when,
        ". ".join(filter(None, (told.what, told.details))),
        told.is_saved,
        told.who,
    )


def _lost() -> Response:
    title = words("There is no such page.")
    return HTMLResponse(screens.screen("message", done="", title=title, why=()), 404)
