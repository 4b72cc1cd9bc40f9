"""Every picture says whose it is, and those who are seen in it agreed."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule, Severity, warning
from generator.model.asset import Asset
from generator.model.piece import Piece
from generator.model.printed_piece import PrintedPiece
from generator.model.rights import Rights
from generator.model.story import Story
from generator.source.blank import why_hidden
from generator.source.list_forms import TWICE
from generator.source.replacement_lines import YOUR_WORDS, instead, with_key
from generator.text.picture_use import PictureUse, pictures_of

_BESIDE = "Type this line instead:\n{typed}"
_IN_LIST = "At the top of the file, below the line rights:, type:\n{item}"
_AT_TOP = "At the top of the file, above the second ---, type:\n{head}"
_WHERE = {"typed": _BESIDE, "item": _IN_LIST, "head": _AT_TOP}


def _rules(code: str, message: str) -> dict[tuple[str, Severity], Rule]:
    """A rule for each place where its lines are typed, as a warning and as an error."""
    return {
        (where, severity): Rule(code, message, hint, severity)
        for where, hint in _WHERE.items()
        for severity in Severity
    }


NO_CREDIT = _rules("credit-missing", "Nobody is named as the author of the picture “{file}”.")
NO_SOURCE = _rules(
    "picture-source-missing",
    "It is not said where the picture “{file}” comes from and why it may be used: "
    "who took it, when, by which agreement.",
)
NO_PEOPLE = _rules(
    "people-unsaid",
    "It is not said whether somebody in the photograph “{file}” can be recognised "
    "(people: none or people: recognisable).",
)
NO_CONSENT = _rules(
    "consent-missing",
    "People in the photograph “{file}” can be recognised, but nothing says how they agreed and "
    "where that is kept.",
)
UNUSED_RIGHTS = warning(
    "rights-unused",
    "The piece shows no picture “{file}”.",
    "Correct the path, or remove these lines.",
)
RIGHTS_OF_NEAR_FILE = UNUSED_RIGHTS.with_hint(
    "Did you mean “{near}”? Then type:\n{typed}", Severity.ERROR
)


_OF_KEY = {
    "credit": NO_CREDIT,
    "source": NO_SOURCE,
    "people": NO_PEOPLE,
    "consent": NO_CONSENT,
}
_EXAMPLES = {
    "credit": YOUR_WORDS,
    "source": YOUR_WORDS,
    "people": "none",
    "consent": YOUR_WORDS,
}


def check(subject: Subject) -> Iterable[Diagnostic]:
    """Every picture of every piece; one that cannot be seen is told by another check.

    A warning becomes an error where harm would be done: a paper prints an approved story without
    its credit, or a face is published without consent.
    """
    for piece in subject.pieces:
        if piece.status == "withdrawn":
            continue
        pictures = list(pictures_of(piece))
        assets = subject.workspace.assets
        seen = [each for each in pictures if _can_be_seen(assets.get(each.file))]
        misspelt = _misspelt(piece, seen)
        yield from misspelt.values()
        for picture in seen:
            if picture.file not in misspelt:
                yield from _judged(piece, picture)
        shown = {picture.file for picture in pictures} | set(_printed(piece))
        known = shown <= assets.keys()  # else a path is told already
        named: set[str] = set()
        for index, rights in enumerate(piece.rights):
            if rights.file in named:
                yield TWICE.at(piece.where("rights", index, "file"), value=rights.file)
            named.add(rights.file)
            meant = any(each.details["file"] == rights.file for each in misspelt.values())
            is_written = posixpath.basename(rights.file) in piece.body.text  # its link is told
            if known and rights.file not in shown and not meant and not is_written:
                yield UNUSED_RIGHTS.at(piece.where("rights", index, "file"), file=rights.file)


def _misspelt(piece: Piece, pictures: list[PictureUse]) -> dict[str, Diagnostic]:
    """Rights whose path is a slip of that of a picture without any, by that picture's path."""
    named = {rights.file for rights in piece.rights}
    bare = [each.file for each in pictures if each.file not in named]
    found: dict[str, Diagnostic] = {}
    for index, rights in enumerate(piece.rights):
        if rights.file in {*(each.file for each in pictures), *_printed(piece)}:
            continue
        near = next(iter(get_close_matches(rights.file, bare, 1, 0.5)), "")
        if near and near not in found:
            where = piece.where("rights", index, "file")
            typed = instead(where, near)
            found[near] = RIGHTS_OF_NEAR_FILE.at(where, file=rights.file, near=near, typed=typed)
    return found


def _printed(piece: Piece) -> Iterator[str]:
    """Pictures below assets/ that a piece shows in print."""
    if isinstance(piece, PrintedPiece):
        files = (getattr(piece, "illustration", ""), piece.sponsor.logo if piece.sponsor else "")
        yield from (file for file in files if file.startswith("assets/"))


def _can_be_seen(asset: Asset | None) -> bool:
    return asset is not None and why_hidden(asset.picture()) is None


def _judged(piece: Piece, picture: PictureUse) -> Iterator[Diagnostic]:
    """What is lacking; of a picture without rights, all of it is told at once."""
    rights = picture.rights or Rights(file=picture.file)
    lacks = {
        "credit": not picture.credit,
        "source": not rights.source,
        "people": not picture.is_drawn and rights.people is None,
        "consent": rights.people == "recognisable" and not rights.consent,
    }
    missing = [key for key, is_missing in lacks.items() if is_missing]
    told = [key for key in missing if not (key == "source" and lacks["credit"])]
    for key in told if picture.rights else told[:1]:
        severity = Severity.ERROR if _does_harm(piece, key) else Severity.WARNING
        lines = [key] if picture.rights else missing
        where, shown = _shown(piece, picture, {each: _EXAMPLES[each] for each in lines})
        rule = _OF_KEY[key][where, severity]
        yield rule.at(_place(piece, picture), file=picture.file, **{where: shown})


def _does_harm(piece: Piece, key: str) -> bool:
    approved = piece.status == "approved"
    return approved and (key == "consent" or (key == "credit" and isinstance(piece, Story)))


def _shown(piece: Piece, picture: PictureUse, keys: Mapping[str, str]) -> tuple[str, str]:
    """Where lines are to be typed, and which."""
    line = ", ".join(f"{key}: {value}" for key, value in keys.items())
    if any(rights.file == picture.file for rights in piece.rights) and picture.rights:
        return "typed", with_key(picture.rights, "file", line)
    item = f"{{file: {picture.file}, {line}}}"
    return ("item", f"  - {item}") if piece.rights else ("head", f"rights:\n  - {item}")


def _place(piece: Piece, picture: PictureUse) -> Location:
    """What is said of its rights, or else the picture."""
    for index, rights in enumerate(piece.rights):
        if rights.file == picture.file:
            return piece.where("rights", index)
    return piece.where("picture") if picture.line is None else piece.body.at(picture.line)
