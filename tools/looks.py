"""Pictures of every kind of page and of every printed result, to be looked at by a person.

    python tools/looks.py [--site dist/public] [--print dist/print] [--handoff dist/handoff]
                          [--out build/looks]
    python tools/looks.py --readme docs/looks     only the pictures of README.md
    python tools/looks.py --desk docs/looks       only those of the desk, for docs/muoi-phut.md

Pages are opened in Debian's Chromium at 360 and 1280 px, by day and in the dark. A request
to another host is refused and reported, as is every error of the console: then the exit code is 1.
Needs the extra `looks` (Playwright), and Chromium on PATH, with or without windows.
"""
# ruff: noqa: PLC0415 - a picture of the site needs no PDF library

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.adapters.web.dist_site import site_server
from generator.adapters.web.server import running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

WIDTHS = (360, 1280)
README = {"trang-chu", "bai-phat-thanh", "pano", "lich-quy"}
QUALITY = 80  # of WebP: letters stay sharp, a picture weighs some 50 KB
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # letters stand where they would on a screen of today
)


@dataclass(frozen=True, slots=True)
class View:
    """A kind of page: the first folder of the site, in order, whose address matches.

    `part` is the part of the page that is chosen.
    """

    name: str
    address: str
    schemes: tuple[str, ...] = ("light",)
    part: str = ""


BOTH = ("light", "dark")
VIEWS = (
    View("trang-chu", r"", BOTH),
    View("cam-nang", r"cam-nang/", BOTH),
    View("gioi-thieu", r"san-xuat-sach-hon-la-gi/", BOTH),
    View("sau-buoc", r"sau-buoc/", BOTH),
    View("tam-nhom", r"tam-nhom-giai-phap/", BOTH),
    View("theo-nganh", r"huong-dan-.+/", BOTH),
    View("cong-cu", r"cong-cu-ro-.+/", BOTH),
    View("tu-danh-gia", r"cong-cu-tu-.+/", BOTH),
    View("tieng-anh", r"six-steps/", BOTH),
    View("mot-nhan", r"chu-de/[^/]+/", BOTH),
    View("phat-thanh", r"phat-thanh/", BOTH),
    View("bai-phat-thanh", r"phat-thanh/.+/", BOTH),
    View("truyen-hinh", r"truyen-hinh/", BOTH),
    View("phong-su", r"truyen-hinh/.+/", BOTH),
    View("bao-chi", r"bao-chi/", BOTH),
    View("bai-bao", r"bao-chi/.+/", BOTH),
    View("bang-ron", r"bang-ron/", BOTH),
    View("mot-bang-ron", r"bang-ron/.+/", BOTH),
    View("pano", r"pano/", BOTH),
    View("mot-pano", r"pano/.+/", BOTH),
    View("lich", r"lich/", BOTH),
    View("lich-nam", r"lich/\d+/", BOTH),
    View("lich-quy-mot-loai", r"lich/\d+/quy-\d/", BOTH, "#phat-thanh"),
    View("lich-quy", r"lich/\d+/quy-\d/", BOTH),
    View("ke-hoach", r"ke-hoach/", BOTH),
    View("mot-ke-hoach", r"ke-hoach/.+/", BOTH),
    View("don-vi", r"don-vi/", BOTH),
    View("mot-don-vi", r"don-vi/.+/", BOTH),
    View("theo-doi", r"theo-doi/", BOTH),
    View("ve-trang-nay", r"ve-trang-nay/", BOTH),
    View("lien-he", r"ho-tro-va-lien-he/", BOTH),
    View("tim-kiem", r"tim-kiem/", BOTH),
    View("khong-tim-thay", r"404\.html", BOTH),
)


def main() -> int:
    """Make all pictures; say what was made and what went wrong."""
    from papers import calendar_looks, handoff_looks, print_looks
    from samples import samples

    options = _options()
    if options.desk:
        return _tell(list(_desk_looks(options.desk)))
    if options.readme:
        return _tell(list(_readme_looks(options.site, options.readme)))
    options.out.mkdir(parents=True, exist_ok=True)
    problems: list[str] = []
    if options.site.is_dir():
        problems = list(_site_looks(options.site, options.out))
        for picture in calendar_looks(options.site, options.out):
            print(picture)
    for folder in (options.print, samples(options.out / "khuon")):
        for picture in print_looks(folder, options.out):
            print(picture)
    for picture in handoff_looks(options.handoff, options.out):
        print(picture)
    return _tell(problems)


