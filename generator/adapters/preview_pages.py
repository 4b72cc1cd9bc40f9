"""One page at a time, in memory: what MkDocs makes of it, without building a site."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from generator.adapters.disk import replace_folder
from generator.adapters.look import theme
from generator.adapters.site_config import site_config
from generator.adapters.sitebuilder import configured, quiet_world
from generator.model.site import Site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


class Pages:
    """Renders pages of a staged site, each when it is asked for."""

    def __init__(self, site: Site, folder: Path, nav: Sequence[Any], timestamp: int) -> None:
        """Prepare for a site; `folder` is ours to write into."""
        from mkdocs.structure.files import get_files
        from mkdocs.structure.nav import get_navigation

        self._timestamp, self._lock = timestamp, Lock()
        docs, templates = folder / "docs", folder / "theme"
        docs.mkdir(parents=True, exist_ok=True)
        replace_folder(templates, theme(site.html))
        folders = {"docs_dir": str(docs), "site_dir": str(folder / "site")}
        with quiet_world(timestamp):
            self._config = configured({**site_config(site), **folders, "nav": list(nav)}, templates)
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
        """The page, as the site would show it."""
        from mkdocs.commands.build import get_context
        from mkdocs.structure.pages import Page

        with self._lock, quiet_world(self._timestamp):
            if (file := self._files.get_file_from_path(path)) is None:
                raise FileNotFoundError(path)
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

        with self._lock, quiet_world(self._timestamp):
            context = get_context(self._nav, [], self._config, base_url="/")
            return self._env.get_template("404.html").render(context)


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
