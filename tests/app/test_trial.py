"""What only a page that is set can tell is told by `loa check`, not by a build at its end."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.adapters.typesetter import TypstTypesetter
from generator.app.check import CheckReport, check
from generator.app.trial import on_trial
from generator.cli.world import world
from generator.diagnostics import Diagnostic
from generator.planning.visibility import start_of
from generator.ports import World
from generator.press.doubts import own_templates, to_be_tried
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "generator/templates"
AS_OF = start_of(read_date("1/6/2021"))
PRINTER, BRAND = "campaigns/printers.yml", "assets/brand.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The workspace without a mistake, with its profile."""
    root = Path(shutil.copytree(ROOT / "tests/examples/whole", tmp_path / "w"))
    (root / "assets/icc").mkdir()
    shutil.copy(ROOT / "assets/icc/FOGRA39-derived.icc", root / "assets/icc/thu.icc")
    return root


def own(root: Path, kind: str, *names: str, wrong: str = "") -> None:
    folder = root / "assets" / kind
    folder.mkdir(exist_ok=True)
    for name in names:
        text = (TEMPLATES / kind / name).read_text("utf-8")
        (folder / name).write_text(text + wrong, "utf-8")


def tried(here: World) -> CheckReport:
    checked = check(here.files, AS_OF, here.memory)
    assert checked.blocking == []
    return on_trial(here, checked, to_be_tried(checked.plan))


def places(found: Iterator[Diagnostic] | list[Diagnostic]) -> list[tuple[str, str]]:
    return [(each.where.path, each.rule.code) for each in found if each.is_error]


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        ("print", "banner-words.typ", "template-error"),
        ("print", "run-list.typ", "template-error"),
        ("print", "wall-calendar.typ", "wall-calendar"),
        ("print", "assessment.typ", "assessment-sheet"),
        ("handoff", "letter.typ", "handoff-template"),
    ],
)
def test_an_error_in_any_template_of_ones_own_is_told_once_at_the_template(
    root: Path, kind: str, name: str, code: str
) -> None:
    if name == "assessment.typ":
        asked = "{ask: Vòi kín không?, advice: Vá lại., to: index.md, when: week}"
        article = root / "content/cach-lam.md"
        text = f"assessment: [{{title: Nước, questions: [{asked}]}}]\npublish_on:"
        article.write_text(article.read_text("utf-8").replace("publish_on:", text), "utf-8")
    own(root, kind, name, wrong="#nix\n")
    assert places(tried(world(root)).diagnostics) == [(f"assets/{kind}/{name}", code)]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("//{}", "slot-left-out"),
        ('put(2 * W, 0, text(size: mm(90), copy("programme"))) //{}', "slot-off-sheet"),
    ],
)
def test_a_template_that_leaves_words_out_is_told_by_what_the_file_says(
    root: Path, wrong: str, code: str
) -> None:
    own(root, "print", "banner-words.typ")
    path = root / "assets/print/banner-words.typ"
    text, line = path.read_text("utf-8"), "  draw-frame(fits)"
    assert line in text
    path.write_text(text.replace(line, wrong.format(line)), "utf-8")
    assert ("assets/print/banner-words.typ", code) in places(tried(world(root)).diagnostics)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (PRINTER, "    media:", "    safe: 150 mm\n    media:", set()),
        (PRINTER, "    media:", "    pocket: 140 mm\n    media:", set()),
        (PRINTER, "ink_limit: 280", "ink_limit: 200", {(BRAND, "ink-limit")}),
    ],
)
def test_layouts_keep_clear_what_a_printer_asks_for_and_too_much_ink_is_told(
    root: Path, file: str, old: str, new: str, told: set[tuple[str, str]]
) -> None:
    text = (root / file).read_text("utf-8")
    (root / file).write_text(text.replace(old, new, 1), "utf-8")
    assert set(places(tried(world(root)).diagnostics)) == told


def test_what_was_right_is_not_set_again(root: Path) -> None:
    """Nor is anything set where nothing is in doubt."""
    here = world(root)
    plan = check(here.files, AS_OF).plan
    assert (to_be_tried(plan), own_templates(plan)) == (frozenset(), frozenset())
    own(root, "print", "banner-words.typ")
    first = tried(here)
    assert first.errors == []
    assert to_be_tried(first.plan) == {"bang-ron-1"}

    class Broken(TypstTypesetter):
        def pdf(self, *_: object) -> bytes:  # type: ignore[override]
            raise AssertionError

    folders = (root / "build/other", root / "assets/print")
    again = replace(here, typesetter=Broken(*folders, inside=root))
    assert tried(again).errors == []
