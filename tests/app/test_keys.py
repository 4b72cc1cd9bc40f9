"""The reference of keys cannot lie: it is made from the records that read the files."""

import ast
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generator.app.keys.markdown_page import page
from generator.app.keys.reference import Key, different_keys, every_address, keys_of, roots
from generator.app.keys.syntax import default, form, leave, lines, needed_keys
from generator.app.keys.terminal import answer, name_of, near
from generator.catalogue import messages, translate
from generator.diagnostics import Diagnostic
from generator.model.record import Record
from generator.model.site import SiteFile
from generator.source.authored_keys import records_within
from generator.source.descriptions import meaning_of
from generator.source.document import document
from generator.source.mkdocs_yml import read_site
from generator.source.records import read_record
from generator.source.replacement_lines import YOUR_WORDS
from generator.source.yaml_nodes import Mapping, read_yaml

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"
TEMPLATES = [p for p in (PACKAGE / "templates").rglob("*") if p.suffix in {".html", ".typ"}]
EVERY = records_within(*(root.record for root in roots().values()))
Loa = Callable[..., CompletedProcess[str]]


def test_no_key_lacks_a_name_a_meaning_an_effect_or_words_for_them() -> None:
    said = messages("vi")
    texts = [
        *((key.address, key.description.meaning, True) for key in different_keys()),
        *((key.address, key.description.effect, False) for key in different_keys()),
        *((kind.__name__, meaning_of(kind), True) for kind in EVERY),
    ]
    lacking = [
        place
        for place, text, has_name in texts
        if not said.get(text) or (has_name and not all(": " in each for each in (text, said[text])))
    ]
    assert lacking == []


KEPT = {
    "where a line of the file is from, for whoever checks it": {
        *("abbreviations.abbreviations.source", "holidays.days_off.source"),
        *("holidays.green_days.source", "holidays.work_days.source", "holidays.work_days.name"),
        *("partners.partners.channels.rules.basis", "partners.partners.channels.rules.source"),
        *("partners.partners.channels.space.basis", "partners.partners.channels.space.source"),
        *("partners.partners.channels.space.headline.source",),
        *("places.places.kind", "places.places.position.source", "places.places.source"),
        *("plan.legal_basis.source", "plan.responsibilities.source"),
        *("printers.printers.basis", "printers.printers.source", "printers.printers.pages.source"),
        "brand.colours.use",
    },
    "for whoever edits the file next": {
        *("partners.partners.channels.note", "partners.partners.note", "places.places.note"),
        *("printers.printers.note", "sources.sources.note", "evidence.note"),
    },
    "what was done about a piece of evidence, for whoever doubts it": {
        *("evidence.verified_on", "evidence.replaces"),
    },
}
"""Keys that nobody but who reads the file sees, and why that is so."""


