"""The office's own Word template: its fields are filled with words, and nothing in it is run.

docxtpl, an extra, finds the fields that Word has split. Jinja2 reads them in its sandbox, of which
no filter, function or test is left, and only names of fields, lists and their rows are let through:
whatever else stands between the braces is told, and the template is not used.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.text.imported.package import BOMB, NotImportedError, W, open_package
from generator.text.office_fields import FIELDS, LISTS
from generator.text.word import docx_bytes, printable
from generator.text.word.template_package import active_content, forget_template, stray_braces
from generator.vietnamese.slugs import slugify

if TYPE_CHECKING:
    from jinja2 import nodes
    from jinja2.sandbox import SandboxedEnvironment

NOT_WORD = Rule(
    "template-form",
    "“{name}” is no Word document in which fields can be filled.",
    "Open it in Word and save it as Word Document (*.docx), not as a template or with macros.",
)
ACTIVE = Rule(
    "template-active",
    "“{name}” holds what acts by itself or comes from elsewhere: {what}. It was not used.",
    "Take it out in Word, or begin anew from the one that loa report template writes.",
)
UNKNOWN_FIELD = Rule(
    "template-field",
    "There is no field “{field}” (it stands in: {text}).",
    "There are: {known}.",
)
MISSPELT_FIELD = UNKNOWN_FIELD.with_hint("Did you mean “{near}”? There are: {known}.")
NOT_A_FIELD = Rule(
    "template-code",
    "Between the braces stands what is no name of a field: {text}",
    "Write only names: {{{{ ke_hoach }}}}; and for rows of a table {{%tr for d in ket_qua %}} and "
    "{{%tr endfor %}}, each in a row of its own. Calculations and functions are never run.",
)
TORN_ROWS = Rule(
    "template-rows",
    "Something here cannot be repeated or filled where it stands: {text}",
    "Put {{%tr for d in … %}} and {{%tr endfor %}} each into a row of its own of the same table, "
    "{{%p for d in … %}} and {{%p endfor %}} each into a paragraph of its own.",
)
NO_LIBRARY = warning(
    "template-library",
    "To fill the template “{name}” another library is needed, which is not installed: docxtpl.",
    "Type: pip install -c constraints.txt '.[report]'",
)
Values = Mapping[str, str | Sequence[Mapping[str, str]]]
"""What the fields of a template hold."""
LARGEST = 20_000_000
"""Bytes of a template; one with a scanned letterhead has 3 million."""
_MOST_TEXT = 60  # characters of a place that is told
_TAG = re.compile(r"<[^>]+>")
_SAMPLE: Values = {
    **dict.fromkeys(FIELDS, "…"),
    **{name: [dict.fromkeys(row, "…")] for name, (_, row) in LISTS.items()},
}
_FRAMES = tuple(f"{W}{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr"))


@dataclass(frozen=True, slots=True)
class OfficeTemplate:
    """A Word file of the office, by the name under which it is told of."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of its bytes."""
        return sha256(self.data).hexdigest()


def template_program() -> str:
    """Which program fills templates."""
    return f"docxtpl {version('docxtpl')}" if find_spec("docxtpl") else ""


def problems(template: OfficeTemplate) -> list[Diagnostic]:
    """All that keeps a template from being used."""
    if not template_program():
        return [NO_LIBRARY.at(Location(template.name), name=template.name)]
    if len(template.data) > LARGEST:
        return [BOMB.at(Location(template.name), name=template.name)]
    try:
        package = open_package(template.name, template.data)
    except NotImportedError as error:
        return list(error.diagnostics)
    if what := next(active_content(package), ""):
        return [ACTIVE.at(Location(template.name), name=template.name, what=what)]
    if stray := next(stray_braces(package), None):
        return [NOT_A_FIELD.at(Location(template.name), text=_brief(stray))]
    return _filled(template, _SAMPLE)[1]


def fill(template: OfficeTemplate, values: Values) -> bytes:
    """The document that comes of a template in which nothing is wrong; the same bytes each time."""
    return _filled(template, values)[0]


