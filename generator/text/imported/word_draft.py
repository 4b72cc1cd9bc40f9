"""What is made of a Word document."""

from dataclasses import dataclass

from generator.diagnostics import Location


@dataclass(frozen=True, slots=True)
class DraftPicture:
    """A picture of the document; `mark` stands for its address in the body until it has one.

    `words` are its caption or alternative text; `ending` is that of its file, with the point.
    `is_shown` says whether a page can show it; else it is kept for whoever can open it.
    """

    mark: str
    data: bytes
    ending: str
    words: str
    where: Location
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class WordDraft:
    """Title, standfirst and author where the document has them, and the body as Markdown."""

    title: str
    standfirst: str
    author: str
    body: str
    pictures: tuple[DraftPicture, ...] = ()


EMPTY = WordDraft("", "", "", "")
"""What is made of a document that holds nothing."""
