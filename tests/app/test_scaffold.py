"""`loa new`: the file is right at once, whatever the title, in every medium and workspace."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.adapters.starter import starter
from generator.app.check import check, survey
from generator.app.scaffold import NoActivityError, PieceRequest, open_slots, scaffold
from generator.desk.new_pieces import plans
from generator.media import media
from generator.model.memory import Memory
from generator.planning.visibility import start_of
from generator.vietnamese.dates import HANOI, read_date

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 6, 1, tzinfo=HANOI)
HARD = """Nước: “một vòng”, "hai" & <ba> #1 {id} – 'Đẹp'? | [x] (y) \\ %s"""
Workspace = Callable[[Path], Path]


def real(folder: Path) -> Path:
    for part in ("content", "campaigns", "assets"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def new(folder: Path) -> Path:
    for path, data in starter("Trang", "https://example.org", 2026).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def write(folder: Path, medium: str, title: str = "", known: Memory | None = None) -> str:
    plan = survey(FolderFiles(folder), NOW, known or Memory()).plan
    path, text = scaffold(plan, PieceRequest(media()[medium], title))
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    with (folder / path).open("x", encoding="utf-8") as stream:
        stream.write(text)
    return path


@pytest.mark.parametrize("workspace", [real, new])
def test_every_medium_passes_check(workspace: Workspace, tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    before = check(FolderFiles(folder), NOW)
    titles, known = ("", HARD, "Chữ " * 80), Memory()  # the check afterwards knows nothing of it
    promised = {line.activity.medium for line in before.plan.lines}
    wanted = [name for name in media() if media()[name].placing == "none" or name in promised]
    assert {"article", "radio", "newspaper", "banner", "panel"} <= set(wanted)
    written = {write(folder, medium, title, known) for medium in wanted for title in titles}
    after = check(FolderFiles(folder), NOW)
    # that the plan promises fewer is said at the plan, not at the new files
    told = [found for found in after.diagnostics if found.where.path in written]
    # of HARD the first two; 80 words are no headline and no slogan
    meant = {
        "quotation-mark",
        "figure-without-source",
        "copy-too-long",
        "text-too-long",
        "title-too-long",
        "licence-missing",  # it takes its time: told from the first day on
    }
    assert [found for found in told if found.rule.code not in meant] == []
    assert [found for found in after.errors if found.where.path not in written] == before.errors
    assert len(written) == 3 * len(wanted)
    pieces = {piece.file: piece for piece in after.plan.workspace.pieces.values()}
    assert {pieces[path].status for path in written} == {"draft"}
    kept = {pieces[path].title for path in written}
    assert {" ".join(HARD.split()), " ".join(titles[2].split())} <= kept


def test_a_new_piece_takes_the_next_slot_that_waits(tmp_path: Path) -> None:
    """Those that are to come before those that were missed; only then a quarter that lacks one."""
    folder = new(tmp_path)
    plan = folder / "campaigns/ke-hoach-mau/plan.yml"
    slots = (
        "    slots:\n      - {id: da-qua, at: 5/5/2026}\n      - {id: quy-bon, quarter: IV}\n"
        "      - {id: thang-tam, at: 12/8/2026}\n"
    )
    text = plan.read_text(encoding="utf-8")
    assert "    medium: radio\n" in text
    plan.write_text(text.replace("    medium: radio\n", f"    medium: radio\n{slots}"), "utf-8")
    paths = [write(folder, "radio") for _ in range(4)]
    names = [path.removeprefix("content/phat-thanh/").removesuffix(".md") for path in paths]
    assert names == ["thang-tam", "quy-bon", "da-qua", "phat-thanh-2026-2-1"]
    items = check(FolderFiles(folder), NOW).plan.items
    assert [str(items[name].slot.quarter) for name in names] == [
        "III/2026", "IV/2026", "II/2026", "II/2026",
    ]  # fmt: skip


def test_what_evidence_tells_to_be_done_is_no_open_slot(tmp_path: Path) -> None:
    """The snippet: eight slots, of five of which evidence tells; the others are over, or nearly."""
    shutil.copytree(ROOT / "tests/examples/deeds", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "campaigns/thu-2021/plan.yml"
    missed = "      - {id: bao-3, at: 2/11/2021, basis: source}\n"
    earlier = missed.replace("bao-3, at: 2/11", "bao-4, at: 7/9")
    file.write_text(file.read_text("utf-8").replace(missed, missed + earlier), "utf-8")

    def shown(day: str) -> list[tuple[str, list[str]]]:
        plan = survey(FolderFiles(tmp_path), start_of(read_date(day)), Memory()).plan
        told = [line.slot for each in plans(plan) for line in each.lines]
        ids = [[item.id for item in open_slots(plan, line)] for line in plan.lines]
        return [*zip(told, filter(None, ids), strict=True)]

    assert shown("10/11/2021") == [
        ("Khung giờ trống kế tiếp: 10/11/2021, 6 giờ 30.", ["phat-4"]),
        ("Khung giờ đã qua mà chưa có bài: 2/11/2021. Còn 2 chỗ trống.", ["bao-3", "bao-4"]),
    ]
    assert shown("20/11/2021") == [
        ("Khung giờ đã qua mà chưa có bài: 10/11/2021, 6 giờ 30.", ["phat-4"]),
        ("Khung giờ đã qua mà chưa có bài: 2/11/2021. Còn 2 chỗ trống.", ["bao-3", "bao-4"]),
    ]


def test_names_count_on_and_quarters_are_filled_in_turn(tmp_path: Path) -> None:
    folder = new(tmp_path)
    assert [write(folder, "radio") for _ in range(4)] == [
        "content/phat-thanh/phat-thanh-2026-2-1.md",
        "content/phat-thanh/phat-thanh-2026-3-1.md",
        "content/phat-thanh/phat-thanh-2026-4-1.md",
        "content/phat-thanh/phat-thanh-2026-2-2.md",  # of the quarters that are not over
    ]
    assert [write(folder, "banner") for _ in range(2)] == [
        "content/bang-ron/bang-ron-2026-1.md",
        "content/bang-ron/bang-ron-2026-2.md",
    ]
    assert [write(folder, "article", "Nước đi một vòng") for _ in range(3)] == [
        "content/nuoc-di-mot-vong.md",
        "content/nuoc-di-mot-vong-2.md",
        "content/nuoc-di-mot-vong-3.md",
    ]


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("Lịch", "content/lich-2.md"),  # the calendar's address
        ("Ke hoach", "content/ke-hoach-2.md"),  # that of the plans
        ("Index", "content/index-2.md"),  # the home page's
        ("Trang chủ", "content/trang-chu-2.md"),  # its id
        ("!!!", "content/article.md"),
        ("Đ" * 80, "content/article.md"),
        ("Con", "content/con-2.md"),  # Windows keeps that name for itself
        ("một hai " * 20, "content/mot-hai-mot-hai-mot-hai-mot-hai-mot-hai-mot-hai.md"),
    ],
)
def test_addresses_of_articles(title: str, path: str, tmp_path: Path) -> None:
    assert write(new(tmp_path), "article", title) == path


def test_a_file_that_could_not_be_read_keeps_its_name(tmp_path: Path) -> None:
    folder = new(tmp_path)
    path = write(folder, "article", "Nước")
    (folder / path).write_text("no front matter", encoding="utf-8")
    assert write(folder, "article", "Nước") == "content/nuoc-2.md"


def test_what_was_named_is_taken_and_what_is_not_promised_is_told(tmp_path: Path) -> None:
    folder = new(tmp_path)
    plan = check(FolderFiles(folder), NOW).plan
    wanted = PieceRequest(media()["panel"], campaign="ke-hoach-mau", activity="pano")
    assert scaffold(plan, wanted)[0] == "content/pano/pano-2026-1.md"
    with pytest.raises(NoActivityError) as told:
        scaffold(plan, PieceRequest(media()["radio"], activity="pano"))
    assert told.value.known == ("phat-thanh (ke-hoach-mau)",)
