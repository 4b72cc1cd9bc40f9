"""A story that comes as a Word file: seen first, then begun for what a person chooses."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.editing.edit_kinds import ImportWord
from generator.app.scaffold import NoActivityError, PieceRequest
from generator.catalogue import words
from generator.desk import new_pieces, piece_views
from generator.desk.answers import lost, page
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice, Office, WordOffice
from generator.desk.problem_links import Reason, reasons
from generator.desk.uploads import Upload, sent_by
from generator.desk.word_files import (
    NO_WORD,
    document_of,
    let_go,
    remarks_of,
    summary_of,
    waiting,
)
from generator.media import media
from generator.model.person import Role
from generator.model.word_copy import WordCopy
from generator.text.imported import NotImportedError

_CHOOSE = "Nothing is begun yet: press “Begin the piece” beside the line that the piece is for."


def import_routes(office: Office, drafts: DraftOffice, documents: WordOffice) -> list[Route]:
    """Where a document is brought, and where a piece is begun with it."""
    room = _Import(office, drafts, documents)
    return [
        Deed("/bai/moi/tep", room.take, Role.WRITES),
        Route("/bai/moi/word/{key}", room.screen, methods=["GET"]),
        Deed("/bai/moi/word/{key}", room.begin, Role.WRITES),
    ]


class _Import:
    def __init__(self, office: Office, drafts: DraftOffice, documents: WordOffice) -> None:
        self._office, self._drafts, self._documents = office, drafts, documents

    async def take(self, request: Request) -> Response:
        """A document is kept until somebody has said what it is for."""
        sent = await sent_by(request)
        return await run_in_threadpool(self._taken, request, sent)

    def screen(self, request: Request) -> Response:
        """What the document holds, what cannot come along, and for what it can be begun."""
        return self._shown(request)

    async def begin(self, request: Request) -> Response:
        """The draft, its pictures; the document stays beside it."""
        form = await form_of(request)
        return await run_in_threadpool(self._begun, request, form)

    def _taken(self, request: Request, sent: Upload) -> Response:
        copy = document_of(sent, "waits", self._now())
        if isinstance(copy, tuple):
            status, why = copy
            return page("word_refused", request, status, why=why)
        try:
            remarks_of(copy)
        except NotImportedError as error:
            why = [f"{d.message('vi')} {d.hint('vi')}".strip() for d in error.diagnostics]
            return page("word_refused", request, NO_WORD, why=why)
        self._documents.put(waiting(), copy)
        return RedirectResponse(f"/bai/moi/word/{copy.key}", 303)

    def _copy(self, request: Request) -> WordCopy | None:
        key = request.path_params["key"]
        return next((each for each in self._documents.copies(waiting()) if each.key == key), None)

    def _shown(self, request: Request, why: Iterable[Reason] = (), title: str = "") -> Response:
        copy = self._copy(request)
        if copy is None:
            return lost(request)
        plan, told = self._office.look().plan, list(why)
        draft, remarks = remarks_of(copy)
        same = new_pieces.namesakes(plan, title or draft.title)
        return page(
            "word_new",
            request,
            422 if told else 200,
            copy=copy,
            title=title or draft.title,
            summary=summary_of(draft),
            remarks=remarks,
            same=[(piece_views.handle_of(each.file), each.title) for each in same],
            plans=new_pieces.plans(plan),
            why=told,
        )

    def _begun(self, request: Request, form: Mapping[str, str]) -> Response:
        copy, plan, title = self._copy(request), self._office.look().plan, form.get("ten", "")
        campaign, _, activity = form.get("dong", "").partition("/")
        if copy and not campaign:
            return self._shown(request, [words(_CHOOSE)], title)
        medium = media().get(new_pieces.medium_of(plan, campaign, activity))
        if copy is None or medium is None:
            return lost(request)
        where = ("", "") if campaign == new_pieces.ALONE else (campaign, activity)
        wanted = PieceRequest(medium, title, *where)
        try:
            saved = self._office.edit([ImportWord(wanted, copy.name, copy.data)])
        except NoActivityError:
            return lost(request)
        finally:
            let_go()
        if not saved.is_written:
            why = reasons(self._drafts, self._office.look(), saved)
            return self._shown(request, why, title)
        path = next(each for each in saved.files if each.endswith(".md"))
        self._documents.put(path, WordCopy("came", copy.name, copy.data, self._now()))
        self._documents.drop(waiting(), copy.key)
        return RedirectResponse(f"/bai/{piece_views.handle_of(path)}/word?xong=word", 303)

    def _now(self) -> datetime:
        return self._documents.now()
