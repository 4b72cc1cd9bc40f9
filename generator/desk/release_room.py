"""Releasing the timetable of a quarter: who learns what of it, and what is sent along."""

import re
from collections.abc import Mapping, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.check import CheckReport
from generator.app.editing.edit_kinds import ReleaseQuarter
from generator.app.editing.planning import RELEASED_UNSEEN
from generator.catalogue import words
from generator.desk.answers import lost, page
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice, Office, SaveReport
from generator.desk.problem_links import Reason, reasons
from generator.desk.release_views import (
    handle_of_plan,
    pack_lines,
    pack_of_handle,
    release_views,
)
from generator.model.person import Role
from generator.model.quarter import Quarter

_QUARTER = re.compile(r"(20\d\d)-([1-4])", re.ASCII)
_NO_PACK = "The pack is not made yet: press “Make the pack”."


def release_routes(office: Office, drafts: DraftOffice) -> list[Route]:
    """The screen of a quarter, and what its buttons do."""
    room = _ReleaseRoom(office, drafts)
    return [
        Route("/lich/phat-hanh/{quarter}", room.quarter),
        Deed("/lich/phat-hanh/{quarter}/{plan}", room.release, Role.APPROVES),
        Route("/lich/ho-so/{quarter}/{partner}", room.pack, methods=["GET"]),
        Deed("/lich/ho-so/{quarter}/{partner}", room.make, Role.WRITES),
    ]


class _ReleaseRoom:
    """One quarter of all plans."""

    def __init__(self, office: Office, drafts: DraftOffice) -> None:
        self._office, self._drafts = office, drafts

    def quarter(self, request: Request) -> Response:
        """What would be released, and what has been."""
        return self._shown(request)

    async def release(self, request: Request) -> Response:
        """The next release is made, if it is the one that was seen."""
        form = await form_of(request)
        return await run_in_threadpool(self._released, request, form)

    async def make(self, request: Request) -> Response:
        """The pack of a partner is made."""
        return await run_in_threadpool(self._made, request)

    def pack(self, request: Request) -> Response:
        """The pack, as it was made last."""
        quarter, plan = _quarter(request), self._office.look().plan
        found = pack_of_handle(plan, quarter, request.path_params["partner"]) if quarter else None
        if quarter is None or found is None:
            return lost(request)
        data = self._office.pack(found.partner.id, quarter)
        if data is None:
            return self._shown(request, why=[words(_NO_PACK)], status=404)
        name = f"{found.partner.id}-{quarter.year}-quy-{quarter.number}.zip"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(data, media_type="application/zip", headers=headers)

    def _released(self, request: Request, form: Mapping[str, str]) -> Response:
        quarter, checked = _quarter(request), self._office.look()
        handle, known = request.path_params["plan"], checked.plan.workspace.campaigns
        campaign = next((name for name in known if handle_of_plan(name) == handle), "")
        if quarter is None or not campaign:
            return lost(request)
        if checked.blocking:
            saved = SaveReport(is_written=False, findings=tuple(checked.blocking))
            return self._refused(request, checked, saved)
        saved = self._office.edit([ReleaseQuarter(campaign, quarter, form.get("dau", ""))])
        if not saved.is_written:
            return self._refused(request, self._office.look(), saved)
        done = "phathanh" if saved.files else "khong"
        return RedirectResponse(f"{_address(quarter)}?xong={done}", 303)

    def _made(self, request: Request) -> Response:
        quarter, checked = _quarter(request), self._office.look()
        handle = request.path_params["partner"]
        found = pack_of_handle(checked.plan, quarter, handle) if quarter else None
        if quarter is None or found is None:
            return lost(request)
        saved = self._office.make_pack(found.partner.id, quarter)
        if not saved.is_written:
            return self._refused(request, checked, saved)
        return RedirectResponse(f"{_address(quarter)}?xong=hoso&tai={handle}#{handle}", 303)

    def _refused(self, request: Request, checked: CheckReport, saved: SaveReport) -> Response:
        """Nothing was made: each piece that stands in the way is named, with the way to it."""
        is_unseen = any(each.rule.code == RELEASED_UNSEEN.code for each in saved.findings)
        why, status = reasons(self._drafts, checked, saved), 409 if is_unseen else 422
        return self._shown(request, why=why, status=status)

    def _shown(
        self, request: Request, *, why: Sequence[Reason] = (), status: int = 200
    ) -> Response:
        quarter = _quarter(request)
        if quarter is None:
            return lost(request)
        plan = self._office.look().plan
        return page(
            "release",
            request,
            status,
            quarter=quarter,
            back=f"/lich?xem=quy&ngay={quarter.first_day}",
            address=_address(quarter),
            packs_at=f"/lich/ho-so/{quarter.year}-{quarter.number}",
            views=release_views(plan, quarter),
            packs=pack_lines(plan, quarter),
            ready=request.query_params.get("tai", ""),
            why=why,
        )


def _quarter(request: Request) -> Quarter | None:
    found = _QUARTER.fullmatch(request.path_params["quarter"])
    return Quarter(int(found[1]), int(found[2])) if found else None


def _address(quarter: Quarter) -> str:
    return f"/lich/phat-hanh/{quarter.year}-{quarter.number}"
