"""Two folders change places: only what has changed is laid, and what lies there is not trusted."""

import errno
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters import disk, swap
from generator.adapters.executor import Threads
from generator.adapters.results import FolderResults
from generator.adapters.store import FolderStore
from generator.model.artifact import ready
from generator.model.edition import Edition
from generator.vietnamese.dates import HANOI

FIRST = {"a/index.html": "một", "b/index.html": "hai", "c/d.txt": "ba"}
SECOND = FIRST | {"b/index.html": "HAI"}
THIRD = {"a/index.html": "một", "b/index.html": "HAI", "c": "tệp", "d.txt/e": "bốn"}
EDITION = Edition(datetime(2021, 6, 1, tzinfo=HANOI), "", None, (), (), {})


def publish(root: Path, pages: Mapping[str, str]) -> list[str]:
    """Publish these files of the site; gives what was made for that."""
    store = FolderStore(root / "build")
    artifacts = [ready(path, text) for path, text in pages.items()]
    staged = FolderResults(root, store).recover().stage([artifacts], Threads())
    staged.publish(EDITION)
    store.save()
    store.close()
    return sorted(staged.report.new_files)


def said(root: Path, folder: str = "dist") -> dict[str, str]:
    """What the files of a site say."""
    site = root / folder / "public"
    return {path: (site / path).read_text() for path in disk.below(site)}


def numbers(root: Path, folder: str) -> dict[str, int]:
    """The numbers of the files on the disk."""
    site = root / folder / "public"
    return {path: (site / path).stat().st_ino for path in disk.below(site)}


def test_only_what_has_changed_is_laid_and_the_results_before_stay_beside(tmp_path: Path) -> None:
    assert publish(tmp_path, FIRST) == [*FIRST]
    laid = numbers(tmp_path, "dist")
    assert publish(tmp_path, SECOND) == ["b/index.html"]
    assert publish(tmp_path, FIRST) == ["b/index.html"]
    assert (said(tmp_path), said(tmp_path, "build/next")) == (FIRST, SECOND)
    kept = {path: laid[path] for path in ("a/index.html", "c/d.txt")}
    for folder in ("dist", "build/next"):
        assert numbers(tmp_path, folder).items() >= kept.items()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    other = FIRST | {"d.txt": "năm"}
    for pages in (FIRST, THIRD, other, other, THIRD, THIRD, SECOND, other, SECOND):
        publish(tmp_path, pages)
        assert said(tmp_path) == pages


def another(place: Path) -> None:
    place.unlink()
    place.write_text("của ai?")


def in_it(place: Path) -> None:
    place.write_text("của ai?")  # it is the published file, too


def beside(place: Path) -> None:
    (place.parent / "thêm.txt").write_text("của ai?")
    (place.parent / "rỗng/hơn").mkdir(parents=True)


def a_folder(place: Path) -> None:
    place.unlink()
    (place / "x").mkdir(parents=True)
    (place / "x/y").write_text("của ai?")


def a_link(place: Path) -> None:
    place.unlink()
    place.symlink_to(outside(place) / "tệp.txt")


def a_linked_folder(place: Path) -> None:
    shutil.rmtree(place.parent)
    place.parent.symlink_to(outside(place))


def a_pipe(place: Path) -> None:
    place.unlink()
    os.mkfifo(place)


def all_a_link(place: Path) -> None:
    folder = place.parents[2]
    shutil.rmtree(folder)
    folder.symlink_to(outside(place))


def all_a_file(place: Path) -> None:
    shutil.rmtree(place.parents[2])
    place.parents[2].write_text("của ai?")


def gone(place: Path) -> None:
    shutil.rmtree(place.parents[1])


def outside(place: Path) -> Path:
    return place.parents[5] / "ngoài"


HARMS = (another, in_it, beside, a_folder, a_link, a_linked_folder, a_pipe)


@pytest.mark.parametrize("harm", [*HARMS, all_a_link, all_a_file, gone])
@pytest.mark.parametrize("path", ["a/index.html", "b/index.html"])
def test_whatever_lies_in_the_spare_is_not_published(
    tmp_path: Path, harm: Callable[[Path], None], path: str
) -> None:
    """`a` is the same file in both folders; `b` was made for the last results."""
    root, others = tmp_path / "w", tmp_path / "ngoài"
    others.mkdir()
    (others / "tệp.txt").write_text("của người khác")
    (others / "index.html").write_text("của người khác")
    publish(root, FIRST)
    publish(root, SECOND)
    harm(root / "build/next/public" / path)
    for pages in (SECOND, FIRST):
        publish(root, pages)
        assert said(root) == pages
        assert not [place for place in (root / "dist").rglob("*") if place.is_symlink()]
        assert {above for above in (root / "dist/public").rglob("*") if above.is_dir()} == {
            root / "dist/public" / path.split("/")[0] for path in pages
        }
    assert {place.name: place.read_text() for place in others.iterdir()} == {
        "tệp.txt": "của người khác",
        "index.html": "của người khác",
    }


def test_where_the_disk_knows_no_second_names_nothing_is_kept_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    for pages in (FIRST, SECOND, SECOND, FIRST):
        publish(tmp_path, pages)
        assert said(tmp_path) == pages
    assert not (tmp_path / "build/next").exists()


def test_a_disk_of_its_own_has_no_spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def within_one_disk(self: Path, target: Path) -> Path:
        if tmp_path / "dist" in {self, target}:
            raise OSError(errno.EBUSY, "mounted", str(self))
        return rename(self, target)

    publish(tmp_path, FIRST)
    monkeypatch.setattr(Path, "rename", within_one_disk)
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    for pages, made in ((SECOND, ["b/index.html"]), (SECOND, []), (FIRST, ["b/index.html"])):
        assert publish(tmp_path, pages) == made
        assert said(tmp_path) == pages
        assert not (tmp_path / "build/next").exists()


def test_two_renames_leave_a_spare_as_one_exchange_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    for pages in (FIRST, SECOND, FIRST):
        publish(tmp_path, pages)
    assert (said(tmp_path), said(tmp_path, "build/next")) == (FIRST, SECOND)


def test_a_service_that_synchronises_folders_does_no_harm(tmp_path: Path) -> None:
    """It brings back the store and a page of former days, and lays copies of its own beside."""
    publish(tmp_path, FIRST)
    store, page = tmp_path / "build/store.db", tmp_path / "dist/public/b/index.html"
    former = [(place, place.read_bytes(), place.stat()) for place in (store, page)]
    publish(tmp_path, SECOND)
    for place, data, times in former:
        place.unlink()
        place.write_bytes(data)
        os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))
    for folder in ("dist", "build/next"):
        copied = tmp_path / folder / "public/b/index (bản xung đột).html"
        copied.write_text("của dịch vụ")
    for pages in (SECOND, SECOND, FIRST):
        publish(tmp_path, pages)
        assert said(tmp_path) == pages
