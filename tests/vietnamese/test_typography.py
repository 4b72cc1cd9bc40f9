import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese.typography import NO_BREAK_SPACE, PHRASES, bind


@pytest.mark.parametrize(
    ("text", "bound"),  # "~" stands for the no-break space
    [
        ("Sản xuất sạch hơn cho mọi nhà", "Sản~xuất~sạch~hơn cho mọi nhà"),
        ("SẢN XUẤT SẠCH HƠN", "SẢN~XUẤT~SẠCH~HƠN"),
        ("sản xuất và sạch hơn", "sản~xuất và sạch~hơn"),
        ("tiết kiệm năng lượng", "tiết~kiệm~năng~lượng"),
        ("Tài nguyên, môi trường bền vững", "Tài~nguyên, môi~trường bền~vững"),
        ("khu công nghiệp", "khu~công~nghiệp"),
        ("doanh nghiệp công nghiệp", "doanh~nghiệp công~nghiệp"),
        ("hạ môi trườngx", "hạ môi trườngx"),
        ("5 kg, 2.000 người, 12,5 %", "5~kg, 2.000~người, 12,5~%"),
        ("2 triệu đồng và 958.079.880 đồng", "2~triệu~đồng và 958.079.880~đồng"),
        ("3 m² và 5 mét", "3~m² và 5 mét"),
        ("8–13 % mỗi năm", "8–13~% mỗi năm"),
        ("15 mai", "15 mai"),
        ("Quý II năm 2021", "Quý~II năm~2021"),
        ("Quý II/2021; quý 3", "Quý~II/2021; quý~3"),
        ("quý vị", "quý vị"),
        ("ngày 5/6 lúc 6 giờ 30", "ngày~5/6 lúc~6~giờ~30"),
        ("ngày 05 tháng 3 năm 2021", "ngày~05~tháng~3~năm~2021"),
        ("tại KCN Đông Nam 2 và cả vùng", "tại KCN~Đông~Nam~2 và cả vùng"),
        ("KCN Phía Bắc II, CCN Làng Nghề", "KCN~Phía~Bắc~II, CCN~Làng~Nghề"),
        ("KCN mới của vùng", "KCN mới của vùng"),
        ("TP. Ven Biển có", "TP.~Ven~Biển có"),
        ("KCN Số 1 2 3", "KCN~Số~1 2 3"),
        ("a  b", "a  b"),
        ("", ""),
    ],
)
def test_bind(text: str, bound: str) -> None:
    assert bind(text).replace(NO_BREAK_SPACE, "~") == bound


def test_the_longest_given_phrase_wins() -> None:
    assert bind("một hai ba", ["một hai", "hai ba", "một hai ba"]) == "một\u00a0hai\u00a0ba"


def test_without_phrases_figures_are_still_bound() -> None:
    assert bind("môi trường 5 kg", []) == "môi trường 5\u00a0kg"


def test_the_author_s_no_break_spaces_stay() -> None:
    assert bind("sản\u00a0xuất sạch hơn") == "sản\u00a0xuất\u00a0sạch\u00a0hơn"


def test_phrases_are_sorted_compounds_without_repetition() -> None:
    assert len(set(PHRASES)) == len(PHRASES)
    assert all(" " in phrase and phrase == phrase.lower() for phrase in PHRASES)


@given(
    st.lists(
        st.sampled_from(
            [*PHRASES, "KCN", "Đông", "2", "12,5", "kg", "ngày", "giờ", "Quý", "II", "%"]
        )
    )
)
def test_only_spaces_change_and_only_once(words: list[str]) -> None:
    text = " ".join(words)
    bound = bind(text)
    assert bound.replace(NO_BREAK_SPACE, " ") == text
    assert bind(bound) == bound
