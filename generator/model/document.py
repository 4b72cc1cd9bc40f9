"""The documents that figures come from."""

from generator.model.fields import Day, Text, WebAddress
from generator.model.record import Record


class SourceDocument(Record):
    """A document that `source: document:line` refers to (nguồn)."""

    id: Text
    title: Text
    issuer: Text = ""
    date: Day | None = None
    kind: Text = ""
    url: WebAddress | None = None
    note: Text = ""


class SourceFile(Record):
    """`campaigns/sources.yml`."""

    sources: tuple[SourceDocument, ...] = ()
