"""MkDocs, driven in process: a staged folder in, the site out, the same bytes every time."""

import json
import logging
import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.adapters.mkdocs_pages import Share, render, render_some
from generator.adapters.page_memory import LastSite, PageRecord, SiteRecord, common_to_all
from generator.adapters.site_config import Settings
from generator.ports import SILENT, NavEntry, Progress, Workers, WorkLostError
from generator.vietnamese.slugs import toc_slug

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

MAKERS = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "pymdown-extensions")
"""The packages whose version changes how a page looks."""
NOTHING_BUILT = LastSite()


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a build rendered, what MkDocs complained of as (page, message), and what to remember."""

    pages: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...]
    record: SiteRecord = field(default_factory=SiteRecord, compare=False)


@dataclass(frozen=True, slots=True)
class MkDocsSiteBuilder:
    """Builds a site as `mkdocs build` does, with every folder given by the caller."""

    def build(  # noqa: PLR0913, PLR0917 - each is a folder or a fact that MkDocs needs
        self,
        settings: Settings,
        docs_dir: Path,
        theme_dir: Path,
        site_dir: Path,
        nav: Sequence[NavEntry],
        timestamp: int,
        last: LastSite = NOTHING_BUILT,
        workers: Workers | None = None,
        progress: Progress = SILENT,
    ) -> SiteReport:
        """Render every page of `docs_dir` into `site_dir`, which is emptied first.

        Args:
            settings: those of MkDocs, plain values without folders and nav.
            docs_dir: the staged Markdown, with the assets.
            theme_dir: the staged overrides of the theme.
            site_dir: where the site is written.
            nav: index pages as MkDocs has them, `{title: path in docs_dir}`, and groups of them.
            timestamp: seconds since 1970; MkDocs takes it for "now".
            last: the site as it was built last; what has not changed is taken over from there.
            workers: render a part of many pages on another core.
            progress: hears of every page that is rendered here.
        """
        whole = {
            **settings,
            "docs_dir": str(docs_dir.absolute()),
            "site_dir": str(site_dir.absolute()),
            "nav": [dict(entry) for entry in nav],
        }
        with quiet_world(timestamp), _captured_warnings() as warnings:
            config = configured(whole, theme_dir)
            facts = [__version__, *map(version, MAKERS), json.dumps([settings, *nav, timestamp])]
            common = common_to_all(theme_dir, *facts)
            part = Part(whole, theme_dir, timestamp)
            with _sharing(workers, part) as share:
                pages, record = render(config, last, common, warnings, share, progress)
        return SiteReport(pages, tuple(warnings), record)


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of a site, to be rendered in another process; see `MkDocsSiteBuilder.build`."""

    settings: Settings
    theme_dir: Path
    timestamp: int
    names: frozenset[str] = frozenset()


def render_part(part: Part) -> dict[str, PageRecord]:
    """Render them; of a page that is missing nothing can be said, it has to be rendered again."""
    with quiet_world(part.timestamp), _captured_warnings() as warnings:
        try:
            config = configured(part.settings, part.theme_dir)
            return render_some(config, warnings, part.names)
        except Exception:  # noqa: BLE001 - whatever it is, the command meets it too and tells it
            return {}


@contextmanager
def _sharing(workers: Workers | None, part: Part) -> Iterator[Share | None]:
    """A way to render pages in another process, if there is one; it ends with the block."""
    if workers is None:
        yield None
        return
    with ThreadPoolExecutor(1) as waiting:

        def share(names: Sequence[str]) -> Callable[[], dict[str, PageRecord]]:
            some = replace(part, names=frozenset(names))
            begun = waiting.submit(workers.run, render_part, some, beside=True)

            def wait() -> dict[str, PageRecord]:
                try:
                    return begun.result()
                except WorkLostError:  # the command renders them all
                    return {}

            return wait

        yield share


def configured(settings: Settings, theme_dir: Path) -> "MkDocsConfig":
    """MkDocs's configuration of settings that are whole, with the theme's templates.

    Raises:
        ValueError: MkDocs does not take them.
    """
    from mkdocs.config.defaults import MkDocsConfig

    theme = {**settings["theme"], "custom_dir": str(theme_dir.absolute())}
    config = MkDocsConfig(config_file_path=str(theme_dir.absolute().with_name("mkdocs.yml")))
    anchors = {"toc": {"slugify": toc_slug}}
    extensions = [anchors if name == "toc" else name for name in settings["markdown_extensions"]]
    whole = {**settings, "theme": theme, "markdown_extensions": extensions}
    config.load_dict(deepcopy(whole))  # MkDocs takes things out of what it is given
    errors, warnings = config.validate()
    if errors:
        raise ValueError("; ".join(f"{key}: {error}" for key, error in errors))
    for key, warning in warnings:
        logging.getLogger("mkdocs.config").warning("%s: %s", key, warning)
    return config


@contextmanager
def quiet_world(timestamp: int) -> Iterator[None]:
    """Fix the clock that MkDocs reads, and keep the theme's notices off the terminal."""
    fixed = {"SOURCE_DATE_EPOCH": str(timestamp), "NO_MKDOCS_2_WARNING": "true"}
    before = {name: os.environ.get(name) for name in fixed}
    os.environ.update(fixed)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


class _Complaints(logging.Handler):
    """Keeps the warnings and errors of MkDocs as (page, message)."""

    _PAGE = re.compile(r"'([^']+\.md)'")

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        page = self._PAGE.search(message)
        self.heard.append(("" if page is None else page[1], message))


@contextmanager
def _captured_warnings() -> Iterator[list[tuple[str, str]]]:
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    complaints = _Complaints()
    logger.addHandler(complaints)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield complaints.heard
    finally:
        logger.removeHandler(complaints)
        logger.level, logger.propagate = before
