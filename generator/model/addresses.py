"""The one place that knows where a result lies and what its address is.

Pages are named by their Markdown file in the staged site (`lich/2021/quy-2.md`); `url` turns that
into what a browser asks for (`lich/2021/quy-2/`). Both are relative to the root of the site.
"""

import posixpath

from generator.model.sizes import Size
from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.quarter import Quarter

HOME = "index.md"
CALENDAR = "lich/index.md"
CALENDAR_FILE = "lich/lich.ics"
CAMPAIGNS = "ke-hoach/index.md"
FEED = "rss.xml"
FEEDS = "theo-doi.md"
NOT_FOUND = "404.html"


def page(medium: Medium, piece: Piece) -> str:
    """The page of a piece."""
    return posixpath.join(medium.section, f"{piece.address}.md")


def section(medium: Medium, number: int = 1) -> str:
    """The listing of a medium; listings are split into pages numbered from 1."""
    return f"{medium.section}/index.md" if number == 1 else f"{medium.section}/trang-{number}.md"


def feed(medium: Medium) -> str:
    """The feed of a medium."""
    return f"{medium.section}/rss.xml"


def quarter(of: Quarter) -> str:
    """The calendar of a quarter."""
    return f"lich/{of.year}/quy-{of.number}.md"


def campaign(identity: str) -> str:
    """The page of a campaign."""
    return f"ke-hoach/{identity}.md"


def picture(path: str) -> str:
    """A picture of `assets/` on the site."""
    return f"tep/{path.removeprefix('assets/')}"


def proof(medium: Medium, piece: Piece) -> str:
    """The picture of an artwork on the site."""
    return f"{medium.section}/ma-ket/{piece.address}.png"


def download(medium: Medium, piece: Piece, size: Size) -> str:
    """The artwork of a piece for everybody who wants to print it."""
    return f"{medium.section}/ma-ket/{piece.address}-{size.slug}.pdf"


def print_file(campaign_id: str, piece: Piece, size: Size, ending: str) -> str:
    """The artwork for the print shop, below `dist/`."""
    return f"print/{campaign_id}/{piece.address}-{size.slug}.{ending}"


def url(name: str) -> str:
    """The address of a page or file, relative to the root of the site."""
    if not name.endswith(".md"):
        return name
    folder, last = posixpath.split(name.removesuffix(".md"))
    return (
        f"{folder}/"
        if last == "index" and folder
        else ""
        if last == "index"
        else f"{folder}/{last}/".lstrip("/")
    )


def relative(target: str, source: str) -> str:
    """The address of a page or file as a link from the page `source` to it."""
    start = url(source) or "."
    path = posixpath.relpath(url(target) or ".", start)
    return f"{path}/" if url(target).endswith("/") or not url(target) else path
