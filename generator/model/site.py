"""What the workspace says of its website: `mkdocs.yml`, and HTML of its own in `assets/theme/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.fields import Code, SiteAddress, SiteLink, Text
from generator.model.record import Record
from generator.model.settings import Settings

SITE_FILE = "mkdocs.yml"
OWN_THEME = "assets/theme/"

HTML_SLOTS = ("head", "top", "before", "after", "foot")
"""Where own HTML is shown: at the end of a page's head; above its header; above and below its text;
in its foot. `head` is `assets/theme/head.html`."""

HTML_VALUES = (
    "site_name",
    "site_url",
    "site_description",
    "responsible",
    "title",
    "page_url",
    "root",
)
"""What own HTML may name as `${title}`: plain texts of the site and of the page, and the way from
the page to the home page (`root`, as in `${root}lich/`)."""

Icon = Literal[
    "material/brightness-auto",
    "material/brightness-4",
    "material/brightness-7",
    "material/lightbulb",
    "material/lightbulb-outline",
    "material/toggle-switch",
    "material/toggle-switch-off-outline",
    "material/weather-night",
    "material/weather-sunny",
]
Warn = Literal["warn"]


class Toggle(Record):
    """Button: the button that changes to the next colour scheme."""

    icon: Icon
    """Sign: the sign on the button.
    Example: material/weather-sunny
    Effect: at the head of every page."""
    name: Text
    """Name: what the button does.
    Example: Đổi sang nền tối
    Effect: screen readers say it."""


class ColourScheme(Record):
    """Colour scheme: day, night, or what the reader's machine prefers."""

    scheme: Literal["auto", "default", "slate"]
    """Scheme: as the machine has it (auto), day (default) or night (slate).
    Example: auto
    Effect: which colours of the brand are ground and text."""
    media: (
        Literal[
            "(prefers-color-scheme)",
            "(prefers-color-scheme: light)",
            "(prefers-color-scheme: dark)",
        ]
        | None
    ) = None
    """Preference: for which preference of the machine it is chosen by itself.
    Example: "(prefers-color-scheme: dark)"
    Effect: chosen for readers who have not pressed the button."""
    toggle: Toggle | None = None
    """Button: the button that changes to the next scheme.
    Effect: at the head of every page."""


class ThemeSettings(Record):
    """Theme: only palette is the owner's; whatever else may stand here is fixed."""

    name: Literal["material"] = "material"
    """Name: fixed.
    Effect: none; it may be left out."""
    custom_dir: Literal["build/theme"] = "build/theme"
    """Folder of templates: fixed.
    Effect: none; it may be left out."""
    language: Literal["vi"] = "vi"
    """Language: fixed.
    Effect: none; it may be left out."""
    font: Literal["false"] = "false"
    """Typefaces of others: fixed.
    Effect: none; it may be left out."""
    favicon: Literal["assets/favicon.svg"] = "assets/favicon.svg"
    """Sign of the site: fixed.
    Effect: none; it may be left out."""
    palette: tuple[ColourScheme, ...] = ()
    """Colour schemes: day, night, and what the reader's machine prefers.
    Effect: the button at the head of every page goes through them in this order."""


class NavigationValidation(Record):
    """Validation of the navigation: fixed, since the engine decides what is in it."""

    omitted_files: Literal["ignore"] = "ignore"
    """Pages left out: fixed.
    Effect: none; it may be left out."""
    not_found: Warn = "warn"
    """Pages that are not there: fixed.
    Effect: none; it may be left out."""
    absolute_links: Warn = "warn"
    """Absolute links: fixed.
    Effect: none; it may be left out."""


class LinkValidation(Record):
    """Validation of links: fixed, since every link that leads nowhere is told."""

    not_found: Warn = "warn"
    """Pages that are not there: fixed.
    Effect: none; it may be left out."""
    absolute_links: Warn = "warn"
    """Absolute links: fixed.
    Effect: none; it may be left out."""
    unrecognized_links: Warn = "warn"
    """Links of no known kind: fixed.
    Effect: none; it may be left out."""
    anchors: Warn = "warn"
    """Anchors: fixed.
    Effect: none; it may be left out."""


class Validation(Record):
    """Validation: what MkDocs tells of; fixed."""

    nav: NavigationValidation = NavigationValidation()
    """Navigation: fixed.
    Effect: none; it may be left out."""
    links: LinkValidation = LinkValidation()
    """Links: fixed.
    Effect: none; it may be left out."""


