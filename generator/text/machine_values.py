"""What programs show in the place of a value: one that is lost, of a field, of a cell, or missing.

«Error! Reference source not found» is of Word, «Err:502» of a sheet, «undefined» of a website.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from generator.text.prose import MERGE_FIELD, SHEET_ERROR, SHORTENED_NUMBER, WORD_FIELD
from generator.vietnamese.forms import RareForm
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.typography import UNITS

Maker: TypeAlias = Literal["", "sheet", "word", "prompt", "field"]

FIELDS: Final = (SHEET_ERROR, WORD_FIELD, MERGE_FIELD, SHORTENED_NUMBER)
"""Those of no prose, so that they are looked for in the text itself."""
_CELLS: Final = r"\$?[A-Z]{1,2}\$?[0-9]{1,4}"
_FORMULA: Final = (
    rf"(?<=\S )(?<![\w=])(?-i:=(?:[A-Z]{{2,}}\([^()\n]{{0,60}}\)|{_CELLS}(?:[-+*/:]{_CELLS})+))"
    rf"|^(?-i:=[A-Z]{{2,}}\([^()\n]{{0,60}}\)(?= \S))"
)
"""How a sheet works a cell out, within a sentence."""
_LOST: Final = (
    r"(?<!\w)(?:(?:Error|Lỗi)! ?(?:Reference|Bookmark|No |Không|Thẻ|Chưa)"
    r"|(?:(?:Error|Lỗi): ?)?(?:Reference (?:source )?not found|Bookmark not defined)"
    r"|(?:Error|Lỗi): ?(?:không tìm thấy (?:nguồn )?tham chiếu|thẻ đánh dấu (?:không|chưa)))[^.\n]*"
)
"""A word processor no longer finds what it pointed at; LibreOffice says so with a colon."""
_OF_WORD: Final = (
    r"(?<!\w)!(?-i:Zero Divide|Syntax Error|Undefined Bookmark|Missing Operator"
    r"|Unexpected End of Expression|[A-Z]\d{1,3} Is Not In Table)"
)
_PROMPT: Final = (
    r"(?<!\w)(?:(?:Bấm|Nhấp|Nhấn|Kích|Chạm)(?: chuột)?"
    r"(?: (?:hoặc|hay) (?:gõ|chạm|bấm|nhấn)(?: nhẹ)?)?(?: vào)?(?: (?:đây|biểu tượng))?"
    r" để (?:nhập (?:văn bản|ngày)|thêm (?:tiêu đề|phụ đề|văn bản|ghi chú)"
    r"|(?:chỉnh )?sửa kiểu)(?!\w)"
    r"|(?:Click|Tap)(?: or tap)?(?: here| icon)? to (?:enter|add|edit) \w+"
    r"|(?:Type|Enter|Insert) (?:your )?text here)[^.\n]{0,60}"
    r"|(?<![^\n])(?:Chọn một mục|Choose an item)\.?(?=[ ]*(?:\n|\Z))"
)
"""What Word and PowerPoint ask for where nothing has been typed."""
_TRUTH: Final = r"(?<=: |à )(?:TRUE|FALSE|True|False|true|false)(?=[.,;]|[ ]*(?:\n|\Z))"
_FORMATS: Final = (
    r"(?<![\w%])(?<!\d )%(?:\d\$)?(?:\.\d)?[sdf](?![\w%])|(?<![\w^}{$])\{\d\}(?!\})|\[object \w+\]"
)
"""Where a program was to put something: «%s», «{0}»."""
_FORMS: Final = (
    RareForm(_LOST, r"(?i:(?:rror|ỗi)[!:]|reference$|bookmark$)", re.IGNORECASE),
    RareForm(
        _PROMPT,
        r"^(?i:bấm|nhấp|nhấn|kích|chạm|click|tap|type|enter|insert|chọn|choose)$",
        re.IGNORECASE,
    ),
    RareForm(_OF_WORD, r"!(?:Zero|Syntax|Undefined|Unexpected|Missing|[A-Z]\d)"),
    RareForm(r"(?<=\S )#{4,}(?!\S)", "^#{4}"),
    RareForm(_FORMULA, "=[A-Za-z$]"),
    RareForm(_TRUTH, "^(?:TRUE|FALSE|[Tt]rue|[Ff]alse)"),
    RareForm(_FORMATS, r"%[\d$.]*[sdf]|\{\d\}|\[object$"),
)
_MISSING: Final = RareForm(
    r"(?<![\w“”\"'./@-])(?:undefined|null|NULL|NaN|None|NaT|Invalid [Dd]ate)(?![\w“”\"'/@=-]|\.\w)",
    r"undefined|null|NULL|NaN|None|NaT|Invalid",
)
"""What programs show where a value is missing. English has such words too, among its own."""
_WORD: Final = r"[^\W\d_]{1,20}"
_BEFORE: Final = re.compile(rf"(?<!\w)({_WORD}) [(\[<]?\Z")
_AFTER: Final = re.compile(rf"[)\]>]? ({_WORD})(?!\w)")
_REACH: Final = 24  # characters: a word, a space, a bracket

_SAID_BY_SHEET: Final = re.compile(
    rf"{SHEET_ERROR.pattern.pattern}|#{{4,}}|.*E[+-]\d{{2,3}}|={_CELLS}.*|=[A-Z]+\(.*|TRUE|FALSE"
)
_SAID_BY_WORD: Final = re.compile(
    rf"{_LOST}|!(?:Zero|Syntax|Undefined|Missing|Unexpected|[A-Z]\d).*", re.IGNORECASE
)
_ASKED: Final = re.compile(_PROMPT, re.IGNORECASE)
_FIELD: Final = re.compile(rf"{WORD_FIELD.pattern.pattern}|{MERGE_FIELD.pattern.pattern}")


def machine_values(prose: str) -> Iterator[tuple[int, int]]:
    """From where to where each stands in prose."""
    for form in _FORMS:
        yield from (found.span() for found in form.finditer(prose))
    for found in _MISSING.finditer(prose):
        if not _is_among_foreign(prose, *found.span()):
            yield found.span()


def _is_among_foreign(prose: str, start: int, end: int) -> bool:
    """Whether a word beside it is no syllable of ours, nor a unit."""
    before = _BEFORE.search(prose[max(0, start - _REACH) : start])
    after = _AFTER.match(prose[end : end + _REACH])
    words = (found[1] for found in (before, after) if found)
    return any(word not in UNITS and not is_syllable(word.lower()) for word in words)


def maker_of(sample: str) -> Maker:
    """The program that shows it, if that helps to mend it."""
    if _SAID_BY_SHEET.fullmatch(sample):
        return "sheet"
    if _FIELD.fullmatch(sample):
        return "field"
    if _ASKED.fullmatch(sample):
        return "prompt"
    return "word" if _SAID_BY_WORD.fullmatch(sample) else ""
