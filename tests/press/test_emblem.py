import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_emblem_is_one_drawing_for_screen_and_press() -> None:
    template = (ROOT / "generator/templates/print/emblem.typ").read_text(encoding="utf-8")
    drawn = re.findall(r'#let emblem-path = "(.*)"', template)
    for name in ("emblem.svg", "emblem-mono.svg"):
        picture = (ROOT / "assets/brand" / name).read_text(encoding="utf-8")
        assert re.findall(r' d="([^"]*)"', picture) == drawn
