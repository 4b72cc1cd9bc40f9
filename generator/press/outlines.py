"""The letters of a finished PDF as paths: for print shops whose machines lack our fonts.

The file with live text is made first and is what the words are held to: this is its twin.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.diagnostics import Refusal, RefusalError, Rule
from generator.press.finish import pdf_bytes
from generator.press.page_resources import resource
from generator.press.preflight.content import Matrix, matrix_of, times

if TYPE_CHECKING:
    import pikepdf
    from fontTools.ttLib import TTFont

NO_OUTLINES = Rule(
    "no-outlines",
    "The letters cannot be turned into paths: the page holds text of another kind ({problem}).",
    "Set all words with the typeface of assets/brand.yml in the template.",
)
LARGE = 1440.0
"""Points of type (20 inches) above which Poppler shows nothing, as a viewer and in print shops."""
_ONE: Matrix = (1, 0, 0, 1, 0, 0)
_DROPPED = frozenset(("BT", "ET", "Tr", "Tf", "Tm"))
_UNKNOWN = frozenset(("Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD", "T*", "'", '"'))


@dataclass(frozen=True)
class FileFont:
    """A font of the file: outlines by the number of a glyph, widths in thousandths of its size."""

    font: "TTFont"
    widths: dict[int, float]
    _paths: dict[int, bytes] = field(default_factory=dict, repr=False)

    @property
    def unit(self) -> float:
        """The size at which one unit of the outlines is one unit of the page."""
        return float(self.font["head"].unitsPerEm)

    def path(self, glyph: int) -> bytes:
        """The outline as PDF operators, in the font's own units; nothing for a space."""
        if glyph not in self._paths:
            self._paths[glyph] = _path(self.font, glyph)
        return self._paths[glyph]


@dataclass(frozen=True, slots=True)
class _Text:
    """The state of text: the font with its size, and where the next glyph stands."""

    face: FileFont | None = None
    size: float = 0.0
    matrix: Matrix = _ONE


def letters_as_paths(pdf: bytes) -> bytes:
    """The same page without fonts; same file, same bytes.

    Raises:
        RefusalError: text that is set as our typesetter never sets it.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        faces: dict[Any, FileFont] = {}
        page.Contents = document.make_stream(_drawn(page, page.obj.Resources, faces))
        drawn: Any = page.obj.Resources.get("/XObject", {})
        for thing in (drawn[name] for name in sorted(drawn.keys())):
            if thing.get("/Subtype") == "/Form" and "/Resources" in thing:
                thing.write(_drawn(thing, thing.Resources, faces))
                _forget_fonts(thing.Resources)
        _forget_fonts(page.obj.Resources)
        document.remove_unreferenced_resources()
        return pdf_bytes(document)


def large_letters_as_paths(pdf: bytes) -> bytes:
    """The same page, its letters above LARGE drawn as paths; their text stays, and paints nothing.

    A page without such letters is given back as it is.

    Raises:
        RefusalError: text that is set as our typesetter never sets it.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        page.contents_coalesce()
        before_sizes = page.Contents.read_bytes().split(b" Tf")[:-1]
        if not any(float(each.rsplit(None, 1)[-1]) > LARGE for each in before_sizes):
            return pdf
        page.Contents = document.make_stream(_with_large(page, page.obj.Resources))
        return pdf_bytes(document)


def _with_large(page: Any, resources: "pikepdf.Object") -> bytes:  # noqa: ANN401 - a page
    """The content with the paths of large letters behind their text."""
    import pikepdf

    faces: dict[Any, FileFont] = {}
    parts: list[bytes] = []
    drawn: list[bytes] = []
    text = _Text()
    for instruction in pikepdf.parse_content_stream(page):
        name, operands = str(instruction.operator), list(instruction.operands)
        written = pikepdf.unparse_content_stream([instruction])
        if name in {"Tj", "TJ"} and text.size > LARGE:
            drawn += _glyphs(operands[0] if name == "TJ" else operands, text)
            written = b"3 Tr\n" + written + b"\n0 Tr"
        parts.append(written)
        if name == "ET":  # within text nothing else may be painted
            parts, drawn = [*parts, *drawn], []
        text = _after(text, name, operands, resources, faces)
    return b"\n".join(parts)


def _no_outlines(found: str) -> Refusal:
    return Refusal(NO_OUTLINES, {"problem": f"text {found}"})


def _forget_fonts(resources: "pikepdf.Object") -> None:
    if "/Font" in resources:
        del resources["/Font"]


