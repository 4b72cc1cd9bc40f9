"""What a page draws: its operators, those of forms and patterns included, and their state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.press.content_streams import instructions
from generator.press.page_resources import resource

if TYPE_CHECKING:
    import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_ONE: Matrix = (1, 0, 0, 1, 0, 0)
_DEEPEST = 12  # forms in forms


@dataclass(frozen=True, slots=True)
class GraphicsState:
    """The part of the graphics state that preflight looks at."""

    matrix: Matrix = _ONE
    text_matrix: Matrix = _ONE
    fill: tuple[float, ...] = ()
    fill_space: str = "/DeviceGray"
    font: Any = None
    size: float = 0.0
    weight: float = 1.0
    overprint: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One operator with its operands, the state before it and the resources it names things in."""

    operator: str
    operands: list[Any]
    state: GraphicsState
    resources: Any


def operations(page: "pikepdf.Page") -> Iterator[Operation]:
    """Every operator of a page, but for those that only draw outlines."""
    yield from _walk(page, page.obj.get("/Resources"), GraphicsState(), 0)


def _walk(holder: Any, resources: Any, state: GraphicsState, depth: int) -> Iterator[Operation]:  # noqa: ANN401 - pikepdf's objects
    stack: list[GraphicsState] = []
    for instruction in instructions(holder):
        if isinstance(instruction, bytes):
            continue
        name, operands = str(instruction.operator), list(instruction.operands)
        yield Operation(name, operands, state, resources)
        if name == "q":
            stack.append(state)
        elif name == "Q":
            state = stack.pop() if stack else state
        elif name == "Do" and depth < _DEEPEST:
            form = resource(resources, "/XObject", operands[0])
            if form is not None and form.get("/Subtype") == "/Form":
                inner = replace(state, matrix=times(matrix_of(form.get("/Matrix")), state.matrix))
                yield from _walk(form, form.get("/Resources", resources), inner, depth + 1)
        elif name in {"scn", "SCN"} and depth < _DEEPEST:
            yield from _tile(pattern_of(resources, operands), depth)
            state = _after(state, name, operands, resources)
        else:
            state = _after(state, name, operands, resources)


def _tile(pattern: Any, depth: int) -> Iterator[Operation]:  # noqa: ANN401 - pikepdf's object
    """What a pattern repeats."""
    if pattern is not None and int(pattern.get("/PatternType", 0)) == 1:
        state = GraphicsState(matrix=matrix_of(pattern.get("/Matrix")))
        yield from _walk(pattern, pattern.get("/Resources"), state, depth + 1)


def pattern_of(resources: Any, operands: list[Any]) -> Any:  # noqa: ANN401 - pikepdf's objects
    """The pattern that a colour names; None where it is made of figures alone."""
    named = operands and str(operands[-1]).startswith("/")
    return resource(resources, "/Pattern", operands[-1]) if named else None


def _after(  # noqa: PLR0911 - one for each operator
    state: GraphicsState,
    name: str,
    operands: list[Any],
    resources: Any,  # noqa: ANN401 - pikepdf's object
) -> GraphicsState:
    match name:
        case "cm":
            return replace(state, matrix=times(matrix_of(operands), state.matrix))
        case "Tm":
            return replace(state, text_matrix=matrix_of(operands))
        case "BT":
            return replace(state, text_matrix=_ONE)
        case "Tf":
            font = resource(resources, "/Font", operands[0])
            return replace(state, font=font, size=float(operands[1]))
        case "gs":
            return _with_settings(state, resource(resources, "/ExtGState", operands[0]))
        case "k" | "rg" | "g":
            space = {"k": "/DeviceCMYK", "rg": "/DeviceRGB", "g": "/DeviceGray"}[name]
            return replace(state, fill_space=space, fill=_numbers(operands))
        case "cs":
            return replace(state, fill_space=str(operands[0]), fill=())
        case "w":
            return replace(state, weight=float(operands[0]))
        case "sc" | "scn":
            return replace(state, fill=_numbers(operands))
    return state


def _with_settings(state: GraphicsState, settings: Any) -> GraphicsState:  # noqa: ANN401 - pikepdf's object
    if settings is None:
        return state
    font = settings.get("/Font")
    if font is not None:
        state = replace(state, font=font[0], size=float(font[1]))
    if "/LW" in settings:
        state = replace(state, weight=float(settings.LW))
    overprint = settings.get("/op", settings.get("/OP"))
    return state if overprint is None else replace(state, overprint=bool(overprint))


def size_of(item: Operation) -> float:
    """The size of the type that an operator draws, in units of the page."""
    _, b, _, d, _, _ = item.state.text_matrix
    e, f = item.state.matrix[1], item.state.matrix[3]
    return abs(d * f + b * e) * item.state.size


def _numbers(operands: list[Any]) -> tuple[float, ...]:
    return tuple(float(value) for value in operands if not str(value).startswith("/"))


def matrix_of(values: Any) -> Matrix:  # noqa: ANN401 - pikepdf's array, or none
    """Six numbers as a transformation; none is the one that changes nothing."""
    if values is None:
        return _ONE
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def times(first: Matrix, then: Matrix) -> Matrix:
    """One transformation after another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )
