"""Words that lie beside the code, in `words.toml` of a package, for whoever proofreads them."""

import tomllib
from functools import cache
from pkgutil import get_data
from typing import Any


@cache
def word_lists(package: str) -> dict[str, Any]:
    """The lists and tables of a package, by their names."""
    return tomllib.loads((get_data(package, "words.toml") or b"").decode().replace("\r\n", "\n"))
