"""Scripts as stations use them: PDF and Word of one content, and plain text for a prompter.

An approved script is for its partner. One that waits for its approval is made for the desk, to be
signed, and says so; a draft is not made.
"""

from collections.abc import Iterator
from functools import partial

from generator.model import addresses
from generator.model.artifact import Artifact, Audience, Kind, ResultSubject
from generator.model.palette import look
from generator.model.plan_line import PlanLine
from generator.model.scripted_piece import Scripted
from generator.outputs import Context, Output
from generator.outputs.scripts.prompter import prompter
from generator.outputs.scripts.script_sheet import TEMPLATE, ScriptSheet, sheet_of
from generator.outputs.scripts.word_sheet import document
from generator.planning.duration import USUAL, Rate
from generator.planning.packs import Pack, packs_of
from generator.press import office
from generator.text.rates import rates_of

FORM = "5"
"""Raised when the same script is to be written otherwise in Word, or for the prompter."""


def build(context: Context) -> Iterator[Artifact]:
    """Three files of each script that is ready."""
    rates = rates_of(context.plan)
    for pack in packs_of(context.plan):
        for line in pack.lines:
            script = line.of(Scripted) if line.is_ready else None
            if script and context.choice.takes(pack.partner.id, pack.quarter):
                rate = rates.get((pack.partner.id, line.medium), USUAL)
                yield from _files(context, pack, script, rate)


def _files(
    context: Context, pack: Pack, line: PlanLine[Scripted], rate: Rate
) -> Iterator[Artifact]:
    sheet = sheet_of(context.workspace, pack, line, rate)
    name = partial(addresses.script, pack.partner.id, pack.quarter, sheet.piece)
    audience = Audience.PARTNER if line.state == "handed" else Audience.INTERNAL
    of = ResultSubject(Kind.SCRIPT, sheet.piece.id, pack.partner.id, quarter=pack.quarter)
    made = partial(Artifact, audience=audience, of=of)
    data = sheet.data | {"look": look(context.workspace.brand)}
    digest = office.digest(context.typesetter, TEMPLATE, data)
    yield made(path=name(".pdf"), digest=digest, chunks=partial(_pdf, context, data, sheet))
    digest = digest.of(FORM)
    yield made(path=name(".docx"), digest=digest, chunks=lambda: iter((document(sheet),)))
    yield made(path=name(".txt"), digest=digest, chunks=lambda: iter((prompter(sheet),)))


def _pdf(context: Context, data: office.Data, sheet: ScriptSheet) -> Iterator[bytes]:
    yield office.page(context.typesetter, context.workers, TEMPLATE, data, sheet.place_of)


OUTPUT = Output("scripts", "Scripts for stations", build, apart=True)
