"""How far evidence tells something to be is possible for it, and follows from what came before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, warning
from generator.media import media
from generator.model.campaign import Activity
from generator.model.evidence import OF_MONEY, EvidenceStage
from generator.model.grouping import groups_of
from generator.model.piece import day_of
from generator.model.workspace import Workspace
from generator.planning.deed_counts import EvidenceUse, amount, evidence_by, unit_of, uses_of
from generator.planning.evidence_targets import valid_evidence
from generator.planning.evidence_words import STAGES
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_number

NO_SUCH_STAGE = Rule(
    "evidence-stage",
    "“{activity}” is never “{stage}”: {what}.",
    "Remove stage:; what is aired, printed in a paper or held is done.",
)
MORE_THAN_BEFORE = warning(
    "evidence-stage-order",
    "Of “{id}” evidence tells {more} {unit} to be {later}, and only {less} to be {earlier}.",
    "Check the figures, and the evidence of what was {earlier}: {ids}.",
)
DOWN_BEFORE_HUNG = warning(
    "evidence-down-before-hung",
    "“{id}” was taken down on {day}, and the first of it hung on {first}.",
    "Correct the day of one of the two: {ids}.",
)
WITHOUT_AMOUNT = warning(
    "evidence-without-amount",
    "This {kind} does not say how much: no sum of money holds it.",
    "Add below kind: a line such as: amount: 12.500.000 đồng",
)
DOUBLED_BILL = warning(
    "evidence-doubled-bill",
    "This {kind} tells the same line, day and sum as {first}: it may be counted twice.",
    "Withdraw one of the two: loa evidence withdraw {id}. If both are right, write in note: what "
    "each is of.",
)
OUTDOORS: Final = frozenset({"hung", "taken_down"})
ON_PAPER: Final = frozenset({"printed", "delivered"})
_PRINTED: Final = frozenset({"booklet", "document"})
_ANY: Final = frozenset({"model", "other"})
"""What publishes nothing and is made before it is handed out; of the latter nobody knows."""
AIRED, HELD = "it is aired, or stands in a paper", "it is held, and nothing is printed"
NOT_OUTDOORS = "it does not hang anywhere"
_ORDER: tuple[tuple[EvidenceStage, EvidenceStage], ...] = (
    ("printed", "delivered"),
    ("delivered", "hung"),
    ("hung", "taken_down"),
)
_SHOWN = 5  # ids that a message lists


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every bill, every use of evidence, then each thing with all that is told of it."""
    for evidence in subject.workspace.evidence.values():
        if evidence.kind in OF_MONEY and evidence.amount is None and not evidence.is_withdrawn:
            yield WITHOUT_AMOUNT.at(evidence.where("kind"), kind=evidence.kind)
    yield from _doubled_bills(subject.workspace)
    uses = [*uses_of(subject.plan, evidence_by(subject.plan))]
    wrong = {id(use): _impossible(use) for use in uses}
    for use in uses:
        if what := wrong[id(use)]:
            stage = STAGES[use.evidence.stage]
            title = use.target.activity.title
            where = use.evidence.where("stage")
            yield NO_SUCH_STAGE.at(where, activity=title, stage=stage, what=what)
    right = [use for use in uses if not wrong[id(use)]]
    things = groups_of(((id(u.target.activity), _name(u)), u) for u in right)
    for mine in things.values():
        yield from _order(mine)
        yield from _days(mine)


def _doubled_bills(workspace: Workspace) -> Iterator[Diagnostic]:
    """Two slips of one payment; of a file that is there twice that is told by itself."""
    bills = [each for each in valid_evidence(workspace) if each.kind in OF_MONEY and each.amount]
    told = (
        (each.campaign, each.kind, sorted(each.of), day_of(each.on), each.amount) for each in bills
    )
    same = groups_of((repr(key), each) for key, each in zip(told, bills, strict=True))
    for first, *others in same.values():
        for each in others:
            is_another = each.note and each.note != first.note
            if not is_another and (not each.digest or each.digest != first.digest):
                where = each.where("amount")
                yield DOUBLED_BILL.at(where, kind=each.kind, first=first.id, id=each.id)


def _name(use: EvidenceUse) -> str:
    """What the use is of: what hangs at a place is compared with what hung there."""
    target = use.target
    return f"{target.item.id if target.item else target.activity.id}/{target.place}"


def _impossible(use: EvidenceUse) -> str:
    """Why something can never be so far (a msgid); nothing where it can."""
    stage, activity = use.evidence.stage, use.target.activity
    if stage not in OUTDOORS | ON_PAPER:
        return ""
    medium = media().get(activity.medium or "")
    if medium is not None:
        return "" if medium.artwork else AIRED
    if activity.form not in _PRINTED | _ANY:
        return HELD
    return NOT_OUTDOORS if stage in OUTDOORS and activity.form in _PRINTED else ""


def _order(uses: Sequence[EvidenceUse]) -> Iterator[Diagnostic]:
    """No more is handed out than printed, hung than handed out, taken down than hung."""
    stages = groups_of((_stage(use), use) for use in uses)
    activity = uses[0].target.activity
    for earlier, later in _ORDER:
        before, after = _number(stages, earlier, activity), _number(stages, later, activity)
        is_told = before is not None or later == "taken_down"
        if is_told and after is not None and after > (before or 0):
            last = max(stages[later], key=_moment)
            ids = list(dict.fromkeys(use.evidence.id for use in stages.get(earlier, ())))
            yield MORE_THAN_BEFORE.at(
                last.evidence.where("measures"),
                id=_name(last).rstrip("/"),
                more=format_number(after),
                less=format_number(before or 0),
                unit=unit_of(activity),
                later=STAGES[later],
                earlier=STAGES[earlier],
                ids=", ".join(ids[:_SHOWN]) or "–",
            )
            return


def _days(uses: Sequence[EvidenceUse]) -> Iterator[Diagnostic]:
    """Nothing is taken down before any of it hung.

    A printer may well have what it printed accepted after the first copies were handed out.
    """
    stages = groups_of((_stage(use), use) for use in uses)
    first = {stage: min(mine, key=_moment) for stage, mine in stages.items()}
    hung, down = first.get("hung"), first.get("taken_down")
    if hung and down and day_of(down.evidence.on) < day_of(hung.evidence.on):
        yield DOWN_BEFORE_HUNG.at(
            down.evidence.where("on"),
            id=_name(down).rstrip("/"),
            day=format_date(day_of(down.evidence.on)),
            first=format_date(day_of(hung.evidence.on)),
            ids=f"{hung.evidence.id}, {down.evidence.id}",
        )


def _moment(use: EvidenceUse) -> tuple[date, str]:
    return day_of(use.evidence.on), use.evidence.id


def _stage(use: EvidenceUse) -> EvidenceStage:
    """What is done of a thing that hangs is that it hangs."""
    return "hung" if use.is_done else use.evidence.stage


def _number(
    stages: Mapping[EvidenceStage, Sequence[EvidenceUse]], stage: EvidenceStage, activity: Activity
) -> int | Decimal | None:
    mine = stages.get(stage, ())
    found = amount(mine, activity, unit_of(activity)) if mine else None
    return found.number if found else None
