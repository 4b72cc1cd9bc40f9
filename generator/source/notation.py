"""What YAML offers and authors must not use, and what YAML cannot read."""

import re
from typing import Final

import yaml

from generator.diagnostics import Rule, warning
from generator.source.slip import TYPE_LINE, Slip

ALIAS = Rule(
    "yaml-alias",
    "A value cannot begin with the sign of “{mark}”.",
    "Write the value out; if the sign belongs to it, put all of it in straight quotation marks: "
    'title: "*Tin vui*"',
)
TAG = Rule(
    "yaml-tag",
    "A value cannot begin with an exclamation mark: “{mark}”.",
    'Put the value in straight quotation marks: title: "!Hãy thử"',
)
PROGRAM_TAG = TAG.with_hint("Delete it: loa runs no program that a file names.")
QUOTING_RULES = {"&": ALIAS.with_hint(TYPE_LINE)}
QUOTING_RULES |= {"*": QUOTING_RULES["&"], "!": TAG.with_hint(TYPE_LINE)}
TAB = Rule("tab-indent", "The indentation holds a tab; it must be of spaces.", TYPE_LINE)
BAD_YAML = Rule(
    "yaml-form",
    "The text cannot be read from here on: {problem}.",
    "Check the colon and space after each key, the quotes, "
    "and the indentation of this line and the one above.",
)
FORM = BAD_YAML.with_hint(TYPE_LINE)
TOO_DEEP = Rule(
    "too-deep",
    "The groups are nested more than {mark} levels deep.",
    "Write it flatter, as in the examples of the documentation.",
)
SECOND_DOCUMENT = Rule(
    "yaml-document",
    "A line with “{mark}” cannot stand here: it ends what the file says.",
    "Remove this line.",
)
COLON = Rule(
    "colon-in-value",
    "A colon with a space after it stands in the middle of a value.",
    "Put the whole value in straight quotation marks:\n{typed}",
)
COLON_IN_LIST = COLON.with_hint("Write a list, like this:\n{typed}")
CUT = warning(
    "cut-by-hash",
    "Everything from “{cut}” on is dropped: # after a space begins a remark.",
    "If it belongs to the value, put all of it in straight quotation marks; "
    "for a remark, write two spaces before # and one behind it:\n{typed}",
)
CUT_WHOLE = Rule(
    "value-is-remark",
    "The whole value is dropped: # after a space begins a remark.",
    "If it is a remark, write it in a line of its own that begins with #. If it is the value, "
    "type:\n{typed}",
)
REMARK_AS_VALUE: Final = re.compile(r"([ \t]+)(#+[ \t]*[^\s#!=-].*)")
"""What stands where the value of a key should, or in an item: all of it is a remark to YAML."""
COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{3,8}(?!\w)")
# A remark has a space after its #, unless a figure follows: «Bài # 2» is cut as well. What stands
# apart, behind several spaces, is a remark whatever it is of: «10 kỳ   # 3/3/4».
_DROPPED: Final = re.compile(r"([ \t]+)(#[^\s#!=-].*|(?<![ \t]{2})# \d.*)")
_DROPPED_WORDS: Final = re.compile(r"([ \t]+)(#[^\s#!=-].*|(?<![ \t]{2})#+[ \t]+\S.*)")
"""The same behind words that readers read: nobody tells a remark from the rest of a title."""
_READ: Final = frozenset(
    {
        *{
            "title",
            "summary",
            "standfirst",
            "slogan",
            "headline",
            "numeral",
            "fact",
            "caption",
            "alt",
            "text",
        },
        *{"name", "short", "full", "cite", "site_name", "site_description"},
    }
)
"""The keys of such words."""


def remark_behind(key: str) -> re.Pattern[str]:
    """What YAML drops behind a value of a key although it is a part of it."""
    return _DROPPED_WORDS if key in _READ else _DROPPED


UNFIT: Final = "what is written here fits neither a key nor a value"
_PLAIN: Final = {
    "mapping values are not allowed": "a colon stands where no key can be",
    "expected ':'": "there is no colon behind the key",
    "expected key": "here must be a key",
    "block mapping keys": "here must be a key",
    "expected '-' indicator": "an item of a list begins with a hyphen",
    "block sequence entries": "a hyphen begins an item of a list, and here is none",
    "expected ',' or ']'": "a comma or the bracket ] is missing",
    "expected ',' or '}'": "a comma or the brace } is missing",
    "expected node content": "a value is missing",
    "unexpected end of stream": "the file ends within a value; a quotation mark is missing",
    "unexpected document indicator": "--- stands within a value; a quotation mark is missing",
    "unexpected ':'": "a colon stands where no key can be",
    "unknown escape": "within quotation marks the sign \\ must be written twice: \\\\",
    "cannot start any token": "a value that begins with this sign must be in quotation marks",
    "tab character": "the line begins with the Tab key",
    "control characters": "there is a character that nobody can see",
    "unreadable character": "there is a character that nobody can see",
}
"""What stopped PyYAML, by a part of its words, as people say it who know no YAML."""
PROBLEMS: Final = (*_PLAIN.values(), UNFIT)

_STANDARD = "tag:yaml.org,2002:"  # what “!!” stands for
_OPENED = frozenset(
    {
        "while scanning a tag",
        "while scanning a quoted scalar",
        "while parsing a flow sequence",
        "while parsing a flow mapping",
    }
)


def refusal_of(
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


def place_of(error: yaml.YAMLError) -> tuple[int, int]:
    """Line and column (0-based) at which PyYAML gave up, or at which what it gave up began."""
    opened = getattr(error, "context_mark", None)
    if opened and getattr(error, "context", None) in _OPENED:
        return opened.line, opened.column
    mark = getattr(error, "problem_mark", None) or opened
    return (mark.line, mark.column) if mark else (0, 0)


def syntax(error: yaml.YAMLError, first: int) -> Slip:
    """What stopped PyYAML, in the words of an editor where we know them."""
    line, column = place_of(error)
    if getattr(error, "context", None) == "while scanning a tag":
        return Slip(TAG, line + first, column, 1, "", {"mark": "!"})
    problem = str(getattr(error, "problem", None) or "unreadable character")
    shown = next((words for sign, words in _PLAIN.items() if sign in problem), UNFIT)
    return Slip(BAD_YAML, line + first, column, 1, "", {"problem": shown})
