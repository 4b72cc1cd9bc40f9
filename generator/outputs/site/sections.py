"""The listing of each medium, in pages of constant size."""

from collections.abc import Iterator

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.artifact import Artifact
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.outputs import Context
from generator.outputs.site.artworks import proof_of
from generator.outputs.site.page import body, crumbs, link, page
from generator.outputs.site.pieces import in_order
from generator.outputs.site.slots import when

LENGTH = 24


def pages(context: Context) -> Iterator[Artifact]:
    """The listing pages of every medium that has a section, also of an empty one."""
    for medium in media().values():
        if medium.section:
            yield from _listing(context, medium)


def _listing(context: Context, medium: Medium) -> Iterator[Artifact]:
    shown = in_order(context, medium)
    parts = [shown[start : start + LENGTH] for start in range(0, len(shown), LENGTH)] or [[]]
    for number, part in enumerate(parts, 1):
        path = addresses.section(medium, number)
        cards = [_card(context, medium, piece, path) for piece in part]
        title = words(medium.plural)
        yield page(
            path,
            medium.listing,
            title if number == 1 else f"{title}, trang {number}",
            body(medium.listing, cards=cards, coming=_coming(context, medium)),
            breadcrumbs=crumbs({"title": title}),
            feeds=[link(title, addresses.feed(medium.section))],
            previous=link(f"Trang {number - 1}", addresses.section(medium, number - 1))
            if number > 1
            else None,
            next=link(f"Trang {number + 1}", addresses.section(medium, number + 1))
            if number < len(parts)
            else None,
        )


def _card(context: Context, medium: Medium, piece: Piece, path: str) -> dict[str, object]:
    entry = next((e for e in context.plan.timetable if e.piece is piece), None)
    proof = proof_of(context, medium, piece)
    quarter = entry.slot.quarter if entry else None
    return {
        "title": piece.title,
        "text": piece.summary,
        "url": addresses.relative(addresses.page(medium, piece), path),
        "kicker": f"Quý {quarter}" if quarter else "",
        "when": when(entry) if entry else None,
        "picture": addresses.relative(proof.path, path) if proof else "",
        "pixels": proof.pixels if proof else None,
        "size": str(getattr(piece, "size", "")),
    }


def _coming(context: Context, medium: Medium) -> list[dict[str, object]]:
    """What a plan promises and cannot be seen yet: activity and year, nothing of any piece."""
    return [
        {
            "title": line.activity.title,
            "year": line.campaign.period,
            "count": (line.total.promised or 0) - line.total.published,
        }
        for line in context.plan.lines
        if line.activity.medium == medium.name
        if (line.total.promised or 0) > line.total.published
    ]
