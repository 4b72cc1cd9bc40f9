"""The slip that goes with the files to a print shop: what, how many, how finished, by when.

Its measure: the shop can accept the order without a telephone call. What only the office or the
shop can know is left blank to be filled in by hand, and never guessed.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.catalogue import words
from generator.model.artwork import Artwork
from generator.model.ziparchive import SUMS
from generator.outputs.printer_packs.print_job import PrintJob
from generator.planning.agenda import hanging_days, is_place_proposed, with_mark
from generator.press.binding import binding_in_words
from generator.press.conditions import conditions, eyelet_count, millimetres, strips
from generator.press.faults import figure
from generator.press.folds import leaves_in_words
from generator.press.making import scales
from generator.press.orders import Rendering, names_at
from generator.press.previews import in_words
from generator.text.paper import Block, Paper, Signs, Table, Words
from generator.vietnamese.dates import format_date
from generator.vietnamese.numbers import format_number

NAME = "phieu-giao-tep"
BLANK = "…" * 12
OUR_GUESS = (
    "What the print shop asks for is assumed here by who orders, not said by the shop: please read "
    "part 2 and put it right."
)
LOOK_ONLY = "NOT TO BE PRINTED YET: files that bear the stamp BẢN XEM are to be looked at only."
AS_DELIVERED = (
    "Row {row}: the file is byte for byte as the studio delivered it ({studio}), and has no line "
    "of ours in its margin; its SHA-256: {digest}"
)
DIGESTS = (
    "The short digest stands in the margin of each file; {sums} holds the SHA-256 of all files."
)


def delivery_slip(job: PrintJob) -> Paper:
    """The whole slip."""
    when = f" {job.quarter.name}" if job.quarter else ""
    title = f"{words('Delivery slip of print files')}{when}"
    signs = Signs(
        (words("For the sender"), words("For the print shop")), words("(signature and full name)")
    )
    blocks = (*_head(job, title), *_files(job), *_finish(job), *_places(job), *_delivery(job))
    return Paper(title, (*blocks, signs))


def _head(job: PrintJob, title: str) -> Iterator[Block]:
    shop = BLANK if job.printer.is_assumed else job.printer.name
    yield Words("kicker", words("To the print shop: {name}", name=shop))
    yield Words("title", title)
    yield Words("note", job.campaign.title)
    yield Words("note", words("From: {name}", name=job.sender or BLANK))
    faults = [fault for each in job.renderings for fault in each.order.preview]
    if faults:
        reasons = " ".join(dict.fromkeys(map(in_words, faults)))
        yield Words("warning", f"{words(LOOK_ONLY)} {reasons}")
    if job.printer.basis == "proposed":
        yield Words("warning", words(OUR_GUESS))


def _files(job: PrintJob) -> Iterator[Block]:
    yield Words("heading", words("1. What is to be printed"))
    heads = ("Row", "Piece", "File", "Finished size", "Copies", "Short digest")
    rows: list[tuple[str, ...]] = []
    for number, each in enumerate(job.renderings, 1):
        names = _named(job, each)
        mark, copies = each.order.short_digest, "–" if _is_back(each) else _count(each.copies)
        size = str(each.order.artwork.trim).replace(" ", "\u00a0")
        rows.append((str(number), each.entry.piece.title, names, size, copies, mark))
    yield _table(heads, (9, 41, 64, 26, 14, 20), rows)
    text = (
        "The short digest stands in the margin of each file; {sums} holds the SHA-256 of all files."
    )
    yield Words("text", words(text, sums=SUMS))
    for at, each in enumerate(job.renderings, 1):
        studio = each.order.studio
        if studio and not each.order.preview:
            told = {"row": at, "studio": studio.studio or BLANK, "digest": studio.digest}
            yield Words("text", words(AS_DELIVERED, **told))


def _named(job: PrintJob, each: Rendering) -> str:
    """The files of an order, each with its scale where there are several."""
    found = scales(each.order, job.files[each.order.name].keys())
    names = [f"{name} ({scale})" if len(found) > 1 else name for name, scale in found.items()]
    return ", ".join(names) or f"{each.order.name}.pdf"


def _finish(job: PrintJob) -> Iterator[Block]:
    yield Words("heading", words("2. How it is printed and finished"))
    said = list(conditions([each.order for each in job.renderings]))
    yield _table(("Condition", "Value"), (52, 122), said)
    heads = ("Row", "Whole sheet, margin included", "Eyelets, each", "Strips joined", "Side, folds")
    rows = [(str(at), *_finished(each)) for at, each in enumerate(job.renderings, 1)]
    yield _table(heads, (9, 52, 26, 45, 42), rows)


def _finished(each: Rendering) -> tuple[str, ...]:
    order = each.order
    beyond = 2 * (order.sheet.bleed + order.sheet.margin)
    wide, high = (side + beyond for side in (order.sheet.trim.width, order.sheet.trim.height))
    folded = ", ".join(filter(None, (_side(order.artwork), leaves_in_words(order.artwork))))
    is_theirs = order.studio is not None and not order.preview
    whole = words("as delivered") if is_theirs else f"{figure(wide)} × {millimetres(high)}"
    return whole, eyelet_count(order), strips(order), folded or "–"


def _side(artwork: Artwork) -> str:
    """Which side of a sheet it is; of a bound piece the cover, or its pages and their binding."""
    if artwork.book and artwork.side > 1:
        return ", ".join(binding_in_words(artwork.book))
    if artwork.book:
        return words("Cover")
    return words("side {side} of 2", side=artwork.side) if artwork.side else ""


def _places(job: PrintJob) -> Iterator[Block]:
    yield Words("heading", words("3. Where the copies go"))
    heads = ("Row", "Place", "District", "Copies", "When")
    rows = [
        (str(at), *row)
        for at, each in enumerate(job.renderings, 1)
        if not _is_back(each)
        for row in _hung(job, each)
    ]
    yield _table(heads, (9, 66, 40, 17, 42), rows)


def _is_back(each: Rendering) -> bool:
    """Whether it is on the back of a sheet, whose copies its front counts."""
    return each.order.artwork.side > 1


def _hung(job: PrintJob, each: Rendering) -> Iterator[tuple[str, ...]]:
    for placement in each.placements:
        name, district = names_at(job.plan, each.entry, placement)
        is_proposed = is_place_proposed(each.entry, placement)
        place = with_mark(name or placement.place, is_proposed=is_proposed)
        when = hanging_days(each.entry, placement).timing
        yield place, district or "–", _count(placement.copies), when
    if not each.placements:
        yield "–", "–", _count(each.copies), hanging_days(each.entry).timing


def _count(copies: int) -> str:
    """How many; what nobody has said is left to be filled in."""
    return format_number(copies) if copies else "…" * 3


def _delivery(job: PrintJob) -> Iterator[Block]:
    yield Words("heading", words("4. Days and delivery"))
    lead = job.printer.lead
    days = words("{count} days from the order", count=lead) if lead else BLANK
    rows = (
        (words("Days of printing"), days),
        (words("Ordered by"), _day(job, job.order_by)),
        (words("First copy is to hang on"), _day(job, job.first_day)),
        (words("Delivered on"), BLANK),
        (words("Delivered to, received by, telephone"), BLANK),
        (words("Asked by the print shop"), BLANK),
    )
    yield Table((words("What"), words("Value")), (62, 112), rows, tall=True)
    text = (
        "A file whose digest is another is not printed: tell the sender. Nothing in a file is "
        "changed, scaled or coloured anew without a word in writing."
    )
    yield Words("text", words(text))


def _day(job: PrintJob, day: date | None) -> str:
    return with_mark(format_date(day), is_proposed=job.is_proposed) if day else BLANK


def _table(
    heads: tuple[str, ...], widths: tuple[float, ...], rows: Sequence[tuple[str, ...]]
) -> Table:
    return Table(tuple(map(words, heads)), widths, tuple(rows))
