"""What a text mentions; all of it is test data."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.body import Body
from generator.outputs.site.staging import sections
from generator.text import outline as module
from generator.text.anchors import Anchors
from generator.text.html import Targets, html_of
from generator.text.mentions import Outline, place
from generator.text.odd_signs import is_odd
from generator.text.outline import anchors, outline
from generator.text.tree import tree
from generator.vietnamese.forms import Sign

SIGNS = [
    *"ab1x ># -=*+_.):|\\\n\n\n\t/%@&;!~^[]{<–•",
    *("  ", "    ", "1. ", "- ", "* ", "##", "\n- ", "\n> ", "**", "::: ", "1)", "\u00a0", " * "),
]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=14).map("".join)


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("a\n- b", [1]),
        ("a\n\n- b", []),
        ("- a\n  - b\n\n- c", []),
        ("- a\n\n  t\n  - b", [3]),
        ("- a\n- b", []),
        ("1) a\n- b", []),
        ("## a\n- b", []),
    ],
)
def test_a_list_needs_an_empty_line_only_after_a_paragraph(markdown: str, lines: list[int]) -> None:
    assert outline(markdown).crowded_lines == lines


@pytest.mark.parametrize(
    ("markdown", "signs"),
    [
        ("• a", [("•", 0)]),
        ("Gồm:\n– a\n– b", [("–", 1)]),
        ("– Chào anh.\n\n– Chào chị.", []),
        ("Năm 2021 – 2022", []),
        ("`• a`", []),
        ("    • a", []),
        ("- a • b", []),
    ],
)
def test_signs_of_word_processors(markdown: str, signs: list[tuple[str, int]]) -> None:
    found = outline(markdown).bullets
    assert [(each.text, each.lines) for each in found] == [(s, (n, n + 1)) for s, n in signs]


@pytest.mark.parametrize(
    ("markdown", "kinds"),
    [
        ("[a](b c)", ["spaces"]),
        ("![a](b (1).png)", ["spaces"]),
        ("[a](<b c>) [a](b 'c') [a](b%20c)", []),
        ("[a] (https://b.org)", ["apart"]),
        ("[a] (xem phụ lục) [1] (2)", []),
        ("![[a]] [[b]]", ["wiki", "wiki"]),
        ("`[[a]]` và `[a](b c)`", []),
        ("[[b]]\n\n[b]: c", []),
    ],
)
def test_what_nearly_is_a_link(markdown: str, kinds: list[str]) -> None:
    assert [mention.words for mention in outline(markdown).unread] == kinds


@pytest.mark.parametrize(
    "address", ["https://a.vn", "https://a.vn/b", "https://a.vn/b?c=1#d", "a@b.vn"]
)
def test_an_address_may_be_the_words_of_its_link(address: str) -> None:
    led = address if "://" in address else f"mailto:{address}"
    found = outline(f"Xem [{address}]({led}) hay [{address}](<{led}>), rồi [{address}].")
    assert [mention.text for mention in found.links] == [led] * 3
    assert found.unread == []


def test_a_reference_stands_where_its_address_does() -> None:
    text = "Một [x][Tên] và <https://a.vn>.\n\n[tên]: <khong-co.md>"
    body = Body(text, "thu.md", 10, text)
    first, second = (place(body, link) for link in outline(text).links)
    assert (first.line, first.column, first.width) == (12, 9, 11)
    assert (second.line, second.column, second.width) == (10, 18, 12)


def test_anchors_are_numbered_as_the_site_does() -> None:
    assert anchors("# Đo\n\n## Đo\n\nx\n\n## **Ghi** lại") == {"do": 0, "do_1": 2, "ghi-lai": 6}


@pytest.mark.parametrize("signs", ["💧", "…", "**!**", "漢"])
def test_a_heading_of_signs_only_has_an_id_everywhere(signs: str) -> None:
    text = f"## {signs}\n\nx\n\n## Mục\n\n## {signs}"
    blocks = tree(text).children
    page = re.findall(r'<h2 id="([^"]*)">', html_of(blocks, Targets(str, lambda *_: ""), Anchors()))
    assert page == ["muc", "muc_1", "muc_2"]
    assert list(anchors(text)) == page
    assert [identity for _, identity in sections(tree(text).children)] == page


@given(TEXTS)
def test_what_may_mention_nothing_mentions_nothing(markdown: str) -> None:
    quick = outline.__wrapped__(markdown)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_may_mention", lambda _: True)
        assert quick in (outline.__wrapped__(markdown), Outline())


@given(TEXTS)
def test_no_word_hides_a_sign_of_another_dialect(markdown: str) -> None:
    quick = is_odd(markdown)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sign, "is_in", lambda *_: True)
        assert is_odd(markdown) == quick
