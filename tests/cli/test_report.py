"""`loa report`, on `tests/examples/deeds`: all of it test data."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import forks
from tests.conftest import Contents, Loa

ROOT = Path(__file__).parents[2]
FROZEN = "campaigns/thu-2021/reports/2021.json"
AS_OF = ("--as-of", "2021-12-20")


@pytest.fixture
def deeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/examples/deeds", tmp_path / "deeds"))


@pytest.fixture(scope="module")
def frozen_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a report that was frozen: to be read, not to be changed."""
    folder = tmp_path_factory.mktemp("frozen") / "deeds"
    shutil.copytree(ROOT / "tests/examples/deeds", folder)
    done = forks.ended("-C", folder, "report", "freeze", "thu-2021", *AS_OF)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture
def frozen(frozen_once: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(frozen_once, tmp_path / "frozen"))


def test_a_frozen_report_is_the_same_in_another_folder_and_year(
    frozen: Path, loa: Loa, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = contents(frozen / "dist")
    assert sorted(first) == [
        f"report/thu-2021/2021/{name}" for name in ("bao-cao.docx", "bao-cao.pdf", "phu-luc.xlsx")
    ]
    other = frozen.rename(frozen.with_name("nơi khác"))
    shutil.rmtree(other / "dist")
    monkeypatch.setenv("TZ", "America/New_York")
    again = loa("-C", other, "report", "thu-2021", "--as-of", "2031-01-02")
    assert f"As it was frozen: {FROZEN}" in again.stdout
    assert contents(other / "dist") == first
    assert "nothing was changed" in loa("-C", other, "report", "verify").stdout


PLAN, EVIDENCE = "campaigns/thu-2021/plan.yml", "campaigns/thu-2021/evidence/2021-q3.yml"


SAID = "30/8/2021, unit-report, done, {} lớp, trên 80 người"
RECORD_TOLD = (
    f"the record of the evidence mc-2021-0015 said “{SAID.format(2)}” and says "
    f"“{SAID.format(3)}” now"
)


def exchange(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


CHANGES: tuple[dict[str, Callable[[Path], object]], ...] = (
    {
        "the file bao-so-1.pdf of the evidence mc-2021-0003 is not the one that was frozen": (
            lambda root: append(root / "campaigns/thu-2021/evidence/bao-so-1.pdf")
        ),
        RECORD_TOLD: (
            lambda root: exchange(
                root / EVIDENCE, "[2 lớp, trên 80 người]", "[3 lớp, trên 80 người]"
            )
        ),
        "the evidence mc-2021-0014 was proof and is none any more: người gửi tự kiểm tra": (
            lambda root: exchange(
                root / EVIDENCE, "Tổ thư ký thử\n  verified_on: 5/8", "bao-thu\n  verified_on: 5/8"
            )
        ),
        "dist/report/thu-2021/2021/bao-cao.docx is not the file that was frozen": (
            lambda root: append(root / "dist/report/thu-2021/2021/bao-cao.docx")
        ),
    },
    {
        "the evidence mc-2021-0001 is no longer there": (
            lambda root: (root / "campaigns/thu-2021/evidence/2021-q2.yml").unlink()
        )
    },
    {
        "this file was changed after it was frozen": (
            lambda root: (root / FROZEN).write_text(
                (root / FROZEN).read_text("utf-8").replace('"number": 3', '"number": 4'), "utf-8"
            )
        )
    },
    {
        "the figure of “Bài báo thử” was 2 and comes out as – now": (
            lambda root: exchange(root / PLAN, "quantity: 3 kỳ", "quantity: 3 số")
        )
    },
)
"""What is told of which change; those that say nothing of each other are made together."""


@pytest.mark.parametrize("changes", CHANGES)
def test_whatever_was_changed_since_is_told(
    frozen: Path, loa: Loa, changes: dict[str, Callable[[Path], object]]
) -> None:
    for change in changes.values():
        change(frozen)
    done = loa("-C", frozen, "report", "verify")
    lines = done.stdout.splitlines()
    assert (done.returncode, [f"{FROZEN}: {told}" in lines for told in changes]) == (
        1,
        [True] * len(changes),
    )


def test_a_report_in_the_form_of_the_office_is_frozen_with_its_template(
    deeds: Path, loa: Loa, contents: Contents
) -> None:
    own = deeds / "assets/report/mau-bao-cao.docx"
    assert loa("-C", deeds, "report", "template").returncode == 0
    given = ("thu-2021", *AS_OF, "--template", own)
    assert loa("-C", deeds, "report", "freeze", *given).returncode == 0
    kept = (deeds / FROZEN).with_suffix(".docx")
    assert kept.read_bytes() == own.read_bytes()
    first = contents(deeds / "dist/report")
    own.unlink()
    again = loa("-C", deeds, "report", "thu-2021", "--as-of", "2031-01-02")
    assert (again.returncode, contents(deeds / "dist/report")) == (0, first)
    assert "nothing was changed" in loa("-C", deeds, "report", "verify").stdout
    kept.unlink()
    done = loa("-C", deeds, "report", "verify")
    told = f"the template {FROZEN.replace('.json', '.docx')} is not there as it was frozen"
    assert (done.returncode, f"{FROZEN}: {told}" in done.stdout.splitlines()) == (1, True)


def test_what_is_of_a_later_quarter_is_no_change_of_an_earlier_one(deeds: Path, loa: Loa) -> None:
    assert (
        loa("-C", deeds, "report", "freeze", "thu-2021", "--quarter", "II", *AS_OF).returncode == 0
    )
    done = loa("-C", deeds, "report", "verify")
    path = FROZEN.replace("2021.json", "2021-quy-2.json")
    assert (done.returncode, done.stdout) == (0, f"{path}: nothing was changed.\n")


def test_freezing_goes_once_and_is_taken_back(deeds: Path, loa: Loa) -> None:
    loa("-C", deeds, "report", "freeze", "thu-2021", *AS_OF)
    later = loa("-C", deeds, "report", "freeze", "thu-2021", "--as-of", "2099-01-01")
    assert later.returncode == 2
    twice = loa("-C", deeds, "report", "freeze", "thu-2021", *AS_OF)
    assert (twice.returncode, "frozen already" in twice.stderr) == (2, True)
    assert "stray-file" not in loa("-C", deeds, "check").stdout
    assert loa("-C", deeds, "undo").returncode == 0
    assert not (deeds / FROZEN).exists()
    done = loa("-C", deeds, "report", "verify")
    loose = "dist/report/thu-2021/2021: not frozen, so that nothing tells whether it was changed."
    assert (done.stdout, done.returncode) == (f"{loose}\nNo report is frozen.\n", 1)
    early = loa(
        "-C", deeds, "report", "freeze", "thu-2021", "--quarter", "II", "--as-of", "2021-06-15"
    )
    assert "30/6/2021" in early.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["khong-co"], "There is no campaign “khong-co”; there are: thu-2021."),
        (["thu-2021", "--quarter", "V"], "“V” is no quarter; write II or II/2021."),
        (["thu-2021", "--quarter", "II/2020"], "The plan has no year 2020; it has: 2021."),
        (["thu-2021", "--half", "3"], "“3” is no half of a year; write 1 or 1/2021."),
        (["thu-2021", "--half", "1/"], "“1/” is no half of a year; write 1 or 1/2021."),
        (["thu-2021", "--year", "nay"], "“nay” is no year; write 2021."),
        (
            ["thu-2021", "--year", "2021", "--half", "1"],
            "Name only one of --quarter, --half and --year.",
        ),
    ],
)
def test_what_cannot_be_meant_is_told(deeds: Path, loa: Loa, words: list[str], told: str) -> None:
    done = loa("-C", deeds, "report", *words)
    assert (done.returncode, told in done.stderr) == (2, True)


def test_a_build_leaves_reports_where_they_are(built: Path, loa: Loa) -> None:
    report = built / "dist/report/a/2021/bao-cao.docx"
    report.parent.mkdir(parents=True)
    report.write_bytes(b"x")
    (built / "content/index.md").write_text(
        (built / "content/index.md").read_text("utf-8") + "\nThêm một câu.\n", "utf-8"
    )
    assert loa("-C", built, "build", "--as-of", "2021-06-01").returncode == 0
    assert report.read_bytes() == b"x"
