"""The rooms of evidence: lists, one piece of it, and what verifies and withdraws it."""

from collections.abc import Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from generator.app.editing.edit_kinds import VerifyEvidence, WithdrawEvidence
from generator.catalogue import words
from generator.desk.acting import acting_name
from generator.desk.answers import lost, page
from generator.desk.board_table import campaign_handle, campaigns_of, chosen_campaign
from generator.desk.deed_routes import Deed
from generator.desk.evidence_form import APART
from generator.desk.evidence_list import (
    GROUPS,
    MOST,
    BareThing,
    bare_things,
    evidence_groups,
    evidence_page,
    facts_of_evidence,
    list_address,
)
from generator.desk.evidence_problems import problems_of, told_of, twin_of
from generator.desk.evidence_rows import (
    evidence_by_handle,
    evidence_row,
    rows_of,
    state_of_evidence,
)
from generator.desk.form_fields import form_of
from generator.desk.needs import Office, SaveReport
from generator.desk.page_pictures import small
from generator.desk.plan_memory import PlanMemory
from generator.desk.proof_needs import ProofOffice
from generator.desk.save_words import troubles
from generator.diagnostics import Refusal
from generator.model.campaign import Campaign
from generator.model.evidence import Evidence
from generator.model.person import Role
from generator.model.plan import Plan
from generator.planning.board import board_of
from generator.planning.evidence_targets import is_proof, is_verified

_LABELS = {"xacminh": "Your name", "rutmc": "Why, for the office only"}
_REFUSALS = {"xacminh": "It is not verified yet.", "rutmc": "It is not withdrawn yet."}
_ACTS = dict.fromkeys(_LABELS, Role.APPROVES)
_CHAIN = frozenset({"xong", "tiep"})
"""In the address of whoever verifies one after the other."""
_SMALL = 360
"""Pixels of a picture in a list."""


def evidence_routes(office: Office, proofs: ProofOffice) -> list[Route]:
    """What is asked for by the handle of a piece of evidence, and the lists of all."""
    room = _Evidence(office, proofs)
    return [
        Route("/minh-chung", room.first, methods=["GET"]),
        Route("/minh-chung/danh-sach", room.listed, methods=["GET"]),
        Route("/minh-chung/{handle}", room.one, methods=["GET"]),
        Deed("/minh-chung/{handle}", room.act, Role.WRITES, _ACTS),
        Route("/minh-chung/{handle}/hinh", room.picture, methods=["GET"]),
        Route("/minh-chung/{handle}/mo", room.file, methods=["GET"]),
    ]


