"""`loa move`: a slot gets another day."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import _, refuse
from generator.cli.editing import apply_edits, dry_run_option, meant_path

if TYPE_CHECKING:
    from generator.app.check import CheckReport
    from generator.app.editing.edit_kinds import Edit
    from generator.model.plan_line import Item


@click.command(
    "move",
    short_help=_("Move a slot to another day."),
    help=_(
        "Move a SLOT of a plan, or that of a piece, to another DAY. A SLOT is named by its id, or "
        "by the id, the file or the title of its piece; CAMPAIGN/ACTIVITY plans one more for a "
        "line that has too few. Its hour stays, unless another is said.\n\n"
        "DAY is such as 2/9, 2/9/2021 06:30, +7 or “thứ tư sau”, beside the day on which it is.\n\n"
        "Example: loa move phat-thanh-2021-2-1 +7\n\n"
        "What loa check would tell anew of that day is shown. loa undo takes it back."
    ),
    context_settings={"ignore_unknown_options": True},  # «-7» is a day
)
@click.argument("slot", metavar="SLOT")
@click.argument("day", metavar="DAY")
@dry_run_option
@click.pass_obj
def command(folder: Path, slot: str, day: str, *, dry_run: bool) -> None:
    """Write the day where the slot is written."""
    apply_edits(folder, lambda checked, root: [_edit(checked, root, slot, day)], dry_run=dry_run)


def _edit(checked: "CheckReport", root: Path, slot: str, day: str) -> "Edit":
    from generator.app.editing.edit_kinds import MoveSlot, PlanSlot
    from generator.app.foresight import meant_moment
    from generator.app.propose import item_without_day
    from generator.vietnamese.reasons import ReadingError

    campaign, mark, activity = slot.partition("/")
    known = (line for line in checked.plan.lines if mark and line.campaign.id == campaign)
    line = next((each for each in known if each.activity.id == activity), None)
    item = item_without_day(line) if line else _item(checked, root, slot)
    try:
        at = meant_moment(item, checked.plan, day)
    except ReadingError:
        refuse("“{day}” is no day. Write one such as 2/9, +7 or 2/9/2021 06:30.", day=day)
    return PlanSlot(campaign, activity, at) if line else MoveSlot(item.id, at)


def _item(checked: "CheckReport", root: Path, slot: str) -> "Item":
    """What is named; or ends the command."""
    items, pieces = checked.plan.items, checked.plan.workspace.pieces.values()
    if slot in items:
        return items[slot]
    path = meant_path(checked, root, slot)
    found = next(
        (items[each.id] for each in pieces if each.file == path and each.id in items), None
    )
    if found is None:
        refuse("“{name}” has no slot: it is withdrawn, or belongs to no plan.", name=slot)
    return found
