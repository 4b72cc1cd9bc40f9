"""Text in fonts from before Unicode: refused, since a wrong guess would garble a whole story."""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.model.slips import LEGACY_TEXT
from generator.text.imported.character_format import CharacterFormats
from generator.text.imported.package import Node, W, text_of
from generator.text.imported.simple_document import SimpleDocument
from generator.vietnamese.legacy import Encoding, convert, suspect

_FONTS: tuple[tuple[re.Pattern[str], Encoding], ...] = (
    (re.compile(r"\.Vn", re.IGNORECASE), "TCVN3"),
    (re.compile(r"VNI[- ]", re.IGNORECASE), "VNI"),
)
_ODD = re.compile("[\xa1-\xff]")  # where both encodings keep their letters
_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")  # letters that neither can hold
_SHOWN = 80


def old_text(simple: SimpleDocument) -> Diagnostic | None:
    """The first paragraph in TCVN3 (ABC) or VNI, known by its font or by its letters."""
    for paragraph in simple.record.became:
        text = text_of(paragraph)
        found = None if text.isascii() else suspect(text)
        if found:
            return LEGACY_TEXT.at(
                simple.places.of(paragraph),
                encoding=found.encoding,
                sample=found.sample,
                converted=found.unicode_text.strip(),
            )
        for encoding, sample in _in_old_fonts(paragraph, simple.faces):
            return LEGACY_TEXT.at(
                simple.places.of(paragraph),
                encoding=encoding,
                sample=sample[:_SHOWN],
                converted=convert(sample[:_SHOWN], encoding).strip(),
            )
    return None


def _in_old_fonts(paragraph: Node, faces: CharacterFormats) -> Iterator[tuple[Encoding, str]]:
    """Runs whose font is an old one, and whose letters are none of Unicode's Vietnamese."""
    style = faces.style_of(paragraph)
    for run in paragraph.iter(f"{W}r"):
        text = text_of(run)
        if not _ODD.search(text) or _UNICODE.search(text):
            continue
        font = faces.face(run, style).font
        for pattern, encoding in _FONTS:
            if pattern.match(font):
                yield encoding, text
