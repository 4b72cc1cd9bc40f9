"""The pages of what is done, for the office, and what of it the site tells: `examples/deeds`."""

from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import CheckReport, check
from generator.cli.world import world
from generator.model.artifact import Artifact, Audience, Kind
from generator.outputs import Context
from generator.outputs.board import build
from generator.outputs.site.plan_picture import plan_picture
from generator.outputs.site.proof_bars import proof_bars
from generator.planning.board import board_of
from generator.planning.board_words import sentences
from generator.planning.expand import expand
from generator.planning.visibility import start_of
from generator.testing import MemoryFiles
from generator.vietnamese.dates import read_date
from generator.vietnamese.numbers import format_money

ROOT = Path(__file__).parents[1] / "examples" / "deeds"
AUTUMN = start_of(read_date("1/10/2021"))


@pytest.fixture(scope="module")
def report() -> CheckReport:
    return check(FolderFiles(ROOT), AUTUMN)


@pytest.fixture(scope="module")
def pages(report: CheckReport) -> dict[str, Artifact]:
    here = world(ROOT)
    context = Context(report.plan, report.links, here.typesetter, here.workers, {})
    return {artifact.path: artifact for artifact in build(context)}


def test_pages_of_the_board_are_for_the_office_alone(pages: dict[str, Artifact]) -> None:
    assert {(path, each.audience, each.of.kind) for path, each in pages.items()} == {
        ("board/index.html", Audience.INTERNAL, Kind.BOARD),
        ("board/thu-2021/index.html", Audience.INTERNAL, Kind.BOARD),
    }


def test_every_number_can_be_followed_to_its_proof(
    report: CheckReport, pages: dict[str, Artifact]
) -> None:
    """Each piece of evidence stands on the page with its file; amounts stand there too."""
    page = pages["board/thu-2021/index.html"].bytes().decode()
    evidence = [e for e in report.plan.workspace.evidence.values() if not e.is_withdrawn]
    amounts = [format_money(each.amount) for each in evidence if each.amount]
    shown = [each.attachment or each.record_file for each in evidence]
    named = [each.id for each in evidence]
    assert [text for text in (*amounts, *shown, *named) if text not in page] == []
    assert "Tính đến 1/10/2021" in page


def test_the_site_tells_only_what_is_proved(report: CheckReport) -> None:
    bars = proof_bars(report.plan, report.plan.workspace.campaigns["thu-2021"])
    assert [(bar["proof"], bar["count"]) for bar in bars] == [
        ("2 chương trình", 2),
        ("2 kỳ", 2),
        ("2 cái", 2),
        ("2 lớp, khoảng 98 người", 2),
        ("5 cơ sở", 5),
    ]
    lines = [line for line in report.plan.lines if line.campaign.id == "thu-2021"]
    drawn = plan_picture(lines, bars)["stated"]
    assert [(row["qualifiers"], row["figure"], row["unit"], row["proof"]) for row in drawn] == [
        ("", "04", "chương trình/năm", "2 chương trình"),
        ("", "3", "kỳ", "2 kỳ"),
        ("dự kiến", "06", "cái", "2 cái"),
        ("", "05", "lớp", "2 lớp, khoảng 98 người"),
        ("dự kiến khoảng", "2.000", "cuốn", ""),
        ("", "", "", "5 cơ sở"),
    ]


def test_an_empty_plan_says_what_comes_next(report: CheckReport) -> None:
    """As of a day before all of its evidence: nothing is done that nobody could know then."""
    spring = expand(report.plan.workspace, start_of(read_date("1/4/2021")))
    board = board_of(spring, spring.workspace.campaigns["thu-2021"])
    assert not board.is_begun
    first = next(sentences(spring.workspace, board))
    assert first == "Kế hoạch này chưa có minh chứng nào. Bước tiếp: loa evidence add --help"
    assert proof_bars(spring, board.campaign) == []


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("người", "2 lớp, khoảng 98 người"),
        ("người của Nguyễn Văn Thử", "2 lớp, trên 80 người"),
        ("đồng", "2 lớp, trên 80 người"),
    ],
)
def test_a_unit_in_public_is_one_of_the_plan(unit: str, shown: str) -> None:
    texts = {
        file.path: file.read().replace("48 người".encode(), f"48 {unit}".encode())
        for file in FolderFiles(ROOT).files()
    }
    plan = check(MemoryFiles(texts, (), [*FolderFiles(ROOT).attachments()]), AUTUMN).plan
    (bar,) = [
        each
        for each in proof_bars(plan, plan.workspace.campaigns["thu-2021"])
        if each["activity"] == "lop"
    ]
    assert bar["proof"] == shown
