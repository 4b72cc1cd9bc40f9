"""What each node of Markdown becomes in each writer: all of them are held to this one table.

What one writer of a body cannot say is refused in that body, so that no result says otherwise than
another. `tests/text/test_nodes.py` runs every writer on every sample; a writer or a kind of node
that is not named here fails it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal

Body = Literal["text", "script"]
"""What a medium says of the Markdown of its pieces."""

EVERYWHERE: Final[frozenset[Body]] = frozenset({"text", "script"})


class Writer(StrEnum):
    """Who makes something that people read from the tree, and in which module."""

    PAGE = "generator.outputs.site.staging"  # of the site and its preview
    SCRIPT_PAGE = "generator.outputs.site.script_view"
    FEED = "generator.text.html"
    SEARCH = "generator.outputs.search.search_entry"  # from the page as staged
    STORY = "generator.text.word.tree_writer"  # a story in Word
    STORY_TEXT = "generator.outputs.copy.plain"  # and as plain text
    SLIDES = "generator.text.presentation.slide_words"  # slides and their notes
    SHEET = "generator.text.sheet"  # a script as PDF (script.typ)
    SHEET_WORD = "generator.outputs.scripts.word_sheet"
    PROMPTER = "generator.outputs.scripts.prompter"
    SCRIPT_TEXT = "generator.outputs.site.scripts"
    SCRIPT_LINES = "generator.text.script_lines"  # what is heard: transcripts, captions, lengths


PAPERS: Final = frozenset({Writer.STORY, Writer.STORY_TEXT})
SHEETS: Final = frozenset({Writer.SHEET, Writer.SHEET_WORD, Writer.PROMPTER, Writer.SCRIPT_TEXT})
WRITERS: Final[Mapping[Body, frozenset[Writer]]] = {
    "text": frozenset({Writer.PAGE, Writer.FEED, Writer.SEARCH, Writer.SLIDES}) | PAPERS,
    "script": frozenset({Writer.SCRIPT_PAGE, Writer.FEED, Writer.SEARCH, Writer.SCRIPT_LINES})
    | SHEETS,
}
"""Who writes the bodies of each kind."""

WORDS: Final = "mẫu"
"""The word that every sample says in the node: what no `forms` name shows at least this."""


@dataclass(frozen=True, slots=True)
class Node:
    """Some kinds of nodes that are always together, in a sample.

    `forms` is what a writer shows of the sample, None where it shows nothing of it on purpose;
    `refusals` are the bodies in which the rule `code` refuses it.
    """

    kinds: tuple[str, ...]
    sample: str
    forms: Mapping[Writer, str | None] = field(default_factory=dict)
    refusals: frozenset[Body] = frozenset()
    code: str = ""


def _marked(tag: str) -> dict[str, str | None]:
    """The forms of words that stand out in Office files."""
    return dict.fromkeys(("STORY", "SLIDES"), f"<{tag}>mẫu</{tag}>")


def _html(form: str, **forms: str | None) -> dict[Writer, str | None]:
    """The forms of what pages and feeds say alike; of others by their names."""
    pages = dict.fromkeys((Writer.PAGE, Writer.SCRIPT_PAGE, Writer.FEED), form)
    return pages | {Writer[name]: form for name, form in forms.items()}


_STRUCK: Final = "[gạch bỏ: mẫu]"
_NOTE: Final = "[1] mẫu"
_SCRIPTS: Final[frozenset[Body]] = frozenset({"script"})
_TEXTS: Final[frozenset[Body]] = frozenset({"text"})

NODES: Final = (
    Node(("paragraph", "inline", "text"), "Câu mẫu.", _html("<p>Câu mẫu.</p>")),
    Node(("softbreak",), "Câu\nmẫu.", dict.fromkeys(PAPERS | SHEETS, "Câu mẫu.")),
    Node(
        ("hardbreak",),
        "Câu\\\nmẫu.",
        _html("Câu<br/>mẫu.", STORY="Câu<br/>mẫu.", STORY_TEXT="Câu\nmẫu.", SHEET="Câu mẫu.")
        | {Writer.SLIDES: "Câu\nmẫu."},
    ),
    Node(
        ("heading",),
        "## Phần mẫu\n\nCâu.",
        _html(">Phần mẫu</h2>", PROMPTER="[Phần mẫu]", SCRIPT_TEXT="[Phần mẫu]", SCRIPT_LINES=None),
    ),
    Node(("strong",), "Câu **mẫu**.", _html("<strong>mẫu</strong>", **_marked("b"))),
    Node(("em",), "Câu *mẫu*.", _html("<em>mẫu</em>", **_marked("i"))),
    Node(
        ("s",),
        "Câu ~~mẫu~~ này.",
        _html(
            "<del>mẫu</del>",
            SEARCH=_STRUCK,
            STORY_TEXT=_STRUCK,
            **_marked("s"),
            SHEET="mẫu|struck",
            SHEET_WORD="<s>mẫu</s>",
            PROMPTER=_STRUCK,
            SCRIPT_TEXT=_STRUCK,
            SCRIPT_LINES=None,
        ),
    ),
    Node(("code_inline",), "Câu `mẫu`.", _html("<code>mẫu</code>")),
    Node(
        ("link",),
        "Xem [mẫu](https://thu.example.org/).",
        _html('<a href="https://thu.example.org/">mẫu</a>', **_marked("a")),
    ),
    Node(
        ("image",),
        "![mẫu](../assets/a.png)",
        _html('alt="mẫu"', STORY="<img>", STORY_TEXT="[Hình ", SEARCH=None, SLIDES='alt="mẫu"'),
        _SCRIPTS,
        "picture-in-script",
    ),
    Node(("bullet_list", "list_item"), "- một\n- mẫu", _html("<li>mẫu</li>", STORY_TEXT="– mẫu")),
    Node(
        ("ordered_list",),
        "3. ba\n4. mẫu",
        _html('<ol start="3">', STORY_TEXT="4. mẫu", SLIDES="4. mẫu"),
    ),
    Node(
        ("blockquote",),
        "> Lời mẫu.",
        _html("<blockquote><p>Lời mẫu.</p></blockquote>", SLIDES="[nói] Lời mẫu."),
    ),
    Node(
        ("hr",),
        "mẫu\n\n---\n\nhết",
        _html("<hr/>", SEARCH="mẫu", STORY_TEXT="* * *", STORY="* * *")
        | dict.fromkeys(SHEETS, "* * *"),
    ),
    Node(
        ("table", "thead", "tbody", "tr", "th", "td"),
        "| a | b |\n|---|--:|\n| 1 | mẫu |",
        _html('<td class="align-right">mẫu</td>', FEED='<td align="right">mẫu</td>')
        | {Writer.STORY: '<p align="right">mẫu</p>', Writer.STORY_TEXT: "1\tmẫu"},
        _SCRIPTS,
        "table-in-script",
    ),
    Node(
        ("fence",),
        "```\nmẫu   x\n```",
        _html("<pre><code>mẫu   x</code></pre>", STORY_TEXT="mẫu   x", STORY="mẫu   x"),
        _SCRIPTS,
        "code-in-script",
    ),
    Node(("code_block",), "Câu.\n\n    mẫu", {}, EVERYWHERE, "code-by-indent"),
    Node(
        ("container_cue",),
        "::: nhạc 5 giây\nTiếng mẫu.\n:::\n\nCâu.",
        _html("Nhạc (5 giây): Tiếng mẫu.", FEED="<blockquote><p>Nhạc (5 giây)</p>")
        | dict.fromkeys((Writer.PROMPTER, Writer.SCRIPT_TEXT), "[Nhạc (5 giây): Tiếng mẫu.]"),
        _TEXTS,
        "cue-outside-script",
    ),
    Node(
        ("footnote_ref", "footnote_block", "footnote"),
        "Câu này[^a].\n\n[^a]: mẫu",
        _html(
            '<li id="fn:thu:1"><p>mẫu',
            SEARCH="mẫu",
            STORY="<note>1 mẫu</note>",
            SLIDES="[nói] [1] mẫu",
            STORY_TEXT=f"Câu này[1].\n\nGhi chú:\n{_NOTE}",
            SHEET="Ghi chú, không đọc\n1 mẫu",
            SHEET_WORD="<sup>1</sup> mẫu",
            PROMPTER=_NOTE,
            SCRIPT_TEXT=_NOTE,
            SCRIPT_LINES=None,
        ),
    ),
    Node(("html_block",), "<p>mẫu</p>", {}, EVERYWHERE, "raw-html"),
    Node(("html_inline",), "Câu <b>mẫu</b>.", {}, EVERYWHERE, "raw-html"),
)
"""Every kind of node of the tree."""

PLACES: Final = (
    Node(("s in heading",), "## Giá ~~mẫu~~", {}, EVERYWHERE, "struck-in-title"),
    Node(("s in image",), "![ảnh ~~mẫu~~](a.png)", {}, _TEXTS, "struck-in-title"),
    Node(("footnote_ref in heading",), "## Giá[^1]\n\n[^1]: mẫu", {}, EVERYWHERE, "note-mark"),
    Node(("footnote_ref in link",), "[a[^1]](b.md)\n\n[^1]: mẫu", {}, EVERYWHERE, "note-mark"),
    Node(("footnote_ref in image",), "![a[^1]](b.png)\n\n[^1]: mẫu", {}, _TEXTS, "note-mark"),
    Node(
        ("footnote_ref in footnote",),
        "a[^1]\n\n[^1]: b[^2]\n\n[^2]: mẫu",
        {},
        EVERYWHERE,
        "note-mark",
    ),
    Node(("footnote in block",), "- a[^1]\n\n  [^1]: mẫu", {}, EVERYWHERE, "note-text"),
    Node(("block in footnote",), "a[^1]\n\n[^1]: - mẫu", {}, EVERYWHERE, "note-text"),
)
"""Nodes that some writer cannot say at such a place."""


def refusal(kind: str, body: Body) -> str:
    """The code of the rule that refuses a kind of node in a body, or nothing."""
    return _REFUSED.get((kind, body), "")


_REFUSED: Final = {
    (kind, body): node.code
    for node in (*NODES, *PLACES)
    for kind in node.kinds
    for body in node.refusals
}
