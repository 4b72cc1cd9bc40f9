"""The pack of each partner and quarter: one ZIP with all that concerns that partner, and no more.

What a pack holds is made before it is: when one of its parts cannot be made, there is no pack.
"""

from collections.abc import Iterator
from functools import partial

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject
from generator.model.inputs import Input, made_from
from generator.model.ziparchive import archive
from generator.outputs import Context, Output
from generator.outputs.handoff.members import Member, members
from generator.planning.packs import Pack, packs_of


def build(context: Context) -> Iterator[Artifact]:
    """Every pack that is wanted."""
    for pack in packs_of(context.plan):
        if context.choice.takes(pack.partner.id, pack.quarter):
            yield _artifact(context, pack)


def _artifact(context: Context, pack: Pack) -> Artifact:
    path = addresses.pack(pack.partner.id, pack.quarter)
    held = list(members(context, pack))
    digest = made_from({Input.FORM: f"1 {path}"} | {each.name: each.digest for each in held})
    chunks = partial(_chunks, path, held)
    of = ResultSubject(Kind.PACK, partner=pack.partner.id, quarter=pack.quarter)
    return Artifact(path, Audience.PARTNER, digest, chunks, of)


def _chunks(path: str, held: list[Member]) -> Iterator[bytes]:
    folder = path.rpartition("/")[2].removesuffix(".zip")
    yield archive(folder, {each.name: each.bytes() for each in held})


OUTPUT = Output(
    "handoff",
    "Packs for partners",
    build,
    needs=("scripts", "copy", "calendars", "workbooks", "print"),
    apart=True,
)
