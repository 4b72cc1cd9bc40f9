"""What an output makes: a file of the results, made when it is needed."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.diagnostics import Diagnostic
from generator.model.webpage import Webpage


class Audience(StrEnum):
    """Who may see a result: anybody, one partner, or only the people of the desk."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


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
    at hand. `pixels` is the size of a picture, `partner` the id of the one that it is for, `page`
    what a page says, before and within its frame.
    """

    path: str
    audience: Audience
    digest: str
    chunks: Callable[[], Iterator[bytes]]
    pixels: tuple[int, int] | None = None
    partner: str = ""
    page: Webpage | None = None

    def bytes(self) -> bytes:
        """The whole content."""
        return b"".join(self.chunks())


def ready(
    path: str, content: bytes | str, audience: Audience = Audience.PUBLIC, partner: str = ""
) -> Artifact:
    """An artifact whose bytes are made already."""
    data = content.encode() if isinstance(content, str) else content
    return Artifact(path, audience, digest_of(data), lambda: iter((data,)), partner=partner)


def staged(page: Webpage) -> Artifact:
    """A page as it is staged; `outputs.site.frame` puts it into its frame."""

    def chunks() -> Iterator[bytes]:
        yield page.staged.encode()

    return Artifact(page.path, Audience.PUBLIC, digest_of(page.staged), chunks, page=page)


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
