"""Point 5: only CMYK and the approved spot inks, nothing that a viewer must convert."""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Rule
from generator.press.faults import Fault, fault
from generator.press.page_resources import resource
from generator.press.preflight.content import Operation, pattern_of
from generator.press.preflight.delivery import Delivery

FOREIGN_COLOUR = Rule(
    "colour-not-cmyk",
    "Something is drawn in {what}, which is not an ink.",
    "Use the inks of assets/brand.yml in the template; save pictures as CMYK.",
)
UNKNOWN_SPOT = Rule(
    "spot-not-approved",
    "The spot ink “{spot}” is not one of the printer's.",
    "Add it to spots: of the printer, or use the inks of assets/brand.yml.",
)
RGB_GROUP = Rule(
    "transparency-group-rgb",
    "Transparent parts are mixed in {what} instead of CMYK.",
    "Make the parts of the template or picture opaque.",
)
_OPERATORS = {"rg": "RGB", "RG": "RGB", "g": "Gray", "G": "Gray"}
_CMYK = frozenset({"/DeviceCMYK", "/Pattern"})


def check(file: Delivery) -> Iterator[Fault]:
    """Every colour operator, every picture, every transparency group."""
    spots = frozenset(file.order.printer.spots) if file.order else frozenset()
    found: dict[tuple[str, str], Fault] = {}
    group = file.page.obj.get("/Group")
    if group is not None:
        _note(found, RGB_GROUP, _group(group))
    for item in file.operations:
        for rule, what in _looked_at(item, spots):
            _note(found, rule, what)
    yield from found.values()


def _note(found: dict[tuple[str, str], Fault], rule: Rule, what: str) -> None:
    if what:
        key = "spot" if rule is UNKNOWN_SPOT else "what"
        found.setdefault((rule.code, what), fault(rule, "template", **{key: what}))


def _looked_at(item: Operation, spots: frozenset[str]) -> Iterator[tuple[Rule, str]]:
    if item.operator in _OPERATORS:
        yield FOREIGN_COLOUR, _OPERATORS[item.operator]
    elif item.operator in {"cs", "CS"}:
        yield from _space(_resolved(item.operands[0], item.resources), spots)
    elif item.operator in {"scn", "SCN"}:
        pattern = pattern_of(item.resources, item.operands)
        if pattern is not None and "/Shading" in pattern:
            yield from _space(pattern.Shading.get("/ColorSpace"), spots)
    elif item.operator == "sh":
        shading = resource(item.resources, "/Shading", item.operands[0])
        yield from _space(None if shading is None else shading.get("/ColorSpace"), spots)
    elif item.operator == "Do":
        thing = resource(item.resources, "/XObject", item.operands[0])
        if thing is not None and thing.get("/Subtype") == "/Image" and "/ImageMask" not in thing:
            yield from _space(thing.get("/ColorSpace"), spots)
        if thing is not None and "/Group" in thing:
            yield RGB_GROUP, _group(thing.Group)
    elif item.operator == "INLINE IMAGE":
        yield FOREIGN_COLOUR, "an inline picture"


def _resolved(name: Any, resources: Any) -> Any:  # noqa: ANN401 - pikepdf's objects
    found = resource(resources, "/ColorSpace", name)
    return name if found is None else found


def _space(space: Any, spots: frozenset[str]) -> Iterator[tuple[Rule, str]]:  # noqa: ANN401
    if space is None or str(space) in _CMYK:
        return
    family = str(space[0]) if _is_array(space) else str(space)
    if family in {"/Separation", "/DeviceN"}:
        names = [space[1]] if family == "/Separation" else list(space[1])
        for name in (str(name)[1:] for name in names):
            if name not in spots | {"All", "None", "Cyan", "Magenta", "Yellow", "Black"}:
                yield UNKNOWN_SPOT, name
        yield from _space(space[2], spots)
    elif family == "/ICCBased" and int(space[1].get("/N", 0)) == 4:  # noqa: PLR2004 - inks
        return
    elif family == "/Indexed":
        yield from _space(space[1], spots)
    elif family not in _CMYK:
        yield FOREIGN_COLOUR, _plain(space, family)


def _plain(space: Any, family: str) -> str:  # noqa: ANN401 - pikepdf's object
    if family == "/ICCBased":
        return "RGB" if int(space[1].get("/N", 0)) == 3 else "Gray"  # noqa: PLR2004 - channels
    return family.removeprefix("/Device").removeprefix("/")


def _group(group: Any) -> str:  # noqa: ANN401 - pikepdf's object
    """The space that a group mixes in, where it is not CMYK."""
    space = group.get("/CS")
    if space is None:
        return ""
    family = str(space[0]) if _is_array(space) else str(space)
    if family == "/ICCBased" and int(space[1].get("/N", 0)) == 4:  # noqa: PLR2004 - inks
        return ""
    return "" if family == "/DeviceCMYK" else _plain(space, family)


def _is_array(space: Any) -> bool:  # noqa: ANN401 - pikepdf's object
    import pikepdf

    return isinstance(space, pikepdf.Array)
