"""Results are right until the moment that they name, and no moment before it changes a byte.

On `examples/moves` (test data) with both releases, by the digests of every artifact.
"""

from datetime import datetime, timedelta
from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.build import prepare, with_frames
from generator.app.check import check
from generator.model.artifact import Kind
from generator.outputs import ALL, outputs
from generator.ports import SILENT
from generator.testing import memory_world
from generator.vietnamese.dates import HANOI

MOVES = Path(__file__).parents[1] / "examples" / "moves"
SECOND = timedelta(seconds=1)
FIRST = datetime(2021, 2, 1, tzinfo=HANOI)
FAR = datetime(2022, 2, 1, tzinfo=HANOI)

Results = dict[str, str]


def results(as_of: datetime) -> tuple[Results, datetime | None]:
    """Every artifact by path with its digest, pages framed, and until when that is right."""
    here = memory_world(FolderFiles(MOVES), as_of)
    checked = check(here.files, as_of)
    batches = with_frames(checked.plan, prepare(here, checked, [*outputs()], SILENT, ALL).items())
    every = (each for _, artifacts in batches for each in artifacts)
    dated = (each for each in every if each.of.kind is not Kind.BOARD)  # as of the day of a build
    return {each.path: each.digest for each in dated}, checked.plan.valid_until


def test_results_change_at_the_moments_that_were_named_and_at_no_other() -> None:
    now, named = FIRST, []
    shown, until = results(now)
    while until is not None:
        between = now + (until - now) / 2
        assert results(between) == (shown, until)
        assert results(until - SECOND) == (shown, until)
        now, before = until, shown
        shown, until = results(now)
        assert shown != before
        named.append(f"{now:%d/%m %H:%M}")
    assert results(FAR) == (shown, None)
    assert named == [
        "17/03 00:00",  # the plan is issued, which dates its pages
        "01/04 00:00",  # an article
        "25/04 09:00",  # the first release
        "05/05 06:30",
        "08/05 09:00",  # the second release
        "11/05 00:00",
        "31/05 00:00",
        "08/06 00:00",
        "09/06 06:30",  # moved to this day by the second release
    ]
