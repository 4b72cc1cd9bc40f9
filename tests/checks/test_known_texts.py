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
