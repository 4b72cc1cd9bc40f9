"""What `loa new` and `loa import` write in the place of words to come, and where it still is."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from generator.catalogue import words
from generator.model.medium import Medium
from generator.source.document import document
from generator.source.frontmatter import Split, split
from generator.source.yaml_nodes import Mapping as Group
from generator.source.yaml_nodes import Scalar, read_yaml

TITLE: Final = "A title of at most twelve words"
SUMMARY: Final = "One sentence that says what readers find here."
BODY: Final = "Write the text here."

_BEFORE: Final = '.!?…:*_>|-“"(\n'  # what stands before the first word of a sentence
_AFTER: Final = '.!?…*_|”")\n'


def starter_file(medium: Medium, title: str = "", body: str = "", **values: str) -> str:
    """A new file of a medium; `values` fill the other places of its `starter`."""
    return medium.starter.format(
        title=_quoted(title or words(TITLE)),
        summary=_quoted(words(SUMMARY)),
        body=body.strip() or words(BODY),
        **values,
    )


def unwritten(medium: Medium, key: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a text is still that of a new file: a sentence of it, or all that the medium has there.

    `key` is that of the front matter, or empty for the body.
    """
    matches = _sentences().finditer(text) if _has_words(text.lower()) else ()
    found = [match.span() for match in matches if _is_sentence(text, match)]
    own = _own(medium).get(key, "")
    if not found and text.lstrip().startswith(own[:1]) and " ".join(text.split()) == own:
        found = [(0, len(text))]
    yield from found


@cache
def _known() -> tuple[tuple[str, ...], ...]:
    """The words of each sentence."""
    return tuple(tuple(words(each).rstrip(".").split()) for each in (TITLE, SUMMARY, BODY))


@cache
def _sentences() -> re.Pattern[str]:
    forms = (r"\s+".join(map(re.escape, each)) for each in _known())
    return re.compile("|".join(forms), re.IGNORECASE)


def _has_words(lower: str) -> bool:
    """Whether a text, in small letters, has every word of a sentence: rarely, and soon known."""
    return any(all(word.lower() in lower for word in reversed(each)) for each in _known())


def _is_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether it is all of a sentence: who wrote more has written."""
    before, after = text[: match.start()].rstrip(" \t"), text[match.end() :].lstrip(" \t")
    return (not before or before[-1] in _BEFORE) and (not after or after[0] in _AFTER)


@cache
def _own(medium: Medium) -> Mapping[str, str]:
    """The texts of the starter by their keys, as one line each."""
    places = dict.fromkeys(("id", "campaign", "activity", "quarter"), "x")
    parts = split(source := document("", starter_file(medium, **places)))
    if not isinstance(parts, Split):
        return {}
    node, _ = read_yaml(source, parts.start, parts.stop)
    pairs = node.items if isinstance(node, Group) else ()
    values = {key.text: value.text for key, value in pairs if isinstance(value, Scalar)}
    return {**values, "": " ".join(parts.body.text.split())}


def _quoted(text: str) -> str:
    """JSON is YAML, whatever the text holds."""
    return json.dumps(text, ensure_ascii=False)
