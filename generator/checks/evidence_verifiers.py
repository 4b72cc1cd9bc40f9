"""Evidence is verified by somebody who has a name, by another than its sender, and in time."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.checks import Subject
from generator.checks.starter_text import names_nobody
from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.evidence import Evidence
from generator.model.piece import day_of
from generator.model.workspace import Workspace
from generator.planning.evidence_targets import is_body, is_own
from generator.vietnamese.dates import HANOI, format_date

OWN_VERIFIER = Rule(
    "evidence-own-verifier",
    "“{name}” has sent this evidence and cannot verify it as well.",
    "Let another person look at the file, and write that name.",
)
NO_SENDER = Rule(
    "evidence-without-sender",
    "It is not said who sent this evidence, so that nobody can tell whether another one verified "
    "it.",
    "Add a line: received_from: and the id of the partner or the name of who sent it.",
)
NOBODY_VERIFIED = Rule(
    "evidence-verifier-unnamed",
    "“{name}” is nobody's name: nobody is said to have looked at this evidence.",
    "Write the name of whoever looked at the file; until somebody has, remove verified_by:.",
)
BODY_VERIFIED = Rule(
    "evidence-verifier-no-person",
    "“{name}” is the name of a body, a channel or a place: nobody knows who looked at the file.",
    "Write who of it looked at the file, by name or office: Trần Thị Bình, Tổ thư ký.",
)
VERIFIED_TO_COME = Rule(
    "evidence-verified-to-come",
    "This evidence is said to be verified on {day}, which is still to come.",
    "Correct verified_on:.",
)
NO_DAY = warning(
    "evidence-verified-undated",
    "It is not said on which day this evidence was verified: a report as of an earlier day would "
    "count it as proved all the same.",
    "Add below verified_by: a line verified_on: and the day.",
)
NOT_VERIFIED = Rule(
    "evidence-verified-by-nobody",
    "It is said on which day this evidence was verified, but not by whom.",
    "Add above it a line verified_by: and the name of whoever looked at the file, or remove "
    "verified_on:.",
)
VERIFIED_WITHOUT_FILE = Rule(
    "evidence-without-file",
    "Somebody has verified this evidence, but there is no file that shows it.",
    "Add the file with loa evidence add, or remove verified_by:.",
)
VERIFIED_BEFORE = Rule(
    "evidence-verified-before",
    "This evidence was verified on {day}, before what it shows was done.",
    "Correct verified_on: or on:.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every piece of evidence that is said to be verified."""
    today = subject.now.astimezone(HANOI).date() if subject.now else None
    for evidence in subject.workspace.evidence.values():
        yield from _person(subject.workspace, evidence)
        yield from _day(evidence, today)


def _person(workspace: Workspace, evidence: Evidence) -> Iterator[Diagnostic]:
    """Who verified it is another person than who sent it, and looked at a file."""
    if not evidence.verified_by:
        is_early = evidence.verified_on and evidence.verified_on < day_of(evidence.on)
        if evidence.verified_on and not is_early:
            yield NOT_VERIFIED.at(evidence.where("verified_on"))
        return
    if not evidence.received_from:
        yield NO_SENDER.at(evidence.where("verified_by"))
    elif names_nobody(evidence.verified_by):
        yield NOBODY_VERIFIED.at(evidence.where("verified_by"), name=evidence.verified_by)
    elif is_own(workspace, evidence):
        yield OWN_VERIFIER.at(evidence.where("verified_by"), name=evidence.verified_by)
    elif is_body(workspace, evidence.verified_by):
        yield BODY_VERIFIED.at(evidence.where("verified_by"), name=evidence.verified_by)
    elif not evidence.file:
        yield VERIFIED_WITHOUT_FILE.at(evidence.where("verified_by"))
    elif not evidence.verified_on:
        yield NO_DAY.at(evidence.where("verified_by"))


def _day(evidence: Evidence, today: date | None) -> Iterator[Diagnostic]:
    """It was done, then verified, and that is over; a day to come of the deed is told by itself."""
    day, verified = day_of(evidence.on), evidence.verified_on
    if verified is None or (today and day > today):
        return
    if verified < day:
        yield VERIFIED_BEFORE.at(evidence.where("verified_on"), day=format_date(verified))
    elif today and verified > today:
        yield VERIFIED_TO_COME.at(evidence.where("verified_on"), day=format_date(verified))
