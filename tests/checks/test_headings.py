"""What is wrong with a heading is told there, and not of the links that lead to it."""

from collections.abc import Callable, Mapping

import pytest

from generator.diagnostics import Diagnostic

PATH, TEXT = "content/cach-lam.md", "Dữ liệu để kiểm thử, xem"


@pytest.mark.parametrize(
    ("heading", "codes"),
    [
        ("Đo nước", set()),
        ("Đo n\u01a3ớc", {"lookalike-letter"}),
        ("Đo n\u00adước", {"invisible-character"}),
        ("Đo điện", {"dead-anchor"}),
    ],
)
def test_a_link_to_a_heading(
    heading: str,
    codes: set[str],
    whole: Mapping[str, bytes],
    told: Callable[..., list[Diagnostic]],
) -> None:
    text = whole[PATH].decode().replace(TEXT, f"## {heading}\n\nĐọc số đo [nước](#do-nuoc), xem")
    found = {each.rule.code for each in told({**whole, PATH: text.encode()})}
    assert found - {"heading-alone"} == codes
