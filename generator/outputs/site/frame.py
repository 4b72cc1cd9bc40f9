"""The frame around a page: the theme's templates, filled as MkDocs and Zensical fill them.

What a page needs of the whole site is its navigation and `mkdocs.yml`; so each page is a result
like any other, made again when one of the three has changed. A test holds every byte to what
`mkdocs build` makes of the staged folder.
"""

import json
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from typing import Any
from urllib.parse import urljoin, urlsplit

import jinja2
from markupsafe import Markup

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, digest_of
from generator.model.inputs import Input, made_from
from generator.model.site import Site
from generator.model.webpage import Webpage
from generator.outputs.site.builder_settings import settings_of
from generator.outputs.site.look import theme
from generator.outputs.site.navigation import NavEntry, NavigationItem, items_of

SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """A page as templates see it, by MkDocs's names."""

    title: str
    webpage: Webpage
    url: str
    canonical_url: str
    meta: Mapping[str, Any]
    """The front matter, or what the sitemap reads of it."""

    @property
    def content(self) -> str:
        """The body: only the page itself reads it, the sitemap none."""
        return self.webpage.body

    @property
    def is_homepage(self) -> bool:
        """Whether the site begins with it."""
        return self.webpage.path == addresses.HOME


@dataclass(frozen=True, slots=True)
class Navigation:
    """The navigation as templates see it."""

    items: Sequence[NavigationItem]


@dataclass(frozen=True)
class Frame:
    """The frame of one site. `nav` are the index pages and what stands in the foot."""

    site: Site
    nav: Sequence[NavEntry]

    def around(self, artifact: Artifact) -> Artifact:
        """A staged page within its frame; any other artifact as it is."""
        if artifact.page is None:
            return artifact
        path = posixpath.join(addresses.url(artifact.path), "index.html")
        words, nav = artifact.digest, self._nav
        inputs: dict[str, str] = {Input.WORDS: words, Input.NAVIGATION: nav}
        inputs[Input.THEME] = self._own
        chunks = partial(self._chunks, artifact.page)
        return replace(artifact, path=path, digest=made_from(inputs), chunks=chunks)

    def beside(self, pages: Iterable[Webpage]) -> Iterator[Artifact]:
        """What belongs to the site as a whole: the page for what is missing, and the sitemap."""
        shown = [self._shown(page, _listed(page.meta)) for page in sorted(pages, key=_place)]
        known = [(page.url, page.meta.get("robots"), page.meta.get("revised")) for page in shown]
        yield self._whole(addresses.NOT_FOUND, self._nav, self.missing)
        yield self._whole(SITEMAP, digest_of(repr(known)), partial(self._sitemap, shown))

    def html(self, page: Webpage) -> str:
        """A page in its frame."""
        shown = self._shown(page, page.meta)
        template = self._environment.get_template(shown.meta["template"])
        return template.render(self._context(shown), page=shown)

    def missing(self) -> str:
        """The page that tells that there is none: from whatever address, its links are whole."""
        base = urlsplit(self.site.url or "/").path
        context = self._context(None, base)
        return self._environment.get_template(addresses.NOT_FOUND).render(context)

    def _sitemap(self, pages: Sequence[TemplatePage]) -> str:
        context = self._context(None, ".")
        return self._environment.get_template(SITEMAP).render(context, pages=pages)

    def _chunks(self, page: Webpage) -> Iterator[bytes]:
        yield self.html(page).encode("utf-8", "xmlcharrefreplace")

    def _whole(self, path: str, words: str, make: Callable[[], str]) -> Artifact:
        def chunks() -> Iterator[bytes]:
            yield make().encode()

        digest = made_from({Input.WORDS: words, Input.THEME: self._own})
        return Artifact(path, Audience.PUBLIC, digest, chunks)

    def _context(self, page: TemplatePage | None, base: str = "") -> dict[str, Any]:
        here = page.url if page else None
        items = [replace(item, active=item.url == here) for item in self._items]
        return {"nav": Navigation(items), "config": self._settings, "base_url": base, "page": page}

    def _shown(self, page: Webpage, meta: Mapping[str, Any]) -> TemplatePage:
        url = addresses.url(page.path)
        title = self._titles.get(url, meta["title"])
        whole = urljoin(self.site.url, url)
        return TemplatePage(title, page, url, whole, meta)

    @cached_property
    def _items(self) -> list[NavigationItem]:
        return items_of(self.nav)

    @cached_property
    def _titles(self) -> Mapping[str | None, str]:
        named = (link for item in self._items for link in (item, *item.children))
        return {item.url: item.title for item in named}

    @cached_property
    def _settings(self) -> Mapping[str, Any]:
        return settings_of(self.site)

    @cached_property
    def _templates(self) -> Mapping[str, bytes]:
        return theme(self.site.html)

    @cached_property
    def _nav(self) -> str:
        return digest_of(json.dumps([*self.nav]))

    @cached_property
    def _own(self) -> str:
        named = (part for pair in sorted(self._templates.items()) for part in pair)
        return digest_of(jinja2.__version__, json.dumps(self._settings, sort_keys=True), *named)

    @cached_property
    def _environment(self) -> jinja2.Environment:
        return _environment(tuple(self._templates.items()))


@lru_cache(maxsize=2)  # of the next build of the same process as well, as in the preview
def _environment(templates: tuple[tuple[str, bytes], ...]) -> jinja2.Environment:
    texts = {name: text.decode() for name, text in templates}
    # Each template escapes by itself what it shows, so that MkDocs and Zensical do the same.
    loader = jinja2.DictLoader(texts)
    environment = jinja2.Environment(loader=loader, autoescape=False, auto_reload=False)  # noqa: S701
    environment.filters |= {"url": _url, "script_tag": _script_tag}
    return environment


def _listed(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the sitemap reads: of all pages at once it holds no more."""
    return {key: meta[key] for key in ("title", "robots", "revised") if key in meta}


def _place(page: Webpage) -> tuple[str, ...]:
    """Folder by folder, each before those below it."""
    return tuple(posixpath.dirname(page.path).split("/"))


@jinja2.pass_context
def _url(context: jinja2.runtime.Context, value: object) -> str:
    """An address from the root of the site, from the page that is rendered."""
    path, page = str(value) or ".", context["page"]
    if path.startswith(("/", "#")) or urlsplit(path).scheme or urlsplit(path).netloc:
        return path
    if page is None:
        return posixpath.join(context["base_url"], path)
    return addresses.way(path, page.url)


@jinja2.pass_context
def _script_tag(context: jinja2.runtime.Context, path: str) -> str:
    kind = ' type="module"' if path.endswith(".mjs") else ""
    return Markup('<script src="{}"{}></script>').format(_url(context, path), Markup(kind))  # noqa: S704
