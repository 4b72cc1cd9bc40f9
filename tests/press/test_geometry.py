import pytest

from generator.model.sizes import Size
from generator.press.geometry import PressSheet


def test_a_sheet_at_true_size_has_its_boxes_in_points() -> None:
    sheet = PressSheet(Size(3000, 2000), bleed=20)
    assert sheet.scale == 1
    assert sheet.media_box == pytest.approx((0, 0, 8617.3228, 5782.6772))
    assert sheet.bleed_box == sheet.media_box
    assert sheet.trim_box == pytest.approx((56.6929, 56.6929, 8560.6299, 5725.9843))
    assert sheet.inside_trim(50) == pytest.approx((198.4252, 198.4252, 8418.8976, 5584.2520))


def test_marks_stand_outside_the_bleed() -> None:
    sheet = PressSheet(Size(254, 254), bleed=25.4, margin=25.4)
    assert [sheet.media_box, sheet.bleed_box, sheet.trim_box] == [
        pytest.approx((0, 0, 1008, 1008)),
        pytest.approx((72, 72, 936, 936)),
        pytest.approx((144, 144, 864, 864)),
    ]


@pytest.mark.parametrize(("width", "scale"), [(5000, 1), (5040, 1), (5041, 10), (50_000, 10)])
def test_what_does_not_fit_a_page_is_drawn_at_one_to_ten(width: float, scale: int) -> None:
    sheet = PressSheet(Size(width, 800), bleed=20)
    assert sheet.scale == scale
    assert sheet.media_box[2] * scale == pytest.approx((width + 40) * 72 / 25.4)
    assert round(sheet.media_box[2], 4) <= 14_400
