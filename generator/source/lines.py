"""A line of YAML as people write it: its key, its value, a remark; and what stopped it."""

import re
from collections.abc import Iterator, Sequence

from generator.source.authored_keys import every_key
from generator.source.notation import COLOUR, FORM
from generator.source.slip import Slip
from generator.source.value_shapes import text_keys

DEEP_LINE = "this line is further in than those of its group"
KEY = r"[A-Za-z_][A-Za-z0-9_]*"
LINE = re.compile(
    rf"(?P<indent>\s*)(?P<dash>(?:- +)*)(?P<key>(?:{KEY}\s*:(?:\s+|$))?)(?P<value>.*)"
)

_SIGNS = re.compile(r"\A(?:[:;=]+|[.,>-]+(?=\s))+\s*(?=\S)")


def key_in(head: str) -> str:
    """The key with which a line begins."""
    return head.strip("- ").rstrip(": ")


def without_signs(value: str) -> str:
    """A value without what was typed once more behind its key: «: radio», «= radio», «- radio»."""
    return _SIGNS.sub("", value) or value


def indent_of(line: str) -> str:
    """The spaces before a line."""
    return line[: len(line) - len(line.lstrip())]


def parts(line: str) -> tuple[str, str, str]:
    """What stands in front of a value, the value, and a remark behind it."""
    found = LINE.fullmatch(line)
    if not found:
        return line, "", ""
    value, mark, remark = found["value"].partition(" # ")
    return line[: found.start("value")], value.rstrip(), f"{mark}{remark}".rstrip()


def form(number: int, at: int, line: str, problem: str) -> Slip:
    """A line that is not written rightly, by what stopped the reading of it."""
    return Slip(FORM, number, at, 1, line, {"problem": problem})


def deep(lines: Sequence[str], number: int) -> Iterator[Slip]:
    """The first key of all, further in than the others."""
    line, above = lines[number], (each.partition("#")[0].strip() for each in lines[:number])
    found = LINE.match(line)
    if found and found["indent"] and key_in(found["key"]) in every_key() and not any(above):
        yield form(number, 0, line.lstrip(), DEEP_LINE)


def is_of_words(head: str, cut: str) -> bool:
    """Whether the sign # belongs to the words behind it: a colour, or a text of any words."""
    key = head.rstrip(" \t:").rpartition(" ")[2]
    is_tag = cut[1:2] not in {" ", "\t", "#"} and (key in text_keys() or key == "-")
    return is_tag or bool(COLOUR.match(cut))
