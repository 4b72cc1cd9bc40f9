"""What is taken back at the desk, and what is not since later work stands on it (test data)."""

import shutil
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from generator.adapters.clock import SystemClock
from generator.app.editing.edit_kinds import MoveSlot, ReleaseQuarter
from generator.cli.desk_workplace import Here
from generator.cli.draft_room import DraftRoom
from generator.desk.problem_links import ProblemLink
from generator.desk.undo_words import not_taken_back
from generator.model.quarter import Quarter
from generator.vietnamese.dates import HANOI

DEEDS = Path(__file__).parents[1] / "examples/deeds"
APRIL = datetime(2021, 4, 1, 9, tzinfo=HANOI)
MISSING = ProblemLink(
    is_error=True,
    title="",
    message="Thiếu bản 1 của quý IV/2021.",
    advice="Khôi phục tệp ấy: lịch sử thay đổi tính từ mọi bản phát hành.",
    address="",
    button="",
)
RELEASES = "campaigns/thu-2021/releases"


def _at(hour: int) -> datetime:
    return APRIL + timedelta(hours=hour)


def test_a_release_stays_while_a_later_one_stands_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOA_DATA", str(tmp_path / "data"))
    root = Path(shutil.copytree(DEEDS, tmp_path / "kho"))
    here, release = Here(root), ReleaseQuarter("thu-2021", Quarter(2021, 4))
    moved = MoveSlot("phat-4", datetime(2021, 11, 17, 6, 30, tzinfo=HANOI))
    for hour, each in enumerate((release, moved, release)):
        monkeypatch.setattr(SystemClock, "now", partial(_at, hour))
        assert here.edit([each]).is_written
    second, _, first = here.versions(3)
    refused = here.take_back(first.number)
    why = not_taken_back(refused, first.number, DraftRoom(root, here), here.look())
    assert why == [
        "Thiếu thay đổi này thì không dựng trang được nữa; hãy lấy lại trước những gì làm sau nó:",
        MISSING,
    ]
    assert sorted(p.name for p in (root / RELEASES).iterdir()) == ["2021-4-1.yml", "2021-4-2.yml"]
    assert [here.take_back(each.number).is_written for each in (second, first)] == [True, True]
    assert not list((root / RELEASES).glob("2021-4-*"))
