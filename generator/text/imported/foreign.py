"""What a file is that has the name of a Word document and is none, by how it begins."""

from collections.abc import Collection
from typing import Final

from generator.diagnostics import Rule

_CODE: Final = "word-form"
_MESSAGE: Final = "“{name}” is {what}, not a Word document (.docx), whatever its name says."
SAVE_AS_WORD: Final = Rule(
    _CODE,
    _MESSAGE,
    "Open it in Word or LibreOffice and save it as Word Document (*.docx); another name alone "
    "changes nothing.",
)
ASK_SENDER: Final = Rule(
    _CODE,
    _MESSAGE,
    "Ask the sender for the Word document that it was made from.",
)
COPY_CONTENT: Final = Rule(
    _CODE,
    _MESSAGE,
    "Copy what is to be published into a Word document, or type it.",
)
CLOSE_DOCUMENT: Final = Rule(
    _CODE,
    _MESSAGE,
    "Close the document in Word, and import the file whose name does not begin with ~$.",
)
_BEGINNINGS: Final = (
    (b"%PDF", "a PDF", ASK_SENDER),
    (b"{\\rtf", "a file of Rich Text (.rtf)", SAVE_AS_WORD),
    (b"\x89PNG", "a picture", COPY_CONTENT),
    (b"\xff\xd8\xff", "a picture", COPY_CONTENT),
    (b"GIF8", "a picture", COPY_CONTENT),
    (b"<!doctype html", "a page of the web", SAVE_AS_WORD),
    (b"<html", "a page of the web", SAVE_AS_WORD),
    (b"mime-version:", "a page of the web", SAVE_AS_WORD),
    (b"<?xml", "a file of XML", SAVE_AS_WORD),
    (b"Rar!", "a compressed folder", ASK_SENDER),
    (b"7z\xbc\xaf", "a compressed folder", ASK_SENDER),
)
_PARTS: Final = (
    ("content.xml", "a document of LibreOffice (.odt)", SAVE_AS_WORD),
    ("xl/", "a sheet of Excel (.xlsx)", COPY_CONTENT),
    ("ppt/", "slides of PowerPoint (.pptx)", COPY_CONTENT),
    ("index/", "a document of Pages", ASK_SENDER),
    ("meta-inf/container.xml", "a book (.epub)", ASK_SENDER),
)
_LOOKED_AT: Final = 1024


def kind_of(name: str, data: bytes, parts: Collection[str]) -> tuple[Rule, str]:
    """What to say of a file that is no Word document, and what it is.

    `parts` are those of a ZIP.
    """
    if name.startswith("~$"):
        return CLOSE_DOCUMENT, "the mark that Word keeps while a document is open"
    if not data.strip(b"\0 \r\n\t"):
        return ASK_SENDER, "empty"
    begun = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    for beginning, what, rule in _BEGINNINGS:
        if begun.lower().startswith(beginning.lower()):
            return rule, what
    for folder, what, rule in _PARTS:
        if any(part.lower().startswith(folder) for part in parts):
            return rule, what
    return (
        (ASK_SENDER, "a compressed folder") if parts else (SAVE_AS_WORD, "a file of another kind")
    )
