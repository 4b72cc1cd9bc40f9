"""A piece that is added rewrites what tells of it, and moves nothing else. All is test data."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from generator.adapters.starter import starter
from generator.app.build import prepare, with_frames
from generator.app.check import check
from generator.app.scope import Scope
from generator.cli.world import world
from generator.model.memory import Memory
from generator.outputs import ALL
from generator.ports import SILENT
from generator.testing import MemoryFiles, in_memory, memory_world
from generator.vietnamese.dates import HANOI

NOW = datetime(2022, 1, 1, tzinfo=HANOI)
COUNT = 50
MOST = 40
PIECE = """\
---
id: thu-{number}
medium: radio
campaign: ke-hoach-mau
activity: phat-thanh
title: "Bài thử số {number}"
summary: "Dữ liệu thử, bài số {number}."
quarter: {quarter}/2021
publish_on: {day}/{month}/2021
basis: proposed
status: approved
approved_by: Người thử
approved_on: 1/1/2021
---

Đoạn thử thứ {number}, nói về nước, điện, nguyên liệu, bảo dưỡng máy nén khí và tiền của xưởng.
"""


def piece(number: int) -> str:
    """The later the greater its number is."""
    month, day = divmod(number * 6, 28)
    quarter = ("I", "II", "III", "IV")[month // 3]
    return PIECE.format(number=number, quarter=quarter, day=day + 1, month=month + 1)


def digests(files: MemoryFiles, memory: Memory) -> dict[str, str]:
    """What is written in a build of all, by path."""
    here = replace(memory_world(files, NOW), memory=memory)
    checked = check(files, NOW, memory)
    assert checked.blocking == []
    made = prepare(here, checked, Scope().outputs, SILENT, ALL)
    framed = with_frames(checked.plan, made.items())
    return {f"{each.audience}/{each.path}": each.digest for _, group in framed for each in group}


def test_an_added_piece_rewrites_few_files(tmp_path: Path) -> None:
    for path, data in starter("Thử", "https://thu.example.org/", 2021).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    pieces = {f"content/{number}.md": piece(number) for number in range(COUNT)}
    files, memory = in_memory(world(tmp_path).files).plus(pieces), Memory()
    before = digests(files, memory)
    after = digests(files.plus({"content/them.md": piece(COUNT)}), memory)
    rewritten = sorted(path for path in before if after[path] != before[path])
    assert before.keys() <= after.keys()
    assert len(rewritten) <= MOST, rewritten
