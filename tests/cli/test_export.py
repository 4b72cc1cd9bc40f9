"""`loa export` on the workspace `examples/tiny`, which is test data."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.adapters.export_folder import NO_FOLDER, NOT_EMPTY, READ, ExportFolder
from generator.adapters.workspace_folder import PlaceError
from generator.cli.export import _short

if TYPE_CHECKING:
    from subprocess import CompletedProcess

Loa = Callable[..., "CompletedProcess[str]"]
Contents = Callable[[Path], dict[str, bytes]]
MARK = "# ours"


def exported(folder: Path, root: Path, *files: str) -> None:
    place = ExportFolder(folder, root, "mkdocs.yml", MARK)
    for name in files:
        place.write(name, f"{MARK}\n".encode())
    place.finish()


def test_it_is_written_whole_and_again(built: Path, loa: Loa, contents: Contents) -> None:
    dist = contents(built / "dist")
    done = loa("export", "--as-of", "1/6/2021", cwd=built)
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [
            "Made: build/export, 25 pages.",
            "Next: mkdocs build -f {0} or: zensical build -f {0}".format("build/export/mkdocs.yml"),
        ],
    )
    first = contents(built / "build/export")
    assert {path.partition("/")[0] for path in first} == {"docs", "theme", "mkdocs.yml"}
    (built / "build/export/docs/cu.md").write_text("x")
    (built / "build/export/site").mkdir()
    (built / "build/export/site/a.html").write_text("x")
    assert loa("export", "-q", "--as-of", "1/6/2021", cwd=built).returncode == 0
    assert contents(built / "build/export") == {**first, "site/a.html": b"x"}
    assert contents(built / "dist") == dist


def test_what_blocks_a_build_blocks_it_and_the_last_one_stays(built: Path, loa: Loa) -> None:
    place = built.parent / "khác"
    piece = built / "content/index.md"
    piece.write_text(piece.read_text("utf-8").replace("approved_by: Người thử\n", ""), "utf-8")
    done = loa("export", str(place), cwd=built)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[approval-missing]" in done.stderr
    assert done.stderr.splitlines()[-1] == "1 errors: nothing was written."
    assert not place.exists()


@pytest.mark.parametrize("name", ["content/x", "campaigns", "assets/x", "dist", "build", "build/x"])
def test_no_folder_of_the_workspace_is_written_into(tmp_path: Path, name: str) -> None:
    with pytest.raises(PlaceError) as caught:
        exported(tmp_path / name, tmp_path)
    assert caught.value.message == READ


def test_no_folder_of_others_is_touched(tmp_path: Path, contents: Contents) -> None:
    other = tmp_path / "khác"
    for text in ("site_name: x\n", f"{MARK} and more\n", "\n"):
        other.mkdir(exist_ok=True)
        (other / "mkdocs.yml").write_text(text)
        before = contents(other)
        with pytest.raises(PlaceError) as caught:
            exported(other, tmp_path / "root")
        assert caught.value.message == NOT_EMPTY
        assert contents(other) == before
    (tmp_path / "tep").write_text("x")
    (tmp_path / "dẫn").symlink_to("khong-co")
    for name in ("tep", "dẫn"):
        with pytest.raises(PlaceError) as caught:
            exported(tmp_path / name, tmp_path / "root")
        assert caught.value.message == NO_FOLDER


def test_what_was_exported_is_replaced_and_what_lies_beside_stays(
    tmp_path: Path, contents: Contents
) -> None:
    place, root = tmp_path / "trang", tmp_path / "root"
    exported(place, root, "mkdocs.yml", "docs/a", "docs/b", "theme/a")
    (place / "site").mkdir()
    (place / "site/a").write_text("x")
    exported(place, root, "mkdocs.yml", "docs/a", "theme/b")
    assert contents(place).keys() == {"mkdocs.yml", "docs/a", "theme/b", "site/a"}


def test_an_empty_folder_to_which_a_link_leads_is_filled(tmp_path: Path) -> None:
    (tmp_path / "thật").mkdir()
    (tmp_path / "dẫn").symlink_to("thật")
    exported(tmp_path / "dẫn", tmp_path / "root", "mkdocs.yml")
    assert (tmp_path / "thật/mkdocs.yml").is_file()
    assert (tmp_path / "dẫn").is_symlink()


def test_where_no_folder_can_be_made_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_disk(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "mkdir", no_disk)
    with pytest.raises(PlaceError) as caught:
        exported(tmp_path / "thẻ/trang", tmp_path / "root", "mkdocs.yml")
    assert caught.value.message == NO_FOLDER


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows quotes in another way")
@pytest.mark.parametrize("name", ["trang", "a b", "a $(b)", 'a "b"', "~", "a'b"])
def test_the_next_command_can_be_typed_as_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert shlex.split(_short(tmp_path / name)) == [name]
    assert _short(tmp_path / "a$b") == "'a$b'"
    assert _short(tmp_path / "~") == "'~'"
