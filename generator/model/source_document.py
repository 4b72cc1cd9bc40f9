"""The documents that figures come from."""

from generator.model.fields import Code, Day, DocumentText, Text, WebAddress
from generator.model.record import Record


class SourceDocument(Record):
    """Source document: a document that source: document:line refers to."""

    id: Code
    """Id: the name of the document, often that of its file.
    Example: ke-hoach-2021
    Effect: sources name it before the colon."""
    title: DocumentText
    """Title: the title of the document.
    Example: Kế hoạch sản xuất sạch hơn năm 2021
    Effect: in the sources below a text, on slips and on the page of the plan."""
    issuer: Text = ""
    """Issuer: who issued or published it.
    Example: UBND tỉnh
    Effect: behind the title of the document."""
    date: Day | None = None
    """Date: the day of the document.
    Example: 17/3/2021
    Effect: behind the title of the document."""
    kind: Text = ""
    """Kind: what sort of document it is.
    Example: kế hoạch
    Effect: behind the source of a plan on its page."""
    url: WebAddress | None = None
    """Web address: where it can be read.
    Example: https://example.org/ke-hoach
    Effect: sources below a text lead there."""
    note: Code = ""
    """Note: what whoever edits this file should know.
    Example: Bản lưu không ghi ngày đăng.
    Effect: kept in the file only."""


class SourceFile(Record):
    """Source documents: the documents that figures come from."""

    sources: tuple[SourceDocument, ...] = ()
    """Documents: a group for each.
    Effect: what source: document:line names must be here."""
