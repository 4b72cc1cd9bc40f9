"""What templates and other site builders are told of the site, out of what mkdocs.yml may say."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.site import ColourScheme, Site
from generator.model.webpage import plain
from generator.outputs.site.navigation import NavEntry
from generator.source.mkdocs_yml import EXCLUDED_FILES, EXTENSIONS

Settings = Mapping[str, Any]
"""Settings of MkDocs by their names, all of them plain values."""

MKDOCS_HEAD = """\
# Made by loa export: the site as it is staged here, for mkdocs build or zensical build.
docs_dir: docs
site_dir: site
"""


def settings_of(site: Site) -> Settings:
    """Everything but folders and navigation."""
    file = site.file
    return {
        "site_name": site.name,
        "site_url": site.url,
        "site_description": site.description,
        "copyright": file.copyright,
        "use_directory_urls": True,
        "theme": {
            "name": None,
            "language": "vi",
            "font": False,
            "favicon": "assets/favicon.svg",
            "palette": [*map(_scheme, file.theme.palette)],
        },
        "exclude_docs": "\n".join(EXCLUDED_FILES),
        "plugins": [],
        "markdown_extensions": [*EXTENSIONS],
        "validation": file.validation.model_dump(),
        "extra_css": [*file.extra_css],
        "extra_javascript": [*file.extra_javascript],
        "extra": {
            "generator": False,
            "responsible": file.extra.responsible and file.extra.responsible.model_dump(),
            "feeds": [link.model_dump() for link in file.extra.feeds],
            "calendars": [link.model_dump() for link in file.extra.calendars],
        },
    }


def _scheme(scheme: ColourScheme) -> dict[str, Any]:
    return {key: value for key, value in scheme.model_dump().items() if value}


def mkdocs_yml(site: Site, nav: Sequence[NavEntry]) -> str:
    """With this file beside `docs` and `theme` MkDocs and Zensical make the same pages.

    They go into `site`.
    """
    config = settings_of(site)
    theme = {**config["theme"], "custom_dir": "theme", "static_templates": ["404.html"]}
    said = {**config, "theme": theme, "nav": [*nav]}
    lines = (f"{key}: {plain(value)}\n" for key, value in said.items())
    return "".join([MKDOCS_HEAD, *lines])
