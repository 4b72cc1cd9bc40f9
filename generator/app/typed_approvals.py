"""An approval that is typed into a text: only a button gives one, and names who pressed it."""

import re

from generator.app.editing.approvals import APPROVAL_KEYS
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.draft import Draft, plain_text
from generator.source.edits import NotEditableError
from generator.source.entries import KeyEntry, Value, values_at, with_entry
from generator.vietnamese.person_names import is_example_name

TYPED_APPROVAL = Rule(
    "approval-typed",
    "Nobody approves or withdraws a piece by typing it: “{line}”.",
    "Put it back as it was; whoever approves or withdraws the piece presses the button for it.",
)
_KEYS = ("status", *APPROVAL_KEYS)
_OPEN = frozenset({"draft", "ready", "withdrawn"})
"""In any other state, also in one that is misspelt, an approval counts."""
_ANSWERED = frozenset({"approved", "withdrawn"})
_UNANSWERED = frozenset({"", "draft", "ready"})
_LINE = re.compile(rf"^\W*(?:{'|'.join(_KEYS)})\W.*$", re.MULTILINE | re.IGNORECASE)


def typed_approvals(draft: Draft) -> list[Diagnostic]:
    """What a draft says of its approval, and its file does not; a file of another kind has none."""
    if not draft.path.startswith("content/"):
        return []
    before, now = _before(draft), draft.plain
    if _head(before) == _head(now):
        return []
    known = {_plain(each) for each in _LINE.findall(before)}
    new = [each for each in _LINE.finditer(now) if _plain(each[0]) not in known]
    try:
        is_typed = _is_other(values_at(draft.path, now), _values(draft.path, before))
    except NotEditableError:  # of a text that cannot be read its lines say it
        new = [each for each in new if not _is_open(each[0])]
        is_typed = bool(new)
    return [_at(draft.path, now, next(iter(new), None))] if is_typed else []


def approver_in(draft: Draft) -> str:
    """Who has approved the file of a draft, by what it says itself; nothing where nobody has.

    An example of a name («Ví dụ») is nobody's, as `Piece.is_example` says.
    """
    if b"approved" not in (draft.base or b""):
        return ""
    values = _values(draft.path, _before(draft))
    name = str(values.get("approved_by") or "")
    state = _plain(values.get("status"))
    is_approved = bool(state) and state not in _OPEN
    return name if is_approved and not is_example_name(name) else ""


def is_answered(draft: Draft) -> bool:
    """Whether somebody has approved or withdrawn the file of a draft, by what it says itself."""
    values = _values(draft.path, _before(draft))
    is_example = is_example_name(str(values.get("approved_by") or ""))
    return not is_example and _plain(values.get("status")) in _ANSWERED


def is_approval_gone(draft: Draft) -> bool:
    """Whether a text says otherwise who approved or withdrew it, and in which state it is.

    A sample («Ví dụ») is written on by everybody; that readers see it no more, nobody types.
    """
    before = _values(draft.path, _before(draft))
    if _plain(before.get("status")) in _UNANSWERED:
        return False
    now = _values(draft.path, draft.plain)
    return any(now.get(key) != before.get(key) for key in _KEYS)


def _head(text: str) -> str:
    """The data, which nearly always are as they were."""
    return text.partition("\n---\n")[0] if text.startswith("---\n") else text


def _is_other(now: dict[str, Value], before: dict[str, Value]) -> bool:
    state = _plain(now.get("status"))
    is_answered = state in _ANSWERED and state != _plain(before.get("status"))
    told = (key for key in APPROVAL_KEYS if now.get(key))
    return is_answered or any(now[key] != before.get(key) for key in told)


def _values(path: str, text: str) -> dict[str, Value]:
    """The values of a text; of one that cannot be read those of lines by themselves."""
    try:
        return values_at(path, text)
    except NotEditableError:
        pairs = (each.partition(":") for each in _LINE.findall(text))
        return {key.strip(): value.strip() for key, _, value in pairs}


def _at(path: str, text: str, line: re.Match[str] | None) -> Diagnostic:
    told = line[0].strip() if line else "status"
    number = text.count("\n", 0, line.start()) + 1 if line else 0
    where = Location(path, number, 1 if line else 0, max(1, len(told)), line[0] if line else "")
    return TYPED_APPROVAL.at(where, line=told)


def without_typed_approval(draft: Draft) -> str:
    """The text with what its file says of its approval; as it is where it cannot be read."""
    return with_approval_of(draft.path, draft.plain, _before(draft))


def with_approval_of(path: str, text: str, other: str) -> str:
    """A text with what another one says of who approved or withdrew it, and of its state."""
    try:
        then, now = values_at(path, text), values_at(path, other)
        for key in _KEYS:
            if then.get(key) != now.get(key):
                text = with_entry(path, text, KeyEntry((key,), now.get(key)))
    except NotEditableError:  # a file that cannot be read is no approved one
        return text
    return text


def _before(draft: Draft) -> str:
    return plain_text((draft.base or b"").decode("utf-8", "replace"))


def _is_open(line: str) -> bool:
    return line.lstrip().casefold().startswith("status") and not any(
        each in line.casefold() for each in _ANSWERED
    )


def _plain(value: Value) -> str:
    return value.strip().casefold() if isinstance(value, str) else ""
