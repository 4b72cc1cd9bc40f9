"""New files: drafts, and pictures beside them."""

import posixpath
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from generator.app.editing.edit_kinds import AddRecording, Attach, ImportWord, NewPiece
from generator.app.importing import import_word
from generator.app.overlay import Overlay
from generator.app.scaffold import scaffold
from generator.diagnostics import Diagnostic, Location, Refusal, RefusalError
from generator.model.names import file_stem
from generator.model.plan import Plan
from generator.source.audio import read_recording
from generator.source.picture_file import picture
from generator.text.imported import NotImportedError

FOLDER, SOUNDS = "assets/anh", "assets/am-thanh"


def new_piece(edit: NewPiece, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """A draft to fill in; raises NoActivityError as `scaffold` does."""
    del now
    path, text = scaffold(plan, edit.request)
    overlay.add(path, text)
    return ()


def import_document(
    edit: ImportWord, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """The draft and its pictures; what was lost is told by whoever reads the document again."""
    del now
    try:
        made = import_word(plan, edit.request, edit.name, edit.data)
    except NotImportedError as error:
        return error.diagnostics
    for path, data in {**made.pictures, made.path: made.text.encode()}.items():
        overlay.add(path, data)
    return ()


def attach(edit: Attach, overlay: Overlay, plan: Plan, now: datetime) -> Iterable[Diagnostic]:
    """The picture in the folder of its piece, under a name that is free and every system bears."""
    del plan, now
    stem, ending = posixpath.splitext(edit.name)
    folder = posixpath.basename(edit.piece).removesuffix(".md")
    base = f"{FOLDER}/{folder}/{file_stem(stem, 'anh')}"
    path = _free(overlay, base, ending.lower(), edit.data)
    seen = picture(path, edit.data)
    if isinstance(seen, Refusal):
        return [seen.at(Location(edit.piece), file=edit.name)]
    overlay.add(path, edit.data)
    return ()


def add_recording(
    edit: AddRecording, overlay: Overlay, plan: Plan, now: datetime
) -> Iterable[Diagnostic]:
    """The recording, if it can be played; its ending follows from what it is."""
    del plan, now
    name = posixpath.basename(edit.piece).removesuffix(".md")
    try:
        ending = read_recording(BytesIO(edit.data)).ending
    except RefusalError as error:
        return [error.refusal.at(Location(edit.piece), file=name)]
    overlay.add(_free(overlay, f"{SOUNDS}/{name}", ending, edit.data), edit.data)
    return ()


def _free(overlay: Overlay, base: str, ending: str, data: bytes) -> str:
    """A path under which nothing lies, or these very bytes."""
    path, number = f"{base}{ending}", 1
    while overlay.has(path) and overlay.data(path) != data:
        number += 1
        path = f"{base}-{number}{ending}"
    return path
