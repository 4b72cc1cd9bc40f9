import pytest

from generator.vietnamese.superlatives import superlatives


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cách tốt nhất và rẻ nhất", ["tốt nhất", "rẻ nhất"]),
        ("Duy nhất ở đây", ["Duy nhất"]),
        ("số một, Số 1, hàng đầu", ["số một", "Số 1", "hàng đầu"]),
        ("TỐT NHẤT, HÀNG ĐẦU", ["TỐT NHẤT", "HÀNG ĐẦU"]),
        ("thống nhất, huyện Thống Nhất, hợp nhất, đồng nhất", []),
        ("ít nhất, thứ nhất, lần thứ nhất, mới nhất, gần nhất, sớm nhất, muộn nhất", []),
        ("nhất là, nhất định, nhất trí, nhất quán, nhất thiết, nhất thời, nhất loạt", []),
        ("NHẤT LÀ, THỐNG NHẤT", []),
        ("số 12, số 10, 4 số một quý, hàng đầu tiên không kể", ["hàng đầu"]),
        ("nhấtx, xsố một", []),
        ("", []),
    ],
)
def test_superlatives(text: str, expected: list[str]) -> None:
    assert [found.words for found in superlatives(text)] == expected


def test_what_remains_without_the_claim() -> None:
    found = list(superlatives("Đây là cách hiệu quả nhất, duy nhất."))
    assert [(each.start, each.end, each.bare) for each in found] == [(17, 25, "quả"), (27, 35, "")]
