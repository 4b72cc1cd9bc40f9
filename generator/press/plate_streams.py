"""What a page draws, as bytes that are the same on every plate, and between them the shades."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.diagnostics import RefusalError
from generator.press.content_streams import instructions
from generator.press.page_resources import resource
from generator.press.tints import BLACK, Amounts, amounts, family_of, initial, no_plates

if TYPE_CHECKING:
    from generator.press.content_streams import Instruction

INKS = ("cyan", "magenta", "yellow", "black")
Part = bytes | tuple[bytes, ...]
"""A run of operators, or a colour of four shades."""

_FOUR = "/DeviceCMYK"
_OF_AREAS, _OF_LINES = ("k", "g", "rg", "cs", "sc", "scn"), ("K", "G", "RG", "CS", "SC", "SCN")
_KINDS = {
    name: (kind, shade)
    for names, shade in ((_OF_AREAS, "g"), (_OF_LINES, "G"))
    for name, kind in zip(names, ("k", "g", "rg", "cs", "sc", "sc"), strict=True)
}
_READ = frozenset((*_KINDS, "q", "Q", "gs", "Tf", "INLINE IMAGE"))
"""Operators that say of colours; Type 3 fonts have their own."""

_MODES = frozenset(
    f"/{name}"
    for name in (
        *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten"),
        *("ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion"),
    )
)
"""Blend modes that count each ink for itself (ISO 32000-1, 11.3.5.2), so that plates are right."""


@dataclass(frozen=True, slots=True)
class _Spaces:
    """The colour spaces of areas and of lines."""

    areas: Any = _FOUR
    lines: Any = _FOUR


def parts_of(stream: Any, resources: Any) -> list[Part]:  # noqa: ANN401 - pikepdf's objects
    """What a page, a form or a pattern draws. Raises RefusalError."""
    reader = _Reader(resources)
    for instruction in instructions(stream):
        if isinstance(instruction, bytes):
            reader.keep_bytes(instruction)
        elif (name := str(instruction.operator)) in _READ:
            reader.read(name, instruction)
        else:
            reader.keep(instruction)
    return reader.done()


def bytes_of(parts: Iterable[Part], ink: int) -> bytes:
    """What is drawn on the plate of an ink."""
    return b"\n".join(part if isinstance(part, bytes) else part[ink] for part in parts)


def first_colours(ink: int) -> bytes:
    """The colours with which a page begins: black, which is the black plate's alone."""
    return b" ".join(shades_of(BLACK, operator)[ink] for operator in ("g", "G")) + b"\n"


def shades_of(amounts_of: Amounts, operator: str) -> tuple[bytes, ...]:
    """Amounts of ink, each as the grey that shows it."""
    return tuple(_shade(operator, amount) for amount in amounts_of)


class _Reader:
    """One stream as it is read: the spaces in which colours are named, and the parts so far."""

    def __init__(self, resources: Any) -> None:  # noqa: ANN401 - pikepdf's object
        self._resources = resources
        self._parts: list[Part] = []
        self._run: list[Instruction] = []
        self._spaces = _Spaces()
        self._stack: list[_Spaces] = []

    def read(self, name: str, instruction: "Instruction") -> None:
        if name in _KINDS:
            self._colour(*_KINDS[name], instruction)
            return
        if name == "q":
            self._stack.append(self._spaces)
        elif name == "Q":
            self._spaces = self._stack.pop() if self._stack else self._spaces
        else:
            self._refuse(name, list(instruction.operands))
        self.keep(instruction)

    def keep(self, instruction: "Instruction") -> None:
        self._run.append(instruction)

    def keep_bytes(self, outlines: bytes) -> None:
        """Most of what is drawn: it is alike on all plates."""
        self._end_run()
        self._parts.append(outlines)

    def done(self) -> list[Part]:
        self._end_run()
        return self._parts

    def _end_run(self) -> None:
        import pikepdf

        if self._run:
            self._parts.append(pikepdf.unparse_content_stream(self._run))
            self._run = []

    def _colour(self, kind: str, shade: str, instruction: "Instruction") -> None:
        operands = list(instruction.operands)
        if kind == "sc" and operands and str(operands[-1]).startswith("/"):
            self._pattern(operands, instruction)
            return
        space, values = self._named(kind, shade, operands)
        is_area = shade == "g"
        self._spaces = replace(self._spaces, **{"areas" if is_area else "lines": space})
        if space == "/Pattern":
            self._run.append(instruction)
            return
        self._end_run()
        self._parts.append(shades_of(amounts(space, values), shade))

    def _named(self, kind: str, shade: str, operands: list[Any]) -> tuple[Any, Sequence[float]]:
        """The space of a colour and its figures."""
        if kind == "rg":
            raise RefusalError(no_plates("colour RGB"))
        if kind == "sc":
            space = self._spaces.areas if shade == "g" else self._spaces.lines
            return space, [float(value) for value in operands]
        if kind != "cs":
            return {"k": _FOUR, "g": "/DeviceGray"}[kind], [float(value) for value in operands]
        space = resource(self._resources, "/ColorSpace", operands[0])
        space = operands[0] if space is None else space
        if family_of(space) == "/Pattern":
            return "/Pattern", ()
        return space, initial(space)

    def _pattern(self, operands: list[Any], instruction: "Instruction") -> None:
        if len(operands) > 1:  # a colour for a pattern that has none
            raise RefusalError(no_plates("pattern"))
        self._run.append(instruction)

    def _refuse(self, name: str, operands: list[Any]) -> None:
        if name == "INLINE IMAGE":
            raise RefusalError(no_plates("image"))
        if name == "gs":
            _refuse_settings(resource(self._resources, "/ExtGState", operands[0]))
        elif name == "Tf":
            font = resource(self._resources, "/Font", operands[0])
            if font is not None and font.get("/Subtype") == "/Type3":
                raise RefusalError(no_plates("font Type3"))


def _refuse_settings(settings: Any) -> None:  # noqa: ANN401 - pikepdf's object
    mode = None if settings is None else settings.get("/BM")
    if settings is None or (mode is not None and str(mode) not in _MODES):
        raise RefusalError(no_plates("blend mode"))


@lru_cache(maxsize=1024)
def _shade(operator: str, amount: float) -> bytes:
    """An amount of ink, as the grey that shows it."""
    return f"{Decimal(1) - Decimal(f'{amount:.5f}').normalize():f} {operator}".encode()
