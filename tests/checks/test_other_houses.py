"""Who speaks in a text, and who is to be asked, is of the province of those who take part."""

from collections.abc import Callable, Mapping

from generator.diagnostics import Diagnostic

PARTNERS = "campaigns/partners.yml"
RADIO, PAPER = "content/phat/phat-1.md", "content/bao/bao-1.md"
SAID = "chỉ có dữ liệu để kiểm thử."
SENTENCE = "Đây là dữ liệu để kiểm thử."


def test_another_house_speaks(
    whole: Mapping[str, bytes], told: Callable[..., list[Diagnostic]]
) -> None:
    partners = whole[PARTNERS].decode().replace("{name: Sở thử}", "{name: Sở Thử Đồng Nai}")
    radio = (
        whole[RADIO]
        .decode()
        .replace(
            SAID,
            f"{SAID} Đây là Đài Phát thanh và Truyền hình Bình Dương. Quý vị đang nghe chương "
            "trình của Đài Phát thanh – Truyền hình Bình Phước. Đây là Đài Đồng Nai.",
        )
    )
    paper = (
        whole[PAPER]
        .decode()
        .replace(
            SENTENCE,
            f"{SENTENCE} Mời bạn đọc gửi thư về Báo Tây Ninh. Hỏi thêm: Sở Thử Lâm Đồng.\n\n"
            "Xưởng gửi báo cáo cho Sở Thử Bình Dương, theo Báo Bình Phước. Ai muốn hỏi ở Bến Tre "
            "thì gọi Sở Thử Bến Tre. Hỏi thêm: Sở Thử Đồng Nai.",
        )
    )
    changed = {PARTNERS: partners, RADIO: radio, PAPER: paper}
    found = told({**whole, **{path: text.encode() for path, text in changed.items()}})
    houses = [str(each.details["text"]) for each in found if each.rule.code == "house-of-another"]
    assert houses == [
        "Báo Tây Ninh",
        "Sở Thử Lâm Đồng",
        "Đài Phát thanh và Truyền hình Bình Dương",
        "Đài Phát thanh – Truyền hình Bình Phước",
    ]