def _filled(template: OfficeTemplate, values: Values) -> tuple[bytes, list[Diagnostic]]:
    from docxtpl import DocxTemplate

    found: list[Diagnostic] = []

    class _Template(DocxTemplate):  # type: ignore[misc] # docxtpl says no types
        def render_xml_part(self, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - docxtpl's
            made = super().render_xml_part(*given, **more)
            found.extend(_torn(made, template.name) if not found else ())
            return made

    made = _Template(BytesIO(template.data))
    try:
        made.render(_printable(values), _environment(template.name, found), autoescape=True)
    except (ValueError, KeyError):  # what is a template of Word, or has no main part
        return b"", [NOT_WORD.at(Location(template.name), name=template.name)]
    if not found:
        forget_template(made.docx)
    return (b"" if found else docx_bytes(made.docx)), found


def _torn(part: str, name: str) -> Iterator[Diagnostic]:
    """What comes of rows that begin in one cell and end in another, or of words outside of text."""
    from lxml import etree

    try:
        root = etree.fromstring(part.encode(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        yield TORN_ROWS.at(Location(name), text="")
        return
    for each in root.iter(*_FRAMES):
        lost = (each.text or "") + "".join(child.tail or "" for child in each)
        if lost.strip():
            yield TORN_ROWS.at(Location(name), text=_brief(lost))


def _printable(values: Values) -> dict[str, object]:
    return {
        name: printable(value)
        if isinstance(value, str)
        else [{key: printable(text) for key, text in row.items()} for row in value]
        for name, value in values.items()
    }


def _environment(name: str, found: list[Diagnostic]) -> "SandboxedEnvironment":
    """What reads the parts of a template; of one in which something is wrong nothing is kept."""
    from jinja2 import StrictUndefined, TemplateSyntaxError
    from jinja2.sandbox import SandboxedEnvironment

    class _Fields(SandboxedEnvironment):
        def from_string(self, source: Any, *_: object, **__: object) -> Any:  # noqa: ANN401 - Jinja's
            try:
                told = [*_unfit(self.parse(source), source, name)]
            except TemplateSyntaxError as error:
                told = [NOT_A_FIELD.at(Location(name), text=_place(source, error.lineno))]
            found.extend(each for each in told if each not in found)
            return _Unread(source) if told else super().from_string(source)

    made = _Fields(autoescape=True, undefined=StrictUndefined)
    for table in (made.globals, made.filters, made.tests):
        table.clear()
    return made


@dataclass(frozen=True, slots=True)
class _Unread:
    """A part in which something is wrong: it stays as it is, so that the others are looked at."""

    source: str

    def render(self, _values: object) -> str:
        """The part itself."""
        return self.source


def _unfit(tree: "nodes.Template", source: str, name: str) -> Iterator[Diagnostic]:
    """Whatever is no name of a field, of a list or of its rows."""
    yield from _Reader(source, name).unfit(tree.body, {})


class _Reader:
    """Goes through what stands between the braces of a part."""

    def __init__(self, source: str, name: str) -> None:
        self._source, self._where = source, Location(name)

    def unfit(
        self, body: "Iterable[nodes.Node]", rows: Mapping[str, Sequence[str]]
    ) -> Iterator[Diagnostic]:
        """`rows` are the names of the rows that are gone through there, with their fields."""
        from jinja2 import nodes

        for node in body:
            match node:
                case nodes.TemplateData():
                    continue
                case nodes.Output():
                    yield from self.unfit(node.nodes, rows)
                case nodes.If(elif_=[]):
                    test = node.test.node if isinstance(node.test, nodes.Not) else node.test
                    yield from self._name(test, rows, {**FIELDS, **LISTS})
                    yield from self.unfit((*node.body, *node.else_), rows)
                case nodes.For(
                    target=nodes.Name(), iter=nodes.Name(), else_=[], test=None, recursive=False
                ) if not rows:
                    yield from self._rows(node)
                case _:
                    yield from self._name(node, rows, FIELDS)

    def _rows(self, node: "nodes.For") -> Iterator[Diagnostic]:
        told = [*self._name(node.iter, {}, LISTS)]
        yield from told
        if not told:
            fields = LISTS[node.iter.name][1]  # type: ignore[attr-defined] # a Name, as was asked
            yield from self.unfit(node.body, {node.target.name: fields})  # type: ignore[attr-defined]

    def _name(
        self, node: "nodes.Node", rows: Mapping[str, Sequence[str]], known: Iterable[str]
    ) -> Iterator[Diagnostic]:
        """A field by its name, or one of a row."""
        from jinja2 import nodes

        match node:
            case nodes.Getattr(node=nodes.Name(name=row), attr=field) if row in rows:
                yield from self._known(node, field, rows[row])
            case nodes.Name(name=field):
                yield from self._known(node, field, [*known])
            case _:
                yield NOT_A_FIELD.at(self._where, text=_place(self._source, node.lineno))

    def _known(self, node: "nodes.Node", field: str, known: Sequence[str]) -> Iterator[Diagnostic]:
        if field in known:
            return
        plain = slugify(field).replace("-", "_")
        near = next(iter(get_close_matches(plain, known, 1, 0.7)), "")
        details = {"field": field, "text": _place(self._source, node.lineno)}
        rule = MISSPELT_FIELD if near else UNKNOWN_FIELD
        yield rule.at(self._where, **details, near=near, known=", ".join(known))


def _place(source: str, line: int | None) -> str:
    """The words of the paragraph in which something stands."""
    lines = source.split("\n")
    return _brief(_TAG.sub("", lines[line - 1] if line and line <= len(lines) else ""))


def _brief(words: str) -> str:
    text = " ".join(words.split())
    return text[:_MOST_TEXT] + ("…" if len(text) > _MOST_TEXT else "")
