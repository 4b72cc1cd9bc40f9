"""A text with everything blanked that is no prose: code, addresses, HTML, escapes.

The length stays, so that what is found in the prose has the same place in the text.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.vietnamese.forms import RareForm

BLANK: Final = "\ufffc"
"""Stands for what is no prose: no letter, no space, no punctuation."""

SHEET_ERROR: Final = RareForm(
    r"(?<!\w)(?:#(?:N/A|GETTING_DATA|(?:REF|VALUE|DIV/0|NUM|NULL|NAME|ERROR)(?![\w-])[!?]?"
    r"|(?:SPILL|CALC|FIELD|BUSY|BLOCKED|CONNECT|UNKNOWN|EXTERNAL|PYTHON)!"
    r"|(?:Error|Deleted)(?!\w)|(?:Div/0|Num|Func|Size|Type)!|Name\?)"
    r"|(?:Err|Lỗi):5\d\d(?!\d)|Loading(?:\.{3}|…))",
    r"#[A-Z]|(?:Err|ỗi):5|Loading(?:\.\.|…)",
)
"""What a spreadsheet or a data base shows in a cell that it cannot work out, or not yet."""

WORD_FIELD: Final = RareForm(
    r"\{\s*(?:(?:NUM)?PAGES?|PAGEREF|MERGEFIELD|DOCPROPERTY|FORMTEXT|FILENAME|HYPERLINK|SEQ|TOC|REF|IF"
    r"|(?:CREATE|SAVE|PRINT)?DATE|TIME)\s[^{}\n]*\}",
    sign=r"\{",
)
"""What a word processor puts for a number or a date that it works out itself."""
MERGE_FIELD: Final = RareForm(r"«\w*_\w*»|<<\w*_\w*>>")
"""What a word processor puts for a name out of a list: «Tên_cơ_sở»."""
SHORTENED_NUMBER: Final = RareForm(r"(?<![\w.,])\d(?:[.,]\d+)?E[+-]\d{2,3}(?!\w)", r"E[+-]\d")
"""What a spreadsheet shows of a long number in a narrow cell: 9,58E+08."""

_LINES: Final = re.MULTILINE
_INDENTED = re.compile(r"(?<=\n\n)(?: {4,}[^\n]*(?:\n|\Z))+")
# The order matters: code comes first.
_CODE = (
    RareForm(r"^[ >]*(`{3,})[^\n]*\n.*?(?:^[ >]*\1`*[ ]*$|\Z)", "```", _LINES | re.DOTALL),
    RareForm(r"^[ >]*(~{3,})[^\n]*\n.*?(?:^[ >]*\1~*[ ]*$|\Z)", "~~~", _LINES | re.DOTALL),
)
_REST = (
    RareForm(r"^\t[^\n]*", "\t", _LINES),
    RareForm(r"(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", "`", re.DOTALL),
    RareForm(r"\\(?:[^\w\s]|[A-Za-z]+(?:\{[^{}\n]*\})+)", r"\\"),  # LaTeX is told as such
    RareForm(r"(?<=\])\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)", r"\]\("),
    RareForm(r"\[!\w+\]"),
    RareForm(r"^\[TOC\]", r"\[TOC", _LINES),
    RareForm(r"^\*\[[^\]\n]+\]:", r"\*\[", _LINES),
    RareForm(r"\[\^[^\]\n]+\](?: ?:)?", r"\[\^"),
    RareForm(r"(?<=\])\[[^\]\n]*\]", r"\]\["),
    RareForm(r"^ {0,3}\[[^\]\n]+\]:[^\n]*", r"\]:", _LINES),
    RareForm(r"<(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>:])|[/!?])[^<>]*>", "<"),
    RareForm(r"&#?\w+;"),
    RareForm(r"https?://[^\s<>]*[\w/=]", "://"),
    RareForm(r"www\.[^\s<>]*\w", r"www\."),
    RareForm(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "@"),
    RareForm(r"^[ >]*:{3,}[^\n]*", ":::", _LINES),
    SHEET_ERROR,
    WORD_FIELD,
    RareForm(r"\{[^{}\n=]*[\w-]=[^{}\n]*\}", r"[\w-]="),  # attributes, told as such
    MERGE_FIELD,
    SHORTENED_NUMBER,
    RareForm(r"^[ >|:-]*-{3,}[ |:-]*$", "---", _LINES),
)
_CUE = re.compile(r"^:{3,} *\S[^\n]*\n.*?(?:^:{3,} *$|\Z)", _LINES | re.DOTALL)
_UNREAD = re.compile(
    r"^\[\^[^\]\s]+\]:[^\n]*(?:\n(?:[ \t]*\n)*(?: {4}|\t)[^\n]*)*"  # a note
    r"|~~(?=[^\s~])(?:(?!\n\n)[^~])+?(?<=\S)~~",
    _LINES,
)
_CALLED = re.compile(
    r"(?<!<)<(?=[^\W\d_]+ |nhạc>)(?![A-Za-z][A-Za-z0-9-]*[\s/>:])([^<>\n=@]{1,60})>(?!>)"
)
_TYPED = re.compile(r"(?<!`)`(?!`)([^`\n]+)`(?!`)")  # as a computer types
_ESCAPED = re.compile(r"\\([(\[{)\]}])")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


def prose(markdown: str) -> str:
    """The text with what is no prose blanked; line ends stay."""
    found = markdown
    for form in _CODE:
        found = _without(form, markdown, found)
    if "\n    " in found:
        found = _INDENTED.sub(_blanked, found)
    for form in _REST:
        found = _without(form, markdown, found)
    return found


def _without(form: RareForm, whole: str, left: str) -> str:
    """What is left without a form, whose sign must be in the whole: blanks add none."""
    return form.pattern.sub(_blanked, left) if form.may_be_in(whole) else left


def spoken_prose(markdown: str) -> str:
    r"""The prose of a script without its cues, and without what is crossed out or noted below.

    Signs that Markdown leaves alone there, «<tiếng máy>» or «\(nhạc\)», are plain brackets.
    """
    heard = _CUE.sub(_blanked, markdown) if ":::" in markdown else markdown
    heard = _ESCAPED.sub(r" \1", heard) if "\\" in heard else heard
    heard = _TYPED.sub(r"[\1]", heard) if "`" in heard else heard
    heard = _CALLED.sub(r"[\1]", heard) if "<" in heard else heard
    return prose(_UNREAD.sub(_blanked, heard) if "[^" in heard or "~~" in heard else heard)


def passages(text: str) -> Iterator[tuple[int, str]]:
    """The passages between empty lines, each with the offset at which it begins."""
    leading = _BLANK_LINES.match(text)
    start = leading.end() if leading else 0
    for gap in _GAP.finditer(text, start):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def is_vietnamese(text: str) -> bool:
    """Whether a text has so many letters with marks as Vietnamese has, and English has not."""
    return len(text.encode("utf-8", "surrogatepass")) > 1.1 * len(text)


def _blanked(match: re.Match[str]) -> str:
    return "".join("\n" if char == "\n" else BLANK for char in match[0])
