"""Names of persons as they are compared. Test data."""

import pytest

from generator.vietnamese.person_names import (
    are_one_name,
    is_example_name,
    is_nobodys_name,
    name_key,
)


@pytest.mark.parametrize(
    ("name", "is_example"),
    [
        *((name, True) for name in ("Ví dụ", "Ví dụ.", "“Ví dụ”", "vi du", "VI  DU.")),
        *((name, True) for name in ("Ông Ví Dụ", "Vi du 1")),
        *((name, True) for name in ("Ví dụ: Trần Thị Hoa", "(ví dụ)", "Vi\u0301 du\u0323")),
        *((name, True) for name in ("Thí dụ", "thi du", "vi_du", "Ví dụ Nguyễn Văn An")),
        *((name, False) for name in ("", "Vi Duy Hưng", "Vi Du Long", "Trần Thị Hoa", "Ví Dũng")),
    ],
)
def test_an_example_of_a_name_is_one_however_it_is_typed(name: str, is_example: bool) -> None:  # noqa: FBT001
    assert is_example_name(name) is is_example


def test_one_person_has_one_key() -> None:
    known = ("Trần Thị Hoa", "trần  thị hoa.", "Bà Trần Thị Hoa", "Tran Thi Hoa", "Hoa")
    assert [*map(name_key, known)] == ["tran thi hoa"] * 4 + ["hoa"]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Bà Hoa (Đài Thử nghiệm)", "Đài Thử nghiệm", True),
        ("Hoa – Đài Thử nghiệm", "dai thu nghiem.", True),
        ("phóng viên Đài Thử nghiệm", "Đài Thử nghiệm", True),
        ("Bà Hoa", "Nguyễn Thị Hoa", True),
        ("N. T. Hoa", "Nguyễn Thị Hoa", True),
        ("Bà Hoa, Đài Thử", "Bà Hoa", True),
        ("daithu", "Đài Thử", True),
        ("Đài T.N.", "Đài Thử nghiệm", True),
        ("Đài TN", "Đài Thử nghiệm", True),
        ("ĐTN", "Đài Thử nghiệm", True),
        ("Thử nghiệm Đài", "Đài Thử nghiệm", True),
        ("Đài An", "Đài Thử", False),
        ("Trần Thị Hoa", "Nguyễn Thị Hoa", False),
        ("Nguyễn Thị Hoan", "Nguyễn Thị Hoa", False),
        ("Tổ thư ký", "Đài Thử", False),
        ("Người xem", "Người gửi", False),
    ],
)
def test_two_names_of_one(one: str, other: str, is_one: bool) -> None:  # noqa: FBT001
    assert [are_one_name(one, other), are_one_name(other, one)] == [is_one] * 2


def test_who_has_no_name_is_nobody() -> None:
    nobody = ("-", "…", "A", "12", "A 1", "Vi du", "Ví dụ", "(chưa ký)", "Tên người duyệt", "chờ")
    anybody = (
        "đài",
        "Đài truyền thanh",
        "người gửi",
        "chính tôi",
        "tự kiểm tra",
        "không ai",
        "ai đó",
    )
    assert [name for name in (*nobody, *anybody) if not is_nobodys_name(name)] == []
    people = ("An", "Tổ thư ký", "Vi Du Long", "Trần Thị Hoa", "Ái", "Minh", "Bà Đài", "Người xem")
    assert not any(map(is_nobodys_name, (*people, "Phòng Thử", "Từ Minh Tâm", "Phong")))
