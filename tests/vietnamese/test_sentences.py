import pytest

from generator.vietnamese.sentences import cut, sentences


def test_sentences_and_their_places() -> None:
    text = " Một câu. Hai 3.000 cuốn, 1.234,5 tỷ! “Ba?” Bốn…  Năm"
    found = list(sentences(text))
    assert [each for _, each in found] == [
        "Một câu.",
        "Hai 3.000 cuốn, 1.234,5 tỷ!",
        "“Ba?”",
        "Bốn…",
        "Năm",
    ]
    assert all(text[at : at + len(each)] == each for at, each in found)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Máy tắt, đèn tắt rồi, vòi còn chảy suốt cả đêm.", "đèn tắt rồi"),
        ("Xưởng vẫn làm món hàng ấy nhưng tốn ít hơn hẳn.", "món hàng ấy"),
        ("Không có chỗ nào.", ""),
    ],
)
def test_where_to_cut(sentence: str, words: str) -> None:
    assert cut(sentence) == words
