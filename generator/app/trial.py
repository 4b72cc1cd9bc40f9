"""Pages on trial: what only Typst can tell of a piece or an own template, told before a build.

Of a piece that is in doubt one rendering is set and held to its order, as a build would; papers are
made as a whole. What was right is remembered, and so is set once.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.app.build import only_issued, prepare
from generator.app.check import CheckReport
from generator.app.counting import Counter
from generator.app.proof import look
from generator.diagnostics import Diagnostic, in_order
from generator.model.artifact import Artifact, Kind, NotMadeError, digest_of
from generator.outputs import ALL
from generator.ports import SILENT, World
from generator.press.doubts import PAPERS, own_templates
from generator.press.orders import Rendering, orders_of, printed_pieces
from generator.press.templates import FOLDER

_KIND = "trial"
_SHEETS = {
    "assessment.typ": ("assessments", Kind.FORM),
    "wall-calendar.typ": ("wall", Kind.WALL),
    "run-list.typ": ("print", Kind.RUN_LIST),
    "picture.typ": ("copy", Kind.STORY),
    "icon.typ": ("site", Kind.ICON),
}
"""Templates that draw no piece: the output that uses each, and what it makes of it."""


def on_trial(world: World, report: CheckReport, pieces: Collection[str]) -> CheckReport:
    """What was checked, with what a build would refuse of these pieces and of own templates.

    Where something else would stop the build, that is told first.
    """
    trial = _Trial(world, only_issued(report), own_templates(report.plan), pieces)
    found = [*trial.artworks(), *trial.sheets()]
    world.workers.close()
    return replace(report, diagnostics=in_order([*report.diagnostics, *found]))


@dataclass(frozen=True, slots=True)
class _Trial:
    """Who sets type, what of, the paths of own templates, and the ids of pieces to be set."""

    world: World
    checked: CheckReport
    own: frozenset[str]
    pieces: Collection[str]

    def artworks(self) -> Iterator[Diagnostic]:
        """Every piece that is drawn with one of them; a template that is broken is told once."""
        broken = set[str]()
        for ordered in self._ordered():
            store, order = self.world.memory.store, ordered.order
            key = digest_of(order.digest, order.name)
            if order.artwork.template in broken or store.get(_KIND, key) is not None:
                continue
            told = look(self.checked, ordered, self.world.typesetter, self.world.workers)
            errors = [each for each in told if each.is_error]
            yield from errors
            if any(each.where.path in self.own for each in errors):
                broken.add(order.artwork.template)
            if not errors:
                store.put(_KIND, key, "")

    def _ordered(self) -> Iterator[Rendering]:
        """The first rendering of each piece, both sides of a sheet."""
        plan, digest = self.checked.plan, self.world.typesetter.digest
        for entry, medium, piece in printed_pieces(plan):
            if piece.id in self.pieces:
                every = orders_of(plan, entry, medium, digest)
                yield from takewhile(lambda each: each.first, every)

    def sheets(self) -> Iterator[Diagnostic]:
        """Wall calendars, run lists and the papers of partners."""
        wanted = [_SHEETS[name] for name in _SHEETS if FOLDER + name in self.own]
        if any(path.startswith(PAPERS) for path in self.own):
            wanted.append(("handoff", Kind.PACK))
        for output, kind in wanted:
            made = prepare(self.world, self.checked, (output,), SILENT, ALL)[output]
            counter = Counter(self.world.executor, SILENT, {output: made})
            yield from self._tried([each for each in counter.artifacts if each.of.kind is kind])

    def _tried(self, files: Sequence[Artifact]) -> Iterator[Diagnostic]:
        store = self.world.memory.store
        for artifact in files:
            if store.get(_KIND, artifact.digest) is not None:
                continue
            try:
                artifact.bytes()
            except NotMadeError as error:
                yield from error.diagnostics
            else:
                store.put(_KIND, artifact.digest, "")
