"""Every picture says whose it is, and those who are seen in it agreed."""

from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, Severity
from generator.media.newspaper import Story
from generator.model.asset import Asset
from generator.model.picture import Picture
from generator.model.piece import Piece
from generator.text.pictures import Pictured, pictures_of

NO_CREDIT = Rule(
    "credit-missing",
    "Nobody is named as the author of the picture “{file}”.",
    "Add to the front matter: rights: - {{file: {file}, credit: …, source: …}}",
    Severity.WARNING,
)
NO_CREDIT_IN_PRINT = Rule(NO_CREDIT.code, NO_CREDIT.message, NO_CREDIT.hint)
NO_SOURCE = Rule(
    "picture-source-missing",
    "It is not said where the picture “{file}” comes from and why it may be used.",
    "Add source: … to its rights:, for example who took it, when, and by which agreement.",
    Severity.WARNING,
)
NO_PEOPLE = Rule(
    "people-unsaid",
    "It is not said whether somebody in the photograph “{file}” can be recognised.",
    "Add people: none or people: recognisable to its rights:.",
    Severity.WARNING,
)
NO_CONSENT = Rule(
    "consent-missing",
    "People in the photograph “{file}” can be recognised, but nothing says that they agreed.",
    "Add consent: … with how they agreed and where that is kept, or use another photograph.",
    Severity.WARNING,
)
NO_CONSENT_APPROVED = Rule(NO_CONSENT.code, NO_CONSENT.message, NO_CONSENT.hint)
UNUSED = Rule(
    "rights-unused",
    "The piece shows no picture “{file}”.",
    "Correct the path, or remove these lines.",
    Severity.WARNING,
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every picture of every piece; one that cannot be seen is told by another check.

    A warning becomes an error where harm would be done: a paper prints an approved story without
    its credit, or a face is published without consent.
    """
    for piece in subject.plan.workspace.pieces.values():
        if piece.status == "withdrawn":
            continue
        pictures = list(pictures_of(piece))
        for picture in pictures:
            if not _can_be_seen(subject.plan.workspace.assets.get(picture.file)):
                continue
            yield from _credit(piece, picture)
            yield from () if picture.is_drawn else _people(piece, picture)
        shown = {picture.file for picture in pictures}
        known = shown <= subject.plan.workspace.assets.keys()  # else a path is told already
        for index, rights in enumerate(piece.rights):
            if known and rights.file not in shown:
                yield UNUSED.at(piece.where("rights", index, "file"), file=rights.file)


def _can_be_seen(asset: Asset | None) -> bool:
    return asset is not None and isinstance(asset.picture(), Picture)


def _credit(piece: Piece, picture: Pictured) -> Iterator[Diagnostic]:
    if not picture.credit:
        printed = isinstance(piece, Story) and piece.status == "approved"
        rule = NO_CREDIT_IN_PRINT if printed else NO_CREDIT
        yield rule.at(_place(piece, picture), file=picture.file)
    elif not (picture.rights and picture.rights.source):
        yield NO_SOURCE.at(_place(piece, picture), file=picture.file)


def _people(piece: Piece, picture: Pictured) -> Iterator[Diagnostic]:
    rights = picture.rights
    if rights is None or rights.people is None:
        yield NO_PEOPLE.at(_place(piece, picture), file=picture.file)
    elif rights.people == "recognisable" and not rights.consent:
        rule = NO_CONSENT_APPROVED if piece.status == "approved" else NO_CONSENT
        yield rule.at(_place(piece, picture), file=picture.file)


def _place(piece: Piece, picture: Pictured) -> Location:
    """What is said of its rights, or else the picture."""
    for index, rights in enumerate(piece.rights):
        if rights.file == picture.file:
            return piece.where("rights", index)
    return piece.where("picture") if picture.line is None else piece.body.at(picture.line)
