"""What an HTML page links to, loads and names."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

_LOADS = frozenset({"src", "srcset", "poster", "data", "background", "xlink:href"})
_LOADING_LINKS = frozenset(
    {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch"}
    | {"preconnect", "dns-prefetch"}
)
_STYLE_ADDRESS = re.compile(r"""(?:url\(|@import\s)\s*["']?([^"')\s;]+)""", re.IGNORECASE)
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


class Page(HTMLParser):
    """A page, read once: `links` a reader may follow, `loads` what the browser asks for itself."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.ids: set[str] = set()
        self._in_style = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element names, links to and loads."""
        values = {name: value for name, value in attrs if value}
        self._in_style = tag == "style"
        if identity := values.get("id"):
            self.ids.add(identity)
        self.loads.update(_loaded(tag, values))
        self.loads.update(style_addresses(values.get("style", "")))
        if "href" in values and values["href"] not in self.loads:
            self.links.add(values["href"])

    def handle_data(self, data: str) -> None:
        """Note what a style sheet in the page loads."""
        if self._in_style:
            self.loads.update(style_addresses(data))

    def handle_endtag(self, tag: str) -> None:
        """A style sheet ends with its element."""
        self._in_style = self._in_style and tag != "style"


def style_addresses(css: str) -> Iterator[str]:
    """What a style sheet loads; what it carries within itself (`data:`) is left out."""
    for match in _STYLE_ADDRESS.finditer(css):
        if not match[1].startswith(("data:", "url(")):
            yield match[1]


def is_elsewhere(address: str) -> bool:
    """Whether an address names another host or a scheme of its own."""
    parts = urlsplit(address.strip())
    return bool(parts.scheme or parts.netloc)


def _loaded(tag: str, values: dict[str, str]) -> Iterator[str]:
    for name in _LOADS & values.keys():
        if name == "srcset":
            yield from (part.split()[0] for part in values[name].split(",") if part.strip())
        elif not values[name].startswith("data:"):
            yield values[name]
    kinds = set(values.get("rel", "").lower().split())
    if "href" in values and (tag in {"use", "image"} or (tag == "link" and kinds & _LOADING_LINKS)):
        yield values["href"]
    if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
        yield from (match[1] for match in _REFRESH.finditer(values.get("content", "")))
