"""Point 7: fonts embedded, no empty box for a missing letter, and the text is the author's."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.diagnostics import Rule
from generator.press.conditions import finishing_in_words
from generator.press.faults import Fault, fault, figure
from generator.press.order import Order
from generator.press.preflight.content import Operation
from generator.press.preflight.delivery import Delivery
from generator.press.preflight.same import TOLERANCE, cells, unlike
from generator.vietnamese.text import nfc

NOT_EMBEDDED = Rule(
    "font-not-embedded",
    "The font {font} is not in the file: another machine would draw other letters.",
    "Build it again with loa build print instead of saving it in another program.",
)
EMPTY_BOX = Rule(
    "glyph-not-there",
    "A letter is drawn as an empty box: the font {font} does not have it.",
    "Write the text with letters, digits and common signs only.",
)
OTHER_TEXT = Rule(
    "text-differs",
    "The file does not say “{text}”.",
    "Build the file again from the text of the piece.",
)
LEFT_OUT = Rule(
    "slot-left-out",
    "The template does not draw “{text}”.",
    "Let it draw the slot {slot}, as the default template does; that one is used when this file is "
    "removed.",
)
OFF_THE_SHEET = Rule(
    "slot-off-sheet",
    "The template draws “{text}” beside the sheet, where nobody sees it.",
    "Move the slot {slot} in the template until all of it stands on the sheet.",
)
MORE_TEXT = Rule(
    "text-added",
    "The file says something that is not in the piece: “{text}”.",
    "Take it out of the template, or write it into the piece.",
)
STALE = Rule(
    "file-stale",
    "The file was made from another state of the piece, the template or the printer ({found}).",
    "Build it again: loa build print.",
)
OTHER_SCALE = Rule(
    "scale-differs",
    "The line in the margin says {found}, but the file is drawn at {scale}: it would be printed "
    "too large or too small.",
    "Build it again: loa build print.",
)
TEXT_LEFT = Rule(
    "text-still-live",
    "The file should hold letters as paths, and the font {font} is still used.",
    "Build it again: loa build print --format pdf-outlines.",
)
NO_TWIN = Rule(
    "live-twin-missing",
    "Letters that are paths cannot be read by a program.",
    "Put the file with live text ({name}.pdf) beside it and look again.",
)
OTHER_TWIN = Rule(
    "outlines-differ",
    "The file does not show the picture of its twin with live text: {share} % of it differ.",
    "Build both again: loa build print --format pdf-outlines.",
)
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_SHOWN = 60
FINISHING = "finishing"
"""The line of the margin that says how copies are finished; no slot of a template."""
_IN_THE_MARGIN = frozenset({"id", FINISHING})
_CELL = 5  # pixels: the edges of letters fall a little otherwise than those of paths
_DONE = "\n"


def check(file: Delivery) -> Iterator[Fault]:
    """Every font that draws, every letter, every text of the order."""
    yield from fonts(file)
    if file.is_outlined:
        yield from _outlines(file)
    if file.order is not None and (file.live or not file.is_outlined):
        yield from _words(file)


def fonts(file: Delivery) -> Iterator[Fault]:
    """Every font that draws is in the file, and has every letter."""
    found: dict[tuple[str, str], Fault] = {}
    for item in file.operations:
        if item.operator in {"Tj", "TJ", "'", '"'} and item.state.font is not None:
            font = item.state.font
            name = str(font.get("/BaseFont", "/?"))[1:]
            if not _is_embedded(font):
                found.setdefault(("", name), fault(NOT_EMBEDDED, "file", font=name))
            elif _shows_nothing(item):
                found.setdefault((".", name), fault(EMPTY_BOX, "piece", "title", font=name))
    yield from found.values()


def _outlines(file: Delivery) -> Iterator[Fault]:
    """No font is left, and the picture is that of the file whose words are read."""
    fonts = (item.state.font for item in file.operations if item.operator in {"Tj", "TJ"})
    for font in list(fonts)[:1]:
        yield fault(TEXT_LEFT, "file", font=str(font.get("/BaseFont", "/?"))[1:])
    if file.order is None:
        return
    if not file.live:
        yield fault(NO_TWIN, "file", name=file.order.name)
        return
    share = 100.0
    if file.inks is not None and (theirs := file.inks_of(file.live)) is not None:
        high, wide, _ = (max(1, side // _CELL) for side in theirs.shape)
        share = unlike(cells(file.inks, wide, high), cells(theirs, wide, high))
    if share > TOLERANCE:
        yield fault(OTHER_TWIN, "file", share=figure(share))


def _is_embedded(font: Any) -> bool:  # noqa: ANN401 - pikepdf's object
    if font.get("/Subtype") == "/Type3":
        return True
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor")
    return descriptor is not None and any(key in descriptor for key in _FILES)


def _shows_nothing(item: Operation) -> bool:
    """Whether glyph 0 (.notdef) of a font with glyph numbers of two bytes is drawn."""
    if item.state.font.get("/Subtype") != "/Type0":
        return False
    parts = item.operands[0] if item.operator == "TJ" else [item.operands[-1]]
    shown = [bytes(part) for part in parts if not _is_number(part)]
    return any(part[i : i + 2] == b"\0\0" for part in shown for i in range(0, len(part), 2))


def _is_number(part: Any) -> bool:  # noqa: ANN401 - pikepdf's object, or a number
    import pikepdf

    return not isinstance(part, pikepdf.String)


def _words(file: Delivery) -> Iterator[Fault]:
    """The drawn text without spaces must be the texts of the order, and nothing else."""
    if file.order is None:
        return
    said = without_spaces("".join(glyph.text for glyph in file.glyphs))
    off = _off_the_sheet(file, file.order)
    is_fresh = file.fresh or without_spaces(file.slug) in said
    expected = [*file.order.words.items()]
    if file.order.sheet.margin:
        expected += [("id", file.slug), (FINISHING, finishing_in_words(file.order))]
    for slot, text in sorted(expected, key=lambda pair: -len(pair[1])):
        spans = spans_of(said, text)
        if slot == "id" and (old := _other_slug_of(file, said)):
            yield _other_slug(file, old)
            spans = [old.span()]
        elif spans is None and is_fresh:  # what was not there from the beginning, nobody has drawn
            yield fault(LEFT_OUT, "template", text=text[:_SHOWN], slot=slot)
        elif spans is None:
            yield fault(OTHER_TEXT, "piece", slot, text=text[:_SHOWN])
        elif slot not in _IN_THE_MARGIN and any(off[start:end].count(True) for start, end in spans):
            yield fault(OFF_THE_SHEET, "template", text=text[:_SHOWN], slot=slot)
        for start, end in spans or ():
            said = said[:start] + _DONE * (end - start) + said[end:]
    rest = said.replace(_DONE, "")
    if rest:
        yield fault(MORE_TEXT, "template", text=rest[:_SHOWN])


def _off_the_sheet(file: Delivery, order: Order) -> list[bool]:
    """Of each character that is said, whether all of it lies beside the finished size."""
    left, bottom, right, top = order.sheet.trim_box
    return [
        glyph.right <= left or glyph.left >= right or glyph.top <= bottom or glyph.bottom >= top
        for glyph in file.glyphs
        for _ in without_spaces(glyph.text)
    ]


def _other_slug_of(file: Delivery, said: str) -> re.Match[str] | None:
    """A slug of the same job that is not the right one: its scale, day or digest is another."""
    job, trim, _ = file.slug.split(" · ", 2)
    start = re.escape(without_spaces(f"{job} · {trim}"))
    found = re.search(rf"{start}·(1:\d+)·[\d-]+·([0-9a-f]{{8}})·\d+/\d+", said)
    return None if found and found[0] == without_spaces(file.slug) else found


def _other_slug(file: Delivery, found: re.Match[str]) -> Fault:
    """What such a slug says: another state, or only another scale."""
    scale = file.slug.split(" · ")[2]
    if found[0].replace(found[1], scale, 1) == without_spaces(file.slug):
        return fault(OTHER_SCALE, "file", found=found[1], scale=scale)
    return fault(STALE, "piece", "id", found=found[2])


def spans_of(content: str, text: str) -> list[tuple[int, int]] | None:
    """Where a text stands in what a file says, line by line; None if a word of it is not there.

    Both without spaces. Lines that stand side by side are read across: each is looked for alone.
    """
    words, spans = [without_spaces(word) for word in text.split()], []
    while words:
        count = len(words)
        while count and "".join(words[:count]) not in content:
            count -= 1
        if not count:
            return None
        line = "".join(words[:count])
        start = content.index(line)
        spans.append((start, start + len(line)))
        content = content[:start] + _DONE * len(line) + content[start + len(line) :]
        words = words[count:]
    return spans


@lru_cache(maxsize=4096)
def without_spaces(text: str) -> str:
    """The text without spaces and invisible characters, in normal form C."""
    return "".join(char for char in nfc(text) if char.isprintable() and not char.isspace())
