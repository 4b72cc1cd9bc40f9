"""A Word document as a draft in Markdown, and a list of all that could not be carried over.

`read_word` refuses what cannot be read rightly; everything that it leaves out is told.
"""

from generator.diagnostics import Diagnostic, Location, Rule
from generator.text.imported.legacy_fonts import old_text
from generator.text.imported.losses import losses_of
from generator.text.imported.missing import missing_from
from generator.text.imported.package import NotImportedError, open_package
from generator.text.imported.reader import read_draft
from generator.text.imported.simple_document import remarks_of, simple
from generator.text.imported.word_draft import EMPTY, DraftPicture, WordDraft

NOTHING = Rule(
    "word-empty",
    "“{name}” holds nothing that could be taken over: no words and no picture.",
    "Open it in Word and look whether it is the right file.",
)

__all__ = ["DraftPicture", "NotImportedError", "WordDraft", "read_word"]


def read_word(name: str, data: bytes) -> tuple[WordDraft, list[Diagnostic]]:
    """The draft that a .docx file is, and what was lost or must be looked at, in order.

    Raises:
        NotImportedError: it is no .docx file, is locked or harmful, or is written in fonts from
            before Unicode.
    """
    package = open_package(name, data)
    made = simple(package)
    if found := old_text(made):
        raise NotImportedError(found)
    draft, remarks = read_draft(name, made)
    lost = (
        *remarks_of(made),
        *losses_of(package, made.places),
        *missing_from(package, draft, made.record, made.places),
    )
    if draft == EMPTY:
        raise NotImportedError(*lost, NOTHING.at(Location(name), name=name))
    return draft, [*remarks, *lost]
