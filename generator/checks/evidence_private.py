"""Nothing that belongs to one person alone is kept with evidence, in whatever field of it.

A note goes into no result, the name of a file into the annex of the report; but both are kept for
years, and copied with the workspace (Decree 13/2023/NĐ-CP, article 3).
"""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.model.evidence import Evidence, texts_of
from generator.vietnamese.private_words import private_words

PRIVATE = Rule(
    "evidence-private",
    "“{text}” at {key}: belongs to one person ({what}), not to the plan; evidence is kept for "
    "years.",
    "Remove it; who sent it is known by name or office alone.",
)
PRIVATE_FILE = PRIVATE.with_hint(
    "Give the file a name without it, and write the new name here: the annex of the report lists "
    "names of files."
)
_OF_PERSONS = frozenset({"received_from", "recorded_by", "verified_by"})


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every text of every piece of evidence."""
    for evidence in subject.workspace.evidence.values():
        yield from _of(evidence)


def _of(evidence: Evidence) -> Iterator[Diagnostic]:
    for key, text in texts_of(evidence):
        is_of_file = key == "file"
        rule = PRIVATE_FILE if is_of_file else PRIVATE
        is_of_person = key in _OF_PERSONS
        for words, what in private_words(text, is_of_person=is_of_person, is_of_file=is_of_file):
            yield rule.at(evidence.where(key), text=words, key=key, what=what)
