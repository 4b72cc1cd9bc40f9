"""A promised quantity, kept as the plan prints it."""

import re
from dataclasses import dataclass

from generator.vietnamese.reasons import ReadingError, Reason

# What Vietnamese plans write before a figure; "trên" and "hơn" make it a lower bound.
QUALIFIERS = ("dự kiến", "khoảng", "trên", "hơn")
LOWER_BOUNDS = frozenset({"trên", "hơn"})
LARGEST = 10_000_000
"""No plan promises more of anything; it is what a piece can have of copies, too."""
PARTS_OF_A_YEAR = {"quý": 4, "tháng": 12, "tuần": 52, "ngày": 365}
MULTIPLES = {
    "chục": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 10**6,
    "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
"""Words for numbers: they belong to the figure, no unit begins with them."""
_EACH = (
    rf"(?:/|\b(?:mỗi|hằng|hàng|một|mỗi một|từng|theo|trong)\s+)\s*(?:{'|'.join(PARTS_OF_A_YEAR)})\b"
)
_WORD = r"[^\W\d_]+[0-9²³]?"
_MORE = (
    "cộng|trừ|x|mỗi|từng|nếu|nhưng|trong đó|chưa|còn|thêm|mất|ít nhất|nhiều nhất|tối đa|tối thiểu"
    "|trở lên|trở xuống|rưỡi|khoảng|dự kiến"
)
"""Words that no unit has: what stands behind them says more than how much of what."""
_FIGURES = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài|mấy|nửa"
UNIT = (
    rf"(?!(?:{'|'.join(MULTIPLES)})\b)(?!.*{_EACH})(?!(?:.*\s)?(?:{_MORE})(?:\s|$))"
    rf"(?!.*(?:,|\s(?:và|hoặc|hay|cùng|với|đến|tới|-))\s*(?:{_FIGURES})\b)"
    rf"{_WORD}(?:(?:,?\s+|\s?[/-]\s?){_WORD}){{0,7}}"
)
_FORM = re.compile(
    rf"(?P<qualifiers>(?:(?:{'|'.join(QUALIFIERS)})\s+)*)(?P<figure>[0-9]+(?:\.[0-9]{{3}})*)\s+(?P<unit>{UNIT})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of a unit: `dự kiến 04 chương trình/năm` is 4, printed «04».

    Not stated is no Quantity at all, which is not zero.
    """

    value: int
    unit: str
    qualifiers: tuple[str, ...] = ()
    as_printed: str = ""

    @property
    def is_lower_bound(self) -> bool:
        """Whether the figure promises at least so many (≥)."""
        return not LOWER_BOUNDS.isdisjoint(self.qualifiers)

    def __str__(self) -> str:
        return " ".join((*self.qualifiers, self.as_printed, self.unit))

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """Read a printed quantity.

        Raises:
            ReadingError: it is anything else than a figure (0-9) and its unit, or is beyond
                `LARGEST`: impossible.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise ReadingError
        value = int(match["figure"].replace(".", ""))
        if value > LARGEST:
            raise ReadingError(Reason.IMPOSSIBLE)
        words = match["qualifiers"].casefold()
        found = tuple(word for word in QUALIFIERS if word in words)
        return cls(value, match["unit"].strip(), found, match["figure"])
