"""What shows no text of a piece is laid out again only when something else has changed."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from generator.app.build import prepare
from generator.app.check import check
from generator.app.faces import faces_of
from generator.app.scope import Scope
from generator.cli.world import world
from generator.model.artifact import Artifact
from generator.model.layout_cache import KIND, laid_out, row_of, whole
from generator.model.memory import Memory, RunStore
from generator.outputs import ALL, Context, outputs
from generator.outputs.site import without_texts
from generator.outputs.site.shelf import shelf_of
from generator.ports import SILENT
from generator.vietnamese.dates import HANOI
from tests.edits import edit

ROOT = Path(__file__).parents[2]
MOVES = ROOT / "tests/examples/moves"
NOON = datetime(2021, 6, 1, 12, tzinfo=HANOI)
WITHOUT_TEXTS = [name for name, output in outputs().items() if not output.texts]


class Unread:
    """A text that nobody may read."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


def contexts(root: Path) -> dict[str, Context]:
    """What each output is given."""
    here = world(root)
    checked = check(here.files, NOON)
    assert checked.blocking == []
    made = prepare(here, checked, Scope().outputs, SILENT, ALL)
    plan, links = checked.plan, checked.links
    return {
        name: Context(plan, links, here.typesetter, here.workers, {n: made[n] for n in each.needs})
        for name, each in outputs().items()
    }


def site(context: Context) -> Iterable[Artifact]:
    return without_texts(shelf_of(context))


def test_what_shows_no_text_reads_none() -> None:
    context = contexts(ROOT)
    made: dict[str, Callable[[], Iterable[Artifact]]] = {
        **{name: partial(outputs()[name].build, context[name]) for name in WITHOUT_TEXTS},
        "site": partial(without_texts, shelf_of(context["site"])),
    }
    read = {name: whole(*make()) for name, make in made.items()}
    for piece in context["site"].plan.workspace.pieces.values():
        piece.read_from(piece.file, Unread())  # type: ignore[arg-type]
    assert {name: whole(*make()) for name, make in made.items()} == read


def test_there_are_such_outputs() -> None:
    assert WITHOUT_TEXTS == ["assessments", "calendars", "workbooks"]


def test_bytes_of_what_was_laid_out_before_are_made_once_they_are_needed(tmp_path: Path) -> None:
    context = contexts(Path(shutil.copytree(MOVES, tmp_path / "moves")))["site"]
    made = list(site(context))
    calls: list[str] = []

    def make() -> list[Artifact]:
        calls.append("made")
        return made

    memory = Memory()
    assert [*laid_out(memory, "x", make)] == made
    known = laid_out(memory, "x", make)
    assert [row_of(each) for each in known] == [row_of(each) for each in made]
    assert calls == ["made"]
    assert [each.bytes() for each in known] == [each.bytes() for each in made]
    assert [each.page and each.page.body for each in known] == [
        each.page and each.page.body for each in made
    ]
    assert calls == ["made", "made"]


def faces(root: Path, as_of: datetime = NOON) -> str:
    return faces_of(check(world(root).files, as_of).plan)


STORY = "content/bao-chi/bao-1.md"
CHANGES: dict[str, Callable[[Path], None]] = {
    "front matter": lambda root: edit(root / STORY, "title: ", "title: Đổi, ", 1),
    "plan": lambda root: edit(root / "campaigns/thu/plan.yml", "title: ", "title: Đổi, ", 1),
    "site": lambda root: edit(root / "mkdocs.yml", "site_name: ", "site_name: Đổi ", 1),
    "name of a file": lambda root: (root / STORY).rename(root / "content/bao-chi/bao-doi.md"),
    "picture": lambda root: (root / "assets/hinh.png").write_bytes(b"png"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_all_but_a_text_changes_the_faces(tmp_path: Path, change: str) -> None:
    root = Path(shutil.copytree(MOVES, tmp_path / "moves"))
    before = faces(root)
    edit(root / STORY, "Đây là dữ liệu thử.", "Đây là lời khác.", 1)
    assert faces(root) == before
    CHANGES[change](root)
    assert faces(root) != before


def test_time_changes_them_only_where_results_change(tmp_path: Path) -> None:
    root = Path(shutil.copytree(MOVES, tmp_path / "moves"))
    plan = check(world(root).files, NOON).plan
    until = plan.valid_until
    assert until is not None
    before = faces(root)
    assert faces(root, until) != before
    assert faces_of(replace(plan, as_of=NOON.replace(minute=1))) == before


def test_the_page_of_an_untouched_piece_is_not_laid_out_again(tmp_path: Path) -> None:
    root = Path(shutil.copytree(MOVES, tmp_path / "moves"))
    store = RunStore()
    here = replace(world(root), memory=Memory(store))

    def laid() -> set[str]:
        checked = check(here.files, NOON, here.memory)
        prepare(here, checked, Scope().outputs, SILENT, ALL)
        return {text for (kind, _), text in store.texts.items() if kind == KIND}

    before = laid()
    edit(root / STORY, "Đây là dữ liệu thử.", "Đây là lời khác.", 1)
    assert ["bao-1/index.md" in text for text in laid() - before] == [True]
