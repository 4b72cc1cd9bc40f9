"""One mistake of an own template is told once, at its line; the templates are test data."""

import pytest

from generator.model.sizes import Size
from generator.model.typesetting import Lack, TypesetError
from generator.press.causes import causes, line_in
from generator.press.faults import Fault, fault
from generator.press.preflight.clearance import IN_HEM
from generator.press.preflight.colour_spaces import FOREIGN_COLOUR
from generator.press.preflight.contrast import INVISIBLE
from generator.press.preflight.ink_coverage import NOT_MEASURED
from generator.press.preflight.texts import LEFT_OUT, MORE_TEXT
from generator.press.typesetting_faults import typeset_faults
from tests.press.test_preflight import order_of

ADDED = fault(MORE_TEXT, "template", text="Gấp")
COLOUR = fault(FOREIGN_COLOUR, "template", what="RGB")
UNMEASURED = fault(NOT_MEASURED, "template")
UNSEEN = fault(INVISIBLE, "brand", "colours", text="Gấp", found="1,1", asked="2")
HEM = fault(IN_HEM, "printer", "safe", text="Gấp", found="0", asked="30")
LOST = fault(LEFT_OUT, "template", text="Nước", slot="slogan")


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        ([UNSEEN, COLOUR, UNMEASURED, ADDED, HEM], [ADDED]),
        ([COLOUR, UNMEASURED, UNSEEN], [COLOUR]),
        ([UNMEASURED], [UNMEASURED]),
        ([HEM, UNSEEN], [HEM, UNSEEN]),
        ([LOST, ADDED], [LOST, ADDED]),
    ],
)
def test_what_follows_from_another_mistake_of_the_page_is_not_told(
    faults: list[Fault], told: list[Fault]
) -> None:
    assert causes(faults) == told


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (ADDED, "#place(center, text(size: 60pt)[Gấp])"),
        (fault(MORE_TEXT, "template", text="Gọingay"), '#text("Gọi ngay")'),
        (COLOUR, '#rect(fill: rgb("#FF0000"))'),
        (COLOUR, "#rect(fill: color.hsl(10deg, 50%, 50%))"),
    ],
)
def test_the_line_of_a_template_is_named(found: Fault, line: str) -> None:
    template = f'#import "common.typ": *\n#rect(fill: ink("la"))\n{line}\n'
    assert line_in(found, template) == 3
    assert line_in(found, "#slogan") == 0


@pytest.mark.parametrize(
    ("family", "change"),
    [("Arial", ("template", "a.typ", "7", "3")), ("be vietnam pro", ("brand", "type", "family"))],
)
def test_a_face_that_only_the_template_names_is_told_there(
    family: str, change: tuple[str, ...]
) -> None:
    lack = Lack("font", family, ("Be Vietnam Pro", "Liberation Serif"))
    error = TypesetError("unknown font family", "a.typ", 7, 3, lack=lack)
    [found] = typeset_faults(order_of(Size(3000, 600)), error)
    assert (found.rule.code, found.change) == ("no-such-font", change)