class _Evidence:
    def __init__(self, office: Office, proofs: ProofOffice) -> None:
        self._office, self._proofs, self._memory = office, proofs, PlanMemory()

    def first(self, request: Request) -> Response:
        """What waits, what lacks proof; and where files are dropped."""
        plan = self._office.look().plan
        campaign = chosen_campaign(plan, request.query_params.get("ke", ""))
        groups = self._groups(plan, campaign) if campaign else {}
        bare = self._bare(plan, campaign) if campaign else []
        return page(
            "evidence",
            request,
            campaigns=[(campaign_handle(each), each.title) for each in campaigns_of(plan)],
            chosen=campaign_handle(campaign) if campaign else "",
            received=self._proofs.waiting_count(),
            bare=bare[:MOST],
            bare_count=len(bare),
            groups=[
                (key, words(GROUPS[key]), len(found), rows_of(plan, found[:MOST]))
                for key, found in groups.items()
            ],
            lists={key: list_address(campaign, key) for key in groups} if campaign else {},
        )

    def listed(self, request: Request) -> Response:
        """All evidence of a group, page by page."""
        plan, asked = self._office.look().plan, request.query_params
        campaign = chosen_campaign(plan, asked.get("ke", ""))
        group = asked.get("loc", "")
        if campaign is None or group not in GROUPS:
            return lost(request)
        number = asked.get("trang", "1")
        at = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 1  # noqa: PLR2004
        found = self._groups(plan, campaign)[group]
        shown = evidence_page(plan, campaign, group, at, found)
        return page(
            "evidence_list",
            request,
            title=words(GROUPS[group]),
            campaign=campaign.title,
            chosen=campaign_handle(campaign),
            found=shown,
        )

    def one(self, request: Request) -> Response:
        """One piece of evidence: its file, what it shows, what is wrong with it."""
        return self._shown(request)

    async def act(self, request: Request) -> Response:
        """It is verified or withdrawn."""
        form = await form_of(request)
        return await run_in_threadpool(self._done, request, form)

    def picture(self, request: Request) -> Response:
        """Its picture without what cameras note; as it is kept nobody is sent it."""
        evidence = self._known(request)
        data = self._data(evidence) if evidence else None
        if evidence is None or data is None:
            return _nothing()
        made = small(evidence.file, data, *([_SMALL] if "nho" in request.query_params else []))
        if isinstance(made, Refusal):
            return _nothing()
        return Response(made, media_type="image/webp")

    def file(self, request: Request) -> Response:
        """Its file, to be opened by a program of this computer; a picture less its notes."""
        evidence = self._known(request)
        row = evidence_row(self._proofs.last_report().plan, evidence) if evidence else None
        data = self._data(evidence) if evidence else None
        if row is None or data is None or row.is_picture:
            return _nothing()
        ending = row.file.rpartition(".")[2].lower()
        ending = ending if ending.isascii() and ending.isalnum() else "bin"
        headers = {
            "Content-Disposition": f'attachment; filename="minh-chung-{row.handle}.{ending}"'
        }
        return Response(data, media_type="application/octet-stream", headers=headers)

    def _groups(self, plan: Plan, campaign: Campaign) -> Mapping[str, list[Evidence]]:
        key = "groups", campaign.id
        return self._memory.of(plan, key, lambda: evidence_groups(plan, campaign))

    def _bare(self, plan: Plan, campaign: Campaign) -> list[BareThing]:
        key = "bare", campaign.id
        return self._memory.of(plan, key, lambda: bare_things(board_of(plan, campaign)))

    def _waiting(self, plan: Plan, evidence: Evidence) -> list[Evidence]:
        """What else waits for whoever asks to verify it, what was recorded after this one first."""
        campaign = plan.workspace.campaigns.get(evidence.campaign)
        found = self._groups(plan, campaign)["cho"] if campaign else []
        mine = (each for each in found if each.id != evidence.id)
        others = (each for each in mine if not _is_own(plan, each))
        return sorted(others, key=lambda each: (each.id < evidence.id, each.id))

    def _asked(self, request: Request) -> Evidence | None:
        return evidence_by_handle(self._office.look().plan, request.path_params["handle"])

    def _known(self, request: Request) -> Evidence | None:
        """What a screen that was just shown names."""
        return evidence_by_handle(self._proofs.last_report().plan, request.path_params["handle"])

    def _data(self, evidence: Evidence) -> bytes | None:
        """What is kept beside it; no other file can be named."""
        known = self._proofs.last_report().plan.workspace.attachments
        kept = known.get(evidence.attachment)
        return kept.read() if kept else None

    def _done(self, request: Request, form: Mapping[str, str]) -> Response:
        evidence, act = self._asked(request), form.get("viec", "")
        typed = " ".join(form.get("ten", "").split())
        typed = acting_name(typed) if act == "xacminh" else typed
        if evidence is None or act not in _LABELS:
            return lost(request)
        if not typed or not typed.isprintable():
            told = words("Fill in “{label}” first.", label=words(_LABELS[act]))
            return self._shown(request, form, SaveReport(is_written=False, troubles=(told,)))
        asked = VerifyEvidence if act == "xacminh" else WithdrawEvidence
        saved = self._office.edit([asked(evidence.id, typed, form.get("dau") or None)])
        if not saved.is_written:
            return self._shown(request, form, saved)
        return RedirectResponse(f"/minh-chung/{request.path_params['handle']}?xong={act}", 303)

    def _shown(
        self,
        request: Request,
        form: Mapping[str, str] | None = None,
        saved: SaveReport | None = None,
    ) -> Response:
        checked = self._office.look()
        plan, form = checked.plan, form or {}
        evidence = evidence_by_handle(plan, request.path_params["handle"])
        if evidence is None:
            return lost(request)
        workspace = plan.workspace
        found = problems_of(workspace, evidence, checked.of([evidence.record_file]))
        twin = twin_of(workspace, found)
        is_chain = saved is not None or not request.query_params.keys().isdisjoint(_CHAIN)
        waiting = self._waiting(plan, evidence) if is_chain else []
        return page(
            "evidence_one",
            request,
            422 if saved else 200,
            row=evidence_row(plan, evidence),
            state=state_of_evidence(plan, evidence),
            facts=[*facts_of_evidence(plan, evidence)],
            problems=told_of(found, plan),
            twin=evidence_row(plan, twin) if twin else None,
            offers=_offers(plan, evidence),
            mark=evidence.mark,
            is_own=_is_open(evidence) and _is_own(plan, evidence),
            form={"viec": "", "ten": "", **form},
            refusal=words(_REFUSALS[form["viec"]]) if saved else "",
            why=[*troubles(saved, plan), *told_of(saved.findings, plan)] if saved else [],
            campaign=_campaign_of(plan, evidence),
            waiting=len(waiting),
            following=evidence_row(plan, waiting[0]) if waiting else None,
            again=f"{evidence.campaign}{APART}{evidence.of[0]}"
            if not evidence.is_withdrawn
            else "",
        )


def _offers(plan: Plan, evidence: Evidence) -> frozenset[str]:
    """The buttons that it has: what would be refused is not offered."""
    if evidence.is_withdrawn:
        return frozenset()
    is_open = _is_open(evidence) and not _is_own(plan, evidence)
    verify = {"xacminh"} if is_open and not is_proof(plan.workspace, evidence) else set[str]()
    return frozenset({"rutmc", *verify})


def _is_open(evidence: Evidence) -> bool:
    """Whether it waits for somebody who verifies it."""
    return not evidence.verified_by and not evidence.is_withdrawn and bool(evidence.file)


def _is_own(plan: Plan, evidence: Evidence) -> bool:
    """Whether whoever has signed in may not verify it, since they have sent or recorded it."""
    name = acting_name("")
    named = evidence.model_copy(update={"verified_by": name})
    return bool(name) and not is_verified(plan.workspace, named)


def _campaign_of(plan: Plan, evidence: Evidence) -> str:
    campaign = plan.workspace.campaigns.get(evidence.campaign)
    return campaign_handle(campaign) if campaign else ""


def _nothing() -> Response:
    return PlainTextResponse(words("There is no such page."), 404)
