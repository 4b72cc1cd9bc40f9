"""What templates and other site builders are told of the site, out of what mkdocs.yml may say."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.site import ColourScheme, Site
from generator.outputs.site.navigation import NavEntry
from generator.source.site import EXCLUDED, EXTENSIONS, SLUGIFY

Settings = Mapping[str, Any]
"""Settings of MkDocs by their names, all of them plain values."""

_STAGED = """\
# Made by loa export: the site as it is staged here, for mkdocs build or zensical build.
docs_dir: docs
site_dir: site
"""


def settings_of(site: Site) -> Settings:
    """Everything but folders, navigation and how headings get their anchors."""
    file = site.file
    return {
        "site_name": site.name,
        "site_url": site.url,
        "site_description": site.description,
        "copyright": file.copyright,
        "use_directory_urls": True,
        "theme": {
            "name": "material",
            "language": "vi",
            "font": False,
            "favicon": "assets/favicon.svg",
            "palette": [*map(_scheme, file.theme.palette)],
        },
        "exclude_docs": "\n".join(EXCLUDED),
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

    They go into `site`. JSON is YAML.
    """
    config = settings_of(site)
    extensions = config["markdown_extensions"]
    said = {**config, "theme": {**config["theme"], "custom_dir": "theme"}, "nav": [*nav]}
    del said["markdown_extensions"]
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items()]
    named = [f"  - {name}\n" for name in extensions if name != "toc"]
    anchors = f"  - toc:\n      slugify: !!{SLUGIFY}\n"
    return "".join([_STAGED, *lines, "markdown_extensions:\n", *named, anchors])
