"""What an author's Markdown says, the staged Markdown says to Python-Markdown too.

Documents are made by a grammar of everything that the two readers are known to read differently;
both results are reduced to the words with the marks around them (lists, headings, links, …).
"""

import random
import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from generator.text.escapes import escape
from generator.text.footnotes import MARK, NoteHtml
from generator.text.staged import Targets, stage
from generator.text.tree import CUE, cue_of, render, tokens, tree
from generator.vietnamese.slugs import toc_slug

# As in mkdocs.yml, with what MkDocs adds by itself (toc, tables, fenced_code).
EXTENSIONS = (
    "toc",
    "tables",
    "fenced_code",
    "admonition",
    "attr_list",
    "footnotes",
    "md_in_html",
    "sane_lists",
)
READER = markdown.Markdown(extensions=EXTENSIONS, extension_configs={"toc": {"slugify": toc_slug}})

WORDS = (  # noqa: SIM905 - one line of them is read more easily than a column
    "sản xuất|sạch|điện 5.000|12.|2021.|3)|1.|-|+|*|**|_|snake_case_word|__x__|a*b|{.cls}|{: #id}|"
    "{|}|<|<b>|&|&amp;|&copy;|#|# x|##|!|!!! note|![|[|]|[x]|(y)|[^1]|[^1]:|~~|~|^|\\|\\*|`|``|"
    "`mã`|`<div>`|`a\\`|**đậm**|*nghiêng*|***cả hai***|**đ**ậm|nghi*ê*ng|*a **b** c*|**a *b***|"
    "[liên kết](https://a.b/c_d*e)|[**đậm**](x.md)|<https://x.y/z_1>|![ảnh *n*](a.png)|"
    "[![i](a.png)](x.md)|&nbsp;|\u00a0|===|---|--|***|___|::: x|*[HTML]:|@|a@b.vn|“ngoặc”|%|</div>|"
    '<!--|-->|[TOC]|«»|é|e\u0301|😀|:|: x|\'|"q"|\\\\|\\`|~~gạch~~|**PTV 1:**|``a`b``|` x `|*a*b|'
    "**a**b|_a_b_|*a*.|(*a*)|**«a»**|**a **b** c**|[a](<b c.md>)|[a](x.md?b&c=1)|^a^|==m=="
).split("|")
WORDS += ["|", "a|b", "`a|b`", "[^1]", "[^2]", "https://x.y/a_b*c", "a_b@c.vn.", "~~a *b*~~"]
CODE = [
    "x = 1",
    "  y",
    "",
    "<p>a</p>",
    "</div>",
    "<!-- c",
    "*s*",
    "- a",
    "`",
    "&amp;",
    "# h",
    "<?php",
]
CELLS = ["a", "", "**b**", "`c`", "x*y", "&amp;", "[l](x.md)", "1.", "\\|", "`a\\|b`", "-", "{.x}"]


