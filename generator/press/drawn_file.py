"""A PDF as PDFium draws it: opened once for all that is read from its first page."""

from functools import cached_property
from typing import Any


class DrawnFile:
    """The first page of a PDF, with the words on it; to be closed."""

    def __init__(self, pdf: bytes) -> None:
        """Open a PDF. Raises what PDFium raises for bytes that it cannot read."""
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(pdf)

    @cached_property
    def page(self) -> Any:  # noqa: ANN401 - pypdfium2 is untyped, here and below
        """The page, which nobody changes."""
        return self._document[0]

    @cached_property
    def words(self) -> Any:  # noqa: ANN401
        """The characters of the page."""
        return self.page.get_textpage()

    def another_page(self) -> Any:  # noqa: ANN401
        """The same page once more, to take things away from."""
        return self._document[0]

    def close(self) -> None:
        """Let everything go."""
        self._document.close()
