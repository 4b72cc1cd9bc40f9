"""A drawing of the package stands for a piece: on its page, on cards, once as a file."""

from pathlib import Path

from generator.adapters.starter import starter

from .conftest import Staged, article, front

SHOWN = {
    "url": "assets/ve/den-va-nang.svg",
    "alt": "Nhà xưởng: tắt đèn chỗ vắng người, mở cửa đón nắng vào chỗ làm việc.",
    "width": 1000,
    "height": 1000,
    "is_drawing": True,
    "ground": "la",
}


def test_a_drawing_is_shown_and_described(place: Path, staged: Staged) -> None:
    article(place, "den", "drawing: den-va-nang\n")
    article(place, "den-hai", "drawing: den-va-nang\n")
    article(place, "lamp", "drawing: den-va-nang\nlang: en\n")
    made = staged(place)
    assert front(made["den/index.md"])["picture"] == SHOWN
    said = "A hall: the lamps are off where nobody is; the sun is let in where one works."
    assert front(made["lamp/index.md"])["picture"] == {**SHOWN, "alt": said}
    assert (
        '<div class="card__drawing ground--la"><img src="../assets/ve/den-va-nang.svg" alt=""'
        in (made["cam-nang/index.md"].bytes().decode())
    )
    assert [path for path in made if path.startswith("assets/ve/")] == [SHOWN["url"]]
    assert made["assets/ve/den-va-nang.svg"].bytes().startswith(b"<svg ")


def test_it_follows_the_brand_and_is_made_again_only_with_it(place: Path, staged: Staged) -> None:
    article(place, "den", "drawing: den-va-nang\n")
    before, same = (staged(place)["assets/ve/den-va-nang.svg"] for _ in range(2))
    assert before.digest == same.digest
    (place / "assets/brand.yml").write_bytes(starter("a", "https://b", 2021)["assets/brand.yml"])
    after = staged(place)["assets/ve/den-va-nang.svg"]
    assert before.digest != after.digest
    assert b"#0b6b4b" in before.bytes()
    assert b"#1d4477" in after.bytes()


def test_water_stands_on_blue_and_what_was_blue_is_paler(place: Path, staged: Staged) -> None:
    """The ground that a template names takes the place of the leaf."""
    article(place, "rua", "drawing: voi-va-xo\n")
    made = staged(place)
    assert front(made["rua/index.md"])["picture"]["ground"] == "nuoc"  # type: ignore[index]
    drawn = made["assets/ve/voi-va-xo.svg"].bytes()
    assert b"#1f6fa8" in drawn
    assert b"#0b6b4b" not in drawn
