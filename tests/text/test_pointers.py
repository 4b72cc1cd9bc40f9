"""What points at what is not there is told, and what leads somewhere is left alone."""

import pytest

from generator.text.pointers import pointers


def said(text: str, *, is_heard: bool = False) -> list[tuple[str, str]]:
    found = pointers(text, text, is_heard=is_heard)
    return [(kind, text[start:end]) for kind, start, end in found]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Mười hai cơ sở được chọn (có danh sách kèm theo).", "annex", "danh sách kèm theo"),
        ("Chi tiết như tệp đính kèm.", "annex", "tệp đính kèm"),
        ("Lập phiếu theo mẫu số 02 kèm theo Công văn này.", "annex", "kèm theo Công văn này"),
        ("Định mức nêu tại Phụ lục II.", "annex", "tại Phụ lục II"),
        ("Nội dung tại Công văn này.", "annex", "tại Công văn này"),
        ("Link đăng ký ở dưới phần bình luận.", "post", "ở dưới phần bình luận"),
        ("Để lại số điện thoại dưới bình luận nhé.", "post", "dưới bình luận"),
        ("Cả nhà thả tim nhé!", "post", "thả tim"),
        ("Chia sẻ giúp page nhé!", "post", "Chia sẻ giúp page"),
        ("Đừng quên like, share.", "post", "like, share"),
        ("Nhấn nút đăng ký kênh.", "post", "Nhấn nút đăng ký kênh"),
        ("Link nằm ở phần mô tả bên dưới.", "post", "phần mô tả bên dưới"),
        ("Anh chị ib để được tư vấn.", "post", "ib để"),
        ("Như bảng dưới đây, nước đã bớt.", "shown", "Như bảng dưới đây"),
        ("Định mức (Phụ lục II) là mười lít.", "annex", "Phụ lục II"),
        ("Theo khoản 2 Điều này, xưởng ghi sổ.", "law", "khoản 2 Điều này"),
        ("Xưởng ghi sổ theo Điều 12 Luật này.", "law", "Điều 12 Luật này"),
        ("Nghị định này quy định về sổ.", "law", "Nghị định này quy định"),
        ("Trong khuôn khổ luận văn này, ta ghi sổ.", "study", "Trong khuôn khổ luận văn này"),
        (
            "Đề tài của nhóm nghiên cứu chúng tôi đo nước.",
            "study",
            "Đề tài của nhóm nghiên cứu chúng tôi",
        ),
        ("Nước bớt đi (Nguyen & Tran, 2019).", "study", "(Nguyen & Tran, 2019)"),
        ("Nước bớt đi (Nguyễn Văn Mẫu, 2018).", "study", "(Nguyễn Văn Mẫu, 2018)"),
    ],
)
def test_nothing_is_there(text: str, kind: str, words: str) -> None:
    assert said(text) == [(kind, words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Như bảng dưới đây, nước đã bớt.", "Như bảng dưới đây"),
        ("Xem hình bên để rõ.", "Xem hình bên"),
        ("Đường link ở trang của Sở.", "Đường link ở"),
    ],
)
def test_who_listens_sees_nothing(text: str, words: str) -> None:
    assert said(text, is_heard=True) == [("heard", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Xem [danh sách kèm theo](danh-sach.md).",
        "Máy bán ra có phiếu bảo hành kèm theo máy.",
        "Nộp đơn kèm theo bản sao giấy phép.",
        "Thông tư 02/2022/TT-BTNMT, tại Phụ lục II.",
        "Theo Phụ lục II của Nghị định 08/2022/NĐ-CP.",
        "Định mức nêu tại Phụ lục.\n\n## Phụ lục\n\nMười lít.",
        "Như bảng dưới đây:\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "Bình luận của bạn đọc được đăng ở phần bình luận của báo.",
        "Bấm chuông cửa rồi chờ. Nhấn nút đăng ký trên cổng dịch vụ công.",
        "Một con tim, một tấm lòng; chia sẻ giúp nhau.",
        "Nghị định 08/2022/NĐ-CP mới ra. Nghị định này quy định rõ, khoản 2 Điều này cũng vậy.",
        "Nhóm viết luận văn về nước. Luận văn này đo một năm.",
        "“Đề tài của nhóm chúng tôi đo nước”, chị kể. Ảnh chụp ở xưởng (Biên Hòa, 2019).",
        "Điều này giúp bớt nước.",
    ],
)
def test_what_leads_somewhere_is_left_alone(text: str) -> None:
    assert said(text) == []
