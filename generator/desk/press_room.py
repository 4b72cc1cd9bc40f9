"""The room of what is printed: proofs, preflight, run lists, files for print shops."""

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from generator.app.check import CheckReport
from generator.catalogue import words
from generator.desk import press_list
from generator.desk.answers import lost, page
from generator.desk.background import making_view, way_back
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.making_needs import Making, PressOffice, PrintFile, Workshop
from generator.desk.needs import DraftOffice, Office
from generator.desk.piece_views import paths, sign
from generator.desk.press_piece import (
    entry_of,
    facts,
    findings_of,
    hanging_rows,
    sums_in_words,
)
from generator.desk.press_runs import RunChoice, run_choices, run_rows, run_totals, unready
from generator.desk.screens import screen
from generator.model.filetypes import type_of
from generator.model.person import Role
from generator.model.plan_line import Entry
from generator.model.printed_piece import PrintedPiece
from generator.press.orders import READY, printed_pieces
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_number

_KEPT = {"Cache-Control": "private, max-age=30"}
_BUTTONS = {"draft": "Go on writing", "ready": "Read and approve", "withdrawn": "Open"}


def press_routes(
    office: Office, drafts: DraftOffice, presses: PressOffice, workshop: Workshop
) -> list[Route]:
    """What the room answers."""
    room = _PressRoom(office, drafts, presses, workshop)
    return [
        Route("/ma-ket", room.pieces, methods=["GET"]),
        Route("/ma-ket/danh-sach", room.runs, methods=["GET"]),
        Deed("/ma-ket/danh-sach", room.make_runs, Role.WRITES),
        Route("/ma-ket/tep/{key}", room.file, methods=["GET"]),
        Route("/ma-ket/{handle}", room.piece, methods=["GET"]),
        Deed("/ma-ket/{handle}", room.make, Role.WRITES),
        Route("/ma-ket/{handle}/soat", room.findings, methods=["GET"]),
        Route("/ma-ket/{handle}/hinh", room.large_picture, methods=["GET"]),
        Route("/ma-ket/{handle}/hinh-nho", room.small_picture, methods=["GET"]),
    ]


