"""Where the links of a body lead: nowhere, or where they do harm, they may not."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from urllib.parse import unquote

from generator.checks import MOST, Subject, home_page
from generator.checks.markup import SWAPPED_PARTS, TURNED_LINK, link_in_order
from generator.checks.reserved_addresses import name_fault
from generator.diagnostics import Diagnostic, Location, Rule, warning
from generator.model.intended_values import meant_web_address
from generator.model.picture import PictureFacts
from generator.model.piece import Piece
from generator.text.link_ways import to_address, to_name, to_nearest, to_owner, to_path
from generator.text.links import Target
from generator.text.mentions import Mention, place
from generator.text.outline import anchors, outline
from generator.text.web_addresses import MEMBERS, SHORT
from generator.vietnamese.hidden_characters import visible
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import nfc

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
GONE_FILE = DEAD_LINK.with_hint(
    "There is no such file, and {count} files link to it, first {first}. Put it back, or take the "
    "links out."
)
RENAMED_FILE = DEAD_LINK.with_hint(
    "There is no such file, and {count} files link to it, first {first}. If it is {better} now, "
    "give that its old name again, or write the new one in the links."
)
WHOLE_ADDRESS = DEAD_LINK.with_hint("Write the whole address: {better}")
BAD_ADDRESS = DEAD_LINK.with_hint(
    "Write the whole address: https:// and the name of the site, mailto: and an address with @, or "
    "tel: and the number."
)
FOR_FEW = warning(
    "link-for-few",
    "“{href}” opens only for those with whom it is shared, or after logging in.",
    "Open it in a private window of the browser. If it asks for a name, let it be published, or "
    "put what readers need into the text.",
)
SHORT_LINK = warning(
    "short-link",
    "“{href}” does not say where it leads, and ends with the service that made it.",
    "Open it, and write the address that the browser shows then.",
)
WITH_PASSWORD = DEAD_LINK.with_hint(
    "A name and a password stand in it, for everybody to read. Write it without: {better}"
)
NEAR_FILE = DEAD_LINK.with_hint("Did you mean “{better}”?")
OWN_FILE = OWN_ADDRESS.with_hint("Write instead: {word}")
PICTURE_LINK = DEAD_LINK.with_hint(
    "No page leads to a picture. Show it in the text, with what is to be seen: {better}"
)
FILE_LINK = DEAD_LINK.with_hint(
    "Readers cannot open files of assets/. Put it on a website, and write its whole address."
)
WINDOWS_PATH = Rule(
    "windows-path",
    "“{file}” is a path as Windows writes it; websites do not know it.",
    "Write the path from this file with forward slashes: {better}",
)
_WAYS = (to_path, to_name, to_owner, to_nearest)
_SITE = re.compile(
    r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?!(?:md|html?|pdf|docx?|xlsx?|pptx?|png|jpe?g|svg|webp|mp[34]"
    r"|ics|xml|json|opml|txt|csv|zip|srt)\b)[a-z]{2,7}(?:[/:?#]|$))\S*"
)
_WHOLE = re.compile(
    r"(?i:https?)://(?:[^\s/?#@,.]+\.)*[^\s/?#@,.]+\.[^\s/?#@,.:]{2,}(?::\d+)?(?:[/?#].*)?"
    r"|(?i:https?)://\[[\da-fA-F:]+\](?::\d+)?(?:[/?#].*)?"
    r"|(?i:https?)://\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?:[/?#].*)?"
    r"|(?i:mailto):[^\s@]+@[\w-]+(?:\.[\w-]+)+(?:\?.*)?|(?i:tel):\+?[\d().;=-]{3,}"
)
"""An address that a browser can go to as it stands."""
_PASSWORD = re.compile(r"(?P<scheme>(?i:https?)://)[^\s/?#@]+@(?P<rest>[^\s@]+)")
_KNOWN = re.compile(r"(?:mailto|tel|javascript|data|file|ftp)\s*:", re.IGNORECASE)
_KIND = re.compile(r"\s*[A-Za-z]{2,8}\s*[:;]\s*(?=[^\s@]+@)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_MAIL_AS_SITE = re.compile(rf"(?i:https?)://(?P<mail>{_MAIL.pattern})/?")
"""A mailbox that a word processor took for a site."""


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Links that lead nowhere; of several files that link to one that is gone, that is told."""
    dead: dict[str, list[Diagnostic]] = {}
    lost = {home_page.FILE} if home_page.is_gone(subject) else set()  # that is told by itself
    for piece in subject.pieces:
        text = piece.body.text
        named = subject.memory.read("hrefs", text, partial(_named, text))
        if not any(link_fault(subject, piece, href) for href in named):
            continue
        for told, wanted in islice(_dead(subject, piece), MOST):
            if wanted:
                dead.setdefault(wanted, []).append(told)
            else:
                yield told
    for path, same in dead.items():
        if path in lost:
            continue
        alone = len({each.where.path for each in same}) == 1
        yield from same if alone else [_gone(subject, path, same)]


