"""Numbers of taxpayers have as many digits as there are: 10, 12, or 13."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

NO_TAX_CODE = warning(
    "no-such-tax-code",
    "“{said}” is no tax code: it has {count} digits.",
    "Look it up: tax codes have 10 digits, of a branch 13 (0123456789-001), of a person 12.",
)
_SAID: Final = RareForm(
    r"(?<!\w)(?i:mã số thuế|MST|mã số doanh nghiệp)(?: là| số)?(?:: ?| )"
    r"(?P<code>[0-9](?:[ .-]?[0-9]){4,19})(?!\w)",
    r"^\W*[0-9]|:[0-9]",
)
_LENGTHS: Final = frozenset({10, 12, 13})


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _SAID.finditer(text.prose):
        count = len(re.sub(r"\D", "", found["code"]))
        if count not in _LENGTHS:
            named = {"said": found["code"], "count": str(count)}
            yield NO_TAX_CODE.at(text.at(*found.span("code")), **named)
