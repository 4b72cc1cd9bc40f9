"""Point 14: the rules for what hangs outdoors, as far as the file and its order can tell."""

from collections.abc import Iterator

from generator.press.faults import Fault, fault, figure
from generator.press.glyphs import Glyph
from generator.press.outdoor import (
    ARTICLE_18,
    ARTICLE_27,
    FOREIGN_ABOVE,
    FOREIGN_HIGH,
    NO_IMPRINT,
    SPONSOR_BEYOND,
)
from generator.press.preflight.delivery import Delivery
from generator.press.preflight.texts import spans_of, without_spaces
from generator.press.previews import NOBODY_KNOWN


def check(file: Delivery) -> Iterator[Fault]:
    """What the order's rules found, who answers for the piece, and other languages on it."""
    order = file.order
    if order is None or not order.is_outdoors:
        return
    yield from order.rules
    words = order.words
    nobody = any(one.rule in NOBODY_KNOWN for one in order.preview)  # which point 15 tells
    is_back = order.artwork.side > 1  # of a sheet: its front says it
    for what, slot in () if nobody or is_back else (("name", "body"), ("address", "address")):
        if slot not in words:
            yield fault(NO_IMPRINT, "partner", slot, what=what, law=ARTICLE_27.article)
    yield from _sponsor(file)
    main = words.get("slogan") or words.get("headline", "")
    is_law = order.day is None or ARTICLE_18.holds_on(order.day)
    if "foreign" in words and main and is_law:
        yield from _foreign(file, words["foreign"], main)


def _sponsor(file: Delivery) -> Iterator[Fault]:
    """Whether the sponsor's name stands in the part of the piece that is its own."""
    order = file.order
    strip = order.artwork.sponsor if order else None
    if order is None or strip is None:
        return
    trim, law = order.artwork.trim, ARTICLE_27.article
    share = strip.share / 100
    for glyph in _glyphs_of(file, order.words.get("sponsor", "")):
        (left, top), (right, bottom) = (
            order.sheet.millimetres(glyph.left, glyph.top),
            order.sheet.millimetres(glyph.right, glyph.bottom),
        )
        outside = {
            "left": right > trim.width * share,
            "right": left < trim.width * (1 - share),
            "top": bottom > trim.height * share,
            "bottom": top < trim.height * (1 - share),
        }
        if outside[strip.at]:
            yield fault(
                SPONSOR_BEYOND, "template", share=figure(strip.share), side=strip.at, law=law
            )
            return


def _foreign(file: Delivery, foreign: str, main: str) -> Iterator[Fault]:
    ours, theirs = _glyphs_of(file, main), _glyphs_of(file, foreign)
    if not ours or not theirs or file.order is None:
        return
    unit, law = file.unit, ARTICLE_18.article
    most = max(glyph.top - glyph.bottom for glyph in ours if glyph.text.isalpha()) * unit * 0.75
    found = max(glyph.top - glyph.bottom for glyph in theirs) * unit
    if found > most:
        yield fault(
            FOREIGN_HIGH, "piece", "foreign", found=figure(found), most=figure(most), law=law
        )
    if max(glyph.top for glyph in theirs) > max(glyph.top for glyph in ours):
        yield fault(FOREIGN_ABOVE, "piece", "foreign", law=law)


def _glyphs_of(file: Delivery, text: str) -> list[Glyph]:
    """The characters of a text where it stands on the page."""
    drawn = [glyph for glyph in file.glyphs if without_spaces(glyph.text)]
    spans = spans_of("".join(without_spaces(glyph.text) for glyph in drawn), text)
    return [glyph for start, end in spans or () for glyph in drawn[start:end]]
