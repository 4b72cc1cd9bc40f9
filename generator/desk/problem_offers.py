"""What else one click can do about a problem: a name that is new goes into a field."""

from generator.catalogue import words
from generator.checks.script_length import UNKNOWN_SPEAKER
from generator.desk.field_views import key_names
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft
from generator.source.edits import NotEditableError
from generator.source.entries import values_at

_SPEAKERS = "speakers"


def offer(diagnostic: Diagnostic, draft: Draft) -> dict[str, object] | None:
    """The words of a button, and the value that a field then has; None where there is none."""
    if diagnostic.rule.code != UNKNOWN_SPEAKER.code or "head" not in diagnostic.details:
        return None
    name, label = diagnostic.details["name"], key_names(draft).fields.get(_SPEAKERS)
    try:
        known = values_at(draft.path, draft.text).get(_SPEAKERS)
    except NotEditableError:
        return None
    if not label:
        return None
    names = [known] if isinstance(known, str) else [*(known or ())]
    told = words("Add “{name}” to “{label}”").format(name=name, label=label)
    return {"label": told, "value": {"key": _SPEAKERS, "value": [*names, name]}}
