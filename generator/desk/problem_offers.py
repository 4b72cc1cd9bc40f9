"""What else one click can do about a problem: a name that is new goes into a field."""

from generator.catalogue import words
from generator.checks.script_length import UNKNOWN_SPEAKER
from generator.checks.starter_text import STARTER_SUMMARY
from generator.desk.field_views import key_names
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft
from generator.source.edits import NotEditableError
from generator.source.entries import values_at

_SPEAKERS, _SUMMARY = "speakers", "summary"


def offer(diagnostic: Diagnostic, draft: Draft) -> dict[str, object] | None:
    """The words of a button, and the value that a field then has; None where there is none."""
    fields, rule = key_names(draft).fields, diagnostic.rule
    if rule.hint == STARTER_SUMMARY.hint and _SUMMARY in fields:
        told = words("Leave “{label}” out").format(label=fields[_SUMMARY])
        return {"label": told, "value": {"key": _SUMMARY, "value": None}}
    if rule.code == UNKNOWN_SPEAKER.code and "head" in diagnostic.details and _SPEAKERS in fields:
        name = diagnostic.details["name"]
        told = words("Add “{name}” to “{label}”").format(name=name, label=fields[_SPEAKERS])
        return {"label": told, "value": {"key": _SPEAKERS, "value": [*_speakers(draft), name]}}
    return None


def _speakers(draft: Draft) -> tuple[str, ...]:
    try:
        known = values_at(draft.path, draft.text).get(_SPEAKERS)
    except NotEditableError:
        return ()
    return (known,) if isinstance(known, str) else known or ()
