"""How the site looks: theme, style sheets, scripts, fonts, from the package's templates."""

import re
from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable

from generator.model.artifact import Artifact, ready
from generator.model.site import HTML_SLOTS, OwnHtml
from generator.text.own_html import template

_FILLED = "partials/slots"
_TEMPLATES = resources.files("generator") / "templates" / "site"


def theme(own: Mapping[str, OwnHtml]) -> dict[str, bytes]:
    """The templates of the site by their path; own HTML fills its slots and replaces none."""
    ours = {name: without_indentation(data) for name, data in _files(_TEMPLATES / "overrides")}
    filled = {
        f"{_FILLED}/{name}.html": template(own[name].text).encode() if name in own else b""
        for name in HTML_SLOTS
    }
    return {**ours, **filled}


_TAGS = re.compile(rb"((?:\{([%#])(?:(?!\2\}).)*\2\})*\{([%#])(?:(?!\3\}).)*[^-])(\3\})")
"""A line of nothing but what a template is told."""


def without_indentation(template: bytes) -> bytes:
    """The template without indentation, whose lines of tags leave no line in a page.

    The engine of templates could do so (`trim_blocks`), but MkDocs does not let it be told. Lines
    keep their numbers, since errors are told with them.
    """
    lines = [line.strip() for line in template.split(b"\n")]
    tags = [_TAGS.fullmatch(line) for line in lines]
    return b"\n".join(t[1] + b"-" + t[4] if t else x for x, t in zip(lines, tags, strict=True))


def look() -> list[Artifact]:
    """What pages load beside their text: style sheets, scripts and fonts."""
    return [ready(f"assets/{name}", data) for name, data in _files(_TEMPLATES / "assets")]


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            yield f"{prefix}{entry.name}", entry.read_bytes()