class Author:
    """Writes documents at random."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice

    def document(self, depth: int = 0) -> str:
        blocks = [self.block(depth) for _ in range(self.dice.randint(1, 3))]
        return self.dice.choice(["\n\n", "\n\n", "\n"]).join(blocks)

    def block(self, depth: int) -> str:
        kinds = [
            self.paragraph,
            self.paragraph,
            self.heading,
            self.fence,
            self.indented,
            self.table,
            *([] if depth else [self.note]),
        ]
        deep = [self.list, self.list, self.quote, self.cue, self.crowded]
        make = self.dice.choice([*kinds, *deep] if depth < 3 else kinds)
        return make(depth + 1)

    def words(self) -> str:
        return " ".join(self.dice.choice(WORDS) for _ in range(self.dice.randint(1, 6)))

    def paragraph(self, _: int) -> str:
        lines = [self.words() for _ in range(self.dice.randint(1, 3))]
        return self.dice.choice(["\n", "  \n", "\\\n"]).join(lines)

    def heading(self, _: int) -> str:
        return self.dice.choice([f"## {self.words()}", f"{self.words()}\n---", "***"])

    def fence(self, _: int) -> str:
        lines = [self.dice.choice(CODE) for _ in range(self.dice.randint(0, 4))]
        return "\n".join(["```", *lines, "```"])

    def indented(self, _: int) -> str:
        return "\n".join("    " + self.dice.choice(CODE) for _ in range(self.dice.randint(1, 3)))

    def table(self, _: int) -> str:
        width = self.dice.randint(1, 3)
        rows = [[self.dice.choice(CELLS) for _ in range(width)] for _ in range(3)]
        rows.insert(1, [self.dice.choice(["---", ":--", "--:", ":-:"]) for _ in range(width)])
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def note(self, _: int) -> str:
        """Of paragraphs, and within no other block: the check refuses all others."""
        return f"[^{self.dice.choice('12')}]: w {self.words()}\n\n    w {self.words()}"

    def list(self, depth: int) -> str:
        start, items = self.dice.choice([0, 1, 1, 3, 9, 99, 2021]), []
        numbered = self.dice.random() < 0.5
        for index in range(self.dice.randint(1, 3)):
            mark = f"{start + index}. " if numbered else self.dice.choice(["- ", "- ", "* ", "+ "])
            step = self.dice.choice([" " * len(mark)] * 4 + ["  "])
            text = self.dice.choice(["\n", "\n\n"]).join(
                self.block(depth) for _ in range(self.dice.choice([0, 1, 1, 1, 1, 1, 2]))
            )
            items.append(mark + text.replace("\n", f"\n{step}"))
        return self.dice.choice(["\n", "\n", "\n\n"]).join(items)

    def quote(self, depth: int) -> str:
        return "\n".join(f"> {line}" for line in self.document(depth).split("\n"))

    def cue(self, depth: int) -> str:
        info = self.dice.choice(["", " nhạc 5 giây", " tiếng động", " *a* {.b}"])
        return f":::{info}\n{self.document(depth)}\n:::"

    def crowded(self, depth: int) -> str:
        return f"{self.paragraph(depth)}\n{self.list(depth)}"


MARKS = re.compile(r"h[1-6]|[ou]l|li|blockquote|em|strong|del|sup|code|a|t[hd]")


class Visible(HTMLParser):
    """The words of HTML, each with the marks around it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.said: list[tuple[tuple[str, ...], str]] = []
        self.back = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values, tag = dict(attrs), {"s": "del"}.get(tag, tag)
        if values.get("class") == "note-back":
            self.back = True
        elif tag == "img":
            self.say(f"({values.get('alt', '')})")
        elif tag == "hr":
            self.say("———")
        elif MARKS.fullmatch(tag):
            more = "".join(values.get(name) or "" for name in ("href", "start", "style"))
            self.open.append((tag, tag + re.sub("[ ;]", "", more)))

    def handle_endtag(self, tag: str) -> None:
        tag, self.back = {"s": "del"}.get(tag, tag), False
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                del self.open[index]
                return

    def handle_data(self, data: str) -> None:
        for word in () if self.back else data.split():  # where it stands differs
            self.say(word)

    def say(self, word: str) -> None:
        marks = tuple(name for _, name in self.open)
        if self.said and self.said[-1][0] == marks:
            self.said[-1] = (marks, f"{self.said[-1][1]} {word}")
        else:
            self.said.append((marks, word))


def as_written(text: str) -> list[tuple[tuple[str, ...], str]]:
    """As CommonMark reads it; HTML is left out, and a cue begins with its label in bold."""
    stream: list[Token] = []
    for token in tokens(text):
        if token.type == f"{CUE}_open":
            bold = [Token("strong_open", "strong", 1), Token("strong_close", "strong", -1)]
            bold.insert(1, Token("text", "", 0, content=cue_of(token).label))
            stream += [Token("paragraph_open", "p", 1), Token("inline", "", 0, children=bold)]
            stream.append(Token("paragraph_close", "p", -1))
        elif token.type not in {"html_block", f"{CUE}_close"}:
            if token.children:
                kept = [c for c in token.children if c.type != "html_inline"]
                token.children = [as_html(c) if c.type == MARK else c for c in kept]
            stream.append(as_html(token))
    return Visible(render(stream)).said


