"""The body of a piece in the page-like editor: what is the same stays byte for byte."""

import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.desk.draft_wishes import Undoing
from generator.desk.page_blocks import apply_edits, page_blocks
from generator.desk.page_words import PageError
from generator.text.splicing.writing import RefusedError

ROOT = Path(__file__).parents[2]
HEAD = "---\nid: x\n---\n\n"
Json = dict[str, Any]
HARD = r"""---
id: x
---
Một đoạn xuống
dòng tay với __đậm__ và &nbsp; thực thể[^1], [tham chiếu][t], <b>html</b>, https://d.vn/e.

Tiêu đề gạch
======

## Liền đoạn ##
đoạn
- một
- hai **đậm**
  nối dòng
  - lồng `a|b`
    1. số
    2. hai
       tiếp
- - kép
-

* rời

* rời hai

  đoạn hai của mục

10) mười
11) mười một

> trích **dẫn**
> nối
>
> - mục trong trích
> lười nữa
>
> | a | b |
> |---|---|
> | c | d \| e |

| Cột | Hai | Ba |
|:----|:---:|---:|
| `x\|y` | *em* \| z |  |
| một |

::: nhạc nền 12 giây
Đoạn trong cue.

- mục trong cue
:::
::: hình
:::

```
hàng rào
```

<div>
khối
</div>

[^1]: Chú thích
    nối dòng.

    Đoạn hai.

***

[t]: https://t.t/x "T"

-	tab
-   ba khoảng trắng"""
FORMS = {
    "as saved": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "BOM": lambda text: "\ufeff" + text,
    "NFD": lambda text: unicodedata.normalize("NFD", text),
}


def paragraph(words: str) -> Json:
    return {"type": "paragraph", "content": [{"type": "text", "text": words}] if words else []}


def items(kind: str, *words: str, **attrs: object) -> Json:
    inner = [{"type": "list_item", "content": [paragraph(each)]} for each in words]
    return {"type": kind, "attrs": attrs, "content": inner}


def table(*rows: list[str]) -> Json:
    inner = [
        {"type": "table_cell", "content": [paragraph(words)]} if words else {"type": "table_cell"}
        for row in rows
        for words in row
    ]
    cut = len(rows[0])
    cells = [inner[n : n + cut] for n in range(0, len(inner), cut)]
    return {"type": "table", "content": [{"type": "table_row", "content": c} for c in cells]}


def cue(kind: str, seconds: int, *words: str) -> Json:
    inner = [paragraph(each) for each in words]
    return {"type": "cue", "attrs": {"kind": kind, "seconds": seconds}, "content": inner}


def put(text: str, first: int, last: int, *blocks: Json) -> str:
    return apply_edits(text, [{"at": [first, last], "blocks": list(blocks)}])


def said(text: str) -> list[Json]:
    """The blocks of a file without their places."""

    def bare(node: Json) -> Json:
        attrs = {k: v for k, v in node.get("attrs", {}).items() if k != "lines"}
        inner = [bare(child) for child in node.get("content", [])]
        return {**node, "attrs": attrs, "content": inner}

    return [bare(block) for block in page_blocks(text)]


def texts() -> list[str]:
    content = sorted((ROOT / "content").rglob("*.md"))
    examples = sorted((ROOT / "tests/examples").rglob("*.md"))
    found = [path.read_bytes() for path in (*content, *examples) if path.is_file()]
    return [HARD, *(data.decode() for data in found if _is_text(data))]


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def lines(text: str) -> list[str]:
    return re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)


