"""What hangs outdoors must say who answers for it; what is not known yet is said to be so."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.adapters.files import FolderFiles
from generator.app.check import check
from generator.outputs.print.runlist import RunList
from generator.outputs.print.workbook import workbook
from generator.planning.visibility import start_of
from generator.testing import in_memory
from generator.vietnamese.dates import read_date

BASE = in_memory(FolderFiles(Path(__file__).parents[1] / "examples/base"))
AS_OF = start_of(read_date("1/6/2021"))
BANNER = """---
id: bang-ron-thu
medium: banner
campaign: ke-hoach-thu
activity: bang-ron
title: Băng rôn thử
quarter: II/2021
basis: proposed
status: draft
slogan: Chữ thử
size: 6000 × 800 mm
---
"""
LACK = "unknown: [{{what: {what}, why: Chưa có nguồn để kiểm thử}}]"
OWNER = "owner: so-thu"
NAME = "    names:\n      - {name: Sở Thử nghiệm}"


def told(plan: str, partner: str) -> list[str]:
    files = (
        BASE.plus({"content/bang-ron.md": BANNER})
        .with_edits("campaigns/ke-hoach-thu/plan.yml", (OWNER, plan))
        .with_edits("campaigns/partners.yml", (NAME, f"{NAME}\n    {partner}" if partner else NAME))
    )
    found = [one.rule.code for one in check(files, AS_OF).diagnostics]
    return [code for code in found if code.startswith(("outdoor-no", "unknown-"))]


@pytest.mark.parametrize(
    ("plan", "partner", "expected"),
    [
        (OWNER, "", ["outdoor-no-address"]),
        (OWNER, LACK.format(what="address"), []),
        (OWNER, LACK.format(what="owner"), ["outdoor-no-address"]),
        (OWNER, "address: 1 Đường Thử", []),
        (OWNER, f"address: 1 Đường Thử\n    {LACK.format(what='address')}", ["unknown-but-said"]),
        ("", "", ["outdoor-nobody"]),
        (LACK.format(what="owner"), "", []),
        (f"{OWNER}\n{LACK.format(what='owner')}", "address: 1 Đường Thử", ["unknown-but-said"]),
    ],
)
def test_who_answers_for_it(plan: str, partner: str, expected: list[str]) -> None:
    assert told(plan, partner) == expected


def test_the_run_list_says_what_must_be_found_out() -> None:
    run_list = RunList("mau", "Kế hoạch mẫu", None, (), ("Chưa có địa chỉ.", "Chưa có tên."))
    sheet = load_workbook(BytesIO(workbook(run_list))).active
    assert sheet is not None
    assert sheet["A2"].value == "Trước khi in: Chưa có địa chỉ. Chưa có tên."
