"""The desk in the browser (bàn làm việc): a window onto the same files, never a second truth.

Everything that it does is a command of `loa` too. Its pages are made here and need no script.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.check import CheckReport
from generator.app.editing.approvals import is_locked
from generator.app.editing.edit_kinds import NewPiece, ReplaceText
from generator.app.scaffold import NoActivityError, PieceRequest
from generator.catalogue import words
from generator.desk import deeds, new_pieces, piece_list, piece_views, plan_files, screens, today
from generator.desk.form_fields import form_of
from generator.desk.needs import Office, SaveReport
from generator.desk.quarter_view import quarter_view
from generator.media import media

_LISTED = 8
"""Changes that are shown; all of them are told by `loa undo --list`."""
_BOM = "\ufeff"


def routes(office: Office, brand: Callable[[], str]) -> list[Route]:
    """What the desk answers; `brand` gives the style sheet of the workspace's colours and type."""
    desk = _Desk(office, brand)
    return [
        Route("/", desk.today),
        Route("/bai", desk.pieces),
        Route("/ke-hoach", desk.plans),
        Route("/bai/moi", desk.promises, methods=["GET"]),
        Route("/bai/moi", desk.begin, methods=["POST"]),
        Route("/bai/{handle}", desk.piece, methods=["GET"]),
        Route("/bai/{handle}", desk.act, methods=["POST"]),
        Route("/doi/{number:int}", desk.take_back, methods=["POST"]),
        Route("/favicon.ico", desk.icon),
        Route("/mau.css", desk.colours),
        Route("/desk.css", desk.style),
        Route("/fonts/{name}", desk.font),
        Route("/{path:path}", _lost),
    ]


