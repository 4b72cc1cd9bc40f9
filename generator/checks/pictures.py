"""Pictures exist, can be decoded to the last row, and have an alternative text."""

import posixpath
from collections.abc import Iterable, Iterator

from generator.checks import Subject
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.workspace import Workspace
from generator.text.links import asset_path
from generator.text.tree import lines_of, plain, tree

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
        "Save it as JPEG, PNG or WebP.",
    ),
}
NO_ALT = Rule(
    "alt-missing",
    "The picture has no alternative text.",
    "Say in a few words what it shows: ![Hai công nhân kiểm tra van nước](…).",
)


def check(subject: Subject) -> Iterable[Diagnostic]:
    """The picture of every piece and those in its body."""
    workspace = subject.plan.workspace
    for piece in workspace.pieces.values():
        if piece.picture:
            yield from _picture(workspace, piece.picture.file, piece.where("picture", "file"))
        for node in (node for node in tree(piece.body.text).walk() if node.type == "image"):
            source = str(node.attrs["src"])
            where = piece.body.find(source, lines_of(node))
            yield from _picture(workspace, asset_path(piece.file, source), where)
            if not plain(node).strip():
                yield NO_ALT.at(where)


def _picture(workspace: Workspace, file: str, where: Location) -> Iterator[Diagnostic]:
    path = posixpath.normpath(file)
    if not path.startswith("assets/") or "\\" in path:
        yield PICTURE_OUTSIDE.at(where, file=file)
        return
    asset = workspace.assets.get(path)
    if asset is None:
        yield PICTURE_MISSING.at(where, file=file)
        return
    if path.casefold().endswith(".svg"):
        return
    try:
        asset.pixels()
    except ValueError as error:
        yield BROKEN[str(error)].at(where, file=file)
