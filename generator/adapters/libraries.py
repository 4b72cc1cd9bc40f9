"""The libraries that the engine uses, which may change what comes out of the same input."""

import os
import re
import sys
from pathlib import Path

_NAMES = """
    annotated-types anyio click cobble et-xmlfile feedgen fontpkg fontpkg-be-vietnam-pro fonttools
    h11 holidays icalendar idna jinja2 lxml mammoth markdown-it-py markupsafe mdit-py-plugins mdurl
    numpy openpyxl packaging pikepdf pillow platformdirs pydantic pydantic-core pygments pypdfium2
    python-dateutil python-docx python-multipart python-pptx pyyaml rich schedule segno six
    starlette tinytag typing-extensions typing-inspection typst tzdata uvicorn watchdog xlsxwriter
    zxing-cpp
"""
LIBRARIES = frozenset(_NAMES.split())
"""Every distribution that the dependencies in pyproject.toml bring: a test holds it to them.

What else is installed beside them, such as a test runner, changes no result.
"""
_NAMED = re.compile(r"(.+?)-[^-]+\.(?:dist|egg)-info")
_SEPARATORS = re.compile(r"[-_.]+")


def installed_libraries() -> list[str]:
    """The libraries that are installed, each with its version, as pip writes them."""
    folders = (folder for folder in sys.path if folder.endswith("site-packages"))
    names = (name for folder in folders if Path(folder).is_dir() for name in os.listdir(folder))  # noqa: PTH208
    return sorted({name for name in names if _is_used(name)})


def _is_used(name: str) -> bool:
    named = _NAMED.fullmatch(name)
    return named is not None and _SEPARATORS.sub("-", named[1]).lower() in LIBRARIES
