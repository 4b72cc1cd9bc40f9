"""What others have typed into a piece, for whoever writes in it too."""

from collections.abc import Iterable

from generator.desk.change_words import in_words
from generator.desk.text_comparison import Part, compare
from generator.model.draft import Draft
from generator.model.plan import Plan


def others_words(mine: Draft | None, now: Draft | None, plan: Plan) -> dict[str, object]:
    """What others have typed into a draft, and the text `alone`, as it is without that.

    Of each place it is what stood there, and what stands there now.
    """
    if mine is None or now is None or mine.text == now.text:
        return {"others": []}
    texts = (in_words(now.path, each.plain, plan) for each in (mine, now))
    rows = (row for row in compare(*texts) if not row.count and not row.is_same)
    sides = ([_words(row.before), _words(row.after)] for row in rows)
    found = [each for each in sides if any(map(str.strip, each))]
    return {"others": found, "alone": mine.plain} if found else {"others": []}


def _words(parts: Iterable[Part] | None) -> str:
    return "".join(text for text, _ in parts or ())
