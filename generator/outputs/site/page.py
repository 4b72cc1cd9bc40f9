"""One staged page: front matter for the theme's templates, and a body."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Any

from generator.catalogue import words
from generator.model import addresses
from generator.model.artifact import Artifact, page_artifact
from generator.model.webpage import Webpage

if TYPE_CHECKING:
    from jinja2 import Environment

Link = dict[str, Any]

_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_HEADING = re.compile(r'<h2 id="([^"]+)">([^<]+)</h2>')
_EMPTY = re.compile(r"\n\s*\n")
MOST_NAMES = 4
"""What a description names."""


def page(path: str, template: str, title: str, body: str, **meta: object) -> Artifact:
    """A page as it is staged; empty values of `meta` are left out."""
    said = {"title": title, "template": template, **meta}
    kept = {key: value for key, value in said.items() if value}
    return page_artifact(Webpage(path, kept, _one_block(body)))


def _one_block(html: str) -> str:
    """HTML without empty lines but in `pre`, so that every reader of Markdown hands it through."""
    parts = _PRE.split(html.strip())
    return "".join(part if n % 2 else _EMPTY.sub("\n", part) for n, part in enumerate(parts))


def link(title: str, path: str, **more: object) -> Link:
    """A link of the front matter to a page or file of the site."""
    return {"title": title, "url": addresses.url(path) or ".", **more}


def telling(title: str, parts: Iterable[str]) -> str:
    """The description of a page that lists, for search engines: the first that it lists."""
    named = list(dict.fromkeys(parts))[:MOST_NAMES]
    return f"{title}: {'; '.join(named)}." if named else ""


def crumbs(*links: Link) -> list[Link]:
    """The way from the home page to here."""
    return [link(words("Home"), addresses.HOME), *links]


def body(template: str, **values: object) -> str:
    """Text from one of the templates of `templates/site/bodies` or `brand`."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> "Environment":
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    folders = ("templates/site/bodies", "templates/site/brand")
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("generator", folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = words
    return environment


def headings(html: str) -> list[Mapping[str, str]]:
    """The parts of a body by their headings, as the contents of a page that has no sections."""
    found = _HEADING.findall(html)
    return [{"title": unescape(title), "url": f"#{anchor}"} for anchor, title in found]


def badge(kind: str, title: str) -> Mapping[str, str]:
    """A small label: proposed, expected, ready, published."""
    return {"kind": kind, "title": words(title)}
