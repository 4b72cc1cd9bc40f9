"""The fields that an office may put into its own Word template of a report, and what each holds.

They are plain words; a template cannot ask for anything else. In Word: {{ co_quan }}; a row of a
table is repeated between {%tr for d in ket_qua %} and {%tr endfor %}, its cells hold {{ d.stt }}.
"""

from typing import Final

FIELDS: Final = {
    "co_quan_chu_quan": "Parent body, short",
    "co_quan": "Body that reports, short",
    "ten_co_quan": "Body that reports",
    "kinh_gui": "To whom it is addressed",
    "trich_yeu": "What the report is about",
    "ke_hoach": "Plan",
    "ngay_ke_hoach": "Day of the plan",
    "ky_bao_cao": "Period of the report",
    "den_ngay": "Day up to which evidence is counted",
    "so_hoat_dong": "How many activities the plan has",
    "so_da_lam": "Of how many of them something was done",
    "kinh_phi": "Budget of the plan",
    "tong_hop_dong": "Sum of the contracts",
    "tong_hoa_don": "Sum of the invoices",
    "tong_da_chi": "Sum of the payments",
}
"""Each field with what it holds (a msgid)."""
LISTS: Final = {
    "ket_qua": (
        "Rows of the table of results",
        (
            "stt",
            "noi_dung",
            "ke_hoach",
            "don_vi_tinh",
            "da_lam",
            "co_minh_chung",
            "tu_dau",
            "ti_le",
        ),
    ),
    "thieu_minh_chung": ("Sentences on what lacks proof", ("cau",)),
    "nhiem_vu": ("Duties", ("stt", "don_vi", "noi_dung", "han", "minh_chung")),
    "minh_chung": (
        "Evidence",
        (
            "stt",
            "ma",
            "ngay",
            "viec",
            "loai",
            "noi_gui",
            "so_lieu",
            "tep",
            "tinh_trang",
            "dau_van_tay",
        ),
    ),
    "chung_tu": (
        "Contracts, invoices and payments",
        ("stt", "ma", "loai", "ngay", "so_tien", "tep", "tinh_trang", "dau_van_tay"),
    ),
    "noi_nhan": ("Recipients", ("cau",)),
    "ghi_chu": (
        "What does not agree in the document of the plan",
        ("ky_hieu", "noi_dung", "nguon"),
    ),
}
"""Each list with what its rows are (a msgid), and the fields of a row."""
