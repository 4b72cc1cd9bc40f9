"""Frozen reports: what was edited, moved or lost is told where it lies. All of it is test data."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from io import BytesIO

import pytest

from generator.app.check import check
from generator.model.attachment import Attachment
from generator.model.deed_report import Report
from generator.source.frozen_report import FrozenReport, frozen_text
from generator.testing import MemoryFiles
from generator.vietnamese.dates import HANOI

NOW = datetime(2021, 6, 1, tzinfo=HANOI)
REPORT = Report(
    "thu-2021", "Kế hoạch thử", "năm 2021", "2021", is_part=False, as_of=date(2021, 6, 1),
    issuer="", issued_on="", owner="", heads=("", ""), recipients=(), budget=None, lines=(),
)  # fmt: skip
FORM = b"PK mau cua co quan"
BARE = frozen_text(FrozenReport(REPORT, NOW, "", {})).encode()
WITH_FORM = frozen_text(FrozenReport(REPORT, NOW, "", {}, sha256(FORM).hexdigest())).encode()
FOLDER = "campaigns/thu-2021/reports"


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({f"{FOLDER}/2021.json": BARE}, []),
        ({f"{FOLDER}/2021.json": BARE.replace(b"\n", b"\r\n")}, []),
        ({f"{FOLDER}/2021.json": WITH_FORM, f"{FOLDER}/2021.docx": FORM}, []),
        (
            {f"{FOLDER}/2021.json": BARE.replace("thử".encode(), "thật".encode())},
            ["2021.json edited"],
        ),
        ({f"{FOLDER}/2021.json": BARE[:-40]}, ["2021.json edited"]),
        ({f"{FOLDER}/2021.json": b""}, ["2021.json edited"]),
        ({f"{FOLDER}/2021.json": b"[" * 100_000}, ["2021.json edited"]),
        ({f"{FOLDER}/2021.json": b'{"digest": 1, "files": 2}'}, ["2021.json edited"]),
        ({f"{FOLDER}/2021 (1).json": BARE}, ["2021 (1).json misplaced"]),
        ({f"{FOLDER}/2021.JSON": BARE}, ["2021.JSON misplaced"]),
        ({"campaigns/thu-2022/reports/2021.json": BARE}, ["2021.json misplaced"]),
        ({f"{FOLDER}/2021.json": WITH_FORM}, ["2021.json half-frozen"]),
        (
            {f"{FOLDER}/2021.json": WITH_FORM, f"{FOLDER}/2021.docx": FORM + b" "},
            ["2021.docx template-edited"],
        ),
        ({f"{FOLDER}/2021.docx": FORM}, ["2021.docx lost"]),
    ],
)
def test_what_became_of_frozen_reports(
    whole: Mapping[str, bytes], files: Mapping[str, bytes], told: list[str]
) -> None:
    kept = [
        Attachment(path, len(data), partial(BytesIO, data), sha256(data).hexdigest)
        for path, data in files.items()
    ]
    found = check(MemoryFiles(whole, (), kept), NOW).diagnostics
    assert [
        f"{each.where.path.rpartition('/')[2]} {each.rule.code.removeprefix('report-')}"
        for each in found
        if each.rule.code.startswith("report-") or "/reports/" in each.where.path
    ] == told


def test_a_template_that_a_plan_names_is_there(whole: Mapping[str, bytes]) -> None:
    plan = "campaigns/thu-2021/plan.yml"
    text = whole[plan].decode() + "report_template: assets/report/mau.docx\n"
    found = check(MemoryFiles({**whole, plan: text.encode()}), NOW).diagnostics
    told = [each for each in found if each.rule.code == "report-template-missing"]
    assert [each.details["file"] for each in told] == ["assets/report/mau.docx"]
