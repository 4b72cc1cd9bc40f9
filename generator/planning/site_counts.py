"""How much of a line of the plan can be seen on the site, in words that claim no more than that."""

from collections.abc import Callable

from generator.catalogue import words
from generator.media import media
from generator.model.plan import ActivityLine, Tally
from generator.vietnamese.numbers import format_number

Say = Callable[..., str]
"""Puts a message into words: those of readers, or the language of who sits at the terminal."""


def shown_in_words(line: ActivityLine, tally: Tally) -> str:
    """«có mẫu cho 300 cái (6 mẫu)» of what is printed, «4 trên trang này» of all else.

    A drawing on the site is no banner that hangs: of printed pieces the designs are counted, and
    for how many copies they are meant.
    """
    if not tally.pieces:
        return words("nothing on this site yet")
    count = format_number(tally.published)
    if not is_printed(line.activity.medium):
        return words("{count} on this site", count=count)
    quantity = line.activity.quantity
    unit = quantity.unit.partition("/")[0] if quantity else media()[line.activity.medium or ""].unit
    designs = format_number(tally.pieces)
    return words(
        "designs for {count} {unit} ({designs} in all)", count=count, unit=unit, designs=designs
    )


def shown_figure(line: ActivityLine, tally: Tally, say: Say = words) -> str:
    """The same in a column of figures: «300 (6 mẫu)», «4»; a dash where nothing is published."""
    if not line.activity.medium:
        return "–"
    count = format_number(tally.published)
    if not tally.pieces or not is_printed(line.activity.medium):
        return count
    return say("{count} (designs: {designs})", count=count, designs=format_number(tally.pieces))


def shown_mark(medium: str | None, say: Say = words) -> str:
    """What is said of a line of the calendar whose piece can be seen."""
    return say("design shown") if is_printed(medium) else say("published")


def is_printed(name: str | None) -> bool:
    """Whether what is shown of a medium is only what is to be printed."""
    medium = media().get(name or "")
    return medium is not None and medium.artwork is not None
