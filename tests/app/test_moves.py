"""A second release of a quarter changes what it is about and nothing else."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from openpyxl import load_workbook

from generator.adapters.files import FolderFiles
from generator.app.build import build
from generator.app.check import check
from generator.app.scope import Scope
from generator.cli.world import world
from generator.model.artifact import Kind, ResultSubject, ready
from generator.model.plan import Plan
from generator.ports import SILENT
from generator.verify import NextSite
from generator.verify.agreement import DISAGREES, verify
from generator.vietnamese.dates import HANOI

MOVES = Path(__file__).parents[1] / "examples" / "moves"
AS_OF = datetime(2021, 5, 10, tzinfo=HANOI)
BASE = "https://example.org/sxsh/"

Contents = Callable[[Path], dict[str, bytes]]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The workspace before and after the second release, built."""
    base = tmp_path_factory.mktemp("moves")
    for name in ("before", "after"):
        shutil.copytree(MOVES, base / name)
    (base / "before/campaigns/thu/releases/2021-2-2.yml").unlink()
    for name in ("before", "after"):
        assert build(world(base / name), Scope(), AS_OF, SILENT).blocking == []
    return base / "before", base / "after"


def test_nobody_else_is_disturbed(folders: tuple[Path, Path]) -> None:
    before = folders[0]
    found = subprocess.run(
        ["diff", "-rq", "before/dist", "after/dist"],
        cwd=before.parent,
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    ).stdout
    paths = re.findall(r"^Files before/dist/(.+) and after/dist/\1 differ$", found, re.MULTILINE)
    assert len(paths) == len(found.splitlines())
    parts = {re.sub("(/assets/search)/.*", r"\1", path) for path in paths}  # one index
    expected = (MOVES / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(parts) == sorted(expected)


def test_every_absolute_address_below_a_sub_path_is_right(
    folders: tuple[Path, Path], contents: Contents
) -> None:
    files = contents(folders[1] / "dist" / "public")
    wrong = []
    found = 0
    for path, data in files.items():
        if path.endswith((".html", ".ics", ".xml", ".json", ".opml", ".txt")):
            text = data.decode("utf-8").replace("\r\n ", "")
            for match in re.findall(r"(?:https?|webcal)://example\.org[^\s\"'<>\\]*", text):
                found += 1
                target = unquote(re.sub(r"^webcal:", "https:", match)).partition("#")[0]
                inside = target.removeprefix(BASE)
                name = f"{inside}index.html" if inside.endswith("/") or not inside else inside
                if not target.startswith(BASE) or name not in files:
                    wrong.append((path, match))
    assert found > 100
    assert wrong == []


def test_a_station_finds_its_own_calendar_on_its_page(folders: tuple[Path, Path]) -> None:
    public = folders[1] / "dist/public"
    own = "webcal://example.org/sxsh/lich/don-vi/dai-thu.ics"
    for page in ("don-vi/dai-thu", "lich/2021/quy-2"):
        text = (public / page / "index.html").read_text(encoding="utf-8")
        assert own in text
        assert quote("Lịch tuyên truyền: Đài thử", safe="") in text  # as Outlook will call it


def produced(root: Path, contents: Contents) -> NextSite:
    plan = check(FolderFiles(root), AS_OF).plan
    files = contents(root / "dist" / "public")
    calendars = [path for path in files if path.endswith(".ics")]
    wanted = [ready(path, "", of=ResultSubject(Kind.CALENDAR)) for path in calendars]
    return NextSite({path: lambda data=data: data for path, data in files.items()}, wanted, plan)


def changed(plan: Plan, identity: str, **values: object) -> Plan:
    events = tuple(
        replace(event, **values) if event.id == identity else event  # type: ignore[arg-type]
        for event in plan.events
    )
    return replace(plan, events=events)


SHOWN_IN = {
    "lich/2021/quy-2.pdf",
    "lich/2021/quy-2.xlsx",
    "lich/2021/quy-2/index.html",
    "lich/2021/quy-2/thu.ics",
    "lich/don-vi/dai-thu.ics",
    "lich/lich.ics",
    "lich/phat-thanh.ics",
}


def test_all_results_agree(folders: tuple[Path, Path], contents: Contents) -> None:
    assert list(verify(produced(folders[1], contents))) == []


def test_another_title_or_minute_is_seen_in_every_result(
    folders: tuple[Path, Path], contents: Contents
) -> None:
    whole = produced(folders[1], contents)
    (event,) = [event for event in whole.plan.events if event.id == "phat-thanh-3"]
    later = replace(event.slot, start=datetime(2021, 6, 9, 6, 31, tzinfo=HANOI))
    for values in ({"title": "Tên khác"}, {"slot": later}):
        found = list(verify(replace(whole, plan=changed(whole.plan, "phat-thanh-3", **values))))
        assert {item.rule for item in found} == {DISAGREES}
        assert {item.where.path for item in found} == SHOWN_IN


def test_an_event_too_many_or_too_few_is_seen(
    folders: tuple[Path, Path], contents: Contents
) -> None:
    whole = produced(folders[1], contents)
    fewer = tuple(event for event in whole.plan.events if event.id != "phat-thanh-3")
    found = list(verify(replace(whole, plan=replace(whole.plan, events=fewer))))
    assert {item.where.path for item in found} == SHOWN_IN - {"lich/2021/quy-2.pdf"}


def test_the_workbook_is_text_and_days(folders: tuple[Path, Path]) -> None:
    data = (folders[1] / "dist/public/lich/2021/quy-2.xlsx").read_bytes()
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0][:5] == (
        datetime(2021, 5, 5),  # noqa: DTZ001
        "thứ Tư",
        "6 giờ 30",
        None,
        "Chương trình thử số 1, có dấu phẩy; và chấm phẩy",
    )
    assert len(rows) == 7


def test_libreoffice_shows_no_hashes(folders: tuple[Path, Path], tmp_path: Path) -> None:
    if not shutil.which("soffice") or not shutil.which("pdftotext"):
        pytest.skip("not installed: LibreOffice or pdftotext")
    book = folders[1] / "dist/public/lich/2021/quy-2.xlsx"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(book)], check=True, capture_output=True, timeout=180)
    pdf = tmp_path / "quy-2.pdf"
    shown = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True)
    text = shown.stdout.decode()
    assert "09/06/2021" in text
    assert "###" not in text
