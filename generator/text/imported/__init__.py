"""A Word document as a draft in Markdown, and a list of all that could not be carried over.

`read_word` refuses what cannot be read rightly; everything that it leaves out is told.
"""

from generator.diagnostics import Diagnostic
from generator.text.imported.draft import Draft, Picture
from generator.text.imported.legacy import old_text
from generator.text.imported.lists import joined_lists
from generator.text.imported.losses import losses_of
from generator.text.imported.missing import missing_from
from generator.text.imported.package import RefusedError, open_package
from generator.text.imported.reader import read_draft

__all__ = ["Draft", "Picture", "RefusedError", "read_word"]


def read_word(name: str, data: bytes) -> tuple[Draft, list[Diagnostic]]:
    """The draft that a .docx file is, and what was lost or must be looked at, in order.

    Raises:
        RefusedError: it is no .docx file, is locked or harmful, or is written in fonts from
            before Unicode.
    """
    package = open_package(name, data)
    if found := old_text(package):
        raise RefusedError(found)
    draft, remarks = read_draft(package)
    lost = (*losses_of(package), *joined_lists(package), *missing_from(package, draft))
    return draft, [*remarks, *lost]
