"""What pydantic finds wrong in a record, in words, with the line to type."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import replace
from typing import Any

from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.intended_values import in_quarters
from generator.model.odd import odd_words
from generator.model.piece_form import literals_of
from generator.model.record import KEY, Path, Record
from generator.model.slips import IN_ALL, ONLY_FIGURES, RULES
from generator.source.authored_keys import every_key, keys_of, records_in
from generator.source.leads import lead, vietnamese_keys
from generator.source.list_forms import items_in
from generator.source.node_paths import node_at, pairs_at, with_tight_colon
from generator.source.replacement_lines import (
    FILE,
    YOUR_WORDS,
    example,
    field_of,
    group_line,
    in_braces,
    instead,
    is_inside,
    list_line,
    marked_text,
    needed_keys,
    record_at,
    scalar,
)
from generator.source.slip import TYPE_LINE
from generator.source.words import meant_choice, meant_key
from generator.source.yaml_nodes import Mapping, Node, Scalar, Sequence
from generator.source.yaml_signs import straight
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import fold

UNKNOWN_KEY = Rule(
    "unknown-key",
    "There is no key “{key}” here.",
    "Remove the line, or write one of: {known}.",
)
NO_MORE_KEYS = UNKNOWN_KEY.with_hint("Remove the line.")
MISSPELT_KEY = UNKNOWN_KEY.with_hint("Did you mean “{near}”? Then type:\n{typed}")
MISSING_KEY = Rule("missing-key", "“{key}” is missing.", "Add below this line:\n{added}")
MISSING_INSIDE = MISSING_KEY.with_hint(TYPE_LINE)
WRONG_TYPE = Rule("wrong-type", "“{key}” must be {expected}.", "Write it like this:\n{typed}")
WRONG_CHOICE = Rule(
    "wrong-choice",
    "“{value}” is not one of the values that “{key}” can have.",
    "Write one of: {choices}. For example:\n{typed}",
)
MEANT_CHOICE = WRONG_CHOICE.with_hint("Did you mean “{near}”? Then type:\n{typed}")
_LONGEST = 40  # characters of an unknown key that are told
_TEXT = "one line of text"
_GROUP = "a group of keys"
_LIST = "a list: one item a line, each beginning with “- ”"
EXPECTED_FORMS = {
    "string_type": _TEXT,
    "tuple_type": _LIST,
    "model_type": _GROUP,
    "dict_type": _GROUP,
    "mapping_type": _GROUP,
    "too_short": "a list with at least one item",
    "too_long": "a shorter list",
    "missing": "a longer list",
}
"""What a value must be, by the kind of pydantic's finding: translated as the messages are."""


