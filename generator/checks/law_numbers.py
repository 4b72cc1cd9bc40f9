"""The number of a law agrees with its kind and its day: «Nghị định 8/2022/NĐ-CP ngày 10/1/2022»."""

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Rule, warning
from generator.text.piece_texts import ReadText
from generator.vietnamese.forms import RareForm

WRONG = warning(
    "law-number",
    "“{said}” is not how this paper can be numbered.",
    "The number of this kind has {code} in it: look up which of the two is right.",
)
OTHER_YEAR = WRONG.with_hint("The number has the year {year}, the day another one: look it up.")
MISTYPED_NUMBER = WRONG.with_hint("Write {now}, if that is what is meant.")
_KINDS: Final = {
    "nghị định": "NĐ-", "thông tư liên tịch": "TTLT-", "thông tư": "TT-", "quyết định": "QĐ-",
    "nghị quyết": "NQ", "chỉ thị": "CT-", "kế hoạch": "KH-", "luật": "QH", "pháp lệnh": "PL-",
}  # fmt: skip
_CODES: Final = re.compile(r"(?:NĐ|TTLT|TT|QĐ|NQ|CT|KH|QH|PL)(?=-|[0-9]|$)")
_KIND: Final = "|".join(sorted(_KINDS, key=len, reverse=True))
_SAID: Final = RareForm(
    rf"(?<!\w)(?i:(?P<kind>{_KIND}))(?: [^\W\d_]+){{0,6}}?(?: số)? "
    r"(?P<number>[0-9]{1,5}(?:/(?P<year>(?:19|20)[0-9][0-9]))?[/-](?P<code>[A-ZĐ]{2}\w*(?:[-–/][A-ZĐ]\w*)*))"
    r"(?!\w)(?:,? ngày [0-9]{1,2}(?:/[0-9]{1,2}/| tháng [0-9]{1,2},? năm )(?P<of>(?:19"
    r"|20)[0-9][0-9]))?",
    r"[0-9][/-][A-ZĐ]{2}",
)
_MENDS: Final = (
    (re.compile("–"), "-"),
    (re.compile(r"^(?:ND|NÐ)(?=-?CP)"), "NĐ"),
    (re.compile(r"^QD(?=-)"), "QĐ"),
    (re.compile(r"^(NĐ|QĐ|TT|CT)(?=CP|TTg|UBND|BTNMT|BCT|BXD)"), r"\1-"),
    (re.compile(r"-TTG$"), "-TTg"),
)


def check_text(text: ReadText) -> Iterator[Diagnostic]:
    """Every text that readers read."""
    for found in _SAID.finditer(text.prose):
        if told := _told(found):
            rule, details = told
            yield rule.at(text.at(*found.span()), said=found[0], **details)


def _told(found: re.Match[str]) -> tuple[Rule, dict[str, str]] | None:
    code, right = found["code"], _KINDS[found["kind"].lower()]
    mended = code
    for form, sign in _MENDS:
        mended = form.sub(sign, mended)
    if mended != code:
        return MISTYPED_NUMBER, {"now": found["number"].replace(code, mended)}
    known = _CODES.match(code)
    if known and known[0] != right.rstrip("-") and not (known[0] == "QH" and right == "NQ"):
        return WRONG, {"code": right.rstrip("-")}
    if found["year"] and found["of"] and found["year"] != found["of"]:
        return OTHER_YEAR, {"year": found["year"]}
    return None