def _named(text: str) -> list[str]:
    """Every address that a body links to."""
    return sorted({link.text for link in outline(text).links})


def link_fault(subject: Subject, piece: Piece, href: str) -> tuple[Rule, dict[str, str]] | None:
    """What is wrong with a link of a piece, and what fills the message."""
    return _judge(subject, piece, subject.links.resolve(piece.file, href), unquote(href))


def _turned(piece: Piece, link: Mention) -> re.Match[str] | None:
    """A link as it is written, if its words are the address."""
    lines = "\n".join(piece.body.text.split("\n")[slice(*link.lines)])
    known = (link.text, unquote(link.text))
    return next((each for each in TURNED_LINK.finditer(lines) if each["words"] in known), None)


def _dead(subject: Subject, piece: Piece) -> Iterator[tuple[Diagnostic, str]]:
    """Each link of a piece that is wrong, with the path of the piece that it should lead to."""
    for link in outline(piece.body.text).links:
        if wrong := link_fault(subject, piece, link.text):
            rule, details = wrong
            path = unquote(link.text).partition("#")[0]
            wanted = nfc(posixpath.normpath(posixpath.join(posixpath.dirname(piece.file), path)))
            if rule is DEAD_LINK and (turned := _turned(piece, link)):
                sample, better = turned[0], link_in_order(turned)
                yield SWAPPED_PARTS.at(place(piece.body, link), sample=sample, better=better), ""
                continue
            if rule is OWN_FILE and not _has_words(piece, link):
                details = {**details, "word": _with_words(subject, piece, details["word"])}
            is_gone = rule in (DEAD_LINK, NEAR_FILE) and wanted.endswith(".md")
            yield rule.at(place(piece.body, link), **details), wanted if is_gone else ""


def _has_words(piece: Piece, link: Mention) -> bool:
    """Whether words lead to an address, which else stands in the text by itself."""
    where = place(piece.body, link)
    return where.text[: where.column - 1].rstrip("<").endswith("](")


def _with_words(subject: Subject, piece: Piece, path: str) -> str:
    """A link with the title of what it leads to, or with its path."""
    target = subject.links.resolve(piece.file, path)
    return f"[{target.piece.title if target.piece else path}]({path})"


def _gone(subject: Subject, path: str, told: list[Diagnostic]) -> Diagnostic:
    """A file that is not there, though others link to it: deleted, renamed or moved."""
    first = told[0].where
    where = Location(path)
    count = len({each.where.path for each in told})
    by_file = {nfc(piece.file): piece for piece in subject.links.pieces.values()}
    stem = slugify(posixpath.splitext(posixpath.basename(path))[0])
    near = (
        file
        for file, piece in by_file.items()
        if stem in {piece.id, slugify(posixpath.splitext(posixpath.basename(file))[0])}
    )
    details = {"href": path, "count": count, "first": first, "better": next(near, "")}
    return (RENAMED_FILE if details["better"] else GONE_FILE).at(where, **details)


def _judge(
    subject: Subject, piece: Piece, target: Target, href: str
) -> tuple[Rule, dict[str, str]] | None:
    is_path = target.kind in {"unsafe", "unknown"} and "\\" in href
    if is_path and not re.match(r"[htps]{3,8}:", href):
        return WINDOWS_PATH, {"file": href, "better": _forward(subject, piece, href)}
    if target.kind in {"external", "unsafe"}:
        return _outside(subject, piece, target, href)
    if target.kind == "unknown":
        rule, better = _meant(subject, piece, href)
        shown = {"word": better} if rule is NEAR_FILE else {}
        return rule, {"href": href, "better": better, **shown}
    if target.fragment and target.kind in {"piece", "hidden", "anchor"}:
        text = (target.piece or piece).body.text
        known = anchors(text)
        # A heading with a letter of another script is told as that, and has another fragment then.
        if target.fragment not in known and target.fragment not in anchors(visible(text)):
            listed = ", ".join(f"#{name}" for name in islice(known, MOST)) or "–"
            return DEAD_ANCHOR, {"fragment": target.fragment, "known": listed}
    return None


