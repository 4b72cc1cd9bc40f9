"""A page in its frame is, letter by letter, what MkDocs makes of it; Zensical shows the same.

All pages, settings and own HTML are test data.
"""

import html
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urljoin

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import normalize_url

from generator.app.build import build
from generator.app.export import export
from generator.app.scope import Scope
from generator.cli.world import world
from generator.model.addresses import way
from generator.model.artifact import page_artifact
from generator.model.site import ColourScheme, OwnHtml, Site, SiteFile, ThemeSettings, Toggle
from generator.model.webpage import Webpage, plain
from generator.outputs.site.builder_settings import mkdocs_yml
from generator.outputs.site.frame import Frame
from generator.outputs.site.look import theme
from generator.outputs.site.navigation import NavEntry
from generator.ports import SILENT
from generator.vietnamese.dates import HANOI

ROOT = Path(__file__).parents[3]
JUNE = datetime(2021, 6, 1, tzinfo=HANOI)
Contents = Callable[[Path], dict[str, bytes]]
_ADDRESS = re.compile(r"\s(?:href|src|action|poster|data-find)=\"([^\"]*)\"")
_UNSEEN = re.compile(r"<(script|style|svg|head)\b.*?</\1>|<[^>]+>", re.DOTALL)

ARTICLE = """\
---
id: {name}
medium: article
title: {title}
summary: Dữ liệu thử, 5 < 6 & “hai”
{more}status: approved
approved_by: Người thử
approved_on: 1/4/2021
---

## Một “mục” thử, 5 < 6

Lời & chữ thử. [Trang đầu](index.md)
"""
RADIO = """\
  - id: phat-thanh-thu
    title: Phát thanh thử
    medium: radio
    quarters: [II]
    source: https://thu.example.org/ke-hoach
    slots:
      - {id: phat-thanh-1, at: "12/5/2021 06:30", basis: proposed}
"""
SETTINGS = """\
copyright: © Người thử & bạn
extra_css: [assets/theme/own.css]
extra_javascript: [assets/theme/own.js]
theme:
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: "Đổi “nền” <tối>"}}
    - {scheme: slate, media: "(prefers-color-scheme: dark)"}
extra:
  responsible: {role: Cơ quan < thử >, name: Sở & Thử, address: Số 1}
  feeds: [{title: "Tin & mới", url: rss.xml}]
  calendars: [{title: Lịch, url: lich/lich.ics}]
"""


