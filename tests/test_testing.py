"""The world in memory does what the real one does; the workspaces are test data."""

from datetime import datetime
from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.build import build
from generator.app.scope import Scope
from generator.ports import SILENT, LastResults, Results, StagedResults
from generator.testing import MemoryResults, in_memory, memory_world
from generator.vietnamese.dates import HANOI

APRIL = datetime(2021, 4, 25, tzinfo=HANOI)
PACKS = in_memory(FolderFiles(Path(__file__).parent / "examples/packs"))


def test_a_build_in_memory_is_published_whole_or_not_at_all() -> None:
    here = memory_world(PACKS, APRIL)
    assert isinstance(here.results, MemoryResults)
    bad = memory_world(PACKS.plus({"content/hong.md": "hỏng"}), APRIL)
    assert [
        found.rule.code for found in build(bad, Scope(("scripts",)), APRIL, SILENT).blocking
    ] == ["front-matter-missing"]
    assert bad.results.recover().edition is None
    assert build(here, Scope(("scripts",)), APRIL, SILENT).blocking == []
    edition = here.results.edition
    assert edition is not None
    assert (edition.as_of, edition.inputs) == (APRIL, "")  # not everything was made
    folder = "handoff/dai-thu/2021-quy-2/kich-ban/"
    assert sorted(here.results.files) == [
        f"{folder}{name}.{ending}"
        for name in ("phat-1", "phat-2", "tv-1")
        for ending in ("docx", "pdf", "txt")
    ]


def test_no_stage_of_results_can_be_called_before_the_one_that_it_needs() -> None:
    """It is a method of what that one gives, so that types force the order."""
    stages = (Results, LastResults, StagedResults)
    assert [{name for name in vars(stage) if not name.startswith("_")} for stage in stages] == [
        {"recover"},
        {"edition", "bytes", "stage"},
        {"report", "public", "known_pages", "publish", "why"},
    ]
