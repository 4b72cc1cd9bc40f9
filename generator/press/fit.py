"""Proposals of line breaks for display type.

The template fits them with the shaper that draws; here it is only decided where a line may end.
An author's «|» is obeyed. Otherwise the best few breaks for each number of lines are proposed, by
counted characters: phrases bound with U+00A0 stay whole, lines are balanced, a break after
punctuation is liked, a line that begins with a linking word is not.
"""

from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise

from generator.vietnamese.text import nfc

LINKING_WORDS = frozenset({"và", "của", "là", "với"})
"""Words that should not begin a line where it can be avoided."""

MOST_LINES = 8
"""More lines are never proposed."""

BEAM = 4
"""Proposals for each number of lines."""

_LINKING = 0.12
_PUNCTUATION = -0.08
_ENDS = (",", ".", ";", ":", "!", "?", "…", "–")


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A text broken into lines; `penalty` is the share of letter height that it is worth less."""

    lines: tuple[str, ...]
    penalty: float = 0.0


def proposals(text: str) -> tuple[LineBreak, ...]:
    """Every way of breaking `text` that is worth trying, fewest lines first."""
    if "|" in text:
        own = (" ".join(line.split(" ")).strip() for line in nfc(text).split("|"))
        return (LineBreak(tuple(line for line in own if line)),)
    units = tuple(unit for unit in nfc(text).replace("\n", " ").split(" ") if unit)
    if not units:
        return ()
    return tuple(_lines(units, cuts) for cuts in _best_cuts(units))


def plain(text: str) -> str:
    """The words alone, as one line: what a reader, and a text extractor, should get."""
    return " ".join(nfc(text).replace("|", " ").split())


def _best_cuts(units: tuple[str, ...]) -> list[tuple[int, ...]]:
    """The cheapest ways of cutting `units` into 1, 2, … lines, as positions of cuts."""
    reach = _reach(units)
    found: list[tuple[int, ...]] = []
    # rows[i]: the best ways of setting the first i units in the present number of lines
    rows: list[list[tuple[float, tuple[int, ...]]]] = [[] for _ in range(len(units) + 1)]
    rows[0] = [(0.0, ())]
    for count in range(1, min(MOST_LINES, len(units)) + 1):
        ideal = reach[-1] / count
        rows = [
            nsmallest(
                BEAM,
                (
                    (cost + _cost(units, reach, start, end, ideal), (*cuts, end))
                    for start in range(end)
                    for cost, cuts in rows[start]
                ),
            )
            for end in range(len(units) + 1)
        ]
        found += [cuts[:-1] for _, cuts in rows[-1]]
    return found


def _reach(units: tuple[str, ...]) -> list[int]:
    """Characters up to each unit, one for each space before it."""
    reach = [0]
    for unit in units:
        reach.append(reach[-1] + len(unit) + 1)
    return reach


def _cost(units: tuple[str, ...], reach: list[int], start: int, end: int, ideal: float) -> float:
    uneven = (reach[end] - reach[start]) / ideal - 1
    return uneven * uneven + _break_penalty(units, start)


def _break_penalty(units: tuple[str, ...], start: int) -> float:
    if start == 0:
        return 0.0
    if units[start].split("\u00a0")[0].casefold() in LINKING_WORDS:
        return _LINKING
    return _PUNCTUATION if units[start - 1].endswith(_ENDS) else 0.0


def _lines(units: tuple[str, ...], cuts: tuple[int, ...]) -> LineBreak:
    edges = (0, *cuts, len(units))
    lines = tuple(" ".join(units[a:b]) for a, b in pairwise(edges))
    penalty = sum(_break_penalty(units, cut) for cut in cuts)
    return LineBreak(lines, round(penalty, 4))
