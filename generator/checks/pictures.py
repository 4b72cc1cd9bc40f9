"""Pictures exist, can be decoded to the last row, and have an alternative text."""

import posixpath
import re
from collections.abc import Iterable
from functools import cache, partial
from urllib.parse import unquote

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Rule
from generator.model.workspace import Workspace
from generator.text.links import asset_path
from generator.text.outline import outline, place

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
PICTURE_ELSEWHERE = Rule(
    PICTURE_MISSING.code,
    PICTURE_MISSING.message,
    "Did you mean “{better}”?",
)
WINDOWS_PATH = Rule(
    "windows-path",
    "“{file}” is a path as Windows writes it; websites do not know it.",
    "Put the file into assets/ and write its path with forward slashes: {better}",
)
BROKEN = {
    "truncated": Rule(
        "picture-truncated",
        "The picture “{file}” is cut off: it cannot be read to its end.",
        "Copy it again from the camera or the sender.",
    ),
    "bomb": Rule(
        "picture-too-large",
        "The picture “{file}” claims more pixels than any print needs.",
        "Save it smaller, at most about 12.000 × 12.000 pixels.",
    ),
    "form": Rule(
        "picture-form",
        "“{file}” is not a picture that can be read.",
        "Save it as JPEG, PNG, WebP or SVG (with a viewBox).",
    ),
    "active": Rule(
        "picture-active",
        "The picture “{file}” holds a script or fetches something from elsewhere.",
        "Save it as plain SVG, or as PNG.",
    ),
}
NO_ALT = Rule(
    "alt-missing",
    "The picture has no alternative text.",
    "Say in a few words what it shows: ![Hai công nhân kiểm tra van nước](…).",
)


_SCHEME = re.compile(r"(?:^|/)[A-Za-z][A-Za-z0-9+.-]*:")  # the address of another site


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The picture of every piece and those in its body."""
    workspace = subject.plan.workspace
    judge = cache(partial(_fault, workspace))
    for piece in workspace.pieces.values():
        if piece.picture and (rule := judge(piece.picture.file)):
            yield rule.at(piece.where("picture", "file"), **_details(piece.picture.file, workspace))
        for mention in outline(piece.body.text).pictures:
            file = asset_path(piece.file, mention.text)
            if rule := judge(file):
                shown = file if file.startswith("assets/") else unquote(mention.text)
                yield rule.at(place(piece.body, mention), **_details(shown, workspace))
            if not mention.words:
                yield NO_ALT.at(place(piece.body, mention))


def _fault(workspace: Workspace, file: str) -> Rule | None:
    """What is wrong with a picture; each is decoded once, however many pieces show it."""
    if "\\" in file:
        return WINDOWS_PATH
    if posixpath.normpath(file) != file or file.startswith(("/", "..")) or _SCHEME.search(file):
        return PICTURE_OUTSIDE
    asset = workspace.assets.get(file)
    if asset is None or not file.startswith("assets/"):
        return PICTURE_ELSEWHERE if _like(workspace, file) else PICTURE_MISSING
    try:
        asset.pixels()
    except ValueError as error:
        return BROKEN.get(str(error), BROKEN["form"])
    return None


def _details(file: str, workspace: Workspace) -> dict[str, str]:
    name = posixpath.basename(file.replace("\\", "/"))
    return {"file": file, "better": _like(workspace, name) or f"assets/{name}"}


def _like(workspace: Workspace, file: str) -> str:
    """The path of the picture that has the same name, or nothing."""
    name = posixpath.basename(file).casefold()
    return next(
        (path for path in workspace.assets if posixpath.basename(path).casefold() == name), ""
    )
