"""What whoever sends a table does not see of it: the sheet that is read, and what Excel hides."""

from collections.abc import Iterator

from generator.text.imported.foreign_table import ForeignTable

_SHOWN = 20  # numbers of rows that a sentence lists
ONE_SHEET = "The sheet “{sheet}” is read."
OF_SEVERAL = "Only the sheet “{sheet}” is read; save each of these by itself: {others}."
HIDDEN_SHEETS = "Excel hides these sheets, in which rows stand: {sheets}."
HIDDEN_COLUMNS = "Columns that Excel hides are read, too: {columns}"
HIDDEN_ROWS = "Rows that Excel hides are read, too: {rows}"


def table_notes(table: ForeignTable) -> Iterator[tuple[str, dict[str, str]]]:
    """Each as a msgid and what stands in it; of a CSV there is nothing to tell."""
    if table.others:
        yield OF_SEVERAL, {"sheet": table.sheet, "others": ", ".join(table.others)}
    elif table.sheet:
        yield ONE_SHEET, {"sheet": table.sheet}
    if table.hidden_sheets:
        yield HIDDEN_SHEETS, {"sheets": ", ".join(table.hidden_sheets)}
    if table.hidden_columns:
        yield HIDDEN_COLUMNS, {"columns": ", ".join(table.hidden_columns)}
    if rows := [*map(str, table.hidden_rows)]:
        more = "…" if len(rows) > _SHOWN else ""
        yield HIDDEN_ROWS, {"rows": ", ".join(rows[:_SHOWN]) + more}
