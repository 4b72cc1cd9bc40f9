"""The same moment reads the same wherever it is shown.

The workspace `examples/packs` is test data.
"""

import io
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from docx import Document
from rich.console import Console

from generator.app.check import check
from generator.cli.tables import slots
from generator.cli.world import world
from generator.model.artifact import Artifact
from generator.model.plan import Plan
from generator.model.quarter import Quarter
from generator.outputs import Context, outputs
from generator.outputs.handoff.checklist import checklist
from generator.outputs.handoff.papers import PackContents, slip, timetable
from generator.outputs.wall.quarter_sheet import QuarterSheet
from generator.planning.packs import packs_of
from generator.text.rates import rates_of
from generator.vietnamese.dates import HANOI

PACKS = Path(__file__).parents[1] / "examples" / "packs"
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
MOMENT = "5/5/2021, 6 giờ 30"
NEAR = re.compile(
    r"\d+/\d+/\d{4}.{0,2}? \d+(?::\d\d| giờ)"
    r"|\d(?::\d\d| giờ(?: \d\d)?),?(?: ngày)? \d+/\d"
)
"""A day beside an hour, in any form."""
FORM = re.compile(r"\d+/\d+/\d{4}, \d+ giờ")
PADDED = re.compile(r"\b0\d/\d+/\d{4}|\d/0\d/\d{4}")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is shown in words, by output."""
    here = world(Path(shutil.copytree(PACKS, tmp_path_factory.mktemp("packs") / "packs")))
    checked = check(here.files, JUNE)
    plan, made = checked.plan, dict[str, list[Artifact]]()
    for name in ("calendars", "print", "site", "scripts", "copy"):
        needs = {need: made[need] for need in outputs()[name].needs}
        context = Context(plan, checked.links, here.typesetter, here.workers, needs)
        made[name] = list(outputs()[name].build(context))
    assert plan.workspace.brand
    sheet = QuarterSheet(context, Quarter(2021, 2), plan.workspace.brand)  # no PDF
    found = {name: "\n".join(map(text_of, each)) for name, each in made.items() if name != "print"}
    papers = "\n".join(papers_of(plan))
    return found | {"wall": str(sheet.data()), "papers": papers, "terminal": table_of(plan)}


def text_of(artifact: Artifact) -> str:
    ending = artifact.path.rpartition(".")[2]
    if ending == "docx":
        document = Document(io.BytesIO(artifact.bytes()))
        cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join(part.text for part in (*document.paragraphs, *cells))
    if ending not in {"md", "txt", "ics"}:
        return ""
    text = re.sub(r"\r\n[ \t]", "", artifact.bytes().decode()).replace("\\,", ",")
    return unescape(re.sub(r"<[^>]+>", " ", text))


def papers_of(plan: Plan) -> Iterator[str]:
    for pack in packs_of(plan):
        held = PackContents(plan.workspace, pack, {}, rates_of(plan))
        yield from (str(paper(held).data) for paper in (timetable, slip, checklist))


def table_of(plan: Plan) -> str:
    target = io.StringIO()
    Console(file=target, width=200).print(slots(list(plan.timetable), []))
    return target.getvalue()


def test_a_moment_reads_the_same_everywhere(texts: dict[str, str]) -> None:
    shown = {name: re.sub(r"\\xa0|\u00a0", " ", text) for name, text in texts.items()}
    assert {name for name, text in shown.items() if MOMENT in text} == {*shown} - {"copy"}
    near = {(name, found[0]) for name, text in shown.items() for found in NEAR.finditer(text)}
    assert {(name, found) for name, found in near if not FORM.search(found)} == set()
    assert {name: found for name, text in shown.items() if (found := PADDED.findall(text))} == {}
