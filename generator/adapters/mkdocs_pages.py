"""MkDocs's own steps, page by page: what `mkdocs build` does, but only what has changed.

A page is rendered again when its text, what its links lead to, the navigation, or something that
all pages have in common has changed. Anchors are checked and listings of all pages made every
time, from what is remembered of the pages that stay.

The functions used are private to MkDocs, which is why its version is pinned.
"""
# ruff: noqa: SLF001

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.adapters.finished import finish
from generator.adapters.page_memory import (
    AllPages,
    Asked,
    LastSite,
    PageRecord,
    SiteRecord,
    is_as_it_was,
    recall,
    remembered,
    stamp,
)
from generator.model.artifact import digest_of
from generator.ports import SILENT, Advance, Progress

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

Share = Callable[[Sequence[str]], Callable[[], Mapping[str, PageRecord]]]
"""Begins to render pages elsewhere; what it gives waits for them and says what to know of each."""
MANY = 150
"""Pages from which on another process, which first has to begin, saves time."""


@dataclass
class _Site:
    """What MkDocs wants to know of the whole to render one page, and what is found on the way."""

    config: "MkDocsConfig"
    files: "Files"
    pages: "Sequence[File]"
    nav: "Navigation"
    env: "Environment"
    last: LastSite
    heard: "Sequence[object]"
    record: SiteRecord
    sources: dict[str, str] = field(default_factory=dict)
    asked: dict[str, Asked] = field(default_factory=dict)
    troubled: set[str] = field(default_factory=set)
    rendered: list[str] = field(default_factory=list)


def render(  # noqa: PLR0913, PLR0917 - what MkDocs needs, and who helps and who waits
    config: "MkDocsConfig",
    last: LastSite,
    common: str,
    heard: "Sequence[object]",
    share: Share | None = None,
    progress: Progress = SILENT,
) -> tuple[tuple[str, ...], SiteRecord]:
    """Build the site; gives the pages that were rendered, and what to know for the next time.

    `common` names what all pages depend on; `heard` grows with each complaint of MkDocs. `share`
    renders half of many pages on another core; what it could not do is done here. `progress` hears
    of each page.
    """
    from mkdocs.commands import build
    from mkdocs.utils import clean_directory

    clean_directory(config.site_dir)
    site = _prepared(config, last, common, heard)
    _copy_static_files(site)
    doubled = {name for name, n in Counter(f.dest_uri for f in site.pages).items() if n > 1}
    anew = [file for file in site.pages if not _is_kept(file, site, doubled)]
    shared = [file.src_uri for file in anew[::2] if file.dest_uri not in doubled]
    can_share = share and len(anew) >= MANY
    wait = share(shared) if share and can_share else dict[str, PageRecord]
    rest = frozenset(shared) if can_share else frozenset[str]()
    for file in anew:
        if file.src_uri not in rest:
            _render(file, site)
            progress.advance(Advance(len(site.rendered), len(anew), name=file.src_uri))
    made = wait()
    for file in anew:
        if file.src_uri in rest:
            _take(file, made.get(file.src_uri), site)
            progress.advance(Advance(len(site.rendered), len(anew), name=file.src_uri))
    for name in config.theme.static_templates:
        build._build_theme_template(name, site.env, site.files, config, site.nav)
    for file in site.pages:
        if file.page is not None:
            file.page.validate_anchor_links(
                files=site.files, log_level=config.validation.links.anchors
            )
    config.plugins.on_post_build(config=config)
    return tuple(site.rendered), site.record


def render_some(
    config: "MkDocsConfig", heard: "Sequence[object]", names: Collection[str]
) -> dict[str, PageRecord]:
    """Render some pages of a site into its folder, and nothing else.

    Gives what to know of those that MkDocs did not complain of and that depend on nothing unknown.
    """
    site = _prepared(config, LastSite(), "", heard)
    for file in site.pages:
        if file.src_uri in names:
            _render(file, site)
    return {name: known for name, known in site.record.pages.items() if name in names}