def _tell(problems: list[str]) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("dist/public"))
    parser.add_argument("--print", type=Path, default=Path("dist/print"))
    parser.add_argument("--handoff", type=Path, default=Path("dist/handoff"))
    parser.add_argument("--out", type=Path, default=Path("build/looks"))
    parser.add_argument("--readme", type=Path, help="where the pictures of README.md go")
    parser.add_argument("--desk", type=Path, help="where the pictures of the handbook go")
    return parser.parse_args()


def addresses(site: Path) -> list[str]:
    """All pages of a folder as addresses relative to its root, sorted; none that only leads on."""
    pages = (
        path for path in site.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()
    )
    found = (path.relative_to(site).as_posix() for path in pages)
    return sorted(re.sub(r"(^|/)index\.html$", r"\1", address) for address in found)


def choose(pages: list[str]) -> list[tuple[View, str]]:
    """Pick for each view the first page that it matches."""
    chosen = ((view, next(_matching(view, pages), None)) for view in VIEWS)
    return [(view, page + view.part) for view, page in chosen if page is not None]


def _matching(view: View, pages: list[str]) -> Iterator[str]:
    return (page for page in pages if re.fullmatch(view.address, page))


def _site_looks(site: Path, out: Path) -> Iterator[str]:
    with _opened(site) as (browser, root):
        for view, address in choose(addresses(site)):
            for scheme in view.schemes:
                for width in WIDTHS:
                    target = out / f"{_stem(view, scheme)}-{width}.png"
                    yield from look(browser, root, address, scheme, width, target)
                    print(target)


def _readme_looks(site: Path, out: Path) -> Iterator[str]:
    """The first screen of the pages that README.md shows, small enough to be kept with it."""
    from PIL import Image

    out.mkdir(parents=True, exist_ok=True)
    with _opened(site) as (browser, root), tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "shot.png"
        for view, address in choose(addresses(site)):
            for width in WIDTHS if view.name in README else ():
                yield from look(browser, root, address, "light", width, shot, whole=False)
                target = out / f"{view.name}-{width}.webp"
                with Image.open(shot) as picture:
                    picture.save(target, "WEBP", quality=QUALITY, method=6)
                print(target)


def _desk_looks(out: Path) -> Iterator[str]:
    """What was wrong with a screen of the desk while it loaded."""
    from desk_looks import desk_looks
    from office_looks import signed_in
    from playwright.sync_api import sync_playwright

    problems: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))

        def take(start: str, address: str, width: int, target: Path, name: str) -> None:
            root = start.partition("/mo/")[0]
            page = browser.new_page(viewport={"width": width, "height": 900}, locale="vi-VN")
            problems.extend(_watch(page, root, address))
            page.goto(start)
            if name:
                signed_in(page.fill, page.click, name)
                page.locator(".account").wait_for()
            page.goto(root + address, wait_until="networkidle")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=target)
            page.close()

        for picture in desk_looks(Path.cwd(), out, take):
            print(picture)
        browser.close()
    yield from problems


def program() -> str | None:
    """Chromium: the one without windows, which takes half of the time, where it is installed."""
    return shutil.which("chromium-headless-shell") or shutil.which("chromium")


@contextmanager
def _opened(site: Path) -> Iterator[tuple["Browser", str]]:
    """A browser, and the address at which the site is served."""
    from playwright.sync_api import sync_playwright

    with running(site_server(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(FLAGS))
        yield browser, address
        browser.close()


def _stem(view: View, scheme: str) -> str:
    return view.name if scheme == "light" else f"{view.name}-toi"


def look(  # noqa: PLR0913, PLR0917 - what to open, how, and where to put the picture
    browser: "Browser",
    root: str,
    address: str,
    scheme: str,
    width: int,
    target: Path,
    *,
    whole: bool = True,
) -> list[str]:
    """Write one picture of the whole page or first screen; give what was wrong while it loaded."""
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
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=target, full_page=whole)
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


if __name__ == "__main__":
    sys.exit(main())
