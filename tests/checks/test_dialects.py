"""Signs of other dialects, lines that run together, names that would be read aloud (test data)."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.checks import dialects
from generator.checks.speakers import stray_speakers
from generator.model.body import Body
from generator.model.segment import Segment
from generator.text.dialects import DIALECTS, foreign
from generator.text.outline import outline


def found(markdown: str) -> list[tuple[str, str]]:
    return [each for bare in outline(markdown).bare for each in foreign(bare)]


SAMPLES = {
    "shortcode": ["[vc_row]", "[/caption]", "[su_button url=x]Đăng ký[/su_button]"],
    "admonition": ["!!! note", '??? tip "x"', "???+ x"],
    "callout": ["> [!NOTE]\n> Chữ", "> [!info]- Chữ"],
    "critic": ["{++a++}", "{--a--}", "{==a==}", "{>>a<<}", "{~~a~>b~~}"],
    "wiki-heading": ["== Tên ==", "=== Tên ==="],
    "highlight": ["Chữ ==nổi bật==."],
    "insertion": ["Chữ ^^thêm^^."],
    "contents": ["[TOC]", "[toc]"],
    "formula": ["$E=mc^2$", "$$a$$", "Cho $x$."],
    "task": ["- [ ] việc", "- [x] việc", "1. [X] việc"],
    "subscript": ["H~2~O", "CO~2~."],
    "superscript": ["m^3^", "10^-6^ m"],
    "single-tilde": ["Giá ~cũ lắm~ mới"],
    "abbreviation": ["*[SXSH]: sản xuất"],
    "emoji": [":smile:", "Vui :material-home: nhé"],
    "template": ["{{< a >}}", "{{% a %}}", "{{ site.ten }}", "{% include a %}"],
    "keys": ["++ctrl+s++", "Bấm ++Enter++."],
    "definition": ["Từ\n: nghĩa", "Từ\n\n:   nghĩa"],
    "comment": ["Chữ %%riêng%%"],
    "spoiler": ["||giấu||"],
    "wiki-braces": ["{color:red} chữ", "{panel|a} chữ {panel}"],
    "pair": ["--bỏ--", "@@x@@", "!!chữ!!", "Chữ //chữ// khác", "Chữ %ten%", "@ten@", "((chữ))"],
    "latex": ["\\frac{1}{2}", "Cho \\alpha."],
    "html-shown": ["&lt;b&gt;đậm&lt;/b&gt;"],
    "entity": ["&amp;nbsp;"],
    "heading-without-space": ["##Tên", "#Tên của bài", "####### Tên"],
    "heading-end": ["## Tên##", "### Tên của bài####"],
    "cue-within": ["Chào. ::: nhạc 5 giây"],
    "forum": ["[b]đậm[/b]", "[URL=https://a.vn]chữ[/URL]", "[color=red] chữ", "[/b]"],
    "citation": ["[@nguyen, tr. 5]", "[-@nguyen]"],
    "footnote-within": ["Chữ^[lời]"],
    "footnote-text": ["[^1] Lời.", "[^1] : Lời."],
    "footnote-mark": ["Chữ[^1].", "Chữ[^lời dài]."],
    "reference": ["[chữ][không có]", "[chữ][]"],
    "directive": [".. note:: chữ", ":ref:`x`"],
    "block-name": ["Đoạn hay. ^abc123"],
    "page-break": ["\\newpage", "\\pagebreak"],
    "wiki-bold": ["'''đậm'''"],
    "emphasis": ["*Lưu ý:*Chữ", "__Lưu ý:__Chữ", "_Lưu ý_Chữ"],
    "stars": ["**Lưu ý:**Chữ", "** hở **", "**hở"],
    "backticks": ["`hở", "Nước hở`"],
    "underlines": ["__hở", "_hở", "nước hở__"],
    "times": ["5 * 6 * 7", "Rộng 2*3 m"],
    "tildes": ["~~ hở ~~", "~~hở"],
}


def test_every_kind_has_its_samples() -> None:
    assert list(SAMPLES) == list(DIALECTS)


@pytest.mark.parametrize(("kind", "text"), [(k, text) for k in SAMPLES for text in SAMPLES[k]])
def test_a_sign_is_told_once_in_words_and_never_in_code(kind: str, text: str) -> None:
    assert [each for each, _ in found(text)] == [kind]
    assert found(f"```\n{text}\n```") == []


@pytest.mark.parametrize(
    "text",
    [
        "Giá $5 và $10, US$5, $5-$10, ($5=$4), 5 $ một ký.",
        "x^2 + y^2, a^b, 10^6; `m^3^` và `==x==` và `{{ x }}`",
        "C++ và C++, A+, a+b+c, 5 ++ 6",
        "2~3 kg, ~5 kg và ~6 kg, khoảng ~20–~30",
        "6:30:15, Gồm:nước:điện, https://a.vn:8080/b:c:d",
        "Họ tên: ______, lớp: ......, (*), 5 × 6 × 7",
        "[1] (2) [x](a.md) [a] và (b) [pano](a.md) [b](c.md)",
        "\\[x\\], \\[…\\], \\[...\\], \\[?\\], \\[1\\], \\[2-4\\], \\[12/5/2021\\], \\[a\\]",
        "{{ 0 }}, { a }, {1}, f(x) = {1, 2}",
        "#SXSH #môitrường, phòng # 5, C#",
        "Câu hỏi??? Trời ơi!!! Thế ư?!!",
        "\\==chữ\\==, \\~x\\~, \\[TOC\\], H\\~2\\~O, \\*\\*chữ\\*\\*, \\{{ x }}",
        "Ba việc (**một**), “**hai**”, **«ba»**: **Lưu ý:** a **b**. **a *b* c** **x y**",
        "Một\n-- hai; a || b; 50%% ; 100% và 20%",
        "~~gạch bỏ~~ và **đậm** và *nghiêng* và [chữ][a].\n\n[a]: https://a.vn",
    ],
)
def test_what_is_no_sign_alarms_nobody(text: str) -> None:
    assert found(text) == []


def test_what_a_hint_shows_is_right_when_typed() -> None:
    shown = [hint.partition(": ")[2] for hint in (each.hint for each in DIALECTS.values())]
    typed = [text.removesuffix(".") for text in shown if "{better}" not in text and text]
    assert len(typed) > 15
    notes = "\n\n".join(text for text in typed if text.startswith("[^"))
    rest = "\n\n".join(text for text in typed if not text.startswith("[^"))
    assert notes
    assert found(f"{rest}\n\nCâu[^1].\n\n[^1]: Theo báo cáo năm 2020.") == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("m^3^", "³"),
        ("CO~2~", "₂"),
        ("##Tên của bài", "## Tên của bài"),
        ("**Lưu ý:**Chữ", "**Lưu ý:** Chữ"),
        ("a ** hở **, b", "**hở**,"),
    ],
)
def test_what_is_meant_is_shown(text: str, better: str) -> None:
    (bare,) = outline(text).bare
    (each,) = foreign(bare)
    assert dialects._better(*each, bare) == better  # noqa: SLF001


LAID = [
    ("# Tên", ["title-in-text"]),
    ("Tên\n===", ["title-in-text"]),
    ("Tên\n---", ["underlined-heading"]),
    ("Tên\n\n---\n\nChữ", []),
    ("### Tên", ["heading-level"]),
    ("## A\n\n#### B", ["heading-level"]),
    ("## A\n\n### B\n\n#### C\n\n## D\n\n### E", []),
    ("##", ["heading-empty"]),
    ("1. a\n3. b", ["numbers-in-script", "list-numbers"]),
    ("1. a\n1. b\n1. c", ["numbers-in-script"]),
    ("2021. a\n2022. b", ["number-for-list"]),
    ("1. a\n\n   5. x\n   6. y\n\n2. b", ["numbers-in-script"] * 2),
    ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", ["cells-lost"]),
    ("| a | b |\n|---|---|\n| 1 \\| 2 | 3 |\n| 4 |", ["cells-missing"]),
    ("| a |\n|---|\n| 1 |\nchữ", ["text-in-table"]),
    ("| a | b |\n| 1 | 2 |", ["table-without-rule"]),
    ("+---+---+\n| a | b |\n+---+---+", ["table-without-rule"]),
    ("a | b\nc | d", ["table-without-rule"]),
    ("Nước | Điện", []),
    ("a\tb", ["tab-in-words"]),
    ("a\tb\nc\td", ["tabs-for-table"]),
    ("Gồm:\na) một\nb) hai", ["letters-for-list"]),
    ("1/ một\n2/ hai", ["letters-for-list"]),
    ("1.1. một\n1.2. hai", ["letters-for-list"]),
    ("Kính gửi: A\nĐồng gửi: B", ["lines-run-together"]),
    ("- một\nhai", ["lines-run-together"]),
    ("Kính gửi: A\\\nĐồng gửi: B  \nC", ["break-in-script"]),
    (f"{'chữ ' * 18}\n{'chữ ' * 18}\nhết", []),
    ("Gồm:\n• một\n• hai", []),  # told as bullets of a word processor
    ("[](a.md)", ["link-without-words"]),
    ("[**](a.md)", ["link-without-words"]),
    ("[![x](a.png)](a.md)", []),
    ("[x]()", ["link-without-address"]),
    ("[x](#)", ["link-without-address"]),
    ('[x](a.md "b")', ["link-title"]),
    ('![x](a.png "b")', ["picture-title"]),
    ("[x][a]\n\n[a]: b.md 'tựa'", ["link-title"]),
    ("---\nid: a\ntopics:\n  - b\n---\n\nChữ", ["second-front-matter"]),
    ("---\n\nLưu ý: chữ\n\n---", []),
    ("[Nguồn]: https://a.vn", ["address-unused"]),
    ("[a]: b.md\n[a]: c.md\n\nXem [chữ][A].", ["address-twice"]),
    ("a\n\n[^1]: b", ["note-unused"]),
    ("a\n\n[^lời dài]: b", ["note-name"]),
    ("a[^1]\n\n[^1]: b\n\n[^1]: c", ["note-twice"]),
    ("```\n# a\n[b]: c\nd\te\n```", []),
]


@pytest.mark.parametrize(("text", "kinds"), LAID)
def test_what_looks_otherwise_than_its_author_sees_it(text: str, kinds: list[str]) -> None:
    told = outline(text)
    assert [mention.words for mention in (*told.layout, *told.lost)] == kinds


def test_a_bare_address_is_a_link_and_ends_before_the_mark() -> None:
    text = (
        "(https://a.vn/b_(c)). https://a.vn/x*y_z*, so_a@b.gov.vn! [https://c.vn](https://d.vn) a@b"
    )
    links = [link.text for link in outline(text).links]
    assert links == [
        "https://a.vn/b_(c)", "https://a.vn/x*y_z", "mailto:so_a@b.gov.vn", "https://d.vn"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**PTV 1:** Chào", []),
        ("**PTV 1:** Một.\n\n**PTV 2:** Hai.", []),
        ("Ông PTV 1: chào", []),
        ("**PTV 1:** Bà hỏi PTV 2: khi nào?", []),
        ("PTV 1 nói: đi", []),
        ("**PTV 1:**Chào", [0]),
        ("**PTV 1**: Chào", [0]),
        ("PTV 1: Chào", [0]),
        ("PTV 1 : Chào", [0]),
        ("ptv1: Chào", [0]),
        ("PTV 1：Chào", [0]),
        ("***PTV 1:*** Chào", [0]),
        ("*PTV 1:* Chào", [0]),
        ("PTV 1 (cười): Chào", [0]),
        ("PTV 1 – Chào", [0]),
        ("PTV 1 và PTV 2: Chào", [0]),
        ("P.T.V. 1: Chào", [0]),
        ("PTV 3: Chào", [0]),
        ("PTV: Chào", [0]),
        ("PTV 1/ Chào", [0]),
        ("PTV 1. Chào", [0]),
        ("PTV 1- Chào", [0]),
        ("[PTV 1] Chào", [0]),
        ("(PTV 1): Chào", [0]),
        ("**PTV 1**\nChào", [0]),
        ("PTV nói thế là phải", []),
        ("- **PTV 1:** Chào", [0]),
        ("1. PTV 1: Chào", [0]),
        ("> **PTV 1:** Chào", [0]),
        ("## PTV 1: Chào", [0]),
        ("::: nhạc\n**PTV 1:** Chào\n:::", [1]),
        ("**PTV 1:** Một.\n**PTV 2:** Hai.", [1]),
        ("**PTV 1:** Một. **PTV 2:** Hai.", [0]),
    ],
)
def test_a_name_is_a_turn_or_an_error(text: str, lines: list[int]) -> None:
    segment = Segment.model_validate(
        {"id": "a", "medium": "radio", "title": "A", "campaign": "c", "activity": "d"}
        | {"speakers": ["PTV 1", "PTV 2"]}
    )
    segment.read_from("content/a.md", Body(text, "content/a.md", 1, text))
    assert list(stray_speakers(segment)) == lines
    assert all(re.match("(?i)p[.]?t[.]?v", name) for _, name in stray_speakers(segment).values())


SIGNS = ["\\\\", "\\", "<", ">", "&", "$", "x", " ", "*", "==", "{{", "}}", ":::", "~~", "("]


@given(st.lists(st.sampled_from(SIGNS)).map("".join))
@example("$x \\\\< y$")
def test_any_signs_are_looked_at(text: str) -> None:
    assert {kind for kind, _ in found(text)} <= {*DIALECTS, "formula"}


def test_a_backslash_that_is_meant_as_one_is_a_sign_as_others_are() -> None:
    assert found("Ta có $x \\\\< y$ ở đây.") == [("formula", "$x \\< y$")]
    assert found("Chữ ==a\\\\<b== hết.") == [("highlight", "==a\\<b==")]
