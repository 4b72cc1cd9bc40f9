"""A report (báo cáo): what was done of a plan in a period, each figure with what it adds up.

Plain values only: a report that is frozen is read again years later, and says the same. What no
evidence tells is None, which is not zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.model.amount import Amount, Bound
from generator.model.evidence import EvidenceKind, EvidenceStage
from generator.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """An activity in one unit.

    `done` and `proof` are of the period, `total` from the beginning of the plan to its end,
    `before` until the period began; `state` says in words whether the whole is done and proved.
    """

    activity: str
    unit: str
    done: Amount | None = None
    proof: Amount | None = None
    total: Amount | None = None
    without_proof: Amount | None = None
    before: Amount | None = None
    state: str = ""
    lacking: Amount | None = None
    """Of how much of the total nothing proves it."""

    @property
    def is_no_sum(self) -> bool:
        """Whether what came before and what came in the period may partly be the same."""
        if not (self.before and self.done and self.total):
            return False
        numbers = (self.before.number, self.done.number, self.total.number)
        return None not in numbers and (numbers[0] or 0) + (numbers[1] or 0) != numbers[2]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of the plan; `plan` is how much of it as printed, `promised` in the first unit.

    `further` is what the plan states in other units.
    """

    activity: str
    title: str
    plan: str
    unit: str
    promised: int | None
    figures: tuple[ReportFigures, ...] = ()
    short_of_done: str = ""
    """What is printed or delivered of it, in words."""
    further: tuple[Amount, ...] = ()
    in_part: tuple[str, ...] = ()
    """Its things that are done or proved only in part, in words."""

    def promise_in(self, unit: str) -> Amount | None:
        """What the plan states in a unit, and how sure that is; None where it states none."""
        number = self.promised_in(unit)
        if number is None:
            return None
        if unit != self.unit:
            kind = Amount(None, unit).kind
            return next(each for each in self.further if each.kind == kind)
        bound = Amount.of(Quantity.parse(self.plan)).bound if self.plan else Bound.EXACT
        return Amount(number, unit, bound)

    def promised_in(self, unit: str) -> int | Decimal | None:
        """How much of a unit the plan states; None where it states nothing in that."""
        if unit == self.unit:
            return self.promised
        kind = Amount(None, unit).kind
        return next((each.number for each in self.further if each.kind == kind), None)


@dataclass(frozen=True, slots=True)
class EvidencePart:
    """How much of a figure comes from one piece of evidence: what a row of the annex adds."""

    unit: str
    done: Amount | None = None
    proof: Amount | None = None
    total: Amount | None = None

    @property
    def is_counted(self) -> bool:
        """Whether it adds anything to any figure."""
        return any((self.done, self.proof, self.total))


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence, and what it adds to the figures of an activity."""

    evidence: str
    activity: str
    of: str
    kind: EvidenceKind
    stage: EvidenceStage
    on: str
    measures: str
    parts: tuple[EvidencePart, ...]
    file: str
    digest: str
    state: str
    """Whether it is proof, or what it lacks, in words."""
    is_proof: bool
    source: str = ""
    """The body that it is from, by its name; a person who sent it stands in no report."""


@dataclass(frozen=True, slots=True)
class BillRow:
    """A contract, an invoice or a payment; `amount` in đồng, None where it does not say."""

    evidence: str
    kind: EvidenceKind
    on: str
    amount: int | None
    file: str
    digest: str
    state: str
    is_proof: bool


@dataclass(frozen=True, slots=True)
class DutyRow:
    """What a body is to do; `evidence` are the ids of what shows that it did.

    `is_overdue` says that its day was over and no evidence told of it, `days_late` how many days
    after its day it was done.
    """

    body: str
    text: str
    due: str
    evidence: tuple[str, ...]
    is_overdue: bool = False
    is_proof: bool = True
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class ReportNote:
    """What does not agree in the document of the plan, or is not said there."""

    mark: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class ReportQuote:
    """A line of the document of the plan with a figure, in its own words, and what it is about.

    `title` is that of the document, or its id where that is not known; a page of the web has no
    `line`.
    """

    document: str
    title: str
    line: str
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report says, before it is put into words.

    `as_of` is the day whose knowledge it holds, `look` that of the brand.
    """

    campaign: str
    plan: str
    period: str
    period_key: str
    is_part: bool
    as_of: date
    issuer: str
    issued_on: str
    owner: str
    heads: tuple[str, str]
    """What issuer and owner are called above the text: short, so that each has a line."""
    recipients: tuple[str, ...]
    budget: int | None
    lines: tuple[ReportLine, ...]
    evidence: tuple[EvidenceRow, ...] = ()
    bills: tuple[BillRow, ...] = ()
    duties: tuple[DutyRow, ...] = ()
    notes: tuple[ReportNote, ...] = ()
    quotes: tuple[ReportQuote, ...] = ()
    look: Mapping[str, str] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """The plan, and the period where that is only a part of it."""
        return f"{self.plan}, {self.period}" if self.is_part else self.plan

    @property
    def is_empty(self) -> bool:
        """Whether no source tells that anything was done in the period."""
        return all(f.done is None for line in self.lines for f in line.figures)

    @property
    def is_silent(self) -> bool:
        """Whether no source tells that anything was done until the end of the period, either."""
        return all(f.total is None for line in self.lines for f in line.figures)

    def sum_of(self, kind: str) -> int:
        """The sum of the bills of a kind, in đồng."""
        return sum(bill.amount or 0 for bill in self.bills if bill.kind == kind)

    def proof_of(self, kind: str) -> int:
        """What is proved of that sum, in đồng."""
        bills = (bill for bill in self.bills if bill.kind == kind and bill.is_proof)
        return sum(bill.amount or 0 for bill in bills)
