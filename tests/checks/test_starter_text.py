"""What `loa new` writes for its author to replace is told in every medium before it is public."""

from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.app.scaffold import PieceRequest, scaffold
from generator.checks.starter_text import STARTER, STARTER_SUMMARY
from generator.diagnostics import Diagnostic
from generator.media import media
from generator.planning.visibility import start_of
from generator.testing import edit_text, in_memory
from generator.text.starters import unwritten
from generator.vietnamese.dates import read_date

PLAN = "campaigns/thu/plan.yml"
AS_OF = start_of(read_date("1/6/2021"))
PLACES = ["title", "summary", "standfirst", "slogan", "headline", "body"]


MORE = "".join(
    f"  - {{id: {name}-moi, title: Thử, medium: {name}, quarters: [II], source: x}}\n"
    for name in media()
    if name not in {"article", "banner", "newspaper", "radio"}
)
MOVES = in_memory(FolderFiles(Path(__file__).parents[1] / "examples/moves"))
WITH_MORE = MOVES.plus({PLAN: MOVES.texts[PLAN].decode() + MORE})


def told(medium: str, status: str, *changes: tuple[str, str]) -> list[Diagnostic]:
    path, text = scaffold(check(WITH_MORE, AS_OF).plan, PieceRequest(media()[medium]))
    approved = f"status: {status}\napproved_by: Người thử\napproved_on: 1/5/2021"
    files = WITH_MORE.plus({path: edit_text(text, ("status: draft", approved), *changes)})
    found = check(files, AS_OF).diagnostics
    return [item for item in found if item.rule.code == "starter-text"]


@pytest.mark.parametrize("medium", sorted(media()))
def test_every_place_of_a_new_file_is_told(medium: str) -> None:
    found = told(medium, "approved")
    keys = [item.where.text.partition(":")[0] for item in found]
    said = [key if key in PLACES else "body" for key in keys]
    assert [key for key in PLACES if f"{key}: {{" in media()[medium].starter] == said[:-1]
    assert said[-1] == "body"
    rules = [STARTER_SUMMARY if key == "summary" else STARTER for key in said]
    assert [item.rule for item in found] == rules


def test_a_forgotten_summary_is_told_alone_and_of_a_ready_piece_as_a_warning() -> None:
    written = (
        ("Tên bài không quá mười hai chữ", "Cái vòi nước"),
        ("Viết bài ở đây.", "Khóa vòi lại."),
    )
    (found,) = told("article", "ready", *written)
    key = found.where.text.partition(":")[0]
    assert (found.rule.hint, found.is_error, key) == (STARTER_SUMMARY.hint, False, "summary")
    (again,) = told("article", "approved", *written)
    assert (again.rule, again.is_error) == (STARTER_SUMMARY, True)


def test_a_draft_and_a_withdrawn_piece_are_left_alone() -> None:
    assert told("article", "draft") == []
    assert told("article", "withdrawn") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Đoạn đầu.\n\nViết  bài\nở đây.\n\nĐoạn cuối.", 1),
        ("**PTV 1:** viết bài ở đây", 1),
        ("- Viết bài ở đây.\n- Viết bài ở đây.", 2),
        ("Cách viết bài ở đây là đọc to lên.", 0),
        ("Viết bài ở đây rất vui.", 0),
    ],
)
def test_a_whole_sentence_counts_and_no_part_of_one(text: str, count: int) -> None:
    assert len(list(unwritten(media()["article"], "", text))) == count