def test_what_an_author_writes_is_read_by_somebody() -> None:
    kept = {
        key.address for key in different_keys() if key.description.effect.startswith("kept in the")
    }
    assert kept == set().union(*KEPT.values())
    trees = [ast.parse(module.read_text("utf-8")) for module in PACKAGE.rglob("*.py")]
    read = {
        node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    read |= {ast.literal_eval(it.args[1]) for it in calls if is_getattr(it)}
    read |= {word for file in TEMPLATES for word in re.findall(r"\w+", file.read_text("utf-8"))}
    unread = {key.address for key in different_keys() if key.name not in read} - kept
    assert {
        key for key in unread if every_address()[key].description.effect.split(";")[0] != "none"
    } == set()


def is_getattr(call: ast.Call) -> bool:
    named = isinstance(call.func, ast.Name) and call.func.id == "getattr"
    return named and isinstance(call.args[1], ast.Constant)


def test_no_two_keys_beside_each_other_have_one_name() -> None:
    twice = []
    for kind in EVERY:
        for language in ("vi", "en"):
            names = [name_of(key.description.meaning, language) for key in keys_of(kind, "")]
            twice += [(kind.__name__, name) for name in names if names.count(name) > 1]
    assert twice == []


def read(kind: type[Record], text: str) -> tuple[Record | None, list[Diagnostic]]:
    """A record as its own file is read, and all that is wrong in it."""
    source = document("x.yml", text)
    if kind is SiteFile:
        return read_site(source)
    node, found = read_yaml(source)
    assert isinstance(node, Mapping)
    record, problems = read_record(kind, node)
    return record, [*found, *problems]


def file(key: Key, *line: str) -> str:
    """Lines of a key, and what else must be there."""
    beside = (each for each in needed_keys(key.record, "x") if each.is_needed)
    others = (each for each in beside if each.name != key.name)
    return "\n".join([*line, *(line for each in others for line in lines(each)), ""])


def value(record: Record, key: Key) -> object:
    fields = type(record).model_fields.items()
    return next(getattr(record, name) for name, f in fields if (f.alias or name) == key.name)


@pytest.mark.parametrize("key", different_keys(), ids=lambda key: key.address)
def test_every_example_is_read_as_it_stands(key: Key) -> None:
    text = file(key, *lines(key))
    record, found = read(key.record, text)
    assert found == []
    assert record is not None
    assert value(record, key)
    assert YOUR_WORDS not in text


@pytest.mark.parametrize("key", different_keys(), ids=lambda key: key.address)
def test_what_must_be_there_must_and_all_else_may_be_left_out(key: Key) -> None:
    record, found = read(key.record, file(key) or "x_x: 1\n")
    told = {problem.rule.code for problem in found} - {"unknown-key"}
    assert bool(told & {"missing-key", "site-name-missing"}) == key.is_needed
    if default(key) and not key.is_needed:
        same, _ = read(key.record, file(key, f"{key.name}: {default(key)}"))
        assert same is not None
        assert value(same, key) == key.field.get_default(call_default_factory=True)
    elif not key.is_needed and record is not None:
        assert not value(record, key) or isinstance(value(record, key), Record)


def test_the_page_is_as_the_command_writes_it() -> None:
    kept = (ROOT / "docs/khoa.md").read_bytes().decode("utf-8")
    assert kept == page(), "docs/khoa.md is old: loa keys --markdown docs/khoa.md"


def test_every_link_of_the_page_leads_somewhere_in_it() -> None:
    anchors = re.findall(r'<a id="([^"]+)"></a>', page())
    assert sorted(anchors) == sorted([*roots(), *(key.address for key in different_keys())])
    assert set(re.findall(r"\]\(#([^)]+)\)", page())) <= set(anchors)


def test_the_page_holds_all_that_is_known_of_a_key() -> None:
    shown = page()
    for key in different_keys():
        block = shown.partition(f'<a id="{key.address}"></a>')[2].partition("<a id=")[0]
        meaning, effect = (
            translate(t, "vi") for t in (key.description.meaning, key.description.effect)
        )
        name, _, rest = meaning.partition(": ")
        wanted = (
            name[1:],
            rest[1:],
            key.description.meaning,
            form(key, "vi"),
            effect[1:],
            leave(key, "vi"),
        )
        assert [text for text in wanted if text not in block] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_address_has_an_answer_that_begins_with_it(language: str) -> None:
    for address, key in every_address().items():
        first = answer(address, language).partition("\n")[0]
        assert first == f"{address} – {name_of(key.description.meaning, language)}"


def test_every_key_is_found_by_its_name_and_by_what_people_call_it() -> None:
    lost = []
    for key in different_keys():
        called = name_of(key.description.meaning, "vi")
        lost += [asked for asked in (key.name, called) if key.address not in answer(asked, "vi")]
    assert lost == []


@pytest.mark.parametrize("key", different_keys(), ids=lambda key: key.address)
def test_whoever_types_the_name_of_a_key_is_told_the_key(key: Key) -> None:
    called = name_of(key.description.meaning, "vi")
    if called == key.name:  # «podcast»
        return
    _, found = read(key.record, file(key, f"{called}: 1"))
    near = [problem.details.get("near") for problem in found if called in problem.where.text]
    assert near == [key.name]


def test_problems_of_keys_end_with_the_command_that_tells_of_them(loa: Loa, tiny: Path) -> None:
    piece = tiny / "content/bang-ron.md"
    text = piece.read_text("utf-8")
    wrong = text.replace("status:", "tình trạng:").replace("approved_on:", "approved_when:")
    piece.write_text(wrong, "utf-8")
    last = {name: loa(name, cwd=tiny) for name in ("check", "build")}
    lead = "What these keys mean and how they are written: loa keys piece.status banner.approved_on"
    assert lead in last["check"].stdout.splitlines()
    assert lead in last["build"].stderr.splitlines()
    told = loa("keys", *lead.split()[-2:], cwd=tiny)
    heads = [line for line in told.stdout.splitlines() if " – " in line]
    assert heads == ["piece.status – status", "banner.approved_on – day of approval"]


def test_the_command_tells_of_a_key_anywhere(loa: Loa, tmp_path: Path) -> None:
    done = loa("keys", "approved_by", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "piece.approved_by – approver\n"
        "    The person or the office that approved the piece.\n"
        "    How to write it: One line of text. It may be left out.\n"
        "    Example: approved_by: Tổ biên tập\n"
        "    Effect: An approved piece must have it; named in scripts, slips and the papers of "
        "the\n    pack. What begins with “Ví dụ” is no approval, and the papers say so.\n"
    )
    listed = loa("keys", cwd=tmp_path)
    assert [line.split()[0] for line in listed.stdout.splitlines()[: len(roots())]] == [*roots()]


def test_a_key_that_is_not_there_is_told_with_those_like_it(loa: Loa, tmp_path: Path) -> None:
    done = loa("keys", "aproved_by", cwd=tmp_path)
    assert done.returncode == 2
    assert "There is no key “aproved_by”. Did you mean: approved_by" in done.stderr
    assert near("nguoi duyet bai") == ["piece.approved_by"]


def test_the_command_writes_the_page(loa: Loa, tmp_path: Path) -> None:
    done = loa("keys", "--markdown", "khoa.md", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "khoa.md").read_bytes()) == (0, page().encode())
    assert loa("keys", "--markdown", "-", cwd=tmp_path).stdout == page()
    assert loa("keys", "--markdown", "no/khoa.md", cwd=tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["khoa.md"]
