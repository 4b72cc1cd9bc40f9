"""Lines as they are to be typed: a value or a key of a line put in another's place."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.diagnostics import Location
from generator.model.reading import Reading
from generator.model.record import Record
from generator.source.authored_keys import records_in
from generator.source.yaml_signs import needs_quotes, straight

YOUR_WORDS = "chữ của bạn"
"""Stands for a text in what is shown to be typed: everything that readers read is Vietnamese."""

FILE = "assets/anh/ten-anh.jpg"
"""Stands for a picture in the same."""

_AROUND = {"{": "}", "[": "]", "(": ")", "<": ">"}
_BETWEEN = " ,;/|&+"
_DIVIDED = re.compile(rf"(?:^|(?<=[\s{re.escape(_BETWEEN)}]))(?P<key>[A-Za-z_]\w*)\s*[:=]\s*(?!//)")
_WITHIN = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}|\[(?:[^\[\]]|\[[^\[\]]*\])*\]")
_MARKED = re.compile(r"(?:^|(?<=[:=,;\s]))(?:\"[^\"]*\"|'[^']*')(?=\s*(?:[,;/|&+\]})>]|$))")
_LINKED = re.compile(r"\[[^\[\]]*\]\(\s*<?(?P<address>[^()\s<>]+)>?\s*\)")
_IN_MARKS = re.compile("[\"“„«‘'](?P<words>[^\"“”„«»‘’']+)[\"”»’']")
_BETWEEN_MARKS = re.compile(r"(?:[\s,;/|&+–—-]|(?<!\w)(?:và|hoặc|hay)(?!\w))*")
_ADDRESSES = frozenset({"", "url", "site_url", "contact", "file"})
_BRACKETS = re.compile(r"[,\[\]{}?]")  # a ? begins a key there
_SPECIAL = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|(?:null|Null|NULL|~)$")


def instead(where: Location, text: str) -> str:
    """The line with `text` in the place of what is marked."""
    units = where.text.encode("utf-16-le", "surrogatepass")
    start, end = 2 * (where.column - 1), 2 * (where.column - 1 + where.width)
    before, after = (
        part.decode("utf-16-le", "surrogatepass") for part in (units[:start], units[end:])
    )
    return before + text + after


def with_key(record: Record, beside: str, line: str) -> str:
    """The line of a key of a record with another one below it, or behind it within its braces."""
    whole, at = record.where(), record.where(beside)
    if marked_text(whole).startswith("{"):
        return instead(whole, f"{marked_text(whole).removesuffix('}').rstrip()}, {line}}}")
    return f"{at.text}\n{' ' * (whole.column - 1)}{line}"


def in_braces(group: str, key: str, line: str, *, is_first: bool) -> str:
    """A group in braces with a line more, or in the place of that key without a value."""
    empty = rf"\b{re.escape(key)}\s*:\s*(?:~|null\b)?(?=\s*[,}}])"
    if re.search(empty, group, re.IGNORECASE):
        return re.sub(empty, lambda _: line, group, count=1, flags=re.IGNORECASE)
    return f"{group.removesuffix('}').rstrip(', ')}{'' if is_first else ', '}{line}}}"


def marked_text(where: Location) -> str:
    """What is marked."""
    units = where.text.encode("utf-16-le", "surrogatepass")
    start = 2 * (where.column - 1)
    return units[start : start + 2 * where.width].decode("utf-16-le", "surrogatepass")


def scalar(text: str, *, inside: bool = False) -> str:
    """A value as YAML needs it, in straight marks only where it must be; `inside` brackets."""
    plain = text and not _SPECIAL.match(text) and not (inside and _BRACKETS.search(text))
    return text if plain and not needs_quotes(text) else straight(text)


def linked_address(key: str, value: str) -> str:
    """The address in a link of Markdown, at a key that wants one, or as an item; else nothing."""
    found = _LINKED.fullmatch(value)
    return found["address"] if found and key in _ADDRESSES else ""


def is_inside(where: Location) -> bool:
    """Whether a place is within brackets of its line."""
    before = instead(replace(where, width=len(where.text)), "")  # to the end of the line
    return any(before.count(one) > before.count(other) for one, other in ("[]", "{}"))


def example(field: FieldInfo, key: str, *, inside: bool = False) -> str:
    """A value of a field as it is typed in one line."""
    if key == "file":
        return FILE
    return _example(field.annotation, tuple(field.metadata), inside=inside)


def _example(annotation: Any, metadata: tuple[object, ...] = (), *, inside: bool) -> str:  # noqa: ANN401 - types
    for found in metadata:
        if isinstance(found, Reading):
            return scalar(found.example, inside=inside)
    if get_origin(annotation) is Literal:
        return str(get_args(annotation)[0])
    if get_origin(annotation) is tuple:
        parts = [part for part in get_args(annotation) if part is not Ellipsis]
        return f"[{', '.join(_example(part, inside=True) for part in parts)}]"
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return group(annotation)
    if hasattr(annotation, "__metadata__"):
        return _example(annotation.__origin__, annotation.__metadata__, inside=inside)
    inner = [part for part in get_args(annotation) if part is not type(None)]
    return _example(inner[0], inside=inside) if inner else YOUR_WORDS


def list_line(text: str, kind: type[Record] | None, values: Mapping[str, str] | None = None) -> str:
    """One or more values as a list in one line; of groups, one key has what was written."""
    if kind is not None:
        return f"[{group_line(text, kind, values)}]"
    bare = text.strip("[](){}<> ")
    items = re.split(r"\s+-\s+", bare.removeprefix("- ")) if bare.startswith("- ") else [bare]
    parts = [part for item in items for part in _parts(item)]
    return f"[{', '.join(scalar(_unquoted(part), inside=True) for part in parts)}]"


def _unquoted(item: str) -> str:
    """An item without the marks around it."""
    return item[1:-1] if item[0] in "\"'" and item[-1] == item[0] and len(item) > 2 else item  # noqa: PLR2004 - two marks


def quoted_items(text: str) -> list[str]:
    """The items of a text that is nothing but items in marks: «“a” “b”», «"a" và "b"»."""
    found = [each["words"].strip() for each in _IN_MARKS.finditer(text)]
    is_all = _BETWEEN_MARKS.fullmatch(_IN_MARKS.sub(" ", text))
    return found if len(found) > 1 and all(found) and is_all else []


def _parts(text: str) -> list[str]:
    """What commas or semicolons divide; a comma may belong to an address or to a sentence."""
    if items := quoted_items(text):
        return items
    sign = r"\s*;\s*|,\s+(?=\S+$|\S+,)" if re.search(r"://|: ", text) else r"\s*[,;]\s*"
    return [part for part in re.split(sign, text) if part]


def group_line(text: str, kind: type[Record], values: Mapping[str, str] | None = None) -> str:
    """A group in one line with what was written at the key that it is for.

    `values` are values that its other keys may well have.
    """
    shown = {key: (values or {}).get(key, value) for key, value in needed_keys(kind).items()}
    words = [key for key, value in (shown | _every(kind)).items() if value == YOUR_WORDS]
    is_file = re.fullmatch(r"\S+\.\w{2,4}", text)
    first = "file" if is_file and "file" in shown else next(iter(words), next(iter(shown)))
    shown[first] = scalar(text, inside=True)
    return f"{{{', '.join(f'{key}: {value}' for key, value in shown.items())}}}"


def divided_keys(text: str, keys: Collection[str]) -> list[tuple[str, str]]:
    """The keys that are known in a group in one line, and their values as YAML needs them.

    Whatever divides them: «{name: A; role: host}», «(name:A / role:host)»; those of a group within
    it, or in marks, are its own. Nothing where words stand before the first key, or behind one
    none.
    """
    while text[:1] in set(_AROUND) and text[-1:] == _AROUND[text[0]]:
        text = text[1:-1].strip()
    within = (*_WITHIN.finditer(text), *_MARKED.finditer(text))
    held = {at for each in within for at in range(*each.span())}
    divided = (each for each in _DIVIDED.finditer(text) if each["key"] in keys)
    found = [each for each in divided if each.start() not in held]
    if not found:
        return []
    ends = [each.start() for each in found[1:]] + [len(text)]
    values = [
        text[each.end() : end].strip().rstrip(_BETWEEN)
        for each, end in zip(found, ends, strict=True)
    ]
    if found[0].start() or not all(values):
        return []
    return [(e["key"], _inner(value)) for e, value in zip(found, values, strict=True)]


def _inner(value: str) -> str:
    """A value within braces: one in brackets or marks as it is, a mark that is left over away."""
    if value[0] in "[{" or (value[0] in "\"'" and value[-1] == value[0] and len(value) > 1):
        return value
    return scalar(value.strip("\"'") or value, inside=True)


def _every(kind: type[Record]) -> dict[str, str]:
    return {key: example(field, key, inside=True) for key, field in fields_of(kind).items()}


def group(kind: type[Record]) -> str:
    """A group with the keys that it must have, in one line."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in needed_keys(kind).items())}}}"


def needed_keys(kind: type[Record]) -> dict[str, str]:
    """The keys that a record must have (else its first), each with an example."""
    fields = fields_of(kind)
    must = {key: field for key, field in fields.items() if field.is_required()}
    shown = must or dict(list(fields.items())[:1])
    return {key: example(field, key, inside=True) for key, field in shown.items()}


def record_at(kind: type[Record], path: tuple[str | int, ...]) -> type[Record]:
    """The type of the record at a path; what is no field's name is an item or a key of a map."""
    for part in path:
        field = field_of(kind, part)
        if field is not None:
            kind = next(records_in(field.annotation), kind)
    return kind


def fields_of(kind: type[Record]) -> dict[str, FieldInfo]:
    """The fields of a record by the keys that write them."""
    return {field.alias or name: field for name, field in kind.model_fields.items()}


def field_of(kind: type[Record], key: str | int) -> FieldInfo | None:
    """The field of a record that a key writes."""
    return fields_of(kind).get(key) if isinstance(key, str) else None
