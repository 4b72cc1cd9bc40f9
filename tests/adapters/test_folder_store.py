"""What pure functions gave lasts until the next run, and no longer than the engine."""

import errno
from pathlib import Path

import pytest

from generator.adapters import memory
from generator.adapters.memory import FolderStore
from generator.model.memory import Memory

KEYS = ["a" * 64, "b" * 64]


def saved(folder: Path, texts: dict[str, str]) -> None:
    store = FolderStore(folder)
    for key, text in texts.items():
        store.put("page", key, text)
    store.save()


def known(folder: Path) -> list[str | None]:
    store = FolderStore(folder)
    return [store.get("page", key) for key in KEYS]


def test_it_lasts_until_the_next_run(tmp_path: Path) -> None:
    saved(tmp_path, {KEYS[0]: "Ế\n“hai” dòng\\\t\ud800", KEYS[1]: ""})
    assert known(tmp_path) == ["Ế\n“hai” dòng\\\t\ud800", ""]


def test_what_was_not_saved_is_not_there(tmp_path: Path) -> None:
    FolderStore(tmp_path).put("page", KEYS[0], "x")
    assert known(tmp_path) == [None, None]


def test_another_engine_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(tmp_path, {KEYS[0]: "cũ"})
    monkeypatch.setattr(memory, "engine", lambda: "another")
    assert known(tmp_path) == [None, None]


def test_a_damaged_file_is_no_knowledge(tmp_path: Path) -> None:
    saved(tmp_path, {KEYS[0]: "một", KEYS[1]: "hai"})
    file = tmp_path / "page"
    file.write_bytes(file.read_bytes()[:-2])
    assert known(tmp_path) == ["một", None]
    file.write_bytes(b"\xff\xfe")
    assert known(tmp_path) == [None, None]


def test_no_damaged_letter_is_believed(tmp_path: Path) -> None:
    """Also where it leaves what can be read: what is remembered is published."""
    text = '["hai", 34]'
    saved(tmp_path, {KEYS[1]: text})
    whole = (tmp_path / "page").read_bytes()
    for at in range(whole.rindex(KEYS[1].encode()), len(whole)):
        for letter in (b"0", b"b"):
            (tmp_path / "page").write_bytes(whole[:at] + letter + whole[at + 1 :])
            assert known(tmp_path)[1] in {None, text}


def test_where_nothing_can_be_written_nothing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(memory, "write", full)
    saved(tmp_path, {KEYS[0]: "một"})
    assert known(tmp_path) == [None, None]


def test_a_file_in_the_place_of_the_folder_makes_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert known(tmp_path / "file") == [None, None]
    saved(tmp_path / "file", {KEYS[0]: "một"})
    assert known(tmp_path / "file") == ["một", None]


def test_what_nobody_uses_is_forgotten_once_there_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_SPARE", 1)
    saved(tmp_path, {KEYS[0]: "một"})
    saved(tmp_path, {KEYS[1]: "hai"})
    assert known(tmp_path) == ["một", "hai"]
    saved(tmp_path, {"c" * 64: "ba"})
    assert known(tmp_path) == [None, None]


def test_of_a_kind_that_was_not_asked_for_nothing_is_forgotten(tmp_path: Path) -> None:
    saved(tmp_path, {KEYS[0]: "một"})
    store = FolderStore(tmp_path)
    Memory(store).kept("other", "x", lambda: "y")
    store.save()
    assert known(tmp_path) == ["một", None]
