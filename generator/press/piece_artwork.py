"""A piece as it is drawn for its printer: its layout, its field, whose it is."""

import re
from dataclasses import replace
from datetime import date

from generator.media import media
from generator.model import addresses
from generator.model.artwork import Artwork, Imprint, Strip
from generator.model.medium import Medium
from generator.model.piece import Deliverable
from generator.model.plan import Plan
from generator.model.plan_line import Entry
from generator.model.printed_piece import PrintedPiece
from generator.model.printer import Printer
from generator.model.reserved_names import is_reserved
from generator.press.binding import with_book
from generator.press.job import LEAF
from generator.press.layout_choice import template_for
from generator.press.layouts import FIELDS_OF_DRAWINGS, head_of, layout_of, refusal_of
from generator.press.leaf_texts import leaf_texts
from generator.press.package_drawings import package_drawings
from generator.press.templates import FOLDER


def artwork_of(plan: Plan, entry: Entry, medium: Medium, printer: Printer) -> Artwork:
    """A piece as it is drawn for its printer, before places fill its fields."""
    if medium.artwork is None:
        raise TypeError(medium.name)
    made = medium.artwork(entry.piece, imprint_of(plan, entry))
    if isinstance(entry.piece, PrintedPiece):
        made = replace(made, texts=(*made.texts, *leaf_texts(entry.piece)))
        made = with_book(made, entry.piece, printer)
    paid = getattr(entry.piece, "sponsor", None)
    made = replace(made, sponsor=Strip(paid.share, paid.at, paid.logo) if paid else None)
    safe = max(printer.safe, printer.hem, printer.pocket)
    made = replace(made, bleed=printer.bleed, safe=safe, field=_field(plan, entry.piece))
    if isinstance(entry.piece, PrintedPiece) and entry.piece.artwork:
        return replace(made, texts=(), template="", link="", illustration="", sponsor=None)
    made = replace(made, template=made.template or template_for(made, medium.name))
    own = plan.workspace.assets.get(f"{FOLDER}{made.template}.typ")
    head = head_of(own.read().decode("utf-8", "replace")) if own else ""
    made = replace(made, layout="" if refusal_of(head) else head)
    layout = layout_of(made)
    has_own_fields = layout is not None and not FIELDS_OF_DRAWINGS.isdisjoint(layout.needs)
    return replace(made, field=LEAF) if has_own_fields else made


def _field(plan: Plan, piece: Deliverable) -> str:
    """The brand's colour of what a piece is about: its drawing's ground, else its topics'."""
    shown, brand = getattr(piece, "illustration", ""), plan.workspace.brand
    if shown in package_drawings():
        return package_drawings()[shown].ground
    if shown or brand is None:
        return LEAF
    return next((each for each in map(brand.colour_of, piece.topics) if each), LEAF)


def imprint_of(plan: Plan, entry: Entry) -> Imprint:
    """Whose a piece is, and who answers for it, under the name of its days."""
    partner = plan.workspace.partners.get(entry.activity.responsible or entry.campaign.owner or "")
    site = "" if is_reserved(plan.workspace.site.url) else plan.workspace.site.url
    page = addresses.url(addresses.page(media()[entry.piece.medium], entry.piece))
    return Imprint(
        programme=plan.workspace.site.name,
        body=partner.name_on(day_of(entry)).name if partner else "",
        address=partner.address if partner else "",
        contact=_bare(site),
        link=site + page if site else "",
    )


def day_of(entry: Entry) -> date:
    """A day for names that change: the first of the quarter, else of the campaign's year."""
    quarter = entry.slot.quarter
    return quarter.first_day if quarter else date(entry.campaign.period, 1, 1)


def _bare(website: str) -> str:
    """An address as people write it on a wall."""
    return re.sub(r"^https?://(?:www\.)?|/$", "", website)
