"""Drawings with gradients and transparency, drawn in inks: a typesetter knows none of four inks.

The template sets a stand-in, as for a photograph; here its picture is exchanged for shapes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from generator.model.artifact import digest_of
from generator.press.inked_drawings import Drawing, is_soft, shapes_of
from generator.press.photographs import Photograph
from generator.press.stand_ins import StandIn

if TYPE_CHECKING:
    import pikepdf

_SHADE = 90  # the grey of a stand-in, which no stand-in of a photograph has
_LEAST = 1e-4  # between two stops: a step of colour that is no distance
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_LINE, _CIRCLES = 2, 3  # kinds of shadings
_Stop = tuple[float, Sequence[float]]


@dataclass(frozen=True)
class SoftDrawing:
    """A drawing in inks of which something fades or lets through what lies below."""

    drawing: Drawing = field(repr=False)

    @cached_property
    def _digest(self) -> str:
        return digest_of(json.dumps(self.drawing, sort_keys=True))

    @property
    def name(self) -> str:
        """Of the stand-in, by all that is drawn."""
        return f"drawn-{self._digest[:12]}.png"

    @property
    def frame(self) -> Drawing:
        """What a template needs of it: its size, and the picture that stands for it."""
        size = {key: self.drawing[key] for key in ("width", "height")}
        return {**size, "file": f"files/{self.name}"}

    @property
    def stand_in(self) -> bytes:
        """A grey PNG for the template, of a size by which it is found again."""
        from PIL import Image

        target = BytesIO()
        Image.new("L", self._pixels, _SHADE).save(target, "PNG", compress_level=9)
        return target.getvalue()

    def place(self, document: "pikepdf.Pdf") -> None:
        """Exchange the stand-in for the shapes; the page mixes in inks from then on."""
        import pikepdf

        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream) and self._is_stand_in(thing):
                _become_drawing(document, thing, self.drawing)
        for page in document.pages:
            page.obj.Group = _group(isolated=True)

    @property
    def _pixels(self) -> tuple[int, int]:
        return 16 + int(self._digest[:2], 16), 16 + int(self._digest[2:4], 16)

    def _is_stand_in(self, thing: "pikepdf.Stream") -> bool:
        if thing.get("/Subtype") != "/Image" or "/Width" not in thing:
            return False
        size = (int(thing.Width), int(thing.Height))
        return size == self._pixels and thing.read_bytes()[0] == _SHADE


def stand_ins(*pictures: object) -> Iterator[StandIn]:
    """What of the pictures of a piece no typesetter sets in inks: photographs, soft drawings."""
    for each in pictures:
        if isinstance(each, Photograph):
            yield each
        elif soft := _soft_drawing(each):
            yield soft


def frame_of(picture: object) -> Drawing | None:
    """A drawing as templates draw it: its shapes, or the picture that stands for it."""
    soft = _soft_drawing(picture)
    return soft.frame if soft else picture if isinstance(picture, Mapping) else None


def _soft_drawing(drawing: object) -> SoftDrawing | None:
    """None of plain shapes, which templates draw."""
    if isinstance(drawing, Mapping) and is_soft(drawing):
        return SoftDrawing(drawing)
    return None


def _become_drawing(document: "pikepdf.Pdf", thing: "pikepdf.Stream", drawing: Drawing) -> None:
    """A picture fills a square of one unit, its top above; a drawing counts from its top left."""
    import pikepdf

    wide, high = (float(str(drawing[key])) for key in ("width", "height"))
    drawn = _Canvas(document, (wide, high))
    content = "\n".join(drawn.lines(shapes_of(drawing)))
    for key in list(thing.keys()):
        if key != "/Length":
            del thing[key]
    thing.write(content.encode())
    thing.Type, thing.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    thing.BBox = _numbers((0, 0, wide, high))
    thing.Matrix = _numbers((1 / wide, 0, 0, -1 / high, 0, 1))
    thing.Resources = drawn.resources


class _Canvas:
    """The content of a drawing, and the resources that it names."""

    def __init__(self, document: "pikepdf.Pdf", size: tuple[float, float]) -> None:
        import pikepdf

        self._document, self._size = document, size
        self.resources = pikepdf.Dictionary()

    def lines(self, shapes: Sequence[Any], depth: int = 0) -> Iterator[str]:
        """The operators of shapes; those of a layer become a form of their own."""

        def layer(shape: Any) -> tuple[int, float] | None:  # noqa: ANN401 - as JSON has it
            held = shape.get("soft", {}).get("layers", ())
            return (held[depth]["number"], held[depth]["opacity"]) if len(held) > depth else None

        for found, members in groupby(shapes, layer):
            if found is None:
                for shape in members:
                    yield from self._shape(shape)
            else:
                form = self._name("/XObject", self._layer(list(members), depth + 1))
                yield f"q {self._settings(found[1], None)}{form} Do Q"

    def _layer(self, shapes: Sequence[Any], depth: int) -> "pikepdf.Object":
        inner = _Canvas(self._document, self._size)
        form = _form(self._document, "\n".join(inner.lines(shapes, depth)), self._size)
        form.Resources, form.Group = inner.resources, _group(isolated=False)
        return form

    def _shape(self, shape: Any) -> Iterator[str]:  # noqa: ANN401 - as JSON has it
        path = " ".join(_step(step) for step in shape["steps"])
        if shape["fill"] is not None:
            end = "f*" if shape["rule"] == "even-odd" else "f"
            yield f"q {self._paint(shape, 'fill')} {path} {end} Q"
        if shape["stroke"] is not None:
            pen = f"{shape['weight']:.4f} w {_CAPS[shape['cap']]} J {_JOINS[shape['join']]} j"
            miter = f"{max(1.0, shape['miter']):.3f} M"
            yield f"q {self._paint(shape, 'stroke')} {pen} {miter} {path} S Q"

    def _paint(self, shape: Any, key: str) -> str:  # noqa: ANN401 - as JSON has it
        """The colour of the fill or the line, with what it lets through."""
        soft = shape.get("soft", {})
        opacity = float(soft.get(f"{key}_opacity", 1))
        gradient = soft.get(key)
        if gradient is None:
            inks = " ".join(f"{part / 100:.4f}" for part in shape[key])
            return f"{self._settings(opacity, None)}{inks} {'k' if key == 'fill' else 'K'}"
        covers = {stop["opacity"] for stop in gradient["stops"]}
        if len(covers) == 1:
            opacity *= covers.pop()
        settings = self._settings(opacity, gradient if covers else None)
        pattern = self._name("/Pattern", self._pattern(gradient, "inks"))
        space, colour = ("cs", "scn") if key == "fill" else ("CS", "SCN")
        return f"{settings}/Pattern {space} {pattern} {colour}"

    def _settings(self, opacity: float, mask: Any) -> str:  # noqa: ANN401 - as JSON has it
        """How much of what lies below is covered: the same everywhere, or as a gradient says."""
        import pikepdf

        if opacity == 1 and mask is None:
            return ""
        amount = pikepdf.Object.parse(f"{opacity:.4f}".encode())
        settings = pikepdf.Dictionary(ca=amount, CA=amount)
        if mask is not None:
            settings.SMask = self._mask(mask)
        return f"{self._name('/ExtGState', settings)} gs "

    def _mask(self, gradient: Any) -> "pikepdf.Object":  # noqa: ANN401 - as JSON has it
        import pikepdf

        inner = _Canvas(self._document, self._size)
        name = inner._name("/Pattern", self._pattern(gradient, "opacity"))
        wide, high = self._size
        drawn = f"/Pattern cs {name} scn 0 0 {wide:.3f} {high:.3f} re f"
        form = _form(self._document, drawn, self._size)
        form.Resources = inner.resources
        form.Group = pikepdf.Dictionary(
            S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceGray, I=True
        )
        return pikepdf.Dictionary(Type=pikepdf.Name.Mask, S=pikepdf.Name.Luminosity, G=form)

    def _pattern(self, gradient: Any, what: str) -> "pikepdf.Object":  # noqa: ANN401 - as JSON has it
        import pikepdf

        is_ink, places = what == "inks", gradient["places"]
        stops = [
            (s["at"], [part / 100 for part in s["inks"]] if is_ink else [s["opacity"]])
            for s in gradient["stops"]
        ]
        shading = pikepdf.Dictionary(
            ShadingType=_CIRCLES if len(places) > 4 else _LINE,  # noqa: PLR2004 - a line
            ColorSpace=pikepdf.Name.DeviceCMYK if is_ink else pikepdf.Name.DeviceGray,
            Coords=_numbers(places),
            Function=_function(stops),
            Extend=pikepdf.Array([True, True]),
        )
        return pikepdf.Dictionary(
            PatternType=2, Shading=shading, Matrix=_numbers(gradient["matrix"])
        )

    def _name(self, kind: str, thing: "pikepdf.Object") -> str:
        import pikepdf

        if kind not in self.resources:
            self.resources[kind] = pikepdf.Dictionary()
        name = f"/{kind[1]}{len(self.resources[kind])}"
        self.resources[kind][name] = self._document.make_indirect(thing)
        return name


def _function(stops: Sequence[_Stop]) -> "pikepdf.Object":
    """The colours on the way, each pair of stops a stretch; the way begins at 0 and ends at 1."""
    import pikepdf

    apart: list[_Stop] = []
    for at, colour in ((0.0, stops[0][1]), *stops, (1.0, stops[-1][1])):
        least = apart[-1][0] + _LEAST if apart else 0.0
        apart.append((max(at, least), colour))
    last = apart[-1][0]  # a little beyond 1 where many stops lie on one place
    parts = [
        pikepdf.Dictionary(
            FunctionType=2, Domain=_numbers((0, 1)), N=1, C0=_numbers(one), C1=_numbers(two)
        )
        for (_, one), (_, two) in pairwise(apart)
    ]
    return pikepdf.Dictionary(
        FunctionType=3,
        Domain=_numbers((0, 1)),
        Functions=pikepdf.Array(parts),
        Bounds=_numbers([at / last for at, _ in apart[1:-1]]),
        Encode=_numbers([0, 1] * len(parts)),
    )


def _form(document: "pikepdf.Pdf", content: str, size: tuple[float, float]) -> "pikepdf.Object":
    import pikepdf

    form = document.make_stream(content.encode())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox = _numbers((0, 0, *size))
    return form


def _group(*, isolated: bool) -> "pikepdf.Dictionary":
    """What is mixed is mixed in inks (PDF/X-4, ISO 15930-7, 6.2.11)."""
    import pikepdf

    return pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK, I=isolated)


def _step(step: Sequence[Any]) -> str:
    kind, *numbers = step
    told = " ".join(f"{number:.3f}" for number in numbers)
    return f"{told} {({'M': 'm', 'L': 'l', 'C': 'c', 'Z': 'h'})[kind]}".strip()


def _numbers(values: Sequence[float]) -> "pikepdf.Array":
    import pikepdf

    return pikepdf.Array([pikepdf.Object.parse(f"{value:.6f}".encode()) for value in values])
