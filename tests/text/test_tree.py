"""The quick ways through Markdown give the tree that the general reader gives."""

from collections.abc import MutableMapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.text import tree
from generator.text.simple import simple_blocks
from generator.text.tree import tokens

LINES = [
    *("", "", "text", "  in", "    code", "\ttab", "b  ", "a\\", "- a", "+ x", "1. b", "2) c"),
    *("```", "~~~ x", "> q", ">    z", "***", "- - -", "===", "---", "--", "# h", "#x", "*"),
    *("[a]: b", "[a]", "<b>", "<!-- c", "-->", "| a | b |", "|---|---|", "a | b", ":::"),
    *("::: cue", "   :::", "**b**", "x & y &amp;", "__u__", "~~s~~", "`c`", "![i](u)", "a*b*"),
]
SIMPLE = ["", "", "- a b", "- c **d**", "text", "more text, x", "# h", "## H **x**", "x - y"]
NEARLY = ["  x", "x ", "- - a", "-a", "#x", "# x #", "1. a", "_x_", "a -", "\u00a0x", "a\x0cb", "+"]
WORDS = ["**", "*", "_", "a", "đ", "1", " ", "  ", ":", ".", "(", ")", "“", "”", "\\", "&amp;", "-"]


def general(markdown: str) -> list[MutableMapping[str, Any]]:
    parser = tree._parser()  # noqa: SLF001 - with every rule
    return [token.as_dict() for token in parser.parse(markdown + "\n")]


@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_rules_that_cannot_match_change_nothing(markdown: str) -> None:
    assert [token.as_dict() for token in tokens(markdown)] == general(markdown)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map("".join))
def test_words_and_bold_words_are_read_as_always(markdown: str) -> None:
    assert [token.as_dict() for token in tokens(markdown)] == general(markdown)


@given(st.lists(st.sampled_from(["**đo nước**", "**PTV 1:**", "Một", " hai", ", ", "(", ")"])))
def test_sentences_with_bold_words_are_read_as_always(parts: list[str]) -> None:
    markdown = "".join(parts)
    assert [token.as_dict() for token in tokens(markdown)] == general(markdown)


@given(st.lists(st.sampled_from([*SIMPLE, *SIMPLE, *NEARLY]), max_size=9).map("\n".join))
def test_simple_texts_have_the_same_blocks(markdown: str) -> None:
    assert [token.as_dict() for token in tokens(markdown)] == general(markdown)


def test_what_counts_as_simple() -> None:
    assert simple_blocks("# h\n\ntext\ntext\n\n- a\n- b\n\ntext\n") is not None
    assert [
        text
        for text in ("| a |", "text\n- a", "- a\n\n- b", "- a\ntext", "> q", "::: c")
        if simple_blocks(text)
    ] == []
