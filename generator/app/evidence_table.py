"""A table of somebody else's as evidence: what its columns mean, and what each row says.

What a column means is known from campaigns/columns.yml, from what was said now, or from its name;
of a column of which nobody knows it nothing is taken. A row is read whole or not at all.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Rule, warning
from generator.model.amount import Amount
from generator.model.campaign import Campaign
from generator.model.column import Column, ColumnFile
from generator.model.plan import Plan
from generator.planning.deed_counts import unit_of
from generator.planning.evidence_targets import AT_PLACE, names_in, target_of
from generator.text.imported.foreign_table import FORMULA, ForeignTable, TableRow
from generator.vietnamese.reasons import ReadingError
from generator.vietnamese.slugs import slugify
from generator.vietnamese.text import fold

Values = Mapping[str, str | tuple[str, ...]]
"""The keys of a piece of evidence, as they are typed."""

ROW_FORMULA = Rule(
    "row-formula",
    "The cell “{cell}” is reckoned by a formula: what it came to is not in the file.",
    "Copy the column and paste it as values, save the table, and import it again.",
)
ROW_LACKS = Rule(
    "row-incomplete",
    "This row does not say {what}.",
    "Fill in the cell; or say for all rows with --of, --kind or --on what they have in common.",
)
ROW_OF_SUMS = warning(
    "row-of-sums",
    "This row is the sum of others: it would be counted twice, and is left out.",
    "Nothing is to be done.",
)
_SUMS = re.compile(r"(?:tong(?: cong| so)?|cong)\b.*")
_NEEDED = {"of": "of what it is", "on": "when it was done", "kind": "what sort of evidence it is"}
WANTS = tuple(_NEEDED.values())
"""What a row can lack: details that are translated as messages are."""
_KNOWN = (
    (r"(?:ma|ma bai|bai|noi dung|hoat dong|chuong trinh|cong viec)(?: .*)?", "of"),
    (r"(?:dia diem|noi treo|noi to chuc|dia ban)(?: .*)?", "place"),
    (r"(?:ngay|thoi gian|dau thoi gian|timestamp|date)(?: .*)?", "on"),
    (r"(?:don vi|nguoi|noi) gui(?: .*)?|don vi bao cao", "received_from"),
    (r"(?:so tien|thanh tien|gia tri)(?: .*)?", "amount"),
    (r"(?:ten )?tep|file|anh", "file"),
    (r"ghi chu(?: .*)?", "note"),
    (r"loai(?: minh chung)?", "kind"),
    (r"so luong|ket qua|so", "measures"),
    (r"(?:so luong|so) (?P<unit>.+)", "measures"),
)


@dataclass(frozen=True, slots=True)
class RowReading:
    """What a row says, or why it says nothing that can be kept."""

    row: TableRow
    values: Values
    problem: Diagnostic | None = None


def columns_of(
    table: ForeignTable, register: ColumnFile, now: Mapping[str, Column]
) -> list[Column | None]:
    """What each column means, from the left; None of one of which nobody knows it."""
    return [now.get(head) or register.of(head) or _guessed(head) for head in table.heads.cells]


def readings(
    plan: Plan,
    campaign: Campaign,
    table: ForeignTable,
    columns: Sequence[Column | None],
    same: Values,
) -> Iterator[RowReading]:
    """Each row as evidence; `same` is what all rows have in common."""
    titles = {slugify(str(getattr(e, "title", ""))): k for k, e in names_in(plan, campaign).items()}
    terms = _Terms(plan, campaign, columns, same, titles)
    for row in table.rows:
        first = fold(next(filter(None, row.cells), ""))
        if _SUMS.fullmatch(" ".join(first.split())):
            yield RowReading(row, {}, ROW_OF_SUMS.at(row.location(table.name)))
            continue
        values = _placed({**same, **dict(_values(terms, row))})
        yield RowReading(row, values, _problem(table.name, row, columns, values))


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the rows of a table are read by; `titles` are ids by what people call the things."""

    plan: Plan
    campaign: Campaign
    columns: Sequence[Column | None]
    same: Values
    titles: Mapping[str, str]

    def name_of(self, cell: str) -> str:
        """The id that a cell means."""
        return self.titles.get(slugify(cell), cell)

    def unit_of(self, row: TableRow) -> str | None:
        """The unit in which the plan counts what a row is of; None where that names nothing."""
        cells = self.cells(row)
        named = [self.name_of(cell) for column, cell in cells if column.key == "of"]
        of = next(iter((*named, *self.same.get("of", ()))), "")
        target = target_of(self.plan, self.campaign, of)
        return unit_of(target.activity) if target else None

    def cells(self, row: TableRow) -> list[tuple[Column, str]]:
        """The cells of a row in which something stands, each with what its column means."""
        pairs = zip(self.columns, row.cells, strict=True)
        return [(column, cell) for column, cell in pairs if column and cell]


def _guessed(head: str) -> Column | None:
    text = " ".join(fold(head).replace("_", " ").split())
    for form, key in _KNOWN:
        if found := re.fullmatch(form, text):
            unit = "" if "unit" not in found.groupdict() or not found["unit"] else _unit(head)
            return Column.model_construct(head=head, key=key, unit=unit)
    return None


def _unit(head: str) -> str:
    """«Số lớp» counts «lớp», «Số lượng người» counts «người»."""
    return re.sub(r"^\s*số(?:\s+lượng)?\s+", "", head, flags=re.IGNORECASE).strip().casefold()


def _values(terms: _Terms, row: TableRow) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    measures = []
    for column, cell in terms.cells(row):
        if column.key == "measures":
            unit = column.unit or terms.unit_of(row)
            measures += [_measure(cell, unit)] if unit is not None else []  # its name is told
        elif column.key == "of":
            yield "of", (terms.name_of(cell),)
        elif column.key == "place":
            yield "place", _place(terms.plan, cell)
        else:
            yield column.key, cell
    if measures:
        yield "measures", tuple(measures)


def _measure(cell: str, unit: str) -> str:
    """«khoảng 50» in a column of people is «khoảng 50 người»."""
    try:
        Amount.parse(cell)
    except ReadingError:
        return f"{cell} {unit}".strip()
    return cell


def _place(plan: Plan, cell: str) -> str:
    """The id of the place that is called so, on whatever day."""
    slug = slugify(cell)
    for place in plan.workspace.places.values():
        names = (place.id, *(each.name for each in place.names), *place.aliases)
        if slug in map(slugify, names):
            return place.id
    return cell


def _placed(values: Values) -> Values:
    """A place stands behind what hangs there."""
    place, of = values.get("place", ""), values.get("of", ())
    rest = {key: value for key, value in values.items() if key != "place"}
    placed = {"of": tuple(f"{each}{AT_PLACE}{place}" for each in of)} if place else {}
    return rest | placed


def _problem(
    name: str, row: TableRow, columns: Sequence[Column | None], values: Values
) -> Diagnostic | None:
    pairs = zip(columns, row.cells, strict=True)
    reckoned = [cell for column, cell in pairs if column and cell.startswith(FORMULA)]
    if reckoned:
        return ROW_FORMULA.at(row.location(name), cell=reckoned[0])
    lacking = next((what for key, what in _NEEDED.items() if not values.get(key)), "")
    return ROW_LACKS.at(row.location(name), what=lacking) if lacking else None
