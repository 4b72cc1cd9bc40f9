"""Somebody else's table as evidence: what its columns mean, what is wrong row by row, then kept.

Nothing is written before it was looked at; good rows are kept alone only where a person says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from generator.app.editing.edit_kinds import ImportEvidence
from generator.app.evidence_import import TableImport
from generator.app.evidence_table import columns_of
from generator.app.table_notes import table_notes
from generator.catalogue import words
from generator.desk.answers import lost, page
from generator.desk.board_table import campaign_handle, campaigns_of, chosen_campaign
from generator.desk.deed_routes import Deed
from generator.desk.evidence_form import APART, kind_choices, recorder, sender_of, target_choices
from generator.desk.evidence_form import sender_names as known_senders
from generator.desk.evidence_problems import told_of
from generator.desk.form_fields import form_of
from generator.desk.needs import Office, SaveReport
from generator.desk.proof_needs import ProofOffice, ReceivedTable
from generator.desk.save_words import troubles
from generator.desk.uploads import Upload, plain_name, sent_by
from generator.diagnostics import Diagnostic, Location, Refusal
from generator.model.campaign import Campaign
from generator.model.column import Column, ColumnKey
from generator.model.person import Role
from generator.model.plan import Plan
from generator.text.imported.foreign_table import MOST_BYTES, ForeignTable

COLUMN_KEYS = {
    "of": "what it shows",
    "place": "the place",
    "kind": "the kind of evidence",
    "stage": "the stage",
    "on": "the day",
    "measures": "how much",
    "received_from": "who sent it",
    "amount": "the amount of money",
    "file": "the name of its file",
    "note": "a note",
}
"""What a column can hold, and what that is called (msgids)."""
_SHOWN = 6
"""Rows that are shown as they stand."""
_TOLD = 100
"""Rows of which it is told what is wrong; there may be thousands."""


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column: its name, what it is taken for, the unit of its figures; `is_known` if either."""

    head: str
    key: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of a table: of all rows alike, and of columns."""

    of: str = ""
    kind: str = ""
    on: str = ""
    sender: str = ""
    columns: Mapping[str, Column] = field(default_factory=dict)


def table_routes(office: Office, proofs: ProofOffice) -> list[Route]:
    """Where a table is dropped, and the screen that shows what it comes to."""
    room = _Tables(office, proofs)
    return [
        Route("/minh-chung/bang", room.screen, methods=["GET"]),
        Deed("/minh-chung/bang", room.act, Role.WRITES),
        Deed("/minh-chung/bang/tep", room.take, Role.WRITES),
    ]


class _Tables:
    def __init__(self, office: Office, proofs: ProofOffice) -> None:
        self._office, self._proofs = office, proofs

    def screen(self, request: Request) -> Response:
        """Where a table is dropped; of one that was, what it comes to."""
        key = request.query_params.get("khoa", "")
        return self._shown(request, self._proofs.received_table(key) if key else None)

    async def take(self, request: Request) -> Response:
        """A table is kept until it is imported."""
        sent = await sent_by(request)
        return await run_in_threadpool(self._taken, request, sent)

    async def act(self, request: Request) -> Response:
        """It is read again as was said, or written."""
        form = await form_of(request)
        return await run_in_threadpool(self._done, request, form)

    def _taken(self, request: Request, sent: Upload) -> Response:
        why = sent.refusal or (words("No file came with it.") if len(sent.files) != 1 else "")
        if why:
            sent.close()
            return self._shown(request, why=[why])
        name, data = plain_name(sent.files[0].filename), sent.files[0].file.read(MOST_BYTES + 1)
        sent.close()
        found = self._proofs.receive_table(name, data)
        if isinstance(found, Refusal):
            return self._shown(request, why=told_of([found.at(Location(name), file=name)]))
        if found is None:
            return self._shown(request, why=[words("So many tables wait that no more are kept.")])
        ke = request.query_params.get("ke", "")
        return RedirectResponse(f"/minh-chung/bang?ke={ke}&khoa={found.key}", 303)

    def _done(self, request: Request, form: Mapping[str, str]) -> Response:
        table = self._proofs.received_table(form.get("khoa", ""))
        campaign = chosen_campaign(self._office.look().plan, form.get("ke", ""))
        act = form.get("viec", "")
        if table is None or campaign is None or act not in {"xem", "ghi", "ghidung"}:
            return lost(request)
        with self._office.alone():
            plan = self._office.look().plan
            said = _said(plan, table.table, form)
            imported = self._read(plan, campaign, table, said)
            is_right = act == "ghidung" or (act == "ghi" and not imported.problems)
            edit = ImportEvidence(table.table.name, imported.files)
            saved = self._office.edit([edit]) if imported.count and is_right else None
        if saved is None:
            return self._shown(request, table, said, imported, campaign, is_asked=act != "xem")
        if not saved.is_written:
            why = _reasons(saved, plan)
            return self._shown(request, table, said, imported, campaign, why=why)
        self._proofs.forget([table.key])
        return RedirectResponse(f"/minh-chung?ke={campaign_handle(campaign)}&xong=nhap", 303)

    def _read(
        self, plan: Plan, campaign: Campaign, table: ReceivedTable, said: _Said
    ) -> TableImport:
        of = said.of.partition(APART)[2]
        same = {
            "of": (of,) if of else (),
            "kind": said.kind,
            "on": said.on,
            "received_from": sender_of(plan, said.sender),
            **recorder(),
        }
        return self._proofs.read_rows(campaign.id, table.table, said.columns, same)

    def _shown(  # noqa: PLR0913 - what the screen is made of
        self,
        request: Request,
        table: ReceivedTable | None = None,
        said: _Said | None = None,
        imported: TableImport | None = None,
        campaign: Campaign | None = None,
        *,
        why: Sequence[str] = (),
        is_asked: bool = False,
    ) -> Response:
        plan, said = self._office.look().plan, said or _Said()
        campaign = campaign or chosen_campaign(plan, request.query_params.get("ke", ""))
        if table and campaign and imported is None:
            imported = self._read(plan, campaign, table, said)
        own = f"{campaign.id}{APART}" if campaign else APART
        targets = [(t, c) for t, c in target_choices(plan) if c and c[0][0].startswith(own)]
        problems = imported.problems if imported else []
        return page(
            "table",
            request,
            422 if why or is_asked else 200,
            campaigns=[(campaign_handle(each), each.title) for each in campaigns_of(plan)],
            chosen=campaign_handle(campaign) if campaign else "",
            key=table.key if table else "",
            table=table.table if table else None,
            notes=[words(said, **of) for said, of in table_notes(table.table)] if table else [],
            rows=table.table.rows[:_SHOWN] if table else [],
            columns=_columns(table.table, imported) if table and imported else [],
            keys=[(key, words(COLUMN_KEYS[key])) for key in get_args(ColumnKey)],
            said=said,
            imported=imported,
            problems=[_row_told(each) for each in problems[:_TOLD]],
            more=max(0, len(problems) - _TOLD),
            warnings=[_row_told(each) for each in (imported.warnings if imported else [])[:_TOLD]],
            targets=targets,
            kinds=kind_choices(),
            senders=known_senders(plan),
            why=why,
            is_asked=is_asked,
        )


def _said(plan: Plan, table: ForeignTable, form: Mapping[str, str]) -> _Said:
    """What the form says; of a column only what is not known anyway."""
    known = columns_of(table, plan.workspace.columns, {})
    found = dict[str, Column]()
    for number, (head, column) in enumerate(zip(table.heads.cells, known, strict=True)):
        key, unit = form.get(f"col-{number}", ""), " ".join(form.get(f"unit-{number}", "").split())
        is_other = column is None or (key, unit) != (column.key, column.unit)
        if key in get_args(ColumnKey) and is_other and unit.isprintable():
            found[head] = Column.model_construct(head=head, key=key, unit=unit)
    lines = {name: " ".join(form.get(name, "").split()) for name in ("of", "kind", "on", "sender")}
    return _Said(**lines, columns=found)


def _columns(table: ForeignTable, imported: TableImport) -> list[ColumnView]:
    pairs = zip(table.heads.cells, imported.columns, strict=True)
    return [ColumnView(head, c.key if c else "", c.unit if c else "") for head, c in pairs]


def _row_told(found: Diagnostic) -> tuple[int, str, str]:
    """The number of a row, what is wrong with it, and what stands in it."""
    return found.where.line, " ".join(told_of([found])), found.where.text


def _reasons(saved: SaveReport, plan: Plan) -> list[str]:
    return [*troubles(saved, plan), *told_of(saved.findings, plan)]
