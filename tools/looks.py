"""Pictures of every kind of page and of every printed result, to be looked at by a person.

    python tools/looks.py [--site dist/public] [--print dist/print] [--handoff dist/handoff]
                          [--out build/looks]

Pages are opened in Debian's Chromium at 360 and 1280 px, by day and in the dark. A request
to another host is refused and reported, as is every error of the console: then the exit code is 1.
Needs the extra `looks` (Playwright) and `chromium` on PATH.
"""
# ruff: noqa: PLC0415 - a picture of the site needs no PDF library, and the reverse

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.adapters.webserver import server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route
    from pypdfium2 import PdfPage

WIDTHS = (360, 1280)
A4_ACROSS = 850  # points: a wider page is artwork
CROPS = 5  # letters of each piece
CROP_HEIGHT = 900  # pixels
TWO_MARKS = 2  # characters of a letter with one mark, taken apart
PRINT_WIDTH = 1600  # pixels: enough to see a missing mark over a letter
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class View:
    """A kind of page: the first folder of the site, in order, whose address matches."""

    name: str
    address: str
    schemes: tuple[str, ...] = ("light",)


BOTH = ("light", "dark")
VIEWS = (
    View("trang-chu", r"", BOTH),
    View("cam-nang", r"cam-nang/", BOTH),
    View("gioi-thieu", r"san-xuat-sach-hon-la-gi/", BOTH),
    View("sau-buoc", r"sau-buoc/", BOTH),
    View("tam-nhom", r"tam-nhom-giai-phap/", BOTH),
    View("theo-nganh", r"huong-dan-.+/", BOTH),
    View("tieng-anh", r"six-steps/", BOTH),
    View("mot-nhan", r"chu-de/[^/]+/", BOTH),
    View("phat-thanh", r"phat-thanh/", BOTH),
    View("bai-phat-thanh", r"phat-thanh/.+/", BOTH),
    View("bao-chi", r"bao-chi/", BOTH),
    View("bai-bao", r"bao-chi/.+/", BOTH),
    View("bang-ron", r"bang-ron/", BOTH),
    View("mot-bang-ron", r"bang-ron/.+/", BOTH),
    View("pano", r"pano/", BOTH),
    View("mot-pano", r"pano/.+/", BOTH),
    View("lich", r"lich/", BOTH),
    View("lich-nam", r"lich/\d+/", BOTH),
    View("lich-quy-mot-loai", r"lich/\d+/quy-\d/[a-z-]+/", BOTH),
    View("lich-quy", r"lich/\d+/quy-\d/", BOTH),
    View("ke-hoach", r"ke-hoach/", BOTH),
    View("mot-ke-hoach", r"ke-hoach/.+/", BOTH),
    View("don-vi", r"don-vi/", BOTH),
    View("mot-don-vi", r"don-vi/.+/", BOTH),
    View("theo-doi", r"theo-doi/", BOTH),
    View("ve-trang-nay", r"ve-trang-nay/", BOTH),
    View("lien-he", r"ho-tro-va-lien-he/", BOTH),
    View("khong-tim-thay", r"404\.html", BOTH),
)


def main() -> int:
    """Make all pictures; say what was made and what went wrong."""
    from samples import samples

    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    problems: list[str] = []
    if options.site.is_dir():
        problems = list(_site_looks(options.site, options.out))
        for picture in _calendar_looks(options.site, options.out):
            print(picture)
    for folder in (options.print, samples(options.out / "khuon")):
        for picture in _print_looks(folder, options.out):
            print(picture)
    for picture in _handoff_looks(options.handoff, options.out):
        print(picture)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("dist/public"))
    parser.add_argument("--print", type=Path, default=Path("dist/print"))
    parser.add_argument("--handoff", type=Path, default=Path("dist/handoff"))
    parser.add_argument("--out", type=Path, default=Path("build/looks"))
    return parser.parse_args()


