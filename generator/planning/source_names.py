"""Sources in words: a document by its title and the line, as people name them; never an id."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.model.source_document import SourceDocument
from generator.vietnamese.dates import format_date
from generator.vietnamese.text import fold

_LINES = re.compile(r"(?P<name>.*?),?\s+dòng\s+(?P<lines>\d+(?:\s*[-–,]\s*\d+)*)\.?", re.IGNORECASE)
_WRITTEN = re.compile(r"(?P<name>[^\s:]+):(?P<lines>\d+(?:[-,]\d+)*)")


class SourceNames:
    """The documents of a workspace by titles, of which no two are the same."""

    def __init__(self, documents: Mapping[str, SourceDocument]) -> None:
        """Nothing is named yet."""
        self._documents = documents

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of each document by its id, with issuer and day where others are called so."""
        alike = _counts(each.title for each in self._documents.values())
        whole = {key: _whole(each) for key, each in self._documents.items()}
        same = _counts(whole.values())
        return {
            key: each.title
            if alike[_plain(each.title)] == 1
            else whole[key]
            if same[_plain(whole[key])] == 1
            else f"{whole[key]} ({key})"
            for key, each in self._documents.items()
        }

    def words(self, source: str) -> str:
        """«Kế hoạch …, dòng 57»; what names no document of ours stays as it is written."""
        found = _WRITTEN.fullmatch(source)
        name, lines = (found["name"], found["lines"]) if found else (source, "")
        if name not in self.titles:
            return source
        return (
            f"{self.titles[name]}, dòng {lines.replace(',', ', ')}" if lines else self.titles[name]
        )

    def source(self, words: str) -> str:
        """What is written for such words; what names no document stays as it was typed."""
        words = " ".join(words.split())
        if (whole := self._known(words)) is not None:
            return whole
        found = _LINES.fullmatch(words)
        name = self._known(found["name"]) if found else None
        if found is None or name is None:
            return words
        lines = "".join(found["lines"].split()).replace("–", "-")
        return f"{name}:{lines}"

    def _known(self, title: str) -> str | None:
        sought = _plain(title)
        return next((key for key, each in self.titles.items() if _plain(each) == sought), None)


def _whole(document: SourceDocument) -> str:
    day = format_date(document.date) if document.date else ""
    return ", ".join(part for part in (document.title, document.issuer, day) if part)


def _plain(title: str) -> str:
    """Whatever its capitals, marks and spaces."""
    return fold(" ".join(title.split()))


def _counts(titles: Iterable[str]) -> Counter[str]:
    return Counter(map(_plain, titles))