def lay(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def furnished(root: Path) -> None:
    """All that an owner may say of the frame, a page in the foot, an English one, two media."""
    said = (root / "mkdocs.yml").read_text("utf-8").partition("\ndocs_dir")[0]
    own = "<p>${title} của ${site_name} “{x}” \\n <a href='${root}lich/'>lịch</a></p>\n"
    about = ARTICLE.format(name="ve-trang", title="“Về” & trang", more="menu: about\n")
    english = ARTICLE.format(
        name="in-english", title="A “page” & more", more="lang: en\nmenu: language\n"
    )
    slots = {f"assets/theme/{name}.html": own for name in ("top", "before", "after", "foot")}
    head = '<meta name="thu" content="${page_url}">\n'
    styles = {"own.css": ".x { color: inherit }\n", "own.js": "document.title;\n"}
    lay(root, {"mkdocs.yml": f"{said}\n{SETTINGS}", **slots, "assets/theme/head.html": head})
    lay(root, {f"assets/theme/{name}": text for name, text in styles.items()})
    plan = (root / "campaigns/thu/plan.yml").read_text("utf-8")
    lay(root, {"campaigns/thu/plan.yml": plan + RADIO})
    lay(root, {"content/ve-trang.md": about, "content/in-english.md": english})


@pytest.fixture(scope="module", params=["as it comes", "furnished"])
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that is built, and exported from that."""
    root = tmp_path_factory.mktemp("frame") / "tiny"
    shutil.copytree(ROOT / "tests/examples/tiny", root)
    if request.param == "furnished":
        furnished(root)
    done = build(world(root), Scope(), JUNE, SILENT)
    assert done.blocking == []

    def write(path: str, data: bytes) -> None:
        place = root / "build/export" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    assert export(world(root), JUNE, SILENT, write).blocking == []
    return root


def made(folder: Path, *builder: str) -> Path:
    """The site that a builder makes of an exported folder."""
    command = (sys.executable, "-m", *builder, "build", "-f", "mkdocs.yml")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_mkdocs_makes_the_same_bytes(workspace: Path, contents: Contents) -> None:
    site, ours = (
        contents(made(workspace / "build/export", "mkdocs")),
        contents(workspace / "dist/public"),
    )
    assert site.keys() - ours.keys() == {"sitemap.xml.gz"}  # packed by MkDocs beside the other one
    del site["sitemap.xml.gz"]
    assert {path for path in ours if site.get(path) != ours[path]} == set()


def pages(site: Path) -> dict[str, tuple[str, list[str]]]:
    """Of each page its words, and every address that a reader or a browser follows from it."""
    found = {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")
    }
    return {path: (words(text), led(path, text)) for path, text in found.items()}


def led(path: str, page: str) -> list[str]:
    folder = f"https://example.org/{path.removesuffix('index.html')}"
    named = (html.unescape(value) for value in _ADDRESS.findall(page))
    return [urljoin(folder, address) for address in named]


def words(page: str) -> str:
    return " ".join(html.unescape(_UNSEEN.sub(" ", page)).split())


def addresses(site: Path) -> set[str]:
    sitemap = html.unescape((site / "sitemap.xml").read_text("utf-8"))
    return set(re.findall(r"<loc>(.*?)</loc>", sitemap))


def test_zensical_makes_the_same_pages(workspace: Path) -> None:
    if find_spec("zensical") is None:
        pytest.skip("Zensical is not installed: pip install '.[successor]'")
    site, ours = made(workspace / "build/export", "zensical"), workspace / "dist/public"
    assert pages(site) == pages(ours)
    assert addresses(site) == addresses(ours)


HOSTILE = """<b>"x"</b> & 'y' {{ z }} {% u %} \\n \u2028 \x85 \ufeff 𝄞"""
NAV: Sequence[NavEntry] = [
    {"Trang chủ": "index.md"},
    {f"Mục {HOSTILE}": "muc/index.md"},
    {"Về trang": [{"Giới <thiệu>": "gioi-thieu/index.md"}]},
]
PIECE = {
    "template": "piece.html",
    "title": HOSTILE,
    "kicker": "<i>k</i>",
    "lead": "<i>l</i>",
    "facts": [{"label": "<i>f</i>", "value": "<i>v</i>"}],
    "breadcrumbs": [{"title": "<i>c</i>", "url": "."}],
    "section": [{"title": "<i>s</i>", "url": ".", "current": True}],
    "section_title": "<i>t</i>",
    "corrections": [{"date": "2021-05-14", "day": "14/5/2021", "text": "<i>d</i>"}],
    "downloads": [{"title": "<i>o</i>", "url": '"><i>', "note": "<i>n</i>"}],
    "picture": {"url": "a.png", "alt": '"><i>', "width": 1, "height": 1, "caption": "<i>p</i>"},
    "previous": {"title": "<i>x</i>", "url": "muc/"},
    "revised": "2021-05-12",
}
PAGES = [
    Webpage("index.md", {"template": "home.html", "title": "Trang"}, "<p>Lời &amp; chữ.</p>"),
    Webpage("muc/index.md", {"template": "listing.html", "title": "M"}, "<p>Một</p>\n<p>hai</p>"),
    Webpage("muc-hai/index.md", {"template": "listing.html", "title": "M2"}, "<p>x</p>"),
    Webpage("muc/bai/index.md", PIECE, f"<h2 id='x'>y</h2>\n<pre>{html.escape(HOSTILE)}</pre>"),
    Webpage("gioi-thieu/index.md", {"template": "piece.html", "title": "Tên khác"}, "<p>x</p>"),
    Webpage(
        "huy/index.md",
        {"template": "piece.html", "title": "Hủy", "robots": "noindex", "lang": "en"},
        "<p>x</p>",
    ),
]
OWN = OwnHtml("assets/theme/foot.html", "<p>${title} {{ x }}</p>")
TOGGLE = Toggle(icon="material/weather-night", name='<b>"')
ADDRESSES = ("//khác.example.org/a.css", "data:text/css,a", "#a", "?a", "a b/", "a//b/./c.css")
SITES = {
    "plain": Site("Thử", "https://example.org/", file=SiteFile()),
    "below a path": Site(f"Thử {HOSTILE}", "https://example.org/một/thu/", description=HOSTILE),
    "furnished": Site(
        "Thử",
        "https://example.org/thu/",
        file=SiteFile(
            copyright="© <b>",
            theme=ThemeSettings(palette=(ColourScheme(scheme="slate", toggle=TOGGLE),)),
            extra_css=("assets/theme/a.css", "/b.css", "https://example.org/c.css", *ADDRESSES),
            extra_javascript=("assets/theme/a.js", "assets/theme/b.mjs"),
        ),
        html={"foot": OWN},
    ),
}


def framed(site: Site) -> dict[str, bytes]:
    """What lies in the site of the pages, but for files that pages load."""
    frame = Frame(site, NAV)
    artifacts = [*map(frame.around, map(page_artifact, PAGES)), *frame.beside(PAGES)]
    return {artifact.path: artifact.bytes() for artifact in artifacts}


@pytest.mark.parametrize("name", SITES)
def test_so_it_does_whatever_pages_and_settings_say(
    name: str, tmp_path: Path, contents: Contents
) -> None:
    site = SITES[name]
    lay(tmp_path, {f"docs/{page.path}": page.text for page in PAGES})
    lay(tmp_path, {f"theme/{path}": data.decode() for path, data in theme(site.html).items()})
    lay(tmp_path, {"mkdocs.yml": mkdocs_yml(site, NAV)})
    theirs = contents(made(tmp_path, "mkdocs"))
    assert framed(site) == {path: theirs.get(path) for path in framed(site)}
    assert {path for path in theirs if path.endswith(".html")} <= framed(site).keys()


def test_what_authors_write_is_escaped() -> None:
    page = framed(SITES["below a path"])["muc/bai/index.html"].decode()
    assert "<i>" not in page
    assert "<b>" not in page
    assert page.count("<h1") == 1


def test_the_sitemap_dates_revisions_and_leaves_out_what_must_not_be_found() -> None:
    sitemap = framed(SITES["plain"])["sitemap.xml"].decode()
    assert re.sub(r">\n+<", "><", sitemap).replace("?><", "?>\n<") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>https://example.org/</loc></url>"
        "<url><loc>https://example.org/gioi-thieu/</loc></url>"
        "<url><loc>https://example.org/muc/</loc></url>"
        "<url><loc>https://example.org/muc/bai/</loc><lastmod>2021-05-12</lastmod></url>"
        "<url><loc>https://example.org/muc-hai/</loc></url>"
        "</urlset>"
    )


def test_the_order_of_pages_changes_nothing() -> None:
    frame = Frame(SITES["plain"], NAV)
    there, back = frame.beside(PAGES), frame.beside(PAGES[::-1])
    assert [(a.digest, a.bytes()) for a in there] == [(a.digest, a.bytes()) for a in back]


def test_a_page_is_made_again_when_what_it_is_made_from_has_changed() -> None:
    """Words, navigation, mkdocs.yml and own HTML; and for nothing else."""

    def digests(site: Site, nav: Sequence[NavEntry], page: Webpage) -> str:
        return Frame(site, nav).around(page_artifact(page)).digest

    site, page = SITES["plain"], PAGES[1]
    first = digests(site, NAV, page)
    assert first == digests(SITES["plain"], [*NAV], Webpage(page.path, dict(page.meta), page.body))
    others = {
        digests(site, NAV, Webpage(page.path, page.meta, "<p>khác</p>")),
        digests(site, NAV, Webpage(page.path, {**page.meta, "title": "khác"}, page.body)),
        digests(site, NAV[:2], page),
        *(digests(other, NAV, page) for name, other in SITES.items() if name != "plain"),
    }
    assert len(others | {first}) == 6


PART = st.sampled_from(["a", "b", "ab", ".", "", "a b", "đ"])
ADDRESS = st.lists(PART, max_size=5).map("/".join)
PAGE_URL = st.lists(st.sampled_from(["a", "b", "ab", "đ"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


class Place:
    """As much of MkDocs's page as its filter asks for."""

    def __init__(self, url: str) -> None:
        self.url = url


@given(path=ADDRESS.filter(lambda path: path and not path.startswith("/")), page=PAGE_URL)
def test_the_way_to_an_address_is_that_of_mkdocs(path: str, page: str) -> None:
    assert way(path, page) == normalize_url(path, Place(page))  # type: ignore[arg-type] # asks for the address alone


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(VALUES)
def test_front_matter_is_read_as_it_was_meant(value: object) -> None:
    written = plain(value)
    assert "\n" not in written
    assert yaml.safe_load(f"key: {written}\n") == {"key": value}
