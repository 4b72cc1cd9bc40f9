"""The packs of partners, as the desk has them made."""

from errno import EACCES
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.console import _
from generator.cli.failures import REFUSALS

if TYPE_CHECKING:
    from datetime import datetime

    from generator.desk.needs import SaveReport
    from generator.model.quarter import Quarter


def make_pack(
    root: Path, partner: str, quarter: "Quarter", as_of: "datetime | None"
) -> "SaveReport":
    """What `loa pack` does, without a word; what stands in the way is told."""
    from generator.adapters.lock import BusyError, workspace_lock
    from generator.app.build import build
    from generator.app.scope import Scope
    from generator.cli.world import world
    from generator.desk.needs import SaveReport
    from generator.outputs import Choice
    from generator.ports import SILENT

    scope = Scope(("handoff",), Choice(partner=partner, quarter=quarter))
    try:
        with workspace_lock(root):
            here = world(root)
            try:
                built = build(here, scope, as_of or here.clock.now(), SILENT)
            finally:
                here.workers.close()
    except BusyError:
        told = _("Another loa is at work here; try again.")
        return SaveReport(is_written=False, troubles=(told,))
    except OSError as error:
        reason = _(REFUSALS.get(error.errno or 0, REFUSALS[EACCES]))
        return SaveReport(is_written=False, troubles=(f"{reason[0].upper()}{reason[1:]}.",))
    return SaveReport(is_written=not built.blocking, findings=tuple(built.blocking))


def pack_data(root: Path, partner: str, quarter: "Quarter") -> bytes | None:
    """The pack that was made last."""
    from generator.adapters.saving import content_of
    from generator.model import addresses

    return content_of(root, f"dist/{addresses.pack(partner, quarter)}")
