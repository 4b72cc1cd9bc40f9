"""Files beside evidence: what each really is, when and where it was taken, and what it shows."""

import shutil
import subprocess
from datetime import datetime
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from docx import Document
from openpyxl import Workbook
from pikepdf import Encryption, Pdf
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from generator.diagnostics import Refusal
from generator.model.attachment import MOST_BYTES, Attachment, AttachmentFacts, Shot
from generator.model.memory import Memory
from generator.model.ziparchive import zip_bytes
from generator.source.attached_file import examine, facts_of
from generator.source.photograph import repeats
from generator.vietnamese.dates import HANOI

SLIDES = zip_bytes([("[Content_Types].xml", b""), ("ppt/word/a.xml", b"")])
MORNING = datetime(2021, 6, 4, 8, 12, 33, tzinfo=HANOI)


def photograph(seed: int) -> Image.Image:
    """Test data: clouds of colour with a banner before them."""
    dots = np.random.default_rng(seed).random((9, 12, 3)) * 255
    made = Image.fromarray(dots.astype("uint8")).resize((480, 360), Image.Resampling.BICUBIC)
    ImageDraw.Draw(made).rectangle((60, 120, 420, 190), fill=(0, 90, 60))
    return made


def jpeg(picture: Image.Image, **options: object) -> bytes:
    target = BytesIO()
    picture.save(target, "JPEG", **options)
    return target.getvalue()


def with_exif(notes: dict[int, object], place: dict[int, object] | None = None) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "test data"
    exif[0x8769] = notes
    if place:
        exif[0x8825] = place
    return jpeg(photograph(1), exif=exif)


def pdf(password: str = "") -> bytes:
    target, made = BytesIO(), Pdf.new()
    made.add_blank_page()
    made.save(target, encryption=Encryption(owner=password, user=password) if password else None)
    return target.getvalue()


def office(made: object) -> bytes:
    target = BytesIO()
    made.save(target)  # type: ignore[attr-defined] # a document or a workbook
    return target.getvalue()


def said(found: object) -> str:
    return found.rule.code if isinstance(found, Refusal) else found.form  # type: ignore[attr-defined] # facts


PROGRAM = b"%!PS-Adobe-3.0 EPSF-3.0\n{} loop\n"


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.pdf", pdf(), "PDF"),
        ("a.PDF", pdf(), "PDF"),
        ("a.docx", office(Document()), "DOCX"),
        ("a.xlsx", office(Workbook()), "XLSX"),
        ("a.csv", "ngày;số\n".encode("utf-16"), "CSV"),
        ("a.jpg", jpeg(photograph(1)), "JPEG"),
        ("a.pdf", pdf("bi-mat"), "evidence-file-damaged"),
        ("a.pdf", pdf()[:200], "evidence-file-damaged"),
        ("a.docx", office(Document())[:3000], "evidence-file-damaged"),
        ("a.xlsx", b"PK\x03\x04" + bytes(99), "evidence-file-damaged"),
        ("a.pdf", PROGRAM, "evidence-file-form"),
        ("a.xlsx", office(Document()), "evidence-file-misnamed"),
        ("a.docx", office(Workbook()), "evidence-file-misnamed"),
        ("a.docx", SLIDES, "evidence-file-form"),
        ("a.docx", PROGRAM, "evidence-file-form"),
        ("a.csv", PROGRAM, "evidence-file-form"),
        ("a.jpg", PROGRAM, "picture-other-form"),
        ("a.jpg", jpeg(photograph(1))[:2000], "picture-truncated"),
        ("a.pdf", jpeg(photograph(1)), "picture-misnamed"),
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "picture-heic"),
        ("a.mp3", b"khong phai am thanh", "recording-form"),
        ("a.exe", b"MZ" + bytes(99), "evidence-file-form"),
        ("a", pdf(), "evidence-file-form"),
        ("a.pdf", b"", "picture-empty-file"),
    ],
)
def test_what_a_file_really_is(name: str, data: bytes, form: str) -> None:
    assert said(examine(name, data)) == form


