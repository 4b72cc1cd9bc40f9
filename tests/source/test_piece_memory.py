"""A piece that was read before is the same, and its file is read again only for a mistake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.model.memory import Memory
from generator.planning.visibility import start_of
from generator.source import piece_memory
from generator.source.load import load
from generator.vietnamese.dates import read_date

ROOT = Path(__file__).parents[2]
AS_OF = start_of(read_date("1/6/2021"))
WORKSPACES = ("", "tests/examples/whole", "tests/examples/tiny", "tests/examples/moves")


@pytest.mark.parametrize("path", WORKSPACES)
def test_every_value_and_every_place_is_that_of_the_first_reading(path: str) -> None:
    files, memory = FolderFiles(ROOT / path), Memory()
    first, told = load(files.files(), (), memory)
    again, told_again = load(files.files(), (), memory)
    assert (told_again, again.pieces) == (told, first.pieces)
    for identity, piece in first.pieces.items():
        other = again.pieces[identity]
        assert (other.body, other.file) == (piece.body, piece.file)
        assert [*map(other.where, type(piece).model_fields)] == [
            *map(piece.where, type(piece).model_fields)
        ]
        assert other.model_fields_set == piece.model_fields_set


def test_without_a_mistake_no_front_matter_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    files, memory = FolderFiles(ROOT / "tests/examples/whole"), Memory()
    first = check(files, AS_OF, memory)

    def read_again(*_: object) -> Iterator[object]:
        raise AssertionError

    monkeypatch.setattr(piece_memory, "read_yaml", read_again)
    for later in (memory, Memory(memory.store)):  # in the same run, and in the next
        assert check(files, AS_OF, later).diagnostics == first.diagnostics


def test_what_the_plans_make_of_a_piece_is_not_remembered() -> None:
    files = {file.path: file for file in FolderFiles(ROOT / "tests/examples/whole").files()}
    memory = Memory()
    load(files.values(), (), memory)
    without = [file for path, file in files.items() if not path.endswith("plan.yml")]
    again, told = load(without, (), memory)
    first, told_first = load(without, (), Memory())
    assert (again.pieces, told) == (first.pieces, told_first)
    assert len(memory.store.texts) > len(again.pieces)  # type: ignore[attr-defined] # as it lasts
