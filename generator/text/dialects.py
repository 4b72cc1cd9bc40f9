"""Signs of other dialects of Markdown, and of other programs, that are nothing but signs here."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.text.mentions import Bare
from generator.text.prose import BLANK


class Dialect(NamedTuple):
    """A sign of another dialect: how it looks among words, and how it is said here."""

    pattern: str
    hint: str


_SHORTCODES: Final = (
    r"(?:caption|gallery|embed|playlist|audio|video|vc_\w+|et_pb_\w+|su_\w+|wp_\w+|fusion_\w+"
    r"|elementor[\w-]*|contact-form[\w-]*|button|row|column|accordion|spacer|divider|googlemaps?)"
)
DIALECTS: Final[Mapping[str, Dialect]] = {
    "shortcode": Dialect(
        rf"\[(?P<code>{_SHORTCODES})(?:[ \t][^\]\n]*)?\](?:[^\n]*\[/(?P=code)\])?"
        rf"|\[/{_SHORTCODES}\]",
        "WordPress draws something in its place, this program does not: remove it with its other "
        "half. A picture is ![what it shows](assets/anh/may.jpg), a link [words](address).",
    ),
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
        r"\{\{[<%]?\s*[^\W\d][^{}\n]*\}\}|\{%[^{}\n]*%\}|^--8<--[^\n]*|\{![^{}\n]*!\}"
        r"|\{#[^{}\n]*#\}|<[%#](?!\d)[^\n<>]*[%#]>|\{[/@$][a-z][^{}\n]*\}|\[%[^\]\n]*%\]",
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
        r"%%[^%\n]+%%|\[//\]:[^\n]*|^(?:%{1,3}|//+)[ \t]*[^\W\d_][^\n]*"
        rf"|(?<!\w)/{BLANK}+[^{BLANK}\n]*{BLANK}+/(?!\w)|/\*[^\n]*?\*/",
        "Remove the remark: readers would see it.",
    ),
    "spoiler": Dialect(
        r"\|\|(?=\S)[^|\n]+(?<=\S)\|\|",
        "Remove the signs ||; nothing of a text can be hidden.",
    ),
    "wiki-braces": Dialect(
        r"\{(?P<braces>[a-z]+)[:|][^{}\n]*\}(?:[^{}\n]*\{(?P=braces)\})?",
        "Use Markdown: **bold**, *italic*, [words](address), ![picture](path).",
    ),
    "pair": Dialect(
        r"(?<![\w:/<>!.-])(?P<twin>[-@/!#&;:+])(?P=twin)(?=[^\W_])(?:[^\n]*?[\w.,)])??"
        r"(?P=twin){2}(?![\w/:@#-])"
        r"|(?<![\w%@#^$=.])(?P<single>[%@#^$=])[^\W\d_](?:[\w .-]{0,40}\w)?(?P=single)(?!\w)"
        r"|\(\([^()\n]+\)\)",
        "Remove the signs on both sides; what is to stand out is written **in bold**.",
    ),
    "latex": Dialect(
        r"(?<![\w\\:.])\\(?:[A-Za-z]+\*?(?:\{[^{}\n]*\})+|(?:alpha|approx|beta|cdot|circ|degree|Delta"
        r"|delta|eta|geq?|infty|lambda|leq?|mu|neq?|omega|Omega|phi|pi|pm|rho|rightarrow|sigma|sqrt"
        r"|sum|theta|times|to)(?![A-Za-z\\]))",
        "Write the sign itself (×, ≥, ½, °), or say it in words.",
    ),
    "html-shown": Dialect(
        r"</?(?i:[abipsu]|br|div|span|strong|em|font|h[1-6]|li|[ou]l|t[dhr]|table|img|sub|sup)"
        r"(?:\s[^<>\n]*)?/?>(?:[^<>\n]*</\w+>)?",
        "Use Markdown: **bold**, *italic*, [words](address), ![picture](path).",
    ),
    "entity": Dialect(
        r"&(?:amp|lt|gt|nbsp|quot|apos|ndash|mdash|hellip|#\d{2,5});",
        "Type the sign itself.",
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
        r"(?:=[^\]\n]*)?\][^\n]*?\[/(?P=tag)\]"
        r"|\[(?:url|img|color|size|font|quote)=[^\[\]\n]*\]"
        r"|\[/(?:b|i|u|s|url|img|color|size|font|quote|center|left|right|list|code)\])",
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
    "block-name": Dialect(
        r"(?<=\S)[ ]\^(?=[\w-]*[a-z])[A-Za-z0-9-]{2,40}\Z",
        "Remove it: only another program knows a paragraph by it.",
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
        "Bold words have two stars on both sides within one paragraph, no space within the stars, "
        "and a space or a mark behind them: {better}",
    ),
    "backticks": Dialect(
        r"(?<!`)`+(?!\s|`|\Z|[^`\n]*['’´])[^\s`]*|(?<!\S)[^\s`´'‘]{1,20}`+(?!\S)",
        "What is typed at a computer has this sign on both sides, within one paragraph; what "
        "somebody says stands between “ and ”. Else remove it.",
    ),
    "underlines": Dialect(
        rf"(?<![\w_{BLANK}/])__?(?=[^\W_])[^\s_]*"
        r"|(?<![\w_])[^\W_]{1,20}[.,:;!?…”)]{0,3}__?(?![\w_])",
        "Words in italics or bold have the same sign on both sides within one paragraph: {better}",
    ),
    "times": Dialect(
        r"(?<![\w*])\d[\d.,]*(?: ?\* ?\d[\d.,]*)+(?![\w*])",
        "Write the sign of multiplication: {better}",
    ),
    "tildes": Dialect(
        r"~~[^~\n]*~~[^\s~]*|[^\s~]*~~[^\s~]*",
        "What is crossed out has two signs on both sides within one paragraph, and no space within "
        "them: ~~giá cũ~~.",
    ),
}
"""By what they are: the first that matches tells."""
_ESCAPED: Final = re.compile(
    r"(?<![\\\]])\\\((?P<round>[^\n]*?)\\\)|(?<!\\)\\\[(?P<square>[^\n]*?)\\\]"
)
"""A formula between backslashes, which Markdown drops: «\\(x\\)»."""
PATH: Final = re.compile(
    r"(?<![\w\\/:])(?:[A-Za-z]:\\|\\\\(?=\w))[^\s`<>\"“”|]*[^\s`<>\"“”|.,;:!?)]"
)
"""A path of Windows, of which Markdown drops each backslash before a sign: «\\\\maychu\\chung»."""
_DROPPED: Final = re.compile(r"\\([^\w\s]|_)")
_ANY: Final = re.compile(
    "|".join(f"(?P<{kind.replace('-', '_')}>{each.pattern})" for kind, each in DIALECTS.items()),
    re.MULTILINE,
)
_FORMS: Final = {"&": "&(?:amp;)?", "<": "(?:<|&lt;)", ">": "(?:>|&gt;)", "\\": r"\\{1,2}"}
"""How signs of a page may stand in its source, as patterns."""
_OPERATED: Final = re.compile(r"[\w)] ?[+*×÷<>] ?[\w(]|[\w)] [-−/] [\w(]")
"""Two values and what is done with them: what else stands in square brackets are words, a day."""
_MATHS: Final = re.compile(r"[\\^_={}≤≥]|\$\$|\$[A-Za-z_]{1,30}\$")


def foreign(bare: Bare) -> Iterator[tuple[str, str]]:
    """What of another dialect stands in some bare words: its kind, and how it is written."""
    for match in _ANY.finditer(bare.words):
        kind = next(kind for kind in DIALECTS if match[kind.replace("-", "_")] is not None)
        sample = match[0].strip().split("\n")[0].strip(BLANK)
        if _is_written(sample, bare.source) and (kind != "formula" or _MATHS.search(match[0])):
            yield kind, sample
    for match in (
        _ESCAPED.finditer(bare.source) if "\\(" in bare.source or "\\[" in bare.source else ()
    ):
        held = match["round"] if match["square"] is None else match["square"]
        shown = f"({held})" if match["square"] is None else f"[{held}]"
        is_mark = match["square"] is not None and not _OPERATED.search(held)  # «[1]», «[…]», «[x]»
        is_formula = _MATHS.search(held) or not (is_mark or re.search(r"[^\W\d_]{2}", held))
        seen = (shown, match[0])  # nothing is dropped from a text of the front matter
        if is_formula and held.strip() and any(map(bare.words.__contains__, seen)):
            yield "formula", match[0]


def path_on_page(path: str) -> str:
    """A path as readers see it, without the backslashes that Markdown drops."""
    return _DROPPED.sub(r"\1", path)


def lossy_paths(bare: Bare) -> Iterator[str]:
    """Paths of Windows in some bare words that readers would see without some backslashes."""
    for found in PATH.finditer(bare.source) if "\\" in bare.source else ():
        if found[0] not in bare.words and path_on_page(found[0]) in bare.words:  # not within code
            yield found[0]


def _is_written(sample: str, source: str) -> bool:
    """Whether it stands there; a backslash before it says that the signs are meant."""
    parts = ("".join(map(_written, part)) for part in re.split(f"{BLANK}+", sample))
    return bool(re.search(rf"(?<!\\){'.*?'.join(parts)}", source))


def _written(sign: str) -> str:
    """All forms of a sign of a page in its source, as a pattern."""
    return _FORMS.get(sign) or re.escape(sign)
