"""«Word»: a piece goes out as a document, comes back, and what differs is taken as it is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.draft_edits import lock_of, record_of
from generator.app.word_exchange import word_of
from generator.app.word_return import (
    BlockChange,
    FieldChange,
    WordChanges,
    WordReturn,
    with_changes,
)
from generator.catalogue import words
from generator.desk.answers import lost, page
from generator.desk.deed_routes import Deed
from generator.desk.draft_views import path_of
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice, Office, WordOffice
from generator.desk.new_pictures import address, place_of
from generator.desk.picture_uploads import picture_upload_routes
from generator.desk.recording_room import recording_routes
from generator.desk.save_words import told_reasons
from generator.desk.title_words import title_of
from generator.desk.uploads import Upload, sent_by
from generator.desk.word_files import (
    NO_WORD,
    document_of,
    label_remarks,
    origin_of,
    remarks_of,
    waiting,
)
from generator.desk.word_import import import_routes
from generator.desk.word_rows import copy_lines, rows_of
from generator.model.draft import Draft
from generator.model.person import Role
from generator.model.word_copy import WordCopy
from generator.source.edits import NotEditableError
from generator.source.entries import with_item
from generator.text.imported import NotImportedError
from generator.text.splicing.body_blocks import body_blocks

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_CONFLICT, _REFUSED = 409, 422


def word_routes(office: Office, drafts: DraftOffice, documents: WordOffice) -> list[Route]:
    """What the desk answers of Word documents."""
    room = _Exchange(office, drafts, documents)
    return [
        *import_routes(office, drafts, documents),
        *picture_upload_routes(office, drafts),
        *recording_routes(office, drafts),
        Route("/bai/{handle}/word", room.screen, methods=["GET"]),
        Deed("/bai/{handle}/word", room.give, Role.WRITES),
        Deed("/bai/{handle}/word/tep", room.take, Role.WRITES),
        Deed("/bai/{handle}/word/nhan", room.receive, Role.WRITES),
        Route("/bai/{handle}/word/{key}", room.compare, methods=["GET"]),
        Deed("/bai/{handle}/word/{key}", room.put, Role.WRITES),
        Route("/bai/{handle}/word/{key}/goc", room.original, methods=["GET"]),
    ]


class _Exchange:
    def __init__(self, office: Office, drafts: DraftOffice, documents: WordOffice) -> None:
        self._office, self._drafts, self._documents = office, drafts, documents

    def screen(self, request: Request) -> Response:
        """What went out and came back, and what of its document could not come along."""
        return self._screen(request)

    async def give(self, request: Request) -> Response:
        """The piece as a document, as it is typed now; what it was then is remembered."""
        return await run_in_threadpool(self._given, request)

    def _given(self, request: Request) -> Response:
        draft = self._draft(request)
        if draft is None:
            return lost(request)
        data = word_of(draft.path, draft.text, self._drafts.data)
        name = f"{self._title(draft)[:80].strip() or 'bai'}.docx".replace("/", "-")
        copy = WordCopy("gave", name, data, self._documents.now(), draft.text)
        self._documents.put(draft.path, copy)
        return _download(copy)

    async def take(self, request: Request) -> Response:
        """A document that came back is kept, and compared."""
        sent = await sent_by(request)
        return await run_in_threadpool(self._taken, request, sent)

    async def receive(self, request: Request) -> Response:
        """A document that was brought for a new piece is one of this piece."""
        form = await form_of(request)
        return await run_in_threadpool(self._received, request, form)

    def compare(self, request: Request) -> Response:
        """What was changed in Word beside what is here now."""
        return self._compared(request)

    async def put(self, request: Request) -> Response:
        """What was chosen becomes part of the draft."""
        form = await form_of(request)
        return await run_in_threadpool(self._put, request, form)

    def original(self, request: Request) -> Response:
        """A document as it came or went."""
        copy = self._copy(request)
        return _download(copy) if copy else lost(request)

    def _screen(self, request: Request, status: int = 200, why: Sequence[str] = ()) -> Response:
        draft = self._draft(request)
        if draft is None:
            return lost(request)
        copies = self._documents.copies(draft.path)
        came = next((each for each in copies if each.way == "came"), None)
        return page(
            "word",
            request,
            status,
            address=f"/bai/{request.path_params['handle']}",
            title=self._title(draft),
            has_text=bool(body_blocks(draft.text)),
            is_locked=bool(lock_of(draft, self._drafts.last_report())),
            lines=copy_lines(copies),
            came=came,
            remarks=remarks_of(came)[1] if came else (),
            why=why,
        )

    def _taken(self, request: Request, sent: Upload) -> Response:
        draft = self._draft(request)
        if draft is None:
            return lost(request)
        copy = document_of(sent, "back", self._documents.now())
        if isinstance(copy, tuple):
            return self._screen(request, *copy)
        return self._kept(request, draft, copy)

    def _received(self, request: Request, form: Mapping[str, str]) -> Response:
        draft, key = self._draft(request), form.get("ban", "")
        there = next((each for each in self._documents.copies(waiting()) if each.key == key), None)
        if draft is None or there is None:
            return lost(request)
        answer = self._kept(request, draft, replace(there, way="back"))
        self._documents.drop(waiting(), key)
        return answer

    def _kept(self, request: Request, draft: Draft, copy: WordCopy) -> Response:
        try:
            remarks_of(copy)
        except NotImportedError as error:
            why = [f"{d.message('vi')} {d.hint('vi')}".strip() for d in error.diagnostics]
            return self._screen(request, NO_WORD, why)
        self._documents.put(draft.path, copy)
        return RedirectResponse(f"/bai/{request.path_params['handle']}/word/{copy.key}", 303)

    def _changes(self, draft: Draft, copy: WordCopy) -> WordChanges:
        """What differs from the document that went out; from what is here, where none did."""
        path, back = draft.path, remarks_of(copy)[0]
        given = origin_of(self._documents.copies(path), copy)
        text = given.text if given else draft.text
        data = given.data if given else word_of(path, text, self._drafts.data)
        gone = remarks_of(WordCopy("gave", copy.name, data, copy.when))[0]
        try:
            keys = frozenset(record_of(draft).model_fields)
        except NotEditableError:
            keys = frozenset()
        return WordReturn(path, text, gone, back).changes(draft.text, keys)

    def _compared(
        self,
        request: Request,
        status: int = 200,
        why: Sequence[str] = (),
        left: Mapping[int, bool] | None = None,
    ) -> Response:
        draft, copy = self._draft(request), self._copy(request)
        if draft is None or copy is None or copy.way != "back":
            return lost(request)
        found = self._changes(draft, copy)
        return page(
            "word_compare",
            request,
            status,
            address=f"/bai/{request.path_params['handle']}",
            title=self._title(draft),
            copy=copy,
            seal=draft.seal,
            is_locked=bool(lock_of(draft, self._drafts.last_report())),
            rows=rows_of(draft, found.changes, left),
            remarks=(*remarks_of(copy)[1], *label_remarks(found)),
            why=why,
        )

    def _put(self, request: Request, form: Mapping[str, str]) -> Response:
        draft, copy = self._draft(request), self._copy(request)
        if draft is None or copy is None or copy.way != "back":
            return lost(request)
        if form.get("dau") != draft.seal:
            told = words("The text was changed meanwhile: look at what differs now.")
            return self._compared(request, _CONFLICT, [told])
        found = self._changes(draft, copy)
        chosen = [each for n, each in enumerate(found.changes) if f"lay-{n}" in form]
        left = {n: f"lay-{n}" in form for n in range(len(found.changes))}
        if not chosen:
            told = words("Nothing is taken yet: tick what is to be taken.")
            return self._compared(request, _REFUSED, [told], left)
        text, refused = with_changes(draft.path, draft.text, chosen)
        if refused:
            told = words("Some places cannot be written so in the text: change them by hand.")
            left |= {n: False for n, each in enumerate(found.changes) if each in refused}
            return self._compared(request, _REFUSED, [told], left)
        return self._written(request, draft, self._with_pictures(draft, text, found), chosen)

    def _with_pictures(self, draft: Draft, text: str, found: WordChanges) -> str | list[str]:
        """The text with its new pictures, beside those of the piece; or why it has none."""
        for name, picture in found.pictures.items():
            if f"({name})" not in text:
                continue
            place = place_of(self._office, draft.path, picture.words, picture.data)
            if not place.path:
                return told_reasons(place.report, self._office.look().plan)
            text = text.replace(f"({name})", f"({address(draft.path, place.path)})")
            if place.path not in text:
                text = with_item(draft.path, text, ("rights",), f"{{file: {place.path}}}")
        return text

    def _written(
        self,
        request: Request,
        draft: Draft,
        text: str | list[str],
        chosen: Sequence[FieldChange | BlockChange],
    ) -> Response:
        if not isinstance(text, str):
            return self._compared(request, _REFUSED, text)
        change = self._drafts.change(draft.path, draft.seal, lambda each: replace(each, text=text))
        if not change.was_seen or change.draft is None or change.draft.text != text:
            return self._compared(request, _CONFLICT, [words("Nothing was changed.")])
        del chosen
        return RedirectResponse(f"/bai/{request.path_params['handle']}?xong=tuword", 303)

    def _draft(self, request: Request) -> Draft | None:
        path = path_of(self._drafts, request.path_params["handle"])
        return self._drafts.draft(path) if path and path.startswith("content/") else None

    def _copy(self, request: Request) -> WordCopy | None:
        path = path_of(self._drafts, request.path_params["handle"]) or ""
        key = request.path_params["key"]
        return next((each for each in self._documents.copies(path) if each.key == key), None)

    def _title(self, draft: Draft) -> str:
        return title_of(draft.path, self._drafts.last_report().plan, draft.text.encode())


def _download(copy: WordCopy) -> Response:
    name = f"attachment; filename*=UTF-8''{quote(copy.name)}"
    return Response(copy.data, media_type=DOCX, headers={"Content-Disposition": name})
