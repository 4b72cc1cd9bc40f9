"""Every message that a user can meet has its Vietnamese words; the catalogue holds no others."""

import ast
import pkgutil
import re
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import get_args

import click
import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

import generator
from generator.adapters import draft_folder, history
from generator.app import draft_edits
from generator.app.editing import WRITERS
from generator.app.keys.reference import different_keys, roots
from generator.calculators import calculators
from generator.catalogue import messages, translate, words
from generator.cli import console, failures, mending, plan, undo
from generator.desk.deeds import DONE
from generator.desk.plan_paths import FILE_NAMES
from generator.diagnostics import Rule, Severity
from generator.media import media
from generator.model.calculator import Calculator
from generator.model.fields import Basis
from generator.model.piece import Status
from generator.model.plan_document import FACTS
from generator.model.undertaking import UNDERTAKINGS
from generator.outputs import outputs
from generator.outputs.print.sheets import HEADS
from generator.planning import deadlines
from generator.press import foreseen
from generator.press.package_drawings import package_drawings
from generator.press.preflight import POINTS
from generator.source import document, mistakes, notation, slip, stop_reasons, yaml_signs
from generator.source.authored_keys import records_within
from generator.source.descriptions import meaning_of
from generator.vietnamese.text import NAMED_CHARACTERS

ROOT = Path(generator.__file__).parent
CATALOGUE = ROOT / "locale/vi/LC_MESSAGES/loa.po"
SPEAKERS = {
    **dict.fromkeys(
        ("_", "words", "say", "step", "PlaceError", "refuse", "unprintable", "no_profile"),
        (0,),
    ),
    "StudioPoint": (1,),
    "unfit": (0,),
    "ngettext": (0, 1),
    "badge": (1,),
    "save_new": (1,),
    "translate": (0,),
}
"""Functions, and which of their arguments are messages."""

CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "types")
OF_YAML = re.compile(
    r"\b(?:YAML|mapping|sequence|scalar|anchor|alias of|block|node|token|ánh xạ|neo|nút)\b"
)


