"""The drawings of the package: templates/print/drawing-NAME.typ, what each shows, and as SVG."""

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from generator.ports import Typesetter
from generator.press.templates import default_names

TEMPLATE = "drawing"
SIDE = 1000
"""Points of the square on which they are drawn."""
_PREFIX = "drawing-"


@cache
def package_drawings() -> Mapping[str, str]:
    """What each shows in one sentence (a msgid), by name: the first comment of its template."""
    folder = resources.files("generator") / "templates/print"
    found = {}
    for name in default_names():
        if name.startswith(_PREFIX):
            first, _, _ = (folder / name).read_text("utf-8").partition("\n\n")
            lines = [line.removeprefix("//").strip() for line in first.splitlines()]
            found[name.removeprefix(_PREFIX).removesuffix(".typ")] = " ".join(lines)
    return found


def drawing_svg(typesetter: Typesetter, name: str, colours: Mapping[str, str]) -> bytes:
    """A drawing without ground, in colours of the screen by their names in the brand."""
    return typesetter.svg(TEMPLATE, {"job": _job(name, colours)})


def drawing_digest(typesetter: Typesetter, name: str, colours: Mapping[str, str]) -> str:
    """Names everything that its bytes depend on."""
    return typesetter.digest(TEMPLATE, f"{_PREFIX}{name}") + _job(name, colours)


def _job(name: str, colours: Mapping[str, str]) -> str:
    return json.dumps({"illustration": name, "palette": dict(colours)}, sort_keys=True)
