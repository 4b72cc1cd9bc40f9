"""Layouts say of themselves what they are for; one is added by copying a file. Test data."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.adapters.typesetter import TypstTypesetter
from generator.media import media
from generator.model.artwork import Artwork
from generator.model.brand import FAMILY, Brand
from generator.model.sizes import Size
from generator.model.viewing import AT_A_WALL, least_letter, of_a_banner, of_a_board, of_a_sign
from generator.press.foreseen import foreseen
from generator.press.job import job
from generator.press.layout_choice import other_layouts, template_for
from generator.press.layouts import head_of, layouts_of, refusal_of
from generator.press.page_rooms import text_slots
from generator.press.photographs import Photograph
from generator.press.rooms import coarse
from generator.press.templates import layout_names

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "tests/examples/tiny/assets/brand.yml").read_text("utf-8")
PALETTE = Brand.model_validate(yaml.load(EXAMPLE, yaml.BaseLoader)).palette  # noqa: S506 - as text
TEMPLATES = ROOT / "generator/templates/print"
SOURCE = (TEMPLATES / "panel-words.typ").read_text("utf-8")


def panel(size: Size, headline: str, shown: str = "", **texts: str) -> Artwork:
    return Artwork(
        piece="mau",
        template="panel-words",
        trim=size,
        texts=(("headline", headline), *texts.items(), ("programme", "Chiến dịch mẫu")),
        title="Bản thử",
        viewed_from=of_a_board(size),
        illustration=shown,
    )


@pytest.mark.parametrize(
    ("size", "headline", "shown", "figure", "chosen"),
    [
        (Size(3000, 2000), "Đo rồi | mới bớt", "vong-nuoc", "", "panel-beside"),
        (Size(2000, 3000), "Đo rồi | mới bớt", "vong-nuoc", "", "panel-above"),
        (Size(3000, 2000), "Đo rồi | mới bớt", "vong-nuoc", "9 tấn", "panel-above"),
        (Size(3000, 2000), "Đo rồi | mới bớt", "", "9 tấn", "panel-words"),
        (Size(3000, 2000), "Đo rồi mới bớt được", "", "", "panel-words"),
        (Size(3000, 2000), "Đo rồi mới bớt, | bớt rồi lại đo", "den-va-nang", "", "panel-above"),
        (Size(3000, 2000), "Đo rồi mới bớt", "assets/anh/a.jpg", "", "panel-beside"),
    ],
)
def test_a_piece_gets_the_first_layout_that_takes_it(
    size: Size, headline: str, shown: str, figure: str, chosen: str
) -> None:
    assert template_for(panel(size, headline, shown, figure=figure), "panel") == chosen


def test_what_does_not_fit_is_told_with_what_would() -> None:
    made = replace(
        panel(Size(3000, 2000), "Đo rồi mới bớt được | bớt rồi lại đo nữa", "vong-nuoc"),
        template="panel-beside",
    )
    (told,) = foreseen(made, ())
    assert (told.rule.code, told.change) == ("text-too-long", ("piece", "headline"))
    assert other_layouts(made) == ("above", "words")
    assert dict(told.details)["others"] == "above, words"


def test_letters_follow_from_where_one_stands() -> None:
    assert least_letter(of_a_board(Size(3000, 2000))) == least_letter(40_000) == 160
    assert of_a_board(Size(12_000, 4000)) == 40_000
    assert [of_a_banner(size) for size in (Size(6000, 800), Size(8000, 1000))] == [30_000] * 2
    assert of_a_banner(Size(800, 2500)) == 15_000
    assert [of_a_sign(size) for size in (Size(600, 400), Size(1200, 800))] == [8_000, 15_000]
    near, far = (
        replace(panel(Size(3000, 2000), "Đo"), viewed_from=metres * 1000) for metres in (3, 40)
    )
    assert [text_slots(one)[0].least for one in (near, far)] == [12, 160]


A2 = Size(420, 594)


@pytest.mark.parametrize(
    ("size", "headline", "shown", "figure", "chosen"),
    [
        (A2, "Đo rồi, | mới bớt", "den-va-nang", "9 tấn", "poster-scene"),
        (Size(594, 420), "Đo rồi, | mới bớt", "den-va-nang", "", "poster-scene"),
        (A2, "Đo rồi mới bớt", "den-va-nang", "9 tấn", "poster-picture"),
        (Size(841, 594), "Đo rồi, | mới bớt", "vong-nuoc", "", "poster-picture"),
        (A2, "Đo rồi, | mới bớt", "", "9 tấn", "poster-words"),
        (Size(420, 297), "Đo rồi mới bớt", "", "", "poster-words"),
    ],
)
def test_a_poster_gets_its_layout_too(
    size: Size, headline: str, shown: str, figure: str, chosen: str
) -> None:
    """A headline of two or four lines is read from three metres on sheets A3 to A1."""
    made = poster(size, headline, shown, figure=figure, unit="dầu mỗi năm")
    made = replace(made, template=template_for(made, "poster"))
    assert (made.template, list(foreseen(made, ()))) == (chosen, [])
    assert text_slots(made)[0].least == 12


def test_a_poster_that_nobody_reads_is_told_before_it_is_set() -> None:
    long = " ".join(["Khóa vòi, vá ống, tắt đèn thừa,"] * 12)
    made = replace(poster(Size(297, 420), long), template="poster-words")
    assert [(one.rule.code, one.change) for one in foreseen(made, ())] == [
        ("text-too-long", ("piece", "headline"))
    ]
    shown = replace(poster(A2, "Đo rồi", "assets/anh/a.jpg"), template="poster-picture")
    photograph = Photograph(900, 900, b"", None, 300)
    assert coarse(shown, "illustration", photograph, 300) is not None
    assert coarse(shown, "illustration", replace(photograph, width=9000, height=9000), 300) is None


def poster(size: Size, headline: str, shown: str = "", **texts: str) -> Artwork:
    return replace(panel(size, headline, shown, **texts), viewed_from=AT_A_WALL, bleed=3, safe=5)


@pytest.mark.parametrize("medium", [name for name, each in media().items() if each.artwork])
def test_every_layout_says_what_it_is_for(medium: str) -> None:
    for layout in layouts_of(medium):
        assert layout.shapes
        assert all(shape.sides[0] < shape.sides[1] for shape in layout.shapes)
        fronts = (shape for shape in layout.shapes if shape.side <= 1)
        assert all({"main", "first"} & shape.boxes.keys() for shape in fronts)


@pytest.mark.parametrize(
    ("medium", "size", "room"),
    [("panel", Size(3000, 2000), (400, 1800)), ("poster", Size(594, 420), (84.0, 356.4))],
)
def test_a_layout_is_added_by_copying_one_file(
    medium: str, size: Size, room: tuple[float, float], tmp_path: Path
) -> None:
    own = tmp_path / "print"
    own.mkdir()
    source = (TEMPLATES / f"{medium}-words.typ").read_text("utf-8")
    copied = source.replace('y = "60", width = "100% - 138"', 'y = "200", width = "60%"')
    (own / f"{medium}-mau.typ").write_text(copied, "utf-8")
    assert "mau" in layout_names(medium, [f"assets/print/{medium}-mau.typ"])
    made = poster(size, "Đo rồi | mới bớt")
    made = replace(made, template=f"{medium}-mau", layout=head_of(copied))
    (slot, *_) = text_slots(made)
    assert (round(slot.y, 1), round(slot.width, 1)) == room
    typesetter = TypstTypesetter(tmp_path / "typst", own)
    drawn = typesetter.pdf(f"{medium}-mau", {"job": job(made, PALETTE, FAMILY)})
    assert drawn.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("order = 40", "order = vài", "TOML"),
        ("order = 40", 'needs = ["màu"]', "màu"),
        ("sides = [1.15, 2.2]", "sides = [1.15]", "(1.15,)"),
        ('y = "60"', 'y = "60 mm"', "60 mm"),
        ('y = "60"', "z = 1", "y"),
        ("order = 40", 'order = "đầu"', "order"),
    ],
)
def test_a_head_that_is_not_understood_is_told_by_its_word(old: str, new: str, said: str) -> None:
    refusal = refusal_of(head_of(SOURCE.replace(old, new, 1)))
    assert refusal is not None
    assert (refusal.rule.code, str(refusal.details["said"])) == ("layout-head", said)
    assert refusal_of(head_of(SOURCE)) is None
