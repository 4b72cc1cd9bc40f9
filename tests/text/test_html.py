"""What feeds carry holds no HTML of an author's, no script and no unsafe link."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article
from generator.model.body import Body
from generator.model.memory import Memory
from generator.text.html import html
from generator.text.links import Links

TEXT = """
[a](javascript:x) [b](JAVA&#115;CRIPT:x) <script>alert(1)</script> <b onclick=x> </b> ![c](data:x)
<javascript:x> [e](//evil.example/) <div> <!-- --> &lt;script&gt; **đậm** `<script>` <img/src=x>
[g](vbscript:x) " ' [h](https://thu.example.org/) <svg/onload=x> [i](java%0ascript:x) ```<script>
# ::: > ![k](javascript:x)
"""
PARTS = st.sampled_from([*TEXT.split(), "\n", "\n\n", "    <script>"])


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.names: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]


def shown(markdown: str) -> str:
    piece = Article.model_validate({"id": "bai", "medium": "article", "title": "Bài"})
    piece.read_from("content/bai.md", Body(markdown, "content/bai.md", 1, markdown))
    links = Links(
        {"content/bai.md": piece},
        {"bai": "bai/index.md"},
        frozenset({"bai"}),
        frozenset({"lich/2021/quy-2/index.md"}),
        files=frozenset({"lich/2021/quy-2.pdf"}),
    )
    return html(piece, links, "https://thu.example.org/", frozenset(), Memory())


def to_site(path: str) -> str:
    return f'<p><a href="https://thu.example.org/{path}">a</a></p>\n'


@given(st.lists(PARTS, max_size=12).map(" ".join))
def test_no_text_makes_a_feed_dangerous(markdown: str) -> None:
    found = Tags(shown(markdown))
    assert not found.tags & {"script", "svg", "img", "b", "div", "iframe"}
    assert not {name for name in found.names if name.startswith("on")}
    assert all(address.startswith("https://thu.example.org/") for address in found.addresses)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[a](javascript:x)", "<p>a</p>\n"),
        ("Chữ <b>đậm</b>.", "<p>Chữ đậm.</p>\n"),
        ("<script>x</script>", ""),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>\n"),
        ("[a](#b)", '<p><a href="https://thu.example.org/bai/#b">a</a></p>\n'),
        ("[a](lich/2021/quy-2.pdf#page=1)", to_site("lich/2021/quy-2.pdf#page=1")),
        ("[a](/lich/2021/quy-2.pdf)", to_site("lich/2021/quy-2.pdf")),
        ("[a](../lich/2021/quy-2.pdf)", to_site("lich/2021/quy-2.pdf")),
        ("[a](lich/2021/quy-2/)", to_site("lich/2021/quy-2/")),
        ("[a](/lich/2021/quy-2)", to_site("lich/2021/quy-2/")),
        ("[a](lich/2021/quy-2.md#x)", to_site("lich/2021/quy-2/#x")),
        (
            "::: nhạc 5 giây\nHay\n:::",
            "<blockquote><p>Nhạc (5 giây)</p><p>Hay</p>\n</blockquote>",
        ),
    ],
)
def test_known_texts(markdown: str, expected: str) -> None:
    assert shown(markdown) == expected
