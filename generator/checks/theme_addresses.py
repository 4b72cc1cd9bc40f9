"""Addresses in own HTML of the site (`assets/theme/`) that lead to no page and no file of it."""

import posixpath
import re
from collections.abc import Iterable
from difflib import get_close_matches
from urllib.parse import unquote

from generator.checks import Subject
from generator.checks.theme import PICTURES, PUBLIC_ENDINGS, style_places
from generator.diagnostics import Diagnostic, Rule
from generator.model import addresses
from generator.model.site import HTML_SLOTS, OWN_THEME
from generator.text.html_page import is_elsewhere
from generator.text.own_html import ROOT, site_addresses

NO_FILE = Rule(
    "html-dead",
    "“{address}” leads to nothing on the site.",
    "Put the file into assets/theme/ and write: ${{root}}assets/theme/{name}",
)
NO_PAGE = NO_FILE.with_hint(
    "Write the address of a page, with / at its end, for example: ${{root}}{near}"
)
NO_STYLE_FILE = NO_FILE.with_hint("Put the file into assets/theme/ and write: url({name})")
_LISTED = re.compile(r"(?:^|/)trang-\d+/$|^lich/")  # pages of lists and of quarters, made by need
_DRAWN = re.compile(r"^assets/(?:chia-se/|bieu-tuong-)|/ma-ket/")  # pictures that the site makes


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Each address once, where it stands first; a build would tell it of each page."""
    yield from _of_styles(subject)
    pages, files = _pages(subject), _files(subject)
    unread = bool(subject.links.broken_files or subject.links.unsure)
    for name, html in sorted(subject.workspace.site.html.items()):
        for address, where in site_addresses(html).items() if name in HTML_SLOTS else ():
            path = unquote(re.split("[?#]", address.removeprefix(ROOT))[0])
            path = path.removesuffix("index.html")
            if _is_file(path):
                if path not in files and not _DRAWN.search(path):
                    yield NO_FILE.at(where, address=address, name=posixpath.basename(path))
            elif not (unread or path in pages or _LISTED.search(path) or _has_ending(path)):
                near = (*get_close_matches(path, pages, 1), addresses.url(addresses.CALENDAR))
                yield NO_PAGE.at(where, address=address, near=near[0])


def _of_styles(subject: Subject) -> Iterable[Diagnostic]:
    """What a style sheet of one's own loads, as a browser finds it: beside the sheet itself."""
    files = _files(subject)
    for sheet, asset in subject.workspace.assets.items():
        if not (sheet.startswith(OWN_THEME) and _ends(sheet, (".css",))):
            continue
        for address, where in style_places(sheet, asset):
            path = unquote(re.split("[?#]", address.strip())[0])
            there = posixpath.normpath(posixpath.join(posixpath.dirname(sheet), path))
            if path and not is_elsewhere(address) and there not in files:
                yield NO_STYLE_FILE.at(where, address=address, name=posixpath.basename(path))


def _pages(subject: Subject) -> set[str]:
    links, visible = subject.links, subject.plan.visible
    aliases = (alias for piece in visible.values() for alias in piece.aliases)
    return {
        *map(addresses.url, links.result_paths),
        *(addresses.url(links.pages[identity]) for identity in visible),
        *(addresses.url(addresses.redirect(alias)) for alias in aliases),
        addresses.url(addresses.HOME),
    }


def _files(subject: Subject) -> set[str]:
    assets = subject.workspace.assets
    own = (path for path in assets if path.startswith(OWN_THEME) and _ends(path, PUBLIC_ENDINGS))
    return {
        *own,
        *map(addresses.picture, assets),
        *(addresses.EMBLEM, addresses.ICON, addresses.DRAWINGS),
    }


def _is_file(path: str) -> bool:
    return path.startswith(OWN_THEME) or _ends(path, PICTURES)


def _has_ending(path: str) -> bool:
    """Feeds, calendars, workbooks: only a build knows which of them there are."""
    return "." in posixpath.basename(path)


def _ends(path: str, endings: tuple[str, ...]) -> bool:
    return path.casefold().endswith(endings)
