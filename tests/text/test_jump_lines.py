"""Where a text goes on in a paper, and numbers of tables and chapters that are not here."""

import pytest

from generator.text.habits import habits
from generator.text.jump_lines import jumps
from generator.text.pointers import pointers
from generator.vietnamese.figures import figures


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Xem tiếp trang 7", "Xem tiếp trang 7"),
        ("(Xem tiếp tr. 4)", "(Xem tiếp tr. 4)"),
        (">> Xem tiếp trang 5", "Xem tiếp trang 5"),
        ("Tiếp theo trang 1 (Máy nén khí)", "Tiếp theo trang 1 (Máy nén khí)"),
        ("(Tiếp theo kỳ trước)", "(Tiếp theo kỳ trước)"),
        ("Nước chảy mãi. … (Còn nữa)", "(Còn nữa)"),
    ],
)
def test_jumps(text: str, said: str) -> None:
    assert [text[start:end].lstrip("> ") for start, end in jumps(text)] == [said]


def test_sentences_are_no_jumps() -> None:
    for text in ("Tiếp theo là trang 5 của sổ.", "Đọc tiếp trang 3 của sổ rồi ký.", "Còn nữa."):
        assert [*jumps(text)] == []


def test_a_number_leads_to_what_is_there() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    for text in (
        f"Theo Bảng 1, xưởng giảm.\n\n{table}",
        "Bảng 1 của QCVN 40 quy định; bảng 2 cột.",
        "Xem chương 2.\n\n## Chương 2. Đo\n\nĐo nước.",
        "Theo Chương 2 của Luật này.",
        "Theo Nghị định 08 (xem Phụ lục II).",
    ):
        assert [*pointers(text, text)] == []
    text = "Hình 2 cho thấy; xem mục 3.1; theo sơ đồ 4."
    assert [kind for kind, *_ in pointers(text, text)] == ["shown", "shown", "part"]


def test_a_number_of_a_label_is_no_figure_and_a_name_of_a_table_no_heading() -> None:
    labels = "Theo Bảng 1.2, Sơ đồ 1, Biểu đồ 15, Hình 12 và Mục 3.1.2."
    assert [*figures(labels)] == []
    assert habits("**Bảng 1. Nước**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n") == ()
