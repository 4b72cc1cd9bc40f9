"""What an output makes: a file of the results, made when it is needed."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.diagnostics import Diagnostic
from generator.model.quarter import Quarter
from generator.model.webpage import Webpage


class Audience(StrEnum):
    """Who may see a result: anybody, one partner, or only the people of the desk."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


class Kind(StrEnum):
    """What a result is, for who looks for it among others."""

    OTHER = "other"
    ARTWORK = "artwork"
    BACK = "back"
    """The proof of the other side of a sheet."""
    BOARD = "board"
    CALENDAR = "calendar"
    CHECKLIST = "checklist"
    DEADLINES = "deadlines"
    FORM = "form"
    """A sheet to be filled in by hand."""
    ICON = "icon"
    LETTER = "letter"
    MACHINE = "machine"
    """Artwork that only machines read: TIFF, SVG, lines as PNG."""
    OFFICE = "office file"
    """A piece as Word or PowerPoint, for whoever wants to use it."""
    PACK = "pack"
    PICTURE = "picture"
    PRINTER_PACK = "printer pack"
    PROOF = "proof"
    RECORDING = "recording"
    RIGHTS = "rights"
    RUN_LIST = "run list"
    SCRIPT = "script"
    SLIP = "slip"
    STORY = "story"
    SUMS = "sums"
    TIMETABLE = "timetable"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class ResultSubject:
    """What a result is of: its kind, and the ids of what it tells of, empty where of none.

    `source` is the file of `assets/` that it shows or plays. Whoever looks for a result asks this
    and never its path, whose names may begin or end alike.
    """

    kind: Kind = Kind.OTHER
    piece: str = ""
    partner: str = ""
    campaign: str = ""
    quarter: Quarter | None = None
    source: str = ""


class NotMadeError(Exception):
    """An artifact cannot be made, for a reason that an author or designer can mend."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*(diagnostic.rule.code for diagnostic in diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Artifact:
    """A result at `path`, below the site for the public, else below `dist/`.

    `digest` names everything that the bytes depend on: equal digest, equal bytes. `chunks` makes
    them or raises NotMadeError; it may be slow, and is not called when bytes of the same digest are
    at hand. `of` says what it is of, `pixels` is the size of a picture, `page` what a page says,
    before and within its frame.
    """

    path: str
    audience: Audience
    digest: str
    chunks: Callable[[], Iterator[bytes]]
    of: ResultSubject = ResultSubject()
    pixels: tuple[int, int] | None = None
    page: Webpage | None = None

    def bytes(self) -> bytes:
        """The whole content."""
        return b"".join(self.chunks())


def ready(
    path: str,
    content: bytes | str,
    audience: Audience = Audience.PUBLIC,
    of: ResultSubject = ResultSubject(),
) -> Artifact:
    """An artifact whose bytes are made already."""
    data = content.encode() if isinstance(content, str) else content
    return Artifact(path, audience, digest_of(data), lambda: iter((data,)), of)


def page_artifact(page: Webpage) -> Artifact:
    """A page as it is staged; `outputs.site.frame` puts it into its frame."""

    def chunks() -> Iterator[bytes]:
        yield page.text.encode()

    return Artifact(page.path, Audience.PUBLIC, digest_of(page.text), chunks, page=page)


def spent(artifact: Artifact) -> Artifact:
    """What is left of an artifact that is made: neither its bytes nor what they are made from."""
    page = artifact.page and Webpage(artifact.page.path, {}, "")
    return replace(artifact, chunks=_nothing, page=page)


def _nothing() -> Iterator[bytes]:
    return iter(())


def digest_of(*parts: bytes | str) -> str:
    """A SHA-256 over parts, each fenced by its length so that no two lists collide."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()
