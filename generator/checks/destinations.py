"""Where the links of a body lead: nowhere, or where they do harm, they may not."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from urllib.parse import unquote

from generator.checks import MOST, Subject
from generator.diagnostics import Diagnostic, Rule
from generator.model.piece import Piece
from generator.text.links import Target
from generator.text.mentions import place
from generator.text.outline import anchors, outline

OWN_ADDRESS = Rule(
    "own-address",
    "“{href}” is a page of this site by its address: nobody would be told when it has moved.",
    "Write the path from this file to the other Markdown file, for example ../bao-chi/bai-1.md.",
)
UNSAFE_LINK = Rule(
    "unsafe-link",
    "The link “{href}” can do harm.",
    "Link to an address that begins with https://, to mailto: or tel:, or to another file (.md).",
)
DEAD_LINK = Rule(
    "dead-link",
    "The link “{href}” leads nowhere.",
    "Write the path from this file to the other Markdown file, for example ../bao-chi/bai-1.md.",
)
DEAD_ANCHOR = Rule(
    "dead-anchor",
    "There is no heading “#{fragment}” on the page that is linked to.",
    "The headings of that page are: {known}.",
)
WHOLE_ADDRESS = Rule(
    DEAD_LINK.code,
    DEAD_LINK.message,
    "Write the whole address: {better}",
)
NEAR_FILE = Rule(
    DEAD_LINK.code,
    DEAD_LINK.message,
    "Did you mean “{better}”?",
)
WINDOWS_PATH = Rule(
    "windows-path",
    "“{file}” is a path as Windows writes it; websites do not know it.",
    "Write the path from this file with forward slashes: {better}",
)
_SITE = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|info|edu|gov)(?:[/:?#]|$))\S*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The links in the body of every piece."""
    for piece in subject.pieces:
        text = piece.body.text
        named = subject.memory.read("hrefs", text, partial(_named, text))
        if any(_judged(subject, piece, href) for href in named):
            yield from islice(_links(subject, piece), MOST)


def _named(text: str) -> list[str]:
    return sorted({link.text for link in outline(text).links})


def _links(subject: Subject, piece: Piece) -> Iterator[Diagnostic]:
    for link in outline(piece.body.text).links:
        if judged := _judged(subject, piece, link.text):
            rule, details = judged
            yield rule.at(place(piece.body, link), **details)


def _judged(subject: Subject, piece: Piece, href: str) -> tuple[Rule, dict[str, str]] | None:
    return _judge(subject, piece, subject.links.resolve(piece.file, href), unquote(href))


def _judge(
    subject: Subject, piece: Piece, target: Target, href: str
) -> tuple[Rule, dict[str, str]] | None:
    if target.kind in {"unsafe", "unknown"} and "\\" in href:
        return WINDOWS_PATH, {"file": href, "better": _forward(subject, piece, href)}
    if target.kind == "external" and _is_own(subject.plan.workspace.site.url, href):
        return OWN_ADDRESS, {"href": href}
    if target.kind == "unsafe":
        return UNSAFE_LINK, {"href": href}
    if target.kind == "unknown":
        rule, better = _meant(subject, piece, href)
        return rule, {"href": href, "better": better}
    if target.fragment and target.kind in {"piece", "hidden", "anchor"}:
        known = anchors((target.piece or piece).body.text)
        if target.fragment not in known:
            listed = ", ".join(f"#{name}" for name in islice(known, MOST)) or "–"
            return DEAD_ANCHOR, {"fragment": target.fragment, "known": listed}
    return None


def _is_own(site: str, href: str) -> bool:
    """Whether an address is one of the site, whose own name no link needs."""
    own = site.partition("://")[2]
    return bool(own) and href.partition("://")[2].startswith(own)


def _meant(subject: Subject, piece: Piece, href: str) -> tuple[Rule, str]:
    """What a link that leads nowhere seems to be meant for."""
    if _MAIL.fullmatch(href):
        return WHOLE_ADDRESS, f"mailto:{href}"
    if _SITE.fullmatch(href) and not href.endswith(".md"):
        return WHOLE_ADDRESS, f"https://{href}"
    near = _like(subject, piece, href)
    return (NEAR_FILE, near) if near else (DEAD_LINK, "")


def _forward(subject: Subject, piece: Piece, href: str) -> str:
    """A path of Windows as it is written here."""
    path = href.replace("\\", "/")
    inside = not re.match(r"[A-Za-z]:|/", path)
    return _like(subject, piece, path) or (path if inside else posixpath.basename(path))


def _like(subject: Subject, piece: Piece, href: str) -> str:
    """The way to the piece whose file or id has the same name, or nothing."""
    name = posixpath.splitext(posixpath.basename(href.partition("#")[0].rstrip("/")))[0]
    for file, other in subject.links.pieces.items():
        if name and name in {other.id, posixpath.splitext(posixpath.basename(file))[0]}:
            return posixpath.relpath(file, posixpath.dirname(piece.file))
    return ""
