"""Files that lie somewhere, held to the orders of the workspace as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.app.check import Checked
from generator.diagnostics import Diagnostic, Location
from generator.model.plan import Plan
from generator.ports import Typesetter
from generator.press.faults import Fault
from generator.press.orders import Ordered, located, orders
from generator.press.preflight import Result, preflight
from generator.press.preflight.file import Delivered
from generator.vietnamese.text import nfc

REDUCED = "_ti-le-1-10"
"""Ends the name of the 1:10 file, which says so by its boxes and is held to the true one."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file; `ordered` is None where no piece has a file of this name."""

    name: str
    ordered: Ordered | None
    results: tuple[Result, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether the file may be delivered."""
        return all(result.passed for result in self.results)


def look(
    checked: Checked, typesetter: Typesetter, files: Mapping[str, bytes]
) -> tuple[Looked, ...]:
    """Preflight of PDFs by name (without folder); a TIFF of the same name is looked at with it."""
    found = orders(checked.plan, typesetter.digest)
    by_name = {ordered.order.name: ordered for ordered in found}
    tiffs = {nfc(name).removesuffix(".tif"): data for name, data in files.items()}
    return tuple(
        _looked(checked.plan, name, data, by_name, tiffs)
        for name, data in sorted(files.items())
        if not name.endswith(".tif")
    )


def _looked(
    plan: Plan,
    name: str,
    data: bytes,
    by_name: Mapping[str, Ordered],
    tiffs: Mapping[str, bytes],
) -> Looked:
    stem = nfc(name).removesuffix(".pdf").removesuffix(REDUCED)
    ordered = by_name.get(stem)
    tiff = tiffs.get(stem, b"")
    order = ordered.order if ordered else None
    siblings = ordered.siblings if ordered else ()
    results = preflight(Delivered(data, order, tiff, siblings))
    told = (_told(plan, name, fault, ordered) for result in results for fault in result.faults)
    return Looked(name, ordered, results, tuple(told))


def _told(plan: Plan, name: str, fault: Fault, ordered: Ordered | None) -> Diagnostic:
    if ordered is None or fault.change[0] == "file":
        return fault.rule.at(Location(name), **dict(fault.details))
    return located(fault, ordered, plan)
