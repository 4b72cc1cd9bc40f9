"""What a colour of a page puts onto the four plates, in whatever space it is named.

Four inks, grey (which is black alone), spot inks by what stands for them in four inks, gradients.
RGB has no inks of its own and is refused.
"""

from collections.abc import Sequence
from typing import Any

from generator.diagnostics import Refusal, RefusalError, Rule

NO_PLATES = Rule(
    "no-plates",
    "No TIFF can be made: the page holds what cannot be taken apart into four inks ({problem}).",
    "Draw shapes and gradients in the inks of assets/brand.yml; deliver the PDF instead.",
)
Amounts = tuple[float, float, float, float]
"""Of cyan, magenta, yellow and black, from 0 to 1."""

PAPER: Amounts = (0.0, 0.0, 0.0, 0.0)
BLACK: Amounts = (0.0, 0.0, 0.0, 1.0)
_PROCESS = ("/Cyan", "/Magenta", "/Yellow", "/Black")
_FOUR, _ONE = 4, 1  # channels
_CHANNELS = {"/DeviceCMYK": _FOUR, "/DeviceGray": _ONE, "/CalGray": _ONE}
_DEEPEST = 8  # functions within functions


def no_plates(construct: str) -> Refusal:
    """Why a page cannot be taken apart: what it holds."""
    return Refusal(NO_PLATES, {"problem": construct})


def family_of(space: Any) -> str:  # noqa: ANN401 - pikepdf's objects, here and below
    """The name of a colour space, which is a name or an array that begins with it."""
    import pikepdf

    return str(space[0]) if isinstance(space, pikepdf.Array) else str(space)


def channels(space: Any) -> int:  # noqa: ANN401
    """How many figures make a colour. Raises RefusalError for a space without inks."""
    family = family_of(space)
    if family == "/ICCBased":
        count = int(space[1].get("/N", 0))
    elif family in {"/Separation", "/Indexed"}:
        count = _ONE
    elif family == "/DeviceN":
        return len(space[1])
    else:
        count = _CHANNELS.get(family, 0)
    if count not in {_ONE, _FOUR}:
        raise RefusalError(no_plates(f"colour {family.strip('/')}"))
    return count


def amounts(space: Any, values: Sequence[float]) -> Amounts:  # noqa: ANN401
    """The inks of a colour. Raises RefusalError where nobody can tell."""
    if len(values) != channels(space):
        raise RefusalError(no_plates("colour"))
    family = family_of(space)
    if family in {"/Separation", "/DeviceN"}:
        return _of_named(space, values)
    if family == "/Indexed":
        return _of_table(space, int(values[0]))
    if len(values) == _ONE:
        return (0.0, 0.0, 0.0, 1 - values[0])
    cyan, magenta, yellow, black = values
    return (cyan, magenta, yellow, black)


def initial(space: Any) -> tuple[float, ...]:  # noqa: ANN401
    """The colour with which a space begins (ISO 32000-1, 8.6)."""
    family, count = family_of(space), channels(space)
    if family in {"/Separation", "/DeviceN"}:
        return (1.0,) * count
    return (0.0, 0.0, 0.0, 1.0) if count == _FOUR else (0.0,)


def _of_named(space: Any, values: Sequence[float]) -> Amounts:  # noqa: ANN401
    named = [space[1]] if family_of(space) == "/Separation" else list(space[1])
    names = [str(name) for name in named]
    if names == ["/All"]:
        return (values[0],) * 4
    if names == ["/None"]:
        return PAPER
    if set(names) <= set(_PROCESS):
        found = dict(zip(names, values, strict=True))
        cyan, magenta, yellow, black = (found.get(name, 0.0) for name in _PROCESS)
        return (cyan, magenta, yellow, black)
    if len(values) > 1:
        raise RefusalError(no_plates("colour DeviceN"))
    return amounts(space[2], result_of(space[3], values[0]))


def _of_table(space: Any, index: int) -> Amounts:  # noqa: ANN401
    import pikepdf

    base, table = space[1], space[3]
    data = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
    count = channels(base)
    entry = data[index * count : (index + 1) * count]
    if len(entry) < count:
        raise RefusalError(no_plates("colour Indexed"))
    return amounts(base, [value / 255 for value in entry])


def result_of(function: Any, at: float, depth: int = 0) -> list[float]:  # noqa: ANN401
    """What a function of one figure gives (ISO 32000-1, 7.10). Raises RefusalError."""
    import pikepdf

    if isinstance(function, pikepdf.Array):  # one for each channel
        return [result_of(each, at, depth + 1)[0] for each in function]
    kind = int(function.get("/FunctionType", -1))
    low, high = (float(side) for side in function.get("/Domain", (0, 1)))
    at = min(max(at, low), high)
    if kind == 2:  # noqa: PLR2004 - between two colours
        first, last = (
            [float(v) for v in function.get(k, d)] for k, d in (("/C0", [0]), ("/C1", [1]))
        )
        share = at ** float(function.get("/N", 1))
        return [a + share * (b - a) for a, b in zip(first, last, strict=True)]
    if kind == 3 and depth < _DEEPEST:  # noqa: PLR2004 - several, one beside the other
        return _stitched(function, at, depth)
    if kind == 0:
        return _sampled(function, (at - low) / ((high - low) or 1))
    raise RefusalError(no_plates("colour function"))


def _stitched(function: Any, at: float, depth: int) -> list[float]:  # noqa: ANN401
    low, high = (float(side) for side in function.Domain)
    bounds = [low, *(float(bound) for bound in function.Bounds), high]
    part = next((i for i in range(len(bounds) - 2) if at < bounds[i + 1]), len(bounds) - 2)
    start, end = bounds[part], bounds[part + 1]
    first, last = (float(function.Encode[2 * part + side]) for side in (0, 1))
    share = (at - start) / (end - start) if end > start else 0.0
    return result_of(function.Functions[part], first + share * (last - first), depth + 1)


def _sampled(function: Any, share: float) -> list[float]:  # noqa: ANN401
    ranges = [float(side) for side in function.Range]
    count, size = len(ranges) // 2, int(function.Size[0])
    if len(function.Size) != 1 or int(function.BitsPerSample) != 8 or "/Encode" in function:  # noqa: PLR2004
        raise RefusalError(no_plates("colour function"))
    data, place = function.read_bytes(), share * (size - 1)
    if len(data) < size * count or "/Decode" in function:
        raise RefusalError(no_plates("colour function"))
    left = min(int(place), max(0, size - 2))
    near = data[left * count : (left + 1) * count]
    far = data[(left + 1) * count : (left + 2) * count] or near
    mixed = (a + (place - left) * (b - a) for a, b in zip(near, far, strict=True))
    return [
        ranges[2 * at] + value / 255 * (ranges[2 * at + 1] - ranges[2 * at])
        for at, value in enumerate(mixed)
    ]
