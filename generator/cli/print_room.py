"""Proofs, preflight and files of printed pieces for `loa desk`, as builds make them."""

from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.adapters.results import PublishedResults
    from generator.adapters.typesetter import TypstTypesetter
    from generator.app.check import CheckReport
    from generator.app.inspection import Inspection
    from generator.cli.workplace import Workplace
    from generator.desk.making_needs import PrintFile
    from generator.model.artifact import Artifact
    from generator.model.plan_line import Entry
    from generator.model.quarter import Quarter
    from generator.outputs import Context
    from generator.outputs.print.piece_files import PieceFiles
    from generator.outputs.print.runlist import RunList
    from generator.ports import World
    from generator.press.orders import Rendering

SMALL, LARGE = 480, 1600
"""Pixels of the pictures on lists, and of that on the screen of a piece."""
_KEPT = 200  # inspections that are remembered
_PICTURES = 1000  # that are kept from one start of the desk to the next


class PrintRoom:
    """What is printed of the workspace `root`; pictures are kept in `build/desk/print`."""

    def __init__(self, root: Path, here: "Workplace") -> None:
        """Nothing is drawn yet."""
        self._root, self._here, self._lock = root, here, RLock()
        self._folder = root / "build" / "desk" / "print"
        self._world: World | None = None
        self._listed: dict[str, Path] = {}
        self._last: tuple[CheckReport, CheckReport] | None = None
        self._run_list: tuple[CheckReport, object, tuple[tuple[Context, RunList], ...]] | None
        self._run_list = None
        self._inspections: dict[str, Inspection] = {}

    def picture(self, identity: str, *, is_small: bool = False) -> bytes | None:
        """The proof of a piece as PNG, a small one of its front; None where it cannot be drawn."""
        from generator.adapters.disk import write
        from generator.adapters.opening import content
        from generator.app.proof import draw_sheet, sheet
        from generator.model.artifact import digest_of

        report, width = self._here.last_report(), SMALL if is_small else LARGE
        world = self._open(is_fresh=not is_small)
        sides = sheet(report, identity, self._typesetter.digest)[: 1 if is_small else None]
        if not sides:
            return None
        name = digest_of(*(side.order.digest for side in sides))[:32]
        place = self._folder / f"{name}-{width}.png"
        if place.is_file():
            return content(place, self._root)
        drawn = draw_sheet(report, sides, self._typesetter, world.workers, width)
        if not isinstance(drawn, bytes):
            return None
        write(place, (drawn,))
        return drawn

    def inspection(self, identity: str) -> "Inspection":
        """What preflight says of it now; what was said of the same files is remembered."""
        from generator.app.inspection import inspect
        from generator.model.artifact import digest_of

        report, world = self._here.last_report(), self._open(is_fresh=True)
        every = self._renderings(report, identity)
        key = digest_of(*(f"{each.order.digest} {each.places}" for each in every))
        if key not in self._inspections:
            found = inspect(report, every, self._typesetter, world.workers)
            while len(self._inspections) >= _KEPT:
                self._inspections.pop(next(iter(self._inspections)))
            self._inspections[key] = found
        return self._inspections[key]

    def files(self, identity: str) -> "tuple[PrintFile, ...]":
        """Its files that are made and still right."""
        from generator.outputs.print.order_artifacts import artifacts

        pieces = self._pieces(lambda entry: entry.piece.id == identity)
        return self._there(made for each in pieces for made in artifacts(each))

    def run_list(self, campaign: str, quarter: "Quarter | None") -> "RunList | None":
        """What is to be printed of a plan in a quarter, and where it hangs."""
        return next((found for _, found in self._run_lists(campaign, quarter)), None)

    def run_list_files(self, campaign: str, quarter: "Quarter | None") -> "tuple[PrintFile, ...]":
        """The files of that list that are made and still right."""
        from generator.outputs.print.run_list_files import artifacts_of

        found = self._run_lists(campaign, quarter)
        lists = (made for context, each in found for made in artifacts_of(context, each))
        return self._there([*lists, *(made for each in found for made in self._packs(*each))])

    @staticmethod
    def _packs(context: "Context", run_list: "RunList") -> "Iterator[Artifact]":
        """What goes to each print shop of a list."""
        from generator.outputs import printer_packs
        from generator.outputs.print.order_artifacts import artifacts

        made = [each for row in run_list.rows for each in artifacts(row.piece)]
        packs = printer_packs.build(replace(context, artifacts={"print": made}))
        mine = (run_list.campaign, run_list.quarter)
        return (pack for pack in packs if (pack.of.campaign, pack.of.quarter) == mine)

    def data(self, key: str) -> tuple[str, bytes] | None:
        """Name and bytes of one of the files that were listed."""
        from generator.adapters.opening import content

        place = self._listed.get(key)
        try:
            return (place.name, content(place, self._root)) if place else None
        except OSError:  # a build that is under way has taken it
            return None

    def close(self) -> None:
        """End what draws."""
        if self._world:
            self._world.workers.close()

    def _run_lists(
        self, campaign: str, quarter: "Quarter | None"
    ) -> "tuple[tuple[Context, RunList], ...]":
        """That list, reckoned once for each look and each state of the templates."""
        from generator.outputs.print.run_list_files import run_lists

        report, engine = self._issued(), self._open(is_fresh=True).typesetter.digest()
        asked, known = (campaign, quarter, engine), self._run_list
        if known is None or known[0] is not report or known[1] != asked:
            wanted = self._pieces(
                lambda entry: entry.campaign.id == campaign and entry.slot.quarter == quarter
            )
            found = run_lists(wanted[0].context, wanted) if wanted else ()
            known = report, asked, tuple((wanted[0].context, each) for each in found)
            self._run_list = known
        return known[2]

    def _pieces(self, takes: "Callable[[Entry], bool]") -> "list[PieceFiles]":
        """The orders of what is ready, as a build has them."""
        from generator.outputs import Context
        from generator.outputs.print.piece_files import PieceFiles
        from generator.press.orders import READY, orders_of, printed_pieces

        report, world = self._issued(), self._open(is_fresh=True)
        plan, setter = report.plan, self._typesetter
        context = Context(plan, report.links, setter, world.workers, {})
        return [
            PieceFiles(context, each)
            for entry, medium, piece in printed_pieces(plan)
            if piece.status in READY and takes(entry)
            for each in orders_of(plan, entry, medium, setter.digest)
        ]

    def _issued(self) -> "CheckReport":
        """Everything but what is not issued yet; reckoned once for each look."""
        from generator.app.build import only_issued

        report = self._here.last_report()
        if self._last is None or self._last[0] is not report:
            self._last = report, only_issued(report)
        return self._last[1]

    def _there(self, artifacts: "Iterable[Artifact]") -> "tuple[PrintFile, ...]":
        from generator.desk.making_needs import PrintFile
        from generator.desk.print_files import kind_of
        from generator.model.artifact import digest_of

        seen, found = self._seen(), list[PrintFile]()
        for each in artifacts:
            place, kind = seen.place(each), kind_of(each.path)
            if place is None or not kind:
                continue
            key = digest_of(each.path)[:16]
            self._listed[key] = place
            found.append(PrintFile(key, place.name, kind, place.stat().st_size))
        return tuple(found)

    def _seen(self) -> "PublishedResults":
        from generator.adapters.results import FolderResults
        from generator.adapters.store import FolderStore

        store = FolderStore(self._root / "build")
        try:
            return FolderResults(self._root, store).glance()
        finally:
            store.close()

    def _renderings(self, report: "CheckReport", identity: str) -> "list[Rendering]":
        from generator.app.proof import renderings

        return list(renderings(report, identity, self._typesetter.digest))

    @property
    def _typesetter(self) -> "TypstTypesetter":
        return self._open().typesetter  # type: ignore[return-value] # the real one

    def _open(self, *, is_fresh: bool = False) -> "World":
        """The world; `is_fresh`: with the templates as designers have saved them by now."""
        from generator.adapters.executor import Processes
        from generator.cli.world import world

        with self._lock:
            if self._world is None:
                self._forget_old()
                made = world(self._root, staging=self._folder / "typst")
                self._world = replace(made, workers=Processes())
            elif is_fresh:
                self._world.typesetter.stage()  # type: ignore[attr-defined] # the real one
            return self._world

    def _forget_old(self) -> None:
        """Of the pictures only the newest are kept."""
        from generator.adapters.disk import remove

        every = sorted(self._folder.glob("*.png"), key=lambda each: each.stat().st_mtime)
        for each in every[:-_PICTURES]:
            remove(each)
