"""What YAML offers and authors must not use, and what YAML cannot read."""

import re
from collections.abc import Iterator

import yaml

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.slips import INVISIBLE
from generator.source.document import Document
from generator.vietnamese.text import invisible

ALIAS = Rule(
    "yaml-alias",
    "“{mark}” is an anchor or an alias of YAML, which is not used here.",
    "Write the value out, or put it in quotes if it begins with & or *.",
)
TAG = Rule(
    "yaml-tag",
    "“{mark}” is a tag of YAML, which is not used here.",
    "Put the value in quotes if it begins with an exclamation mark.",
)
PROGRAM_TAG = Rule(
    TAG.code,
    TAG.message,
    "Delete it: loa runs no program that a file names.",
)
TAB = Rule(
    "tab-indent",
    "The indentation holds a tab.",
    "Use spaces: two for each level.",
)
BAD_YAML = Rule(
    "yaml-form",
    "The text cannot be read from here on: {problem}.",
    "Check the colon and space after each key, the quotes, "
    "and the indentation of this line and the one above.",
)
TOO_DEEP = Rule(
    "too-deep",
    "The groups are nested more than {mark} levels deep.",
    "Write it flatter, as in the examples of the documentation.",
)
SECOND_DOCUMENT = Rule(
    "yaml-document",
    "“{mark}” begins another document or a directive of YAML, which is not used here.",
    "Remove this line.",
)
COLON = Rule(
    "colon-in-value",
    "A colon with a space after it stands in the middle of a value.",
    'Put the whole value in quotes, for example title: "Bể mạ: ba chỗ giữ tiền".',
)
CUT = Rule(
    "cut-by-hash",
    "Everything from “{cut}” on is dropped: # after a space begins a remark.",
    'Put the whole value in quotes, for example title: "Tiết kiệm #1 điện". '
    "For a remark, write a space after #.",
    Severity.WARNING,
)
# A remark has a space after its #, unless a figure follows: «Bài # 2» is cut as well.
DROPPED = re.compile(r"[ \t]+(#(?:[^\s#!=-]| \d).*)")
NO_BREAK_SPACE = "\u00a0"

# What YAML refuses or takes for the end of a line, unlike every editor.
_UNREADABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_OPENED = frozenset(
    {
        "while scanning a tag",
        "while scanning a quoted scalar",
        "while parsing a flow sequence",
        "while parsing a flow mapping",
    }
)
_STANDARD = "tag:yaml.org,2002:"  # what “!!” stands for
_SECOND_COLON = "mapping values are not allowed in this context"
_WITHIN_A_VALUE = re.compile(r"\s*(?:- )?[\w-]+:\s+[^\s\"'\[{].*")


def odd_characters(source: Document, start: int, stop: int | None) -> Iterator[Diagnostic]:
    """Characters that YAML takes for something else, and tabs before a key."""
    for number, line in enumerate(source.lines[start:stop], start):
        for match in _UNREADABLE.finditer(line):
            yield INVISIBLE.at(source.at(number, match.start()), name=invisible(match[0])[0].name)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            yield TAB.at(source.at(number, indent.index("\t")))


def refused(
    event: yaml.Event, documents: int, tags: frozenset[str] = frozenset()
) -> tuple[Rule, str] | None:
    """The rule that an event breaks, and what was written."""
    if anchor := getattr(event, "anchor", None):
        return ALIAS, f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{anchor}"
    if isinstance(event, yaml.DocumentStartEvent):
        directive = "%YAML" if event.version else "%TAG" if event.tags else ""
        return (SECOND_DOCUMENT, directive or "---") if directive or documents > 1 else None
    tag = getattr(event, "tag", None)
    if not tag or tag in tags:
        return None
    return PROGRAM_TAG if "python/" in tag else TAG, tag.replace(_STANDARD, "!!")


def syntax(source: Document, error: yaml.YAMLError, start: int) -> Diagnostic:
    """What stopped PyYAML, in the words of an editor where we know them."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + start, mark.column) if mark else (start, 0)
    for number in range(max(start, line - 1), min(line + 1, len(source.lines))):
        at = source.lines[number].find(f":{NO_BREAK_SPACE}")
        if at >= 0:  # pasted from a word processor: YAML sees no space after the colon
            return INVISIBLE.at(source.at(number, at + 1), name="NO-BREAK SPACE")
    context, opened = getattr(error, "context", None) or "", getattr(error, "context_mark", None)
    if opened and context in _OPENED:  # the mistake is where it begins, not where it is noticed
        line, column = opened.line + start, opened.column
    if context == "while scanning a tag":
        return TAG.at(source.at(line, column), mark="!")
    problem = getattr(error, "problem", None) or "unreadable character"
    if problem == _SECOND_COLON and _WITHIN_A_VALUE.fullmatch(source.lines[line][:column]):
        return COLON.at(source.at(line, column))
    return BAD_YAML.at(source.at(line, column), problem=problem)
