"""A printed piece for its designer and whoever orders it: facts, places, what preflight says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.app.check import CheckReport
from generator.app.inspection import Inspection
from generator.app.preflight import Verdict
from generator.catalogue import words
from generator.desk.needs import DraftOffice
from generator.desk.piece_views import about
from generator.desk.problem_links import ProblemLink, problem_links
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.printed_piece import PrintedPiece
from generator.planning.agenda import hanging_in_words
from generator.press.counts import counts
from generator.press.orders import names_at, printed_pieces
from generator.vietnamese.numbers import format_number

LOOKED_AT = {
    "Clean structure": "Whether the file opens, and holds nothing that a print shop refuses",
    "Boxes and bleed": "Whether page, cut and bleed are as large as ordered",
    "Output intent": "Whether the file says for which press and material it is made",
    "Metadata of PDF/X-4": "Whether it says what it is, as PDF/X-4 asks",
    "Inks only": "Whether every colour is one of ink, none of a screen",
    "Resolution of pictures, width of lines": "Whether pictures are sharp enough, lines wide "
    "enough, at the true size",
    "Fonts and text": "Whether each word of the piece is there, whole and with its typeface",
    "Total ink and black": "Whether so much ink dries, and small letters are of black alone",
    "Words clear of edges and eyelets": "Whether no word lies where is cut, sewn or punched",
    "QR code": "Whether the code can be read, and leads to the page of the piece",
    "TIFF is whole": "Whether the picture file has all its inks and pixels",
    "TIFF equals PDF": "Whether the picture file shows the same as the other",
    "Every variant is there": "Whether each place has its own file where the words differ",
    "Outdoor rules": "Whether it keeps to the law on publicity outdoors",
    "May be printed": "Whether somebody has approved the sample, and all is known that must be on "
    "it",
}
"""What each point of preflight looks at, by its title (msgids)."""
VERDICTS = {
    Verdict.DELIVER: "The file is right: it may go to the print shop.",
    Verdict.LOOK: "The file is right, but only to be looked at: it bears the stamp BẢN XEM.",
    Verdict.REFUSE: "The file must not go to the print shop yet.",
}


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of preflight in words; `sign` is ok, warn, wrong, stamp or none."""

    title: str
    what: str
    sign: str
    result: str
    problems: tuple[ProblemLink, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What preflight says of a piece, as a screen shows it."""

    verdict: str
    is_good: bool
    points: tuple[PointView, ...]
    obstacles: tuple[ProblemLink, ...]
    reasons: tuple[ProblemLink, ...]


@dataclass(frozen=True, slots=True)
class HangingRow:
    """A place: so many copies from when until when."""

    place: str
    district: str
    copies: str
    when: str
    is_proposed: bool


def entry_of(plan: Plan, path: str) -> Entry | None:
    """The entry of the printed piece of a file; None where it is no such piece."""
    return next((e for e, _, piece in printed_pieces(plan) if piece.file == path), None)


def facts(plan: Plan, entry: Entry, piece: PrintedPiece) -> Iterator[tuple[str, str]]:
    """What is ordered, by its name."""
    printer = plan.workspace.printer_of(piece.medium, piece.printer, piece.any_printer)
    yield words("Kind"), about(piece, plan)
    yield words("Finished size"), str(piece.size)
    if piece.is_counted:
        yield words("Copies"), format_number(piece.units)
    if entry.slot.quarter:
        yield words("When"), entry.slot.quarter.name
    named = words("No print shop is named yet") if printer.is_assumed else printer.name
    yield words("Printer"), named
    if printer.material:
        yield words("Material"), printer.material


def hanging_rows(plan: Plan, entry: Entry) -> list[HangingRow]:
    """Where its copies hang."""
    rows = []
    for placement in entry.piece.placements:
        name, district = names_at(plan, entry, placement)
        basis = placement.basis or entry.piece.basis
        when = hanging_in_words(placement, entry.slot.quarter)
        copies = format_number(placement.copies)
        rows.append(
            HangingRow(name or placement.place, district, copies, when, basis == "proposed")
        )
    return rows


def sums_in_words(plan: Plan, entries: Iterable[Entry]) -> list[tuple[str, bool]]:
    """Whether the copies of their activities add up to what the plan orders, each in a sentence.

    With it, whether that is right.
    """
    wanted = {id(entry.activity) for entry in entries}
    return [
        _sum(count.line.activity.title, count.promised, count.with_place)
        for count in counts(plan)
        if id(count.line.activity) in wanted
    ]


def _sum(title: str, promised: int, placed: int) -> tuple[str, bool]:
    told = {
        0: "{title}: the plan orders {promised}, and so many have a place.",
        1: "{title}: the plan orders {promised}; {placed} have a place, {difference} too many.",
        -1: "{title}: the plan orders {promised}; {placed} have a place, {difference} have none.",
    }[(placed > promised) - (placed < promised)]
    values = {"promised": promised, "placed": placed, "difference": abs(promised - placed)}
    shown = {name: format_number(value) for name, value in values.items()}
    return words(told).format(title=title, **shown), placed == promised


def findings_of(drafts: DraftOffice, report: CheckReport, inspection: Inspection) -> Findings:
    """What preflight says, in words and with the way to what mends it."""
    verdict = inspection.verdict
    points = []
    for each in inspection.points:
        problems = tuple(problem_links(drafts, report, each.faults))
        sign = _sign(is_passed=each.is_passed, applies=each.applies, has_found=bool(problems))
        sign = "stamp" if each.is_stamped and sign == "ok" else sign
        what = words(LOOKED_AT[each.title])
        said = words("the studio answers for it" if each.is_attested else _SAID[sign])
        points.append(PointView(words(each.title), what, sign, said, problems))
    return Findings(
        words(VERDICTS[verdict]),
        verdict is Verdict.DELIVER,
        tuple(points),
        tuple(problem_links(drafts, report, inspection.obstacles)),
        tuple(problem_links(drafts, report, inspection.reasons)),
    )


_SAID = {
    "ok": "it is right",
    "warn": "to be looked at",
    "wrong": "it is wrong",
    "stamp": "only to be looked at",
    "none": "does not apply here",
}


def _sign(*, is_passed: bool, applies: bool, has_found: bool) -> str:
    if not is_passed:
        return "wrong"
    if not applies:
        return "none"
    return "warn" if has_found else "ok"
