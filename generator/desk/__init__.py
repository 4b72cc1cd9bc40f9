"""The desk in the browser (bàn làm việc): a window onto the same files, never a second truth.

Everything that it does is a command of `loa` too. Its pages are made here and need no script.
"""

from collections.abc import Callable, Mapping
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.check import CheckReport
from generator.app.draft_edits import WholeText, lock_of, with_edit
from generator.app.editing.approvals import HOME, is_locked
from generator.app.editing.edit_kinds import Edit, ProposeSlots, Reopen, ReplaceText
from generator.app.typed_approvals import approver_in
from generator.catalogue import words
from generator.desk import deeds, piece_list, piece_views, plan_files, today
from generator.desk.act_doubts import doubts, is_unread
from generator.desk.acting import may
from generator.desk.answers import lost, page
from generator.desk.board_screen import board_routes
from generator.desk.calendar_room import calendar_routes
from generator.desk.day_proposals import day_proposals
from generator.desk.deed_routes import Deed
from generator.desk.drafts import draft_routes
from generator.desk.form_fields import form_of
from generator.desk.moved_pieces import Addresses
from generator.desk.needs import DraftChange, DraftOffice, Office, SaveReport
from generator.desk.new_screen import new_routes
from generator.desk.package_files import file_routes
from generator.desk.page_pictures import picture_routes
from generator.desk.plan_copies import copy_routes
from generator.desk.plan_memory import PlanMemory
from generator.desk.presence import Writers
from generator.desk.problem_links import reasons, refused_here
from generator.desk.quarter_view import quarter_view
from generator.desk.recording_room import recording_view
from generator.desk.release_room import release_routes
from generator.desk.save_words import troubles
from generator.desk.title_words import heading
from generator.desk.undo_words import not_taken_back
from generator.desk.unread_pieces import by_item, unread_pieces
from generator.desk.versions import version_routes
from generator.desk.writing_screen import writing
from generator.model.campaign import Campaign
from generator.model.person import Role

_LISTED = 8
"""Changes that are shown; all of them are told by `loa undo --list`."""


def routes(
    office: Office, brand: Callable[[], str], drafts: DraftOffice, writers: Writers | None = None
) -> list[Route]:
    """What the desk answers; `brand` gives the style sheet of the workspace's colours and type.

    `writers` are those of an office who write at the same time.
    """
    writers = writers or Writers()
    desk = _Desk(office, drafts, writers)
    return [
        *draft_routes(drafts, writers),
        *picture_routes(drafts),
        *version_routes(drafts),
        Route("/", desk.today),
        Route("/bai", desk.pieces),
        *release_routes(office, drafts),
        *calendar_routes(office, drafts),
        Route("/ke-hoach", desk.plans),
        *copy_routes(office, drafts),
        Route("/ke-hoach/{handle}", desk.days, methods=["GET"]),
        Deed("/ke-hoach/{handle}", desk.write_days, Role.WRITES),
        *new_routes(office, drafts),
        *board_routes(office),
        Route("/bai/{handle}", desk.piece, methods=["GET"]),
        Deed("/bai/{handle}", desk.act, Role.WRITES, deeds.ACTS),
        Deed("/doi/{number:int}", desk.take_back, Role.WRITES),
        *file_routes(brand),
        Route("/{path:path}", lost),
    ]


