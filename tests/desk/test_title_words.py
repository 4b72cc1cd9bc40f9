"""What people call files that are no pieces. The workspace is test data."""

from datetime import datetime
from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.desk.title_words import title_of
from generator.vietnamese.dates import HANOI

MOVES = Path(__file__).parents[1] / "examples/moves"


def test_no_file_beside_pieces_is_called_a_piece() -> None:
    plan = check(FolderFiles(MOVES), datetime(2021, 6, 1, tzinfo=HANOI)).plan
    files = ("releases/2021-2-1.yml", "releases/2021-2-9.yml", "plan.yml")
    assert [title_of(f"campaigns/thu/{file}", plan) for file in files] == [
        "Lịch quý II/2021 đã phát hành, bản 1",
        "tệp 2021-2-9.yml",
        plan.workspace.campaigns["thu"].title,
    ]
    assert title_of("content/la.md", plan) == "bài chưa có tên (la)"
