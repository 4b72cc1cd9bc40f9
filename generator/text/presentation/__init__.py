"""Presentations from the one tree: 16:9, with notes of the speaker, the same bytes each time."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from generator.model import ziparchive
from generator.text.deck import slides_of
from generator.text.presentation.masters import (
    EMU,
    FACE,
    HEIGHT,
    LAYOUTS,
    WIDTH,
    layout_xml,
    master_parts,
)
from generator.text.presentation.slide_words import LinkOf, Manner
from generator.text.presentation.slide_writer import (
    PictureOf,
    SlidePicture,
    SlideWriter,
    layout_of,
)
from generator.text.word.runs import printable

if TYPE_CHECKING:
    from lxml.etree import _Element
    from pptx.presentation import Presentation

__all__ = ["Deck", "SlidePicture", "pptx_bytes"]

_FOREIGN: Final = ("/thumbnail", "/extended-properties", "/printerSettings")
"""Relations to parts of python-pptx's template that say something of its own."""
_THEME: Final = (
    ("dk1", "muc"), ("lt1", "giay"), ("dk2", "la"), ("lt2", "giay"), ("accent1", "la"),
    ("accent2", "mam"), ("accent3", "nang"), ("accent4", "nuoc"), ("accent5", "dat"),
    ("accent6", "muc"), ("hlink", "nuoc"), ("folHlink", "nuoc"),
)  # fmt: skip
"""Which colour of the brand each of a theme is."""
_EPOCH: Final = datetime(*ziparchive.EPOCH, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Deck:
    """What is presented: a text with its title, in the `colours` of the brand by their names.

    `drawing` stands on the cover, on `ground`; `notice` is the first that the speaker reads.
    """

    title: str
    summary: str
    text: str
    colours: Mapping[str, str]
    author: str = ""
    language: str = "vi-VN"
    notice: str = ""
    drawing: SlidePicture | None = None
    ground: str = "la"
    picture: PictureOf = field(default=lambda _: None)
    link: LinkOf = field(default=lambda _: None)


def pptx_bytes(deck: Deck) -> bytes:
    """The bytes of a presentation: the same for the same content, whenever they are made."""
    from pptx import Presentation
    from pptx.enum.dml import MSO_THEME_COLOR

    made = Presentation(io.BytesIO(_styled(tuple(sorted(deck.colours.items())))))
    _properties(made, deck)
    writer = SlideWriter(deck.title, Manner(deck.language, link=deck.link), deck.picture)
    for number, slide in enumerate(slides_of(deck.text), 1):
        shown = made.slides.add_slide(layout_of(made.slide_layouts, LAYOUTS[slide.kind]))
        if number > 1:
            writer.write(shown, slide, number)
            continue
        if deck.ground != "la":
            accents = {"nuoc": MSO_THEME_COLOR.ACCENT_4, "dat": MSO_THEME_COLOR.ACCENT_5}
            shown.background.fill.solid()
            shown.background.fill.fore_color.theme_color = accents[deck.ground]
        writer.cover(shown, slide, (deck.summary, deck.notice), deck.drawing)
    data = io.BytesIO()
    made.save(data)
    return ziparchive.office_bytes(data.getvalue())


def _properties(made: "Presentation", deck: Deck) -> None:
    """What a program shows of a file; the template's own author goes."""
    properties = made.core_properties
    properties.title, properties.author = printable(deck.title), printable(deck.author)
    properties.last_modified_by, properties.comments, properties.keywords = deck.author, "", ""
    properties.language, properties.revision = deck.language, 1
    properties.created = properties.modified = _EPOCH


@lru_cache(8)
def _styled(colours: tuple[tuple[str, str], ...]) -> bytes:
    """A presentation with our look and nothing else; made once, since each begins as it."""
    from pptx import Presentation
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.util import Emu

    made, data = Presentation(), io.BytesIO()
    made.slide_width, made.slide_height = Emu(WIDTH * EMU), Emu(HEIGHT * EMU)
    for relations in (made.part.package._rels, made.part.rels):  # noqa: SLF001
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(_FOREIGN):
                relations.pop(key)
    for layout in list(made.slide_layouts)[len(LAYOUTS) :]:
        made.slide_layouts.remove(layout)
    for kind, layout in zip(LAYOUTS, made.slide_layouts, strict=True):
        _exchange(layout._element, layout_xml(kind))  # noqa: SLF001
    _master(made.slide_master._element)  # noqa: SLF001
    theme: Any = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob.decode(), dict(colours)).encode()  # noqa: SLF001
    for style in made.part._element.iter("{*}defRPr"):  # noqa: SLF001
        style.set("lang", "vi-VN")
    made.save(data)
    return data.getvalue()


def _exchange(element: "_Element", xml: str) -> None:
    """Put the content of another element in the place of that of one."""
    from pptx.oxml import parse_xml

    other = parse_xml(xml)
    for child in list(element):
        element.remove(child)
    element.attrib.clear()
    element.attrib.update(other.attrib)
    element.extend(list(other))


def _master(element: "_Element") -> None:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn

    for name, xml in zip(("p:cSld", "p:txStyles"), master_parts(), strict=True):
        for old in element.findall(qn(name)):
            element.replace(old, parse_xml(xml))


def _themed(theme: str, colours: Mapping[str, str]) -> str:
    """A theme with our face and, where there is a brand, its colours."""
    named = {part: colours[key] for part, key in _THEME if colours}
    scheme = "".join(
        f'<a:{part}><a:srgbClr val="{value[1:].upper()}"/></a:{part}>'
        for part, value in named.items()
    )
    fonts = "".join(
        f'<a:{part}Font><a:latin typeface="{FACE}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{part}Font>"
        for part in ("major", "minor")
    )
    for name, inside in (("clrScheme", scheme), ("fontScheme", fonts)):
        if not inside:
            continue
        whole = f'<a:{name} name="loa">{inside}</a:{name}>'
        theme = re.sub(rf"<a:{name}\b.*?</a:{name}>", whole, theme, flags=re.DOTALL)
    return theme
