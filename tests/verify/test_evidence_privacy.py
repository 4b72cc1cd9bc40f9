"""What only evidence tells is in no public file. All of it is test data."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import NoReturn

import pytest
from PIL import Image

from generator.model.evidence import Evidence
from generator.model.piece import Piece
from generator.model.workspace import Workspace
from generator.planning.expand import expand
from generator.testing import campaign
from generator.verify import NextSite
from generator.verify.evidence_privacy import verify
from generator.vietnamese.dates import HANOI

SLIP = b"%PDF-1.7 phieu"
PLAN = """\
id: thu
title: Kế hoạch thử
period: 2021
budget: 90.000.000 đồng
activities: [{id: lop, title: Lớp thử, source: "https://a.example.org"}]
"""


def picture(*, place: bool) -> bytes:
    target, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "test data"
    if place:
        exif[0x8825] = {1: "N", 2: (10.0, 57.0, 3.6), 3: "E", 4: (106.0, 49.0, 25.2)}
    Image.new("RGB", (8, 8)).save(target, "JPEG", exif=exif)
    return target.getvalue()


def told(files: Mapping[str, bytes]) -> list[tuple[str, str, str]]:
    evidence = Evidence.model_construct(
        id="mc-1",
        kind="payment",
        of=("lop",),
        on=date(2021, 5, 5),
        file="chung-tu-chi.pdf",
        digest=sha256(SLIP).hexdigest(),
        amount=12_500_000,
        received_from="Anh Tư, 0912345678",
        note="Phiếu ghi thiếu giờ phát sóng của đài thử",
    )
    rich = Evidence.model_construct(
        id="mc-2", kind="payment", of=("lop",), on=date(2021, 5, 5), amount=90_000_000
    )
    held = {"mc-1": evidence, "mc-2": rich}
    workspace = Workspace(campaigns={"thu": campaign(PLAN)}, evidence=held)
    plan = expand(workspace, datetime(2021, 6, 1, tzinfo=HANOI))
    readers = {path: partial(bytes, data) for path, data in files.items()}
    found = verify(NextSite(readers, (), plan))
    return [(each.where.path, each.rule.code, each.details.get("what", "")) for each in found]


class Unread(dict[str, Piece]):
    """Pieces that nobody may look at."""

    def __getattribute__(self, name: str) -> NoReturn:
        raise AssertionError(name)


def test_where_there_is_no_evidence_no_text_is_gathered() -> None:
    plan = expand(Workspace(), datetime(2021, 6, 1, tzinfo=HANOI))
    plan = replace(plan, workspace=replace(plan.workspace, pieces=Unread()))
    assert [*verify(NextSite({"index.html": bytes}, (), plan))] == []


@pytest.mark.parametrize(
    ("path", "data", "found"),
    [
        ("a.html", "Đã chi 12.500.000 đồng".encode(), [("evidence-leaked", "its amount")]),
        ("a.html", "Kinh phí 90.000.000 đồng".encode(), []),
        ("rss.xml", b"<a>chung-tu-chi.pdf</a>", [("evidence-leaked", "the name of its file")]),
        (
            "tim.json",
            sha256(SLIP).hexdigest().encode(),
            [("evidence-leaked", "its fingerprint")],
        ),
        ("tep/x.pdf", SLIP, [("evidence-leaked", "its file")]),
        ("anh.jpg", picture(place=True), [("picture-tells-place", "")]),
        ("anh.jpg", picture(place=False), []),
        ("a.html", "Gọi 0912345678".encode(), [("evidence-leaked", "a number of a person")]),
        (
            "lich.ics",
            "Phiếu ghi thiếu giờ phát sóng của đài thử".encode(),
            [("evidence-leaked", "its note")],
        ),
        ("a.html", "Một trang".encode(), []),
    ],
)
def test_what_is_private_stays_private(
    path: str, data: bytes, found: list[tuple[str, str]]
) -> None:
    assert told({path: data}) == [(path, *each) for each in found]
