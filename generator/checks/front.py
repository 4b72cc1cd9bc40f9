"""Texts of the front matter are shown as they are: Markdown in them is nothing but signs."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.checks import Alone
from generator.checks.dialects import CODE, MESSAGE
from generator.diagnostics import Diagnostic, Rule
from generator.text.dialects import foreign
from generator.text.mentions import Bare
from generator.text.odd_signs import is_odd

PLAIN = Rule(
    CODE,
    MESSAGE,
    "The data at the top of the file is shown as it is, without Markdown: remove the signs, or say "
    "it in the text below.",
)
PLAIN_ELSEWHERE = PLAIN.with_hint(
    "What stands in this file is shown as it is, without Markdown: remove the signs."
)
_TOLD_BY_YAML: Final = ("%", "//")
_TAGS: Final = "[abisup]|h[1-6]|em|del|sub|sup|font|span|small|strong|center"
_BLOCKS: Final = (
    "script|style|iframe|div|p|li|[ou]l|table|t[hdr]|video|audio|object|svg|form|button|section"
)
_LONE: Final = "br|hr|img|input|link|meta|embed|source"
_MARKUP: Final = re.compile(
    r"\*\*[^*\n]+\*\*|~~[^~\n]+~~|!?\[[^\[\]\n]*\]\([^()\n]*\)|\[\^[^\]\n]+\]|`[^`\n]+`"
    r"|(?<![\w*])\*(?=[^\s*])[^*\n]*(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])(?P<line>_{1,3})(?=[^\s_])[^_\n]+(?<=\S)(?P=line)(?![\w_])"
    rf"|<(?P<tag>{_TAGS}|{_BLOCKS})(?:\s[^<>]*)?>[^<>]*</(?P=tag)>"
    rf"|</?(?:{_TAGS}|{_BLOCKS}|{_LONE})(?:\s[^<>]*)?/?>"
    r"|&(?:amp|lt|gt|nbsp|quot|apos|ndash|mdash|hellip|#\d{2,5});",
    re.IGNORECASE,
)


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text that readers read but bodies."""
    for text in alone.texts:
        rule = PLAIN if text.piece else PLAIN_ELSEWHERE
        for start, sample in signs(text.text) if text.key else ():
            yield rule.at(text.at(start, start + len(sample)), sample=sample)


def signs(text: str) -> Iterator[tuple[int, str]]:
    """Markdown in a text, and what other dialects have, each with the offset of its first sign."""
    found = [(each.start(), each[0]) for each in _MARKUP.finditer(text)]
    if not found and is_odd(text):
        told = (sample for _, sample in foreign(Bare(text, text, (0, 1))))
        found = [
            (text.find(each), each)
            for each in told
            if not (each.startswith(_TOLD_BY_YAML) and each == text)
        ]
    yield from found
