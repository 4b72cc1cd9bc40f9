"""Printed pieces: printer, profile, pictures and templates are there; copies fit the plan."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.checks.other_years import has_other_medium
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.media import media
from generator.model.plan import Plan
from generator.press.counts import CopyCount, counts
from generator.press.faults import figure
from generator.press.fit import plain
from generator.press.intent import NO_PROFILE_NAMED
from generator.press.layouts import head_of, refusal_of
from generator.press.orders import (
    PRINTERS,
    READY,
    bad_pictures,
    bad_profiles,
    printed_pieces,
)
from generator.press.templates import is_template, is_there, stray_templates
from generator.press.tiles import NO_STEP
from generator.press.typesetting_faults import NO_WORDS

NO_PRINTER = warning(
    "no-printer",
    "No printer prints {medium}: bleed, eyelets, inks and resolution are assumed, "
    "and the files are plain PDF.",
    "Write one into campaigns/printers.yml with media: [{medium}]; loa init ../mau makes a folder "
    "that holds such a file.",
)
LOST_TEMPLATE = warning(
    "template-not-used",
    "Nothing is drawn with the template {file}.",
    "A template is used that a piece names at template:, or whose file is called exactly like a "
    "default one. Was this meant: {near}?",
)
CLOSE_RINGS = Rule(
    "eyelets-too-close",
    "Eyelets of {diameter} mm every {every} mm would lie on each other.",
    "Ask the print shop how far apart they are, and write it, for example every: 50 cm.",
)
OUTER_RINGS = Rule(
    "eyelets-over-edge",
    "Eyelets of {diameter} mm whose middle is {inset} mm from the edge would lie over it.",
    "Ask the print shop how far inside they are, and write it, for example inset: 25 mm.",
)
NOT_ALL_PLACED = warning(
    "copies-not-placed",
    "The plan promises {promised}; {placed} have a place: {difference} are missing.",
    "Add placements with copies to the pieces of this activity, or another piece.",
)
NOT_PLACED = NOT_ALL_PLACED.with_hint(
    "Add placements with copies to the pieces of this activity: there are enough of them."
)
TOO_MANY_PLACED = warning(
    "copies-beyond-plan",
    "The plan promises {promised}; {placed} have a place: {difference} more.",
    "Lower the copies of the placements, or let the plan be changed.",
)
OTHER_SIDES = Rule(
    "size-of-no-such-kind",
    "{size} is no size of this medium: its sides are {least} to {most} mm.",
    "Correct size:, for example {usual}; or name a template of your own at template:.",
)
NOT_PRINTED = Rule(
    "medium-not-printed",
    "“{medium}” is not printed: no print shop takes it.",
    "Remove it, or write one of: {known}.",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Printers, profiles and quantities."""
    plan = subject.plan
    yield from bad_profiles(plan)
    yield from bad_pictures(plan)
    yield from _sizes(subject)
    yield from _texts(subject)
    yield from _templates(subject)
    yield from _profiles(subject)
    yield from _eyelets(subject)
    made = [name for name, medium in media().items() if medium.artwork]
    for printer in plan.workspace.printers.values():
        for index, name in enumerate(printer.media):
            if name in media() and name not in made:
                where = printer.where("media", index)
                yield NOT_PRINTED.at(where, medium=name, known=", ".join(made))
        if printer.overlap >= printer.roll:
            shares = {"overlap": figure(printer.overlap), "roll": figure(printer.roll)}
            yield NO_STEP.at(printer.where("overlap"), **shares)
    unread = plan.workspace.unread
    for count in counts(plan):
        if count.with_place != count.promised and not (
            count.line.activity.quantity
            and count.line.activity.quantity.is_lower_bound
            and count.with_place > count.promised
        ):
            rule = NOT_ALL_PLACED if count.with_place < count.promised else TOO_MANY_PLACED
            if rule is NOT_ALL_PLACED and unread:  # it may hold what is missing
                continue
            if has_other_medium(plan, count.line.activity):
                continue
            enough = count.line.total.planned >= count.promised
            rule = NOT_PLACED if enough and rule is NOT_ALL_PLACED else rule
            yield rule.at(
                _of_copies(plan, count),
                promised=count.promised,
                placed=count.with_place,
                difference=abs(count.promised - count.with_place),
            )


