"""The navigation: index pages only, so that every page carries one of constant size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import words
from generator.media import media
from generator.model import addresses
from generator.model.piece import Piece
from generator.model.plan import Plan

LANGUAGES = {"en": "English"}
"""Languages other than that of the site, by the names that their readers give them."""

NavEntry = Mapping[str, str | Sequence[Mapping[str, str]]]
"""As MkDocs has it: a page, `{title: path}`, or a titled group of pages."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """An entry as templates see it: a page by its address, or a group."""

    title: str
    url: str | None = None
    children: tuple["NavigationItem", ...] = ()
    active: bool = False


def nav_of(plan: Plan) -> list[NavEntry]:
    """The index pages; what stands in the foot of every page is a group of its own."""
    sections, kits = _sections("head"), _sections("foot")
    foot = [
        {piece.title: addresses.page(media()[piece.medium], piece)}
        for piece in plan.visible.values()
        if getattr(piece, "menu", None) == "about"
    ]
    others = {lang: addresses.page(media()[it.medium], it) for lang, it in starts(plan).items()}
    return [
        {words("Home"): addresses.HOME},
        {words("Handbook"): addresses.GUIDE},
        *sections,
        {words("Publishing calendar"): addresses.CALENDAR},
        {words("Plans"): addresses.CAMPAIGNS},
        {words("Follow"): addresses.FEEDS},
        *({LANGUAGES[lang]: path} for lang, path in others.items()),
        *([{words("For classes and markets"): kits}] if kits else []),
        *([{words("About this site"): foot}] if foot else []),
    ]


def _sections(menu: str) -> list[dict[str, str]]:
    return [
        {words(medium.plural): addresses.section(medium)}
        for medium in media().values()
        if medium.section and medium.menu == menu
    ]


def starts(plan: Plan) -> Mapping[str, Piece]:
    """The page with which readers of each other language begin, where an author names one."""
    named = (piece for piece in plan.visible.values() if piece.lang in LANGUAGES)
    found = {piece.lang: piece for piece in named if getattr(piece, "menu", None) == "language"}
    return dict(sorted(found.items()))


def items_of(nav: Sequence[NavEntry]) -> list[NavigationItem]:
    """The entries for templates."""
    return [_item(title, target) for entry in nav for title, target in entry.items()]


def _item(title: str, target: str | Sequence[NavEntry]) -> NavigationItem:
    if isinstance(target, str):
        return NavigationItem(title, addresses.url(target))
    return NavigationItem(title, children=tuple(items_of(target)))