def _outside(
    subject: Subject, piece: Piece, target: Target, href: str
) -> tuple[Rule, dict[str, str]] | None:
    site = subject.workspace.site.url
    if target.kind == "unsafe":
        rule, details = _whole(href)
        return (rule if details["better"] else UNSAFE_LINK), details
    if not _is_own(site, href) and (kept := name_fault(href)):
        return kept, {"href": href}
    if secret := _PASSWORD.fullmatch(href):
        mailbox = _MAIL_AS_SITE.fullmatch(href)
        better = f"mailto:{mailbox['mail']}" if mailbox else f"{secret['scheme']}{secret['rest']}"
        return (WHOLE_ADDRESS if mailbox else WITH_PASSWORD), {"href": href, "better": better}
    if not _WHOLE.fullmatch(href):
        return _whole(href)
    for form, rule in ((MEMBERS, FOR_FEW), (SHORT, SHORT_LINK)):
        if form.fullmatch(href):
            return rule, {"href": href}
    return _own(subject, piece, href) if _is_own(site, href) else None


def _own(subject: Subject, piece: Piece, href: str) -> tuple[Rule, dict[str, str]]:
    """A page or file of the site by its whole address, and how it is written here."""
    own = subject.workspace.site.url.partition("://")[2].rstrip("/")
    path, mark, fragment = href.partition("://")[2].removeprefix(own).partition("#")
    path = path.partition("?")[0]
    ways = (to_address, to_name, to_owner, to_nearest)
    better = next(filter(None, (to(subject.links, piece, path) for to in ways)), "")
    rule = OWN_FILE if better else OWN_ADDRESS
    return rule, {"href": href, "word": f"{better}{mark}{fragment}"}


def _whole(href: str) -> tuple[Rule, dict[str, str]]:
    """What an address of another site or person that nobody can open was meant for."""
    mail = _KIND.sub("", href)
    if mail != href and _MAIL.fullmatch(mail):
        return WHOLE_ADDRESS, {"href": href, "better": f"mailto:{mail}"}
    meant = None if _KNOWN.match(href) else meant_web_address(href)
    rule = WHOLE_ADDRESS if meant else BAD_ADDRESS
    return rule, {"href": href, "better": meant.text if meant else ""}


def _is_own(site: str, href: str) -> bool:
    """Whether an address is one of the site, whose own name no link needs."""
    own, named = site.partition("://")[2], href.partition("://")[2]
    return bool(own) and (named.startswith(own) or named == own.rstrip("/"))


def _meant(subject: Subject, piece: Piece, href: str) -> tuple[Rule, str]:
    """What a link that leads nowhere seems to be meant for."""
    if _MAIL.fullmatch(href):
        return WHOLE_ADDRESS, f"mailto:{href}"
    if (
        (meant := meant_web_address(href))
        and not _SITE.fullmatch(href)
        and re.match(r"[htps]{3,8}[:;/]|[“”‘’\"'<]", href)
    ):
        return WHOLE_ADDRESS, meant.text
    if _SITE.fullmatch(href) and not href.endswith(".md"):
        return WHOLE_ADDRESS, f"https://{href}"
    if (asset := _asset(subject, piece, href)) is not None:
        return (PICTURE_LINK, asset) if asset else (FILE_LINK, "")
    path, mark, fragment = href.partition("#")
    near = next(filter(None, (to(subject.links, piece, path) for to in _WAYS)), "")
    return (NEAR_FILE, f"{near}{mark}{fragment}") if near else (DEAD_LINK, "")


def _asset(subject: Subject, piece: Piece, href: str) -> str | None:
    """How a picture of `assets/` is shown; nothing for another file of it, None for no file."""
    _, found, below = href.partition("assets/")
    path = f"assets/{below}"
    if not found or ".." in below or path not in subject.workspace.assets:
        return None
    known = subject.workspace.assets[path]
    way = posixpath.relpath(path, posixpath.dirname(piece.file))
    return f"![…]({way})" if isinstance(known.picture(), PictureFacts) else ""


def _forward(subject: Subject, piece: Piece, href: str) -> str:
    """A path of Windows as it is written here."""
    path = href.replace("\\", "/")
    inside = not re.match(r"[A-Za-z]:|/", path)
    return to_name(subject.links, piece, path) or (path if inside else posixpath.basename(path))
