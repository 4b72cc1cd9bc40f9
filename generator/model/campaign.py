"""What was promised: a campaign and its activities, each line with its source."""

from pydantic import Field

from generator.model.fields import (
    Day,
    DocumentText,
    Id,
    Label,
    Money,
    PrintedQuantity,
    QuarterNumber,
    Ref,
    SourceRef,
    Text,
    Year,
)
from generator.model.plan_document import (
    Citation,
    Decision,
    Fact,
    Note,
    Objective,
    Responsibility,
)
from generator.model.plan_source import PlanSource
from generator.model.planned_slot import PlannedSlot, Session
from generator.model.record import Record
from generator.model.undertaking import UndertakingName
from generator.model.unknown import Unknown


class Activity(Record):
    """Activity: a promised line of the plan."""

    id: Id
    """Id: the name of the activity within the plan.
    Example: phat-thanh
    Effect: pieces name it; ids of its slots begin with it."""
    title: Text
    """Title: what is promised, in a few words.
    Example: Tuyên truyền trên sóng phát thanh
    Effect: on the page of the plan, in the calendar and in loa plan."""
    medium: Ref | None = None
    """Medium: what is made of it; left out where nothing is published.
    Example: radio
    Effect: pieces of this medium are counted here."""
    kind: UndertakingName | None = None
    """Kind: what it is where nothing is published: session, model, tour, survey, document, booklet,
    upkeep, advice or other.
    Example: session
    Effect: what calendars and loa plan call it; decides what is due of it, and when it is late."""
    group: DocumentText = ""
    """Heading: the heading of the document under which it stands.
    Example: Tổ chức thực hiện các chương trình tập huấn
    Effect: on the page of the plan, above the lines that share it."""
    text: DocumentText = ""
    """Words: what the plan says of it, in its own words.
    Example: Tổ chức tập huấn để nâng cao nhận thức
    Effect: on the page of the plan, below the line."""
    quantity: PrintedQuantity | None = None
    """Quantity: how many are promised, as printed.
    Example: dự kiến 04 chương trình/năm
    Effect: what counts are held against; on the page of the plan."""
    size: PrintedQuantity | None = None
    """Size: the size or length of each, as printed.
    Example: 7 phút/chương trình
    Effect: on the page of the plan, beside the quantity."""
    further: tuple[PrintedQuantity, ...] = ()
    """Further quantities: what else the plan counts of it, as printed.
    Example: [trên 40 lần, 280 phút]
    Effect: on the page of the plan, beside the quantity; loa status and the report hold against it
    what evidence tells in the same unit."""
    quarters: tuple[QuarterNumber, ...] = ()
    """Quarters: the quarters in which it is to happen.
    Example: [II, III, IV]
    Effect: the quantity is spread over them; a slot in another quarter is told."""
    partner: Ref | None = None
    """Partner: the id of the body that airs, prints or hangs it.
    Example: dai-vi-du
    Effect: receives packs and calendar; its channel says when it takes pieces."""
    also: tuple[Ref, ...] = ()
    """Also with: ids of other bodies that air or print the same.
    Example: [dai-vi-du]
    Effect: each receives the same lines in its calendar and its pack, with deadlines by its own
    rules, and stands on the page of the plan."""
    audience: DocumentText = ""
    """Audience: whom the activity is to reach.
    Example: người lao động trong khu công nghiệp
    Effect: on the page of the plan."""
    responsible: Ref | None = None
    """Responsible: the id of the body that answers for the activity.
    Example: trung-tam-khuyen-cong
    Effect: stands in print before the owner of the plan; named where there is no partner."""
    place: DocumentText = ""
    """Where: where it happens, in the plan's own words.
    Example: các khu công nghiệp
    Effect: on the page of the plan."""
    slots: tuple[PlannedSlot, ...] = ()
    """Slots: days for pieces that may not be written yet, or for what publishes nothing.
    Effect: lines of the calendar and deadlines; the piece of the same id takes its slot."""
    sessions: tuple[Session, ...] = ()
    """Sessions: classes, seminars, visits: what people come to, each with its day and place.
    Effect: lines of the calendar and deadlines; on the page of the plan."""
    source: PlanSource
    """Source: the document and the line, or the page, that say it; “chưa có” before there is one.
    Example: https://example.org/ke-hoach
    Effect: on the page of the plan; loa check tells a document that campaigns/sources.yml does not
    have."""
    sources: tuple[SourceRef, ...] = ()
    """Further sources: other lines that say something about it.
    Example: [https://example.org/ke-hoach]
    Effect: loa check tells a document that campaigns/sources.yml does not have."""
    notes: tuple[Label, ...] = ()
    """Notes: marks of notes of the plan that concern it.
    Example: [X01]
    Effect: on the page of the plan, where its line leads to them."""

    @property
    def form(self) -> str:
        """In which form it happens (hình thức): its medium, or what it is without one."""
        return self.medium or self.kind or ("session" if self.sessions else "other")

    @property
    def days(self) -> tuple[PlannedSlot, ...]:
        """Everything that the plan holds a day or a quarter for."""
        return (*self.slots, *self.sessions)


