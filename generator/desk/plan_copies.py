"""«Từ kế hoạch cũ»: a plan is copied for other years; what is to be decided stands in its file."""

from collections.abc import Iterable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.editing.edit_kinds import NewPlan
from generator.catalogue import words
from generator.desk.answers import lost, page
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice, Office
from generator.desk.piece_views import handle_of
from generator.desk.problem_links import Reason, reasons
from generator.model.person import Role
from generator.planning.year_shift import read_years


def copy_routes(office: Office, drafts: DraftOffice) -> list[Route]:
    """The screen, and what its button does."""
    room = _CopyRoom(office, drafts)
    return [
        Route("/ke-hoach/moi", room.plans, methods=["GET"]),
        Deed("/ke-hoach/moi", room.begin, Role.WRITES),
    ]


class _CopyRoom:
    """Which plan is copied, and for which years."""

    def __init__(self, office: Office, drafts: DraftOffice) -> None:
        self._office, self._drafts = office, drafts

    def plans(self, request: Request) -> Response:
        """Nothing is asked yet."""
        return self._shown(request, {})

    async def begin(self, request: Request) -> Response:
        """The draft of the new plan, opened; or why there is none."""
        form = await form_of(request)
        return await run_in_threadpool(self._begun, request, form)

    def _begun(self, request: Request, form: Mapping[str, str]) -> Response:
        plan, source = self._office.look().plan, form.get("tu", "")
        if source not in plan.workspace.campaigns:
            return lost(request)
        years = read_years(form.get("nam", ""))
        if years is None:
            message = words("“{value}” are no years; write 2027, or 2026-2030.")
            return self._shown(request, form, [message.format(value=form.get("nam", ""))])
        saved = self._office.edit([NewPlan(source, *years)])
        if not saved.is_written:
            why = reasons(self._drafts, self._office.look(), saved)
            return self._shown(request, form, why)
        return RedirectResponse(f"/bai/{handle_of(saved.files[0])}?xong=nammoi", 303)

    def _shown(
        self, request: Request, form: Mapping[str, str], why: Iterable[Reason] = ()
    ) -> Response:
        """What was asked stays, with why nothing came of it."""
        every, told = self._office.look().plan.workspace.campaigns.values(), [*why]
        newest = sorted(every, key=lambda campaign: (-campaign.period, campaign.id))
        plans = [(each.id, f"{each.short_name}: {each.title}") for each in newest]
        status = 422 if told else 200
        return page("plan_copy", request, status, plans=plans, form=form, why=told)
