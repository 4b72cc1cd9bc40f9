"""Pictures exist, can be decoded to the last row, and have an alternative text."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Final
from urllib.parse import unquote

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Refusal, Rule, warning
from generator.model.picture import PictureFacts
from generator.model.piece import Piece
from generator.model.workspace import Workspace
from generator.source.blank import why_hidden
from generator.text.links import asset_path
from generator.text.mentions import place
from generator.text.outline import outline

PICTURE_MISSING = Rule(
    "picture-missing",
    "There is no picture “{file}”.",
    "Put the file into assets/ and write its path from there, for example assets/anh/xuong.jpg.",
)
PICTURE_OUTSIDE = Rule(
    "path-climbs-out",
    "The path “{file}” leads out of assets/.",
    "Put the file into assets/ and write its path from there.",
)
PICTURE_FROM_TOP = PICTURE_MISSING.with_hint("Write it without the first slash: {better}")
PICTURE_NEAR = PICTURE_OUTSIDE.with_hint("Write its path from assets/ on: {better}")
PICTURE_ELSEWHERE = PICTURE_MISSING.with_hint("Did you mean “{better}”?")
WINDOWS_PATH = Rule(
    "windows-path",
    "“{file}” is a path as Windows writes it; websites do not know it.",
    "Put the file into assets/ and write its path with forward slashes: {better}",
)
SMALL = warning(
    "picture-small",
    "“{file}” is only {width} pixels wide: it is small on a page, and coarse in what is shared.",
    "Put in the picture as the camera took it, at least {least} pixels wide; chats and websites "
    "make pictures small.",
)
TWICE = warning(
    "picture-twice",
    "“{file}” is shown in this text already.",
    "Keep one of the two.",
)
NO_ALT = Rule(
    "alt-missing",
    "The picture has no alternative text.",
    "Say in a few words what it shows: ![Hai công nhân kiểm tra van nước](…).",
)


LEAST_WIDTH: Final = 480
"""Pixels: the width of a telephone, the smallest size in which a page offers a picture."""
_SCHEME = re.compile(r"(?:^|/)[A-Za-z][A-Za-z0-9+.-]*:")  # the address of another site


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The picture of every piece and those in its body."""
    workspace = subject.workspace
    judge = cache(partial(_fault, workspace))
    for piece in subject.pieces:
        if piece.picture and (refused := judge(piece.picture.file)):
            details = _details(piece.picture.file, workspace)
            yield refused.at(piece.where("picture", "file"), **details)
        elif piece.picture:
            where = partial(piece.where, "picture", "file")
            yield from _small(piece, piece.picture.file, where, workspace)
        text, shown_before = piece.body.text, set[str]()
        for mention in outline(text).pictures if "![" in text else ():
            file = asset_path(piece.file, mention.text)
            if refused := judge(file):
                shown = file if file.startswith("assets/") else unquote(mention.text)
                yield refused.at(place(piece.body, mention), **_details(shown, workspace))
            else:
                yield from _small(piece, file, partial(place, piece.body, mention), workspace)
            if file in shown_before and not refused:
                yield TWICE.at(place(piece.body, mention), file=posixpath.basename(file))
            shown_before.add(file)
            if not mention.words:
                yield NO_ALT.at(place(piece.body, mention))


def _fault(workspace: Workspace, file: str) -> Refusal | None:
    """What is wrong with a picture; each is decoded once, however many pieces show it."""
    if "\\" in file:
        return Refusal(WINDOWS_PATH)
    if file.startswith("/") and file.lstrip("/") in workspace.assets:
        return Refusal(PICTURE_FROM_TOP)
    if posixpath.normpath(file) != file or file.startswith(("/", "..")) or _SCHEME.search(file):
        return Refusal(
            PICTURE_NEAR if "://" not in file and _like(workspace, file) else PICTURE_OUTSIDE
        )
    asset = workspace.assets.get(file)
    if asset is None or not file.startswith("assets/"):
        if workspace.is_closed(file):
            return None
        return Refusal(PICTURE_ELSEWHERE if _like(workspace, file) else PICTURE_MISSING)
    return why_hidden(asset.picture())


def _small(
    piece: Piece, file: str, where: Callable[[], Location], workspace: Workspace
) -> Iterator[Diagnostic]:
    """A photograph with fewer pixels than its place has, in what is to be published."""
    picture = workspace.assets[file].picture() if file in workspace.assets else None
    if not isinstance(picture, PictureFacts) or piece.status not in {"ready", "approved"}:
        return
    if picture.form != "SVG" and picture.width < LEAST_WIDTH:
        name, width, least = posixpath.basename(file), str(picture.width), str(LEAST_WIDTH)
        yield SMALL.at(where(), file=name, width=width, least=least)


def _details(file: str, workspace: Workspace) -> dict[str, str]:
    name = posixpath.basename(file.replace("\\", "/"))
    return {"file": file, "better": _like(workspace, name) or f"assets/{name}"}


def _like(workspace: Workspace, file: str) -> str:
    """The path of the picture that has the same name, perhaps with another ending; or nothing."""
    name = posixpath.basename(file.strip("<> ")).strip().casefold()
    known = {posixpath.basename(path).casefold(): path for path in workspace.assets}
    stems = {posixpath.splitext(one)[0]: path for one, path in known.items() if _is_shown(one)}
    return known.get(name) or stems.get(posixpath.splitext(name)[0], "")


def _is_shown(name: str) -> bool:
    """Whether a file is a picture by its name."""
    return name.endswith((".jpg", ".jpeg", ".png", ".svg", ".webp", ".tif", ".tiff"))