class Campaign(Record):
    """Plan: a plan with a period, an owner, a legal basis, a budget and a report deadline."""

    id: Id
    """Id: the permanent name of the plan; its folder bears it too.
    Example: sxsh-2021
    Effect: pieces name it; addresses and calendars are made of it."""
    title: DocumentText
    """Title: the title of the plan, as the document has it.
    Example: Kế hoạch sản xuất sạch hơn năm 2021
    Effect: on the page of the plan, in calendars, letters and scripts."""
    period: Year
    """Year: the year of the plan; of several years the last.
    Example: 2021
    Effect: a quarter without a year is one of this year."""
    begins: Year | None = None
    """First year: the year in which a plan of several years begins.
    Example: 2016
    Effect: pages call the plan by both years; days of all of them belong to it."""
    short: Text = ""
    """Short name: what tells the plan from others of the same years, where there are any.
    Example: Tỉnh Mẫu
    Effect: behind the years wherever pages, calendars and lists name the plan."""
    owner: Ref | None = None
    """Owner: the id of the body that leads the plan.
    Example: so-cong-thuong
    Effect: answers for what is printed, sends the packs, and stands on the page of the plan."""
    unknown: tuple[Unknown, ...] = ()
    """Not known: what no source says about the plan yet, and why.
    Effect: loa check does not ask for it as a mistake; the run list says why it is missing."""
    decisions: tuple[Decision, ...] = ()
    """Decisions: what a person has still to decide, as loa new campaign leaves it.
    Effect: loa check tells each; as long as one is left, nothing of the plan is public."""
    issuer: Ref | None = None
    """Issuer: the id of the body that issued the plan.
    Example: ubnd-tinh
    Effect: on the page of the plan and of that body, and in letters."""
    issued_on: Day | None = None
    """Day of issue: the day on which the plan was issued.
    Example: 17/3/2021
    Effect: before this day nothing of the plan is public; bodies are named as they were then."""
    report_due: Day | None = None
    """Report due: the day before which the report must be there.
    Example: 25/12/2021
    Effect: loa plan and the calendar of deadlines tell it; no slot is proposed that would not be
    over by then."""
    report_template: Text = ""
    """Report template: the office's own Word template of its report, below assets/.
    Example: assets/report/mau-bao-cao.docx
    Effect: loa report fills it; loa report template writes one to begin from."""
    budget: Money | None = None
    """Budget: the amount, as printed.
    Example: 958.079.880 đồng
    Effect: on the page of the plan."""
    audience: DocumentText = ""
    """Audience: whom the plan is to reach, in its own words.
    Example: cơ sở sản xuất công nghiệp
    Effect: on the page of the plan."""
    source: SourceRef | None = None
    """Source: the document and the line, or the page, that say it.
    Example: https://example.org/ke-hoach
    Effect: on the page of the plan."""
    legal_basis: tuple[Citation, ...] = ()
    """Legal basis: the documents that the plan rests on.
    Effect: listed on the page of the plan."""
    objectives: tuple[Objective, ...] = ()
    """Objectives: the aims of the plan, in its own words.
    Effect: on the page of the plan, with their lines; nothing is corrected."""
    facts: tuple[Fact, ...] = ()
    """Facts: what the document says beside that, as printed.
    Effect: on the page of the plan, each in its place."""
    responsibilities: tuple[Responsibility, ...] = ()
    """Responsibilities: what each body is to do.
    Effect: on the page of the plan and of each body."""
    notes: tuple[Note, ...] = ()
    """Notes: contradictions and gaps of the document.
    Effect: on the page of the plan, with their lines; nothing is corrected."""
    activities: tuple[Activity, ...] = Field(min_length=1)
    """Activities: what the plan promises, line by line.
    Effect: every count of promised, planned and published; the page of the plan; loa plan."""

    @property
    def short_name(self) -> str:
        """What lists call it: «2021», «2016–2020 (Tỉnh Mẫu)»."""
        first = self.begins or self.period
        years = f"{first}–{self.period}" if first < self.period else str(self.period)
        return f"{years} ({self.short})" if self.short else years

    @property
    def is_draft(self) -> bool:
        """Whether something is still to be decided, or a line of it has no document yet."""
        return bool(self.decisions) or bool(self.without_document)

    @property
    def without_document(self) -> list[Activity | Objective | Fact | Responsibility]:
        """Lines of which the author says that no document has them yet."""
        cited = (self.objectives, self.facts, self.responsibilities, self.activities)
        return [each for group in cited for each in group if not each.source]

    def facts_of(self, *what: str) -> tuple[Fact, ...]:
        """Facts of some kinds, in the order of the file."""
        return tuple(fact for fact in self.facts if fact.what in what)
