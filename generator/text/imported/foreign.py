"""What a file is that has the name of a Word document and is none, by how it begins."""

from collections.abc import Collection
from typing import Final

from generator.diagnostics import Rule

_CODE: Final = "word-form"
_MESSAGE: Final = "“{name}” is {what}, not a Word document (.docx), whatever its name says."
SAVED: Final = Rule(
    _CODE,
    _MESSAGE,
    "Open it in Word or LibreOffice and save it as Word Document (*.docx); another name alone "
    "changes nothing.",
)
ASKED: Final = Rule(
    _CODE,
    _MESSAGE,
    "Ask the sender for the Word document that it was made from.",
)
COPIED: Final = Rule(
    _CODE,
    _MESSAGE,
    "Copy what is to be published into a Word document, or type it.",
)
OPENED: Final = Rule(
    _CODE,
    _MESSAGE,
    "Close the document in Word, and import the file whose name does not begin with ~$.",
)
_BEGINNINGS: Final = (
    (b"%PDF", "a PDF", ASKED),
    (b"{\\rtf", "a file of Rich Text (.rtf)", SAVED),
    (b"\x89PNG", "a picture", COPIED),
    (b"\xff\xd8\xff", "a picture", COPIED),
    (b"GIF8", "a picture", COPIED),
    (b"<!doctype html", "a page of the web", SAVED),
    (b"<html", "a page of the web", SAVED),
    (b"mime-version:", "a page of the web", SAVED),
    (b"<?xml", "a file of XML", SAVED),
    (b"Rar!", "a compressed folder", ASKED),
    (b"7z\xbc\xaf", "a compressed folder", ASKED),
)
_PARTS: Final = (
    ("content.xml", "a document of LibreOffice (.odt)", SAVED),
    ("xl/", "a sheet of Excel (.xlsx)", COPIED),
    ("ppt/", "slides of PowerPoint (.pptx)", COPIED),
    ("index/", "a document of Pages", ASKED),
    ("meta-inf/container.xml", "a book (.epub)", ASKED),
)
_LOOKED_AT: Final = 1024


def kind_of(name: str, data: bytes, parts: Collection[str]) -> tuple[Rule, str]:
    """What to say of a file that is no Word document, and what it is.

    `parts` are those of a ZIP.
    """
    if name.startswith("~$"):
        return OPENED, "the mark that Word keeps while a document is open"
    if not data.strip(b"\0 \r\n\t"):
        return ASKED, "empty"
    begun = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, what, rule in _BEGINNINGS:
        if begun.lower().startswith(beginning.lower()):
            return rule, what
    for folder, what, rule in _PARTS:
        if any(part.lower().startswith(folder) for part in parts):
            return rule, what
    return (ASKED, "a compressed folder") if parts else (SAVED, "a file of another kind")
