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
  - {id: the, title: Thẻ quầy, medium: placard, quarters: [II], source: mau}
  - {id: san, title: Chuyên san, medium: handbook, quarters: [II], source: mau}
  - {id: roi, title: Tờ rơi, medium: leaflet, quarters: [II], source: mau}
"""
PRINTER = """\
  - id: nha-in-giay
    name: Nhà in giấy mẫu
    media: [poster, leaflet, handbook, signboard, placard]
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
PIECES["content/to-roi.md"] = """\
---
id: to-roi-mau
medium: leaflet
campaign: mau
activity: roi
title: Rò ở đâu, buộc dây ở đó
headline: Rò ở đâu, | buộc dây | ở đó
numeral: 9 tấn | dầu mất mỗi năm
fact_source: mau
size: A4 ngang
illustration: day-mau
quarter: II/2021
publish_on: 1/6/2021
basis: proposed
licence_number: 12/GP-MAU
licensed_on: 1/4/2021
print_run: 2000
status: approved
approved_by: Người duyệt mẫu
approved_on: 1/5/2021
---

Một vòng lúc máy nghỉ.

## Dây để làm gì?

Ai thấy thì buộc.

## Nước: đặt xô

1. Hứng trọn dòng rò.
2. Bấm giờ.

## Khí nén: nghe

Đi dọc ống mà nghe.

## Hơi nóng: đứng xa

Báo ngay.

## Đo lại

- Tháo dây.

## Chỉ trên trang

Chỗ này không in.
"""
PIECES["content/chuyen-san.md"] = """\
---
id: chuyen-san-mau
medium: handbook
campaign: mau
activity: san
title: Có đo mới biết
headline: Có đo | mới biết
size: A5
pages: 4
quarter: II/2021
publish_on: 1/6/2021
basis: proposed
licence_number: 13/GP-MAU
licensed_on: 1/4/2021
print_run: 2000
status: approved
approved_by: Người duyệt mẫu
approved_on: 1/5/2021
---

Lời mở đầu.

## Đo trước

Cân rồi mới nói.
"""
BOOKLET = "mau_chuyen-san-mau_chua-co-diem_148x210mm"
PIECES["content/the-quay.md"] = """\
---
id: the-quay-mau
medium: placard
campaign: mau
activity: the
title: Đặt giỏ lên quầy
headline: Đặt giỏ | lên quầy
size: A6 ngang
illustration: quay-tinh-tien
quarter: II/2021
publish_on: 1/6/2021
basis: proposed
status: approved
approved_by: Người duyệt mẫu
approved_on: 1/5/2021
---

Bài mẫu.
"""
PLACARD = "mau_the-quay-mau_chua-co-diem_148x105mm"
LEAFLET = "mau_to-roi-mau_chua-co-diem_297x210mm_mat"
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
    _is_deliverable(made, PLACARD, (148, 105))
    _is_folded(made)
    for each in ("Nghe hơi xì,", "9 tấn", "dầu mất mỗi năm", "Nguồn: văn bản mẫu"):
        assert each in " ".join(tool("pdftotext", made[f"{POSTER}.pdf"], "-").split())
    sheet = load_workbook(made["danh-sach-in_quy-2-2021.xlsx"]).active
    assert sheet is not None
    listed = [row[4] for row in sheet.iter_rows(min_row=4, values_only=True) if row[4]]
    sizes = [row[2] for row in sheet.iter_rows(min_row=4, values_only=True)]
    assert "297 × 210 mm, in hai mặt, gấp 97 + 100 + 100 mm" in sizes
    both = f"{LEAFLET}-1.pdf, {LEAFLET}-2.pdf"
    book = ", ".join(f"{BOOKLET}_{part}.pdf" for part in ("bia", "ruot", "ruot_binh-trang"))
    assert listed == [f"{POSTER}.pdf", both, f"{SIGN}.pdf", book, f"{PLACARD}.pdf"]
    sizes = [row[2] for row in sheet.iter_rows(min_row=4, values_only=True) if row[4]]
    assert sizes[-2] == "148 × 210 mm, bìa 4 trang và 4 trang ruột, đóng ghim"
    _is_bound(made)


def _is_bound(made: dict[str, Path]) -> None:
    """A cover that is folded, pages with the licence among them, sheets of two pages a side."""
    _is_deliverable(made, f"{BOOKLET}_bia", (296, 210))
    for name, said in (
        (f"{BOOKLET}_bia", "gấp 148 + 148 mm"),
        (f"{BOOKLET}_ruot", "Giấy phép xuất bản số 13/GP-MAU"),
        (f"{BOOKLET}_ruot_binh-trang", "tờ 1, mặt trước · 4 | 1"),
    ):
        assert said in " ".join(tool("pdftotext", made[f"{name}.pdf"], "-").split())
        assert "No syntax or stream encoding errors" in tool("qpdf", "--check", made[f"{name}.pdf"])


def _is_folded(made: dict[str, Path]) -> None:
    """Two sides, each with its texts and its folds: the leaf that is turned in is narrower."""
    for side, said, folds in (
        (1, ("Rò ở đâu,", "số 12/GP-MAU, ngày 1/4/2021. In 2.000 tờ."), "97 + 100 + 100"),
        (2, ("9 tấn", "1. Hứng trọn dòng rò.", "Hơi nóng:"), "100 + 100 + 97"),
    ):
        _is_deliverable(made, f"{LEAFLET}-{side}", (297, 210))
        words = " ".join(tool("pdftotext", made[f"{LEAFLET}-{side}.pdf"], "-").split())
        for each in (*said, f"297 × 210 mm, gấp {folds} mm", f"{side}/2"):
            assert each in words
        assert "không in" not in words
        report = json.loads(made[f"{LEAFLET}-{side}_kiem-tra.json"].read_text("utf-8"))
        assert [one["found"] for one in report["points"] if one["found"]] == []


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
