"""The pages of a bound piece: set in one go, each held to its order, put together, imposed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from generator.ports import Typesetter
from generator.press.binding import TOO_MANY_PAGES
from generator.press.book_text import words_of
from generator.press.faults import Fault, fault
from generator.press.finish import finish
from generator.press.glyphs import glyphs_of
from generator.press.imposition import imposed_sheets
from generator.press.order import Order
from generator.press.preflight import Result, preflight, together
from generator.press.preflight.delivery import Delivery
from generator.press.preflight.structure import PAGES
from generator.press.preflight.texts import LEFT_OUT, spans_of, without_spaces
from generator.press.proof_pictures import PROOF_WIDTH, THUMB_WIDTH, double_pages
from generator.press.setting import delivery, page, slugs_of
from generator.press.shared_fonts import one_document, pages_apart
from generator.press.stamp import with_stamp

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class BookFiles:
    """Files by kind, and what preflight says of every page; no files when there are errors."""

    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    results: tuple[Result, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page: its order, and what its template drew to the bleed, stamped where it must be."""

    order: Order
    content: bytes = field(repr=False)


def book_files(order: Order, typesetter: Typesetter, kinds: frozenset[str]) -> BookFiles:
    """All files of an order of pages. Raises TypesetError and RefusalError."""
    raw = _set(order, typesetter)
    if wrong := _other_count(order, raw) or _left_out(order, raw):
        return BookFiles(faults=wrong)
    pages = _stamped(order, raw, typesetter)
    made = _delivered(pages, typesetter)
    looked = [
        preflight(Delivery(pdf, each.order, fresh=True))
        for pdf, each in zip(made, pages, strict=True)
    ]
    results = _all(looked)
    if any(not each.is_passed for each in results):
        return BookFiles(results=results)
    files = {"pdf": one_document(made, order.facts, order.intent)}
    looked = [results, preflight(Delivery.of_pages(files["pdf"], order, len(pages)))]
    if "imposed" in kinds:
        drawn = [each.content for each in pages]
        sheets = imposed_sheets(drawn, order, typesetter)
        files["imposed"] = one_document(sheets, order.facts, order.intent)
        looked.append(preflight(Delivery.of_pages(files["imposed"], order, len(sheets))))
    files |= _pictures(order, pages, kinds)
    if "plain" in kinds:
        files["plain"] = _reader(order, pages, typesetter)
    return BookFiles({kind: files[kind] for kind in kinds if kind in files}, _all(looked))


def picture_of_pages(order: Order, typesetter: Typesetter, width: int) -> bytes:
    """All pages as PNG. Raises TypesetError and RefusalError."""
    pages = _stamped(order, _set(order, typesetter), typesetter)
    return _picture(order, pages, width)


def _set(order: Order, typesetter: Typesetter) -> list[bytes]:
    """Every page as a document of its own."""
    job = {"job": order.job}
    return pages_apart(typesetter.pdf(order.artwork.template, job, order.pictures))


def _other_count(order: Order, raw: list[bytes]) -> tuple[Fault, ...]:
    asked = order.artwork.pages
    found = len(raw) + -len(raw) % 4
    said = {"found": found, "asked": asked}
    if len(raw) < asked:  # a template of one's own that fills none with pages for notes
        return (fault(PAGES, "template", count=len(raw), asked=asked),)
    return (fault(TOO_MANY_PAGES, "piece", "pages", **said),) if len(raw) > asked else ()


def _left_out(order: Order, raw: list[bytes]) -> tuple[Fault, ...]:
    """Words of the text that no page draws."""
    book = order.artwork.book
    said = without_spaces("".join(glyph.text for each in raw for glyph in glyphs_of(each)))
    for text in words_of(book.text) if book else ():
        if without_spaces(text) in said:
            continue
        if spans_of(said, text) is None:  # parted by the end of a page
            return (fault(LEFT_OUT, "template", text=text[:_SHOWN], slot="text"),)
    return ()


def _stamped(order: Order, raw: list[bytes], typesetter: Typesetter) -> list[BookPage]:
    return [_page(order, each, number, typesetter) for number, each in enumerate(raw, 1)]


def _page(order: Order, drawn: bytes, number: int, typesetter: Typesetter) -> BookPage:
    """A page alone, ordered with the words that its template drew: no later hand may lose one."""
    text = " ".join("".join(glyph.text for glyph in glyphs_of(drawn)).split())
    artwork = replace(order.artwork, number=number, texts=(("page", text),))
    own = replace(order, artwork=artwork, whole=order.digest, cover=None)
    return BookPage(own, with_stamp(own, drawn, typesetter))


def _delivered(pages: list[BookPage], typesetter: Typesetter) -> list[bytes]:
    slugs = slugs_of([each.order for each in pages], typesetter)
    return [
        delivery(each.order, each.content, typesetter, slug)
        for each, slug in zip(pages, slugs, strict=True)
    ]


def _all(looked: list[tuple[Result, ...]]) -> tuple[Result, ...]:
    return reduce(lambda one, other: tuple(map(together, one, other)), looked)


def _pictures(order: Order, pages: list[BookPage], kinds: frozenset[str]) -> dict[str, bytes]:
    wanted = {"proof": PROOF_WIDTH, "thumb": THUMB_WIDTH}
    return {kind: _picture(order, pages, width) for kind, width in wanted.items() if kind in kinds}


def _picture(order: Order, pages: list[BookPage], width: int) -> bytes:
    plain = [finish(each.content, order.plain_sheet, order.facts) for each in pages]
    whole = one_document(plain, order.facts)
    return double_pages(whole, order.plain_sheet, width, len(pages))


def _reader(order: Order, pages: list[BookPage], typesetter: Typesetter) -> bytes:
    """For readers: the front of the cover, every page, the back, all cut at the trim."""
    inside = [finish(each.content, order.plain_sheet, order.facts) for each in pages]
    parts = [(pdf, order.plain_sheet.trim_box) for pdf in inside]
    if order.cover and order.artwork.book:
        cover = order.cover
        drawn = page(cover, typesetter)
        flat = finish(drawn, cover.plain_sheet, order.facts, stand_ins=cover.stand_ins)
        back, spine, front = order.artwork.book.leaves
        lefts = (0.0, back + spine)
        halves = [
            (
                *cover.plain_sheet.at(left, cover.artwork.trim.height),
                *cover.plain_sheet.at(right, 0),
            )
            for left, right in zip(lefts, (back, back + spine + front), strict=True)
        ]
        parts = [(flat, halves[1]), *parts, (flat, halves[0])]
    files, boxes = zip(*parts, strict=True)
    return one_document(files, order.facts, boxes=boxes)
