"""Results are staged batch by batch, so that a batch may be let go of when the next is laid out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.adapters.disk import below
from generator.adapters.executor import Threads
from generator.adapters.results import FolderResults, TwoResultsError
from generator.adapters.store import FolderStore
from generator.model.artifact import Artifact, ready
from generator.ports import StagingReport


def test_each_batch_is_made_before_the_next_is_asked_for(tmp_path: Path) -> None:
    results, there = FolderResults(tmp_path, FolderStore(tmp_path / "build")), list[list[str]]()

    def batches() -> Iterator[Sequence[Artifact]]:
        for name in ("a.html", "b.html"):
            there.append(list(below(tmp_path / "build/next")))
            yield [ready(name, name)]

    staged = results.recover().stage(batches(), Threads())
    assert there == [[], ["public/a.html"]]
    assert staged.report == StagingReport((), frozenset({"a.html", "b.html"}))


def test_of_two_results_for_one_place_none_is_lost_in_silence(tmp_path: Path) -> None:
    last = FolderResults(tmp_path, FolderStore(tmp_path / "build")).recover()
    page, same, other = (
        ready("a/index.html", "một"),
        ready("a/index.html", "một"),
        ready("a/index.html", "hai"),
    )
    assert last.stage([[page], [same]], Threads()).report.findings == ()
    with pytest.raises(TwoResultsError, match=r"^public/a/index\.html$"):
        last.stage([[page], [other]], Threads())
