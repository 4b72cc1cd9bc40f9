"""The recording of a segment on its writing screen: dropped, measured, heard."""

import re
from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.draft_edits import FieldValue, lock_of, with_edit
from generator.app.editing.edit_kinds import AddRecording
from generator.catalogue import words
from generator.desk.answers import page
from generator.desk.deed_routes import Deed
from generator.desk.draft_views import path_of
from generator.desk.needs import DraftOffice, Office
from generator.desk.save_words import told_reasons
from generator.desk.uploads import Upload, plain_name, sent_by
from generator.diagnostics import RefusalError
from generator.model.draft import Draft
from generator.model.person import Role
from generator.model.plan import Plan
from generator.model.segment import Segment
from generator.source.audio import measure
from generator.vietnamese.dates import format_length

MOST_BYTES: Final = 200_000_000
"""Bytes of a recording: an hour at the finest that stations ask for."""
_TOO_LARGE, _LOCKED, _REFUSED = 413, 409, 422
_MEGA: Final = 1_000_000
_PART: Final = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


@dataclass(frozen=True, slots=True)
class RecordingView:
    """The recording of a piece: how long it is, in words; or that there is none, or none any more.

    `can_play` says whether it can be heard, `key` names its bytes to the browser.
    """

    length: str
    can_play: bool
    key: str = ""


def recording_view(plan: Plan, path: str) -> RecordingView | None:
    """What the screen of a file shows of its recording; None of what has none, as a story."""
    piece = _segment(plan, path)
    if piece is None:
        return None
    asset = plan.workspace.assets.get(piece.audio)
    if asset is None:
        return RecordingView(words("There is no recording yet."), can_play=False)
    try:
        length, key = format_length(measure(asset).seconds), f"{asset.size:x}"
    except RefusalError:
        return RecordingView(words("The recording cannot be heard."), can_play=False)
    return RecordingView(length, can_play=True, key=key)


def recording_routes(office: Office, drafts: DraftOffice) -> list[Route]:
    """Where a recording is brought, and heard."""
    room = _Recordings(office, drafts)
    return [
        Route("/bai/{handle}/nghe", room.sound, methods=["GET"]),
        Deed("/bai/{handle}/nghe/tep", room.take, Role.WRITES),
    ]


class _Recordings:
    def __init__(self, office: Office, drafts: DraftOffice) -> None:
        self._office, self._drafts = office, drafts

    def sound(self, request: Request) -> Response:
        """The recording of the draft, or the part of it that a player asks for."""
        draft = self._draft(request)
        plan = self._drafts.check(draft).plan if draft else None
        piece = _segment(plan, draft.path) if plan and draft else None
        asset = plan.workspace.assets.get(piece.audio) if plan and piece else None
        if asset is None:
            return PlainTextResponse(words("There is no such page."), 404)
        try:
            kind = measure(asset).type
        except RefusalError:
            return PlainTextResponse(words("There is no such page."), 404)
        return _heard(request, asset.read(), kind)

    async def take(self, request: Request) -> Response:
        """It lies among the files, and the draft names it."""
        sent = await sent_by(request)
        return await run_in_threadpool(self._taken, request, sent)

    def _taken(self, request: Request, sent: Upload) -> Response:
        data = sent.files[0].file.read(MOST_BYTES + 1) if len(sent.files) == 1 else b""
        names = [plain_name(each.filename) for each in sent.files]
        sent.close()
        draft = self._draft(request)
        if sent.refusal or len(names) != 1:
            told = "Bring one recording at a time." if names else "No file came with it."
            return self._told(
                request, sent.status if sent.refusal else _REFUSED, sent.refusal or words(told)
            )
        if len(data) > MOST_BYTES:
            told = words("“{name}” is too large: it has more than {most} MB.")
            told = told.format(name=names[0], most=MOST_BYTES // _MEGA)
            return self._told(request, _TOO_LARGE, told)
        if draft is None or _segment(self._drafts.check(draft).plan, draft.path) is None:
            return self._told(request, 404, words("There is no such page."))
        if held := lock_of(draft, self._drafts.last_report()):
            return self._told(request, _LOCKED, held[0].message("vi"))
        return self._put(request, draft, names[0], data)

    def _put(self, request: Request, draft: Draft, name: str, data: bytes) -> Response:
        saved = self._office.edit([AddRecording(draft.path, data)])
        if not saved.is_written:
            told = told_reasons(saved, self._office.look().plan)
            return self._told(request, _REFUSED, f"{name}: {' '.join(told)}")
        assets = self._office.look().plan.workspace.assets.values()
        path = next((each for each in saved.files if each.startswith("assets/")), "") or next(
            each.path for each in assets if each.size == len(data) and each.read() == data
        )
        edit = FieldValue("audio", path)
        self._drafts.change(draft.path, draft.seal, lambda each: with_edit(each, edit))
        return RedirectResponse(f"/bai/{request.path_params['handle']}?xong=ghiam", 303)

    def _told(self, request: Request, status: int, why: str) -> Response:
        title = words("The recording was not taken.")
        return page("message", request, status, title=title, why=[why])

    def _draft(self, request: Request) -> Draft | None:
        path = path_of(self._drafts, request.path_params["handle"])
        return self._drafts.draft(path) if path and path.startswith("content/") else None


def _segment(plan: Plan, path: str) -> Segment | None:
    pieces = plan.workspace.pieces.values()
    return next((p for p in pieces if p.file == path and isinstance(p, Segment)), None)


def _heard(request: Request, data: bytes, kind: str) -> Response:
    """All of it, or one part (RFC 9110, 14): players go to and fro so."""
    asked = _PART.fullmatch(request.headers.get("range", ""))
    headers = {"Accept-Ranges": "bytes"}
    if asked is None:
        return Response(data, media_type=kind, headers=headers)
    first, last = int(asked[1]), min(int(asked[2] or len(data)), len(data) - 1)
    if first > last:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{len(data)}"})
    headers["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
    return Response(data[first : last + 1], 206, media_type=kind, headers=headers)
