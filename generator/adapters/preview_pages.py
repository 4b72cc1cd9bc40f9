"""One page at a time, in memory: what MkDocs makes of it, without building a site."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.adapters.disk import replace_folder
from generator.adapters.look import theme
from generator.adapters.sitebuilder import SiteBuildError, configured, located_errors, quiet_world

if TYPE_CHECKING:
    from mkdocs.structure.files import File


class Pages:
    """The pages of a staged site, each rendered when it is asked for."""

    def __init__(
        self, root: Path, folder: Path, nav: Sequence[Any], paths: Iterable[str], timestamp: int
    ) -> None:
        """Prepare for the workspace `root`; `folder` is ours to write into.

        Raises:
            SiteBuildError: mkdocs.yml or a template cannot be used.
        """
        from mkdocs.structure.files import File, Files, get_files, set_exclusions
        from mkdocs.structure.nav import get_navigation

        self._config_file, self._theme = root / "mkdocs.yml", folder / "theme"
        self._timestamp, self._lock = timestamp, Lock()
        docs, site = folder / "docs", folder / "site"
        docs.mkdir(parents=True, exist_ok=True)
        replace_folder(self._theme, theme(root / "assets" / "theme"))
        replaced = {"docs_dir": str(docs), "site_dir": str(site), "nav": list(nav), "plugins": []}
        with quiet_world(timestamp), located_errors(self._config_file, self._theme):
            self._config = configured(self._config_file, self._theme, replaced)
            self._env = self._config.theme.get_env()
            files: Files = get_files(self._config)
            for path in sorted(paths):
                file = File(path, None, str(site), self._config.use_directory_urls)
                file.content_string = ""
                files.append(file)
            files.add_files_from_theme(self._env, self._config)
            set_exclusions(files, self._config)
            self._files, self._nav = files, get_navigation(files, self._config)
        self._sources = {self._url(file): file.src_uri for file in files.documentation_pages()}

    def source(self, url: str) -> str | None:
        """The staged page that is shown at an address of the site."""
        return self._sources.get(url)

    def asset(self, path: str) -> Path | None:
        """A file that the theme brings."""
        file = self._files.get_file_from_path(path)
        return Path(file.abs_src_path) if file and file.abs_src_path else None

    def html(self, path: str, markdown: str) -> str:
        """The page, as the site would show it.

        Raises:
            SiteBuildError: a template cannot be used.
        """
        from mkdocs.commands.build import get_context

        file = self._files.get_file_from_path(path)
        if file is None or file.page is None:
            raise SiteBuildError(path, self._config_file)
        page = file.page
        file.content_string = markdown
        with (
            self._lock,
            quiet_world(self._timestamp),
            located_errors(self._config_file, self._theme),
        ):
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

        with self._lock, quiet_world(self._timestamp):
            context = get_context(self._nav, [], self._config, base_url="/")
            return self._env.get_template("404.html").render(context)

    @staticmethod
    def _url(file: "File") -> str:
        from urllib.parse import unquote

        return unquote("" if file.url == "./" else file.url)
