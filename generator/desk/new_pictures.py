"""Where a picture that was brought lies: there already, or put beside those of its piece."""

import posixpath
from dataclasses import dataclass, field

from generator.app.editing.edit_kinds import Attach
from generator.desk.needs import Office, SaveReport
from generator.model.artifact import digest_of
from generator.model.names import file_stem
from generator.source.signatures import PROPER, form_of

_LONGEST = 48  # characters of what it shows in the name of its file
_WRITTEN = SaveReport(is_written=True)


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """The path of a picture below `assets/`; or why it has none."""

    path: str = ""
    report: SaveReport = field(default_factory=lambda: _WRITTEN)


def place_of(office: Office, piece: str, words: str, data: bytes) -> PicturePlace:
    """The same picture is used again; else it is named by what it shows, never by its sender."""
    if there := same_picture(office, data):
        return PicturePlace(there)
    saved = office.edit([Attach(piece, file_name(words, data), data)])
    found = next((each for each in saved.files if each.startswith("assets/")), "")
    return PicturePlace(found, saved)


def same_picture(office: Office, data: bytes) -> str:
    """The path of the picture that has these very bytes; nothing where none has."""
    assets = office.look().plan.workspace.assets
    alike = (each for each in assets.values() if each.size == len(data))
    digest = digest_of(data)
    return next((each.path for each in alike if digest_of(each.read()) == digest), "")


def file_name(words: str, data: bytes) -> str:
    """How a file is named: by what the picture shows and by what it is."""
    slug = file_stem(words, "anh")
    short = slug if len(slug) <= _LONGEST else slug[:_LONGEST].rpartition("-")[0]
    return f"{short or 'anh'}{PROPER.get(form_of(data), '')}"


def address(piece: str, path: str) -> str:
    """How the text of a piece names a file."""
    return posixpath.relpath(path, posixpath.dirname(piece))