class Mistakes:
    """The mistakes of one record."""

    def __init__(
        self,
        kind: type[Record],
        places: Table[Path, Location],
        node: Mapping,
        examples: Table[str, str],
    ) -> None:
        self.kind, self.places, self.node, self.examples = kind, places, node, examples

    def diagnostics(self, details: Iterable[ErrorDetails]) -> list[Diagnostic]:
        """A diagnostic for each mistake; what only follows from another one is left out."""
        known = list(details)
        follow = set(self._consequences(known))
        told = (detail for index, detail in enumerate(known) if index not in follow)
        return [self._one(detail).about(self._lead(detail)) for detail in told]

    def _lead(self, detail: ErrorDetails) -> str:
        """Where more is told: of the key that was meant, of the group of one that is unknown."""
        path = authored_path(detail["loc"], self.places)
        near = self._near(path) if detail["type"] == "extra_forbidden" else ""
        return lead(self.kind, (*path[:-1], near) if near else path)

    def _consequences(self, details: list[ErrorDetails]) -> Iterator[int]:
        """Of a list that is short of its wrong items, of a key that is only misspelt."""
        unknown = [d for d in details if d["type"] == "extra_forbidden"]
        paths = [authored_path(d["loc"], self.places) for d in unknown]
        meant = {(*path[:-1], near) for path in paths if (near := self._near(path))}
        for index, detail in enumerate(details):
            here, short = detail["loc"], detail["type"] == "too_short"
            inside = [other for other in details if other["loc"][: len(here)] == here]
            misspelt = detail["type"] == "missing" and authored_path(here, self.places) in meant
            again = any(_is_same_list(detail, other) for other in details[:index])
            if misspelt or again or (short and len(inside) > 1):
                yield index

    def _one(self, detail: ErrorDetails) -> Diagnostic:
        path = authored_path(detail["loc"], self.places)
        where = self.places[path if path in self.places else path[:-1]]
        match detail["type"]:
            case "loa":
                return _refused(self._in_its_quarters(detail["ctx"], path), where)
            case "extra_forbidden":
                return self._unknown(path)
            case "missing" if isinstance(path[-1], str):
                return self._missing(path)
            case "literal_error" if isinstance(detail["input"], str):
                choices = re.findall("'([^']*)'", detail["ctx"]["expected"])
                return wrong_choice(where, _name(path), detail["input"], choices)
            case other:
                return self._wrong_type(path, where, other)

    def _in_its_quarters(self, context: Table[str, Any], path: Path) -> dict[str, Any]:
        """The details of a rule: so many for each part of a year as they are in those promised."""
        quarters = node_at(self.node, (*path[:-1], "quarters"))
        if RULES[context["rule"]] == IN_ALL and isinstance(quarters, Sequence):
            return {**context, "word": in_quarters(context["word"], len(quarters.items))}
        return dict(context)

    def _unknown(self, path: Path) -> Diagnostic:
        key, where = str(path[-1]), self.places[*path, KEY]
        for word in odd_words(key):
            return word.rule.at(where, **word.details)
        if near := self._near(path):
            field = field_of(record_at(self.kind, path[:-1]), near)
            choices = literals_of(field) if field else ()
            return misspelt_key(where, key, near, node_at(self.node, path), choices)
        taken = {name.text for name, _ in pairs_at(self.node, path[:-1])}
        known = [name for name in keys_of(record_at(self.kind, path[:-1])) if name not in taken]
        rule = UNKNOWN_KEY if known else NO_MORE_KEYS
        return rule.at(where, key=key[:_LONGEST], known=", ".join(known))

    def _near(self, path: Path) -> str:
        """The key that an unknown one seems to stand for, unless that is there too."""
        taken = {name.text for name, _ in pairs_at(self.node, path[:-1])}
        key, known = str(path[-1])[:_LONGEST], keys_of(record_at(self.kind, path[:-1]))
        if key in every_key():  # of another kind of record
            return ""
        names = vietnamese_keys(record_at(self.kind, path[:-1]))
        near = names.get(fold(key.replace("_", " ")), "") or meant_key(key, known)
        return "" if near in taken else near

    def _missing(self, path: Path) -> Diagnostic:
        """Below a line of its group, or within its braces."""
        key, where = str(path[-1]), self.places[path[:-1]]
        field = field_of(record_at(self.kind, path[:-1]), key)
        shown = self.examples.get(key) if len(path) == 1 else self._beside(path)
        line = f"{key}: {shown or (example(field, key) if field else '')}"
        found = node_at(self.node, path[:-1])
        if isinstance(found, Mapping) and found.flow:
            typed = in_braces(marked_text(where), key, line, is_first=not found.items)
            return MISSING_INSIDE.at(where, key=key, typed=instead(where, typed))
        if (*path, KEY) in self.places:  # the key is there, its value is not
            at = self.places[*path, KEY]
            typed = " " * (at.column - 1) + line if at.text.strip().startswith(key) else line
            return MISSING_INSIDE.at(at, key=key, typed=typed)
        at = line_of(found) if isinstance(found, Mapping) else where
        return MISSING_KEY.at(at, key=key, added=" " * (at.column - 1) + line)

    def _beside(self, path: Path) -> str:
        """An id made of the title of its group; nothing for other keys."""
        keys = {"title", "name"} if path[-1] == "id" else set()
        pairs = pairs_at(self.node, path[:-1])
        texts = (getattr(value, "text", "") for key, value in pairs if key.text in keys)
        return next((slugify(text) for text in texts), "")

    def _wrong_type(self, path: Path, where: Location, found: str) -> Diagnostic:
        key, expected = _name(path), EXPECTED_FORMS.get(found, _TEXT)
        is_item = found == "string_type" and isinstance(path[-1], int)
        said = with_tight_colon(node_at(self.node, path)) if is_item else ""
        typed = f"{where.text[: where.column - 1]}{said}" if said else self._like(path, expected)
        return WRONG_TYPE.at(where, key=key, expected=expected, typed=typed)

    def _like(self, path: Path, expected: str) -> str:
        """What could be written instead: what is there, in the form that it must have."""
        if isinstance(path[-1], int) and expected == _GROUP:
            given = getattr(node_at(self.node, path), "text", "")
            typed = group_line(given, record_at(self.kind, path), self.examples)
            return instead(self.places[path], typed)
        while path and (path not in self.places or isinstance(path[-1], int)):
            path = path[:-1]
        where, key = self.places[path], _name(path)
        field = field_of(record_at(self.kind, path[:-1]), key)
        node = node_at(self.node, path)
        given = getattr(node, "text", "")
        if expected == _LIST and given:
            kind = next(records_in(field and field.annotation), None)
            items = items_in(given, key) if kind is None else []
            given = ", ".join(items) if len(items) > 1 else given
            return instead(where, list_line(given, kind, self.examples))
        key_at = self.places.get((*path, KEY), where)
        indent = " " * (key_at.column - 1)
        if expected == _GROUP and field is not None and not is_inside(where):
            lines = needed_keys(record_at(self.kind, path))
            first = next(iter(lines))
            if given and lines[first] in {YOUR_WORDS, FILE}:
                lines[first] = scalar(given)
            return "\n".join(
                (f"{indent}{key}:", *(f"{indent}  {k}: {v}" for k, v in lines.items()))
            )
        shown = example(field, key) if field else ""
        if expected == _TEXT:
            shown = _in_a_line(node, marked_text(where), shown)
        return instead(where, shown) if _ends_here(where, node) else f"{indent}{key}: {shown}"


