"""What is wrong with a file in the words of its screen: fields have labels there, not keys."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue import words
from generator.desk.field_views import KeyNames, key_names
from generator.desk.page_advice import (
    ADVICE,
    AS_WRITTEN,
    MESSAGES,
    ONLY_IN_TEXT,
    TO_TEXT,
    page_advice,
    page_message,
)
from generator.desk.piece_views import Problem, problem
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft
from generator.text.splicing.body_blocks import RAW, body_blocks

_KEY = re.compile(r"(?:dòng )?\b([a-z_]+):(?=[\s.,;]|$)")
"""A key within a sentence; what stands in an example, below the sentence, is typed as it is."""
_QUOTED = re.compile("“([a-z_]+)”")
_TYPED = re.compile(r"^([a-z_]+)(?=: )", re.MULTILINE)
"""A key at the beginning of a line that is to be typed."""
_TYPED_LINE = re.compile(r"(?P<key>[a-z_]+): [\[\"']*(?P<value>.*?)[\]\"']*")
_FENCES = 2
_FIELD = {"figure-not-in-source": "sources", "speaker-read-aloud": "speakers"}
"""The field in which a problem is mended that names it nowhere; by code."""


def screen_problem(diagnostic: Diagnostic, draft: Draft | None) -> Problem:
    """A diagnostic of a file as a person reads it beside the fields of its draft."""
    shown, path = problem(diagnostic), diagnostic.where.path
    if not path.startswith("content/"):  # it is seen as text, with its keys
        return shown
    if draft is None or path != draft.path:
        return _of_another(diagnostic, shown)
    names, code = key_names(draft), diagnostic.rule.code
    line, key = _place(draft, diagnostic)
    name = names.fields.get(key) or names.others.get(key, "")
    keys = dict.fromkeys([key, *_keys_in(shown), _FIELD.get(code, "")])
    example = _example(shown, names) if key in names.fields and code not in ADVICE else ""
    advice, is_of_text = _advice(
        diagnostic, _in_words(shown.advice, names), is_field=bool(name) or not line
    )
    if line and not name and _is_as_written(draft, line):
        advice, is_of_text = words(AS_WRITTEN), True
    if (shown.example and not example and code not in ADVICE) or code in ONLY_IN_TEXT:
        advice, is_of_text = words(TO_TEXT), True
    return replace(
        shown,
        place=name or (words("line {number}").format(number=line) if line else ""),
        message=page_message(_in_words(_message(diagnostic, shown), names)),
        advice=advice,
        example="" if is_of_text else example,
        fields=tuple((each, names.fields[each]) for each in keys if each in names.fields),
        line=0 if name else line,
        is_of_text=is_of_text,
    )


def _is_as_written(draft: Draft, line: int) -> bool:
    """Whether the page has no form for what stands in a line, counted from 1."""
    there = (each for each in body_blocks(draft.text) if each.lines[0] < line <= each.lines[1])
    return any(each.kind == RAW for each in there)


def _of_another(diagnostic: Diagnostic, shown: Problem) -> Problem:
    """What is wrong with a piece that is not open here."""
    message = page_message(_message(diagnostic, shown))
    advice, _ = _advice(diagnostic, shown.advice)
    if shown.example and diagnostic.rule.code not in ADVICE:
        advice = words(TO_TEXT)
    return replace(shown, message=message, advice=advice, example="")


def _message(diagnostic: Diagnostic, shown: Problem) -> str:
    told = MESSAGES.get(diagnostic.rule.code)
    return words(told).format_map(diagnostic.details) if told else shown.message


def _advice(diagnostic: Diagnostic, advice: str, *, is_field: bool = False) -> tuple[str, bool]:
    """What to do on the page; and whether that is to look at the text."""
    if told := ADVICE.get(diagnostic.rule.code):
        return words(told).format_map(diagnostic.details), False
    return page_advice(advice, is_field=is_field)


def _example(shown: Problem, names: KeyNames) -> str:
    """What is to be put into fields, as they take it; nothing of what only a file has."""
    lines = [_TYPED_LINE.fullmatch(line) for line in shown.example.split("\n")]
    found = [(names.fields.get(line["key"]), line["value"]) for line in lines if line]
    is_of_fields = len(found) == len(lines) and all(label for label, _ in found)
    return "\n".join(f"{label}: {value}" for label, value in found) if is_of_fields else ""


def _in_words(text: str, names: KeyNames) -> str:
    """Keys become what people call them; those that are quoted, too."""

    def label(key: re.Match[str]) -> str:
        name = names.fields.get(key[1])
        return words("the field “{label}”").format(label=name) if name else key[0]

    def quoted(key: re.Match[str]) -> str:
        name = names.fields.get(key[1]) or names.others.get(key[1])
        return f"“{name}”" if name else key[0]

    return _QUOTED.sub(quoted, _KEY.sub(label, text))


def _keys_in(shown: Problem) -> Iterator[str]:
    """The keys that a message names."""
    for text in (shown.message, shown.advice):
        yield from (key[1] for key in _KEY.finditer(text))
    yield from (line[1] for line in _TYPED.finditer(shown.example))


def _place(draft: Draft, diagnostic: Diagnostic) -> tuple[int, str]:
    """The line as the draft counts it, and its key where it is one of the data.

    An edit that is refused may have moved it.
    """
    lines, where = draft.plain.split("\n"), diagnostic.where
    there = [number for number, line in enumerate(lines) if line == where.text.rstrip("\r\n")]
    if not where.line or not there:
        return 0, ""
    number = min(there, key=lambda each: abs(each + 1 - where.line))
    ends = [index for index, line in enumerate(lines) if line.rstrip() == "---"][:_FENCES]
    if len(ends) < _FENCES or not ends[0] < number < ends[1]:
        return number + 1, ""
    keys = (re.match(r"(\w+):", line) for line in reversed(lines[: number + 1]))
    return number + 1, next((found[1] for found in keys if found), "")
