"""What the sources are known to say: `campaigns/quotations.yml`."""

from collections.abc import Mapping

from generator.model.fields import Text
from generator.model.record import Record


class QuotationFile(Record):
    """Short quotations and figures, for whoever compares a text with its sources (trích dẫn).

    documents: of each document of `campaigns/sources.yml`, lines that were copied; “…” leaves
        something out.
    web: the figures that texts take from a web page, which nobody reads again by machine.
    computed: the figures that a piece works out from those of its sources, each with its sum.
    """

    documents: Mapping[Text, Mapping[Text, Text]] = {}
    web: Mapping[Text, tuple[Text, ...]] = {}
    computed: Mapping[Text, Mapping[Text, Text]] = {}

    def quotation(self, document: str, line: str) -> str | None:
        """What stands in a line, if it was copied."""
        return self.documents.get(document, {}).get(line)