def _drawn(holder: Any, resources: "pikepdf.Object", faces: dict[Any, FileFont]) -> bytes:  # noqa: ANN401 - a page or a form
    """The content with every show of text as the outlines of its glyphs."""
    import pikepdf

    parts: list[bytes] = []
    text = _Text()
    for instruction in pikepdf.parse_content_stream(holder):
        name, operands = str(instruction.operator), list(instruction.operands)
        if name in _UNKNOWN or (name == "Tr" and int(operands[0])):
            raise RefusalError(_no_outlines(name))
        if name in {"Tj", "TJ"}:
            shown = operands[0] if name == "TJ" else operands
            parts += _glyphs(shown, text)
        elif name not in _DROPPED:
            parts.append(pikepdf.unparse_content_stream([instruction]))
        text = _after(text, name, operands, resources, faces)
    return b"\n".join(parts)


def _after(
    text: _Text,
    name: str,
    operands: list[Any],
    resources: "pikepdf.Object",
    faces: dict[Any, FileFont],
) -> _Text:
    if name == "Tf":
        font = resource(resources, "/Font", operands[0])
        if font is None:
            raise RefusalError(_no_outlines("font"))
        if font.objgen not in faces:
            faces[font.objgen] = _face(font)
        return replace(text, face=faces[font.objgen], size=float(operands[1]))
    if name == "Tm":
        return replace(text, matrix=matrix_of(operands))
    return replace(text, matrix=_ONE) if name == "BT" else text


def _glyphs(shown: Any, text: _Text) -> Iterator[bytes]:  # noqa: ANN401 - pikepdf's array
    """Each glyph where it stands: numbers between them move the pen by thousandths."""
    import pikepdf

    if text.face is None:
        return
    pen, scale = 0.0, text.size / text.face.unit
    for part in shown:
        if not isinstance(part, pikepdf.String):
            pen -= float(part) / 1000 * text.size
            continue
        codes = bytes(part)
        for glyph in (int.from_bytes(codes[i : i + 2]) for i in range(0, len(codes), 2)):
            path = text.face.path(glyph)
            if path:
                a, b, c, d, e, f = times((scale, 0, 0, scale, pen, 0), text.matrix)
                place = f"q {a:.7f} {b:.7f} {c:.7f} {d:.7f} {e:.4f} {f:.4f} cm\n".encode()
                yield place + path + b"\nf\nQ"
            pen += text.face.widths.get(glyph, 0) / 1000 * text.size


def _face(font: "pikepdf.Object") -> FileFont:
    """An embedded font whose codes are numbers of glyphs, as the typesetter writes them."""
    from fontTools.ttLib import TTFont

    if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
        raise RefusalError(_no_outlines("font"))
    inner = font.DescendantFonts[0]
    if "/FontFile2" not in inner.FontDescriptor:
        raise RefusalError(_no_outlines("font"))
    data = inner.FontDescriptor.FontFile2.read_bytes()
    return FileFont(TTFont(BytesIO(data)), dict(_widths(list(inner.W))))


def _widths(listed: list[Any]) -> Iterator[tuple[int, float]]:
    """Widths by glyph: `first [w …]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    import pikepdf

    while listed:
        first, second = int(listed[0]), listed[1]
        if isinstance(second, pikepdf.Array):
            yield from ((first + i, float(width)) for i, width in enumerate(list(second)))
            listed = listed[2:]
        else:
            yield from ((glyph, float(listed[2])) for glyph in range(first, int(second) + 1))
            listed = listed[3:]


def _path(font: "TTFont", glyph: int) -> bytes:
    """An outline as operators; curves of the second degree come as cubic ones."""
    from fontTools.pens.basePen import BasePen

    class Operators(BasePen):  # type: ignore[misc] # fontTools is untyped
        def __init__(self, glyphs: Any) -> None:  # noqa: ANN401 - fontTools is untyped
            super().__init__(glyphs)
            self.found: list[str] = []

        def _moveTo(self, pt: Any) -> None:  # noqa: ANN401, N802 - fontTools's name
            self.found.append(f"{pt[0]:g} {pt[1]:g} m")

        def _lineTo(self, pt: Any) -> None:  # noqa: ANN401, N802 - as above
            self.found.append(f"{pt[0]:g} {pt[1]:g} l")

        def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: ANN401, N802
            points = (*pt1, *pt2, *pt3)
            self.found.append(" ".join(f"{n:.3f}" for n in points) + " c")

        def _closePath(self) -> None:  # noqa: N802 - as above
            self.found.append("h")

    glyphs = font.getGlyphSet()
    pen = Operators(glyphs)
    glyphs[font.getGlyphName(glyph)].draw(pen)
    return "\n".join(pen.found).encode()
