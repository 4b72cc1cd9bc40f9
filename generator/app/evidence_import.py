"""`loa evidence import`: a table as a file of evidence; nothing is kept before it was looked at."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.app.check import CheckReport, CheckScope, check
from generator.app.editing import new_findings
from generator.app.editing.evidence_edits import free_ids
from generator.app.evidence_table import RowReading, Values, columns_of, readings
from generator.app.overlay import Overlay
from generator.diagnostics import Diagnostic, Location, Rule
from generator.model.column import Column
from generator.model.evidence import Evidence
from generator.model.grouping import groups_of
from generator.model.memory import Memory
from generator.model.plan import Plan
from generator.ports import Files
from generator.source.edits import NotEditableError
from generator.source.entries import value_text, with_item
from generator.text.imported.foreign_table import ForeignTable
from generator.text.imported.private_columns import PRIVATE_COLUMN, private_columns
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import fold

IMPORTED_ALREADY = Rule(
    "table-imported-already",
    "“{name}” was imported already: {path} holds what it said then.",
    "If this is another table, give it another name; to import it anew, take the first import "
    "back with loa undo.",
)
ROW_TWICE = Rule(
    "row-twice",
    "This row says the same as row {first} of the table: it would be counted twice.",
    "Delete one of the two; if both are right, say in a column what tells them apart (the hour, "
    "the place, a note), or put the sum of both into one row.",
)
ROW_RECORDED = Rule(
    "row-recorded",
    "What this row says is recorded already, as {id}: it would be counted twice.",
    "Delete the row; if it is another deed, say in a column what tells them apart, such as the "
    "hour or the place.",
)
COLUMN_TWICE = Rule(
    "column-twice",
    "The columns “{heads}” say the same ({key}) of each row: nobody knows which of them counts.",
    "Delete one of them, give it a name that tells them apart, or say with --column what it holds.",
)
COLUMNS = "campaigns/columns.yml"
_HEAD = "# Minh chứng nhập từ bảng {name}.\n"
_CORRECT = "Correct the cell in the table, save it, and import it again."


@dataclass(frozen=True, slots=True)
class TableImport:
    """What a table comes to: the columns as understood, the rows that are kept, the others.

    `problems` tells one thing of each row that cannot be kept; `files` are those to be written.
    """

    columns: Sequence[Column | None]
    count: int
    problems: list[Diagnostic]
    warnings: list[Diagnostic]
    files: Mapping[str, str]
    is_refused: bool = False


def import_table(  # noqa: PLR0913, PLR0917 - what is asked
    report: CheckReport,
    files: Files,
    campaign: str,
    table: ForeignTable,
    now: Mapping[str, Column],
    same: Values,
    scope: CheckScope,
    memory: Memory,
) -> TableImport:
    """Read the rows and look at them as evidence among all that is there."""
    workspace = report.plan.workspace
    plan_file = workspace.campaigns[campaign].where().path
    stem = slugify(posixpath.splitext(posixpath.basename(table.name))[0]) or "bang"
    path = f"{posixpath.dirname(plan_file)}/evidence/{stem}.yml"
    columns = columns_of(table, workspace.columns, now)
    refusals = [
        PRIVATE_COLUMN.at(table.heads.location(table.name), name=table.name, head=head, what=what)
        for head, what in private_columns(table)
    ]
    refusals += _same_columns(table, columns)
    if path in {file.path for file in files.files()}:
        refusals.append(IMPORTED_ALREADY.at(Location(table.name), name=table.name, path=path))
    if refusals:
        return TableImport(columns, 0, refusals, [], {}, is_refused=True)
    read = [*readings(report.plan, workspace.campaigns[campaign], table, columns, same)]
    rows = [each for each in read if each.problem is None]
    left = [each.problem for each in read if each.problem]
    overlay, lines = Overlay(files), _lines(report, path, rows, table, scope)
    overlay.put(path, "".join(lines))
    after = check(overlay, report.plan.as_of, memory, scope)
    found = new_findings(report.diagnostics, after.diagnostics, {})
    bad = {**_again(after.plan, path, rows, table), **_of_rows(found, path, rows, table)}
    kept = [line for each, line in zip(rows, lines[1:], strict=True) if each.row.number not in bad]
    errors = [*(each for each in left if each.is_error), *bad.values()]
    in_order = sorted(errors, key=lambda each: each.where.line)
    others = [each for each in left if not each.is_error]
    told = (_in_table(each, rows, path, table) for each in found if not each.is_error)
    others += [each for each in told if each.where.line not in bad]
    written = {path: "".join([lines[0], *kept])} if kept else {}
    return TableImport(columns, len(kept), in_order, others, written | _columns(overlay, now))


def _lines(
    report: CheckReport,
    path: str,
    rows: Sequence[RowReading],
    table: ForeignTable,
    scope: CheckScope,
) -> list[str]:
    """The file, one line for its head and one for each row."""
    moment = scope.now or report.plan.as_of
    ids = free_ids(report.plan, moment)
    folder = posixpath.dirname(path)
    attached = report.plan.workspace.attachments
    made = [_HEAD.format(name=table.name)]
    for each in rows:
        values = {"id": next(ids), **each.values}
        file = attached.get(f"{folder}/{values.get('file', '')}")
        if file:
            values |= {"digest": file.digest(), "size": str(file.size)}
        keys = [key for key in Evidence.model_fields if values.get(key)]
        inner = ", ".join(f"{key}: {value_text(values[key], inside=True)}" for key in keys)
        made.append(f"- {{{inner}}}\n")
    return made


def _same_columns(table: ForeignTable, columns: Sequence[Column | None]) -> Iterator[Diagnostic]:
    """Columns that would both give one key; figures of several units stand beside each other."""
    pairs = zip(table.heads.cells, columns, strict=True)
    keys = groups_of(
        (f"{column.key} {fold(column.unit)}".strip(), head) for head, column in pairs if column
    )
    for key, heads in keys.items():
        if len(heads) > 1:
            where = table.heads.location(table.name)
            yield COLUMN_TWICE.at(where, heads="”, “".join(heads), key=key)


def _again(
    plan: Plan, path: str, rows: Sequence[RowReading], table: ForeignTable
) -> dict[int, Diagnostic]:
    """Rows that say what a row above them says, or what is recorded, by their numbers."""
    evidence = plan.workspace.evidence.values()
    recorded = {_said(each): each.id for each in evidence if each.record_file != path}
    found, first = dict[int, Diagnostic](), dict[tuple[object, ...], int]()
    for each in (one for one in evidence if one.record_file == path):
        row = rows[each.index or 0].row
        whole = (*_said(each), each.received_from, each.note)
        where = row.location(table.name)
        if whole in first:
            found[row.number] = ROW_TWICE.at(where, first=first[whole])
        elif _said(each) in recorded:
            found[row.number] = ROW_RECORDED.at(where, id=recorded[_said(each)])
        first.setdefault(whole, row.number)
    return found


def _said(evidence: Evidence) -> tuple[object, ...]:
    """What a record tells of a deed, but for how it is shown."""
    of, measures = frozenset(evidence.of), frozenset(evidence.measures)
    is_alone = bool(evidence.file) and evidence.kind == "photograph"
    told = evidence.kind, of, evidence.stage, evidence.on, measures, evidence.amount
    return (*told, evidence.file if is_alone else "", evidence.is_withdrawn)


def _of_rows(
    found: Sequence[Diagnostic], path: str, rows: Sequence[RowReading], table: ForeignTable
) -> dict[int, Diagnostic]:
    """The first error of each row, by the number of the row in the table."""
    bad: dict[int, Diagnostic] = {}
    for each in found:
        if each.is_error and each.where.path == path:
            told = _in_table(each, rows, path, table)
            bad.setdefault(told.where.line, told)
    return bad


def _in_table(
    found: Diagnostic, rows: Sequence[RowReading], path: str, table: ForeignTable
) -> Diagnostic:
    """The same in the table: what is to be typed there is another thing than in the file."""
    number = found.where.line - 2
    if found.where.path != path or not 0 <= number < len(rows):
        return found
    where = rows[number].row.location(table.name)
    shows_lines = {"typed", "added"} & found.details.keys()
    rule = found.rule.with_hint(_CORRECT) if shows_lines else found.rule
    return replace(found, rule=rule, where=where)


def _columns(overlay: Overlay, now: Mapping[str, Column]) -> dict[str, str]:
    """campaigns/columns.yml with what was said of columns; nothing where nothing was said."""
    if not now:
        return {}
    text = overlay.text(COLUMNS) or "columns: []\n"
    for each in now.values():
        unit = f", unit: {value_text(each.unit, inside=True)}" if each.unit else ""
        item = f"{{head: {value_text(each.head, inside=True)}, key: {each.key}{unit}}}"
        try:
            text = with_item(COLUMNS, text, ("columns",), item)
        except NotEditableError:
            return {}
    return {COLUMNS: text}
