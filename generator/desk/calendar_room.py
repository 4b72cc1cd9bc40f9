"""The room Lịch: what happens on which day, and what would come of another day before it is so.

Without a script a slot is chosen by its link and its new day is typed; a script adds dragging.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.check import CheckReport
from generator.app.editing.moving import MEANWHILE
from generator.app.editing.planning import PLANNED_MEANWHILE
from generator.catalogue import words
from generator.desk import screens
from generator.desk.answers import lost, page
from generator.desk.calendar_choice import CalendarChoice
from generator.desk.calendar_days import CalendarDay, shelf, weeks
from generator.desk.calendar_moves import Move, move_of, open_drafts
from generator.desk.deed_routes import Deed
from generator.desk.foresight_views import in_titles, title_of_item
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice, Office, SaveReport
from generator.desk.plan_memory import PlanMemory
from generator.desk.problem_links import Reason, reasons
from generator.desk.today import change
from generator.desk.undo_words import not_taken_back
from generator.model.person import Role
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.revision import Version
from generator.planning.free_days import fitting_days

_MOST = 60
"""So many lie on the shelf; how many more there are is told."""
_REMEMBERED = 20
"""So many changes back one is offered to be taken back."""


def calendar_routes(office: Office, drafts: DraftOffice) -> list[Route]:
    """The room, and what its buttons do."""
    room = _CalendarRoom(office, drafts)
    return [
        Route("/lich", room.calendar),
        Deed("/lich/lay-lai/{number:int}", room.take_back, Role.WRITES),
        Deed("/lich/{handle}", room.move, Role.WRITES),
        Route("/lich/{handle}/truoc", room.ahead),
        Route("/lich/{handle}/vua", room.free_days),
    ]


class _CalendarRoom:
    """The calendar, and moving what is on it."""

    def __init__(self, office: Office, drafts: DraftOffice) -> None:
        self._office, self._drafts, self._memory = office, drafts, PlanMemory()

    def calendar(self, request: Request) -> Response:
        """A month or a quarter; of what is chosen its form, and what a typed day would bring."""
        plan, query = self._office.look().plan, request.query_params
        move = move_of(self._office, plan, query.get("doi", ""), query.get("sang", ""))
        return self._shown(request, plan, query, move)

    def ahead(self, request: Request) -> Response:
        """What a day would bring, as a part of the screen; quick, as somebody is dragging."""
        plan, query = self._drafts.last_report().plan, request.query_params
        move = move_of(
            self._office, plan, request.path_params["handle"], query.get("sang", "") or "?"
        )
        if move is None:
            return lost(request)
        choice = CalendarChoice.of(query, plan.today)
        html = screens.screen("foresight_part", move=move, choice=choice)
        return HTMLResponse(html, 200 if move.view else 422)

    def free_days(self, request: Request) -> Response:
        """The days of what is shown on which a slot would keep to all rules."""
        plan = self._drafts.last_report().plan
        move = move_of(self._office, plan, request.path_params["handle"], "")
        if move is None:
            return lost(request)
        choice = CalendarChoice.of(request.query_params, plan.today)
        return JSONResponse(sorted(day.isoformat() for day in _free(plan, move, choice)))

    async def move(self, request: Request) -> Response:
        """A slot gets the day that was typed, unless somebody has moved it meanwhile."""
        form = await form_of(request)
        return await run_in_threadpool(self._moved, request, form)

    async def take_back(self, request: Request) -> Response:
        """A change is taken back, and that is one too."""
        form, number = await form_of(request), request.path_params["number"]
        saved = await run_in_threadpool(self._office.take_back, number)
        checked = self._office.look()
        plan = checked.plan
        choice = CalendarChoice.of(form, plan.today)
        if saved.is_written:
            return RedirectResponse(choice.address(xong="lai"), 303)
        why = not_taken_back(saved, number, self._drafts, checked)
        return self._shown(request, plan, form, None, why=why, status=409)

    def _moved(self, request: Request, form: Mapping[str, str]) -> Response:
        plan = self._office.look().plan
        handle, typed = request.path_params["handle"], form.get("sang", "")
        move = move_of(self._office, plan, handle, typed or "?")
        if move is None:
            return lost(request)
        if move.at is None:
            return self._shown(request, plan, form, move, status=422)
        if told := open_drafts(self._drafts, plan, move):
            return self._shown(request, plan, form, move, why=told, status=409)
        saved = self._office.edit([move.edit(form.get("dau", ""))])
        if not saved.is_written:
            now = self._office.look()
            again = move_of(self._office, now.plan, handle, typed)
            why, status = self._reasons(saved, now), 409 if _is_meanwhile(saved) else 422
            return self._shown(request, now.plan, form, again, why=why, status=status)
        choice = CalendarChoice.of(form, plan.today).holding(day_of(move.at))
        done = {"vua": self._last_number()} if saved.files else {"xong": "khong"}
        return RedirectResponse(f"{choice.address(**done)}#d-{day_of(move.at)}", 303)

    def _last_number(self) -> str:
        return next((str(version.number) for version in self._office.versions(1)), "")

    def _shown(  # noqa: PLR0913 - what a screen is made of
        self,
        request: Request,
        plan: Plan,
        query: Mapping[str, str],
        move: Move | None,
        *,
        why: Sequence[Reason] = (),
        status: int = 200,
    ) -> Response:
        choice = CalendarChoice.of(query, plan.today)
        free = _free(plan, move, choice) if move else frozenset[date]()
        versions = self._office.versions(_REMEMBERED) if query.get("vua") else []
        last = next((v for v in versions if str(v.number) == query.get("vua")), None)
        return page(
            "calendar",
            request,
            status,
            choice=choice,
            today=replace(choice, day=plan.today).address(),
            weeks=self._weeks(plan, choice, free),
            shelf=self._memory.of(plan, choice.quarter, lambda: shelf(plan, choice.quarter)),
            most=_MOST,
            move=move,
            last=change(last, plan) if last and last.is_saved else None,
            news=_news(plan, last) if last else "",
            why=why,
        )

    def _reasons(self, saved: SaveReport, now: CheckReport) -> list[Reason]:
        found = tuple(in_titles(each, now.plan) for each in saved.findings)
        return reasons(self._drafts, now, replace(saved, findings=found))

    def _weeks(
        self, plan: Plan, choice: CalendarChoice, free: frozenset[date]
    ) -> list[list[CalendarDay]]:
        shown = (choice.first, choice.last, free)
        return self._memory.of(plan, shown, lambda: weeks(plan, choice, free))


def _news(plan: Plan, version: Version) -> str:
    """Where a slot is that was moved; nothing of what did something else."""
    item = plan.items.get(version.changeset.about)
    if item is None or item.slot.start is None:
        return ""
    told = words("“{title}” is on {moment} now")
    return told.format(title=title_of_item(item), moment=item.slot.in_words(weekday=True))


def _free(plan: Plan, move: Move, choice: CalendarChoice) -> frozenset[date]:
    week = timedelta(days=6)
    count = (choice.last - choice.first + 2 * week).days + 1
    days = (choice.first - week + timedelta(days=step) for step in range(count))
    return frozenset(fitting_days(plan, move.item, days)) if not move.stays else frozenset()


def _is_meanwhile(saved: SaveReport) -> bool:
    codes = {found.rule.code for found in saved.findings}
    return bool(saved.conflicts) or bool(codes & {MEANWHILE.code, PLANNED_MEANWHILE.code})