def test_what_is_too_large_is_never_read() -> None:
    def read() -> BytesIO:
        pytest.fail("it was opened")

    attachment = Attachment("a/phim.mp4", 2 * MOST_BYTES, read, lambda: "0")
    refused = facts_of(attachment, Memory())
    assert (said(refused), refused.details) == (  # type: ignore[union-attr] # a refusal
        "evidence-file-too-large",
        {"most": 100},
    )


def test_the_same_bytes_are_looked_at_once() -> None:
    data, opened = with_exif({0x9003: "2021:06:04 08:12:33"}), list[str]()

    def read() -> BytesIO:
        opened.append("")
        return BytesIO(data)

    attachment, memory = Attachment("e/anh.jpg", len(data), read, lambda: "dau"), Memory()
    assert facts_of(attachment, memory) == facts_of(attachment, memory)
    assert len(opened) == 1


PLACE = {1: "N", 2: (10.0, 57.0, 3.6), 3: "E", 4: (106.0, 49.0, 25.2)}


@pytest.mark.parametrize(
    ("notes", "place", "shot"),
    [
        ({0x9003: "2021:06:04 08:12:33"}, None, Shot(MORNING)),
        ({0x9003: "2021:06:04 01:12:33", 0x9011: "+00:00"}, None, Shot(MORNING)),
        ({0x9003: "2021:06:04 08:12:33"}, PLACE, Shot(MORNING, 10.951, 106.823667)),
        ({}, PLACE | {1: "S", 3: "W"}, Shot(None, -10.951, -106.823667)),
        ({}, None, Shot()),
        ({0x9003: "0000:00:00 00:00:00"}, {1: "N", 2: (0.0, 0.0, 0.0), 4: (0.0, 0.0, 0.0)}, Shot()),
        ({0x9003: "hôm qua"}, {2: (10.0, 57.0, 3.6)}, Shot()),
    ],
)
def test_what_a_camera_noted(
    notes: dict[int, object], place: dict[int, object] | None, shot: Shot
) -> None:
    found = examine("a.jpg", with_exif(notes, place))
    assert isinstance(found, AttachmentFacts)
    assert found.shot == shot


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not on this machine")
def test_notes_that_another_program_wrote(tmp_path: Path) -> None:
    file = tmp_path / "anh.jpg"
    file.write_bytes(jpeg(photograph(1)))
    noted = (
        "-DateTimeOriginal=2021:06:04 08:12:33",
        "-OffsetTimeOriginal=+07:00",
        "-GPSLatitude=10.951",
        "-GPSLatitudeRef=N",
        "-GPSLongitude=106.823667",
        "-GPSLongitudeRef=E",
    )
    subprocess.run(["exiftool", "-q", *noted, str(file)], check=True)
    found = examine("anh.jpg", file.read_bytes())
    assert isinstance(found, AttachmentFacts)
    assert found.shot.taken_at == MORNING
    place = (found.shot.latitude, found.shot.longitude)
    assert place == pytest.approx((10.951, 106.823667), abs=1e-4)


def turns(picture: Image.Image) -> tuple[int, ...]:
    found = examine("a.jpg", jpeg(picture, quality=90))
    assert isinstance(found, AttachmentFacts)
    return found.turns


def test_one_photograph_again_and_another_one() -> None:
    first = photograph(1)
    wide, high = first.size
    again = [
        Image.open(BytesIO(jpeg(first.resize((wide // 2, high // 2)), quality=50))),
        ImageEnhance.Brightness(first).enhance(1.2),
        first.crop((wide // 40, high // 40, wide - wide // 40, high - high // 40)),
        *(first.rotate(90 * turn, expand=True) for turn in (1, 2, 3)),
        ImageOps.mirror(first),
        ImageOps.flip(first).rotate(90, expand=True),
        first.crop((wide // 12, 0, wide, high)),
        first.crop((0, high // 12, wide, high)),
        ImageOps.mirror(first.crop((wide // 20, 0, wide, high - high // 11))),
        first.crop((0, high // 20, wide - wide // 11, high)).rotate(270, expand=True),
    ]
    others = [photograph(seed) for seed in range(2, 14)]
    found = [*repeats([turns(each) for each in (first, *again, *others)])]
    assert found == [(number, 0) for number in range(1, len(again) + 1)]


def test_a_plain_field_is_like_no_other() -> None:
    assert turns(Image.new("RGB", (200, 200), (20, 90, 60))) == ()