def _of_copies(plan: Plan, count: CopyCount) -> Location:
    """The copies of the one place that has more than all should; else what the plan promises."""
    for entry in plan.timetable:
        for placement in entry.piece.placements if entry.activity is count.line.activity else ():
            if placement.copies > count.promised:
                return placement.where("copies")
    return count.line.activity.where("quantity")


def _profiles(subject: Subject) -> Iterator[Diagnostic]:
    """Printers of pieces that are ready, without a profile: what they get is no PDF/X-4."""
    workspace = subject.workspace
    used = [
        (medium.name, workspace.printer_of(medium.name, piece.printer, piece.any_printer))
        for _, medium, piece in printed_pieces(subject.plan)
        if piece.status in READY
    ]
    assumed = {medium for medium, printer in used if printer.is_assumed}
    if assumed and not _is_told(subject):
        yield NO_PRINTER.at(Location(PRINTERS), medium=", ".join(sorted(assumed)))
    without = {one.id: one for _, one in used if not one.profile and not one.is_assumed}
    for printer in without.values():
        yield NO_PROFILE_NAMED.at(printer.where("id"))


def _eyelets(subject: Subject) -> Iterator[Diagnostic]:
    """Rings that nobody can set as they are written."""
    for printer in subject.workspace.printers.values():
        rings = printer.eyelets
        if rings is None:
            continue
        diameter = figure(rings.diameter)
        if rings.every < rings.diameter:
            where, every = rings.where("every"), figure(rings.every)
            yield CLOSE_RINGS.at(where, diameter=diameter, every=every)
        if rings.inset < rings.diameter / 2:
            where, inset = rings.where("inset"), figure(rings.inset)
            yield OUTER_RINGS.at(where, diameter=diameter, inset=inset)


def _is_told(subject: Subject) -> bool:
    """Whether the list of printers is told already: it cannot be read, or is gone and named."""
    workspace = subject.workspace
    gone = PRINTERS in workspace.absent
    named = any(piece.printer for _, _, piece in printed_pieces(subject.plan))
    return workspace.has_unread_printers or (gone and named)


def _sizes(subject: Subject) -> Iterator[Diagnostic]:
    """Pieces that are larger or smaller than any of their kind."""
    for _, _, piece in printed_pieces(subject.plan):
        least, most = piece.sides
        sides = (piece.size.width, piece.size.height)
        if not piece.template and not all(least <= side <= most for side in sides):
            told = {"least": figure(least), "most": figure(most), "usual": piece.usual_sizes}
            yield OTHER_SIDES.at(piece.where("size"), size=piece.size, **told)


def _texts(subject: Subject) -> Iterator[Diagnostic]:
    """Main words that hold no word, which the template could not draw."""
    for _, _, piece in printed_pieces(subject.plan):
        for key in ("slogan", "headline", "numeral", "fact", "foreign", "place_line"):
            text = getattr(piece, key, "")
            if text and not plain(text):
                yield NO_WORDS.at(piece.where(key), text=text)


def _templates(subject: Subject) -> Iterator[Diagnostic]:
    """Own templates that nothing reads."""
    assets, printed = subject.workspace.assets, list(printed_pieces(subject.plan))
    pieces = [piece for _, _, piece in printed]
    called = {piece.template_of(medium.name) for _, medium, piece in printed} - {""}
    for path in filter(is_template, assets):
        head = head_of(assets[path].read().decode("utf-8", "replace"))
        if head and (refusal := refusal_of(head)):
            yield refusal.at(Location(path))
    if not all(is_there(name, assets) for name in called):
        return  # it is told of the piece: that name may be the one that is wrong
    drawings = {f"drawing-{getattr(piece, 'illustration', '')}" for piece in pieces}
    for path, near in stray_templates({f"{name}.typ" for name in called | drawings}, assets):
        yield LOST_TEMPLATE.at(Location(path), file=path, near=", ".join(near))
