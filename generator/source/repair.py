"""What an author seems to have meant where YAML cannot be read.

YAML notices a missing mark somewhere below it, and says so in words of its grammar. Here likely
meanings of the lines around that place are tried, and one is told only if YAML then reads further:
what a message shows to be typed is valid.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from generator.source.authored_keys import every_key
from generator.source.braces import brackets, commas, group_slips, marks, run_in
from generator.source.hyphens import NO_HYPHEN
from generator.source.lines import KEY, LINE, deep, form, indent_of, key_in, parts, without_signs
from generator.source.notation import COLON, COLON_IN_LIST, FORM, QUOTING_RULES
from generator.source.replacement_lines import linked_address, list_line, quoted_items, scalar
from generator.source.slip import Slip
from generator.source.stop_reasons import (
    FIRST_SIGN,
    INNER_MARK,
    NO_COLON,
    NO_COMMA,
    NO_LIST,
    NO_SPACE,
    NO_SPACE_IN_LIST,
    NOTE,
    OPEN_MARK,
    SHALLOW_LINE,
    SHALLOW_TEXT,
    SIGNS_AROUND,
    SPARE_COLON,
    STILL_OPEN,
)
from generator.source.value_shapes import items_of, list_keys, text_keys
from generator.source.yaml_signs import is_one, straight

LARGEST: Final = 60_000  # characters that are read again for every guess
_LONGEST: Final = 1_000
_KEYED = re.compile(rf"\s*(?:- +)*({KEY}):(?:\s|$)")
_TIGHT = re.compile(rf"(?P<before>\s*(?:- +)*)(?P<key>{KEY})\s*:(?P<value>[^\s/].*)")
_BARE = re.compile(
    rf"(?P<before>\s*(?:- +)*)(?P<mark>[\"'*_`]*)(?P<key>{KEY}):?(?P=mark)"
    r"(?P<sign>\s*(?:[:=;.,>–—→⇒]|-+>?|\s-\s)\s*|\s+|$)(?P<value>.*)"
)
_TIGHT_ITEM = re.compile(r"(?P<indent>\s*)-(?P<value>[^\s-].*)")
_OTHER_ITEM = re.compile(r"(?P<indent>\s*)(?P<sign>[*+>])\s+(?P<value>\S.*)")
_SPECIAL: Final = "[]{}*&!|>%@`,?-#:"
_OF_YAML = re.compile(r"[&*!]\S*\s+[\[{]")  # which somebody knows who knows YAML
_WRAPPED = re.compile(rf"(\s*)(?:>\s*|(?P<mark>[\"'])(?=.*(?P=mark)$))(({KEY}):.*)")
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|`+)(?=[^\s*`])(?P<words>.+)(?<![\s*`])(?P=mark)")
_OTHER = re.compile(r"[-#<*+=>]|%[YT]|\.\.\.")  # no words with which a text goes on
_IN_MARKS = re.compile(r"(?<!\w)'([^']+)'(?!\w)")
_REMARK = re.compile(
    r"[(\[{!?]|(?i:chưa duyệt|(?:xem|sửa|hỏi|kiểm tra) (?:lại|sau)|ghi chú|todo|note\b"
    r"|(?:cần|nhớ|nhờ|chờ|hỏi) (?:anh|bổ sung|chị|cô|chú|duyệt|gửi|hỏi|phòng|số liệu|sở|sửa|thêm"
    r"|xem|xác nhận|ý kiến|ảnh)\b)"
    r"|(?i:anh|chị|em|cô|chú|bác|sếp) [A-ZĐ]\w+ "
)
"""How a remark for colleagues begins."""
_SEVERAL = re.compile(r"'[^']+'(?!\w).*\s'[^']+'$")
_FILE = re.compile(r"\s*(?:- \{?)?file:\s+(?P<file>[^\s,}]+)")

Guess = Callable[[Sequence[str], int], Iterator[Slip]]


def guesses(lines: Sequence[str], near: Sequence[int]) -> Iterator[Slip]:
    """What the lines near a place may have been meant for, likely meanings first."""
    for guess in _GUESSES:
        for number in near:
            bare = lines[number].strip()
            if bare and not bare.startswith("#") and len(bare) < _LONGEST:
                yield from guess(lines, number)


def near(lines: Sequence[str], at: int) -> list[int]:
    """The lines that may be to blame for a place: that one, and those above and below it."""
    written = [
        n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")
    ]
    above = [n for n in written if n < at][-1:]
    below = [n for n in written if n > at][:1]
    return [n for n in (at, *above, at - 1, *below, at + 1) if 0 <= n < len(lines)]


def runs_over(lines: Sequence[str]) -> bool:
    """Whether a value that goes on over these lines goes on over a key of ours."""
    return any((found := _KEYED.match(line)) and found[1] in every_key() for line in lines)


def _spaces(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """«medium:article», «-id: x»."""
    line = lines[number]
    if (found := _TIGHT.fullmatch(line)) and found["key"] in every_key():
        typed = f"{found['before']}{found['key']}: {without_signs(found['value'])}"
        yield form(number, found.start("value") - 1, typed, NO_SPACE)
    if found := _TIGHT_ITEM.fullmatch(line):
        typed = f"{found['indent']}- {found['value']}"
        yield form(number, found.start("value") - 1, typed, NO_SPACE_IN_LIST)


def _apart(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """Items in marks without a comma: «["a" "b"]», «- "a" "b"», «topics: "a" và "b"»."""
    head, value, tail = parts(lines[number])
    key = key_in(head)
    is_item = head.strip() == "-"
    items = quoted_items(value[1:-1] if value[:1] + value[-1:] == "[]" else value)
    if not items or not (is_item or (key in list_keys() and items_of(key) is None)):
        return
    inline = f"{head}[{', '.join(scalar(item, inside=True) for item in items)}]{tail}"
    typed = "\n".join(head + scalar(item) for item in items) if is_item else inline
    yield form(number, len(head), typed, NO_COMMA)


def _quotes(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A value that begins with a mark: one within it, or none at its end."""
    head, value, tail = parts(lines[number])
    if not value or value[0] not in "\"'":
        return
    mark, rest = value[0], value[1:]
    start = len(head)
    if len(rest) > 1 and rest[0] == rest[-1] != mark and rest[0] in "\"'":
        yield form(number, start, head + rest + tail, OPEN_MARK)
    elif mark in rest:
        whole = rest.endswith(mark) and is_one(rest[:-1])
        inner = rest[:-1] if whole and not _SEVERAL.match(value) else value
        inner = _IN_MARKS.sub(lambda found: f"“{straight(found[1])[1:-1]}”", inner)
        at = start + 1 + rest.index(mark)
        typed = head + straight(inner) + tail
        yield form(number, at, typed, INNER_MARK)
    else:
        typed = head + straight(rest) + tail
        yield form(number, start, typed, OPEN_MARK)


