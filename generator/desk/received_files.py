"""Files that were dropped: told what each is, asked what it shows, and recorded as evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.editing.edit_kinds import AddEvidence
from generator.app.editing.evidence_edits import free_ids
from generator.catalogue import words
from generator.desk.answers import page
from generator.desk.deed_routes import Deed
from generator.desk.evidence_form import (
    APART,
    Answers,
    first_answers,
    kind_choices,
    lacking,
    sender_names,
    stage_choices,
    taken_in_words,
    target_choices,
    values_of,
)
from generator.desk.evidence_problems import told_of
from generator.desk.evidence_rows import EvidenceView, evidence_row
from generator.desk.form_fields import form_of
from generator.desk.needs import Office, SaveReport
from generator.desk.page_pictures import small
from generator.desk.proof_needs import ProofOffice, ReceivedFile
from generator.desk.save_words import troubles
from generator.desk.uploads import Upload, plain_name, sent_by
from generator.diagnostics import Diagnostic, Location, Refusal
from generator.model.attachment import MOST_BYTES
from generator.model.person import Role
from generator.model.plan import Plan
from generator.source.attached_file import PICTURES
from generator.vietnamese.numbers import format_number

_KILO = 1000
_SMALL = 360
"""Pixels of a picture in the list."""
_SHOWN = 20
"""Files that are asked about at once; when they are recorded, the next ones are."""


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A file that waits, with what is typed beside it.

    `problems` are what lacks or was refused. `twin`, a piece of evidence, or `other`, a file that
    waits before it, shows the same picture.
    """

    key: str
    name: str
    about: str
    is_picture: bool
    answers: Answers
    problems: tuple[str, ...] = ()
    twin: EvidenceView | None = None
    other: str = ""


@dataclass(slots=True)
class _Arrival:
    """What became of the files that were sent: how many are kept, and of which others why not."""

    kept: int = 0
    refused: list[str] = field(default_factory=list)


def received_routes(office: Office, proofs: ProofOffice) -> list[Route]:
    """Where files are dropped, and the screen that asks about them."""
    room = _Received(office, proofs)
    return [
        Deed("/minh-chung/tep", room.take, Role.WRITES),
        Route("/minh-chung/khay", room.screen, methods=["GET"]),
        Deed("/minh-chung/khay", room.record, Role.WRITES),
        Route("/minh-chung/khay/{key}", room.picture, methods=["GET"]),
    ]


