"""In advertising, a claim of a first place says by whose measure; a question claims nothing.

Only what is printed to be hung is advertising (Decree 38/2021/NĐ-CP, Article 34). A story, a
programme and a guide may say what is first, as a newsroom does: they answer for it by sources.
On the artwork itself, `outdoor` asks for a proof.
"""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.text.prose import passages
from generator.vietnamese.sentences import sentences
from generator.vietnamese.superlatives import superlatives

SUPERLATIVE = warning(
    "superlative",
    "“{words}” claims a first place, and the sentence does not say by whose measure.",
    "Say who says so (theo …, with a link), or write what readers can see: a figure, a comparison.",
)
MILDER = SUPERLATIVE.with_hint(
    "Write “{bare}”, a figure or a comparison, or say who says so (theo …, with a link)."
)
PRINTED_TEXTS = frozenset(
    {"slogan", "headline", "numeral", "fact"}
)  # checks/outdoor_rules.py, for the sake of the law
_MEASURES = ("theo ", "nguồn", "](")


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """The texts of printed pieces but what stands on artwork."""
    advertises = text.is_main and text.is_of_artwork and text.key not in PRINTED_TEXTS
    if not (advertises and any(superlatives(text.prose))):
        return
    for offset, passage in passages(text.prose):
        for at, sentence in sentences(passage):
            start = offset + at
            written = text.text[start : start + len(sentence)].lower()
            if sentence.endswith("?") or any(sign in written for sign in _MEASURES):
                continue
            for found in superlatives(sentence):
                where = text.at(start + found.start, start + found.end)
                rule = MILDER if found.bare else SUPERLATIVE
                yield rule.at(where, words=found.words, bare=found.bare)