class Responsible(Record):
    """Responsible: who answers for the site, as its foot shows it."""

    name: Text
    """Name: the name of the body.
    Example: Sở Công Thương
    Effect: in the foot of every page, and as the publisher in feeds."""
    role: Text = ""
    """Role: what the body does, before its name.
    Example: Cơ quan chủ trì
    Effect: in the foot of every page."""
    address: Text = ""
    """Address: where its office is.
    Example: Số 1 đường Ví Dụ
    Effect: in the foot of every page."""


class FootLink(Record):
    """Link: a link in the foot of every page."""

    title: Text
    """Title: the words of the link.
    Example: Tin mới
    Effect: in the foot of every page."""
    url: SiteLink
    """Address: where it leads, on this site or elsewhere.
    Example: rss.xml
    Effect: in the foot of every page."""


class Extra(Record):
    """Further settings: the foot of every page, and all that only the engine reads."""

    generator: Literal["false"] = "false"
    """Note of the maker: fixed.
    Effect: none; it may be left out."""
    responsible: Responsible | None = None
    """Responsible: who answers for the site.
    Effect: in the foot of every page, and as the publisher in feeds and for search engines."""
    feeds: tuple[FootLink, ...] = ()
    """Feeds: links to feeds.
    Effect: in the foot of every page, and announced to feed readers."""
    calendars: tuple[FootLink, ...] = ()
    """Calendars: links to calendars.
    Effect: in the foot of every page."""
    loa: Settings = Settings()
    """Settings of loa: what only loa reads.
    Effect: feeds, podcast, security.txt, tone marks."""


class SiteFile(Record):
    """Site: what mkdocs.yml may say of the site.

    docs_dir, site_dir, use_directory_urls and validation are the engine's: they may stand there
    with the
    values that it sets, so that other programs can read the file too.
    """

    site_name: Text = ""
    """Name of the site: what the site is called.
    Example: Sản xuất sạch hơn
    Effect: at the head of every page, in feeds, calendars and print."""
    site_url: SiteAddress = ""
    """Address of the site: the whole address under which it lies.
    Example: https://example.org/
    Effect: links of feeds, calendars and codes in print lead there; print is stamped BẢN XEM while
    it is an example."""
    site_description: Text = ""
    """Description: one or two sentences about the site.
    Example: Sản xuất sạch hơn là gì, làm từ đâu.
    Effect: for search engines, shared links and the feed of all."""
    copyright: Text = ""
    """Copyright: a line about rights.
    Example: Ghi rõ nguồn khi đăng lại
    Effect: in the foot of every page."""
    docs_dir: Literal["build/docs"] = "build/docs"
    """Folder of pages: fixed.
    Effect: none; it may be left out."""
    site_dir: Literal["dist/public"] = "dist/public"
    """Folder of results: fixed.
    Effect: none; it may be left out."""
    use_directory_urls: Literal["true"] = "true"
    """Form of addresses: fixed.
    Effect: none; it may be left out."""
    theme: ThemeSettings = ThemeSettings()
    """Theme: how pages look.
    Effect: day and night; colours are those of assets/brand.yml."""
    validation: Validation = Validation()
    """Validation: fixed.
    Effect: none; it may be left out."""
    extra_css: tuple[Code, ...] = ()
    """Own styles: CSS files in assets/theme/.
    Example: [assets/theme/rieng.css]
    Effect: loaded by every page, after loa's own."""
    extra_javascript: tuple[Code, ...] = ()
    """Own scripts: JavaScript files in assets/theme/.
    Example: [assets/theme/rieng.js]
    Effect: loaded by every page."""
    extra: Extra = Extra()
    """Further settings: the foot of every page, and what only loa reads.
    Effect: foot of pages, feeds, podcast, security.txt."""


@dataclass(frozen=True, slots=True)
class OwnHtml:
    """Own HTML for a slot: the file, and its text as saved, with line ends as LF."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Site:
    """The name of the site and its absolute address, ending in a slash.

    `publisher` is who answers for it; `file` is all that `mkdocs.yml` says, `html` its own HTML by
    the name of the slot that it fills.
    """

    name: str = ""
    url: str = ""
    description: str = ""
    publisher: str = ""
    settings: Settings = field(default_factory=Settings)
    file: SiteFile = field(default_factory=SiteFile)
    html: Mapping[str, OwnHtml] = field(default_factory=dict)
