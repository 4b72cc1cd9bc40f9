"""What is typed into a draft, as values; and what saving it would do to the files.

Whatever changes a draft changes its one text: the page, the fields and the view as text are three
ways to the same. Nothing is written here.
"""

import unicodedata
from dataclasses import dataclass, replace

from generator.app.check import CheckReport
from generator.app.editing import Outcome, new_findings
from generator.model.draft import Draft
from generator.model.revision import Changeset, Revision
from generator.source.edits import normal_form, with_text
from generator.source.entries import KeyEntry, Value, with_entry

WROTE, DROPPED = "Wrote a text: {about}", "Typed and dropped: {about}"


@dataclass(frozen=True, slots=True)
class WholeText:
    """The file as a person sees it as text, with plain line ends."""

    text: str


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A key of the data gets another value; with None it goes."""

    key: str
    value: Value


DraftEdit = WholeText | FieldValue


def with_edit(draft: Draft, edit: DraftEdit) -> Draft:
    """A draft after an edit; lines that are not meant stay as they are.

    Raises:
        NotEditableError: lines of the author would have to go.
    """
    match edit:
        case WholeText(text):
            return replace(draft, text=with_text(draft.text, text))
        case FieldValue(key, value):
            form = normal_form(draft.text)
            value = unicodedata.normalize(form, value) if isinstance(value, str) else value
            text = with_entry(draft.path, draft.text, KeyEntry((key,), value))
            return replace(draft, text=text)


def saving(draft: Draft, before: CheckReport, after: CheckReport) -> Outcome:
    """What is written when a draft is saved; or what would stop a build that nothing stops now.

    `before` is what was found in the files, `after` what is with the draft in the place of its
    file.
    """
    if harm := new_findings(before.blocking, after.blocking, {}):
        return Outcome(None, harm)
    revisions = [Revision(draft.path, draft.base, draft.text.encode())]
    return Outcome(Changeset.of(WROTE, [] if draft.is_saved else revisions, [draft.path]), [])


def dropping(draft: Draft) -> Changeset:
    """What the history keeps of a draft that is dropped: nothing that was typed is lost."""
    return Changeset(DROPPED, draft.path, (Revision(draft.path, draft.base, draft.text.encode()),))
