"""The screens of the desk as HTML: templates of the package, filled with values."""

import zlib
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined

from generator.catalogue import words

_TEMPLATES = resources.files("generator") / "templates" / "desk"
_DAYS = 92  # of the longest quarter
_SCRIPTS = resources.files("generator") / "desk" / "static"
_FONTS = resources.files("generator") / "templates" / "site" / "assets" / "fonts"


def screen(name: str, **values: object) -> str:
    """A screen by the name of its template; whatever is not given is a fault of ours."""
    return _environment().get_template(f"{name}.html").render(values)


def style() -> bytes:
    """Where each colour and size is used; and the columns of a quarter, day by day."""
    days = range(1, _DAYS + 1)
    columns = "".join(f".c{day}{{grid-column-start:{day}}}" for day in days)
    widths = "".join(f".w{day}{{grid-column-end:span {day}}}" for day in days)
    return (_TEMPLATES / "desk.css").read_bytes() + f"{columns}{widths}\n".encode()


def resource(name: str) -> bytes:
    """A script or style sheet of one screen."""
    return (_TEMPLATES / name).read_bytes()


def script(name: str) -> bytes | None:
    """A script that `web/` makes."""
    is_one = name in {each.name for each in _SCRIPTS.iterdir()} and name.endswith(".js")
    return (_SCRIPTS / name).read_bytes() if is_one else None


@cache
def deflation(data: bytes) -> bytes:
    """Smaller, as every browser unpacks it."""
    return zlib.compress(data, 9)


def font(name: str) -> bytes | None:
    """A typeface that the style sheet names."""
    file = _FONTS / name
    is_one = name.endswith(".woff2") and name in {each.name for each in _FONTS.iterdir()}
    return file.read_bytes() if is_one else None


@cache
def _environment() -> Environment:
    def template(name: str) -> str:
        return (_TEMPLATES / name).read_text("utf-8")

    made = Environment(
        autoescape=True,
        loader=FunctionLoader(template),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = words
    return made
