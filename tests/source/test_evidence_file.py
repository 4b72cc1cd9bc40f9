"""Files of evidence, read and remembered. All of it is test data."""

from pathlib import Path

import pytest

from generator.model.evidence import Evidence
from generator.model.memory import Memory
from generator.source.document import Document, document
from generator.source.evidence_file import read_or_recall

EXAMPLES = Path(__file__).parents[2] / "tests/examples"
FILES = sorted(EXAMPLES.glob("*/campaigns/*/evidence/*.yml"))
ALONE = """\
id: mc-1
kind: attendance
of: [lop-1, lop-2]
on: 20/5/2021 07:30
amount: 5.000 đồng
replaces: mc-0
"""


def sources() -> list[Document]:
    read = [document(file.as_posix(), file.read_text("utf-8")) for file in FILES]
    measures = ("2,5 giờ", "khoảng 50 người", "trên 2.000 người", "không ghi số lớp")
    listed = [
        f"- {{id: a-{n}, kind: aired, of: x, on: 1/5/2021, measures: ['{m}']}}"
        for n, m in enumerate(measures)
    ]
    return [*read, document("a.yml", ALONE), document("b.yml", "\n".join(listed))]


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.path.rpartition("/")[2])
def test_what_is_remembered_is_what_was_read(source: Document) -> None:
    memory = Memory()
    first, told, is_whole = read_or_recall(source, "thu", memory)
    assert (told, is_whole) == ([], True)
    assert first
    again, _, _ = read_or_recall(source, "thu", memory)
    assert again == first
    for one, other in zip(first, again, strict=True):
        assert (one.campaign, one.index, one.attachment) == (
            other.campaign,
            other.index,
            other.attachment,
        )
        places = [(one.where(key), other.where(key)) for key in Evidence.model_fields]
        assert [here for here, there in places if here != there] == []


def test_a_file_with_a_mistake_is_read_again() -> None:
    memory, wrong = Memory(), document("a.yml", ALONE.replace("attendance", "atendance"))
    for _ in "12":
        found, told, is_whole = read_or_recall(wrong, "thu", memory)
        assert ([each.rule.code for each in told], found, is_whole) == (["wrong-choice"], [], False)