def _prepared(
    config: "MkDocsConfig", last: LastSite, common: str, heard: "Sequence[object]"
) -> _Site:
    """Do what comes before the first page, in MkDocs's order."""
    from mkdocs.structure.files import get_files, set_exclusions
    from mkdocs.structure.nav import get_navigation

    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    env = config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = files.documentation_pages()
    site = _Site(config, files, pages, nav, env, last, heard, SiteRecord(common=common))
    site.sources = {file.src_uri: digest_of(file.content_bytes) for file in pages}
    for page in nav.pages:  # every page shows their titles
        if known := _known(page.file, site):
            recall(page, known, files)
        else:
            _populate(page, site)
    site.record.nav = _named(nav)
    site.env = config.plugins.on_env(env, config=config, files=files)
    return site


_SHOWN = ("title", "icon", "status", "hide", "subtitle")
"""What Material's navigation shows of the front matter of its pages."""


def _known(file: "File", site: _Site) -> PageRecord | None:
    """What was remembered of a page, if that is still so."""
    known = site.last.record.pages.get(file.src_uri)
    if known is None or site.last.record.common != site.record.common:
        return None
    return known if is_as_it_was(known, site.sources[file.src_uri], site.files) else None


def _named(nav: "Navigation") -> str:
    """The navigation as every page shows it."""
    return digest_of(
        *(str([item.title, getattr(item, "url", None)]) for item in nav.items),
        *(
            str([page.title, page.url, [page.meta.get(key) for key in _SHOWN]])
            for page in nav.pages
        ),
    )


def _copy_static_files(site: _Site) -> None:
    """Copy pictures, styles and scripts, or take them over where no later step writes."""
    written = {file.dest_uri for file in site.pages} | {*site.config.theme.static_templates}
    for file in site.files:
        if file.is_documentation_page() or file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            continue
        name, mark = file.dest_uri, stamp(file)
        same = mark is not None and site.last.record.static.get(name) == mark
        free = name not in written and name != "sitemap.xml.gz"
        if not (same and free and site.last.keep(name)):
            file.copy_file()
        if mark is not None:
            site.record.static[name] = mark


def _is_kept(file: "File", site: _Site, doubled: Collection[str]) -> bool:
    """Take a page over as it is, if that is possible."""
    known = _known(file, site)
    same = (
        known is not None
        and site.record.nav == site.last.record.nav
        and file.dest_uri not in doubled
        and not Path(file.abs_dest_path).exists()
        and site.last.keep(file.dest_uri)
    )
    if file.page is None or known is None or not same:
        return file.page is None
    _remember(file.page, known, site)
    return True


def _remember(page: "Page", known: PageRecord, site: _Site) -> None:
    recall(page, known, site.files)
    site.record.pages[page.file.src_uri] = known


def _take(file: "File", known: PageRecord | None, site: _Site) -> None:
    """What was rendered elsewhere; if that could not be done, here."""
    if file.page is None or known is None:
        _render(file, site)
        return
    site.rendered.append(file.src_uri)
    _remember(file.page, known, site)


def _render(file: "File", site: _Site) -> None:
    from mkdocs.commands import build

    page = file.page
    if page is None:
        return
    name, shown = page.file.src_uri, AllPages(site.pages)
    if page.content is None:
        _populate(page, site)
    heard = len(site.heard)
    Path(page.file.abs_dest_path).unlink(missing_ok=True)  # never write into what is linked
    build._build_page(page, site.config, shown, site.nav, site.env)
    site.rendered.append(name)
    quiet = len(site.heard) == heard and name not in site.troubled and not shown.looked_at
    known = remembered(page, site.sources[name], site.asked[name].answers) if quiet else None
    if known is not None:
        site.record.pages[name] = known
    if page not in site.nav.pages:
        page.title = page.title
        page.markdown = page.content = None


def _populate(page: "Page", site: _Site) -> None:
    from mkdocs.commands import build

    name, heard = page.file.src_uri, len(site.heard)
    if finish(page):
        site.asked[name] = Asked(site.files)
        return
    site.asked[name] = asked = Asked(site.files)
    build._populate_page(page, site.config, asked)  # type: ignore[arg-type]
    if len(site.heard) > heard:
        site.troubled.add(name)
