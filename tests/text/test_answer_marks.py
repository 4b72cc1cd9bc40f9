"""What shows the answers of a test is found; what only speaks of them is left alone."""

import pytest

from generator.text.answer_marks import doubled_numbers, marked_answers, plain_offer, shown_answers


def said(text: str) -> list[str]:
    found = (*shown_answers(text), *marked_answers(text, is_test=False))
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1. Hỏi?\n   - Có\n   - Không\n\nĐáp án: C", "Đáp án: C"),
        ("**Đáp án câu 3:** Hai lượt", "Đáp án câu 3:** Hai lượt"),
        ("Đáp án đúng là B.", "Đáp án đúng là B."),
        ("ĐA: 1A, 2C", "ĐA: 1A, 2C"),
        ("ĐA:1A, 2C", "ĐA:1A, 2C"),
        ("| Câu | 1 |\n|---|---|\n| ĐA| C |", "ĐA| C |"),
        ("> *B. Hai", "*B. Hai"),
        (">*B. Hai", "*B. Hai"),
        ("Đáp án:\n\n1A 2C", "Đáp án:"),
        ("Bảng đáp án: 1A, 2C", "Bảng đáp án: 1A, 2C"),
        ("## Hướng dẫn chấm\n\nMỗi câu một điểm.", "Hướng dẫn chấm"),
        ("Hướng dẫn chấm: mỗi câu một điểm.", "Hướng dẫn chấm: mỗi câu một điểm."),
        ("| Câu | 1 | 2 |\n|---|---|---|\n| Đáp án | C | B |", "Đáp án | C | B |"),
        ("   - Hai lượt (đáp án đúng)", "(đáp án đúng)"),
        ("   - Hai lượt (hai lần) (đúng)", "(đúng)"),
        ("   - *B. Hai lượt", "*B. Hai lượt"),
        ("*B. Hai lượt", "*B. Hai lượt"),
        ("1. Mấy lượt?\n   - Một\n   - **Hai lượt**\n   - Ba", "Hai lượt"),
        ("A. Một\n\n**B. Hai lượt**\n\nC. Ba", "B. Hai lượt"),
    ],
)
def test_an_answer_is_shown(text: str, words: str) -> None:
    assert said(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Đáp án: xem bản của người giảng.",
        "Đáp án: ……",
        "**Đáp án:** ____",
        "Đáp án:\n\nGhi ở đây.",
        "Đáp án của cả lớp được chữa ở cuối buổi.",
        "| Câu | 1 | 2 |\n|---|---|---|\n| Đáp án |  |  |",
        "1. Chuẩn bị:\n   - **Khóa van**\n   - Mở sổ",
        "1. Mấy lượt?\n   - **Một**\n   - **Hai**",
        "Người học chọn ý đúng (đáp án đúng chỉ có một).",
    ],
)
def test_no_answer_is_shown(text: str) -> None:
    assert said(text) == []


def test_a_mark_and_a_number_are_no_words_of_a_question() -> None:
    assert plain_offer("Hai lượt (đáp án đúng)") == plain_offer("Hai lượt") == "Hai lượt"
    text = "5. Câu 5 (0,25 điểm). Hỏi?\n6. Câu 5 hỏi gì?"
    assert [text[start:end] for start, end in doubled_numbers(text)] == ["Câu 5 (0,25 điểm)."]