def addresses(site: Path) -> list[str]:
    """All pages of a folder as addresses relative to its root, sorted."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(re.sub(r"(^|/)index\.html$", r"\1", address) for address in found)


def choose(pages: list[str]) -> list[tuple[View, str]]:
    """Pick for each view the first page that it matches."""
    chosen = ((view, next(_matching(view, pages), None)) for view in VIEWS)
    return [(view, page) for view, page in chosen if page is not None]


def _matching(view: View, pages: list[str]) -> Iterator[str]:
    return (page for page in pages if re.fullmatch(view.address, page))


def _site_looks(site: Path, out: Path) -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    with server(site, 0) as running, sync_playwright() as playwright:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{running.server_port}/"
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for view, address in choose(addresses(site)):
            for scheme in view.schemes:
                for width in WIDTHS:
                    target = out / f"{_stem(view, scheme)}-{width}.png"
                    yield from look(browser, root, address, scheme, width, target)
                    print(target)
        browser.close()
        running.shutdown()


def _stem(view: View, scheme: str) -> str:
    return view.name if scheme == "light" else f"{view.name}-toi"


def look(  # noqa: PLR0913, PLR0917 - what to open, how, and where to put the picture
    browser: "Browser", root: str, address: str, scheme: str, width: int, target: Path
) -> list[str]:
    """Write one picture of the whole page; give what was wrong while it loaded."""
    page = browser.new_page(
        viewport={"width": width, "height": 740 if width == WIDTHS[0] else 800},
        device_scale_factor=2 if width == WIDTHS[0] else 1,
        color_scheme="dark" if scheme == "dark" else "light",
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    problems = _watch(page, root, address)
    page.goto(root + address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    # A picture of the whole page needs the pictures below the fold as well.
    page.evaluate("document.querySelectorAll('img').forEach(img => { img.loading = 'eager' })")
    page.evaluate("Promise.all([...document.images].map(img => img.decode().catch(() => 0)))")
    page.screenshot(path=target, full_page=True)
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    if overflow > 0:
        problems.append(f"/{address} at {width} px: {overflow} px wider than the screen")
    return problems


def _watch(page: "Page", root: str, address: str) -> list[str]:
    """Refuse other hosts; note errors. The list fills while the page loads."""
    problems: list[str] = []
    expected = "404" if address == "404.html" else None

    def refuse(route: "Route") -> None:
        problems.append(f"/{address}: asks for {route.request.url}")
        route.abort()

    def note(text: str) -> None:
        if expected is None or expected not in text:
            problems.append(f"/{address}: {text}")

    page.route(lambda url: not url.startswith((root, "data:", "blob:")), refuse)
    page.on("console", lambda message: note(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: note(str(error)))
    return problems


def _print_looks(folder: Path, out: Path) -> Iterator[Path]:
    for source in sorted(folder.rglob("*")):
        name = "in-" + "-".join(source.relative_to(folder).with_suffix("").parts)
        if source.suffix == ".png":
            yield Path(shutil.copyfile(source, out / f"{name}.png"))
        elif source.suffix == ".pdf":
            yield from _pdf_looks(source, out / name)


def _calendar_looks(site: Path, out: Path) -> Iterator[Path]:
    """The wall calendars, and the workbooks as LibreOffice prints them."""
    for source in sorted(site.glob("lich/*/*.pdf")):
        yield from _sheets(source, out / f"lich-treo-tuong-{source.parent.name}-{source.stem}")
    office = shutil.which("soffice")
    with tempfile.TemporaryDirectory() as folder:
        for source in sorted(site.glob("lich/*/*.xlsx")) if office else ():
            made = _as_pdf(office or "", source, Path(folder))
            yield from _sheets(made, out / f"bang-tinh-{source.parent.name}-{source.stem}")


def _handoff_looks(folder: Path, out: Path) -> Iterator[Path]:
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


if __name__ == "__main__":
    sys.exit(main())
