"""A plan as a picture: a mark for each thing, quarters as a line of time, proved ones filled.

Only what the document states is drawn: nothing is divided into quarters that it does not divide,
and what it gives no figure of has no marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from generator.catalogue import words
from generator.model.plan import ActivityLine
from generator.model.quarter import ROMAN
from generator.planning.activity_forms import form_of
from generator.vietnamese.numbers import format_number

_MOST, _WIDTH, _GAP = 500, 300, 3
_COUNTED, _SHOWN = 5, 1.5
"""Marks of a row are counted in fives; the drawing is shown so many times as large, if it fits."""
_SIZES: Mapping[str, tuple[int, int]] = {"bar": (12, 3)}
_SIZE = (5, 5)
_LARGER = ((12, 4), (60, 2))
"""Few marks are drawn larger: up to so many, so many times."""
_STEP, _EDGE = 60, 14  # of the line of time: a quarter, and what a line leaves free at its ends
Drawing = dict[str, object]


def plan_picture(
    lines: Sequence[ActivityLine], proof: Sequence[Mapping[str, object]]
) -> dict[str, list[Drawing]]:
    """Activities with a figure, and those of which the document states none.

    `proof` are the bars of `proof_bars`, of which each names its activity.
    """
    by_id = {str(bar["activity"]): bar for bar in proof}
    rows = [(line, by_id.get(line.activity.id)) for line in lines]
    stated = [(line, bar) for line, bar in rows if line.activity.quantity or bar]
    return {
        "stated": [_drawn(number, *each) for number, each in enumerate(stated, 1)],
        "unstated": [_head(line) for line, bar in rows if not (line.activity.quantity or bar)],
    }


def _drawn(number: int, line: ActivityLine, bar: Mapping[str, object] | None) -> Drawing:
    quantity = line.activity.quantity
    planned, proof = quantity.value if quantity else 0, int(str(bar["count"])) if bar else 0
    unit = quantity.unit.partition("/")[0].rstrip() if quantity else ""
    return {
        **_head(line),
        "number": number,
        "qualifiers": " ".join(quantity.qualifiers) if quantity else "",
        "figure": quantity.as_printed if quantity else "",
        "unit": quantity.unit if quantity else "",
        "proof": bar["proof"] if bar else "",
        "marks": marks(form_of(line.activity.form).shape, planned, proof, unit),
    }


def _head(line: ActivityLine) -> Drawing:
    campaign = line.campaign
    is_one_year = (campaign.begins or campaign.period) == campaign.period
    quarters = sorted(set(line.activity.quarters)) if is_one_year else []
    return {"title": line.activity.title, "time": timeline(quarters) if quarters else None}


def marks(shape: str, planned: int, proof: int, unit: str) -> Drawing | None:
    """A mark for each thing, or for every ten, hundred … where there are very many.

    The outlined ones are planned, the filled ones proved; of what is proved nothing is rounded up.
    """
    most = max(planned, proof)
    if not most:
        return None
    each = 10 ** max(0, len(str(ceil(most / _MOST) - 1)) if most > _MOST else 0)
    total, done = ceil(planned / each), proof // each
    drawn = max(total, done)
    times = next((times for limit, times in _LARGER if drawn <= limit), 1)
    width, height = (side * times for side in _SIZES.get(shape, _SIZE))
    fit = _WIDTH // (width + _GAP)
    columns = min(drawn, max(fit - fit % _COUNTED, 1))
    pitch = (width + _GAP, height + _GAP)
    size = (columns * pitch[0], ceil(drawn / columns) * pitch[1])
    return {
        "shape": shape,
        "mark": (width, height),
        "pitch": pitch,
        "size": size,
        "shown": tuple(round(side * _SHOWN) for side in size),
        "planned": _area(total, columns, pitch),
        "proved": _area(done, columns, pitch),
        "scale": words("each mark is {each} {unit}", each=format_number(each), unit=unit)
        if each > 1
        else "",
    }


def _area(count: int, columns: int, pitch: tuple[int, int]) -> str:
    """The outline of the first so many places, row by row, as a path."""
    rows, rest = divmod(count, columns)
    width, height = pitch
    whole = f"M0 0H{columns * width}V{rows * height}H0Z" if rows else ""
    part = f"M0 {rows * height}h{rest * width}v{height}H0Z" if rest else ""
    return whole + part


def timeline(quarters: Sequence[int]) -> Drawing:
    """A year of four quarters as a line, heavy where something is planned; in words as well."""
    return {
        "words": words("Quarter {quarters}", quarters=", ".join(ROMAN[q - 1] for q in quarters)),
        "quarters": [
            {"name": ROMAN[n - 1], "x": _STEP * (n - 1) + _STEP // 2, "is_planned": n in quarters}
            for n in (1, 2, 3, 4)
        ],
        "runs": [*_runs(quarters)],
        "size": (4 * _STEP, 2 * _EDGE + 12),
    }


def _runs(quarters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where heavy lines begin and end: quarters that follow each other are one."""
    for quarter in quarters:
        if quarter - 1 not in quarters:
            last = next(n for n in range(quarter, 5) if n + 1 not in quarters)
            yield _STEP * (quarter - 1) + _EDGE, _STEP * last - _EDGE
