"""Point 1: a clean PDF 1.6 of one page, without anything that acts or hides."""

import zlib
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from operator import setitem
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Rule
from generator.press.content_streams import outlines_apart
from generator.press.faults import Fault, fault
from generator.press.intent import unpacked_head
from generator.press.preflight.delivery import Delivery
from generator.press.preflight.output_intent import is_packed

if TYPE_CHECKING:
    import pikepdf

UNREADABLE = Rule(
    "pdf-unreadable",
    "The file cannot be opened as a PDF.",
    "Build it again with loa build print; a file that was sent may have been cut off.",
)
DAMAGED_FILE = Rule(
    "pdf-damaged",
    "The file is damaged: {detail}.",
    "Build it again with loa build print.",
)
VERSION = Rule(
    "pdf-version",
    "The file is PDF {version}; PDF/X-4 asks for 1.6.",
    "Build it again with loa build print instead of saving it in another program.",
)
ENCRYPTED_FILE = Rule(
    "pdf-encrypted",
    "The file is locked with a password or with restrictions.",
    "Send the file as it was built; the print shop's programs cannot open a locked one.",
)
ACTIVE = Rule(
    "pdf-active",
    "The file holds something that is not printed: {what}.",
    "Take it out of the template, or of the file in the program that added it; then build again.",
)
PAGES = Rule(
    "pdf-pages",
    "The file has {count} pages; it must have {asked}.",
    "Make the template draw one page only.",
)

_IN_ROOT = {"/OpenAction": "an action on opening", "/AA": "actions", "/AcroForm": "a form"}
_IN_NAMES = {"/JavaScript": "a script", "/EmbeddedFiles": "attached files"}
_ON_PAGES = {"/AA": "actions", "/Annots": "annotations"}


def unreadable() -> Fault:
    """The fault of bytes that are no PDF."""
    return fault(UNREADABLE, "file")


def check(file: Delivery) -> Iterator[Fault]:
    """Version, damage, encryption, scripts, annotations, attached files, pages."""
    document = file.document
    if document.is_encrypted:
        yield fault(ENCRYPTED_FILE, "file")
    for detail in _damage(document)[:1]:
        yield fault(DAMAGED_FILE, "file", detail=detail)
    if document.pdf_version != "1.6":
        yield fault(VERSION, "file", version=document.pdf_version)
    if len(document.pages) != file.pages:
        yield fault(PAGES, "template", count=len(document.pages), asked=file.pages)
    for what in _active(file):
        yield fault(ACTIVE, "file", what=what)


def _damage(document: "pikepdf.Pdf") -> list[str]:
    """What qpdf says of the file.

    It is spared what takes most of its time and has been read here: outlines, which are nothing but
    figures and their operators, and the printing condition's profile. What is told while they are
    read has it look at the file as it came.
    """
    import pikepdf

    light: list[tuple[Any, str, Any]] = []
    with suppress(pikepdf.PdfError, ValueError, TypeError, LookupError, AttributeError, zlib.error):
        light = list(_lighter(document))
    said = [f"WARNING: {warning}" for warning in document.get_warnings()]
    with ExitStack() as whole:
        for holder, key, stand_in in light if not said else ():
            whole.callback(setitem, holder, key, holder[key])
            holder[key] = stand_in
        return [*said, *document.check_pdf_syntax()]


def _lighter(document: "pikepdf.Pdf") -> Iterator[tuple[Any, str, Any]]:
    """Where something stands that is read here, and what may stand there meanwhile."""
    for page in document.pages:
        rest, outlines = outlines_apart(page.obj.Contents.read_bytes())
        if outlines:
            yield page.obj, "/Contents", document.make_stream(rest)
    for intent in document.Root.get("/OutputIntents", ()):
        profile = intent.get("/DestOutputProfile")
        if profile is not None and is_packed(profile):
            unpacked_head(profile.read_raw_bytes())
            yield intent, "/DestOutputProfile", document.make_stream(b"")


def _active(file: Delivery) -> Iterator[str]:
    root = file.document.Root
    yield from (what for key, what in _IN_ROOT.items() if key in root)
    names: Any = root.get("/Names", {})
    yield from (what for key, what in _IN_NAMES.items() if key in names)
    for page in file.document.pages:
        yield from (what for key, what in _ON_PAGES.items() if len(page.obj.get(key, ())))
