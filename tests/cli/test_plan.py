"""`loa plan` as it is read, in both languages and widths, on the workspace of `loa init`."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.adapters.starter import starter

Loa = Callable[..., subprocess.CompletedProcess[str]]

ENGLISH = """\
Kế hoạch mẫu (chữ mẫu, thay bằng tên kế hoạch thật) (ke-hoach-mau)
Late, or due soon:

 Due         Left        To do             Piece                    Partner
 ──────────────────────────────────────────────────────────────────────────────
 31/3/2026   62 d late   Plan 980 more     Băng rôn ở các khu       Cơ quan mẫu
                                           công nghiệp (mẫu)
 30/6/2026   29 d        Plan 1 more       Bài trên báo (mẫu)       Báo mẫu
 30/6/2026   29 d        Plan 1 more       Chương trình phát        Đài mẫu
                                           thanh (mẫu)
 30/9/2026   121 d       Plan 1.000 more   Băng rôn ở các khu       Cơ quan mẫu
                                           công nghiệp (mẫu)
 30/9/2026   121 d       Plan 1 more       Chương trình phát        Đài mẫu
                                           thanh (mẫu)

Next: loa plan --propose


 Activity            Quarter       Promised   Planned   Ready             Shown
 ──────────────────────────────────────────────────────────────────────────────
 Chương trình phát   I/2026               1         1       1                 1
 thanh (mẫu)
                     II/2026              1         0       0                 0
                     III/2026             1         0       0                 0
                     IV/2026              1         0       0                 0
                     Year 2026           04         1       1                 1
 Bài trên báo        II/2026              1         0       0                 0
 (mẫu)
                     IV/2026              1         0       0                 0
                     Year 2026           02         0       0                 0
 Băng rôn ở các      I/2026         ≥ 1.000        20      20   20 (designs: 1)
 khu công nghiệp
 (mẫu)
                     III/2026       ≥ 1.000         0       0                 0
                     Year 2026   trên 2.000        20      20   20 (designs: 1)
 Pano ở cổng khu     II, IV               –         0       0                 0
 công nghiệp (mẫu)


 Quarter   When               Basis      Piece                     Status
 ──────────────────────────────────────────────────────────────────────────────
 I/2026    17/3/2026, 06:30   proposed   Cái vòi nước giữa giờ     published
                                         nghỉ trưa
 I/2026    –                  proposed   Nghỉ tay thì khóa vòi     design shown


 Script                            Reading aloud      Slot   Fit
 ────────────────────────────────────────────────────────────────
 Cái vòi nước giữa giờ nghỉ trưa   0:32 (0:31–0:34)   0:35   fits

"""
VIETNAMESE = """\
Kế hoạch mẫu (chữ mẫu, thay bằng tên kế hoạch thật) (ke-hoach-mau)
Đã trễ, hoặc sắp đến hạn:

 Hạn         Còn           Việc                  Bài                           Đơn vị phối hợp
 ─────────────────────────────────────────────────────────────────────────────────────────────
 31/3/2026   trễ 62 ngày   Lên lịch thêm 980     Băng rôn ở các khu công       Cơ quan mẫu
                                                 nghiệp (mẫu)
 30/6/2026   29 ngày       Lên lịch thêm 1       Bài trên báo (mẫu)            Báo mẫu
 30/6/2026   29 ngày       Lên lịch thêm 1       Chương trình phát thanh       Đài mẫu
                                                 (mẫu)
 30/9/2026   121 ngày      Lên lịch thêm 1.000   Băng rôn ở các khu công       Cơ quan mẫu
                                                 nghiệp (mẫu)
 30/9/2026   121 ngày      Lên lịch thêm 1       Chương trình phát thanh       Đài mẫu
                                                 (mẫu)

Bước tiếp: loa plan --propose


 Hoạt động                      Quý        Theo kế hoạch   Đã lên lịch   Sẵn sàng   Trên trang
 ─────────────────────────────────────────────────────────────────────────────────────────────
 Chương trình phát thanh        I/2026                 1             1          1            1
 (mẫu)
                                II/2026                1             0          0            0
                                III/2026               1             0          0            0
                                IV/2026                1             0          0            0
                                Năm 2026              04             1          1            1
 Bài trên báo (mẫu)             II/2026                1             0          0            0
                                IV/2026                1             0          0            0
                                Năm 2026              02             0          0            0
 Băng rôn ở các khu công        I/2026           ≥ 1.000            20         20   20 (1 mẫu)
 nghiệp (mẫu)
                                III/2026         ≥ 1.000             0          0            0
                                Năm 2026      trên 2.000            20         20   20 (1 mẫu)
 Pano ở cổng khu công nghiệp    II, IV                 –             0          0            0
 (mẫu)


 Quý      Khi nào               Căn cứ    Bài                               Trạng thái
 ────────────────────────────────────────────────────────────────────────────────────────
 I/2026   17/3/2026, 6 giờ 30   đề xuất   Cái vòi nước giữa giờ nghỉ trưa   có trên trang
 I/2026   –                     đề xuất   Nghỉ tay thì khóa vòi             có mẫu


 Kịch bản                          Đọc mất            Khung   Vừa khung?
 ───────────────────────────────────────────────────────────────────────
 Cái vòi nước giữa giờ nghỉ trưa   0:32 (0:31–0:34)   0:35    vừa

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


