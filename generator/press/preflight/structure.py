"""Point 1: a clean PDF 1.6 of one page, without anything that acts or hides."""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.preflight.delivery import Delivery

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
    for detail in document.check_pdf_syntax()[:1]:
        yield fault(DAMAGED_FILE, "file", detail=detail)
    if document.pdf_version != "1.6":
        yield fault(VERSION, "file", version=document.pdf_version)
    if len(document.pages) != file.pages:
        yield fault(PAGES, "template", count=len(document.pages), asked=file.pages)
    for what in _active(file):
        yield fault(ACTIVE, "file", what=what)


def _active(file: Delivery) -> Iterator[str]:
    root = file.document.Root
    yield from (what for key, what in _IN_ROOT.items() if key in root)
    names: Any = root.get("/Names", {})
    yield from (what for key, what in _IN_NAMES.items() if key in names)
    for page in file.document.pages:
        yield from (what for key, what in _ON_PAGES.items() if len(page.obj.get(key, ())))
