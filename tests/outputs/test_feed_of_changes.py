"""The feed of the calendar's changes, from `examples/moves`: two releases of a quarter."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import feedparser
import pytest

from generator.vietnamese.dates import HANOI

Feeds = Callable[..., dict[str, bytes]]
MOVES = Path(__file__).parents[1] / "examples/moves"
SECOND = """\
Hủy: Chương trình phát thanh thử, 12/5/2021, 6 giờ 30
Dời: Chương trình phát thanh thử, từ 2/6/2021, 6 giờ 30 sang 9/6/2021, 6 giờ 30"""


@pytest.fixture
def moves(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MOVES, tmp_path / "moves"))


def test_each_release_is_an_entry_with_what_it_changed(moves: Path, feeds: Feeds) -> None:
    found = feedparser.parse(feeds(moves, datetime(2021, 7, 1, tzinfo=HANOI))["lich/rss.xml"])
    assert not found.bozo
    shown = [(e.id, e.title, e.published, e.link) for e in found.entries]
    page = "https://example.org/sxsh/lich/2021/quy-2/"
    assert shown == [
        ("lich:thu-2021-2-2", "Quý II/2021, bản 2", "Sat, 08 May 2021 09:00:00 +0700", page),
        ("lich:thu-2021-2-1", "Quý II/2021, bản 1", "Sun, 25 Apr 2021 09:00:00 +0700", page),
    ]
    second, first = found.entries
    assert second.summary == SECOND
    assert second.content[0].value.count("<li>") == 2
    lines = first.summary.splitlines()
    assert len(lines) == 7
    assert lines[0] == "Mới: Chương trình phát thanh thử, 5/5/2021, 6 giờ 30"
    assert "số 1" not in first.summary  # no title that readers did not know by then


def test_a_release_is_told_from_its_moment_on(moves: Path, feeds: Feeds) -> None:
    nine = datetime(2021, 5, 8, 9, tzinfo=HANOI)
    before = feedparser.parse(feeds(moves, nine.replace(hour=8))["lich/rss.xml"])
    assert [entry.title for entry in before.entries] == ["Quý II/2021, bản 1"]
    after = feedparser.parse(feeds(moves, nine)["lich/rss.xml"])
    assert [entry.title for entry in after.entries] == ["Quý II/2021, bản 2", "Quý II/2021, bản 1"]


def test_what_moves_to_another_quarter_is_not_called_cancelled(moves: Path, feeds: Feeds) -> None:
    piece = moves / "content/phat-thanh/phat-thanh-2.md"
    text = piece.read_text("utf-8").replace("slot: 12/5/2021", "slot: 4/8/2021")
    piece.write_text(text.replace("status: withdrawn", "status: ready"), "utf-8")
    data = feeds(moves, datetime(2021, 7, 1, tzinfo=HANOI))["lich/rss.xml"]
    left = "Rời quý: Chương trình phát thanh thử, 12/5/2021, 6 giờ 30; chưa phát hành ngày mới"
    expected = SECOND.replace(SECOND.splitlines()[0], left)
    assert feedparser.parse(data).entries[0].summary == expected
    assert "4/8" not in data.decode()  # a day that no release has told
