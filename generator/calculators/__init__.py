"""One file a calculator of the site: what is typed, what comes of it, and where it is from.

A module with a `CALCULATOR` is one; its name also stands in `calculator` of `model/article.py`.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from generator.model.calculator import Calculator


@cache
def calculators() -> Mapping[str, Calculator]:
    """Every calculator by the name that `calculator:` of an article gives."""
    modules = [import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)]
    return {each.CALCULATOR.name: each.CALCULATOR for each in modules}
