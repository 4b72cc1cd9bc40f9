"""The form of official documents, measured against Decree 30/2020/NĐ-CP, Appendix I. Test data."""

import ctypes
import io
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from PIL import Image

from generator.adapters.typesetter import TypstTypesetter
from generator.model.palette import look
from generator.text.official import (
    Annex,
    Bar,
    Chart,
    Grid,
    Heading,
    OfficialDocument,
    OfficialHead,
    Paragraph,
)
from generator.text.word.official_document import document

MM = 72 / 25.4
ROWS = tuple((str(n), "Việc thử", "3", "100%") for n in range(1, 61))
CHART = Chart(
    "Biểu đồ thử",
    "Việc thử: 3 trên 4 cái, 1 cái có minh chứng",
    ("Kế hoạch", "Đã thực hiện", "Có minh chứng"),
    (Bar("Việc thử", 0.75, 0.25, "3/4 cái"),),
)
OFFICIAL = OfficialDocument(
    OfficialHead("Ủy ban thử", "Sở thử", "Số:          /BC-………"),
    "BÁO CÁO",
    "Kết quả thực hiện kế hoạch thử",
    "Ủy ban thử",
    (
        Heading("I. KẾT QUẢ"),
        Paragraph("Câu này chỉ để thử, đủ dài để đến mép bên kia của trang giấy khổ A4. " * 3),
        Heading("1. Bảng", 2),
        Grid("Bảng 1", ("TT", "Nội dung", "Số", "Tỷ lệ"), (12, 88, 30, 30), ROWS, (2, 3)),
        CHART,
        Paragraph("Trên đây là báo cáo./."),
    ),
    ("- Như trên;", "- Lưu: VT, …………."),
    (Annex("PHỤ LỤC I", "DANH MỤC THỬ", (Paragraph("Câu thử."),), is_wide=True),),
)


class Sign(NamedTuple):
    """A letter of a page: its size in points, its face, its place from below and from the left."""

    text: str
    size: float
    face: str
    left: float
    right: float
    bottom: float


def png(_chart: Chart) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (800, 100), "white").save(target, "PNG")
    return target.getvalue()


@pytest.fixture(scope="module")
def in_word() -> bytes:
    return document(OFFICIAL, png)


@pytest.fixture(scope="module")
def pdfs(
    in_word: bytes, typesetter: TypstTypesetter, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The document as LibreOffice shows what Word gets, if it is here, and as our PDF."""
    data = OFFICIAL.data | {"look": look(None)}
    made = {"typst": typesetter.pdf("report", {"sheet": json.dumps(data)})}
    if office := shutil.which("soffice"):
        folder = tmp_path_factory.mktemp("office")
        (folder / "thu.docx").write_bytes(in_word)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, folder / "thu.docx"], check=True, capture_output=True)
        made["word"] = (folder / "thu.pdf").read_bytes()
    return made


@pytest.fixture(params=["typst", "word"])
def pages(request: pytest.FixtureRequest, pdfs: dict[str, bytes]) -> list[list[Sign]]:
    if request.param not in pdfs:
        pytest.skip("LibreOffice is not installed")
    return [list(signs(page)) for page in pypdfium2.PdfDocument(pdfs[request.param])]


def signs(page: pypdfium2.PdfPage) -> Iterator[Sign]:
    text, face, flags = page.get_textpage(), ctypes.create_string_buffer(80), ctypes.c_int()
    for index in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if sign.isspace():
            continue
        pdfium.FPDFText_GetFontInfo(text, index, face, 80, flags)
        left, bottom, right, _ = text.get_charbox(index)
        name = face.value.decode().rpartition("+")[2]
        size = round(pdfium.FPDFText_GetFontSize(text, index), 1)
        yield Sign(sign, size, name, left / MM, right / MM, bottom / MM)


def said(page: list[Sign]) -> str:
    return "".join(sign.text for sign in page)


def of(page: list[Sign], words: str) -> list[Sign]:
    """The letters of the first place at which these words stand."""
    wanted = "".join(words.split())
    start = said(page).index(wanted)
    return page[start : start + len(wanted)]


def form_of(page: list[Sign], words: str) -> set[tuple[float, str]]:
    return {(sign.size, sign.face.removeprefix("LiberationSerif")) for sign in of(page, words)}


@pytest.mark.parametrize(
    ("words", "sizes", "face"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {12, 13}, "-Bold"),
        ("Độc lập - Tự do - Hạnh phúc", {13, 14}, "-Bold"),
        ("ỦY BAN THỬ", {12, 13}, ""),
        ("SỞ THỬ", {12, 13}, "-Bold"),
        ("Số:", {13}, ""),
        ("tháng", {13, 14}, "-Italic"),
        ("BÁO CÁO", {13, 14}, "-Bold"),
        ("Kết quả thực hiện kế hoạch thử", {13, 14}, "-Bold"),
        ("Câu này chỉ để thử", {13, 14}, ""),
    ],
)
def test_each_part_has_the_size_that_the_decree_gives_it(
    pages: list[list[Sign]], words: str, sizes: set[float], face: str
) -> None:
    (found,) = form_of(pages[0], words)
    assert (found[0] in sizes, found[1]) == (True, face)


def test_the_end_has_the_sizes_of_the_decree(pages: list[list[Sign]]) -> None:
    last = pages[-2]
    assert form_of(last, "Nơi nhận:") == {(12.0, "-BoldItalic")}
    assert form_of(last, "- Như trên;") == {(11.0, "")}
    (power,) = form_of(last, "QUYỀN HẠN, CHỨC VỤ")
    assert (power[0] in {13, 14}, power[1]) == (True, "-Bold")
    assert min(s.left for s in of(last, "QUYỀN HẠN, CHỨC VỤ")) > 90
    assert said(last).count("./.") == 1


def test_margins_and_numbers_of_pages_are_those_of_the_decree(pages: list[list[Sign]]) -> None:
    numbers = []
    for page in pages:
        wide = page is pages[-1]
        width, height = (297, 210) if wide else (210, 297)
        above = [sign for sign in page if sign.bottom > height - 20]
        numbers.append(said(above))
        body = [sign for sign in page if sign not in above]
        assert min(sign.left for sign in body) > 29.5
        assert max(sign.right for sign in body) < width - 14.5
        assert min(sign.bottom for sign in body) > 19
        if above:
            middle = (min(s.left for s in above) + max(s.right for s in above)) / 2
            assert abs(middle - (30 + width - 20) / 2) < 1
            assert {s.size for s in above} <= {13.0, 14.0}
    assert max(sign.right for sign in pages[0]) > 210 - 20.5  # both sides are straight
    assert numbers == ["", *(str(n) for n in range(2, len(pages) + 1))]


def test_heads_of_tables_stand_on_each_page_and_rows_are_whole(pages: list[list[Sign]]) -> None:
    with_rows = [said(page) for page in pages if "Việcthử3100%" in said(page)]
    assert len(with_rows) > 1
    assert all("TTNộidungSốTỷlệ" in text for text in with_rows)
    assert sum(text.count("Việcthử3100%") for text in with_rows) == len(ROWS)


def test_a_validator_of_open_xml_accepts_it(
    in_word: bytes, open_xml_errors: Callable[[bytes], list[object]]
) -> None:
    assert open_xml_errors(in_word) == []


def test_a_picture_says_what_it_shows_and_equal_documents_are_equal_bytes(in_word: bytes) -> None:
    (picture,) = Document(io.BytesIO(in_word)).inline_shapes
    assert picture._inline.docPr.get("descr") == CHART.text  # noqa: SLF001 - no other way
    assert document(OFFICIAL, png) == in_word
