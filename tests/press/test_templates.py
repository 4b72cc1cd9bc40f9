"""Which templates pieces may name; the files are test data."""

from generator.press.templates import FOLDER, is_there, misspelt, names_for

OWN = [f"{FOLDER}{name}" for name in ("rieng.typ", "common.typ", "banner-vertical.typ", "anh.svg")]


def test_a_piece_may_name_what_is_made_for_its_medium_and_what_is_its_own() -> None:
    assert names_for("banner", OWN) == ("banner-horizontal", "banner-vertical", "rieng")
    assert names_for("panel", ()) == ("panel-illustrated", "panel-text")
    every = ("banner-horizontal", "banner-vertical", "panel-illustrated", "panel-text")
    assert names_for("khac", ()) == every
    named = ("panel-text", "rieng", "common", "drawing", "khongco", "panel-text.typ")
    assert [name for name in named if is_there(name, OWN)] == ["panel-text", "rieng"]


def test_only_the_name_makes_a_template_like_another() -> None:
    assert misspelt(f"{FOLDER}rieng.typ", (), ()) == ""
    assert misspelt(f"{FOLDER}banner-horizontl.typ", (), ()) == "banner-horizontal.typ"
    assert misspelt(f"{FOLDER}banner-horizontl.typ", {"banner-horizontl"}, ()) == ""