class _Desk:
    """Each screen, and what its buttons do."""

    def __init__(self, office: Office, drafts: DraftOffice, writers: Writers) -> None:
        self._office, self._drafts, self._writers = office, drafts, writers
        self._memory, self._addresses = PlanMemory(), Addresses(drafts)

    def today(self, request: Request) -> Response:
        """What is late, due, waiting; and the last changes, of which the last can be taken back."""
        checked = self._office.look()
        plan, unread = checked.plan, unread_pieces(checked, self._office.data)
        items = by_item(unread)
        role = may(Role.APPROVES)  # buttons follow it
        groups = self._memory.of(plan, ("to do", role), lambda: today.groups(plan, items))
        return page(
            "today",
            request,
            200,
            deeds.place_told(self._office.place()),
            today=today.today_in_words(plan),
            summary=today.summary(groups),
            quarter=self._memory.of(plan, "quarter", lambda: quarter_view(plan, items)),
            groups=groups,
            unread=unread,
            writers=self._writers.by_handle(),
            changes=[today.change(each, plan) for each in self._office.versions(_LISTED)],
        )

    def pieces(self, request: Request) -> Response:
        """All pieces, narrowed as the address says."""
        chosen, checked = piece_list.Filter.of(request.query_params), self._office.look()
        plan = checked.plan
        index = self._memory.of(plan, "all", lambda: piece_list.piece_index(checked))
        return page(
            "pieces",
            request,
            chosen=chosen,
            found=piece_list.piece_list(index, plan, chosen),
            unread=unread_pieces(checked, self._office.data),
            media=index.media,
            writers=self._writers.by_handle(),
            states=piece_list.states(),
            quarters=index.quarters,
        )

    def plans(self, request: Request) -> Response:
        """The plans and the lists beside them, to be opened as text."""
        checked = self._office.look()
        plans = plan_files.plan_views(checked)
        return page("plans", request, plans=plans, lists=plan_files.list_files(checked))

    def days(self, request: Request) -> Response:
        """Days that are proposed for a plan, before they are written."""
        return self._days(request)

    async def write_days(self, request: Request) -> Response:
        """They are written into the plan."""
        return await run_in_threadpool(self._write_days, request)

    def piece(self, request: Request) -> Response:
        """One piece: its text as a file, what it is, what is wrong with it."""
        handle, checked = request.path_params["handle"], self._drafts.last_report()
        if handle not in piece_views.paths(checked):
            checked = self._office.look()
        path = self._addresses.path(handle)
        if path and self._is_other_now(checked, path):
            checked = self._office.look()
        return self._shown(request, checked, path) if path else self._addresses.lost(request)

    def _is_other_now(self, checked: CheckReport, path: str) -> bool:
        """Whether a file has been approved, or opened again, since all was looked at."""
        draft, pieces = self._drafts.draft(path), checked.plan.workspace.pieces.values()
        there = next((each for each in pieces if each.file == path), None)
        if draft is None or there is None or there.address == HOME:
            return False
        return is_locked(there) != bool(approver_in(draft))

    async def act(self, request: Request) -> Response:
        """What a button of a piece's screen does."""
        return await run_in_threadpool(self._done, request, await form_of(request))

    async def take_back(self, request: Request) -> Response:
        """A change is taken back, and that is one too."""
        return await run_in_threadpool(self._taken_back, request, request.path_params["number"])

    def _taken_back(self, request: Request, number: int) -> Response:
        saved = self._office.take_back(number)
        if saved.is_written:
            return RedirectResponse("/?xong=lai", 303)
        why = not_taken_back(saved, number, self._drafts, self._office.look())
        return page("message", request, 409, title=words("Nothing was changed."), why=why)

    def _campaign(self, request: Request) -> Campaign | None:
        known = self._office.look().plan.workspace.campaigns.values()
        handle = request.path_params["handle"]
        return next((c for c in known if piece_views.handle_of(c.where().path) == handle), None)

    def _days(self, request: Request, saved: SaveReport | None = None) -> Response:
        if (campaign := self._campaign(request)) is None:
            return lost(request)
        checked = self._office.look()
        values = {"title": campaign.title, "found": day_proposals(checked.plan, campaign)}
        values["why"] = reasons(self._drafts, checked, saved) if saved else []
        return page("days", request, 422 if saved else 200, **values)

    def _write_days(self, request: Request) -> Response:
        if (campaign := self._campaign(request)) is None:
            return lost(request)
        saved = self._office.edit([ProposeSlots(campaign.id)])
        if not saved.is_written:
            return self._days(request, saved)
        return RedirectResponse(f"/?xong={'ngay' if saved.files else 'khong'}", 303)

    def _done(self, request: Request, form: Mapping[str, str]) -> Response:
        checked = self._office.look()
        path = piece_views.paths(checked).get(request.path_params["handle"])
        if path and (label := deeds.lacking(form)):
            why = words("Fill in “{label}” first.").format(label=words(label))
            lacks = SaveReport(is_written=False, troubles=(why,))
            return self._shown(request, checked, path, saved=lacks, form=form, status=422)
        edit = deeds.edit_of(path, form) if path else None
        if path is None or edit is None:
            return lost(request)
        if told := doubts(self._drafts, path, checked, form):
            return self._shown(request, checked, path, saved=told, form=form, asks=True, status=422)
        typed = edit.text if isinstance(edit, ReplaceText) else None
        if typed is None:
            saved = self._acted(path, edit)
        else:
            change = self._typed(path, typed, form.get("dau", ""))
            if change.draft is None or not change.was_seen or change.has_others:
                return self._shown(request, checked, path, typed=typed, status=409)
            saved = self._drafts.save(path, change.draft.seal)
        if not saved.is_written:
            show = partial(self._shown, request, self._office.look(), path, saved=saved, form=form)
            return show(typed=typed, asks=is_unread(saved), status=409 if saved.conflicts else 422)
        done = form["viec"] if saved.files else "khong"
        handle = piece_views.handle_of(deeds.file_after(edit))
        return RedirectResponse(f"/bai/{handle}?xong={done}", 303)

    def _acted(self, path: str, edit: Edit) -> SaveReport:
        """What a button does; with a text that is not saved nobody knows what it would be of.

        What is locked cannot be saved before it is opened again.
        """
        draft = self._drafts.draft(path)
        if draft and not draft.is_saved and not isinstance(edit, Reopen):
            told = words("What was typed here is not saved yet: save it or drop it first.")
            return SaveReport(is_written=False, troubles=(told,))
        return self._office.edit([edit])

    def _typed(self, path: str, text: str, seal: str) -> DraftChange:
        """What was typed without a script becomes the draft."""
        return self._drafts.change(path, seal, lambda draft: with_edit(draft, WholeText(text)))

    def _shown(  # noqa: PLR0913 - what a screen is made of
        self,
        request: Request,
        checked: CheckReport,
        path: str,
        *,
        typed: str | None = None,
        saved: SaveReport | None = None,
        form: Mapping[str, str] | None = None,
        asks: bool = False,
        status: int = 200,
    ) -> Response:
        plan, draft = checked.plan, self._drafts.draft(path)
        there = next((p for p in plan.workspace.pieces.values() if p.file == path), None)
        is_shut = draft is not None and bool(lock_of(draft, checked))
        found = self._drafts.check(draft) if draft else checked
        head = heading(path, found.plan, draft.text.encode() if draft else self._drafts.data(path))
        return page(
            "piece",
            request,
            status,
            deeds.name_told(path),
            piece=there,
            path=path,
            heading=head,
            handle=piece_views.handle_of(path),
            address=f"/bai/{piece_views.handle_of(path)}",
            state=piece_views.state(there) if there else "",
            sign=piece_views.sign(there) if there else "",
            offers=deeds.offers(there, path) | ({"molai"} if is_shut else frozenset()),
            is_locked=is_shut,
            recording=recording_view(found.plan, path),
            facts=list(piece_views.facts(there, plan)) if there else [],
            problems=[piece_views.problem(each) for each in found.of([path])],
            draft=draft,
            others=self._writers.others(path),
            typed=typed,
            now=draft.plain if draft and status == 409 else None,  # noqa: PLR2004
            **writing(self._drafts, draft, there, is_locked=is_shut),
            **refused_here(self._drafts, checked, saved, path),
            **deeds.refusal((form or {}).get("viec", "luu"), head, asks=asks),
            form={"viec": "", "ten": "", "so": "", **(form or {})},
            troubles=troubles(saved, plan) if saved else (),
            is_new=status != 200,  # noqa: PLR2004
        )


def unreachable(request: Request, error: Exception) -> Response:
    """The folder of the workspace has gone, or the system refuses it."""
    del error
    title = words("The folder of the files cannot be reached now.")
    return page("message", request, 503, title=title, why=())
