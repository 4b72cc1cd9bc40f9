"""What a check knows of a text is not looked for again, and comes out the same."""

from datetime import datetime
from pathlib import Path

import pytest

from generator.app.check import check
from generator.cli.world import world
from generator.model.memory import Memory
from generator.testing import in_memory
from generator.text import piece_texts
from generator.vietnamese.dates import HANOI

MOVES = Path(__file__).parents[1] / "examples/moves"
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
PIECE = """---
id: la
medium: article
title: Ai quản lý?
status: draft
---

Hỏi ban quản lý A (BQLA). BQLA trả lời trong ngày.
"""
FAULTS = "Xưởng hoà mực, rồi hòa sơn: bớt được 37 % nước.\n"


def test_a_body_without_short_forms_is_read_as_prose_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = in_memory(world(MOVES).files)
    path = "content/bao-chi/bao-1.md"
    files = files.plus({path: files.texts[path].decode() + FAULTS})
    memory, looked_at = Memory(), list[str]()
    blank = piece_texts.prose

    def noted(text: str) -> str:
        looked_at.append(text)
        return blank(text)

    monkeypatch.setattr(piece_texts, "prose", noted)
    first = check(files, JUNE, memory)
    pieces = first.plan.workspace.pieces.values()
    texts = {piece.body.text for piece in pieces}
    bodies = {text for text in texts if "PTV" not in text and FAULTS not in text}
    assert bodies & {*looked_at}
    looked_at.clear()
    again = check(files, JUNE, memory)
    assert again.diagnostics == first.diagnostics
    told = {each.rule.code for each in first.diagnostics}
    assert {"tone-mixed", "figure-without-source"} <= told
    assert not bodies & {*looked_at}


def test_a_clean_piece_is_compared_again_when_the_list_changes() -> None:
    files = in_memory(world(MOVES).files)
    files = files.plus({"content/la.md": PIECE})
    memory = Memory()
    listed = "abbreviations:\n  - {{short: BQLA, full: {}}}\n"
    told = []
    for full in ("ban quản lý A", "ban quản lý A", "bộ quy luật A"):
        with_list = files.plus({"campaigns/abbreviations.yml": listed.format(full)})
        found = check(with_list, JUNE, memory).diagnostics
        told.append([each.rule.code for each in found if each.where.path == "content/la.md"])
    assert told == [[], [], ["abbreviation-other-meaning"]]
