"""Lines that are laid out as in a word processor, and lines that are not (test data)."""

from pathlib import Path

import pytest

from generator.text.habits import habits
from generator.text.placeholders import placeholders
from generator.text.prose import prose

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("##\u00a0Mục", [("heading-space", "## Mục")]),
        ("> -\u2003 Một", [("list-space", "> - Một")]),
        ("12.\u00a0\u00a0Một", [("list-space", "12. Một")]),
        ("\u3000\u3000Đoạn [chữ](a.md).", [("indent-space", "Đoạn [chữ](a.md).")]),
        ("-Một\n-Hai\n\n-Ba", [("list-touching", "- Một")]),
        ("1/Một\n2/Hai", [("list-touching", "1. Một")]),
        ("a)Một", [("list-touching", "- Một")]),
        ("*Ghi chú\n*Nữa", [("list-touching", "* Ghi chú")]),
        ("a) Một.\n\nb) Hai.\n\nc) Ba.", [("letters-for-list", "- Một.")]),
        ("a) Một.\n\nb) Hai.\n\nKhông cần giấy nêu ở điểm b.", []),
        ("(1) Một.\n\n(2) Hai.", [("letters-for-list", "1. Một.")]),
        ("Phần II: Mở đầu\n\nChữ.", [("heading-numbered", "## Phần II: Mở đầu")]),
        ("A.\n\n— — —\n\nB.", [("divider", "---")]),
        ("A.\n\n--***--\n\nB.", [("divider", "---")]),
        ("**Mục**\n\nChữ.", [("heading-in-bold", "## Mục")]),
        ("__Mục__\n\nChữ.", [("heading-in-bold", "## Mục")]),
        ("A. Mục lớn\n\nChữ.", [("heading-numbered", "## A. Mục lớn")]),
        ("2.1 Mục nhỏ\n\nChữ.", [("heading-numbered", "## 2.1 Mục nhỏ")]),
        ("KẾT LUẬN\n\nChữ.", [("heading-in-capitals", "## KẾT LUẬN")]),
        ("#Kết", [("hashtag", "## Kết")]),
        ("Theo sổ [1].\n\n[1] Sổ.", [("note-by-hand", "")]),
        ("Theo sổ (1).\n\n(1) Sổ.", [("note-by-hand", "")]),
        ("Theo sổ¹.\n\n¹ Sổ.", [("note-by-hand", "")]),
    ],
)
def test_a_line_is_told_with_what_to_type(text: str, found: list[tuple[str, str]]) -> None:
    assert [(habit.kind, habit.replacement(text)) for habit in habits(prose(text))] == found


@pytest.mark.parametrize(
    "text",
    [
        "- Một\n- Hai\n\n1. Ba\n2. Bốn\n\n* Năm",
        "*Lời chú dưới ảnh.*\n\n**Lưu ý:** khóa van.\n\n**Chữ đậm một câu.**\n\nChữ.",
        "-5 độ, +3 độ, 3.000 lít, 1.5 lít mỗi giờ\n\n24/7, 40/NQ-CP, 12/QĐ-UBND",
        "Kết ở đây\n\n**Tổ biên tập**",
        "***\n\n___\n\n---\n\n* * *",
        "m³ và x², (1) một, (2) hai; [chữ][1]\n\n[1]: https://vi-du.vn",
        "a) Một mình.\n\nĐoạn khác.",
        "```\n-Một\n##\u00a0Hai\nI. BA\n```",
        "| A | B |\n|---|---|\n| -a | 1)b |",
        "#SXSH #môitrường",
    ],
)
def test_what_is_laid_out_for_readers_is_left_alone(text: str) -> None:
    assert habits(prose(text)) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gọi 0xxx xxx xxx hoặc 09xx", ["0xxx xxx xxx"]),
        ("ngày …/…/2021 và trong một năm khác là 20xx", ["ngày …", "20xx"]),
        ("[Chèn ảnh] (cần bổ sung) <tên xưởng>", ["[Chèn ảnh]", "(cần bổ sung)", "<tên xưởng>"]),
        ("Lời của [chủ xưởng] ở đây", ["[chủ xưởng]"]),
        ("[chữ của bạn]", ["chữ của bạn"]),
        ("Câu.\n\n…\n\n???", ["…", "???"]),
        ("“Ông [chủ xưởng] nói”, [...], […], [sic], [1], [chữ](a.md), ![x](a.png)", []),
        ("Anh… ừ. Một ngày… rồi thôi. Hả?? Trời!!! Có 10… người", []),
        ("lần thứ XXX, thế kỷ XX, 2xA4, (bổ sung năm 2020), 24/7, 1/2, A/B", []),
        ("```\nTODO [chèn]\n```", []),
    ],
)
def test_what_is_still_to_be_written(text: str, found: list[str]) -> None:
    told = placeholders(text, prose(text), is_value=False, is_heard=False)
    assert sorted(text[each.start : each.end] for each in told) == sorted(found)


def test_the_real_pieces_are_laid_out_for_readers_and_written() -> None:
    texts = [
        path.read_text("utf-8").partition("\n---\n")[2]
        for path in sorted((ROOT / "content").rglob("*.md"))
    ]
    assert len(texts) > 60
    assert [habits(prose(text)) for text in texts if habits(prose(text))] == []
    left = [
        text[each.start : each.end]
        for text in texts
        for each in placeholders(text, prose(text), is_value=False, is_heard=False)
    ]
    assert left == []
