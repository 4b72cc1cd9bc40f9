"""What belongs to one person in a text, and what only looks so. Test data."""

import pytest

from generator.vietnamese.private_words import (
    BIRTHS,
    MAIL,
    NUMBERS,
    SECRETS,
    TAX_CODES,
    TELEPHONES,
    private_words,
)

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
    ("MST 8012345678.pdf", TAX_CODES),
    ("ma-so-thue-ca-nhan-3600000000.pdf", TAX_CODES),
    ("mst_cn_8012 345 678.jpg", TAX_CODES),
    ("nguyen-van-thu-ngay-sinh-12-5-80.pdf", BIRTHS),
    ("Năm sinh: 1980", BIRTHS),
    ("thu_sinh1975.jpg", BIRTHS),
    ("ông Thử (NS 12/5/2003)", BIRTHS),
)
OF_FILES = (
    ("cam-ket-8000000011.pdf", TAX_CODES),
    ("nguyen-van-thu-12-05-1980.pdf", BIRTHS),
    ("thu_19800512.jpg", BIRTHS),
    ("Thử 1.2.2001.pdf", BIRTHS),
)


@pytest.mark.parametrize(("text", "what"), FOUND)
def test_what_belongs_to_a_person(text: str, what: str) -> None:
    assert [sort for _, sort in private_words(text)] == [what]


@pytest.mark.parametrize(("text", "what"), OF_FILES)
def test_what_belongs_to_a_person_in_the_name_of_a_file(text: str, what: str) -> None:
    assert [sort for _, sort in private_words(text, is_of_file=True)] == [what]
    assert [*private_words(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        *("05062021-0812.pdf", "05062021 08h.pdf", "IMG_20210601_081233.jpg", "03-05-2021-08.pdf"),
        *("mc-2021-0007", "phieu-phat-song-12-5.pdf", "hoa-don-00012345.pdf", "280 phút"),
        *("mst-3600123456.pdf", "qd-64-22-04-2003.pdf", "ve-sinh-12-5-2021.jpg", "ns-2010.xlsx"),
        *("hoc-sinh-2003.jpg", "hop-dong 01-06-2005.pdf", "phieu-8000000012.pdf", "99-99-1980.pdf"),
        *("Hóa đơn số 000123456", "trên 2.000.000 người", "0345/2021", "zalo-1622512345678.jpg"),
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert [*private_words(text, is_of_person=True, is_of_file=True)] == []
