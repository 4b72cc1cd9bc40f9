"""Artifacts as they were laid out before, of what has not changed since.

To lay out a listing or a calendar takes longer than to know that nothing which it shows is new. So
its artifacts are remembered without their bytes; whoever needs those lays it out after all.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from functools import cache
from typing import Any

from generator.model.artifact import Artifact, Audience, Kind, ResultSubject, digest_of
from generator.model.inputs import Digest, inputs_of
from generator.model.memory import Memory
from generator.model.quarter import Quarter
from generator.model.webpage import Webpage

Make = Callable[[], Iterable[Artifact]]
KIND = "layout"


def laid_out(memory: Memory, made_from: str, make: Make) -> Sequence[Artifact]:
    """What `make` gives, which may depend on nothing but `made_from`."""
    made: list[Artifact] = []

    def rows() -> list[Any]:
        made.extend(make())
        return [row_of(artifact) for artifact in made]

    known = memory.read(KIND, made_from, rows)
    return made or later(known, make)


def row_of(artifact: Artifact) -> list[Any]:
    """All of an artifact but its bytes, as JSON has it."""
    page, inputs = artifact.page, inputs_of(artifact.digest)
    shown = page and [page.path, json.dumps(page.meta, ensure_ascii=False)]
    head = [artifact.path, artifact.audience, artifact.digest, inputs]
    return [*head, astuple(artifact.of), artifact.pixels, shown]


def later(rows: Iterable[list[Any]], make: Make) -> list[Artifact]:
    """The artifacts of these rows; their bytes are made with all the others, once one is needed."""
    made = cache(lambda: list(make()))
    return [_artifact(number, row, made) for number, row in enumerate(rows)]


def _artifact(number: int, row: list[Any], made: Callable[[], Sequence[Artifact]]) -> Artifact:
    path, audience, digest, inputs, of, pixels, shown = row
    if shown:
        return page_later(row, lambda: body_of(made()[number]))

    def chunks() -> Iterator[bytes]:
        return made()[number].chunks()

    kind, piece, partner, campaign, quarter, source = of
    when = quarter and Quarter(*quarter)
    subject = ResultSubject(Kind(kind), piece, partner, campaign, when, source)
    size = pixels and tuple(pixels)
    return Artifact(path, Audience(audience), Digest(digest, inputs), chunks, subject, size)


def body_of(artifact: Artifact) -> str:
    """The body of a page; nothing of what is none."""
    return artifact.page.body if artifact.page else ""


def page_later(row: list[Any], body: Callable[[], str]) -> Artifact:
    """The page of a row; its body is asked for whenever somebody reads it, and not held."""
    path, _, digest, inputs, *_, shown = row
    page = Webpage(shown[0], shown[1].encode("utf-8", "surrogatepass"), body)

    def chunks() -> Iterator[bytes]:
        yield page.text.encode()

    return Artifact(path, Audience.PUBLIC, Digest(digest, inputs), chunks, page=page)


def whole(*artifacts: Artifact) -> str:
    """Names artifacts by all but their bytes, which their digests name."""
    return digest_of(*(digest_of(json.dumps(row_of(artifact))) for artifact in artifacts))
