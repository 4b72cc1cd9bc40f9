"""From a board to a report: what was done in a period, figure by figure, and by which evidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from generator.catalogue import words
from generator.model.amount import Amount, in_words
from generator.model.campaign import Campaign
from generator.model.deed_report import (
    BillRow,
    DutyRow,
    EvidencePart,
    EvidenceRow,
    Report,
    ReportFigures,
    ReportLine,
    ReportNote,
)
from generator.model.evidence import Evidence
from generator.model.piece import day_of
from generator.model.plan import Plan
from generator.model.workspace import Workspace
from generator.planning.board import Board, BoardLine, DeedFigures
from generator.planning.board_words import completion_words, thing_words
from generator.planning.completion import completions, state_of
from generator.planning.deed_counts import (
    EvidenceCount,
    EvidenceUse,
    amounts,
    count,
    unit_of,
)
from generator.planning.duties import duties_of
from generator.planning.evidence_targets import is_duty, is_of_deed, is_proof
from generator.planning.evidence_words import STAGES, lack_words, proof_words
from generator.planning.quarter_uses import uses_by_quarter
from generator.planning.report_period import ReportPeriod
from generator.planning.report_quotes import quotes_of
from generator.planning.source_names import SourceNames
from generator.planning.stage_counts import stages_left
from generator.vietnamese.dates import format_date, format_long_date, moment_in_words

_FILED = ("lưu:", "lưu ")
"""How the last line of recipients begins: where the paper is kept by who issued the plan."""


def report_of(plan: Plan, board: Board, period: ReportPeriod, look: Mapping[str, str]) -> Report:
    """The report of a plan on a period, as the evidence of this moment tells it."""
    workspace, campaign = plan.workspace, board.campaign
    known = [each for each in board.evidence if is_of_deed(each) and _day(each) <= period.last]
    lines = [_LineOfPeriod(workspace, line, period) for line in board.lines]
    sources = SourceNames(workspace.documents)
    return Report(
        campaign=campaign.id,
        plan=campaign.title,
        period=period.name,
        period_key=period.key,
        is_part=period.is_part,
        as_of=plan.today,
        issuer=_name(workspace, campaign, campaign.issuer),
        issued_on=format_long_date(campaign.issued_on) if campaign.issued_on else "",
        owner=_name(workspace, campaign, campaign.owner),
        heads=(
            _name(workspace, campaign, campaign.issuer, is_short=True),
            _name(workspace, campaign, campaign.owner, is_short=True),
        ),
        recipients=tuple(_recipients(campaign)),
        budget=campaign.budget,
        lines=tuple(line.report_line() for line in lines),
        evidence=(
            *(row for line in lines for row in line.rows()),
            *_of_duties(workspace, campaign, known),
        ),
        bills=tuple(_bills(workspace, board.money.bills, period)),
        duties=tuple(_duties(workspace, campaign, known, min(plan.today, period.after))),
        notes=tuple(ReportNote(n.id, n.text, sources.words(str(n.source))) for n in campaign.notes),
        quotes=quotes_of(workspace, campaign),
        look=dict(look),
    )


class _LineOfPeriod:
    """An activity with the evidence up to the end of a period."""

    def __init__(self, workspace: Workspace, line: BoardLine, period: ReportPeriod) -> None:
        self.workspace, self.activity, self.period = workspace, line.activity, period
        self.promised = line.total.tally.promised
        self.known = [use for use in line.uses if _day(use.evidence) <= period.last]
        self.total = [use for use in self.known if use.is_done]
        once = [*chain(*uses_by_quarter(self.total, self.activity).values())]
        self.done = [use for use in once if _day(use.evidence) >= period.first]
        self.proof = [use for use in self.done if use.is_proof]
        self.before = [use for use in once if _day(use.evidence) < period.first]

    def report_line(self) -> ReportLine:
        """The line of the table."""
        quantity = self.activity.quantity
        deeds = completions(self.total)
        items = {use.target.item.id: use.target.item for use in self.total if use.target.item}
        in_part = (
            thing_words(items[key], completion_words(deed))
            for key, deed in deeds.items()
            if deed.is_in_part
        )
        return ReportLine(
            self.activity.id,
            self.activity.title,
            str(quantity) if quantity else "",
            unit_of(self.activity),
            self.promised,
            tuple(self._figures()),
            self._short_of_done(),
            tuple(map(Amount.of, self.activity.further)),
            tuple(in_part),
        )

    def _figures(self) -> Iterator[ReportFigures]:
        total, before = self._amounts(self.total), self._amounts(self.before)
        all_proof = self._amounts([use for use in self.total if use.is_proof])
        is_all = len(self.done) == len(self.total)
        done = total if is_all else self._amounts(self.done)
        proof = all_proof if is_all else self._amounts(self.proof)
        lacking = {each.kind: each for each in _without_proof(done.values(), proof.values())}
        lacks = {each.kind: each for each in _without_proof(total.values(), all_proof.values())}
        for kind, amount in total.items():
            yield ReportFigures(
                self.activity.id,
                amount.unit,
                done.get(kind),
                proof.get(kind),
                amount,
                lacking.get(kind),
                before.get(kind),
                words(self._state(amount, all_proof.get(kind), lacks.get(kind))),
                lacks.get(kind),
            )

    def _state(self, done: Amount, proof: Amount | None, lacking: Amount | None) -> str:
        """How far the activity is in a unit; where the plan states no whole, how far it is proved.

        A msgid.
        """
        stated = [q for q in (self.activity.quantity, *self.activity.further) if q]
        known = {each.kind: each.number for each in map(Amount.of, stated)}
        if whole := known.get(done.kind):
            return state_of(done, proof, whole)
        if proof and not lacking:
            return "is proof"
        return "done, proved in part" if proof else "done, without proof"

    def _amounts(self, uses: Sequence[EvidenceUse]) -> dict[str, Amount]:
        found = amounts(uses, self.activity) if uses else ()
        return {each.kind: each for each in found}

    def _short_of_done(self) -> str:
        """What is printed or delivered by the end of the period, and not done for all we know."""
        stages = stages_left(self.known, self.activity)
        said = (f"{words(STAGES[stage])}: {in_words(left)}" for stage, left in stages)
        return "; ".join(said)

    def rows(self) -> Iterator[EvidenceRow]:
        """A row of the annex for each use of evidence."""
        units = list(dict.fromkeys(each.unit for each in self._amounts(self.total).values()))
        sums = {unit: self._parts(unit) for unit in units}
        for use in sorted(self.known, key=lambda use: (_moment(use.evidence), use.evidence.id)):
            parts = (
                EvidencePart(u, *(each.get(id(use.target)) for each in sums[u])) for u in units
            )
            yield self._row(use, tuple(part for part in parts if part.is_counted))

    def _parts(self, unit: str) -> tuple[dict[int, Amount], ...]:
        """How much of what is done, proved and of the total each use adds in a unit."""
        total = _by_use(count(self.total, self.activity, unit))
        is_all = len(self.done) == len(self.total)
        done = total if is_all else _by_use(count(self.done, self.activity, unit))
        return done, _by_use(count(self.proof, self.activity, unit)), total

    def _row(self, use: EvidenceUse, parts: tuple[EvidencePart, ...]) -> EvidenceRow:
        """What a piece of evidence shows here, and what it adds."""
        evidence, target = use.evidence, use.target
        thing = target.item.title if target.item else self.activity.title
        place = self.workspace.places.get(target.place)
        at = f" ({place.name_on(_day(evidence))})" if place else ""
        return _evidence_row(self.workspace, evidence, self.activity.id, f"{thing}{at}", parts)


def _evidence_row(
    workspace: Workspace,
    evidence: Evidence,
    activity: str,
    of: str,
    parts: tuple[EvidencePart, ...] = (),
) -> EvidenceRow:
    proves = is_proof(workspace, evidence)
    return EvidenceRow(
        evidence.id,
        activity,
        of,
        evidence.kind,
        evidence.stage,
        moment_in_words(evidence.on),
        in_words(evidence.measures),
        parts,
        evidence.file,
        evidence.digest,
        words("is proof") if proves else lack_words(workspace, evidence),
        proves,
        _source(workspace, evidence),
    )


def _source(workspace: Workspace, evidence: Evidence) -> str:
    """The body that evidence is from; a name that is typed may be that of a person."""
    body = workspace.partners.get(evidence.received_from)
    return body.name_on(_day(evidence)).name if body else ""


def _of_duties(
    workspace: Workspace, campaign: Campaign, known: Sequence[Evidence]
) -> Iterator[EvidenceRow]:
    """Rows for what shows that a duty is done: it adds to no figure."""
    texts = {duty.id: duty.text for duty in campaign.responsibilities}
    for evidence in sorted(known, key=lambda each: (_moment(each), each.id)):
        for name in evidence.of:
            if is_duty(campaign, name):
                of = texts.get(name) or words("Report on the plan")
                yield _evidence_row(workspace, evidence, name, of)


def _duties(
    workspace: Workspace, campaign: Campaign, known: Sequence[Evidence], today: date
) -> Iterator[DutyRow]:
    """Duties with a day, or of which evidence tells something; this report is none of them."""
    for duty in duties_of(workspace, campaign, known, today):
        if duty.id != campaign.id:
            yield DutyRow(
                _name(workspace, campaign, duty.body),
                duty.text,
                format_date(duty.due) if duty.due else "",
                tuple(each.id for each in duty.evidence),
                duty.is_overdue,
                bool(duty.proof),
                duty.days_late,
            )


def _without_proof(done: Iterable[Amount], proof: Iterable[Amount]) -> tuple[Amount, ...]:
    return DeedFigures(done=tuple(done), proof=tuple(proof)).without_proof


def _by_use(found: EvidenceCount | None) -> dict[int, Amount]:
    return {id(use.target): amount for use, amount in found.parts} if found else {}


def _bills(
    workspace: Workspace, bills: Iterable[Evidence], period: ReportPeriod
) -> Iterator[BillRow]:
    """Those up to the end of the period: money is spent of one budget."""
    for each in sorted(bills, key=lambda each: (_moment(each), each.id)):
        if _day(each) <= period.last:
            yield BillRow(
                each.id,
                each.kind,
                moment_in_words(each.on),
                each.amount,
                each.file,
                each.digest,
                proof_words(workspace, each),
                is_proof(workspace, each),
            )


def _recipients(campaign: Campaign) -> Iterator[str]:
    """As the plan names them, but for where it is itself kept."""
    for fact in campaign.facts_of("recipient"):
        if not fact.as_printed.casefold().startswith(_FILED):
            yield fact.as_printed.rstrip(" ;.")


def _name(
    workspace: Workspace, campaign: Campaign, identity: str | None, *, is_short: bool = False
) -> str:
    """What a body was called when the plan was issued; nothing where none is known."""
    body = workspace.partners.get(identity or "")
    day = campaign.issued_on or date(campaign.period, 1, 1)
    if body is None:
        return ""
    name = body.name_on(day)
    return (is_short and name.short) or name.name


def _day(evidence: Evidence) -> date:
    return day_of(evidence.on)


def _moment(evidence: Evidence) -> str:

    return evidence.on.isoformat()
