"""What others have typed into a piece, for whoever writes in it too."""

from collections.abc import Iterable

from generator.app.typed_approvals import with_approval_of
from generator.desk.page_lines import TARGET, page_lines
from generator.desk.text_comparison import Part, compare_lines
from generator.model.draft import Draft
from generator.model.plan import Plan

_AROUND = 40
"""Characters that are shown on each side of what differs."""


def others_words(mine: Draft | None, now: Draft | None, plan: Plan) -> dict[str, object]:
    """What others have typed into a draft, and the text `alone`, as it is without that.

    Of each place it is what stood there, and what stands there now. Who approved the piece is told
    above it, and can be left out by nobody.
    """
    if mine is None or now is None or mine.text == now.text:
        return {"others": []}
    alone = with_approval_of(now.path, mine.plain, now.plain)
    texts = (page_lines(now.path, each, plan) for each in (alone, now.plain))
    rows = (row for row in compare_lines(*texts) if not row.count and not row.is_same)
    sides = ([_words(row.before), _words(row.after)] for row in rows)
    found = [each for each in sides if any(map(str.strip, each))]
    return {"others": found, "alone": alone} if found else {"others": []}


def _words(parts: Iterable[Part] | None) -> str:
    """A place in a few words: what is the same on both sides of a change is cut."""
    shown = [(text, differs) for text, differs, look in parts or () if differs or look != TARGET]
    last = len(shown) - 1
    return "".join(
        text if differs else _cut(text, is_first=not number, is_last=number == last)
        for number, (text, differs) in enumerate(shown)
    )


def _cut(text: str, *, is_first: bool, is_last: bool) -> str:
    """Words that are the same, as far as they stand next to a change."""
    if len(text) <= 2 * _AROUND:
        return text
    before, after = text[:_AROUND], text[-_AROUND:]
    return f"… {after}" if is_first else f"{before} …" if is_last else f"{before} … {after}"
