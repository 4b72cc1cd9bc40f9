"""What an HTML page links to, loads and names."""

import re
import sys
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FACTS = ("links", "loads", "ids", "scripts", "styles", "handlers")
"""What is read of a page, by the names of the attributes of `HtmlPage`."""
Facts: TypeAlias = Mapping[str, AbstractSet[str]]

_LOADS = frozenset({"src", "srcset", "poster", "data", "background", "xlink:href"})
_LOADING_LINKS = frozenset(
    {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch"}
    | {"preconnect", "dns-prefetch"}
)
_HOLDING = frozenset({"script", "style"})
_SILENT: list[list[str]] = [[], ["class"]]
"""Attributes of most elements, which lead nowhere and load nothing."""
_RUNS = frozenset({"", "module", "text/javascript"})
_ACTIVE = frozenset({"href", "action", "formaction", "src"})
_STYLE_ADDRESS = re.compile(
    r"""(?:\b(?:url|src)\(|@import\b(?!\s*(?:url|src)\())\s*["']?([^"')\s;]+)"""
    r"|(?:image-set)\(([^)]*)",
    re.IGNORECASE,
)
_STYLE_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_QUOTED = re.compile(r"""["']([^"']+)["']""")
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """A page, read once: `links` a reader may follow, `loads` what the browser asks for itself.

    `scripts` and `styles` stand in the page itself, those of attributes with the others; `handlers`
    are the attributes that run something (`onclick`), and links that do.
    """

    links: frozenset[str]
    loads: frozenset[str]
    ids: frozenset[str]
    scripts: frozenset[str]
    styles: frozenset[str]
    handlers: frozenset[str]

    @classmethod
    def read(cls, html: str) -> "HtmlPage":
        """A page by its text."""
        from lxml.etree import HTML, HTMLParser

        reader = _Reader()
        if html.strip():
            root = HTML(html.encode() + b"<p>", HTMLParser(encoding="utf-8", huge_tree=True))
            for element in root.iter("*"):
                if element.tag in _HOLDING or element.keys() not in _SILENT:
                    reader.read(element)
        return cls.from_facts(vars(reader))

    @classmethod
    def from_facts(cls, facts: Facts) -> "HtmlPage":
        """A page that was read before; what stands in thousands of pages is held once."""
        return cls(*(frozenset(map(intern, facts[name])) for name in FACTS))

    @property
    def facts(self) -> Facts:
        """All that was read."""
        return {name: getattr(self, name) for name in FACTS}


class _Reader:
    """Gathers what a page says, element by element."""

    def __init__(self) -> None:
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.ids: set[str] = set()
        self.scripts: set[str] = set()
        self.styles: set[str] = set()
        self.handlers: set[str] = set()

    def read(self, element: "Element") -> None:
        """Note what the element names, links to, loads and holds."""
        tag = str(element.tag)
        values = {str(name): str(value) for name, value in element.attrib.items() if value}
        self.handlers.update(handlers(values))
        if "style" in values:
            self.styles.add(values["style"])
        if identity := values.get("id"):
            self.ids.add(identity)
        self.loads.update(requests_of(tag, values))
        self.loads.update(style_addresses(values.get("style", "")))
        if "href" in values and values["href"] not in self.loads:
            self.links.add(values["href"])
        if runs(tag, values):
            self.scripts.add(element.text or "")
        elif tag == "style":
            self.styles.add(element.text or "")
            self.loads.update(style_addresses(element.text or ""))


def style_addresses(css: str) -> Iterator[str]:
    """What a style sheet loads; what it carries within itself (`data:`) is left out.

    Read as browsers do: without remarks, escaped signs as themselves.
    """
    plain = _STYLE_ESCAPE.sub(_unescaped, _STYLE_REMARK.sub(" ", css))
    for match in _STYLE_ADDRESS.finditer(plain):
        for address in [match[1]] if match[1] else _QUOTED.findall(match[2] or ""):
            if not address.startswith("data:"):
                yield address


def _unescaped(match: re.Match[str]) -> str:
    number = int(match[1] or "0", 16)
    return match[2] or (chr(number) if 0 < number <= sys.maxunicode else "")


def is_elsewhere(address: str) -> bool:
    """Whether an address names another host or a scheme of its own."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # a host that cannot be one
        return True
    return bool(parts.scheme or parts.netloc)


def runs(tag: str, values: dict[str, str]) -> bool:
    """Whether an element holds a script to run: not a file's name, and not data."""
    return tag == "script" and "src" not in values and values.get("type", "") in _RUNS


def handlers(values: dict[str, str]) -> Iterator[str]:
    """The attributes of an element that run something."""
    yield from (name for name in values if name.startswith("on"))
    for name in _ACTIVE & values.keys():
        if values[name].strip().lower().startswith("javascript:"):
            yield name


def requests_of(tag: str, values: dict[str, str]) -> Iterator[str]:
    """The addresses that a browser asks for because of an element, without being asked to."""
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