def as_html(token: Token) -> Token:
    """Notes as the page has them: small figures, and below the text a list with ways back."""
    back = NoteHtml().back(token.meta) if token.type == "footnote_open" else ""
    html = {
        MARK: lambda: NoteHtml().mark(token.meta),
        "footnote_block_open": lambda: "<ol>",
        "footnote_block_close": lambda: "</ol>",
        "footnote_open": lambda: f"<li>{back}",
        "footnote_close": lambda: "</li>",
    }.get(token.type)
    return Token("html_inline", "", 0, content=html()) if html else token


def as_staged(text: str) -> list[tuple[tuple[str, ...], str]]:
    staged = stage(tree(text).children, Targets(str, str))
    return Visible(READER.reset().convert(staged.strip())).said


@given(st.integers(0, 2**32))
@settings(max_examples=300, deadline=None)
def test_both_readers_show_the_same(seed: int) -> None:
    text = Author(random.Random(seed)).document()  # noqa: S311 - no cryptography
    assert tidy(as_staged(text)) == tidy(as_written(text)), text


def tidy(said: list[tuple[tuple[str, ...], str]]) -> list[tuple[tuple[str, ...], str]]:
    """Without the space that dropped HTML (refused by the check) leaves before a backslash."""
    return [(marks, words.replace(" \\", "\\")) for marks, words in said]


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60)
)
@settings(deadline=None)
def test_plain_words_survive(words: str) -> None:
    shown = Visible(READER.reset().convert(escape(f"x{words}x"))).said
    assert shown == [((), " ".join(f"x{words}x".split()))]


@pytest.mark.parametrize(
    ("text", "staged"),
    [
        ("Ba việc:\n- một\n- hai\n  - hai bis", "Ba việc:\n\n-   một\n-   hai\n    -   hai bis"),
        ("2021. Năm ấy", "2021. Năm ấy"),
        ("Năm\n2021. Tháng", "Năm\n2021\\. Tháng"),
        ("- a\n\n1. b", "-   a\n\n<!-- -->\n\n1.  b"),
        ("a | b {.c} < d #e", "a &#124; b \\{.c\\} &lt; d \\#e"),
        ("**PTV 1:** Chào\n**PTV 2:**\nVâng", "**PTV 1:** Chào\n**PTV 2:**\nVâng"),
        ("**a *b***", "<strong>a *b*</strong>"),
        ("!!! note", "\\!!! note"),
        ("Lời!\\\n[a](b.md)", "Lời\\!<br />\n[a](<b.md>)"),
        ("dòng một  \ndòng hai", "dòng một<br />\ndòng hai"),
        ("> trích\n\n> nữa", "> trích\n\n<!-- -->\n\n> nữa"),
        ("| a |\n|--:|\n| `b\\|c` |", "| a |\n| --: |\n| <code>b&#124;c</code> |"),
        ("Giá ~~cũ *x*~~ mới", "Giá <del>cũ *x*</del> mới"),
        ("Xem https://a.vn/b_c.", "Xem [https://a.vn/b\\_c](<https://a.vn/b_c>)."),
        (
            "```\n<b>a   b\n c\n```",
            "<code>&lt;b&gt;a&nbsp;&nbsp;&nbsp;b</code><br />\n<code>&nbsp;c</code>",
        ),
        ("::: nhạc 5 giây\nHay\n:::", None),
    ],
)
def test_known_differences(text: str, staged: str | None) -> None:
    framed = '<div class="loa-cue" markdown="1">\n\n**Nhạc (5 giây)**\n\nHay\n\n</div>'
    assert (
        stage(tree(text).children, Targets(str, str)) == f"{framed if staged is None else staged}\n"
    )


def test_a_link_to_what_is_not_there_leaves_its_words() -> None:
    text = "Xem [*bài* này](x.md) và ![ảnh](a.png)."
    assert (
        stage(tree(text).children, Targets(lambda _: None, lambda _: None))
        == "Xem *bài* này và ảnh.\n"
    )