def _quoted(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A value that YAML reads otherwise: a colon in it, a sign of YAML in front."""
    head, value, tail = parts(lines[number])
    if not value or not head.strip() or _OF_YAML.match(value):
        return
    is_open = not value.strip("?") and key_in(head) not in text_keys()
    if is_open and head.strip() == f"{key_in(head)}:":
        waiting = f"{indent_of(head)}# {lines[number].strip()}"
        details = {"problem": STILL_OPEN}
        yield Slip(FORM, number, len(head), 1, waiting, details, is_example=True)
        return
    if value.startswith(":") and without_signs(value) != value:
        yield form(number, len(head), head + scalar(without_signs(value)) + tail, SPARE_COLON)
        return
    further = list(takewhile(partial(_goes_on, lines[number]), lines[number + 1 :]))
    in_list = key_in(head) in list_keys() and not further
    shown = in_list and items_of(key_in(head)) is not None  # with examples for other keys
    marked = None if further else _EMPHASIS.fullmatch(value)
    words = linked_address(key_in(head), value) or straight(marked["words"] if marked else value)
    typed = head + (_as_list(lines, head, value) if in_list else words) + tail
    if further:  # the mark is closed where the value ends
        inner = [straight(line.strip())[1:-1] for line in further]
        ends = [f"{indent_of(line)}{text}" for line, text in zip(further, inner, strict=True)]
        typed = "\n".join((head + straight(value)[:-1], *ends)) + '"'
    if value[0] in _SPECIAL:
        problem = FIRST_SIGN
        details = {"problem": problem, "mark": value.split()[0]}
        rule = QUOTING_RULES.get(value[0], FORM)
        yield Slip(rule, number, len(head), 1, typed, details, 1 + len(further), shown)
    elif (at := value.find(": ")) >= 0 or value.endswith(":"):
        at = at if at >= 0 else len(value) - 1
        rule = COLON_IN_LIST if in_list else COLON
        yield Slip(rule, number, len(head) + at, 1, typed, lines=1 + len(further), is_example=shown)


def _as_list(lines: Sequence[str], head: str, value: str) -> str:
    """A value as a list in one line; a group of it is of the file that is named elsewhere."""
    files = (found["file"] for line in lines if (found := _FILE.match(line)))
    kind, file = items_of(key_in(head)), next(files, "")
    return list_line(value, kind, {"file": file} if file else {})


def _unlisted(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """A hyphen before a key of a group, where no list is."""
    found = re.fullmatch(rf"(\s*)[-*+]\s+({KEY}:.*)", lines[number])
    above = next((line for line in reversed(lines[:number]) if line.strip()), "")
    if found and re.match(rf"{found[1]}{KEY}:\s+\S", above):
        yield form(number, len(found[1]), found[1] + found[2], NO_LIST)


def _continued(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """Lines that go on with a text above as a word processor breaks it: not further in."""
    if not _is_loose(lines[number]):
        return
    first = last = number
    while first and _is_loose(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_loose(lines[last + 1]):
        last += 1
    remark = next((n for n in range(first, last + 1) if _REMARK.match(lines[n].strip())), None)
    if remark is not None:
        yield from _notes(lines, remark)
        return
    head, value, tail = parts(lines[first - 1]) if first else ("", "", "")
    if key_in(head) not in text_keys() or not value or tail or value[0] in "\"'|>[{":
        return
    indent = " " * (len(indent_of(head)) + 2)
    below = [indent + line.strip() for line in lines[first : last + 1]]
    details = {"problem": SHALLOW_TEXT}
    if any(": " in line or " #" in line for line in (value, *below)):
        whole = straight(" ".join((value, *map(str.strip, below))))
        yield Slip(FORM, first - 1, len(head), 1, head + whole, details, len(below) + 1)
    else:
        yield Slip(FORM, first, 0, 1, "\n".join(below), details, len(below))


def _is_loose(line: str) -> bool:
    """Whether a line is neither a key, nor an item, nor a remark."""
    found = LINE.fullmatch(line)
    bare = line.strip()
    return bool(bare and found and not found["key"] and not _OTHER.match(bare))


def _goes_on(first: str, line: str) -> bool:
    """Whether a line goes on with the value of the line above it."""
    found = LINE.fullmatch(line)
    deeper = len(indent_of(line)) > len(indent_of(first)) and line.strip()
    return bool(deeper and found and not (found["dash"] or found["key"]))


def _colons(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """«title Bài thử», «title = Bài thử», «**title** Bài thử»."""
    found = _BARE.fullmatch(lines[number])
    if found and found["key"] in every_key():
        value = found["value"].lstrip(":").strip()
        typed = f"{found['before']}{found['key']}: {value}".rstrip()
        yield form(number, found.end("key"), typed, NO_COLON)


def _wrapped(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """«> title: x», «"title: x"»: signs around a line, as messengers and spreadsheets put them."""
    found = _WRAPPED.fullmatch(lines[number])
    if found and found[4] in every_key():
        typed = found[1] + (found[3].removesuffix(found["mark"]) if found["mark"] else found[3])
        yield form(number, len(found[1]), typed, SIGNS_AROUND)


def _items(lines: Sequence[str], number: int) -> Iterator[Slip]:
    found = _OTHER_ITEM.fullmatch(lines[number])
    if found:
        typed = f"{found['indent']}- {found['value']}"
        yield form(number, found.start("sign"), typed, NO_HYPHEN)


def _indents(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """The depth of a line above, the nearest first, or two spaces more."""
    line = lines[number]
    here = len(indent_of(line))
    above = [other for other in lines[:number] if other.strip() and other.lstrip()[0] != "#"]
    depths = [depth for other in reversed(above[-30:]) for depth in _depths(other)]
    for wanted in dict.fromkeys(depth for depth in depths if depth != here):
        typed = " " * wanted + line.lstrip()
        problem = SHALLOW_LINE
        yield Slip(FORM, number, 0, max(1, here), typed, {"problem": problem})


def _depths(line: str) -> Iterator[int]:
    found = LINE.fullmatch(line)
    if found:
        yield from (found.end("dash"), found.end("indent"))
        if found["key"] and not found["value"]:
            yield found.end("dash") + 2


def _notes(lines: Sequence[str], number: int) -> Iterator[Slip]:
    line = lines[number]
    found = LINE.fullmatch(line)
    bare = re.sub(r"^(?:<!--|//|/\*|;|%)\s*|\s*(?:-->|\*/)$", "", line.strip())
    if found and not found["key"] and not line.startswith(("%YAML", "%TAG", "---", "...")):
        yield form(number, len(found["indent"]), f"# {bare}", NOTE)


_GUESSES: Final[tuple[Guess, ...]] = (
    deep,
    _spaces,
    run_in,
    _continued,
    _apart,
    _quotes,
    group_slips,
    marks,
    commas,
    brackets,
    _quoted,
    _wrapped,
    _colons,
    _items,
    _unlisted,
    _indents,
    _notes,
)
