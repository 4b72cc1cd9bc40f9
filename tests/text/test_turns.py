"""Those whom a script names speak in its draft, and nobody else; what is no name is left alone."""

import pytest

from generator.text.turns import with_turns


@pytest.mark.parametrize(
    ("body", "draft", "speakers"),
    [
        ("**PTV nam**: Chào.\n\n**PTV nữ: Xin chào.**", "**PTV nam:** Chào.\n\n**PTV nữ:** Xin chào.", ("PTV nam", "PTV nữ")),
        ("MC: Chào.\\\nPTV 1: Xin chào.", "**MC:** Chào.\n\n**PTV 1:** Xin chào.", ("MC", "PTV 1")),
        ("Lan: Chào.\n\nBình: Vâng.\n\nLan: Đi.\n\nBình: Rồi.", "**Lan:** Chào.\n\n**Bình:** Vâng.\n\n**Lan:** Đi.\n\n**Bình:** Rồi.", ("Lan", "Bình")),
        ("PTV NAM:\n\nKính chào.\n\nptv nam: Vâng.", "**PTV NAM:** Kính chào.\n\n**PTV NAM:** Vâng.", ("PTV NAM",)),
        ("Nhạc hiệu: 10 giây\n\n*PV:* Chào **ông**.", "Nhạc hiệu: 10 giây\n\n**PV:** Chào **ông**.", ("PV",)),
        ("MC (vui): Chào.", "**MC:** (vui) Chào.", ("MC",)),
        ("Ông Tư: Tôi khóa vòi.", "**Ông Tư:** Tôi khóa vòi.", ("Ông Tư",)),
    ],
)  # fmt: skip
def test_speakers(body: str, draft: str, speakers: tuple[str, ...]) -> None:
    assert with_turns(body, ["Ông Tư"]) == (draft, speakers)
    assert with_turns(draft, ["Ông Tư"]) == (draft, speakers)


@pytest.mark.parametrize(
    "body",
    [
        "Ví dụ: một.\n\nVí dụ: hai.",
        "Bước một: lập đội.\n\nBước một: lập lại.",
        "Kết luận: khóa vòi.\n\nXem https://example.org/a\n\nPTV đọc chậm.",
    ],
)
def test_no_speakers(body: str) -> None:
    assert with_turns(body) == (body, ())