class _PressRoom:
    def __init__(
        self, office: Office, drafts: DraftOffice, presses: PressOffice, workshop: Workshop
    ) -> None:
        self._office, self._drafts = office, drafts
        self._presses, self._workshop = presses, workshop

    def pieces(self, request: Request) -> Response:
        """Everything that is printed, narrowed as the address says."""
        chosen = press_list.PressFilter.of(request.query_params)
        plan = self._office.look().plan
        return page(
            "press",
            request,
            chosen=chosen,
            found=press_list.press_page(plan, chosen),
            kinds=press_list.kinds(plan),
            activities=press_list.activities(plan),
            quarters=press_list.quarters(plan),
            states=press_list.states(),
        )

    def piece(self, request: Request) -> Response:
        """One piece: its proof, its order, its files; preflight comes after it."""
        return self._piece(request)

    def findings(self, request: Request) -> Response:
        """What preflight says of it, as a part of its screen."""
        report = self._office.look()
        entry = self._entry(report, request)
        if entry is None:
            return lost(request)
        found = findings_of(self._drafts, report, self._presses.inspection(entry.piece.id))
        return HTMLResponse(screen("press_findings", found=found))

    def large_picture(self, request: Request) -> Response:
        """The proof."""
        return self._picture(request, is_small=False)

    def small_picture(self, request: Request) -> Response:
        """The proof as lists show it."""
        return self._picture(request, is_small=True)

    def file(self, request: Request) -> Response:
        """A file that a screen has listed; no other one can be named."""
        found = self._presses.data(request.path_params["key"])
        if found is None:
            return lost(request)
        name, data = found
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(data, media_type=type_of(name), headers=headers)

    async def make(self, request: Request) -> Response:
        """Its files are made in the background."""
        await form_of(request)
        return await run_in_threadpool(self._make, request)

    def runs(self, request: Request) -> Response:
        """The run list of a plan in a quarter."""
        return self._runs(request)

    async def make_runs(self, request: Request) -> Response:
        """All files for print shops are made in the background, and all run lists."""
        await form_of(request)
        return await run_in_threadpool(self._make_runs, request)

    def _make(self, request: Request) -> Response:
        entry = self._entry(self._office.look(), request)
        if entry is None or entry.piece.status not in READY:
            return lost(request)
        has_begun = self._workshop.begin("print", entry.piece.id)
        return way_back(request, has_begun) or self._piece(request, has_begun=False)

    def _make_runs(self, request: Request) -> Response:
        has_begun = self._workshop.begin("print")
        return way_back(request, has_begun) or self._runs(request, has_begun=False)

    def _entry(self, report: CheckReport, request: Request) -> Entry | None:
        path = paths(report).get(request.path_params["handle"], "")
        return entry_of(report.plan, path)

    def _picture(self, request: Request, *, is_small: bool) -> Response:
        entry = self._entry(self._drafts.last_report(), request)
        data = self._presses.picture(entry.piece.id, is_small=is_small) if entry else None
        if data is None:
            return Response(status_code=404)
        return Response(data, media_type="image/png", headers=_KEPT)

    def _piece(self, request: Request, *, has_begun: bool = True) -> Response:
        report = self._office.look()
        entry = self._entry(report, request)
        if entry is None or not isinstance(entry.piece, PrintedPiece):
            return lost(request)
        plan, piece, handle = report.plan, entry.piece, request.path_params["handle"]
        making = self._workshop.last()
        is_mine = making.task == "print" and making.piece in {"", piece.id}
        state = "ready" if piece.is_example else piece.status
        asked = "soat" in request.query_params
        inspection = self._presses.inspection(piece.id) if asked else None
        return page(
            "press_piece",
            request,
            200 if has_begun else 409,
            piece=piece,
            handle=handle,
            sign=sign(piece),
            state=press_list.sample_state(piece),
            approved=_approval(piece),
            button=words(_BUTTONS.get(state, "Open")),
            leads=f"/bai/{handle}{'#duyet' if state == 'ready' else ''}",
            facts=list(facts(plan, entry, piece)),
            rows=hanging_rows(plan, entry),
            sums=sums_in_words(plan, [entry]),
            files=_files(self._presses.files(piece.id)),
            is_ready=piece.status in READY,
            found=findings_of(self._drafts, report, inspection) if inspection else None,
            **self._made(report, making, is_mine=is_mine, has_begun=has_begun),
        )

    def _runs(self, request: Request, *, has_begun: bool = True) -> Response:
        report = self._office.look()
        choices = run_choices(report.plan)
        asked = request.query_params.get("bo", "")
        chosen = next((each for each in choices if asked == each.name), None)
        chosen = chosen or next(iter(choices), None)
        making = self._workshop.last()
        is_mine = making.task == "print" and not making.piece
        values = self._listed(report, chosen) if chosen else {"rows": []}
        return page(
            "press_runs",
            request,
            200 if has_begun else 409,
            choices=choices,
            chosen=chosen,
            **values,
            **self._made(report, making, is_mine=is_mine, has_begun=has_begun),
        )

    def _listed(self, report: CheckReport, chosen: RunChoice) -> dict[str, object]:
        plan = report.plan
        listed = self._presses.run_list(chosen.campaign, chosen.quarter)
        of_it = [entry for entry, *_ in printed_pieces(plan) if chosen.takes(entry)]
        return {
            "rows": run_rows(listed) if listed else [],
            "totals": run_totals(listed) if listed else [],
            "lacks": listed.lacks if listed else (),
            "sums": sums_in_words(plan, of_it),
            "unready": unready(of_it),
            "files": _files(self._presses.run_list_files(chosen.campaign, chosen.quarter)),
        }

    def _made(
        self, report: CheckReport, making: Making, *, is_mine: bool, has_begun: bool
    ) -> Mapping[str, object]:
        return making_view(self._drafts, report, making, is_mine=is_mine, has_begun=has_begun)


def _approval(piece: PrintedPiece) -> str:
    if piece.is_example or piece.status != "approved":
        return ""
    day = format_date(piece.approved_on) if piece.approved_on else ""
    return ", ".join(filter(None, (piece.approved_by, day)))


def _files(found: tuple[PrintFile, ...]) -> list[tuple[str, str, str, str]]:
    """Key, what it is for, name and size of each."""
    sizes = (f"{format_number(max(1, each.size // 1000))} kB" for each in found)
    return [(f.key, words(f.what), f.name, size) for f, size in zip(found, sizes, strict=True)]
