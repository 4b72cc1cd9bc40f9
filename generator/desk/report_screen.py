"""The room of reports: what is reported of a period, what lacks proof; made, frozen, verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.reporting.report_files import ANNEX, PDF, WORD
from generator.app.reporting.report_sections import official_of
from generator.catalogue import words
from generator.desk.answers import lost, page
from generator.desk.board_table import campaign_handle, campaigns_of, chosen_campaign
from generator.desk.deed_routes import Deed
from generator.desk.form_fields import form_of
from generator.desk.needs import DraftOffice, Office, SaveReport
from generator.desk.plan_memory import PlanMemory
from generator.desk.problem_links import Reason, reasons
from generator.desk.proof_needs import ReportOffice, ReportOutcome
from generator.model.campaign import Campaign
from generator.model.deed_report import Report
from generator.model.filetypes import type_of
from generator.model.palette import look
from generator.model.person import Role
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.planning.board import board_of
from generator.planning.report_figures import report_of
from generator.planning.report_period import (
    ReportPeriod,
    half_of,
    quarter_of,
    whole_of,
    year_of,
    years_of,
)
from generator.source.frozen_report import report_digest
from generator.text.official import OfficialDocument
from generator.vietnamese.dates import moment_in_words
from generator.vietnamese.numbers import format_number

FILES = {
    WORD: "Word, to be signed",
    PDF: "PDF, to be looked at",
    ANNEX: "Excel, the figures with their sums",
}
"""The files of a report, and what each is for (msgids)."""
_ACTS = {"chot": Role.APPROVES}
_MEANWHILE = "What the report says has changed meanwhile: read it again, then freeze it."
_KILO = 1000


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file that can be fetched."""

    name: str
    what: str
    size: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an address asks for: the plan, the period, and its report as of now."""

    plan: Plan
    campaign: Campaign
    period: ReportPeriod
    report: Report

    @property
    def address(self) -> str:
        """Where that is seen."""
        return f"/bao-cao?ke={campaign_handle(self.campaign)}&ky={self.period.key}"


def periods_of(campaign: Campaign) -> list[ReportPeriod]:
    """All that a report of a plan can be about: the whole, then each year, half and quarter."""
    found = [whole_of(campaign)]
    for year in years_of(campaign):
        found += [year_of(campaign, year), *(half_of(year, number) for number in (1, 2))]
        found += [quarter_of(Quarter(year, number)) for number in (1, 2, 3, 4)]
    return [*{each.key: each for each in found}.values()]


def report_routes(office: Office, drafts: DraftOffice, reports: ReportOffice) -> list[Route]:
    """The room, what its buttons do, and the files that it gives out."""
    room = _Reports(office, drafts, reports)
    return [
        Route("/bao-cao", room.screen, methods=["GET"]),
        Deed("/bao-cao", room.act, Role.WRITES, _ACTS),
        Route("/bao-cao/tep/{name}", room.file, methods=["GET"]),
    ]


class _Reports:
    def __init__(self, office: Office, drafts: DraftOffice, reports: ReportOffice) -> None:
        self._office, self._drafts, self._reports = office, drafts, reports
        self._memory = PlanMemory()

    def screen(self, request: Request) -> Response:
        """What a report of a period says."""
        return self._shown(request)

    async def act(self, request: Request) -> Response:
        """It is made, frozen or held against what was frozen."""
        form = await form_of(request)
        return await run_in_threadpool(self._done, request, form)

    def file(self, request: Request) -> Response:
        """A file of a report; no other one can be named."""
        asked, name = self._asked(request), request.path_params["name"]
        data = self._reports.file(asked.report, name) if asked and name in FILES else None
        if asked is None or data is None:
            return lost(request)
        stem, _dot, ending = name.partition(".")
        shown = f"{stem}-{asked.campaign.id}-{asked.period.key}.{ending}"
        headers = {"Content-Disposition": f'attachment; filename="{shown}"'}
        return Response(data, media_type=type_of(name), headers=headers)

    def _document(self, asked: _Asked, frozen: Report | None) -> OfficialDocument:
        key = "document", asked.campaign.id, asked.period.key, frozen is not None
        return self._memory.of(asked.plan, key, lambda: official_of(frozen or asked.report))

    def _asked(self, request: Request) -> _Asked | None:
        plan, query = self._office.look().plan, request.query_params
        campaign = chosen_campaign(plan, query.get("ke", ""))
        if campaign is None:
            return None
        periods = periods_of(campaign)
        period = next((p for p in periods if p.key == query.get("ky", "")), periods[0])

        def made() -> Report:
            return report_of(plan, board_of(plan, campaign), period, look(plan.workspace.brand))

        report = self._memory.of(plan, (campaign.id, period.key), made)
        return _Asked(plan, campaign, period, report)

    def _done(self, request: Request, form: Mapping[str, str]) -> Response:
        asked, act = self._asked(request), form.get("viec", "")
        if asked is None or act not in {"lam", "chot", "soat"}:
            return lost(request)
        if act == "soat":
            return self._shown(request, found=self._reports.differences(asked.report))
        outcome = self._reports.make(asked.report) if act == "lam" else self._frozen(asked, form)
        if not outcome.is_done:
            return self._shown(request, outcome)
        return RedirectResponse(f"{asked.address}&xong={act}bc", 303)

    def _frozen(self, asked: _Asked, form: Mapping[str, str]) -> ReportOutcome:
        """Only what was seen is kept as it was sent."""
        if form.get("dau") != report_digest(asked.report):
            return ReportOutcome(troubles=(words(_MEANWHILE),))
        return self._reports.freeze(asked.report, asked.plan)

    def _reasons(self, outcome: ReportOutcome) -> list[Reason]:
        """Why it was not made: whatever stops a build stops it, too."""
        told, found = outcome.troubles, outcome.findings
        saved = SaveReport(is_written=False, findings=found, troubles=told)
        return reasons(self._drafts, self._office.look(), saved)

    def _shown(
        self,
        request: Request,
        outcome: ReportOutcome | None = None,
        found: list[tuple[str, bool]] | None = None,
    ) -> Response:
        asked = self._asked(request)
        if asked is None:
            return page("report", request, asked=None, campaigns=[], why=[], found=None)
        state = self._reports.state(asked.report)
        frozen = self._reports.frozen(asked.report)
        return page(
            "report",
            request,
            422 if outcome else 200,
            asked=asked,
            mark=report_digest(asked.report),
            campaigns=[(campaign_handle(c), c.title) for c in campaigns_of(asked.plan)],
            chosen=campaign_handle(asked.campaign),
            periods=[(each.key, each.name) for each in periods_of(asked.campaign)],
            document=self._document(asked, frozen),
            annexes=len((frozen or asked.report).evidence),
            state=state,
            frozen_on=_frozen_on(state.frozen_on),
            files=[_file(name, state.files[name]) for name in FILES if name in state.files],
            why=self._reasons(outcome) if outcome else [],
            found=found,
        )


def _frozen_on(moment: datetime | None) -> str:
    return moment_in_words(moment.replace(second=0, microsecond=0)) if moment else ""


def _file(name: str, size: int) -> ReportFile:
    return ReportFile(name, words(FILES[name]), f"{format_number(max(1, size // _KILO))} kB")