class _Desk:
    """Each screen, and what its buttons do."""

    def __init__(self, office: Office, brand: Callable[[], str]) -> None:
        self._office, self._brand = office, brand

    def today(self, request: Request) -> Response:
        """What is late, due, waiting; and the last changes, of which the last can be taken back."""
        plan = self._office.look().plan
        groups = today.groups(plan)
        return _page(
            "today",
            request,
            today=today.today_in_words(plan),
            summary=today.summary(groups),
            quarter=quarter_view(plan),
            groups=groups,
            changes=[today.change(version) for version in self._office.versions(_LISTED)],
        )

    def pieces(self, request: Request) -> Response:
        """All pieces, narrowed as the address says."""
        chosen = piece_list.Filter.of(request.query_params)
        checked = self._office.look()
        return _page(
            "pieces",
            request,
            chosen=chosen,
            found=piece_list.piece_list(checked, chosen),
            unread=piece_list.unread(checked),
            media=piece_list.kinds(checked.plan),
            states=piece_list.states(),
            quarters=piece_list.quarters(checked.plan),
        )

    def promises(self, request: Request) -> Response:
        """For what a piece can be begun."""
        return _page("new", request, plans=new_pieces.plans(self._office.look().plan))

    def plans(self, request: Request) -> Response:
        """The plans and the lists beside them, to be opened as text."""
        checked = self._office.look()
        plans, lists = plan_files.plan_views(checked), plan_files.list_files(checked)
        return _page("plans", request, plans=plans, lists=lists)

    def piece(self, request: Request) -> Response:
        """One piece: its text as a file, what it is, what is wrong with it."""
        checked = self._office.look()
        path = piece_views.paths(checked).get(request.path_params["handle"])
        return self._shown(request, checked, path) if path else _lost(request)

    async def begin(self, request: Request) -> Response:
        """A new draft for a line of the plan, or a page of its own."""
        form = await form_of(request)
        return await run_in_threadpool(self._begun, request, form)

    async def act(self, request: Request) -> Response:
        """What a button of a piece's screen does."""
        form = await form_of(request)
        return await run_in_threadpool(self._done, request, form)

    async def take_back(self, request: Request) -> Response:
        """A change is taken back, and that is one too."""
        saved = await run_in_threadpool(self._office.take_back, request.path_params["number"])
        if saved.is_written:
            return RedirectResponse("/?xong=lai", 303)
        return _page("message", request, 409, title=words("Nothing was changed."), saved=saved)

    def colours(self, request: Request) -> Response:
        """The brand's colours by day and by night."""
        del request
        return Response(self._brand(), media_type="text/css")

    def icon(self, request: Request) -> Response:
        """None: browsers ask for one all the same."""
        del request
        return Response(status_code=204)

    def style(self, request: Request) -> Response:
        """Where they are used."""
        del request
        return Response(screens.style(), media_type="text/css")

    def font(self, request: Request) -> Response:
        """A typeface of the site."""
        data = screens.font(request.path_params["name"])
        return Response(data, 200 if data else 404, media_type="font/woff2")

    def _begun(self, request: Request, form: Mapping[str, str]) -> Response:
        campaign, _, activity = form.get("dong", "").partition("/")
        medium = media().get(new_pieces.medium_of(self._office.look().plan, campaign, activity))
        if medium is None:
            return _lost(request)
        wanted = PieceRequest(medium, form.get("ten", ""), campaign, activity)
        try:
            saved = self._office.edit([NewPiece(wanted)])
        except NoActivityError:
            return _lost(request)
        if not saved.is_written:
            return _page("message", request, 422, title=words("Nothing was changed."), saved=saved)
        return RedirectResponse(f"/bai/{piece_views.handle_of(saved.files[0])}?xong=moi", 303)

    def _done(self, request: Request, form: Mapping[str, str]) -> Response:
        checked = self._office.look()
        path = piece_views.paths(checked).get(request.path_params["handle"])
        edit = deeds.edit_of(path, form) if path else None
        if path is None or edit is None:
            return _lost(request)
        typed = form["text"].replace("\r\n", "\n") if isinstance(edit, ReplaceText) else None
        if typed is not None and form.get("dau") != _seal(self._office.data(path)):
            return self._shown(request, checked, path, typed=typed, status=409)
        saved = self._office.edit([edit])
        if not saved.is_written:
            status = 409 if saved.conflicts else 422
            return self._shown(request, checked, path, typed=typed, saved=saved, status=status)
        done = form["viec"] if saved.files else "khong"
        handle = piece_views.handle_of(deeds.file_after(edit))
        return RedirectResponse(f"/bai/{handle}?xong={done}", 303)

    def _shown(  # noqa: PLR0913 - what a screen is made of
        self,
        request: Request,
        checked: CheckReport,
        path: str,
        *,
        typed: str | None = None,
        saved: SaveReport | None = None,
        status: int = 200,
    ) -> Response:
        plan, data = checked.plan, self._office.data(path)
        there = next((p for p in plan.workspace.pieces.values() if p.file == path), None)
        text = _text(data)
        return _page(
            "piece",
            request,
            status,
            piece=there,
            path=path,
            state=piece_views.state(there) if there else "",
            sign=piece_views.sign(there) if there else "",
            offers=deeds.offers(there, path),
            is_locked=there is not None and is_locked(there),
            facts=list(piece_views.facts(there, plan)) if there else [],
            problems=[piece_views.problem(each) for each in checked.of([path])],
            text=text if typed is None else typed,
            now=text if status == 409 and typed is not None else None,  # noqa: PLR2004
            is_text=data is not None and _is_text(data),
            seal=_seal(data),
            refused=[piece_views.problem(each) for each in saved.findings] if saved else [],
            troubles=saved.troubles if saved else (),
            is_new=status != 200,  # noqa: PLR2004
        )


def _page(name: str, request: Request, status: int = 200, **values: object) -> Response:
    done = deeds.DONE.get(request.query_params.get("xong", ""), "")
    html = screens.screen(name, done=words(done) if done else "", **values)
    return HTMLResponse(html, status)


def unreachable(request: Request, error: Exception) -> Response:
    """The folder of the workspace has gone, or the system refuses it."""
    del error
    title = words("The folder of the files cannot be reached now.")
    return _page("message", request, 503, title=title, saved=None)


def _lost(request: Request) -> Response:
    return _page("message", request, 404, title=words("There is no such page."), saved=None)


def _seal(data: bytes | None) -> str:
    return sha256(data or b"").hexdigest()


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def _text(data: bytes | None) -> str:
    text = (data or b"").decode("utf-8", "replace").removeprefix(_BOM)
    return text.replace("\r\n", "\n").replace("\r", "\n")
