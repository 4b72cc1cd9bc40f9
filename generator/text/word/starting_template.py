"""A Word template of a report to begin from: in the form of the decree, with every field."""

from collections.abc import Sequence
from io import BytesIO

from generator.catalogue import words
from generator.text.office_fields import LISTS
from generator.text.official import (
    END,
    NUMBER,
    Annex,
    Grid,
    Heading,
    OfficialBlock,
    OfficialDocument,
    OfficialHead,
    Paragraph,
)
from generator.text.word import docx_bytes
from generator.text.word.official_document import document

_WIDE = 247.0  # mm between the margins of a page that lies across
_TALL = 160.0
_HEADS = {
    "ket_qua": "TT|Nội dung|Kế hoạch|Đơn vị tính|Đã làm|Có minh chứng|Từ đầu kế hoạch|Tỷ lệ",
    "nhiem_vu": "TT|Đơn vị|Nhiệm vụ|Hạn|Minh chứng",
    "minh_chung": "TT|Mã|Ngày|Việc|Loại|Nơi gửi|Số liệu|Tệp|Tình trạng|SHA-256",
    "chung_tu": "TT|Mã|Loại|Ngày|Số tiền (đồng)|Tệp|Tình trạng|SHA-256",
    "ghi_chu": "Ký hiệu|Nội dung|Nguồn",
}
_FIGURES = {"ket_qua": (4, 5, 6, 7), "chung_tu": (4,)}
_WIDTHS = {
    "ket_qua": (9.0, 38.0, 25.0, 18.0, 17.0, 19.0, 19.0, 15.0),
    "minh_chung": (9.0, 25.0, 22.0, 35.0, 27.0, 25.0, 34.0, 26.0, 16.0, 28.0),
    "chung_tu": (10.0, 28.0, 30.0, 30.0, 35.0, 38.0, 28.0, 48.0),
    "ghi_chu": (16.0, 94.0, 50.0),
}
"""Of columns, in mm; elsewhere all but the first are alike."""
_CAPITALS = ("co_quan_chu_quan", "co_quan")


def starting_template() -> bytes:
    """The bytes of a Word file whose fields loa fills."""
    official = OfficialDocument(
        OfficialHead(_field(_CAPITALS[0]), _field(_CAPITALS[1]), NUMBER),
        "BÁO CÁO",
        _field("trich_yeu"),
        _field("kinh_gui"),
        (*_text(), *_end()),
        tuple(_repeated("p", "noi_nhan", ("{{ d.cau }}",))),
        (
            Annex("PHỤ LỤC I", "MINH CHỨNG", (_table("minh_chung", _WIDE, 9),), is_wide=True),
            Annex("PHỤ LỤC II", "CHỨNG TỪ", (_table("chung_tu", _WIDE, 10),), is_wide=True),
            Annex("PHỤ LỤC III", "CHỖ KHÔNG KHỚP TRONG VĂN BẢN KẾ HOẠCH", (_table("ghi_chu"),)),
        ),
    )
    return _in_capitals(document(official, lambda _: b""))


def _text() -> Sequence[OfficialBlock]:
    return (
        Heading("I. TÌNH HÌNH THỰC HIỆN"),
        Paragraph(
            "Thực hiện {{ ke_hoach }}{% if ngay_ke_hoach %} ({{ ngay_ke_hoach }}){% endif %}, "
            "{{ ten_co_quan }} báo cáo kết quả {{ ky_bao_cao }}, theo minh chứng đến ngày "
            "{{ den_ngay }}. Trong {{ so_hoat_dong }} hoạt động của kế hoạch, {{ so_da_lam }} hoạt "
            "động đã có việc được ghi nhận."
        ),
        Heading("II. KẾT QUẢ"),
        _table("ket_qua"),
        _table("nhiem_vu"),
        Heading("III. PHẦN CHƯA CÓ MINH CHỨNG"),
        *map(Paragraph, _repeated("p", "thieu_minh_chung", ("- {{ d.cau }}.",))),
    )


def _end() -> Sequence[OfficialBlock]:
    return (
        Heading("IV. KINH PHÍ"),
        Paragraph(
            "Kinh phí của kế hoạch: {{ kinh_phi }}. Hợp đồng: {{ tong_hop_dong }}. Hóa đơn: "
            "{{ tong_hoa_don }}. Đã chi: {{ tong_da_chi }}."
        ),
        Heading("V. ĐÁNH GIÁ, PHƯƠNG HƯỚNG VÀ KIẾN NGHỊ"),
        Paragraph(words("(To be written by who reports: no evidence tells it.)")),
        Paragraph(f"Trên đây là báo cáo kết quả {{{{ ky_bao_cao }}}} của {{{{ ke_hoach }}}}{END}"),
    )


def _field(name: str) -> str:
    return f"{{{{ {name} }}}}"


def _repeated(what: str, name: str, inner: Sequence[str]) -> Sequence[str]:
    """Paragraphs (p) that are there once for each row of a list."""
    return (f"{{%{what} for d in {name} %}}", *inner, f"{{%{what} endfor %}}")


def _table(name: str, width: float = _TALL, size: float = 11) -> Grid:
    heads, fields = _HEADS[name].split("|"), LISTS[name][1]
    empty = ("",) * (len(heads) - 1)
    first, last = _repeated("tr", name, ())
    rows = ((first, *empty), tuple(f"{{{{ d.{each} }}}}" for each in fields), (last, *empty))
    narrow = 12.0
    even = (narrow, *((width - narrow) / (len(heads) - 1),) * (len(heads) - 1))
    widths = _WIDTHS.get(name, even)
    return Grid("", tuple(heads), widths, rows, _FIGURES.get(name, ()), size)


def _in_capitals(data: bytes) -> bytes:
    """Names of bodies stand in capitals, which the names of fields do not bear: Word makes them."""
    from docx import Document

    made = Document(BytesIO(data))
    fields = {_field(name).upper(): _field(name) for name in _CAPITALS}
    for cell in made.tables[0].rows[0].cells:
        for paragraph in cell.paragraphs:
            for run in paragraph.runs:
                if run.text in fields:
                    run.text, run.font.all_caps = fields[run.text], True
    return docx_bytes(made)
