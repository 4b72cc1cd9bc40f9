"""What is printed on paper, looked at with tools that are not ours. Test data."""

import json
import re
from pathlib import Path

from generator.adapters.executor import Processes
from tests.edits import edit
from tests.outputs.test_print import files, run, told, tool, workers, workspace, write

__all__ = ["workers", "workspace"]

ACTIVITIES = """\
  - {id: tranh, title: Tranh cổ động, medium: poster, quarters: [II], source: mau}
"""
PRINTER = """\
  - id: nha-in-giay
    name: Nhà in giấy mẫu
    media: [poster]
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
}
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
    report = json.loads(made[f"{POSTER}_kiem-tra.json"].read_text("utf-8"))
    assert [point["passed"] for point in report["points"]] == [True] * 15
    _facts_of_the_poster(made[f"{POSTER}.pdf"])


def _facts_of_the_poster(pdf: Path) -> None:
    """Looked at by tools that are not ours: a sheet A3, 3 mm of bleed, an intent, X-4."""
    tool("qpdf", "--check", pdf)
    boxes = dict(re.findall(r"^(\w+Box): +(.*)$", tool("pdfinfo", "-box", pdf), re.MULTILINE))
    trim, bleed = (
        [float(side) for side in boxes[name].split()] for name in ("TrimBox", "BleedBox")
    )
    millimetres = [round((trim[at + 2] - trim[at]) / 72 * 25.4, 1) for at in (0, 1)]
    assert millimetres == [297, 420]
    assert [round((a - b) / 72 * 25.4, 1) for a, b in zip(trim, bleed, strict=True)] == [
        3,
        3,
        -3,
        -3,
    ]
    words = " ".join(tool("pdftotext", pdf, "-").split())
    for each in ("Nghe hơi xì,", "9 tấn", "dầu mất mỗi năm", "Nguồn: văn bản mẫu"):
        assert each in words
    said = json.loads(tool("exiftool", "-json", "-GTS_PDFXVersion", "-Trapped", pdf))[0]
    assert (said["GTS_PDFXVersion"], said["Trapped"]) == ("PDF/X-4", False)
    tool("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", pdf)
