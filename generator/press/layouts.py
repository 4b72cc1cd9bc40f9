"""The layouts of printed pieces: what each file of templates/print/ says of itself in its head.

A layout of a medium is one file, MEDIUM-NAME.typ. Its comment `/* layout … */` is TOML: what it
`needs` of a piece, and for each shape of page (`sides`: width by height, from and below) where
words and pictures stand. Lengths are thousandths of the shorter side (`69`) and shares
(`50% - 20`): of what the frame leaves free, of that from the upper to the lower edge
(`of = "beside"`), of the whole page (`of = "page"`), or of a leaf of a sheet that is folded
(`of = "leaf-1"`); how wide its `leaves` are is said in any unit. A sheet printed on both sides has
a shape for each (`side = 1`, `side = 2`).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import Any

from generator.diagnostics import Refusal, RefusalError, Rule
from generator.model.artwork import Artwork

MAIN = ("slogan", "headline")
"""The slots of the main words; a piece has one of them."""

NEEDS = (
    *("picture", "figure", "no figure", "two figures"),
    *("two lines", "a scene", "two states", "leaves"),
)
"""What a layout may need of a piece (`lacking`)."""

FIGURE = re.compile(r"\b(\d+(?:[.,–]\d+)*%?)([ \u00a0]?)")
"""A figure among words and the space after it, which may stand larger; as in `common.typ`."""

FIELDS_OF_DRAWINGS = frozenset({"a scene", "two states"})
"""What brings fields of its own: its inks stay as they are."""

BAD_HEAD = Rule(
    "layout-head",
    "What stands between /* layout and */ is not understood: {said}.",
    "Copy it from a layout of loa, such as panel-words.typ, and change its lengths.",
)
DRAWING = "drawing-"
_TOML = "TOML"
_LEAVES = tuple(f"leaf-{number}" for number in range(1, 5))
_FRAMES = ("foot", "head", "left", "right", "none", *_LEAVES)
_ROOMS = ("free", "page", "beside", *_LEAVES)
_HEAD = re.compile(r"/\* layout\n(.*?)\*/", re.DOTALL)
_LENGTH = re.compile(r"(?:(-?[\d.]+)%)?\s*(?:([+-]?)\s*([\d.]+))?")
_EXPORTED = re.compile(r"^#let (\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class LayoutBox:
    """A box of a layout; each length is a share and thousandths of the page's shorter side.

    Shares are `of` the “page”, of what is “free”, of what is “beside” the frame of a long piece,
    from edge to edge, or of a leaf; `lines`, `most`, `least` and `weight` are of words: how many
    lines, how high a capital may be and, where no distance decides it, must be, how bold.
    """

    x: tuple[float, float]
    y: tuple[float, float]
    width: tuple[float, float]
    height: tuple[float, float]
    lines: int = 1
    most: float = 1000.0
    of: str = "free"
    least: float = 0.0
    weight: int = 400


@dataclass(frozen=True, slots=True)
class PageShape:
    """A layout on pages of one proportion: width by height is `sides[0]` or more, below `sides[1]`.

    `frame` says where it stands whose the piece is: at the “foot”, at the “head”, or beside the
    words of a long piece, to their “left” or “right”, at the foot of a leaf, or nowhere (“none”);
    `row` is the height of the emblem's row, `foot` how far that goes across the page, as a share
    and thousandths of the shorter side. Figures among the main words stand `figures` times as high
    as the letters beside them. `leaves` are the shares of the width between folds, `side` the side
    of the sheet, 0 where only one is printed.
    """

    name: str
    sides: tuple[float, float]
    frame: str
    row: float = 60.0
    foot: tuple[float, float] = (1.0, 0.0)
    figures: float = 1.0
    boxes: Mapping[str, LayoutBox] = field(default_factory=dict)
    leaves: tuple[float, ...] = ()
    side: int = 0


@dataclass(frozen=True, slots=True)
class PrintLayout:
    """A layout: `needs` are words of `lacking`; the lower `order`, the sooner it is chosen."""

    name: str
    needs: tuple[str, ...]
    order: int
    shapes: tuple[PageShape, ...]

    def shape_of(self, artwork: Artwork) -> PageShape | None:
        """How it is laid out on a page of this proportion; None where it is not made for it."""
        ratio, side = artwork.trim.width / artwork.trim.height, artwork.side or 1
        fit = (each for each in self.shapes if each.sides[0] <= ratio < each.sides[1])
        found = next((each for each in fit if each.side in {0, side}), None)
        if found is None or artwork.book is None or not found.leaves:
            return found
        shares = tuple(width / artwork.trim.width for width in artwork.book.leaves)
        return replace(found, leaves=shares)


def layout_of(artwork: Artwork) -> PrintLayout | None:
    """The layout with which an artwork is drawn; None where its template says nothing of it."""
    head = artwork.layout or _head(artwork.template)
    return read_layout(artwork.template, head) if head else None


def layouts_of(medium: str) -> tuple[PrintLayout, ...]:
    """Those of the package for a medium, in the order in which they are chosen."""
    found = (read_layout(name, _head(name)) for name in _stems() if name.startswith(f"{medium}-"))
    return tuple(sorted(found, key=lambda each: (each.order, each.name)))


def head_of(template: str) -> str:
    """What a template says of its layout; nothing where it says nothing."""
    found = _HEAD.search(template)
    return found[1] if found else ""


def lacking(layout: PrintLayout, artwork: Artwork) -> Iterator[str]:
    """What a layout needs and a piece does not have."""
    texts = dict(artwork.texts)
    main = next((texts[name] for name in MAIN if texts.get(name)), "")
    shown = artwork.illustration
    is_there = (
        bool(shown),
        bool(texts.get("figure")),
        not texts.get("figure"),
        len(FIGURE.findall(main)) > 1,
        "|" in main,
        "scene" in states(shown) or _is_own(shown),
        {"before", "after"} <= states(shown),
        {"outside", "inside"} <= states(shown),
    )
    there = dict(zip(NEEDS, is_there, strict=True))
    yield from (need for need in layout.needs if not there[need])


def _is_own(picture: str) -> bool:
    """Whether a picture is an author's, and no drawing of the templates."""
    return picture.startswith(("assets/", "files/"))


