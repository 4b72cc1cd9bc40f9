"""What is wrong with a file in the words of its screen: fields have labels there, not keys."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue import words
from generator.desk.field_views import KeyNames, key_names
from generator.desk.piece_views import Problem, problem
from generator.diagnostics import Diagnostic
from generator.model.draft import Draft

_KEY = re.compile(r"(?:dòng )?\b([a-z_]+):(?=[\s.,;]|$)")
"""A key within a sentence; what stands in an example, below the sentence, is typed as it is."""
_TYPED = re.compile(r"^([a-z_]+)(?=: )", re.MULTILINE)
"""A key at the beginning of a line that is to be typed."""
_FENCES = 2
_ADVICE = {
    "speaker-read-aloud": "Put the cursor into this paragraph and press “Speaker”; the speakers of "
    "the piece are named in the field “Speakers”.",
    "turn-without-words": "Type what is said behind the name, in the same paragraph.",
    "figure-without-source": "Name the document or the web page in the field “Sources”; where it "
    "is an example, say “ví dụ giả định”.",
    "unknown-document": "Choose it in the field “Sources” by its title, or write the address of a "
    "web page there.",
    "figure-not-in-source": "Correct the figure, or name the document and the line that say it in "
    "the field “Sources”.",
}
"""What to do on the screen, where the advice names signs that are typed in a file; by code."""
_MESSAGE = {"unknown-document": "“{id}” is no document of the list."}
"""What is wrong, where the message speaks of what nobody sees on the screen; by code."""
_FIELD = {"figure-not-in-source": "sources", "speaker-read-aloud": "speakers"}
"""The field in which a problem is mended that names it nowhere; by code."""


def screen_problem(diagnostic: Diagnostic, draft: Draft | None) -> Problem:
    """A diagnostic of a file as a person reads it beside the fields of its draft."""
    shown, code = problem(diagnostic), diagnostic.rule.code
    if draft is None or diagnostic.where.path != draft.path:
        return shown
    names = key_names(draft)
    advice = words(_ADVICE[code]) if code in _ADVICE else _in_words(shown.advice, names)
    line, key = _place(draft, diagnostic)
    name = names.fields.get(key) or names.others.get(key, "")
    keys = dict.fromkeys([key, *_keys_in(shown), _FIELD.get(code, "")])
    example = _TYPED.sub(lambda line: _label(line[1], names), shown.example)
    told = _MESSAGE.get(code)
    message = words(told).format_map(diagnostic.details) if told else shown.message
    return replace(
        shown,
        place=name or (words("line {number}").format(number=line) if line else ""),
        message=_in_words(message, names),
        advice=advice,
        example="" if code in _ADVICE else example,
        fields=tuple((each, names.fields[each]) for each in keys if each in names.fields),
        line=0 if name else line,
    )


def _in_words(text: str, names: KeyNames) -> str:
    def label(key: re.Match[str]) -> str:
        if name := names.fields.get(key[1]):
            return words("the field “{label}”").format(label=name)
        name = names.others.get(key[1])
        return words("the entry “{label}”").format(label=name) if name else key[0]

    return _KEY.sub(label, text)


def _label(key: str, names: KeyNames) -> str:
    return names.fields.get(key) or names.others.get(key) or key


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
