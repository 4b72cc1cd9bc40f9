"""Pictures of what is printed: artwork, proofs, wall calendars, workbooks, packs of partners."""
# ruff: noqa: PLC0415 - a picture of the site needs no PDF library

import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

A4_ACROSS = 850  # points: a wider page is artwork
CROPS = 5  # letters of each piece
CROP_HEIGHT = 900  # pixels
TWO_MARKS = 2  # characters of a letter with one mark, taken apart
PRINT_WIDTH = 1600  # pixels: enough to see a missing mark over a letter


def print_looks(folder: Path, out: Path) -> Iterator[Path]:
    """Artwork and proofs as pages, and crops of what bears two marks."""
    for source in sorted(folder.rglob("*")):
        name = "in-" + "-".join(source.relative_to(folder).with_suffix("").parts)
        if source.suffix == ".png":
            yield Path(shutil.copyfile(source, out / f"{name}.png"))
        elif source.suffix == ".pdf":
            yield from _pdf_looks(source, out / name)


def calendar_looks(site: Path, out: Path) -> Iterator[Path]:
    """The wall calendars, and the workbooks as LibreOffice prints them."""
    for source in sorted(site.glob("lich/*/*.pdf")):
        yield from _sheets(source, out / f"lich-treo-tuong-{source.parent.name}-{source.stem}")
    office = shutil.which("soffice")
    with tempfile.TemporaryDirectory() as folder:
        for source in sorted(site.glob("lich/*/*.xlsx")) if office else ():
            made = _as_pdf(office or "", source, Path(folder))
            yield from _sheets(made, out / f"bang-tinh-{source.parent.name}-{source.stem}")


def handoff_looks(folder: Path, out: Path) -> Iterator[Path]:
    """The last pack of each partner: every PDF, and every Word file as LibreOffice shows it."""
    office = shutil.which("soffice")
    for packs in sorted(folder.glob("*/")):
        pack = max(packs.glob("*.zip"), default=None)
        with tempfile.TemporaryDirectory() as place:
            if pack:
                shutil.unpack_archive(pack, place)
            for source in sorted(Path(place).rglob("*.pdf")):
                yield from _sheets(source, out / f"goi-{packs.name}-{source.stem}")
            for source in sorted(Path(place).rglob("*.docx")) if office else ():
                made = _as_pdf(office or "", source, Path(place))
                yield from _sheets(made, out / f"goi-{packs.name}-{source.stem}-docx")


def _as_pdf(office: str, source: Path, folder: Path) -> Path:
    """What LibreOffice prints of a file."""
    target = folder / "shown"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(target)]
    subprocess.run([*command, str(source)], check=True, capture_output=True)
    return target / f"{source.stem}.pdf"


def _sheets(source: Path, stem: Path) -> Iterator[Path]:
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        for number, page in enumerate(document, start=1):
            target = stem.with_name(f"{stem.name}-{number}.png")
            page.render(scale=PRINT_WIDTH / page.get_width()).to_pil().save(target)
            yield target


def _pdf_looks(source: Path, stem: Path) -> Iterator[Path]:
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=PRINT_WIDTH / page.get_width()).to_pil()
            target = stem.with_name(f"{stem.name}-{number}.png")
            picture.save(target)
            yield target
            if number == 1 and document.get_page_size(0)[0] > A4_ACROSS:  # artwork, no list
                yield from _diacritics(page, stem)


def _diacritics(page: "PdfPage", stem: Path) -> Iterator[Path]:
    """Crops of the piece's largest letters that bear two marks, as large as they are printed.

    At 100 % a letter of 12 cm fills the picture: a clipped mark cannot hide.
    """
    text = page.get_textpage()
    boxes = {
        text.get_text_range(index, 1): text.get_charbox(index)
        for index in range(text.count_chars())
        if len(unicodedata.normalize("NFD", text.get_text_range(index, 1))) > TWO_MARKS
    }
    unit = page.get_mediabox()[3] / page.get_height()
    by_size = sorted(boxes.items(), key=lambda pair: pair[1][1] - pair[1][3])[:CROPS]
    for number, (_, (left, bottom, right, top)) in enumerate(by_size, start=1):
        high = (top - bottom) * unit
        zoom = CROP_HEIGHT / (2 * high)
        width, height = page.get_size()
        crop = (
            max(left - high, 0),
            max(bottom - high / 2, 0),
            max(width - right - high, 0),
            max(height - top - high / 2, 0),
        )
        target = stem.with_name(f"{stem.name}-dau-{number}.png")
        page.render(scale=zoom, crop=crop).to_pil().save(target)
        yield target
