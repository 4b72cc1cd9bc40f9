"""`loa build --explain PATH` on the workspace `examples/tiny`, which is test data."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.edits import edit

Loa = Callable[..., CompletedProcess[str]]
PAGE = "dist/public/index.html"
ARTWORK = "dist/print/thu/thu_bang-ron-thu-1_chua-co-diem_6000x800mm.pdf"
KEPT = (
    f"{PAGE} was not made again: its words, the navigation, "
    "mkdocs.yml, the theme or what builds the website – nothing of it has changed."
)


@pytest.fixture
def why(built: Path, loa: Loa) -> Callable[[str], str]:
    """What is said of a result after another build."""

    def ask(path: str) -> str:
        done = loa("-C", str(built), "build", "--as-of", "2021-06-01", "--explain", path)
        said = done.stderr if done.returncode else done.stdout
        return said.strip().splitlines()[-1].replace(f"{built}/", "")

    return ask


def test_why_a_page_is_made_again(built: Path, why: Callable[[str], str]) -> None:
    assert why("/") == KEPT
    assert (
        why(f"./{PAGE}") == f"{PAGE} was not made again: nothing that it is made from has changed."
    )
    edit(built / "content/index.md", "title: ", "title: Mới ")
    changed = "was made again, because this has changed: its words."
    assert why("index.html") == f"{PAGE} {changed}"
    (built / PAGE).write_text("hỏng", encoding="utf-8")
    harmed = "was made again, because the file was gone or somebody had changed it."
    assert why(str(built / PAGE)) == f"{PAGE} {harmed}"


def test_why_artwork_is_made_again(built: Path, why: Callable[[str], str]) -> None:
    edit(built / "content/bang-ron.md", "slogan: ", "slogan: Ồ ")
    assert why(ARTWORK) == f"{ARTWORK} was made again, because this has changed: its words."
    assert why("ban-do.html").startswith("Error: There is no result “ban-do.html” in dist/.")
    near = why(ARTWORK.replace("6000x800mm", "6000x80mm"))
    assert near.endswith(f"Did you mean {ARTWORK.removeprefix('dist/')}?")