@cache
def states(drawing: str) -> frozenset[str]:
    """What a drawing of the package can show: `draw`, a `scene`, `before` and `after`."""
    name = f"{DRAWING}{drawing}"
    return frozenset(_EXPORTED.findall(_text(name))) if name in _stems() else frozenset()


@cache
def read_layout(name: str, head: str) -> PrintLayout:
    """A layout from the head of its file; raises RefusalError where that is not understood."""
    try:
        said = tomllib.loads(head)
    except tomllib.TOMLDecodeError:
        raise _unread(_TOML) from None
    shapes = tuple(_shape(key, one) for key, one in _part(said, "shapes", dict).items())
    needs = tuple(_one_of(NEEDS, need) for need in said.get("needs", ()))
    return PrintLayout(name, needs, int(_number(said, "order", 50)), shapes)


def refusal_of(head: str) -> Refusal | None:
    """Why what a template says of its layout is not understood; None where it is."""
    try:
        read_layout("", head)
    except RefusalError as error:
        return error.refusal
    return None


def _unread(word: object) -> RefusalError:
    return RefusalError(Refusal(BAD_HEAD, {"said": word}))


def _one_of(known: tuple[str, ...], word: object) -> str:
    if word not in known:
        raise _unread(word)
    return str(word)


def _part(said: object, key: str, kind: type) -> Any:  # noqa: ANN401 - TOML's value
    if not isinstance(said, Mapping) or not isinstance(said.get(key), kind):
        raise _unread(key)
    return said[key]


def _number(said: Mapping[str, Any], key: str, otherwise: float) -> float:
    value = said.get(key, otherwise)
    if not isinstance(value, int | float):
        raise _unread(key)
    return float(value)


def _shape(name: str, said: Mapping[str, Any]) -> PageShape:
    sides = tuple(_part(said, "sides", list))
    if len(sides) != 2 or not all(isinstance(side, int | float) for side in sides):  # noqa: PLR2004
        raise _unread(sides)
    boxes = {key: _box(value) for key, value in said.items() if isinstance(value, dict)}
    frame, foot = _one_of(_FRAMES, said.get("frame", "foot")), _length(said.get("foot", "100%"))
    row, figures = _number(said, "row", 60), _number(said, "figures", 1)
    shape = PageShape(name, (float(sides[0]), float(sides[1])), frame, row, foot, figures, boxes)
    return replace(shape, leaves=_leaves(said), side=int(_number(said, "side", 0)))


def _leaves(said: Mapping[str, Any]) -> tuple[float, ...]:
    """The share of the width that each leaf has, of widths in any unit."""
    widths = said.get("leaves", ())
    if not isinstance(widths, list | tuple) or not all(map(_is_width, widths)):
        raise _unread(widths)
    return tuple(width / sum(widths) for width in widths)


def _is_width(said: object) -> bool:
    return isinstance(said, int | float) and said > 0


def _box(said: Mapping[str, Any]) -> LayoutBox:
    keys = ("x", "y", "width", "height")
    x, y, width, height = (_length(_part(said, key, str)) for key in keys)
    words = int(_number(said, "lines", 1)), _number(said, "most", 1000)
    box = LayoutBox(x, y, width, height, *words, _one_of(_ROOMS, said.get("of", "free")))
    least, weight = _number(said, "least", 0), int(_number(said, "weight", 400))
    return replace(box, least=least, weight=weight)


def _length(written: object) -> tuple[float, float]:
    """“50% - 20” as half of the page less 20 thousandths of its shorter side."""
    found = _LENGTH.fullmatch(str(written).strip())
    if found is None:
        raise _unread(written)
    share, sign, units = found.groups()
    return float(share or 0) / 100, float(units or 0) * (-1 if sign == "-" else 1)


@cache
def _stems() -> frozenset[str]:
    folder = resources.files("generator") / "templates" / "print"
    return frozenset(e.name[:-4] for e in folder.iterdir() if e.name.endswith(".typ"))


@cache
def _text(stem: str) -> str:
    return (resources.files("generator") / "templates/print" / f"{stem}.typ").read_text("utf-8")


def _head(template: str) -> str:
    return head_of(_text(template)) if template in _stems() else ""
