"""The one place that knows where a result lies and what its address is.

Pages are named by their file in the staged site (`lich/2021/quy-2/index.md`), each in a folder of
its own, so that a link in it means the same to every builder; `url` turns that into what a browser
asks for (`lich/2021/quy-2/`). Both are relative to the root of the site.
"""

import posixpath
from functools import lru_cache
from urllib.parse import quote

from generator.model.medium import Medium
from generator.model.piece import Piece
from generator.model.quarter import Quarter
from generator.model.sizes import Size
from generator.model.undertaking import Undertaking

PAGE = "index.md"
HOME = PAGE
CALENDAR = "lich/index.md"
CALENDAR_FILE = "lich/lich.ics"
CAMPAIGNS = "ke-hoach/index.md"
FEED = "rss.xml"
ATOM = "atom.xml"
JSON_FEED = "feed.json"
CHANGES = "lich/rss.xml"
FEEDS = "theo-doi/index.md"
OPML = "nguon-tin.opml"
NOT_FOUND = "404.html"
SHEET = "phieu.pdf"
GUIDE = "cam-nang/index.md"
PARTNERS = "don-vi/index.md"
SEARCH = "tim-kiem/index.md"
SEARCH_IN_ENGLISH = "search/index.md"
SEARCH_INDEX = "assets/search"
BRAND_STYLE = "assets/brand.css"
PARTS_STYLE = "assets/lich.css"
EMBLEM = "assets/emblem.svg"
ICON = "assets/favicon.svg"
DRAWINGS = "assets/drawings.svg"
ROBOTS, SECURITY = "robots.txt", ".well-known/security.txt"
MANIFEST = "site.webmanifest"
HEADERS, REDIRECTS = "_headers", "_redirects"
FOLDERS = frozenset(
    {"assets", "cam-nang", "chu-de", "don-vi", "handoff", "ke-hoach", "lich", "luu-tru", "search"}
    | {"servers", "tep", "theo-doi", "tim-kiem"}
)
"""The folders at the top of the site in which it keeps what it makes by itself."""
FORMER_ADDRESSES = tuple((f"luu-tru/*/{name}", name) for name in (ATOM, FEED, JSON_FEED))
"""Former addresses of files and where they lead now; * stands for one folder, the same in both."""
NGINX, APACHE = "servers/nginx.conf", "servers/apache.conf"


def page(medium: Medium, piece: Piece) -> str:
    """The page of a piece."""
    own = piece.address if piece.address != "index" else ""
    return posixpath.join(medium.section, own, PAGE)


def section(medium: Medium, number: int = 0) -> str:
    """The listing of a medium; 0 is its first page, the others are numbered from the oldest."""
    return _part(medium.section, number)


def label(slug: str, number: int = 0) -> str:
    """The listing of a label, an industry or a topic; `slug` is its name in an address."""
    return _part(f"chu-de/{slug}", number)


def partner(identity: str) -> str:
    """The page of a partner."""
    return f"don-vi/{identity}/{PAGE}"


def redirect(alias: str) -> str:
    """The file that answers at a former address: the address itself, or the page in its folder."""
    return alias if alias.endswith((".html", ".htm")) else f"{alias}/index.html"


def feed(folder: str, name: str = FEED) -> str:
    """A feed of a folder of the site; `name` says its form: `rss.xml`, `atom.xml`, `feed.json`."""
    return posixpath.join(folder, name)


def campaign_feed(identity: str) -> str:
    """The feed of a campaign, beside its page."""
    return feed(f"ke-hoach/{identity}")


def partner_feed(identity: str) -> str:
    """The feed of what a partner publishes."""
    return feed(f"don-vi/{identity}")


def quarter_feed(of: Quarter) -> str:
    """The feed of a quarter, beside its page."""
    return feed(f"lich/{of.year}/quy-{of.number}")


def archive(name: str) -> str:
    """The folder of an archive of the feed of all news (`2021/thang-4`)."""
    return f"luu-tru/{name}"


def podcast(medium: Medium) -> str:
    """The podcast feed of a medium."""
    return f"{medium.section}/podcast.xml"


def cover(medium: Medium) -> str:
    """The square picture of a podcast."""
    return f"{medium.section}/podcast.png"


def recording(medium: Medium, piece: Piece, ending: str) -> str:
    """The recording of a piece, or its transcript, by the ending of the file."""
    return f"{medium.section}/nghe/{piece.address}{ending}"


def script_text(medium: Medium, piece: Piece) -> str:
    """The script of a piece as plain text."""
    return f"{medium.section}/kich-ban/{piece.address}.txt"


def office_file(medium: Medium, piece: Piece) -> str:
    """The Office file of a piece, for whoever wants to use it."""
    return f"{medium.section}/tep/{piece.address}{medium.file}"


def trainers_copy(piece: Piece) -> str:
    """A test with its answers, below `dist/`."""
    return f"handouts/{piece.address}-giang-vien.docx"


def quarter(of: Quarter) -> str:
    """The calendar of a quarter."""
    return f"lich/{of.year}/quy-{of.number}/{PAGE}"


def year(number: int) -> str:
    """The calendar of a year."""
    return f"lich/{number}/index.md"


def part_of_quarter(of: Quarter, part: str) -> str:
    """The former page of a part of a quarter, which is chosen on the quarter's own page now."""
    return redirect(f"lich/{of.year}/quy-{of.number}/{part}")


def wall_calendar(of: Quarter) -> str:
    """The calendar of a quarter to print on A3."""
    return f"lich/{of.year}/quy-{of.number}.pdf"


