"""Pages taken apart and put together: what all hold, such as fonts, is held once."""

from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.press.finish import pdf_bytes, set_metadata
from generator.press.geometry import Box
from generator.press.intent import Intent, set_intent
from generator.press.metadata import Facts, xmp

if TYPE_CHECKING:
    import pikepdf


def pages_apart(pdf: bytes) -> list[bytes]:
    """Every page as a document of its own, without what leads elsewhere on screens alone."""
    import pikepdf

    found: list[bytes] = []
    with pikepdf.open(BytesIO(pdf)) as whole:
        for each in whole.pages:
            alone, target = pikepdf.new(), BytesIO()
            alone.pages.append(each)
            if "/Annots" in alone.pages[0].obj:
                del alone.pages[0].obj.Annots
            alone.save(target, deterministic_id=True)
            found.append(target.getvalue())
    return found


def one_document(
    files: Sequence[bytes],
    facts: Facts,
    intent: Intent | None = None,
    boxes: Sequence[Box] = (),
) -> bytes:
    """Their first pages in order; same files, same bytes. `boxes` are what is shown of each."""
    import pikepdf

    whole, fonts = pikepdf.new(), dict[bytes, Any]()
    content = sha256()
    for number, data in enumerate(files):
        with pikepdf.open(BytesIO(data)) as source:
            whole.pages.append(source.pages[0])
        page = whole.pages[-1]
        content.update(page.Contents.read_raw_bytes())
        _share(page.obj.Resources, fonts)
        if boxes:
            _cut(page, boxes[number])
    if intent is not None:
        set_intent(whole, intent)
    set_metadata(whole, facts, xmp(facts, content.digest(), pdfx=intent is not None))
    return pdf_bytes(whole)


def _share(resources: Any, fonts: dict[bytes, Any]) -> None:  # noqa: ANN401 - pikepdf's object
    """Name for each font the first one like it, in forms too."""
    named = resources.get("/Font", {})
    for name in list(named):
        named[name] = fonts.setdefault(_key(named[name]), named[name])
    drawn = resources.get("/XObject", {})
    for name in list(drawn):
        if "/Resources" in drawn[name]:
            _share(drawn[name].Resources, fonts)


def _key(font: Any) -> bytes:  # noqa: ANN401 - pikepdf's object
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    described = inner.get("/FontDescriptor", {})
    files = [described[key] for key in ("/FontFile2", "/FontFile3") if key in described]
    found = sha256(str(font.get("/BaseFont", "")).encode())
    for each in (*files, *([font.ToUnicode] if "/ToUnicode" in font else [])):
        found.update(each.read_raw_bytes())
    return found.digest()


def _cut(page: "pikepdf.Page", box: Box) -> None:
    import pikepdf

    shown = pikepdf.Array([round(side, 4) for side in box])
    page.mediabox = page.cropbox = page.trimbox = page.bleedbox = shown
