"""A promised quantity is how many there are in all, not how many each place or turn has."""

import re
from collections.abc import Iterable
from typing import Final

from generator.checks import Subject
from generator.diagnostics import Diagnostic
from generator.model.slips import BAD_QUANTITY

SHARE = BAD_QUANTITY.with_hint(
    "It says how many each has. Write how many there are in all; for three of them: {example}"
)
_EACH: Final = re.compile(
    r"(?:\s*/\s*|\s+(?:cho\s+)?(?:một|mỗi|từng)\s+)(?:\d+ )?"
    r"(?:bản|buôn|buổi|CCN|chợ|cụm|cột|gia đình|giờ|hộ|huyện|KCN|khóa|khu|kỳ|làng|lần|lớp|lượt"
    r"|năm học|ngõ|ngã|người|nhà máy|nơi|phường|quận|sở|số|thành phố|thị|thôn|tỉnh|tổ|trường|tuyến"
    r"|vị trí|xã"
    r"|xóm|xưởng|ấp|địa|điểm|đường|đơn vị|đợt)(?!\w)",
    re.IGNORECASE,
)
_KEY: Final = "plan.activities.quantity"
_OF: Final = 3  # places of the example


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every activity that has a quantity."""
    for campaign in subject.workspace.campaigns.values():
        for activity in campaign.activities:
            quantity = activity.quantity
            if quantity and (each := _EACH.search(quantity.unit)):
                example = f"{_OF * quantity.value} {quantity.unit[: each.start()]}"
                where = activity.where("quantity")
                yield SHARE.at(where, value=quantity, example=example).about(_KEY)
