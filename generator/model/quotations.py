"""What the sources are known to say: `campaigns/quotations.yml`."""

from collections.abc import Mapping

from generator.model.fields import Text
from generator.model.record import Record


class QuotationFile(Record):
    """Quotations: what the sources are known to say, for whoever compares a text with them."""

    documents: Mapping[Text, Mapping[Text, Text]] = {}
    """Documents: of each document, lines that were copied; “…” leaves something out.
    Example: {ke-hoach-2021: {57: "04 chương trình/năm"}}
    Effect: figures of these lines are known, when a piece cites them."""
    web: Mapping[Text, tuple[Text, ...]] = {}
    """Web pages: the figures that texts take from a web page.
    Example: {"https://example.org/": ["32"]}
    Effect: these figures are known, when a piece cites the page."""
    computed: Mapping[Text, Mapping[Text, Text]] = {}
    """Computed: the figures that a piece works out itself, each with its sum.
    Example: {phat-thanh-2021-2-1: {"12": 3 x 4}}
    Effect: these figures of that piece need no other source."""

    def quotation(self, document: str, line: str) -> str | None:
        """What stands in a line, if it was copied."""
        return self.documents.get(document, {}).get(line)
