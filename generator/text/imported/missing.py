"""The last net: no paragraph of the document is missing from the draft without a word."""

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.text.imported.draft import Draft
from generator.text.imported.package import Package, own_text
from generator.text.imported.places import Places
from generator.text.tree import plain, tree

MISSING = Rule(
    "word-text-missing",
    "This text could not be carried over: “{text}”.",
    "Copy it from Word into the new file.",
    Severity.WARNING,
)


_NOTE_SIGN = re.compile(r"\([0-9]{1,3}\)")  # where the draft speaks of a footnote


def missing_from(package: Package, draft: Draft) -> Iterator[Diagnostic]:
    """Paragraphs whose words are not in the draft."""
    body = " ".join(plain(node) for node in tree(draft.body).walk() if node.type == "inline")
    said = f"{draft.title} {draft.standfirst} {draft.author} {body}"
    there, without_notes = _bare(said), _bare(_NOTE_SIGN.sub("", said))
    places = Places(package)
    for paragraph in places:
        text = own_text(paragraph).strip()
        if _bare(text) not in there and _bare(_NOTE_SIGN.sub("", text)) not in without_notes:
            yield MISSING.at(places.of(paragraph), text=text[:80])


def _bare(text: str) -> str:
    """Letters and figures alone, in one form, so that marks and spaces make no difference."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))
