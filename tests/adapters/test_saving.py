"""Several files change: all of them or none, whenever the machine stops. Test data."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.adapters import saving
from generator.adapters.lock import make_whole
from generator.adapters.opening import ClosedError
from generator.model.revision import Revision

BEFORE = {"content/a.md": b"a", "content/b.md": b"b", "assets/anh/x/1.png": b"\0x"}
REVISIONS = (
    Revision("assets/anh/x/1.png", b"\0x", None),
    Revision("assets/anh/y/1.png", None, b"\0x"),
    Revision("content/a.md", b"a", None),
    Revision("content/b.md", b"b", b"b, changed"),
    Revision("content/new/c.md", None, b"a"),
)
AFTER = {"content/b.md": b"b, changed", "content/new/c.md": b"a", "assets/anh/y/1.png": b"\0x"}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for path, data in BEFORE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.rglob("*") if path.is_file())
    named = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    return {name: data for name, data in named.items() if not name.startswith("build/")}


def nothing() -> None:
    """Keep no history."""


def test_all_of_them_change(here: Path) -> None:
    (here / "content/b.md").chmod(0o640)
    assert saving.save(here, REVISIONS, nothing) == []
    assert files(here) == AFTER
    assert (here / "content/b.md").stat().st_mode & 0o777 == 0o640
    assert not (here / "assets/anh/x").exists()
    assert saving.save(here, [each.reverse for each in REVISIONS], nothing) == []
    assert files(here) == BEFORE


@pytest.mark.parametrize("path", ["content/a.md", "content/b.md", "content/new/c.md"])
def test_what_somebody_has_changed_meanwhile_is_left_alone(here: Path, path: str) -> None:
    (here / path).parent.mkdir(exist_ok=True)
    (here / path).write_bytes(b"by Word")
    assert saving.save(here, REVISIONS, nothing) == [path]
    assert files(here) == BEFORE | {path: b"by Word"}


class KilledError(BaseException):
    """The machine stops: nothing that comes after is done."""


@pytest.fixture
def killed(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Stop at the so-manieth call that changes the disk."""

    def at(number: int) -> None:
        calls = 0

        def wrapped(real: Callable[..., object]) -> Callable[..., object]:
            def call(*args: object, **named: object) -> object:
                nonlocal calls
                calls += 1
                if calls > number:
                    raise KilledError
                return real(*args, **named)

            return call

        for name in ("replace", "unlink", "rmdir"):
            monkeypatch.setattr(Path, name, wrapped(getattr(Path, name)))
        for name in ("fsync", "mkdir"):
            monkeypatch.setattr(os, name, wrapped(getattr(os, name)))

    return at


@pytest.mark.parametrize("moment", range(30))
def test_a_kill_leaves_all_or_nothing(
    here: Path, killed: Callable[[int], None], moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(moment)
    with suppress(KilledError):
        saving.save(here, REVISIONS, nothing)
    monkeypatch.undo()
    assert make_whole(here) == []
    left = {name: data for name, data in files(here).items() if not name.endswith(".loa")}
    assert left in (BEFORE, AFTER)
    assert saving.save(here, REVISIONS if left == BEFORE else (), nothing) == []
    assert files(here) == AFTER


def test_what_is_changed_between_a_kill_and_the_next_start_stays(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_end", lambda _: None)
    monkeypatch.setattr(saving, "_finish", lambda *_: [])
    saving.save(here, REVISIONS, nothing)
    monkeypatch.undo()
    (here / "content/b.md").write_bytes(b"by Word")
    assert make_whole(here) == ["content/b.md"]
    assert files(here) == AFTER | {"content/b.md": b"by Word"}


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"[]",
        b'{"steps": 3}',
        b'{"steps": [["content/a.md"]]}',
        b'{"steps": [[1, 2, 3]]}',
        b"\xff",
    ],
)
def test_a_journal_that_is_none_changes_nothing(here: Path, journal: bytes) -> None:
    (here / "build").mkdir()
    (here / saving.JOURNAL).write_bytes(journal)
    assert make_whole(here) == []
    assert files(here) == BEFORE


def test_a_journal_leads_nowhere_else(here: Path) -> None:
    (here / "build").mkdir()
    (here / saving.JOURNAL).write_bytes(b'{"steps": [["../out.md", "", "x"]]}')
    assert make_whole(here) == ["../out.md"]
    assert not (here.parent / "out.md").exists()
    assert files(here) == BEFORE


def test_a_file_that_is_only_to_be_read_stays(here: Path) -> None:
    (here / "content/b.md").chmod(0o440)
    with pytest.raises(PermissionError) as told:
        saving.save(here, REVISIONS, nothing)
    assert told.value.filename == str(here / "content/b.md")
    assert files(here) == BEFORE


def test_a_full_disk_changes_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space") as told:
        saving.save(here, REVISIONS, nothing)
    assert told.value.filename == str(here / "assets/anh/y/1.png")
    assert files(here) == BEFORE


def test_a_file_that_another_program_holds_changes_nothing_then_or_later(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def hold(self: Path, target: Path) -> Path:
        if target.name == "b.md":
            raise PermissionError(13, "held", str(self))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", hold)
    with pytest.raises(PermissionError) as told:
        saving.save(here, REVISIONS, nothing)
    monkeypatch.undo()
    assert told.value.filename == str(here / "content/b.md")
    assert not saving.is_cut_off(here)
    assert saving.recover(here) == []
    assert files(here) == BEFORE


@pytest.mark.parametrize("path", ["../out.md", "content/link/a.md", ".git/config", "a/.git/x"])
def test_nothing_is_written_outside(
    here: Path, tmp_path_factory: pytest.TempPathFactory, path: str
) -> None:
    (here / "content/link").symlink_to(tmp_path_factory.mktemp("out"))
    with pytest.raises(ClosedError):
        saving.save(here, [Revision(path, None, b"x")], nothing)


def test_a_name_in_decomposed_form_is_found(here: Path) -> None:
    (here / "content/be\u0302.md").write_bytes(b"1")
    assert saving.save(here, [Revision("content/bê.md", b"1", b"2")], nothing) == []
    assert files(here) == BEFORE | {"content/be\u0302.md": b"2"}


def test_a_link_within_the_workspace_stays_one(here: Path) -> None:
    (here / "content/link.md").symlink_to(here / "content/b.md")
    assert saving.save(here, [Revision("content/link.md", b"b", b"2")], nothing) == []
    assert (here / "content/link.md").is_symlink()
    assert files(here) == BEFORE | {"content/b.md": b"2", "content/link.md": b"2"}
    assert saving.save(here, [Revision("content/link.md", b"2", None)], nothing) == []
    assert files(here) == BEFORE | {"content/b.md": b"2"}
