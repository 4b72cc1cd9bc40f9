"""Papers as pages: what stands in a cell stays in it (the papers are test data)."""

import json

import pypdfium2
import pytest

from generator.adapters.typesetter import TypstTypesetter
from generator.model.palette import look
from generator.text.paper import Paper, Table

LONG = "Ngành dệt may nhìn từ bể nhuộm và bàn cắt, đi theo nước mới biết tiền của xưởng chảy đi đâu"
FILE = "bien_ban_nghiem_thu_chuyen_san_san_xuat_sach_hon_ban_cuoi_da_ky_dau_do_scan.pdf"


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> TypstTypesetter:
    return TypstTypesetter(tmp_path_factory.mktemp("typst"))


def boxes(setter: TypstTypesetter, table: Table) -> list[tuple[str, tuple[float, ...]]]:
    """Each letter of a page with that table, and its left, bottom, right and top in pt."""
    data = Paper("Thử", (table,)).data | {"look": look(None)}
    (whole,) = pypdfium2.PdfDocument(setter.pdf("form", {"sheet": json.dumps(data)}))
    page = whole.get_textpage()
    letters = page.get_text_range()
    return [(sign, page.get_charbox(at)) for at, sign in enumerate(letters) if sign.strip()]


def test_a_row_to_write_in_is_as_high_as_its_words_need(setter: TypstTypesetter) -> None:
    rows = (("1", "A" + LONG, ""), ("2", "B" + LONG, ""))
    found = boxes(setter, Table(("TT", "Bài", "Đồng ý"), (12, 40, 20), rows, tall=True))
    second = next(at for at, (sign, _) in enumerate(found) if sign == "2")
    above = min(box[1] for _, box in found[:second])
    assert max(box[3] for _, box in found[second:-3]) < above
    short = (("1", "X", ""), ("2", "Y", ""))
    found = boxes(setter, Table(("TT", "Bài", "Đồng ý"), (12, 40, 20), short, tall=True))
    one, two = (box[3] for sign, box in found if sign in "XY")
    assert one - two == pytest.approx(11 * 72 / 25.4, abs=1)


def test_a_long_word_is_broken_inside_its_column(setter: TypstTypesetter) -> None:
    _, _, _, _, _, *letters = boxes(setter, Table(("Tệp", "Số"), (40, 20), ((FILE, "7"),)))
    end = next(at for at, (sign, _) in enumerate(letters) if sign == "7")
    assert "".join(sign for sign, _ in letters[:end]).replace("\u200b", "") == FILE
    assert max(box[2] for _, box in letters[:end]) < letters[end][1][0]
