"""The rate of a station by the times on the air that its pieces tell (all of it test data)."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckReport, check
from generator.app.reading_times import readings
from generator.planning.duration import USUAL, Estimate, Rate
from generator.text.rates import rate_of, rates_of
from generator.vietnamese.dates import HANOI

PACKS = Path(__file__).parents[1] / "examples/packs"
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
APRIL = datetime(2021, 4, 25, tzinfo=HANOI)

# `phat-1` has 111 syllables and 12 seconds of music that sounds by itself


def aired(
    folder: Path, length: str, as_of: datetime = JUNE, status: str = "approved"
) -> CheckReport:
    root = Path(shutil.copytree(PACKS, folder / "packs"))
    piece = root / "content/phat-1.md"
    text = piece.read_text("utf-8").replace("status: approved", f"status: {status}")
    piece.write_text(
        text.replace("duration: 48 giây", f"duration: 48 giây\nas_aired: {length}"), "utf-8"
    )
    return check(FolderFiles(root), as_of)


def codes(checked: CheckReport) -> list[str]:
    return [f.rule.code for f in checked.diagnostics if f.rule.code.startswith("aired")]


def test_a_station_has_the_rate_at_which_it_read(tmp_path: Path) -> None:
    plan = aired(tmp_path, "39 giây").plan
    rates = rates_of(plan)
    assert rates == {("dai-thu", "radio"): Rate(247, 224, 269, 1)}  # 111 in 27 seconds
    own = {id_: rate_of(rates, plan, plan.workspace.pieces[id_]) for id_ in ("phat-2", "tv-1")}
    assert own == {"phat-2": Rate(247, 224, 269, 1), "tv-1": USUAL}
    (first,) = (each for each in readings(plan, "thu") if each.id == "phat-1")
    assert first.estimate == Estimate(39, 37, 42)


@pytest.mark.parametrize(
    ("length", "as_of", "expected"),
    [
        ("42 giây", JUNE, []),
        ("4 phút 12 giây", JUNE, ["aired-unlikely"]),
        ("12 giây", JUNE, ["aired-unlikely"]),
        ("42 giây", APRIL, ["aired-early"]),
    ],
)
def test_times_that_cannot_be(
    length: str, as_of: datetime, expected: list[str], tmp_path: Path
) -> None:
    checked = aired(tmp_path, length, as_of)
    assert codes(checked) == expected
    if expected == ["aired-unlikely"]:
        assert rates_of(checked.plan) == {("dai-thu", "radio"): USUAL}


def test_what_was_never_approved_was_never_aired(tmp_path: Path) -> None:
    checked = aired(tmp_path, "42 giây", status="ready")
    assert (codes(checked), dict(rates_of(checked.plan))) == (["aired-early"], {})


def test_real_campaigns_tell_no_times_on_the_air() -> None:
    """Nothing was aired that a source does not say."""
    content = Path(__file__).parents[2] / "content"
    assert [path for path in content.rglob("*.md") if "as_aired" in path.read_text("utf-8")] == []
