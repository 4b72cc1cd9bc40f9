"""Whether words may hold signs of another dialect, or half of a pair; told by few looks."""

import re

from generator.vietnamese.forms import Sign

# Signs of other dialects, as they are found quickest, and what is surely bold.
_ODD_SIGNS = (
    *"^$~{", "==", "++", "%%", "||", "'''", "!!!", "???", "][", "]:", "--8<", ":::", "\\(", "\\[",
    "<%", "<#", "((", "[/", "[%", "&lt;", "&amp;", "/*",
)  # fmt: skip
_ODD = (
    re.compile(r"\[(?:[!@-]|[ xX]\]|[_A-Za-z]+=|[_A-Za-z]+\](?!\())"),
    re.compile(r":[a-z][a-z0-9_+-]*:"),
    re.compile(
        r"(?<![\w:/])([-@/!#&;:])\1[^\W_]|[%@#=][^\W\d_][\w .-]{0,41}[%@#=](?!\w)|\\[A-Za-z]"
    ),
    re.compile(r"\w\*+\w|\d \* ?\d"),
    re.compile(r"\n[ >]*(?::[ \t]|\.\. |//|%|#{2,6}[^\s#]|#{7}|#[^\W\d_#]|\\[a-z])"),
    re.compile(r"(?<![\w_*])(?:__|[_*])[^\s_*][^_*\n]*[_*]{1,2}[^\W\d_]|[^\s#]#{2,6}(?:\n|\Z)"),
)
# What a word has where one of these may be.
_MAYBE_ODD = Sign(
    "|".join(map(re.escape, _ODD_SIGNS))
    + r"|\[(?:[!@-]|$|[xX]\]|[_A-Za-z]+[=\]])|:[a-z][a-z0-9_+-]*:"
    r"|(?<![\w:/])([-@/!#&;:])\1[^\W_]|[%@#=][^\W\d_][\w.-]*(?:[%@#=](?!\w)|$)|\\[A-Za-z]"
    r"|\w\*+\w|^\*(?:$|\d)"
    r"|^>*(?::(?:$|\t)|\.\.$|//|%|#{2,6}[^\s#]|#{7}|#[^\W\d_#]|\\[a-z])"
    r"|(?<![\w*])(?:__|[_*])[^\s_*]|[^\s#]#{2,6}$"
)
_BOLD = re.compile(r"\*\*(?<![\w*]\*\*)(?=[^\s*])[^*\n]*?(?<=[^\s*])\*\*(?![\w*])")
_LONE = (
    ("**", _BOLD, re.compile(r"\*\*")),
    ("`", re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL), re.compile("`")),
    (
        "_",
        re.compile(r"(?<![\w_])(__?)(?=[^\s_])[^_\n]*?(?<=[^\s_])\1(?![\w_])"),
        re.compile(r"(?<![\w_/])__?(?=[^\W_])|(?<=[\w.,:;!?…”)])(?<!_)__?(?![\w_])"),
    ),
)
"""Signs that stand in pairs: what a pair looks like, and one that is left."""


def is_odd(words: str) -> bool:
    """Whether words may hold signs of another dialect: quick, and rarely wrong."""
    if _MAYBE_ODD.is_in(words):
        lines = f"\n{words}"
        if any(sign in words for sign in _ODD_SIGNS) or any(sign.search(lines) for sign in _ODD):
            return True
    return any(sign in words and lone.search(paired.sub("", words)) for sign, paired, lone in _LONE)
