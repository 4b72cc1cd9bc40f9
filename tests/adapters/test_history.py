"""Versions of files outside of the workspace: found again, or told. Test data."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters import history as adapter
from generator.adapters.history import CLOSED_HISTORY, DAMAGED_HISTORY, LOST, SqliteHistory
from generator.model.revision import Changeset, Revision, Version
from generator.vietnamese.dates import HANOI

NOON = datetime(2021, 6, 1, 12, tzinfo=HANOI)
ONE = Changeset("Approved: {about}", "bai", (Revision("content/a.md", b"a", b"b"),))
TWO = Changeset(
    "Renamed: {about}",
    "bai",
    (Revision("content/a.md", b"b", None), Revision("content/c.md", None, b"b")),
)


def kept(folder: Path) -> SqliteHistory:
    history = SqliteHistory(folder / "w", folder)
    history.keep(ONE, "An", NOON)
    return history


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    kept(tmp_path).keep(TWO, "Bình", NOON, is_saved=False)
    again = SqliteHistory(tmp_path / "w", tmp_path)
    first, second = Version(1, "An", NOON, ONE), Version(2, "Bình", NOON, TWO, is_saved=False)
    assert (again.versions(9), again.versions(1)) == ([second, first], [second])
    assert (again.version(1), again.version(3), again.troubles) == (first, None, [])
    assert SqliteHistory(tmp_path / "other", tmp_path).versions(9) == []
    assert file_of(tmp_path).parent.stat().st_mode & 0o077 == 0


def file_of(folder: Path, number: int = 1) -> Path:
    return next((folder / "history").glob(f"*-{number}.db"))


@pytest.mark.parametrize("data", [b"\xff" * 5000, b"Not a database at all.\n" * 99])
def test_a_damaged_one_is_told_and_another_begun_beside_it(tmp_path: Path, data: bytes) -> None:
    kept(tmp_path)
    file_of(tmp_path).write_bytes(data)
    history = SqliteHistory(tmp_path / "w", tmp_path)
    assert history.keep(TWO, "An", NOON) == 1
    assert history.troubles == [(DAMAGED_HISTORY, {"file": str(file_of(tmp_path))})]
    assert [version.changeset for version in history.versions(9)] == [TWO]
    assert file_of(tmp_path).read_bytes() == data
    later = SqliteHistory(tmp_path / "w", tmp_path)
    assert (later.keep(ONE, "An", NOON), later.troubles) == (2, [])


def test_one_of_another_program_stays_as_it_is(tmp_path: Path) -> None:
    kept(tmp_path)
    place = file_of(tmp_path)
    place.unlink()
    with sqlite3.connect(place) as foreign:
        foreign.execute("CREATE TABLE songs (title TEXT)")
    foreign.close()
    before = place.read_bytes()
    history = SqliteHistory(tmp_path / "w", tmp_path)
    assert history.keep(TWO, "An", NOON) == 1
    assert (history.troubles[0][0], place.read_bytes()) == (DAMAGED_HISTORY, before)


def test_a_folder_in_its_place_hinders_nobody(tmp_path: Path) -> None:
    kept(tmp_path)
    place = file_of(tmp_path)
    place.unlink()
    place.mkdir()
    history = SqliteHistory(tmp_path / "w", tmp_path)
    assert history.keep(TWO, "An", NOON) == 1


def test_a_locked_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adapter, "_PATIENCE", 0.0)
    history = kept(tmp_path)
    holder = sqlite3.connect(file_of(tmp_path))
    holder.execute("BEGIN EXCLUSIVE")
    assert history.keep(TWO, "An", NOON) is None
    assert history.troubles == [(CLOSED_HISTORY, {"file": str(file_of(tmp_path))})]
    holder.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "history").write_text("in the way", "utf-8")
    history = SqliteHistory(tmp_path / "w", tmp_path)
    assert (history.keep(ONE, "An", NOON), history.versions(9)) == (None, [])
    assert [message for message, _ in history.troubles] == [CLOSED_HISTORY]


def test_a_version_of_which_a_letter_is_lost_is_left_out(tmp_path: Path) -> None:
    history = kept(tmp_path)
    with sqlite3.connect(file_of(tmp_path)) as database:
        database.execute("UPDATE content SET bytes = ? WHERE bytes = ?", (b"x", b"b"))
    database.close()
    assert history.versions(9) == []
    assert [message for message, _ in history.troubles] == [LOST]


def test_the_folder_is_the_users_or_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOA_DATA", "elsewhere")
    assert adapter.data_folder() == Path("elsewhere")
    monkeypatch.delenv("LOA_DATA")
    assert adapter.data_folder().name == "loa"


def test_versions_of_a_file_follow_it_over_its_places(tmp_path: Path) -> None:
    history = SqliteHistory(tmp_path / "w", tmp_path)

    def keep(*revisions: tuple[str, bytes | None, bytes | None], is_saved: bool = True) -> None:
        changeset = Changeset("Edited: {about}", "", tuple(Revision(*each) for each in revisions))
        history.keep(changeset, "An", NOON, is_saved=is_saved)

    keep(("content/a.md", b"1", b"2"))
    keep(("content/a.md", b"2", None), ("content/b.md", None, b"3"), ("content/z.md", b"a", b"b"))
    keep(("content/b.md", b"3", b"4"))
    keep(("content/a.md", None, b"other"))
    keep(("content/a.md", b"other", b"another"))
    keep(("content/b.md", b"4", None), ("content/c.md", None, b"5"))
    keep(("content/c.md", b"5", None), ("content/b.md", None, b"4"))  # taken back
    keep(("content/b.md", b"4", b"5"), is_saved=False)

    def numbers(path: str) -> list[int]:
        return [each.number for each in history.versions(9, path)]

    assert numbers("content/b.md") == [8, 7, 6, 3, 2, 1]
    assert numbers("content/a.md") == [5, 4]
    assert numbers("content/c.md") == []
    assert numbers("content/z.md") == [2]
    assert [each.number for each in history.versions(2, "content/b.md")] == [8, 7]
    assert [each.number for each in history.changes_at("content/a.md", 9)] == [5, 4, 2, 1]