def _in_a_line(node: Node | None, text: str, shown: str) -> str:
    """A list or group as one line of text: its first item, or its brackets in quotation marks."""
    items = node.items if isinstance(node, Sequence) else ()
    if items and not isinstance(items[0], Mapping | Sequence) and shown != YOUR_WORDS:
        return scalar(items[0].text)
    return straight(text) if shown == YOUR_WORDS and text[-1:] in "]}" else shown


def _ends_here(where: Location, node: Node | None) -> bool:
    """Whether a value ends in the line in which it begins."""
    return not isinstance(node, Mapping | Sequence) or marked_text(where)[-1:] in "]}"


def line_of(node: Mapping) -> Location:
    """The first line of a group below which a key can be added."""
    keys = [key.where for key, _ in node.items]
    further = [where.line for where in keys[1:]] + [keys[-1].line + 1 if keys else 0]
    values = [value for _, value in node.items]
    for where, value, following in zip(keys, values, further, strict=True):
        if not isinstance(value, Mapping | Sequence) and following == where.line + 1:
            return where
    return node.where


def misspelt_key(
    where: Location, key: str, near: str, value: Node | None, choices: Iterable[str]
) -> Diagnostic:
    """A key that is not there, with the one that was meant, and the meant choice behind it."""
    line, said = where, value.text if isinstance(value, Scalar) else ""
    if value and value.where.line == where.line and (meant := meant_choice(said, choices)):
        line = replace(where, text=instead(value.where, meant))
    return MISSPELT_KEY.at(where, key=key, near=near, typed=instead(line, near))


def wrong_choice(
    where: Location, key: str, value: str, choices: Iterable[str], likely: str = ""
) -> Diagnostic:
    """A word that is none of the choices, with the one that was meant, is likely, or is first."""
    known = list(choices)
    near = meant_choice(value, known)
    near = "" if likely and near != likely else near
    typed = instead(where, near or likely or known[0])
    rule = MEANT_CHOICE if near else WRONG_CHOICE
    listed = ", ".join(known)
    return rule.at(where, value=value, key=key, choices=listed, near=near, typed=typed)


def _is_same_list(one: ErrorDetails, other: ErrorDetails) -> bool:
    """Whether two items of one list are wrong in a way that the list is to blame for."""
    rules = [dict(each.get("ctx", {})).get("rule") for each in (one, other)]
    in_list = one["loc"][:-1] == other["loc"][:-1]
    return in_list and rules == 2 * [f"{ONLY_FIGURES.code} {ONLY_FIGURES.hint}"]


def _refused(context: dict[str, Any], where: Location) -> Diagnostic:
    """The rule that a field named; of an odd word only that word is marked."""
    rule, odd = RULES[context.pop("rule")], context.pop("odd", "")
    at = where.text.find(odd) if odd else -1
    if at >= 0 and where.text.count(odd) == 1:
        column, width = (len(part.encode("utf-16-le")) // 2 for part in (where.text[:at], odd))
        where = Location(where.path, where.line, column + 1, width, where.text)
    elif "word" in context and not odd:
        context["word"] = scalar(context["word"], inside=is_inside(where))
    return rule.at(where, **context)


def authored_path(location: tuple[Any, ...], places: Table[Path, Location]) -> Path:
    """Pydantic's path without the parts that name a union's branch; the last may be missing."""
    path: Path = ()
    for index, part in enumerate(location):
        if (*path, part) in places or index == len(location) - 1:
            path = (*path, part)
    return path


def _name(path: Path) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")
