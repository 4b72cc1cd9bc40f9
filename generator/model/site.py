"""What the workspace says of its website: `mkdocs.yml`, and HTML of its own in `assets/theme/`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.model.fields import SiteAddress, SiteLink, Text
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
    """The button that changes to the next colour scheme; `name` is read out."""

    icon: Icon
    name: Text


class ColourScheme(Record):
    """Day, night, or what the reader's machine prefers (`media`)."""

    scheme: Literal["auto", "default", "slate"]
    media: (
        Literal[
            "(prefers-color-scheme)",
            "(prefers-color-scheme: light)",
            "(prefers-color-scheme: dark)",
        ]
        | None
    ) = None
    toggle: Toggle | None = None


class ThemeSettings(Record):
    """Only `palette` is the owner's; what else may stand here is what the engine sets anyway."""

    name: Literal["material"] = "material"
    custom_dir: Literal["build/theme"] = "build/theme"
    language: Literal["vi"] = "vi"
    font: Literal["false"] = "false"
    favicon: Literal["assets/favicon.svg"] = "assets/favicon.svg"
    palette: tuple[ColourScheme, ...] = ()


class NavigationValidation(Record):
    """Fixed: the engine decides what is in the navigation."""

    omitted_files: Literal["ignore"] = "ignore"
    not_found: Warn = "warn"
    absolute_links: Warn = "warn"


class LinkValidation(Record):
    """Fixed: every link that leads nowhere is told."""

    not_found: Warn = "warn"
    absolute_links: Warn = "warn"
    unrecognized_links: Warn = "warn"
    anchors: Warn = "warn"


class Validation(Record):
    """What MkDocs tells of; fixed."""

    nav: NavigationValidation = NavigationValidation()
    links: LinkValidation = LinkValidation()


class Responsible(Record):
    """Who answers for the site, as its foot shows it."""

    name: Text
    role: Text = ""
    address: Text = ""


class FootLink(Record):
    """A link in the foot of every page."""

    title: Text
    url: SiteLink


class Extra(Record):
    """`extra:`: what is shown in the foot of every page, and all that only the engine reads."""

    generator: Literal["false"] = "false"
    responsible: Responsible | None = None
    feeds: tuple[FootLink, ...] = ()
    calendars: tuple[FootLink, ...] = ()
    loa: Settings = Settings()


class SiteFile(Record):
    """`mkdocs.yml`: these keys and no others.

    `docs_dir`, `site_dir`, `use_directory_urls` and `validation` are the engine's: they may stand
    there with the values that it sets, so that other programs can read the file too.
    """

    site_name: Text = ""
    site_url: SiteAddress = ""
    site_description: Text = ""
    copyright: Text = ""
    docs_dir: Literal["build/docs"] = "build/docs"
    site_dir: Literal["dist/public"] = "dist/public"
    use_directory_urls: Literal["true"] = "true"
    theme: ThemeSettings = ThemeSettings()
    validation: Validation = Validation()
    extra_css: tuple[Text, ...] = ()
    extra_javascript: tuple[Text, ...] = ()
    extra: Extra = Extra()


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
