"""One file per medium: its record, its words, its place on the site. No list is edited."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from generator.model.medium import Medium
from generator.model.piece import Piece


@cache
def media() -> Mapping[str, Medium]:
    """Every medium by name, in the order of menus."""
    names = sorted(module.name for module in iter_modules(__path__))
    found = [import_module(f"{__name__}.{name}").MEDIUM for name in names]
    return {medium.name: medium for medium in sorted(found, key=lambda m: (m.order, m.name))}


def of_kind(kind: type[Piece]) -> list[Medium]:
    """The media whose pieces are of a kind, such as `Segment`, in the order of menus."""
    return [medium for medium in media().values() if issubclass(medium.record, kind)]
