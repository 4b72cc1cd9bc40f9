"""Names of persons as they are compared. Test data."""

import pytest

from generator.vietnamese.person_names import is_example_name, name_key


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