def workbook(of: Quarter) -> str:
    """The calendar of a quarter for spreadsheets."""
    return f"lich/{of.year}/quy-{of.number}.xlsx"


def medium_calendar(form: Medium | Undertaking) -> str:
    """The calendar file of a medium, or of a sort of what publishes nothing."""
    return f"lich/{form.section or form.name}.ics"


def partner_calendar(identity: str) -> str:
    """The calendar file of a partner."""
    return f"lich/don-vi/{identity}.ics"


def campaign_calendar(identity: str, of: Quarter) -> str:
    """The calendar file of a campaign's quarter."""
    return f"lich/{of.year}/quy-{of.number}/{identity}.ics"


def deadlines(partner: str, campaign_id: str) -> str:
    """A partner's deadlines, for its pack below `dist/`."""
    return f"handoff/{partner}/han-{campaign_id}.ics"


def handoff(partner: str, of: Quarter) -> str:
    """The folder below `dist/` of what a partner receives for a quarter."""
    return f"handoff/{partner}/{of.year}-quy-{of.number}"


def script(partner: str, of: Quarter, piece: Piece, ending: str) -> str:
    """A script for its station, below `dist/`, by the ending of the file."""
    return f"{handoff(partner, of)}/kich-ban/{piece.address}{ending}"


def copy(partner: str, of: Quarter, piece: Piece, ending: str) -> str:
    """A story for its newspaper, or what belongs to it, by the ending of the file."""
    return f"{handoff(partner, of)}/bai-bao/{piece.address}/{piece.address}{ending}"


def timetable(partner: str, of: Quarter) -> str:
    """A partner's timetable of a quarter for spreadsheets, below `dist/`."""
    return f"{handoff(partner, of)}/lich.xlsx"


def pack(partner: str, of: Quarter) -> str:
    """A partner's pack of a quarter, below `dist/`."""
    return f"handoff/{partner}/{partner}-{of.year}-quy-{of.number}.zip"


def campaign(identity: str) -> str:
    """The page of a campaign."""
    return f"ke-hoach/{identity}/{PAGE}"


def picture(path: str) -> str:
    """A picture of `assets/` on the site; what browsers do not show is there as JPEG."""
    name = f"tep/{path.removeprefix('assets/')}"
    return f"{name}.jpg" if path.casefold().endswith((".tif", ".tiff")) else name


def drawing(name: str) -> str:
    """A drawing of the package, as pages show it."""
    return f"assets/ve/{name}.svg"


def scaled_picture(path: str, width: int) -> str:
    """A picture of the site as WebP, `width` pixels wide."""
    name, ending = posixpath.splitext(path)
    return f"{name}-{ending[1:].casefold()}-{width}.webp"


def proof(medium: Medium, piece: Piece, side: int = 0) -> str:
    """The picture of an artwork on the site; of a sheet, that of a side."""
    return f"{medium.section}/ma-ket/{piece.address}{'-mat-2' * (side > 1)}.png"


def thumbnail(medium: Medium, piece: Piece) -> str:
    """The same picture, small, for galleries and cards."""
    return f"{medium.section}/ma-ket/{piece.address}-nho.webp"


def download(medium: Medium, piece: Piece, size: Size, side: int = 0) -> str:
    """The artwork of a piece for everybody who wants to print it; of a sheet, that of a side."""
    return f"{medium.section}/ma-ket/{piece.address}-{size.slug}{'-mat-2' * (side > 1)}.pdf"


def share(name: str = "trang") -> str:
    """The picture that goes with a link to a page that is shared; without a name that of the site.

    `name` is the section of a medium, the id of a campaign, or «bai/» and the id of a piece.
    """
    return f"assets/chia-se/{name}.png"


def device_icon(name: str) -> str:
    """The icon for phones, by its side in pixels or its use."""
    return f"assets/bieu-tuong-{name}.png"


def board(campaign_id: str = "") -> str:
    """The page of what was done of a plan, below `dist/`; without a plan that which lists them."""
    return posixpath.join("board", campaign_id, "index.html")


def print_file(campaign_id: str, name: str) -> str:
    """What the print shop receives, below `dist/`."""
    return f"print/{campaign_id}/{name}"


def url(name: str) -> str:
    """The address of a page or file, relative to the root of the site."""
    return name.removesuffix(PAGE) if is_page(name) else name


def is_page(name: str) -> bool:
    """Whether a staged file becomes a page."""
    return posixpath.basename(name) == PAGE


def _part(folder: str, number: int) -> str:
    """The first page of a listing has the folder's own address."""
    return f"{folder}/{PAGE}" if not number else f"{folder}/trang-{number}/{PAGE}"


def absolute(base: str, name: str) -> str:
    """The whole address of a page or file, as a URI; `base` is that of the site."""
    return base + quote(url(name))


def relative(target: str, source: str) -> str:
    """The address of a page or file as a link from the page `source` to it."""
    return way(url(target) or "./", url(source))


def way(target: str, source: str) -> str:
    """The way from one address of the site to another; a slash at its end stays."""
    there, here = _folders(target), _folders(source)
    common = len(posixpath.commonprefix([there, here]))
    path = "/".join([".."] * (len(here) - common) + there[common:]) or "."
    return f"{path}/" if target.endswith("/") else path


@lru_cache(4096)
def _folders(address: str) -> list[str]:
    return [part for part in posixpath.normpath(f"/{address}").split("/") if part]
