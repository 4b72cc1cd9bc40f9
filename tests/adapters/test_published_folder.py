"""What lies in `build/` and in the place of `dist/` is believed only as far as it is ours."""

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.adapters import swap as module
from generator.adapters.lock import workspace_lock
from generator.adapters.published_folder import A_FILE, NO_FOLDER, OTHERS
from generator.adapters.swap import NEXT_SUFFIX, is_cut_off, recover, swap
from generator.adapters.workspace_folder import FOREIGN, PlaceError
from generator.app.build import BuildOutcome

Make = Callable[..., BuildOutcome]
Contents = Callable[[Path], dict[str, bytes]]


def alter(path: Path) -> None:
    """Another content of the same size, at the same time of writing."""
    times, data = path.stat(), path.read_bytes()
    path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize("kind", ["dist/public/index.html", "dist/print", "dist/edition.json"])
def test_what_was_altered_at_equal_size_and_time_is_made_again(
    built: Path, make: Make, contents: Contents, kind: str
) -> None:
    whole = contents(built / "dist")
    make(built)
    place = built / kind
    alter(place if place.is_file() else next(p for p in sorted(place.rglob("*")) if p.is_file()))
    assert whole != contents(built / "dist")
    assert make(built).blocking == []
    assert whole == contents(built / "dist")


def test_print_alone_does_not_bless_what_was_altered(
    built: Path, make: Make, contents: Contents
) -> None:
    whole = contents(built / "dist")
    alter(built / "dist/public/index.html")
    assert make(built, "print").blocking == []
    assert make(built).blocking == []
    assert contents(built / "dist") == whole


def a_folder(path: Path) -> None:
    path.unlink()
    (path / "x").mkdir(parents=True)


def a_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/full")


FOREIGN_STATE: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("[1]"),
    "no text": lambda path: path.write_bytes(b"\xff\0"),
    "nothing": lambda path: path.write_bytes(b""),
    "half of it": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "a folder": a_folder,
    "a link": a_link,
    "lost": Path.unlink,
}


@pytest.mark.parametrize("harm", FOREIGN_STATE)
def test_whatever_lies_in_build_does_no_harm(
    built: Path, make: Make, contents: Contents, harm: str
) -> None:
    """Every file of it at once; then nothing is left of that."""
    make(built)
    whole = contents(built / "dist")
    for path in sorted(path for path in (built / "build").rglob("*") if path.is_file()):
        FOREIGN_STATE[harm](path)
    for folder in ("next", "export", "typst"):
        shutil.rmtree(built / "build" / folder, ignore_errors=True)
        (built / "build" / folder).write_text("a file in the place of a folder")
    (built / "build/next.swap").mkdir()
    assert make(built).blocking == []
    assert contents(built / "dist") == whole


def test_into_the_folder_to_which_dist_leads(
    built: Path, make: Make, contents: Contents, tmp_path: Path
) -> None:
    whole, web = contents(built / "dist"), tmp_path / "web"
    web.mkdir()
    shutil.rmtree(built / "dist")
    (built / "dist").symlink_to(web)
    for word in ("", "Một câu thêm.\n"):
        with (built / "content/index.md").open("a", encoding="utf-8") as page:
            page.write(word)
        assert make(built).blocking == []
        assert (built / "dist").is_symlink()
        (web / "của người khác.txt").write_text("x")
    shown = contents(web)
    assert shown.keys() == whole.keys() | {"của người khác.txt"}
    assert "Một câu thêm." in shown["public/index.html"].decode()


def a_file(dist: Path) -> None:
    dist.write_text("x")


def a_link_to_nothing(dist: Path) -> None:
    dist.symlink_to("khong-co")


def a_link_to_others(dist: Path) -> None:
    other = dist.with_name("khác")
    other.mkdir()
    (other / "index.html").write_text("x")
    dist.symlink_to(other)


@pytest.mark.parametrize(
    ("lay", "message"),
    [
        (a_file, A_FILE),
        (a_link_to_nothing, NO_FOLDER),
        (a_link_to_others, FOREIGN),
    ],
)
def test_what_an_author_put_in_its_place_is_told_and_stays(
    built: Path, make: Make, lay: Callable[[Path], None], message: str
) -> None:
    shutil.rmtree(built / "dist")
    lay(built / "dist")
    with pytest.raises(PlaceError) as caught:
        make(built)
    assert caught.value.message == message
    assert (built / "dist").is_symlink() or (built / "dist").read_text() == "x"


def test_that_is_said_in_words(built: Path, loa: Callable[..., object]) -> None:
    shutil.rmtree(built / "dist")
    a_file(built / "dist")
    done = loa("-C", built, "build")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (  # type: ignore[attr-defined] # a finished process
        1,
        "“dist” is a file, but the results need a folder of that name. Rename it.",
    )


