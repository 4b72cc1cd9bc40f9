"""Files that lie somewhere, held to the orders of the workspace as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.app.check import Checked
from generator.diagnostics import Diagnostic, Location
from generator.model.plan import Plan
from generator.ports import Typesetter
from generator.press.faults import Fault
from generator.press.making import OUTLINED, REDUCED, TILED, tiled_pages
from generator.press.orders import Ordered, located, orders
from generator.press.preflight import Result, preflight
from generator.press.preflight.file import Delivered
from generator.vietnamese.text import nfc


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
    """Preflight of PDFs by name (without folder); a TIFF of the same name is looked at with it.

    So is, of a file whose letters are paths, the one with live text. A 1:10 file is held to the
    order of the true one; a file of panels to the rules for all files. A TIFF alone is no PDF.
    """
    found = orders(checked.plan, typesetter.digest)
    by_name = {ordered.order.name: ordered for ordered in found}
    named = {nfc(name): data for name, data in files.items()}
    return tuple(
        _looked(checked.plan, name, data, by_name, named)
        for name, data in sorted(files.items())
        if not (name.endswith(".tif") and f"{name.removesuffix('.tif')}.pdf" in files)
    )


def _looked(
    plan: Plan,
    name: str,
    data: bytes,
    by_name: Mapping[str, Ordered],
    files: Mapping[str, bytes],
) -> Looked:
    whole = nfc(name).removesuffix(".pdf")
    stem = whole.removesuffix(REDUCED).removesuffix(OUTLINED).removesuffix(TILED)
    ordered = by_name.get(stem)
    if ordered and whole.endswith(TILED):
        held = Delivered(data, pages=tiled_pages(ordered.order))
    else:
        held = Delivered(
            data,
            ordered.order if ordered else None,
            files.get(f"{stem}.tif", b""),
            ordered.siblings if ordered else (),
            outlined=whole.endswith(OUTLINED),
            live=files.get(f"{stem}.pdf", b""),
            reduced=whole.endswith(REDUCED),
        )
    results = preflight(held)
    told = (_told(plan, name, fault, ordered) for result in results for fault in result.faults)
    return Looked(name, ordered, results, tuple(told))


def _told(plan: Plan, name: str, fault: Fault, ordered: Ordered | None) -> Diagnostic:
    if ordered is None or fault.change[0] == "file":
        return fault.rule.at(Location(name), **dict(fault.details))
    return located(fault, ordered, plan)
