"""Nothing of evidence is public: neither its files, nor what they are called, nor what was paid.

What an author has written in a text or plan as well is public by that, not by the evidence.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast

from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.artifact import digest_of
from generator.model.evidence import texts_of
from generator.model.workspace import Workspace
from generator.source.raster import PAGE, through
from generator.source.signatures import form_of
from generator.verify import NextSite
from generator.vietnamese.numbers import format_number
from generator.vietnamese.private_words import private_words

EVIDENCE_LEAK = Rule(
    "evidence-leaked",
    "This public file tells what belongs to the evidence {id} alone: {what}.",
    "Report it: this is a fault of loa, the last good site stays.",
)
PLACE_OF_CAMERA = Rule(
    "picture-tells-place",
    "This public picture tells where its camera stood.",
    "Report it: this is a fault of loa, the last good site stays.",
)
FILE, NAME, AMOUNT, PRINT = "its file", "the name of its file", "its amount", "its fingerprint"
NOTE, NUMBER = "its note", "a number of a person"
_TEXTS = (".html", ".xml", ".json", ".ics", ".txt", ".csv", ".opml", ".js", ".css", ".svg")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
_GPS = 0x8825
_LEAST = 6  # characters of a name that stands nowhere by chance
_LEAST_NOTE = 30  # characters of a note that stands nowhere by chance
_OF_PERSONS = frozenset({"received_from", "verified_by", "note"})
_OF_PERSON = re.compile(r"(?<!\d)\d{9,12}(?!\d)")

T = TypeVar("T")
Secret = tuple[str, str, str]
"""What may stand nowhere, whose it is, and what it is (a msgid)."""


def verify(site: NextSite) -> Iterable[Diagnostic]:
    """Every public file against the evidence; pictures in any case."""
    workspace = site.plan.workspace
    secrets = [*_secrets(workspace)]
    digests = {each.digest: each.id for each in workspace.evidence.values() if each.digest}
    known = {artifact.path: artifact.digest for artifact in site.artifacts}
    for path, read in site.files.items():
        key = known.get(path, "")
        if secrets and path.endswith(_TEXTS):
            for identity, what in _found(site, key, read, secrets):
                yield EVIDENCE_LEAK.at(Location(path), id=identity, what=what)
        elif path.endswith(_PICTURES) and _tells_place(site, key, read):
            yield PLACE_OF_CAMERA.at(Location(path))
        if digests and (owner := digests.get(_sha256(site, key, read))):
            yield EVIDENCE_LEAK.at(Location(path), id=owner, what=FILE)


def _secrets(workspace: Workspace) -> Iterator[Secret]:
    """What only evidence tells; what stands in what authors wrote for readers is no secret."""
    written = "\n".join(_written(workspace)) if workspace.evidence else ""  # it is very long
    for each in workspace.evidence.values():
        said = [(each.digest, PRINT), (each.file.rpartition("/")[2], NAME)]
        said += [(format_number(each.amount), AMOUNT)] if each.amount else []
        said += [(each.note, NOTE)] if len(each.note) >= _LEAST_NOTE else []
        for key, text in texts_of(each):
            said += [(words, NUMBER) for words, _what in private_words(text)]
            said += [(number, NUMBER) for number in _figures(key, text)]
        for text, what in dict.fromkeys(said):
            if len(text) >= _LEAST and text not in written:
                yield text, each.id, what


def _figures(key: str, text: str) -> list[str]:
    """Numbers of persons in what is typed of them."""
    return _OF_PERSON.findall(text) if key in _OF_PERSONS else []


def _written(workspace: Workspace) -> Iterator[str]:
    for piece in workspace.pieces.values():
        yield piece.body.text
        yield piece.model_dump_json()
    for campaign in workspace.campaigns.values():
        yield campaign.model_dump_json()
        yield format_number(campaign.budget or 0)
    yield from (each.model_dump_json() for each in workspace.partners.values())
    yield from workspace.assets


def _found(
    site: NextSite, key: str, read: Callable[[], bytes], secrets: list[Secret]
) -> list[tuple[str, str]]:
    def look() -> list[tuple[str, str]]:
        text = read().decode("utf-8", "replace")
        return [(identity, what) for secret, identity, what in secrets if secret in text]

    return [(i, w) for i, w in _kept(site, "evidence-leak", (key, repr(secrets)), look)]


def _tells_place(site: NextSite, key: str, read: Callable[[], bytes]) -> bool:
    def look() -> bool:
        data = read()
        seen = through(data, PAGE, "", lambda opened: bool(opened.getexif().get_ifd(_GPS)))
        return seen is True if form_of(data) in PAGE else False

    return _kept(site, "picture-place", (key,), look)


def _sha256(site: NextSite, key: str, read: Callable[[], bytes]) -> str:
    return _kept(site, "sha256", (key,), lambda: hashlib.sha256(read()).hexdigest())


def _kept(site: NextSite, kind: str, key: tuple[str, ...], look: Callable[[], T]) -> T:
    """What is found in a file, remembered by the digest of what it is made from."""
    return cast("T", site.memory.read(kind, digest_of(*key), look)) if key[0] else look()
