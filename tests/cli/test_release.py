"""Propose, release, diff: as the manager types them, on a copy of `examples/moves` (test data)."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.adapters.lock import files_lock

Loa = Callable[..., subprocess.CompletedProcess[str]]
MOVES = Path(__file__).parents[1] / "examples" / "moves"


@pytest.fixture
def moves(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MOVES, tmp_path / "moves"))


def test_a_release_without_a_change_is_none_and_diff_is_empty(moves: Path, loa: Loa) -> None:
    done = loa("-C", moves, "release", "thu", "II", "--as-of", "10/5/2021")
    assert done.stdout == "Nothing has changed since the last release; none was made.\n"
    diff = loa("-C", moves, "diff", "--as-of", "10/5/2021")
    assert diff.stdout == "thu: Quý II/2021, bản 2\n  No difference.\n"
    assert len(list((moves / "campaigns/thu/releases").iterdir())) == 2


@pytest.mark.parametrize("words", [("diff",), ("plan",), ("status",), ("report",)])
def test_a_plan_that_is_not_there_is_told_by_every_command(
    moves: Path, loa: Loa, words: tuple[str, ...]
) -> None:
    done = loa("-C", moves, *words, "nope")
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (
        2,
        "",
        "Error: There is no campaign “nope”; there are: thu.",
    )


def test_a_release_says_what_changes_for_whom(moves: Path, loa: Loa) -> None:
    (moves / "campaigns/thu/releases/2021-2-2.yml").unlink()
    done = loa("-C", moves, "release", "thu", "II", "--as-of", "8/5/2021 09:00")
    assert "Đài thử\n" in done.stdout
    assert "phat-thanh-2" in done.stdout
    assert "Báo thử" not in done.stdout
    wanted = (MOVES / "campaigns/thu/releases/2021-2-2.yml").read_bytes()
    assert (moves / "campaigns/thu/releases/2021-2-2.yml").read_bytes() == wanted


def test_a_release_in_vietnamese(moves: Path, loa: Loa) -> None:
    (moves / "campaigns/thu/releases/2021-2-2.yml").unlink()
    words = ("-C", moves, "release", "thu", "II", "--as-of", "8/5/2021 09:00")
    assert "Quý II/2021, bản 2" in loa(*words, env={"LOA_LANG": "vi"}).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("khong-co", "II"), "There is no campaign “khong-co”"),
        (("thu", "V"), "“V” is no quarter"),
        (("thu", "II", "--as-of", "1/1/2021"), "The last release is of"),
    ],
)
def test_what_cannot_be_released(moves: Path, loa: Loa, words: tuple[str, ...], said: str) -> None:
    done = loa("-C", moves, "release", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_errors_stop_a_release(moves: Path, loa: Loa) -> None:
    (moves / "content" / "hong.md").write_text("hỏng", encoding="utf-8")
    done = loa("-C", moves, "release", "thu", "II", "--as-of", "10/5/2021")
    assert (done.returncode, "mend the errors first" in done.stderr) == (1, True)


def test_propose_shows_and_writes_and_then_has_nothing_more_to_do(moves: Path, loa: Loa) -> None:
    plan = moves / "campaigns/thu/plan.yml"
    shutil.rmtree(moves / "campaigns/thu/releases")
    before = plan.read_text(encoding="utf-8")
    shown = loa("-C", moves, "plan", "--propose", "--as-of", "1/5/2021").stdout
    assert '+      - {id: phat-thanh-2021-2-1, at: "' in shown
    assert plan.read_text(encoding="utf-8") == before
    loa("-C", moves, "plan", "--propose", "--write", "--as-of", "1/5/2021")
    after = plan.read_text(encoding="utf-8")
    added = [text for text in after.splitlines() if text not in before.splitlines()]
    assert [text for text in after.splitlines() if text not in added] == before.splitlines()
    assert all("basis: proposed" in text for text in added)
    again = loa("-C", moves, "plan", "--propose", "--as-of", "1/5/2021").stdout
    assert again == (
        "Nothing to propose: all that is promised for a quarter in a medium is planned.\n"
    )


def test_propose_says_what_it_is_not_about(moves: Path, loa: Loa) -> None:
    plan = moves / "campaigns/thu/plan.yml"
    text = plan.read_text(encoding="utf-8")
    text += (
        "  - id: tap-huan\n    title: Tập huấn thử\n    quantity: 02 lớp\n    quarters: [II]\n"
        "    source: https://example.org/ke-hoach\n"
    )
    plan.write_text(text, encoding="utf-8")
    done = loa("-C", moves, "plan", "--propose", "--as-of", "1/8/2021")
    assert done.stdout == (
        "No day is left for 1 of phat-thanh (thu): its quarters are over, or its report is due.\n"
        "Not counted, as the plan names no medium or no quantity: tap-huan.\n"
    )


def test_nothing_is_proposed_while_pieces_cannot_be_read(moves: Path, loa: Loa) -> None:
    (moves / "campaigns/partners.yml").write_text("partners: [", encoding="utf-8")
    done = loa("-C", moves, "plan", "--propose", "--write", "--as-of", "1/5/2021")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("Nothing was proposed: mend the errors first.\n")


@pytest.mark.parametrize("words", [("plan", "--write"), ("release", "thu", "II")])
def test_two_at_once_are_one_after_the_other(moves: Path, loa: Loa, words: tuple[str, ...]) -> None:
    before = sorted(moves.rglob("*.yml"))
    with files_lock(moves):
        done = loa("-C", moves, *words, "--as-of", "10/5/2021")
    assert (done.returncode, done.stderr) == (
        1,
        "Error: Another loa is at work here; try again.\n",
    )
    assert sorted(moves.rglob("*.yml")) == before
