"""A build that remembers the last one gives what one without memory gives. All is test data."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from generator.app.build import BuildOutcome
from generator.vietnamese.dates import HANOI
from tests.edits import edit

MOVES = Path(__file__).parents[1] / "examples/moves"
Make = Callable[..., BuildOutcome]
Contents = Callable[[Path], dict[str, bytes]]
BEFORE, AFTER = datetime(2021, 6, 1, tzinfo=HANOI), datetime(2021, 8, 1, tzinfo=HANOI)


def picture(root: Path, width: int) -> None:
    (root / "assets/anh").mkdir(exist_ok=True)
    Image.linear_gradient("L").resize((width, 90)).convert("RGB").save(root / "assets/anh/a.png")


def begin(root: Path) -> None:
    """A story with a link, a picture and a heading; no banner, which would take its time."""
    shutil.rmtree(root / "content/bang-ron")
    picture(root, 300)
    story = root / "content/bao-chi/bao-1.md"
    edit(
        story,
        "status: approved",
        "rights:\n  - file: assets/anh/a.png\n    credit: Người thử\n    source: Dữ liệu thử\n"
        "    people: none\nstatus: approved",
    )
    more = "Xem [chương trình](../phat-thanh/phat-thanh-1.md).\n\n![Ảnh thử](assets/anh/a.png)\n"
    edit(story, "Đây là dữ liệu thử.", f"Đây là dữ liệu thử.\n\n## Mục một\n\n{more}")


def link_hidden_and_picture_resized(root: Path) -> None:
    """Neither is in the file of the story."""
    edit(root / "content/phat-thanh/phat-thanh-1.md", "status: approved", "status: draft")
    picture(root, 200)


def renamed_retitled_and_shown_again(root: Path) -> None:
    (root / "content/bao-chi/bao-1.md").rename(root / "content/bao-chi/bao-doi.md")
    edit(root / "content/phat-thanh/phat-thanh-1.md", "status: draft", "status: approved")
    edit(root / "content/bao-chi/bao-2.md", "title: ", "title: Đổi tên, ")


def moved_to_another_address(root: Path) -> None:
    edit(root / "mkdocs.yml", "https://example.org/sxsh/", "https://example.org/khac/")
    shutil.rmtree(root / "campaigns/thu/releases")


SAME_DAY = (link_hidden_and_picture_resized, renamed_retitled_and_shown_again)
ROUNDS = [(BEFORE, SAME_DAY), (AFTER, (moved_to_another_address,))]


@pytest.mark.parametrize(("as_of", "changes"), ROUNDS)
def test_a_build_that_remembers_gives_what_one_without_memory_gives(
    tmp_path: Path,
    make: Make,
    contents: Contents,
    as_of: datetime,
    changes: tuple[Callable[[Path], None], ...],
) -> None:
    root = Path(shutil.copytree(MOVES, tmp_path / "moves"))
    begin(root)
    assert make(root, "site", as_of=BEFORE).blocking == []
    for number, change in enumerate(changes):
        change(root)
        assert make(root, "site", as_of=as_of).blocking == []
        other = tmp_path / f"other-{number}"  # keeps its fonts and pictures, which take long
        shutil.copytree(root, other, ignore=shutil.ignore_patterns("store.db*", "dist"))
        assert make(other, "site", as_of=as_of).blocking == []
        assert contents(root / "dist") == contents(other / "dist")
