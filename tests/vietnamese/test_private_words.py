"""What belongs to one person in a text, and what only looks so. Test data."""

import pytest

from generator.vietnamese.private_words import MAIL, NUMBERS, SECRETS, TELEPHONES, private_words

FOUND = (
    ("bb_0912345678.pdf", TELEPHONES),
    ("Ông A 0912 345 678", TELEPHONES),
    ("(0251) 3822 232", TELEPHONES),
    ("+84 912.345.678", TELEPHONES),
    ("tel84912345678", TELEPHONES),
    ("075099012345.jpg", NUMBERS),
    ("075 099 012345", NUMBERS),
    ("CMND: 271234567", NUMBERS),
    ("căn cước số 271 234 567", NUMBERS),
    ("a.b@mail.vn", MAIL),
    ("a (at) b.vn", MAIL),
    ("a-nguyen-gmail-com.pdf", MAIL),
    ("Số tài khoản 0123456789", SECRETS),
    ("TK 102010001234567 Vietinbank", SECRETS),
    ("tk_102010001234567.pdf", SECRETS),
)


@pytest.mark.parametrize(("text", "what"), FOUND)
def test_what_belongs_to_a_person(text: str, what: str) -> None:
    assert [sort for _, sort in private_words(text)] == [what]


@pytest.mark.parametrize(
    "text",
    [
        *("05062021-0812.pdf", "05062021 08h.pdf", "IMG_20210601_081233.jpg", "03-05-2021-08.pdf"),
        *("mc-2021-0007", "phieu-phat-song-12-5.pdf", "hoa-don-00012345.pdf", "280 phút"),
        *("Hóa đơn số 000123456", "trên 2.000.000 người", "0345/2021", "zalo-1622512345678.jpg"),
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert [*private_words(text, is_of_person=True)] == []
