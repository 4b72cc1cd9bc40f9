"""The emblem stands with the campaign's name; who answers for a piece is named apart, if known."""

from generator.app.check import CheckReport
from generator.press.orders import printed_pieces
from generator.press.piece_artwork import imprint_of


def test_the_emblem_is_no_authoritys(checked: CheckReport) -> None:
    found = {
        entry.campaign.id: dict(imprint_of(checked.plan, entry).texts)
        for entry, _, _ in printed_pieces(checked.plan)
    }
    assert found == {
        "dong-nai-2021": {
            "programme": "Sản xuất sạch hơn Đồng Nai",
            "body": "Đơn vị thực hiện: Sở Công Thương Đồng Nai",
            "address": "",
            "contact": "",  # the site has no address yet that anybody could open
        },
        "dong-nai-2022": {
            "programme": "Sản xuất sạch hơn Đồng Nai",
            "body": "",
            "address": "",
            "contact": "",
        },
    }
