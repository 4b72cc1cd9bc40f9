"""What `check` knows of artwork, held to what the typesetter does. All of it is test data."""

from bisect import bisect_left
from dataclasses import replace
from importlib import resources
from itertools import cycle
from pathlib import Path

import pytest
import yaml

from generator.adapters import page_fonts
from generator.adapters.typesetter import TypstTypesetter
from generator.model.artwork import Artwork, Strip
from generator.model.brand import FAMILY, WEIGHTS, Brand
from generator.model.sizes import Size
from generator.model.typesetting import TypesetError
from generator.model.viewing import of_a_banner, of_a_board
from generator.press.characters import DRAWABLE
from generator.press.foreseen import NO_SHAPE, NO_SHAPE_AT_ALL, foreseen
from generator.press.job import job
from generator.press.typesetting_faults import OVERSET

EXAMPLE = (Path(__file__).parents[1] / "examples/tiny/assets/brand.yml").read_text("utf-8")
PALETTE = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)).palette  # noqa: S506 - as text
BODY = (("programme", "Chiến dịch mẫu"), ("body", "Cơ quan mẫu"), ("address", "Số 1 đường Mẫu"))
SENTENCE = "Nước sạch, máy bền, AVATAR tắt đèn, khóa vòi, LỌC bụi, Ế Ỗ Ậ, giữ lợi nhuận"


def test_the_list_of_characters_is_what_the_faces_draw() -> None:
    assert page_fonts.characters(frozenset({FAMILY})) == DRAWABLE


def test_the_weights_are_those_that_the_site_loads() -> None:
    folder = resources.files("generator") / "templates" / "site" / "assets" / "fonts"
    names = {entry.name for entry in folder.iterdir() if entry.name.endswith(".woff2")}
    assert names == {f"be-vietnam-pro-{weight}.woff2" for weight in WEIGHTS}


SHOWN = {
    **dict.fromkeys(("banner-thing", "panel-beside", "panel-above"), "vong-nuoc"),
    "panel-full": "den-va-nang",
    "panel-before-after": "quet-kho",
}
HALVED = ("panel-full", "panel-before-after")


def artwork(template: str, size: Size, words: str) -> Artwork:
    is_banner = template.startswith("banner")
    if template in HALVED:  # which set two halves apart
        middle = len(words.split()) // 2
        words = " ".join((*words.split()[:middle], "|", *words.split()[middle:]))
    if template == "banner-numbers":
        words = f"1 lần, 2 lượt {words}"
    return Artwork(
        piece="mau",
        template=template,
        trim=size,
        texts=(("slogan" if is_banner else "headline", words), *BODY),
        title="Bản thử",
        viewed_from=of_a_banner(size) if is_banner else of_a_board(size),
        capitals=is_banner,
        illustration=SHOWN.get(template, ""),
    )


def codes(made: Artwork, *files: str) -> list[str]:
    return [found.rule.code for found in foreseen(made, files)]


def refused(typesetter: TypstTypesetter, made: Artwork) -> set[str]:
    """The slots of which the typesetter says that their text is too long."""
    try:
        typesetter.pdf(made.template, {"job": job(made, PALETTE, FAMILY)})
    except TypesetError as error:
        return {over.slot for over in error.overset}
    return set()


def first_too_long(made: list[Artwork]) -> int:
    """Of artwork whose words grow, the first of which it is known."""
    return bisect_left(made, 1, key=lambda one: int(OVERSET.code in codes(one)))


