"""Stories as a newspaper receives them, from `examples/paper`, which is test data."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from generator import testing
from generator.app.check import check
from generator.cli.world import world
from generator.model.artifact import Artifact, Audience
from generator.press.preflight import colour_spaces
from generator.press.preflight.delivery import Delivery, open_delivery
from generator.vietnamese.dates import HANOI
from tests import edits

ROOT = Path(__file__).parents[2]
APRIL = datetime(2021, 4, 1, tzinfo=HANOI)
FOLDER = "handoff/bao-thu/2021-quy-2/bai-bao/bai-thu/bai-thu"
DRAWING, PHOTOGRAPH = "-hinh-1-hinh-ve-cua-bai-thu", "-hinh-2-anh-cua-bai-thu"


def artifacts(root: Path, as_of: datetime = APRIL) -> dict[str, Artifact]:
    here = testing.frozen_world(world(root), as_of)
    found = testing.artifacts(here, "copy")["copy"]
    return {item.path.removeprefix(FOLDER): item for item in found}


def edit(root: Path, old: str, new: str) -> None:
    edits.edit(root / "content/bai-thu.md", old, new)


def words(data: bytes) -> str:
    document = Document(BytesIO(data))
    cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_the_paper_gets_word_text_slip_and_pictures(paper: Path) -> None:
    made = artifacts(paper)
    assert sorted(made) == sorted(
        [
            *(".docx", ".txt", "-phieu.docx", f"{PHOTOGRAPH}.jpg"),
            *(f"{DRAWING}{ending}" for ending in (".png", ".pdf", "-xam.pdf")),
        ]
    )
    assert {(item.audience, item.of.partner) for item in made.values()} == {
        (Audience.PARTNER, "bao-thu")
    }


def test_the_document_has_the_styles_of_a_desk(paper: Path) -> None:
    document = Document(BytesIO(artifacts(paper)[".docx"].bytes()))
    assert [(p.style.name, p.text) for p in document.paragraphs if p.style] == [
        ("Tít", "Tít của bài thử & chữ < 5"),
        ("Sapo", "Sapo của bài thử, viết để kiểm tra."),
        ("Nội dung", "Đoạn đầu có chữ đậm và liên kết."),
        ("Ảnh", ""),
        ("Chú thích", "Hình vẽ của bài thử. Sơ đồ: Sở Thử nghiệm."),
        ("Tiêu đề phụ", "Tiêu đề phụ"),
        ("Danh sách", "Việc một"),
        ("Danh sách", "Việc hai"),
        ("Danh sách", "việc nhỏ"),
        ("Trích dẫn", "Lời trích thử."),
        ("Ảnh", ""),
        ("Chú thích", "Ảnh của bài thử. Ảnh: Người chụp thử."),
        ("Ô bảng", ""),
        ("Nội dung", "Đoạn cuối."),
        ("Tác giả", "Người viết thử"),
    ]


def test_plain_text_for_old_programs(paper: Path) -> None:
    data = artifacts(paper)[".txt"].bytes()
    assert data.decode("utf-8-sig").replace("\r\n", "\n") == (
        "Tít của bài thử & chữ < 5\n\nSapo của bài thử, viết để kiểm tra.\n\n"
        "Đoạn đầu có chữ đậm và liên kết.\n\n"
        f"[Hình bai-thu{DRAWING}.png]\n\nHình vẽ của bài thử. Sơ đồ: Sở Thử nghiệm.\n\n"
        "Tiêu đề phụ\n\n1. Việc một\n2. Việc hai\n   – việc nhỏ\n\nLời trích thử.\n\n"
        f"[Hình bai-thu{PHOTOGRAPH}.jpg]\n\nẢnh của bài thử. Ảnh: Người chụp thử.\n\n"
        "Cột\tSố\nNước\t5\n\nĐoạn cuối.\n\nNgười viết thử\n"
    )
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_the_slip_counts_and_names_the_rights(paper: Path) -> None:
    text = words(artifacts(paper)["-phieu.docx"].bytes())
    for expected in ("thứ Tư, 12/5/2021 (đề xuất)", "tối đa 12 chữ", "20–300 ký tự †", "4 × 40 mm"):
        assert expected in text
    assert "Người trong ảnh: nhận ra được\nSự đồng ý: Văn bản thử ngày 1/5/2021" in text
    assert "Số 1, đường Thử" in text


def test_the_slip_reckons_in_lines_and_columns(paper: Path) -> None:
    partners = paper / "campaigns/partners.yml"
    text = partners.read_text(encoding="utf-8")
    partners.write_text(text.replace("columns: 4", "columns: 5\n          line: 24"), "utf-8")
    slip = words(artifacts(paper)["-phieu.docx"].bytes())
    assert "Số dòng\n12 dòng, mỗi dòng 24 ký tự; 3 dòng mỗi cột, 5 cột" in slip


def test_the_slip_says_what_is_not_stated(paper: Path) -> None:
    edit(paper, "    source: Vẽ để thử\n", "")
    assert "Nguồn: không ghi" in words(artifacts(paper)["-phieu.docx"].bytes())


def test_pictures_are_ready_for_print(paper: Path) -> None:
    made = artifacts(paper)
    with Image.open(BytesIO(made[f"{DRAWING}.png"].bytes())) as drawing:
        assert (drawing.mode, drawing.width) == ("RGB", 473)  # 60 mm at 200 pixels an inch
    for ending in (".pdf", "-xam.pdf"):
        with open_delivery(vectors := Delivery(made[f"{DRAWING}{ending}"].bytes())):
            assert list(colour_spaces.check(vectors)) == []  # inks alone
            assert vectors.document.pdf_version == "1.6"
    with Image.open(BytesIO(made[f"{PHOTOGRAPH}.jpg"].bytes())) as photograph:
        assert photograph.size == (600, 400)
        assert dict(photograph.getexif()) == {}


def test_a_newspaper_gets_every_kind_of_pixels_as_rgb(paper: Path) -> None:
    """Sixteen bits of grey are not white, and inks not neon."""
    file = paper / "assets/anh/nguoi.jpg"
    inks = Image.new("CMYK", (600, 400), (200, 0, 200, 0))
    inks.paste((0, 0, 0, 0), (300, 200, 600, 400))
    inks.save(file, quality=95, icc_profile=(ROOT / "assets/icc/FOGRA39-derived.icc").read_bytes())
    with Image.open(BytesIO(artifacts(paper)[f"{PHOTOGRAPH}.jpg"].bytes())) as made:
        assert (made.mode, made.info.get("icc_profile")) == ("RGB", None)
        assert made.getpixel((9, 9)) == pytest.approx((23, 169, 97), abs=3)


def test_the_same_files_whatever_the_day(paper: Path) -> None:
    first = {name: item.bytes() for name, item in artifacts(paper).items()}
    later = artifacts(paper, datetime(2021, 7, 1, tzinfo=HANOI))
    assert {name: item.bytes() for name, item in later.items()} == first
    assert {n: i.digest for n, i in later.items()} == {
        n: i.digest for n, i in artifacts(paper).items()
    }


def test_each_change_changes_the_digest(paper: Path) -> None:
    before = {name: item.digest for name, item in artifacts(paper).items()}
    edit(paper, "Đoạn cuối.", "Đoạn cuối khác.")
    after = {name: item.digest for name, item in artifacts(paper).items()}
    assert {n for n in before if before[n] != after[n]} == {".docx", ".txt", "-phieu.docx"}


@pytest.mark.parametrize(
    ("status", "expected"),
    [("draft", set()), ("withdrawn", set()), ("ready", {Audience.INTERNAL})],
)
def test_only_what_is_approved_leaves_the_desk(
    status: str, expected: set[Audience], paper: Path
) -> None:
    edit(paper, "status: approved", f"status: {status}")
    assert {item.audience for item in artifacts(paper).values()} == expected


def test_a_story_that_waits_says_so(paper: Path) -> None:
    edit(paper, "status: approved", "status: ready")
    first = artifacts(paper)[".txt"].bytes().decode("utf-8-sig").partition("\r\n")[0]
    assert first == "[Chưa duyệt: chưa được in]"
    with zipfile.ZipFile(BytesIO(artifacts(paper)[".docx"].bytes())) as archive:
        assert "Chưa duyệt: chưa được in" in archive.read("word/header1.xml").decode()


def test_an_approval_that_is_an_example_says_so(paper: Path) -> None:
    """Neither a name nor a day: no paper may look as if somebody had approved it."""
    before = words(artifacts(paper)["-phieu.docx"].bytes())
    edit(paper, "approved_by: Người thử", "approved_by: Ví dụ")
    made = artifacts(paper)
    slip = words(made["-phieu.docx"].bytes())
    assert " duyệt ngày " in before
    assert " duyệt ngày " not in slip
    assert "VÍ DỤ: chưa ai duyệt bài này." in slip
    with zipfile.ZipFile(BytesIO(made[".docx"].bytes())) as archive:
        assert "VÍ DỤ: chưa ai duyệt" in archive.read("word/header1.xml").decode()


def test_the_site_waits_for_the_paper(paper: Path) -> None:
    """What the paper prints first, the site shows from that day, or after the embargo."""

    def shown(day: int) -> bool:
        as_of = datetime(2021, 5, day, tzinfo=HANOI)
        return "bai-thu" in check(world(paper).files, as_of).plan.visible

    edit(paper, "basis: proposed", "basis: proposed\npublish_on: 1/5/2021")
    assert [shown(day) for day in (1, 11, 12)] == [False, False, True]
    edit(paper, "basis: proposed", "basis: proposed\nembargo: 14/5/2021")
    assert [shown(day) for day in (12, 13, 14)] == [False, False, True]
    assert "14/5/2021" in words(artifacts(paper)["-phieu.docx"].bytes())


@pytest.mark.parametrize("name", [".docx", "-phieu.docx"])
def test_a_validator_of_open_xml_finds_nothing_wrong(
    name: str, paper: Path, open_xml_errors: Callable[[bytes], list[object]]
) -> None:
    assert open_xml_errors(artifacts(paper)[name].bytes()) == []