FIVE = items("ordered_list", "b", start=5)
NESTED = {
    "type": "bullet_list",
    "content": [{"type": "list_item", "content": [paragraph("a"), FIVE]}],
}
EDITS = [
    ("hai [ba](b.md)", 0, 1, [paragraph("hai")], "hai"),
    ("một hai", 0, 1, [paragraph("một"), paragraph("hai")], "một\n\nhai"),
    ("một\n\nhai", 0, 2, [paragraph("một hai")], "một hai"),
    ("## T\nliền", 0, 1, [paragraph("T")], "T\n\nliền"),
    ("a\n## T\nb", 1, 2, [], "a\n\nb"),
    ("- a\n\nx\n\n- b", 1, 2, [], "- a\n\n- b"),
    ("a", 0, 0, [paragraph("1. x")], "1\\. x\n\na"),
    ("a\n", 1, 1, [cue("nhạc", 5, "# x")], "a\n\n::: nhạc 5 giây\n\\# x\n:::\n"),
    ("::: nhạc 5s\nx\n:::", 0, 1, [cue("nhạc cắt", 7, "x")], "::: nhạc cắt 7 giây\nx\n:::"),
    ("1. a\n2. b", 0, 1, [items("ordered_list", "b", start=1)], "1. b"),
    ("1. a\n2. b", 0, 1, [items("ordered_list", "x", "a", "b", start=1)], "1. x\n2. a\n3. b"),
    ("9. a\n10. b", 0, 1, [items("ordered_list", "b", start=9)], "9. b"),
    ("1. a\n1. b", 0, 1, [items("ordered_list", "a", "x", "b", start=1)], "1. a\n1. x\n1. b"),
    ("* a\n\n* b", 0, 1, [items("bullet_list", "a", "x", "b")], "* a\n\n* x\n\n* b"),
    ("- a\n- b", 0, 1, [items("bullet_list", "a", "b", "")], "- a\n- b"),
    ("- a\n- b", 0, 1, [items("ordered_list", "a", "b", start=1)], "1. a\n2. b"),
    ("- a", 1, 1, [items("bullet_list", "x")], "- a\n\n* x"),
    ("> a\n> b", 0, 1, [{"type": "blockquote", "content": [paragraph("a c")]}], "> a\n> c"),
    ("|a|b|\n|-|-|\n|c|", 0, 1, [table(["a", "b"], ["c", "d|"])], "|a|b|\n|-|-|\n| c | d\\| |"),
    ("|a|b|\n|-|-|\n|*c*|d|", 0, 1, [table(["a", "b"], ["c", "d"])], "|a|b|\n|-|-|\n|c|d|"),
    ("x", 1, 1, [table(["a"], [""])], "x\n\n| a |\n|---|\n|  |"),
    ("|a|\n|-|\n|b|\n|c|", 0, 1, [table(["a"], ["x"], ["b"])], "|a|\n|-|\n| x |\n|b|"),
    ("|a|\n|-|\n|b|\n|c|", 0, 1, [table(["b"], ["c"])], "|b|\n|-|\n|c|"),
    ("x", 0, 1, [paragraph("")], ""),
    ("a\nb c", 0, 1, [paragraph("a b d")], "a\nb d"),
    ("", 0, 0, [paragraph("x"), paragraph("y")], "x\n\ny\n"),
    ("x", 1, 1, [NESTED], "x\n\n- a\n\n  5. b"),  # behind words, 5. would be words
    ("a\tb", 0, 1, [paragraph(" a b c  ")], "a\tb c"),
]


@pytest.mark.parametrize(("old", "first", "last", "blocks", "new"), EDITS)
def test_only_what_changes_is_written_anew(
    old: str, first: int, last: int, blocks: list[Json], new: str
) -> None:
    assert put(HEAD + old, first, last, *blocks) == HEAD + new


def test_a_note_and_a_link_are_put() -> None:
    mark = {"type": "note", "attrs": {"label": "2"}}
    link = {"type": "link", "attrs": {"href": "../a b.md"}}
    word = {"type": "text", "text": "x", "marks": [link, {"type": "strong"}]}
    note = {"type": "footnote", "attrs": {"label": "2"}, "content": [paragraph("nguồn")]}
    block = {"type": "paragraph", "content": [word, mark]}
    done = put(f"{HEAD}a\n", 0, 1, block, note)
    assert done == f"{HEAD}[**x**](../a%20b.md)[^2]\n\n[^2]: nguồn\n"
    bare = put(f"{HEAD}a\n", 0, 1, paragraph("xem https://a.vn/b."))
    assert bare == f"{HEAD}xem https://a.vn/b.\n"
    with pytest.raises(RefusedError):
        put(done, 1, 2)  # its mark would be words


