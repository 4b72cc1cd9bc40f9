"""The plan as orders: every distinct rendering of every printed piece, for its printer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.diagnostics import Diagnostic, Location, Refusal
from generator.media import media
from generator.model.artwork import IMPRINT, Artwork
from generator.model.asset import Asset
from generator.model.grouping import groups_of
from generator.model.medium import Medium
from generator.model.piece import Deliverable
from generator.model.placement import Placement
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.printed_piece import PrintedPiece
from generator.model.printer import Printer
from generator.press.causes import PLACING_CODES, causes, line_in
from generator.press.drawings import illustration, logo, oddities
from generator.press.faults import Fault
from generator.press.folds import sides_of
from generator.press.intent import Intent, no_profile, unusable
from generator.press.leaf_texts import place_of
from generator.press.metadata import Facts
from generator.press.order import Order
from generator.press.order_files import drawings_of, margins_of, name_of
from generator.press.outdoor import outdoor
from generator.press.photographs import Photograph
from generator.press.piece_artwork import artwork_of, day_of, imprint_of
from generator.press.previews import reasons
from generator.press.rooms import coarse
from generator.press.soft_drawings import frame_of, stand_ins
from generator.press.stamp import TEMPLATE as STAMP
from generator.press.studio_file import StudioFile, studio_file
from generator.press.templates import FOLDER
from generator.press.variants import ARROWS, HangingSite, Variant, variants

Engine = Callable[..., str]
"""Template names to a digest: `Typesetter.digest`."""

PRINTERS = "campaigns/printers.yml"
READY = frozenset({"ready", "approved"})
_OF_THE_SITE = {"programme": "site_name", "sender": "site_name", "contact": "site_url"}


@dataclass(frozen=True)
class Rendering:
    """One rendering of a piece: its entry in the timetable, its order, where its copies hang."""

    entry: Entry
    medium: Medium
    order: Order
    placements: tuple[Placement, ...]
    first: bool
    siblings: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The places of its copies, each once."""
        return tuple(dict.fromkeys(placement.place for placement in self.placements))

    @property
    def copies(self) -> int:
        """How many are to be printed; 0 where nobody has said it."""
        piece = self.entry.piece
        is_counted = isinstance(piece, PrintedPiece) and piece.is_counted
        return self.order.artwork.copies if is_counted else 0


def printed_pieces(plan: Plan) -> Iterator[tuple[Entry, Medium, PrintedPiece]]:
    """Every piece of the timetable that is printed."""
    for entry in plan.timetable:
        medium = media()[entry.piece.medium]
        if medium.artwork and isinstance(entry.piece, PrintedPiece):
            yield entry, medium, entry.piece


def orders(plan: Plan, engine: Engine) -> tuple[Rendering, ...]:
    """The orders of every piece that is ready; `engine` is the digest of the typesetter."""
    found = [
        ordered
        for entry, medium, piece in printed_pieces(plan)
        if piece.status in READY
        for ordered in orders_of(plan, entry, medium, engine)
    ]
    names = groups_of((each.entry.campaign.id, each.order.name) for each in found)
    return tuple(replace(each, siblings=tuple(names[each.entry.campaign.id])) for each in found)


def orders_of(plan: Plan, entry: Entry, medium: Medium, engine: Engine) -> Iterator[Rendering]:
    """The distinct renderings of one piece."""
    piece, brand = entry.piece, plan.workspace.brand
    if not isinstance(piece, PrintedPiece) or brand is None:
        return
    printer = plan.workspace.printer_of(medium.name, piece.printer, piece.any_printer)
    base = artwork_of(plan, entry, medium, printer)
    rules = tuple(outdoor(piece, day_of(entry)))
    preview = reasons(plan.workspace, entry.campaign, entry.activity, piece)
    intent, delivered = _usable(_intent(plan, printer)), studio_file(plan, piece)
    shown, mark = (find(plan, piece, printer, intent) for find in (illustration, logo))
    if base.sponsor:
        base = replace(base, sponsor=replace(base.sponsor, logo=_file_of(mark)))
    own = drawings_of(piece, "" if shown is not None else base.illustration)
    if shown is not None:
        base = replace(base, illustration=_file_of(shown))
    cover: Order | None = None
    for number, variant in enumerate(variants_of(plan, entry, base)):
        side = variant.artwork
        is_shown = bool(side.illustration) or isinstance(shown, Mapping)
        order = Order(
            name=name_of(entry, variant),
            artwork=side,
            printer=printer,
            facts=_facts(plan, entry, base),
            palette=brand.palette,
            family=brand.type.family,
            engine=engine(*_templates(base, printer), *((STAMP,) * bool(preview)), *own),
            intent=intent,
            stand_ins=tuple(stand_ins(shown if is_shown else None, mark)),
            drawing=frame_of(shown),
            logo=frame_of(mark),
            rules=rules,
            preview=preview,
            day=day_of(entry),
            is_outdoors=piece.hangs_outdoors,
            cover=cover if side.pages > 1 else None,
            studio=delivered if isinstance(delivered, StudioFile) else None,
        )
        cover = order
        hung = tuple(piece.placements[site] for site in variant.sites)
        is_first = number < max(1, side.side)  # both sides of a sheet are
        yield Rendering(entry, medium, order, hung, is_first)


