"""Who speaks in a script that was written for people: «PTV nam: Kính chào quý vị.».

A line that begins with a name and a colon is a turn where the name is what stations call those who
speak, is known from other scripts, or begins several lines.
"""

import re
from collections import Counter
from collections.abc import Collection
from typing import Final

from generator.text.directions import is_kind

_OFFICES: Final = (
    r"(?:(?:PTV|BTV|MC|PV)[0-9]{0,2}|[Pp]hát thanh viên|[Bb]iên tập viên|[Pp]hóng viên|[Nn]gười dẫn"
    r"(?: chương trình)?|[Dd]ẫn chương trình|[Ll]ời (?:bình|dẫn)|[Tt]huyết minh(?: viên)?"
    r"|[Gg]iọng (?:nam|nữ)|NAM|NỮ|PHÁT THANH VIÊN|NGƯỜI DẪN(?: CHƯƠNG TRÌNH)?|LỜI (?:BÌNH|DẪN))"
    r"(?: [^\W_]{1,8}){0,2}"
)
_NAME: Final = r"[^\W\d_][^\W_]*\.?(?: [^\W_]+){0,3}"
_MARKS: Final = r"(?:\*\*|__|[*_])?"
_TURN: Final = re.compile(
    rf"^[ \t]*(?:#{{1,6}} )?(?P<open>{_MARKS})(?P<name>{_NAME})[ \t]*"
    r"(?P<side>\([^()\n]{1,40}\))?[ \t]*"
    rf"(?:(?P<inner>[:：])[ \t]*(?P<close>{_MARKS})|(?P<close2>{_MARKS})[ \t]*[:：]"
    rf"|(?P<close3>{_MARKS})[ \t]+(?P<dash>[-–—])(?=[ \t]))"
    r"(?!//)[ \t]*(?P<words>[^\n]*)$",
    re.MULTILINE,
)
_OFFICE: Final = re.compile(_OFFICES)
_NO_NAMES: Final = frozenset((
    "ví dụ", "lưu ý", "chú ý", "ghi chú", "lời khuyên", "mẹo", "bước", "tóm lại", "kết quả",
    "giải pháp", "nguồn", "thời lượng", "chủ đề", "nội dung", "điện thoại", "địa chỉ", "email",
))  # fmt: skip
_BREAK: Final = re.compile(r"(?:\\| {2,})$")


def is_office(name: str) -> bool:
    """Whether those who speak are called so at a station: «PTV 1», «Người dẫn»."""
    return _OFFICE.fullmatch(name) is not None


def with_turns(body: str, regulars: Collection[str] = ()) -> tuple[str, tuple[str, ...]]:
    """A body whose speakers are set off as such, and who they are, in the order in which they come.

    `regulars` speak in other scripts.
    """
    body = out_of_table(body)
    names = _names(body, regulars)
    if not names:
        return body, ()
    spoken: dict[str, str] = {}
    made: list[str] = []
    for line in body.split("\n"):
        found = _TURN.match(line)
        if found is None or not _is_turn(found, names):
            made += _goes_on(made, line, names)
            continue
        name = spoken.setdefault(_key(found["name"]), found["name"])
        if made and made[-1].strip():
            made[-1] = _BREAK.sub("", made[-1])
            made.append("")
        made.append(f"**{name}:** {_words(found)}".rstrip())
    return "\n".join(made), tuple(spoken.values())


def _names(body: str, regulars: Collection[str]) -> Collection[str]:
    """The names that speak, as `_key` has them."""
    counts = Counter(_key(found["name"]) for found in _TURN.finditer(body) if _may_be(found))
    sure = {_key(name) for name in regulars}
    offices = {_key(f["name"]) for f in _TURN.finditer(body) if is_office(f["name"])}
    return {name for name, count in counts.items() if count > 1 or name in sure | offices}


def _key(name: str) -> str:
    """A name however it is typed: «PTV1», «ptv 1»."""
    return name.casefold().replace(" ", "")


def _is_turn(found: re.Match[str], names: Collection[str]) -> bool:
    """Whether somebody speaks; before a dash, or in a heading, only whom stations call so."""
    is_sure = not (found["dash"] or found[0].lstrip().startswith("#"))
    return _key(found["name"]) in names and (is_sure or is_office(found["name"]))


def _may_be(found: re.Match[str]) -> bool:
    name: str = found["name"]
    if found["dash"] and not is_office(name):
        return False
    is_one = name[0].isupper() and not is_kind(name) and name.casefold() not in _NO_NAMES
    return is_one and not name.casefold().startswith(("bước ", "việc ", "câu ", "mục "))


def _words(found: re.Match[str]) -> str:
    """What is said behind the name: what was bold with it is plain, what stood beside it stays."""
    opened, closed = found["open"], found["close"] or found["close2"] or found["close3"] or ""
    words: str = found["words"].strip()
    if opened and not closed and words.endswith(opened):
        words = words.removesuffix(opened).rstrip()
    elif opened and not closed:
        words = f"{opened}{words}"
    return " ".join(filter(None, (found["side"], words)))


def _goes_on(made: list[str], line: str, names: Collection[str]) -> list[str]:
    """A line as it is; the first one below a name that stands alone is what this one says."""
    if not (line.strip() and made):
        return [line]
    last = next((n for n in range(len(made) - 1, -1, -1) if made[n].strip()), -1)
    bare = made[last].removeprefix("**").removesuffix(":**") if last >= 0 else ""
    is_alone = made[last].endswith(":**") and _key(bare) in names
    if not is_alone or re.match(r"[ ]*(?:#|:::|[-+*>|] |\d+[.)] |!\[)", line):
        return [line]
    made[last:] = [f"{made[last]} {line.strip()}"]
    return []


_TABLE: Final = re.compile(
    r"^[ ]*\|(?P<head>[^\n]*)\|[ ]*\n[ ]*\|[ :|-]*-{3}[ :|-]*\n"
    r"(?P<rows>(?:[ ]*\|[^\n]*(?:\n|\Z))+)",
    re.MULTILINE,
)
_COLUMN: Final = re.compile(r"(?:người (?:đọc|nói|dẫn)|nhân vật|vai|giọng|ptv|mc)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:stt|tt|số|[0-9]{0,3}[.)]?)", re.IGNORECASE)


def out_of_table(body: str) -> str:
    """Turns that stand in a table of speakers and words, and numbers perhaps, as lines."""
    return _TABLE.sub(_lines_of, body) if "|" in body else body


def _lines_of(table: re.Match[str]) -> str:
    head = _cells(table["head"])
    rows = [_cells(row.strip().strip("|")) for row in table["rows"].strip("\n").split("\n")]
    at = next((n for n, cell in enumerate(head) if _COLUMN.fullmatch(cell)), -1)
    numbers = all(_NUMBER.fullmatch(cell) for row in (head, *rows) for cell in row[:at])
    if at < 0 or not numbers or any(len(row) != at + 2 for row in (head, *rows)):
        return table[0]
    said = [f"{row[at]}: {row[at + 1]}" if row[at] else row[at + 1] for row in rows]
    return "\n\n".join(said) + "\n"


def _cells(row: str) -> list[str]:
    return [cell.strip(" *_") for cell in row.split("|")]
