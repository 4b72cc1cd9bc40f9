"""One block of words is written anew: only its lines change. The hard text is test data."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text.splicing import RefusedError, leaves, splice
from generator.text.splicing.block_words import HARD, SOFT, Link, Unit, Words, plain
from generator.text.splicing.writing import normal

ROOT = Path(__file__).parents[2]
HARD_TEXT = r"""---
id: x
---

Một đoạn xuống
dòng tay với __đậm__ và &nbsp; thực thể,␠␠
ngắt cứng và [tham chiếu][t] với <b>html</b> rồi <https://a.b/c>, https://d.vn/e.

Tiêu đề gạch
dưới
======

## Đóng ##

- một
- hai **đậm**: x
  nối dòng
  - lồng `a|b`
    1. số
    2. hai
       tiếp
- - kép
- lười
nối lười

* rời

* rời hai

  đoạn hai của mục

10) mười

> trích **dẫn**
> nối
>
> - mục trong trích
>   nối mục
> lười nữa
>
> | a | b |
> |---|---|
> | c | d \| e |

| Cột | Hai | Ba |
|:----|:---:|---:|
| `x\|y` | *em* \| z |  |
| một |
a | b | c
|d|\|e|f\\ |

::: nhạc nền 12 giây
Đoạn trong cue[^1].

- mục trong cue
:::

[^1]: Chú thích *thử*
    nối dòng.

![ảnh](a.jpg "tên") và ~~gạch~~ *nghiêng **đậm** nghiêng* `` mã ` ``.

[t]: https://t.t/x "T"

-	tab
-   ba khoảng trắng""".replace("␠", " ")
NASTY = (
    *("1. x", "# y", "a | b", "*", "[x](y)", ":::", "::: nhạc", "<b>", "  hai đầu  ", "- z", "> q"),
    *("`m", "~~~", "&amp;", "\\", "***", "---", "|", "=", "[a]: b", "_x_", "a\nb", "**đậm**:x"),
    *("x #", "    bốn", "+", "![a](b)", "\\|", "https://x.vn/a", "a@b.vn", "[^1]", "[^1]: x"),
)
MARKED: Words = (
    *plain("đậm:", "strong"),
    *plain("liền"),
    *plain(" nghiêng ", "em"),
    *plain("`a`|", "code"),
    Unit(HARD),
    *plain("nối", Link("https://a.b/c%20d"), "strong"),
)
FORMS = {
    "as saved": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "BOM": lambda text: "\ufeff" + text,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
}


def lines(text: str) -> list[str]:
    return re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)


def outside(text: str, bounds: tuple[int, int], length: int) -> tuple[list[str], list[str]]:
    """The lines before and behind a leaf, in a text of which the leaf may have other lines."""
    first, last = bounds
    every = lines(text)
    return every[:first], every[len(every) - (length - last) :] if length > last else []


def proved(text: str, number: int, new: Words) -> str:
    """The text with other words in a leaf: nothing else has changed."""
    leaf = leaves(text)[number]
    done = splice(text, number, new)
    length = len(lines(text))
    assert outside(done, leaf.lines, length) == outside(text, leaf.lines, length)
    assert leaves(done)[number].words == normal(new, one_line=leaf.one_line)
    others = [each.words for n, each in enumerate(leaves(done)) if n != number]
    assert others == [each.words for n, each in enumerate(leaves(text)) if n != number]
    assert "\r\n" not in text or "\n" not in done.replace("\r\n", "")
    assert done.startswith("\ufeff") == text.startswith("\ufeff")
    return done


def test_the_words_of_one_item_change() -> None:
    text = "---\nid: x\n---\n\n- một\n- hai *ba*\n"
    assert [leaf.content for leaf in leaves(text)] == ["một", "hai *ba*"]
    new = (*leaves(text)[1].words, *plain(" và bốn"))
    assert splice(text, 1, new) == "---\nid: x\n---\n\n- một\n- hai *ba* và bốn\n"
    assert splice(text, 0, plain("1. số")) == text.replace("một", "1\\. số")
    with pytest.raises(RefusedError):
        splice(text, 0, plain("  "))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("part", range(6))
def test_every_leaf_of_hard_text_takes_nasty_words(form: str, part: int) -> None:
    text = FORMS[form](HARD_TEXT)
    for number, leaf in enumerate(leaves(text)):
        if number % 6 == part:
            assert splice(text, number, leaf.words) == text
            for nasty in NASTY[number % 5 :: 5]:
                proved(text, number, plain(nasty))
            proved(text, number, (*leaf.words, *MARKED))


def content() -> list[str]:
    paths = sorted((ROOT / "content").rglob("*.md"))
    return [path.relative_to(ROOT).as_posix() for path in paths]


@pytest.mark.parametrize("file", content())
def test_the_real_texts_can_be_written_in(file: str) -> None:
    saved = (ROOT / file).read_bytes().decode()
    for form, change in FORMS.items():
        text = change(saved)
        found = leaves(text)
        assert [splice(text, n, leaf.words) for n, leaf in enumerate(found)] == [text] * len(found)
        number = len(found) // 2
        done = proved(text, number, (*found[number].words, *plain(" thêm")))
        changed = sum(a != b for a, b in zip(lines(text), lines(done), strict=True))
        assert changed == 1, form


SIGNS = st.sampled_from([*"*_`[]()<>&#|\\!~:-1.=+ aếx@/", "  ", SOFT, "**", "](", "&lt;", "://"])
MARKS = st.frozensets(
    st.sampled_from(["strong", "em", "s", "code", Link("https://a.b/(c")]), max_size=2
)
RUNS = st.lists(st.tuples(st.lists(SIGNS, min_size=1, max_size=4), MARKS), min_size=1, max_size=4)


@settings(max_examples=60)
@given(st.integers(0, 30), RUNS, st.booleans())
def test_any_words_are_read_as_meant_or_refused(
    at: int,
    runs: list[tuple[list[str], frozenset[str | Link]]],
    whole: bool,  # noqa: FBT001
) -> None:
    number = at % len(leaves(HARD_TEXT))
    new = tuple(Unit(char, marks) for parts, marks in runs for char in "".join(parts))
    old = leaves(HARD_TEXT)[number].words
    try:
        proved(HARD_TEXT, number, new if whole else (*old[: len(old) // 2], *new))
    except RefusedError:
        assert whole or new  # refused: nothing was written
