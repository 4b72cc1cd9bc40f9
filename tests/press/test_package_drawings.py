"""Every drawing of the package is drawn, whether or not a piece of ours shows it."""

from pathlib import Path

import pytest

from generator.adapters.typesetter import TypstTypesetter
from generator.model.palette import KEYS
from generator.press.package_drawings import drawing_svg, package_drawings

COLOURS = {key: f"#{90 + 10 * number:02x}8060" for number, key in enumerate(KEYS)}


@pytest.mark.parametrize("name", package_drawings())
def test_it_is_drawn(name: str, tmp_path: Path) -> None:
    drawn = drawing_svg(TypstTypesetter(tmp_path), name, COLOURS)
    assert drawn.startswith(b"<svg ")
    assert b"<path " in drawn