def forms_of(saved: str, number: int) -> list[Callable[[str], str]]:
    """In which forms a text is tried: as it is saved, and in one more by turns; `HARD` in all."""
    as_saved, *more = FORMS.values()
    return [as_saved, *(more if saved == HARD else [more[number % len(more)]])]


def test_nothing_is_hidden_and_nothing_changes_when_a_page_is_saved() -> None:
    for number, saved in enumerate(texts()):
        for change in forms_of(saved, number):
            text = change(saved)
            blocks = page_blocks(text)
            spans = [block["attrs"]["lines"] for block in blocks]
            held = {number for first, last in spans for number in range(first, last + 1)}
            rows = enumerate(re.split(r"\r\n|\r|\n", text), 1)
            bare = {number for number, row in rows if row.strip()} - held
            assert not bare or not blocks or max(bare) < min(held)
            assert apply_edits(text, [{"at": [0, len(blocks)], "blocks": blocks}]) == text


def first_words(block: Json) -> Json | None:
    """The first run of text in a block."""
    for node in block.get("content", []):
        found = node if node["type"] == "text" else first_words(node)
        if found:
            return found
    return None


@pytest.mark.parametrize("part", range(4))
def test_a_block_that_changes_changes_its_lines_alone(part: int) -> None:
    form = list(FORMS.values())[part]
    with_other_bodies = list({text.partition("\n---\n")[2]: text for text in texts()}.values())
    for saved in with_other_bodies[part::4]:
        text = form(saved)
        blocks = page_blocks(text)
        for number in range(part % 3, len(blocks), max(5, len(blocks) // 8)):
            block = deepcopy(blocks[number])
            words = first_words(block)
            if not words:
                continue
            words["text"] += " thêm"
            done = put(text, number, number + 1, block)
            start, stop = block["attrs"]["lines"]
            rest = len(lines(text)) - stop
            assert lines(done)[: start - 1] == lines(text)[: start - 1]
            assert lines(done)[-rest:] == lines(text)[-rest:] or not rest
            assert sum(a != b for a, b in zip(lines(text), lines(done), strict=True)) == 1


def test_blocks_of_hard_text_go_come_and_change() -> None:
    for form in FORMS.values():
        text = form(HARD)
        blocks = page_blocks(text)
        for number, block in enumerate(blocks):
            put(text, number, number + 1, paragraph("- mới # *"), block)
            done = put(text, number, number + 1, block, cue("nhạc", 3, "1. x"))
            assert "\r\n" not in text or "\n" not in done.replace("\r\n", "")
            if block["type"] not in {"footnote", "raw"}:
                assert len(page_blocks(put(text, number, number + 1))) >= len(blocks) - 2


ODDLY = (
    "Một hai\nba __đậm__ &#107;hông.\n\n* mục một\n  nối\n* mục hai\n\nTiêu đề nhỏ\n---\n\n"
    "> lời\nlười\n\n|a b|c|\n|:--|--:|\n|`x\\|y`|d e|\n\n::: nhạc\nchữ\ntrong\n:::\n\nCuối cùng.\n"
)


def test_what_is_undone_is_written_as_it_was() -> None:
    """A block goes, or another word stands in its middle, and all is as it was again."""
    text = HEAD + ODDLY
    whole = page_blocks(text)
    for number, block in enumerate(whole):
        for shall in ([], _split(deepcopy(block))):
            undoing = Undoing()
            done = apply_edits(text, [{"at": [number, number + 1], "blocks": shall}])
            there = page_blocks(undoing.text_of(text, done))
            assert done != text
            back = apply_edits(done, [{"at": [0, len(there)], "blocks": whole}])
            assert undoing.text_of(done, back) == text
    undoing = Undoing()
    done = undoing.text_of(text, apply_edits(text, [{"at": [0, len(whole)], "blocks": []}]))
    back = apply_edits(done, [{"at": [0, 0], "blocks": whole}])
    assert undoing.text_of(done, back) == text


def _split(block: Json) -> list[Json]:
    for node in block.get("content", []):
        if node["type"] == "text":
            node["text"] = node["text"].replace(" ", " chen ", 1)
        else:
            _split(node)
    return [block]


def _typed(text: str, number: int, words: str) -> str:
    """A text in whose first paragraph a run of words is another one."""
    edited = page_blocks(text)
    edited[0]["content"][number]["text"] = words
    return apply_edits(text, [{"at": [0, 1], "blocks": edited[:1]}])


def test_what_is_written_by_its_number_stays_so_and_what_we_wrote_so_goes() -> None:
    text = f"{HEAD}**Ai &#107;hông &amp; biết &copy;:** x\n"
    assert _typed(text, 0, "Ai không & biết © này:") == text.replace("&copy;", "&copy; này")
    ours = _typed(f"{HEAD}**Lưu ý:** x\n", 1, "không")  # no stars end bold words before a letter
    assert ours == f"{HEAD}**Lưu ý:**&#107;hông\n"
    assert _typed(ours, 1, " không") == f"{HEAD}**Lưu ý:** không\n"


def test_a_line_stays_broken_between_two_words_that_change() -> None:
    text = f"{HEAD}Một hai ba\nbốn năm\nsáu bảy.\n"
    edited = page_blocks(text)
    edited[0]["content"][0]["text"] = "Mốt hai ba bốn lăm sáu bẩy."
    done = apply_edits(text, [{"at": [0, 1], "blocks": edited}])
    assert done == f"{HEAD}Mốt hai ba\nbốn lăm\nsáu bẩy.\n"


def test_a_long_paragraph_that_changes_at_both_ends_keeps_its_lines_elsewhere() -> None:
    lines = [" ".join(f"từ{line}-{n}" for n in range(10)) for line in range(300)]
    typed = "Đầu " + " ".join(lines).replace("từ150-9", "giữa") + " cuối"
    near = [*lines[:150], f"{lines[150]} {lines[151]}".replace("từ150-9", "giữa"), *lines[152:]]
    near[0], near[-1] = f"Đầu {near[0]}", f"{near[-1]} cuối"
    done = put(HEAD + "\n".join(lines) + "\n", 0, 1, paragraph(typed))
    assert done == HEAD + "\n".join(near) + "\n"


def test_cells_that_no_reader_sees_are_not_hidden() -> None:
    table_of = "| a | b |\n|---|---|\n| 1 | 2 | 3 |"
    assert [(b["type"], b["attrs"].get("text")) for b in page_blocks(HEAD + table_of)] == [
        ("raw", table_of)
    ]


WORDS = st.text(st.sampled_from([*"aế *_`[]()#|-+>1.:\\~!&<", "\u00a0"]), max_size=6)
MARKED = st.builds(
    lambda words, marks: {"type": "text", "text": words or "x", "marks": marks},
    WORDS,
    st.lists(st.sampled_from(["strong", "em", "s"]), max_size=2, unique=True).map(
        lambda names: [{"type": name} for name in names]
    ),
)
TEXT = st.lists(MARKED, max_size=3)
PARAGRAPH = st.builds(lambda words: {"type": "paragraph", "content": words}, TEXT)
HEADING = st.builds(
    lambda words, level: {"type": "heading", "attrs": {"level": level}, "content": words},
    TEXT,
    st.integers(1, 6),
)


def _inner(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    several = st.lists(inner, min_size=1, max_size=3)
    item = st.builds(
        lambda first, more: {"type": "list_item", "content": [first, *more]},
        PARAGRAPH,
        st.lists(inner, max_size=2),
    )
    lists = st.builds(
        lambda kind, held, start: {"type": kind, "attrs": {"start": start}, "content": held},
        st.sampled_from(["bullet_list", "ordered_list"]),
        st.lists(item, min_size=1, max_size=3),
        st.integers(0, 12),
    )
    quotes = st.builds(lambda held: {"type": "blockquote", "content": held}, several)
    return lists | quotes


BLOCK = st.recursive(PARAGRAPH | HEADING, _inner, max_leaves=6)
CUES = st.builds(
    lambda held, seconds: cue("nhạc", seconds) | {"content": held},
    st.lists(BLOCK, max_size=2),
    st.integers(0, 90),
)
BLOCKS = st.lists(BLOCK | CUES, max_size=5)


@settings(max_examples=80, deadline=None)
@given(BLOCKS, BLOCKS, st.integers(0, 5), st.integers(0, 5))
def test_any_page_is_read_as_meant_or_refused(
    begun: list[Json], new: list[Json], start: int, length: int
) -> None:
    try:
        text = put(HEAD, 0, 0, *begun)
    except RefusedError:
        return
    blocks = page_blocks(text)
    assert apply_edits(text, [{"at": [0, len(blocks)], "blocks": blocks}]) == text
    first = min(start, len(blocks))
    last = min(first + length, len(blocks))
    try:
        done = put(text, first, last, *new)
    except RefusedError:
        return
    after = said(done)
    assert after[: max(0, first - 1)] == said(text)[: max(0, first - 1)]
    assert lines(done)[:4] == lines(text)[:4]


SAID = [*"aế *_`[]()!\\<>&~:@#|^'{}=+$", '"', "[^1]", "](x)", "&amp;"]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(SAID), max_size=9).map("".join))
def test_other_words_of_a_picture_are_read_as_they_were_typed(alt: str) -> None:
    was = '![cũ](../assets/ảnh.png "tít")'
    picture = {"src": "../assets/%E1%BA%A3nh.png", "alt": alt, "source": was}
    block = {"type": "paragraph", "content": [{"type": "image", "attrs": picture}]}
    done = put(f"{HEAD}{was}\n", 0, 1, block)
    (shown,) = page_blocks(done)[0]["content"]
    assert shown["attrs"]["alt"] == " ".join(alt.split())
    assert done.endswith('](../assets/ảnh.png "tít")\n')


@pytest.mark.parametrize("kind", ["ordered_list", "bullet_list"])
def test_a_table_begins_an_item_of_any_list(kind: str) -> None:
    shall = items(kind, "một", "hai", start=9)
    shall["content"][1]["content"] = [table(["k1", "k2"], ["1", "2"])]
    done = put(f"{HEAD}Câu.\n", 0, 1, shall)
    sign = {"ordered_list": "10. ", "bullet_list": "- "}[kind]
    assert f"{sign}| k1 | k2 |\n{' ' * len(sign)}|---|---|\n" in done
    assert put(done, 0, 1, *page_blocks(done)) == done


def test_what_no_editor_of_ours_sends_is_refused() -> None:
    text = f"{HEAD}a\n\nb\n"
    deep: Json = paragraph("x")
    for _ in range(40):
        deep = {"type": "blockquote", "content": [deep]}
    wrong: list[object] = [
        *({}, None, [1], [{"at": [0], "blocks": []}], [{"at": [0, 9], "blocks": []}]),
        [{"at": [True, 1], "blocks": []}],
        [{"at": [0, 2], "blocks": []}, {"at": [1, 2], "blocks": []}],
        *([{"at": [0, 1], "blocks": [each]}] for each in (1, {}, {"type": "script"}, deep)),
        [{"at": [0, 1], "blocks": [{"type": "heading", "attrs": {"level": 9}}]}],
        [{"at": [0, 1], "blocks": [cue("nhạc", -1)]}],
        [{"at": [0, 1], "blocks": [{"type": "paragraph", "content": [{"type": "text"}]}]}],
    ]
    for edits in wrong:
        with pytest.raises(PageError):
            apply_edits(text, edits)
    assert put(text, 0, 1, paragraph("x\0\ud800y")) == f"{HEAD}x\ufffdy\n\nb\n"
    sneaky = cue("nhạc\n:::\n# x", 0)
    assert "\n# x" not in put(text, 0, 1, sneaky)
