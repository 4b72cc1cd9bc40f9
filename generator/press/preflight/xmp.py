"""Point 4: XMP says PDF/X-4, and agrees with the Info dictionary."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.preflight.delivery import Delivery

if TYPE_CHECKING:
    from pikepdf.models import PdfMetadata

NOT_CLAIMED = Rule(
    "pdfx-not-claimed",
    "The file does not say that it is PDF/X-4.",
    "Build it again with loa build print instead of saving it in another program.",
)
DISAGREE = Rule(
    "metadata-disagree",
    "The two descriptions in the file disagree: {key} is “{info}” and “{xmp}”.",
    "Build it again with loa build print instead of saving it in another program.",
)
_DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def check(file: Delivery) -> Iterator[Fault]:
    """The claim, Trapped, title and dates."""
    xmp = _metadata(file)
    yield from _claim(file, xmp)
    told = {key: str(xmp.get(key, "")) for key in (*_DATES.values(), "dc:title", "pdf:Trapped")}
    info = file.document.docinfo
    pairs = [("Trapped", str(info.get("/Trapped", "")).removeprefix("/"), told["pdf:Trapped"])]
    pairs += [("Title", str(info.get("/Title", "")), told["dc:title"])]
    pairs += [(k[1:], _digits(str(info.get(k, ""))), _digits(told[x])) for k, x in _DATES.items()]
    for key, ours, theirs in pairs:
        if not ours or ours != theirs:
            yield fault(DISAGREE, "file", key=key, info=ours, xmp=theirs)


def claim(file: Delivery) -> Iterator[Fault]:
    """That it says it is PDF/X-4, where there is a printing condition to say it of."""
    yield from _claim(file, _metadata(file))


def _metadata(file: Delivery) -> "PdfMetadata":
    # Not in a with block: leaving it would bring the Info dictionary into line.
    return file.document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)


def _claim(file: Delivery, xmp: "PdfMetadata") -> Iterator[Fault]:
    said = str(xmp.get("pdfxid:GTS_PDFXVersion", ""))
    if said != "PDF/X-4" and not file.is_plain:
        yield fault(NOT_CLAIMED, "file")


def _digits(moment: str) -> str:
    """Both forms of a moment as the digits of day and time: D:20210401… and 2021-04-01T…."""
    return "".join(char for char in moment if char.isdigit())[:14]
