"""Columns of persons: names, identity numbers, telephones, addresses.

Of a list of who came only the number is kept: data of persons are collected only as far as their
purpose needs them (Decree 13/2023/NĐ-CP, article 3).
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Rule
from generator.text.imported.foreign_table import ForeignTable
from generator.vietnamese.text import fold

PRIVATE_COLUMN = Rule(
    "table-private",
    "The column “{head}” of “{name}” holds what belongs to persons ({what}), not to the plan.",
    "Delete that column and save the table anew; of who came only the number is kept, and the "
    "signed list as a scan.",
)
NAMES, NUMBERS, TELEPHONES, MAIL = "names", "identity numbers", "telephones", "mail addresses"
_HEADS = {
    NAMES: r"ho (?:va )?ten.*|ten (?:hoc vien|nguoi .*|dai bieu)|hoc vien|full ?name"
    r"|nguoi (?:tham du|ky)",
    NUMBERS: r".*\b(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|ma so thue ca nhan)\b.*"
    r"|ngay sinh|nam sinh|chu ky",
    TELEPHONES: r".*\b(?:sdt|dien thoai|dt|di dong|zalo|phone|mobile)\b.*",
    MAIL: r".*\b(?:e-?mail|thu dien tu|dia chi nha|thuong tru)\b.*",
}
_VALUES = {
    NUMBERS: re.compile(r"0\d{11}|\d{12}"),
    TELEPHONES: re.compile(r"(?:\+?84|0)[35789]\d{8}|(?:\+?84|0)2\d{8,9}"),
    MAIL: re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE),
}
_BETWEEN = re.compile(r"(?<=[\d+])[\s.()-]+(?=\d)")
_SHARE = 2
"""One of so many filled cells that look like that make a column of such."""


def private_columns(table: ForeignTable) -> Iterator[tuple[str, str]]:
    """The name of each such column, and what it holds (a msgid)."""
    for number, head in enumerate(table.heads.cells):
        what = _by_head(head) or _by_cells([cell for cell in table.column(number) if cell])
        if what:
            yield head or f"{number + 1}", what


def _by_head(head: str) -> str:
    text = " ".join(re.sub(r"[^\w\s-]", " ", fold(head)).split())
    return next((what for what, form in _HEADS.items() if re.fullmatch(form, text)), "")


def _by_cells(cells: list[str]) -> str:
    bare = [_BETWEEN.sub("", cell) for cell in cells]
    for what, form in _VALUES.items():
        if sum(bool(form.fullmatch(cell)) for cell in bare) * _SHARE > len(bare):
            return what
    return ""
