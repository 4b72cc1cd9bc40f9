"""A run list as a PDF to be printed and ticked; the same list gives the same bytes."""

import json
from collections.abc import Iterator

from generator.catalogue import words
from generator.model.artifact import digest_of
from generator.outputs.print.piece_files import PieceFiles
from generator.outputs.print.runlist import RunList, RunListRow
from generator.ports import Typesetter
from generator.press.conditions import finishing_in_words
from generator.press.making import scales
from generator.press.previews import WORDS
from generator.vietnamese.numbers import format_number

HEADS = (
    ("Picture", 26),
    ("Piece", 34),
    ("Finished size", 14),
    ("Material", 34),
    ("File", 40),
    ("Digest", 11),
    ("Place", 26),
    ("District", 20),
    ("Copies", 9),
    ("When", 20),
    ("Basis", 10),
    ("Printed", 8),
    ("Hung", 8),
    ("Taken down", 8),
)
"""Heading (a msgid) and width in characters of each column."""

TEMPLATE = "run-list"
FORM = "10"
"""Counts up when a list comes out otherwise from the same facts."""


def table_pdf(typesetter: Typesetter, run_list: RunList) -> bytes:
    """The same list as a PDF to be printed and ticked, with a picture of each piece."""
    rows = []
    files = {}
    for row in run_list.rows:
        thumb = b"".join(row.piece.chunks("thumb"))
        name = f"{digest_of(thumb)[:16]}.png"
        files[name] = thumb
        rows.append(_as_data(row) | {"thumb": f"files/{name}"})
    content = {
        "title": title_of(run_list),
        "lacks": lacks_of(run_list),
        "family": run_list.look["family"],
        "labels": {head: words(head) for head, _ in HEADS} | {"Total": words("Total")},
        "proposed": words("proposed"),
        "rows": rows,
        "delivery": f"{words('Delivered on')}: …… / …… / …………",
        "signs": [words("For the sender"), words("For the print shop")],
        "total": " · ".join(_totals(run_list)),
    }
    return typesetter.pdf(TEMPLATE, {"job": json.dumps(content, ensure_ascii=False)}, files)


def _totals(run_list: RunList) -> Iterator[str]:
    """The sums, and that they are not of all."""
    for label, count in run_list.totals:
        yield f"{label}: {format_number(count)}"
    if not all(row.copies for row in run_list.rows):
        yield words("not counted: what nobody has given a number")


def title_of(run_list: RunList) -> str:
    """The heading of the list."""
    quarter = run_list.quarter
    when = words("Quarter {quarter}", quarter=quarter) if quarter else words("No quarter")
    return f"{words('Run list')}: {run_list.title}, {when}"


def lacks_of(run_list: RunList) -> str:
    """What must be found out before anything is printed, as one line, or nothing."""
    if not run_list.lacks:
        return ""
    return words("Before printing: {what}", what=" ".join(run_list.lacks))


def file_of(row: RunListRow) -> str:
    """The names of the files, with the stamp that they bear; of two of a side, the scales."""
    order = row.piece.rendering.order
    names = [name for side in row.sides for name in _names(side)]
    if order.studio:
        names.append(words("as the studio delivered it: {file}", file=order.studio.path))
    return ", ".join(names) + (f" ({WORDS[0]})" if order.preview else "")


def _names(side: PieceFiles) -> list[str]:
    each = scales(side.rendering.order, {"pdf", "reduced", "imposed"} & side.kinds)
    if "imposed" in side.kinds:
        return list(each)
    return [f"{name} ({scale})" if len(each) > 1 else name for name, scale in each.items()]


def finish_of(row: RunListRow) -> str:
    """How copies are finished, in one line."""
    return finishing_in_words(row.piece.rendering.order)


def material_of(row: RunListRow) -> str:
    """What it is printed on; of a bound piece the paper of its pages too."""
    printer = row.piece.rendering.order.printer
    if not row.piece.rendering.order.artwork.book or printer.pages is None:
        return printer.material
    return words("cover: {cover}; pages: {pages}", cover=printer.material, pages=printer.pages.name)


def _as_data(row: RunListRow) -> dict[str, object]:
    order = row.piece.rendering.order
    return {
        "title": row.piece.piece.title,
        "size": row.size,
        "material": material_of(row),
        "finish": finish_of(row),
        "printer": order.printer.name,
        "file": file_of(row),
        "digest": row.digests,
        "copies": format_number(row.copies) if row.copies else "–",
        "points": [
            {
                "place": point.place,
                "district": point.district,
                "copies": format_number(point.copies) if point.copies else "–",
                "when": point.when,
                "proposed": point.is_proposed,
            }
            for point in row.points
        ],
    }
