"""What a body may hold: no raw HTML, no attributes, no links that lead nowhere or do harm."""

from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import unquote

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.piece import Piece
from generator.model.slips import INVISIBLE, LEGACY_TEXT, LOOKALIKE
from generator.text.links import Target
from generator.text.outline import Outline, anchors, outline, place
from generator.vietnamese.legacy import suspect
from generator.vietnamese.text import invisible, lookalikes

RAW_HTML = Rule(
    "raw-html",
    "HTML is not allowed in a text: {sample}",
    "Use Markdown: **bold**, *italic*, [words](address), ![picture](path).",
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
MOST = 50  # odd letters of one text that are told; who finds fifty pastes the whole text anew


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The body of every piece."""
    for piece in subject.plan.workspace.pieces.values():
        if piece.status == "approved" and not piece.body.text.strip():
            yield EMPTY_BODY.at(piece.where("status"))
        yield from _old_encoding(piece)
        yield from islice(_letters(piece), MOST)
        yield from _forbidden(piece, outline(piece.body.text))
        yield from islice(_links(subject, piece, outline(piece.body.text)), MOST)


def _old_encoding(piece: Piece) -> Iterator[Diagnostic]:
    found = suspect(piece.body.text)
    if found:
        before = piece.body.text[: found.offset]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        yield LEGACY_TEXT.at(
            piece.body.at(line, column, found.length),
            encoding=found.encoding,
            sample=found.sample,
            converted=found.converted.strip(),
        )


def _letters(piece: Piece) -> Iterator[Diagnostic]:
    """Invisible characters and letters that only look Latin."""
    text = piece.body.text
    if not invisible(text) and not lookalikes(text):
        return
    for number, line in enumerate(text.split("\n")):
        for hidden in invisible(line):
            yield INVISIBLE.at(piece.body.at(number, hidden.offset), name=hidden.name)
        for letter in lookalikes(line):
            where = piece.body.at(number, letter.offset)
            yield LOOKALIKE.at(where, letter=letter.char, latin=letter.latin)


def _forbidden(piece: Piece, found: Outline) -> Iterator[Diagnostic]:
    for html in found.html[:MOST]:
        yield RAW_HTML.at(place(piece.body, html), sample=html.text)
    for braces in found.attributes[:MOST]:
        yield ATTRIBUTES.at(place(piece.body, braces), sample=braces.text[:40])
    for line in found.crowded[:MOST]:
        yield LIST_AFTER_TEXT.at(piece.body.at(line))


def _links(subject: Subject, piece: Piece, found: Outline) -> Iterator[Diagnostic]:
    for link in found.links:
        target = subject.links.resolve(piece.file, link.text)
        judged = _judge(piece, target, link.text)
        if judged:
            rule, details = judged
            yield rule.at(place(piece.body, link), **details)


def _judge(piece: Piece, target: Target, href: str) -> tuple[Rule, dict[str, str]] | None:
    if target.kind == "unsafe":
        return UNSAFE_LINK, {"href": unquote(href)}
    if target.kind == "unknown":
        return DEAD_LINK, {"href": unquote(href)}
    if target.fragment and target.kind in {"piece", "hidden", "anchor"}:
        known = anchors((target.piece or piece).body.text)
        if target.fragment not in known:
            listed = ", ".join(f"#{name}" for name in known) or "–"
            return DEAD_ANCHOR, {"fragment": target.fragment, "known": listed}
    return None
