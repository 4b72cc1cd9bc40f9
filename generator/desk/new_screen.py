"""«Viết bài mới»: a piece is begun for what a person has chosen, never for what nobody chose."""

from collections.abc import Iterable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.editing.edit_kinds import NewPiece
from generator.app.scaffold import NoActivityError, PieceRequest
from generator.catalogue import words
from generator.desk import new_pieces, piece_views
from generator.desk.answers import lost, page
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice, Office
from generator.desk.problem_links import Reason, reasons
from generator.desk.unread_pieces import unread_pieces
from generator.media import media
from generator.model.person import Role
from generator.model.piece import Piece

_CHOOSE = "Nothing is begun yet: press “Begin the piece” beside the line that the piece is for."


def new_routes(office: Office, drafts: DraftOffice) -> list[Route]:
    """The screen, and what its buttons do."""
    screen = _NewScreen(office, drafts)
    return [
        Route("/bai/moi", screen.promises, methods=["GET"]),
        Deed("/bai/moi", screen.begin, Role.WRITES),
    ]


class _NewScreen:
    """For what a piece can be begun."""

    def __init__(self, office: Office, drafts: DraftOffice) -> None:
        self._office, self._drafts = office, drafts

    def promises(self, request: Request) -> Response:
        """For what a piece can be begun."""
        return self._shown(request)

    async def begin(self, request: Request) -> Response:
        """A new draft for a line of the plan, or a page of its own."""
        form = await form_of(request)
        return await run_in_threadpool(self._begun, request, form)

    def _shown(
        self,
        request: Request,
        title: str = "",
        *,
        why: Iterable[Reason] = (),
        same: Iterable[Piece] = (),
    ) -> Response:
        """Of what was asked and not begun the title stays, with why."""
        checked, why = self._office.look(), list(why)
        plans = new_pieces.plans(checked.plan)
        there = [(piece_views.handle_of(each.file), each.title) for each in same]
        status = 422 if why or there else 200
        unread = unread_pieces(checked, self._office.data)
        return page(
            "new", request, status, plans=plans, typed=title, why=why, same=there, unread=unread
        )

    def _begun(self, request: Request, form: Mapping[str, str]) -> Response:
        plan, title = self._office.look().plan, form.get("ten", "")
        if not form.get("dong"):
            return self._shown(request, title, why=[words(_CHOOSE)])
        campaign, _, activity = form["dong"].partition("/")
        medium = media().get(new_pieces.medium_of(plan, campaign, activity))
        if medium is None:
            return lost(request)
        same = new_pieces.namesakes(plan, title)
        if same and form.get("biet") != title:
            return self._shown(request, title, same=same)
        where = ("", "") if campaign == new_pieces.ALONE else (campaign, activity)
        try:
            saved = self._office.edit(
                [NewPiece(PieceRequest(medium, title, *where, has_form=True))]
            )
        except NoActivityError:
            return lost(request)
        if not saved.is_written:
            why = reasons(self._drafts, self._office.look(), saved)
            return self._shown(request, title, why=why)
        return RedirectResponse(f"/bai/{piece_views.handle_of(saved.files[0])}?xong=moi", 303)
