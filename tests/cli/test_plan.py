"""`loa plan` as it is read, in both languages and widths, on the workspace of `loa init`."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.adapters.starter import starter

Loa = Callable[..., subprocess.CompletedProcess[str]]

ENGLISH = """\
ke-hoach-mau
Kế hoạch mẫu (chữ mẫu, thay bằng tên kế hoạch thật)

 Activity     Quarter     Promised   Planned   Ready   Published
 ───────────────────────────────────────────────────────────────
 phat-thanh   I/2026             1         1       1           1
              II/2026            1         0       0           0
              III/2026           1         0       0           0
              IV/2026            1         0       0           0
              Year 2026          4         1       1           1
 bao          II/2026            1         0       0           0
              IV/2026            1         0       0           0
              Year 2026          2         0       0           0
 bang-ron     I/2026       ≥ 1.000        20      20          20
              III/2026     ≥ 1.000         0       0           0
              Year 2026    ≥ 2.000        20      20          20
 pano         II, IV             –         0       0           0


 Quarter   When              Basis      Piece            Status
 ─────────────────────────────────────────────────────────────────
 I/2026    17/3/2026 06:30   proposed   phat-thanh-mau   published
 I/2026    –                 proposed   bang-ron-mau     published


 Script           Reading aloud      Slot   Fit
 ───────────────────────────────────────────────
 phat-thanh-mau   0:32 (0:31–0:34)   0:35   fits

Late, or due soon:

 Due         Left        To do             Piece        Partner
 ──────────────────────────────────────────────────────────────────
 31/3/2026   62 d late   Plan 980 more     bang-ron     Cơ quan mẫu
 30/6/2026   29 d        Plan 1 more       bao          Báo mẫu
 30/6/2026   29 d        Plan 1 more       phat-thanh   Đài mẫu
 30/9/2026   121 d       Plan 1.000 more   bang-ron     Cơ quan mẫu
 30/9/2026   121 d       Plan 1 more       phat-thanh   Đài mẫu

Next: loa plan --propose

"""
VIETNAMESE = """\
ke-hoach-mau
Kế hoạch mẫu (chữ mẫu, thay bằng tên kế hoạch thật)

 Hoạt động    Quý         Đã hứa   Đã lên lịch   Sẵn sàng   Đã công bố
 ─────────────────────────────────────────────────────────────────────
 phat-thanh   I/2026           1             1          1            1
              II/2026          1             0          0            0
              III/2026         1             0          0            0
              IV/2026          1             0          0            0
              Năm 2026         4             1          1            1
 bao          II/2026          1             0          0            0
              IV/2026          1             0          0            0
              Năm 2026         2             0          0            0
 bang-ron     I/2026     ≥ 1.000            20         20           20
              III/2026   ≥ 1.000             0          0            0
              Năm 2026   ≥ 2.000            20         20           20
 pano         II, IV           –             0          0            0


 Quý      Khi nào           Căn cứ    Bài              Trạng thái
 ────────────────────────────────────────────────────────────────
 I/2026   17/3/2026 06:30   đề xuất   phat-thanh-mau   đã công bố
 I/2026   –                 đề xuất   bang-ron-mau     đã công bố


 Kịch bản         Đọc mất            Khung   Vừa khung?
 ──────────────────────────────────────────────────────
 phat-thanh-mau   0:32 (0:31–0:34)   0:35    vừa

Đã trễ, hoặc sắp đến hạn:

 Hạn         Còn           Việc                  Bài          Đơn vị phối hợp
 ────────────────────────────────────────────────────────────────────────────
 31/3/2026   trễ 62 ngày   Lên lịch thêm 980     bang-ron     Cơ quan mẫu
 30/6/2026   29 ngày       Lên lịch thêm 1       bao          Báo mẫu
 30/6/2026   29 ngày       Lên lịch thêm 1       phat-thanh   Đài mẫu
 30/9/2026   121 ngày      Lên lịch thêm 1.000   bang-ron     Cơ quan mẫu
 30/9/2026   121 ngày      Lên lịch thêm 1       phat-thanh   Đài mẫu

Bước tiếp: loa plan --propose

"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for path, data in starter("Trang", "https://example.org", 2026).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    plan = tmp_path / "campaigns/ke-hoach-mau/plan.yml"
    text = plan.read_text(encoding="utf-8")
    text = text.replace(
        "khoảng 20 băng rôn\n    quarters: [I]", "trên 2.000 băng rôn\n    quarters: [I, III]"
    )
    text = text.replace("    quantity: 02 pano\n    quarters: [II]", "    quarters: [II, IV]")
    plan.write_text(text, encoding="utf-8")
    radio = tmp_path / "content/phat-thanh/phat-thanh-mau.md"
    text = radio.read_text(encoding="utf-8").replace("quarter: I/2026", "slot: 17/3/2026 06:30")
    radio.write_text(text, encoding="utf-8")
    return tmp_path


def stripped(text: str) -> str:
    """Without the blanks at the ends of lines, which fill the columns."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


@pytest.mark.parametrize("columns", ["80", "120"])
def test_in_english(workspace: Path, loa: Loa, columns: str) -> None:
    words = ("-C", str(workspace), "plan", "--as-of", "2026-06-01")
    done = loa(*words, env={"COLUMNS": columns})
    assert (done.returncode, done.stderr) == (0, "")
    assert stripped(done.stdout) == ENGLISH


@pytest.mark.parametrize("columns", ["80", "120"])
def test_in_vietnamese(workspace: Path, loa: Loa, columns: str) -> None:
    words = ("-C", str(workspace), "plan", "--as-of", "2026-06-01")
    done = loa(*words, env={"COLUMNS": columns, "LOA_LANG": "vi"})
    assert (done.returncode, done.stderr) == (0, "")
    assert stripped(done.stdout) == VIETNAMESE


def test_an_unknown_campaign(workspace: Path, loa: Loa) -> None:
    done = loa("-C", str(workspace), "plan", "khac")
    assert done.returncode == 2
    message = "Error: There is no campaign “khac”; there are: ke-hoach-mau."
    assert done.stderr.splitlines()[-1] == message


def test_titles_are_no_markup(workspace: Path, loa: Loa) -> None:
    plan = workspace / "campaigns/ke-hoach-mau/plan.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("title: Kế hoạch mẫu", "title: Kế [bold]hoạch[/x] mẫu"), "utf-8")
    done = loa("-C", str(workspace), "plan")
    assert done.stdout.splitlines()[1].startswith("Kế [bold]hoạch[/x] mẫu")
