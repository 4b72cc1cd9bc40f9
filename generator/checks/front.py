"""Texts of the front matter are shown as they are: Markdown in them is nothing but signs."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.checks import Alone
from generator.checks.dialects import CODE, MESSAGE
from generator.diagnostics import Diagnostic, Rule
from generator.model.record import Record
from generator.text.dialects import foreign
from generator.text.mentions import Bare
from generator.text.odd_signs import is_odd
from generator.text.piece_texts import front

PLAIN = Rule(
    CODE,
    MESSAGE,
    "The data at the top of the file is shown as it is, without Markdown: remove the signs, or say "
    "it in the text below.",
)
_TOLD_BY_YAML: Final = ("%", "//")
_TAGS: Final = "[abisup]|h[1-6]|em|del|sub|sup|font|span|small|strong|center"
_BLOCKS: Final = (
    "script|style|iframe|div|p|li|[ou]l|table|t[hdr]|video|audio|object|svg|form|button|section"
)
_LONE: Final = "br|hr|img|input|link|meta|embed|source"
_READ: Final = frozenset(
    {
        *("title", "name", "short", "text", "cite", "audience", "place", "address"),
        *("alt", "caption", "credit", "industry", "topics", "standfirst"),
    }
)
"""Keys of one line whose values readers read, in whatever record."""
_MARKUP: Final = re.compile(
    r"\*\*[^*\n]+\*\*|~~[^~\n]+~~|!?\[[^\[\]\n]*\]\([^()\n]*\)|\[\^[^\]\n]+\]|`[^`\n]+`"
    r"|(?<![\w*])\*(?=[^\s*])[^*\n]*(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])(?P<line>_{1,3})(?=[^\s_])[^_\n]+(?<=\S)(?P=line)(?![\w_])"
    rf"|<(?P<tag>{_TAGS}|{_BLOCKS})(?:\s[^<>]*)?>[^<>]*</(?P=tag)>"
    rf"|</?(?:{_BLOCKS}|{_LONE})(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """The texts that readers see before and beside the body of each piece."""
    for piece in alone.pieces:
        for key in piece.read_keys:
            text = str(getattr(piece, key, ""))
            for start, sample in signs(text):
                yield PLAIN.at(front(piece, key, start, start + len(sample)), sample=sample)
        yield from signs_in(piece, PLAIN, frozenset(piece.read_keys))


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


def signs_in(
    record: Record, rule: Rule, without: frozenset[str] = frozenset()
) -> Iterator[Diagnostic]:
    """The same in every text of a record and of those within it that readers read."""
    for key in type(record).model_fields:
        value = getattr(record, key)
        texts = value if isinstance(value, tuple) else (value,)
        for number, text in enumerate(texts):
            if isinstance(text, Record):
                yield from signs_in(text, rule)
            elif key in _READ - without and isinstance(text, str):
                path = (key, number) if isinstance(value, tuple) else (key,)
                yield from (rule.at(record.where(*path), sample=each) for _, each in signs(text))
