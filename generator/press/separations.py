"""A page taken apart into four grey pages, one for each ink, drawn as that ink alone.

Every route through RGB turns pure black into four inks; this one keeps it pure. Colours are named
anew for each plate; gradients, forms, patterns and pictures too. Transparency stays as it is, since
each ink is mixed for itself. What has no inks of its own, or mixes them, is refused.
"""

from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING, Any

from generator.diagnostics import RefusalError
from generator.press.plate_pictures import grey_picture
from generator.press.plate_streams import INKS, Part, bytes_of, first_colours, parts_of
from generator.press.tints import amounts, family_of, no_plates, result_of

if TYPE_CHECKING:
    import pikepdf

_STEPS = 256  # of a gradient
_DEEPEST = 12  # forms in forms
_AXIAL_OR_RADIAL = frozenset((2, 3))
_NOT_DRAWN = frozenset(("/OutputIntents", "/Metadata"))
_BETWEEN = frozenset(("/Filter", "/DecodeParms", "/Length"))


def separate(pdf: bytes) -> bytes:
    """The four plates of a page, as pages in DeviceGray: white where the ink is not.

    Raises:
        RefusalError: it holds a colour or a picture that cannot be taken apart.
    """
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        maker = _Plates(document)
        page = document.pages[0].obj
        for ink in range(len(INKS)):
            document.pages.append(maker.page(page, ink))
        del document.pages[: -len(INKS)]
        for said in _NOT_DRAWN & set(document.Root.keys()):
            del document.Root[said]
        target = BytesIO()
        mode = pikepdf.ObjectStreamMode.disable
        document.save(
            target, compress_streams=False, object_stream_mode=mode, fix_metadata_version=False
        )
    return target.getvalue()


class _Plates:
    """The plates of one document. Parsed once: for most of what is drawn all plates are alike."""

    def __init__(self, document: "pikepdf.Pdf") -> None:
        self._document = document
        self._parsed: dict[tuple[int, int], list[Part]] = {}
        self._made: dict[tuple[tuple[int, int], int], pikepdf.Object] = {}

    def page(self, page: "pikepdf.Object", ink: int) -> "pikepdf.Page":
        """A page like this one, of one ink; it shares with it what has no colour, such as fonts."""
        import pikepdf

        plate = copy(page)
        resources = page.get("/Resources")
        key = (0, 0)
        if key not in self._parsed:
            self._parsed[key] = parts_of(pikepdf.Page(page), resources)
        plate.Contents = self._document.make_stream(
            first_colours(ink) + bytes_of(self._parsed[key], ink)
        )
        if "/Group" in plate:  # of plates there is but one ink to mix
            del plate.Group
        if resources is not None:
            plate.Resources = self._resources(resources, ink, 0)
        return pikepdf.Page(self._document.make_indirect(plate))

    def _resources(self, resources: Any, ink: int, depth: int) -> "pikepdf.Object":  # noqa: ANN401
        import pikepdf

        if depth > _DEEPEST:
            raise RefusalError(no_plates("form"))
        plate = copy(resources)
        for kind, make in (
            ("/XObject", self._thing),
            ("/Pattern", self._pattern),
            ("/Shading", self._shading),
        ):
            held = resources.get(kind)
            if held is not None:
                named = {name: make(held[name], ink, depth) for name in sorted(held.keys())}
                plate[kind] = pikepdf.Dictionary(named)
        return plate  # type: ignore[no-any-return] # pikepdf's

    def _thing(self, thing: Any, ink: int, depth: int) -> "pikepdf.Object":  # noqa: ANN401
        key = thing.objgen, ink
        if key not in self._made or thing.objgen == (0, 0):
            is_form = thing.get("/Subtype") == "/Form"
            self._made[key] = (
                self._drawn(thing, ink, depth)
                if is_form
                else grey_picture(self._document, thing, ink)
            )
        return self._made[key]

    def _drawn(self, stream: Any, ink: int, depth: int) -> "pikepdf.Object":  # noqa: ANN401
        """A form or a pattern that is drawn, of one ink."""
        import pikepdf

        resources = stream.get("/Resources")
        if stream.objgen not in self._parsed:
            self._parsed[stream.objgen] = parts_of(stream, resources)
        kept = {key: stream[key] for key in stream.keys() if key not in _BETWEEN}  # noqa: SIM118 - pikepdf's object
        made = self._document.make_stream(bytes_of(self._parsed[stream.objgen], ink), kept)
        if resources is not None:
            made.Resources = self._resources(resources, ink, depth + 1)
        if "/Group" in made:
            group = copy(stream.Group)
            group.CS = pikepdf.Name.DeviceGray
            made.Group = group
        return made

    def _pattern(self, pattern: Any, ink: int, depth: int) -> "pikepdf.Object":  # noqa: ANN401
        if int(pattern.get("/PatternType", 0)) == 1:
            if int(pattern.get("/PaintType", 0)) != 1:
                raise RefusalError(no_plates("pattern"))
            return self._drawn(pattern, ink, depth)
        made = copy(pattern)
        made.Shading = self._shading(pattern.Shading, ink, depth)
        return made  # type: ignore[no-any-return] # pikepdf's

    def _shading(self, shading: Any, ink: int, _depth: int) -> "pikepdf.Object":  # noqa: ANN401
        """A gradient in steps of one ink."""
        import pikepdf

        if int(shading.get("/ShadingType", 0)) not in _AXIAL_OR_RADIAL:
            raise RefusalError(no_plates("gradient mesh"))
        space, domain = shading.ColorSpace, [float(v) for v in shading.get("/Domain", (0, 1))]
        if family_of(space) == "/Indexed":
            raise RefusalError(no_plates("gradient"))
        steps = (domain[0] + (domain[1] - domain[0]) * at / (_STEPS - 1) for at in range(_STEPS))
        found = (amounts(space, result_of(shading.Function, at))[ink] for at in steps)
        made = copy(shading)
        made.ColorSpace = pikepdf.Name.DeviceGray
        made.Function = self._document.make_stream(
            bytes(255 - round(255 * min(max(amount, 0), 1)) for amount in found),
            {
                "/FunctionType": 0,
                "/Domain": pikepdf.Array(
                    [pikepdf.Object.parse(f"{v:.5f}".encode()) for v in domain]
                ),
                "/Range": pikepdf.Array([0, 1]),
                "/Size": pikepdf.Array([_STEPS]),
                "/BitsPerSample": 8,
            },
        )
        if "/Background" in made:
            amount = amounts(space, [float(v) for v in shading.Background])[ink]
            made.Background = pikepdf.Array([pikepdf.Object.parse(f"{1 - amount:.5f}".encode())])
        return made  # type: ignore[no-any-return] # pikepdf's
