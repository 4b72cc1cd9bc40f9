"""`loa evidence import`: the table is read, shown as understood, and written if that is wanted."""

import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from generator.cli.console import Exit, _, alone, named_plan, refuse, regular, say, tell, workspace
from generator.cli.editing import save, show

if TYPE_CHECKING:
    from generator.app.evidence_import import TableImport
    from generator.app.evidence_table import Values
    from generator.model.column import Column
    from generator.text.imported.foreign_table import ForeignTable


def run(  # noqa: PLR0913 - one for each option
    folder: Path,
    file: Path,
    campaign: str,
    columns: Sequence[str],
    same: "Values",
    *,
    write: bool,
    good_rows: bool,
) -> None:
    """Read, show, write; ends with 1 where a row cannot be kept."""
    table, now = _table(file), _columns(columns)
    _refuse_unknown(table, now)
    root = workspace(folder)
    with alone(root) if write else nullcontext():
        imported = _imported(root, campaign, table, now, same, write=write, good_rows=good_rows)
    sys.exit(Exit.CONTENT if imported.problems else Exit.FINE)


def _imported(  # noqa: PLR0913 - as above
    root: Path,
    campaign: str,
    table: "ForeignTable",
    now: "Mapping[str, Column]",
    same: "Values",
    *,
    write: bool,
    good_rows: bool,
) -> "TableImport":
    from generator.adapters.clock import SystemClock
    from generator.app.check import CheckScope, check
    from generator.app.editing import apply
    from generator.app.editing.edit_kinds import ImportEvidence
    from generator.app.evidence_import import import_table
    from generator.cli.world import reading

    (files, memory), moment = reading(root), SystemClock().now()
    scope = CheckScope(moment)
    checked = check(files, moment, memory, scope)
    named_plan(checked.plan.workspace.campaigns, campaign)
    imported = import_table(checked, files, campaign, table, now, same, scope, memory)
    _show(table, imported)
    is_kept = write and imported.count and (good_rows or not imported.problems)
    if is_kept:
        edit = ImportEvidence(table.name, imported.files)
        outcome = apply([edit], files, checked, scope, memory)
        if outcome.changeset is None:
            tell(outcome.findings, err=True)
            say("Nothing was changed.", err=True)
            sys.exit(Exit.CONTENT)
        show(outcome.changeset)
        save(root, outcome.changeset)
        say(
            "Written: {count} rows. Next: loa check. To take it back: loa undo",
            count=imported.count,
        )
    else:
        _say_next(imported, write=write)
    return imported


def _show(table: "ForeignTable", imported: "TableImport") -> None:
    """What each column was taken for, and what is wrong with rows."""
    from generator.app.table_notes import table_notes

    for message, details in table_notes(table):
        click.echo(_(message, **details))
    for head, column in zip(table.heads.cells, imported.columns, strict=True):
        what = f"{column.key} {column.unit}".strip() if column else _("not read")
        say("Column “{head}”: {what}", head=head, what=what)
    tell([*imported.problems, *imported.warnings])
    if not imported.is_refused:
        say(
            "{rows} rows: {count} can be kept, {bad} cannot.",
            rows=len(table.rows),
            count=imported.count,
            bad=len(imported.problems),
        )


def _say_next(imported: "TableImport", *, write: bool) -> None:
    if imported.is_refused or not imported.count:
        say("Nothing was written.")
    elif imported.problems and write:
        say("Nothing was written: mend the rows, or keep the good ones alone with --good-rows.")
    else:
        say("Nothing was written. If this is right, add --write.")


def _table(file: Path) -> "ForeignTable":
    from generator.diagnostics import Location, Refusal
    from generator.text.imported.foreign_table import MOST_BYTES, read_table

    with regular(file).open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    found = read_table(file.name, data)
    if isinstance(found, Refusal):
        tell([found.at(Location(file.name))], err=True)
        sys.exit(Exit.CONTENT)
    return found


def _refuse_unknown(table: "ForeignTable", columns: "Mapping[str, Column]") -> None:
    """What is said of a column that the table does not have would be lost."""
    heads = ", ".join(filter(None, table.heads.cells))
    for head in columns:
        if head not in table.heads.cells:
            refuse("The table has no column “{head}”; it has: {heads}.", head=head, heads=heads)


def _columns(given: Sequence[str]) -> "dict[str, Column]":
    """What was said of columns: HEAD=KEY, with the unit of its figures behind the key."""
    from generator.model.column import Column, ColumnKey

    found = {}
    for each in given:
        head, _sign, said = each.rpartition("=")
        key, _space, unit = said.strip().partition(" ")
        if not head or key not in get_args(ColumnKey):
            known = ", ".join(get_args(ColumnKey))
            message = _(
                "“{value}” is not HEAD=KEY; the keys are: {known}.", value=each, known=known
            )
            raise click.UsageError(message)
        name = " ".join(head.split())
        found[name] = Column.model_construct(head=name, key=key, unit=unit.strip())
    return found
