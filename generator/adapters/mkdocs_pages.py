"""MkDocs's own steps, page by page: what `mkdocs build` does, with less in memory.

The functions used are private to MkDocs, which is why its version is pinned.
"""
# ruff: noqa: SLF001

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation


@dataclass(frozen=True, slots=True)
class _Site:
    """What MkDocs wants to know of the whole to render one page."""

    config: "MkDocsConfig"
    files: "Files"
    pages: "Sequence[File]"
    nav: "Navigation"
    env: "Environment"


def render(config: "MkDocsConfig") -> tuple[str, ...]:
    """Do what `mkdocs build` does, page by page, so that one page's text is in memory at a time."""
    from mkdocs.commands import build
    from mkdocs.structure.files import get_files, set_exclusions
    from mkdocs.structure.nav import get_navigation
    from mkdocs.utils import clean_directory

    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    clean_directory(config.site_dir)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = files.documentation_pages()
    for page in nav.pages:  # every page shows their titles
        build._populate_page(page, config, files)
    env = config.plugins.on_env(env, config=config, files=files)
    files.copy_static_files()
    for file in pages:
        _render_page(file, _Site(config, files, pages, nav, env))
    for name in config.theme.static_templates:
        build._build_theme_template(name, env, files, config, nav)
    for file in pages:
        if file.page is not None:
            file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    config.plugins.on_post_build(config=config)
    return tuple(file.src_uri for file in pages)


def _render_page(file: "File", site: _Site) -> None:
    from mkdocs.commands import build

    page = file.page
    if page is None:
        return
    if page not in site.nav.pages:
        build._populate_page(page, site.config, site.files)
    build._build_page(page, site.config, site.pages, site.nav, site.env)
    if page not in site.nav.pages:
        page.markdown = page.content = None
