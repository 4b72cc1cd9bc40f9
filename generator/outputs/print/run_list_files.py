"""The files of run lists, by campaign and quarter."""

from collections.abc import Callable, Iterator, Sequence

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.grouping import groups_of
from generator.model.inputs import Input, made_from
from generator.model.palette import look
from generator.model.placement import Placement
from generator.outputs import Context
from generator.outputs.print.piece_files import PieceFiles
from generator.outputs.print.runlist import Point, RunList, RunListRow
from generator.outputs.print.sheets import FORM, HEADS, TEMPLATE, table_pdf
from generator.outputs.print.workbook import workbook
from generator.planning.agenda import hanging_days, is_place_proposed
from generator.press.orders import names_at
from generator.press.previews import in_words


def run_list_artifacts(context: Context, every: Sequence[PieceFiles]) -> Iterator[Artifact]:
    """The lists of every campaign and quarter as XLSX and PDF."""
    for run_list in run_lists(context, every):
        yield from artifacts_of(context, run_list)


def run_lists(context: Context, every: Sequence[PieceFiles]) -> Iterator[RunList]:
    """The lists of every campaign and quarter."""
    entries = ((piece.rendering.entry, piece) for piece in every)
    groups = groups_of(((one.campaign.id, one.slot.quarter), piece) for one, piece in entries)
    shown = look(context.workspace.brand)
    for (identity, quarter), pieces in groups.items():
        title = pieces[0].rendering.entry.campaign.title
        pieces.sort(key=lambda piece: piece.rendering.medium.order)
        rows = tuple(_rows(context, pieces))
        yield RunList(identity, title, quarter, rows, _lacks(context, pieces), shown)


def _rows(context: Context, pieces: Sequence[PieceFiles]) -> Iterator[RunListRow]:
    """A row a sheet: its back follows its front."""
    for front, back in zip(pieces, [*pieces[1:], None], strict=True):
        if front.rendering.order.artwork.side <= 1:
            has_back = back is not None and back.rendering.order.artwork.side > 1
            points = tuple(_points(context, front))
            yield RunListRow(front, points, back if has_back else None)


def _lacks(context: Context, pieces: Sequence[PieceFiles]) -> tuple[str, ...]:
    """What the office says it does not know yet of the imprint, and is to put into the pieces."""
    found: dict[str, None] = {}
    for piece in pieces:
        entry = piece.rendering.entry
        owner = entry.activity.responsible or entry.campaign.owner or ""
        partner = context.workspace.partners.get(owner)
        for one in partner.unknown if partner else ():
            found[one.why] = None
        for fault in piece.rendering.order.preview:
            of_piece = f"{piece.piece.title}: " if fault.change[0] == "piece" else ""
            found[of_piece + in_words(fault)] = None
        for gap in piece.piece.to_fill:
            found[f"{piece.piece.title}: {gap.ask}"] = None
    return tuple(found)


def artifacts_of(context: Context, run_list: RunList) -> Iterator[Artifact]:
    """One of them as XLSX and PDF."""
    rows = run_list.rows
    shown = (f"{row.piece.rendering.order.printer.name}\n{row.piece.piece.title}" for row in rows)
    digest = made_from(
        {
            Input.FORM: repr((FORM, [(words(head), width) for head, width in HEADS])),
            Input.BRAND: repr(sorted(run_list.look.items())),
            Input.TEMPLATE: context.typesetter.digest(TEMPLATE),
            Input.WORDS: digest_of(run_list.title, *run_list.lacks, *shown),
            Input.TIMES: digest_of(*(str(row.points) for row in rows)),
            Input.PICTURES: digest_of(*_orders(rows)),
        }
    )
    makers: tuple[tuple[str, Callable[[Context, RunList], bytes]], ...] = (
        (".xlsx", lambda _, one: workbook(one)),
        (".pdf", lambda held, one: table_pdf(held.typesetter, one)),
    )
    for ending, maker in makers:
        yield Artifact(
            addresses.print_file(run_list.campaign, f"danh-sach-in_{run_list.name}{ending}"),
            Audience.INTERNAL,
            digest.of(ending),
            _chunks(maker, context, run_list),
            ResultSubject(Kind.RUN_LIST, campaign=run_list.campaign, quarter=run_list.quarter),
        )


def _orders(rows: Sequence[RunListRow]) -> Iterator[str]:
    return (each.rendering.order.digest for row in rows for each in row.sides)


def _chunks(
    maker: Callable[[Context, RunList], bytes], context: Context, run_list: RunList
) -> Callable[[], Iterator[bytes]]:
    def chunks() -> Iterator[bytes]:
        yield maker(context, run_list)

    return chunks


def _points(context: Context, piece: PieceFiles) -> Iterator[Point]:
    """The placements whose copies this file is for; where nobody has named any, when it is due."""
    for placement in piece.rendering.placements:
        yield _point(context, piece, placement)
    if not piece.rendering.placements:
        days = hanging_days(piece.rendering.entry)
        yield Point("–", "–", piece.rendering.copies, days.in_words, days.is_proposed)


def _point(context: Context, piece: PieceFiles, placement: Placement) -> Point:
    entry = piece.rendering.entry
    name, district = names_at(context.plan, entry, placement)
    days = hanging_days(entry, placement)
    return Point(
        place=name or placement.place,
        district=district,
        copies=placement.copies,
        when=days.in_words,
        is_proposed=days.is_proposed or is_place_proposed(entry, placement),
    )