def said_in_python(path: Path) -> Iterator[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    constants = dict(assigned(module))
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            for index in SPEAKERS.get(name, ()):
                yield from texts(node.args[index], constants) if index < len(node.args) else ()


def assigned(module: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def texts(node: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """The text itself, both of `a if b else c` and `a or b`, any of `NAME[key]`."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=first, orelse=second):
            yield from [*texts(first, constants), *texts(second, constants)]
        case ast.BoolOp(values=parts) | ast.Dict(values=parts):
            yield from (text for part in parts for text in texts(part, constants))
        case ast.Subscript(value=ast.Name(id=name)) | ast.Name(id=name) if name in constants:
            yield from texts(constants[name], {})


def said_in_jinja(path: Path) -> Iterator[str]:
    tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in {"words", "_"}:
            yield from (const.value for const in call.find_all(nodes.Const))


def modules() -> Iterator[object]:
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def rules() -> set[Rule]:
    values = [value for module in modules() for value in vars(module).values()]
    nested = [part for value in values if isinstance(value, dict) for part in value.values()]
    return {value for value in (*values, *nested) if isinstance(value, Rule)}


def from_rules() -> set[str]:
    return {text for rule in rules() for text in (rule.message, rule.hint)}


def from_code() -> set[str]:
    python = {text for path in ROOT.rglob("*.py") for text in said_in_python(path)}
    return python | {text for path in ROOT.rglob("*.html") for text in said_in_jinja(path)}


def said_by(calculator: Calculator) -> set[str]:
    """The words of its fields and results, and for what it holds."""
    parts = (*calculator.variables, *calculator.answers)
    return {each.label for each in parts} | ({calculator.limits} if calculator.limits else set())


def from_values() -> set[str]:
    """What is translated by its value: names of media and outputs, states, kinds of values."""
    return {
        *(text for medium in media().values() for text in (medium.singular, medium.plural)),
        *(text for each in UNDERTAKINGS.values() for text in (each.singular, each.plural)),
        *FACTS.values(),
        *deadlines.WORDS.values(),
        *(output.title for output in outputs().values()),
        *(drawn.shows for drawn in package_drawings().values()),
        *(text for each in calculators().values() for text in said_by(each)),
        *(
            text
            for key in different_keys()
            for text in (key.description.meaning, key.description.effect)
        ),
        *(meaning_of(kind) for root in roots().values() for kind in records_within(root.record)),
        *(str(severity) for severity in Severity),
        *get_args(Status),
        *get_args(Basis),
        *mistakes.EXPECTED_FORMS.values(),  # details are translated as the messages are
        *notation.PROBLEMS,
        *stop_reasons.PROBLEMS,
        *slip.HINTS,
        *yaml_signs.WORDS,
        *document.KINDS,
        *NAMED_CHARACTERS,
        *failures.REFUSALS.values(),
        *console.TYPES,
        *console.NO_FILES.values(),
        *foreseen.LACKING.values(),
        *(why for _writer, why in WRITERS.values()),
        *(undo.TAKEN_BACK, undo.DONE_AGAIN, mending.MENDING_TITLE, plan.PROPOSAL_TITLE),
        *history.TROUBLES,
        *draft_folder.TROUBLES,
        draft_edits.DROPPED,
        *DONE.values(),
        *FILE_NAMES.values(),
        *(title for title, _check in POINTS),
        *(head for head, _width in HEADS),
        "Next step",
        "planned date",
    }


def from_click() -> set[str]:
    folder = Path(click.__file__).parent
    return {text for name in CLICK for text in said_in_python(folder / f"{name}.py")}


def literals() -> set[str]:
    """Every text that stands in the code: what may be translated without being extracted."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in ROOT.rglob("*.py"))
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{\w*(?:![rsa])?\}|%\(\w+\)s", text))


def test_every_message_has_its_vietnamese_words() -> None:
    wanted = from_rules() | from_code() | from_values() | from_click()
    assert sorted(text for text in wanted if text and text not in messages("vi")) == []


def test_whoever_reads_what_stopped_a_file_need_not_know_yaml() -> None:
    files = [rule for rule in rules() if rule in vars(notation).values()]
    assert len(files) > 8
    said = {*notation.PROBLEMS, *stop_reasons.PROBLEMS}
    said |= {text for rule in files for text in (rule.message, rule.hint)}
    both = {*said, *(messages("vi")[text] for text in said)}
    assert sorted(text for text in both if OF_YAML.search(text)) == []


def test_the_catalogue_holds_nothing_that_the_code_does_not_say() -> None:
    known = from_rules() | from_code() | from_values() | from_click() | literals()
    assert sorted(set(messages("vi")) - known) == []


def test_a_plan_does_not_promise() -> None:
    """It says what it plans (“dự kiến”): no message overstates the document."""
    said = re.compile(r"(?<!\w)hứa(?!\w)", re.IGNORECASE)
    assert [text for text in messages("vi").values() if said.search(text)] == []


def test_translations_keep_the_details() -> None:
    changed = {
        message: text
        for message, text in messages("vi").items()
        if placeholders(message) != placeholders(text)
    }
    assert changed == {}


def test_translations_keep_the_form() -> None:
    def form(text: str) -> tuple[bool, int, bool]:
        return text != text.strip(), text.count("\n\n"), text.endswith((".", "…", ":"))

    wrong = {message for message, text in messages("vi").items() if form(message) != form(text)}
    assert wrong == set()


def test_the_catalogue_is_read_as_babel_reads_it() -> None:
    with CATALOGUE.open("rb") as lines:
        catalogue = read_po(lines, locale="vi")
    assert messages("vi") == {entry.id: entry.string for entry in catalogue if entry.id}


def test_the_catalogue_can_be_proofread() -> None:
    with CATALOGUE.open("rb") as lines:
        catalogue = read_po(lines, locale="vi", abort_invalid=True)
    entries = [entry for entry in catalogue if entry.id]
    assert [entry.id for entry in entries if entry.fuzzy or not entry.string] == []
    assert list(catalogue.obsolete) == []
    raw = CATALOGUE.read_text(encoding="utf-8")
    assert raw == unicodedata.normalize("NFC", raw)
    assert raw.count("\nmsgid ") - 1 == len(entries)  # no message twice: the head has no words


@pytest.mark.parametrize(
    ("message", "language", "expected"),
    [
        ("error", "vi", "lỗi"),
        ("error", "en", "error"),
        ("no such message", "vi", "no such message"),
        ("error", "fr", "error"),
    ],
)
def test_translate(message: str, language: str, expected: str) -> None:
    assert translate(message, language) == expected


def test_words_are_vietnamese() -> None:
    assert words("Publishing calendar") == "Lịch tuyên truyền"
