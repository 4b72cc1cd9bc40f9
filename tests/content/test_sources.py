"""Every figure that readers meet has a source, and is that of the line that is cited."""

from operator import mul, truediv

from generator.app.check import CheckReport
from generator.checks.figure_sources import figures_in, sources_of
from generator.model.piece import Piece
from generator.model.quotations import QuotationFile
from generator.text.piece_texts import piece_texts

OPERATIONS = {"*": mul, "/": truediv}


def test_every_piece_lists_its_sources(pieces: list[Piece]) -> None:
    assert [piece.file for piece in pieces if not piece.sources] == []


def test_every_figure_is_that_of_a_source(checked: CheckReport) -> None:
    codes = {"figure-without-source", "figure-not-in-source"}
    assert [str(d.where) for d in checked.diagnostics if d.rule.code in codes] == []


def test_figures_are_found_at_all(pieces: list[Piece]) -> None:
    found = {
        piece.id: {figure.value for text in piece_texts(piece) for figure in figures_in(text)}
        for piece in pieces
    }
    assert {"25", "750", "2000", "1500", "10000", "80000", "2200"} <= found["bao-dong-nai-2021-4-3"]
    assert {"5%", "8%", "5", "50", "4", "7"} <= found["phat-thanh-2021-2-1"]


def test_what_is_registered_is_cited(
    pieces: list[Piece], checked: CheckReport, quotations: QuotationFile
) -> None:
    activities = [a for c in checked.plan.workspace.campaigns.values() for a in c.activities]
    known = set().union(*map(sources_of, pieces), *({a.source, *a.sources} for a in activities))
    lines = {f"{name}:{line}" for name, quoted in quotations.documents.items() for line in quoted}
    assert sorted({*lines, *quotations.web} - known) == []


def test_quotations_are_of_documents_that_are_listed(
    checked: CheckReport, quotations: QuotationFile
) -> None:
    assert set(quotations.documents) <= set(checked.plan.workspace.documents)


def test_computed_figures_are_right(quotations: QuotationFile) -> None:
    sums = [row for each in quotations.computed.values() for row in each.items()]
    assert sums != []
    assert [row for row in sums if worked_out(row[1]) != float(row[0])] == []


def worked_out(sum_: str) -> float:
    first, *rest = sum_.split()
    value = float(first)
    for sign, operand in zip(rest[::2], rest[1::2], strict=True):
        value = OPERATIONS[sign](value, float(operand))
    return value