def _file_of(shown: object) -> str:
    """Where a template finds a picture; nothing of one that is shapes."""
    return f"files/{shown.name}" if isinstance(shown, Photograph) else ""


def _templates(artwork: Artwork, printer: Printer) -> Iterator[str]:
    """That of a piece, if it has one, and those of what stands beside it."""
    yield from filter(None, (artwork.template, *margins_of(artwork, printer)))


def bad_profiles(plan: Plan) -> Iterator[Diagnostic]:
    """Every printer whose profile cannot be used."""
    for printer in plan.workspace.printers.values():
        refusal = _intent(plan, printer)
        if isinstance(refusal, Refusal):
            yield refusal.at(printer.where("profile"), file=printer.profile)


def bad_pictures(plan: Plan) -> Iterator[Diagnostic]:
    """Every picture of a printed piece that cannot be printed, or not so large."""
    for entry, medium, piece in printed_pieces(plan):
        printer = plan.workspace.printer_of(medium.name, piece.printer, piece.any_printer)
        is_known = not (printer.is_assumed and plan.workspace.has_unread_printers)
        intent = _usable(_intent(plan, printer))
        if isinstance(refusal := studio_file(plan, piece), Refusal):
            yield refusal.at(piece.where("artwork"))
        if piece.artwork:  # which shows its own
            continue
        mark = piece.sponsor.logo if piece.sponsor else ""
        for find, file, where in (
            (illustration, getattr(piece, "illustration", ""), ("illustration",)),
            (logo, mark, ("sponsor", "logo")),
        ):
            shown = find(plan, piece, printer, intent)
            if isinstance(shown, Photograph) and is_known:
                artwork = artwork_of(plan, entry, medium, printer)
                files = plan.workspace.assets
                shown = coarse(artwork, where[-1], shown, printer.resolution, files)
            odd = oddities(shown, where[-1], plan) if isinstance(shown, Mapping) else ()
            for one in (shown,) if isinstance(shown, Refusal) else odd:
                yield one.at(piece.where(*where), file=file)


def diagnostic_of(fault: Fault, rendering: Rendering, plan: Plan) -> Diagnostic:
    """The diagnostic of a fault, at the line to change."""
    return fault.rule.at(_where(fault, rendering, plan), **dict(fault.details))


def diagnostics_of(
    faults: Sequence[Fault], rendering: Rendering, plan: Plan
) -> Iterator[Diagnostic]:
    """Those of one page; what an own template draws wrongly has one cause, which is told."""
    told = causes(faults) if _own_template(rendering, plan) else faults
    return (diagnostic_of(one, rendering, plan) for one in told)


def _own_template(rendering: Rendering, plan: Plan) -> Asset | None:
    name = f"{FOLDER}{rendering.order.artwork.template}.typ"
    return plan.workspace.assets.get(name)


def _where(fault: Fault, rendering: Rendering, plan: Plan) -> Location:
    kind, *path = fault.change
    own = _own_template(rendering, plan)
    if own and (fault.rule.code in PLACING_CODES or fault.change == ("template",)):
        line = line_in(fault, own.read().decode("utf-8", "replace"))
        return Location(own.path, line, min(line, 1))
    match kind:
        case "printer":
            printer = rendering.order.printer
            return Location(PRINTERS) if printer.is_assumed else printer.where(*path)
        case "template" | "file":  # what is wrong with a file just made, its template drew
            return _at_template(rendering, plan, *path)
        case "brand" if plan.workspace.brand:
            return plan.workspace.brand.where(*path)
    return where_written(fault, rendering.entry, plan)


