"""The glossary is in alphabetical order, as it says."""

import re
from pathlib import Path

from generator.vietnamese.collation import sort_key

TERM = re.compile(r"^- \*\*([^*]+)\*\*", re.MULTILINE)


def test_terms_are_in_order() -> None:
    text = (Path(__file__).parents[2] / "content/thuat-ngu.md").read_text(encoding="utf-8")
    alphabetical, _, _ = text.partition("## Chữ của công việc")
    terms = TERM.findall(alphabetical)
    assert len(terms) > 30
    assert terms == sorted(terms, key=sort_key)
