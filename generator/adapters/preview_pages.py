"""One page at a time, in memory: what MkDocs makes of it, without building a site."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.adapters.disk import replace_folder
from generator.adapters.look import theme
from generator.adapters.sitebuilder import SiteBuildError, configured, located_errors, quiet_world
from generator.ports import SiteError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

CONFIG = "mkdocs.yml"


class Pages:
    """Renders pages of a staged site, each when it is asked for."""

    def __init__(self, root: Path, folder: Path, nav: Sequence[Any], timestamp: int) -> None:
        """Prepare for the workspace `root`; `folder` is ours to write into.

        Raises:
            SiteError: mkdocs.yml or a template cannot be used.
        """
        from mkdocs.structure.files import get_files
        from mkdocs.structure.nav import get_navigation

        self._root, self._theme = root, folder / "theme"
        self._timestamp, self._lock = timestamp, Lock()
        docs, site = folder / "docs", folder / "site"
        docs.mkdir(parents=True, exist_ok=True)
        replace_folder(self._theme, theme(root / "assets" / "theme"))
        replaced = {"docs_dir": str(docs), "site_dir": str(site), "nav": list(nav), "plugins": []}
        with self._told():
            self._config = configured(root / CONFIG, self._theme, replaced)
            self._env = self._config.theme.get_env()
            self._brought: Files = get_files(self._config)
            self._brought.add_files_from_theme(self._env, self._config)
            self._files = _whatever_is_linked(self._config)
            self._nav = get_navigation(self._files, self._config)

    def asset(self, path: str) -> Path | None:
        """A file that the theme brings."""
        file = self._brought.get_file_from_path(path)
        return Path(file.abs_src_path) if file and file.abs_src_path else None

    def html(self, path: str, markdown: str) -> str:
        """The page, as the site would show it.

        Raises:
            SiteError: a template cannot be used.
        """
        from mkdocs.commands.build import get_context
        from mkdocs.structure.pages import Page

        with self._lock, self._told():
            if (file := self._files.get_file_from_path(path)) is None:
                raise SiteError(path)
            page = file.page or Page(None, file, self._config)
            file.content_string = markdown
            page.read_source(self._config)
            page.render(self._config, self._files)
            page.active = True
            context = get_context(self._nav, [], self._config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            html = template.render(context)
            page.active = False
        return html

    def missing(self) -> str:
        """The page that tells that there is none."""
        from mkdocs.commands.build import get_context

        with self._lock, self._told():
            context = get_context(self._nav, [], self._config, base_url="/")
            return self._env.get_template("404.html").render(context)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong is told with the file as its owner knows it."""
        try:
            with (
                quiet_world(self._timestamp),
                located_errors(self._root / CONFIG, self._theme),
            ):
                yield
        except SiteBuildError as error:
            raise SiteError(error.message, self._name(error.file), error.line or 0) from error

    def _name(self, file: Path | None) -> str:
        folder = self._theme.absolute()
        if file is None or not file.is_relative_to(folder):
            return file.name if file else CONFIG
        return f"assets/theme/{file.relative_to(folder).as_posix()}"


def _whatever_is_linked(config: "MkDocsConfig") -> "Files":
    """Files of which each is there: what is staged links to nothing that is not."""
    from mkdocs.structure.files import File, Files

    class Anything(Files):
        def get_file_from_path(self, path: str) -> "File":
            file = super().get_file_from_path(path)
            if file is None:
                file = File(path, None, config.site_dir, config.use_directory_urls)
                file.content_string = ""
                self.append(file)
            return file

    return Anything([])
