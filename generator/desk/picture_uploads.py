"""A picture that is dropped on a text or chosen for it: seen, cut, described, owned; then put in.

Nothing is kept before its words and rights are asked for: the browser sends the file again then.
"""

from base64 import b64encode
from collections.abc import Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.app.draft_edits import lock_of
from generator.catalogue import words
from generator.desk.deed_routes import Deed
from generator.desk.draft_views import path_of, state
from generator.desk.needs import DraftChange, DraftOffice, Office
from generator.desk.new_pictures import address, file_name, place_of, same_picture
from generator.desk.page_pictures import small
from generator.desk.page_words import key_of
from generator.desk.save_words import told_reasons
from generator.desk.uploads import Upload, plain_name, sent_by
from generator.diagnostics import Diagnostic, Location, Refusal
from generator.model.draft import Draft
from generator.model.person import Role
from generator.model.rights import Rights
from generator.source.crop import CropBox, part_of
from generator.source.edits import NotEditableError
from generator.source.entries import value_text, with_item
from generator.source.picture_file import picture
from generator.source.signatures import form_of

MOST_BYTES: Final = 100_000_000
"""Bytes of a picture: what the largest cameras write."""
_TOO_LARGE, _NO_PICTURE, _SEVERAL, _LOCKED = 413, 415, 422, 409
_MEGA: Final = 1_000_000
_ASKED: Final = ("credit", "source", "people", "consent")
_PEOPLE: Final = frozenset({"none", "recognisable"})
_TYPES: Final = {"SVG": "image/svg+xml"}


def picture_upload_routes(office: Office, drafts: DraftOffice) -> list[Route]:
    """Where a picture for a text is sent: to be looked at, and to be put in."""
    room = _Uploads(office, drafts)
    return [
        Deed("/bai/{handle}/hinh/xem/tep", room.preview, Role.WRITES),
        Deed("/bai/{handle}/hinh/tep", room.put, Role.WRITES),
    ]


class _Uploads:
    def __init__(self, office: Office, drafts: DraftOffice) -> None:
        self._office, self._drafts = office, drafts

    async def preview(self, request: Request) -> Response:
        """A small copy, upright, as the page would show it; or why it is no picture."""
        sent = await sent_by(request)
        return await run_in_threadpool(self._preview, request, sent)

    async def put(self, request: Request) -> Response:
        """The picture among the files, its rights in the draft; how the text names it."""
        sent = await sent_by(request)
        return await run_in_threadpool(self._put, request, sent)

    def _preview(self, request: Request, sent: Upload) -> Response:
        data = self._picture(sent)
        if isinstance(data, Response):
            return data
        if self._draft(request) is None:
            return _refused(404, words("There is no such page."))
        form = form_of(data)
        shown = small(file_name("anh", data), data)
        if isinstance(shown, Refusal):
            return _refused(_NO_PICTURE, _told(shown.at(Location(""), file=_name(sent))))
        kind = _TYPES.get(form, "image/webp")
        return JSONResponse(
            {
                "preview": f"data:{kind};base64,{b64encode(shown).decode()}",
                "is_cut": form != "SVG",
                "is_here": bool(same_picture(self._office, data)),
            }
        )

    def _put(self, request: Request, sent: Upload) -> Response:
        data, draft = self._picture(sent), self._draft(request)
        if isinstance(data, Response):
            return data
        if draft is None:
            return _refused(404, words("There is no such page."))
        if why := self._reason(draft, sent.fields):
            return why
        alt = " ".join(sent.fields.get("alt", "").split())
        box = CropBox.of(sent.fields.get("crop", ""))
        cut = data if box.is_whole or form_of(data) == "SVG" else part_of(data, box)
        if isinstance(cut, Refusal):
            return _refused(_NO_PICTURE, _told(cut.at(Location(""), file=_name(sent))))
        return self._placed(draft, sent.fields, alt, cut)

    def _reason(self, draft: Draft, fields: Mapping[str, str]) -> Response | None:
        """Why nothing may be put into a draft now, before anything is written."""
        if held := lock_of(draft, self._drafts.last_report()):
            return _refused(_LOCKED, _told(held[0]))
        if not self._drafts.change(draft.path, fields.get("seal", ""), lambda each: each).was_seen:
            return _refused(
                _LOCKED, words("The text was changed meanwhile: look at it, try again.")
            )
        if not fields.get("alt", "").strip():
            return _refused(_SEVERAL, words("Say first what the picture shows."))
        return None

    def _placed(self, draft: Draft, fields: Mapping[str, str], alt: str, data: bytes) -> Response:
        place = place_of(self._office, draft.path, alt, data)
        if not place.path:
            why = told_reasons(place.report, self._office.look().plan)
            return _refused(_SEVERAL, " ".join(why))
        try:
            change = self._with_rights(draft, fields, place.path)
        except NotEditableError:
            told = words("The head of this piece cannot be read: mend it first.")
            return _refused(_SEVERAL, told)
        now = change.draft or draft
        src = address(draft.path, place.path)
        body = {**state(self._drafts, now), "src": src, "key": key_of(src), "alt": alt}
        return JSONResponse(body, 200 if change.was_seen else _LOCKED)

    def _with_rights(self, draft: Draft, fields: Mapping[str, str], path: str) -> DraftChange:
        """The draft that the browser saw, with whose the picture is; once for each picture."""

        def edit(each: Draft) -> Draft:
            if f"file: {path}" in each.text:
                return each
            text = with_item(each.path, each.text, ("rights",), _rights(path, fields))
            return Draft(each.path, each.base, text)

        return self._drafts.change(draft.path, fields.get("seal", ""), edit)

    def _picture(self, sent: Upload) -> bytes | Response:
        """The bytes of the one picture that was sent, looked at to their end."""
        if sent.refusal:
            return _refused(sent.status, sent.refusal)
        data = sent.files[0].file.read(MOST_BYTES + 1) if len(sent.files) == 1 else b""
        several = len(sent.files) > 1
        sent.close()
        if not data or several:
            told = "Bring one picture at a time." if several else "No file came with it."
            return _refused(_SEVERAL, words(told))
        if len(data) > MOST_BYTES:
            told = words("“{name}” is too large: it has more than {most} MB.")
            return _refused(_TOO_LARGE, told.format(name=_name(sent), most=MOST_BYTES // _MEGA))
        seen = picture(file_name("anh", data), data)
        if isinstance(seen, Refusal):
            return _refused(_NO_PICTURE, _told(seen.at(Location(""), file=_name(sent))))
        return data

    def _draft(self, request: Request) -> Draft | None:
        path = path_of(self._drafts, request.path_params["handle"])
        return self._drafts.draft(path) if path and path.startswith("content/") else None


def _rights(path: str, fields: Mapping[str, str]) -> str:
    """The entry of a picture, in the order of its record; what nobody has said is left out."""
    told = {"file": path, **{key: " ".join(fields.get(key, "").split()) for key in _ASKED}}
    if told["people"] not in _PEOPLE:
        told["people"] = ""
    pairs = (
        f"{key}: {value_text(told[key], inside=True)}" for key in Rights.model_fields if told[key]
    )
    return f"{{{', '.join(pairs)}}}"


def _name(sent: Upload) -> str:
    return plain_name(sent.files[0].filename) if sent.files else ""


def _told(found: Diagnostic) -> str:
    return f"{found.message('vi')} {found.hint('vi').partition(chr(10))[0]}".strip()


def _refused(status: int, why: str) -> JSONResponse:
    return JSONResponse({"refused": why}, status)