def where_written(fault: Fault, entry: Entry, plan: Plan) -> Location:
    """Where the words are that a fault names: in the piece, at the site, at who answers for it."""
    kind, key, *rest = (*fault.change, "id")[: max(2, len(fault.change))]
    if kind == "site" or (kind == "piece" and key in _OF_THE_SITE):
        return plan.workspace.site.file.where(_OF_THE_SITE.get(key, "site_url"))
    if kind == "partner" or key in IMPRINT:
        owner = entry.activity.responsible or entry.campaign.owner or ""
        partner = plan.workspace.partners.get(owner)
        if partner and key == "body":
            return partner.name_on(day_of(entry)).where("name")
        field = "address" if key == "address" else "id"
        return partner.where(field) if partner else entry.campaign.where("id")
    return _at_piece(entry.piece, key, rest)


def _at_piece(piece: Deliverable, key: str, rest: Sequence[str]) -> Location:
    if key not in type(piece).model_fields and isinstance(piece, PrintedPiece):
        if place := place_of(piece, key):
            return place
        key = piece.slot_keys.get(key, key)
    return piece.where(key, *(int(step) if step.isdigit() else step for step in rest))


def _at_template(
    rendering: Rendering, plan: Plan, file: str = "", line: str = "", column: str = ""
) -> Location:
    name = f"{FOLDER}{file or rendering.order.artwork.template + '.typ'}"
    if file or name in plan.workspace.assets:
        return Location(name, int(line or 0), int(column or 0))
    return _drawn_by(rendering.entry.piece, plan)


def _drawn_by(piece: Deliverable, plan: Plan) -> Location:
    """Where a default template goes wrong: an own file that it takes part with, else the piece."""
    common = f"{FOLDER}common.typ"
    return Location(common) if common in plan.workspace.assets else piece.where("template")


def _facts(plan: Plan, entry: Entry, artwork: Artwork) -> Facts:
    imprint = imprint_of(plan, entry)
    revised = entry.piece.revised_on or entry.piece.approved_on or day_of(entry)
    return Facts(artwork.title, imprint.body or imprint.programme, revised)


def names_at(plan: Plan, entry: Entry, placement: Placement) -> tuple[str, str]:
    """The names of a place and its district on the day from which copies hang there."""
    places, day = plan.workspace.places, placement.since or day_of(entry)
    place = places.get(placement.place)
    above = places.get(place.parent_on(day) or "") if place else None
    return place.name_on(day) if place else "", above.name_on(day) if above else ""


def variants_of(plan: Plan, entry: Entry, artwork: Artwork) -> tuple[Variant, ...]:
    """The distinct renderings of a piece, with what its places fill in; of a sheet, each side."""
    found = variants(artwork, (_site(plan, entry, one) for one in entry.piece.placements))
    return tuple(
        replace(variant, artwork=side) for variant in found for side in sides_of(variant.artwork)
    )


def _site(plan: Plan, entry: Entry, placement: Placement) -> HangingSite:
    way = ARROWS[placement.arrow], placement.distance
    return HangingSite(placement.place, *names_at(plan, entry, placement), *way, placement.copies)


def _usable(intent: Intent | Refusal | None) -> Intent | None:
    return intent if isinstance(intent, Intent) else None


def _intent(plan: Plan, printer: Printer) -> Intent | Refusal | None:
    """The printing condition; None where none is named, a refusal where it cannot be used."""
    if not printer.profile:
        return None
    asset = plan.workspace.assets.get(printer.profile)
    if asset is None:
        is_told = plan.workspace.is_closed(printer.profile)
        return None if is_told else no_profile("there is no such file")
    icc = _profile(asset)
    return unusable(icc) or Intent(printer.condition or printer.id, printer.condition_name, icc)


@lru_cache(maxsize=8)
def _profile(asset: Asset) -> bytes:
    """A profile, large and asked for by every piece: read once of files that are looked at once."""
    return asset.read()
