"""What waits for its author, in a new file or in any, is not published."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.checks import MOST, Alone, Subject
from generator.checks.leftovers import owners
from generator.diagnostics import Diagnostic, Location, Rule, Severity
from generator.media import media
from generator.model.piece import Piece
from generator.model.segment import Segment
from generator.model.workspace import Workspace
from generator.text.mentions import place
from generator.text.nodes import Body
from generator.text.outline import outline
from generator.text.piece_texts import PieceText
from generator.text.placeholders import WORDS, placeholders, says_nothing
from generator.text.starters import unwritten

STARTER = Rule(
    "starter-text",
    "“{text}” is what loa wrote into the new file: nobody has written this yet.",
    "Write your own words here; a summary: may also be left out.",
)
STARTER_LEFT = replace(STARTER, severity=Severity.WARNING)
PLACEHOLDER = Rule(
    "placeholder",
    "“{text}” stands for something that is still to be written.",
    "Write it, or remove it. What only the office can add is listed at to_fill: in the data at the "
    "top of the file.",
)
PLACEHOLDER_LEFT = replace(PLACEHOLDER, severity=Severity.WARNING)
NOBODY = Rule(
    "approver-unnamed",
    "“{text}” is nobody's name: nobody is said to have approved this piece.",
    "Write the name of whoever approved it; until somebody has, set status: ready.",
)
_RULES = {"approved": (STARTER, PLACEHOLDER), "ready": (STARTER_LEFT, PLACEHOLDER_LEFT)}
_WAITS = re.compile(r"(?:đang |còn |vẫn )?(?:chờ|đợi|chưa)(?!\w)", re.IGNORECASE)
_SHOWN = 60  # characters that are quoted


def check_alone(alone: Alone) -> Iterable[Diagnostic]:
    """Every text that readers read of every piece that is written, or is said to be."""
    for text in alone.texts:
        if text.piece.status in _RULES:
            starter, placeholder = _RULES[text.piece.status]
            medium = media()[text.piece.medium]
            left = list(unwritten(medium, text.key, text.text))
            yield from (starter.at(text.at(*span), text=_said(text, *span)) for span in left)
            if not left:
                yield from islice(_placeholders(text, placeholder, medium.body), MOST)
    for piece in alone.pieces:
        name = piece.approved_by if piece.status == "approved" else ""
        waits = _WAITS.match(name) is not None
        if waits or (name and any(placeholders(name, name, is_value=True, is_heard=False))):
            yield NOBODY.at(piece.where("approved_by"), text=name[:_SHOWN])
        if piece.status in _RULES:
            yield from _unnamed(_RULES[piece.status][1], _names(piece))


def unwritten_texts(texts: Iterable[PieceText]) -> Iterator[Diagnostic]:
    """What nobody has written yet in the texts of a piece, for whoever is writing it."""
    for text in texts:
        for span in unwritten(media()[text.piece.medium], text.key, text.text):
            yield STARTER_LEFT.at(text.at(*span), text=_said(text, *span))


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The names of the site, of plans and of whoever takes part."""
    workspace = subject.workspace
    yield from _unnamed(PLACEHOLDER, _titles(workspace))


def _names(piece: Piece) -> Iterator[tuple[str, Location]]:
    """Who is named by a piece, and the words of its pictures."""
    yield piece.author, piece.where("author")
    if piece.picture:
        for key in ("alt", "caption", "credit"):
            yield getattr(piece.picture, key), piece.where("picture", key)
    if "![" in piece.body.text:
        for mention in outline(piece.body.text).pictures:
            yield mention.words, place(piece.body, mention)
    yield from owners(piece)
    for number, person in enumerate(piece.persons if isinstance(piece, Segment) else ()):
        yield person.name, piece.where("persons", number, "name")


def _titles(workspace: Workspace) -> Iterator[tuple[str, Location]]:
    if workspace.site.name in WORDS:  # any other name may be meant
        yield workspace.site.name, workspace.site.file.where("site_name")
    for campaign in workspace.campaigns.values():
        yield campaign.title, campaign.where("title")
        yield from ((each.title, each.where("title")) for each in campaign.activities)
    partners = (name for partner in workspace.partners.values() for name in partner.names)
    places = (name for place in workspace.places.values() for name in place.names)
    yield from ((each.name, each.where("name")) for each in (*partners, *places))


def _unnamed(rule: Rule, values: Iterable[tuple[str, Location]]) -> Iterator[Diagnostic]:
    for value, where in values:
        if value and says_nothing(value):
            yield rule.at(where, text=value[:_SHOWN])


def _placeholders(text: PieceText, rule: Rule, body: Body) -> Iterator[Diagnostic]:
    is_heard = not text.key and body == "script"
    found = placeholders(text.text, text.prose, is_value=bool(text.key), is_heard=is_heard)
    for each in found:
        where = text.at(each.start, each.end)
        chosen = rule if each.sure else PLACEHOLDER_LEFT
        yield chosen.at(where, text=_said(text, each.start, each.end))


def _said(text: PieceText, start: int, end: int) -> str:
    return " ".join(text.text[start:end].split())[:_SHOWN]
