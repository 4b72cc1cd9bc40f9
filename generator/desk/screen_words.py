"""What is wrong with a file in the words of its screen: fields have labels there, not keys."""

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.catalogue import words
from generator.desk.field_views import field_labels
from generator.desk.piece_views import Problem, problem
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft

_KEY = re.compile(r"(?:dòng )?\b([a-z_]+):(?=[\s.,;]|$)")
"""A key within a sentence; what stands in an example, below the sentence, is typed as it is."""


def screen_problem(diagnostic: Diagnostic, draft: Draft | None) -> Problem:
    """A diagnostic of a file as a person reads it beside the fields of its draft."""
    shown = problem(diagnostic)
    labels = field_labels(draft) if draft and diagnostic.where.path == draft.path else {}
    if draft is None or not labels:
        return shown
    return replace(
        shown,
        place=_place(draft, diagnostic, labels),
        message=_in_words(shown.message, labels),
        advice=_in_words(shown.advice, labels),
    )


def _in_words(text: str, labels: Mapping[str, str]) -> str:
    def label(key: re.Match[str]) -> str:
        name = labels.get(key[1])
        return words("the field “{label}”").format(label=name) if name else key[0]

    return _KEY.sub(label, text)


def _place(draft: Draft, diagnostic: Diagnostic, labels: Mapping[str, str]) -> str:
    """The field, or the line as the draft counts it: an edit that is refused may have moved it."""
    lines, where = draft.plain.split("\n"), diagnostic.where
    there = [number for number, line in enumerate(lines) if line == where.text.rstrip("\r\n")]
    if not where.line or not there:
        return ""
    number = min(there, key=lambda each: abs(each + 1 - where.line))
    ends = [index for index, line in enumerate(lines) if line.rstrip() == "---"][:2]
    if len(ends) < 2 or not ends[0] < number < ends[1]:  # noqa: PLR2004 - above and below the data
        return words("line {number}").format(number=number + 1)
    keys = (re.match(r"(\w+):", line) for line in reversed(lines[: number + 1]))
    key = next((found[1] for found in keys if found), "")
    return labels.get(key, "") or words("line {number}").format(number=number + 1)
