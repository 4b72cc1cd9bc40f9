"""What a body may hold: no raw HTML, no attributes, no links that lead nowhere or do harm."""

import re
from collections.abc import Iterable, Iterator

from markdown_it.tree import SyntaxTreeNode

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.fields import INVISIBLE, LEGACY_TEXT, LOOKALIKE
from generator.model.piece import Piece
from generator.text.links import Target
from generator.text.tree import anchors, lines_of, tree
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
_ATTRIBUTES = re.compile(r"\{:?\s*[.#][\w-][^}]*\}|\{:?\s*[\w-]+=[^}]*\}|\{:[^}]*\}")
_SAMPLE = 40


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The body of every piece."""
    headings: dict[str, set[str]] = {}
    for piece in subject.plan.workspace.pieces.values():
        root = tree(piece.body.text)
        headings[piece.file] = set(anchors(root))
        if piece.status == "approved" and not piece.body.text.strip():
            yield EMPTY_BODY.at(piece.where("status"))
        yield from _letters(piece)
        for node in root.walk():
            yield from _node(piece, node)
    yield from _links(subject, headings)


def _letters(piece: Piece) -> Iterator[Diagnostic]:
    """Old encodings (told once), invisible characters and letters that only look Latin."""
    for number, line in enumerate(piece.body.text.split("\n")):
        for hidden in invisible(line):
            yield INVISIBLE.at(piece.body.at(number, hidden.offset), name=hidden.name)
        for letter in lookalikes(line):
            where = piece.body.at(number, letter.offset)
            yield LOOKALIKE.at(where, letter=letter.char, latin=letter.latin)
    found = suspect(piece.body.text)
    if found:
        before = piece.body.text[: found.offset]
        where = piece.body.at(before.count("\n"), len(before) - before.rfind("\n") - 1)
        converted = found.converted.split("\n")[before.count("\n")].strip()
        yield LEGACY_TEXT.at(
            where, encoding=found.encoding, sample=found.sample, converted=converted[:80]
        )


def _node(piece: Piece, node: SyntaxTreeNode) -> Iterator[Diagnostic]:
    if node.type in {"html_block", "html_inline"}:
        sample = node.content.strip().split("\n")[0][:_SAMPLE]
        yield RAW_HTML.at(piece.body.find(sample, lines_of(node)), sample=sample)
    elif node.type == "text":
        for match in _ATTRIBUTES.finditer(node.content):
            where = piece.body.find(match[0], lines_of(node))
            yield ATTRIBUTES.at(where, sample=match[0])
    elif node.type in {"bullet_list", "ordered_list"}:
        yield from _list(piece, node)


def _list(piece: Piece, node: SyntaxTreeNode) -> Iterator[Diagnostic]:
    previous = node.previous_sibling
    if previous and previous.type == "paragraph" and lines_of(previous)[1] == lines_of(node)[0]:
        yield LIST_AFTER_TEXT.at(piece.body.at(lines_of(node)[0]))


def _links(subject: Subject, headings: dict[str, set[str]]) -> Iterator[Diagnostic]:
    for piece in subject.plan.workspace.pieces.values():
        for node in (node for node in tree(piece.body.text).walk() if node.type == "link"):
            href = str(node.attrs["href"])
            target = subject.links.resolve(piece.file, href)
            found = _judge(piece, target, href, headings)
            if found:
                rule, details = found
                yield rule.at(piece.body.find(href, lines_of(node)), **details)


def _judge(
    piece: Piece, target: Target, href: str, headings: dict[str, set[str]]
) -> tuple[Rule, dict[str, str]] | None:
    if target.kind == "unsafe":
        return UNSAFE_LINK, {"href": href}
    if target.kind == "unknown":
        return DEAD_LINK, {"href": href}
    file = target.piece.file if target.piece else piece.file
    if target.fragment and target.kind in {"piece", "hidden", "anchor"}:
        known = headings.get(file, set())
        if target.fragment not in known:
            listed = ", ".join(f"#{name}" for name in sorted(known)) or "–"
            return DEAD_ANCHOR, {"fragment": target.fragment, "known": listed}
    return None
