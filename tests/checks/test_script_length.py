"""Scripts against their slots: what is told, and what is not."""

from pathlib import Path

import pytest

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.planning.visibility import start_of
from generator.testing import in_memory
from generator.vietnamese.dates import read_date

BASE = in_memory(FolderFiles(Path(__file__).parents[1] / "examples/base"))
AS_OF = start_of(read_date("1/6/2021"))
HEAD = """---
id: bai-thu
medium: radio
campaign: ke-hoach-thu
activity: phat-thanh
title: Bài thử
quarter: II/2021
basis: proposed
status: {status}
approved_by: Người thử
approved_on: 5/5/2021
publish_on: 6/5/2021
{more}
---

{body}
"""
MINUTE = "**PTV 1:** " + "Mười một âm tiết cho mỗi câu trong bài thử này. " * 20
SHORT = "**PTV 1:** Xin chào."


def told(body: str, more: str = "", status: str = "approved") -> list[str]:
    piece = HEAD.format(status=status, more=more, body=body)
    files = BASE.plus({"content/bai-thu.md": piece})
    return [found.rule.code for found in check(files, AS_OF).diagnostics]


@pytest.mark.parametrize(
    ("more", "body", "expected"),
    [
        ("duration: 1 phút", MINUTE, []),
        ("duration: 55 giây", MINUTE, ["script-too-long"]),
        ("duration: 1 phút", f"::: nhạc 5 giây\n:::\n\n{MINUTE}", ["script-too-long"]),
        ("duration: 1 phút", f"::: nhạc nền 40 giây\n:::\n\n{MINUTE}", []),
        ("duration: 2 phút", MINUTE, ["script-too-short"]),
        ("", SHORT, []),
        ("speakers: [PTV 1]\nduration: 7 phút", "**PTV 2:** Chào.", ["unknown-speaker"]),
        ("duration: 5 phút", f"{MINUTE}\n\n**PTV 1:** Chào.\n\n" * 40, ["script-too-long"]),
        ("duration: 7 phút", "::: nhạc\n\n**PTV 1:** Chào.", ["unclosed-cue"]),
    ],
)
def test_what_is_told(more: str, body: str, expected: list[str]) -> None:
    assert told(body, more) == expected


@pytest.mark.parametrize(("status", "expected"), [("draft", []), ("ready", ["script-too-short"])])
def test_a_draft_may_be_short(status: str, expected: list[str]) -> None:
    assert told(SHORT, "duration: 7 phút", status) == expected


def test_a_draft_may_not_be_too_long() -> None:
    assert told(MINUTE, "duration: 30 giây", "draft") == ["script-too-long"]
