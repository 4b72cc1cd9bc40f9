"""What only somebody may change who approves: told by what a change does, whatever asks for it.

So that no way around a button is left, such as taking back what somebody else has approved.
"""

from collections.abc import Iterator

import yaml

from generator.app.typed_approvals import is_answered, is_approval_gone, typed_approvals
from generator.model.draft import Draft
from generator.model.revision import Changeset, Revision
from generator.source.strays import EVIDENCE, RELEASE, REPORT_FILE

_HOME = "content/index.md"
"""Always there, and open (`approvals.py`)."""
_VERIFIED = ("verified_by", "verified_on", "withdrawn_on")

Marks = frozenset[tuple[str, ...]]


def asks_for_approver(changeset: Changeset) -> bool:
    """Whether it touches what somebody answers for, or lets somebody answer for something."""
    return any(map(_touches, changeset.revisions))


def _touches(revision: Revision) -> bool:
    path = revision.path
    if revision.before == revision.after:
        return False
    if RELEASE.fullmatch(path) or REPORT_FILE.fullmatch(path):
        return True
    if EVIDENCE.fullmatch(path):
        before, after = _marks(revision.before), _marks(revision.after)
        return before is None or after is None or before != after
    if not path.startswith("content/"):
        return False
    draft = Draft(path, revision.before, (revision.after or b"").decode("utf-8", "replace"))
    is_held = path != _HOME and is_answered(draft)
    is_gone = path != _HOME and is_approval_gone(draft)
    return is_held or is_gone or bool(typed_approvals(draft))


def _marks(data: bytes | None) -> Marks | None:
    """All that is verified or withdrawn in a file of evidence, whole; None where it is unclear."""
    try:
        read = yaml.load((data or b"").decode("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None
    records = read if isinstance(read, list) else [read] if read else []
    if not all(isinstance(each, dict) for each in records):
        return None
    return frozenset(_of_verified(records))


def _of_verified(records: list[dict[str, object]]) -> Iterator[tuple[str, ...]]:
    for each in records:
        if any(each.get(key) for key in _VERIFIED):
            yield tuple(f"{key}: {value}" for key, value in sorted(each.items()))
