"""What a body may hold: no raw HTML, no attributes, no links that lead nowhere or do harm."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import unquote

from generator.checks import MOST, Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.memory import Memory
from generator.model.odd import odd_words
from generator.model.piece import Piece
from generator.model.slips import LEGACY_TEXT, LOST_LETTER
from generator.text.links import Target
from generator.text.mentions import Outline, place
from generator.text.outline import anchors, outline
from generator.vietnamese.legacy import suspect
from generator.vietnamese.text import invisible, lookalikes, lost_letters

RAW_HTML = Rule(
    "raw-html",
    "HTML is not allowed in a text: {sample}",
    "Use Markdown: **bold**, *italic*, [words](address), ![picture](path).",
)
_HINTS = {
    "!--": "Remove it; a remark for colleagues is a line that begins with # in the data at the top "
    "of the file.",
    "br": "End the line with a backslash (\\), or begin a new paragraph after an empty line.",
    "sub": "Write the small figure itself: H₂O, CO₂.",
    "sup": "Write the small figure itself: m², m³.",
    "u": "Write what is to stand out in bold: **khóa van**.",
    "mark": "Write what is to stand out in bold: **khóa van**.",
    "s": "Cross words out with two signs on both sides: ~~giá cũ~~.",
    "del": "Cross words out with two signs on both sides: ~~giá cũ~~.",
    "strike": "Cross words out with two signs on both sides: ~~giá cũ~~.",
    "table": "Write a table: | Tháng | Nước |, below it |---|---|, and then a line for each row.",
}
HTML = {tag: Rule(RAW_HTML.code, RAW_HTML.message, hint) for tag, hint in _HINTS.items()}
"""By the tag, where more can be said than in general."""
OWN_ADDRESS = Rule(
    "own-address",
    "“{href}” is a page of this site by its address: nobody would be told when it has moved.",
    "Write the path from this file to the other Markdown file, for example ../bao-chi/bai-1.md.",
)
ATTRIBUTES = Rule(
    "attribute-list",
    "Attributes in braces are not allowed in a text: {sample}",
    "Remove the braces and what is between them.",
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
LIST_AFTER_TEXT = Rule(
    "list-after-text",
    "A list follows a text without an empty line between them.",
    "Put an empty line before the first item.",
    Severity.WARNING,
)
EMPTY_BODY = Rule(
    "empty-body",
    "The piece is approved, but it has no text.",
    "Write the text below the second ---.",
)
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8")  # of Word, which `checks/markup.py` tells
_TAG = re.compile(r"<(/?)([A-Za-z0-9-]+|!--)")
_SITE = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|info|edu|gov)(?:[/:?#]|$))\S*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The body of every piece."""
    for piece in subject.pieces:
        if piece.status == "approved" and not piece.body.text.strip():
            yield EMPTY_BODY.at(piece.where("status"))
        yield from _old_encoding(piece, subject.memory)
        yield from islice(_letters(piece), MOST)
        yield from _forbidden(piece, outline(piece.body.text))
        yield from islice(_links(subject, piece, outline(piece.body.text)), MOST)


def _old_encoding(piece: Piece, memory: Memory) -> Iterator[Diagnostic]:
    text = piece.body.text
    odd = memory.read("old-encoding", text, lambda: suspect(text) is not None)
    if odd and (found := suspect(text)):
        before = piece.body.text[: found.offset]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        yield LEGACY_TEXT.at(
            piece.body.at(line, column, found.length),
            encoding=found.encoding,
            sample=found.sample,
            converted=found.converted.strip(),
        )


def _letters(piece: Piece) -> Iterator[Diagnostic]:
    """Invisible characters, letters that only look Latin, and what stands for a lost letter."""
    text = piece.body.text
    if not (invisible(text) or lookalikes(text) or lost_letters(text)):
        return
    for number, line in enumerate(text.split("\n")):
        for odd in odd_words(line):
            where = piece.body.at(number, odd.start, odd.end - odd.start)
            yield odd.rule.at(where, **odd.details)
        for offset, word in lost_letters(line)[:1]:  # who has lost one has lost more in this line
            if word not in _BULLETS:
                yield LOST_LETTER.at(piece.body.at(number, offset, len(word)), sample=word[:60])


def _forbidden(piece: Piece, found: Outline) -> Iterator[Diagnostic]:
    opened: set[str] = set()
    for html in found.html[:MOST]:
        closing, tag = _tag(html.text)
        if not (closing and tag in opened):  # an end is told with its beginning
            yield HTML.get(tag, RAW_HTML).at(place(piece.body, html), sample=html.text)
        opened.add(tag)
    for braces in found.attributes[:MOST]:
        yield ATTRIBUTES.at(place(piece.body, braces), sample=braces.text[:40])
    for line in found.crowded[:MOST]:
        yield LIST_AFTER_TEXT.at(piece.body.at(line))


def _tag(html: str) -> tuple[bool, str]:
    """Whether a tag is an end, and its name in small letters."""
    match = _TAG.match(html)
    return (bool(match[1]), match[2].casefold()) if match else (False, "")


def _links(subject: Subject, piece: Piece, found: Outline) -> Iterator[Diagnostic]:
    for link in found.links:
        target = subject.links.resolve(piece.file, link.text)
        judged = _judge(subject, piece, target, unquote(link.text))
        if judged:
            rule, details = judged
            yield rule.at(place(piece.body, link), **details)


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
