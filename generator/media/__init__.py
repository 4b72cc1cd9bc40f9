"""One file per medium: its record, its words, its place on the site. No list is edited."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from generator.model.medium import Medium


@cache
def media() -> Mapping[str, Medium]:
    """Every medium by name, in the order of menus."""
    names = sorted(module.name for module in iter_modules(__path__))
    found = [import_module(f"{__name__}.{name}").MEDIUM for name in names]
    return {medium.name: medium for medium in sorted(found, key=lambda m: (m.order, m.name))}
