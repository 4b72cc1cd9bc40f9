"""One problem of a text mended: what `loa check --fix` does to a file, at one place.

No mending gives a text another meaning: marks, spaces and signs become what they stand for, and a
name only takes the capitals and spaces that the same name has elsewhere.
"""

from collections.abc import Iterator

from generator.app.fix import corrections_in
from generator.app.sign_repair import UNAMBIGUOUS
from generator.app.typed_approvals import TYPED_APPROVAL
from generator.checks.punctuation import KINDS
from generator.checks.script_length import UNKNOWN_SPEAKER
from generator.checks.tones import MISPLACED_TONE, MIXED_TONES
from generator.diagnostics import Diagnostic
from generator.source.edits import TextChange, change

_OF_MARKS = frozenset(rule.code for rule, _ in KINDS)
_TYPED = {
    **dict.fromkeys(UNAMBIGUOUS, ("word", "typed")),
    MIXED_TONES.code: ("other",),
    MISPLACED_TONE.code: ("other",),
    UNKNOWN_SPEAKER.code: ("word",),
}
"""Details that hold what is to be typed, where a problem can mean only one thing."""


def is_mendable(problem: Diagnostic) -> bool:
    """Whether a machine knows what to type: it is what the message says."""
    if problem.rule is TYPED_APPROVAL:  # its file says what belongs there
        return True
    keys = _TYPED.get(problem.rule.code, ())
    is_sure = problem.rule.code in _OF_MARKS and "now" in problem.details
    return bool(problem.where.line) and (is_sure or any(key in problem.details for key in keys))


def with_mending(path: str, text: str, problem: Diagnostic) -> str:
    """The text of a file without a problem that is told of it; as it was where nothing is known."""
    return change(text, _changes(path, text, problem)) if is_mendable(problem) else text


def _changes(path: str, text: str, problem: Diagnostic) -> Iterator[TextChange]:
    where, details = problem.where, problem.details
    if problem.rule.code in _OF_MARKS:
        start, end = _span(where.text, where.column, where.width)
        found = corrections_in(path, text)
        yield from (c for c in found if c.line == where.line - 1 and _meets(c, start, end))
    elif "typed" in details and problem.rule.code in UNAMBIGUOUS:
        yield TextChange(where.line - 1, 0, len(where.text), details["typed"])
    else:
        typed = next(details[key] for key in _TYPED[problem.rule.code] if key in details)
        yield TextChange(where.line - 1, *_span(where.text, where.column, where.width), typed)


def _meets(correction: TextChange, start: int, end: int) -> bool:
    return correction.start <= end and correction.end >= start


def _span(line: str, column: int, width: int) -> tuple[int, int]:
    """The code points of a line that are so many units of UTF-16, counted from 1."""
    units = line.encode("utf-16-le")
    before, marked = units[: 2 * (column - 1)], units[2 * (column - 1) : 2 * (column + width - 1)]
    start = len(before.decode("utf-16-le", "replace"))
    return start, start + len(marked.decode("utf-16-le", "replace"))