def folder(path: Path, **files: str) -> Path:
    path.mkdir()
    for name, text in files.items():
        (path / name).mkdir()
        (path / name / "a").write_text(text)
    return path


def read(path: Path) -> dict[str, str]:
    return {part.name: (part / "a").read_text() for part in path.iterdir()}


def immovable(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """As if a disk of its own were mounted there."""
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if place in {self, target}:
            raise OSError(errno.EBUSY, "mounted", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(module, "_exchange", lambda *_: False)


def test_a_disk_of_its_own_gets_new_contents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = folder(tmp_path / "next", public="new", first="new")
    current = folder(tmp_path / "dist", public="old", first="old", gone="old", other="x")
    immovable(monkeypatch, current)
    swap(new, current, "first", {"public", "first", "gone"})
    assert read(current) == {"public": "new", "first": "new", "other": "x"}
    assert not new.exists()
    assert not is_cut_off(new, current)


@pytest.mark.parametrize("deadly", range(1, 8))
def test_killed_while_contents_are_exchanged_no_part_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deadly: int
) -> None:
    new = folder(tmp_path / "next", public="new", first="new")
    current = folder(tmp_path / "dist", public="old", first="old")
    with monkeypatch.context() as patch:
        immovable(patch, current)
        rename, steps = Path.rename, []

        def dying(self: Path, target: Path) -> Path:
            steps.append(self)
            if len(steps) == deadly:
                raise KeyboardInterrupt
            return rename(self, target)

        patch.setattr(Path, "rename", dying)
        with suppress(KeyboardInterrupt):
            swap(new, current, "first")
    recover(new, current)
    assert read(current).keys() == {"public", "first"}
    assert set(read(current).values()) <= {"old", "new"}
    assert not (current / NEXT_SUFFIX).exists()


@pytest.mark.parametrize("name", ["giữ lại.txt", "public/giữ lại.txt", "print/2021/a/b.pdf"])
def test_files_of_others_in_a_folder_of_that_name_are_told_and_stay(
    built: Path, make: Make, contents: Contents, name: str
) -> None:
    shutil.rmtree(built / "dist")
    (built / "dist" / name).parent.mkdir(parents=True)
    (built / "dist" / name).write_text("x")
    with pytest.raises(PlaceError) as caught:
        make(built)
    assert (caught.value.message, caught.value.details["files"]) == (OTHERS, name)
    assert list(contents(built / "dist")) == [name]


def test_a_build_folder_that_leads_to_files_of_others_is_left_alone(tmp_path: Path) -> None:
    others, root = tmp_path / "others", tmp_path / "w"
    (others / "docs").mkdir(parents=True)
    (others / "docs/thu.txt").write_text("của người khác", "utf-8")
    root.mkdir()
    (root / "build").symlink_to(others)
    with pytest.raises(PlaceError) as caught, workspace_lock(root):
        pass
    details = {"name": "build", "place": others}
    assert (caught.value.message, caught.value.details) == (FOREIGN, details)
    assert [path.name for path in others.rglob("*")] == ["docs", "thu.txt"]


def test_a_build_folder_that_leads_to_a_folder_of_ours_is_used(tmp_path: Path) -> None:
    (tmp_path / "others").mkdir()
    (tmp_path / "build").symlink_to(tmp_path / "others")
    for _ in range(2):
        with workspace_lock(tmp_path):
            (tmp_path / "build/docs").mkdir(exist_ok=True)
    assert sorted(path.name for path in (tmp_path / "others").iterdir()) == ["docs", "lock"]


def test_a_full_disk_of_its_own_is_told_as_that_and_keeps_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = folder(tmp_path / "next", public="new", first="new")
    current = folder(tmp_path / "dist", public="old", first="old")
    immovable(monkeypatch, current)
    rename = Path.rename

    def elsewhere(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError(errno.EXDEV, "another disk", str(self))
        return rename(self, target)

    def full(source: Path, target: Path) -> None:
        target.write_text("ne")
        raise OSError(errno.ENOSPC, "full", str(source))

    monkeypatch.setattr(Path, "rename", elsewhere)
    with monkeypatch.context() as patch:
        patch.setattr(module.shutil, "copy2", full)
        with pytest.raises(OSError, match="full") as caught:
            swap(new, current, "first", {"public", "first"})
    assert caught.value.errno == errno.ENOSPC
    assert read(current) == {"public": "old", "first": "old"}
    swap(new, current, "first", {"public", "first"})
    assert read(current) == {"public": "new", "first": "new"}
    assert not new.exists()
