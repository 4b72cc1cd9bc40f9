"""Text in fonts from before Unicode: refused, since a wrong guess would garble a whole story."""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.model.slips import LEGACY_TEXT
from generator.text.imported.package import Node, Package, W, text_of
from generator.text.imported.places import Places
from generator.vietnamese.legacy import Encoding, convert, suspect

_FONTS: tuple[tuple[re.Pattern[str], Encoding], ...] = (
    (re.compile(r"\.Vn", re.IGNORECASE), "TCVN3"),
    (re.compile(r"VNI[- ]", re.IGNORECASE), "VNI"),
)
_ODD = re.compile("[\xa1-\xff]")  # where both encodings keep their letters
_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")  # letters that neither can hold
_SHOWN = 80


def old_text(package: Package) -> Diagnostic | None:
    """The first paragraph in TCVN3 (ABC) or VNI, known by its font or by its letters."""
    places, fonts = Places(package), _fonts_of_styles(package)
    for paragraph in places:
        text = text_of(paragraph)
        found = None if text.isascii() else suspect(text)
        if found:
            return LEGACY_TEXT.at(
                places.of(paragraph),
                encoding=found.encoding,
                sample=found.sample,
                converted=found.converted.strip(),
            )
        for encoding, sample in _in_old_fonts(paragraph, fonts):
            return LEGACY_TEXT.at(
                places.of(paragraph),
                encoding=encoding,
                sample=sample[:_SHOWN],
                converted=convert(sample[:_SHOWN], encoding).strip(),
            )
    return None


def _in_old_fonts(paragraph: Node, styles: dict[str, str]) -> Iterator[tuple[Encoding, str]]:
    """Runs whose font is an old one, and whose letters are none of Unicode's Vietnamese."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    usual = styles.get(style.get(f"{W}val") if style is not None else "", styles.get("", ""))
    for run in paragraph.iter(f"{W}r"):
        own = run.find(f"{W}rPr/{W}rFonts")
        font = _face(own) or usual
        text = text_of(run)
        for pattern, encoding in _FONTS:
            if pattern.match(font) and _ODD.search(text) and not _UNICODE.search(text):
                yield encoding, text


def _fonts_of_styles(package: Package) -> dict[str, str]:
    """The font of each style by its id, through what it is based on; of "" the document's."""
    root = package.root("word/styles.xml")
    if root is None:
        return {}
    own = {"": _face(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts"))}
    based: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        own[name] = _face(style.find(f"{W}rPr/{W}rFonts"))
        parent = style.find(f"{W}basedOn")
        based[name] = parent.get(f"{W}val", "") if parent is not None else ""
        if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph":
            own[""] = own[name] or own[""]
    return {name: _inherited(name, own, based) for name in own}


def _inherited(name: str, own: dict[str, str], based: dict[str, str]) -> str:
    seen: set[str] = set()
    while name not in seen and not own.get(name):
        seen.add(name)
        name = based.get(name, "")
    return own.get(name, "")


def _face(fonts: Node) -> str:
    if fonts is None:
        return ""
    return str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "")
