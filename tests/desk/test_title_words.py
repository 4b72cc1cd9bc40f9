"""What people call files that are no pieces. The workspace is test data."""

from datetime import datetime
from pathlib import Path

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.desk.title_words import title_of, titles_of
from generator.model.revision import Revision
from generator.vietnamese.dates import HANOI

EXAMPLES = Path(__file__).parents[1] / "examples"
MOVES, DEEDS = EXAMPLES / "moves", EXAMPLES / "deeds"


def test_no_file_beside_pieces_is_called_a_piece() -> None:
    plan = check(FolderFiles(MOVES), datetime(2021, 6, 1, tzinfo=HANOI)).plan
    files = ("releases/2021-2-1.yml", "releases/2021-2-9.yml", "plan.yml")
    assert [title_of(f"campaigns/thu/{file}", plan) for file in files] == [
        "Lịch quý II/2021 đã phát hành, bản 1",
        "Lịch quý II/2021 đã phát hành, bản 9",  # one that was taken back
        plan.workspace.campaigns["thu"].title,
    ]
    assert title_of("content/la.md", plan) == "bài chưa có tên (la)"


def test_changes_are_told_by_names_and_never_by_paths_or_ids() -> None:
    plan = check(FolderFiles(DEEDS), datetime(2021, 11, 20, tzinfo=HANOI)).plan
    folder = "campaigns/thu-2021"
    told = [
        titles_of(about, [Revision(f"{folder}/{path}", before, after)], plan)
        for about, path, before, after in (
            ("Quý IV/2021", "releases/2021-4-2.yml", None, b"quarter: IV"),
            ("bao-cao-huyen", "evidence/mc-2021-0099.yml", None, b"of: [bao-cao-huyen]"),
            (f"{folder}/reports/2021.json", "reports/2021.json", b"{}", None),
            (f"{folder}/evidence/mc-9.yml", "evidence/mc-9.yml", b"id: a\nof: phat-1\n", None),
        )
    ]
    assert told == [
        ["Lịch quý IV/2021 đã phát hành, bản 2"],
        ["Báo cáo kết quả về Sở."],
        ["Báo cáo đã chốt, năm 2021"],
        ["Minh chứng: Chương trình phát thanh thử, 12/5/2021, 6 giờ 30"],
    ]
