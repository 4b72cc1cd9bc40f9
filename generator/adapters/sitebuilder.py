"""MkDocs, driven in process: a staged folder in, the site out, the same bytes every time."""

import json
import logging
import os
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.adapters.mkdocs_pages import Share, render, render_some
from generator.adapters.opening import content
from generator.adapters.page_memory import LastSite, PageRecord, SiteRecord, common_to_all
from generator.ports import SILENT, NavEntry, Progress, Workers

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


class SiteBuildError(Exception):
    """The configuration or a template of the theme is broken; says where, if that is known."""

    def __init__(self, message: str, file: Path | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line


@dataclass(frozen=True, slots=True)
class MkDocsSiteBuilder:
    """Builds a site as `mkdocs build` does, with every folder given by the caller."""

    def build(  # noqa: PLR0913, PLR0917 - each is a folder or a fact that MkDocs needs
        self,
        config_file: Path,
        docs_dir: Path,
        theme_dir: Path,
        site_dir: Path,
        nav: Sequence[NavEntry],
        timestamp: int,
        site_url: str | None = None,
        last: LastSite = NOTHING_BUILT,
        workers: Workers | None = None,
        progress: Progress = SILENT,
    ) -> SiteReport:
        """Render every page of `docs_dir` into `site_dir`, which is emptied first.

        Args:
            config_file: the workspace's mkdocs.yml; its folders, nav and address are replaced.
            docs_dir: the staged Markdown, with the assets.
            theme_dir: the staged overrides of the theme.
            site_dir: where the site is written.
            nav: index pages as MkDocs has them, `{title: path in docs_dir}`, and groups of them.
            timestamp: seconds since 1970; MkDocs takes it for "now".
            site_url: the address instead of the one in the file.
            last: the site as it was built last; what has not changed is taken over from there.
            workers: render a part of many pages on another core.
            progress: hears of every page that is rendered here.

        Raises:
            SiteBuildError: mkdocs.yml or a template cannot be used.
        """
        replaced = {
            "docs_dir": str(docs_dir.absolute()),
            "site_dir": str(site_dir.absolute()),
            "nav": [dict(entry) for entry in nav],
            **({} if site_url is None else {"site_url": site_url}),
        }
        with quiet_world(timestamp), _captured_warnings() as warnings:
            config = configured(config_file, theme_dir, replaced)
            facts = [__version__, *map(version, MAKERS), json.dumps([*nav, timestamp, site_url])]
            common = common_to_all(theme_dir, content(config_file, config_file.parent), *facts)
            part = Part(config_file, theme_dir, replaced, timestamp)
            with located_errors(config_file, theme_dir), _sharing(workers, part) as share:
                pages, record = render(config, last, common, warnings, share, progress)
        return SiteReport(pages, tuple(warnings), record)


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages of a site, to be rendered in another process; see `MkDocsSiteBuilder.build`."""

    config_file: Path
    theme_dir: Path
    replaced: dict[str, Any]
    timestamp: int
    names: frozenset[str] = frozenset()


def render_part(part: Part) -> dict[str, PageRecord]:
    """Render them; of a page that is missing nothing can be said, it has to be rendered again."""
    with quiet_world(part.timestamp), _captured_warnings() as warnings:
        try:
            config = configured(part.config_file, part.theme_dir, part.replaced)
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
            return waiting.submit(workers.run, render_part, some, beside=True).result

        yield share


def configured(config_file: Path, theme_dir: Path, replaced: dict[str, Any]) -> "MkDocsConfig":
    """MkDocs's configuration: the file's, with our folders and navigation.

    Raises:
        SiteBuildError: it cannot be used.
    """
    from mkdocs.config.defaults import MkDocsConfig

    authored = {**_authored_config(config_file), **replaced}
    theme = authored.get("theme")
    named = dict(theme) if isinstance(theme, dict) else {"name": theme}
    authored["theme"] = {**named, "custom_dir": str(theme_dir.absolute())}
    config = MkDocsConfig(config_file_path=str(config_file.absolute()))
    config.load_dict(authored)
    errors, warnings = config.validate()
    if errors:
        message = "; ".join(f"{key}: {error}" for key, error in errors)
        raise SiteBuildError(message, config_file, _line_of(config_file, errors[0][0]))
    for key, warning in warnings:
        logging.getLogger("mkdocs.config").warning("%s: %s", key, warning)
    return config


def _authored_config(config_file: Path) -> dict[str, Any]:
    import yaml
    from mkdocs.utils.yaml import get_yaml_loader

    try:
        authored = yaml.load(content(config_file, config_file.parent), Loader=get_yaml_loader())  # noqa: S506 - mkdocs.yml names Python functions, as every MkDocs site does
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = None if mark is None else mark.line + 1
        raise SiteBuildError(str(error.problem), config_file, line) from error
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        raise SiteBuildError(str(error), config_file) from error
    if not isinstance(authored, dict):
        raise SiteBuildError("no settings found", config_file, 1)  # noqa: TRY003, EM101 - said once
    return authored


def _line_of(config_file: Path, key: str) -> int | None:
    pattern = re.compile(rf"^{re.escape(key)}\s*:", re.MULTILINE)
    text = content(config_file, config_file.parent).decode("utf-8", "replace")
    found = pattern.search(text)
    return None if found is None else text.count("\n", 0, found.start()) + 1


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


@contextmanager
def located_errors(config_file: Path, theme_dir: Path) -> Iterator[None]:
    """Turn what goes wrong in a template or in MkDocs into a `SiteBuildError` with its place."""
    from jinja2 import TemplateError, TemplateSyntaxError
    from mkdocs.exceptions import MkDocsException

    try:
        yield
    except TemplateSyntaxError as error:
        file = None if error.filename is None else Path(error.filename)
        raise SiteBuildError(error.message or "", file, error.lineno) from error
    except MkDocsException as error:
        raise SiteBuildError(error.format_message(), config_file) from error
    except Exception as error:
        file, line = _template_frame(error, theme_dir)
        if file is None and not isinstance(error, TemplateError):
            raise
        raise SiteBuildError(str(error), file, line) from error


def _template_frame(error: Exception, theme_dir: Path) -> tuple[Path, int] | tuple[None, None]:
    """Find the innermost line of our own templates: Jinja puts them into the traceback."""
    import traceback

    root = theme_dir.absolute()
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).is_relative_to(root) and frame.lineno is not None:
            return Path(frame.filename), frame.lineno
    return None, None
