"""Lines that readers never see: addresses and notes that nothing uses, or that stand twice."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from generator.text.mentions import Mention
from generator.text.tree import references

_USED: Final = re.compile(r"\[([^\[\]]+)\]")


def lost(markdown: str, stream: Iterable[Token], marks: Collection[str]) -> Iterator[Mention]:
    """The definitions of a text that do nothing; `marks` are the labels of notes in use."""
    yield from _notes(stream, marks)
    first, again = references(markdown)
    lines = markdown.split("\n")
    defined = {number for _, line in (*first, *again) for number in range(*line)}
    rest = "\n".join("" if number in defined else line for number, line in enumerate(lines))
    used = {normalizeReference(match[1]) for match in _USED.finditer(rest)}
    for label, place in first:
        if label.startswith("^"):
            yield Mention("[^", place, 0, "note-name")
        elif label not in used:
            yield Mention("", place, 0, "address-unused")
    for _, place in again:
        yield Mention("", place, 0, "address-twice")


def _notes(stream: Iterable[Token], marks: Collection[str]) -> Iterator[Mention]:
    seen: Counter[str] = Counter()
    for token in stream:
        if token.type == "footnote_reference_open" and token.map:
            label = str(token.meta["label"])
            seen[label] += 1
            place = (token.map[0], token.map[1])
            if seen[label] > 1:
                yield Mention(f"[^{label}]", place, 0, "note-twice")
            elif label not in marks:
                yield Mention(f"[^{label}]", place, 0, "note-unused")