@pytest.mark.parametrize(
    ("template", "size"),
    [
        ("banner-words", Size(6000, 800)),
        ("banner-words", Size(1600, 1200)),
        ("banner-words", Size(800, 2500)),
        ("banner-numbers", Size(6000, 800)),
        ("banner-thing", Size(800, 2500)),
        ("panel-words", Size(3000, 2000)),
        ("panel-words", Size(3000, 8000)),
        ("panel-above", Size(2000, 3000)),
        ("panel-full", Size(8000, 3000)),
        ("panel-before-after", Size(3000, 2000)),
        ("panel-beside", Size(3000, 2000)),
    ],
)
def test_too_long_is_what_the_typesetter_refuses(
    typesetter: TypstTypesetter, template: str, size: Size
) -> None:
    """Never earlier than it does, and hardly later."""
    every = f"{SENTENCE}, {SENTENCE}, {SENTENCE}, {SENTENCE}".split()
    counts = range(2, len(every), 2)
    made = [artwork(template, size, " ".join(every[:count])) for count in counts]
    first = first_too_long(made)
    main = {"slogan", "headline"}
    assert refused(typesetter, made[first]) & main
    assert first == 0 or not refused(typesetter, made[first * 3 // 4 - 1]) & main


SIZES = {
    "banner-words": Size(6000, 800),
    "banner-thing": Size(800, 2500),
    "panel-beside": Size(3000, 2000),
    "panel-words": Size(2000, 3000),
    "panel-above": Size(3000, 2000),
}
BESIDE = ("programme", "body", "address", "contact", "foreign", "place", "sponsor")

STRIPS = (Strip(20, "right"), Strip(20, "left"))
TURNS = [
    (template, slot)
    for row, template in enumerate(SIZES)
    for column, slot in enumerate(BESIDE[:-1])
    if (row + column) % 2 == 0
]
"""Each text on two or three templates, which set it with the same words of the package."""


def saying(template: str, slot: str, words: str, strip: Strip | None = None) -> Artwork:
    made = artwork(template, SIZES[template], "Đo rồi mới bớt")
    texts = {**dict(made.texts), "sponsor": "Nhà tài trợ" if strip else ""}
    texts |= {"figure": "9 tấn"} if slot == "unit" else {}
    texts |= {slot: f"9 {words}".strip() if slot == "figure" else words}
    link = "https://example.org/" if slot == "contact" else ""  # they are there together
    return replace(made, texts=tuple(texts.items()), sponsor=strip, link=link)


@pytest.mark.parametrize(
    ("template", "slot", "strip"),
    [
        *((template, slot, None) for template, slot in TURNS),
        *(
            (template, slot, None)
            for template in ("panel-words", "panel-beside")
            for slot in ("fact", "source")
        ),
        *(
            (f"panel-{name}", slot, None)
            for name in ("words", "above")
            for slot in ("figure", "unit")
        ),
        *((template, "sponsor", strip) for template, strip in zip(SIZES, cycle(STRIPS))),
        ("banner-thing", "sponsor", Strip(15, "bottom")),
    ],
)
def test_every_text_is_told_that_the_typesetter_refuses(
    typesetter: TypstTypesetter, template: str, slot: str, strip: Strip | None
) -> None:
    """Never earlier than it does, and hardly later: an imprint, a fact, a line of the place."""
    every = (f"{SENTENCE}, " * (14 if slot == "fact" else 7)).split()
    made = [saying(template, slot, " ".join(every[:count]), strip) for count in range(len(every))]
    first = first_too_long(made)
    assert slot in refused(typesetter, made[first])
    assert first < 2 or slot not in refused(typesetter, made[first * 4 // 5 - 1])


def test_a_line_of_the_place_stays_below_short_main_words(typesetter: TypstTypesetter) -> None:
    """Where these are small, on a piece so large, there is no size in which it may stand."""
    long = " ".join(SENTENCE.split()[:14])
    made = replace(artwork("panel-words", Size(12_000, 8000), long), viewed_from=15_000)
    wide = replace(made, texts=(*made.texts, ("place", "Cổng chính")))
    assert (codes(wide), refused(typesetter, wide)) == ([], set())
    narrow = replace(
        wide, texts=(("headline", f"{long} {long} {long} {long} {long}"), *wide.texts[1:])
    )
    assert (OVERSET.code in codes(narrow)) == bool(refused(typesetter, narrow))


@pytest.mark.parametrize(
    ("change", "files", "expected"),
    [
        ({}, (), []),
        ({"illustration": "vong-nuo"}, (), ["no-such-drawing"]),
        ({"illustration": "cua-toi"}, ("assets/print/drawing-cua-toi.typ",), []),
        ({"illustration": "assets/x.svg"}, (), []),
        ({"trim": Size(1000, 20_000)}, (), ["size-without-layout"]),
        ({"trim": Size(40_000, 30_000)}, (), []),
        ({"trim": Size(12_000, 4000)}, (), []),
        ({"trim": Size(12_000, 3000)}, (), ["size-without-layout"]),
        ({"trim": Size(2000, 3000)}, (), ["layout-unfit"]),
        ({"illustration": ""}, (), ["layout-unfit"]),
        ({"texts": (("headline", "Đo"), ("figure", "9"))}, (), ["layout-unfit"]),
        ({"template": "panel-before-after"}, (), ["layout-unfit"]),
        ({"template": "panel-full", "illustration": "assets/anh/a.jpg"}, (), []),
        ({"trim": Size(1000, 20_000)}, ("assets/print/panel-beside.typ",), []),
        ({"texts": (("headline", "|||"),)}, (), []),
        ({"texts": (("headline", "Đo ☃ bớt"),)}, (), ["missing-glyph"]),
        (
            {"texts": (("headline", "Đo rồi mới bớt"), ("body", "Cơ quan 漢"))},
            (),
            ["missing-glyph"],
        ),
    ],
)
def test_what_is_known_of_a_panel(
    change: dict[str, object], files: tuple[str, ...], expected: list[str]
) -> None:
    panel = artwork("panel-beside", Size(3000, 2000), "Đo rồi mới bớt")
    assert codes(replace(panel, **change), *files) == expected  # type: ignore[arg-type]


def test_only_what_a_banner_can_be_is_to_become_one() -> None:
    panel = artwork("panel-beside", Size(12_000, 3000), "Đo rồi mới bớt")
    banner = artwork("banner-words", Size(400, 12_000), "Đo rồi mới bớt")
    rules = [each.rule for made in (panel, banner) for each in foreseen(made, ())]
    assert rules == [NO_SHAPE, NO_SHAPE_AT_ALL]