def test_in_english_on_a_narrow_terminal(workspace: Path, loa: Loa) -> None:
    done = loa("-C", str(workspace), "plan", "--as-of", "2026-06-01", env={"COLUMNS": "80"})
    assert (done.returncode, done.stderr) == (0, "")
    assert stripped(done.stdout) == ENGLISH


@pytest.mark.parametrize("columns", ["40", "60"])
def test_on_the_narrowest_terminals_rows_stand_below_each_other(
    workspace: Path, loa: Loa, columns: str
) -> None:
    words = ("-C", str(workspace), "plan", "--as-of", "2026-06-01")
    wide, narrow = (loa(*words, env={"COLUMNS": each}).stdout for each in ("120", columns))
    said, kept = ({word.rstrip(":") for word in each.split()} for each in (wide, narrow))
    assert {word for word in said - kept if set(word) != {"─"}} == set()
    assert max(map(len, narrow.splitlines())) <= int(columns)
    assert "Quarter: III/2026\nPromised: ≥ 1.000\n" in narrow


def test_in_vietnamese_on_a_wide_terminal(workspace: Path, loa: Loa) -> None:
    words = ("-C", str(workspace), "plan", "--as-of", "2026-06-01")
    done = loa(*words, env={"COLUMNS": "95", "LOA_LANG": "vi"})
    assert (done.returncode, done.stderr) == (0, "")
    assert stripped(done.stdout) == VIETNAMESE


def another(workspace: Path, year: int) -> None:
    """Another plan with one talk on the radio in the first days of its year."""
    folder = workspace / f"campaigns/nam-{year}"
    folder.mkdir()
    slot = f'{{id: noi-{year}, at: "6/1/{year} 06:30"}}'
    (folder / "plan.yml").write_text(
        f"id: nam-{year}\ntitle: Kế hoạch {year}\nperiod: {year}\nactivities:\n"
        f"  - {{id: noi-{year}, title: Nói trên đài {year}, medium: radio, quantity: 1 kỳ,"
        f" partner: dai-mau, quarters: [I], source: so-tay, slots: [{slot}]}}\n",
        "utf-8",
    )


def heads(output: str) -> list[str]:
    """Titles of plans and what is said of them, without the tables."""
    said = ("Kế hoạch", "Late", "Nothing", "This plan", "No plan", "Other", "  loa plan")
    heading = (" Activity ", " Due ")
    lines = [line.rstrip() for line in output.splitlines()]
    return [line.split("   ")[0] for line in lines if line.startswith((*said, *heading))]


FIRST = "Kế hoạch mẫu (chữ mẫu, thay bằng tên kế hoạch thật)"


def test_plans_of_other_years_are_shown_only_when_asked_for(workspace: Path, loa: Loa) -> None:
    another(workspace, 2025)
    another(workspace, 2027)

    def shown(*words: str, day: str = "2026-06-01") -> list[str]:
        done = loa("-C", str(workspace), "plan", *words, "--as-of", day, env={"COLUMNS": "120"})
        return heads(done.stdout)

    others = ["Other plans; loa plan --all shows them, and its name one:"]
    over, coming = "  loa plan nam-2025: Kế hoạch 2025", "  loa plan nam-2027: Kế hoạch 2027"
    now = [f"{FIRST} (ke-hoach-mau)", "Late, or due soon:", " Due"]
    assert shown() == [*now, " Activity", *others, over, coming]
    assert shown("nam-2025") == ["Kế hoạch 2025 (nam-2025)", "This plan is over.", " Activity"]
    assert shown("--all").count(" Activity") == 3
    assert shown(day="2028-06-01") == [
        "No plan is running.",
        *others,
        over,
        f"  loa plan ke-hoach-mau: {FIRST}",
        coming,
    ]


def test_what_is_due_of_the_plan_of_next_year_is_told_with_what_runs(
    workspace: Path, loa: Loa
) -> None:
    another(workspace, 2027)
    words = ("plan", "--as-of", "2026-12-20")
    shown = heads(loa("-C", str(workspace), *words, env={"COLUMNS": "120"}).stdout)
    assert shown[:6] == [
        f"{FIRST} (ke-hoach-mau)",
        "Late, or due soon:",
        " Due",
        "Kế hoạch 2027 (nam-2027)",
        "Late, or due soon:",
        " Due",
    ]


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
    assert done.stdout.splitlines()[0].startswith("Kế [bold]hoạch[/x] mẫu")
