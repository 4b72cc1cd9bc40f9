"""What word processors and input methods put for the signs of YAML, line by line.

A curly quotation mark, a full-width colon, a no-break space look right on the screen, and YAML
reads something else or nothing at all. Such a line is told with the line to type, and read as that
line: its mistake hides no other and makes no second one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.diagnostics import Rule
from generator.model.slips import INVISIBLE
from generator.source.notation import TAB
from generator.source.slip import TYPE_LINE, Slip
from generator.vietnamese.text import invisible, name_of

WRONG_SIGN = Rule("wrong-sign", "The sign {sign} is {what}; here must be {expected}.", TYPE_LINE)
HIDDEN_CHARACTER = INVISIBLE.with_hint(TYPE_LINE)

SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
COLONS: Final = "：﹕∶꞉ː︓"
DASHES: Final = "–—―−‒‐‑﹣－"
BULLETS: Final = f"•●▪■◦○‣⁃·{DASHES}"
OPENING: Final = "“„‟«＂″〝‘‚‛‹"
CLOSING: Final = "”“‟»＂″〞’‘›"
_LISTS: Final = {
    **dict.fromkeys("，、；", ","),
    **dict.fromkeys("［【", "["),
    **dict.fromkeys("］】", "]"),
    "｛": "{",
    "｝": "}",
}
_WHAT: Final = {
    **dict.fromkeys(BULLETS, "a bullet of a word processor"),
    **dict.fromkeys(DASHES, "a dash of a word processor"),
    **dict.fromkeys(OPENING + CLOSING, "a quotation mark of a word processor"),
    **dict.fromkeys([*COLONS, *_LISTS], "a sign of another keyboard"),
}
_EXPECTED: Final = {
    ":": "a colon (:)",
    "-": "a hyphen (-)",
    '"': 'a straight quotation mark (")',
    "'": "a straight quotation mark (')",
    ",": "a comma (,)",
    "[": "a square bracket ([)",
    "]": "a square bracket (])",
    "{": "a brace ({)",
    "}": "a brace (})",
}
_KEY_ITSELF: Final = "the key itself, with no sign before it"
WORDS: Final = frozenset({*_WHAT.values(), *_EXPECTED.values(), _KEY_ITSELF})
"""How signs are called: details that are translated as messages are."""

_SUSPECT = re.compile(f"[{SPACES}{COLONS}{BULLETS}{OPENING}{CLOSING}{''.join(_LISTS)}]")
_UNREADABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_KEY = r"[A-Za-z_][A-Za-z0-9_]*"
_PREFIX = re.compile(
    rf"([\s{SPACES}]*)((?:[-{BULLETS}][\s{SPACES}]+)?)({_KEY}[\s{SPACES}]*[:{COLONS}][\s{SPACES}]*)?"
)
_HIDDEN_KEY = re.compile(rf"[\s{SPACES}]*(?:[-{BULLETS}] +)?{_KEY}[\s{SPACES}]*")
_BULLET = re.compile(rf"(\s*)[{BULLETS}]\s+(?P<rest>\S.*)")
_COLON = re.compile(rf"(\s*(?:- +)?{_KEY})\s*[{COLONS}]\s*(.*)")
_COLON_INSIDE = re.compile(rf"(?<=[{{,])(\s*{_KEY})\s*[{COLONS}]\s*")
_VALUE = re.compile(
    rf"(?P<before>\s*(?:- +)?(?:{_KEY}: +)?)(?P<value>\S.*?)(?P<after>\s*|\s+#\s.*)"
)
_ITEM = re.compile(
    rf"(?<=[\[,])(\s*)(?:[{OPENING}\"]([^{OPENING}{CLOSING}\",\]]*)[{CLOSING}\"]"
    rf"|[{OPENING}]([^{OPENING}{CLOSING}\"\]]*)[{CLOSING}])(?=\s*[,\]])"  # a comma within a pair
)
_BETWEEN = re.compile(
    rf"(?<=[{CLOSING}])\s*[;；]\s*(?=[{OPENING}])|(?<=[”»’›])\s*(?:và|hoặc)?\s*(?=[“«‘‹])"
)
BLOCK = re.compile(r"[^#\"']*[:-]\s+[|>][-+0-9]*\s*(?:#.*)?")
_MARK = re.compile(f'[{OPENING}{CLOSING}"]')
_AFTER = re.compile(r"[\s(\[{]")  # what stands before a mark that opens
_INDENT = re.compile(r"\s*(?:-\s+)*")


def signs(lines: Sequence[str], first: int) -> Iterator[Slip]:
    """A slip for each line with signs that are none of YAML; `first` is the number of the first."""
    text_below = -1  # how far the key is indented below which a block of text stands
    before = ""
    for number, line in enumerate(lines, first):
        indent = len(line) - len(line.lstrip())
        is_text = text_below >= 0 and (not line.strip() or indent > text_below)
        slip = _unreadable(line, number) or (None if is_text else _tabbed(line, number))
        if is_text:
            yield from [slip] if slip else []
            continue
        slip = slip or (None if line.isascii() else _slip(line, number, before))
        if slip:
            yield slip
        meant = slip.replacement if slip else line
        text_below = indent if BLOCK.fullmatch(meant) else -1
        before = meant if meant.strip() else before


def _unreadable(line: str, number: int) -> Slip | None:
    """A character that YAML refuses or takes for the end of a line, unlike every editor."""
    found = _UNREADABLE.search(line)
    if not found:
        return None
    typed = _UNREADABLE.sub("", _LINE_ENDS.sub(" ", line))
    return Slip(HIDDEN_CHARACTER, number, found.start(), 1, typed, {"what": name_of(found[0])})


def _tabbed(line: str, number: int) -> Slip | None:
    """Tabs that indent a line or its item; how far is guessed again where that does not fit."""
    found = _INDENT.match(line)
    indent = found[0] if found else ""
    if "\t" not in indent:
        return None
    before, dashes = re.split(r"(?=-|$)", indent, maxsplit=1)
    spaced = before.replace("\t", "  ") + dashes.replace("\t", " ")
    return Slip(TAB, number, indent.index("\t"), 1, (spaced + line[len(indent) :]).rstrip())


def _slip(line: str, number: int, before: str) -> Slip | None:
    """What is wrong in one line, and the line with all of it mended."""
    if line.lstrip().startswith("#") or not (_SUSPECT.search(line) or invisible(line)):
        return None
    typed = _spaced(_shown(line))
    typed = _itemised(typed, before)
    typed = _COLON.sub(r"\1: \2", typed, 1) if _COLON.match(typed) else typed
    typed = _quoted(_listed(typed)).rstrip()
    if typed == line.rstrip():
        return None
    at = next((n for n, (a, b) in enumerate(zip(line, typed, strict=False)) if a != b), len(typed))
    if line[at] in _WHAT:
        found = {"sign": line[at], "what": _WHAT[line[at]]}
        found["expected"] = _EXPECTED.get(typed[at], _KEY_ITSELF)
        return Slip(WRONG_SIGN, number, at, 1, typed, found)
    return Slip(HIDDEN_CHARACTER, number, at, 1, typed, {"what": name_of(line[at])})


def _shown(line: str) -> str:
    """Without invisible characters in front of a key or of an item of a list, and within a key."""
    hidden = {each.offset for each in invisible(line)}
    colon = min((at for sign in f":{COLONS}" if (at := line.find(sign)) >= 0), default=0)
    item = next((at for at, char in enumerate(line) if at not in hidden and char not in "- "), 0)
    for end in (colon, item):
        head = "".join(char for at, char in enumerate(line[:end]) if at not in hidden)
        if len(head) < end and (_HIDDEN_KEY.fullmatch(head) or head.strip() == "-"):
            return head + line[end:]
    return line


def _spaced(line: str) -> str:
    """Plain spaces before a key, around its colon and behind the hyphen of a list."""
    found = _PREFIX.match(line)
    if not found or not (found[2] or found[3]):
        return line
    return _SPACE.sub(" ", found[0]) + line[found.end() :]


def _itemised(line: str, before: str) -> str:
    """A hyphen for a bullet, where an item of a list can begin; nothing, before a key elsewhere."""
    found = _BULLET.fullmatch(line)
    if not found:
        return line
    opened = before.split(" #", maxsplit=1)[0].rstrip().endswith(":")
    beside = before.startswith(f"{found[1]}- ")
    keyed = re.match(rf"{_KEY}\s*[:{COLONS}]", found["rest"])
    if keyed and not (opened or beside) and _is_beside_key(before, found[1]):
        return found[1] + found["rest"]
    return f"{found[1]}- {found['rest']}" if opened or beside or keyed else line


def _is_beside_key(before: str, indent: str) -> bool:
    """Whether a key with its value stands above, as far in; or nothing does."""
    return not before or bool(re.match(rf"{indent}{_KEY}\s*:\s+\S", before))


def _listed(line: str) -> str:
    """The signs of a list or group within one line."""
    found = _VALUE.fullmatch(line)
    if not found or found["value"][0] not in "[{［【｛":
        return line
    parts = [
        part if number % 2 else _plain_list(part)  # between straight marks nothing is changed
        for number, part in enumerate(re.split(r'("[^"]*")', found["value"]))
    ]
    return found["before"] + "".join(parts) + found["after"]


def _plain_list(text: str) -> str:
    typed = _BETWEEN.sub(", ", re.sub("[，、；](?=\\S)", ", ", text))
    typed = "".join(_LISTS.get(char, char) for char in typed)
    return _ITEM.sub(r'\1"\2\3"', _COLON_INSIDE.sub(r"\1: ", typed))


def _quoted(line: str) -> str:
    """Straight marks around a value that needs them, or has one of each kind."""
    found = _VALUE.fullmatch(line)
    value = found["value"] if found else ""
    if not found or len(value) < 2:  # noqa: PLR2004 - two marks
        return line
    first, inner, last = value[0], value[1:-1], value[-1]
    if first in "\"'" and found["after"].rstrip().endswith(first):
        return line  # what looks like a remark is within
    mixed = first in "\"'" and last in CLOSING and first not in inner
    begins = first in OPENING + CLOSING  # two that close are typed where no program sets them
    around = begins and last in f'{CLOSING}"' and needs_quotes(inner) and is_one(inner)
    return found["before"] + straight(inner) + found["after"] if mixed or around else line


def needs_quotes(text: str) -> bool:
    """Whether YAML would cut a text off or take a part of it for a key."""
    return ": " in text or " #" in text or text.endswith(":")


def is_one(inner: str) -> bool:
    """Whether marks around a text belong together: none within it closes before one opens."""
    depth = 0
    for found in _MARK.finditer(inner):
        depth += 1 if _opens(inner, found.start()) else -1
        if depth < 0 and not _is_apostrophe(inner, found.start()):
            return False
    return True


def _opens(text: str, at: int) -> bool:
    return not at or bool(_AFTER.match(text[at - 1]))


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] in "’‘‛" and text[at + 1 : at + 2].isalpha()


def straight(text: str) -> str:
    """A text in straight marks; marks within it become curly, so that nothing need be escaped."""
    inner = "".join(
        ("“" if _opens(text, at) else "”") if char == '"' else char for at, char in enumerate(text)
    )
    return '"{}"'.format(_nested(inner).replace("\\", "\\\\"))


def _nested(text: str) -> str:
    """With single marks for what is quoted within a quotation."""
    if text.count("“") < 2 or text.count("“") != text.count("”"):  # noqa: PLR2004 - two quotations
        return text
    depth, found = 0, list[str]()
    for char in text:
        depth += char == "“"
        inner = depth > 1 and char in "“”"
        found.append({"“": "‘", "”": "’"}[char] if inner else char)
        depth -= char == "”"
    return "".join(found)


_SPACE = re.compile(f"[{SPACES}]")
