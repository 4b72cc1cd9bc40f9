"""What other dialects of Markdown have and this one has not: it would be shown as it stands.

A sign of which somebody means the sign itself is written with a backslash before it, or as code.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from generator.checks import MOST, Alone
from generator.checks.speakers import misplaced
from generator.diagnostics import Diagnostic, Rule
from generator.model.piece import Piece
from generator.text.mentions import Bare, Mention, place
from generator.text.outline import outline
from generator.text.prose import BLANK

CODE: Final = "foreign-markup"
MESSAGE: Final = "“{sample}” is no markup here: readers would see these very signs."
_SAMPLE: Final = 60  # characters that are quoted
_RAISED: Final = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED: Final = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


class Dialect(NamedTuple):
    """A sign of another dialect: how it looks among words, and how it is said here."""

    pattern: str
    hint: str


DIALECTS: Final[Mapping[str, Dialect]] = {
    "admonition": Dialect(
        r"^(?:!!!|\?\?\?\+?)[ \t]*[^\W\d_][^\n]*",
        "Begin the note with bold words: **Lưu ý:** Khóa van trước khi về.",
    ),
    "callout": Dialect(
        r"\A\[![^\W\d_]+\][+-]?[^\n]*",
        "Begin the quotation with bold words: > **Lưu ý:** Khóa van trước khi về.",
    ),
    "critic": Dialect(
        r"\{\+\+[^\n]*?\+\+\}|\{--[^\n]*?--\}|\{==[^\n]*?==\}|\{>>[^\n]*?<<\}"
        rf"|\{{{BLANK}[^{{}}\n]*~>[^{{}}\n]*{BLANK}\}}",
        "Change the text itself. What stays readable as crossed out is written ~~giá cũ~~.",
    ),
    "wiki-heading": Dialect(
        r"^(?P<level>={2,6})[ \t]*[^=\n]+?[ \t]*(?P=level)[ \t]*$",
        "Begin a heading with ## and a space: ## Ba việc đầu tiên",
    ),
    "highlight": Dialect(
        r"(?<![=\w])==(?=[^\s=])(?:[^=\n]*[^\s=])?==(?![=\w])",
        "Write what is to stand out in bold: **khóa van**.",
    ),
    "insertion": Dialect(
        r"\^\^(?=[^\s^])[^^\n]*\^\^",
        "Write what is to stand out in bold: **khóa van**.",
    ),
    "contents": Dialect(
        r"(?i:^\[(?:toc|_toc_|mục lục)\][ \t]*$)",
        "Remove this line: the page makes its contents from the headings.",
    ),
    "formula": Dialect(
        r"\$\$[^$]+\$\$|(?<![\w$])\$(?=[^\s$])(?:[^$\n]*[^\s$])?\$(?![\w$])",
        "Write the formula in words and plain signs, for example: m = 5 kg × 3, or move it to a "
        "picture.",
    ),
    "task": Dialect(
        r"\A\[[ xX]\](?=\s|\Z)",
        "Leave out the square brackets: - Khóa van. What is done can be told in words: (đã xong).",
    ),
    "subscript": Dialect(
        r"(?<=[\w)])~[\w+−-]{1,6}~(?!~)",
        "Write the small figure itself: {better}",
    ),
    "superscript": Dialect(
        r"(?<=[\w)])\^[\w+−-]{1,6}\^(?![\w^])",
        "Write the small figure itself: {better}",
    ),
    "single-tilde": Dialect(
        r"(?<![\w~])~(?=[^\s~])(?:[^~\n]*[^\s~])?~(?![\w~])",
        "Cross words out with two signs on each side: ~~giá cũ~~.",
    ),
    "abbreviation": Dialect(
        r"^\*\[[^\]\n]+\]:[^\n]*",
        "Say it in full where it stands first: sản xuất sạch hơn (SXSH).",
    ),
    "emoji": Dialect(
        rf"(?<![\w:/]):[a-z][a-z0-9_+-]{{1,30}}:(?![\w/{BLANK}])",
        "Leave it out, or say it in words.",
    ),
    "template": Dialect(
        r"\{\{[<%]?\s*[^\W\d][^{}\n]*\}\}|\{%[^{}\n]*%\}|^--8<--[^\n]*|\{![^{}\n]*!\}",
        "Remove it, and write here what it was to bring in.",
    ),
    "keys": Dialect(
        r"(?<![\w+])\+\+(?=[^\W\d_]|\")[^+\n]{1,20}(?:\+[^+\n]{1,20})*\+\+(?!\+)",
        "Write the name of the key in bold: **Ctrl**.",
    ),
    "definition": Dialect(
        r"^:[ \t]+\S[^\n]*",
        "Write the word in bold and its meaning behind it: **Dòng thải:** nước và chất bẩn đi ra.",
    ),
    "comment": Dialect(
        r"%%[^%\n]+%%",
        "Remove the remark: readers would see it.",
    ),
    "spoiler": Dialect(
        r"\|\|(?=\S)[^|\n]+(?<=\S)\|\|",
        "Remove the signs ||; nothing of a text can be hidden.",
    ),
    "heading-without-space": Dialect(
        r"^#{2,6}[^\s#][^\n]*|^#{7,}[^\n]*|\A#(?=[^\W\d_])[^\s#]*[ ][^#\n]*\Z",
        "Write a space after ##: {better}",
    ),
    "heading-end": Dialect(
        r"[^\s#\\]*[^\s#\\]#{2,6}\Z",
        "Remove the signs # at the end: {better}",
    ),
    "cue-within": Dialect(
        r"(?<=\S)[ \t]:{3,}[ \t]*\S[^\n]*",
        "A cue stands in a line of its own, between two paragraphs: ::: nhạc cắt 5 giây",
    ),
    "forum": Dialect(
        r"(?i:\[(?P<tag>b|i|u|s|url|img|color|size|font|quote|center|left|right|list|code)"
        r"(?:=[^\]\n]*)?\][^\n]*?\[/(?P=tag)\])",
        "Use Markdown: **bold**, *italic*, [words](address), ![picture](path).",
    ),
    "citation": Dialect(
        r"\[-?@[\w:.-]+[^\]\n]*\]",
        "Name the source in the sentence, and list it in sources: at the top of the file.",
    ),
    "footnote-within": Dialect(
        r"\^\[[^\]\n]+\]",
        "Write the mark [^1] here, and its text on a line of its own: [^1]: Theo báo cáo năm 2020.",
    ),
    "footnote-text": Dialect(
        r"^\[\^[^\]\s]+\](?!:)[ \t]*:?[ \t]+\S[^\n]*",
        "The text of a footnote has a colon right behind the bracket: {better}",
    ),
    "footnote-mark": Dialect(
        r"\[\^[^\]\n]*\]:?",
        "A mark is one word or figure, and has its text on a line of its own: "
        "[^1]: Theo báo cáo năm 2020.",
    ),
    "reference": Dialect(
        rf"\[[^\[\]\n{BLANK}]+\]\[[^\[\]\n]*\]",
        "Write the address in round brackets behind the words: [trang này](https://vncpc.org).",
    ),
    "directive": Dialect(
        rf"^\.\. [\w-]+::[^\n]*|(?<!\w):[a-z]+:{BLANK}",
        "Remove it, and say in words what it was to show.",
    ),
    "page-break": Dialect(
        r"^\\(?:newpage|pagebreak|clearpage)\b[^\n]*",
        "Remove this line; a part begins with a heading: ## Ba việc đầu tiên",
    ),
    "wiki-bold": Dialect(
        r"'''[^'\n]+'''",
        "Write what is to stand out in bold: **khóa van**.",
    ),
    "emphasis": Dialect(
        r"(?<![\w_*])(?P<mark>__|_|\*)(?=[^\s_*])[^_*\n]*[^\s_*](?P=mark)(?=[^\W\d_])\w+",
        "Put a space or a mark behind the words that stand out: {better}",
    ),
    "stars": Dialect(
        r"\*\*[^*\n]*\*\*[^\s*]*|[^\s*]*\*\*[^\s*]*",
        "Bold words have two stars on both sides, no space within the stars, and a space or a "
        "mark behind them: {better}",
    ),
    "times": Dialect(
        r"(?<![\w*])\d[\d.,]*(?: ?\* ?\d[\d.,]*)+(?![\w*])",
        "Write the sign of multiplication: {better}",
    ),
    "tildes": Dialect(
        r"~~[^~\n]*~~[^\s~]*|[^\s~]*~~[^\s~]*",
        "What is crossed out has two signs on both sides and no space within them: ~~giá cũ~~.",
    ),
}
"""By what they are: the first that matches tells."""
RULES: Final = {kind: Rule(CODE, MESSAGE, dialect.hint) for kind, dialect in DIALECTS.items()}
_ANY: Final = re.compile(
    "|".join(f"(?P<{kind.replace('-', '_')}>{each.pattern})" for kind, each in DIALECTS.items()),
    re.MULTILINE,
)
_MATHS: Final = re.compile(r"[\\^_={}≤≥]|\$\$|\$[A-Za-z]{1,2}\$")
_EMPHASIS: Final = re.compile(r"(__|_|\*)(.+?)\1")
_UNTIED: Final = re.compile(r"\*\*[ \t]*([^*\n]*?[^\s*])[ \t]*\*\*(\S*)")


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """The body of every piece."""
    for piece in alone.pieces:
        yield from islice(_found(piece), MOST)


def _found(piece: Piece) -> Iterator[Diagnostic]:
    told: Counter[tuple[str, tuple[int, int]]] = Counter()
    found = [(bare, *each) for bare in outline(piece.body.text).bare for each in foreign(bare)]
    notes = {_label(sample) for _, kind, sample in found if kind == "footnote-text"}
    for bare, kind, sample in found:
        where = place(piece.body, Mention(sample, bare.lines, told[sample, bare.lines]))
        told[sample, bare.lines] += 1
        if kind in {"stars", "emphasis"} and where.line - piece.body.first in misplaced(piece):
            continue  # a name is told as such
        if kind == "footnote-mark" and _label(sample) in notes:
            continue  # its text is told, and is all that is wrong
        yield RULES[kind].at(
            where,
            sample=sample.replace(BLANK, "…")[:_SAMPLE],
            better=_better(kind, sample, bare),
        )


def _label(sample: str) -> str:
    """The name of a footnote in «[^1]: Theo báo cáo»."""
    return sample.partition("]")[0]


def foreign(bare: Bare) -> Iterator[tuple[str, str]]:
    """What of another dialect stands in some bare words: its kind, and how it is written."""
    for match in _ANY.finditer(bare.words):
        kind = next(kind for kind in DIALECTS if match[kind.replace("-", "_")] is not None)
        sample = match[0].strip().split("\n")[0].strip(BLANK)
        if _is_written(sample, bare.source) and (kind != "formula" or _MATHS.search(match[0])):
            yield kind, sample


def _is_written(sample: str, source: str) -> bool:
    """Whether it stands there; a backslash before it says that the signs are meant."""
    return bool(re.search(rf"(?<!\\){'.*?'.join(map(re.escape, sample.split(BLANK)))}", source))


def _better(kind: str, sample: str, bare: Bare) -> str:
    """How the same is written here."""
    if kind != "stars":
        return _REWRITTEN[kind](sample) if kind in _REWRITTEN else ""
    if untied := _UNTIED.search(bare.source, max(0, bare.source.find(sample))):
        return f"**{untied[1]}**{' ' if untied[2][:1].isalnum() else ''}{untied[2]}"
    return "**Lưu ý:** Khóa van."


_REWRITTEN: Final[Mapping[str, Callable[[str], str]]] = {
    "superscript": lambda sample: sample[1:-1].translate(_RAISED),
    "subscript": lambda sample: sample[1:-1].translate(_LOWERED),
    "times": lambda sample: re.sub(r" ?\* ?", " × ", sample),
    "heading-without-space": lambda sample: f"## {sample.lstrip('#').strip(' .:-')}",
    "heading-end": lambda sample: sample.rstrip("#"),
    "footnote-text": lambda sample: re.sub(r"\][ \t]*:?[ \t]*", "]: ", sample, count=1).replace(
        BLANK, "…"
    ),
    "emphasis": lambda sample: _EMPHASIS.sub(r"\1\2\1 ", sample, count=1),
}
"""How a sample of a kind is written here, where that follows from it alone."""
