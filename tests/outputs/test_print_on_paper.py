"""What is printed on paper, looked at with tools that are not ours. Test data."""

import json
import re
from pathlib import Path

from openpyxl import load_workbook

from generator.adapters.executor import Processes
from tests.edits import edit
from tests.outputs.test_print import files, run, told, tool, workers, workspace, write

__all__ = ["workers", "workspace"]

ACTIVITIES = """\
  - {id: tranh, title: Tranh cổ động, medium: poster, quarters: [II], source: mau}
  - {id: bang, title: Bảng hiệu, medium: signboard, quarters: [II], source: mau}
"""
PRINTER = """\
  - id: nha-in-giay
    name: Nhà in giấy mẫu
    media: [poster, signboard]
    bleed: 3 mm
    safe: 5 mm
    slug: 14 mm
    resolution: 300
    profile: assets/icc/mau.icc
    condition: FOGRA39
"""
PIECES = {
    "content/ap-phich.md": """\
---
id: ap-phich-mau
medium: poster
campaign: mau
activity: tranh
title: Nghe hơi xì, báo ngay
headline: Nghe hơi xì, | báo ngay
numeral: 9 tấn | dầu mất mỗi năm
fact: Một lỗ làm mất 9 tấn dầu mỗi năm.
fact_source: mau
fact_credit: "Nguồn: văn bản mẫu"
size: A3
illustration: ro-hoi
quarter: II/2021
publish_on: 1/6/2021
basis: proposed
status: approved
approved_by: Người duyệt mẫu
approved_on: 1/5/2021
---

Bài mẫu.
""",
    "content/bang-hieu.md": """\
---
id: bang-hieu-mau
medium: signboard
campaign: mau
activity: bang
title: Khóa xe, cầm giỏ
headline: Khóa xe, | cầm giỏ
size: 1,2 x 0,8 m
illustration: gio-xe-may
quarter: II/2021
publish_on: 1/6/2021
basis: proposed
status: approved
approved_by: Người duyệt mẫu
approved_on: 1/5/2021
---

Bài mẫu.
""",
}
SIGN = "mau_bang-hieu-mau_chua-co-diem_1200x800mm"
POSTER = "mau_ap-phich-mau_chua-co-diem_297x420mm"


def test_sheets_of_paper_reach_the_print_shop(workspace: Path, workers: Processes) -> None:
    for name in ("bang-ron", "pano"):
        (workspace / f"content/{name}.md").unlink()
    edit(workspace / "campaigns/mau/plan.yml", "activities:\n", f"activities:\n{ACTIVITIES}")
    edit(workspace / "campaigns/printers.yml", "printers:\n", f"printers:\n{PRINTER}")
    for name, text in PIECES.items():
        write(workspace, name, text)
    assert told(run(workspace, workers)) == []
    made = files(workspace)
    assert {f"{POSTER}.pdf", f"{SIGN}.pdf"} <= made.keys()
    _is_deliverable(made, POSTER, (297, 420))
    _is_deliverable(made, SIGN, (1200, 800))
    for each in ("Nghe hơi xì,", "9 tấn", "dầu mất mỗi năm", "Nguồn: văn bản mẫu"):
        assert each in " ".join(tool("pdftotext", made[f"{POSTER}.pdf"], "-").split())
    sheet = load_workbook(made["danh-sach-in_quy-2-2021.xlsx"]).active
    assert sheet is not None
    listed = [row[4] for row in sheet.iter_rows(min_row=4, values_only=True) if row[4]]
    assert listed == [f"{POSTER}.pdf", f"{SIGN}.pdf"]


def _is_deliverable(made: dict[str, Path], name: str, size: tuple[int, int]) -> None:
    """Of its size with 3 mm of bleed, with an intent: a PDF/X-4."""
    report = json.loads(made[f"{name}_kiem-tra.json"].read_text("utf-8"))
    assert [point["passed"] for point in report["points"]] == [True] * 15
    pdf = made[f"{name}.pdf"]
    tool("qpdf", "--check", pdf)
    found = re.findall(r"^(\w+Box): +(.*)$", tool("pdfinfo", "-box", pdf), re.MULTILINE)
    boxes = {box: [float(side) / 72 * 25.4 for side in sides.split()] for box, sides in found}
    left, bottom, right, top = boxes["TrimBox"]
    assert (round(right - left), round(top - bottom)) == size
    pairs = zip(boxes["TrimBox"], boxes["BleedBox"], strict=True)
    assert [round(trim - bleed, 1) for trim, bleed in pairs] == [3, 3, -3, -3]
    said = json.loads(tool("exiftool", "-json", "-GTS_PDFXVersion", "-Trapped", pdf))[0]
    assert (said["GTS_PDFXVersion"], said["Trapped"]) == ("PDF/X-4", False)
    tool("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", pdf)
