import time
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from generator.diagnostics import Refusal, RefusalError
from generator.model.sizes import Size
from generator.press.finish import OTHER_PAGE, finish
from generator.press.geometry import PressSheet
from generator.press.metadata import Facts

FACTS = Facts("Giảm <lãng phí> & giữ", "Cơ quan mẫu", date(2021, 4, 1))


def drawing(width: float, height: float, pages: int = 1) -> bytes:
    """A PDF as a typesetter would hand it over: a green page."""
    target = BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            page = document.add_blank_page(page_size=(width, height))
            page.Contents = document.make_stream(b"0.9 0.25 0.75 0.35 k 0 0 10 10 re f")
        document.save(target)
    return target.getvalue()


def facts_of(pdf: bytes) -> dict[str, object]:
    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        return {
            "version": document.pdf_version,
            "boxes": [
                [round(float(side), 2) for side in page.obj[name]]
                for name in ("/MediaBox", "/BleedBox", "/TrimBox")
            ],
            "unit": int(page.obj.get("/UserUnit", 1)),
            "info": {str(key): str(value) for key, value in document.docinfo.items()},
        }


def test_boxes_unit_and_metadata_are_set() -> None:
    sheet = PressSheet(Size(6000, 800), bleed=20)
    done = finish(drawing(sheet.media_box[2], sheet.media_box[3]), sheet, FACTS)
    assert facts_of(done) == {
        "version": "1.6",
        "boxes": [
            [0, 0, 1712.13, 238.11],
            [0, 0, 1712.13, 238.11],
            [5.67, 5.67, 1706.46, 232.44],
        ],
        "unit": 10,
        "info": {
            "/Title": "Giảm <lãng phí> & giữ",
            "/Author": "Cơ quan mẫu",
            "/Creator": "loa",
            "/Producer": "loa",
            "/CreationDate": "D:20210401000000+07'00'",
            "/ModDate": "D:20210401000000+07'00'",
            "/Trapped": "/False",
        },
    }


def test_xmp_and_info_agree() -> None:
    sheet = PressSheet(Size(1000, 500), bleed=20)
    done = finish(drawing(sheet.media_box[2], sheet.media_box[3]), sheet, FACTS)
    with pikepdf.open(BytesIO(done)) as document, document.open_metadata() as xmp:
        assert {
            key: xmp[key] for key in ("dc:title", "dc:creator", "xmp:CreateDate", "xmp:ModifyDate")
        } == {
            "dc:title": "Giảm <lãng phí> & giữ",
            "dc:creator": ["Cơ quan mẫu"],
            "xmp:CreateDate": "2021-04-01T00:00:00+07:00",
            "xmp:ModifyDate": "2021-04-01T00:00:00+07:00",
        }


def test_same_picture_and_facts_give_the_same_bytes_and_other_facts_others() -> None:
    sheet = PressSheet(Size(1000, 500), bleed=20)
    raw = drawing(sheet.media_box[2], sheet.media_box[3])
    later = Facts(FACTS.title, FACTS.author, date(2021, 4, 2))
    now = finish(raw, sheet, FACTS)
    time.sleep(1.1)  # a file id made from the clock changes with the second
    assert finish(raw, sheet, FACTS) == now
    assert finish(raw, sheet, FACTS) != finish(raw, sheet, later)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (drawing(100, 100), "it draws another size"),
        (drawing(100, 100, pages=2), "it draws more than one page"),
    ],
)
def test_a_drawing_that_is_not_what_was_ordered_is_refused(raw: bytes, problem: str) -> None:
    with pytest.raises(RefusalError) as caught:
        finish(raw, PressSheet(Size(1000, 500), bleed=20), FACTS)
    assert caught.value.refusal == Refusal(OTHER_PAGE, {"problem": problem})
