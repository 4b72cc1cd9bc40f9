"""What scripts of the writing screen ask to be done to a draft, as edits."""

import re
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.app.draft_edits import DraftEdit, FieldValue, WholeText, with_edit
from generator.desk.field_views import as_written
from generator.desk.page_blocks import apply_edits, is_page
from generator.desk.page_words import PageError
from generator.model.draft import Draft
from generator.model.plan import Plan
from generator.text.splicing.undoing import (
    Spellings,
    as_once_written,
    both_spellings,
    spellings_before,
)

_BREAKS: Final = re.compile(r"[\t\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
"""What parts lines and cells where words are copied from."""
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What no file holds and nobody sees."""


@dataclass(frozen=True, slots=True)
class PageEdits:
    """Blocks of the page become others: `edits` as the page-like editor sends them."""

    edits: list[Any]


class Undoing:
    """How blocks were written that edits of the page took away: what is undone is as it was."""

    def __init__(self) -> None:
        self._known: Spellings = {}

    def text_of(self, before: str, after: str) -> str:
        """The text after an edit, with what has come back as it was written."""
        done = as_once_written(before, after, self._known)
        self._known = both_spellings(self._known, spellings_before(before, after))
        return done


def with_wish(
    draft: Draft, edit: DraftEdit | PageEdits, plan: Plan, undoing: Undoing | None = None
) -> Draft:
    """A draft after an edit, where fields hold words as people type them.

    Raises:
        NotEditableError: lines of the author would have to go.
        PageError: a browser has sent what is no page of ours.
        RefusedError: it would be read as something else.
    """
    if isinstance(edit, PageEdits):
        if not is_page(draft.path):
            raise PageError
        done = apply_edits(draft.text, edit.edits)
        return replace(draft, text=undoing.text_of(draft.text, done) if undoing else done)
    if isinstance(edit, FieldValue):
        return with_edit(draft, FieldValue(edit.key, as_written(draft, edit.key, edit.value, plan)))
    return with_edit(draft, edit)


def is_after_mending(wish: object) -> bool:
    """Whether only what a button of the same window has mended came between."""
    return isinstance(wish, dict) and wish.get("mended") is True


def edit_of(wish: object) -> DraftEdit | PageEdits | None:
    """What a script asks for; None of what none of ours does."""
    match wish:
        case {"text": str(text)}:
            return WholeText(whole(text))
        case {"blocks": list(edits)}:
            return PageEdits(edits)
        case {"value": {"key": str(key), "value": None}}:
            return FieldValue(key, None)
        case {"value": {"key": str(key), "value": str(value)}}:
            return FieldValue(key, _line(value) or None)
        case {"value": {"key": str(key), "value": [*items]}}:
            texts = tuple(_line(item) for item in items if isinstance(item, str))
            return FieldValue(key, tuple(filter(None, texts)) or None)
    return None


def _line(value: str) -> str:
    """What a field holds is one line of signs that are seen, however many lines were pasted."""
    parts = _BREAKS.split(_UNSEEN.sub("", whole(value)))
    return " ".join(filter(None, map(str.strip, parts)))


def whole(text: str) -> str:
    """A text as it can be written: halves of signs, which JSON may hold, are none."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
