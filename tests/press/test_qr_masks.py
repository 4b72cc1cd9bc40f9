import pytest
import segno

from generator.press.job import qr_rows

LINKS = [f"https://example.org/{'bang-ron-' * (number // 2)}{number}/" for number in range(12)]


@pytest.mark.parametrize("link", LINKS)
def test_a_code_is_the_one_that_segno_makes_by_itself(link: str) -> None:
    code = segno.make(link, error="q", boost_error=False, micro=False)
    assert qr_rows(link) == ["".join(map(str, row)) for row in code.matrix]


def test_codes_of_several_sizes_and_masks_are_tried() -> None:
    codes = [segno.make(link, error="q", boost_error=False, micro=False) for link in LINKS]
    assert len({code.version for code in codes}) > 3
    assert len({code.mask for code in codes}) > 2