class _Received:
    def __init__(self, office: Office, proofs: ProofOffice) -> None:
        self._office, self._proofs = office, proofs

    async def take(self, request: Request) -> Response:
        """Files are kept, each by what is in it; of those that cannot be it is told why."""
        sent = await sent_by(request)
        return await run_in_threadpool(self._taken, request, sent)

    def screen(self, request: Request) -> Response:
        """The files that wait."""
        return self._shown(request, of=request.query_params.get("cho", ""))

    async def record(self, request: Request) -> Response:
        """Those that are ticked become evidence, all together; or some are dropped."""
        form = await form_of(request)
        return await run_in_threadpool(self._recorded, request, form)

    def picture(self, request: Request) -> Response:
        """A picture that waits, without what cameras note."""
        key = request.path_params["key"]
        every = self._proofs.waiting_files(self._proofs.waiting_count())
        file = next((each for each in every if each.key == key), None)
        data = self._proofs.received_data(key) if file and file.facts.form in PICTURES else None
        made = small(file.name, data, _SMALL) if file and data is not None else None
        if made is None or isinstance(made, Refusal):
            return PlainTextResponse(words("There is no such page."), 404)
        return Response(made, media_type="image/webp")

    def _taken(self, request: Request, sent: Upload) -> Response:
        arrival = _Arrival(refused=[sent.refusal] if sent.refusal else [])
        for file in sent.files:
            self._take(arrival, plain_name(file.filename), file.file.read(MOST_BYTES + 1))
            file.file.close()
        if not (sent.files or sent.refusal):
            arrival.refused.append(words("No file came with it."))
        of, sender = sent.fields.get("cho", ""), sent.fields.get("sender", "")
        status = sent.status if sent.refusal else 422 if arrival.refused else 200
        return self._shown(
            request, arrival=arrival, of=of, sender=" ".join(sender.split()), status=status
        )

    def _take(self, arrival: _Arrival, name: str, data: bytes) -> None:
        known = _same_file(self._office.look().plan, data)
        if known:
            told = words("“{name}” is evidence already: {title}.")
            arrival.refused.append(told.format(name=name, title=known.title))
            return
        there = self._proofs.waiting_count()
        try:
            found = self._proofs.receive(name, data)
        except OSError:
            told = words("“{name}” cannot be kept now: the disk is full, or the system refuses.")
            arrival.refused.append(told.format(name=name))
            return
        if isinstance(found, Refusal):
            arrival.refused += told_of([found.at(Location(name), file=name)])
        elif found is None:
            told = words("“{name}”: so many files wait already that no more are kept.")
            arrival.refused.append(told.format(name=name))
        elif self._proofs.waiting_count() == there:
            told = words("“{name}” waits here already, as “{other}”.")
            arrival.refused.append(told.format(name=name, other=found.name))
        else:
            arrival.kept += 1

    def _recorded(self, request: Request, form: Mapping[str, str]) -> Response:
        files = self._proofs.waiting_files(_SHOWN)
        if dropped := form.get("bo"):
            self._proofs.forget([dropped])
            rest = {key: value for key, value in form.items() if key != "bo"}
            return self._shown(request, rest)
        chosen = [each for each in files if form.get(f"take-{each.key}")]
        if not chosen:
            told = words("Nothing is recorded yet: tick the files that are to be recorded.")
            return self._shown(request, form, why=[told], status=422)
        plan = self._office.look().plan
        answers = {each.key: Answers.of_form(form, each.key) for each in chosen}
        known = {value for _, choices in target_choices(plan) for value, _ in choices}
        lacks = {key: lacking(known, each) for key, each in answers.items()}
        if any(lacks.values()):
            return self._shown(request, form, told=lacks, status=422)
        return self._written(request, form, chosen, answers)

    def _written(
        self,
        request: Request,
        form: Mapping[str, str],
        chosen: Sequence[ReceivedFile],
        answers: Mapping[str, Answers],
    ) -> Response:
        with self._office.alone():
            edits, places = self._edits(chosen, answers)
            saved = self._office.edit(edits) if edits else SaveReport(is_written=True)
            if saved.is_written:
                self._proofs.forget([*places.values()])
        if not saved.is_written:
            return self._refused(request, form, saved, places)
        done, left = "ghi" if edits else "khong", self._proofs.waiting_count()
        return RedirectResponse(f"/minh-chung{'/khay' if left else ''}?xong={done}", 303)

    def _edits(
        self, chosen: Sequence[ReceivedFile], answers: Mapping[str, Answers]
    ) -> tuple[list[AddEvidence], dict[str, str]]:
        """Each file as evidence under a number that none has; and its key by its record's path.

        What the same person has recorded meanwhile, as by a second press, is left out.
        """
        plan, edits, places = self._office.look().plan, list[AddEvidence](), dict[str, str]()
        ids = free_ids(plan, plan.as_of)
        for each in chosen:
            if (data := self._proofs.received_data(each.key)) is None:
                continue
            campaign = answers[each.key].of.partition(APART)[0]
            folder = _folder(plan, campaign)
            name = next(i for i in ids if self._office.data(f"{folder}/{i}.yml") is None)
            values = {"id": name, **values_of(plan, answers[each.key])}
            places[f"{folder}/{name}.yml"] = each.key
            edits.append(AddEvidence(campaign, values, each.name, data))
        return edits, places

    def _refused(
        self,
        request: Request,
        form: Mapping[str, str],
        saved: SaveReport,
        places: Mapping[str, str],
    ) -> Response:
        """Each file is told what is wrong with it; what belongs to none stands above all."""
        told: dict[str, list[Diagnostic]] = {}
        for each in saved.findings:
            told.setdefault(places.get(each.where.path, ""), []).append(each)
        plan = self._office.look().plan
        why = [*troubles(saved, plan), *told_of(told.pop("", []), plan)]
        of_files = {key: told_of(found, plan) for key, found in told.items()}
        return self._shown(request, form, told=of_files, why=why, status=422)

    def _shown(  # noqa: PLR0913 - what the screen is made of
        self,
        request: Request,
        form: Mapping[str, str] | None = None,
        *,
        arrival: _Arrival | None = None,
        told: Mapping[str, Sequence[str]] | None = None,
        why: Sequence[str] = (),
        of: str = "",
        sender: str = "",
        status: int = 200,
    ) -> Response:
        plan, files = self._office.look().plan, self._proofs.waiting_files(_SHOWN)
        twins, told = self._proofs.alike(files), told or {}
        rows = [
            self._row(plan, each, form, twins.get(each.key, ""), told.get(each.key, ()), of, sender)
            for each in files
        ]
        return page(
            "received",
            request,
            status,
            rows=rows,
            left=self._proofs.waiting_count() - len(files),
            arrival=arrival or _Arrival(),
            is_refused=status != 200 and arrival is None,  # noqa: PLR2004
            why=why,
            of=of,
            targets=target_choices(plan),
            kinds=kind_choices(),
            stages=stage_choices(),
            senders=sender_names(plan),
        )

    def _row(  # noqa: PLR0913, PLR0917 - what a row is made of
        self,
        plan: Plan,
        file: ReceivedFile,
        form: Mapping[str, str] | None,
        twin: str,
        told: Sequence[str],
        of: str,
        sender: str,
    ) -> ReceivedRow:
        is_typed = form is not None and f"of-{file.key}" in form
        known = plan.workspace.evidence.get(twin)
        size = f"{format_number(max(1, file.size // _KILO))} kB"
        return ReceivedRow(
            file.key,
            file.name,
            ", ".join(filter(None, (file.facts.form, size, taken_in_words(file)))),
            file.facts.form in PICTURES,
            Answers.of_form(form or {}, file.key)
            if is_typed
            else first_answers(plan, file, of, sender),
            tuple(told),
            evidence_row(plan, known) if known else None,
            "" if known else twin,
        )


def _folder(plan: Plan, campaign: str) -> str:
    plan_file = plan.workspace.campaigns[campaign].where().path
    return f"{plan_file.rpartition('/')[0]}/evidence"


def _same_file(plan: Plan, data: bytes) -> EvidenceView | None:
    """The evidence that these very bytes are, if they are any that counts."""
    digest, workspace = sha256(data).hexdigest(), plan.workspace
    for each in workspace.evidence.values():
        file = workspace.attachments.get(each.attachment)
        if file and not each.is_withdrawn and file.digest() == digest:
            return evidence_row(plan, each)
    return None
