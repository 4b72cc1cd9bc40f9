"""The screens of the desk as HTML: templates of the package, filled with values."""

import re
import zlib
from functools import cache
from hashlib import blake2b
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined

from generator.catalogue import words
from generator.desk.acting import account, may
from generator.model.person import Account

_TEMPLATES = resources.files("generator") / "templates" / "desk"
_DAYS = 92  # of the longest quarter
_SCRIPTS = resources.files("generator") / "desk" / "static"
_MADE = "/kich-ban/"  # by web/
FILES = {
    "/desk.css": "desk.css",
    "/viet.css": "writing.css",
    "/trang.css": "page.css",
    "/lich.css": "calendar.css",
    "/lich.js": "calendar.js",
    "/minh-chung.css": "proof.css",
    "/phong.js": "rooms.js",
    "/roi.js": "leaving.js",
    "/viet.js": "writing.js",
    "/word.css": "word.css",
    "/in.css": "making.css",
    "/lam.js": "making.js",
    "/tha.js": "dropping.js",
    f"{_MADE}page.js": "page.js",
    f"{_MADE}text.js": "text.js",
}
"""What screens load, by address."""
WINDOW = "cua"
"""By this name an address says whose window asks: the key of an account."""
_FORM = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>')
_ACTION = re.compile(r'\baction="([^"]*)')
_FONTS = resources.files("generator") / "templates" / "site" / "assets" / "fonts"


def screen(name: str, **values: object) -> str:
    """A screen by the name of its template; whatever is not given is a fault of ours."""
    html = _environment().get_template(f"{name}.html").render(values)
    return _of_account(html, account())


def _of_account(html: str, who: Account | None) -> str:
    """Each form says whose window it stands in, so that nothing is taken in another name.

    In its address, where the door reads it whatever the form brings, files, too.
    """
    return _FORM.sub(lambda form: _addressed(form[0], who.key), html) if who and who.key else html


def _addressed(form: str, key: str) -> str:
    action = _ACTION.search(form)
    if action is None:
        return f'{form[:-1]} action="?{WINDOW}={key}">'
    joint = "&amp;" if "?" in action[1] else "?"
    return f"{form[: action.end(1)]}{joint}{WINDOW}={key}{form[action.end(1) :]}"


@cache
def package_file(path: str) -> bytes:
    """A style sheet or script of the package, by its address."""
    data = ((_SCRIPTS if path.startswith(_MADE) else _TEMPLATES) / FILES[path]).read_bytes()
    return data + _columns() if path == "/desk.css" else data


def address(path: str) -> str:
    """Where a screen loads such a file: another address once it holds something else."""
    return f"{path}?{mark(package_file(path))}"


@cache
def mark(data: bytes) -> str:
    """What tells a file from what it was before."""
    return blake2b(data, digest_size=8).hexdigest()


@cache
def deflation(data: bytes) -> bytes:
    """Smaller, as every browser unpacks it."""
    return zlib.compress(data, 9)


def font(name: str) -> bytes | None:
    """A typeface that the style sheet names."""
    file = _FONTS / name
    is_one = name.endswith(".woff2") and name in {each.name for each in _FONTS.iterdir()}
    return file.read_bytes() if is_one else None


def initials(name: str) -> str:
    """The first letters of the first and of the last word of a name."""
    words_of_name = name.split()
    ends = words_of_name[:1] + words_of_name[1:][-1:]
    return "".join(each[0].upper() for each in ends)


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
    made.globals.update(words=words, file=address, account=account, may=may, initials=initials)
    return made


def _columns() -> bytes:
    """The columns of a quarter, day by day."""
    days = range(1, _DAYS + 1)
    columns = "".join(f".c{day}{{grid-column-start:{day}}}" for day in days)
    widths = "".join(f".w{day}{{grid-column-end:span {day}}}" for day in days)
    return f"{columns}{widths}\n".encode()
