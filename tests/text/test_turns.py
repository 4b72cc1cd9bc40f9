"""Those whom a script names speak in its draft, and nobody else; what is no name is left alone."""

import pytest

from generator.text.turns import with_turns

_NU_NAM = "**PTV nữ:** Chào.|**PTV nam:** Vâng."
_LAN_AN = "**Lan:** Chào.|**An:** Ừ.|**Lan:** Đi.|**An:** Rồi."


@pytest.mark.parametrize(
    ("body", "draft", "speakers"),
    [
        ("**PTV nam**: Chào.|**MC: Vâng.**", "**PTV nam:** Chào.|**MC:** Vâng.", ("PTV nam", "MC")),
        ("MC: Chào.\\\nPTV 1: Vâng.", "**MC:** Chào.|**PTV 1:** Vâng.", ("MC", "PTV 1")),
        ("Lan: Chào.|An: Ừ.|Lan: Đi.|An: Rồi.", _LAN_AN, ("Lan", "An")),
        ("MC NỮ:|Kính chào.|Mc nữ: Vâng.", "**MC NỮ:** Kính chào.|**MC NỮ:** Vâng.", ("MC NỮ",)),
        ("Nhạc hiệu: 10 giây|*PV:* A **b**.", "Nhạc hiệu: 10 giây|**PV:** A **b**.", ("PV",)),
        ("## PTV nữ:|Chào.|PTV nam – Vâng.", _NU_NAM, ("PTV nữ", "PTV nam")),
        ("PTV1: Chào.|PTV 1: Vâng.", "**PTV1:** Chào.|**PTV1:** Vâng.", ("PTV1",)),
        ("MC (vui): Chào.", "**MC:** (vui) Chào.", ("MC",)),
        ("Ông Tư: Tôi khóa vòi.", "**Ông Tư:** Tôi khóa vòi.", ("Ông Tư",)),
    ],
)
def test_speakers(body: str, draft: str, speakers: tuple[str, ...]) -> None:
    lines, wanted = body.replace("|", "\n\n"), draft.replace("|", "\n\n")
    assert with_turns(lines, ["Ông Tư"]) == (wanted, speakers)
    assert with_turns(wanted, ["Ông Tư"]) == (wanted, speakers)


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


def test_speakers_in_a_table() -> None:
    head = "| STT | Người đọc | Nội dung |\n| --- | --- | --- |\n"
    table = f"{head}| 1 | MC | Chào. |\n| 2 | Lan | Vâng. |"
    assert with_turns(table, ["Lan"]) == ("**MC:** Chào.\n\n**Lan:** Vâng.\n", ("MC", "Lan"))
    other = "| Ca | Lượng |\n| --- | --- |\n| sáng | 5 |\n"
    assert with_turns(f"MC: Chào.\n\n{other}")[0] == f"**MC:** Chào.\n\n{other}"
